"""`rashomon names`: which names were taken for one entity, and a person's word on it."""

from rashomon.cli.names.commands import app

__all__ = ["app"]

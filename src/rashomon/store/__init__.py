"""Store: SQLite by default, PostgreSQL for a team; what comes in and what is worked out, losing nothing."""

from rashomon.store.records import (
    CopyRow,
    DossierHead,
    EntityRow,
    Feed,
    Hit,
    Input,
    Kept,
    LaidOut,
    OutletRow,
    Progress,
    QuoteRow,
    Raw,
    Run,
    Sighting,
    StoredArticle,
    StoredDossier,
    StoredFailure,
    StoredJudgement,
    StoryRow,
)
from rashomon.store.store import Store, open_store
from rashomon.store.view import View
from rashomon.store.writer import Writer

__all__ = [
    "CopyRow",
    "DossierHead",
    "EntityRow",
    "Feed",
    "Hit",
    "Input",
    "Kept",
    "LaidOut",
    "OutletRow",
    "Progress",
    "QuoteRow",
    "Raw",
    "Run",
    "Sighting",
    "Store",
    "StoredArticle",
    "StoredDossier",
    "StoredFailure",
    "StoredJudgement",
    "StoryRow",
    "View",
    "Writer",
    "open_store",
]

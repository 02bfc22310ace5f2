"""Desk: the jobs that keep a store up to date; each can be stopped at any point and goes on where it was."""

from rashomon.desk.difference import Change, Difference, difference, revisions
from rashomon.desk.job import Done, redo, retry, work

__all__ = ["Change", "Difference", "Done", "difference", "redo", "retry", "revisions", "work"]

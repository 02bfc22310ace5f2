"""Intake: what files, pages and feeds give, into the store; stopped at any point, it goes on where it was."""

from rashomon.intake.adding import add
from rashomon.intake.again import again
from rashomon.intake.book import Tally
from rashomon.intake.rereading import read_again
from rashomon.intake.watching import watch

__all__ = ["Tally", "add", "again", "read_again", "watch"]

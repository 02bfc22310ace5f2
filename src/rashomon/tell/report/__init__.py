"""The report: one self-contained page to read the accounts side by side."""

from rashomon.tell.report.page import render

__all__ = ["render"]

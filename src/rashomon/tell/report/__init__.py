"""The report: one self-contained page to read the accounts side by side."""

from rashomon.tell.report.index import index_parts, render_index
from rashomon.tell.report.page import render

__all__ = ["index_parts", "render", "render_index"]

"""The view: the dossier's JSON turned into what each section of the page shows."""

from rashomon.tell.report.view.page import view

__all__ = ["view"]

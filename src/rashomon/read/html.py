"""HTML pages to articles: trafilatura takes the text out, and reads what the page says of itself."""

from functools import cache
from typing import TYPE_CHECKING, Any

from rashomon.model.errors import InputError
from rashomon.read.records import Record, field_text
from rashomon.text.encoding import decode_html

if TYPE_CHECKING:
    from trafilatura.settings import Document

# A date is taken where the page states it, not where its text happens to name one. The latest date is
# fixed because the library's own default is today, and the same page must always give the same.
_DATES: dict[str, Any] = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
# Of the library's modes, the best on the development half of the article extraction benchmark: F1 .969,
# against .954 to .963 with its defaults or without tables, and .949 favouring recall.
_CHOICES: dict[str, Any] = {"favor_precision": True, "include_tables": True}


def html_record(data: bytes, name: str, *, charset: str | None = None) -> Record:
    """Take the article out of a page; raises InputError where it holds none.

    `charset` is what the server said of the page, which counts where the page itself tells nothing.
    """
    page = _extract(decode_html(data, header=charset))
    text = page.text if page is not None else None
    if page is None or not text or not text.strip():
        raise InputError("no article text was found in the page: save the article's own page, or its text")
    return Record(
        file=name,
        text=text,
        title=field_text(page.title),
        outlet=field_text(page.sitename),
        url=field_text(page.url),
        published=field_text(page.date),
        byline=field_text(page.author),
    )


def _extract(html: str) -> "Document | None":
    from trafilatura import bare_extraction

    _quiet()
    try:
        page = bare_extraction(
            html,
            include_comments=False,
            **_CHOICES,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
        )
    except Exception as error:  # the library's parsers raise many kinds on broken pages
        raise InputError(f"the page can't be taken apart ({type(error).__name__}): save its text") from error
    return None if page is None or isinstance(page, dict) else page


@cache
def _quiet() -> None:
    """Keep the libraries' own remarks on broken pages from the terminal; a failure row says it."""
    import logging

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)

"""A record to an article: cleaned, with the facts that its input or its own text states."""

import re
from dataclasses import replace

from rashomon.model import Article, Failure
from rashomon.model.errors import InputError
from rashomon.model.identity import content_id
from rashomon.read import limits
from rashomon.read.records import Record
from rashomon.text.cleaning import clean
from rashomon.text.credits import find_credits
from rashomon.text.datelines import article_dateline
from rashomon.text.encoding import without_surrogates
from rashomon.text.language import detect_language
from rashomon.text.outlets import told_outlet
from rashomon.text.published import Published, given_date
from rashomon.text.titles import find_title
from rashomon.text.webaddresses import day_of_address

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w+")


def build_article(record: Record) -> tuple[Article, list[Failure]]:
    """Make the article, and a failure for each given field that can't be used.

    What the input gives stands over what the text says, and that over its web address.
    Raises InputError where no text is left.
    """
    record = _sound(record)
    raw, titled = _with_title(record)
    if len(raw) > limits.CHARACTERS:
        raise InputError(
            f"its text has {len(raw):,} characters, more than one article can have"
            f" ({limits.CHARACTERS:,}): split it"
        )
    cleaned = clean(raw, titled=titled)
    if not _LETTER.search(cleaned.text):
        raise InputError("it holds no words: give the article's text")
    given, failures = _given_date(record)
    published = given or cleaned.found.published or day_of_address(record.url)
    dateline = article_dateline(cleaned.text)
    credits = find_credits(cleaned.with_page)
    said = record.outlet or cleaned.found.outlet
    outlet = said or told_outlet(cleaned.text)
    article = Article(
        id="",
        file=record.file,
        text=cleaned.text,
        raw=raw,
        offsets=cleaned.offsets,
        language=record.language.casefold()[:2] if record.language else detect_language(cleaned.text),
        title=cleaned.text.split("\n", 1)[0] if titled else find_title(cleaned.text),
        outlet=outlet,
        outlet_inferred=bool(outlet and not said),
        url=record.url,
        byline=record.byline or cleaned.found.byline,
        dateline=dateline.place if dateline else None,
        published=published.value if published else None,
        precision=published.precision if published else None,
        credits=credits.agencies,
        photo_credits=credits.pictures,
        wire=credits.wire,
        dropped=cleaned.dropped,
        repairs=cleaned.repairs,
    )
    return replace(article, id=_identity(article)), failures


def _identity(article: Article) -> str:
    """From what the article says and who published it; where its file lies does not matter."""
    known = (article.title, article.outlet, article.url, article.published, article.byline)
    return content_id("a", article.text, *known)


def _sound(record: Record) -> Record:
    fields = {name: getattr(record, name) for name in Record.__slots__}
    return Record(**{name: without_surrogates(value) if value else value for name, value in fields.items()})


def _with_title(record: Record) -> tuple[str, bool]:
    """The raw text, beginning with the given title, and whether there is one."""
    if not record.title:
        return record.text, False
    first = record.text.lstrip().split("\n", 1)[0]
    if _WORD.findall(first.casefold()) == _WORD.findall(record.title.casefold()):
        return record.text, True
    return f"{record.title}\n\n{record.text}", True


def _given_date(record: Record) -> tuple[Published | None, list[Failure]]:
    if not record.published:
        return None, []
    found = given_date(record.published)
    if found:
        return found, []
    reason = (
        f"its date {record.published!r} can't be read for certain and is left out: write it as 2031-05-28"
    )
    return None, [Failure(record.file, "read", reason)]

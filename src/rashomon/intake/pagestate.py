"""What is remembered of one page that a feed announced: when it is due again, and how it went so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rashomon.read.live.entries import Entry
from rashomon.read.live.web import Validators

HOUR, DAY = 3_600.0, 86_400.0
# A page that could not be fetched is asked for again after these pauses and then left: about a day in all.
_AGAIN = (HOUR / 4, HOUR, 4 * HOUR, 16 * HOUR)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """One announced page. `due` is in seconds since 1970, None where it is not asked for again.

    `mark` is that of its entry; `gap` how long it was last left alone; `faults` counts those in a row.
    """

    mark: str
    due: float | None = 0.0
    gap: float = 0.0
    faults: int = 0
    etag: str | None = None
    modified: str | None = None
    said: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def announced(cls, entry: Entry, known: "PageState | None", *, whole: bool) -> "PageState":
        """The page as its feed announces it now: due at once where that is news.

        `whole` says that the entry itself is the article.
        """
        mark = entry.whole_mark if whole else entry.mark
        said = {"title": entry.title, "published": entry.published, "byline": entry.byline}
        hints = {name: value for name, value in said.items() if value}
        if known is None:
            return cls(mark=mark, said=hints)
        if known.mark == mark:
            return known
        return replace(known, mark=mark, due=0.0, gap=0.0, faults=0, said=hints)

    @property
    def validators(self) -> Validators:
        """What the server gave to tell whether the page has changed."""
        return Validators(etag=self.etag, modified=self.modified)

    def is_due(self, now: float) -> bool:
        """Whether the page is to be asked for."""
        return self.due is not None and self.due <= now

    def fetched(self, validators: Validators, *, now: float, changed: bool, recheck: float) -> "PageState":
        """After an answer: asked again after `recheck` seconds, ever more seldom while nothing changes."""
        gap = recheck if changed or not self.gap else min(2 * self.gap, DAY)
        return replace(
            self,
            due=now + gap if recheck else None,
            gap=gap,
            faults=0,
            etag=validators.etag,
            modified=validators.modified,
        )

    def failed(self, *, now: float, again: bool) -> "PageState":
        """After a fault: asked again a few times where that makes sense."""
        later = again and self.faults < len(_AGAIN)
        due = now + _AGAIN[self.faults] if later else None
        return replace(self, due=due, faults=self.faults + 1)

    def to_json(self) -> dict[str, object]:
        """As plain data, without what is not set."""
        data = {name: getattr(self, name) for name in ("mark", "due", "gap", "faults", "etag", "modified")}
        return {**{name: value for name, value in data.items() if value is not None}, "said": dict(self.said)}

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> "PageState":
        """Back from plain data."""
        said = data.get("said")
        due, gap, faults = data.get("due"), data.get("gap"), data.get("faults")
        return cls(
            mark=str(data.get("mark", "")),
            due=float(due) if isinstance(due, (int, float)) else None,
            gap=float(gap) if isinstance(gap, (int, float)) else 0.0,
            faults=faults if isinstance(faults, int) else 0,
            etag=_text(data.get("etag")),
            modified=_text(data.get("modified")),
            said={str(name): str(value) for name, value in said.items()} if isinstance(said, dict) else {},
        )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None

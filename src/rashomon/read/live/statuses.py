"""What the head of an answer says: go on, go elsewhere, nothing new, or no."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from rashomon.read import limits
from rashomon.read.live.faults import (
    Busy,
    Forbidden,
    Gone,
    OddAnswer,
    RedirectLoop,
    ServerFault,
    TooLarge,
)

_REDIRECTS = {301: True, 302: False, 303: False, 307: False, 308: True}
_FORBIDDEN = {401, 402, 403, 407, 451}


@dataclass(frozen=True, slots=True)
class Redirect:
    """Where an answer sends us, as given, and whether for good."""

    target: str
    permanent: bool


class Head:
    """Status and headers of one answer; raises what the status means where that is no page."""

    def __init__(self, status: int, headers: Iterable[tuple[bytes, bytes]]) -> None:
        self.status = status
        self._headers = [
            (name.decode("latin-1").casefold(), value.decode("latin-1")) for name, value in headers
        ]

    def get(self, name: str) -> str | None:
        """The header's first value."""
        return next((value.strip() for key, value in self._headers if key == name), None)

    def redirect(self) -> Redirect | None:
        """Where it sends us; None for a page, or where nothing changed; raises for everything else."""
        if self.status in _REDIRECTS:
            if not (target := self.get("location")):
                raise RedirectLoop("it redirects to nowhere")
            # Servers send the bytes of a UTF-8 address as they are.
            target = target.encode("latin-1").decode("utf-8", "replace")
            return Redirect(target, _REDIRECTS[self.status])
        if self.status not in {200, 203} and not self.unchanged:
            self._refuse()
        return None

    @property
    def unchanged(self) -> bool:
        """Whether the page is the one that we know."""
        return self.status == 304

    @property
    def media(self) -> str:
        """The media type in lower case, empty where none is given."""
        return (self.get("content-type") or "").split(";")[0].strip().casefold()

    @property
    def charset(self) -> str | None:
        """The charset that the header declares."""
        message = Message()
        message["content-type"] = self.get("content-type") or ""
        found = message.get_param("charset")
        return found if isinstance(found, str) and found else None

    def within(self, most: int) -> None:
        """Raise TooLarge where the server announces more than `most` bytes."""
        announced = self.get("content-length") or ""
        if announced.isascii() and announced.isdigit() and int(announced[:18]) > most:
            size, most_said = limits.megabytes(int(announced[:18])), limits.megabytes(most)
            raise TooLarge(f"it would send {size}; at most {most_said} are read")

    def _refuse(self) -> None:
        status = self.status
        if status in {404, 410}:
            raise Gone(
                f"the server answers {status}, the page is gone: look for its new address",
                forever=status == 410,
            )
        if status in _FORBIDDEN:
            raise Forbidden(f"the server answers {status}: it wants a login, a payment, or nobody to read it")
        if status in {429, 503}:
            raise Busy(f"the server answers {status} and wants to be asked later", wait=self._retry_after())
        if status >= 500:
            raise ServerFault(f"the server answers {status}, the fault is its own")
        raise OddAnswer(f"the server answers {status}, which is neither a page nor a known fault")

    def _retry_after(self) -> float | None:
        text = self.get("retry-after") or ""
        if text.isascii() and text.isdigit():
            return float(text[:9])
        try:
            moment = parsedate_to_datetime(text)
        except ValueError:
            return None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def host_header(url: str) -> str:
    """What the Host header says: the URL's host, with its port unless that is the scheme's own."""
    return urlsplit(url).netloc

"""What can go wrong with a request; each kind has a name, and its reason says what to do.

InputError
└── FetchError           anything that kept a URL from being fetched
    ├── UrlRefused       no http(s) URL that can be asked for
    ├── AddressRefused   the host lies in a private, loopback, link-local or reserved network
    ├── RobotsRefused    the site's robots.txt forbids it, or can't be read
    ├── LeftAlone        the host failed or asked for a long pause just now, and was not asked
    ├── Unreachable      no such name, no connection, no valid certificate      asked again
    ├── NoAnswer         connected, but nothing came in time                    asked again
    ├── BrokenAnswer     what came is no HTTP, or was cut off                   asked again
    ├── TooSlow          it did not end within the time for one request
    ├── TooLarge         more than the limit, as sent or once unpacked
    ├── BadPacking       its compression is damaged or of an unknown kind
    ├── RedirectLoop     redirected too often, or to nowhere
    ├── Gone             404 and 410
    ├── Forbidden        401, 402, 403, 407, 451
    ├── Busy             429 and 503                                            asked again
    ├── ServerFault      other 5xx                                              asked again
    └── OddAnswer        any other status
"""

from typing import ClassVar

from rashomon.model.errors import InputError


class FetchError(InputError):
    """A URL that could not be fetched. `name` is what reports group by."""

    name: ClassVar[str] = "not fetched"
    again: ClassVar[bool] = False
    """Whether asking once more soon makes sense."""

    def __str__(self) -> str:
        return f"{self.name}: {super().__str__()}"


class UrlRefused(FetchError):
    """No http(s) URL that can be asked for."""

    name = "bad url"


class AddressRefused(FetchError):
    """The host lies in a network that a feed must not make us read."""

    name = "address refused"


class RobotsRefused(FetchError):
    """The site's robots.txt forbids it, or can't be read."""

    name = "robots"


class LeftAlone(FetchError):
    """The host failed, or asked for a long pause, just now; it was not asked. Later it will be."""

    name = "left alone"
    again = True


class Unreachable(FetchError):
    """No such name, no connection, or no valid certificate."""

    name = "unreachable"
    again = True


class NoAnswer(FetchError):
    """The host was reached, but sent nothing in time."""

    name = "no answer"
    again = True


class BrokenAnswer(FetchError):
    """What came is no HTTP, or was cut off."""

    name = "broken answer"
    again = True


class TooSlow(FetchError):
    """The answer did not end within the time for one request."""

    name = "too slow"


class TooLarge(FetchError):
    """The answer is over the limit, as sent or once unpacked."""

    name = "too large"


class BadPacking(FetchError):
    """The answer's compression is damaged or of an unknown kind."""

    name = "bad packing"


class RedirectLoop(FetchError):
    """Redirected too often, or to nowhere."""

    name = "redirects"


class Gone(FetchError):
    """404 and 410: the page is no longer there. `forever` where the server says so (410)."""

    name = "gone"

    def __init__(self, message: str, *, forever: bool = False) -> None:
        super().__init__(message)
        self.forever = forever


class Forbidden(FetchError):
    """The server wants a login, a payment or another reader."""

    name = "forbidden"


class Busy(FetchError):
    """The server asks to come back later, after `wait` seconds where it says so."""

    name = "busy"
    again = True

    def __init__(self, message: str, *, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


class ServerFault(FetchError):
    """The server failed."""

    name = "server fault"
    again = True


class OddAnswer(FetchError):
    """A status that is neither a page nor a fault we know."""

    name = "odd answer"

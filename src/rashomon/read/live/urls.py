"""URLs: which can be asked for, and when two of them are one page."""

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from rashomon.read.live.faults import UrlRefused

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4_000
# Parameters that tell the site where a reader came from and never which page is meant.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|at_(?:medium|campaign)", re.I
)
# What stands as it is in a path or query, besides letters, digits and percent signs.
_UNSAFE = re.compile(r"[\x00-\x20\x7f<>\"`{}|\\^]")


def is_url(text: str) -> bool:
    """Whether the text is meant as a web address rather than as a path."""
    return text.casefold().startswith(("http://", "https://"))


def normal(url: str, *, base: str | None = None) -> str:
    """Return the URL absolute, in ASCII, without fragment and default port; raises UrlRefused."""
    text = url.strip()
    try:
        parts = urlsplit(urljoin(base, text) if base else text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise UrlRefused(f"{_short(text)} is no web address ({error})") from error
    scheme = parts.scheme.casefold()
    if scheme not in _PORTS:
        raise UrlRefused(f"{_short(text)} is no http or https address")
    if parts.username is not None or parts.password is not None:
        raise UrlRefused("it holds a user name: addresses with a login are not asked for")
    if len(text) > _LONGEST:
        raise UrlRefused(f"it is longer than {_LONGEST} characters")
    place = _host(host) if port in {None, _PORTS[scheme]} else f"{_host(host)}:{port}"
    return urlunsplit((scheme, place, _quoted(parts.path) or "/", _quoted(parts.query), ""))


def host_of(url: str) -> tuple[str, int]:
    """The host and port of a URL that `normal` gave, as a key of those we are polite to."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or _PORTS[parts.scheme]


def origin_of(url: str) -> str:
    """Scheme, host and port: what one robots.txt speaks for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def address_of(url: str) -> str:
    """The URL without what only tells where the reader came from: what identifies a page over time."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _host(host: str) -> str:
    if not host or _UNSAFE.search(host):
        raise UrlRefused("it names no host")
    if ":" in host:
        return f"[{host.casefold()}]"
    if host.isascii():
        return host.casefold()
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise UrlRefused(f"its host name is not valid ({error})") from error


def _quoted(text: str) -> str:
    """Percent-encode what may not stand in a request line."""
    if text.isascii() and not _UNSAFE.search(text):
        return text
    return "".join(
        char
        if char.isascii() and not _UNSAFE.match(char)
        else "".join(f"%{byte:02X}" for byte in char.encode())
        for char in text
    )


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]}…"

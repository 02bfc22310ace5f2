"""Manners: how fast, how long, how often and how much is asked of other people's servers."""

from dataclasses import dataclass

from rashomon.read.live.robots import TOKEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """What one run keeps to; times in seconds.

    `allowed` are the hosts outside the public internet that the operator trusts (`Gate`).
    """

    pause: float = 2.0
    """Between two requests to one host."""
    together: int = 16
    """Requests under way at once, each to another host."""
    connect: float = 10.0
    read: float = 20.0
    """Without a single byte."""
    total: float = 60.0
    """One request, from the first byte sent to the last received."""
    keep_alive: float = 30.0
    """How long an idle connection is kept for the host's next turn."""
    redirects: int = 5
    tries: int = 3
    first_wait: float = 2.0
    """Before the second try; doubled for each further one."""
    longest_wait: float = 60.0
    """A server that wants us to stay away for longer is left alone for this time."""
    allowed: tuple[str, ...] = ()
    version: str = ""
    contact: str = ""
    """Where an outlet reaches the operator: a URL or an address, told with every request."""

    @property
    def user_agent(self) -> str:
        """How we name ourselves."""
        name = f"{TOKEN}/{self.version}" if self.version else TOKEN
        return f"{name} (+{self.contact})" if self.contact else name

    def wait(self, number: int) -> float:
        """How long to wait after the try with this number, counted from 1."""
        return float(self.first_wait * 2 ** (number - 1))

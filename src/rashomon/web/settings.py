"""How the desk is served: where it listens, who may write, what it shows from."""

from dataclasses import dataclass

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One desk. `token` is the secret that lets people write; `user_header` names the header in which a
    reverse proxy says who is signed in (only set it behind a proxy that always sets that header itself).

    `hosts` are the names under which the desk may be asked for, besides those of loopback; `rework`
    starts the desk's work in the background when a judgement makes something due again; `renderers` is
    the number of processes that lay out pages, nought for none but the server's own.
    """

    store: str
    token: str
    host: str = "127.0.0.1"
    port: int = 8377
    user_header: str | None = None
    hosts: tuple[str, ...] = ()
    rework: bool = True
    renderers: int = 1
    cache_mb: int = 64

    @property
    def local(self) -> bool:
        """Whether only this machine can reach the desk."""
        return self.host in LOOPBACK

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The names that a request may carry in its Host header; others are a rebound or forged name."""
        return LOOPBACK | {self.host.lower()} | {host.lower() for host in self.hosts}

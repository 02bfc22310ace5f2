"""Addresses: a name is resolved once, checked, and that very address is connected to.

A feed or a page may point anywhere, also into the network that rashomon runs in. Checking the name before
the request does not help, for it may mean another address a moment later; so the check stands where the
connection is made, for every redirect alike.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from httpcore2 import AnyIOBackend, AsyncNetworkBackend, AsyncNetworkStream, ConnectError, ConnectTimeout

from rashomon.read.live.faults import AddressRefused, Unreachable

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Gives the addresses that a name means, as text, the preferred first."""
SocketOption = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]

# All that IANA has given out for single hosts on the internet.
_UNICAST = IPv6Network("2000::/3")
# Translators (RFC 6052, also with a local prefix: RFC 8215) carry an IPv4 address in their last 32 bits.
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
# Old "IPv4-compatible" addresses, which some systems still route to the IPv4 address in them.
_COMPATIBLE = IPv6Network("::/96")
# A host's further addresses are tried where the first does not answer, but not a long list of them.
_MOST_ADDRESSES = 4


def is_public(address: Address) -> bool:
    """Whether the address belongs to the internet at large, with any IPv4 address inside it."""
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return False
        if inner := _inside(address):
            return all(is_public(each) for each in inner)
        if address not in _UNICAST:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inside(address: IPv6Address) -> list[Address]:
    """The IPv4 addresses that an IPv6 address stands for or leads through."""
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address.sixtofour is not None:
        return [address.sixtofour]
    if address.teredo is not None:
        return list(address.teredo)
    if address in _COMPATIBLE or any(address in network for network in _TRANSLATED):
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    return []


async def system_resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system, in a thread, for all addresses of the name."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Gate:
    """Which hosts may be connected to: all with public addresses, and those that the operator allows.

    `allowed` holds names or addresses as they stand in URLs, each with or without `:port`; without one,
    every port of it is allowed.
    """

    def __init__(self, allowed: Iterable[str] = (), *, resolve: Resolve = system_resolve) -> None:
        self._allowed = frozenset(entry.casefold().strip() for entry in allowed)
        self._resolve = resolve

    def allows(self, host: str, port: int) -> bool:
        """Whether the operator named this host."""
        name = host.casefold().strip("[]")
        shown = f"[{name}]" if ":" in name else name
        return not self._allowed.isdisjoint({name, shown, f"{shown}:{port}"})

    async def addresses(self, host: str, port: int) -> list[str]:
        """Resolve the host; raises AddressRefused where any of its addresses is not public."""
        try:
            found = [ip_address(text) for text in await self._resolve(host, port)]
        except (OSError, ValueError) as error:
            raise Unreachable(f"the name {host} can't be resolved: check it") from error
        if not found:
            raise Unreachable(f"the name {host} has no address: check it")
        closed = [address for address in found if not is_public(address)]
        if closed and not self.allows(host, port):
            place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
            raise AddressRefused(
                f"{place} is {closed[0]}, which is not on the public internet;"
                f" an operator who trusts it allows it by --allow-host {place}"
            )
        return [str(address) for address in found[:_MOST_ADDRESSES]]


class GuardedBackend(AsyncNetworkBackend):
    """Opens connections for the HTTP client, only to addresses that the gate has checked."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._inner = AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> AsyncNetworkStream:
        """Connect to the first of the host's addresses that answers."""
        fault: Exception | None = None
        for address in await self._gate.addresses(host, port):
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (ConnectError, ConnectTimeout) as error:
                fault = fault or error
        raise fault or ConnectError(f"{host} has no address")

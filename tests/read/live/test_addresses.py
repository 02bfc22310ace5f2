"""Addresses: what is public, and that the address that was checked is the one that is connected to."""

import asyncio
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.live.addresses import Gate, GuardedBackend, is_public
from rashomon.read.live.faults import AddressRefused, Unreachable

CLOSED = """127.0.0.1 127.255.255.254 0.0.0.0 10.0.0.1 172.16.3.4 192.168.1.1 169.254.169.254 100.64.0.1
192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.1.2.3 240.0.0.1 255.255.255.255
::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12:3456::1 fec0::1 ff02::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
::ffff:169.254.169.254 ::127.0.0.1 2002:7f00:1:: 2002:a00:1::1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe
64:ff9b:1::a00:1 2001:0:53aa:64c:0:fbff:f5ff:fffe""".split()
OPEN = "93.184.215.14 1.1.1.1 2606:4700::1111 ::ffff:1.1.1.1 64:ff9b::101:101 2002:101:101::1".split()


@pytest.mark.parametrize("text", CLOSED)
def test_what_is_not_the_internet_at_large_is_closed(text):
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", OPEN)
def test_public_addresses_are_open(text):
    assert is_public(ip_address(text))


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_judged_alike(address):
    inside = int(address)
    for outer in (inside + (0xFFFF << 32), inside + (0x64FF9B << 96), (0x2002 << 112) + (inside << 80)):
        assert is_public(ip_address(outer.to_bytes(16, "big"))) == is_public(address)


def names(*answers):
    """A resolver that gives these answers one after the other, and then the last one."""
    left = list(answers)

    async def resolve(host, port):
        return left.pop(0) if len(left) > 1 else left[0]

    return resolve


def checked(gate, host="orla.example", port=80):
    return asyncio.run(gate.addresses(host, port))


def test_one_closed_address_among_open_ones_is_enough():
    with pytest.raises(AddressRefused, match=r"10\.0\.0\.1"):
        checked(Gate(resolve=names(["1.1.1.1", "10.0.0.1"])))


def test_an_allowed_host_may_be_anywhere_but_only_by_its_name_and_port():
    gate = Gate(["desk.orla.example", "127.0.0.1:8080", "[::1]:80"], resolve=names(["127.0.0.1"]))
    assert checked(gate, "Desk.Orla.example", 4711) == ["127.0.0.1"]
    assert checked(gate, "127.0.0.1", 8080) == ["127.0.0.1"]
    assert checked(gate, "::1", 80) == ["127.0.0.1"]
    for host, port in (("127.0.0.1", 80), ("orla.example", 8080), ("::1", 81), ("x.desk.orla.example", 80)):
        with pytest.raises(AddressRefused):
            checked(gate, host, port)


@pytest.mark.parametrize("answer", [[], ["not an address"]])
def test_a_name_without_addresses_is_unreachable(answer):
    with pytest.raises(Unreachable):
        checked(Gate(resolve=names(answer)))


class Inner:
    """Notes what it is told to connect to."""

    def __init__(self):
        self.asked = []

    async def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        self.asked.append(host)
        return object()


def test_a_name_that_changes_its_meaning_is_connected_to_as_it_was_checked():
    backend = GuardedBackend(Gate(resolve=names(["1.1.1.1"], ["127.0.0.1"])))
    backend._inner = inner = Inner()
    asyncio.run(backend.connect_tcp("orla.example", 80))
    with pytest.raises(AddressRefused):
        asyncio.run(backend.connect_tcp("orla.example", 80))
    assert inner.asked == ["1.1.1.1"], "by address, never by name, and not after the name turned inward"

"""robots.txt and politeness: what is forbidden, how fast one may ask, and when nothing can be told."""

import asyncio
from itertools import pairwise

import pytest

from rashomon.read.live.faults import (
    AddressRefused,
    Forbidden,
    Gone,
    RobotsRefused,
    ServerFault,
    TooLarge,
    Unreachable,
)
from rashomon.read.live.hosts import LONGEST_PAUSE, Hosts
from rashomon.read.live.robots import Robots

PAGE = "https://orla.example/news/1"


def rules(text=b"", fault=None, *, url=PAGE):
    async def fetch(asked):
        assert asked == "https://orla.example/robots.txt"
        if fault:
            raise fault
        return text

    return asyncio.run(Robots(fetch).rules(url))


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        (b"", True),
        (b"User-agent: *\nDisallow: /", False),
        (b"User-agent: *\nDisallow: /\n\nUser-agent: rashomon\nAllow: /news/", True),
        (b"User-agent: rashomon\nDisallow: /*1$", False),
        (b"User-agent: somebody\nDisallow: /", True),
        (b"User-agent: *\nDisallow: /\nAllow: /news/", True),
        (b"\xef\xbb\xbfUser-agent: *\nDisallow: /news", False),
        (b"<html>not found</html>", True),
        (b"\xff\xfe\x00", True),
    ],
)
def test_what_robots_txt_says_is_done(text, allowed):
    found = rules(text)
    if allowed:
        found.check(PAGE)
    else:
        with pytest.raises(RobotsRefused):
            found.check(PAGE)


@pytest.mark.parametrize("fault", [Gone("x"), Forbidden("x")])
def test_where_there_is_none_all_may_be_read(fault):
    rules(fault=fault).check(PAGE)


@pytest.mark.parametrize("fault", [ServerFault("x"), TooLarge("x")])
def test_where_it_cannot_be_read_nothing_may(fault):
    with pytest.raises(RobotsRefused, match=fault.name):
        rules(fault=fault).check(PAGE)


@pytest.mark.parametrize("fault", [Unreachable("x"), AddressRefused("x")])
def test_where_the_host_is_not_reached_that_is_the_reason(fault):
    with pytest.raises(type(fault)):
        rules(fault=fault)


@pytest.mark.parametrize(
    ("text", "pause"), [(b"Crawl-delay: 7", 7.0), (b"Request-rate: 1/30", 30.0), (b"", 0)]
)
def test_the_pause_that_a_site_wants(text, pause):
    assert rules(b"User-agent: *\n" + text).pause == pause


def test_rules_are_kept_for_hours_and_doubts_for_minutes():
    asked = []
    now = 1.0

    async def fetch(url):
        asked.append(url)
        if "hallin" in url:
            raise ServerFault("x")
        return b""

    robots = Robots(fetch, clock=lambda: now)

    async def both():
        await robots.rules(PAGE)
        await robots.rules("https://hallin.example/1")

    for moment in (1.0, 300.0, 900.0, 5 * 3600.0, 7 * 3600.0):
        now = moment
        asyncio.run(both())
    assert [sum(name in url for url in asked) for name in ("orla", "hallin")] == [2, 4]


def test_one_at_a_time_with_a_pause_and_other_hosts_meanwhile():
    async def run():
        hosts = Hosts(pause=0.05, most=8)
        hosts.slow_down(("slow.example", 443), 0.12)
        under_way, most, times = {}, {}, {}

        async def ask(host):
            async with hosts.turn((host, 443)):
                under_way[host] = under_way.get(host, 0) + 1
                most[host] = max(most.get(host, 0), under_way[host])
                times.setdefault(host, []).append(asyncio.get_running_loop().time())
                await asyncio.sleep(0.01)
                under_way[host] -= 1

        await asyncio.gather(*(ask(host) for host in ("orla.example", "slow.example") for _ in range(3)))
        return most, times

    most, times = asyncio.run(run())
    assert set(most.values()) == {1}
    gaps = {host: min(b - a for a, b in pairwise(found)) for host, found in times.items()}
    assert gaps["orla.example"] >= 0.05
    assert gaps["slow.example"] >= 0.12


def test_no_site_can_stop_us_for_good():
    hosts = Hosts(pause=0.0, most=1)
    hosts.slow_down(("slow.example", 443), 1e9)
    assert hosts._lane(("slow.example", 443)).pause == LONGEST_PAUSE

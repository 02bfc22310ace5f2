"""Pages that take long: made once, also for many who wait, also when the process that makes them is gone."""

import asyncio
import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from threading import Event

from rashomon.model.errors import StoreError
from rashomon.web.cache import Lately, Page, Pages
from rashomon.web.laying import Layout


def made(calls: list[int]) -> Page:
    calls.append(1)
    return Page(b"page", 'W/"1"')


def of_another_process(pid: int) -> Page:
    if os.getpid() != pid:
        os._exit(1)
    return Page(b"made here", 'W/"2"')


def slowly(body: bytes) -> Page:
    time.sleep(0.4)
    return Page(body, "2")


def test_many_who_wait_get_one_page_that_is_made_once() -> None:
    calls: list[int] = []
    layout = Layout(Pages(1000), 0)

    async def all_at_once() -> list[Page]:
        return await asyncio.gather(*(layout.page("key", partial(made, calls)) for _ in range(20)))

    assert {page.body for page in asyncio.run(all_at_once())} == {b"page"}
    assert calls == [1]


def test_a_page_whose_process_was_killed_is_made_all_the_same() -> None:
    layout = Layout(Pages(1000), 1)

    async def run() -> bytes:
        return (await layout.page("key", partial(of_another_process, os.getpid()))).body

    assert asyncio.run(run()) == b"made here"
    layout.close()


def test_the_page_before_is_given_while_the_new_one_takes_long() -> None:
    layout = Layout(Pages(1000), 0)
    make, before = partial(slowly, b"two"), Page(b"one", "1")

    async def run() -> list[bytes]:
        first = await layout.page("key", make, before=before)
        await asyncio.sleep(0.6)
        return [first.body, (await layout.page("key", make, before=before)).body]

    assert asyncio.run(run()) == [b"one", b"two"]


def test_what_was_not_asked_for_longest_makes_room() -> None:
    pages = Pages(10)
    for name in "abc":
        pages.put(name, Page(b"1234", name))
        pages.get("a")
    assert pages.get("a")
    assert pages.get("b") is None
    assert pages.get("c")
    assert len(pages) == 2


def test_an_answer_stands_for_a_while() -> None:
    answers = iter(range(9))
    assert [Lately(60).get("key", lambda: next(answers)) for _ in range(2)] == [0, 1]
    lately = Lately(60)
    assert [lately.get("key", lambda: next(answers)) for _ in range(2)] == [2, 2]


def test_an_old_answer_is_given_while_it_is_made_anew() -> None:
    lately, answers, slow = Lately(0.05), iter(range(9)), Event()

    def make() -> int:
        answer = next(answers)
        if answer:
            slow.wait(10)
        return answer

    assert lately.get("key", make) == 0
    time.sleep(0.1)
    assert [lately.get("key", make) for _ in range(5)] == [0] * 5
    slow.set()
    for _ in range(100):
        if lately.get("key", make) != 0:
            break
        time.sleep(0.01)
    assert lately.get("key", make) >= 1


def test_an_answer_that_nobody_asked_for_in_long_is_waited_for() -> None:
    lately, answers = Lately(0.001), iter(range(9))
    assert lately.get("key", lambda: next(answers)) == 0
    time.sleep(0.1)
    assert lately.get("key", lambda: next(answers)) == 1


def test_a_store_that_is_away_costs_no_old_answer() -> None:
    lately = Lately(0.05)

    def away() -> int:
        raise StoreError("the store can't be reached")

    assert lately.get("key", lambda: 7) == 7
    time.sleep(0.1)
    assert [lately.get("key", away), lately.get("key", away)] == [7, 7]


def test_no_process_outlives_the_server(tmp_path) -> None:
    noted = tmp_path / "worker"
    code = (
        "import asyncio, os, signal\n"
        "from functools import partial\n"
        "import test_laying\n"
        "from rashomon.web.cache import Pages\n"
        "from rashomon.web.laying import Layout\n"
        "if __name__ == '__main__':\n"
        "    layout = Layout(Pages(1000), 1)\n"
        f"    asyncio.run(layout.page('key', partial(test_laying.note_worker, {str(noted)!r})))\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    script = tmp_path / "server.py"
    script.write_text(code, "utf-8")
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    subprocess.run([sys.executable, script], env={**os.environ, "PYTHONPATH": path}, check=False, timeout=60)
    worker = int(noted.read_text())
    for _ in range(100):
        if not is_there(worker):
            return
        time.sleep(0.05)
    raise AssertionError("the process is still there")


def note_worker(path: str) -> Page:
    Path(path).write_text(str(os.getpid()))
    return Page(b"", "1")


def is_there(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    if not Path("/proc/self").exists():
        return subprocess.run(["ps", "-p", str(process)], check=False, capture_output=True).returncode == 0
    return stat.exists() and ") Z " not in stat.read_text()

from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.seeding import Run, shared_runs

# so short that no gram has more holders than are linked all to all
TEXTS = st.lists(st.lists(st.sampled_from("ab"), max_size=9), max_size=2)


def every_run(texts: list[list[str]], gram: int) -> list[Run]:
    """All maximal equal runs, the slow way."""
    found = []
    for left in range(len(texts)):
        for right in range(left + 1, len(texts)):
            a, b = texts[left], texts[right]
            for at in range(len(a)):
                for to in range(len(b)):
                    if a[at] != b[to] or (at and to and a[at - 1] == b[to - 1]):
                        continue
                    length = 0
                    while at + length < len(a) and to + length < len(b) and a[at + length] == b[to + length]:
                        length += 1
                    if length >= gram:
                        found.append(Run(left, right, at, to, length))
    return sorted(found)


@given(TEXTS)
def test_runs_are_those_of_the_slow_way(texts: list[list[str]]) -> None:
    assert shared_runs(texts) == every_run(texts, 4)


def test_a_copy_of_many_is_linked_for_each() -> None:
    texts = ["the ferry left the old harbour before dawn".split() for _ in range(40)]
    found = shared_runs(texts)
    assert {run.right for run in found} | {0} == set(range(40))
    assert len(found) < 40 * 3


def test_nothing_shared_nothing_found() -> None:
    assert shared_runs([]) == []
    assert shared_runs([["a"], []]) == []
    assert shared_runs([["a", "b", "c", "d"], ["e", "f", "g", "h"]]) == []

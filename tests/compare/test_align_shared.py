"""Align: a claim of two facts stands in two groups, and a group draws in only what is linked to all of it."""

from types import SimpleNamespace

from rashomon.compare.align import _widened, _with_shared


def views(*articles):
    return [
        SimpleNamespace(article=article, terms=("dam", "gate"), entities=frozenset(), quantities=())
        for article in articles
    ]


def test_a_claim_of_two_facts_stands_in_two_groups():
    core = [(0, 1), (2, 3)]
    found = _with_shared(core, views("a", "b", "a", "c"), {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.6})
    assert found == [(0, 1), (1, 2), (2, 3)]


def test_a_weak_link_takes_no_claim_from_being_told_alone():
    found = _with_shared([(0, 1), (2,)], views("a", "b", "c"), {(0, 1): 0.9, (1, 2): 0.7})
    assert found == [(0, 1), (2,)]


def test_what_is_linked_to_one_member_only_stays_outside():
    likelihood = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.1, (0, 3): 0.8, (1, 3): 0.7}
    assert _widened((0, 1), (2, 3), likelihood) == (0, 1, 3)

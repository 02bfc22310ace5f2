"""Settling: statements that articles print in the same words keep to themselves."""

from types import SimpleNamespace

from rashomon.compare.align.settling import _without_twins

HOTLINE = ("agree", "hotline", "river", "control", "room", "tuesday", "answer")


def views(*rows):
    return [SimpleNamespace(article=article, terms=terms) for article, terms in rows]


def test_the_same_words_in_two_articles_leave_a_group_that_only_resembles_them():
    told = views(("a", HOTLINE), ("b", HOTLINE), ("a", ("dam", "water")), ("c", ("water", "dam", "gate")))
    likelihood = {(0, 1): 1.0, (0, 3): 0.8, (1, 2): 0.7, (2, 3): 0.95}
    assert sorted(_without_twins((0, 1, 2, 3), told, likelihood)) == [(0, 1), (2, 3)]


def test_another_wording_that_is_sure_keeps_them():
    told = views(("a", HOTLINE), ("b", HOTLINE), ("c", ("line", "river", "room")))
    likelihood = {(0, 1): 1.0, (0, 2): 0.97, (1, 2): 0.5}
    assert list(_without_twins((0, 1, 2), told, likelihood)) == [(0, 1, 2)]


def test_what_is_left_of_one_article_is_told_by_it_alone():
    told = views(("a", HOTLINE), ("b", HOTLINE), ("a", ("dam", "water")))
    assert sorted(_without_twins((0, 1, 2), told, {(0, 1): 1.0, (1, 2): 0.6})) == [(0, 1), (2,)]

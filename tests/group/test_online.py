from itertools import permutations

import pytest

from rashomon.group.linking import link
from rashomon.group.online import Grouper
from rashomon.group.profiles import Profile


@pytest.fixture(scope="module")
def found(dam: list[Profile]) -> list[Profile]:
    return dam


def sets(grouper: Grouper) -> set[frozenset[str]]:
    return {frozenset(articles) for articles in grouper.stories().values()}


def test_an_article_is_placed_at_once_and_says_why(found: list[Profile]) -> None:
    grouper = Grouper()
    (first,) = grouper.place(found[0])
    (second,) = grouper.place(found[1])
    (third,) = grouper.place(found[2])
    assert (first.kind, second.kind, third.kind) == ("new", "joined", "new")
    assert second.to == found[0].article
    assert second.partner == found[0].article
    assert second.odds is not None
    assert second.odds > 0
    assert second.evidence


def test_after_settling_the_order_makes_no_difference(found: list[Profile]) -> None:
    batch = {frozenset(found[i].article for i in group) for group in link(found).groups}
    for order in permutations(range(4)):
        grouper = Grouper(explain=False)
        for i in order:
            grouper.place(found[i])
        grouper.settle()
        assert sets(grouper) == batch


def test_each_article_is_in_one_story_whatever_comes(found: list[Profile]) -> None:
    grouper = Grouper()
    for profile in found:
        grouper.place(profile)
        articles = [article for story in grouper.stories().values() for article in story]
        assert len(articles) == len(set(articles)) == len(grouper)


def test_changes_replayed_give_the_stories_that_stand(found: list[Profile]) -> None:
    grouper, where = Grouper(explain=False), {}
    for profile in (found[3], found[2], found[1], found[0]):
        for change in grouper.place(profile):
            where.update(dict.fromkeys(change.articles, change.to))
    assert {frozenset(a for a in where if where[a] == to) for to in where.values()} == sets(grouper)


def test_what_is_forgotten_is_gone(found: list[Profile]) -> None:
    grouper = Grouper()
    for profile in found:
        grouper.place(profile)
    grouper.forget(2)
    assert {article for story in sets(grouper) for article in story} == {p.article for p in found[2:]}
    assert grouper.place(found[0])[-1].articles == (found[0].article,)


def test_articles_held_are_stories_of_their_own_until_all_settles(found: list[Profile]) -> None:
    grouper = Grouper()
    for profile in found:
        grouper.hold(profile)
    assert len(grouper.stories()) == 4
    (change, *_) = grouper.settle()
    assert change.kind == "merged"
    assert len(grouper.stories()) < 4


def test_a_story_keeps_its_name_when_the_article_that_began_it_is_let_go(found: list[Profile]) -> None:
    grouper = Grouper(explain=False)
    grouper.place(found[0])
    grouper.place(found[1])
    grouper.forget(1)
    assert grouper.stories() == {found[0].article: (found[1].article,)}
    grouper.place(found[2])
    (change, *_) = [change for profile in found[3:] for change in grouper.place(profile)]
    assert change.to == (found[0].article if change.kind == "joined" else change.articles[0])

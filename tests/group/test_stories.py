from collections.abc import Callable, Sequence

import pytest

from rashomon.group import stories
from rashomon.model import Annotations

FERRY = (
    "Ferry with 212 aboard runs aground off Skarholm",
    "The ferry Aurelia ran aground off Skarholm in heavy fog on Monday with 212 passengers aboard. "
    "Coastguard chief Marit Ronning said all passengers were taken off by lifeboat near the Skarholm light. "
    "Captain Jonas Feldt, 58, told the coastguard that the steering of the Aurelia had failed.",
)
FERRY_TOO = (
    "All 212 passengers saved as Aurelia hits rocks",
    "Lifeboats saved 212 passengers from the ferry Aurelia after it ran aground in fog off Skarholm. "
    "Marit Ronning, who heads the coastguard, praised the crew. Jonas Feldt, 58, captain of the Aurelia, "
    "said the steering failed minutes before the ferry hit the rocks near the Skarholm light.",
)
OTHER_FERRY = (
    "Ferry with 90 aboard runs aground off Tarnvik",
    "The ferry Betula ran aground off Tarnvik in heavy rain on Thursday with 90 passengers aboard. "
    "Harbour master Ilse Kramp said nobody was hurt. Captain Per Lindqvist, 41, blamed an unmarked sandbank "
    "at the mouth of the Tarnvik channel.",
)
BUDGET = (
    "Parliament of Orvenia passes budget after long night",
    "Deputies in Orvenia passed the budget by 61 votes to 58 early on Friday. Finance Minister Dalia Kest "
    "said that pensions would rise by four percent. Opposition leader Rurik Amsel called the vote a farce.",
)
Annotate = Callable[..., Annotations]


@pytest.fixture(scope="module")
def told(annotated: Annotate) -> Callable[[tuple[str, str], str], Annotations]:
    def run(report: tuple[str, str], published: str) -> Annotations:
        title, text = report
        return annotated(f"{title}\n\n{text}", title=title, published=published, precision="day")

    return run


def sets(articles: Sequence[Annotations], **options: bool) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story, _ in stories(articles, **options)}


def test_two_reports_of_one_event_are_one_story(told: Callable[..., Annotations]) -> None:
    articles = [told(FERRY, "2031-03-04"), told(BUDGET, "2031-03-08"), told(FERRY_TOO, "2031-03-04")]
    first, budget, second = (a.article.id for a in articles)
    assert sets(articles) == {frozenset({first, second}), frozenset({budget})}


def test_look_alike_events_stay_apart(told: Callable[..., Annotations]) -> None:
    articles = [told(FERRY, "2031-03-04"), told(OTHER_FERRY, "2031-03-07")]
    assert len(stories(articles)) == 2


def test_order_of_the_input_is_order_of_the_output_and_nothing_else(told: Callable[..., Annotations]) -> None:
    articles = [told(BUDGET, "2031-03-08"), told(FERRY, "2031-03-04"), told(FERRY_TOO, "2031-03-04")]
    forward, backward = stories(articles), stories(articles[::-1])
    assert {s.id: (s.title, s.date, s.place, s.reasons) for s, _ in forward} == {
        s.id: (s.title, s.date, s.place, s.reasons) for s, _ in backward
    }
    assert forward[0][0].articles == (articles[0].article.id,)
    assert [a.article.id for a in backward[0][1]] == [articles[2].article.id, articles[1].article.id]


def test_one_story_joins_everything(told: Callable[..., Annotations]) -> None:
    articles = [told(BUDGET, "2031-03-08"), told(FERRY, "2031-03-04")]
    assert sets(articles, one_story=True) == {frozenset(a.article.id for a in articles)}


def test_a_story_has_a_title_a_day_and_reasons(told: Callable[..., Annotations]) -> None:
    ((story, _),) = stories([told(FERRY, "2031-03-04"), told(FERRY_TOO, "2031-03-04")])
    assert story.title in {FERRY[0], FERRY_TOO[0]}
    assert story.date in {"2031-03-03", "2031-03-04"}
    assert story.reasons


def test_an_article_alone_is_a_story(annotated: Annotate) -> None:
    ((story, members),) = stories([annotated("Nothing much happened in Lund.")])
    assert len(members) == 1
    assert story.title == "Nothing much happened in Lund."
    assert stories([]) == ()


def test_the_day_is_that_of_the_openings_not_of_the_background(told: Callable[..., Annotations]) -> None:
    hearing = "A court in Skarholm opened its hearing on the Aurelia on Tuesday. Families filled the hall."
    ferry = "The ferry ran aground on March 4. Lifeboats came on March 4. Its captain was held on March 4."
    first = told(("Hearing opens", f"{hearing} {ferry}"), "2031-03-11")
    second = told(("Families at hearing", f"{hearing} Judges will sit for a week. {ferry}"), "2031-03-12")
    ((story, _),) = stories([first, second], one_story=True)
    assert story.date == "2031-03-11"


def test_a_story_tells_its_days_and_what_was_printed_again(told: Callable[..., Annotations]) -> None:
    again = (FERRY[0], FERRY[1] + " The Aurelia was towed to Skarholm at noon.")
    ((story, _),) = stories([told(FERRY, "2031-03-04"), told(again, "2031-03-05")])
    assert "Its reports are from 2031-03-04 to 2031-03-05" in story.reasons
    assert any("nearly one text" in reason or "revises" in reason for reason in story.reasons)

from dataclasses import replace

from rashomon.model import Dossier
from rashomon.tell import to_json
from rashomon.tell.report.view import view
from rashomon.tell.timeline import find_timeline


def test_dates_ascend_with_the_points_that_tell_of_them(ferry: Dossier) -> None:
    assert [(entry.date, entry.precision, entry.points) for entry in ferry.timeline] == [
        ("1988", "year", ("p-since",)),
        ("2031-03-11", "day", ("p-freed", "p-tow")),
        ("2031-03-14", "day", ("p-divers",)),
    ]


def test_a_time_of_day_counts_for_its_day_and_a_range_is_kept(ferry: Dossier) -> None:
    claim = next(c for c in ferry.comparison.claims if c.id == "c-divers")
    minute = replace(claim.dates[0], value="2031-03-14T09:30", precision="minute", kind="time")
    until = replace(claim.dates[0], end="2031-03-16")
    claims = (replace(claim, dates=(minute, until)),)
    assert [entry.date for entry in find_timeline(claims, ferry.comparison.points)] == [
        "2031-03-14",
        "2031-03-14/2031-03-16",
    ]


def test_a_date_without_a_place_on_the_calendar_is_left_out(ferry: Dossier) -> None:
    claim = next(c for c in ferry.comparison.claims if c.id == "c-divers")
    unknown = replace(claim, dates=(replace(claim.dates[0], value=None),))
    assert find_timeline((unknown,), ferry.comparison.points) == ()


def test_words_of_one_claim_stand_together_on_the_page(ferry: Dossier) -> None:
    data = to_json(ferry)
    entry = data["timeline"][1]
    claim = next(c for c in data["claims"] if c["id"] == "c-freed-1")
    (span,) = claim["spans"]
    middle = span["start"] + len("The ferry Maren")
    halves = [
        {**span, "end": middle, "exact": "The ferry Maren"},
        {**span, "start": middle + 1, "exact": span["exact"][len("The ferry Maren ") :]},
    ]
    claim["spans"] = halves
    entry["spans"] = [*halves, *(each for each in entry["spans"] if each != span)]
    told = [each.text for each in view(data)["timeline"][1].told]
    assert "The ferry Maren … was freed on Tuesday after a night on the Gull Bank" in told
    assert "The ferry Maren" not in told

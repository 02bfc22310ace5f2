"""What the desk's pages show of a dossier."""

import itertools
from copy import deepcopy

from rashomon.web.show.alerts import Version, alerts
from rashomon.web.show.changes import changes
from rashomon.web.show.marks import Mark, marked
from rashomon.web.show.numbers import series
from rashomon.web.show.plot import plot
from rashomon.web.show.reading import sheet
from rashomon.web.show.said import topic

MADE = "2031-03-12T10:00:00+00:00"


def test_a_count_that_grew_is_one_series_in_the_order_of_time(told) -> None:
    injured = next(one for one in series(told) if one.relation == "update")
    assert [(r.witness.siglum, r.exact) for r in injured.readings][-1] == ("VT", "15")
    assert injured.moves
    assert [r.published for r in injured.readings] == sorted(r.published for r in injured.readings)


def test_moving_counts_come_before_steady_ones(told) -> None:
    moves = [one.moves for one in series(told)]
    assert moves == sorted(moves, reverse=True)


def test_the_plot_joins_equal_readings_and_shows_open_bounds(told) -> None:
    injured = next(one for one in series(told) if one.relation == "update")
    drawn = plot(injured)
    assert [mark.label for mark in drawn.marks] == ["SIC", "LD HP", "VT"]
    assert [mark.arrow for mark in drawn.marks] == ["", "up", ""]
    assert drawn.marks[2].y < drawn.marks[0].y
    assert [tick.words for tick in drawn.times] == ["11 Mar", "12 Mar", "13 Mar"]


def test_a_count_without_a_date_is_not_drawn(told) -> None:
    undated = deepcopy(told)
    for article in undated["articles"]:
        article["published"] = None
    assert series(undated)
    assert all(plot(one) is None for one in series(undated))


def test_by_default_two_articles_that_part_are_laid_side_by_side(told) -> None:
    shown = sheet(told)
    assert len(shown.columns) == 2
    assert shown.differences
    assert all(len(d.words) >= 1 for d in shown.differences)


def test_every_word_of_the_articles_stands_in_its_column(told) -> None:
    for column in sheet(told, [row["siglum"] for row in told["articles"]]).columns:
        lines = [line for line in column.row["text"].split("\n") if line.strip()]
        assert ["".join(run.text for run in runs) for runs in column.paragraphs] == lines
        for runs in column.paragraphs:
            for run in runs:
                assert column.row["text"][run.start : run.start + len(run.text)] == run.text


def test_copies_go_together_over_their_whole_length(told) -> None:
    chain = sheet(told, ["LD", "HP"]).chains["0-1"]
    assert len(chain) > 10
    assert chain == sorted(chain)
    assert all(a[1] < b[1] for a, b in itertools.pairwise(chain))


def test_an_unknown_siglum_is_left_out(told) -> None:
    assert [c.witness.siglum for c in sheet(told, ["LD", "??", "LD", "HP"]).columns] == ["LD", "HP"]


def test_each_alert_is_told_once_with_the_version_that_brought_it(told) -> None:
    before = deepcopy(told)
    before["points"] = [point for point in told["points"] if point["relation"] != "contradict"]
    found = alerts([Version(1, "2031-03-11T10:00:00+00:00", before), Version(2, MADE, told)])
    contradictions = [alert for alert in found if alert.kind == "contradiction"]
    assert [alert.version for alert in contradictions] == [2] * len(contradictions)
    assert {alert.version for alert in found if alert.kind == "quote"} == {1}
    assert len({alert.id for alert in found}) == len(found)


def test_an_alert_keeps_its_id_when_the_points_ids_change(told) -> None:
    other = deepcopy(told)
    for number, point in enumerate(other["points"]):
        point["id"] = f"p-{number}"
    ids = [{alert.id for alert in alerts([Version(1, MADE, data)])} for data in (told, other)]
    assert ids[0] == ids[1]


def test_what_somebody_said_goes_over_all_outlets(told) -> None:
    dorvan = next(row["id"] for row in told["entities"] if row["name"] == "Alexei Dorvan")
    found = topic(told, dorvan)
    assert found.title == told["story"]["title"]
    altered = next(one for one in found.spoken if one.altered)
    assert len({w.siglum for r in altered.renderings for w in r.witnesses}) >= 3
    assert topic(told, "e-nobody") is None


def test_changes_between_equal_versions_are_none(told) -> None:
    found = changes(told, told)
    assert not (found.come)
    assert not (found.fallen)
    assert not (found.turned)


def test_a_point_that_turned_says_how(told) -> None:
    before = deepcopy(told)
    point = next(row for row in before["points"] if row["relation"] == "contradict")
    point["relation"] = "differ"
    found = changes(before, told)
    assert [turned.what for turned in found.turned] == ["told differently before, contradicted now"]


def test_a_point_whose_claims_are_only_near_is_not_told_differently(told) -> None:
    before = deepcopy(told)
    near = next(row for row in before["points"] if row["slot"] == "other" and row["relation"] == "differ")
    near["relation"], near["slot"] = "contradict", "date"
    (turned,) = changes(before, told).turned
    assert turned.what.startswith("contradicted before, near to each other now")


def test_a_mark_stays_with_the_point_that_holds_most_of_its_claims():
    points = [{"id": "p-1", "claims": ["c-1", "c-2", "c-3"]}, {"id": "p-2", "claims": ["c-4"]}]
    assert marked(points, [Mark("p-2", ("c-4",), "Ana")]) == {"p-2": "Ana"}
    assert marked(points, [Mark("p-old", ("c-1", "c-2"), "Ana")]) == {"p-1": "Ana"}
    assert marked(points, [Mark("p-old", ("c-1", "c-8"), "Ana"), Mark("p-gone", (), "Ben")]) == {}
    assert marked([], [Mark("p-old", ("c-1",), "Ana")]) == {}

"""Who said what: the part of a long quote that gives the words, and equal words in one row."""

from collections.abc import Sequence
from typing import Any

from rashomon.tell.report.view.places import Desk
from rashomon.tell.report.view.renderings import Shown, given, renderings
from rashomon.tell.report.view.utterances import speakers

Json = dict[str, Any]
LONG = "“The lock will stay shut. We need a week to mend the gate. Nobody was hurt,”"
ALTERED = "“We need one week to mend the gate,”"
PLAIN = "the lock would reopen in a week"
SOURCE = "said the lock keeper, Jarl Estvik: "


def _span(article: str, text: str, exact: str) -> Json:
    start = text.index(exact)
    return {"article": article, "start": start, "end": start + len(exact), "exact": exact}


def _quote(article: str, *content: str, kind: str = "direct", speaker: str | None = "e-estvik") -> Json:
    text = SOURCE + " ".join(content)
    return {
        "id": f"q-{article}",
        "article": article,
        "kind": kind,
        "speaker": speaker,
        "source": [_span(article, text, "the lock keeper, Jarl Estvik")],
        "cue": [_span(article, text, "said")],
        "content": [_span(article, text, part) for part in content],
        "within": None,
    }


def _part(quote: Json, *exact: str) -> list[Json]:
    [whole] = quote["content"]
    return [
        {**span, "start": span["start"] + whole["start"], "end": span["end"] + whole["start"]}
        for span in (_span(quote["article"], whole["exact"], one) for one in exact)
    ]


def _desk(quotes: Sequence[Json], rows: Sequence[Json] = ()) -> Desk:
    names = ("a-lock", "a-weir", "a-quay")
    articles = [{"id": id, "outlet": id, "siglum": id[2].upper(), "file": f"{id}.txt"} for id in names]
    said = [{"id": "u-1", "speaker": "e-estvik", "renderings": list(rows)}] if rows else []
    keeper = {"id": "e-estvik", "name": "Jarl Estvik", "roles": []}
    tables: Json = {"articles": articles, "quotes": list(quotes), "entities": [keeper], "utterances": said}
    return Desk({"claims": [], "points": [], **tables})


def _cut() -> tuple[Json, list[Json], list[Shown]]:
    long, altered = _quote("a-lock", LONG), _quote("a-weir", ALTERED)
    part = _part(long, "We need a week to mend the gate.")
    rows = [given(long, "verbatim", part), given(altered, "altered")]
    return long, part, renderings(_desk([long, altered]), rows)


def test_of_a_long_quote_the_part_is_shown_between_marks_of_what_is_left_out() -> None:
    _, _, shown = _cut()
    part = next(row for row in shown if row.before)
    assert part.text == "We need a week to mend the gate."
    assert (part.before, part.after) == (True, True)
    assert [(row.before, row.after) for row in shown if row is not part] == [(False, False)]


def test_the_words_differ_against_the_part_alone() -> None:
    _, _, shown = _cut()
    changes = [(run.kind, run.text.strip(".,”")) for run in shown[1].changes if run.kind != "both"]
    assert sorted(changes) == [("left", "a"), ("right", "one")]


def test_links_open_at_the_part() -> None:
    _, [part], shown = _cut()
    row = next(row for row in shown if row.before)
    assert row.link.href == f"#w0-{part['start']}"
    assert row.link.places == f"0:{part['start']}-{part['end']}"
    assert row.witnesses[0].link == row.link


def test_quotation_marks_alone_are_nothing_left_out() -> None:
    quote = _quote("a-lock", ALTERED)
    [row] = renderings(_desk([quote]), [given(quote, "", _part(quote, "We need one week to mend the gate"))])
    assert (row.before, row.after) == (False, False)


def test_parts_that_follow_each_other_have_no_gap_between_them() -> None:
    quote = _quote("a-lock", LONG)
    near = given(quote, "", _part(quote, "The lock will stay shut.", "We need a week to mend the gate."))
    far = given(quote, "", _part(quote, "The lock will stay shut.", "Nobody was hurt"))
    assert near.text == "The lock will stay shut. We need a week to mend the gate."
    assert far.text == "The lock will stay shut. … Nobody was hurt"
    assert (near.cut, far.cut) == ((False, True), (False, False))


def test_equal_words_are_one_row_with_all_who_print_them() -> None:
    quotes = [
        _quote("a-quay", PLAIN, kind="indirect"),
        _quote("a-weir", PLAIN.replace("the", "The") + ".", kind="indirect"),
        _quote("a-lock", PLAIN.replace("week", "fortnight"), kind="indirect"),
    ]
    rows = [{"quote": quote["id"], "fidelity": "paraphrased", "spans": []} for quote in quotes]
    [speaker] = speakers(_desk(quotes, rows))
    [said] = speaker.compared
    assert [[w.siglum for w in row.witnesses] for row in said.renderings] == [["L"], ["W", "Q"]]
    joined = said.renderings[1]
    assert [part.partition(":")[0] for part in joined.link.places.split()] == ["1", "2"]
    assert [w.link.places.partition(":")[0] for w in joined.witnesses if w.link] == ["1", "2"]


def test_one_row_of_two_outlets_is_no_single_account() -> None:
    quotes = [_quote(article, PLAIN, kind="indirect") for article in ("a-lock", "a-weir")]
    rows = [{"quote": quote["id"], "fidelity": "paraphrased"} for quote in quotes]
    [speaker] = speakers(_desk(quotes, rows))
    assert (len(speaker.compared), speaker.single) == (1, [])


def test_other_marks_another_kind_or_label_keep_rows_apart() -> None:
    desk = _desk([])
    marked = _quote("a-lock", "the lock would “reopen in a week”", kind="mixed")
    moved = _quote("a-weir", "the lock would reopen “in a week”", kind="mixed")
    plain = _quote("a-quay", PLAIN, kind="indirect")
    label = [given(plain, "paraphrased"), given(_quote("a-lock", PLAIN, kind="indirect"), "verbatim")]
    assert len(renderings(desk, [given(marked), given(moved), given(plain)])) == 3
    assert len(renderings(desk, label)) == 2


def test_what_one_tells_of_another_names_both() -> None:
    outer, inner = _quote("a-lock", LONG), {**_quote("a-lock", PLAIN, speaker="e-mill"), "id": "q-inner"}
    mill = {"id": "e-mill", "name": "the Mill Company", "roles": []}
    desk = _desk([outer])
    desk.entities["e-mill"] = mill
    assert desk.voice_of({**inner, "within": outer["id"]}).name == "the Mill Company as told by Jarl Estvik"
    assert desk.voice_of({**outer, "within": outer["id"]}).name == "Jarl Estvik"
    assert desk.voice_of(inner).name == "the Mill Company"

"""Edits: any series of them keeps the way back to what arrived."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.offsets import Draft, Edit


def edits(length: int) -> st.SearchStrategy[list[Edit]]:
    place = st.integers(0, length)
    return st.lists(
        st.builds(
            lambda a, b, new: Edit(min(a, b), max(a, b), new, "changed"),
            place,
            place,
            st.text("abc \n", max_size=4),
        ),
        max_size=5,
    )


@given(st.data(), st.text("abc \n", max_size=40))
def test_mapped_characters_are_the_raw_ones(data: st.DataObject, raw: str) -> None:
    draft = Draft.of(raw)
    for _ in range(3):
        draft = draft.apply(data.draw(edits(len(draft.text))))
    offsets = draft.offsets()
    for at, char in enumerate(draft.text):
        place = offsets.to_raw(at)
        assert place is None or raw[place] == char
    kept = {place for at in range(len(draft.text)) if (place := offsets.to_raw(at)) is not None}
    told = {at for drop in draft.dropped() for at in range(drop.start, drop.start + len(drop.text))}
    mended = {
        at for row in draft.repairs() for at in range(row.raw_start or 0, (row.raw_start or 0) + len(row.was))
    }
    assert set(range(len(raw))) <= kept | told | mended


def test_an_edit_without_a_reason_may_not_touch_words() -> None:
    with pytest.raises(ValueError, match="white space alone"):
        Draft.of("ferry").apply([Edit(0, 1)])


def test_neighbouring_drops_are_told_as_one() -> None:
    draft = Draft.of("one\ntwo\nthree").apply([Edit(0, 3, "", "gone"), Edit(4, 7, "", "gone")])
    assert [drop.text for drop in draft.dropped()] == ["one\ntwo"]


def test_a_repair_tells_where_it_stands_now_and_stood_then() -> None:
    draft = Draft.of("x prevai\nling").apply([Edit(0, 2, "", "gone"), Edit(2, 13, "prevailing", "mended")])
    (repair,) = draft.repairs()
    assert (repair.start, repair.end, repair.was, repair.raw_start) == (0, 10, "prevai\nling", 2)
    assert draft.offsets().pieces == ((0, 2, 6), (6, 9, 4))

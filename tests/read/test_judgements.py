from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Judgement
from rashomon.model.errors import InputError, UsageError
from rashomon.read.judgements import format_judgements, read_judgements, write_judgements

name = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip)


@given(left=name, right=name, note=name)
def test_what_is_written_is_read_again(
    left: str, right: str, note: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if left == right:
        return
    said = Judgement(left=min(left, right), right=max(left, right), verdict="apart", note=note)
    path = tmp_path_factory.mktemp("said") / "names.toml"
    write_judgements([said], path)
    assert read_judgements(path) == (said,)


def test_the_order_of_saying_leaves_no_trace(tmp_path: Path) -> None:
    one = Judgement(left="Ada Holm", right="Holm", verdict="same", articles=("a-2", "a-1"))
    two = Judgement(left="Brook", right="Cairn", verdict="apart", by="Eva")
    assert format_judgements([one, two]) == format_judgements([two, one])


def test_a_missing_file_holds_nothing(tmp_path: Path) -> None:
    assert read_judgements(tmp_path / "names.toml") == ()


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"{tmp_path.name}: it is a folder"):
        read_judgements(tmp_path)


def test_the_last_word_on_two_names_counts(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    tables = [
        f'[[judgement]]\nnames = {names}\nverdict = "{verdict}"\n'
        for names, verdict in (('["Ada", "Eva"]', "same"), ('["Eva", "Ada"]', "apart"))
    ]
    path.write_text("\n".join(tables), "utf-8")
    assert [judgement.verdict for judgement in read_judgements(path)] == ["apart"]


@pytest.mark.parametrize(
    "body",
    [
        "[[judgement]",
        "judgement = 1",
        '[[judgement]]\nnames = ["Ada"]\nverdict = "same"',
        '[[judgement]]\nnames = ["Ada", "Eva"]\nverdict = "maybe"',
        '[[judgement]]\nnames = ["Ada", "Ada"]\nverdict = "same"',
        '[[judgement]]\nnames = ["Ada", "Eva"]\nverdict = "same"\narticles = "a-1"',
    ],
)
def test_a_judgement_that_cannot_be_read_is_named(tmp_path: Path, body: str) -> None:
    (tmp_path / "names.toml").write_text(body, "utf-8")
    with pytest.raises(UsageError, match=r"names\.toml"):
        read_judgements(tmp_path / "names.toml")

from collections.abc import Callable

from rashomon.compare.passages import find_passages, share
from rashomon.compare.texts import text_of
from rashomon.model import Annotations, Passage

WIRE = (
    "The ferry Aurelia left Port Ellery before dawn on Tuesday with about ninety passengers aboard. "
    "Witnesses heard two dull blasts from the engine room shortly after the pilot had gone ashore."
)


def shared(*texts: str) -> list[tuple[str, ...]]:
    """The passages' words, each from every article that holds it."""
    prepared = [text_of(f"a{number}", text, _starts(text)) for number, text in enumerate(texts)]
    return [_exact(passage, texts) for passage in share(prepared)]


def _starts(text: str) -> list[int]:
    return [0, *(at + 2 for at in range(len(text)) if text[at : at + 2] in {". ", ".\n"})]


def _exact(passage: Passage, texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(texts[int(span.article[1:])][span.start : span.end] for span in passage.spans)


def test_a_copied_text_is_found_sentence_by_sentence() -> None:
    found = shared(WIRE, "Our own reporter writes. " + WIRE)
    assert [pair[0] for pair in found] == [WIRE.split(". ")[0], WIRE.split(". ")[1].rstrip(".")]
    assert all(left == right for left, right in found)


def test_small_edits_and_spelling_do_not_hide_a_copy() -> None:
    left = "Officials said the labour dispute at the harbour had been settled late on Monday evening."
    right = "Officials said the long labor dispute at the harbor was settled late on Monday evening."
    assert shared(left, right) == [(left.rstrip("."), right.rstrip("."))]


def test_three_articles_make_one_passage() -> None:
    found = shared(WIRE, "Before. " + WIRE, WIRE + " After that it was quiet.")
    assert [len(each) for each in found] == [3, 3]


def test_the_part_that_a_third_article_holds_is_a_passage_too() -> None:
    long = "Nobody had expected that the old lighthouse would fall into the sea, he told radio listeners."
    part = "Residents agreed that nobody had expected that the old lighthouse would fall into the sea."
    found = shared(long, long, part)
    assert sorted(len(each) for each in found) == [2, 3]


def test_names_and_titles_alone_are_no_copy() -> None:
    left = "He met Foreign Minister Ana Maria Lopez Vega and Prime Minister Jon Arne Dahl of Norland."
    right = "Thanked, Foreign Minister Ana Maria Lopez Vega, Prime Minister Jon Arne Dahl of Norland wept."
    assert shared(left, right) == []


def test_a_common_phrase_is_no_copy() -> None:
    assert (
        shared("It was the first time in ten years that it rained.", "It was the first time in her life.")
        == []
    )


def test_a_quotation_of_several_sentences_stays_whole() -> None:
    said = "“We will not leave this island to the storm. We will build every single house again,” he said."
    assert len(shared("One. " + said, "Two. " + said)) == 1


def test_order_of_articles_changes_nothing(annotated: Callable[..., Annotations]) -> None:
    articles = [annotated(WIRE), annotated("By us. " + WIRE), annotated(WIRE + " More follows later.")]
    assert find_passages(articles) == find_passages(articles[::-1])
    assert find_passages([]) == ()

"""The parser: batches keep their order, long texts come through whole."""

from rashomon.annotate import parser
from rashomon.text.sentences import split_sentences


def parse(*texts: str) -> list[parser.Parsed]:
    tasks = ((text, [(start, end) for start, end, _ in split_sentences(text)]) for text in texts)
    return list(parser.parse(parser.load(), tasks))


def test_texts_come_back_in_order_and_empty_ones_too() -> None:
    found = parse("", "One ferry sank.", " \n", "Two ferries sank. Nobody died.")
    assert [len(parsed.tokens) for parsed in found] == [0, 4, 0, 7]


def test_a_text_of_many_sentences_is_parsed_in_pieces() -> None:
    text = "Mara Quill left Vessa. " * 3000
    (parsed,) = parse(text)
    tokens = parsed.tokens
    assert len(tokens) == 15_000
    assert tokens.sentence[-1] == 2999
    assert all(tokens.sentence[head] == tokens.sentence[at] for at, head in enumerate(tokens.head))
    assert text[tokens.start[-5] : tokens.end[-1]] == "Mara Quill left Vessa."


def test_neighbours_in_a_batch_change_nothing() -> None:
    alone = parse("Mara Quill met Dan Orlo in Vessa on Tuesday.")
    among = parse("A ferry sank.", "Mara Quill met Dan Orlo in Vessa on Tuesday.", "It rained. " * 40)
    assert among[1] == alone[0]


def test_an_agencys_mark_is_no_part_of_the_word_behind_it() -> None:
    texts = ("(ORLO)Mara Quill left.", "VESSA (ORLO)—Mara Quill left.", "(Orlo) -Mara Quill left.")
    for text, parsed in zip(texts, parse(*texts), strict=True):
        words = [text[a:b] for a, b in zip(parsed.tokens.start, parsed.tokens.end, strict=True)]
        assert words[-4:] == ["Mara", "Quill", "left", "."]
        assert words[-5] in (")", "—", "-")


def test_a_dateline_or_credit_is_parsed_apart_and_hangs_from_the_report() -> None:
    report = "Norlan captain Mara Quill opened the harbour on Monday, promising lower dues."
    (alone,) = parse(report)
    for opening in ("(CNN) ", "(CNN)", "VESSA (ORLO) — ", "VESSA, Norland - "):
        (parsed,) = parse(opening + report)
        tokens = parsed.tokens
        apart = len(tokens) - len(alone.tokens)
        assert tokens.dep[apart:] == alone.tokens.dep
        assert tuple(head - apart for head in tokens.head[apart:]) == alone.tokens.head
        assert set(tokens.sentence) == {0}
        assert [i for i, head in enumerate(tokens.head) if head == i] == [
            apart + alone.tokens.dep.index("ROOT")
        ]


def test_a_line_that_is_all_dateline_is_parsed_whole() -> None:
    (parsed,) = parse("VESSA (CNN) -\nMara Quill left.")
    assert len(parsed.tokens) == 9


def test_a_mark_that_closes_a_quotation_is_no_part_of_the_word_behind_it() -> None:
    text = 'Vane said, "It is over."Quill left. "The dam will hold,"he said.'
    (parsed,) = parse(text)
    words = [text[a:b] for a, b in zip(parsed.tokens.start, parsed.tokens.end, strict=True)]
    assert {"Quill", "he", "hold"} <= set(words)

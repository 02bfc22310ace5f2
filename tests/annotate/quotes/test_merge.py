"""What the tagger read beside what the rules found."""

from rashomon.annotate.quotes.found import Found
from rashomon.annotate.quotes.merge import merge


def read(source: tuple[int, int] | None, cue: tuple[int, int], content: tuple[int, int]) -> Found:
    return Found("tagged", (source,) if source else (), (cue,), (content,), cue[0])


def test_a_sure_rule_replaces_a_reading_at_its_cue() -> None:
    rule = Found("direct", ((0, 4),), ((5, 9),), ((10, 50),), 1)
    assert merge("", [read((0, 4), (5, 9), (10, 40))], [rule]) == [rule]


def test_a_sure_rule_replaces_a_reading_of_its_words() -> None:
    rule = Found("direct", ((60, 64),), ((55, 59),), ((10, 50),), 1)
    assert merge("", [read((0, 4), (5, 9), (12, 50))], [rule]) == [rule]


def test_a_reading_wins_over_other_rules_and_takes_a_source_from_them() -> None:
    rule = Found("phrase.object", ((0, 4),), ((5, 9),), ((10, 30),), 1)
    (found,) = merge("", [read(None, (5, 9), (10, 40))], [rule])
    assert found.content == ((10, 40),)
    assert found.source == ((0, 4),)


def test_what_is_told_inside_a_reading_stays() -> None:
    outer = read((0, 4), (5, 9), (10, 80))
    inner = Found("clause.right", ((12, 16),), ((17, 21),), ((22, 70),), 4)
    assert merge("", [outer], [inner]) == [outer, inner]


def test_an_unsure_rule_that_says_otherwise_is_left_out() -> None:
    across = Found("phrase.to", ((100, 104),), ((105, 109),), ((70, 98),), 9)
    outer = read((0, 4), (5, 9), (10, 80))
    assert merge("", [outer], [across]) == [outer]


def test_rules_add_what_was_not_read() -> None:
    lone = Found("clause.right", ((100, 104),), ((105, 109),), ((110, 130),), 9)
    sure = Found("according", ((200, 204),), ((190, 199),), ((210, 230),), 19)
    outer = read((0, 4), (5, 9), (10, 80))
    assert set(merge("", [outer], [lone, sure])) == {outer, lone, sure}


def test_acts_that_were_not_read_as_speech_are_left_out() -> None:
    lone = Found("phrase.to", ((100, 104),), ((105, 109),), ((110, 130),), 9)
    outer = read((0, 4), (5, 9), (10, 80))
    assert merge("", [outer], [lone]) == [outer]


def test_a_quotation_read_with_words_around_it_is_the_readings_own() -> None:
    rule = Found("direct", ((60, 64),), ((55, 59),), ((20, 50),), 1)
    outer = read((60, 64), (55, 59), (10, 50))
    assert merge(" " * 70, [outer], [rule]) == [outer]


def test_a_reading_that_runs_on_over_lines_yields_to_the_quotation() -> None:
    rule = Found("direct", ((60, 64),), ((55, 59),), ((10, 50),), 1)
    outer = Found("tagged", ((60, 64),), ((55, 59),), ((10, 50), (80, 99)), 1)
    assert merge(" " * 70 + "\n" + " " * 40, [outer], [rule]) == [rule]


def test_readings_that_no_rule_knows_stay() -> None:
    outer = read((0, 4), (5, 9), (10, 80))
    assert merge("", [outer], []) == [outer]

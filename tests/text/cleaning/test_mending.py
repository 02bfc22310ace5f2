"""Stray line ends: what is joined, and what is better left."""

import pytest

from rashomon.text.cleaning import clean


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("The council met in the prevai\nling calm.", "The council met in the prevailing calm."),
        ("They spoke of th\ne harbour.", "They spoke of the harbour."),
        ("The Quillon\nese of Quillonese origin left.", "The Quillonese of Quillonese origin left."),
        ("The mayor and the\nentire council left.", "The mayor and the entire council left."),
        ("It was a counter-\nterrorism exercise.", "It was a counter-terrorism exercise."),
        ("They asked for infor-\nmation about it.", "They asked for information about it."),
        ("This was the mayor\n’s answer.", "This was the mayor’s answer."),
        ("The MINIS\nTRY answered.", "The MINISTRY answered."),
    ],
)
def test_what_evidence_joins(raw: str, mended: str) -> None:
    assert clean(raw).text == mended


@pytest.mark.parametrize(
    "raw",
    [
        "The plan names three aims:\nmore boats\nfewer storms",
        "Ferry strike ends\nThe strike ended on Monday.",
        "The boat left.\nand nobody saw it.",
        "Mayor Hale\n\nodd as ever, he left.",
        "Gol\nvek was not found.",
    ],
)
def test_what_stays_apart(raw: str) -> None:
    assert clean(raw).text == raw


def test_text_wrapped_at_a_width_becomes_paragraphs() -> None:
    raw = (
        "The council of Orla met on Monday to decide about the harbour\n"
        "wall, which the storm has damaged in four places, and about a\n"
        "loan that would pay for it. Mayor Hale spoke for more than an\n"
        "hour.\n\n"
        "Nobody had asked for the loan before the storm, and many did\n"
        "not want it now. The vote was put off until Thursday.\n"
    )
    assert clean(raw).text.count("\n") == 2

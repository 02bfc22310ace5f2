"""Alone: which of several wordings reads best without the words around it."""

from rashomon.tell.alone import unfit

TITLE = "Storm destroys old harbour bridge of Port Halden"
BODY = "The storm destroyed the old harbour bridge of Port Halden on Tuesday night"


def test_words_that_lean_on_others_read_worse() -> None:
    assert unfit("which the council of Port Halden built for the ferries in 1931") > unfit(BODY)


def test_words_put_together_from_pieces_read_worse() -> None:
    assert unfit(BODY, pieces=3) > unfit(BODY)


def test_a_headline_reads_worse_than_anything_in_the_text() -> None:
    assert unfit(TITLE, title=TITLE) > unfit("It rained", title=TITLE)
    assert unfit("old harbour  bridge", title=TITLE) > unfit("It rained", title=TITLE)
    assert unfit(TITLE, title="") == unfit(TITLE)

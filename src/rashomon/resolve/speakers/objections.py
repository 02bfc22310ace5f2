"""What speaks against the likeliest person that a pronoun may mean, however likely."""

from collections.abc import Mapping, Sequence

from rashomon.resolve.speakers.antecedents import Candidate
from rashomon.resolve.speakers.hearers import is_officer, tells_police
from rashomon.resolve.speakers.mentions import Reading
from rashomon.resolve.speakers.references import Discourse, is_nameless


def objection(
    reading: Reading, discourse: Discourse, told: Mapping[int, Sequence[range]], head: int, best: Candidate
) -> str | None:
    """Why the pronoun `head` does not surely mean the best candidate; None where nothing speaks against it.

    `told` are the tokens that each source tells.
    """
    word = reading.word(head)
    nameless = _told_by_nameless(reading, told, head) or _behind_nameless(discourse, best)
    if best.entity is None or nameless:
        return f"“{word}” may mean somebody without a name"
    if tells_police(reading, head) and is_officer(best.entity):
        return f"an officer does not tell the police: “{word}”"
    return None


def _told_by_nameless(reading: Reading, told: Mapping[int, Sequence[range]], head: int) -> bool:
    """Whether somebody without a name says the words: "the gunman said he thought"."""
    return any(
        reading.sentence_of[speaker] == reading.sentence_of[head]
        and reading.tokens.tag[speaker] == "NN"
        and is_nameless(reading, speaker)
        for speaker, parts in told.items()
        if any(head in part for part in parts)
    )


def _behind_nameless(discourse: Discourse, best: Candidate) -> bool:
    """Whether the sentence is about somebody without a name, and the likeliest was told of long before."""
    here = any(r.entity is None and r.leads and not r.pronoun for r in discourse.within(0))
    return here and best.nearest.step < discourse.step - 1

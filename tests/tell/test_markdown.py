import re
from collections.abc import Callable

from rashomon.model import Dossier
from rashomon.tell import to_json, to_markdown


def test_every_sentence_has_its_footnote(ferry: Dossier) -> None:
    text = to_markdown(to_json(ferry))
    marks = re.findall(r"\[\^(\d+)\](?!:)", text)
    notes = re.findall(r"^\[\^(\d+)\]: (.+)$", text, re.M)
    assert marks == [str(number) for number in range(1, len(ferry.brief) + 1)]
    assert [number for number, _ in notes] == marks
    assert "HC 56–123: “The ferry Maren was freed on Tuesday after a night on the Gull Bank”" in notes[0][1]


def test_it_counts_articles_and_origins(ferry: Dossier) -> None:
    assert "Port Halden · 11 March 2031 · four articles, three independent origins" in to_markdown(
        to_json(ferry)
    )


def test_markup_in_an_input_is_text(ferry: Dossier, changed: Callable[..., Dossier]) -> None:
    told = changed(ferry, "a-courier", outlet="<script>*x*</script>", url="[a](b)")
    text = to_markdown(to_json(told))
    assert "\\<script\\>\\*x\\*\\</script\\>" in text
    assert "\\[a\\](b)" in text


def test_a_story_without_a_brief_still_lists_its_articles(ferry: Dossier) -> None:
    data = to_json(ferry)
    data["brief"] = []
    assert "## Articles" in to_markdown(data)

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import rashomon
from rashomon.model import Dossier
from rashomon.tell import dumps, to_json

ROOT = Path(__file__).resolve().parents[2]
SCHEMA: dict[str, Any] = json.loads(
    (Path(rashomon.__file__).parent / "tell" / "dossier.schema.json").read_text("utf-8")
)


def problems(data: dict[str, Any]) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(data)]


def test_the_dossier_keeps_the_schema(ferry: Dossier) -> None:
    assert problems(to_json(ferry)) == []


def test_the_schema_refuses_a_broken_dossier(ferry: Dossier) -> None:
    data = to_json(ferry)
    data["points"][2]["values"].pop()
    assert problems(data)


def test_every_span_tells_its_words(ferry: Dossier) -> None:
    data = to_json(ferry)
    texts = {article["id"]: article["text"] for article in data["articles"]}
    spans = [span for claim in data["claims"] for span in claim["spans"]]
    assert spans
    assert all(texts[s["article"]][s["start"] : s["end"]] == s["exact"] for s in spans)


def test_equal_dossiers_give_equal_bytes(ferry: Dossier) -> None:
    assert dumps(to_json(ferry)) == dumps(to_json(ferry))
    assert json.loads(dumps(to_json(ferry))) == to_json(ferry)


def test_real_characters_and_a_last_line_end(ferry: Dossier) -> None:
    text = dumps(to_json(ferry))
    assert "“We had forty people" in text
    assert text.endswith("}\n")


def test_a_lone_surrogate_is_written_as_its_escape(ferry: Dossier, changed: Callable[..., Dossier]) -> None:
    data = to_json(changed(ferry, "a-courier", byline="A\ud800B"))
    assert json.loads(dumps(data).encode("utf-8"))["articles"][0]["byline"] == "A\ud800B"


def _described() -> list[tuple[str, str]]:
    kinds = {"The dossier": SCHEMA, "story": SCHEMA["properties"]["story"]} | SCHEMA["$defs"]
    return [(kind, key) for kind, record in kinds.items() for key in record["properties"]]


@pytest.mark.parametrize(("kind", "key"), _described())
def test_the_documentation_tells_every_field(kind: str, key: str) -> None:
    page = (ROOT / "docs" / "dossier.md").read_text("utf-8")
    section = page.partition(f"\n## {kind}\n")[2].partition("\n## ")[0]
    assert f"| `{key}` |" in section

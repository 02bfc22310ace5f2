"""The whole journey: failures are rows, equal input gives equal bytes, order changes only order."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import rashomon
from rashomon import demo
from rashomon.model.errors import InputError, SeveralStories
from rashomon.pipeline import annotate_all, dossiers
from rashomon.tell import dumps, to_json

STORM = (
    "Storm closes the port of Harrand\n\nHARRAND: The port of Harrand closed on Monday as a storm came in, "
    "the harbour master said. Twelve ships waited outside.\n"
)
OPERA = (
    "Soprano takes her last bow in Coriss\n\nCORISS: The soprano Lia Marchetta sang her farewell on Saturday "
    "before 2,000 listeners. “I stayed for the warmth,” she said.\n"
)


@pytest.fixture
def folder(tmp_path):
    def write(**texts: str) -> Path:
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture(scope="module")
def story() -> list[Path]:
    """The demo's articles; their metadata lie beside them."""
    return [path for path in demo.files() if path.stem != "metadata"]


@pytest.fixture(scope="module")
def told(story) -> dict:
    return to_json(rashomon.compare(story))


def test_several_stories_are_not_one_dossier(folder):
    with pytest.raises(SeveralStories, match="one_story=True"):
        rashomon.compare([folder(storm=STORM, opera=OPERA)])


def test_nothing_readable_says_why(folder):
    with pytest.raises(InputError, match=r"gone\.txt"):
        rashomon.compare([folder() / "gone.txt"])


def test_a_language_that_cannot_be_told_is_a_failure_that_says_so(folder):
    (failure,) = rashomon.compare([folder(storm=STORM, short="Zug 9? Nein: no!")]).failures
    assert "can't be told" in failure.reason
    assert failure.input.endswith("short.txt")


def test_a_language_not_supported_is_a_failure(folder):
    path = folder(
        storm=STORM,
        hafen="Der Hafen bleibt geschlossen\n\nDer Hafen der Stadt blieb am Montag wegen des schweren Sturms "
        "geschlossen, wie der Hafenmeister am Abend vor der Presse mitteilte.\n",
    )
    (failure,) = rashomon.compare([path]).failures
    assert (Path(failure.input).name, failure.stage) == ("hafen.txt", "annotate")
    assert "de" in failure.reason


def test_the_same_article_twice_counts_once(folder):
    dossier = rashomon.compare([folder(storm=STORM, again=STORM)])
    assert len(dossier.articles) == 1
    assert "the same article as" in dossier.failures[0].reason


def test_a_fault_in_one_article_leaves_the_others(folder, monkeypatch):
    from rashomon import annotate

    real = annotate.annotate

    def breaks(articles, **options):
        articles = list(articles)
        if any("Coriss" in article.text for article in articles):
            raise RuntimeError("broken")
        return real(articles, **options)

    monkeypatch.setattr(annotate, "annotate", breaks)
    dossier = rashomon.compare([folder(storm=STORM, opera=OPERA)])
    assert [Path(article.file).name for article in dossier.articles] == ["storm.txt"]
    assert "please report it" in dossier.failures[0].reason


def test_progress_counts_what_is_done(folder):
    seen: list[tuple[str, int, int]] = []
    list(dossiers([folder(storm=STORM, opera=OPERA)], progress=lambda *step: seen.append(step)))
    assert [stage for stage, _, _ in seen] == ["annotate", "group", "compare", "compare"]
    assert all(done <= total for _, done, total in seen)


def test_no_article_no_annotations():
    assert list(annotate_all([], [])) == []


def test_the_order_of_the_input_changes_only_order(story, told):
    turned = to_json(rashomon.compare(story[::-1]))
    assert [a["id"] for a in turned["articles"]] == [a["id"] for a in told["articles"]][::-1]
    assert _unordered(turned) == _unordered(told)


def test_equal_input_gives_equal_bytes(story, told, tmp_path):
    """In other processes, whose strings hash otherwise."""
    for seed in ("1", "77"):
        script = (
            "import sys, rashomon; from rashomon.tell import dumps, to_json; "
            "sys.stdout.buffer.write(dumps(to_json(rashomon.compare(sys.argv[1:]))).encode())"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, *map(str, story)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        assert done.stdout.decode() == dumps(told)


def _unordered(value: object) -> object:
    """The value with every list sorted."""
    if isinstance(value, dict):
        return {key: _unordered(each) for key, each in value.items()}
    if isinstance(value, list):
        return sorted((_unordered(each) for each in value), key=lambda each: json.dumps(each, sort_keys=True))
    return value


def test_one_path_is_as_good_as_a_list_of_one(folder):
    path = folder(storm=STORM)
    for given in (path, str(path)):
        assert len(rashomon.compare(given).articles) == 1

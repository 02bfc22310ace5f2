"""Language: told where the text is long enough to tell."""

import pytest

from rashomon.text.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry between the island and the mainland sank on Monday.", "en"),
        ("Die Fähre zwischen der Insel und dem Festland ist am Montag gesunken.", "de"),
        ("Le ferry entre l'île et le continent a coulé lundi, selon la mairie.", "fr"),
        ("Orla 3:2", None),
        ("", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert detect_language(text) == language

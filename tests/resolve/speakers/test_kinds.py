"""What kind of source each quote has, in invented news."""

from collections.abc import Callable

import pytest

from rashomon.model import Annotations
from rashomon.resolve import resolve

Annotate = Callable[..., Annotations]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A senior official said the bridge was safe.", "anonymous"),
        ("The engineer, who asked not to be named, said the bridge was safe.", "anonymous"),
        ("A report said the bridge was safe.", "document"),
        ("Norwegian Foreign Minister Olav Brandt said the bridge was safe.", "official"),
        ("The Transport Ministry said the bridge was safe.", "official"),
        ("The judge said the bridge was safe.", "official"),
        ("Economists say the bridge was cheap.", "analyst"),
        ("Voters say the bridge was cheap.", None),
        ("Maria Keller said the bridge was safe.", None),
        ("Maria Keller, president of Harbour Toys, said the bridge was safe.", None),
        ("According to Reuters, the bridge was safe.", "agency"),
    ],
)
def test_kinds(annotated: Annotate, text: str, kind: str | None) -> None:
    resolution = resolve([annotated(text)])
    assert resolution.annotations[0].quotes[-1].source_kind == kind

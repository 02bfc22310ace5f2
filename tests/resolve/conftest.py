"""Articles whose mentions are marked by the test itself, so that these tests stand on their own."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.model import Annotations, Mention

Named = Callable[..., Annotations]
_KINDS = {"person": "person", "organisation": "organisation", "group": "group", "place": "place"}


@pytest.fixture(scope="session")
def named(annotated: Callable[..., Annotations]) -> Named:
    """Annotate a text; `person="A|B"` marks every place where those names stand."""

    def run(text: str, **kinds: str) -> Annotations:
        found = annotated(text)
        mentions = []
        for kind, names in kinds.items():
            pattern = "|".join(re.escape(name) for name in sorted(names.split("|"), key=len, reverse=True))
            for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text):
                span = found.article.span(*match.span())
                mentions.append(Mention(span, _KINDS[kind], match.group()))  # type: ignore[arg-type]
        return replace(found, mentions=tuple(sorted(mentions, key=lambda m: m.span)))

    return run

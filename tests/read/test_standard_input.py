"""Standard input may go on for days: what can be read of it is read at once."""

import io
import json

import pytest

from fictional import FERRY, PLAIN
from rashomon.model import Article
from rashomon.read import read_paths


class Tap(io.RawIOBase):
    """A stream that is asked line by line, and not before somebody wants a line."""

    def __init__(self, *lines: bytes) -> None:
        self.left = list(lines)

    def readline(self, size: int | None = -1, /) -> bytes:
        return self.left.pop(0) if self.left else b""

    def read(self, size: int = -1, /) -> bytes:
        said, self.left = b"".join(self.left), []
        return said


def test_standard_input_is_read_an_article_at_a_time() -> None:
    lines = [json.dumps({"text": f"{PLAIN} {number}"}).encode() + b"\n" for number in range(3)]
    tap = Tap(*lines)
    found = read_paths(["-"], stdin=tap)  # type: ignore[arg-type]
    assert isinstance(next(found), Article)
    assert len(tap.left) == 2
    assert len(list(found)) == 2


@pytest.mark.parametrize("indent", [None, 1])
def test_one_json_value_on_standard_input_is_read_whole(indent: int | None) -> None:
    several = {"articles": [{"text": PLAIN}, {"text": FERRY}]}
    tap = Tap(*json.dumps(several, indent=indent).encode().splitlines(True))
    found = list(read_paths(["-"], stdin=tap))  # type: ignore[arg-type]
    assert [isinstance(each, Article) for each in found] == [True, True]

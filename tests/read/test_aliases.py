from pathlib import Path

import pytest

from rashomon.model.errors import UsageError
from rashomon.read.aliases import read_aliases


def test_lines_and_toml_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("# our desk\nperson\tAda Holm|A. Holm\n\ngroup\tGrey Hand|GH\n", "utf-8")
    rows = (("person", '["Ada Holm", "A. Holm"]'), ("group", '["Grey Hand","GH"]'))
    toml = "".join(f'[[alias]]\nkind="{kind}"\nnames={names}\n' for kind, names in rows)
    (tmp_path / "a.toml").write_text(toml, "utf-8")
    found = read_aliases(tmp_path / "a.tsv")
    assert [(row.kind, row.names) for row in found] == [
        ("person", ("Ada Holm", "A. Holm")),
        ("group", ("Grey Hand", "GH")),
    ]
    assert read_aliases(tmp_path / "a.toml") == found


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.tsv", "hero\tAda|Eva"),
        ("a.tsv", "person\tAda"),
        ("a.tsv", "person Ada|Eva"),
        ("a.toml", "[[alias]"),
        ("a.toml", "alias = 3"),
        ("a.toml", '[[alias]]\nkind = "person"\nnames = "Ada"'),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path: Path, name: str, body: str) -> None:
    (tmp_path / name).write_text(body, "utf-8")
    with pytest.raises(UsageError, match=name):
        read_aliases(tmp_path / name)

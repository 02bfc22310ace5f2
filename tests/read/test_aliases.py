from pathlib import Path

import pytest

from rashomon.model.errors import InputError, UsageError
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


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"names\.tsv: there is no such file"):
        read_aliases(tmp_path / "names.tsv")
    with pytest.raises(InputError, match=f"{tmp_path.name}: it is a folder"):
        read_aliases(tmp_path)


def test_a_file_that_may_not_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)  # a mode would not keep out who runs tests as root
    with pytest.raises(InputError, match=r"names\.tsv: it may not be opened: check its permissions"):
        read_aliases(tmp_path / "names.tsv")

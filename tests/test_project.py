"""The project keeps its own rules: layers, sizes, declared imports, locked requirements, living docs."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import rashomon
import sizes

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LOCKS = ("requirements.txt", "requirements-dev.txt")


def test_rooms_import_one_way():
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_files_and_functions_stay_small():
    folders = [str(ROOT / name) for name in ("src", "tests", "bench")]
    files = [path for folder in folders for path in Path(folder).rglob("*.py")]
    assert [line for path in files for line in sizes.oversized(path)] == []


def test_a_long_function_would_be_seen(tmp_path):
    path = tmp_path / "long.py"
    path.write_text("def long():\n" + "    pass\n" * 60)
    assert list(sizes.oversized(path)) == [f"{path}:1: long has 61 lines, at most 50"]


def test_what_the_package_imports_is_declared():
    extras = PROJECT["optional-dependencies"]
    used = [line for name in ("desk", "postgres", "engine", "dask", "languages") for line in extras[name]]
    declared = {_name(line) for line in [*PROJECT["dependencies"], *used]}
    owners = packages_distributions()
    for path in (ROOT / "src").rglob("*.py"):
        for module in _imported(path) - {"rashomon", *sys.stdlib_module_names}:
            names = {_name(owner) for owner in owners.get(module, [module])}
            assert names & declared, f"{path} imports {module}, which pyproject.toml does not name"


def test_the_version_is_said_once():
    assert PROJECT["version"] == rashomon.__version__


@pytest.mark.parametrize("name", LOCKS)
def test_requirements_are_pinned_and_hashed(name):
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    rows = [row for row in text.splitlines() if row.strip() and not row.lstrip().startswith("#")]
    assert rows
    for row in rows:
        assert re.match(r"[\w.-]+==\S+( ;.*)?\s+--hash=sha256:[0-9a-f]{64}", row), row[:80]


@pytest.mark.parametrize("name", LOCKS)
def test_requirements_say_nothing_of_where_they_were_made(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--index|--find-links|--trusted|/tmp|/home|/opt|/work", text)


def test_both_locks_agree():
    run, dev = (_pins((ROOT / name).read_text(encoding="utf-8")) for name in LOCKS)
    assert {name: dev.get(name) for name in run} == run


def test_every_dependency_is_locked():
    assert {_name(line) for line in PROJECT["dependencies"]} <= set(_pins((ROOT / LOCKS[0]).read_text()))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_index_of_figures_says_what_its_pages_say():
    index = ROOT / "docs" / "measured.md"
    rows = re.findall(
        r"^\| .* \|([^|]*)\| \[\w+\]\(([\w/.]+)", index.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(rows) > 10
    for figures, page in rows:
        told = (index.parent / page).read_text(encoding="utf-8")
        for figure in re.findall(r"(?<![\d,])\d*\.\d+", figures):
            assert figure in told, f"{page} does not say {figure}"


def test_commands_in_the_readme_exist():
    from typer.main import get_command

    from rashomon.cli.app import app

    known = get_command(app).commands  # type: ignore[attr-defined]
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for block in re.findall(r"```(?:sh|console)\n(.*?)```", text, re.DOTALL):
            for command, word in re.findall(r"^(?:\$ )?(rashomon|make) ([a-z]+)", block, re.MULTILINE):
                assert word in (known if command == "rashomon" else targets), f"{page.name}: {command} {word}"


def _imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def _pins(text: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))

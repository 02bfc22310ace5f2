"""The commands as a newcomer meets them: what `--help` says of each."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from rashomon.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("group", [(), ("names",)])
def test_lists_of_commands_are_not_cut_short(command, group):
    listed = command(*group, "--help").stdout.partition("Commands:")[2]
    assert listed
    assert "..." not in listed


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_in_a_sentence_what_it_does(command, name):
    run = command(name, "--help")
    assert run.code == 0
    assert re.search(r"\n\n  [A-Z][^\n]+\.", run.stdout)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_is_for(command, name):
    listed = command(name, "--help").stdout.partition("Options:")[2]
    for option in re.findall(r"^  (-\S.*(?:\n {3,}\S.*)?)", listed, re.MULTILINE):
        assert re.search(r"(?:  |\n +)(?!\[)\w", option), option


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_guides(name):
    guides = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    assert any(f"rashomon {name}" in guide.read_text(encoding="utf-8") for guide in guides)


def test_processes_that_it_starts_take_no_module_from_the_folder_it_is_called_in(tmp_path):
    (tmp_path / "click.py").write_text("raise SystemExit('the archive’s own file was run')", encoding="utf-8")
    program = (
        "import subprocess, sys\n"
        "from rashomon.cli import main\n"
        "sys.argv = ['rashomon', '--version']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "sys.exit(subprocess.run([sys.executable, '-c', 'import click']).returncode)\n"
    )
    done = subprocess.run([sys.executable, "-P", "-c", program], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr

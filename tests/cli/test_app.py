"""The commands as a newcomer meets them: what `--help` says of each."""

import re
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

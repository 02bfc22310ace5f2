"""Ways to call the command, and one run of the demo story that its tests look at from all sides."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rashomon.cli.app import app

TEXT = (
    "Bridge at Pellworth reopens after storm\n\n"
    "PELLWORTH: The bridge over the Tarrow reopened on Tuesday, the Velland roads ministry said.\n\n"
    "“We checked every bolt,” said Roads Minister Anna Keld. Three workers were injured during the repair.\n"
)


@dataclass(frozen=True)
class Run:
    """What one call of the command left behind."""

    code: int
    stdout: str
    stderr: str


def _call(*arguments: object, stdin: str | None = None) -> Run:
    done = CliRunner().invoke(
        app, [str(argument) for argument in arguments], input=stdin, prog_name="rashomon"
    )
    return Run(done.exit_code, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def command() -> Callable[..., Run]:
    """Call the command in this process: `command("compare", path, "--quiet")`."""
    return _call


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Path]:
    """`rashomon demo`, once, and the folder that it wrote to."""
    out = tmp_path_factory.mktemp("demo")
    return _call("demo", "--out", out), out


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article in a file."""
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path

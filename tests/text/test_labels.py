"""Labels that open a line, and what only looks like one."""

import pytest

from rashomon.text.labels import is_label, label_end


@pytest.mark.parametrize("label", ["UPDATE:", "Breaking news:", "Why it matters:", "Yes, but:", "*WATCH:"])
def test_labels(label: str) -> None:
    assert label_end(f"{label} The lock is open.") == len(label) + 1
    assert is_label(label)


@pytest.mark.parametrize(
    "line",
    [
        "Police: Two men hurt.",
        "The update came at 9:30.",
        "Watch the lock: it is open.",
        "UPDATE",
        "10:30 p.m.",
    ],
)
def test_no_labels(line: str) -> None:
    assert label_end(line) == 0
    assert not is_label(line)

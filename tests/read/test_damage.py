"""Damaged article files never stop the reading, and nothing of them is lost in silence."""

from pathlib import Path

from accounting import assert_accounted
from damage import damages
from fictional import ALL
from rashomon.model import Article
from rashomon.read import read_paths

FILES = [text.encode() for text in ALL]


def test_damage_is_the_same_for_the_same_seed() -> None:
    assert damages(FILES, seed=7) == damages(FILES, seed=7)
    assert len({tuple(damages(FILES, seed=seed)) for seed in range(50)}) > 40


def test_two_hundred_damages_are_read_and_accounted_for(tmp_path: Path) -> None:
    for seed in range(200):
        paths = []
        for number, data in enumerate(damages(FILES, seed=seed)):
            paths.append(tmp_path / f"{number}.txt")
            paths[-1].write_bytes(data)
        found = list(read_paths(paths))
        assert len(found) == len(paths)
        for item in found:
            if isinstance(item, Article):
                assert_accounted(item.raw, item.text, item.offsets, item.dropped, item.repairs)

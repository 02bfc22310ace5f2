from rashomon.cli.counts import counted


def test_one_is_not_told_as_many() -> None:
    assert counted(1, "article") == "1 article"
    assert counted(0, "article") == "0 articles"
    assert counted(1200, "story", "stories") == "1,200 stories"

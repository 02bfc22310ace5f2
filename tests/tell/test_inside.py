from rashomon.tell.inside import within_one


def test_one_article_has_all_versions_or_several_share_them() -> None:
    assert within_one([("a-1",), ("a-1",)])
    assert not within_one([("a-1",), ("a-2",)])
    assert not within_one([("a-1", "a-2"), ("a-1",)])


def test_where_nobody_has_a_version_nothing_is_within_one() -> None:
    assert not within_one([])

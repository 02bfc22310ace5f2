import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.tfidf import Tfidf, cosine

terms = st.lists(st.sampled_from("abcdefgh"), max_size=12)


def test_rare_terms_weigh_more() -> None:
    tfidf = Tfidf.fit([["mayor", "harbour"], ["mayor", "bridge"], ["mayor", "bridge"]])
    vector = tfidf.vector(["mayor", "harbour", "ferry"])
    assert vector["mayor"] < vector["harbour"] < vector["ferry"]


def test_no_terms_have_nothing_in_common() -> None:
    tfidf = Tfidf.fit([])
    assert tfidf.vector([]) == {}
    assert cosine({}, tfidf.vector(["ferry"])) == 0.0


@given(st.lists(terms), terms, terms)
def test_cosine_is_symmetric_and_one_for_equal_bags(
    documents: list[list[str]], left: list[str], right: list[str]
) -> None:
    tfidf = Tfidf.fit(documents)
    one, two = tfidf.vector(left), tfidf.vector(right)
    assert cosine(one, two) == cosine(two, one)
    assert 0.0 <= cosine(one, two) <= 1.0
    if left:
        assert cosine(one, tfidf.vector(reversed(left))) == pytest.approx(1.0)

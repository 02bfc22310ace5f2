"""Records survive the store whole, whatever characters they hold."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Annotations, Article
from rashomon.store.codec import decode, encode, pack, unpack

ANY_TEXT = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=40)


@given(st.builds(Article, text=ANY_TEXT, raw=ANY_TEXT, title=st.none() | ANY_TEXT))
def test_articles_survive(article):
    assert decode(Article, unpack(pack(encode(article)))) == article


def test_annotations_survive(annotated):
    found = annotated("Harbour closes\n\n“Nobody sails,” said Odile Brun on Monday. More than 1,200 slept.")
    assert found.quotes
    assert found.claims
    back = decode(Annotations, unpack(pack(encode(found))))
    assert back == found
    assert back.tokens == found.tokens

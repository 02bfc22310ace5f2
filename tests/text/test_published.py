"""Publication dates: every printed form to ISO 8601, and no date where two are possible."""

import pytest

from rashomon.text.published import whole_date


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("February 20, 2031", "2031-02-20", "day"),
        ("21 February 2031", "2031-02-21", "day"),
        ("21 Dec, 2031", "2031-12-21", "day"),
        ("February 21st 2031", "2031-02-21", "day"),
        ("Sept. 3, 2031", "2031-09-03", "day"),
        ("Friday, January 31, 2031 10:21 AM EST", "2031-01-31T10:21-05:00", "minute"),
        ("May 3, 2031 at 5:30 p.m. ET", "2031-05-03T17:30", "minute"),
        ("Thu, 20 Feb 2031 10:00:07 GMT", "2031-02-20T10:00:07+00:00", "second"),
        ("2031-02-20", "2031-02-20", "day"),
        ("2031-02-20T10:30:11+0500", "2031-02-20T10:30:11+05:00", "second"),
        ("20/02/2031", "2031-02-20", "day"),
        ("02/20/2031", "2031-02-20", "day"),
        ("3.3.2031", "2031-03-03", "day"),
        ("February 2031", "2031-02", "month"),
        ("2031-02", "2031-02", "month"),
        ("2031", "2031", "year"),
    ],
)
def test_dates(text: str, value: str, precision: str) -> None:
    found = whole_date(text)
    assert found is not None
    assert (found.value, found.precision) == (value, precision)


@pytest.mark.parametrize(
    "text", ["03/02/2031", "31 February 2031", "2031-13", "yesterday", "20 February", "", "1-2-3"]
)
def test_no_dates(text: str) -> None:
    assert whole_date(text) is None

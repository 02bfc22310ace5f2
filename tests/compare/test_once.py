"""What happens to a named thing once alone: two dates of it contradict, whatever else is said."""

import pytest

from rashomon.statements import judge

CONTRADICT = [
    (
        "Mara Dalen (born 4 October 1941) is a painter of harbours.",
        "Mara Dalen was born in 1937.",
    ),
    (
        "Ivo Trent ( 4 May 1901 – 2 June 1970 ) kept the lighthouse of Port Alder all his life.",
        "Ivo Trent was born on 4 June 1901.",
    ),
    (
        "Alder Line is a ferry company of the western islands, founded in 1998 by two pilots.",
        "Alder Line was founded in 1989.",
    ),
    ("The Brass Lantern is a 1980 comedy film by Mara Dalen.", "The Brass Lantern is a 1982 comedy."),
    ("Mara Dalen was born in December.", "Mara Dalen (born 26 May 1970) runs the ferry company."),
]
MAY_BOTH_BE = [
    ("Mara Dalen was born on 4 October 1941.", "Mara Dalen was born in 1941."),
    ("Mara Dalen was born on 4 October 1941.", "Mara Dalen was born after 1940."),
    ("Mara Dalen was born on 4 October 1941.", "Mara Dalen died in 1998."),
    ("Mara Dalen was born in 1941.", "Mara Dalen was born in the 1940s."),
    ("Mara Dalen was born in 1941.", "Ivo Trent was born in 1937."),
    ("Mara Dalen was not born in 1941.", "Mara Dalen was born in 1937."),
]


@pytest.mark.parametrize(("left", "right"), CONTRADICT)
def test_two_dates_of_what_happens_once_contradict(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        verdict = judge(one, other)
        assert verdict.relation == "contradict"
        assert "date" in {finding.slot for finding in verdict.findings}


@pytest.mark.parametrize(("left", "right"), MAY_BOTH_BE)
def test_what_may_both_be_true_does_not(left: str, right: str) -> None:
    assert judge(left, right).relation != "contradict"

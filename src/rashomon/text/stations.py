"""Stations and papers: the names under which an outlet signs a report in brackets, "(WVLM) —"."""

import re

# Broadcasters of the world that sign with their initials; local stations add a number or their town.
_NETWORKS = (
    "ABC|AL JAZEERA|Al Jazeera|BBC|CBC|CBS|CNBC|CNN|CTV|DW|FOX|Fox|GMA|ITV|MSNBC|NBC|NHK|NPR|PBS|RFE/RL|RT"
    "|SBS|Sky|TVNZ|VOA"
)
_STATION = re.compile(
    rf"(?:{_NETWORKS})(?: ?(?:News|Sports|TV))?(?:[ -]?(?:\d{{1,2}}|[A-Z][\w.]+))?"
    r"|[KW][A-Z]{2,3}(?:[ -]?(?:TV|FM|AM|DT))?(?:[ -]?\d{1,2})?"  # call signs
    r"|(?:[A-Z][\w'’&.-]* ){1,4}"
    r"(?:News|TV|Radio|Press|Post|Times|Herald|Tribune|Gazette|Journal)(?: \d{1,2})?"
    r"|[\w-]+\.(?:com|COM|org|net|tv)"
)


def is_station(name: str) -> bool:
    """Whether a broadcaster, a paper or a site is called so, by its form."""
    return _STATION.fullmatch(name.strip()) is not None

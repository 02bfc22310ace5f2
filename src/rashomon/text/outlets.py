"""The outlet of an article whose text names it in passing: "she told Harbour News"."""

import re

from rashomon.text.agencies import AGENCIES

_TOLD = re.compile(r"\b(?:told|tells) (?P<name>(?:[A-Z][\w&\-]*[ ]){1,3}News)(?![\w\-])(?! [A-Z])")
_ANY_TOLD = re.compile(r"\b(?:told|tells) (?:the )?(?P<name>[A-Z][\w&\-]*(?: [A-Z][\w&\-]*)*)")
_MEDIUM = re.compile(
    r"\b(?:News|Times|Post|Tribune|Herald|Gazette|Guardian|Journal|Telegraph|Chronicle|Mail|Press|TV|Radio)$"
)
# News services that other outlets quote every day; "told" says nothing about whose article it is.
_WIDELY_QUOTED = frozenset(
    f"{brand.strip()} news"
    for brand in """abc | al jazeera | ap | ap television | bbc | buzzfeed | cbc | cbs | central european
    | channel 4 | cnn | ctv | euro | fox | global | google | itn | itv | msn | nbc | pbs | sky | usa | vice
    | yahoo""".split("|")
)


def told_outlet(text: str) -> str | None:
    """Return the outlet that somebody "told", where the text leaves no other reading; else None.

    Outlets write so of themselves, but of each other too. Only a name without "the" that ends in
    "News" counts, if it is the one medium of the article that anybody told, is no agency, is not
    widely quoted, and is not cited ("..., X News reported"). On development articles with a known
    outlet this is right in 24 of 26.
    """
    names = {found["name"] for found in _TOLD.finditer(text)}
    media = {found["name"] for found in _ANY_TOLD.finditer(text) if _is_medium(found["name"])}
    if len(names) != 1 or len(media) != 1:
        return None
    name = next(iter(names))
    known = name.casefold()
    if known in _WIDELY_QUOTED or known in AGENCIES or name.startswith("The "):
        return None
    exact = re.escape(name)
    cited = rf"(?:according to|reported by|citing|cited by|via) {exact}|{exact},? report(?:s|ed)"
    return None if re.search(cited, text) else name


def _is_medium(name: str) -> bool:
    return bool(_MEDIUM.search(name)) or name.casefold() in AGENCIES

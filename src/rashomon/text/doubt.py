"""Words of doubt: by which a text denies a thing, holds it open, or holds it for sure."""

import re

DENIAL = re.compile(
    r"\b(?:hoax\w*|fak(?:e[ds]?|ing|ery)|false(?:ly|hoods?)?|untrue|debunk\w*|den(?:y|ies|ied|ying|ials?)"
    r"|refut\w+|rebut\w*|disput\w+|fabricat\w+|bogus|myths?|made[- ]up|baseless|unfounded|disprov\w+"
    r"|retract\w*|satir\w+|prank\w*|staged|incorrect\w*|mistaken\w*|inaccura\w+|exaggerat\w+|mislead\w*"
    r"|wrong(?:ly)?|nonsense|doctored|photoshop\w*|l(?:ie[ds]?|ying)|dismiss\w+|discredit\w*|contradict\w*"
    r"|not true|no (?:evidence|truth|proof|basis)|never happened|(?:is|was|did)n['’]t (?:true|happen\w*)"
    r"|doubt(?:s|ed|ful)?|s[ck]eptic\w*|too good to|not actually|actually)\b",
    re.I,
)
"""That it is not so."""

HEDGE = re.compile(
    r"\b(?:report(?:s|ed|edly)?|alleg\w+|claim(?:s|ed|ing)?|rumou?r\w*|apparently|supposed(?:ly)?"
    r"|purported(?:ly)?|said to|sources?|may|might|could|possibl[ey]|according to|suggest\w*|seems?|appears?"
    r"|believed|thought to|un(?:verified|confirmed|clear)|speculat\w*|if true|yet to be|investigat\w+"
    r"|not (?:yet )?(?:been )?(?:confirmed|verified)|cannot (?:be )?(?:independently )?(?:confirm|verif)\w*"
    r")\b",
    re.I,
)
"""That it may be so, or that others say so."""

PROOF = re.compile(
    r"\b(?:confirm(?:s|ed|ing)?|authentic\w*|verified|prove[sdn]?|proof|indeed|revealed|official(?:ly)?"
    r"|identified|announced)\b",
    re.I,
)
"""That it is so."""

NEGATION = re.compile(r"\b(?:not|no|never|none|nobody|nothing|without|cannot)\b|n['’]t\b", re.I)
"""A plain denial of any kind."""

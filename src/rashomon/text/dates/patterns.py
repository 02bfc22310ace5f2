"""The forms that time expressions take in English news, as patterns: a closed set."""

import re

from rashomon.text.calendar import MONTHS, WEEKDAYS
from rashomon.text.numbers import FRACTION

_SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
_SHORT_DAYS = "Mon Tues Tue Weds Wed Thurs Thur Thu Fri Sat Sun".split()
_MONTH = (
    rf"(?:{'|'.join(MONTHS)}|{'|'.join(name.upper() for name in MONTHS)}|(?:{'|'.join(_SHORT_MONTHS)})\b\.?)"
)
# Cut weekdays ("Sun", "Sat") are words too: they need a date behind them.
_WEEKDAY = (
    rf"(?:{'|'.join(WEEKDAYS)}|{'|'.join(name.upper() for name in WEEKDAYS)}"
    rf"|(?:{'|'.join(_SHORT_DAYS)})\b\.?(?=,?\s+(?:\d|{_MONTH})))"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:]|[.,]\d)"
_YEAR = r"(?:1\d|20)\d\d(?!\d|,\d|-\d)"
_PART = r"(?:morning|afternoon|evening|night|midday|lunchtime|overnight)"
_UNIT = r"(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie))s?"
_COUNT = (
    r"(?:(?:an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|\d{1,3}(?:\.\d)?)"
    rf"(?:{FRACTION})?)"
)
_HALF = r"(?P<half>[\s-]+and[\s-]+a[\s-]+half\b)?"
_VAGUE = r"(?:several|a few|few|many|some|a couple(?: of)?|recent|dozens of|hundreds of|a number of)"
_NEAR = r"(?P<near>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming|[Pp]revious|[Ff]ollowing|[Tt]hat|[Ss]ame)"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_EDGE = r"(?:(?:early|late|mid)[\s-]+(?:in\s+|on\s+)?|the\s+(?:start|beginning|end|middle)\s+of\s+)"
_WEEKDAY_BEFORE = rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?"
_DAYS = rf"(?P<day>{_DAY})(?:\s*[-–]\s*(?P<until>{_DAY}))?"


def _compile(pattern: str, *, any_case: bool = True) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$£€#/])(?<!\d[.,:/-])(?:{pattern})(?!\w)", re.IGNORECASE if any_case else 0)


# The order says which form wins where two could stand at one place.
PATTERNS: dict[str, re.Pattern[str]] = {
    "figures": _compile(
        r"(?P<iso>\d{4}-\d\d-\d\d)(?!-?\d)|(?P<attacks>9/11)(?![/\d])"
        r"|(?P<figures>\d\d?(?P<sign>[/.])\d\d?(?P=sign)(?:19|20)\d\d)(?![/.]?\d)"
    ),
    "month first": _compile(
        rf"{_WEEKDAY_BEFORE}(?P<month>{_MONTH})\s+{_DAYS}(?:,?\s+(?P<year>{_YEAR}))?", any_case=False
    ),
    "day first": _compile(
        rf"{_WEEKDAY_BEFORE}{_DAYS}(?:\s+of)?\s+(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?",
        any_case=False,
    ),
    "month and year": _compile(rf"(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR})", any_case=False),
    "clock": _compile(
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap]\.?\s?m\b\.?)"
        r"|(?P<named>noon|midnight|midday)"
    ),
    "clock of 24": _compile(
        r"(?P<hour>[01]?\d|2[0-3])(?::|[:.](?=\d\d\s?(?:GMT|UTC)))(?P<minute>[0-5]\d)(?!:?\d)(?P<half>)(?P<named>)"
        r"(?P<zone>(?=\s?(?:GMT|UTC|BST|CET|[Hh]rs|[Hh]ours)\b))?",
        any_case=False,
    ),
    "decade": _compile(
        r"(?:(?:early|late|mid)[\s-]+)?(?:the\s+)?(?P<decade>(?:1\d|20)\d0|(?<=['’])\d0)['’]?s"
    ),
    "century": _compile(r"(?P<century>\d{1,2}(?:st|nd|rd|th))[\s-]centur(?:y|ies)"),
    "season": _compile(rf"(?:{_NEAR}\s+{_SEASON}|{_SEASON}\s+(?:of\s+)?(?P<year>{_YEAR}))", any_case=False),
    "set": _compile(
        r"(?:every|each)\s+(?:day|week|month|year|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
        r"|daily|weekly|monthly|yearly|annually|on\s+an?\s+(?:daily|weekly|monthly|annual)\s+basis"
    ),
    "ago": _compile(rf"(?P<count>{_COUNT})\s+(?P<unit>{_UNIT}){_HALF}\s+(?:ago|from\s+now|from\s+today)"),
    "vague ago": _compile(rf"{_VAGUE}\s+(?P<unit>{_UNIT})\s+(?:ago|later|earlier|before|after)"),
    "later": _compile(
        rf"(?:the\s+)?(?P<count>{_COUNT})\s+(?P<unit>{_UNIT}){_HALF}\s+"
        r"(?:later|earlier|before|after|afterwards?|previously)"
    ),
    "named day": _compile(
        r"(?P<word>the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)"
        rf"|(?:today|yesterday|tomorrow)(?:\s+{_PART})?|tonight|last\s+night|this\s+{_PART})"
    ),
    "weekday": _compile(
        rf"(?:{_NEAR}\s+)?(?:(?:early|late)\s+(?:on\s+)?)?(?P<weekday>{_WEEKDAY})(?:\s+(?P<part>{_PART}))?",
        any_case=False,
    ),
    "last units": _compile(
        r"(?:the\s+|these\s+|those\s+)?(?:last|past|next|coming|previous|following|first)\s+"
        rf"(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})"
    ),
    "near unit": _compile(
        rf"(?:(?:early|late|earlier|later)\s+)?(?:the\s+)?{_NEAR}\s+"
        r"(?P<unit>day|weekend|week|month|year|decade)"
    ),
    "vague units": _compile(rf"(?:the\s+)?(?:(?:last|past|next|coming)\s+)?{_VAGUE}\s+(?P<unit>{_UNIT})"),
    "period": _compile(
        rf"(?P<count>{_COUNT})[\s-](?:full\s+|consecutive\s+|straight\s+|more\s+)?(?P<unit>{_UNIT})"
        rf"{_HALF}(?![\s-]olds?\b|[\s-]of[\s-]age\b)(?:-long)?"
    ),
    "month": _compile(
        rf"(?:{_NEAR}\s+|{_EDGE})?(?P<month>{'|'.join(MONTHS)})(?!\s+[A-Z][a-z]|-)", any_case=False
    ),
    "year": _compile(rf"(?:{_EDGE})?(?P<year>(?:1\d|20)\d\d)(?!\d|,\d|[-/]\d|['’]?s\b|:\d|%|\s+block\b)"),
}

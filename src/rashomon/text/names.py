"""Names as strings: one form for comparing, tokens, initials, and how alike two spellings are."""

import re
import unicodedata
from functools import lru_cache

from rashomon.text.alphabets import latin
from rashomon.text.lexicon import closed_class

HONORIFICS = closed_class(
    "mr mrs ms miss mx dr prof sir dame lord lady madam mme monsieur sheikh shaikh shaykh sheik haji hajj "
    "maulana mullah qari hafiz sayyid syed hon rev fr rabbi imam ayatollah st sri shri smt president "
    "präsident"
)
SUFFIXES = closed_class("jr sr ii iii iv phd md esq mp qc kc frs obe mbe cbe")
PARTICLES = closed_class(
    "al el ul ur as an ad ash az de da di du del della des la le van von der den dos y e"
)
SON_OF = closed_class("bin ibn ben bint binti")
SMALL_WORDS = closed_class("of the and for in on to a an de la du des et und für al el at by with")
NICKNAMES = {
    nick: full
    for full, nicks in {
        "alexander": "alex sasha alec",
        "andrew": "andy drew",
        "anthony": "tony",
        "barack": "barry",
        "benjamin": "ben",
        "charles": "charlie chuck",
        "christopher": "chris",
        "daniel": "dan danny",
        "david": "dave",
        "deborah": "debbie",
        "donald": "don donny",
        "edward": "ed eddie ted",
        "elizabeth": "liz beth betsy",
        "eugene": "gene",
        "frederick": "fred",
        "gerald": "gerry",
        "gregory": "greg",
        "henry": "hank harry",
        "jacob": "jake",
        "james": "jim jimmy jamie",
        "jeffrey": "jeff",
        "jennifer": "jen jenny",
        "john": "jack johnny jon juan",
        "jonathan": "jonny",
        "joseph": "joe joey",
        "joshua": "josh",
        "katherine": "kate kathy katie",
        "kenneth": "ken kenny",
        "lawrence": "larry",
        "margaret": "maggie meg peggy",
        "matthew": "matt",
        "michael": "mike mick",
        "mitchell": "mitch",
        "nicholas": "nick",
        "pamela": "pam",
        "patricia": "patty",
        "patrick": "paddy",
        "peter": "pete",
        "philip": "phil",
        "rebecca": "becky",
        "richard": "dick rick rich",
        "robert": "bob rob bobby",
        "ronald": "ron",
        "samuel": "sam",
        "stephen": "steve steven stephan",
        "susan": "sue",
        "theodore": "ted teddy",
        "thomas": "tom tommy",
        "timothy": "tim",
        "victoria": "vicky",
        "vincent": "vince",
        "vladimir": "volodya",
        "william": "will bill billy willie",
        "zachary": "zach zack",
    }.items()
    for nick in nicks.split()
}
_EDGES = " \t\n\"'“”‘’„`*.,;:()[]"
_WORD = re.compile(r"\w+")


def clean_name(name: str) -> str:
    """Return the name on one line without article, possessive and stray quotation marks."""
    name = " ".join(name.split()).strip(_EDGES.replace(".", ""))
    name = re.sub(r"['’]s$", "", name).strip(_EDGES.replace(".", ""))
    return re.sub(r"^(?:the|The|THE)\s+(?=\S)", "", name)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return one form of the name for comparing: Latin small letters and single spaces.

    "U.S." and "US" meet; so do "Al-Qa'ida" and "al Qaida", "Müller" and "Muller", "Tehrik-i-Insaf" and
    "Tehrik-e-Insaf".
    """
    small = unicodedata.normalize("NFKC", clean_name(name)).casefold()
    split = unicodedata.normalize("NFKD", latin(small))
    plain = latin("".join(letter for letter in split if not unicodedata.combining(letter)))
    plain = re.sub(r"(?<=\w)[\-‐‑]i(?=[\-‐‑ ]\w)", "-e", plain)
    joined = re.sub(r"[’'ʿʾ`´\-‐‑–—/]", lambda m: "" if m.group() in "’'ʿʾ`´" else " ", plain)
    joined = re.sub(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.(?!\w)", "", joined)
    words = _WORD.findall(joined.replace("&", " and "))
    while len(words) > 1 and words[0] == "the":  # an article that a dot or an odd letter hid before
        del words[0]
    return " ".join(words)


def tokens(name: str) -> tuple[str, ...]:
    """Return the folded words of a name."""
    return tuple(fold(name).split())


def initials(name: str) -> str:
    """Return the initials of the name's own words, in capitals: "League of Free Ports" gives LFP."""
    words = [word for word in re.split(r"[\s\-/]+", clean_name(name)) if word]
    return "".join(word[0] for word in words if word.casefold() not in SMALL_WORDS).upper()


def is_acronym(name: str) -> bool:
    """Whether the name is written as an acronym: two to eight letters, capitals but for at most one."""
    letters = name.replace(".", "").replace("-", "")
    capitals = sum(letter.isupper() for letter in letters)
    return 2 <= len(letters) <= 8 and letters.isalnum() and capitals >= max(2, len(letters) - 1)


@lru_cache(maxsize=65536)
def sound(token: str) -> str:
    """Return a key that most transliterations of one name share: "sergei", "sergey" and "sergej" meet."""
    key = re.sub(r"(?:ei|ey|ej|ay|ai|iy|ij|yi|ii|ie|ee|y|j)$", "i", token)
    for pattern, plain in (
        (r"(?:tsch|tch|ch)", "c"),
        (r"(?:sch|sh)", "s"),
        (r"(?:kh|gh|ck|q)", "k"),
        (r"(?:ph|v(?=$))", "f"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"(?:zh|dj|j)", "z"),
        (r"(?:ou|oo|w(?=[aeiou]))", "u"),
        (r"x", "ks"),
        (r"y", "i"),
    ):
        key = re.sub(pattern, plain, key)
    return re.sub(r"(.)\1+", r"\1", key)


def _skeleton(token: str) -> str:
    """The first letter and the consonants after it; vowels vary most between transliterations."""
    key = sound(token)
    head = "o" if key[:1] in "ou" else key[:1]
    return head + re.sub(r"[aeiouhz]", "", key[1:]) if key else ""


@lru_cache(maxsize=65536)
def alike(left: str, right: str) -> float:
    """Return how surely two folded words of names are the same word: 0 .. 1."""
    from rapidfuzz.distance import OSA, JaroWinkler

    if left == right:
        return 1.0
    short, long = sorted((left, right), key=lambda word: (len(word), word))
    if len(short) == 1:
        return 0.8 if long[0] == short else 0.0
    if NICKNAMES.get(left, left) == NICKNAMES.get(right, right):
        return 0.9
    if left.endswith("a") != right.endswith("a"):
        return 0.0  # a man's and a woman's form: Angelo and Angela, Oleg and Olga, Petrov and Petrova
    if sound(left) == sound(right):
        return 0.95
    similarity: float = JaroWinkler.similarity(left, right)
    if len(short) >= 4 and _skeleton(left) == _skeleton(right) and similarity >= 0.8:
        return 0.9
    allowed = 1 if len(short) >= 5 else 0
    allowed = 2 if len(short) >= 9 else allowed
    if allowed and OSA.distance(left, right, score_cutoff=allowed) <= allowed:
        return 0.85
    return 0.0


def abbreviates(short: str, long: str) -> bool:
    """Whether a folded word is a cut form of another: "kh" of "khawaja", "gen" of "gennady"."""
    return 2 <= len(short) <= 4 and len(long) >= len(short) + 2 and long.startswith(short)

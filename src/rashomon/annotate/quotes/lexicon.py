"""Cue words, by the construction in which they report what somebody says or thinks.

A general list of English reporting verbs. A verb is in a class where it took an annotated content in
that construction at least about half of the time in the training part of PolNeAR (840 news
articles), or is a synonym of such a verb.
"""

# Verbs that report speech: they take a clause with or without "that", or a direct quotation.
SAY = frozenset(
    """
    acknowledge add admit advise affirm allege announce answer argue ask assert assess assure aver
    boast caution charge claim clarify comment complain concede conclude confess confide confirm
    contend continue counter declare decry demand deny disclose divulge emphasise emphasize estimate
    exclaim explain forecast foretell hint imply indicate inform insist instruct interject joke
    lament lie maintain mention muse note notify object observe opine pledge point post predict
    proclaim promise pronounce propose protest quip reaffirm reassert reassure recall reckon recommend
    recount reiterate relate remark remind repeat reply report request respond restate reveal say scoff
    signal speculate state stipulate stress submit suggest swear tell tease testify theorise theorize
    thunder tweet retweet underline underscore urge utter voice vow warn write
    """.split()
)

# Verbs that report thought: a clause or a "to" infinitive, seldom a direct quotation.
THINK = frozenset(
    """
    agree anticipate believe consider deem determine doubt expect fear find
    foresee hope learn realise realize recognise recognize regret suspect think 
    wonder worry
    """.split()
)

# Verbs that show what a document or a count says; a clause follows.
SHOW = frozenset("show demonstrate find read".split())

# Verbs whose quotation marks make them cues; a clause after them is not enough.
QUOTE_ONLY = frozenset(
    """
    begin bellow bark chant chide conclude cry demur deadpan fume gush holler
    intone mutter mumble murmur preach protest put read rant recite roar scream shout
    shriek sigh sing snap snarl sneer squeal stammer start whisper yell email go press
    laugh grumble marvel venture 
    """.split()
)

# Verbs with an infinitive that states a stand: "refused to comment", "vowed to fight".
TO = frozenset(
    """
    agree ask beg claim decline demand expect hope offer order pledge profess promise propose refuse
    resolve seek swear threaten undertake urge vow warn call
    """.split()
)

# Verbs whose object is what was said or thought about: "reiterated its commitment".
OBJECT = frozenset(
    """
    accuse acknowledge admit affirm announce applaud appreciate assail bemoan blame blast broach
    call chide cite claim commend condemn confirm congratulate credit criticise criticize
    decry defend demand denounce deny deplore describe dismiss dispute echo emphasise emphasize
    endorse explain express extol hail highlight identify invoke lambast lambaste lament laud liken mention
    mock note oppose outline pledge portray praise predict promise propose question quote reaffirm
    rebuff rebuke rebut recall recount reference refute reiterate reject repeat repudiate request
    reveal ridicule slam stress suggest thank tout trumpet underline underscore urge
    vilify voice warn welcome
    """.split()
)

# Verb and preposition: "spoke about the threat", "warned of".
TOPIC: dict[str, frozenset[str]] = {
    "accuse": frozenset({"of"}),
    "advocate": frozenset({"for"}),
    "apologise": frozenset({"for"}),
    "apologize": frozenset({"for"}),
    "argue": frozenset({"for", "against"}),
    "ask": frozenset({"about", "for"}),
    "boast": frozenset({"of", "about"}),
    "brag": frozenset({"of", "about"}),
    "call": frozenset({"for", "on", "upon"}),
    "caution": frozenset({"against"}),
    "comment": frozenset({"on"}),
    "complain": frozenset({"of", "about"}),
    "elaborate": frozenset({"on"}),
    "hint": frozenset({"at"}),
    "insist": frozenset({"on"}),
    "joke": frozenset({"about"}),
    "lash": frozenset({"at"}),
    "object": frozenset({"to"}),
    "plead": frozenset({"for"}),
    "point": frozenset({"to"}),
    "push": frozenset({"for"}),
    "rail": frozenset({"against"}),
    "refer": frozenset({"to"}),
    "remark": frozenset({"on"}),
    "speak": frozenset({"about", "of", "against"}),
    "talk": frozenset({"about", "of"}),
    "tell": frozenset({"about", "of"}),
    "touch": frozenset({"on"}),
    "vouch": frozenset({"for"}),
    "warn": frozenset({"of", "about", "against"}),
    "write": frozenset({"about", "of"}),
}

# Verbs of holding, wishing and judging, whose object or infinitive tells a stand. In the training part it was
# annotated in at least half of their uses (want 20 of 27 objects and 53 of 93 infinitives, plan 28 of 40
# infinitives, discuss 37 of 51, support 101 of 163), or they are synonyms of such verbs.
STAND = frozenset(
    """
    address advocate aim allude articulate assume attack back challenge chastise cheer chronicle
    compare compliment conflate convince debate detail disagree discuss dislike document downplay
    encourage equate examine exhort explore expose favor favour feel grill guess hate herald
    illustrate imagine implore intend invite judge lean like link love pan persuade plan prefer
    project regard rule sense support understand view want wish
    """.split()
)

# Verbs that judge or name something where "as" follows it: "paints her as a rebel".
AS = frozenset(
    """
    cast characterise characterize depict frame identify interpret list name paint portray present regard
    see view
    """.split()
)

# Verbs that tell with a particle: "laid out her plan", "doubled down on it".
PARTICLE = {
    "bring": "up",
    "chime": "in",
    "double": "down",
    "fire": "back",
    "hit": "back",
    "lay": "out",
    "rule": "out",
    "set": "out",
    "single": "out",
    "spell": "out",
    "sum": "up",
    "walk": "back",
    "weigh": "in",
}

# Verbs that answer words or else are deeds: one rejects a claim, and a candidate.
ANSWER = frozenset("accept dismiss reject".split())

# Nouns and adjectives of saying and thinking, in a cue ("raised doubts about") or in what is answered.
WORDS = frozenset(
    """
    account accusation admission adulation advice alarm allegation announcement answer apology appeal argument
    assertion assessment assurance attack belief call case challenge charge claim comment complaint concern
    condemnation confidence contention criticism critique defence defense demand denial description despair
    disagreement disdain doubt endorsement expectation explanation fear feeling fun hint hope idea illusion
    insistence interview joke letter mention message misgiving notion objection opinion opposition optimism
    plan plea pledge possibility praise prediction promise proposal question recommendation reference
    refusal regret rejection remark reminder report request response rhetoric rumor rumour scepticism
    skepticism speculation speech stance statement suggestion suspicion talk testimony theory thought threat
    tirade tribute tweet view vow warning word worry
    afraid aware certain clear concerned confident convinced critical doubtful nervous optimistic outspoken
    passionate pessimistic proud sceptical skeptical sure uncertain unsure vocal wary worried
    """.split()
)

# What a source speaks through; "a statement said" has the statement as its source.
DOCUMENT = frozenset(
    """
    account advisory affidavit analysis announcement bulletin caption column communique communiqué complaint
    document editorial email essay filing letter memo memoir memorandum message note notice poll
    post release report statement study survey text transcript tweet video
    """.split()
)

FIRST_OR_SECOND = frozenset({"i", "we", "you", "me", "us"})
ANYBODY = frozenset(
    "anybody anyone everybody everyone nobody somebody someone people who those they you one it".split()
)
TIME_NOUNS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december today yesterday tomorrow morning afternoon evening night
    week month year day hour
    """.split()
)

CLAUSE_VERBS = SAY | THINK | SHOW
# Verbs that tell with neither quotation marks nor a clause; "charged with arson" and "related to it" do not.
TELLING = (CLAUSE_VERBS | TO | OBJECT | frozenset(TOPIC) | STAND) - ANSWER - frozenset({"charge", "relate"})
CUE_VERBS = CLAUSE_VERBS | QUOTE_ONLY | TO | OBJECT | frozenset(TOPIC)

_ODD_LEMMAS = {"hop": "hope", "retweete": "retweet", "tweete": "tweet"}


def known_lemma(lemma: str) -> str:
    """Put right what the parser's lemmatiser gets wrong for reporting verbs."""
    return _ODD_LEMMAS.get(lemma, lemma)

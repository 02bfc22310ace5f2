"""Nouns that mean people: offices, trades, kin."""

from rashomon.text.lexicon import closed_class

PERSON_NOUNS = closed_class(
    "accomplice activist actor actress adviser advisor advocate agent aide ally ambassador "
    "analyst archbishop artist assailant assistant attacker attorney author banker bishop "
    "bomber boss boy brother burglar bystander candidate captain cardinal chair chairman "
    "chairperson chairwoman challenger chancellor chef chief citizen clerk coach colleague "
    "columnist commander commentator commissioner congressman congresswoman consultant "
    "coordinator councillor counselor counterpart cousin critic customer cyclist daughter "
    "defendant delegate democrat deputy designer diplomat director doctor donor driver "
    "economist editor educator employee engineer envoy executive expert farmer father fighter "
    "financier founder friend general girl governor guard gunman head historian host husband "
    "infantryman inmate insider inspector interpreter intruder investigator investor "
    "journalist judge juror justice killer king lawmaker lawyer leader legislator liberal "
    "lieutenant lobbyist magistrate major man manager mayor member militant minister "
    "moderator monk mother motorist murderer negotiator neighbor neighbour nurse observer "
    "officer official operative opponent organiser organizer owner parent participant partner "
    "passenger pastor patient pedestrian physician pilot planner player poet police policeman "
    "politician pollster pope premier president presidential priest prime prince princess "
    "prisoner producer professor prosecutor protester queen ranger rapper refugee reporter "
    "representative republican researcher resident rival robber scholar scientist secretary "
    "senator sergeant sheriff shooter shopper sister soldier son source speaker specialist "
    "spokesman spokesperson spokeswoman staffer strategist student sultan superintendent "
    "supporter surgeon survivor suspect teacher technician thief tourist trader treasurer "
    "trooper vet veteran victim villager volunteer voter wife winner witness woman worker "
    "writer"
)
# Who is called by whose relative they are.
KIN = closed_class(
    "wife husband son daughter brother sister father mother widow widower cousin nephew niece uncle aunt "
    "grandson granddaughter grandfather grandmother grandchild fiancee fiancée spouse partner twin ex-wife "
    "ex-husband stepson stepdaughter stepchild half-brother half-sister in-law sibling relative parent"
)

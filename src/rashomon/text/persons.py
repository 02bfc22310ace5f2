"""Nouns that mean people: offices, trades, kin."""

from rashomon.text.lexicon import closed_class

PERSON_NOUNS = closed_class(
    "activist actor actress adviser advisor advocate agent aide ally ambassador analyst "
    "archbishop artist assistant attorney author banker bishop boss boy brother candidate captain "
    "cardinal chair chairman chairperson chairwoman challenger chancellor chef chief citizen "
    "clerk coach colleague columnist commander commentator commissioner congressman congresswoman "
    "consultant coordinator councillor counselor counterpart critic cousin customer daughter "
    "defendant delegate democrat deputy designer diplomat director doctor donor driver economist "
    "editor educator employee engineer envoy executive expert farmer father fighter financier "
    "founder friend general girl governor head historian host husband infantryman insider "
    "inspector interpreter investigator investor journalist judge juror justice king lawmaker "
    "lawyer leader legislator liberal lieutenant lobbyist magistrate major man manager mayor "
    "member militant minister moderator monk mother negotiator neighbor neighbour nurse observer "
    "officer official operative opponent organiser organizer owner parent participant partner "
    "passenger pastor patient physician pilot planner player poet police policeman politician "
    "pollster pope premier president presidential priest prime prince princess prisoner producer "
    "professor prosecutor protester queen ranger rapper refugee reporter representative "
    "republican researcher resident rival scholar scientist secretary senator sergeant sheriff "
    "sister soldier son source speaker specialist spokesman spokesperson spokeswoman staffer "
    "strategist student sultan superintendent supporter surgeon teacher technician tourist trader "
    "treasurer vet veteran victim villager volunteer voter wife winner witness woman worker "
    "writer"
)

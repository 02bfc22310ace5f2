"""Nouns that mean people: offices, plural sources, and documents that speak for somebody."""

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

DOCUMENTS = closed_class(
    "account address advisory affidavit analysis announcement assessment bulletin column communique "
    "communiqué complaint document editorial email essay filing letter manifesto memo memoir "
    "memorandum message note notice paper petition poll post posting release report resolution "
    "ruling speech statement study survey testimony text tweet tweets website"
)

BODIES = closed_class(
    "administration agency airline army assembly association authority bank board brigade bureau campaign "
    "church city club coalition commission committee company congress corporation council court department "
    "district embassy federation firm force foundation fund government group guard hospital institute league "
    "legislature ministry mission movement museum navy network newspaper observatory office organisation "
    "organization parliament party police regiment school senate society team tribunal union university"
)

# What a body of any name can be called by when it was the last to speak.
COMPANIES = closed_class("company firm group organisation organization corporation")

COLLECTIVE = closed_class(
    "both each others several some many all two three four few most they we both these those"
)
HE = closed_class("he him his himself")
SHE = closed_class("she her hers herself")

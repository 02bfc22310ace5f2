"""Words that stand for who speaks: documents, bodies, plural sources, pronouns."""

from rashomon.text.lexicon import closed_class

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

# One of them is a person, though the same word in the plural names a party or a faith.
MEMBERS = closed_class(
    "democrat republican conservative liberal socialist communist islamist tory muslim christian jew "
    "catholic protestant evangelical hindu buddhist sikh"
)

COLLECTIVE = closed_class(
    "both each others several some many all two three four few most they we both these those"
)
HE = closed_class("he him his himself")
SHE = closed_class("she her hers herself")

"""Reporting verbs: the verbs of saying that frame what somebody said."""

from rashomon.text.lexicon import closed_class

# Verbs of saying whose clause is what is said. Verbs of holding (think, agree, hope, fear) are left
# out on purpose: there the frame is part of the claim.
REPORTING = closed_class(
    "say tell add note report state claim announce warn stress insist argue explain observe tweet write "
    "recall declare acknowledge reiterate emphasise emphasize underline remark mention comment post "
    "allege assert maintain contend conclude reply respond disclose reveal confirm testify "
    "quote cite relate recount inform brief admit concede caution predict repeat "
    "highlight underscore indicate"
)

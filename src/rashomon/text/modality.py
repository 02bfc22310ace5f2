"""Modality: small words by which a statement is denied, held open, ordered, planned or made to depend."""

from rashomon.text.lexicon import closed_class

NEGATIVE = closed_class("no never none nobody nothing neither nor")
"""It is not so."""

POSSIBLE = closed_class("may might could")
"""It may be so."""

UNSURE = closed_class("reportedly allegedly possibly perhaps maybe probably apparently")
"""Nobody vouches for it."""

OBLIGED = closed_class("must should ought")
"""It has to be so."""

PLANNED = closed_class("will shall 'll ’ll")
"""It is to come."""

CONDITIONS = closed_class("if unless")
"""It depends."""

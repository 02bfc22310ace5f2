"""Time expressions: found in text, and resolved to the calendar by a day to count from.

Days without a date are taken to be the nearest before the anchor, or after it where the words look
ahead; what an expression alone does not settle stays without a value.
"""

from rashomon.text.dates.days import shift_expression
from rashomon.text.dates.expressions import Expression, find_expressions, resolve_at

__all__ = ["Expression", "find_expressions", "resolve_at", "shift_expression"]

"""Labels: words with a colon that open a line and say what kind of item it is: "UPDATE:", "WATCH:"."""

import re

_LABEL = re.compile(
    r"[\W_]*(?:updated?|breaking(?:\s+news)?|exclusive|just\s+in|developing|latest|watch|listen|video|correction"
    r"|why\s+it\s+matters?|the\s+big\s+picture|driving\s+the\s+news|by\s+the\s+numbers|(?:the\s+)?state\s+of\s+play"
    r"|what\s+(?:they['’]re\s+saying|we['’]re\s+watching|to\s+(?:watch|know)|happened|we\s+know)|between\s+the\s+lines"
    r"|what['’]s\s+(?:next|happening|new)|(?:the\s+)?bottom\s+line|the\s+latest|yes,\s+but|be\s+smart|go\s+deeper"
    r"|zoom\s+(?:in|out)|catch\s+up\s+quick|flashback|of\s+note|the\s+backdrop|the\s+details|worth\s+noting)\s*:\s+(?=\S)",
    re.I,
)


def label_end(line: str) -> int:
    """Return where the text behind the label of a line begins; zero where it has none."""
    found = _LABEL.match(line)
    return found.end() if found else 0


def is_label(text: str) -> bool:
    """Whether it is a label and nothing more: "Why it matters:"."""
    return label_end(f"{text.rstrip()} .") == len(text.rstrip()) + 1

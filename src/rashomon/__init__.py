"""rashomon: one event, every account, each statement traced to the words it rests on."""

from rashomon.pipeline import compare, dossiers
from rashomon.provenance import VERSION

__version__ = VERSION

__all__ = ["__version__", "compare", "dossiers"]

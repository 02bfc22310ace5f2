"""Every exception that rashomon raises on purpose.

RashomonError
├── UsageError        the call or its arguments are off (exit code 2)
│   └── SeveralStories  one dossier was asked for, the inputs hold several stories
├── InputError        one input can't be read; becomes a Failure row, the rest goes on
│   └── NothingRead   none could: no row has a place to stand in, the exception holds them
├── WeightsError      a model file is missing or is not the pinned one
├── DossierError      a file is no dossier of this version
└── StoreError        a store can't be opened, read or written; what it holds is whole
"""

from collections.abc import Sequence

from rashomon.model.articles import Failure

# Reasons in one message: all up to this many, some of more.
_TOLD = 20
_SOME = 3


class RashomonError(Exception):
    """Anything that rashomon says went wrong; the message names the input and what to do."""


class UsageError(RashomonError):
    """The call or its arguments are off."""


class SeveralStories(UsageError):
    """One dossier was asked for, but the inputs hold several stories."""


class InputError(RashomonError):
    """One input can't be read as an article."""


class NothingRead(InputError):
    """No input could be read; `failures` says why, one by one, `cut` whether the message names not all."""

    def __init__(self, failures: Sequence[Failure]) -> None:
        self.failures = tuple(failures)
        self.cut = len(failures) > _TOLD
        reasons = [f"{failure.input}: {failure.reason}" for failure in failures]
        told = [*reasons[:_SOME], f"and {len(reasons) - _SOME} more inputs"] if self.cut else reasons
        super().__init__(f"no article could be read ({'; '.join(told) or 'the inputs are empty'})")


class WeightsError(RashomonError):
    """A model file is missing or does not have the pinned sha256."""


class DossierError(RashomonError):
    """A file is not a dossier of this version."""


class StoreError(RashomonError):
    """A store can't be opened, read or written; what it holds is whole."""

"""Every exception that rashomon raises on purpose.

RashomonError
├── UsageError        the call or its arguments are off (exit code 2)
│   └── SeveralStories  one dossier was asked for, the inputs hold several stories
├── InputError        one input can't be read; becomes a Failure row, the rest goes on
├── WeightsError      a model file is missing or is not the pinned one
├── DossierError      a file is no dossier of this version
└── StoreError        a store can't be opened, read or written; what it holds is whole
"""


class RashomonError(Exception):
    """Anything that rashomon says went wrong; the message names the input and what to do."""


class UsageError(RashomonError):
    """The call or its arguments are off."""


class SeveralStories(UsageError):
    """One dossier was asked for, but the inputs hold several stories."""


class InputError(RashomonError):
    """One input can't be read as an article."""


class WeightsError(RashomonError):
    """A model file is missing or does not have the pinned sha256."""


class DossierError(RashomonError):
    """A file is not a dossier of this version."""


class StoreError(RashomonError):
    """A store can't be opened, read or written; what it holds is whole."""

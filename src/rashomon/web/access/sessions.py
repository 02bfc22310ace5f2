"""Sessions: a signed cookie that says who writes, and the sign that a form came from the desk itself."""

import base64
import binascii
import hashlib
import hmac
import json
import time
from dataclasses import dataclass

COOKIE = "rashomon-desk"
LIFETIME = 12 * 3600  # seconds: a working day
_NAME = 80  # characters of a person's name that are kept


@dataclass(frozen=True, slots=True)
class Session:
    """A person who is signed in until `ends` (Unix seconds)."""

    who: str
    ends: int


class Signer:
    """Signs with a key made from the desk's token: a new token ends every session."""

    def __init__(self, token: str) -> None:
        self._token = token.encode("utf-8")
        self._key = hashlib.sha256(b"rashomon desk session\0" + self._token).digest()

    def is_token(self, given: str) -> bool:
        """Whether the given text is the token, compared in constant time."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self._token)

    def cookie(self, who: str, *, now: float | None = None) -> str:
        """Return the cookie that signs the person in."""
        ends = int(time.time() if now is None else now) + LIFETIME
        body = base64.urlsafe_b64encode(json.dumps([clean_name(who), ends]).encode("ascii")).decode("ascii")
        return f"{body}.{self._sign('session', body)}"

    def session(self, cookie: str, *, now: float | None = None) -> Session | None:
        """Return whose cookie it is; None where it is forged, broken or over."""
        body, _, sign = cookie.partition(".")
        if not hmac.compare_digest(sign.encode("utf-8"), self._sign("session", body).encode("ascii")):
            return None
        try:
            who, ends = json.loads(base64.urlsafe_b64decode(body.encode("ascii")))
        except (ValueError, binascii.Error):
            return None
        return Session(who, ends) if ends > (time.time() if now is None else now) else None

    def form_sign(self, identity: str) -> str:
        """Return what a form must carry to be taken as the person's own: no other site can know it."""
        return self._sign("form", identity)

    def is_form_sign(self, given: str, identity: str) -> bool:
        """Whether the form's sign is the person's."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.form_sign(identity).encode("ascii"))

    def _sign(self, purpose: str, text: str) -> str:
        message = f"{purpose}\0{text}".encode("utf-8", "replace")
        return hmac.new(self._key, message, hashlib.sha256).hexdigest()


def clean_name(who: str) -> str:
    """Return a person's name as it is recorded: one line, printable, of some length at most."""
    printable = "".join(sign if sign.isprintable() else " " for sign in who)
    return " ".join(printable.split())[:_NAME]

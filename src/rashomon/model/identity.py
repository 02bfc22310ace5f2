"""Identifiers made from content, so that equal input gives equal ids in any order and on any machine."""

import hashlib
import json


def content_id(prefix: str, *parts: object, length: int = 12) -> str:
    """Return `prefix-` and the first hex digits of the sha256 of the parts, as JSON."""
    body = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(body.encode('utf-8', 'surrogatepass')).hexdigest()[:length]}"

"""Canonical JSON (RFC 8785) with a checksum, so that an accident in a small file shows as one."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

import rfc8785

_SUM: Final = "sum"


def canonical(body: dict[str, Any]) -> bytes:
    """Return the one spelling of `body` as bytes."""
    return rfc8785.dumps(body)


def stamped(body: dict[str, Any]) -> bytes:
    """Return the canonical bytes of `body` with the SHA-256 of its content in the field `sum`."""
    return canonical(body | {_SUM: hashlib.sha256(canonical(body)).hexdigest()})


def checked(content: bytes) -> dict[str, Any]:
    """Return the body of stamped bytes; raises ValueError unless they are exactly what `stamped` writes."""
    try:
        body = json.loads(content)
        if type(body) is dict and body.pop(_SUM, None) is not None and stamped(body) == content:
            return body
    except (RecursionError, rfc8785.CanonicalizationError, UnicodeError) as error:
        raise ValueError("not canonical JSON") from error
    raise ValueError("checksum does not fit")

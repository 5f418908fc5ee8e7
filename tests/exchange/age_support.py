"""Keys of both kinds and a whole age file in one call."""

from __future__ import annotations

from io import BytesIO

from kimdesk.exchange.age import Encryptor
from kimdesk.exchange.age_keys import ClassicIdentity, HybridIdentity, Recipient

Pair = ClassicIdentity | HybridIdentity
IDENTITIES: tuple[Pair, ...] = (HybridIdentity(bytes(range(32))), ClassicIdentity(bytes(range(32))))


def sealed_age(plain: bytes, *recipients: Recipient) -> bytes:
    file = BytesIO()
    encryptor = Encryptor(file, recipients)
    encryptor.write(plain)
    encryptor.finish()
    return file.getvalue()

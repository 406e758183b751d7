"""Tokens as the Bot Framework signs them, and the keys it publishes."""

import time
from dataclasses import dataclass, field
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key as new_rsa
from jwt.algorithms import RSAAlgorithm

ISSUER = "https://api.botframework.com"


def new_key() -> RSAPrivateKey:
    return new_rsa(65537, 2048)


@dataclass(slots=True)
class Signer:
    """A key pair under a name, and the channels it may sign for."""

    app: str
    service: str
    kid: str = "key-1"
    endorsements: tuple[str, ...] = ("msteams",)
    key: RSAPrivateKey = field(default_factory=new_key)

    def published(self) -> dict[str, Any]:
        """The public key as it stands in the key set."""
        public = RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        own = {"kid": self.kid, "x5t": self.kid, "use": "sig"}
        return public | own | {"endorsements": list(self.endorsements)}

    def claims(self, **changed: Any) -> dict[str, Any]:
        """The claims of a token to our app; one that is `None` is left out."""
        now = int(time.time())
        usual = {
            "serviceurl": self.service,
            "nbf": now - 10,
            "iat": now - 10,
            "exp": now + 3600,
            "iss": ISSUER,
            "aud": self.app,
        }
        return {name: value for name, value in (usual | changed).items() if value is not None}

    def token(self, **changed: Any) -> str:
        """A good token, but for the claims that are `changed`."""
        return self.signed(self.claims(**changed))

    def signed(self, claims: dict[str, Any], **header: Any) -> str:
        """A token of these claims, under this header."""
        return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": self.kid} | header)

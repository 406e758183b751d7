"""A real OpenID Connect issuer on loopback: it publishes its keys, and signs what it is told to."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as new_ec
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key as new_rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

AUDIENCE = "api://aftalesvar"
TENANT = "11111111-2222-3333-4444-555555555555"
PERSON = "99999999-8888-7777-6666-555555555555"
CLIENT = "fagsystem"


class Issuer:
    """Signs with an RSA and an EC key, which it publishes by name; counts what was fetched."""

    def __init__(self) -> None:
        self.rsa: RSAPrivateKey = new_rsa(65537, 2048)
        self.ec: EllipticCurvePrivateKey = new_ec(SECP256R1())
        self.address = ""
        self.fetched: list[str] = []
        self.down = False
        self.discovery: dict[str, Any] = {}
        self.keys: list[dict[str, Any]] = [
            RSAAlgorithm.to_jwk(self.rsa.public_key(), as_dict=True) | {"kid": "rsa", "use": "sig"},
            ECAlgorithm.to_jwk(self.ec.public_key(), as_dict=True) | {"kid": "ec", "use": "sig"},
        ]

    def claims(self, **changed: Any) -> dict[str, Any]:
        """An access token's claims as Entra writes them; a claim that is `None` is left out."""
        now = int(time.time())
        usual = {
            "iss": self.address,
            "aud": AUDIENCE,
            "tid": TENANT,
            "oid": PERSON,
            "sub": "per program",
            "azp": CLIENT,
            "azpacr": "1",
            "scp": "read",
            "iat": now,
            "nbf": now,
            "exp": now + 3600,
        }
        return {name: value for name, value in (usual | changed).items() if value is not None}

    def signed(self, claims: dict[str, Any], **header: Any) -> str:
        """A token of these claims, signed with the RSA key unless `alg` says otherwise."""
        full = {"kid": "rsa", "alg": "RS256"} | header
        key = self.ec if str(full["alg"]).startswith("ES") else self.rsa
        return jwt.encode(claims, key, full["alg"], full)

    def token(self, **changed: Any) -> str:
        """A good access token, or one with some claims changed."""
        return self.signed(self.claims(**changed))

    def told(self, path: str) -> dict[str, Any] | None:
        """What it publishes under a path."""
        self.fetched.append(path)
        return {
            "/.well-known/openid-configuration": {
                "issuer": self.address,
                "jwks_uri": f"{self.address}/keys",
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
            }
            | self.discovery,
            "/keys": {"keys": self.keys},
        }.get(path)


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, issuer: Issuer, *rest: Any) -> None:
        self.issuer = issuer
        super().__init__(*rest)

    def do_GET(self) -> None:
        told = self.issuer.told(self.path)
        self.send_response(503 if self.issuer.down else 200 if told else 404)
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@contextmanager
def issuing() -> Iterator[Issuer]:
    """An issuer that can be reached until the block ends."""
    issuer = Issuer()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, issuer))
    issuer.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield issuer
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

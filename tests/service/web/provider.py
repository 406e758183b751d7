"""A real OpenID provider on loopback: it logs everybody in at once, and gives codes for tokens."""

import json
import threading
import time
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.service.access.issuer import PERSON, TENANT, Issuer

CLIENT, SECRET = "aftalesvar-siden", "hemmelig: ja/nej"
BASIC = "Basic " + b64encode(b"aftalesvar-siden:hemmelig%3A%20ja%2Fnej").decode()


class Provider(Issuer):
    """Knows one client. `changes` are claims that its next ID tokens have instead of the right."""

    def __init__(self) -> None:
        super().__init__()
        self.back: set[str] = set()
        self.codes: dict[str, dict[str, str]] = {}
        self.changes: dict[str, Any] = {}
        self.silent = False
        self.hurries = threading.Event()
        self.hurries.set()
        self.asked = 0

    def authorized(self, asked: dict[str, str]) -> str:
        """Where the browser is sent with its code."""
        assert asked["client_id"] == CLIENT
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        assert asked["redirect_uri"] in self.back
        code = token_urlsafe(16)
        self.codes[code] = asked
        given = {"code": code, "state": asked["state"], "iss": self.address}
        return f"{asked['redirect_uri']}?{urlencode(given)}"

    def redeemed(self, asked: dict[str, str], authorization: str | None) -> dict[str, str] | None:
        """The tokens for a code; each code is good for one."""
        self.asked += 1
        self.hurries.wait(30)
        was = self.codes.pop(asked.get("code", ""), None)
        digest = sha256(asked.get("code_verifier", "").encode()).digest()
        challenge = urlsafe_b64encode(digest).rstrip(b"=").decode()
        right = was and (was["code_challenge"], was["redirect_uri"]) == (
            challenge,
            asked["redirect_uri"],
        )
        if not was or not right or authorization != BASIC:
            return None
        now = int(time.time())
        claims = {
            "iss": self.address,
            "aud": CLIENT,
            "tid": TENANT,
            "oid": PERSON,
            "sub": "per program",
            "nonce": was["nonce"],
            "name": "Karla Nørgård",
            "iat": now,
            "exp": now + 3600,
        }
        return {"token_type": "Bearer", "id_token": self.signed(claims | self.changes)}


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, provider: Provider, *rest: Any) -> None:
        self.provider = provider
        super().__init__(*rest)

    def do_GET(self) -> None:
        where = urlsplit(self.path)
        if where.path == "/authorize":
            asked = {name: value[0] for name, value in parse_qs(where.query).items()}
            self.send_response(302)
            self.send_header("Location", self.provider.authorized(asked))
            self.end_headers()
        else:
            self._say(self.provider.told(where.path))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        asked = {name: value[0] for name, value in parse_qs(body).items()}
        self._say(self.provider.redeemed(asked, self.headers["Authorization"]))

    def _say(self, told: dict[str, Any] | None) -> None:
        self.send_response(503 if self.provider.silent else 200 if told else 400)
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@contextmanager
def providing() -> Iterator[Provider]:
    """A provider that can be reached until the block ends."""
    provider = Provider()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, provider))
    provider.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

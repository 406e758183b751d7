"""Tokens over real HTTP: good ones are let in, forged ones never."""

import base64
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import RSAAlgorithm

from index import EVERYTHING, OPEN_ONLY
from service.access.errors import NotRecognised
from service.access.tokens import LARGEST, Tokens
from service.access.visitor import Channel
from tests.service.access.conftest import CLOSED, House
from tests.service.access.issuer import PERSON, TENANT, Issuer

LONG_AGO, LATER = 1_000_000_000, 10_000_000_000
Forge = Callable[[Issuer], str]
STRANGER: RSAPrivateKey = generate_private_key(65537, 2048)


def coded(part: bytes | dict[str, Any]) -> str:
    data = part if isinstance(part, bytes) else json.dumps(part).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def resigned(issuer: Issuer, header: dict[str, Any], body: bytes) -> str:
    """Any bytes, signed with the issuer's own key: what PyJWT would not write itself."""
    signed = f"{coded(header)}.{coded(body)}"
    algorithm = RSAAlgorithm(RSAAlgorithm.SHA256)
    return f"{signed}.{coded(algorithm.sign(signed.encode(), issuer.rsa))}"


def unsigned(issuer: Issuer) -> str:
    return jwt.encode(issuer.claims(), "", "none", {"kid": "rsa"})


def by_public_key(issuer: Issuer) -> str:
    """HS256 with the public key, which everybody knows, as the secret."""
    public = issuer.rsa.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    signed = f"{coded({'alg': 'HS256', 'kid': 'rsa', 'typ': 'JWT'})}.{coded(issuer.claims())}"
    return f"{signed}.{coded(hmac.digest(public, signed.encode(), 'sha256'))}"


def by_stranger(issuer: Issuer, **header: Any) -> str:
    return jwt.encode(issuer.claims(), STRANGER, "RS256", {"kid": "rsa"} | header)


def with_own_key(issuer: Issuer) -> str:
    own = RSAAlgorithm.to_jwk(STRANGER.public_key(), as_dict=True)
    return by_stranger(issuer, jwk=own | {"kid": "rsa"})


def altered(issuer: Issuer) -> str:
    head, _, signature = issuer.token().split(".")
    return f"{head}.{coded(issuer.claims(roles=[CLOSED]))}.{signature}"


def other_signature(issuer: Issuer) -> str:
    head, body, signature = issuer.token().split(".")
    return f"{head}.{body}.{'B' if signature[0] != 'B' else 'C'}{signature[1:]}"


def as_text(issuer: Issuer, **changed: Any) -> str:
    """Claims of a wrong type, rightly signed."""
    claims = json.dumps(issuer.claims() | changed).encode()
    return resigned(issuer, {"alg": "RS256", "kid": "rsa"}, claims)


def with_header(issuer: Issuer, **header: Any) -> str:
    body = json.dumps(issuer.claims()).encode()
    return resigned(issuer, {"alg": "RS256", "kid": "rsa"} | header, body)


FORGED: dict[str, Forge] = {
    "without a signature": unsigned,
    "signed with the public key as a secret": by_public_key,
    "jku": lambda i: by_stranger(i, jku="http://127.0.0.1:9/keys"),
    "x5u": lambda i: by_stranger(i, x5u="http://127.0.0.1:9/cert"),
    "its own key": with_own_key,
    "its own certificate": lambda i: by_stranger(i, x5c=["AAAA"]),
    "key of another issuer": by_stranger,
    "unknown key": lambda i: by_stranger(i, kid="unknown"),
    "no name of a key": lambda i: resigned(i, {"alg": "RS256"}, json.dumps(i.claims()).encode()),
    "a key's name that is no text": lambda i: with_header(i, kid=["rsa"]),
    "an algorithm the key is not for": lambda i: with_header(i, kid="ec"),
    "another issuer": lambda i: i.token(iss="https://login.evil.example"),
    "an issuer with a slash more": lambda i: i.token(iss=f"{i.address}/"),
    "another tenant": lambda i: i.token(tid="99999999-2222-3333-4444-555555555555"),
    "no tenant": lambda i: i.token(tid=None),
    "another audience": lambda i: i.token(aud="api://another"),
    "no audience": lambda i: i.token(aud=None),
    "issued to another program": lambda i: i.token(azp="another"),
    "expired": lambda i: i.token(exp=LONG_AGO),
    "not yet valid": lambda i: i.token(nbf=LATER),
    "issued in the future": lambda i: i.token(iat=LATER),
    "without an end": lambda i: i.token(exp=None),
    "without a beginning": lambda i: i.token(iat=None),
    "an end as text": lambda i: as_text(i, exp=str(LATER)),
    "an end that is true": lambda i: as_text(i, exp=True),
    "an end without end": lambda i: as_text(i, exp=float("inf")),
    "a beginning as text": lambda i: as_text(i, nbf="0"),
    "ID token": lambda i: i.token(nonce="n-1", scp=None, azpacr=None),
    "ID token without a nonce": lambda i: i.token(scp=None, azpacr=None),
    "ID token of another kind of issuer": lambda i: i.token(typ="ID", scope="openid"),
    "a token for renewing": lambda i: i.token(typ="Refresh"),
    "another type of token": lambda i: with_header(i, typ="logout+jwt"),
    "altered claims": altered,
    "altered signature": other_signature,
    "cut off": lambda i: i.token()[:-40],
    "no signature at all": lambda i: i.token().rsplit(".", 1)[0],
    "an empty signature": lambda i: i.token().rsplit(".", 1)[0] + ".",
    "one part": lambda i: i.token().replace(".", ""),
    "five parts": lambda i: i.token() + ".AAAA.AAAA",
    "too large": lambda i: i.token(text="x" * LARGEST),
    "claims that are no JSON": lambda i: resigned(i, {"alg": "RS256", "kid": "rsa"}, b"{kat"),
    "claims that are a list": lambda i: resigned(i, {"alg": "RS256", "kid": "rsa"}, b"[]"),
    "claims without a bottom": lambda i: resigned(
        i, {"alg": "RS256", "kid": "rsa"}, b'{"a":' * 1500 + b"1" + b"}" * 1500
    ),
    "a header without a bottom": lambda i: f"{coded(b'[' * 9000)}.{i.token().split('.', 1)[1]}",
    "a token in a token": lambda i: with_header(i, cty="JWT"),
    "demands in its header": lambda i: with_header(i, crit=["exp"], exp=1),
    "a demand that PyJWT knows": lambda i: with_header(i, crit=["b64"], b64=True),
    "packed": lambda i: with_header(i, zip="DEF"),
    "nobody": lambda i: i.token(oid=None, sub=None),
    "a person who is no text": lambda i: as_text(i, oid=7, sub=7),
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_a_forged_token_is_refused(house: House, issuer: Issuer, forge: Forge) -> None:
    refused = house.search(f"Bearer {forge(issuer)}")

    assert refused.status_code == 401
    assert refused.headers["WWW-Authenticate"] == "Bearer"
    assert refused.json()["error"]["code"] == "not_recognised"


def test_a_token_of_a_megabyte_does_not_come_in(house: House) -> None:
    refused = house.search(f"Bearer {'x' * 1_000_000}")

    assert refused.status_code in (400, 401, 431)


def test_a_megabyte_is_refused_where_it_is_read(tokens: Tokens) -> None:
    with pytest.raises(NotRecognised):
        tokens.visitor(".".join(["A" * 400_000] * 3))


@pytest.mark.parametrize("scheme", ["bearer", "BEARER", "Bearer"])
def test_a_good_token_reads_what_is_open(house: House, issuer: Issuer, scheme: str) -> None:
    found = house.search(f"{scheme} {issuer.token()}")

    assert found.status_code == 200
    assert house.shelf.filters.visibility == OPEN_ONLY


@pytest.mark.parametrize("algorithm", ["RS256", "RS512", "PS256", "ES256"])
def test_asymmetric_signatures_are_taken(house: House, issuer: Issuer, algorithm: str) -> None:
    kid = "ec" if algorithm == "ES256" else "rsa"

    assert house.seen_with(issuer.signed(issuer.claims(), alg=algorithm, kid=kid)) == OPEN_ONLY


def test_an_access_token_may_say_so_in_its_type(house: House, issuer: Issuer) -> None:
    token = issuer.signed(issuer.claims(scp=None, azpacr=None), typ="at+jwt")

    assert house.seen_with(token) == OPEN_ONLY


@pytest.mark.parametrize(("claim", "ahead"), [("exp", -40), ("nbf", 40), ("iat", 40)])
def test_two_clocks_may_differ_a_little(
    house: House, issuer: Issuer, claim: str, ahead: int
) -> None:
    assert house.seen_with(issuer.token(**{claim: time.time() + ahead})) == OPEN_ONLY


@pytest.mark.parametrize("claim", ["roles", "groups"])
def test_the_closed_role_or_group_sees_closed_items(
    house: House, issuer: Issuer, claim: str
) -> None:
    assert house.seen_with(issuer.token(**{claim: ["else", CLOSED]})) == EVERYTHING


@pytest.mark.parametrize(
    "claims",
    [
        {"roles": [CLOSED.lower()]},
        {"roles": [f"{CLOSED} "]},
        {"roles": {CLOSED: True}},
        {"roles": [[CLOSED]]},
        {"scp": f"read {CLOSED}"},
        {"wids": [CLOSED]},
        {"groups": [CLOSED], "hasgroups": True},
        {"groups": [CLOSED], "_claim_names": {"groups": "src1"}},
        {"_claim_names": {"groups": "src1"}, "_claim_sources": {"src1": {"endpoint": "x"}}},
    ],
)
def test_nothing_else_sees_closed_items(
    house: House, issuer: Issuer, claims: dict[str, Any]
) -> None:
    assert house.seen_with(issuer.token(**claims)) == OPEN_ONLY


def test_a_visitor_is_named_for_good_and_without_an_address(tokens: Tokens, issuer: Issuer) -> None:
    first = tokens.visitor(issuer.token(name="Bo Lind", email="bo@was.example", sub="a"))
    later = tokens.visitor(issuer.token(name="Bo Holm", email="bo@das.example", sub="b"))

    assert first.name == later.name
    assert not any(part in first.name for part in ("Bo", "bo@", PERSON, TENANT))
    assert (first.shown, first.channel) == ("Bo Lind", Channel.TOKEN)


def test_another_person_or_tenant_is_another_visitor(tokens: Tokens, issuer: Issuer) -> None:
    usual = tokens.visitor(issuer.token())

    assert tokens.visitor(issuer.token(oid="another")).name != usual.name
    assert tokens.visitor(issuer.token(oid=None)).name != usual.name


def test_a_name_that_cannot_be_shown_is_none(tokens: Tokens, issuer: Issuer) -> None:
    assert tokens.visitor(issuer.token(name="Bo\x1b[2J")).shown == ""


def test_a_token_is_told_to_no_log(
    tokens: Tokens, issuer: Issuer, caplog: pytest.LogCaptureFixture
) -> None:
    token = issuer.token(aud="api://another")
    with caplog.at_level("DEBUG"), pytest.raises(NotRecognised):
        tokens.visitor(token)

    assert "A token was refused: InvalidAudienceError" in caplog.messages
    assert not any(part in caplog.text for part in token.split("."))


def id_token(issuer: Issuer, **changed: Any) -> str:
    return issuer.token(**({"aud": "page", "azp": None, "scp": None, "nonce": "n"} | changed))


def test_an_id_token_answers_its_own_log_in(tokens: Tokens, issuer: Issuer) -> None:
    claims = tokens.verify(id_token(issuer, name="Bo Lind", roles=[CLOSED]), "page", "n")
    visitor = tokens.session(claims)

    assert visitor.name == tokens.visitor(issuer.token()).name
    assert (visitor.channel, visitor.shown) == (Channel.SESSION, "Bo Lind")
    assert visitor.visibility == EVERYTHING


@pytest.mark.parametrize(
    "changed",
    [
        {"nonce": "m"},
        {"nonce": None},
        {"nonce": ["n"]},
        {"aud": "another"},
        {"aud": ["page", "another"]},
        {"aud": ["page", "another"], "azp": "another"},
        {"azp": "another"},
        {"tid": "another"},
        {"exp": LONG_AGO},
    ],
)
def test_an_id_token_of_another_log_in_is_refused(
    tokens: Tokens, issuer: Issuer, changed: dict[str, Any]
) -> None:
    with pytest.raises(NotRecognised):
        tokens.verify(id_token(issuer, **changed), "page", "n")


def test_a_log_in_without_a_nonce_is_refused(tokens: Tokens, issuer: Issuer) -> None:
    with pytest.raises(NotRecognised):
        tokens.verify(id_token(issuer, nonce=""), "page", "")

"""Whose tokens are believed: one issuer, and what its tokens must say."""

import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from service.access.addresses import secure

# Microsoft Entra's issuers name the tenant in their path; `common` and the like name none.
ENTRA = re.compile(
    r"https://(?:login\.microsoftonline\.(?:com|us)|login\.partner\.microsoftonline\.cn"
    r"|sts\.windows\.net)/(?P<tenant>[^/]+)(?P<rest>(?:/v2\.0)?/?)"
)
GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Oidc:
    """An OpenID Connect issuer that is trusted to say who somebody is.

    `audience` is this service as its tokens name it, `tenant` the organisation that `tid` must
    name, `clients` the programs that tokens may have been issued to, all where it is empty.
    `closed` is the role or group that sees closed items, `read` the one without which nobody reads.
    """

    issuer: str
    audience: str
    tenant: str | None = None
    closed: str | None = None
    read: str | None = None
    clients: frozenset[str] = frozenset()

    @classmethod
    def checked(cls, issuer: str, audience: str, tenant: str | None = None) -> Self:
        """With the tenant in its place; raises `ValueError` where the issuer cannot be trusted."""
        if not secure(issuer) or urlsplit(issuer).query:
            raise ValueError("give an address that begins with https://, without a query")
        if not (entra := ENTRA.fullmatch(issuer)):
            return cls(issuer, audience, tenant)
        named = entra["tenant"]
        if tenant is None and not GUID.fullmatch(named):
            raise ValueError("the address names no tenant; set AFTALESVAR_OIDC_TENANT to its id")
        if tenant and GUID.fullmatch(named) and tenant.lower() != named.lower():
            raise ValueError("the address names another tenant than AFTALESVAR_OIDC_TENANT")
        here = (tenant or named).lower()
        if not GUID.fullmatch(here):
            raise ValueError("AFTALESVAR_OIDC_TENANT must be the tenant's id, not its domain")
        start, end = entra.span("tenant")
        return cls(issuer[:start] + here + issuer[end:], audience, here)

    @property
    def discovery(self) -> str:
        """Where the issuer tells its addresses."""
        return f"{self.issuer.rstrip('/')}/.well-known/openid-configuration"

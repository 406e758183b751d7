"""Which issuers can be trusted, and what is known of them beforehand."""

import pytest

from service.access.oidc import Oidc

TENANT = "11111111-2222-3333-4444-555555555555"
OTHER = "99999999-2222-3333-4444-555555555555"
ENTRA = "https://login.microsoftonline.com"


@pytest.mark.parametrize(
    ("issuer", "tenant"),
    [
        (f"{ENTRA}/{TENANT}/v2.0", None),
        (f"{ENTRA}/{TENANT.upper()}/v2.0", TENANT),
        (f"{ENTRA}/common/v2.0", TENANT),
        (f"{ENTRA}/das.example/v2.0", TENANT),
    ],
)
def test_an_entra_issuer_is_one_tenants(issuer: str, tenant: str | None) -> None:
    trusted = Oidc.checked(issuer, "api://aftalesvar", tenant)

    assert trusted.issuer == f"{ENTRA}/{TENANT}/v2.0"
    assert trusted.tenant == TENANT


def test_an_older_entra_issuer_is_one_tenants_too() -> None:
    trusted = Oidc.checked(f"https://sts.windows.net/{TENANT}/", "api://aftalesvar")

    assert (trusted.issuer, trusted.tenant) == (f"https://sts.windows.net/{TENANT}/", TENANT)


@pytest.mark.parametrize(
    ("issuer", "tenant", "says"),
    [
        (f"{ENTRA}/common/v2.0", None, "names no tenant"),
        (f"{ENTRA}/organizations/v2.0", None, "names no tenant"),
        (f"{ENTRA}/{TENANT}/v2.0", OTHER, "names another tenant"),
        (f"{ENTRA}/common/v2.0", "das.example", "the tenant's id, not its domain"),
        ("http://login.das.example", None, "begins with https://"),
        ("https://login.das.example/?a=b", None, "begins with https://"),
        ("https://bo:kat@login.das.example", None, "begins with https://"),
        ("https://", None, "begins with https://"),
        ("login.das.example", None, "begins with https://"),
    ],
)
def test_an_issuer_that_cannot_be_trusted_is_refused(
    issuer: str, tenant: str | None, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        Oidc.checked(issuer, "api://aftalesvar", tenant)


def test_another_issuer_may_have_no_tenant() -> None:
    assert Oidc.checked("https://login.das.example/realms/das", "aftalesvar").tenant is None


def test_the_issuer_is_asked_where_openid_says() -> None:
    trusted = Oidc.checked("https://login.das.example/realms/das/", "aftalesvar")

    assert trusted.discovery == (
        "https://login.das.example/realms/das/.well-known/openid-configuration"
    )

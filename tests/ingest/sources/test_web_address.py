"""One form for each address, and which machines are on the public internet."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.web.address import host_of, is_global, normal, port_of, resolve, target_of

BASE = "https://www.eksempel.dk/a/b?c=1"


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("", "https://www.eksempel.dk/a/b?c=1"),
        ("#top", "https://www.eksempel.dk/a/b?c=1"),
        (" \n x\n ", "https://www.eksempel.dk/a/x"),
        ("ja\tva", "https://www.eksempel.dk/a/java"),
        ("../../../x", "https://www.eksempel.dk/x"),
        ("/%2e%2E/x/%2e/y", "https://www.eksempel.dk/x/y"),
        ("/%7Ea%2fb%C3%A6%c3%b8", "https://www.eksempel.dk/~a%2Fb%C3%A6%C3%B8"),
        ("/møde?år=2025", "https://www.eksempel.dk/m%C3%B8de?%C3%A5r=2025"),
        ("/a?utm_source=x&b=1&UTM_Medium=y&fbclid=z", "https://www.eksempel.dk/a?b=1"),
        ("/a?b=2&a=1", "https://www.eksempel.dk/a?b=2&a=1"),
        ("//ANDET.dk", "https://andet.dk/"),
        ("HTTP://andet.dk:80/", "http://andet.dk/"),
        ("http://andet.dk:443/", "http://andet.dk:443/"),
        ("http://æøå.dk/", "http://xn--5cab8c.dk/"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
    ],
)
def test_an_address_has_one_form(link: str, found: str) -> None:
    assert normal(link, BASE) == found


@pytest.mark.parametrize(
    "link",
    [
        "mailto:a@b.dk",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "blob:https://x/y",
        "http://bruger@vært.dk/",
        "http://vært.dk\\@ond.dk/",
        "http://:kode@h/",
        "http://h:99999999/",
        "http://h:65536/",
        "http://h:0/",
        "http://h:x/",
        "http://[::1",
        "http://[v1.x]/",
        f"/{'x' * 2000}",
        "http://\x00/",
    ],
)
def test_what_is_no_address_of_a_page_is_none(link: str) -> None:
    assert normal(link, BASE) is None


@given(st.text() | st.from_regex(r"(https?:)?//[a-z.:@\[\]%0-9\\]*(/[a-z.%/0-9?&=#]*)?"))
def test_the_form_of_an_address_is_final(link: str) -> None:
    found = normal(link, BASE)

    if found is not None:
        assert normal(found) == found
        assert found.isascii()
        assert found.isprintable()
        assert "/../" not in target_of(found).partition("?")[0]
        assert host_of(found)
        assert 0 <= port_of(found) < 65536


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.0.9",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::8.8.8.8",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::808:808",
        "2002:7f00:1::1",
        "2002:c0a8:101::",
        "2001::1",
        "2001:db8::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
    ],
)
def test_machines_that_are_not_on_the_public_internet(address: str) -> None:
    assert not is_global(ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "193.3.1.1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1", "2a00::1"],
)
def test_machines_that_are(address: str) -> None:
    assert is_global(ip_address(address))


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "::1"])
def test_other_ways_to_write_the_loopback_are_the_loopback(host: str) -> None:
    assert {address.is_loopback for address in resolve(host)} == {True}

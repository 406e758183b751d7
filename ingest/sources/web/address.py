"""Addresses of web pages in one form, and which machines may be reached."""

import re
import socket
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urljoin

import httpx

Address = IPv4Address | IPv6Address

LONGEST = 2000  # characters of an address
SPACE = " \t\r\n\f\v"
NOT_IN_A_LINK = str.maketrans("", "", "\t\r\n")  # browsers leave them out too
ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
TRACKING = re.compile(r"(utm_\w+|fbclid|gclid|msclkid|mc_[ce]id)(=|$)", re.IGNORECASE)

PLAIN_IPV6 = IPv6Network("2000::/3")  # all that is given out; the rest is local or translated
NAT64 = IPv6Network("64:ff9b::/96")
PROTOCOLS = IPv4Network("192.0.0.0/24")  # IANA's own, in part global to Python 3.11


def normal(link: str, base: str | None = None) -> str | None:
    """The one form of an address, without fragment, default port and tracking parameters.

    `None` where it is none that we follow: another scheme, a user name in it, too long, broken.
    """
    try:
        return _normal(urljoin(base or "", link.strip(SPACE).translate(NOT_IN_A_LINK)))
    except ValueError:
        return None


@lru_cache(maxsize=50_000)  # the pages of a site have most of their links in common
def _normal(link: str) -> str | None:
    url = _parsed(link)
    if url is None or url.scheme not in ("http", "https") or not url.host or url.userinfo:
        return None
    if url.port is not None and not 0 < url.port < 65536:
        return None
    path, _, query = url.raw_path.decode("ascii").partition("?")
    path = _without_dots(ESCAPE.sub(_unescaped, path))
    kept = "&".join(p for p in query.split("&") if p and not TRACKING.match(p))
    found = f"{url.scheme}://{url.netloc.decode('ascii')}{path}" + (f"?{kept}" if kept else "")
    return found if len(found) <= LONGEST else None


def _parsed(link: str) -> httpx.URL | None:
    # The one parser of addresses: what it finds is what is checked and what is asked.
    try:
        return httpx.URL(str(httpx.URL(link)))  # twice: to once, "HTTPS://h:443" is another port
    except (httpx.InvalidURL, ValueError):
        return None


def _without_dots(path: str) -> str:
    """`/a/../b` is `/b`, and so is `/a/%2e%2e/b`: no pattern is passed by a way round it."""
    kept: list[str] = []
    for segment in path.split("/")[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    return "/" + "/".join(kept)


def _unescaped(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    return character if character in UNRESERVED else found[0].upper()


def host_of(url: str) -> str:
    """The host's name in an address, in ASCII."""
    return httpx.URL(url).raw_host.decode("ascii")


def port_of(url: str) -> int:
    """The port that an address means."""
    parsed = httpx.URL(url)
    return parsed.port or (443 if parsed.scheme == "https" else 80)


def origin_of(url: str) -> str:
    """Scheme, host and port of an address: what one robots.txt is valid for."""
    parsed = httpx.URL(url)
    return f"{parsed.scheme}://{parsed.netloc.decode('ascii')}"


def target_of(url: str) -> str:
    """Path and query of an address."""
    return httpx.URL(url).raw_path.decode("ascii")


def is_global(address: Address) -> bool:
    """Whether the machine is on the public internet, also where the address wraps another."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and address not in PROTOCOLS
    inner = address.ipv4_mapped or address.sixtofour
    if address in NAT64:
        inner = IPv4Address(int(address) & 0xFFFFFFFF)
    if inner is not None:
        return is_global(inner)
    return address in PLAIN_IPV6 and address.is_global


def resolve(host: str) -> tuple[Address, ...]:
    """All addresses of the host as the system finds them; raises `OSError`."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    texts = (str(entry[4][0]).partition("%")[0] for entry in found)
    return tuple(ip_address(text) for text in dict.fromkeys(texts))

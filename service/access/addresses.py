"""Addresses: whether one is this machine, and whether what is fetched there can be trusted."""

import re
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit


def secure(address: str) -> bool:
    """Whether nobody on the way can change what is fetched there: https, or this machine."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or not re.fullmatch("[!-~]+", address) or re.search("[@#]", address):
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))


def holder(address: str) -> str:
    """What stands for who has an address: of IPv6 a house has 2^64 and may take any of them."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if not isinstance(known, IPv6Address) or known.ipv4_mapped:
        return address
    return f"{IPv6Address(int(known) >> 64 << 64)}/64"


def is_loopback(host: str) -> bool:
    """Whether a host is this machine alone."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False

"""Whether two services say the same, byte by byte, but for what is new in every reply."""

import re
import time
from dataclasses import dataclass

import httpx

from tests.service.rights.traces import whole
from tests.service.rights.ways import Call

NEW_EACH_TIME = (
    # the request's name, in its header and in what an error says
    (re.compile(r"(x-request-id: |\"request_id\":\"|Fejlnummer: )[0-9a-f]{16}"), r"\1"),
    # an answer's name
    (re.compile(r"\b[0-9a-f]{32}\b"), ""),
    # when the index was built; the hour and minute at which a file or an answer was made
    (re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+\d\d:\d\d)?"), ""),
    (re.compile(r"content-length: \d+(?=\ncontent-type: application/vnd.openxml)"), ""),
    (re.compile(r"kl\. \d\d\.\d\d"), ""),
    (re.compile(r'("created":\s?)\d+'), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply without what is new each time, and the seconds it took."""

    said: str
    status: int
    seconds: float


def reply(client: httpx.Client, call: Call, **headers: str) -> Reply:
    """What `client` is told."""
    began = time.perf_counter()
    response = call.send(client, **headers)
    seconds = time.perf_counter() - began
    said = f"{response.status_code}\n{whole(response)}"
    for pattern, kept in NEW_EACH_TIME:
        said = pattern.sub(kept, said)
    return Reply(said, response.status_code, seconds)


def first_difference(one: str, other: str) -> str:
    """The first line in which two replies differ, of each."""
    pairs = zip(re.split(r"(?<=[,\n])", one), re.split(r"(?<=[,\n])", other), strict=False)
    return next((f"{a!r} != {b!r}" for a, b in pairs if a != b), "one ends before the other")

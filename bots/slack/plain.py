"""Text of documents, questions and names as Slack shows it: as text, and as nothing else.

Where we can, such text stands in rich text, whose text is never read as mark-up, mention or link
(https://docs.slack.dev/reference/block-kit/blocks/rich-text-block). What is here is for the rest.
"""

import re

NO_BREAK = "\u2060"  # word joiner: it has no width, and no name or address can go on after it
# Controls but line breaks, halves of signs (UTF-8 has none), and what hides or turns text around.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
    "\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
EMOJI = re.compile(r":(?=[0-9_+'-]*[a-z][a-z0-9_+'-]*:)", re.IGNORECASE)
# Where Slack begins a link, a mention, a channel or a quotation in text that it reads.
BEGINS = re.compile(r"(?<=:)(?=//)|(?<=[@#])(?=\w)|(?<=mailto:)|(?<=tel:)|^(?=>)", re.I | re.M)
DOMAIN = re.compile(r"(?<=\w)\.(?=[^\W\d_]{2})")
# Slack has no way to escape its marks, and sees them through signs without width.
LOOKALIKES = str.maketrans("*_~`", "\u2217\uff3f\u223c\u02cb")
CONTROLS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def clean(text: str) -> str:
    """`text` without signs that do not print or that turn it around, and without emoji of Slack.

    What stays can be put into rich text. Line breaks stay.
    """
    return EMOJI.sub(f":{NO_BREAK}", UNSEEN.sub("", text))


def plain(text: str) -> str:
    """`text` for a `plain_text` object, in which Slack reads its three control characters only."""
    return clean(text).translate(CONTROLS)


def mrkdwn(text: str) -> str:
    """`text` for a field that Slack reads as mrkdwn, such as the `text` of a notification."""
    apart = DOMAIN.sub(f".{NO_BREAK}", BEGINS.sub(NO_BREAK, clean(text)))
    return apart.translate(LOOKALIKES).translate(CONTROLS)

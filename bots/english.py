"""What bots say around an answer, in English; quotes, titles and names stay as they are."""

import re

from service import texts
from service.english import FOLLOWING, KINDS, STATUS_LABELS, dated

VERDICTS = {
    "answered": (
        "Found in the documents",
        "Read whether the quotes answer what you ask.",
    ),
    "partly": ("Partly answered", "The documents answer only a part of the question."),
    "unclear": (
        "Unclear question",
        "The question can be understood in several ways. Please be more precise.",
    ),
    "not_found": (
        "Not answered",
        "We do not guess. Try other words, or name a meeting, a year or an agreement.",
    ),
}
MODES = {
    "extractive": "A machine chose the answer as quotes from the documents.",
    "list": "A machine made the list from the meetings and items of the documents.",
    "several questions": "A machine divided your question and chose quotes for each part.",
    "language model": (
        "A language model wrote the answer from the sources. "
        "Each sentence was checked against the source it names."
    ),
}
SAID = {
    **{texts.MODES[key]: english for key, english in MODES.items()},
    **{
        danish: english
        for key, both in VERDICTS.items()
        for danish, english in zip(texts.VERDICTS[key], both, strict=True)
    },
    **{texts.KINDS[key]: english for key, english in KINDS.items()},
    **{
        texts.OUTCOMES[key]: english[0].upper() + english[1:]
        for key, english in STATUS_LABELS.items()
    },
    texts.OUTCOMES["bilag"]: "Annex",
    texts.OUTCOMES["aftaletekst"]: "Text of the agreement",
    texts.DRAFT: "Draft, not adopted",
    texts.STRUCK: "Deleted text, does not apply",
    texts.PROPOSED: "Proposed change, not adopted",
    texts.BY_MACHINE: "A machine answers",
    texts.UNSURE_TITLE: "We are not sure",
    texts.WORTH_KNOWING: "Please note",
    texts.SOURCES: "Sources",
    texts.NEAREST: "The nearest we found",
    texts.NEAREST_HELP: "These texts are close to your words. They are not an answer.",
    texts.NOTHING_NEAR: "We did not find anything close either.",
    texts.READ_QUOTE: "Read the quote in the document",
    texts.NOT_VERIFIED: (
        "The quote was not looked up in the document. Read the source before you use it."
    ),
    texts.SEARCHED_UNDATED: FOLLOWING[texts.SEARCHED_UNDATED],
    texts.FEEDBACK_GOOD: "Yes, it helped",
    texts.FEEDBACK_BAD: "No, something is wrong",
    texts.SHARE_BUTTON: "Share in the channel",
    texts.HAND_OVER_BUTTON: "Ask the secretariat",
    texts.UNDERSTOOD_AS: "Understood as: {question}",
    texts.PUNKT: "Item {number}",
    texts.EDITION: "Edition {edition}",
    texts.PAGE: "Page {page}",
    texts.LABELLED_PAGE: "Page {label} (page {page} of the file)",
}


# What `texts.searched` says.
LOOKED_THROUGH = re.compile(
    r"(?P<number>ét|ingen|[\d.]+) dokument(?:er)?(?:, senest mødet (?P<day>.+))?"
)


def searched(danish: str, language: str) -> str:
    """What was looked through, in the language of the answer."""
    found = LOOKED_THROUGH.fullmatch(danish) if language == "en" else None
    if not found:
        return danish
    number = {"ét": "one", "ingen": "no"}.get(found["number"], found["number"].replace(".", ","))
    day = f", latest meeting {dated(found['day'])}" if found["day"] else ""
    return f"{number} {'document' if number == 'one' else 'documents'}{day}"


def said(danish: str, language: str) -> str:
    """A text of ours, or a template of one, in the language of the answer it stands at."""
    return SAID.get(danish, danish) if language == "en" else danish

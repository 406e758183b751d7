"""The question in the frame that a program puts around it.

Programs that search for themselves send "Context information is below … Query: X\nAnswer:". Their
context is nothing of ours, and to search for all of it would find anything. A person's question is
taken as it stands unless its form is certain.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

QUESTION = re.compile(
    r"\s*(?:query|question|user question|user query|spørgsmål|forespørgsel) ?: ?", re.IGNORECASE
)
ANSWER = re.compile(r"\s*(?:(?:new|helpful|final) )?(?:answer|svar) ?:\s*", re.IGNORECASE)
# What follows a question in a frame without being part of it.
AFTER = re.compile(
    r"\s*(?:(?:original|existing) answer|context|kontekst|answer|svar) ?:", re.IGNORECASE
)
CONTEXT = re.compile(
    r"\s*(?:(?:new )?context ?:|context information is below|kontekst ?:|<context>|-{5,}\s*$)",
    re.IGNORECASE,
)
CONTEXT_LABEL = re.compile(r"\s*(?:context|kontekst) ?:", re.IGNORECASE)
STANDALONE = re.compile(r"\s*(?:<standalone question>|standalone question ?:)\s*", re.IGNORECASE)
FOLLOW_UP = re.compile(
    r"\s*(?:<follow up message>|follow up (?:input|message|question) ?:) ?", re.IGNORECASE
)
HISTORY = re.compile(r"\s*(?:<chat history>|chat history ?:)\s*", re.IGNORECASE)
SPEAKER = re.compile(r"\s*(?:(user|human)|assistant|ai|system|tool) ?: ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Framed:
    """What a message asks.

    `rewrite` says that only the question in full is wanted, as a follow-up to `earlier`.
    """

    question: str
    earlier: tuple[str, ...] = ()
    rewrite: bool = False


def framed(message: str) -> Framed:
    """The question of a message; the message itself where it has no frame that is certain."""
    lines = message.rstrip().splitlines()
    if lines and STANDALONE.fullmatch(lines[-1]):
        return _follow_up(lines[:-1]) or Framed(message)
    return Framed(_question(lines) or message)


def _question(lines: list[str]) -> str | None:
    ended = len(lines) > 1 and ANSWER.fullmatch(lines[-1]) is not None
    lines = lines[:-1] if ended else lines
    labelled = [n for n, line in enumerate(lines) if QUESTION.match(line)]
    contexts = [n for n, line in enumerate(lines) if CONTEXT.match(line)]
    if not labelled:
        return None
    first, last = labelled[0], labelled[-1]
    if ended and not (contexts and contexts[0] < first):
        ends = next((line for line in lines[first + 1 :] if _ends(line)), "")
        if CONTEXT_LABEL.match(ends):
            return _labelled(lines, first)  # what the context after it asks is not asked
    if ended or (contexts and contexts[0] < last):
        return _labelled(lines, last)
    return _labelled(lines, 0) if labelled == [0] else None


def _ends(line: str) -> bool:
    """Whether a question's text is over there."""
    return bool(AFTER.match(line) or CONTEXT.match(line))


def _labelled(lines: list[str], at: int) -> str | None:
    """The question whose label stands in line `at`, as far as the next label."""
    said = [QUESTION.sub("", lines[at], count=1)]
    for line in lines[at + 1 :]:
        if _ends(line):
            break
        said.append(line)
    return "\n".join(said).strip() or None


def _follow_up(lines: list[str]) -> Framed | None:
    """The follow-up a program wants written out in full, and what the person asked before."""
    asked = [n for n, line in enumerate(lines) if FOLLOW_UP.match(line)]
    if not asked:
        return None
    question = "\n".join([FOLLOW_UP.sub("", lines[asked[-1]], count=1), *lines[asked[-1] + 1 :]])
    told = [n for n, line in enumerate(lines[: asked[-1]]) if HISTORY.fullmatch(line)]
    history = lines[told[0] + 1 : asked[-1]] if told else []
    return Framed(question.strip(), tuple(_said_by_user(history)), rewrite=True)


def _said_by_user(history: list[str]) -> Iterator[str]:
    """What the person said, turn by turn; a turn may have several lines."""
    turn: list[str] | None = None
    for line in [*history, "assistant:"]:
        speaker = SPEAKER.match(line)
        if speaker and turn is not None:
            yield "\n".join(turn).strip()
        if speaker:
            turn = [line[speaker.end() :]] if speaker[1] else None
        elif turn is not None:
            turn.append(line)

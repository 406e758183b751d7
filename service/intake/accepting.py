"""What was typed, as it is worked on: refused where nothing is left, and what is said of it."""

from service import texts
from service.errors import QuestionRefused
from service.intake.taking import Intake, taken
from service.question import MAX_QUESTION


def accepted(text: str) -> Intake:
    """The text made ready; raises `QuestionRefused` where nothing is left to look for."""
    if len(text) > MAX_QUESTION:
        raise QuestionRefused(texts.question_too_long(len(text), MAX_QUESTION))
    intake = taken(text)
    if not intake.text and intake.instructions:
        raise QuestionRefused(texts.ONLY_INSTRUCTIONS)
    if not intake.text and text.strip() and not intake.masked:
        raise QuestionRefused(texts.QUESTION_WITHOUT_WORDS)
    if not intake.text and intake.masked:
        raise QuestionRefused(f"{texts.masked(intake.masked)} {texts.QUESTION_EMPTY}")
    return intake


def remarks(intake: Intake) -> list[str]:
    """What was taken out of the text, told to its writer."""
    notes = [texts.masked(intake.masked)] if intake.masked else []
    return [*notes, texts.INSTRUCTIONS_CUT] if intake.instructions else notes

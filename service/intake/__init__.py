"""A question's text made ready: personal numbers masked, several questions told apart."""

from service.intake.several import MOST_QUESTIONS
from service.intake.taking import Intake, taken

__all__ = ["MOST_QUESTIONS", "Intake", "taken"]

"""A question's text made ready: personal numbers masked, several questions told apart."""

from service.intake.accepting import accepted, remarks
from service.intake.several import MOST_QUESTIONS
from service.intake.taking import Intake, presentable, taken

__all__ = ["MOST_QUESTIONS", "Intake", "accepted", "presentable", "remarks", "taken"]

"""What can go wrong when a question is asked, or the service is started.

ServiceError
├── QuestionRefused   the question itself
├── UnknownFilter     a filter value no document has
├── BadSetting        a setting in the environment, or in the file of sources
├── BadQuestions      a file of questions (in `batch`)
└── BadTarget         where their answers are to be written (in `batch`)
"""


class ServiceError(Exception):
    """Something the person who asked can do something about."""


class QuestionRefused(ServiceError):
    """The question cannot be searched for; `reason` is the Danish text for the person."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UnknownFilter(ServiceError):
    """A filter asks for a value that no document has, so it would find nothing, silently."""


class BadSetting(ServiceError):
    """A variable of the environment has a value that cannot be used; the message names it."""

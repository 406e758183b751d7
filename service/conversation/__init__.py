"""A follow-up question in full, from what was asked and cited before it."""

from service.conversation.earlier import followed
from service.conversation.follow_up import Cited, Resolved, Turn, resolved

__all__ = ["Cited", "Resolved", "Turn", "followed", "resolved"]

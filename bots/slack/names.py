"""The names by which Slack tells which of our own elements somebody used.

A button's value is the key that `Memory.remember` gave; of the feedback buttons it is `UP` or
`DOWN`, a blank and that key. A dialog carries the key, and what else it needs, in its
`private_metadata`.
"""

COMMAND = "/aftale"
FIND_SOURCES = "find_sources"  # the message shortcut
OPINION = "opinion"
SHARE = "share"
HAND_OVER = "hand_over"

UP = "up"
DOWN = "down"

OPINION_VIEW = "opinion_view"
HAND_OVER_VIEW = "hand_over_view"

# Fields of the dialogs; each is the name of its block and of the element in it.
REASON = "reason"
COMMENT = "comment"
CONSENT = "consent"
QUESTION = "question"
REMARK = "remark"

"""Everything users read, in plain Danish; a module for each place where they read it."""
# ruff: noqa: F403 - all texts are one catalogue, used as `texts.NAME`

from ingest import dates
from service.texts.about import *
from service.texts.access import *
from service.texts.answers import *
from service.texts.bots import *
from service.texts.chat import *
from service.texts.failures import *
from service.texts.feedback import *
from service.texts.list_pages import *
from service.texts.lists import *
from service.texts.pages import *
from service.texts.slack import *
from service.texts.teams import *

danish_date = dates.written

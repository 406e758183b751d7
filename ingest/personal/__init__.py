"""Personal data: CPR numbers are masked, private contacts and broken pseudonyms are reported."""

from ingest.personal.aliases import pseudonyms
from ingest.personal.masking import masked, masked_name

__all__ = ["masked", "masked_name", "pseudonyms"]

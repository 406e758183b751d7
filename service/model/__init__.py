"""The language model of the answer, where one is set. Importing this imports no LlamaIndex."""

from service.model.errors import Failure, ModelFailed
from service.model.options import ModelSettings
from service.model.port import Source, Writer, Written
from service.model.writer import ModelWriter, model_writer

__all__ = [
    "Failure",
    "ModelFailed",
    "ModelSettings",
    "ModelWriter",
    "Source",
    "Writer",
    "Written",
    "model_writer",
]

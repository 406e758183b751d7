"""What `aftalesvar-eval score --graded` adds to a run, and says."""

from eval.errors import BadRun
from eval.graded.grading import grade, told
from eval.runs.folder import Run
from service.settings import settings


def graded_line(run: Run) -> str:
    """Have the language model of the environment judge the nuggets; raises `BadRun` without one."""
    model = settings().model
    if model is None:
        raise BadRun(
            "--graded needs a language model; set AFTALESVAR_LLM_URL and AFTALESVAR_LLM_MODEL"
        )
    return told(grade(run.folder, run.pairs, model))

"""Pages in one file: their templates, and the policy that lets in nothing but what is in them."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from eval import texts
from eval.report import said
from eval.report.case import from_citation, from_reference

TEMPLATES = Path(__file__).parent / "templates"


def sheet(template: str, told: Mapping[str, object]) -> str:
    """The page of that template.

    All that is told is escaped; only our own style and script are not. The policy names them by
    their hashes, so that nothing else runs or is fetched, whatever a document says (CSP level 3).
    """
    style, script = _own("report.css"), _own("sort.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    frame = {"style": Markup(style), "script": Markup(script), "policy": policy}
    return _environment().get_template(template).render(**frame, **told)


def _own(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "t": texts,
        "seconds": said.seconds,
        "from_citation": from_citation,
        "from_reference": from_reference,
    }
    return made

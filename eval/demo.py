"""`make demo`: index the sample and ask it three questions, as a newcomer would."""

import sys
from pathlib import Path

from index import Filters, Updater
from service import build
from service.settings import DEFAULT_HOME, Settings
from service.show import answer_lines
from service.state import report_lines

SAMPLE = Path("eval/sample/documents")
HOME = Path(DEFAULT_HOME) / "demo"
QUESTIONS = (
    "Blev guiden om midlertidigt botilbud godkendt?",
    "Godkendte Styregruppe Social takstbilaget for 2024?",
    "Hvad koster en parkeringsbøde i Fjordby?",
)


def main() -> int:
    """Index, ask and say how to go on."""
    print(f"Indexing the sample documents in {SAMPLE} ...")
    for line in report_lines(Updater(HOME).update(SAMPLE, replace_sources=True)):
        print(f"  {line}")
    assistant = build.assistant(Settings(home=HOME))
    for question in QUESTIONS:
        print(f"\n{'-' * 78}\n? {question}\n")
        print("\n".join(answer_lines(assistant.ask(question, Filters()))))
    print(f"\n{'-' * 78}")
    print("Go on:")
    print(f"  .venv/bin/aftalesvar serve --home {HOME}      the web page and the API")
    print(f"  .venv/bin/aftalesvar ask --home {HOME} 'Hvad ...?'")
    print("  .venv/bin/aftalesvar update FOLDER            your own documents")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The sample documents as PDF files by LibreOffice, from the Word files of `as_docx.py`.

    python -m eval.sample.libreoffice FOLDER

Needs `soffice`. The tests read files that were made once, in `tests/ingest/files/libreoffice`.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from eval.sample.as_docx import as_docx
from eval.sample.build import sources

# It shows nothing that the others do not, and the files are to stay small.
LEFT_OUT = "guide-midlertidigt-botilbud"


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as room:
        files = [Path(room, f"{name}.docx") for name in sources() if name != LEFT_OUT]
        for file in files:
            file.write_bytes(as_docx(sources()[file.stem], file.stem))
        profile = f"-env:UserInstallation=file://{room}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, *map(str, files)], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

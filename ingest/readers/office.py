"""RTF, OpenDocument and Word 97-2003: LibreOffice makes a DOCX of them, and that is read."""

import contextlib
import ctypes
import os
import resource
import shutil
import signal
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from ingest.errors import (
    ConverterMissing,
    Damaged,
    Dangerous,
    Encrypted,
    FileTooLarge,
    TooMuchWork,
    UnknownFileType,
    WrongType,
)
from ingest.extract import Extract, Options
from ingest.readers import docx

PR_SET_PDEATHSIG = 1  # from linux/prctl.h
PROGRAMS = ("soffice", "libreoffice")
SECONDS = 60
MEMORY = 4 * 2**30  # bytes of addresses; LibreOffice maps far more than it uses
LARGEST = 100 * 10**6  # bytes of the DOCX it may make

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODT = b"application/vnd.oasis.opendocument.text"
MAX_ENTRIES = 10_000
MANIFEST = "META-INF/manifest.xml"
MAX_UNPACKED = 200 * 10**6
MAX_PART = 100 * 10**6
MAX_RATIO = 200  # as for a DOCX
RATIO_FROM = 10**6
ZIP_ENTRY = b"PK\x01\x02"
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
WORD_HEADER = b"\xec\xa5"  # begins the stream of a Word 97-2003 document
ENCRYPTED_FLAG = 1

# No macros, no update of links, and nothing is fetched: a document may name any address.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{}</oor:items>
"""
SETTING = """<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">\
<value>{value}</value></prop></item>
"""
SAFE = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A format that LibreOffice reads; `check` refuses what is not it."""

    suffix: str
    what: str
    check: Callable[[bytes, str], None]


def extract(data: bytes, name: str, options: Options) -> Extract:
    """The lines of an RTF, ODT or DOC file; raises an `IngestError`."""
    kind = KINDS.get(PurePath(name).suffix.lower())
    if kind is None:
        raise UnknownFileType(f"{name}: no RTF, ODT or DOC file by its name")
    kind.check(data, name)
    return docx.extract(_converted(data, kind, name), name, options)


def _check_rtf(data: bytes, name: str) -> None:
    if not data.startswith(b"{\\rtf"):
        raise WrongType(f"{name}: this is no RTF file; give it its right suffix")


def _check_doc(data: bytes, name: str) -> None:
    if not data.startswith(OLE):
        raise WrongType(f"{name}: this is no Word 97-2003 file; give it its right suffix")
    if "EncryptedPackage".encode("utf-16-le") in data or _doc_encrypted(data):
        raise Encrypted(f"{name}: protected with a password; save it without one")
    if "WordDocument".encode("utf-16-le") not in data:
        raise WrongType(f"{name}: an old Office file, but not of Word; save it as PDF")


def _doc_encrypted(data: bytes) -> bool:
    """Word's header begins a sector; its flags stand at the tenth byte."""
    for sector in range(512, len(data) - 12, 512):
        if data.startswith(WORD_HEADER, sector):
            return bool(data[sector + 11] & ENCRYPTED_FLAG)
    return False


def _check_odt(data: bytes, name: str) -> None:
    if not data.startswith(b"PK\x03\x04"):
        raise WrongType(f"{name}: this is no OpenDocument text; give it its right suffix")
    if data.count(ZIP_ENTRY) > MAX_ENTRIES:
        raise Dangerous(f"{name}: an archive of more than {MAX_ENTRIES} parts")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_parts(archive, name)
    except (*BROKEN_ZIP, RuntimeError) as error:
        raise Damaged(f"{name}: the file is cut off or broken: {error}") from error


def _check_parts(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Dangerous(f"{name}: unpacks to more than {MAX_UNPACKED // 10**6} MB")
    if any(part.flag_bits & 1 for part in parts):
        raise Encrypted(f"{name}: an archive with a password; save it without one")
    for part in parts:
        _check_size(part, name)
    names = set(archive.namelist())
    if "mimetype" not in names or not archive.read("mimetype").startswith(ODT):
        raise WrongType(f"{name}: this is no OpenDocument text; give it its right suffix")
    if MANIFEST in names and b"encryption-data" in archive.read(MANIFEST):
        raise Encrypted(f"{name}: protected with a password; save it without one")
    if "content.xml" not in names:
        raise Damaged(f"{name}: the part content.xml is missing")
    for part in parts:
        _check_part(archive, part, name)


def _check_size(part: zipfile.ZipInfo, name: str) -> None:
    if part.file_size > MAX_PART:
        raise Dangerous(f"{name}: {part.filename} unpacks to more than {MAX_PART // 10**6} MB")
    if part.file_size > max(RATIO_FROM, MAX_RATIO * part.compress_size):
        raise Dangerous(f"{name}: {part.filename} unpacks to more than {MAX_RATIO} times its size")


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """Unpacking it shows whether it is whole; XML that declares entities may draw in files."""
    content = archive.read(part)
    if part.filename.endswith(".xml") and b"<!ENTITY" in content.replace(b"\0", b""):
        raise Dangerous(f"{name}: {part.filename} declares entities")


KINDS = {
    ".rtf": Kind(".rtf", "RTF", _check_rtf),
    ".odt": Kind(".odt", "ODT", _check_odt),
    ".doc": Kind(".doc", "DOC", _check_doc),
}


def _converted(data: bytes, kind: Kind, name: str) -> bytes:
    """The file as a DOCX."""
    program = next((found for one in PROGRAMS if (found := shutil.which(one))), None)
    if program is None:
        raise ConverterMissing(
            f"{name}: {kind.what} files need LibreOffice Writer; install it (Debian, Ubuntu: "
            "'apt-get install libreoffice-writer-nogui'), or save the file as DOCX or PDF"
        )
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source = Path(folder, f"document{kind.suffix}")
        source.write_bytes(data)
        _write_settings(Path(folder, "profile"))
        run(_command(program, source), Path(folder), name)
        return _made(Path(folder, "out", "document.docx"), name)


def _write_settings(profile: Path) -> None:
    items = (SETTING.format(path=path, name=name, value=value) for path, name, value in SAFE)
    (profile / "user").mkdir(parents=True)
    text = SETTINGS.format("".join(items))
    (profile / "user" / "registrymodifications.xcu").write_text(text, encoding="utf-8")


def _command(program: str, source: Path) -> list[str]:
    folder = source.parent
    switches = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"))
    return [program, *switches, profile, *target, str(source)]


def run(command: list[str], folder: Path, name: str, *, seconds: float = SECONDS) -> None:
    """Run LibreOffice in a group of its own, which is ended as a whole whatever happens.

    Raises `TooMuchWork` where it takes longer than `seconds`.
    """
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**environment, "TMPDIR": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_limit,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise TooMuchWork(
            f"{name}: LibreOffice did not convert it in {seconds:.0f} seconds; save it as DOCX"
        ) from error
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _limit() -> None:
    """In the new process: processor time, and more addresses than a reader of ours may have.

    It ends with the process that started it.
    """
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    _set(resource.RLIMIT_CPU, SECONDS)
    _set(resource.RLIMIT_AS, MEMORY)
    _set(resource.RLIMIT_CORE, 0)


def _set(what: int, wanted: int) -> None:
    hard = resource.getrlimit(what)[1]
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(what, (soft, hard))


def _made(target: Path, name: str) -> bytes:
    if not target.is_file():
        raise Damaged(f"{name}: LibreOffice could not read it; save it as DOCX or PDF")
    if target.stat().st_size > LARGEST:
        raise FileTooLarge(f"{name}: larger than {LARGEST // 10**6} MB as a DOCX; split it")
    return target.read_bytes()

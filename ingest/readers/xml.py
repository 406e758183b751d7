"""XML from strangers' files: no document type, no entities, no network, no bottomless tree."""

from typing import TypeAlias

from lxml import etree

from ingest.errors import Damaged, Dangerous

Element: TypeAlias = etree._Element

# libxml2's codes: a loop of entities; a limit on depth, length or what entities grow to
HARMFUL = frozenset((etree.ErrorTypes.ERR_ENTITY_LOOP, 114))


def parse(data: bytes, where: str) -> Element:
    """The root of the XML in `data`; `where` names it in errors: "notat.docx: word/document.xml".

    Raises `Damaged`, or `Dangerous` where it has a document type, which office files and pages'
    lists never need, or is too deep.
    """
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise _refusal(error, where) from error
    except ValueError as error:
        raise Damaged(f"{where}: broken XML: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Dangerous(f"{where}: XML with a document type (DOCTYPE), which may draw in files")
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,  # at most 256 deep, 10 MB in one text
        remove_comments=True,
        remove_pis=True,
    )


def _refusal(error: etree.XMLSyntaxError, where: str) -> Exception:
    if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
        return MemoryError(where)
    if error.code in HARMFUL:
        return Dangerous(f"{where}: XML beyond its limits: {error.msg}")
    return Damaged(f"{where}: broken XML: {error.msg}")

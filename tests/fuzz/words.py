"""What files of each format are built from: the words of its notation, odd values among them."""

from collections.abc import Callable, Sequence

import atheris

with atheris.instrument_imports(include=["ingest"]):
    from tests.ingest.readers import docx_files as word

LONG = 30_000  # characters
SIGNS = str.maketrans("␣␤␉␌␅", " \n\t\f\x85")


def _words(text: str) -> tuple[str, ...]:
    """Words between white space; white space inside of one is written as a sign for it."""
    return tuple(one.translate(SIGNS) for one in text.split())


PERSONAL = _words(
    """010190 1234 - ␣ ␤ ␤␤ ~~ {++ ++} CPR cpr-nr.␣ personnr 2001 01 . / O1 sagsnr.␣ konto␣ kr %
    070761-4285 ,␣og␣ \xad \u2060 \u0663 \u06f1\u06f2\u06f3\u06f4\u06f5\u06f6
    Borger␣A ␣bor␣ Mads Mette mor␣til␣B ␣har␣ ␣er␣ s␣ X.X.␣ Hr.␣
    a@gmail.com @ (at) tlf.␣ +45 22␣33␣44␣55 kommune"""
)
HTML = _words(
    """<p> </p> <br> <table> </table> <tr> <td> </td> <th> <thead> <tfoot> <caption> <ul> <ol> <li>
    </li> </ul> </ol> <dl> <dt> <dd> <h1> </h1> <h3> <s> </s> <del> </del> <ins> </ins> <sup> </sup>
    <sub> <q> </q> <pre> </pre> <nav> </nav> <main> </main> <header> </header> <footer> </footer>
    <aside> <dialog> <div> </div> <span> </span> <a␣ </a> <b> </b> <style> </style> <script>
    </script> <iframe> </iframe> <svg> <math> <button> </button> <details> <summary> <title>
    </title> <html> </html> <body> </body> <basefont> <base␣ <hr> <!-- --> <![CDATA[ <?xml ?> &amp;
    &#0; &#xD800; &#8232; &nbsp; &lt; > /> < tekst 14 1. ~~ {++ ++} ~ + { } ␅ ␣ ␤ ␉ ␌ " '
    <td␣colspan="99999"> <td␣rowspan="0"> <td␣rowspan="-1"> <ol␣start="-99"> <ol␣reversed>
    <li␣value="x"> <ol␣type="i"> <ol␣type="a"> <div␣style=" "> <p␣class="a"> <p␣id="b"> <div␣hidden>
    <div␣role="main"> .a{ #b{ } display:none; color: white; rgb( inf, nan, 1e9, 0%, ) #fff;
    background: url(x) font-size: 0; 1px; 9e9; - !important; text-decoration:line-through;
    visibility:hidden; mso-list:Ignore; transform:scale( page-break-before:always;
    position:absolute;left:-999px; list-style:upper-roman; href=" http://[ http://x.dk/ javascript:
    */ <h2␣role=heading␣aria-level= <meta␣charset=" iso-8859- windows-125 utf-16 12
    @media␣screen␣{ /*"""
)
MARKDOWN = _words(
    """# ## - * 1. > | |-|-| ``` ` ~~ ** _ [ ]( ) ![ < > <del> </del> {-- --} {++ ++} {~~ ~> ~~} ␤
    ␤␤ ␣␣␣␣ ␉ ---␤ title:␣ tekst a|b \\ &#0; http://x.dk <!-- --> <table> <td> [a]:␣x␤ ===␤ ␌
    999999999.␣ + ␣"""
)
PDF = _words(
    """BT ET Tj TJ Td Tm Tf Tr Tz Ts TL T* ' q Q cm re l m h S f W n rg g Do BDC EMC BMC (tekst) (~)
    (14) (1.) (Side␣1) (-) () <f0b7> [(a)-9999(b)] /F1 /X1 /P /Span <</MCID␣0>>
    <</ActualText(b)>> 0 1 -1 3 12 40 100 300 0.5 99999999 1e38 1␣0␣0␣1␣0␣0 0␣1␣-1␣0␣9␣9
    0␣0␣0␣0␣0␣0 BT␣/F1␣12␣Tf 1␣0␣0␣1␣40␣300␣Tm 0␣-14␣Td 40␣303␣60␣1␣re␣f 40␣280␣99␣0.5␣re␣f
    3␣Tr 1␣1␣1␣rg 0␣0␣0␣rg 40␣200␣m␣200␣200␣l␣S 40␣250␣m␣200␣250␣l␣S 40␣150␣m␣40␣250␣l␣S"""
)
TAGS = _words(
    """w:p w:r w:t w:rPr w:pPr w:tbl w:tr w:tc w:tcPr w:trPr w:tblPr w:ins w:del w:delText
    w:moveFrom w:moveTo w:sdt w:sdtPr w:sdtContent w:showingPlcHdr w:hyperlink w:fldChar w:instrText
    w:fldSimple w:br w:tab w:sym w:numPr w:numId w:ilvl w:pStyle w:rStyle w:style w:name w:basedOn
    w:outlineLvl w:num w:abstractNum w:abstractNumId w:lvl w:lvlText w:numFmt w:start w:lvlOverride
    w:startOverride w:lvlRestart w:isLgl w:footnoteReference w:footnote w:sectPr w:headerReference
    w:titlePg w:type w:strike w:vanish w:color w:shd w:sz w:highlight w:gridSpan w:gridBefore
    w:vMerge w:tblHeader w:drawing w:pict w:txbxContent v:textpath v:shape a:graphicData wps:wsp
    wps:spPr mc:AlternateContent mc:Choice mc:Fallback m:oMath m:t w:ruby w:rubyBase w:ffData
    w:checkBox w:ddList w:result w:listEntry w:vertAlign w:tblLook w:tblStyle w:object
    w:commentReference w:altChunk w:pageBreakBefore w:tblStylePr w:docDefaults w:numStyleLink"""
)
NAMES = _words(
    """w:val w:id w:type w:styleId w:numId w:ilvl w:abstractNumId w:fldCharType r:id w:fill w:color
    w:char w:font w:default Requires string uri fillcolor w:firstRow"""
)
VALUES = _words(
    """0 1 2 9 -1 99 63 999999999 99999999999 x continue restart begin separate end on off decimal
    lowerLetter upperRoman bullet decimalZero ordinal %1. %1.%2 %9 a b header1 paragraph default
    first even FFFFFF ffffff auto pct50 solid F0B7 Wingdings superscript w14 wps UDKAST firstRow
    heading␣1 toc␣1 \u0663 1e9 ␣"""
)
LEAVES = (
    "tekst",
    "14",
    "~~",
    "{++",
    "~",
    "\t",
    " ",
    "1.\tx",
    'HYPERLINK "http://x.dk"',
    "&#x2028;",
)


def spelled(data: bytes, words: Sequence[str], end: str = "") -> bytes:
    """A text with a word for each byte; the highest bytes stand for the letters that follow."""
    pieces, codes = list[str](), iter(data)
    for code in codes:
        if code < 0xF0:
            pieces.append(words[code % len(words)])
        else:
            free = (next(codes, 0) | (next(codes, 0) << 8 if code > 0xF8 else 0) for _ in range(4))
            pieces.append("".join(chr(one) for one in free if not 0xD800 <= one < 0xE000))
    return end.join(pieces).encode()


def repeated(build: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """The text of a few bytes, again and again."""

    def long(data: bytes) -> bytes:
        unit = build(data[:16])
        return unit * (LONG // len(unit) + 1) if unit else b""

    return long


def tree(data: bytes) -> str:
    """XML in which a byte opens an element, closes one or writes a text; always well-formed."""
    made, opened = list[str](), list[str]()
    codes = iter(data)
    for code in codes:
        if code < len(TAGS):
            name, value = NAMES[next(codes, 0) % len(NAMES)], VALUES[next(codes, 0) % len(VALUES)]
            made.append(f'<{TAGS[code]} {name}="{value}">')
            opened.append(TAGS[code])
        elif code < 180:
            made.append(f"</{opened.pop()}>" if opened else "")
        else:
            leaf = LEAVES[code % len(LEAVES)]
            made.append(word.p(leaf) if code < 210 else word.r(leaf) if code < 230 else leaf)
    return "".join(made) + "".join(f"</{name}>" for name in reversed(opened))


def edited(plain: bytes, edits: bytes) -> bytes:
    """`plain` with the changes that each four bytes name: where, how much goes, and what comes."""
    made = bytearray(plain)
    for at in range(0, len(edits) - 3, 4):
        place = int.from_bytes(edits[at : at + 2]) % (len(made) + 1)
        gone = edits[at + 2] % 8
        made[place : place + gone] = edits[at + 3 : at + 4] if gone < 7 else plain[place:][:40]
    return bytes(made)


PDF_BEGIN = b"""%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Count 2/Kids[4 0 R 6 0 R]/MediaBox[0 0 300 400]>>endobj
3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj
"""
PDF_END = b"trailer<</Root 1 0 R/Size 8>>\nstartxref\n0\n%%EOF\n"


def page(number: int, content: bytes) -> bytes:
    """The object of a page, and that of its content, which is a form as well."""
    sources = b"/Resources<</Font<</F1 3 0 R>>/XObject<</X1 %d 0 R>>>>" % (number + 1)
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 300 400]/Length %d" % len(content)
    return b"""%d 0 obj<</Type/Page/Parent 2 0 R%s/Contents %d 0 R>>endobj
%d 0 obj<<%s%s>>stream
%s
endstream endobj
""" % (number, sources, number + 1, number + 1, sources, form, content)


BODY = (
    word.p("1. Godkendelse", of=word.styled("H"))
    + word.p(f"<w:ins w:id='1'>{word.r('nyt')}</w:ins>", word.r("gammelt", "<w:strike/>"))
    + word.p("punkt", of='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + word.table(word.row("a", "b"), word.row(word.cell("c", of='<w:gridSpan w:val="2"/>'), "d"))
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
    'w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1">'
    '<w:abstractNumId w:val="0"/></w:num>'
)
STYLES = word.style("H", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', shown="heading 1")

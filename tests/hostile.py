"""Texts, names and pages that would steer a terminal if they were let through.

In: a folder. Out: files in it. What becomes of them is the tests' business.
"""

import subprocess
from html import escape
from pathlib import Path

from tests.article.formats.archives import zipped

SEQUENCES = (
    "\x1b]0;owned\x07",
    "\x1b]8;;http://owned.example\x1b\\click\x1b]8;;\x1b\\",
    "\x1b]52;c;b3duZWQ=\x07",
    "\x1bP$qm\x1b\\",
    "\x1b_Gowned\x1b\\",
    "\x1b^owned\x1b\\",
    "\x1b[2J",
    "\x1b[3J",
    "\x1b[31m",
    "\x1b[c",
    "\x1b[6n",
    "\x1b[?47h",
    "\x1b[21t",
    "\x1bc",
    "\x1b(0",
    "\x9b2J",
    "\x9d0;owned\x9c",
    "\x90$qm\x9c",
)
"""What terminals obey: titles, links, the clipboard, questions, clearing, a reset."""
CONTROLS = "".join(chr(code) for code in (*range(1, 32), *range(0x7F, 0xA0)))
"""Every control of C0 and C1 but NUL, which makes a file no text."""
INVISIBLE = (
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # turn the order
    "\u061c\u200e\u200f\u200b\u200c\u200d\u2060\ufeff\u00ad"
    "\u2028\u2029\U000e0041\U000e0020\U000e007f\U000e0001"  # ends of lines, tags
    "\ue000\U000f0000\U0010fffd\ufffe\uffff\U0001ffff\ufff9\ufffb"  # private, and none at all
)
NAME = "no\x1b]0;owned\x07te \x1b[31m\x9b2J\u202e\u2066\u2028x\x7f"
"""A name that a file can have."""
RAW_NAME = b"raw \x9b31m\xff\xed\xa0\x80\x1b[2J"
"""A name that is no UTF-8; Python makes lone surrogates of it."""
MARK = "owned"


def text(nothing: str = "", *, changed: bool = False) -> str:
    """Paragraphs with all of it; some words of every second one are changed."""
    odd = (*SEQUENCES, CONTROLS.replace("\n", "").replace("\r", ""), INVISIBLE)
    paragraphs = [
        f"Paragraph {number} has {each} and {nothing} among {number} quiet words, "
        + ("which were altered here." if changed and number % 2 else "which stay as they are.")
        for number, each in enumerate(odd)
    ]
    paragraphs.append("The price was $40 on Monday{} and “{}” was said.".format(
        *(("\x1b[5m", "a \x9b new word") if changed else ("\x1b[8m", "an \x9b old word"))
    ))  # fmt: skip
    if changed:
        paragraphs = [*paragraphs[3:], *paragraphs[:2], f"An added one \x1b]0;{MARK}\x07 is here."]
    return "\n\n".join(paragraphs) + "\n"


def texts(folder: Path) -> tuple[str, str]:
    """Two plain texts in UTF-8, under names as bad."""
    inner = folder / NAME
    inner.mkdir()
    left, right = inner / f"{NAME}.txt", inner / f"right \x85{NAME}.txt"
    left.write_text(text(), encoding="utf-8", newline="")
    right.write_text(text(changed=True), encoding="utf-8", newline="")
    return str(left), str(right)


def raw(folder: Path) -> tuple[str, str]:
    """Two texts in no known encoding, with C1 controls and surrogates as bytes."""
    odd = bytes(range(1, 256)).replace(b"\n", b"").replace(b"\r", b"") + b"\xed\xa0\x80\xed\xb0\x80"
    paths = []
    for name, last in (("left", b"ends so"), ("right", b"ends otherwise")):
        path = bytes(folder) + b"/" + name.encode() + RAW_NAME + b".txt"
        paragraphs = [b"Some words " + odd[at : at + 9] + b" and more of them " + last
                      for at in range(0, len(odd), 9)]  # fmt: skip
        Path(path.decode("utf-8", "surrogateescape")).write_bytes(b"\n\n".join(paragraphs))
        paths.append(path.decode("utf-8", "surrogateescape"))
    return paths[0], paths[1]


def marks(folder: Path) -> tuple[str, str]:
    """Ten thousand combining marks on one letter, and a line of half a megabyte."""
    first = "A letter e" + "\u0301\u0336\u0489" * 3334 + " with marks on it."
    long = "word and \x1b[2J another " * 25_000
    (folder / "left.txt").write_text(f"{first}\n\n{long}\n", encoding="utf-8")
    (folder / "right.txt").write_text(f"{first} Yes.\n\n{long}\n", encoding="utf-8")
    return str(folder / "left.txt"), str(folder / "right.txt")


def titled(folder: Path) -> tuple[str, ...]:
    """Pages whose titles, authors and dates are hostile: Markdown, a web page, a Word text."""
    body = "A first paragraph of the text.\n\nAnd a second one {} of it.\n"
    markdown = (
        '---\ntitle: "Mark \\e]0;owned\\a down \\x9b2J \\u202e"\nauthor: "An \\e[31m author"\n'
        'source: "The \\e]52;c;b3duZWQ=\\a Paper"\ndate: "2020-01-01 \\e[2J"\n"a \\e[5m key": 1\n'
        "---\n\n"
    )
    (folder / "page.md").write_text(markdown + body.format("\x1b[2J"), encoding="utf-8")
    named = "".join(f"&#{code};" for code in (27, 155, 0x202E, 7)) + "]0;owned"
    paragraphs = "".join(f"<p>{escape(each)} {named}</p>" for each in body.split("\n\n") * 9)
    (folder / "page.html").write_text(
        f"<html><head><title>Web {named} page {escape(SEQUENCES[0])}</title>"
        f'<meta name="author" content="{named}"></head><body><article><h1>Web {named}</h1>'
        f'{paragraphs}<figure><img src="x" alt="{named}"><figcaption>Caption {named}</figcaption>'
        "</figure></article></body></html>",
        encoding="utf-8",
    )
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    # XML bears no C0 controls, but those of C1 and what turns the order.
    odd = "&#155;2J &#157;0;owned&#156; &#8238;"
    (folder / "page.docx").write_bytes(
        zipped(
            {
                "[Content_Types].xml": f'<Types xmlns="{types}">'
                '<Default Extension="rels" ContentType='
                '"application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
                '<Override PartName="/docProps/core.xml" ContentType='
                '"application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
                "_rels/.rels": f'<Relationships xmlns="{links}">'
                f'<Relationship Id="a" Type="{office}" Target="word/document.xml"/>'
                f'<Relationship Id="b" Type="{core}" Target="docProps/core.xml"/></Relationships>',
                "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats'
                '.org/package/2006/metadata/core-properties" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/">'
                f"<dc:title>Word {odd}</dc:title><dc:creator>{odd}</dc:creator>"
                "</cp:coreProperties>",
                "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>'
                + f"<w:p><w:r><w:t>A paragraph {odd} of Word.</w:t></w:r></w:p>" * 3
                + "</w:body></w:document>",
            }
        )
    )
    return tuple(str(folder / f"page.{kind}") for kind in ("md", "html", "docx"))


def repository(folder: Path) -> Path:
    """A repository of git with a hostile file, subject, author, branch and tag."""
    folder.mkdir()

    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-C", folder, "-c", f"user.name=A {SEQUENCES[0]} b", "-c", "user.email=a@b.c",
             "-c", "commit.gpgsign=false", *words],
            check=True, capture_output=True,
        )  # fmt: skip

    git("init", "-q")
    for version in ("", "changed"):
        (folder / f"{NAME}.txt").write_text(text(changed=bool(version)), encoding="utf-8")
        git("add", "-A")
        git("commit", "-q", "-m", f"Subject {''.join(SEQUENCES)}")
    git("branch", "tw\u202eist\x9b2J")
    return folder

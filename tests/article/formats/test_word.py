"""How Word documents are read, and that nothing in one can break the reading."""

import io
import sys
from zipfile import ZipFile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.article.formats.archives import members_of, spoilt_archives, zipped
from tests.strategies import texts
from tui.article.formats import office
from tui.article.formats.office import Kind, kind_of, refusal
from tui.article.formats.word import read_docx
from tui.article.model import Paragraph, Role, Span, Style, Styled, Tracked
from tui.article.plain.lines import clean
from tui.errors import ArticleError
from tui.visible import visible

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My own"/><w:basedOn w:val="Zitat"/>
</w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/>
</w:style>
<w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""


def packed(body: str, **parts: str) -> bytes:
    """A document with this body, and other parts by the names of their kinds."""
    parts = {"styles": STYLES, **parts}
    override = '<Override PartName="/word/{0}.xml" ContentType="' + TYPES + '.{0}+xml"/>'
    relation = '<Relationship Id="r{0}" Type="' + RELATIONS + '/{0}" Target="{0}.xml"/>'
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>'
        + "".join(map(override.format, parts))
        + "</Types>",
        "_rels/.rels": related(f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" '
                               'Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": related("".join(map(relation.format, parts))),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }  # fmt: skip
    for kind, content in parts.items():
        members[f"word/{kind}.xml"] = f"<w:{kind} {NAMESPACES}>{content}</w:{kind}>"
    return zipped(members)


def related(relations: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{relations}</Relationships>'


def run(text: str, properties: str = "", tag: str = "t") -> str:
    inside = f'<w:{tag} xml:space="preserve">{text}</w:{tag}>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


def paragraph(*runs: str, style: str = "", mark: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}<w:rPr>{mark}</w:rPr></w:pPr>{''.join(runs)}</w:p>"


def read(body: str, tracked: Tracked = Tracked.ACCEPTED, **parts: str) -> tuple[Paragraph, ...]:
    return read_docx("x.docx", packed(body, **parts), tracked=tracked).paragraphs


def rows(body: str, tracked: Tracked = Tracked.ACCEPTED, **parts: str) -> list[tuple[str, str]]:
    return [(each.role.value, each.text) for each in read(body, tracked, **parts)]


def saved(document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_styles_become_roles_and_a_table_stays_where_it_is():
    document = docx.Document()
    document.add_heading("The headline", 0)
    document.add_paragraph("What it is about", style="Subtitle")
    document.add_heading("First part", 1)
    document.add_paragraph("Body.")
    document.add_paragraph("One", style="List Bullet")
    document.add_paragraph("Two", style="List Number")
    document.add_paragraph("Said he", style="Intense Quote")
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 1).text = "name", "place", "Paris"
    document.add_paragraph("The picture", style="Caption")
    document.add_heading("Second part", 2)
    document.sections[0].header.paragraphs[0].text = "Draft 3"
    found = read_docx("x.docx", saved(document)).paragraphs
    assert [(each.role.value, each.text) for each in found] == [
        ("title", "The headline"),
        ("deck", "What it is about"),
        ("subhead", "First part"),
        ("body", "Body."),
        ("list item", "One"),
        ("list item", "Two"),
        ("quote", "Said he"),
        ("table", "name | place"),
        ("table", "| Paris"),
        ("caption", "The picture"),
        ("subhead", "Second part"),
        ("furniture", "Draft 3"),
    ]
    assert [each.text for each in found if each.aside] == ["Draft 3"]
    assert {each.line for each in found} == {None}


def test_styles_are_known_in_any_language_of_word_and_through_their_bases():
    assert rows(
        paragraph(run("A"), style="berschrift1")
        + paragraph(run("B"), style="Mine")
        + paragraph(run("C"), style="berschrift1")
        + paragraph(run("Contents 1"), style="toc1")
        + paragraph(run("D"), style="Loop")
        + paragraph(run("E"), style="missing")
    ) == [
        ("title", "A"), ("quote", "B"), ("subhead", "C"),
        ("furniture", "Contents 1"), ("body", "D"), ("body", "E"),
    ]  # fmt: skip


def test_a_list_is_known_by_its_numbers():
    def item(number: str, text: str) -> str:
        return (
            f'<w:p><w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>{run(text)}</w:p>'
        )

    assert rows(item("3", "one") + item("0", "none")) == [("list item", "one"), ("body", "none")]


def test_what_is_set_off_is_kept_as_style():
    link = f'<w:hyperlink r:id="r9">{run("link")}</w:hyperlink>'
    (found,) = read(
        paragraph(
            run(" a"), run("bo", "<w:b/>"), run("ld ", "<w:b/>"), run("x", '<w:b w:val="0"/>'),
            run("struck", "<w:i/><w:strike/>"), link, run("st", '<w:rStyle w:val="Fett"/>'),
            run("c", '<w:rStyle w:val="Fett"/><w:b w:val="false"/>'),
        )
    )  # fmt: skip
    assert found.text == "abold xstrucklinkstc"
    assert found.styles == (
        Styled(Span(1, 5), Style.STRONG),
        Styled(Span(7, 13), Style.EMPHASIS),
        Styled(Span(7, 13), Style.STRUCK),
        Styled(Span(13, 17), Style.LINK),
        Styled(Span(17, 19), Style.STRONG),
    )


def test_breaks_and_tabs_are_blanks_and_controls_are_shown():
    body = f"<w:p>{run('a')}<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c\u202ed\u0085</w:t></w:r></w:p>"
    assert rows(body) == [("body", "a b c\ufffdd\ufffd")]


def test_of_a_field_only_the_outcome_is_read():
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = (
        mark("begin") + run("IF", tag="instrText") + mark("begin") + run("in") + mark("separate")
        + run("code") + mark("end") + mark("separate") + run("4") + mark("end")
    )  # fmt: skip
    simple = f'<w:fldSimple w:instr="PAGE">{run(" of 9")}</w:fldSimple>'
    assert rows(paragraph(run("page "), field, simple)) == [("body", "page 4 of 9")]


def test_notes_come_last_with_their_numbers():
    reference = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    note = '<w:{} w:id="{}">{}</w:{}>'
    footnotes = "".join(
        note.format("footnote", number, paragraph(run(text)) + paragraph(run("more")), "footnote")
        for number, text in ((0, "separator"), (7, "Second"), (5, "First"))
    )
    endnotes = note.format("endnote", 2, paragraph(run("Last")), "endnote")
    body = paragraph(
        run("One"), reference.format("footnote", 5), run(" two."), reference.format("footnote", 7),
        reference.format("endnote", 2), reference.format("endnote", 99),
    )  # fmt: skip
    assert rows(body, footnotes=footnotes, endnotes=endnotes) == [
        ("body", "One two."),
        ("footnote", "1 First"), ("footnote", "more"),
        ("footnote", "2 Second"), ("footnote", "more"),
        ("footnote", "1 Last"),
    ]  # fmt: skip


def test_a_text_box_follows_its_paragraph_and_is_read_once():
    box = f"<w:txbxContent>{paragraph(run('In the box'))}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent>"
    )
    body = paragraph(run("Be"), f"<w:r>{both}</w:r>", run("fore")) + paragraph(run("After"))
    assert [text for _, text in rows(body)] == ["Before", "In the box", "After"]


def test_content_controls_are_looked_into():
    control = f"<w:sdt><w:sdtContent>{paragraph(run('held'))}</w:sdtContent></w:sdt>"
    assert rows(control) == [("body", "held")]


def test_comments_in_the_margin_are_counted():
    reading = read_docx(
        "x.docx", packed(paragraph(run("Text")), comments="<w:comment/><w:comment/>")
    )
    assert reading.notes == ("x.docx has comments in the margin (2), which are left out.",)


AUTHOR = 'w:id="1" w:author="Jane"'
INSERTED, DELETED = f"<w:ins {AUTHOR}/>", f"<w:del {AUTHOR}/>"


def tracked(kind: str, *runs: str) -> str:
    return f"<w:{kind} {AUTHOR}>{''.join(runs)}</w:{kind}>"


def both_states(body: str) -> tuple[list[str], list[str]]:
    return (
        [text for _, text in rows(body)],
        [text for _, text in rows(body, Tracked.BEFORE)],
    )


def test_tracked_words_are_read_as_accepted_or_as_before():
    body = paragraph(
        run("The "), tracked("ins", run("new ")), tracked("del", run("old ", tag="delText")),
        run("word "), tracked("moveFrom", run("here ")), tracked("moveTo", run("there ")),
        tracked("ins", tracked("del", run("never ", tag="delText"))), run("stays."),
    )  # fmt: skip
    assert both_states(body) == (["The new word there stays."], ["The old word here stays."])


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next():
    body = paragraph(run("One "), mark=DELETED) + paragraph(run("two.")) + paragraph(run("Three."))
    assert both_states(body) == (["One two.", "Three."], ["One", "two.", "Three."])


def test_an_inserted_end_of_a_paragraph_parts_it_only_when_accepted():
    body = paragraph(run("One "), mark=INSERTED) + paragraph(run("two."))
    assert both_states(body) == (["One", "two."], ["One two."])


def test_a_deleted_end_at_the_last_paragraph_loses_nothing():
    assert both_states(paragraph(run("One"), mark=DELETED)) == (["One"], ["One"])


def test_tracked_table_rows_come_and_go():
    def row(text: str, change: str = "") -> str:
        return f"<w:tr><w:trPr>{change}</w:trPr><w:tc>{paragraph(run(text))}</w:tc></w:tr>"

    body = f"<w:tbl>{row('a')}{row('b', INSERTED)}{row('c', DELETED)}</w:tbl>"
    assert both_states(body) == (["a", "b"], ["a", "c"])


def test_a_tracked_change_of_looks_is_undone_in_the_state_before():
    body = paragraph(
        run("word", f"<w:b/><w:rPrChange {AUTHOR}><w:rPr><w:i/></w:rPr></w:rPrChange>")
    )
    assert read(body)[0].styles == (Styled(Span(0, 4), Style.STRONG),)
    assert read(body, Tracked.BEFORE)[0].styles == (Styled(Span(0, 4), Style.EMPHASIS),)


def test_tracked_changes_are_said():
    raw = packed(paragraph(tracked("ins", run("new"))))
    assert read_docx("x.docx", raw).notes == (
        "x.docx has tracked changes and is read as if they were accepted.",
    )
    assert read_docx("x.docx", raw, tracked=Tracked.BEFORE).notes == (
        "x.docx has tracked changes and is read as it was before them.",
    )


def test_a_note_whose_reference_was_deleted_goes_with_it():
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    footnotes = f'<w:footnote w:id="1">{paragraph(run("Note"))}</w:footnote>'
    body = paragraph(run("Text"), tracked("del", reference))
    assert rows(body, footnotes=footnotes) == [("body", "Text")]
    assert len(rows(body, Tracked.BEFORE, footnotes=footnotes)) == 2


def test_the_properties_tell_title_and_language_and_never_an_author_or_a_date():
    document = docx.Document()
    document.add_paragraph("The Real  Headline")
    document.core_properties.author = "Jane\nDoe"
    document.core_properties.title = "the real headline"
    stated = read_docx("x.docx", saved(document)).stated
    assert (stated.title, stated.byline, stated.language) == (
        "the real headline", None, "en-US",
    )  # fmt: skip
    assert stated.date is None


def test_a_title_that_the_text_does_not_have_is_a_templates():
    document = docx.Document()
    document.add_paragraph("Something else")
    document.core_properties.title = "Letter \u202etemplate"
    reading = read_docx("x.docx", saved(document))
    assert reading.stated.title is None
    (note,) = reading.notes
    assert "title “Letter \ufffdtemplate”, which is nowhere in its text" in note


def test_a_document_without_words_has_no_paragraphs():
    assert read("<w:p/><w:tbl/><w:sectPr/>") == ()


def test_a_word_document_is_known_by_its_members():
    assert kind_of(packed("")) is Kind.WORD
    assert kind_of(packed("")[:400]) is Kind.WORD
    assert kind_of(zipped({"word/document.xml": ""})) is None
    assert kind_of(b"PK\x03\x04") is None
    assert kind_of(b"plain") is None
    assert kind_of(b"") is None


@pytest.mark.parametrize(
    ("raw", "kind", "advice"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLD_WORD, "save it as .docx"),
        (b"{\\rtf1 x}", Kind.RICH_TEXT, "save it as .docx"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            Kind.LOCKED_WORD,
            "save it without",
        ),
    ],
)
def test_what_has_no_reader_is_refused_with_advice(raw, kind, advice):
    assert kind_of(raw) is kind
    assert advice in str(refusal("x.doc", kind))


def refused(raw: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        read_docx("x.docx", raw)
    return str(caught.value)


def test_a_broken_document_is_refused():
    raw = packed(paragraph(run("text")))
    assert "x.docx is damaged" in refused(raw[:-30])
    assert "x.docx is damaged" in refused(raw.replace(raw[60:80], b"\0" * 20))
    assert "x.docx is damaged" in refused(zipped({"word/document.xml": "<a/>"}))
    assert "x.docx is damaged" in refused(packed("<w:p>"))


def test_entities_are_refused():
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    raw = packed(paragraph(run("&amp;b;&amp;c;")))
    members = {name: content.decode() for name, content in members_of(raw).items()}
    body = members["word/document.xml"].replace("&amp;", "&")
    assert "entities" in refused(zipped(members | {"word/document.xml": bomb + body}))


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(office, "UNPACKED_LIMIT", 2_000_000)
    assert "unpacks to more than 2 MB" in refused(packed(paragraph(run("a" * 2_000_000))))


def test_a_bomb_that_lies_about_its_size_is_damaged():
    raw = packed(paragraph(run("a" * 3_000_000)))
    with ZipFile(io.BytesIO(raw)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    lie = raw.replace(size.to_bytes(4, "little"), (1_000).to_bytes(4, "little"))
    assert lie != raw
    assert "x.docx is damaged" in refused(lie)


def test_more_members_than_any_document_has_are_refused(monkeypatch):
    monkeypatch.setattr(office, "MEMBERS_LIMIT", 3)
    assert "more than 3 files" in refused(packed(""))


def test_deep_nesting_is_refused():
    assert "x.docx is damaged" in refused(packed("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000))


def test_nesting_that_the_parser_allows_is_read():
    inside = paragraph("<w:ins>" * 200 + run("deep") + "</w:ins>" * 200)
    assert rows(inside) == [("body", "deep")]
    cell = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    table = paragraph(run("deep"))
    for _ in range(70):
        table = cell.format(table)
    assert rows(table) == [("table", "deep")]


def test_without_the_library_the_way_to_it_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    assert "pip install 'diptych[office]'" in refused(packed(""))


styles = st.sampled_from(
    [("Normal", Role.BODY), ("Quote", Role.QUOTE), ("List Bullet", Role.LIST_ITEM),
     ("Heading 2", Role.SUBHEAD), ("Caption", Role.CAPTION), ("Subtitle", Role.DECK)]
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(st.tuples(texts(max_words=8).map(clean).filter(bool), styles), max_size=5))
def test_what_is_written_is_read_back_in_the_same_order(written):
    document = docx.Document()
    for text, (style, _) in written:
        document.add_paragraph(text, style=style)
    found = read_docx("x.docx", saved(document)).paragraphs
    assert [(each.text, each.role) for each in found] == [
        (text, role) for text, (_, role) in written
    ]


pieces = st.lists(
    st.tuples(
        st.sampled_from(["", "ins", "del", "moveTo", "moveFrom"]),
        st.sampled_from(["one ", "two ", "three ", "four "]),
        st.sampled_from(["", "end", INSERTED, DELETED]),
    ),
    max_size=12,
)


@given(pieces)
def test_the_two_states_hold_what_belongs_to_them(pieces):
    body = ""
    open_runs = ""
    for kind, word, end in pieces:
        open_runs += tracked(kind, run(word)) if kind else run(word)
        if end:
            body += paragraph(open_runs, mark="" if end == "end" else end)
            open_runs = ""
    body += paragraph(open_runs)
    accepted, before = (" ".join(state).split() for state in both_states(body))
    assert accepted == [word.strip() for kind, word, _ in pieces if kind not in ("del", "moveFrom")]
    assert before == [word.strip() for kind, word, _ in pieces if kind not in ("ins", "moveTo")]


TAGS = [
    "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:ins", "w:del", "w:moveTo", "w:sdt", "w:rPr",
    "w:pPr", "w:pStyle", "w:numPr", "w:numId", "w:outlineLvl", "w:fldChar", "w:txbxContent", "w:b",
    "w:hyperlink", "w:footnoteReference", "w:delText", "w:tab", "w:rPrChange", "mc:Fallback", "w:x",
]  # fmt: skip
VALUES = ["1", "0", "Zitat", "Mine", "begin", "separate", "end", "-5", "9" * 50, "Loop", "\x85"]
elements = st.recursive(
    st.sampled_from(["text", " ", "", "\u202e", "\x9b", "&#x2028;"]),
    lambda inner: st.builds(
        lambda tag, value, inside: (
            f'<{tag} w:val="{value}" w:fldCharType="{value}" w:id="{value}">'
            f"{''.join(inside)}</{tag}>"
        ),
        st.sampled_from(TAGS),
        st.sampled_from(VALUES),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)
SMALL = packed(
    paragraph(run("Title"), style="berschrift1") + paragraph(run("a", "<w:b/>")),
    footnotes=f'<w:footnote w:id="1">{paragraph(run("n"))}</w:footnote>',
)


def tried(raw: bytes, tracked: Tracked) -> None:
    try:
        found = read_docx("x.docx", raw, tracked=tracked).paragraphs
    except ArticleError:
        return
    assert sum(each.role is Role.TITLE for each in found) <= 1
    for each in found:
        assert each.text == visible(each.text) == clean(each.text) != ""
        assert all(styled.span.start < styled.span.end <= len(each.text) for styled in each.styles)


hostile = st.one_of(
    spoilt_archives(SMALL),
    elements.map(packed),
    elements.map(lambda content: packed(paragraph(run("a")), styles=content)),
)


@settings(max_examples=100)
@given(hostile, st.sampled_from(Tracked))
def test_nothing_breaks_the_reading(raw, tracked):
    tried(raw, tracked)


@pytest.mark.slow
@settings(max_examples=50_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(hostile, st.sampled_from(Tracked))
def test_nothing_at_all_breaks_the_reading(raw, tracked):
    tried(raw, tracked)

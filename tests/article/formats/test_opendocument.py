"""How OpenDocument texts are read, and that nothing in one can break the reading."""

import sys
from zipfile import ZIP_STORED

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.article.formats.archives import members_of, spoilt_archives, zipped
from tests.strategies import texts
from tui.article.formats import office
from tui.article.formats.office import Kind, kind_of
from tui.article.formats.opendocument import MOST_BLANKS, read_odt
from tui.article.model import Paragraph, Role, Span, Style, Styled, Tracked
from tui.article.plain.lines import clean
from tui.errors import ArticleError
from tui.visible import visible

MIMETYPE = "application/vnd.oasis.opendocument.text"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    [f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style", "meta")]
    + [f'xmlns:draw="{OASIS}:drawing:1.0"', f'xmlns:fo="{OASIS}:xsl-fo-compatible:1.0"']
    + ['xmlns:dc="http://purl.org/dc/elements/1.1/"']
)
STYLES = """
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:language="de"
 fo:country="AT"/></style:default-style>
<style:style style:family="paragraph" style:name="Title"/>
<style:style style:family="paragraph" style:name="Subtitle"/>
<style:style style:family="paragraph" style:name="Quotations"/>
<style:style style:family="paragraph" style:name="Caption"/>
<style:style style:family="paragraph" style:name="Figure" style:parent-style-name="Caption"/>
<style:style style:family="paragraph" style:name="Loop" style:parent-style-name="Loop"/>
<style:style style:family="paragraph" style:name="Preformatted_20_Text"/>
<style:style style:family="text" style:name="Strong"><style:text-properties fo:font-weight="bold"/>
</style:style>
<style:style style:family="text" style:name="Source_20_Text"/>
</office:styles>
<office:master-styles><style:master-page>
<style:header><text:p>Draft 3</text:p></style:header>
</style:master-page></office:master-styles>
"""
AUTOMATIC = """
<style:style style:family="paragraph" style:name="P1" style:parent-style-name="Quotations"/>
<style:style style:family="text" style:name="T1" style:parent-style-name="Strong"/>
<style:style style:family="text" style:name="T2" style:parent-style-name="Strong">
<style:text-properties fo:font-weight="normal" fo:font-style="italic"
 style:text-line-through-style="solid"/></style:style>
<style:style style:family="text" style:name="T3" style:parent-style-name="Source_20_Text"/>
"""


def packed(body: str, styles: str = "", meta: str = "", manifest: str = "") -> bytes:
    """A document with this body; the mimetype comes first and is not compressed."""
    return zipped(
        {
            "mimetype": MIMETYPE,
            "content.xml": f"<office:document-content {NAMESPACES}><office:automatic-styles>"
            f"{AUTOMATIC}</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>",
            "meta.xml": f"<office:document-meta {NAMESPACES}><office:meta>{meta}</office:meta>"
            "</office:document-meta>",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        },
        ZIP_STORED,
    )


def read(body: str, tracked: Tracked = Tracked.ACCEPTED) -> tuple[Paragraph, ...]:
    return read_odt("x.odt", packed(body, STYLES), tracked=tracked).paragraphs


def rows(body: str, tracked: Tracked = Tracked.ACCEPTED) -> list[tuple[str, str]]:
    found = read(body, tracked)
    assert (found[-1].text, found[-1].aside) == ("Draft 3", True)
    return [(each.role.value, each.text) for each in found[:-1]]


def styled(style: str, text: str) -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def test_styles_become_roles_and_a_table_stays_where_it_is():
    assert rows(
        styled("Title", "The headline")
        + styled("Subtitle", "What it is about")
        + '<text:h text:outline-level="1">First part</text:h><text:p>Body.</text:p>'
        "<text:list><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Two"
        "</text:p></text:list-item></text:list></text:list-item></text:list>"
        + styled("P1", "Said he")
        + "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>name"
        "</text:p></table:table-cell><table:table-cell><text:p>place</text:p><text:p>of birth"
        "</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row>"
        "<table:table-cell/><table:covered-table-cell><text:p>Paris</text:p>"
        "</table:covered-table-cell></table:table-row></table:table>"
        + styled("Figure", "The picture")
        + styled("Preformatted_20_Text", "x = 1")
        + '<text:section><text:h text:outline-level="2">Second part</text:h></text:section>'
        + styled("Loop", "Round")
        + "<text:table-of-content><text:index-body><text:p>First part 1</text:p></text:index-body>"
        "</text:table-of-content>"
    ) == [
        ("title", "The headline"),
        ("deck", "What it is about"),
        ("subhead", "First part"),
        ("body", "Body."),
        ("list item", "One"),
        ("list item", "Two"),
        ("quote", "Said he"),
        ("table", "name | place of birth"),
        ("table", "| Paris"),
        ("caption", "The picture"),
        ("code", "x = 1"),
        ("subhead", "Second part"),
        ("body", "Round"),
        ("furniture", "First part 1"),
    ]


def test_without_a_title_the_first_of_the_highest_headings_is_it():
    heading = '<text:h text:outline-level="{}">{}</text:h>'
    body = heading.format(2, "A") + heading.format(1, "B") + heading.format(1, "C")
    assert [role for role, _ in rows(body)] == ["subhead", "title", "subhead"]


def test_blanks_are_counted_as_the_format_has_them():
    body = (
        "<text:p>  a \n  b <text:s/>c<text:s text:c='3'/>d<text:tab/>e<text:line-break/>f"
        "<text:s text:c='9999999999999'/>g<text:s text:c='x'/>h </text:p>"
    )
    assert rows(body) == [("body", "a b  c   d e f" + " " * MOST_BLANKS + "g h")]


def test_what_is_set_off_is_kept_as_style():
    body = (
        '<text:p>a <text:span text:style-name="T1">bo</text:span>'
        '<text:span text:style-name="Strong">ld </text:span><text:span text:style-name="T2">st'
        '</text:span><text:a>link</text:a><text:span text:style-name="T3">c</text:span></text:p>'
    )
    found = read(body)[0]
    assert found.text == "a bold stlinkc"
    assert found.styles == (
        Styled(Span(2, 6), Style.STRONG),
        Styled(Span(7, 9), Style.EMPHASIS),
        Styled(Span(7, 9), Style.STRUCK),
        Styled(Span(9, 13), Style.LINK),
        Styled(Span(13, 14), Style.CODE),
    )


def test_notes_come_last_with_their_numbers():
    note = (
        "<text:note><text:note-citation>{}</text:note-citation><text:note-body><text:p>{}</text:p>"
        "<text:p>more</text:p></text:note-body></text:note>"
    )
    body = f"<text:p>One{note.format(1, 'First')} two.{note.format('ii', 'Second')}</text:p>"
    assert rows(body + "<text:p>Three.</text:p>") == [
        ("body", "One two."), ("body", "Three."),
        ("footnote", "1 First"), ("footnote", "more"),
        ("footnote", "ii Second"), ("footnote", "more"),
    ]  # fmt: skip


def test_a_text_box_follows_its_paragraph():
    box = "<draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box></draw:frame>"
    body = f"{box}<text:p>Be{box}fore</text:p><text:p>After</text:p>"
    assert [text for _, text in rows(body)] == ["In the box", "Before", "In the box", "After"]


def test_comments_in_the_margin_are_counted():
    body = "<text:p>a<office:annotation><text:p>no</text:p></office:annotation>b</text:p>"
    reading = read_odt("x.odt", packed(body))
    assert [each.text for each in reading.paragraphs] == ["ab"]
    assert reading.notes == ("x.odt has comments in the margin (1), which are left out.",)


def regions(*changes: tuple[str, str, str]) -> str:
    return "".join(
        ["<text:tracked-changes>"]
        + [
            f'<text:changed-region text:id="{name}"><text:{kind}><office:change-info>'
            "<dc:creator>Jane</dc:creator><text:p>a remark</text:p></office:change-info>"
            f"{content}</text:{kind}></text:changed-region>"
            for name, kind, content in changes
        ]
        + ["</text:tracked-changes>"]
    )


def change(name: str, kind: str = "change") -> str:
    return f'<text:{kind} text:change-id="{name}"/>'


def inserted(name: str, text: str) -> str:
    return change(name, "change-start") + text + change(name, "change-end")


def both_states(body: str) -> tuple[list[str], list[str]]:
    return (
        [text for _, text in rows(body)],
        [text for _, text in rows(body, Tracked.BEFORE)],
    )


def test_tracked_words_are_read_as_accepted_or_as_before():
    body = (
        regions(("a", "insertion", ""), ("b", "deletion", "<text:p>old </text:p>"))
        + f"<text:p>The {inserted('a', 'new ')}{change('b')}word.</text:p>"
    )
    assert both_states(body) == (["The new word."], ["The old word."])


def test_an_inserted_paragraph_is_not_there_before():
    known = regions(("a", "insertion", ""))
    start, end = change("a", "change-start"), change("a", "change-end")
    after = known + f"<text:p>One{start}</text:p><text:p>New{end}</text:p><text:p>Two</text:p>"
    ahead = known + f"<text:p>One</text:p><text:p>{start}New</text:p><text:p>{end}Two</text:p>"
    assert both_states(after) == both_states(ahead) == (["One", "New", "Two"], ["One", "Two"])


def test_a_paragraph_has_before_the_role_it_had_before():
    body = regions(("a", "insertion", "")) + (
        f"<text:h>{change('a', 'change-start')}New</text:h>"
        + styled("P1", change("a", "change-end") + "said")
    )
    assert rows(body, Tracked.BEFORE) == [("quote", "said")]


def test_deleted_paragraphs_are_there_before():
    gone = "<text:p>e.</text:p><text:h>Gone</text:h><text:p>Tw</text:p>"
    body = regions(("a", "deletion", gone)) + f"<text:p>On{change('a')}o.</text:p>"
    assert both_states(body) == (["Ono."], ["One.", "Gone", "Two."])


def test_a_deleted_table_is_there_before():
    gone = (
        "<table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    body = regions(("a", "deletion", gone)) + change("a") + "<text:p>One</text:p>"
    assert both_states(body) == (["One"], ["cell", "One"])


def test_a_deletion_that_refers_to_itself_ends():
    body = (
        regions(("a", "deletion", f"<text:p>x{change('a')}</text:p>"))
        + f"<text:p>{change('a')}</text:p>"
    )
    assert both_states(body) == ([], ["x"])


def test_tracked_changes_are_said():
    raw = packed(regions(("a", "insertion", "")))
    assert read_odt("x.odt", raw).notes == (
        "x.odt has tracked changes and is read as if they were accepted.",
    )


def test_the_properties_tell_title_and_language_and_never_an_author_or_a_date():
    meta = (
        "<dc:title>the  headline</dc:title><dc:creator>Editor</dc:creator>"
        "<meta:initial-creator>Jane\nDoe</meta:initial-creator><dc:date>2014-09-15</dc:date>"
    )
    reading = read_odt("x.odt", packed("<text:p>The Headline</text:p>", STYLES, meta))
    stated = reading.stated
    assert (stated.title, stated.byline, stated.language, stated.date) == (
        "the headline", None, "de-AT", None,
    )  # fmt: skip
    other = read_odt("x.odt", packed("<text:p>Other</text:p>", STYLES, meta))
    assert other.stated.title is None
    assert "nowhere in its text" in other.notes[0]


def test_an_opendocument_text_is_known_by_its_mimetype():
    assert kind_of(packed("")) is Kind.OPENDOCUMENT
    assert kind_of(packed("")[:200]) is Kind.OPENDOCUMENT
    assert kind_of(zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})) is None


def refused(raw: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        read_odt("x.odt", raw)
    return str(caught.value)


def test_a_locked_document_is_refused():
    assert "locked by a password" in refused(packed("", manifest="<encryption-data/>"))


def test_a_broken_document_is_refused():
    raw = packed("<text:p>text</text:p>")
    assert "x.odt is damaged" in refused(raw[:-30])
    assert "x.odt is damaged" in refused(zipped({"mimetype": MIMETYPE}))
    assert "x.odt is damaged" in refused(zipped({"content.xml": "<a/>"}))
    assert "x.odt is damaged" in refused(packed("<text:p>"))
    assert "x.odt is damaged" in refused(packed("<text:section>" * 5_000))


def test_entities_are_refused():
    members = members_of(packed("<text:p>&amp;b;</text:p>"))
    bomb = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    members["content.xml"] = bomb + members["content.xml"].replace(b"&amp;", b"&")
    assert "entities" in refused(zipped(members))


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(office, "UNPACKED_LIMIT", 1_000_000)
    assert "unpacks to more than 1 MB" in refused(packed("a" * 1_000_000))


def test_nesting_that_the_parser_allows_is_read():
    deep = "<text:section>" * 240 + "<text:p>deep</text:p>" + "</text:section>" * 240
    assert rows(deep) == [("body", "deep")]
    table = "<text:p>deep</text:p>"
    for _ in range(75):
        table = (
            f"<table:table><table:table-row><table:table-cell>{table}</table:table-cell>"
            "</table:table-row></table:table>"
        )
    assert rows(table) == [("table", "deep")]


def test_without_the_library_the_way_to_it_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "lxml", None)
    assert "pip install 'diptych[office]'" in refused(packed(""))


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("  ", " <text:s/>")


marked = st.sampled_from(
    [
        ("<text:p>{}</text:p>", Role.BODY),
        (styled("P1", "{}"), Role.QUOTE),
        ('<text:h text:outline-level="2">{}</text:h>', Role.SUBHEAD),
        ("<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>",
         Role.LIST_ITEM),
        (styled("Figure", "{}"), Role.CAPTION),
    ]
)  # fmt: skip
# XML cannot hold the two non-characters at the end of the first plane.
writable = texts(max_words=8).map(lambda text: clean(text.translate({0xFFFE: "", 0xFFFF: ""})))


@given(st.lists(st.tuples(writable.filter(bool), marked), max_size=5))
def test_what_is_written_is_read_back_in_the_same_order(written):
    found = read("".join(mark.format(escaped(text)) for text, (mark, _) in written))
    assert [(each.text, each.role) for each in found[:-1]] == [
        (text, role) for text, (_, role) in written
    ]


words = st.sampled_from(["one ", "two ", "three "])


@given(st.lists(st.tuples(st.sampled_from(["", "in", "out"]), words, st.booleans()), max_size=12))
def test_the_two_states_hold_what_belongs_to_them(pieces):
    changes, body = [], ""
    for number, (kind, word, end) in enumerate(pieces):
        name = f"c{number}"
        if kind == "in":
            changes.append((name, "insertion", ""))
            body += inserted(name, word + "</text:p><text:p>" * end)
        elif kind == "out":
            changes.append((name, "deletion", f"<text:p>{word}</text:p>" + "<text:p/>" * end))
            body += change(name)
        else:
            body += word + "</text:p><text:p>" * end
    accepted, before = (
        " ".join(state).split()
        for state in both_states(f"{regions(*changes)}<text:p>{body}</text:p>")
    )
    assert accepted == [word.strip() for kind, word, _ in pieces if kind != "out"]
    assert before == [word.strip() for kind, word, _ in pieces if kind != "in"]


TAGS = [
    "text:p", "text:h", "text:span", "text:a", "text:s", "text:list", "text:list-item", "text:note",
    "text:note-body", "text:note-citation", "table:table", "table:table-row", "table:table-cell",
    "text:change", "text:change-start", "text:change-end", "text:tracked-changes", "text:deletion",
    "text:changed-region", "text:insertion", "draw:text-box", "text:table-of-content", "text:x",
    "office:annotation", "style:style", "style:text-properties", "style:master-page",
]  # fmt: skip
VALUES = ["1", "0", "a", "P1", "T1", "-5", "9" * 50, "Loop", "paragraph", "text", "\x85"]
NAMES = (
    "text:style-name", "text:id", "text:change-id", "text:c", "text:outline-level", "style:family",
    "style:name", "style:parent-style-name",
)  # fmt: skip
elements = st.recursive(
    st.sampled_from(["text", " ", "", "\u202e", "\x9b", "&#x2028;"]),
    lambda inner: st.builds(
        lambda tag, value, inside: (
            f"<{tag} "
            + " ".join(f'{name}="{value}"' for name in NAMES)
            + f">{''.join(inside)}</{tag}>"
        ),
        st.sampled_from(TAGS),
        st.sampled_from(VALUES),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)
SMALL = packed(
    f"{regions(('a', 'deletion', '<text:p>old</text:p>'))}<text:h>Title</text:h><text:p>a"
    f'{change("a")}<text:span text:style-name="T1">b</text:span></text:p>',
    STYLES,
)


def tried(raw: bytes, tracked: Tracked) -> None:
    try:
        found = read_odt("x.odt", raw, tracked=tracked).paragraphs
    except ArticleError:
        return
    assert sum(each.role is Role.TITLE for each in found) <= 1
    for each in found:
        assert each.text == visible(each.text) == clean(each.text) != ""
        assert all(styled.span.start < styled.span.end <= len(each.text) for styled in each.styles)


hostile = spoilt_archives(SMALL) | elements.map(packed) | elements.map(lambda xml: packed("", xml))


@settings(max_examples=100)
@given(hostile, st.sampled_from(Tracked))
def test_nothing_breaks_the_reading(raw, tracked):
    tried(raw, tracked)


@pytest.mark.slow
@settings(max_examples=50_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(hostile, st.sampled_from(Tracked))
def test_nothing_at_all_breaks_the_reading(raw, tracked):
    tried(raw, tracked)

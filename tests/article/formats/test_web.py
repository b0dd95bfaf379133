"""How web pages are read, and that nothing in one can break the reading."""

import codecs
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import STOCK
from tui.article.formats import web
from tui.article.formats.web import looks_like_html, read_html
from tui.article.model import About, Paragraph, Role, Span, Style, Styled
from tui.article.plain.lines import clean
from tui.errors import ArticleError
from tui.visible import visible


@pytest.fixture
def pages(root) -> Path:
    return root / "tests" / "cases" / "pages"


def aside(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [each.text for each in paragraphs if each.aside]


def texts(page: str | bytes) -> list[str]:
    return [each.text for each in read_html("x.html", page).paragraphs]


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize("name", ["news", "old", "blog", "notice"])
def test_a_page_is_its_story_and_the_rest_stands_aside(name, pages):
    """Beside each page lies what a reader finds in it: its roles, `-` for what is set aside."""
    reading = read_html(name, (pages / f"{name}.html").read_bytes())
    found = [f"{'- ' * each.aside}{each.role}: {each.text}" for each in reading.paragraphs]
    assert found == (pages / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def test_a_page_states_what_its_head_says(pages):
    reading = read_html("news.html", (pages / "news.html").read_bytes())
    assert reading.stated == About(
        title="World powers back military action in Iraq",
        deck="France sends jets as the coalition grows.",
        byline="Jane Doe",
        source="The Example",
        date="2014-09-15",
        language="en-GB",
    )
    assert reading.notes == ("news.html has 91 words that are not of its story and are set aside.",)


def test_linked_data_counts_and_the_running_text_does_not(pages):
    blog = read_html("blog.html", (pages / "blog.html").read_bytes()).stated
    assert (blog.byline, blog.date, blog.language) == ("Erika Mustermann", "2022-08-03", "de")
    for name in ("old", "notice"):
        stated = read_html(name, (pages / f"{name}.html").read_bytes()).stated
        assert (stated.byline, stated.date, stated.language) == (None, None, None)


def test_what_is_set_off_and_the_lines_are_kept(pages):
    paragraphs = read_html("news.html", (pages / "news.html").read_bytes()).paragraphs
    lead = next(each for each in paragraphs if each.role is Role.BODY)
    assert [(lead.text[each.span.start : each.span.end], each.style) for each in lead.styles] == [
        ("Paris", Style.STRONG),
        ("France sent jets", Style.LINK),
    ]
    lines = (pages / "news.html").read_text(encoding="utf-8").splitlines()
    for each in paragraphs:
        assert each.line is not None
        assert each.text.split()[0].strip("“©") in lines[each.line - 1]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2014-09-15T23:30-05:00">', "2014-09-15"),
        ('<meta name="citation_publication_date" content="2014/09">', "2014-09"),
        ('<meta itemprop="datePublished" content="2014-09-15">', "2014-09-15"),
        ('<meta name="DATE" content="15 September 2014">', None),
        ('<meta name="date" content="2014-13-45">', None),
        ('<meta name="date" content="1970-01-01">', None),
        ('<meta property="article:modified_time" content="2014-09-15">', None),
        ('<title>What happened on 2014-09-15</title>', None),
        ('<link rel="canonical" href="https://example.org/2014/09/15/a">', None),
        ('<meta name="date" content="2014-09-15"><meta name="pubdate" content="2014-09-16">', None),
    ],
)  # fmt: skip
def test_a_date_is_stated_by_the_page_or_not_known(head, day):
    body = "<p>Posted on 3 May 2013. Copyright 2011.</p><time datetime='2012-01-01'>then</time>"
    assert read_html("x.html", page(body, head)).stated.date == day


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (codecs.BOM_UTF8 + b"<meta charset=latin1><p>na\xc3\xafve", "naïve"),
        (codecs.BOM_UTF16_LE + "<p>naïve".encode("utf-16-le"), "naïve"),
        (b"<meta charset=iso-8859-1><p>\x93na\xefve\x94", "“naïve”"),
        (b'<meta http-equiv=x content="text/html; charset=windows-1251"><p>\xe4\xe0', "да"),
        (b"<meta charset=nonsense><p>na\xefve", "naïve"),
        (b"<meta charset=utf-16><p>na\xc3\xafve", "naïve"),
        (b"<p>na\xc3\xafve", "naïve"),
        (b"<p>na\xefve", "naïve"),
        (b"<meta charset=utf-8><p>na\xefve", "na\ufffdve"),
        (b"<meta charset=hex><p>na\xefve", "naïve"),
    ],
)
def test_the_character_set_is_found_as_browsers_find_it(raw, text):
    assert texts(b"<html>" + raw if raw[:1] == b"<" else raw) == [text]


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("<!DOCTYPE html>\n<p>a", True),
        ("\ufeff \n<?xml version='1.0'?><!-- a --><!-- > b --><!doctype HTML PUBLIC 'x'>", True),
        ("<html lang=en>", True),
        ("<html>", True),
        ("<htmlx>", False),
        ("<!-- <html> --> text", False),
        ("A text about <html>", False),
        ("<h1>Markdown may begin so</h1>", False),
        ("<!--", False),
        ("<!---->" * 50_000, False),
        ("", False),
    ],
)
def test_a_page_is_known_by_its_beginning(text, yes):
    assert looks_like_html(text) is yes


def test_one_break_is_a_blank_and_two_end_a_paragraph():
    assert texts(page("a<br>b<br> &#32;<br/>c<p>d<br><br></p><br>e")) == ["a b", "c", "d", "e"]


def test_what_no_one_sees_is_not_text():
    body = (
        "<script>a</script><style>b</style><template>c</template><noscript>d</noscript>e<!-- f -->"
    )
    assert texts(page(body, "<title>g</title>")) == ["e"]


def test_a_data_table_gives_rows_and_a_layout_table_paragraphs():
    grid = "<table><tr><th>a<td><p>b</p><tr><td><td></td></tr><tr><td colspan=2>c<br>d</table>"
    assert texts(page(grid)) == ["a | b", "c d"]
    layout = "<table><tr><td><h2>a</h2><p>b</p></td><td>c</td></tr></table>"
    assert texts(page(layout)) == ["a", "b", "c"]
    assert texts(page("<table><tr>stray<td>cell</td>tail</tr></table>")) == [
        "stray",
        "cell",
        "tail",
    ]


def test_styles_across_blanks_and_edges_are_joined_and_trimmed():
    (found,) = read_html(
        "x.html", page("<p> <b>a</b><strong> b </strong>c <s>d</s></p>")
    ).paragraphs
    assert found.text == "a b c d"
    assert found.styles == (
        Styled(Span(0, 3), Style.STRONG),
        Styled(Span(6, 7), Style.STRUCK),
    )


def test_hostile_characters_are_shown():
    assert texts(page("<p>a\0\x1b[2J&#27;\x9b\u202e\ud800&#x2028;b\uffff")) == [
        "a␀␛[2J␛\ufffd\ufffd\ufffd b\ufffd"
    ]


def test_a_page_nested_too_deep_for_the_parser_is_refused():
    assert texts(page("<div>" * 1_500 + "deep")) == ["deep"]
    with pytest.raises(ArticleError, match="nested too deep"):
        read_html("x.html", page("<div>" * 5_000 + "deep"))


def test_a_page_too_long_to_judge_is_all_story(monkeypatch, pages):
    monkeypatch.setattr(web, "JUDGED_LIMIT", 100)
    reading = read_html("news.html", (pages / "news.html").read_bytes())
    assert aside(reading.paragraphs) == []
    assert reading.notes == ("news.html is too long to tell its story from its furniture.",)


def test_an_empty_page_has_no_paragraphs():
    for empty in ("", " ", "<!-- -->", "<html>", "<frameset>", page("")):
        assert texts(empty) == []


def test_the_judge_keeps_its_thoughts_to_itself(caplog, capfd, pages):
    read_html("notice.html", (pages / "notice.html").read_bytes())
    read_html("x.html", page("<p>&#1;</p>"))
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_without_the_library_the_way_to_it_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ArticleError, match=r"pip install 'diptych\[html\]'"):
        read_html("x.html", page("a"))


def test_a_long_page_takes_seconds():
    body = "".join(
        f"<p>{' '.join(STOCK[number % 20 : number % 20 + 15])} {number}.</p>"
        for number in range(5_000)
    )
    start = time.perf_counter()
    assert len(texts(page(body))) == 5_000
    assert time.perf_counter() - start < 30


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


words = st.sampled_from([word for word in STOCK if clean(word)])
proses = st.lists(words, min_size=1, max_size=30).map(" ".join)
marked = st.sampled_from(
    [("<p>{}</p>", Role.BODY), ("<h2>{}</h2>", Role.SUBHEAD), ("<div>{}</div>", Role.BODY),
     ("<blockquote><p>{}</p></blockquote>", Role.QUOTE), ("<ul><li>{}</li></ul>", Role.LIST_ITEM),
     ("<pre>{}</pre>", Role.CODE), ("<table><tr><td>{}</td></tr></table>", Role.TABLE),
     ("<nav>{}</nav>", Role.BODY), ("<aside><p>{}</p></aside>", Role.BODY)]
)  # fmt: skip


@given(st.lists(st.tuples(proses, marked), max_size=8))
def test_what_is_written_is_read_back_in_the_same_order(written):
    found = read_html(
        "x.html", page("".join(mark.format(escaped(text)) for text, (mark, _) in written))
    ).paragraphs
    assert [each.text for each in found] == [clean(text) for text, _ in written]
    for each, (_, (_, role)) in zip(found, written, strict=True):
        assert each.role in (role, Role.TITLE, Role.FURNITURE)


TAGS = [
    "p",
    "div",
    "span",
    "h1",
    "h2",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "blockquote",
    "pre",
    "code",
    "a",
    "b",
    "br",
    "hr",
    "nav",
    "article",
    "section",
    "aside",
    "figure",
    "figcaption",
    "form",
    "button",
    "main",
    "header",
    "footer",
    "em",
    "s",
    "dl",
    "dt",
    "dd",
    "select",
    "option",
    "textarea",
    "body",
    "html",
    "head",
    "title",
    "script",
    "style",
    "svg",
    "math",
    "frameset",
    "center",
    "font",
    "meta",
    "link",
]
PIECES = [
    *(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS),
    '<div class="comments">', '<p class="byline">By Jane Doe', "<!--", "-->", "<![CDATA[",
    "<?x", "<", ">", "&", "&#0;", "&#27;", "&#x2028;", "&nbsp;",
    "\0", "\x1b", "\u202e", "\x85", "\r", "\n",
    "\ufffe", '<meta name="date" content="',
    '<meta charset="utf-16">', '<meta name="author" content="Jane Doe">',
    '<script type="application/ld+json">{"@type":"Article","datePublished":"2014-09-15"',
    '<html lang="', 'class="', '"', "'", "=", "<a href=",
    "The step brought France closer to becoming the first ally to join the air campaign there. ",
    "There is no time to lose, the president of Iraq told the meeting in Paris on Monday morning. ",
]  # fmt: skip
soups = st.lists(
    st.sampled_from(PIECES) | st.sampled_from(STOCK) | st.text(max_size=3), max_size=14
)


def tried(text: str) -> None:
    try:
        reading = read_html("x.html", text)
    except ArticleError:
        return
    assert sum(each.role is Role.TITLE for each in reading.paragraphs) <= 1
    for each in reading.paragraphs:
        assert each.text == visible(each.text) == clean(each.text) != ""
        assert all(styled.span.start < styled.span.end <= len(each.text) for styled in each.styles)
        assert each.line is None or 1 <= each.line <= text.count("\n") + text.count("\r") + 1


@settings(max_examples=100)
@given(soups.map("".join) | soups.map("".join).map(page) | soups.map(" ".join))
def test_nothing_breaks_the_reading(text):
    tried(text)


def seen(text: str) -> str:
    """The letters and digits that a page shows, in order, as the parser has them."""
    tree = web._parsed("x.html", text)
    if tree is None:
        return ""
    for silent in list(tree.iter(*web._SILENT)):
        silent.drop_tree()
    return "".join(filter(str.isalnum, "".join(tree.itertext())))


@given(soups.map("".join) | soups.map("".join).map(page))
def test_nothing_is_lost_or_carried_elsewhere(text):
    paragraphs = read_html("x.html", text).paragraphs
    assert "".join(filter(str.isalnum, "".join(each.text for each in paragraphs))) == seen(text)


@pytest.mark.slow
@settings(max_examples=50_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(soups.map("".join) | soups.map("".join).map(page) | soups.map(" ".join))
def test_nothing_at_all_breaks_the_reading(text):
    tried(text)


@settings(max_examples=100)
@given(st.binary(max_size=200))
def test_any_bytes_can_be_read(raw):
    for each in read_html("x.html", b"<html>" + raw).paragraphs:
        assert each.text == visible(each.text) == clean(each.text) != ""


def test_a_paragraph_that_the_page_calls_a_standfirst_is_the_deck():
    page = PAGE_WITH_A_STANDFIRST
    roles = [(each.role, each.text) for each in read_html("page.html", page).paragraphs]
    assert (Role.DECK, "Engineers will look at the timbers in spring.") in roles


PAGE_WITH_A_STANDFIRST = """<!doctype html><html><body><article>
<h1>Harbour board closes the old pier</h1>
<p class="article-standfirst">Engineers will look at the timbers in spring.</p>
<p>The harbour board met on Tuesday evening and agreed, after a long and sometimes bitter
debate, that the old pier would have to be closed until the spring.</p>
<p>Members said that they had had no choice, since the sea had taken two of its legs in the
storms of this winter, and nobody could say how long the others would hold.</p>
</article></body></html>"""


LATE = "<p>What comes after it is of the story too, and has words enough to be told by anybody.</p>"


@pytest.mark.parametrize("tag", ["embed", "video", "audio", "object", "canvas", "svg", "datalist"])
def test_what_is_not_closed_takes_nothing_of_the_story_away(tag):
    page = f"<!doctype html><html><body><h1>Head</h1><{tag} src=x>{LATE}</body></html>"
    assert "What comes after it" in read_html("x.html", page).paragraphs[-1].text


@pytest.mark.parametrize("charset", ["undefined", "idna", "utf-32", "cp037", "rot13", "base64"])
def test_a_charset_that_no_browser_knows_is_passed_over(charset):
    page = f"<!doctype html><html><head><meta charset={charset}></head><body>{LATE}</body></html>"
    assert "What comes after it" in read_html("x.html", page.encode()).paragraphs[0].text


@pytest.mark.parametrize(
    "page",
    ["<!doctype html><html><body>" + "<p>a" * 1_000_001,
     "<!doctype html><html><body><p " + " ".join(f"a{n}=x" for n in range(3_000)) + ">a"],
)  # fmt: skip
def test_a_page_that_no_browser_saved_is_refused(page):
    with pytest.raises(ArticleError, match="too many tags"):
        read_html("x.html", page)


def test_a_page_of_very_many_tags_is_read_without_a_verdict():
    page = "<!doctype html><html><body>" + "<table><tr><td>a</td></tr></table>" * 10_000
    reading = read_html("x.html", page)
    assert len(reading.paragraphs) == 10_000
    assert "too long to tell its story" in reading.notes[0]

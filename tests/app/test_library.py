"""The library's keys, and what they bring to the screen."""

from dataclasses import replace

from textual.events import Key

from tests.app.conftest import running
from tests.strategies import article_of
from tui.app.screens.library import LibraryScreen
from tui.app.screens.reader import ReaderScreen
from tui.app.widgets.article_list import ArticleList
from tui.article import Article, Document, Loaded
from tui.visible import visible


def body(reader) -> list[str]:
    """The lines of the list, without the names of the columns."""
    return reader.lines[1:11]


def at_hand(reader) -> str:
    """The name of the article under the cursor."""
    (article,) = reader.app.screen.articles_at_hand()
    return article.origin


def shelf_of(*articles: Article) -> Loaded:
    """What was read, of articles made by hand."""
    return Loaded(tuple(map(Document, articles)), ())


async def test_the_list_shows_title_source_and_words(open_seeds):
    async with open_seeds(size=(120, 30)) as reader:
        first = body(reader)[1]
        assert "#1 Iran’s supreme leader said yesterday" in first
        assert "Reuters" in first
        assert "1,0" in first
        assert reader.status == "8 articles in 5 files"


async def test_enter_marks_an_article_and_ranks_the_others_by_likeness(open_seeds):
    async with open_seeds(size=(120, 30)) as reader:
        await reader.press("enter")
        assert body(reader)[0].startswith("▌ #1 Iran’s supreme leader said yesterday")
        assert "same story, edited" in body(reader)[1]
        assert "Iran’s supreme leader said on Monday" in body(reader)[1]
        # The two reports beside the first story share hardly a word with it.
        assert sum("same subject, own words" in line for line in body(reader)) == 4


async def test_enter_on_a_second_article_opens_the_pair(open_seeds):
    async with open_seeds() as reader:
        await reader.press("enter")
        assert "said on Monday" in body(reader)[1]
        await reader.press("j", "enter")
        assert isinstance(reader.app.screen, ReaderScreen)
        comparison = reader.panes.comparison
        assert "said yesterday" in comparison.left.title
        assert "said on Monday" in comparison.right.title


async def test_keys_typed_ahead_choose_what_the_cursor_was_on(open_seeds):
    async with open_seeds() as reader:
        for key in ("enter", "down", "enter"):
            reader.app.post_message(Key(key, None))
        await reader.until(lambda: isinstance(reader.app.screen, ReaderScreen))
        comparison = reader.app.screen.session.comparison
        assert (comparison.left.part, comparison.right.part) == (1, 2)


async def test_enter_on_the_marked_article_takes_the_mark_away(open_seeds):
    async with open_seeds() as reader:
        await reader.press("enter", "enter")
        assert reader.app.screen.marked is None
        assert "▌" not in reader.text


async def test_escape_takes_the_mark_away(open_seeds):
    async with open_seeds() as reader:
        await reader.press("enter", "escape")
        assert reader.app.screen.marked is None


async def test_c_opens_the_article_at_hand_beside_the_one_most_like_it(open_seeds):
    async with open_seeds() as reader:
        await reader.press("j", "j", "j", "c")
        assert "said on Monday" in reader.panes.comparison.left.title
        assert "said yesterday" in reader.panes.comparison.right.title


async def test_slash_filters_by_title_source_and_file_name(open_seeds):
    async with open_seeds() as reader:
        await reader.press("slash", *"reuters", "enter")
        assert reader.app.screen.query_one(ArticleList).count == 1
        assert reader.status == "1 of 8 articles have “reuters”"
        await reader.press("escape")
        assert reader.status == "8 articles in 5 files"
        await reader.press("slash", *"002_")
        assert reader.app.screen.query_one(ArticleList).count == 1
        await reader.press("escape", "slash", *"zebra", "enter")
        assert reader.status == "no article has “zebra”"
        await reader.press("enter", "c")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_j_k_pages_and_ends_move_through_the_list(open_seeds):
    async with open_seeds() as reader:
        articles = reader.app.screen.query_one(ArticleList)
        await reader.press("j", "j")
        assert at_hand(reader).endswith("txt#3")
        await reader.press("k")
        assert at_hand(reader).endswith("txt#2")
        await reader.press("down", "down", "up", "G")
        assert "/004_" in at_hand(reader)
        await reader.press("g")
        assert articles.at_hand == 0
        await reader.press("space")
        assert articles.at_hand > 0
        await reader.press("b")
        assert articles.at_hand == 0
        await reader.press("end", "home", "pagedown", "pageup")
        assert articles.at_hand == 0


async def test_the_preview_shows_the_article_at_hand(open_seeds):
    async with open_seeds() as reader:
        await reader.press("j", "j", "j", "j")
        assert "002_7a56acffd0b05ffc.txt" in reader.text
        assert "World vows action on Iraq" in reader.text


async def test_files_that_were_left_out_are_named(open_seeds):
    async with open_seeds(notes=("notes.txt is not UTF-8 at line 4.",)) as reader:
        assert "notes.txt is not UTF-8 at line 4." in reader.text


async def test_square_brackets_in_a_title_are_text():
    title = "Budget [red]soars[/red] again [b"
    articles = (article_of([title, "More."]), article_of(["Another text.", "More."]))
    async with running(shelf_of(*articles), (80, 24)) as reader:
        assert title in reader.text


async def test_control_characters_in_a_title_are_shown_as_signs():
    articles = (article_of([visible("A\x1b]0;owned\x07 title")]), article_of(["Another text."]))
    async with running(shelf_of(*articles), (80, 24)) as reader:
        assert "A␛]0;owned␇ title" in reader.text


async def test_a_narrow_list_keeps_the_title(open_seeds):
    async with open_seeds(size=(40, 16)) as reader:
        await reader.press("enter")
        assert "Iran’s supreme" in body(reader)[1]
        assert "93%" in body(reader)[1]


async def test_help_names_the_keys_of_the_library(open_seeds):
    async with open_seeds(size=(100, 80)) as reader:
        await reader.press("question_mark")
        assert "Mark the article as the left one" in reader.text
        await reader.press("escape")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_more_left_out_files_than_there_is_room_for_are_on_the_help_screen(open_seeds):
    notes = tuple(f"file{number}.txt is empty." for number in range(5))
    async with open_seeds(notes=notes, size=(100, 100)) as reader:
        assert "file1.txt is empty." in reader.text
        assert "file4.txt is empty." not in reader.text
        assert "and 3 more, see ?" in reader.text
        await reader.press("question_mark")
        assert "file4.txt is empty." in reader.text


async def test_articles_with_one_title_are_told_apart_by_their_files():
    texts = ["One headline for two", "And a text below it."]
    articles = article_of(texts, "a/draft1.txt"), article_of(texts, "a/draft2.txt")
    async with running(shelf_of(*articles), (80, 24)) as reader:
        assert "draft1.txt: One headline" in body(reader)[0]
        assert "draft2.txt: One headline" in body(reader)[1]


async def test_a_ranking_that_comes_late_opens_nothing(open_seeds):
    async with open_seeds() as reader:
        await reader.pilot.press("c", "c", "question_mark")
        await reader.settled()
        readers = [s for s in reader.app.screen_stack if isinstance(s, ReaderScreen)]
        assert len(readers) <= 1


async def test_asking_twice_for_a_filter_opens_one_line(open_seeds):
    async with open_seeds() as reader:
        await reader.press("slash")
        await reader.app.screen.action_filter()
        await reader.press(*"reuters", "enter")
        assert reader.status == "1 of 8 articles have “reuters”"


async def test_pages_in_a_window_without_room_for_the_list_do_nothing(open_seeds):
    async with open_seeds() as reader:
        await reader.press("G")
        await reader.resize(80, 2)
        await reader.press("b", "space")
        assert isinstance(reader.app.screen, LibraryScreen)


# --- parts


def story(text: str, part: int) -> Article:
    return replace(article_of([text, "More of it."], "page.txt"), part=part)


PAGE = Document(
    article_of(["All of it.", "Both stories."], "page.txt"),
    (story("The first story", 1), story("The second story", 2)),
)
OTHER = Document(article_of(["Another text."], "other.txt"))


async def test_the_articles_of_a_file_stand_under_its_name():
    async with running(Loaded((PAGE, OTHER), ()), (80, 24)) as reader:
        assert [line.split("  ")[1].strip() for line in body(reader)[:1]] == ["page.txt"]
        assert "2 articles" in body(reader)[0]
        assert body(reader)[1].startswith("    #1 The first story")
        assert body(reader)[2].startswith("    #2 The second story")
        assert body(reader)[3].startswith("  Another text.")
        assert reader.status == "3 articles in 2 files"


async def test_j_joins_the_articles_of_a_file_and_parts_them_again():
    async with running(Loaded((OTHER, PAGE), ()), (80, 24)) as reader:
        await reader.press("j", "j", "J")
        assert at_hand(reader) == "page.txt"
        assert "All of it." in body(reader)[1]
        assert reader.status == "2 articles"
        await reader.press("J")
        assert at_hand(reader) == "page.txt#1"
        assert reader.status == "3 articles in 2 files"


async def test_a_file_with_one_article_has_nothing_to_join():
    async with running(Loaded((OTHER, PAGE), ()), (80, 24)) as reader:
        await reader.press("J")
        assert reader.status == "this file holds one article"


async def test_only_what_is_on_the_list_is_ranked():
    async with running(Loaded((OTHER, PAGE), ()), (80, 24)) as reader:
        await reader.press("enter")
        assert sum(bool(line) for line in body(reader)[:5]) == 3
        assert "All of it." not in reader.text


async def test_a_filter_hides_the_name_of_a_file_without_a_match():
    async with running(Loaded((PAGE, OTHER), ()), (80, 24)) as reader:
        await reader.press("slash", *"second", "enter")
        assert body(reader)[1].startswith("    #2 The second story")
        assert not body(reader)[2]
        await reader.press("escape", "slash", *"another", "enter")
        assert "page.txt" not in body(reader)[0]


async def test_what_was_passed_over_is_on_the_help_screen():
    loaded = Loaded((OTHER, PAGE), (), "2 files were passed over: 2 hidden.")
    async with running(loaded, (100, 90)) as reader:
        assert "passed over" not in reader.text
        await reader.press("question_mark")
        assert "2 files were passed over: 2 hidden." in reader.text


async def test_a_joined_file_that_is_alone_has_nothing_to_be_opened_with():
    async with running(Loaded((PAGE,), ()), (80, 24)) as reader:
        await reader.press("J", "c")
        assert reader.status == "there is no other article"
        await reader.press("enter", "enter", "J")
        assert reader.status == "2 articles in 1 file"


async def test_joining_what_the_filter_hides_leaves_the_list_in_order():
    async with running(Loaded((PAGE, OTHER), ()), (80, 24)) as reader:
        await reader.press("slash", *"second", "enter", "J")
        assert reader.status == "no article has “second”"
        await reader.press("J", "escape")
        assert reader.status == "2 articles"


async def test_c_on_a_version_opens_it_beside_the_other_one(open_seeds):
    async with open_seeds() as reader:
        await reader.press("G", "c")
        compared = reader.panes.comparison
        assert (compared.left.label, compared.right.label) == (
            "version 3, about 3 hours later", "version 2",
        )  # fmt: skip

"""What one line looks like: prose, a headline, a subhead.

In: the text of one paragraph. Out: yes or no. Where it stands, and so what
it is, are other files' business. When in doubt the answer is no.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.article.counting import UNSPACED, word_count

PROSE_WORDS = 20
"""Words from which a paragraph that ends a sentence is surely prose."""

# Closing marks that may follow the end of a sentence.
_CLOSERS = " \t\xa0\"'”’»›)]」』"
_ENDS = tuple(".!?…。！？।؟")
_ABBREVIATION_END = re.compile(r"(?:\b[^\W\d_]\.){2,}$")
# Possessive, and never begun inside a run of points: else a page of points and
# blanks would be gone over again from every point.
_INNER_END = re.compile(r"(?<![.!?…])[.!?…]++['\"’”»)]*+(?=\s++\W*+[^\W_a-z])|[。！？][」』]*")
_LAST_WORD = re.compile(r"\w+$")
_CLAUSE_ENDS = tuple(",;:،、，；：–—-")
_URL = re.compile(r"https?://|\bwww\.", re.IGNORECASE)

_LETTERS = re.compile(r"[^\W\d_]+")
_LETTERS_OR_SIGN = rf"{UNSPACED}|[^\W\d_]+"

_DATE_WORD = re.compile(
    "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|"
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    "published|updated|modified|posted|last|first|on|at|by|[ap]m|gmt|utc|[bcemp]?e?[sd]?t|"
    "st|nd|rd|th"
)


class Size(NamedTuple):
    """The most a line may hold and still be taken for what it looks like; longer ones are prose."""

    letters: int
    words: int

    def holds(self, text: str) -> bool:
        """Whether the text is no longer; words are looked at only when the letters are few."""
        return len(text) <= self.letters and len(text.split()) <= self.words


_CAPITALS = Size(letters=100, words=8)
_LETTERS_A_WORD = 50
"""More letters a word than this on the average, and the line is no language."""
_LETTERS_IN_CAPITALS = 5
"""Fewer letters are an abbreviation, not a subhead."""
_ABBREVIATED = 4
"""A word of no more letters before a point may be a title: `Prof.`"""


def words_of(text: str) -> list[str]:
    """Its words in small letters; each sign of a script without blanks is one."""
    # A set of signs from all of Unicode takes milliseconds to compile.
    pattern = _LETTERS if text.isascii() else _LETTERS_OR_SIGN
    return re.findall(pattern, text.casefold())


def ends_sentence(text: str) -> bool:
    """Whether the last thing, closing quotes aside, is the mark of a sentence's end."""
    return text.rstrip(_CLOSERS).endswith(_ENDS)


def first_sentence(text: str) -> str:
    """Cut after the first sentence; an initial or a short title (`Mr.`) does not end one."""
    for match in _INNER_END.finditer(text):
        word = _LAST_WORD.search(text[max(0, match.start() - 5) : match.start()])
        if word is None or len(word[0]) > _ABBREVIATED or (len(word[0]) > 1 and word[0].islower()):
            return text[: match.end()]
    return text


def is_prose(text: str, words: int = PROSE_WORDS) -> bool:
    """Whether it has at least so many words and ends a sentence; only its beginning is counted."""
    return ends_sentence(text) and word_count(text[: _LETTERS_A_WORD * words]) >= words


def is_headline(text: str, fewest: int = 4, most: int = 30) -> bool:
    """Whether it reads like a title: some words, no sentence.

    A title may ask a question and may end in an abbreviation; it is no date,
    no address and nothing in brackets.
    """
    if len(text) > _LETTERS_A_WORD * most or not fewest <= word_count(text) <= most:
        return False
    sentence = ends_sentence(text) and not (
        text.endswith(("?", "？")) or _ABBREVIATION_END.search(text)
    )
    if sentence or text.endswith(_CLAUSE_ENDS) or first_sentence(text) != text:
        return False
    if (text[0], text[-1]) in (("(", ")"), ("[", "]")) or _URL.search(text):
        return False
    words = set(words_of(text))
    return len(words) >= min(3, fewest) and not all(map(_DATE_WORD.fullmatch, words))


def is_capitals(text: str) -> bool:
    """Whether it is a short line all in capitals that ends no sentence."""
    if not text.isupper() or not _CAPITALS.holds(text):
        return False
    if ends_sentence(text) or text.endswith(_CLAUSE_ENDS):
        return False
    return sum(map(len, _LETTERS.findall(text))) >= _LETTERS_IN_CAPITALS


def are_date_words(text: str) -> bool:
    """Whether all its words are such as stand in dates; true when there are none."""
    return all(map(_DATE_WORD.fullmatch, words_of(text)))

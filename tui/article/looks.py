"""What one line looks like: prose, a headline, a credit, a caption.

In: the text of one paragraph. Out: yes or no. Where it stands, and so what
it is, are other files' business. When in doubt the answer is no.
"""

from __future__ import annotations

import re
from typing import NamedTuple

PROSE_WORDS = 20
"""Words from which a paragraph that ends a sentence is surely prose."""

_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\s\"'”’»›)\]」』]*$")
_ABBREVIATION_END = re.compile(r"(?:\b[^\W\d_]\.){2,}$")
_QUESTION_END = re.compile(r"[?？]$")
# Possessive, and never begun inside a run of points: else a page of points and
# blanks would be gone over again from every point.
_INNER_END = re.compile(r"(?<![.!?…])[.!?…]++['\"’”»)]*+(?=\s++\W*+[^\W_a-z])|[。！？][」』]*")
_LAST_WORD = re.compile(r"\w+$")
_CLAUSE_END = re.compile(r"[,;:،、，；：–—-]$")
_URL = re.compile(r"https?://|\bwww\.", re.IGNORECASE)

# Scripts without blanks between words; two of their signs count as a word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(_UNSPACED.pattern + r"|[^\W\d_]+")

_DATE_WORD = re.compile(
    "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|"
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    "published|updated|modified|posted|last|first|on|at|by|[ap]m|gmt|utc|[bcew]?e?[sd]?t"
)

_FURNITURE = frozenset(
    {
        "advertisement",
        "advertisements",
        "back to top",
        "click here to subscribe",
        "comments are closed",
        "comments are closed for this article",
        "continue reading the main story",
        "jump to navigation",
        "leave a comment",
        "log in to comment",
        "post a comment",
        "share on facebook",
        "share on twitter",
        "share this article",
        "share this story",
        "sign up for our newsletter",
        "skip to content",
        "skip to main content",
        "skip to navigation",
        "story continues below",
        "story continues below advertisement",
        "subscribe to our newsletter",
    }
)

_AGENCIES = (
    "AA|AFP|Agence France-Presse|Agencies|Anadolu|ANSA|AP|(?:The )?Associated Press|Bloomberg|"
    "DPA|dpa|EFE|EPA|Getty(?: Images)?|IRNA|PA|Reuters|TASS|UPI|Xinhua"
)
_AGENCY = re.compile(_AGENCIES)

_PICTURE = "(?i:(?:file |stock )?(?:photo|photograph|picture|image)s?(?: credit)?)"
_CREDIT_AT_END = re.compile(rf"(?:\s*\({_PICTURE}\s*(?::|(?i:by|courtesy of)\b)[^()]{{1,60}}\))+$")
_CREDIT_ALONE = re.compile(rf"{_PICTURE}\s*:\s*\w.*")
_LONGEST_CAPTION = 500
_AGENCY_AT_END = re.compile(rf"(?P<words>.*?)\s*\((?:{_AGENCIES})\)")

_NAME = r"[^\W\d_][\w.'’&-]*(?: [^\W\d_][\w.'’&-]*){0,3}"
_SLASHED = re.compile(rf"{_NAME}(?: ?/ ?{_NAME}){{1,3}}")
_BYLINE = re.compile(r"(?:By|BY) (?P<names>[^.!?:;/]{3,80})")
_NAME_LINK = re.compile("and|&|in|of|for|de|da|di|do|du|la|le|van|von|der|den|bin|ibn")
_CREDIT_PARTS = re.compile(r"[/,|]|\b(?:By|BY|in|for|of)\b")
_DATELINE = re.compile(r"[^\W\d_][^\d:;!?]{1,38}\s?[-–—]")


class _Size(NamedTuple):
    """The most a line may hold and still be taken for what it looks like; longer ones are prose."""

    letters: int
    words: int

    def holds(self, text: str) -> bool:
        return len(text) <= self.letters and len(text.split()) <= self.words


_CAPITALS = _Size(letters=100, words=8)
_FURNITURE_LINE = _Size(letters=60, words=12)
_DATELINE_LINE = _Size(letters=42, words=6)
_PICTURE_CREDIT = _Size(letters=80, words=8)
_SLASHED_LINE = _Size(letters=60, words=12)
_BYLINE_LINE = _Size(letters=84, words=14)
_CAPTION_WORDS_BEFORE_AGENCY = 6
"""Fewer words before `(AFP)` are the name of something, not a picture's description."""
_LETTERS_A_WORD = 50
"""More letters a word than this on the average, and the line is no language."""
_LETTERS_IN_CAPITALS = 5
"""Fewer letters are an abbreviation, not a subhead."""
_ABBREVIATED = 4
"""A word of no more letters before a point may be a title: `Prof.`"""


def word_count(text: str) -> int:
    """Count words between blanks, and two signs of a script without blanks as one."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // 2


def ends_sentence(text: str) -> bool:
    """Whether the last thing, closing quotes aside, is the mark of a sentence's end."""
    return _SENTENCE_END.search(text) is not None


def first_sentence(text: str) -> str:
    """Cut after the first sentence; an initial or a short title (`Mr.`) does not end one."""
    for match in _INNER_END.finditer(text):
        word = _LAST_WORD.search(text[max(0, match.start() - 5) : match.start()])
        if word is None or len(word[0]) > _ABBREVIATED or (len(word[0]) > 1 and word[0].islower()):
            return text[: match.end()]
    return text


def is_prose(text: str, words: int = PROSE_WORDS) -> bool:
    """Whether it has at least so many words and ends a sentence."""
    return ends_sentence(text) and word_count(text) >= words


def is_headline(text: str, fewest: int = 4, most: int = 30) -> bool:
    """Whether it reads like a title: some words, no sentence.

    A title may ask a question and may end in an abbreviation; it is no date,
    no address and nothing in brackets.
    """
    if len(text) > _LETTERS_A_WORD * most or not fewest <= word_count(text) <= most:
        return False
    sentence = ends_sentence(text) and not (
        _ABBREVIATION_END.search(text) or _QUESTION_END.search(text)
    )
    if sentence or _CLAUSE_END.search(text) or first_sentence(text) != text:
        return False
    if _URL.search(text) or (text[0], text[-1]) in (("(", ")"), ("[", "]")):
        return False
    words = {word.casefold() for word in _WORD.findall(text)}
    return len(words) >= min(3, fewest) and not all(map(_DATE_WORD.fullmatch, words))


def is_capitals(text: str) -> bool:
    """Whether it is a short line all in capitals that ends no sentence."""
    if not text.isupper() or not _CAPITALS.holds(text):
        return False
    if ends_sentence(text) or _CLAUSE_END.search(text):
        return False
    return sum(map(len, _WORD.findall(text))) >= _LETTERS_IN_CAPITALS


def is_furniture(text: str) -> bool:
    """Whether it is one of a few phrases that only a web page says."""
    return _FURNITURE_LINE.holds(text) and text.casefold().strip(" .…!»›>*-") in _FURNITURE


def is_dateline(text: str) -> bool:
    """Whether it is a place in capitals with a dash after it, and nothing more."""
    if not text.isupper() or not _DATELINE_LINE.holds(text):
        return False
    return _DATELINE.fullmatch(text) is not None


def is_picture_credit(text: str) -> bool:
    """Whether it only says who a picture is from: `Photo: AP`."""
    if not _PICTURE_CREDIT.holds(text):
        return False
    return _CREDIT_ALONE.fullmatch(text) is not None and not ends_sentence(text)


def is_caption(text: str) -> bool:
    """Whether it ends in a picture's credit, `(Photo: AP)`, or is nothing else."""
    if len(text) > _LONGEST_CAPTION:
        return False
    if is_picture_credit(text):
        return True
    return without_picture_credit(text) != text


def without_picture_credit(text: str) -> str:
    """Take the credits in brackets from the end of a caption."""
    return _CREDIT_AT_END.sub("", text) if text.endswith(")") else text


def names_agency_at_end(text: str) -> bool:
    """Whether an agency in brackets ends a line of some words that is no sentence."""
    if len(text) > _LONGEST_CAPTION or not text.endswith(")"):
        return False
    match = _AGENCY_AT_END.fullmatch(text)
    # `… he said. (AFP)` is how some papers end their reports.
    return (
        match is not None
        and word_count(match["words"]) >= _CAPTION_WORDS_BEFORE_AGENCY
        and not ends_sentence(match["words"])
    )


def is_slashed_credit(text: str) -> bool:
    """Whether it is a paper or an agency and its places: `Reuters/Paris/Dubai`."""
    if "/" not in text or not _SLASHED_LINE.holds(text) or _SLASHED.fullmatch(text) is None:
        return False
    return all(_are_names(part.split()) for part in text.split("/"))


def is_byline(text: str) -> bool:
    """Whether it is `By` and up to a dozen words that are names, or one known agency."""
    match = _BYLINE.fullmatch(text) if _BYLINE_LINE.holds(text) else None
    if match is None:
        return False
    names = match["names"].replace(",", " ").split()
    fewest = 1 if agency_in_credit(text) else 2
    return fewest <= len(names) <= 12 and _are_names(names)


def source_in_credit(text: str) -> str | None:
    """Read the paper or agency from a credit line; `None` from one that names persons only."""
    agency = agency_in_credit(text)
    if agency is None and is_slashed_credit(text):
        return text.split("/", maxsplit=1)[0].strip()
    return agency


def agency_in_credit(text: str) -> str | None:
    """Read the name of a news agency that everyone knows from a credit line."""
    parts = (part.strip() for part in _CREDIT_PARTS.split(text))
    return next((part for part in parts if _AGENCY.fullmatch(part)), None)


def _are_names(words: list[str]) -> bool:
    return words[0][0].isupper() and all(
        word[0].isupper() or _NAME_LINK.fullmatch(word) for word in words
    )

"""Find what a page says about itself: menus, pleas, share links, rights.

In: the texts of the paragraphs and where a story begins and ends. Out:
numbers of paragraphs. No one word makes furniture: several weak cues must
come together, and at the edge of the page. In doubt a paragraph is left to
the story, for furniture is kept out of a comparison.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Container, Sequence, Set
from typing import NamedTuple

from tui.article.roles.looks import Size, ends_sentence, is_headline, is_prose, words_of

HEAD, TAIL = 40, 60
"""Paragraphs from either end of a story in which furniture is looked for."""

SURE = 4
"""Weight of cues (0 to 15) from which a line at the foot of a page is furniture."""
SURE_SENTENCES = 7
"""The same for a paragraph that ends a sentence; lower, and letters to readers are lost."""
ALONE = 6
"""Weight from which one line is furniture when there is no other: the last
line of a manual can also say `Subscribe to the list`."""
TOUCHING = 2
"""Weight that is enough for a line right above or below other furniture."""
TOUCHING_SENTENCES = 4
"""The same for a paragraph that ends a sentence."""

BANNER = 5
"""Weight from which a paragraph above the story that begins as cookie banners do is one."""

_MOST_PAGE_WORDS = 6
"""Page words of one paragraph that are counted; more prove nothing more."""
_WITNESSES = 12
"""Paragraphs above the foot whose words are the story's own, so that they are no cue."""
_USED = 2
"""Of these, how many must use a word to make it the story's own."""
_WITNESSED = 2_400
"""Letters of a paragraph of prose that are looked at."""
_LONGEST = 600
"""Letters of the longest paragraph that can be furniture."""
_LINE = Size(letters=100, words=14)
_PHRASE = Size(letters=60, words=12)
_LISTED = Size(letters=150, words=25)
_TITLE_LINES = 8
"""Paragraphs from the first in which a letter shows itself as one."""

_PHRASES = re.compile(
    r"(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation)|(?:back|return) to (?:the )?top|"
    r"advertisements?|(?:story|article) continues below(?: advertisement)?|"
    r"continue reading the main story|comments are closed(?: for this (?:article|story|post))?|"
    r"(?:leave|post) a comment|(?:log|sign) in to (?:post a )?comment|"
    r"share (?:this (?:article|story|page)|(?:this )?on (?:facebook|twitter|linkedin|whatsapp))|"
    r"(?:sign up for|subscribe to) our newsletters?|click here to subscribe"
)
_LABEL = re.compile(
    r"(?:related|recommended) (?:articles?|stories|news|content|coverage|links|posts|videos)|"
    r"most (?:read|popular|viewed|shared|watched|commented)(?: [\w ]{1,30})?|read next|"
    r"read more(?::.*)?|"
    r"more (?:on this story|from [\w ]{1,40})|you (?:may|might) also like|photo gallery|"
    r"recommended for you|(?:watch|listen|video|audio): .+|(?:share|like) this:|"
    r"editor[’']s picks|trending now",
    re.IGNORECASE,
)
_WEAK_LABEL = re.compile(
    r"(?:topics|tags|filed under|related|recommended|trending)\b.*", re.IGNORECASE
)
_RIGHTS = re.compile(
    r"(?:(?:copyright|©|\(c\))\W.*\b(?:19|20)\d\d\b|(?:copyright )?©|all rights reserved\W*$).*",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"\b(?:warrant(?:y|ies)|redistribut\w+|permission is|public licen[cs]e|the licen[cs]e|"
    r"licen[cs]ed under)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"(?:from|to|subject|cc|reply-to|message-id): .*|(?:dear|hi|hello)\b.{0,60},", re.IGNORECASE
)
_TOLD = re.compile(
    r"[“”„«»\"]|^[-–—*•‣·]|^\(?\d{1,3}[.)]\s|[\w.]@\w+\.\w|"
    r"\b(?:said|says|told|asked|according|was|were|had|he|she|his|her|him|they|their|i|my|mrs?)\b",
    re.IGNORECASE,
)

# Without the signs of code and of tables: `print(content)`.
_FRAMED = re.compile(r"(?:[^\W\d_a-z]|\d{1,3} )[^\W\d_a-z]?[\w ,.'’&!?|·›>/-]*(?:\(\d{1,4}\))?")
_PAGE_WORD = re.compile(
    r"©|\b(?:newsletters?|inbox|subscri(?:be|bers?|ptions?)|cookies?|comments?|advertis\w+|"
    r"sponsored|republish(?:ing|ed)?|repr(?:int(?:s|ed)?|oduction)|syndication|copyright|"
    r"rights reserved|facebook|twitter|instagram|linkedin|whatsapp|pinterest|reddit|telegram|"
    r"youtube|tiktok|social media|tweet|shares?|log ?in|sign(?:ed|ing)? (?:up|in|me up)|register|"
    r"account|apps?|browser|javascript|web ?sites?|privacy policy|rss|podcasts?|notifications?|"
    r"terms (?:of (?:use|service)|and conditions)|contact us|about us|donat(?:e|ion)|(?:latest )?"
    r"alerts|e-?mail address|(?:latest|breaking) news|external (?:sites|links|linking)|"
    r"this (?:article|story|page|site|content|form)|our (?:content|journalism|readers|stories)|"
    r"click(?:ing)? here|can be found here|required fields|menu|gallery)(?!\w)",
    re.IGNORECASE,
)
_PLEA = re.compile(
    r"(?:please |want |already )?(?:sign (?:up|in|me)|log in|subscribe|follow us|like us|join us|"
    r"click|tap|share (?:this|on|via|or)|stay (?:informed|up to date|in touch|tuned)|"
    r"get (?:the|our|breaking)|download (?:our|the)|support (?:our|us)|donate|become a|"
    r"enter your|accept all|manage (?:cookies|settings|your)|read (?:more|our|about)|watch(?: live|"
    r":)|listen|leave a|post a?|report (?:this|a)|cancel|register|enable|join the|buy the|"
    r"a subscriber)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:please|to learn more|find out more|read about|you agree|sign(?:ing)? up|subscribe|"
    r"support us)\b",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:you|your|yours|us|our|we|me)\b", re.IGNORECASE)
_BANNER = re.compile(r"(?:we|our|by|this (?:web ?)?site)\b.*\bcookies?\b", re.IGNORECASE)

# A line of nothing but such words is from a page's frame: `Print this article`.
# Those of the second list prove nothing among themselves: `This is the life`.
_TELLING = frozenset(
    words_of(
        "accept advertise advertisement app business comment comments cookie cookies donate email "
        "facebook favourites friend home inbox instagram javascript linkedin loading log login "
        "menu navigation newsletter newsletters opinion pinterest podcast politics preferences "
        "print privacy reddit register reply rss search share shares sign skip sport subscribe "
        "subscriber subscription telegram terms tiktok tweet twitter whatsapp youtube"
    )
)
_FRAME = _TELLING | frozenset(
    words_of(
        "a about account add alerts all already article articles back blog browse browser "
        "by cancel click close closed conditions contact content continue copy culture "
        "current delete download e edition en enable english feed follow font from gallery "
        "get help here in is it join latest leave life lifestyle like link listen live "
        "magazine main manage me media min minute minutes more new news no now of on or our "
        "page photo photos please policy popular post read reading report save science "
        "section sections settings site size social sports story tech technology the this "
        "to top travel up us use via video videos view views watch weather website will "
        "with world yes you your"
    )
)


class _Weight(NamedTuple):
    """How much speaks for one paragraph being furniture."""

    cues: int
    """All cues together."""
    framed: bool
    """Whether it has no words but those of a page's frame."""
    sentences: bool
    """Whether it ends a sentence."""

    @property
    def sure(self) -> bool:
        return self.cues >= (SURE_SENTENCES if self.sentences else SURE)

    @property
    def touching(self) -> bool:
        return self.cues >= (TOUCHING_SENTENCES if self.sentences else TOUCHING)


_NOTHING = _Weight(cues=0, framed=False, sentences=True)


def is_phrase(text: str) -> bool:
    """Whether it is one of a few phrases that only a page says, wherever it stands."""
    return (
        _PHRASE.holds(text) and _PHRASES.fullmatch(text.casefold().strip(" .…!»›>*-")) is not None
    )


def at_head(texts: Sequence[str], known: Container[int]) -> set[int]:
    """Find furniture above the story's first prose; `known` paragraphs are something else.

    A headline can speak of newsletters, too. So only lines that hold no other
    words than a page's frame are taken, and none unless another line is left
    to be the headline.
    """
    if any(_LETTER.fullmatch(text[:_LONGEST]) for text in texts[:_TITLE_LINES]):
        return set()
    framed: dict[int, _Weight] = {}
    banners: set[int] = set()
    headline = False
    end = 0
    for number, text in enumerate(texts[:HEAD]):
        end = number + 1
        if number in known:
            continue
        weight = _weigh(text, frozenset())
        if weight.cues >= BANNER and _BANNER.match(text):
            banners.add(number)
        elif is_prose(text):
            break
        elif weight.framed:
            framed[number] = weight
        else:
            headline = headline or is_headline(text)
    if not headline:
        return set()
    found = {number for number in range(end) if number in banners or is_phrase(texts[number])}
    # One line alone could be a heading; two make a menu, if one is more than `News`.
    for number, weight in framed.items():
        below = framed.get(number + 1, _NOTHING)
        if below.framed and weight.cues + below.cues > 2 * TOUCHING:
            found |= {number, number + 1}
    return found | _touching(framed, found)


def at_tail(texts: Sequence[str], start: int, stop: int, known: Container[int]) -> set[int]:
    """Find furniture below the last prose of the story that is `texts[start:stop]`.

    `known` paragraphs are something else. A word that the story itself uses
    is no cue, and a letter or a licence has no furniture.
    """
    foot = _foot(texts, start, stop)
    if not foot:
        return set()
    above = texts[max(start, foot.start - _WITNESSES) : foot.start]
    opening = texts[start : min(start + _TITLE_LINES, stop)]
    if not any(map(is_prose, above)) or any(_LETTER.fullmatch(text[:_LONGEST]) for text in opening):
        return set()
    uses = Counter(word for text in above for word in _page_words(text[:_WITNESSED]))
    own = frozenset(word for word, paragraphs in uses.items() if paragraphs >= _USED)
    weights = {n: _weigh(texts[n], own) for n in foot if n not in known}
    found = {n for n in foot if is_phrase(texts[n])}
    sure = {n for n, weight in weights.items() if weight.sure}
    found |= {n for n in sure if weights[n].cues >= ALONE or len(sure | found) > 1}
    found |= _listed(texts, weights, company=bool(found))
    found |= _touching(weights, found)
    texts_of_law = (*opening, *above, *(texts[n] for n in foot))
    if not any(_LICENCE.search(text[:_WITNESSED]) for text in texts_of_law):
        rights = {n for n in weights if _LISTED.holds(texts[n]) and _RIGHTS.fullmatch(texts[n])}
        found |= rights | _touching(
            {n: weight for n, weight in weights.items() if not weight.sentences}, rights
        )
    return found


def _foot(texts: Sequence[str], start: int, stop: int) -> range:
    """Find the paragraphs below the last one that ends a sentence and has few cues."""
    first = stop
    while first > max(start, stop - TAIL):
        text = texts[first - 1]
        if ends_sentence(text) and not (
            _weigh(text, frozenset()).touching
            or is_phrase(text)
            or _RIGHTS.fullmatch(text[:_LONGEST])
        ):
            break
        first -= 1
    return range(first, stop)


def _listed(texts: Sequence[str], numbers: Collection[int], *, company: bool) -> set[int]:
    """Find labels such as `Related articles`, and the lines below them.

    `Topics` could also be a heading; it is a label only in the company of
    other furniture.
    """
    found = set()
    listing = False
    for number in sorted(numbers):
        text = texts[number]
        if not _LISTED.holds(text) or ends_sentence(text) or number - 1 not in numbers:
            listing = False
        if _LABEL.fullmatch(text[:_LONGEST]) or (company and _WEAK_LABEL.fullmatch(text)):
            listing = True
        if listing:
            found.add(number)
    return found


def _touching(weights: dict[int, _Weight], found: Set[int]) -> set[int]:
    """Find what stands next to furniture, and next to that."""
    touched: set[int] = set()
    for numbers, step in ((sorted(weights), -1), (sorted(weights, reverse=True), 1)):
        for number in numbers:
            if weights[number].touching and (number + step in found or number + step in touched):
                touched.add(number)
    return touched


def _weigh(text: str, own: Set[str]) -> _Weight:
    if len(text) > _LONGEST or _TOLD.search(text):
        return _NOTHING
    sentences = ends_sentence(text)
    page_words = len(_page_words(text) - own)
    short = _LINE.holds(text)
    words = set(words_of(text)) if short else set()
    framed = bool(words) and words <= _FRAME and _FRAMED.fullmatch(text) is not None
    telling = framed and any(word[:6] not in own for word in words & _TELLING)
    if framed and (not telling or len(words) == 1):
        return _Weight(TOUCHING + telling, framed, sentences)
    if not page_words and not framed:
        return _NOTHING._replace(sentences=sentences)
    cues = (
        SURE * framed
        + min(page_words, _MOST_PAGE_WORDS)
        + 2 * (_PLEA.match(text) is not None)
        + (_ASKS.search(text) is not None)
        + (_READER.search(text) is not None)
        + (short and not sentences)
    )
    return _Weight(cues, framed, sentences)


def _page_words(text: str) -> set[str]:
    # Six letters, so that a word counts once in all its forms.
    return {word[:6].casefold() for word in _PAGE_WORD.findall(text)}

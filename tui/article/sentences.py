"""Cut a paragraph into sentences.

In: one paragraph's text. Out: one `Span` a sentence. What a sentence is compared by
is another package's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.article.model import Span

# Sentence_Terminal of the Unicode Character Database (PropList.txt), and the shad of Tibetan.
_SPACED = (
    ".!?\u2026\u0589\u061d-\u061f\u06d4\u0700-\u0702\u07f9\u0837\u0839\u083d\u083e\u0964\u0965"
    "\u0f0d\u0f0e\u1362\u1367\u1368\u166e\u1735\u1736\u17d4\u17d5\u1803\u1809\u1944\u1945"
    "\u1aa8-\u1aab\u1b5a\u1b5b\u1b5e\u1b5f\u1c3b\u1c3c\u1c7e\u1c7f\u203c\u203d\u2047-\u2049"
    "\u2cf9-\u2cfb\ua4ff\ua60e\ua60f\ua6f3\ua6f7\ua876\ua877\ua8ce\ua8cf\ua92f\ua9c8\ua9c9"
    "\uaa5d-\uaa5f\uaaf0\uaaf1\uabeb\u037e"
)
_UNSPACED = "\u104b\u3002\uff01\uff0e\uff1f\uff61\ufe12"
"""Burmese, Chinese, Japanese: the next sentence follows at once."""
_QUOTES = "\"'\u2018-\u201f\u00ab\u00bb\u2039\u203a\u300c-\u300f\uff02\uff07\uff62\uff63"
_CLOSING_QUOTES = "\"'\u2019\u201d\u00bb\u203a\u300d\u300f\uff02\uff07\uff63"
_OPENING_QUOTES = "\u2018\u201a\u201c\u201e\u00ab\u2039"
"""Marks that open in English and close in German: „Komm!“, »Komm!«."""
_CLOSING_BRACKETS = ")\\]}\u3009\u300b\u3011\uff09\uff3d"
_OPENING = "(\\[{\u3008\u300a\u3010\uff08\uff3b\u00bf\u00a1$\u00a3\u00a5\u20ac\u2010-\u2015-"
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"

_LONGEST = 40
"""Characters of the longest word or run of blanks that is looked at."""
_RUN = 200
"""Marks of the longest run that ends a sentence."""
_WINDOW = 50_000
"""Characters searched in one call, so that the interpreter is never held for long."""
_REACH = 2 * _RUN + 8 * _LONGEST
"""Characters that `_STOP` looks at, at most."""

_QUOTED = frozenset(_CLOSING_QUOTES + _OPENING_QUOTES)
_CLOSING = f"[{_CLOSING_QUOTES}{_CLOSING_BRACKETS}]"
_STOP = re.compile(
    rf"(?<![{_SPACED}{_UNSPACED}])(?P<mark>(?:[{_SPACED}{_UNSPACED}]|(?<=[{_GREEK}]);)"
    rf"(?:[ \u00a0\u202f]?[{_SPACED}{_UNSPACED}]){{0,{_RUN}}}+)"
    rf"(?P<closed>(?:{_CLOSING}|[{_OPENING_QUOTES}](?=[\s,;.])"
    # The blank of French quotation marks.
    rf"|[ \u00a0\u202f][\u00bb\u203a](?![^\s.,;])){{0,{_LONGEST}}}+"
    # The number of a footnote.
    r"(?:(?<=[^\W\d_]{3}[.!?])\d{1,3}+|\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,9})?+)"
    rf"(?:(?=\s)|(?<=[{_UNSPACED}])|(?<=[{_UNSPACED}]{_CLOSING})|(?<=[{_UNSPACED}]{_CLOSING}{{2}}))"
    rf"\s{{0,{_LONGEST}}}+(?=\S)"
    rf"(?=(?P<opened>(?:[{_QUOTES}{_OPENING}]\s?){{0,{_LONGEST}}}+)"
    rf"(?P<next>[^\W\d_]\)|\w{{0,{_LONGEST}}}))"
)
"""A mark that may end a sentence, and what follows it. The end of the text needs none."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEFORE_NAMES = _words("""
    mr mrs ms dr prof sen rep gov gen lt col capt cpt cmdr sgt maj adm rev hon fr pres supt
    messrs mss st ste mt ft vs v cf mme mmes mlle dra dras sr sra srta dott sig hr nr bzw vgl
    av avda ul ee z.b d.h e.g i.e डॉ श्री ул пр ។ល
""")
"""Abbreviations that end no sentence: a name or an example follows. Lower case, without the
last point; gathered by hand, as are the other lists, from English papers and the languages
that an English reader meets beside them."""
_BEFORE_FIGURES = _words("""
    no nos nr fig figs p pp vol vols ch chap chaps sec sect secs art arts eq eqs tab para paras
    par app ext dept n num núm kl ca c approx d b r v chem phys biol med soc sci lett § стр рис
""")
"""Abbreviations that end no sentence before a figure, or before one capital letter."""
_ANYWHERE = _words("""
    Inc Co Corp Ltd Plc Bros Jr Esq Dept Est Univ Assn Gov Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct
    Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Calif Ariz Tex Fla Mass Conn Penn Colo Okla Wash
    Ore Ill Ind Mich Minn Wis Kan Ave Blvd Rd Hwy Phys Chem Biol Med Sci Soc Lett Rev Math
    al ed eds trans ser руб тыс
""")
"""Abbreviations that end a sentence only where the next word is one that begins sentences. As
they are written: who is ill is not in Ill."""
_BEGINNERS = _words("""
    The A An This That These Those There Here He She It They We You I His Her Its Their Our Your My
    Who What Why When Where How Which If As But And Or Nor So Yet For In On At By To From With
    Without After Before Under Over Since While Although Because However Then Now Still Also Not No
    Nobody None Nothing Everyone Everybody Some Many Most Few All Each Both Another Such Once
    Even Only Perhaps Meanwhile Furthermore Moreover Therefore Thus Hence Finally Instead
    Later Er Sie Es Wir Das Il Elle Ils Elles On Он Она Оно Они Мы Это Его
""")
"""Words that seldom stand inside a name, and so begin a sentence when they have a capital."""
_AFTER_HOURS = _words("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    Eastern Central Mountain Pacific Greenwich EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT BST
    UTC CET CEST January February March April May June July August September October November
    December
""")
"""Words that may follow `10 a.m.` in its sentence."""
_AFTER_ORDINALS = _words("""
    Januar Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert
    Jahrhunderts Jh
""")
"""Words that may follow `3.` in its sentence, where the point makes an ordinal."""

_SAID = re.compile(
    rf"(?!(?:Then|And|But|So|When|As|After|Nobody|No)\b)(?:(?:Mrs?|Ms|Dr)\.\s)?(?:\w{{1,{_LONGEST}}}\s)"
    r"{1,2}(?:said|says|asked|asks|cried|added|replied|answered|shouted|whispered|yelled|wondered|"
    r"demanded|exclaimed|murmured|muttered|screamed|told|called|inquired|wrote)\b"
)
"""Who spoke, after a quotation: `Anna asked`."""
_POINTED = re.compile(r"(?:[^\W\d_]{1,3}\.\s?)*[^\W\d_]{1,3}")
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[^\W\d_])")


def _stops(text: str) -> Iterator[re.Match[str]]:
    """Every mark that may end a sentence, in order."""
    at = 0
    while at < len(text):
        until = at + _WINDOW
        # What begins later may be cut off by the end of the window.
        seen = until - _REACH if until < len(text) else until
        for found in _STOP.finditer(text, at, until):
            if found.start() >= seen:
                break
            yield found
            at = found.end()
        at = max(at, seen)


def _is_abbreviation(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the point found belongs to its word and not to the sentence from `start`."""
    at, after = found.start(), found["next"]
    before = text[max(start, at - _LONGEST) : at].rsplit(maxsplit=1)
    if not before:
        return False
    word = before[-1].lstrip("\"'\u2018\u2019\u201c\u201d\u00ab\u00bb([{\u2014\u2013-")
    if at - start <= _LONGEST and _NUMBER.fullmatch(text, start, at):
        return True
    if word.isdecimal():
        return len(word) < 3 and after in _AFTER_ORDINALS
    folded = word.casefold()
    if folded in ("a.m", "p.m"):
        return after in _AFTER_HOURS
    if folded in _BEFORE_NAMES:
        return True
    # `No. A car is…` is an answer.
    if folded in _BEFORE_FIGURES and (
        after[:1].isdecimal() or (len(after) == 1 and after.isupper() and folded != "no")
    ):
        return True
    if word in _ANYWHERE or len(word) == 1 or ("." in word and _POINTED.fullmatch(word)):
        return after not in _BEGINNERS
    return False


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the sentence from `start` ends at the mark found."""
    mark, closed, opened, after = found.group("mark", "closed", "opened", "next")
    first = after[:1]
    # Georgian has small letters only.
    if first.islower() and not "\u10d0" <= first <= "\u10ff" and not after.endswith(")"):
        return False
    if mark in (".", "\u17d4") and not closed:
        return not _is_abbreviation(text, start, found)
    if mark == "\uff0e":
        return "\u3040" <= text[found.start() - 1] <= "\u9fff"
    if closed[-1:] not in _QUOTED or opened:
        return True
    if first.isalpha() and first.lower() == first.upper():
        # Without capitals to go by, who speaks is more often told than not.
        return False
    return mark[-1] == "." or not _SAID.match(text, found.end())


def sentences_of(text: str) -> tuple[Span, ...]:
    """Cut one paragraph's `text` into sentences.

    Spans are in order and disjoint, have no blanks at their ends and hold
    every character that is no blank. A closing quote or bracket belongs to
    the sentence it closes; a quotation of several sentences is cut; one that
    its sentence goes on after (`“Stop!” she cried.`) is not. Text without a
    mark that ends a sentence is one sentence; blank text is none. Takes linear
    time and never holds the interpreter for long.
    """
    spans: list[Span] = []
    start = len(text) - len(text.lstrip())
    for found in _stops(text):
        if _ends(text, start, found):
            spans.append(Span(start, found.end("closed")))
            start = found.end()
    end = len(text.rstrip())
    if start < end:
        spans.append(Span(start, end))
    return tuple(spans)

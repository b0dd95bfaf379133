"""Tell the language of a text, or at least its script.

In: texts. Out: a tag as in BCP 47. Nothing is learnt or guessed from single
words: without a clear winner the script is all that is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

SAMPLE = 8_000
"""Characters from the beginning that are looked at."""

MAIN_ABOVE = 0.6
"""Share (0 to 1) of the letters from which a script is that of the text."""

KANA_ABOVE = 0.03
"""Share (0 to 1) of kana among East Asian letters that only Japanese has."""

FEWEST = 5
"""Common words of one language to find before it is named."""

COMMON_ABOVE = 0.15
"""Share (0 to 1) of all words that the common words of a language must make up."""

AHEAD = 3.0
"""How many times as many there must be of the words that only it has, as of
those that only another language has."""

# The first word of a letter's Unicode name. Scripts of one living language
# name it; of the others only themselves.
_SCRIPTS = {
    "LATIN": "und-Latn",
    "CYRILLIC": "und-Cyrl",
    "GREEK": "el",
    "HEBREW": "und-Hebr",
    "ARABIC": "und-Arab",
    "CJK": "und-Hani",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "und-Mymr",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "ETHIOPIC": "und-Ethi",
    "DEVANAGARI": "und-Deva",
    "BENGALI": "und-Beng",
    "GURMUKHI": "und-Guru",
    "GUJARATI": "gu",
    "ORIYA": "or",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "TIBETAN": "und-Tibt",
}

# The commonest small words of each language, written down for this program.
# A word that several languages share counts for all of them.
_COMMON_WORDS: Mapping[str, str] = {
    "en": "the of and to in that is was for it with as his on be at by had not are but from they "
    "which this have were their has he she will would an or been who you its if can",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es "
    "an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so oder "
    "zum war kann durch wenn haben ich wir",
    "fr": "le la les des et en un une du que qui dans est pour par il au sur pas plus ce se ne "
    "avec son sont aux elle mais ou ont cette ces été nous vous leur être fait comme sa ses de "
    "si peut",
    "es": "el la los las de y en que un una por con para del se al es su como más lo pero sus o "
    "este ha si sin sobre ya entre cuando también fue hay ser esta son no está nos puede",
    "it": "il di che la e in un una per è del della con non si le da al dei i gli alla sono nel "
    "come anche più ha dal lo ma delle ai questo nella degli se essere o su suo stato può",
    "pt": "o a os as de do da dos das e em que um uma para com não por no na se mais como foi ao "
    "seu sua ou ser são nos nas pelo pela mas tem à está também até isso ele você pode",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er die om ook als dan maar "
    "bij nog naar uit door over werd hij ze wordt of heeft kan deze worden zich tot wij je",
    "sv": "och att det som en på är av för med den till i inte om ett han men var jag sig från "
    "så vi har kan när eller de hade ska nu man också efter där under denna du",
    "da": "og at det som en på er af for med den til i ikke om et han men var jeg sig fra så vi "
    "har kan når eller de havde skal nu man også efter der denne blev ved hvis være hvor",
    "nb": "og at det som en på er av for med den til i ikke om et han men var jeg seg fra så vi "
    "har kan når eller de hadde skal nå man også etter der denne ble ved hvis være hvor",
    "fi": "ja on ei se että en hän oli mutta ovat kun niin myös sen jos tai kuin olla mitä joka "
    "ole vain tämä tämän sekä jotka voi ollut mukaan sitä vielä siitä",
    "pl": "i w na z się do nie to że o jest jak za od po ale przez tym dla są był oraz przy co "
    "jego który które może być tego ze lub tylko jako już",
    "cs": "a v se na je že s z do i o k ve pro za by ale si po jako jsou od nebo jeho tak být "
    "které který však jen pokud než byl také při není může",
    "hu": "a az és hogy nem is egy ez van meg azt de volt mint csak ha már még vagy ki el ezt "
    "kell minden lehet után szerint azonban nincs pedig lesz ami",
    "ro": "și de în la a cu pe care din nu că o un mai să pentru au este ce sau fi prin ale al "
    "lui după fost sunt dar această acest cum când dacă le se poate",
    "tr": "ve bir bu da de için ile olarak çok daha olan ne var gibi kadar sonra o ama en her mi "
    "değil ki veya ancak göre ya tarafından olduğu ise",
    "ca": "el la els les de del dels i en que un una per amb no es al als se com més són és aquest "
    "aquesta ha seu seva o si sense sobre ja entre quan també va ser està hi ho pot fer",
    "gl": "o a os as de do da dos das e en que un unha para con non por no na se máis como foi ao "
    "seu súa ou ser son nos nas pola polo pero ten á está tamén ata isto el vostede pode unhas",
    "sk": "a v sa na je že s z do i o k vo pre za by ale si po ako sú od alebo jeho tak byť ktorý "
    "ktoré však len pokiaľ nie bol tiež pri môže čo už",
    "sl": "in v je na se da za ne so z s od ki kot iz pri tudi bi ali po ni pa do kar lahko o biti "
    "ta bil še če med samo",
    "af": "die het en van in is dat op te nie met vir aan er wat om ook as dan maar by na uit deur "
    "oor hy sy word of kan hierdie moet was sal tot ek jy 'n",
    "vi": "và của là có cho không được các một với trong những đã này người để khi từ ở đến như "
    "tại về sẽ ra cũng thì nhưng bạn hoặc",
    # Neighbours that differ less in such words than authors do: Bosnian,
    # Croatian and Serbian; Indonesian and Malay.
    "und-Latn": "i u je na se da za od s su koji što kao iz ne ili po bi biti nije sa samo ako o "
    "do ali te kod više može će yang dan di dari untuk dengan ini itu pada adalah tidak dalam akan "
    "ke oleh juga atau sebagai telah ada dapat boleh mereka lebih bisa karena kerana saat",
    "ru": "и в не на что с по как но он из за для это от к у же его так то был они все или "
    "о при если может быть который только было также чтобы",
    "uk": "і в не на що з та до як але за це від у для його так був вони або про при якщо може "
    "бути який тільки було також щоб є й їх",
    "bg": "и на да в за от се не с е по са че как като но това до ще при или който бъде може "
    "към след който които само ако са беше",
    # Belarusian, Macedonian and Serbian.
    "und-Cyrl": "и у је на се да за од су који што као из не или по би бити није са само ако о до "
    "али више може ће во со не од ги го ова дека сите кои што ќе како е і ў на з не што да па як "
    "для гэта ад не быць калі або толькі",
}  # fmt: skip
_VOCABULARIES = {tag: frozenset(words.split()) for tag, words in _COMMON_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(texts: Iterable[str]) -> str | None:
    """Name the language that the beginning of the texts is in.

    The script decides where it belongs to one language (`ja`, `ko`, `el`,
    `th`); in Latin and Cyrillic letters the commonest words do, when one
    language has clearly more of them. Else the script alone is told:
    `und-Latn`, `und-Hebr`. Texts without letters, and those in no main script,
    give `None`.
    """
    sample = _sample(texts)
    script = _script_of(sample)
    if script not in ("und-Latn", "und-Cyrl"):
        return script
    return _language_by_words(sample) or script


def _sample(texts: Iterable[str]) -> str:
    pieces, room = [], SAMPLE
    for text in texts:
        pieces.append(text[:room])
        room -= len(text) + 1
        if room <= 0:
            break
    return unicodedata.normalize("NFC", " ".join(pieces)).casefold()


def _script_of(sample: str) -> str | None:
    # Each letter is looked up once, however often it occurs.
    letters = {letter: sample.count(letter) for letter in set(sample) if letter.isalpha()}
    scripts: Counter[str] = Counter()
    for letter, times in letters.items():
        name = unicodedata.name(letter, "").split(" ", 1)[0]
        scripts[_SCRIPTS.get(name, "")] += times
    kana, signs = scripts["ja"], scripts["und-Hani"]
    if kana and kana >= KANA_ABOVE * (kana + signs):
        scripts["ja"] += scripts.pop("und-Hani", 0)
    if not scripts:
        return None
    script, times = scripts.most_common(1)[0]
    return script if script and times >= MAIN_ABOVE * scripts.total() else None


def _language_by_words(sample: str) -> str | None:
    words = Counter(_WORD.findall(sample))
    found = {tag: words.keys() & vocabulary for tag, vocabulary in _VOCABULARIES.items()}

    def times(of: Iterable[str]) -> int:
        """How often words of a set occur."""
        return sum(map(words.__getitem__, of))

    best = max(found, key=lambda tag: times(found[tag]))
    if times(found[best]) < max(FEWEST, COMMON_ABOVE * words.total()):
        return None
    # What two languages share tells nothing of which it is.
    ahead = all(
        times(found[best] - other) >= AHEAD * times(other - found[best]) for other in found.values()
    )
    return best if ahead else None

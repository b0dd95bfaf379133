"""Tables of house style: spellings, variants, abbreviations, numbers, days, units.

Comes in: keys of words, as `tui.compare.words` folds them. Goes out: what each means
whichever house wrote it. May import: nothing of the program.
The tables themselves are the text files beside the code, made to be read and
extended; each names its sources.
"""

from tui.compare.tables.common import is_common
from tui.compare.tables.model import Tables, built_in
from tui.compare.tables.values import Entries, Keys, Number, Time

__all__ = ["Entries", "Keys", "Number", "Tables", "Time", "built_in", "is_common"]

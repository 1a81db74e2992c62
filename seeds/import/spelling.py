"""What Arabic spelling tells about a name: how it folds, whose language it is, which way it runs."""

import difflib
import re
import unicodedata

ARABIC = re.compile("[\u0621-\u064a]")
# Marks, tatweel, and controls of direction and joining.
MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# Only letters of Arabic, and what may stand between them in a name.
PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a0-9 -]+")
# Letters and endings that Persian, Kurdish and Urdu names lack when written in the basic alphabet.
ONLY_ARABIC = re.compile("[\u0643\u064a\u0629\u0649\u0623\u0625\u0624\u0626]")
# Beyond repair: teh marbuta or alef maqsura first, a letter three times, two articles.
BROKEN = re.compile(r"\b[ةى]|(.)\1\1|\bالال")
PERSIAN_HEADS = ("استان ", "شهرستان ", "ضلع ", "بندر ", "شهر ", "بخش ")
# Consonants of both scripts as coarse sounds.
SOUNDS = dict(zip("بتثجدذرزسشصضطظفقكلمنغخ", "btsgdzrzsssdtzfkklmngk")) | dict(zip("bptcsjgdrzxfvkqlmn", "bbtksggdrzsffkklmn"))
FOLD = str.maketrans("أإآٱىةؤئ", "ااااي\u0647وي", "ء")


def fold(text):
    """The letters that matching compares, about as `Normalizer::search` has them."""
    text = MARKS.sub("", text).translate(FOLD)
    return " ".join(re.sub("[^\u0621-\u064a0-9 ]", " ", text).split())


def clean(text):
    """A name without marks, controls and what stands in brackets; empty when it is no Arabic name."""
    text = unicodedata.normalize("NFC", MARKS.sub("", text))
    text = re.sub(r"\s*[(（].*?[)）]", "", text)
    text = " ".join(text.split()).strip(" -")
    if not ARABIC.search(text) or not PLAIN.fullmatch(text) or BROKEN.search(text):
        return ""
    return text


def backwards(text, latin):
    """Whether a name was stored from its last letter to its first, by the consonants of its Latin name."""
    spelled, heard = ("".join(SOUNDS.get(letter, "") for letter in word) for word in (fold(text), latin.lower()))
    likeness = [difflib.SequenceMatcher(None, heard, way).ratio() for way in (spelled, spelled[::-1])]
    return likeness[1] > likeness[0]


def turn(text):
    """A name stored backwards, in its order. Lam-alef stayed as it was, except for the article's."""
    words = (re.findall("ل[أإآ]|لا(?=.)|.", word) for word in text.split())
    return " ".join(reversed(["".join(reversed(word)) for word in words]))


def is_arabic(text, at_home):
    """Whether an untagged name in the basic alphabet is Arabic, not Persian or Urdu.

    Outside Arab countries one letter must be one that those two do not use.
    """
    if text.startswith(PERSIAN_HEADS) or any(word[0] == "ئ" or word.count("أ") > 1 for word in text.split()):
        return False
    return at_home or bool(ONLY_ARABIC.search(text))


def care(text):
    """How many letters keep a distinction that hasty spelling drops; the display name has most."""
    return sum(letter in "أإآةىؤئ" for letter in text)

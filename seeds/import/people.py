"""Persons by their whole names, and parts of persons' names."""

import collections
import json
import re
import sqlite3
from dataclasses import dataclass

from bodies import identifier
from spelling import ARABIC, PLAIN, clean, fold

# How many people of an Arab country must bear a part; one or two are as often a slip.
FEWEST = 3
# How many words a whole name has; a single one is borne by many.
WORDS = range(2, 5)
# What is said of a ruler after the name: `ملك فرنسا`.
RANK = re.compile(" (ملك|ملكة|إمبراطور|إمبراطورة|دوق|دوقة|إيرل|أمير|أميرة|قيصر|سلطان|بارون|كونت|لورد|ماركيز|رئيس|زوجة)( .*|$)")
# What else the table of people holds: families, bands, saints that are towns, peoples by descent.
OTHER = {"عائلة", "فرقة", "آل", "بنو", "الأخوان", "الإخوة", "من", "سان", "سانت"}
# Titles that stand after the name.
LAST = {"باشا", "بك", "بابا"}


@dataclass
class Person:
    """Somebody, by id and name."""

    id: str
    name: str
    source: str


def whole(folders, titles, curated):
    """Well-known people of the world, then citizens of Arab countries; `curated` are names in careful spelling."""
    table = json.loads((folders["arwikicats"] / "ArWikiCats/jsons/people/peoples.json").read_text(encoding="utf-8"))
    careful = collections.Counter(word for name in curated for word in name.split())
    for key, value in sorted(table.items()):
        words = RANK.sub("", clean(value)).split()
        careful.update(words)
        while words and is_title(words[0], titles):
            words = words[1:]
        if len(words) in WORDS and OTHER.isdisjoint(words) and words[-1] not in LAST:
            yield Person(identifier("arwikicats", key), " ".join(words), "arwikicats")
    spelling = {}
    for word, _ in sorted(careful.items(), key=lambda item: item[1]):
        spelling[fold(word)] = word
    yield from citizens(folders, spelling, titles)


def citizens(folders, spelling, titles):
    """Persons of one Arab country whom English and French write differently: they are known abroad, and one person.

    The package has folded names; one with a word whose careful spelling nobody knows is left out.
    """
    database = sqlite3.connect(folders["romanizer"] / "arabic_name_romanizer/resources/names.sqlite3")
    rows = database.execute(
        "select arabic_key, min(latin) from full_names"
        " where source = 'wikidata' and country not in ('IR', 'PK', 'AF')"
        " group by 1 having count(distinct country) = 1 and count(*) > 1 order by 1"
    ).fetchall()
    database.close()
    for key, latin in rows:
        words = [spelling.get(fold(word), word if is_careful(word) else "") for word in key.split()]
        titled = key.startswith("ال") and is_title(key.split()[0], titles) or words[-1] in LAST
        if len(words) in WORDS and all(words) and PLAIN.fullmatch(key) and not titled:
            yield Person(identifier("romanizer", latin), " ".join(words), "romanizer")


def is_title(word, titles):
    """Whether a word is a title, with the article or without: `البابا`, `باشا`."""
    return fold(word) in titles or fold(word).removeprefix("ال") in titles


def is_careful(word):
    """Whether a folded word can be spelt in one way only: no bare alef first, no heh or yeh last."""
    bare = word.removeprefix("ال")
    return not (bare.startswith("ا") or word.endswith(("ه", "ي", "ا")))


def arab(folders):
    """By folded part: how many bear it as given name, and how many as family name."""
    counts = collections.defaultdict(lambda: [0, 0])
    database = sqlite3.connect(folders["romanizer"] / "arabic_name_romanizer/resources/names.sqlite3")
    rows = database.execute(
        "select arabic_key, role, sum(count) from units"
        " where source = 'wikidata' and country not in ('IR', 'PK', 'AF') group by 1, 2"
    )
    for part, role, count in rows:
        if PLAIN.fullmatch(part) and role in ("given", "surname"):
            counts[fold(part)][role == "surname"] += count
    database.close()
    return {part: (given, family) for part, (given, family) in counts.items() if given + family >= FEWEST}


def world(folders):
    """Names of persons in Arabic letters, folded; nothing says which part they are."""
    parts = set()
    path = folders["rigour"] / "rigour/data/names/persons.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        for name in line.partition("=>")[0].split(","):
            name = name.strip()
            if ARABIC.search(name) and PLAIN.fullmatch(name):
                parts.add(fold(name))
    return parts


def known(folders):
    """The first and the last words of the names of well-known people, folded."""
    table = json.loads((folders["arwikicats"] / "ArWikiCats/jsons/people/peoples.json").read_text(encoding="utf-8"))
    names = [fold(clean(name)).split() for name in table.values()]
    names = [name for name in names if 2 <= len(name) <= 3 and not any(word.isdigit() for word in name)]
    return {name[0] for name in names}, {name[-1] for name in names}


def parts(arab, world, first, last):
    """Rows of the table of name parts: the word, its place, whether it is an ordinary word too, the source."""
    roles = {}
    for part, (given, family) in arab.items():
        # A part that one in ten bears in the other place can stand in both.
        roles[part] = "given" if given > 9 * family else "family" if family > 9 * given else "both"
    for part in world & (first | last):
        roles.setdefault(part, "both" if part in first and part in last else "given" if part in first else "family")
    # Names of women with the feminine ending are participles and adjectives; three letters are soon another word.
    common = {part for part in roles if len(part) == 3 or part.endswith(("\u0647", "ات"))}
    return [
        [part, role, "yes" if part in common else "", "romanizer" if part in arab else "rigour"]
        for part, role in sorted(roles.items())
        if len(part) > 2
    ]

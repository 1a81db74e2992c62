"""Parts of persons' names."""

import collections
import json
import sqlite3

from spelling import ARABIC, PLAIN, clean, fold

# How many people of an Arab country must bear a part; one or two are as often a slip.
FEWEST = 3


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

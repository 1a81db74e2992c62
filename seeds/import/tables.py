"""Merging what the packages give with the curated tables, which win, and writing the result."""

import csv
import sys
from dataclasses import dataclass, field

from flags import SEEDS
from spelling import fold

PLACES = {"GPE", "LOC", "FAC"}
HEADER = ["id", "kind", "name", "aliases", "flag", "source"]
MARKS = {"always": "!", "context": "?", "never": "~"}


@dataclass
class Row:
    """A row of an imported table; forms are (text, flag), the name first."""

    id: str
    kind: str
    forms: list
    source: str

    def cells(self):
        (name, flag), *aliases = self.forms
        # An alias has a mark only where its flag is not the entry's.
        marked = [text if own == flag else MARKS[own] + text for text, own in aliases]
        return [self.id, self.kind, name, "|".join(marked), "" if flag == "always" else flag, self.source]


@dataclass
class Curated:
    """The forms of the hand-made tables, folded."""

    by_kind: dict = field(default_factory=dict)  # kind -> form -> (id, name)
    teams: set = field(default_factory=set)  # the forms of teams that need context

    @classmethod
    def read(cls):
        curated = cls()
        for path in sorted((SEEDS / "gazetteer").glob("*.tsv")):
            if path.name.startswith("imported_"):
                continue
            with open(path, encoding="utf-8", newline="") as rows:
                for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
                    if row.get("name") and row.get("kind"):
                        curated.add(row)
                    if path.name == "clubs.tsv":
                        curated.teams |= {fold(form[1:]) for form in row["aliases"].split("|") if form.startswith("?")}
        return curated

    def add(self, row):
        forms = self.by_kind.setdefault(row["kind"], {})
        for form in [row["name"], *row["aliases"].split("|")]:
            forms.setdefault(fold(form.lstrip("?~!=")), (row["id"], row["name"]))

    def place(self, form):
        """The curated place with a form."""
        found = self.of("GPE", form)
        return found and found[:2]

    def of(self, kind, form):
        """The curated entry of a kind with a form, places of any kind alike: its id, name and kind."""
        folded = fold(form)
        kinds = sorted(PLACES) if kind in PLACES else [kind]
        found = ((*self.by_kind[kind][folded], kind) for kind in kinds if folded in self.by_kind.get(kind, {}))
        return next(found, None)

    def places(self):
        """Every form of a curated place, folded."""
        return {form for kind in PLACES for form in self.by_kind.get(kind, {})}

    def body(self, form):
        """The curated organisation with a form, be it after the noun that introduces it."""
        bodies = self.by_kind.get("ORG", {})
        return bodies.get(fold(form)) or bodies.get(fold(form.removeprefix("نادي ")))

    def is_other(self, form, kinds):
        """Whether a form is one of a curated entry of none of these kinds; teams may have the names of their cities."""
        folded = fold(form)
        return any(folded in forms for kind, forms in self.by_kind.items() if kind not in kinds) and not (
            kinds == PLACES and folded in self.teams
        )


def flagged(names, flags, curated, kinds, large=False):
    """Forms with their flags; what is also something curated of another kind needs context."""
    forms = []
    for name in names:
        flag = flags.of(name, large)
        if flag == "always" and curated.is_other(name, kinds):
            flag = "context"
        forms.append((name, flag))
    return forms


def write(path, header, lines):
    """Writes a table whose lines are sorted."""
    path.write_text("".join("\t".join(cells) + "\n" for cells in [header, *lines]), encoding="utf-8")
    print(f"seeds/{path.relative_to(SEEDS)}: {len(lines)} rows", file=sys.stderr)

"""The rule that says how sure an imported name is when it stands alone.

A form of one word is

* `never` when it is a particle, a verb, an adjective, a nationality, or a word
  that the grammars read, such as a cue noun or a title, with or without the
  article (`كان`, `سوف`, `دون`, `العاصمة`, `العليا`);
* else `context` when it is another ordinary word of ours, with an ending or the
  article or a proclitic or without, a part of persons' names, or when it has
  fewer than four letters; of a large place only our own parts of names count;
* else `always`;

but where the words that are frequent in running text were read one by one,
`reviewed.tsv` says what they are.

A form of several words is `context` when each of its words is an ordinary one or a part of a person's name,
the first is none that names of places begin with, and none is the name of a place that we have curated.
"""

import csv
from pathlib import Path

from spelling import fold

SEEDS = Path(__file__).resolve().parent.parent
PROCLITICS = ("و", "ف", "ب", "ل", "ك", "س", "ال", "وال", "بال", "لل", "فال", "كال")
ENDINGS = ("ه", "ات", "ون", "ين", "ان", "ي", "يه", "ها", "هم", "نا", "ا")
# What names of places begin with; the noun after it is often an ordinary one: `وادي السير`, `بني عبيد`.
PLACE_HEADS = {"سان", "سانت", "سانتا", "بورت", "نيو", "بني", "كفر", "تل", "وادي", "حلق", "اولاد", "عين", "بير", "دير", "ميت",
               "ساقيه", "لوا", "فم", "منطقه", "مدينه", "جبل", "جزيره", "جزر"}  # fmt: skip
NEVER = {"function", "locative", "adverb", "adjective", "institutional"}


def table(path):
    with open(SEEDS / path, encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


class Flags:
    """What the tables of seeds/ say about words."""

    def __init__(self, bearers):
        """`bearers` are the parts of persons' names that the packages know, folded."""
        self.bearers = bearers
        words = table("lexicon/words.tsv")
        self.nouns = {fold(row["word"]) for row in words if row["class"] not in NEVER}
        # Words of the grammars, and what can be no name.
        self.fixed = {fold(row["word"]) for row in words if row["class"] in NEVER}
        for name in ("cues", "titles", "units", "months", "time", "numbers", "weekdays", "currencies"):
            self.fixed |= {fold(row["word"]) for row in table(f"lexicon/{name}.tsv")}
        self.fixed |= {fold(row["portfolio"]) for row in table("lexicon/portfolios.tsv")}
        for row in table("lexicon/verbs.tsv"):
            past, present = fold(row["past"]), fold(row["present"])
            self.fixed |= {past, past + "ت", past + "وا", present, "ت" + present[1:], "ن" + present[1:]}
        self.peoples = {
            fold(form)
            for row in table("gazetteer/nationalities.tsv")
            for form in f"{row['nisba']}|{row['plural']}".replace("?", "").split("|")
        }
        self.located = {
            fold(form)
            for name in ("countries", "cities")
            for row in table(f"gazetteer/{name}.tsv")
            for form in [row["name"], *row["aliases"].split("|")]
            if row["flag"] == "" and form[:1] not in "?~="
        }
        self.parts = {fold(row["word"]) for row in table("lexicon/names.tsv")}
        self.reviewed = {fold(row["word"]): row["flag"] for row in table("import/reviewed.tsv")}

    def of(self, name, large=False):
        """`always`, `context` or `never`; a `large` place is always one although foreigners bear its name."""
        word = fold(name)
        reviewed = self.reviewed.get(word)
        if reviewed in ("always", "never"):
            return reviewed
        words = word.split()
        if len(words) > 1:
            sure = words[0] in PLACE_HEADS or not self.located.isdisjoint(words)
            common = not sure and all(self.is_common(word) for word in words)
            return "context" if common or reviewed else "always"
        bare = word.removeprefix("ال")
        if self.fixed & {word, bare, bare + "ه", bare.removesuffix("ه"), bare.removesuffix("ا")} or bare in self.peoples:
            return "never"
        borne = word in self.bearers and not large
        return "context" if reviewed or borne or len(bare) < 4 or self.is_common(word) else "always"

    def is_free(self, part):
        """Whether a part of a name is no other word of ours, in any form that the grammars read."""
        if " " in part:
            return True
        common = self.is_common(part) or part.removeprefix("ال") in self.fixed | self.nouns
        return not common and self.reviewed.get(part) != "never"

    def is_common(self, word):
        """Whether a word is also something other than the name of a place or body."""
        if self.is_listed(word):
            return True
        stems = [word.removeprefix(clitic) for clitic in PROCLITICS if word.startswith(clitic)]
        if any(len(stem) > 2 and (self.is_listed(stem) and stem not in self.parts) for stem in stems):
            return True
        bare = word.removeprefix("ال")
        inflected = [bare.removesuffix(ending) for ending in ENDINGS if bare.endswith(ending)]
        return any(len(stem) > 2 and (stem in self.nouns or stem + "ه" in self.nouns) for stem in inflected)

    def is_ordinary(self, word):
        """Whether a word of a person's name is an ordinary one too."""
        return word in self.nouns | self.fixed or word not in self.parts and self.is_common(word)

    def is_listed(self, word):
        return (
            word in self.nouns
            or word in self.fixed
            or word in self.parts
            or word.removeprefix("ال") in self.peoples
        )

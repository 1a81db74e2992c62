//! The normalizer beside what others have written down: Unicode's own test lines, and araclean's cases.
//!
//! Where we mean to differ, a rule in a table says so and why. A difference that no rule explains fails the
//! test, and so does a rule that explains nothing any more.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::collections::BTreeMap;
use std::ops::Range;

use kashaf::{Alef, Digits, Folds, Hamza, NonJoiner, Normalized, Normalizer, SuperscriptAlef, TehMarbuta, WhiteSpace};
use serde_json::Value;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A row of a table of cases: input and expected output as JSON, and the function that made it.
struct Case {
    input: Value,
    expected: Value,
    function: String,
    source: String,
}

/// A shared table of cases.
fn cases(table: &str) -> Option<Vec<Case>> {
    let path = common::shared()?.join("cases/normalize").join(table);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let case = |line: &str| {
        let [input, expected, function, source] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let json = |cell| serde_json::from_str(cell).unwrap_or_else(|e| panic!("{cell}: {e}"));
        Case { input: json(input), expected: json(expected), function: function.to_owned(), source: source.to_owned() }
    };
    Some(text.lines().skip(1).map(case).collect())
}

/// A step of araclean and its options.
struct Step {
    /// In small letters, without underscores.
    name: String,
    config: BTreeMap<String, Value>,
}

impl Step {
    fn from_json(step: &Value) -> Self {
        let config = step["config"].as_object().unwrap().iter().map(|(k, v)| (k.clone(), v.clone())).collect();
        Self { name: step["name"].as_str().unwrap().to_lowercase(), config }
    }

    /// A step whose options stand between parentheses as Python has them, `cap=2, min_run=2`.
    fn from_call(name: &str, arguments: &str) -> Self {
        let mut config = BTreeMap::new();
        for (at, _) in arguments.match_indices('=') {
            let name = arguments[..at].rsplit([',', ' ']).next().unwrap();
            let value = serde_json::Deserializer::from_str(&arguments[at + 1..]).into_iter().next().unwrap().unwrap();
            config.insert(name.to_owned(), value);
        }
        Self { name: name.replace('_', "").to_lowercase(), config }
    }

    /// The name that the table of differences has for it, with a word for what makes it another step.
    fn key(&self) -> String {
        let all_classes = self.config.get("classes").and_then(Value::as_array).is_none_or(|classes| classes.len() == 6);
        let variant = match (self.text("mode"), self.text("position")) {
            (Some("keep"), _) => " keep",
            (_, Some("final")) => " final",
            _ if !all_classes => " some",
            _ if self.flag("map_separators") => " separators",
            _ => "",
        };
        format!("{}{variant}", self.name)
    }

    fn text(&self, option: &str) -> Option<&str> {
        self.config.get(option)?.as_str()
    }

    fn flag(&self, option: &str) -> bool {
        self.config.get(option).and_then(Value::as_bool).unwrap_or(false)
    }

    /// Sets what does the same here; false when nothing does.
    fn set(&self, folds: &mut Folds) -> bool {
        match self.key().as_str() {
            "normalizeunicode" => folds.nfc = true,
            "stripbidi" => {
                folds.bidi_controls = true;
                folds.zero_width = true;
                folds.non_joiner = NonJoiner::Drop;
                folds.byte_order_mark = true;
            }
            "foldpresentationforms" => {
                folds.presentation_forms = true;
                folds.word_ligatures = true;
            }
            "removetatweel" => folds.tatweel = true,
            "unifylookalikes" => folds.lookalikes = true,
            "foldalef" => folds.alef = Alef::All,
            "foldalefmaqsura" => folds.alef_maqsura = true,
            "foldhamza" => {
                folds.hamza = if self.flag("drop_standalone_hamza") { Hamza::Drop } else { Hamza::ToCarrier };
                folds.hamza_marks = true;
            }
            "foldtehmarbuta" => {
                folds.teh_marbuta = match self.text("target") {
                    Some("keep") => TehMarbuta::Keep,
                    Some("teh") => TehMarbuta::ToTeh,
                    _ => TehMarbuta::ToHeh,
                }
            }
            "mapdigits" | "mapdigits separators" => {
                folds.number_separators |= self.flag("map_separators");
                folds.digits = match self.text("target") {
                    Some("arabic_indic") => Digits::ArabicIndic,
                    Some("extended_arabic_indic") => Digits::Extended,
                    _ => Digits::Ascii,
                }
            }
            "mappunctuation" => folds.punctuation = true,
            "reduceelongation" => {
                folds.elongation = self.config.get("cap").and_then(Value::as_u64).unwrap_or(1) as u8;
            }
            "collapsewhitespace" => {
                folds.white_space =
                    if self.flag("collapse_lines") { WhiteSpace::Collapse } else { WhiteSpace::CollapseLines };
            }
            "removetashkeel" | "removetashkeel some" => self.set_marks(folds),
            "handleemoji keep" | "cleanhashtags keep" => {}
            _ => return false,
        }
        true
    }

    fn set_marks(&self, folds: &mut Folds) {
        let all = ["harakat", "tanween", "shadda", "dagger_alef", "madda", "quranic"].map(String::from).to_vec();
        let classes = self.config.get("classes").map_or(all, |v| serde_json::from_value(v.clone()).unwrap());
        for class in classes {
            match class.as_str() {
                "harakat" => {
                    folds.harakat = true;
                    folds.sukun = true;
                }
                "tanween" => folds.tanween = true,
                "shadda" => folds.shadda = true,
                "dagger_alef" => folds.superscript_alef = SuperscriptAlef::Drop,
                "madda" => folds.hamza_marks = true,
                "quranic" => {
                    folds.quranic_marks = true;
                    folds.extended_marks = true;
                }
                _ => panic!("no class {class}"),
            }
        }
    }
}

/// The steps of a profile of araclean.
fn profile(name: &str) -> Vec<Step> {
    let step = |call: &str| {
        let (name, arguments) = call.trim_end_matches(')').split_once('(').unwrap_or((call, ""));
        Step::from_call(name, arguments)
    };
    let light = "NormalizeUnicode StripBidi FoldPresentationForms RemoveTatweel UnifyLookalikes CollapseWhitespace";
    let more = match name {
        "light" | "classical" => "",
        "ml" => "RemoveTashkeel ReduceElongation",
        "search" => {
            "FoldTanweenAlef RemoveTashkeel FoldAlef FoldHamza FoldTehMarbuta FoldAlefMaqsura MapDigits \
             MapPunctuation ReduceElongation CollapseWhitespace(collapse_lines=true)"
        }
        "social" => {
            "CleanURLs CleanMentions CleanHashtags CleanHTML RemoveTashkeel ReduceElongation(cap=2) HandleEmoji"
        }
        _ => panic!("no profile {name}"),
    };
    light.split_whitespace().chain(more.split_whitespace()).map(step).collect()
}

/// The steps that a function of araclean stands for.
fn steps(function: &str) -> Vec<Step> {
    let function = function.strip_prefix("araclean.").unwrap();
    if let Some((_, json)) = function.split_once(' ').filter(|(name, _)| !name.contains('(')) {
        return match serde_json::from_str(json).unwrap() {
            Value::Array(steps) => steps.iter().map(Step::from_json).collect(),
            step => vec![Step::from_json(&step)],
        };
    }
    let (name, arguments) = function.strip_suffix(')').and_then(|f| f.split_once('(')).unwrap_or((function, ""));
    if name != "normalize" {
        return vec![Step::from_call(name, arguments)];
    }
    // A profile by its name, or printed as an object, whose name comes first.
    let named = arguments.split(['"', '\'']).find(|part| ["search", "social", "ml", "classical"].contains(part));
    profile(named.unwrap_or("light"))
}

/// A class of differences, a row of `araclean_differences.tsv`.
struct Difference {
    step: String,
    /// Which text to rewrite: `theirs`, `both` outputs, the `input`; `runs`, to be cut in theirs; or `outside`,
    /// when the step has no counterpart and acts on these characters.
    side: String,
    /// The characters that differ.
    of: String,
    ranges: Vec<(char, char)>,
    /// What becomes of them; nothing when they are deleted, `NFKC` for what that makes of each.
    to: String,
}

impl Difference {
    fn all() -> Vec<Self> {
        let rows = common::rows("araclean_differences.tsv");
        let difference = |row: Vec<String>| {
            let [step, side, of, to, reason] = &row[..] else { panic!("{row:?}") };
            assert!(reason.split(' ').count() > 3, "{step}: no reason");
            Self {
                step: step.to_lowercase(),
                side: side.clone(),
                of: of.clone(),
                ranges: ranges(of),
                to: common::unescape(to),
            }
        };
        rows.into_iter().map(difference).collect()
    }

    fn has(&self, c: char) -> bool {
        self.ranges.iter().any(|&(first, last)| (first..=last).contains(&c))
    }

    fn rewrite(&self, text: &str) -> String {
        let rewritten = |c: char| match self.to.as_str() {
            _ if !self.has(c) => c.into(),
            "NFKC" => c.nfkc().collect(),
            to => to.to_owned(),
        };
        text.chars().map(rewritten).collect()
    }
}

/// Ranges of code points as `0621..063A 0641`.
fn ranges(cell: &str) -> Vec<(char, char)> {
    let hex = |code: &str| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
    let range = |part: &str| {
        let (first, last) = part.split_once("..").unwrap_or((part, part));
        (hex(first), hex(last))
    };
    cell.split_whitespace().map(range).collect()
}

/// Cuts runs of the letters of `rule` that are longer than `longest`.
fn cut_runs(text: &str, rule: &Difference, longest: usize) -> String {
    let mut run = (None, 0);
    let keep = |c: &char| {
        run = if run.0 == Some(*c) { (run.0, run.1 + 1) } else { (Some(*c), 1) };
        !rule.has(*c) || run.1 <= longest
    };
    text.chars().filter(keep).collect()
}

/// Steps of araclean, and the folds nearest to them.
struct Pipeline {
    steps: Vec<Step>,
    folds: Folds,
    /// The steps that no fold is near to.
    without_fold: Vec<String>,
}

impl Pipeline {
    fn new(steps: Vec<Step>) -> Self {
        let mut folds = Folds::none();
        let without_fold = steps.iter().filter(|step| !step.set(&mut folds)).map(Step::key).collect();
        Self { steps, folds, without_fold }
    }

    fn fold<'t>(&self, input: &'t str) -> Normalized<'t> {
        Normalizer::new(self.folds.clone()).normalize(input)
    }

    fn has(&self, rule: &Difference) -> bool {
        self.steps.iter().any(|step| step.key() == rule.step)
    }

    /// Whether a step without counterpart has something to do in a text.
    fn is_outside(&self, input: &str, rules: &[&Difference]) -> bool {
        let acts = |rule: &&&Difference| rule.side == "outside" && self.has(rule) && input.chars().any(|c| rule.has(c));
        rules.iter().any(|rule| acts(&rule))
    }

    /// Whether the rules account for all that differs.
    fn is_explained(&self, input: &str, theirs: &str, rules: &[&Difference]) -> bool {
        self.is_outside(input, rules) || self.is_foreseen(input, theirs, rules)
    }

    /// Whether the rules that rewrite make our text and theirs the same.
    fn is_foreseen(&self, input: &str, theirs: &str, rules: &[&Difference]) -> bool {
        let (mut input, mut theirs) = (input.to_owned(), theirs.to_owned());
        for rule in rules.iter().filter(|rule| rule.side == "input" && self.has(rule)) {
            input = rule.rewrite(&input);
        }
        let mut ours = self.fold(&input).into_text().into_owned();
        for rule in rules.iter().filter(|rule| self.has(rule)) {
            match rule.side.as_str() {
                "theirs" => theirs = rule.rewrite(&theirs),
                "both" => (ours, theirs) = (rule.rewrite(&ours), rule.rewrite(&theirs)),
                "runs" => theirs = cut_runs(&theirs, rule, usize::from(self.folds.elongation)),
                "input" | "outside" => {}
                side => panic!("no side {side}"),
            }
        }
        ours == theirs
    }
}

/// What araclean makes of an input, and from where.
struct Outcome {
    pipeline: Pipeline,
    label: String,
    input: String,
    theirs: String,
    /// For each character of theirs the characters of the input that it is made of.
    map: Option<Vec<Range<usize>>>,
}

/// The outcomes of araclean's own tests. Options that it refuses cannot be written here, so those rows are left out.
fn outcomes(cases: &[Case]) -> Vec<Outcome> {
    let accepted = cases.iter().filter(|case| case.expected.get("__raises__").is_none());
    let outcome = |case: &Case| {
        let (theirs, map) = match &case.expected {
            Value::String(theirs) => (theirs.clone(), None),
            aligned => {
                let map: Vec<(usize, usize)> = serde_json::from_value(aligned["map"].clone()).unwrap();
                let map = map.into_iter().map(|(start, end)| start..end).collect();
                (aligned["norm"].as_str().unwrap().to_owned(), Some(map))
            }
        };
        let input = case.input.as_str().unwrap().to_owned();
        let label = format!("{} {}", case.source, case.function);
        Outcome { pipeline: Pipeline::new(steps(&case.function)), label, input, theirs, map }
    };
    accepted.map(outcome).collect()
}

/// The outcomes of two profiles of araclean on each code point between two letters.
fn outcomes_of_code_points() -> Vec<Outcome> {
    let Some(shared) = common::shared() else { return Vec::new() };
    let table = std::fs::read_to_string(shared.join("cases/normalize/mappings.tsv")).unwrap();
    let mut lines = table.lines();
    let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
    let text = |codes: &str| ranges(codes).into_iter().map(|(c, _)| c).collect::<String>();
    let mut outcomes = Vec::new();
    for name in ["light", "search"] {
        let at = header.iter().position(|column| *column == format!("araclean_{name}")).unwrap();
        for row in &rows {
            let theirs = match row[at] {
                "=" => format!("ب{}ب", text(row[0])),
                "DEL" => "بب".to_owned(),
                // The whole text, when the letters beside it changed too.
                cell if cell.starts_with('?') => serde_json::from_str(&cell[1..]).unwrap(),
                codes => format!("ب{}ب", text(codes)),
            };
            outcomes.push(Outcome {
                pipeline: Pipeline::new(profile(name)),
                label: format!("{name} of U+{}", row[0]),
                input: format!("ب{}ب", text(row[0])),
                theirs,
                map: None,
            });
        }
    }
    outcomes
}

/// Spans are exactly those of araclean, and the wider ones take in only what was deleted after.
fn check_alignment(ours: &Normalized<'_>, map: &[Range<usize>], label: &str) {
    assert_eq!(ours.as_str().chars().count(), map.len(), "{label}");
    for (i, (at, c)) in ours.as_str().char_indices().enumerate() {
        let range = at..at + c.len_utf8();
        let exact = ours.to_source_exact(range.clone()).chars(ours.source());
        assert_eq!(exact, map[i], "{label}: character {i} of {:?} from {:?}", ours.as_str(), ours.source());
        let wide = ours.to_source(range).chars(ours.source());
        let next = map.iter().map(|span| span.start).find(|&start| start >= exact.end);
        let next = next.unwrap_or(ours.source().chars().count());
        assert!(wide.start == exact.start && (exact.end..=next).contains(&wide.end), "{label}: {wide:?} {exact:?}");
    }
}

#[test]
fn araclean() {
    let Some(cases) = cases("araclean.tsv") else { return };
    let mut outcomes = outcomes(&cases);
    let of_tests = outcomes.len();
    outcomes.extend(outcomes_of_code_points());
    let differences = Difference::all();
    let rules: Vec<&Difference> = differences.iter().collect();
    let (mut equal, mut aligned, mut outside) = (0, 0, 0);
    let (mut differing, mut unexplained) = (Vec::new(), Vec::new());
    for outcome in &outcomes {
        let Outcome { pipeline, label, input, theirs, map } = outcome;
        for step in &pipeline.without_fold {
            let listed = rules.iter().any(|rule| rule.side == "outside" && rule.step == *step);
            assert!(listed, "{label}: {step} is neither mapped nor listed");
        }
        let ours = pipeline.fold(input);
        if ours.as_str() == theirs {
            equal += 1;
            aligned += usize::from(map.is_some());
            map.iter().for_each(|map| check_alignment(&ours, map, label));
            if !pipeline.is_foreseen(input, theirs, &rules) {
                unexplained.push(format!("{label}\n {input:?} is {theirs:?} on both sides, and a rule says otherwise"));
            }
        } else if pipeline.is_explained(input, theirs, &rules) {
            outside += usize::from(pipeline.is_outside(input, &rules));
            differing.push(outcome);
        } else {
            unexplained.push(format!("{label}\n {input:?} is {theirs:?} there, {:?} here", ours.as_str()));
        }
    }
    println!(
        "{of_tests} rows and {} code points: {equal} equal, {aligned} of them with offsets; {} differ by rule; {outside} outside",
        outcomes.len() - of_tests,
        differing.len() - outside
    );
    assert!(unexplained.is_empty(), "{} unexplained:\n{}", unexplained.len(), unexplained.join("\n"));
    let mut gone = Vec::new();
    for rule in &differences {
        let others: Vec<&Difference> = differences.iter().filter(|other| !std::ptr::eq(*other, rule)).collect();
        let needs = |o: &&&Outcome| !o.pipeline.is_explained(&o.input, &o.theirs, &others);
        let count = differing.iter().filter(needs).count();
        println!("  {count} {} {} {}", rule.step, rule.side, rule.of);
        if count == 0 {
            gone.push(format!("{} {} {}", rule.step, rule.side, rule.of));
        }
    }
    assert!(gone.is_empty(), "these differences are gone: {gone:?}");
}

/// A line of Unicode's NormalizationTest: a string and its four forms.
#[derive(Default)]
struct Line {
    source: String,
    nfc: String,
    nfd: String,
    nfkc: String,
    nfkd: String,
}

fn unicode_lines() -> Option<Vec<Line>> {
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    for case in cases("unicode_normalization_arabic.tsv")? {
        let line = lines.entry(case.source).or_default();
        case.input.as_str().unwrap().clone_into(&mut line.source);
        let form = match case.function.as_str() {
            "NFC" => &mut line.nfc,
            "NFD" => &mut line.nfd,
            "NFKC" => &mut line.nfkc,
            "NFKD" => &mut line.nfkd,
            form => panic!("no form {form}"),
        };
        case.expected.as_str().unwrap().clone_into(form);
    }
    Some(lines.into_values().collect())
}

fn folded(normalizer: &Normalizer, text: &str) -> String {
    normalizer.normalize(text).into_text().into_owned()
}

#[test]
fn nfc_alone_is_the_nfc_of_unicode() {
    let Some(lines) = unicode_lines() else { return };
    let mut folds = Folds::none();
    folds.nfc = true;
    let normalizer = Normalizer::new(folds);
    for line in &lines {
        for text in [&line.source, &line.nfc, &line.nfd] {
            assert_eq!(folded(&normalizer, text), line.nfc, "{text:?}");
        }
        for text in [&line.nfkc, &line.nfkd] {
            assert_eq!(folded(&normalizer, text), line.nfkc, "{text:?}");
        }
    }
}

#[test]
fn canonical_equivalents_fold_alike() {
    let Some(lines) = unicode_lines() else { return };
    for preset in ["search", "light", "dediacritize"] {
        let normalizer = Normalizer::preset(preset).unwrap();
        for line in &lines {
            let expected = folded(&normalizer, &line.source);
            assert!(is_nfc(&expected), "{preset} of {:?}", line.source);
            for text in [&line.nfc, &line.nfd] {
                assert_eq!(folded(&normalizer, text), expected, "{preset} of {text:?}");
            }
            let compatible = folded(&normalizer, &line.nfkc);
            assert_eq!(folded(&normalizer, &line.nfkd), compatible, "{preset} of {:?}", line.nfkd);
        }
    }
}

/// A class of characters for which the plain letters are not NFKC: which ones, what of NFKC is left out, and why.
struct NotNfkc {
    of: &'static str,
    /// What NFKC writes that we do not.
    without: &'static [char],
    /// Whether we leave the character as it is.
    kept: bool,
    why: &'static str,
}

const NOT_NFKC: [NotNfkc; 3] = [
    NotNfkc {
        of: "FC5E..FC63 FE70 FE72 FE74 FE76 FE78 FE7A FE7C FE7E",
        without: &[' '],
        kept: false,
        why: "the isolated form of a mark is the mark; a space under it would cut a word in two",
    },
    NotNfkc {
        of: "FCF2..FCF4 FE71 FE77 FE79 FE7B FE7D FE7F",
        without: &['\u{0640}'], // TATWEEL
        kept: false,
        why: "the medial form of a mark is the mark; tatweel is no part of the spelling",
    },
    NotNfkc {
        of: "0675..0678",
        without: &[],
        kept: true,
        why: "high hamza digraphs are letters, not forms of letters; the folds of alef and hamza have them",
    },
];

/// Presentation forms and ligatures of words become what NFKC makes of them, but for the classes above.
#[test]
fn plain_letters_are_the_nfkc_of_unicode() {
    let Some(lines) = unicode_lines() else { return };
    let mut folds = Folds::none();
    folds.presentation_forms = true;
    folds.word_ligatures = true;
    folds.nfc = true;
    let normalizer = Normalizer::new(folds);
    let classes = NOT_NFKC.map(|class| ranges(class.of));
    let mut used = [0; NOT_NFKC.len()];
    let mut equal = 0;
    for line in &lines {
        let in_class = |c: char| classes.iter().position(|class| class.iter().any(|&(a, z)| (a..=z).contains(&c)));
        let mut expected = String::new();
        for c in line.nfc.chars() {
            match in_class(c).map(|at| (&NOT_NFKC[at], &mut used[at])) {
                None => expected.extend(c.nfkc()),
                Some((class, used)) => {
                    *used += 1;
                    let whole = if class.kept { vec![c] } else { c.nfkc().collect() };
                    expected.extend(whole.iter().filter(|d| !class.without.contains(d)));
                }
            }
        }
        let expected: String = expected.nfc().collect();
        equal += usize::from(expected == line.nfkc);
        for text in [&line.source, &line.nfc, &line.nfd] {
            assert_eq!(folded(&normalizer, text), expected, "{text:?}");
        }
        if !line.nfc.chars().any(|c| in_class(c).is_some()) {
            assert_eq!(expected, line.nfkc, "{:?}", line.source);
            for text in [&line.nfkc, &line.nfkd] {
                assert_eq!(folded(&normalizer, text), line.nfkc, "{text:?}");
            }
            assert_eq!(folded(&Normalizer::search(), &line.nfkc), folded(&Normalizer::search(), &line.source));
        }
    }
    println!("{equal} of {} lines are NFKC", lines.len());
    for (class, used) in NOT_NFKC.iter().zip(used) {
        println!("  {used} are not: {} ({})", class.of, class.why);
        assert!(used > 0, "no line has {}: {}", class.of, class.why);
    }
}

/// The blocks of Arabic script: Arabic, its Supplement, Extended-A, -B and -C.
const BLOCKS: &str = "0600..06FF 0750..077F 0870..08FF 10EC0..10EFF";

/// Every combining mark of the Arabic blocks is some option's to delete, and nothing else is.
#[test]
fn marks_are_those_of_unicode() {
    let blocks = ranges(BLOCKS);
    let bare = Normalizer::new(Folds::none().without_marks());
    for c in blocks.iter().flat_map(|&(first, last)| first..=last) {
        let text = format!("ب{c}ت");
        let expected = if is_combining_mark(c) { "بت" } else { &text };
        assert_eq!(bare.normalize(&text).as_str(), expected, "U+{:04X}", u32::from(c));
    }
}

/// Rows of our own for what other normalizers have stumbled over.
#[test]
fn traps() {
    let mut wrong = Vec::new();
    for row in common::rows("normalize_traps.tsv") {
        let [preset, input, output, reason] = &row[..] else { panic!("{row:?}") };
        let normalizer = Normalizer::preset(preset).unwrap_or_else(|| common::choice(preset));
        let (input, output) = (common::unescape(input), common::unescape(output));
        let got = folded(&normalizer, &input);
        if got != output {
            wrong.push(format!("{preset} of {input:?} is {got:?}, not {output:?}: {reason}"));
        }
        assert_eq!(folded(&normalizer, &got), got, "{preset} of {input:?}, twice");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

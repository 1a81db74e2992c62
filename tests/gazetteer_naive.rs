//! Matching against a naive longest match, written apart from the crate: strings, loops and no automaton.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use std::collections::HashMap;

use kashaf::{EntityKind, Entry, Gazetteer, Match, Normalizer};

/// A word of a text, as the naive matcher sees it.
#[derive(Debug)]
struct Token {
    kind: Kind,
    /// White space before it: 0 none, 1 within the line, 2 a line break, 3 a paragraph.
    gap: usize,
    end: usize,
    letters: String,
    /// Where each character that has letters starts, and how many letters stand before it.
    chars: Vec<(usize, usize)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Arabic,
    Foreign,
    Digit,
    Symbol(char),
}

impl Token {
    /// Where the letter with this index starts, or the next character when it is inside a ligature.
    fn letter(&self, index: usize) -> usize {
        self.chars.iter().find(|(_, before)| *before >= index).map_or(self.end, |(start, _)| *start)
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let fold = Normalizer::search();
    let mut tokens: Vec<Token> = Vec::new();
    let (mut open, mut gap) = (false, 3);
    let mut last = ' ';
    let mut after_tanween = false;
    for (at, c) in text.char_indices() {
        let kind = match c {
            '\u{200C}' | '\u{200F}' => continue,
            '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' => {
                if open {
                    tokens.last_mut().unwrap().end = at + c.len_utf8();
                    after_tanween |= c == '\u{64B}' && last == 'ا';
                }
                continue;
            }
            _ if c.is_whitespace() => {
                open = false;
                gap = match (c, gap) {
                    ('\n', 2 | 3) => 3,
                    ('\n', _) => 2,
                    (_, 0) => 1,
                    (_, gap) => gap,
                };
                continue;
            }
            _ if c.is_numeric() => Kind::Digit,
            _ if !c.is_alphabetic() => Kind::Symbol(c),
            '\u{600}'..='\u{6FF}' | '\u{FB50}'..='\u{FEFE}' => Kind::Arabic,
            _ => Kind::Foreign,
        };
        let breaks = |token: &Token| {
            let glued = text[at..].starts_with("ال") && last == 'ا' && token.letters.chars().count() >= 3;
            token.kind != kind || matches!(kind, Kind::Symbol(_)) || last == 'ة' || after_tanween || glued
        };
        if !open || breaks(tokens.last().unwrap()) {
            tokens.push(Token { kind, gap, end: at, letters: String::new(), chars: Vec::new() });
            (open, gap) = (true, 0);
        }
        let token = tokens.last_mut().unwrap();
        token.end = at + c.len_utf8();
        token.chars.push((at, token.letters.chars().count()));
        token.letters += &fold.normalize(c.encode_utf8(&mut [0; 4])).as_str().replace('é', "e");
        (last, after_tanween) = (c, false);
    }
    tokens
}

/// A word of a name: its letters, and the symbols before it.
type Word = (String, String);

/// A name as lists of words, with its symbols and without: as it is written, with its words joined, and with them split.
fn spellings(name: &str) -> Vec<Vec<Word>> {
    let tokens = tokens(name);
    let mut words: Vec<Word> = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, t)| !matches!(t.kind, Kind::Symbol(_))) {
        let before = tokens[..at].iter().rposition(|t| !matches!(t.kind, Kind::Symbol(_)));
        let symbols = before.and_then(|before| next(&tokens, before)).map(|(_, symbols)| symbols);
        words.push((token.letters.clone(), symbols.unwrap_or_default()));
    }
    let plain = words.iter().map(|(letters, _)| (letters.clone(), String::new())).collect();
    [words, plain].into_iter().flat_map(joined_and_split).collect()
}

fn joined_and_split(words: Vec<Word>) -> Vec<Vec<Word>> {
    const HEADS: [&str; 4] = ["عبد", "ابو", "ابا", "ابي"];
    let mut joined: Vec<Word> = Vec::new();
    let mut onto_last = false;
    for word in &words {
        match joined.last_mut().filter(|_| onto_last && word.1.is_empty()) {
            Some(last) => last.0.push_str(&word.0),
            None => joined.push(word.clone()),
        }
        onto_last = HEADS.contains(&word.0.as_str());
    }
    let split = words.iter().flat_map(|(word, symbols)| {
        let parts = HEADS[..2].iter().find_map(|head| {
            let rest = word.strip_prefix(head)?;
            let letters = rest.chars().count();
            let parts = if *head == "عبد" { rest.starts_with("ال") && letters > 3 } else { letters > 2 };
            parts.then(|| vec![((*head).to_owned(), symbols.clone()), (rest.to_owned(), String::new())])
        });
        parts.unwrap_or_else(|| vec![(word.clone(), symbols.clone())])
    });
    let mut all = vec![words.clone(), joined, split.collect()];
    all.sort();
    all.dedup();
    all
}

/// A way to read a word: what the name must begin with, the letters before it, and how they are shown.
struct Reading {
    rest: String,
    letters: usize,
    article: bool,
    shown: String,
}

fn readings(word: &str) -> Vec<Reading> {
    let mut all = Vec::new();
    let mut heads = vec![(String::new(), word.to_owned())];
    for conjunction in ["و", "ف"] {
        heads.extend(word.strip_prefix(conjunction).map(|rest| (conjunction.to_owned(), rest.to_owned())));
    }
    for (conjunction, rest) in heads {
        let mut ways = vec![(conjunction.clone(), rest.clone(), false)];
        for preposition in ["ب", "ك", "ل"] {
            if let Some(rest) = rest.strip_prefix(preposition) {
                let plus = if conjunction.is_empty() { "" } else { "+" };
                ways.push((format!("{conjunction}{plus}{preposition}"), rest.to_owned(), preposition == "ل"));
            }
        }
        for (shown, rest, lam) in ways {
            let letters = shown.chars().filter(|&c| c != '+').count();
            let long = rest.chars().count();
            let mut push = |rest: String, article: bool| {
                let plus = if letters > 0 { "+" } else { "" };
                let shown = if article { format!("{shown}{plus}ال") } else { shown.clone() };
                all.push(Reading { rest, letters, article, shown });
            };
            if letters == 0 || long >= 2 {
                push(rest.clone(), false);
            }
            if let Some(bare) = rest.strip_prefix("ال").filter(|_| long >= 4) {
                push(bare.to_owned(), true);
            }
            if let Some(bare) = rest.strip_prefix('ل').filter(|_| lam && long >= 3) {
                push(format!("ا{rest}"), false);
                push(format!("ال{rest}"), false);
                push(bare.to_owned(), true);
            }
        }
    }
    all
}

/// Start, end, index of the entry, proclitics.
type Found = (usize, usize, usize, String);

/// The spellings of names, each with the index and kind of its entry, by their first word.
type Names = HashMap<String, Vec<(usize, EntityKind, Vec<Word>)>>;

fn names(entries: &[Entry]) -> Names {
    let mut names = Names::new();
    for (index, entry) in entries.iter().enumerate() {
        for spelling in spellings(entry.name()) {
            names.entry(spelling[0].0.clone()).or_default().push((index, entry.kind(), spelling));
        }
    }
    names
}

/// The matches that begin at a word, in the order of preference.
fn matches_at(names: &Names, text: &str, tokens: &[Token], at: usize) -> Vec<(usize, Found)> {
    let latin = |i: usize| tokens.get(i).is_some_and(|t| matches!(t.kind, Kind::Foreign | Kind::Digit));
    let glued = |i: usize| i > 0 && latin(i) && latin(i - 1) && tokens[i].gap == 0;
    if matches!(tokens[at].kind, Kind::Symbol(_)) || glued(at) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (rank, reading) in readings(&tokens[at].letters).into_iter().enumerate() {
        for (index, kind, words) in names.get(&reading.rest).map_or(&[][..], Vec::as_slice) {
            if reading.article && !matches!(kind, EntityKind::Norp | EntityKind::Occ) {
                continue;
            }
            let Some(end) = spelled(words, tokens, at).filter(|&end| !glued(end)) else { continue };
            let span = (tokens[at].letter(reading.letters), tokens[end - 1].end);
            let to = closed(text, span.0, span.1);
            found.push((end, reading.letters, rank, (span.0, to, *index, reading.shown.clone())));
        }
    }
    found.sort_by_key(|(end, letters, rank, found)| (usize::MAX - end, *letters, *rank, found.2));
    // A reading is one match, of the first entry that it spells.
    found.dedup_by_key(|(end, _, rank, _)| (*end, *rank));
    found.into_iter().map(|(end, .., found)| (end, found)).collect()
}

/// One past the last of the words that spell a name from word `at` on, which spells its first word.
fn spelled(name: &[Word], tokens: &[Token], at: usize) -> Option<usize> {
    let mut at = at;
    for word in &name[1..] {
        let (then, symbols) = next(tokens, at)?;
        at = then;
        if (&tokens[at].letters, &symbols) != (&word.0, &word.1) {
            return None;
        }
    }
    Some(at + 1)
}

/// The next word of a name, and the symbols before it but for quotes and hyphens. Of those at most two stand between, of
/// others four; no paragraph, and no line break beside them.
fn next(tokens: &[Token], at: usize) -> Option<(usize, String)> {
    let (mut joiners, mut symbols) = (0, String::new());
    for (i, token) in tokens.iter().enumerate().skip(at + 1) {
        let any = joiners > 0 || !symbols.is_empty();
        let symbol = matches!(token.kind, Kind::Symbol(_));
        if token.gap == 3 || (token.gap == 2 && (any || symbol)) {
            return None;
        }
        match token.kind {
            Kind::Symbol(c) if "\"'«»“”-–_".contains(c) => joiners += 1,
            Kind::Symbol(c) => symbols.push(if c == '،' { ',' } else { c }),
            _ => return Some((i, symbols)),
        }
        if joiners > 2 || symbols.chars().count() > 4 {
            return None;
        }
    }
    None
}

/// The end of a span with the quote or bracket that closes one inside it, behind a space when the other stands apart.
fn closed(text: &str, start: usize, end: usize) -> usize {
    let inside: Vec<char> = text[start..end].chars().collect();
    let count = |c: char| inside.iter().filter(|&&d| d == c).count();
    let mut rest = text[end..].chars().peekable();
    let space = rest.next_if(|c| " \u{A0}".contains(*c));
    let Some(sign) = rest.next() else { return end };
    let opening = match sign {
        '"' | '\'' if count(sign) % 2 == 1 => sign,
        '”' if count('“') > count('”') => '“',
        '“' if count('”') > count('“') => '”',
        '»' if count('«') > count('»') => '«',
        ')' if count('(') > count(')') => '(',
        ']' if count('[') > count(']') => '[',
        _ => return end,
    };
    let last = inside.iter().rposition(|&c| c == opening).unwrap();
    match space {
        Some(space)
            if [inside.get(last + 1), inside.get(last - 1)]
                .iter()
                .all(|c| c.is_some_and(|&c| " \u{A0}".contains(c))) =>
        {
            end + space.len_utf8() + sign.len_utf8()
        }
        Some(_) => end,
        None => end + sign.len_utf8(),
    }
}

fn naive(names: &Names, text: &str, overlapping: bool) -> Vec<Found> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let here = matches_at(names, text, &tokens, at);
        at = match here.first() {
            Some((end, _)) if !overlapping => *end,
            _ => at + 1,
        };
        let most = if overlapping { here.len() } else { 1 };
        found.extend(here.into_iter().take(most).map(|(_, found)| found));
    }
    found
}

fn found(m: &Match<'_, '_>) -> Found {
    (m.span().start(), m.span().end(), m.index(), m.proclitics().to_string())
}

/// Makes gazetteers and texts that are hard on each other.
struct Maker<R> {
    random: R,
}

impl<R: FnMut(usize) -> usize> Maker<R> {
    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[(self.random)(from.len())]
    }

    fn word(&mut self) -> String {
        const WHOLE: &[&str] = &[
            "عبد",
            "أبو",
            "ابي",
            "الله",
            "عبدالله",
            "أبوظبي",
            "ظبي",
            "وهران",
            "لبنان",
            "للبنان",
            "اللاذقية",
            "بغداد",
            "كوريا",
            "فلسطين",
            "F",
            "f",
            "15",
            "١٥",
            "16",
            "Café",
            "北京",
            "北",
            "GB",
        ];
        const LETTERS: &[&str] =
            &["ا", "ل", "ل", "و", "ب", "ك", "ف", "س", "ر", "د", "ي", "ى", "ة", "أ", "إ", "ک", "ی", "ه", "گ"];
        if (self.random)(3) == 0 {
            return self.pick(WHOLE).to_owned();
        }
        let article = if (self.random)(3) == 0 { "ال" } else { "" };
        let letters = 1 + (self.random)(4);
        (0..letters).fold(article.to_owned(), |word, _| word + self.pick(LETTERS))
    }

    /// A name of words of which others are the beginning.
    fn name(&mut self, before: &[String]) -> String {
        let mut name = match before.len() {
            0 => String::new(),
            n if (self.random)(3) == 0 => before[(self.random)(n)].clone() + " ",
            _ => String::new(),
        };
        for i in 0..=(self.random)(3) {
            if i > 0 {
                name += self.pick(&[" ", " ", " ", " ", "-", " «", "  ", ".", " (", "، ", "&"]);
            }
            name += &self.word();
        }
        name
    }

    /// A name as a text may write it.
    fn written(&mut self, name: &str) -> String {
        let mut out = String::new();
        out += self.pick(&["", "", "", "و", "ب", "ل", "ك", "ف", "ول", "وب", "فل", "س", "وال", "ال", "بال", "لل"]);
        let noise = (self.random)(3);
        for c in name.chars() {
            match (c, (self.random)(6)) {
                (' ', 0) => {
                    out += self
                        .pick(&["\n", "  ", " \n ", "-", " “", "” ", "", "\n\n", "\u{A0}", " - ", " «»", " « ", " \" "])
                }
                ('.' | '&' | '(' | '،', 0) => out += self.pick(&["", " ", ".", " & ", ",", " («", "\n"]),
                ('-', 0) => out += self.pick(&["", " ", "_", " - ", "--"]),
                ('ا', 0) if noise > 0 => out += self.pick(&["أ", "إ", "آ", "\u{FE8D}", "\u{671}"]),
                ('ي', 0) if noise > 0 => out += self.pick(&["ى", "ی", "\u{FEF2}"]),
                ('ل', 0) if noise > 0 => out += self.pick(&["\u{FEDF}", "ل\u{640}"]),
                ('f' | 'F', 0) => out += self.pick(&["f", "F", "\u{FF26}"]),
                (c, 1) if noise > 1 => {
                    out.push(c);
                    out += self.pick(&["\u{64E}", "\u{651}\u{650}", "\u{640}", "\u{64B}", "\u{200C}", "\u{200F}"]);
                }
                (c, _) => out.push(c),
            }
        }
        if noise > 1 { out.replace("لا", "\u{FEFB}") } else { out }
    }

    fn text(&mut self, names: &[String]) -> String {
        let mut text = String::new();
        for _ in 0..(self.random)(14) {
            let piece = match (self.random)(4) {
                0 => self.word(),
                1 => self
                    .pick(&["في", "على", "«", "»", "\"", "،", "-", ".", "(", ")", "\u{64B}", "😀", "كتابا"])
                    .to_owned(),
                _ => {
                    let name = &names[(self.random)(names.len())];
                    self.written(name)
                }
            };
            text += &piece;
            text += self.pick(&[" ", " ", " ", " ", "", "\n", "\n\n", ", ", "\""]);
        }
        text
    }
}

const KINDS: [EntityKind; 3] = [EntityKind::Gpe, EntityKind::Norp, EntityKind::Pers];

fn list(entries: Vec<Entry>) -> Gazetteer {
    let mut builder = Gazetteer::builder();
    builder.extend(entries);
    builder.build().unwrap()
}

/// Compares so many pairs of a gazetteer and a text.
fn compare(pairs: usize, seed: u64) {
    let mut maker = Maker { random: common::random(seed) };
    let mut matches = 0;
    let mut behind = 0;
    for pair in 0..pairs {
        let mut forms: Vec<String> = Vec::new();
        for _ in 0..=(maker.random)(8) {
            forms.push(maker.name(&forms));
        }
        let text = maker.text(&forms);
        let entries: Vec<_> =
            forms.iter().enumerate().map(|(i, form)| Entry::new("", KINDS[i % KINDS.len()], form)).collect();
        let names = names(&entries);
        let list = list(entries);
        let place = || format!("pair {pair}: {forms:?} in {text:?}");

        let want = naive(&names, &text, false);
        assert_eq!(list.find_iter(&text).map(|m| found(&m)).collect::<Vec<_>>(), want, "{}", place());
        let all: Vec<_> = list.find_overlapping_iter(&text).map(|m| found(&m)).collect();
        assert_eq!(all, naive(&names, &text, true), "{}", place());
        matches += want.len();
        behind += want.iter().filter(|found| !found.3.is_empty()).count();
    }
    // The pairs are worth comparing.
    assert!(matches > 2 * pairs && behind > pairs / 2, "{matches} matches, {behind} of them behind proclitics");
}

#[test]
fn a_naive_matcher_finds_the_same() {
    compare(5_000, 1);
}

#[test]
#[ignore = "takes long without --release"]
fn a_naive_matcher_finds_the_same_in_many_pairs() {
    compare(100_000, 2);
}

#[test]
fn a_text_in_pieces_has_the_matches_of_the_whole() {
    for seed in 0..3 {
        let mut maker = Maker { random: common::random(seed) };
        let mut forms: Vec<String> = Vec::new();
        for _ in 0..60 {
            forms.push(maker.name(&forms));
        }
        let mut text = String::new();
        while text.len() < 2 << 20 {
            text += &maker.text(&forms);
            text += maker.pick(&[" ", "\n", "", " http://example.org/F-15/15 ", "، "]);
        }
        let list = list(forms.iter().map(|form| Entry::new("", EntityKind::Norp, form)).collect());
        let whole: Vec<_> = list.find_iter(&text).map(|m| (found(&m), m.text().to_owned())).collect();
        assert!(whole.len() > 30_000, "{}", whole.len());
        for most in [1, 100, 10_000, 1 << 20] {
            let mut pieces = Vec::new();
            let mut stream = list.stream();
            let mut rest = text.as_str();
            while !rest.is_empty() {
                let mut end = rest.len().min(1 + (maker.random)(most));
                while !rest.is_char_boundary(end) {
                    end += 1;
                }
                let (piece, tail) = rest.split_at(end);
                stream.push(piece, |m| pieces.push((found(&m), m.text().to_owned())));
                rest = tail;
            }
            // The matches that are held back are few.
            assert!(pieces.len() > whole.len() - 5_000, "{} of {}", pieces.len(), whole.len());
            stream.finish(|m| pieces.push((found(&m), m.text().to_owned())));
            let differs = pieces.iter().zip(&whole).find(|(a, b)| a != b);
            assert!(pieces.len() == whole.len() && differs.is_none(), "pieces of {most}, seed {seed}: {differs:?}");
        }
        let mut read = Vec::new();
        list.stream().read(Trickle(text.as_bytes(), 1), |m| read.push((found(&m), m.text().to_owned()))).unwrap();
        assert!(read == whole, "read, seed {seed}");
    }
}

/// A reader that gives a few bytes at a time.
struct Trickle<'t>(&'t [u8], usize);

impl std::io::Read for Trickle<'_> {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        self.1 = self.1 * 5 % 10_007 + 1;
        let most = to.len().min(self.1);
        self.0.read(&mut to[..most])
    }
}

#[test]
fn a_text_without_white_space_and_a_broken_one() {
    let list = list(vec![Entry::new("1", EntityKind::Gpe, "قطر")]);
    let text = "قطر،".repeat(50_000);
    let mut count = 0;
    list.stream().read(text.as_bytes(), |_| count += 1).unwrap();
    assert_eq!(count, 50_000);
    for tail in [&b"\xff "[..], b"\xd9", b"\xd9 x"] {
        let bytes = [b"abc ", tail].concat();
        let error = list.stream().read(Trickle(&bytes, 0), |_| ()).unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::InvalidData);
        assert_eq!(error.to_string(), "not UTF-8 at byte 4");
    }
}

#[test]
#[ignore = "takes long without --release"]
fn a_naive_matcher_finds_the_same_in_an_encyclopedia() {
    let Some(shared) = common::shared() else { return };
    let Ok(text) = std::fs::read_to_string(shared.join("text/wiki.txt")) else {
        println!("skipped: no text/wiki.txt");
        return;
    };
    // What the naive matcher does not know: addresses, and signs beside those of Arabic and English.
    let plain = |c: char| {
        c.is_ascii() && !"/@".contains(c)
            || "«»،؛؟“”–\u{A0}\u{200F}".contains(c)
            || matches!(c, '\u{621}'..='\u{63A}' | '\u{640}'..='\u{656}' | '\u{660}'..='\u{669}' | 'پ' | 'چ' | 'گ' | 'ی' | 'ک')
    };
    let lines: Vec<&str> = text.lines().filter(|line| line.chars().all(plain)).collect();
    let bytes: usize = lines.iter().map(|line| line.len()).sum();
    assert!(bytes > text.len() / 3, "{bytes} of {} bytes are plain", text.len());
    let all: Vec<&str> = lines.iter().flat_map(|line| line.split(' ')).collect();
    for count in [10_000, 100_000] {
        let mut random = common::random(count as u64);
        let entries: Vec<Entry> = (0..count)
            .map(|i| {
                let (at, words) = (random(all.len() - 4), 1 + (random(10) + 6) / 8 + random(2));
                Entry::new("", KINDS[i % KINDS.len()], &all[at..at + words].join(" "))
            })
            .filter(|entry| entry.name().chars().any(|c| c.is_alphanumeric() && c != '\u{640}'))
            .collect();
        let names = names(&entries);
        let list = list(entries);
        let mut matches = 0;
        for line in &lines {
            let found: Vec<_> = list.find_iter(line).map(|m| found(&m)).collect();
            assert_eq!(found, naive(&names, line, false), "{line}");
            matches += found.len();
        }
        println!("{count} names, {bytes} bytes: {matches} matches");
        assert!(matches > count);
    }
}

//! The texts to measure on: those of `KASHAF_BENCH_TEXT`, and made ones for what it does not give.

use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::common::random;

/// No text is shorter, so that none fits in a cache near the processor.
const LEAST: usize = 4 << 20;
/// Longer texts are cut.
const MOST: usize = 8 << 20;

/// A text of 4 to 8 MiB that does not repeat.
pub struct Text {
    /// The file name without extension, or what the text is made from.
    pub name: String,
    pub text: String,
    /// Where it comes from, for the reader of the figures.
    pub origin: String,
}

impl Text {
    fn new(name: &str, text: String, origin: String) -> Self {
        if text.len() < LEAST {
            let origin = format!("{origin}, mixed to {} MiB", LEAST >> 20);
            return Self { name: name.to_owned(), text: mix(&text), origin };
        }
        Self { name: name.to_owned(), text: cut(text, MOST), origin }
    }

    /// The first 8 MiB of a file.
    fn read(path: &Path) -> Self {
        let mut bytes = Vec::new();
        let file = File::open(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        file.take(MOST as u64).read_to_end(&mut bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let text = String::from_utf8_lossy(&bytes).trim_end_matches('\u{FFFD}').to_owned();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        Self::new(&name, text, path.display().to_string())
    }

    /// Vowel marks per Arabic letter, 0 to about 1.
    pub fn vocalisation(&self) -> f64 {
        let marks = self.text.chars().filter(|c| matches!(c, '\u{064B}'..='\u{0652}')).count();
        let letters = self.text.chars().filter(|&c| is_letter(c)).count();
        marks as f64 / letters.max(1) as f64
    }

    /// Whether most letters that can carry a vowel mark do.
    pub fn is_vocalised(&self) -> bool {
        self.vocalisation() > 0.5
    }
}

/// The texts of `KASHAF_BENCH_TEXT`: a file, a folder of `.txt` files, or several of these as in `PATH`.
///
/// What is missing of a plain and a vocalised text is made: the plain one from
/// `seeds/articles`, the vocalised one from the first plain one.
pub fn texts() -> Vec<Text> {
    let given = std::env::var_os("KASHAF_BENCH_TEXT").unwrap_or_default();
    let given = std::env::split_paths(&given).filter(|path| !path.as_os_str().is_empty());
    let mut texts: Vec<Text> = given.flat_map(|path| files(&path)).map(|path| Text::read(&path)).collect();
    if texts.iter().all(Text::is_vocalised) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/articles");
        let articles: String = files(&folder).iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
        texts.insert(0, Text::new("articles", articles, "seeds/articles".to_owned()));
    }
    if !texts.iter().any(Text::is_vocalised) {
        let plain = plain(&texts);
        let name = format!("{}-vocalised", plain.name);
        let text = Text::new(&name, vocalise(&plain.text), format!("{}, marks added", plain.name));
        assert!(text.is_vocalised());
        texts.push(text);
    }
    texts
}

/// The first text without vowel marks.
pub fn plain(texts: &[Text]) -> &Text {
    texts.iter().find(|text| !text.is_vocalised()).expect("`texts` makes one")
}

/// The file itself, or the `.txt` files of the folder in order of their names.
fn files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let entries = std::fs::read_dir(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files
}

/// 4 MiB made of pieces of a shorter text.
///
/// Runs of two to nine words, each from a random place, follow one another;
/// every ASCII digit is drawn anew, and lines are 200 to 800 bytes long. Words
/// and what is next to them stay those of the text, and no line comes twice.
fn mix(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    assert!(words.len() > 100, "a text of {} words is too short to mix", words.len());
    let mut random = random(5);
    let mut mixed = String::with_capacity(LEAST + 1024);
    while mixed.len() < LEAST {
        let line = mixed.len() + 200 + random(600);
        while mixed.len() < line {
            let from = random(words.len());
            let run = words.iter().skip(from).take(2 + random(8));
            for word in run {
                mixed.extend(
                    word.chars().map(|c| if c.is_ascii_digit() { char::from(b'0' + random(10) as u8) } else { c }),
                );
                mixed.push(' ');
            }
        }
        mixed.push('\n');
    }
    let mut lines = HashSet::new();
    assert!(mixed.lines().all(|line| lines.insert(line)));
    mixed
}

/// Adds vowel marks to letters, about as many of each as vocalised text has.
///
/// ا آ ى carry none. Every other letter carries fatha, kasra, damma or sukun;
/// one in seventeen has a shadda too, and one in six at the end of a word
/// tanween instead.
fn vocalise(text: &str) -> String {
    let mut random = random(7);
    let mut vocalised = String::with_capacity(2 * text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        vocalised.push(c);
        if !is_letter(c) || matches!(c, 'ا' | 'آ' | 'ى') {
            continue;
        }
        let is_last = !chars.peek().is_some_and(|&next| is_letter(next));
        if random(17) == 0 {
            vocalised.push('\u{0651}'); // SHADDA
        }
        vocalised.push(match random(100) {
            roll @ 0..17 if is_last => char::from_u32(0x064B + roll as u32 % 3).expect("FATHATAN, DAMMATAN, KASRATAN"),
            0..49 => '\u{064E}',  // FATHA
            49..61 => '\u{064F}', // DAMMA
            61..80 => '\u{0650}', // KASRA
            _ => '\u{0652}',      // SUKUN
        });
    }
    cut(vocalised, MOST)
}

/// The letters of Arabic, without tatweel.
pub fn is_letter(c: char) -> bool {
    matches!(c, '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}')
}

/// At most `bytes` of a text, to the end of a character.
pub fn cut(mut text: String, bytes: usize) -> String {
    if text.len() > bytes {
        let end = (0..=bytes).rev().find(|&at| text.is_char_boundary(at)).expect("0 is one");
        text.truncate(end);
    }
    text
}

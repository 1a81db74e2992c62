//! Symbols that mean the same to several grammars.

/// Quotation marks, double, single and angular; the straight ones open and close.
pub(crate) const QUOTES: [char; 11] =
    ['"', '\'', '\u{2018}', '\u{2019}', '\u{201A}', '\u{201C}', '\u{201D}', '\u{201E}', '\u{AB}', '\u{BB}', '\u{2033}'];

/// An opening quotation mark and the one that closes it.
pub(crate) const QUOTE_PAIRS: [(char, char); 5] =
    [('"', '"'), ('\u{201C}', '\u{201D}'), ('\u{AB}', '\u{BB}'), ('\u{201D}', '\u{201C}'), ('\'', '\'')];

/// Commas: the Arabic one and that of other scripts.
pub(crate) const COMMAS: [char; 2] = ['\u{060C}', ','];

/// Hyphens that join words.
pub(crate) const HYPHENS: [char; 5] = ['-', '\u{2010}', '\u{2011}', '\u{2013}', '_'];

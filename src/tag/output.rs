//! Writing tagged text.

use super::Mention;
use crate::Span;
use crate::text::{Gap, Words};

/// The tokens of `text` with IOB2 tags: `B-GPE`, `I-GPE`, `O`.
///
/// A token is a run of letters and digits with the marks on them, or one
/// symbol. A token that is written together with the first word of a mention
/// (`وقطر`) carries the mention's tag; where two mentions are glued in one word,
/// it is cut between them. `mentions` must be sorted and must not overlap, as
/// [`Tagger::tag`](crate::Tagger::tag) gives them. Sentences are not told
/// apart; an empty token stands for each line break.
///
/// # Examples
///
/// ```
/// use kashaf::{Context, Tagger, iob2};
///
/// let text = "وقطر تستضيف القمة";
/// let mentions = Tagger::embedded().tag(text, &Context::default());
/// let tokens: Vec<_> = iob2(text, &mentions).collect();
/// assert_eq!(tokens[0], ("وقطر", "B-GPE".to_owned()));
/// assert_eq!(tokens[1], ("تستضيف", "O".to_owned()));
/// ```
pub fn iob2<'m>(text: &'m str, mentions: &'m [Mention<'_>]) -> impl Iterator<Item = (&'m str, String)> {
    let words = Words::new(text);
    let mut tokens: Vec<(&str, String)> = Vec::with_capacity(words.len());
    let mut rest = mentions;
    let mut last = None;
    for (at, word) in words.iter().enumerate() {
        if at > 0 && word.gap >= Gap::Line {
            tokens.push(("", String::new()));
        }
        let mut start = word.span().start();
        while start < word.span().end() {
            let passed = rest.iter().take_while(|m| m.span().end() <= start).count();
            rest = rest.get(passed..).unwrap_or(&[]);
            let mut here = rest.iter().take_while(|m| m.span().start() < word.span().end());
            let (mention, following) = (here.next(), here.next());
            let end = following.map_or(word.span().end(), |m| m.span().start());
            let tag = match mention {
                Some(mention) => {
                    let inside = last == Some(mention.span());
                    last = Some(mention.span());
                    format!("{}-{}", if inside { 'I' } else { 'B' }, mention.kind())
                }
                None => "O".to_owned(),
            };
            tokens.push((Span::new(start, end).of(text), tag));
            start = end;
        }
    }
    tokens.into_iter()
}

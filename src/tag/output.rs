//! Writing tagged text.

use super::Mention;
use crate::text::{Gap, Words};

/// The tokens of `text` with IOB2 tags: `B-GPE`, `I-GPE`, `O`.
///
/// A token is a run of letters and digits with the marks on them, or one
/// symbol. A token that is written together with the first word of a mention
/// (`وقطر`) carries the mention's tag. `mentions` must be sorted and must not
/// overlap, as [`Tagger::tag`](crate::Tagger::tag) gives them. Sentences are
/// not told apart; an empty token stands for each line break.
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
    let mut rest = mentions.iter().peekable();
    let mut last = None;
    for (at, word) in words.iter().enumerate() {
        if at > 0 && word.gap >= Gap::Line {
            tokens.push(("", String::new()));
        }
        while rest.next_if(|m| m.span().end() <= word.span().start()).is_some() {}
        let tag = match rest.peek().filter(|m| m.span().overlaps(word.span())) {
            Some(mention) => {
                let inside = last == Some(mention.span());
                last = Some(mention.span());
                format!("{}-{}", if inside { 'I' } else { 'B' }, mention.kind())
            }
            None => "O".to_owned(),
        };
        tokens.push((word.span().of(text), tag));
    }
    tokens.into_iter()
}

use super::candidate::{Candidate, resolve};
use super::kind::KindSet;
use super::mention::{How, Mention, Value};
use super::view::View;
use super::{alias, definition, names, organisation, person, place, post, repeat};
use crate::date::DateWord;
use crate::lexicon::{Lexicon, Scan};
use crate::{BuildError, Context, EntityKind, Gazetteer, GazetteerBuilder, Limits, Span, date, number};

/// Finds the names, numbers and dates of a text.
///
/// A tagger is immutable, `Send` and `Sync`; build one and share it. Tagging
/// cannot fail, and takes time linear in the text but for the sorting of
/// overlapping candidates. Each thread keeps up to a megabyte of memory for its
/// next text.
///
/// # Examples
///
/// ```
/// use kashaf::{Context, Date, EntityKind, Tagger};
///
/// let text = "التقى أمير قطر وزير الخارجية الأميركي ماركو روبيو في الدوحة الثلاثاء";
/// let context = Context::news(Date::new(2025, 9, 18).unwrap());
/// let mentions = Tagger::embedded().tag(text, &context);
/// let found: Vec<_> = mentions.iter().map(|m| (m.text(), m.kind())).collect();
/// assert_eq!(found, [
///     ("أمير قطر", EntityKind::Occ),
///     ("وزير الخارجية الأميركي", EntityKind::Occ),
///     ("ماركو روبيو", EntityKind::Pers),
///     ("الدوحة", EntityKind::Gpe),
///     ("الثلاثاء", EntityKind::Date),
/// ]);
/// assert_eq!(mentions[4].value().as_deref(), Some("2025-09-16"));
/// ```
#[derive(Debug, Default)]
pub struct Tagger {
    lexicon: Lexicon,
    /// How many of the lexicon's entries, the first ones, are the user's.
    own: usize,
    kinds: KindSet,
}

/// Collects the names of a [`Tagger`].
#[derive(Debug, Default)]
pub struct TaggerBuilder {
    own: GazetteerBuilder,
    kinds: KindSet,
    #[cfg(feature = "embedded")]
    embedded: bool,
}

impl TaggerBuilder {
    /// Adds the names of a gazetteer. They win over embedded names of the same form.
    #[must_use]
    pub fn gazetteer(mut self, list: Gazetteer) -> Self {
        // The list has kept its own limits.
        self.own.limits(Limits::none()).extend(list.into_entries());
        self
    }

    /// Adds the names that come with the crate.
    #[cfg(feature = "embedded")]
    #[must_use]
    pub const fn embedded(mut self) -> Self {
        self.embedded = true;
        self
    }

    /// Keeps the mentions of these kinds only, instead of every kind.
    ///
    /// Numbers and dates take time of their own: they are not looked for when none of their kinds is among these. A
    /// name that a number or date would have overruled is a mention then.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use kashaf::{Context, EntityKind, Tagger};
    ///
    /// let tagger = Tagger::builder().embedded().kinds(&[EntityKind::Gpe, EntityKind::Money]).build()?;
    /// let mentions = tagger.tag("وصل أمير قطر إلى بيروت ومعه 5 ملايين دولار", &Context::default());
    /// let found: Vec<_> = mentions.iter().map(|m| m.text()).collect();
    /// assert_eq!(found, ["بيروت", "5 ملايين دولار"]);
    /// # }
    /// # Ok::<(), kashaf::BuildError>(())
    /// ```
    #[must_use]
    pub fn kinds(mut self, kinds: &[EntityKind]) -> Self {
        self.kinds = KindSet::of(kinds);
        self
    }

    /// Compiles the tagger. Takes time about linear in the letters of all names.
    ///
    /// # Errors
    ///
    /// [`BuildError`] when the names are too many for one automaton.
    pub fn build(self) -> Result<Tagger, BuildError> {
        let (own, kinds) = (self.own.len(), self.kinds);
        #[cfg(feature = "embedded")]
        let names = {
            let mut names = self.own;
            if self.embedded {
                crate::gazetteer::embedded::add_to(&mut names);
            }
            names
        };
        #[cfg(not(feature = "embedded"))]
        let names = self.own;
        Ok(Tagger { lexicon: Lexicon::new(names.into_entries()?)?, own, kinds })
    }
}

impl Tagger {
    /// A builder to add names to.
    #[must_use]
    pub fn builder() -> TaggerBuilder {
        TaggerBuilder::default()
    }

    /// A tagger with the names that come with the crate (feature `embedded`).
    ///
    /// Compiled once, at the first call; later calls are free.
    #[cfg(feature = "embedded")]
    #[must_use]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: once_cell::sync::Lazy<Tagger> = once_cell::sync::Lazy::new(|| {
            // Our own tables are far below the automaton's limit.
            Tagger::builder().embedded().build().unwrap_or_default()
        });
        &EMBEDDED
    }

    /// The mentions of `text` in order, not overlapping. Never fails.
    #[must_use]
    pub fn tag<'a>(&'a self, text: &'a str, context: &Context) -> Vec<Mention<'a>> {
        let scan = self.lexicon.scan(text).under(context.decimals());
        let mut mentions = mentions(&scan, context, self.own, self.kinds);
        mentions.retain(|mention| self.kinds.has(mention.kind));
        number_entities(View { scan: &scan }, &mentions)
            .into_iter()
            .zip(mentions)
            .map(|(entity, c)| Mention {
                source: text,
                span: c.span,
                kind: c.kind,
                entry: c.entry.and_then(|entry| self.lexicon.entries().get(entry)),
                full_name: c.full_name,
                value: c.value,
                how: c.how,
                proclitics: c.proclitics,
                entity,
            })
            .collect()
    }
}

/// Every grammar in turn, then what overlaps is resolved, then short forms are found: those told in brackets, then others.
fn mentions(scan: &Scan<'_, '_>, context: &Context, own: usize, kinds: KindSet) -> Vec<Candidate> {
    let view = View { scan };
    let mut all = names::find(view);
    all.extend(organisation::find(view));
    let posts = post::find(view, &all);
    let persons = person::find(view, &posts);
    all.extend(post::before_names(view, &persons));
    all.extend(posts);
    all.extend(persons);
    let places = place::find(view, &all);
    all.extend(places);
    all.extend(definition::find(view));
    add_values(&mut all, view, context, kinds);
    let mut mentions = resolve(all, view.len(), own);
    for again in [alias::find, repeat::find] {
        let found = again(view, &mentions);
        if !found.is_empty() {
            mentions.extend(found);
            mentions.sort_by_key(|m| m.start);
        }
    }
    mentions
}

/// Adds numbers and dates, where kinds of theirs are wanted.
fn add_values(all: &mut Vec<Candidate>, view: View<'_, '_, '_>, context: &Context, kinds: KindSet) {
    let words = &view.scan.words;
    let candidate = |span, kind, value, how| {
        let (start, end) = words.covering(span);
        Candidate { value: Some(Box::new(value)), ..Candidate::new(start..end, span, kind, how) }
    };
    if kinds.has_numbers() {
        // The day of `قوى 14 آذار` is part of a name, and no number either.
        let month = |at| view.scan.date(at, |_, word| matches!(word, DateWord::Month(_)).then_some(())).is_some();
        let numbers = number::find(view.scan).into_iter();
        let numbers = numbers.map(|n| candidate(n.span, n.kind, Value::Quantity(n.quantity), How::Number));
        all.extend(numbers.filter(|n| n.kind != EntityKind::Cardinal || !month(n.end)));
    }
    if kinds.has_dates() {
        let dates = date::find(view.scan, context).into_iter();
        all.extend(dates.map(|d| candidate(d.span, d.kind, Value::Timex(d.timex), How::Date)));
    }
}

/// What tells an entity from others. The first that a mention has counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Identity<'s> {
    Entry(usize, EntityKind),
    /// The name in full, where it stands.
    Full(Span),
    /// The first word and those that count after it, for names of a kind that no list has.
    Words(EntityKind, &'s [u8], &'s [u8]),
}

/// A number for each mention, in the order of the text. Mentions share one when
/// they are of the same entry, or when one is a short form of the other, and
/// names that no list has when their words agree; of a person's name the first
/// and the last, which others may stand between (`بن …`).
fn number_entities<'s>(view: View<'s, '_, '_>, mentions: &[Candidate]) -> Vec<usize> {
    let repeated = mentions.iter().any(|m| m.full_name.is_some());
    // Identities with the mentions that have them, and whether they count there.
    let mut known = Vec::with_capacity(2 * mentions.len());
    for (i, m) in mentions.iter().enumerate() {
        let mut counts = true;
        let mut add = |identity: Option<Identity<'s>>| {
            known.extend(identity.map(|identity| (identity, i, counts)));
            counts &= identity.is_none();
        };
        add(m.entry.map(|entry| Identity::Entry(entry, m.kind)));
        add(m.full_name.map(Identity::Full));
        add(identity_of_words(view, m));
        // What nothing repeats needs not be found, and a value has no other form.
        if repeated && m.value.is_none() && m.full_name.is_none() {
            known.push((Identity::Full(m.span), i, false));
        }
    }
    known.sort_unstable();
    // First the mention before of the same identity, if any; then, in the order of the text, its number.
    let mut entities = vec![usize::MAX; mentions.len()];
    for (&(one, before, _), &(other, mention, counts)) in known.iter().zip(known.iter().skip(1)) {
        if let Some(same) = entities.get_mut(mention).filter(|_| counts && one == other) {
            *same = before;
        }
    }
    let mut next = 0;
    for i in 0..entities.len() {
        let known = entities.get(i).and_then(|&same| entities.get(same)).copied();
        if let Some(entity) = entities.get_mut(i) {
            *entity = known.unwrap_or(next);
        }
        next += usize::from(known.is_none());
    }
    entities
}

/// The words that tell a name from others of its kind, when no entry or full name does. A bare post is anybody's.
fn identity_of_words<'s>(view: View<'s, '_, '_>, mention: &Candidate) -> Option<Identity<'s>> {
    let several = mention.end > mention.start + 1;
    let person = mention.kind == EntityKind::Pers && several;
    let named = mention.how == How::Composed && (several || mention.kind != EntityKind::Occ);
    if mention.full_name.is_some() || !(person || named) {
        return None;
    }
    let words = &view.scan.words;
    let bare = words.codes_at(mention.start).get(mention.proclitics.letters()..).unwrap_or(&[]);
    let rest = if person { mention.end - 1..mention.end } else { mention.start + 1..mention.end };
    Some(Identity::Words(mention.kind, bare, words.codes_of(rest)))
}

//! placeholder
mod date;
mod gazetteer;
mod normalize;
mod number;
mod tag;
mod text;

pub use date::{Context, Date, DateError, DateMention, Direction, Timex, dates};
pub use gazetteer::{
    Ambiguity, BuildError, Entry, Form, Gazetteer, GazetteerBuilder, LoadError, Match, Matches, Proclitics,
};
pub use normalize::{Folds, Hamza, Normalized, Normalizer};
pub use number::{Number, NumberMention, Quantity, numbers};
pub use tag::{EntityKind, How, Mention, Tagger, TaggerBuilder, UnknownKind, Value, iob2};
pub use text::Span;

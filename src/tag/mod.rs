//! Tagging: the names, numbers and dates of a text together.

mod alias;
mod candidate;
mod definition;
mod doubt;
mod kind;
mod mention;
mod names;
mod organisation;
mod output;
mod person;
mod place;
mod post;
mod repeat;
mod shape;
mod tagger;
mod view;
mod words;

pub use kind::{EntityKind, UnknownKind};
pub use mention::{How, Mention, Value};
pub use output::iob2;
pub use tagger::{Tagger, TaggerBuilder};
pub(crate) use words::{Class, TagWord, words};

//! Element: the elements of a page and what they are to us.
//!
//! In: a name. Out: whether it stands in a line, has an inside, ends a paragraph; and the role of one that is open,
//! with what it has taken in so far. Not here: what is made of it (`html`).

use super::block::{Block, Part};
use super::grid::Grid;
use super::inner::Inner;
use crate::import::format::lines::Field;

/// Names of elements, in their order; what stands in others is text of what they stand in.
const NAMES: &[&str] = &[
    "a",
    "abbr",
    "address",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "map",
    "mark",
    "meta",
    "nav",
    "object",
    "ol",
    "option",
    "p",
    "param",
    "picture",
    "pre",
    "q",
    "s",
    "script",
    "section",
    "select",
    "small",
    "source",
    "span",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "template",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];

/// Elements that stand in a line; all others begin a new one.
pub(super) const IN_LINE: &[&str] = &[
    OTHER, "a", "abbr", "b", "button", "code", "data", "del", "em", "font", "i", "img", "input", "ins",
    "label", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements a paragraph left open does not reach beyond.
pub(super) const HOLDS_PARAGRAPHS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "header",
    "li",
    "main",
    "nav",
    "ol",
    "section",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// Elements without an inside.
pub(super) const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// The name of all elements without one of these.
pub(super) const OTHER: &str = "";

/// Returns the name of an element as it is known here.
pub(super) fn known(name: &str) -> &'static str {
    // Names are short: their bytes are compared here faster than by the system's function for long ones.
    let found = NAMES.binary_search_by(|known| known.bytes().cmp(name.bytes()));
    found.ok().and_then(|at| NAMES.get(at)).copied().unwrap_or(OTHER)
}

/// Tells whether a name is one of some. It is asked many times of every tag, so what differs in its first byte is not
/// compared.
pub(super) fn is_among(name: &str, names: &[&str]) -> bool {
    let marks = |name: &str| (name.len(), name.as_bytes().first().copied());
    names.iter().any(|known| marks(known) == marks(name) && *known == name)
}

/// An element that is open.
pub(super) struct Element {
    pub(super) name: &'static str,
    pub(super) role: Role,
}

/// What an element is to us.
pub(super) enum Role {
    Plain,
    Title(Inner),
    Heading(Inner),
    Table(Box<Grid>),
    Row,
    Cell { is_header: bool, columns: usize, rows: usize, inner: Inner },
    Terms(Vec<Field>),
    Term(Inner),
    Definition(Inner),
    List(Vec<Field>),
    Item(Inner),
    Scope(Vec<Field>),
    Property { name: String, inner: Inner },
    Block(Block),
    Part(Part, Inner),
}

impl Role {
    /// Returns what takes text in it.
    pub(super) fn inner(&mut self) -> Option<&mut Inner> {
        match self {
            Self::Title(inner)
            | Self::Heading(inner)
            | Self::Cell { inner, .. }
            | Self::Term(inner)
            | Self::Definition(inner)
            | Self::Item(inner)
            | Self::Property { inner, .. }
            | Self::Part(_, inner) => Some(inner),
            Self::Plain
            | Self::Table(_)
            | Self::Row
            | Self::Terms(_)
            | Self::List(_)
            | Self::Scope(_)
            | Self::Block(_) => None,
        }
    }

    /// Tells whether it takes text.
    pub(super) fn takes_text(&self) -> bool {
        match self {
            Self::Title(_)
            | Self::Heading(_)
            | Self::Cell { .. }
            | Self::Term(_)
            | Self::Definition(_)
            | Self::Item(_)
            | Self::Property { .. }
            | Self::Part(_, _) => true,
            Self::Plain
            | Self::Table(_)
            | Self::Row
            | Self::Terms(_)
            | Self::List(_)
            | Self::Scope(_)
            | Self::Block(_) => false,
        }
    }

    /// Returns the table it is.
    pub(super) fn grid(&mut self) -> Option<&mut Grid> {
        if let Self::Table(grid) = self { Some(grid) } else { None }
    }

    /// Returns the box it is.
    pub(super) fn block(&mut self) -> Option<&mut Block> {
        if let Self::Block(block) = self { Some(block) } else { None }
    }
}

//! Structure: the tree that tells a screen reader what stands on the pages.
//!
//! In: the elements, and for each page which element each mark belongs to. Out: the structure tree root, one
//! object per element, and the way back from marks to elements.

use pdf_writer::types::{ListNumbering, StructRole};
use pdf_writer::{Finish, Ref};

use crate::paper::document::Level;
use crate::paper::file::File;
use crate::paper::layout::{Element, Kind};

/// Returns the role of an element.
pub(super) fn tag(kind: Kind) -> StructRole {
    match kind {
        Kind::Heading(Level::One) => StructRole::H1,
        Kind::Heading(Level::Two) => StructRole::H2,
        Kind::Paragraph => StructRole::P,
        Kind::List(_) => StructRole::L,
        Kind::ListItem => StructRole::LI,
        Kind::Label => StructRole::Lbl,
        Kind::ListBody => StructRole::LBody,
    }
}

/// A page: its object, and the element of each of its marks.
pub(super) struct Marked {
    pub(super) page: Ref,
    pub(super) marks: Vec<usize>,
}

/// Writes the tree under the element `document`, whose parent is the root in the catalogue.
pub(super) fn write(elements: &[Element], pages: &[Marked], root: Ref, file: &mut File) -> Tree {
    let document = file.number();
    let ids: Vec<Ref> = elements.iter().map(|_| file.number()).collect();
    let id = |at: usize| ids.get(at).copied().unwrap_or(document);
    let mut children: Vec<Vec<Ref>> = elements.iter().map(|_| Vec::new()).collect();
    let mut top = Vec::new();
    for (at, element) in elements.iter().enumerate() {
        match element.parent.and_then(|parent| children.get_mut(parent)) {
            Some(siblings) => siblings.push(id(at)),
            None => top.push(id(at)),
        }
    }
    let mut own: Vec<Vec<(Ref, i32)>> = elements.iter().map(|_| Vec::new()).collect();
    for page in pages {
        for (mark, element) in (0..).zip(&page.marks) {
            if let Some(marks) = own.get_mut(*element) {
                marks.push((page.page, mark));
            }
        }
    }

    let mut writer = file.object(document).struct_element(document);
    writer.kind(StructRole::Document).parent(root);
    writer.children().items(top);
    writer.finish();
    for (at, ((element, children), marks)) in elements.iter().zip(&children).zip(&own).enumerate() {
        let parent = element.parent.map_or(document, id);
        write_element(element.kind, parent, children, marks, id(at), file);
    }
    let parents = pages.iter().map(|page| page.marks.iter().map(|mark| id(*mark)).collect()).collect();
    Tree { document, parents: write_parents(parents, file) }
}

/// What the catalogue must know of a written tree.
pub(super) struct Tree {
    /// The element that holds all others.
    pub(super) document: Ref,
    /// For each page, the array of the elements of its marks.
    pub(super) parents: Vec<Ref>,
}

fn write_element(kind: Kind, parent: Ref, children: &[Ref], marks: &[(Ref, i32)], id: Ref, file: &mut File) {
    let mut writer = file.object(id).struct_element(id);
    writer.kind(tag(kind)).parent(parent);
    if let Kind::List(first) = kind {
        writer.attributes().push().list().list_numbering(numbering(first));
    }
    let page = marks.first().map(|(page, _)| *page);
    if let Some(page) = page {
        writer.page(page);
    }
    let mut kids = writer.children();
    for child in children {
        kids.struct_element(*child);
    }
    for (on, mark) in marks {
        if Some(*on) == page {
            kids.marked_content_id(*mark);
        } else {
            kids.marked_content_ref().page(*on).marked_content_id(*mark);
        }
    }
}

fn write_parents(parents: Vec<Vec<Ref>>, file: &mut File) -> Vec<Ref> {
    let mut arrays = Vec::new();
    for elements in parents {
        let id = file.number();
        file.object(id).indirect(id).array().items(elements);
        arrays.push(id);
    }
    arrays
}

/// Guesses from the first label how a list counts.
fn numbering(first: char) -> ListNumbering {
    match first {
        'i' => ListNumbering::LowerRoman,
        'I' => ListNumbering::UpperRoman,
        first if first.is_numeric() => ListNumbering::Decimal,
        first if first.is_lowercase() => ListNumbering::LowerAlpha,
        first if first.is_uppercase() => ListNumbering::UpperAlpha,
        _ => ListNumbering::Disc,
    }
}

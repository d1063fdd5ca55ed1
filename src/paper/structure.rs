//! Structure: the tree that tells a screen reader what stands on the pages.
//!
//! In: the elements of each document of a file, and for each page which element each mark belongs to. Out: one
//! object per element, and the way back from marks to elements.

use pdf_writer::types::StructRole;
use pdf_writer::{Dict, Finish, Name, Ref, TextStr};

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
        Kind::Table => StructRole::Table,
        Kind::TableRow => StructRole::TR,
        Kind::ColumnName | Kind::RowName => StructRole::TH,
        Kind::Cell => StructRole::TD,
        Kind::Figure => StructRole::Figure,
    }
}

/// A page: its object, and the element of each of its marks.
pub(super) struct Marked {
    pub(super) page: Ref,
    pub(super) marks: Vec<usize>,
}

/// What a part of a file holds: one document's elements and pages.
pub(super) struct Part<'l> {
    pub(super) elements: &'l [Element],
    pub(super) pages: Vec<Marked>,
    /// Its language, where it stands beside others.
    pub(super) language: Option<&'l str>,
}

/// What the catalogue must know of a written tree.
pub(super) struct Tree {
    /// The element that holds all others.
    pub(super) document: Ref,
    /// For each page, the array of the elements of its marks.
    pub(super) parents: Vec<Ref>,
}

/// Writes the tree under the element `document`, whose parent is the root in the catalogue.
pub(super) fn write(parts: &[Part<'_>], root: Ref, file: &mut File) -> Tree {
    let document = file.number();
    let mut top = Vec::new();
    let mut parents = Vec::new();
    for part in parts {
        match part.language {
            Some(language) => {
                let id = file.number();
                let (children, of_pages) = write_part(part, id, file);
                let mut writer = file.object(id).struct_element(id);
                writer.kind(StructRole::Part).parent(document).lang(TextStr(language));
                writer.children().items(children);
                writer.finish();
                top.push(id);
                parents.extend(of_pages);
            }
            None => {
                let (children, of_pages) = write_part(part, document, file);
                top.extend(children);
                parents.extend(of_pages);
            }
        }
    }
    let mut writer = file.object(document).struct_element(document);
    writer.kind(StructRole::Document).parent(root);
    writer.children().items(top);
    writer.finish();
    Tree { document, parents: write_parents(parents, file) }
}

/// Writes the elements of a part. Returns those right under it, and for each page the elements of its marks.
fn write_part(part: &Part<'_>, above: Ref, file: &mut File) -> (Vec<Ref>, Vec<Vec<Ref>>) {
    let (elements, pages) = (part.elements, &part.pages);
    let ids: Vec<Ref> = elements.iter().map(|_| file.number()).collect();
    let id = |at: usize| ids.get(at).copied().unwrap_or(above);
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
    for (at, ((element, children), marks)) in elements.iter().zip(&children).zip(&own).enumerate() {
        let parent = element.parent.map_or(above, id);
        write_element(element, parent, children, marks, id(at), file);
    }
    (top, pages.iter().map(|page| page.marks.iter().map(|mark| id(*mark)).collect()).collect())
}

fn write_element(
    element: &Element,
    parent: Ref,
    children: &[Ref],
    marks: &[(Ref, i32)],
    id: Ref,
    file: &mut File,
) {
    // The type of the object may be left out (ISO 32000-1, table 323), which a letter has eighty of.
    let mut writer = file.object(id).indirect(id).dict();
    writer.pair(Name(b"S"), tag(element.kind).to_name()).pair(Name(b"P"), parent);
    match element.kind {
        Kind::List(first) => {
            let mut attributes = writer.insert(Name(b"A")).dict();
            attributes.pair(Name(b"O"), Name(b"List"));
            attributes.pair(Name(b"ListNumbering"), numbering(first));
        }
        Kind::ColumnName => scope(&mut writer, Name(b"Column")),
        Kind::RowName => scope(&mut writer, Name(b"Row")),
        Kind::Heading(_)
        | Kind::Paragraph
        | Kind::ListItem
        | Kind::Label
        | Kind::ListBody
        | Kind::Table
        | Kind::TableRow
        | Kind::Cell
        | Kind::Figure => {}
    }
    if let Some(said) = &element.said {
        writer.pair(Name(b"Alt"), TextStr(said));
    }
    let page = marks.first().map(|(page, _)| *page);
    if let Some(page) = page {
        writer.pair(Name(b"Pg"), page);
    }
    match (children, marks) {
        ([], []) => {}
        ([], [(_, mark)]) => {
            writer.pair(Name(b"K"), *mark);
        }
        _ => {
            let mut kids = writer.insert(Name(b"K")).array();
            kids.items(children);
            for (on, mark) in marks {
                if Some(*on) == page {
                    kids.item(*mark);
                } else {
                    let mut kid = kids.push().dict();
                    kid.pair(Name(b"Type"), Name(b"MCR")).pair(Name(b"Pg"), *on).pair(Name(b"MCID"), *mark);
                }
            }
        }
    }
}

/// Says whether a cell names its column or its row.
fn scope(writer: &mut Dict<'_>, scope: Name<'_>) {
    let mut attributes = writer.insert(Name(b"A")).dict();
    attributes.pair(Name(b"O"), Name(b"Table")).pair(Name(b"Scope"), scope);
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
fn numbering(first: char) -> Name<'static> {
    match first {
        'i' => Name(b"LowerRoman"),
        'I' => Name(b"UpperRoman"),
        first if first.is_numeric() => Name(b"Decimal"),
        first if first.is_lowercase() => Name(b"LowerAlpha"),
        first if first.is_uppercase() => Name(b"UpperAlpha"),
        _ => Name(b"Disc"),
    }
}

//! Pdf: the objects of the file, from a laid out document.
//!
//! In: pages and elements of one document or of several that are bound together. Out: the bytes of a file that
//! is PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1).

use std::sync::Arc;

use pdf_writer::types::OutputIntentSubtype;
use pdf_writer::writers::{Catalog, StructTreeRoot};
use pdf_writer::{Filter, Finish, Name, Rect, Ref, TextStr};

use crate::paper::code::Codes;
use crate::paper::content;
use crate::paper::document::{Document, Level};
use crate::paper::face::check_printable;
use crate::paper::file::{File, deflate};
use crate::paper::layout::{Element, Kind, Laid, points};
use crate::paper::metadata::About;
use crate::paper::page::Drawn;
use crate::paper::picture::{Coding, Picture};
use crate::paper::structure::{self, Marked, Part, Tree};
use crate::paper::{Error, Typesetter, metadata};

/// The objects every file has.
const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const ROOT: Ref = Ref::new(3);
const METADATA: Ref = Ref::new(4);
const PROFILE: Ref = Ref::new(5);
const FONTS: Ref = Ref::new(6);
const FIRST_FREE: i32 = 7;

/// Writes a file of documents, in their order.
pub(super) fn write(
    typesetter: &Typesetter,
    about: &About<'_>,
    parts: &[(&Document, Laid)],
) -> Result<Vec<u8>, Error> {
    check(about)?;
    let mut file = File::new(Ref::new(FIRST_FREE));
    let codes = Codes::give(parts.iter().map(|(_, laid)| laid))?;
    let mut writing = Writing { codes: &codes, pages: Vec::new(), file: &mut file };
    let mut written = Vec::new();
    for (document, laid) in parts {
        check_language(&document.language)?;
        check_headings(laid)?;
        let pages = writing.pages(document, laid);
        let language = (parts.len() > 1).then_some(document.language.as_str());
        written.push(Part { elements: &laid.elements, pages, language });
    }
    let pages = writing.pages;
    let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
    file.object(PAGES).pages(PAGES).kids(pages).count(count);
    let tree = structure::write(&written, ROOT, &mut file);
    let fonts = codes.write(typesetter, &mut file)?;
    let named = fonts.iter().map(|(name, id)| (Name(name.as_bytes()), *id));
    file.object(FONTS).indirect(FONTS).dict().pairs(named);
    write_catalog(about, &mut file);
    write_root(&tree, &mut file);
    // Not compressed: archives search the metadata of files without reading PDF (ISO 19005-1, 6.7.2). They say
    // what the older information dictionary would say, so that there is none.
    file.stream(METADATA).metadata(METADATA, metadata::packet(about).as_bytes());
    file.stream(PROFILE).icc_profile(PROFILE, &typesetter.profile).n(3).filter(Filter::FlateDecode);
    Ok(file.finish(CATALOG))
}

/// Refuses metadata that no reader could use.
fn check(about: &About<'_>) -> Result<(), Error> {
    check_printable(about.title)?;
    if about.title.trim().is_empty() {
        return Err(Error::NoTitle);
    }
    check_language(about.language)
}

fn check_language(language: &str) -> Result<(), Error> {
    let mut subtags = language.split('-');
    let primary = subtags.next().is_some_and(|tag| (2..=3).contains(&tag.len()) && is_letters(tag));
    let others =
        subtags.all(|tag| (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric()));
    if primary && others { Ok(()) } else { Err(Error::Language) }
}

/// Refuses a first heading below the first level (ISO 14289-1, 7.4.2).
fn check_headings(laid: &Laid) -> Result<(), Error> {
    let level = |element: &Element| match element.kind {
        Kind::Heading(level) => Some(level),
        Kind::Paragraph
        | Kind::List(_)
        | Kind::ListItem
        | Kind::Label
        | Kind::ListBody
        | Kind::Table
        | Kind::TableRow
        | Kind::ColumnName
        | Kind::RowName
        | Kind::Cell
        | Kind::Figure => None,
    };
    match laid.elements.iter().find_map(level) {
        Some(Level::Two) => Err(Error::HeadingSkipped),
        Some(Level::One) | None => Ok(()),
    }
}

fn is_letters(tag: &str) -> bool {
    tag.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// A file whose pages are being written.
struct Writing<'f> {
    codes: &'f Codes,
    pages: Vec<Ref>,
    file: &'f mut File,
}

impl Writing<'_> {
    fn pages(&mut self, document: &Document, laid: &Laid) -> Vec<Marked> {
        let sheet = &document.sheet;
        let pictures: Vec<Ref> =
            laid.pictures.iter().map(|picture| write_picture(picture, self.file)).collect();
        let mut marked = Vec::new();
        for (number, pieces) in laid.pages.iter().enumerate() {
            let drawing = content::draw(pieces, &laid.elements, sheet, self.codes);
            let mut commands = if number == 0 { content::draw_marks(sheet) } else { Vec::new() };
            commands.extend(drawing.commands);
            let (id, contents) = (self.file.number(), self.file.number());
            let data = deflate(&commands, b"\n");
            self.file.stream(contents).stream(contents, &data).filter(Filter::FlateDecode);
            let mut page = self.file.object(id).page(id);
            page.parent(PAGES).contents(contents);
            page.struct_parents(i32::try_from(self.pages.len()).unwrap_or(i32::MAX));
            page.media_box(Rect::new(0.0, 0.0, points(sheet.width), points(sheet.height)));
            let mut resources = page.resources();
            resources.pair(Name(b"Font"), FONTS);
            let shown = pieces.iter().filter_map(|piece| match piece.drawn {
                Drawn::Picture { number, .. } => Some((number, *pictures.get(number)?)),
                Drawn::Line(..) | Drawn::Area { .. } => None,
            });
            let shown: Vec<(usize, Ref)> = shown.collect();
            if !shown.is_empty() {
                let mut objects = resources.x_objects();
                for (number, id) in shown {
                    objects.pair(Name(content::picture_name(number).as_bytes()), id);
                }
            }
            resources.finish();
            page.finish();
            self.pages.push(id);
            marked.push(Marked { page: id, marks: drawing.marks });
        }
        marked
    }
}

fn write_picture(picture: &Picture, file: &mut File) -> Ref {
    let id = file.number();
    let data: Arc<[u8]> = Arc::clone(&picture.data);
    let mut image = file.stream(id).image_xobject(id, &data);
    image.filter(match picture.coding {
        Coding::Deflated => Filter::FlateDecode,
        Coding::Jpeg => Filter::DctDecode,
    });
    image.width(i32::try_from(picture.width).unwrap_or(i32::MAX));
    image.height(i32::try_from(picture.height).unwrap_or(i32::MAX));
    image.bits_per_component(8);
    if picture.is_grey {
        image.color_space().device_gray();
    } else {
        image.color_space().device_rgb();
    }
    id
}

fn write_catalog(about: &About<'_>, file: &mut File) {
    let mut catalog: Catalog<'_> = file.object(CATALOG).indirect(CATALOG).start();
    catalog.pages(PAGES).metadata(METADATA).lang(TextStr(about.language));
    catalog.viewer_preferences().display_doc_title(true);
    catalog.mark_info().marked(true);
    catalog.pair(Name(b"StructTreeRoot"), ROOT);
    let mut intents = catalog.output_intents();
    let mut intent = intents.push();
    intent.subtype(OutputIntentSubtype::PDFA).output_condition_identifier(TextStr("sRGB"));
    intent.info(TextStr("sRGB IEC61966-2.1")).dest_output_profile(PROFILE);
}

fn write_root(tree: &Tree, file: &mut File) {
    let mut root: StructTreeRoot<'_> = file.object(ROOT).indirect(ROOT).start();
    root.child(tree.document);
    let mut parents = root.parent_tree();
    let mut numbers = parents.nums();
    for (key, array) in (0..).zip(&tree.parents) {
        numbers.insert(key, *array);
    }
    numbers.finish();
    parents.finish();
    root.parent_tree_next_key(i32::try_from(tree.parents.len()).unwrap_or(i32::MAX));
}

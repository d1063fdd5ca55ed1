//! Pdf: the objects of the file, from a laid out document.
//!
//! In: pages and elements. Out: the bytes of a file that is PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO
//! 14289-1).

use pdf_writer::types::OutputIntentSubtype;
use pdf_writer::writers::{Catalog, DocumentInfo, StructTreeRoot};
use pdf_writer::{Date, Filter, Finish, Name, Rect, Ref, TextStr};

use crate::paper::content::{self, Fonts};
use crate::paper::document::{Document, Level, Weight};
use crate::paper::face::check_printable;
use crate::paper::file::{File, deflate};
use crate::paper::layout::{Element, Kind, Laid, points};
use crate::paper::structure::{self, Marked, Tree};
use crate::paper::{Error, Typesetter, metadata};

/// The objects every file has.
const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const ROOT: Ref = Ref::new(3);
const METADATA: Ref = Ref::new(4);
const PROFILE: Ref = Ref::new(5);
const INFO: Ref = Ref::new(6);
const FONTS: [(Weight, Ref); 2] = [(Weight::Regular, Ref::new(7)), (Weight::Bold, Ref::new(8))];
const FIRST_FREE: i32 = 9;

/// Writes a file.
pub(super) fn write(typesetter: &Typesetter, document: &Document, laid: &Laid) -> Result<Vec<u8>, Error> {
    check(document)?;
    check_headings(laid)?;
    let mut file = File::new(Ref::new(FIRST_FREE));
    let mut fonts = Fonts::default();
    let pages = write_pages(document, laid, &mut fonts, &mut file)?;
    let tree = structure::write(&laid.elements, &pages, ROOT, &mut file);
    for (weight, id) in used_fonts(laid) {
        fonts.codes(weight).write(typesetter.face(weight), id, &mut file)?;
    }
    write_catalog(document, &mut file);
    write_root(&tree, &mut file);
    // Not compressed: archives search the metadata of files without reading PDF (ISO 19005-1, 6.7.2).
    file.stream(METADATA).metadata(METADATA, metadata::packet(document).as_bytes());
    file.stream(PROFILE).icc_profile(PROFILE, &typesetter.profile).n(3).filter(Filter::FlateDecode);
    write_info(document, &mut file);
    Ok(file.finish(CATALOG, INFO))
}

/// Refuses a document whose metadata no reader could use.
fn check(document: &Document) -> Result<(), Error> {
    check_printable(&document.title)?;
    if document.title.trim().is_empty() {
        return Err(Error::NoTitle);
    }
    let mut subtags = document.language.split('-');
    let primary = subtags.next().is_some_and(|tag| (2..=3).contains(&tag.len()) && is_letters(tag));
    let others =
        subtags.all(|tag| (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric()));
    if primary && others { Ok(()) } else { Err(Error::Language) }
}

/// Refuses a first heading below the first level (ISO 14289-1, 7.4.2).
fn check_headings(laid: &Laid) -> Result<(), Error> {
    let level = |element: &Element| match element.kind {
        Kind::Heading(level) => Some(level),
        Kind::Paragraph | Kind::List(_) | Kind::ListItem | Kind::Label | Kind::ListBody => None,
    };
    match laid.elements.iter().find_map(level) {
        Some(Level::Two) => Err(Error::HeadingSkipped),
        Some(Level::One) | None => Ok(()),
    }
}

fn is_letters(tag: &str) -> bool {
    tag.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Returns the fonts that some piece uses.
fn used_fonts(laid: &Laid) -> impl Iterator<Item = (Weight, Ref)> {
    let uses = |weight| laid.pages.iter().flatten().any(|piece| piece.weight == weight);
    FONTS.into_iter().filter(move |(weight, _)| uses(*weight))
}

fn write_pages<'l>(
    document: &Document,
    laid: &'l Laid,
    fonts: &mut Fonts<'l>,
    file: &mut File,
) -> Result<Vec<Marked>, Error> {
    let sheet = &document.sheet;
    let mut pages = Vec::new();
    for (key, pieces) in (0..).zip(&laid.pages) {
        let drawn = content::draw(pieces, &laid.elements, sheet, fonts)?;
        let mut commands = if key == 0 { content::draw_marks(sheet) } else { Vec::new() };
        commands.extend(drawn.commands);
        let (id, contents) = (file.number(), file.number());
        file.stream(contents).stream(contents, &deflate(&commands, b"\n")).filter(Filter::FlateDecode);
        let mut page = file.object(id).page(id);
        page.parent(PAGES).contents(contents).struct_parents(key);
        page.media_box(Rect::new(0.0, 0.0, points(sheet.width), points(sheet.height)));
        let mut resources = page.resources();
        resources.fonts().pairs(used_fonts(laid).map(|(weight, id)| (content::font_name(weight), id)));
        resources.finish();
        page.finish();
        pages.push(Marked { page: id, marks: drawn.marks });
    }
    let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
    file.object(PAGES).pages(PAGES).kids(pages.iter().map(|page| page.page)).count(count);
    Ok(pages)
}

fn write_catalog(document: &Document, file: &mut File) {
    let mut catalog: Catalog<'_> = file.object(CATALOG).indirect(CATALOG).start();
    catalog.pages(PAGES).metadata(METADATA).lang(TextStr(&document.language));
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

fn write_info(document: &Document, file: &mut File) {
    let (year, month, day) = metadata::year_month_day(document.date);
    let date = Date::new(year).month(month).day(day).hour(0).minute(0).second(0).utc_offset_hour(0);
    let mut info: DocumentInfo<'_> = file.object(INFO).indirect(INFO).start();
    info.title(TextStr(&document.title)).producer(TextStr(metadata::PRODUCER));
    info.creation_date(date).modified_date(date);
}

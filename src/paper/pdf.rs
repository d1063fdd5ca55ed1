//! Pdf: the file, from a laid out document.
//!
//! In: pages and elements. Out: the bytes of a file that is PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). The
//! file identifier is a hash of everything before it, so that the same document gives the same bytes.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::OutputIntentSubtype;
use pdf_writer::{Date, Filter, Finish, Name, Pdf, Rect, Ref, Settings, TextStr, XRefFilter};
use sha2::{Digest, Sha256};

use crate::paper::content::{self, Fonts};
use crate::paper::document::{Document, Weight};
use crate::paper::face::check_printable;
use crate::paper::layout::{Laid, points};
use crate::paper::structure::{self, Marked, Tree};
use crate::paper::{Error, Typesetter, metadata};

/// The objects every file has.
const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const ROOT: Ref = Ref::new(3);
const METADATA: Ref = Ref::new(4);
const PROFILE: Ref = Ref::new(5);
const INFO: Ref = Ref::new(6);
const REGULAR: Ref = Ref::new(7);
const BOLD: Ref = Ref::new(8);
const FIRST_FREE: i32 = 9;

/// Writes a file.
pub(super) fn write(typesetter: &Typesetter, document: &Document, laid: &Laid) -> Result<Vec<u8>, Error> {
    check(document)?;
    let mut pdf = Pdf::with_settings_and_capacity(Settings { pretty: false }, 16 * 1024);
    let mut next = Ref::new(FIRST_FREE);
    let mut fonts = Fonts::default();
    let pages = write_pages(document, laid, &mut fonts, &mut next, &mut pdf)?;
    let tree = structure::write(&laid.elements, &pages, ROOT, &mut next, &mut pdf);
    fonts.regular.write(&typesetter.regular, REGULAR, &mut next, &mut pdf)?;
    if !fonts.bold.is_empty() {
        fonts.bold.write(&typesetter.bold, BOLD, &mut next, &mut pdf)?;
    }
    write_catalog(document, &tree, &mut pdf);
    write_root(&tree, &mut pdf);
    pdf.metadata(METADATA, metadata::packet(document).as_bytes());
    pdf.icc_profile(PROFILE, &typesetter.profile).n(3).filter(Filter::FlateDecode);
    write_info(document, &mut pdf);
    let hash: Vec<u8> = Sha256::digest(pdf.as_bytes()).iter().copied().take(16).collect();
    pdf.set_file_id((hash.clone(), hash));
    Ok(pdf.finish_with_xref_stream_and_filter(next, |table| (deflate(table), XRefFilter::Single(Filter::FlateDecode))))
}

/// Compresses a stream.
pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("writing to memory cannot fail");
    encoder.finish().expect("writing to memory cannot fail")
}

/// Refuses a document whose metadata no reader could use.
fn check(document: &Document) -> Result<(), Error> {
    check_printable(&document.title)?;
    if document.title.trim().is_empty() {
        return Err(Error::NoTitle);
    }
    let mut subtags = document.language.split('-');
    let primary = subtags.next().is_some_and(|tag| (2..=3).contains(&tag.len()) && is_letters(tag));
    let others = subtags.all(|tag| (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric()));
    if primary && others { Ok(()) } else { Err(Error::Language) }
}

fn is_letters(tag: &str) -> bool {
    tag.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn write_pages<'l>(
    document: &Document,
    laid: &'l Laid,
    fonts: &mut Fonts<'l>,
    next: &mut Ref,
    pdf: &mut Pdf,
) -> Result<Vec<Marked>, Error> {
    let sheet = &document.sheet;
    let mut pages = Vec::new();
    for (key, pieces) in (0..).zip(&laid.pages) {
        let drawn = content::draw(pieces, &laid.elements, sheet, fonts)?;
        let mut commands = if key == 0 { content::draw_marks(sheet) } else { Vec::new() };
        commands.extend(drawn.commands);
        let (id, contents) = (next.bump(), next.bump());
        pdf.stream(contents, &deflate(&commands)).filter(Filter::FlateDecode);
        let mut page = pdf.page(id);
        page.parent(PAGES).contents(contents).struct_parents(key);
        page.media_box(Rect::new(0.0, 0.0, points(sheet.width), points(sheet.height)));
        let mut resources = page.resources();
        let mut names = resources.fonts();
        names.pair(content::font_name(Weight::Regular), REGULAR);
        if !fonts.bold.is_empty() {
            names.pair(content::font_name(Weight::Bold), BOLD);
        }
        names.finish();
        resources.finish();
        page.finish();
        pages.push(Marked { page: id, marks: drawn.marks });
    }
    let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
    pdf.pages(PAGES).kids(pages.iter().map(|page| page.page)).count(count);
    Ok(pages)
}

fn write_catalog(document: &Document, _tree: &Tree, pdf: &mut Pdf) {
    let mut catalog = pdf.catalog(CATALOG);
    catalog.pages(PAGES).metadata(METADATA).lang(TextStr(&document.language));
    catalog.viewer_preferences().display_doc_title(true);
    catalog.mark_info().marked(true);
    catalog.pair(Name(b"StructTreeRoot"), ROOT);
    let mut intents = catalog.output_intents();
    intents
        .push()
        .subtype(OutputIntentSubtype::PDFA)
        .output_condition_identifier(TextStr("sRGB"))
        .info(TextStr("sRGB IEC61966-2.1"))
        .dest_output_profile(PROFILE);
}

fn write_root(tree: &Tree, pdf: &mut Pdf) {
    let mut root = pdf.indirect(ROOT).start::<pdf_writer::writers::StructTreeRoot<'_>>();
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

fn write_info(document: &Document, pdf: &mut Pdf) {
    let (year, month, day) = metadata::year_month_day(document.date);
    let date = Date::new(year).month(month).day(day).hour(0).minute(0).second(0).utc_offset_hour(0);
    pdf.document_info(INFO)
        .title(TextStr(&document.title))
        .producer(TextStr(metadata::PRODUCER))
        .creation_date(date)
        .modified_date(date);
}

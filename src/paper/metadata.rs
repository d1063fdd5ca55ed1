//! Metadata: what a document says about itself, in XMP.
//!
//! In: language, title and date. Out: an XMP packet that claims PDF/A-2a and PDF/UA-1 and describes the one
//! schema that PDF/A does not know. No author, no tool beside our name: a letter's sender stands in the
//! letter only.

use chrono::{Datelike, NaiveDate};
use xmp_writer::{DateTime, LangId, Namespace, Timezone, XmpWriter};

/// What a file says about itself.
pub(super) struct About<'l> {
    /// The language as a BCP 47 tag.
    pub(super) language: &'l str,
    pub(super) title: &'l str,
    pub(super) date: NaiveDate,
}

/// The name under which the program signs as producer.
const PRODUCER: &str = "habeas";

/// Returns the metadata packet.
pub(super) fn packet(about: &About<'_>) -> String {
    let mut xmp = XmpWriter::new();
    xmp.format("application/pdf");
    xmp.language([LangId(about.language)]);
    xmp.title([(None, about.title)]);
    xmp.producer(PRODUCER);
    xmp.create_date(date_time(about.date));
    xmp.modify_date(date_time(about.date));
    xmp.pdfa_part(2);
    xmp.pdfa_conformance("A");
    xmp.pdfua_part(1);
    describe_accessibility(&mut xmp);
    xmp.finish(None)
}

/// Describes the schema of PDF/UA, which PDF/A-2 demands of every schema it does not know (ISO 19005-2,
/// 6.6.2.3).
fn describe_accessibility(xmp: &mut XmpWriter<'_>) {
    let mut schemas = xmp.extension_schemas();
    let mut schema = schemas.add_schema();
    schema.namespace(Namespace::PdfUAId);
    let mut properties = schema.properties();
    let mut property = properties.add_property();
    property.name("part").value_type("Integer").category(true).description("PDF/UA version");
}

fn date_time(date: NaiveDate) -> DateTime {
    let (year, month, day) = year_month_day(date);
    DateTime::new(year, month, day, 0, 0, 0, Timezone::Utc)
}

/// Returns a date as the file's formats can hold it: years from 0 to 9999.
fn year_month_day(date: NaiveDate) -> (u16, u8, u8) {
    let small = |number: u32| u8::try_from(number).expect("months and days are small");
    (u16::try_from(date.year().clamp(0, 9999)).unwrap_or_default(), small(date.month()), small(date.day()))
}

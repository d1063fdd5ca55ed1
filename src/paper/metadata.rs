//! Metadata: what a document says about itself, in XMP.
//!
//! In: language, title and date. Out: an XMP packet (ISO 16684-1) that claims PDF/A-2a and PDF/UA-1 and describes the
//! one schema that PDF/A does not know. No author, no tool beside our name: a letter's sender stands in the
//! letter only. The packet may not be compressed, so it is short.

use chrono::{Datelike, NaiveDate};

/// What a file says about itself.
pub(super) struct About<'l> {
    /// The language as a BCP 47 tag.
    pub(super) language: &'l str,
    pub(super) title: &'l str,
    pub(super) date: NaiveDate,
}

/// What stands before the date, between it and the title, and behind them.
const BEFORE: &str = concat!(
    "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\"",
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"",
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"",
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"",
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"",
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"",
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"",
    " xmp:CreatorTool=\"habeas\" pdfaid:part=\"2\" pdfaid:conformance=\"A\" pdfuaid:part=\"1\" xmp:CreateDate=\"",
);
const BETWEEN: &str = "T00:00:00Z\"><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">";
// PDF/A-2 demands a description of every schema it does not know (ISO 19005-2, 6.6.2.3).
const BEHIND: &str = concat!(
    "</rdf:li></rdf:Alt></dc:title><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">",
    "<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>",
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>",
    "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name>",
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
    "<pdfaProperty:category>internal</pdfaProperty:category>",
    "<pdfaProperty:description>part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>",
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>",
);

/// Returns the metadata packet.
pub(super) fn packet(about: &About<'_>) -> String {
    // The format of the date has four digits for the year.
    let date = about.date.with_year(about.date.year().clamp(0, 9999)).unwrap_or(about.date);
    let mut packet = String::with_capacity(BEFORE.len() + BETWEEN.len() + BEHIND.len() + 200);
    packet.push_str(BEFORE);
    packet.push_str(&date.format("%Y-%m-%d").to_string());
    packet.push_str(BETWEEN);
    for character in about.title.chars() {
        match character {
            '&' => packet.push_str("&amp;"),
            '<' => packet.push_str("&lt;"),
            '>' => packet.push_str("&gt;"),
            _ => packet.push(character),
        }
    }
    packet.push_str(BEHIND);
    packet
}

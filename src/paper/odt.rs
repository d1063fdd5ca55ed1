//! Odt: a document as OpenDocument text, for people who want to change it before it leaves.
//!
//! In: a [`Document`]. Out: the bytes of an `.odt` file (OpenDocument 1.3): the same words in the same order, with
//! headings, lists, tables and pictures as what they are, frames at their places, the same type sizes. A chart is there
//! in the words that stand in for it. The same document gives the same bytes.
//!
//! Not here: lines and pages, which the reader's program makes.

use std::fmt::Write as _;

use crate::paper::Error;
use crate::paper::document::{
    Align, Block, Content, Document, Drawing, Figure, Item, Level, Style, Table, Weight,
};
use crate::paper::face::check_printable;
use crate::paper::package::Package;
use crate::paper::picture::{Coding, Picture};

const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";
const SPACES: &str = concat!(
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"",
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"",
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"",
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"",
    " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"",
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"",
    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"",
    " xmlns:xlink=\"http://www.w3.org/1999/xlink\"",
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"",
    " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"",
    " office:version=\"1.3\"",
);
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Writes a document as OpenDocument text.
///
/// # Errors
/// The document has a control character.
pub fn odt(document: &Document) -> Result<Vec<u8>, Error> {
    check_printable(&document.title)?;
    let mut writing = Writing::default();
    let body = writing.body(document)?;
    let mut package = Package::new();
    // The first file says what the package is, uncompressed, so that its first bytes tell (OpenDocument 1.3, part 2, 3.3).
    package.store("mimetype", MEDIA_TYPE.as_bytes());
    package.pack("content.xml", writing.content(&body).as_bytes());
    package.pack("styles.xml", styles(document).as_bytes());
    package.pack("meta.xml", meta(document).as_bytes());
    for (name, bytes) in &writing.pictures {
        package.store(name, bytes);
    }
    package.pack("META-INF/manifest.xml", manifest(&writing.pictures).as_bytes());
    Ok(package.finish())
}

/// A document being written: what its text refers to.
#[derive(Default)]
struct Writing {
    styles: String,
    count: usize,
    pictures: Vec<(String, Vec<u8>)>,
}

impl Writing {
    fn body(&mut self, document: &Document) -> Result<String, Error> {
        let mut body = String::new();
        let sheet = &document.sheet;
        for (number, frame) in document.frames.iter().enumerate() {
            let mut inside = String::new();
            for block in &frame.blocks {
                inside += &self.block(block, block.above)?;
            }
            say(
                &mut body,
                format_args!(
                    "<draw:frame draw:style-name=\"Place\" draw:name=\"Frame{}\" text:anchor-type=\"page\" \
                 text:anchor-page-number=\"1\" svg:x=\"{}mm\" svg:y=\"{}mm\" svg:width=\"{}mm\"><draw:text-box \
                 fo:min-height=\"{}mm\">{inside}</draw:text-box></draw:frame>",
                    number + 1,
                    frame.left,
                    frame.top,
                    frame.width,
                    frame.height,
                ),
            );
        }
        let below =
            document.frames.iter().fold(sheet.margin.top, |below, frame| below.max(frame.top + frame.height));
        // What flows begins under the frames; in points, as the space above any block.
        let under = (below - sheet.margin.top) * 72.0 / 25.4;
        for (at, block) in document.flow.iter().enumerate() {
            body += &self.block(block, block.above + if at == 0 { under } else { 0.0 })?;
        }
        Ok(body)
    }

    fn block(&mut self, block: &Block, above: f32) -> Result<String, Error> {
        let style = block.style;
        Ok(match &block.content {
            Content::Heading(level, text) => {
                let (outline, parent) = match level {
                    Level::One => (1, "Heading_20_1"),
                    Level::Two => (2, "Heading_20_2"),
                };
                let name = self.paragraph(style, above, true, parent);
                format!(
                    "<text:h text:style-name=\"{name}\" text:outline-level=\"{outline}\">{}</text:h>",
                    words(text)?
                )
            }
            Content::Paragraph(text) | Content::Ornament(text) => {
                self.simple(text, style, above, block.with_next)?
            }
            Content::Lines(lines) => self.simple(&lines.join("\n"), style, above, block.with_next)?,
            Content::List(items) => self.list(items, style, above)?,
            Content::Table(table) => self.table(table, style)?,
            Content::Figure(figure) => self.figure(figure, style, above)?,
        })
    }

    fn simple(&mut self, text: &str, style: Style, above: f32, with_next: bool) -> Result<String, Error> {
        let name = self.paragraph(style, above, with_next, "Standard");
        Ok(format!("<text:p text:style-name=\"{name}\">{}</text:p>", words(text)?))
    }

    /// Writes a list: one that counts by itself where its labels are counted, else one with its labels as text.
    fn list(&mut self, items: &[Item], style: Style, above: f32) -> Result<String, Error> {
        let name = self.name("L");
        let counted = counting(items);
        let hang = style.size * 0.6;
        if let Some(kind) = &counted {
            let indent = style.indent + hang;
            say(
                &mut self.styles,
                format_args!(
                    "<text:list-style style:name=\"{name}\">{kind}<style:list-level-properties \
                 text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment \
                 text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"{indent:.2}mm\" \
                 fo:text-indent=\"-{hang:.2}mm\" fo:margin-left=\"{indent:.2}mm\"/></style:list-level-properties>{}\
                 </text:list-style>",
                    if kind.contains("-bullet") {
                        "</text:list-level-style-bullet>"
                    } else {
                        "</text:list-level-style-number>"
                    },
                ),
            );
        }
        let mut list = String::new();
        for (at, item) in items.iter().enumerate() {
            let above = if at == 0 { above } else { style.between };
            // A margin of the paragraph's own would take the place of the list's.
            let hanging = match counted {
                Some(_) => String::new(),
                None => {
                    let indent = style.indent + hang;
                    format!(" fo:margin-left=\"{indent:.2}mm\" fo:text-indent=\"-{hang:.2}mm\"")
                }
            };
            let paragraph = self.indented(style, above, false, ("Standard", &hanging));
            let text = words(&item.text)?;
            if counted.is_some() {
                say(
                    &mut list,
                    format_args!(
                        "<text:list-item><text:p text:style-name=\"{paragraph}\">{text}</text:p></text:list-item>"
                    ),
                );
            } else {
                let label = words(&item.label)?;
                say(
                    &mut list,
                    format_args!("<text:p text:style-name=\"{paragraph}\">{label}<text:tab/>{text}</text:p>"),
                );
            }
        }
        Ok(if counted.is_some() {
            format!("<text:list text:style-name=\"{name}\">{list}</text:list>")
        } else {
            list
        })
    }

    fn table(&mut self, table: &Table, style: Style) -> Result<String, Error> {
        let name = self.name("T");
        let mut written = format!("<table:table table:name=\"{name}\">");
        for column in &table.columns {
            let of_column = self.name("C");
            let share = (column.share.max(0.01) * 1000.0).round();
            say(
                &mut self.styles,
                format_args!(
                    "<style:style style:name=\"{of_column}\" style:family=\"table-column\"><style:table-column-properties \
                 style:rel-column-width=\"{share}*\"/></style:style>"
                ),
            );
            say(&mut written, format_args!("<table:table-column table:style-name=\"{of_column}\"/>"));
        }
        let names: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
        let bold = Style { weight: Weight::Bold, ..style };
        let head = self.row(table, &names, bold)?;
        say(&mut written, format_args!("<table:table-header-rows>{head}</table:table-header-rows>"));
        for cells in &table.rows {
            if cells.len() > table.columns.len() {
                return Err(Error::TooManyCells);
            }
            written += &self.row(table, cells, style)?;
        }
        Ok(written + "</table:table>")
    }

    fn row(&mut self, table: &Table, cells: &[String], style: Style) -> Result<String, Error> {
        let mut row = "<table:table-row>".to_owned();
        for (at, column) in table.columns.iter().enumerate() {
            let text = cells.get(at).map_or("", String::as_str);
            let paragraph = self.simple(text, Style { align: column.align, ..style }, 0.0, false)?;
            say(
                &mut row,
                format_args!(
                    "<table:table-cell table:style-name=\"Cell\" office:value-type=\"string\">{paragraph}</table:table-cell>"
                ),
            );
        }
        Ok(row + "</table:table-row>")
    }

    fn figure(&mut self, figure: &Figure, style: Style, above: f32) -> Result<String, Error> {
        check_printable(&figure.said)?;
        let mut pictures = String::new();
        for drawing in &figure.drawings {
            if let Drawing::Picture { place: [_, _, width, height], picture } = drawing {
                let file = self.picture(picture);
                say(
                    &mut pictures,
                    format_args!(
                        "<draw:frame draw:name=\"Picture{}\" text:anchor-type=\"as-char\" svg:width=\"{width}mm\" \
                     svg:height=\"{height}mm\"><draw:image xlink:href=\"{file}\" xlink:type=\"simple\" \
                     xlink:show=\"embed\" xlink:actuate=\"onLoad\"/><svg:desc>{}</svg:desc></draw:frame>",
                        self.pictures.len(),
                        escaped(&figure.said),
                    ),
                );
            }
        }
        if pictures.is_empty() {
            return self.simple(&figure.said, style, above, false);
        }
        let name = self.paragraph(style, above, false, "Standard");
        Ok(format!("<text:p text:style-name=\"{name}\">{pictures}</text:p>"))
    }

    fn picture(&mut self, picture: &Picture) -> String {
        let extension = match picture.coding {
            Coding::Deflated => "png",
            Coding::Jpeg => "jpg",
        };
        let name = format!("Pictures/{}.{extension}", self.pictures.len() + 1);
        self.pictures.push((name.clone(), picture.file.to_vec()));
        name
    }

    /// Adds a style of a paragraph and returns its name.
    fn paragraph(&mut self, style: Style, above: f32, with_next: bool, parent: &str) -> String {
        let indent = format!(" fo:margin-left=\"{:.2}mm\"", style.indent);
        self.indented(style, above, with_next, (parent, &indent))
    }

    /// Adds a style of a paragraph with these attributes for its indent, and returns its name.
    fn indented(
        &mut self,
        style: Style,
        above: f32,
        with_next: bool,
        (parent, indent): (&str, &str),
    ) -> String {
        let name = self.name("P");
        let align = match style.align {
            Align::Left => "start",
            Align::Justified => "justify",
            Align::Centre => "center",
            Align::Right => "end",
        };
        let weight = match style.weight {
            Weight::Regular => "normal",
            Weight::Bold => "bold",
        };
        let keep = if with_next { " fo:keep-with-next=\"always\"" } else { "" };
        say(
            &mut self.styles,
            format_args!(
                "<style:style style:name=\"{name}\" style:family=\"paragraph\" style:parent-style-name=\"{parent}\">\
             <style:paragraph-properties fo:margin-top=\"{above:.2}pt\" fo:margin-bottom=\"0pt\"\
             {indent} fo:line-height=\"{:.0}%\" fo:text-align=\"{align}\" fo:orphans=\"2\" \
             fo:widows=\"2\"{keep}/><style:text-properties fo:font-size=\"{:.2}pt\" fo:font-weight=\"{weight}\" \
             fo:color=\"#{:02x}{:02x}{:02x}\"/></style:style>",
                style.leading / 1.362 * 100.0,
                style.size,
                style.ink.0,
                style.ink.1,
                style.ink.2,
            ),
        );
        name
    }

    fn name(&mut self, letter: &str) -> String {
        self.count += 1;
        format!("{letter}{}", self.count)
    }

    fn content(&self, body: &str) -> String {
        format!(
            "{DECLARATION}<office:document-content{SPACES}><office:automatic-styles><style:style style:name=\"Place\" \
             style:family=\"graphic\"><style:graphic-properties style:wrap=\"run-through\" style:run-through=\"foreground\" \
             style:vertical-pos=\"from-top\" style:vertical-rel=\"page\" style:horizontal-pos=\"from-left\" \
             style:horizontal-rel=\"page\" fo:padding=\"0mm\" fo:border=\"none\" draw:stroke=\"none\" draw:fill=\"none\"/></style:style>\
             <style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties \
             fo:padding=\"1mm\" fo:border-bottom=\"0.5pt solid #bebebe\"/></style:style>{}</office:automatic-styles>\
             <office:body><office:text>{body}</office:text></office:body></office:document-content>",
            self.styles
        )
    }
}

/// Returns how a list's labels count: the head of its level's style; nothing if they follow no rule that every
/// program knows.
fn counting(items: &[Item]) -> Option<String> {
    let first = items.first()?;
    let mut signs = first.label.chars();
    if let (Some(sign), None) = (signs.next(), signs.next())
        && items.iter().all(|item| item.label == first.label)
        && !sign.is_alphanumeric()
    {
        return Some(format!(
            "<text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"{}\">",
            escaped(&first.label)
        ));
    }
    let suffix = first.label.trim_start_matches(char::is_alphanumeric);
    let counts = |number: fn(usize) -> String| {
        items.iter().enumerate().all(|(at, item)| item.label == format!("{}{suffix}", number(at)))
    };
    let decimal = counts(|at| (at + 1).to_string());
    let letters = items.len() <= 26 && counts(|at| ('a'..='z').nth(at).map(String::from).unwrap_or_default());
    let format = if decimal {
        '1'
    } else if letters {
        'a'
    } else {
        return None;
    };
    Some(format!(
        "<text:list-level-style-number text:level=\"1\" style:num-format=\"{format}\" style:num-suffix=\"{}\">",
        escaped(suffix)
    ))
}

fn styles(document: &Document) -> String {
    let sheet = &document.sheet;
    let margin = sheet.margin;
    let mut subtags = document.language.split('-');
    let language = subtags.next().unwrap_or_default();
    let country = subtags.find(|tag| tag.len() == 2).unwrap_or("none");
    format!(
        "{DECLARATION}<office:document-styles{SPACES}><office:font-face-decls><style:font-face style:name=\"Noto Sans\" \
         svg:font-family=\"'Noto Sans'\" style:font-family-generic=\"swiss\"/></office:font-face-decls><office:styles>\
         <style:default-style style:family=\"paragraph\"><style:paragraph-properties \
         fo:hyphenation-ladder-count=\"2\"/><style:text-properties style:font-name=\"Noto Sans\" fo:font-size=\"10pt\" \
         fo:language=\"{language}\" fo:country=\"{country}\"/></style:default-style><style:style style:name=\"Standard\" \
         style:family=\"paragraph\"/><style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" \
         style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:default-outline-level=\"1\"/>\
         <style:style style:name=\"Heading_20_2\" style:display-name=\"Heading 2\" style:family=\"paragraph\" \
         style:parent-style-name=\"Standard\" style:default-outline-level=\"2\"/></office:styles>\
         <office:automatic-styles><style:page-layout style:name=\"Sheet\"><style:page-layout-properties \
         fo:page-width=\"{}mm\" fo:page-height=\"{}mm\" fo:margin-top=\"{}mm\" fo:margin-right=\"{}mm\" \
         fo:margin-bottom=\"{}mm\" fo:margin-left=\"{}mm\"/></style:page-layout></office:automatic-styles>\
         <office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"Sheet\"/>\
         </office:master-styles></office:document-styles>",
        sheet.width, sheet.height, margin.top, margin.right, margin.bottom, margin.left,
    )
}

fn meta(document: &Document) -> String {
    format!(
        "{DECLARATION}<office:document-meta{SPACES}><office:meta><meta:generator>habeas</meta:generator><dc:title>{}\
         </dc:title><dc:language>{}</dc:language><meta:creation-date>{}T00:00:00</meta:creation-date></office:meta>\
         </office:document-meta>",
        escaped(&document.title),
        escaped(&document.language),
        document.date.format("%Y-%m-%d"),
    )
}

fn manifest(pictures: &[(String, Vec<u8>)]) -> String {
    let mut manifest = format!(
        "{DECLARATION}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" \
         manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" \
         manifest:media-type=\"{MEDIA_TYPE}\"/>"
    );
    let entry = |manifest: &mut String, name: &str, kind: &str| {
        say(
            manifest,
            format_args!(
                "<manifest:file-entry manifest:full-path=\"{name}\" manifest:media-type=\"{kind}\"/>"
            ),
        );
    };
    for name in ["content.xml", "styles.xml", "meta.xml"] {
        entry(&mut manifest, name, "text/xml");
    }
    for (name, _) in pictures {
        entry(&mut manifest, name, if name.ends_with("png") { "image/png" } else { "image/jpeg" });
    }
    manifest + "</manifest:manifest>"
}

/// Returns a text as the content of a paragraph: line feeds are forced line breaks, and no space is lost.
fn words(text: &str) -> Result<String, Error> {
    let mut words = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        check_printable(line)?;
        if at > 0 {
            words.push_str("<text:line-break/>");
        }
        let mut after_space = true;
        for character in line.chars() {
            match character {
                // Readers take a run of spaces, and one at the start, for a single one or none.
                ' ' if after_space => words.push_str("<text:s/>"),
                _ => words.push_str(&escaped(character.encode_utf8(&mut [0; 4]))),
            }
            after_space = character == ' ';
        }
    }
    Ok(words)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn say(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    text.write_fmt(arguments).expect("writing to a string cannot fail");
}

//! Tests of letters on paper: the recipient shows in the window of an envelope, the signature stands where it should,
//! and the OpenDocument text has the same words.

#![expect(clippy::unwrap_used, reason = "what tests are built with may fail as loudly as tests")]

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use habeas::letter::pdf::{document, pdf};
use habeas::letter::{Layout, Letter};
use habeas::paper::odt::odt;
use habeas::paper::picture::Picture;

use crate::letter_content::one_of_each;
use crate::paper::{english, far, french, pages, typesetter};
use crate::paper_figure::{PNG, illustrated, raw_streams};

/// A line on a page: how far from the left and from above in millimetres, and its ASCII letters.
#[derive(Clone)]
pub(crate) struct Line {
    pub(crate) left: f32,
    pub(crate) down: f32,
    pub(crate) text: String,
}

/// Reads the lines of each page back from a file.
pub(crate) fn lines(bytes: &[u8]) -> Vec<Vec<Line>> {
    let is_page = |stream: &Vec<u8>| stream.windows(3).any(|window| window == b"BDC");
    raw_streams(bytes).into_iter().filter(is_page).map(|page| lines_of(&page)).collect()
}

fn lines_of(page: &[u8]) -> Vec<Line> {
    let (mut x, mut y, mut bold) = (0.0_f32, 0.0_f32, false);
    let mut lines = Vec::new();
    for command in page.split(|byte| *byte == b'\n') {
        let words: Vec<&[u8]> = command.split(|byte| *byte == b' ').collect();
        let number = |at: usize| std::str::from_utf8(words.get(at)?).ok()?.parse::<f32>().ok();
        if command == b"BT" {
            (x, y) = (0.0, 0.0);
        }
        let starts = words.get(2).is_some_and(|word| word.starts_with(b"Td"));
        if let (true, Some(across), Some(up)) = (starts, number(0), number(1)) {
            (x, y) = (x + across, y + up);
            let shown = command.get(command.windows(2).position(|window| window == b"Td").unwrap() + 2..);
            let (text, ends_bold) = text(shown.unwrap_or_default(), bold);
            bold = ends_bold;
            let millimetres = |points: f32| points * 25.4 / 72.0;
            lines.push(Line { left: millimetres(x), down: 297.0 - millimetres(y), text });
        }
    }
    lines
}

/// Returns the ASCII letters of the strings of a command, a dot for every other sign.
fn text(command: &[u8], mut bold: bool) -> (String, bool) {
    let (mut text, mut inside, mut escaped) = (String::new(), false, false);
    for (at, byte) in command.iter().enumerate() {
        match (inside, byte) {
            (true, b'\\') if !escaped => escaped = true,
            (true, b')') if !escaped => inside = false,
            (true, byte) => {
                escaped = false;
                let ascii = if bold { byte.wrapping_sub(0x80) } else { *byte };
                let is_ascii = matches!(ascii, b' '..=b'~') || *byte == b' ';
                text.push(if is_ascii { char::from(if *byte == b' ' { b' ' } else { ascii }) } else { '·' });
            }
            (false, b'(') => inside = true,
            (false, b'/') => bold = command.get(at + 1) == Some(&b'B'),
            (false, _) => {}
        }
    }
    (text, bold)
}

#[test]
fn the_recipient_shows_in_the_window_of_a_french_envelope() {
    // An envelope of 220 × 110 mm with a window of 100 × 45 mm, 20 mm from its right and lower edges; a sheet folded to 99
    // mm slides 10 mm across and 11 mm down in it. What shows wherever it lies is this part of the sheet.
    let (left, right, top, bottom) = (100.0, 190.0, 45.0, 79.0);
    for letter in [french(), far(french())] {
        let recipient: Vec<String> = letter.recipient.iter().map(|line| ascii(line)).collect();
        let bytes = pdf(&letter, typesetter()).unwrap();
        let page = lines(&bytes).into_iter().next().unwrap();
        let shown: Vec<&Line> = page.iter().filter(|line| line.left > 90.0 && line.down < 88.0).collect();
        let first = shown.first().unwrap();
        assert!(recipient.first().unwrap().starts_with(first.text.trim()), "{}", first.text);
        if letter == french() {
            assert!(shown.len() >= letter.recipient.len());
            for line in shown {
                assert!(line.left >= left && line.left < right, "{} begins at {} mm", line.text, line.left);
                assert!(
                    line.down - 4.0 >= top && line.down + 1.5 <= bottom,
                    "{} stands at {} mm",
                    line.text,
                    line.down
                );
            }
        }
    }
}

#[test]
fn the_recipient_stands_in_the_address_field_of_din_5008() {
    let letter = Letter { layout: Layout::Din5008, ..english() };
    let page = lines(&pdf(&letter, typesetter()).unwrap()).into_iter().next().unwrap();
    // The field of form B is 85 × 45 mm, 20 mm across and 45 mm down; the line of the sender is its upper part.
    let shown: Vec<&Line> =
        page.iter().filter(|line| line.left < 105.0 && (62.0..95.0).contains(&line.down)).collect();
    assert_eq!(shown.len(), letter.recipient.len());
    for line in shown {
        assert!(
            line.left >= 20.0 && line.left <= 105.0 && line.down >= 45.0 && line.down <= 90.0,
            "{}",
            line.text
        );
    }
}

#[test]
fn a_letter_that_says_how_it_is_posted_leaves_the_recipient_where_it_stood() {
    let plain = Letter { recipient: vec!["The Invented Shop Ltd".to_owned()], ..english() };
    for &layout in Layout::ALL {
        let place = |posted: Option<&str>| {
            let letter = Letter { layout, posted: posted.map(str::to_owned), ..plain.clone() };
            let page = lines(&pdf(&letter, typesetter()).unwrap()).into_iter().next().unwrap();
            let shop = page.iter().find(|line| line.text.trim() == "The Invented Shop Ltd").unwrap();
            let said = page.iter().find(|line| line.text.contains("Registered")).map(|line| line.down);
            (shop.left, shop.down, said)
        };
        let (unsaid, said) = (place(None), place(Some("Registered letter")));
        assert!(unsaid.2.is_none());
        assert!((unsaid.0 - said.0).abs() < 0.1 && (unsaid.1 - said.1).abs() < 0.1, "{layout:?}: {said:?}");
        let down = said.2.expect("it is said");
        match layout {
            Layout::WindowRight => assert!(down > said.1 + 30.0, "under the subject: {down} mm"),
            Layout::Din5008 | Layout::Left => {
                assert!(
                    down < said.1 && down > said.1 - 6.0 && down > 45.0,
                    "above the recipient: {down} mm"
                );
            }
        }
    }
}

fn ascii(text: &str) -> String {
    text.chars().map(|sign| if matches!(sign, ' '..='~') { sign } else { '·' }).collect()
}

/// The letters whose pages are pinned: two languages, four kinds, and one in the third layout.
const PINNED: [(&str, Layout); 9] = [
    ("fr-access", Layout::WindowRight),
    ("fr-erasure", Layout::WindowRight),
    ("fr-reminder", Layout::WindowRight),
    ("fr-complaint", Layout::WindowRight),
    ("en-access", Layout::Left),
    ("en-erasure", Layout::Left),
    ("en-reminder", Layout::Left),
    ("en-complaint", Layout::Left),
    ("de-access", Layout::Din5008),
];

#[test]
fn every_line_stands_where_somebody_looked_at_it() {
    let letters = one_of_each();
    for (name, layout) in PINNED {
        let (_, letter) = letters.iter().find(|(of, _)| of == name).unwrap();
        let bytes = pdf(&Letter { layout, ..letter.clone() }, typesetter()).unwrap();
        let mut shown = String::new();
        for (page, lines) in lines(&bytes).iter().enumerate() {
            writeln!(shown, "page {}", page + 1).unwrap();
            for Line { left, down, text } in lines {
                writeln!(shown, "{left:6.1} {down:6.1}  {}", text.trim_end()).unwrap();
            }
        }
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letter/pages").join(name).with_extension("txt");
        if std::env::var_os("HABEAS_BLESS").is_some() {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, &shown).unwrap();
        }
        let pinned = fs::read_to_string(&file).expect("HABEAS_BLESS=1 writes it");
        let moved = pinned.lines().zip(shown.lines()).find(|(before, now)| before != now);
        let moved = moved.map(|(before, now)| format!("{before}\n{now}")).unwrap_or_default();
        assert!(pinned == shown, "{name} moved (HABEAS_BLESS=1 writes it; look at the page first):\n{moved}");
    }
}

#[test]
fn a_signature_stands_between_closing_and_name() {
    let signed = Letter { signature_image: Some(Picture::read(PNG).unwrap()), ..french() };
    let bytes = pdf(&signed, typesetter()).unwrap();
    let page = pages(&bytes).concat();
    let (before, after) = page.split_once(" Do Q").expect("the picture is drawn");
    assert!(before.contains("distingu") && !after.contains("distingu"), "it stands under the closing");
    assert!(after.contains(" Td"), "the name stands under it");
    assert!(!pages(&pdf(&french(), typesetter()).unwrap()).concat().contains(" Do Q"));
}

#[test]
fn opendocument_has_every_word_of_the_letter() {
    for (name, letter) in one_of_each().into_iter().chain([("long".to_owned(), crate::paper::long(french()))])
    {
        let said = words(&content(&odt(&document(&letter)).unwrap()));
        let labels = |word: &&str| !word.ends_with([')', '.']) && *word != "–" && *word != "-";
        // Labels that count are made by the reader's program.
        for word in letter.to_text().split_whitespace().filter(labels) {
            assert!(said.contains(word), "{name}: {word} is not in {said}");
        }
    }
}

#[test]
fn opendocument_is_a_package_that_says_first_what_it_is() {
    let bytes = odt(&illustrated()).unwrap();
    assert_eq!(bytes.get(30..38), Some(b"mimetype".as_slice()));
    assert!(
        bytes.get(38..).unwrap().starts_with(b"application/vnd.oasis.opendocument.text"),
        "it is not compressed"
    );
    assert!(odt(&illustrated()).unwrap() == bytes, "the same document gives the same bytes");
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    for name in ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml", "Pictures/1.png"] {
        assert!(names.iter().any(|known| known == name), "{name} is not in {names:?}");
    }
    let mut manifest = String::new();
    archive.by_name("META-INF/manifest.xml").unwrap().read_to_string(&mut manifest).unwrap();
    for name in names.iter().filter(|name| !["mimetype", "META-INF/manifest.xml"].contains(&name.as_str())) {
        assert!(manifest.contains(&format!("full-path=\"{name}\"")), "{name} is not in the manifest");
    }
    let mut picture = Vec::new();
    archive.by_name("Pictures/1.png").unwrap().read_to_end(&mut picture).unwrap();
    assert_eq!(picture, PNG);
    for name in ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"] {
        let mut xml = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
        let mut reader = quick_xml::Reader::from_str(&xml);
        let mut depth = 0_i32;
        loop {
            match reader.read_event().unwrap_or_else(|fault| panic!("{name}: {fault}")) {
                quick_xml::events::Event::Start(_) => depth += 1,
                quick_xml::events::Event::End(_) => depth -= 1,
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(depth, 0, "{name}");
    }
}

/// Elements a letter's content is made of, each with those it may stand in (OpenDocument 1.3, part 3).
const MAY_STAND_IN: [(&str, &[&str]); 28] = [
    ("office:document-content", &[""]),
    ("office:automatic-styles", &["office:document-content"]),
    ("office:body", &["office:document-content"]),
    ("office:text", &["office:body"]),
    ("style:style", &["office:automatic-styles"]),
    ("style:paragraph-properties", &["style:style"]),
    ("style:text-properties", &["style:style"]),
    ("style:graphic-properties", &["style:style"]),
    ("style:table-column-properties", &["style:style"]),
    ("style:table-cell-properties", &["style:style"]),
    ("text:list-style", &["office:automatic-styles"]),
    ("text:list-level-style-bullet", &["text:list-style"]),
    ("text:list-level-style-number", &["text:list-style"]),
    ("style:list-level-properties", &["text:list-level-style-bullet", "text:list-level-style-number"]),
    ("style:list-level-label-alignment", &["style:list-level-properties"]),
    ("text:h", &["office:text", "draw:text-box"]),
    ("text:p", &["office:text", "draw:text-box", "text:list-item", "table:table-cell"]),
    ("text:list", &["office:text"]),
    ("text:list-item", &["text:list"]),
    ("text:s", &["text:p", "text:h"]),
    ("text:tab", &["text:p"]),
    ("text:line-break", &["text:p", "text:h"]),
    ("draw:frame", &["office:text", "text:p"]),
    ("draw:text-box", &["draw:frame"]),
    ("draw:image", &["draw:frame"]),
    ("svg:desc", &["draw:frame"]),
    ("table:table", &["office:text"]),
    ("table:table-cell", &["table:table-row"]),
];

#[test]
fn opendocument_stands_in_the_order_of_its_schema_and_names_no_style_that_is_not_there() {
    let picture = Picture::read(PNG).unwrap();
    for (name, letter) in one_of_each() {
        let letter = Letter { signature_image: Some(picture.clone()), ..letter };
        let content = content(&odt(&document(&letter)).unwrap());
        let mut open = vec![String::new()];
        let (mut defined, mut used) = (vec!["Standard".to_owned()], Vec::new());
        let mut reader = quick_xml::Reader::from_str(&content);
        loop {
            let event = reader.read_event().unwrap();
            let (element, closes) = match &event {
                quick_xml::events::Event::Start(element) => (element, false),
                quick_xml::events::Event::Empty(element) => (element, true),
                quick_xml::events::Event::End(_) => {
                    open.pop();
                    continue;
                }
                quick_xml::events::Event::Eof => break,
                _ => continue,
            };
            let tag = element.name().as_ref().to_owned();
            let parent = open.last().unwrap();
            let known = MAY_STAND_IN.iter().find(|(known, _)| *known == tag);
            let (_, parents) = known.unwrap_or_else(|| panic!("{name}: {tag} is no element of a letter"));
            assert!(parents.contains(&parent.as_str()), "{name}: {tag} stands in {parent}");
            for attribute in element.attributes() {
                let attribute = attribute.unwrap();
                let value = attribute.value.to_string();
                match attribute.key.as_ref() {
                    "style:name" => defined.push(value),
                    "text:style-name" | "draw:style-name" => used.push(value),
                    _ => {}
                }
            }
            if !closes {
                open.push(tag);
            }
        }
        for style in used {
            assert!(defined.contains(&style), "{name}: there is no style {style}");
        }
        assert!(content.contains("draw:stroke=\"none\""), "{name}: frames have no line around them");
        // The list hangs its labels; a margin of the paragraph's own would take that away.
        for item in content.split("<text:list-item><text:p text:style-name=\"").skip(1) {
            let style = item.split('"').next().unwrap();
            let (_, rest) = content.split_once(&format!("<style:style style:name=\"{style}\"")).unwrap();
            let properties = rest.split("/>").next().unwrap();
            assert!(!properties.contains("fo:margin-left"), "{name}: {properties}");
        }
    }
}

#[test]
fn opendocument_escapes_what_xml_means_otherwise() {
    let letter = Letter { subject: "<&\"> a  b".to_owned(), ..english() };
    let content = content(&odt(&document(&letter)).unwrap());
    assert!(content.contains("&lt;&amp;&quot;&gt; a <text:s/>b"), "{content}");
}

fn content(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut content = String::new();
    archive.by_name("content.xml").unwrap().read_to_string(&mut content).unwrap();
    content
}

/// Returns the text between the tags, a space for each.
fn words(xml: &str) -> String {
    let text: String = xml
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .collect::<Vec<_>>()
        .join(" ");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

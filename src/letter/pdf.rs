//! Pdf: a letter on paper.
//!
//! In: a [`Letter`]. Out: a [`Document`] for `paper`, or the bytes of its PDF. One place for each layout:
//! where the window of the envelope is, where the sender and the date stand, how the subject and the closing
//! look.
//!
//! Sources of the measures: the French window envelope DL (110 × 220 mm) with the window on the right (recipient from 100 mm
//! across and 50 mm down, here 2 mm further in); DIN 5008:2020 form B (address field 20/45 mm, 85 × 45 mm, folds at 105 and 210 mm,
//! punch mark at 148.5 mm, information block from 125 mm); the DL window envelope of the United Kingdom
//! (recipient from 20 mm across). Not here: wording, and how ink gets into a file.

use crate::letter::{Block, Layout, Letter};
use crate::paper::document::{
    Block as Text, Content, Document, Drawing, Figure, Frame, Item, Level, Margin, Mark, Sheet, Style, Weight,
};
use crate::paper::{Error, Typesetter};
use crate::wording::Language;

/// The size of the letter's text, in points.
const SIZE: f32 = 10.5;
/// The size of addresses, in points.
const ADDRESS_SIZE: f32 = 10.0;
/// The distance of an address's lines, as a multiple of their size.
const ADDRESS_LEADING: f32 = 1.32;
/// The distance of lines, as a multiple of the size.
const LEADING: f32 = 1.34;
/// The space between two paragraphs, in points.
const BETWEEN: f32 = 7.0;
/// The space left to sign by hand, in points.
const SIGNING: f32 = 36.0;
/// How wide and high the picture of a signature is at most, in millimetres.
const SIGNATURE: (f32, f32) = (55.0, 20.0);

/// What stands between the parts of the sender's line above the recipient.
const RETURN_SIGN: &str = " · ";

/// Its size in points, and the characters that fit into 80 mm at that size.
const RETURN_SIZE: f32 = 7.0;
const RETURN_CHARACTERS: f32 = 56.0;

/// The smallest size at which it can be read, and the characters that fit then.
const RETURN_SIZE_MIN: f32 = 5.0;
const RETURN_CHARACTERS_MAX: usize = 78;

/// Returns the letter as a PDF.
///
/// # Errors
///
/// The letter has a character that the font lacks, or a control character.
pub fn pdf(letter: &Letter, typesetter: &Typesetter) -> Result<Vec<u8>, Error> {
    typesetter.typeset(&document(letter))
}

/// Returns the letter as a document.
pub fn document(letter: &Letter) -> Document {
    let (sheet, frames, head) = match letter.layout {
        Layout::WindowRight => window_right(letter),
        Layout::Din5008 => din_5008(letter),
        Layout::Left => left(letter),
    };
    let mut flow = head;
    flow.push(subject(letter));
    flow.extend(letter.posted_below().map(|posted| Text { with_next: true, ..paragraph(posted, 4.0) }));
    flow.extend(body(letter).into_iter().map(running));
    flow.extend(signature(letter));
    flow.extend(placed(&letter.enclosures));
    Document {
        language: letter.language.code().to_owned(),
        title: letter.subject.clone(),
        date: letter.date,
        sheet,
        frames,
        flow,
    }
}

/// Returns the page that stands before a letter in a file of many: which it is and to whom it goes.
pub fn separator(letter: &Letter, language: Language, title: &str, lines: &[String]) -> Document {
    let heading = Content::Heading(Level::One, title.to_owned());
    let style = Style { weight: Weight::Bold, size: 14.0, ..style() };
    let heading = Text { content: heading, style, above: 120.0, with_next: true };
    let lines = Text { content: Content::Lines(lines.to_vec()), ..paragraph("", 12.0) };
    Document {
        language: language.code().to_owned(),
        title: title.to_owned(),
        date: letter.date,
        sheet: Sheet::a4(Margin { top: 25.0, right: 22.0, bottom: 22.0, left: 22.0 }),
        frames: Vec::new(),
        flow: vec![heading, lines],
    }
}

type Head = (Sheet, Vec<Frame>, Vec<Text>);

/// France: sender on the left, recipient behind the window on the right, place and date under it.
fn window_right(letter: &Letter) -> Head {
    let sheet = Sheet::a4(Margin { top: 25.0, right: 22.0, bottom: 22.0, left: 22.0 });
    let sender = frame((22.0, 20.0), (75.0, 30.0), vec![address(&letter.sender)]);
    let recipient = frame((102.0, 50.0), (86.0, 29.0), vec![address(&letter.recipient)]);
    let date = Text { style: Style { indent: 80.0, ..style() }, ..paragraph(&letter.place_and_date, 37.0) };
    (sheet, vec![sender, recipient], vec![date])
}

/// Germany and Austria: DIN 5008 form B.
fn din_5008(letter: &Letter) -> Head {
    let mut sheet = Sheet::a4(Margin { top: 25.0, right: 20.0, bottom: 25.0, left: 25.0 });
    sheet.marks = [105.0, 148.5, 210.0]
        .map(|top| Mark { left: 4.0, top, width: if top == 148.5 { 6.0 } else { 4.0 } })
        .into();
    // How it is posted stands between the sender's line and the recipient, who stays where they are.
    let raised = raised(letter);
    sheet.marks.push(Mark { left: 25.0, top: 61.7 - raised, width: 80.0 });
    let (line, size) = return_line(&letter.sender);
    let returned = Text {
        content: Content::Ornament(line),
        style: Style { size, leading: 1.3, ..style() },
        ..paragraph("", 0.0)
    };
    // The line of the sender and the recipient share a frame, so that neither can run into the other.
    let written = Text { above: 4.0, ..address(&posted_and_recipient(letter)) };
    let field = frame((25.0, 58.2 - raised), (80.0, 31.8 + raised), vec![returned, written]);
    let sender = frame((125.0, 50.0), (65.0, 40.0), vec![address(&letter.sender)]);
    let date = Text { style: Style { indent: 100.0, ..style() }, ..paragraph(&letter.place_and_date, 8.0) };
    (sheet, vec![sender, field], vec![date])
}

/// The line of the sender above the recipient and its size: one line that leads a letter back, so that the name and the town
/// always stand in it. A long one is set smaller; of one that is longer still what stands between street and name goes first.
fn return_line(sender: &[String]) -> (String, f32) {
    let mut lines: Vec<&str> = sender.iter().map(String::as_str).filter(|line| !line.contains('@')).collect();
    let length = |lines: &[&str]| lines.join(RETURN_SIGN).chars().count();
    while lines.len() > 2 && length(&lines) > RETURN_CHARACTERS_MAX {
        lines.remove(1);
    }
    let characters = u16::try_from(length(&lines)).unwrap_or(u16::MAX);
    let size =
        (RETURN_SIZE * RETURN_CHARACTERS / f32::from(characters.max(1))).clamp(RETURN_SIZE_MIN, RETURN_SIZE);
    (lines.join(RETURN_SIGN), size)
}

/// United Kingdom, Ireland and others: sender on the right, recipient on the left, date under it.
fn left(letter: &Letter) -> Head {
    let sheet = Sheet::a4(Margin { top: 25.0, right: 22.0, bottom: 25.0, left: 20.0 });
    let sender = frame((125.0, 20.0), (65.0, 30.0), vec![address(&letter.sender)]);
    let raised = raised(letter);
    let written = address(&posted_and_recipient(letter));
    let recipient = frame((20.0, 52.0 - raised), (85.0, 32.0 + raised), vec![written]);
    (sheet, vec![sender, recipient], vec![paragraph(&letter.place_and_date, 10.0)])
}

/// By how many millimetres the line above the recipient, if there is one, raises what stands there.
fn raised(letter: &Letter) -> f32 {
    letter.posted_above().map_or(0.0, |_| ADDRESS_SIZE * ADDRESS_LEADING * 25.4 / 72.0)
}

fn posted_and_recipient(letter: &Letter) -> Vec<String> {
    let above = letter.posted_above().map(str::to_owned);
    above.into_iter().chain(letter.recipient.iter().cloned()).collect()
}

fn frame((left, top): (f32, f32), (width, height): (f32, f32), blocks: Vec<Text>) -> Frame {
    Frame { left, top, width, height, blocks }
}

fn address(lines: &[String]) -> Text {
    let style = Style { size: ADDRESS_SIZE, leading: ADDRESS_LEADING, ..style() };
    Text { content: Content::Lines(lines.to_vec()), style, ..paragraph("", 0.0) }
}

fn subject(letter: &Letter) -> Text {
    let label = letter.subject_label.trim();
    let subject =
        if label.is_empty() { letter.subject.clone() } else { format!("{label} {}", letter.subject) };
    let style = Style { weight: Weight::Bold, ..style() };
    Text { content: Content::Heading(Level::One, subject), style, above: 24.0, with_next: true }
}

/// Letters of what was said that stand over the closing on its page: more than a line.
const SAID_LETTERS_MIN: usize = 100;

fn length(block: &Block) -> usize {
    match block {
        Block::Paragraph(text) | Block::Heading(text) => text.chars().count(),
        Block::Points(points) => points.iter().map(|(_, text)| text.chars().count()).sum(),
    }
}

/// Returns the blocks of the body; what leads to points stays with them, the closing with the signature, and with both the end of
/// what was said: a page that only greets says nothing.
fn body(letter: &Letter) -> Vec<Text> {
    let mut placed = placed(&letter.body);
    if let Some(first) = placed.first_mut() {
        first.above = 16.0;
    }
    if let (Some(last), Some(Block::Paragraph(_) | Block::Heading(_))) =
        (placed.last_mut(), letter.body.last())
    {
        last.with_next = true;
        let mut letters = 0;
        for (said, block) in placed.iter_mut().zip(&letter.body).rev().skip(1) {
            if letters >= SAID_LETTERS_MIN {
                break;
            }
            said.with_next = true;
            letters += length(block);
        }
    }
    placed
}

/// Places blocks below each other; what leads to points stays with the first of them.
fn placed(blocks: &[Block]) -> Vec<Text> {
    let leads = |at: usize, block: &Block| match block {
        Block::Points(_) => false,
        Block::Paragraph(_) | Block::Heading(_) => matches!(blocks.get(at + 1), Some(Block::Points(_))),
    };
    let place = |(at, block)| Text { with_next: leads(at, block), ..block_of(block) };
    blocks.iter().enumerate().map(place).collect()
}

/// Sets running text ragged, as DIN 5008 wants it and as fewer bytes do; words are divided where that saves a hole.
/// Headings stay whole.
fn running(text: Text) -> Text {
    if matches!(text.content, Content::Heading(..)) {
        return text;
    }
    let style = Style { divided: true, ..text.style };
    Text { style, ..text }
}

fn block_of(block: &Block) -> Text {
    match block {
        Block::Paragraph(text) => paragraph(text, BETWEEN),
        Block::Heading(text) => Text {
            content: Content::Heading(Level::Two, text.clone()),
            style: Style { weight: Weight::Bold, ..style() },
            ..paragraph("", BETWEEN)
        },
        Block::Points(points) => {
            let item = |(label, text): &(String, String)| Item { label: label.clone(), text: text.clone() };
            Text {
                content: Content::List(points.iter().map(item).collect()),
                style: Style { indent: 4.0, between: 3.5, ..style() },
                ..paragraph("", BETWEEN)
            }
        }
    }
}

/// Returns the picture of the signature, or room to sign by hand, and the name under it.
fn signature(letter: &Letter) -> Vec<Text> {
    let indent = match letter.layout {
        Layout::WindowRight => 80.0,
        Layout::Din5008 | Layout::Left => 0.0,
    };
    let style = Style { indent, ..style() };
    let name = Text { content: Content::Lines(letter.signature.clone()), style, ..paragraph("", SIGNING) };
    let Some(picture) = &letter.signature_image else { return vec![name] };
    let height = SIGNATURE.1.min(SIGNATURE.0 / picture.proportion());
    let width = height * picture.proportion();
    let figure = Figure {
        said: letter.signature.join(", "),
        width,
        height,
        drawings: vec![Drawing::Picture { place: [0.0, 0.0, width, height], picture: picture.clone() }],
    };
    let image = Text { content: Content::Figure(figure), style, with_next: true, ..paragraph("", BETWEEN) };
    vec![image, Text { above: 3.0, ..name }]
}

fn paragraph(text: &str, above: f32) -> Text {
    Text { content: Content::Paragraph(text.to_owned()), style: style(), above, with_next: false }
}

fn style() -> Style {
    Style { size: SIZE, leading: LEADING, ..Style::default() }
}

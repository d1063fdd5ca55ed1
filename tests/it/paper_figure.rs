//! Tests of tables, figures, pictures and bindings in the room `paper`, at its boundary.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what tests are built with may fail as loudly as tests"
)]

use habeas::paper::document::{Align, Content, Document, Drawing, Figure, Ink, Table, TableColumn};
use habeas::paper::figure::{Bar, Chart};
use habeas::paper::picture::{self, Picture};
use habeas::paper::{Binding, Error};

use crate::paper::{block, marks, one, pages, paragraphs, streams, typesetter};

fn column(name: &str, share: f32, align: Align) -> TableColumn {
    TableColumn { name: name.to_owned(), share, align }
}

/// A table of so many rows: a day, what happened, and a number.
fn table(rows: usize) -> Table {
    let row = |at: usize| {
        vec![
            format!("day{at}"),
            format!(
                "Event number {at} of a made-up case, told in as many words as need two lines in the column."
            ),
            format!("{at}.00"),
        ]
    };
    Table {
        columns: vec![
            column("Day", 1.0, Align::Left),
            column("What happened", 3.0, Align::Left),
            column("Amount", 1.0, Align::Right),
        ],
        rows: (0..rows).map(row).collect(),
        rows_are_named: true,
    }
}

/// A chart, a picture and a table on their pages, and text around them.
pub(crate) fn illustrated() -> Document {
    let bar = |(name, share, number): (&str, f32, &str)| Bar {
        name: name.to_owned(),
        share,
        number: number.to_owned(),
    };
    let bars = [("Purchases", 1.0, "1 204"), ("Searches", 0.5, "602"), ("Log-ins", 0.01, "12")].map(bar);
    let chart = Chart { width: 150.0, names: 40.0, step: 7.0, size: 9.0, ink: Ink(31, 97, 141) };
    let picture = Figure {
        said: "A square in four colours".to_owned(),
        width: 20.0,
        height: 20.0,
        drawings: vec![Drawing::Picture {
            place: [0.0, 0.0, 20.0, 20.0],
            picture: Picture::read(PNG).unwrap(),
        }],
    };
    let mut document = paragraphs(3);
    document.flow.push(block(Content::Figure(chart.bars(&bars, "Purchases 1204, searches 602, log-ins 12"))));
    document.flow.push(block(Content::Figure(picture)));
    document.flow.push(block(Content::Table(table(60))));
    document
}

/// Two by two pixels: red, green, blue, and one that is not there.
pub(crate) const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 2, 0, 0, 0,
    2, 8, 6, 0, 0, 0, 0x72, 0xB6, 0x0D, 0x24, 0, 0, 0, 21, 73, 68, 65, 84, 120, 218, 99, 248, 207, 192, 240,
    31, 12, 129, 244, 127, 78, 78, 78, 6, 0, 64, 35, 6, 22, 246, 121, 128, 96, 0, 0, 0, 0, b'I', b'E', b'N',
    b'D', 0xAE, 0x42, 0x60, 0x82,
];

#[test]
fn every_cell_is_marked_and_its_column_named() {
    let pages = pages(&typesetter().typeset(&one(Content::Table(table(2)))).unwrap());
    assert_eq!(marks(&pages[0]), ["TH", "TH", "TH", "TH", "TD", "TD", "TH", "TD", "TD"]);
    let objects = objects(&typesetter().typeset(&one(Content::Table(table(2)))).unwrap());
    assert_eq!(objects.matches("/Scope/Column").count(), 3);
    assert_eq!(objects.matches("/Scope/Row").count(), 2);
    assert_eq!(objects.matches("/S/TR").count(), 3);
}

#[test]
fn the_head_is_shown_on_every_page_and_read_once() {
    let pages = pages(&typesetter().typeset(&one(Content::Table(table(120)))).unwrap());
    assert!(pages.len() > 2);
    for page in &pages {
        assert_eq!(page.matches("/B 10 Tf").count(), 1, "the bold head is on every page");
    }
    let read: usize = pages.iter().map(|page| marks(page).len()).sum();
    assert_eq!(read, 3 + 120 * 3);
}

#[test]
fn no_row_of_a_table_is_lost() {
    for rows in [1, 17, 40, 90] {
        let text = pages(&typesetter().typeset(&one(Content::Table(table(rows)))).unwrap()).concat();
        for row in 0..rows {
            assert!(text.contains(&format!("{row}.00)")), "row {row} of {rows}");
        }
    }
}

#[test]
fn a_row_higher_than_a_page_is_shown_whole() {
    let words: Vec<String> = (0..6000).map(|number| format!("w{number}")).collect();
    let high = Table {
        columns: vec![column("Name", 1.0, Align::Left), column("Words", 1.0, Align::Left)],
        rows: vec![vec!["long".to_owned(), words.join(" ")]],
        rows_are_named: false,
    };
    let pages = pages(&typesetter().typeset(&one(Content::Table(high))).unwrap());
    assert!(pages.len() > 3);
    let said: String = pages.concat().split(['(', ')']).skip(1).step_by(2).collect();
    for word in &words {
        assert!(said.contains(word.as_str()), "{word}");
    }
    for page in &pages {
        let lowest =
            page.lines().filter_map(|line| line.split(" Td").next()?.split(' ').nth(1)?.parse().ok());
        assert!(lowest.fold(f32::MAX, f32::min) < 900.0, "places are numbers");
    }
}

#[test]
fn a_row_with_more_cells_than_columns_is_refused() {
    let mut wide = table(1);
    wide.rows.push(vec![String::new(); 4]);
    assert!(matches!(typesetter().typeset(&one(Content::Table(wide))), Err(Error::TooManyCells)));
}

#[test]
fn a_figure_says_what_it_shows() {
    let bytes = typesetter().typeset(&illustrated()).unwrap();
    let objects = objects(&bytes);
    assert!(objects.contains("/Alt(Purchases 1204, searches 602, log-ins 12)"), "{objects}");
    assert!(objects.contains("/Alt(A square in four colours)"));
    let unsaid = Figure { said: " ".to_owned(), width: 10.0, height: 10.0, drawings: Vec::new() };
    assert!(matches!(typesetter().typeset(&one(Content::Figure(unsaid))), Err(Error::FigureUnsaid)));
}

#[test]
fn bars_are_as_long_as_their_share() {
    let chart = Chart { width: 120.0, names: 40.0, step: 6.0, size: 9.0, ink: Ink(0, 0, 0) };
    let bar = |share| Bar { name: "A".to_owned(), share, number: "1".to_owned() };
    let figure = chart.bars(&[1.0, 0.5, 0.0, f32::NAN, 7.0].map(bar), "bars");
    let widths: Vec<f32> = figure
        .drawings
        .iter()
        .filter_map(|drawing| match drawing {
            Drawing::Area { place: [_, _, width, _], .. } => Some(*width),
            Drawing::Text { .. } | Drawing::Picture { .. } => None,
        })
        .collect();
    assert_eq!(widths.len(), 5);
    assert!((widths[1] / widths[0] - 0.5).abs() < 0.001);
    assert!(widths[2] < 1.0 && widths[2] == widths[3], "nothing, and no number, are thin lines");
    assert!(widths[4] == widths[0] && widths[0] + 40.0 <= 120.0, "no bar leaves the chart");
}

#[test]
fn a_picture_lies_on_white_and_bad_ones_are_named() {
    let bytes = typesetter().typeset(&illustrated()).unwrap();
    let samples: Vec<Vec<u8>> = raw_streams(&bytes).into_iter().filter(|stream| stream.len() == 12).collect();
    let colours: [u8; 12] = [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255];
    assert!(samples.contains(&colours.to_vec()), "{samples:?}");
    assert_eq!(Picture::read(b"%PDF-1.7"), Err(picture::Error::Format));
    assert_eq!(Picture::read(b""), Err(picture::Error::Format));
    assert_eq!(Picture::read(&PNG[..50]), Err(picture::Error::Damaged));
    assert_eq!(Picture::read(b"\xFF\xD8\xFF\xE0\x00\x10"), Err(picture::Error::Damaged));
    let jpeg = |samples: u8| {
        [b"\xFF\xD8\xFF\xC0\x00\x11\x08\x00\x02\x00\x04".as_slice(), &[samples], &[0; 9], b"\xFF\xD9"]
            .concat()
    };
    assert_eq!(Picture::read(&jpeg(4)), Err(picture::Error::Cmyk));
    assert!((Picture::read(&jpeg(3)).unwrap().proportion() - 2.0).abs() < f32::EPSILON);
    assert_eq!(Picture::read(&[PNG, &vec![0; 5_000_000]].concat()), Err(picture::Error::TooLarge));
}

#[test]
fn bound_documents_keep_their_languages_and_page_numbers() {
    let french = Document { language: "fr".to_owned(), ..paragraphs(80) };
    let documents = [french, paragraphs(3), paragraphs(80)];
    let date = documents[0].date;
    let bytes = typesetter()
        .bind(&Binding { language: "en", title: "Three letters", date, documents: &documents })
        .unwrap();
    let numbered: Vec<bool> = pages(&bytes).iter().map(|page| page.contains("/PageNum")).collect();
    assert_eq!(numbered, [true, true, false, true, true]);
    let objects = objects(&bytes);
    assert_eq!(objects.matches("/S/Part").count(), 3);
    assert_eq!(objects.matches("/Lang(fr)").count(), 1);
    assert_eq!(objects.matches("/Lang(en)").count(), 3, "the file's and two documents'");
    assert!(objects.contains("/Count 5"));
}

/// Returns the file's objects that are no streams, as text.
fn objects(bytes: &[u8]) -> String {
    streams(bytes).into_iter().filter(|stream| stream.contains("/S/Document")).collect()
}

pub(crate) fn raw_streams(bytes: &[u8]) -> Vec<Vec<u8>> {
    use std::io::Read as _;
    let starts = bytes.windows(7).enumerate().filter(|(_, window)| *window == b"stream\n");
    starts
        .filter_map(|(at, _)| {
            let mut stream = Vec::new();
            flate2::read::ZlibDecoder::new(&bytes[at + 7..]).read_to_end(&mut stream).ok()?;
            Some(stream)
        })
        .collect()
}

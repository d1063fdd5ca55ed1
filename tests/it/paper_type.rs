//! Tests of typography: words are divided as their language does, pairs of letters are kerned, ligatures are read as their
//! letters, no line is left alone; and of the font files, which begin with an alphabet that letters share.

#![expect(clippy::unwrap_used, reason = "what tests are built with may fail as loudly as tests")]

use habeas::letter::{Letter, pdf};
use habeas::paper::Typesetter;
use habeas::paper::document::{Block, Content, Document, Margin, Sheet, Style};

use crate::paper::{block, english, french, one, pages, paragraphs, streams, typesetter};
use crate::paper_figure::raw_streams;
use crate::paper_letter::lines;

/// A word of each language, and the beginnings after which its language divides it: three letters at least stand on
/// either side.
const DIVIDED: [(&str, &str, &[&str]); 8] = [
    ("fr", "informations", &["infor", "informa"]),
    ("en", "information", &["infor", "informa"]),
    ("de", "verantwortlichen", &["ver", "verant", "verantwort", "verantwortli"]),
    ("es", "tratamiento", &["tra", "trata"]),
    ("it", "trattamento", &["trat", "tratta"]),
    ("nl", "verwerking", &["ver", "verwer"]),
    ("pt", "tratamento", &["tra", "trata"]),
    ("pl", "przetwarzanie", &["prze", "przetwa", "przetwarza"]),
];

/// Returns the beginnings before a division in narrow columns of many lengths of line.
fn beginnings(language: &str, word: &str) -> Vec<String> {
    let margin = Margin { top: 20.0, right: 160.0, bottom: 20.0, left: 20.0 };
    let mut found = Vec::new();
    // Short words in front, which are never divided, bring the word to the end of a line.
    for filler in 1..24 {
        let text = format!("{} {}{word} mmmmm mm", "m".repeat(filler % 6 + 1), "iii ".repeat(filler / 6));
        let style = Style { divided: true, ..Style::default() };
        let flow = vec![Block { style, ..block(Content::Paragraph(text)) }];
        let document =
            Document { language: language.to_owned(), sheet: Sheet::a4(margin), flow, ..paragraphs(0) };
        for line in lines(&typesetter().typeset(&document).unwrap()).concat() {
            // A hyphen of ours shows as a dot: it is no ASCII character.
            let last = line.text.trim_end().rsplit(' ').next().unwrap_or_default().to_owned();
            found.extend(last.strip_suffix('·').map(str::to_owned));
        }
    }
    found
}

#[test]
fn words_are_divided_as_their_language_does() {
    for (language, word, allowed) in DIVIDED {
        let found = beginnings(language, word);
        assert!(!found.is_empty(), "{language}: {word} is never divided");
        for beginning in found {
            assert!(allowed.contains(&beginning.as_str()), "{language}: {beginning}-");
        }
    }
    assert!(beginnings("xx", "verantwortlichen").is_empty(), "no patterns, no division");
    assert!(beginnings("de", "VERANTWORTLICHEN").is_empty(), "names in capitals stay whole");
    assert!(beginnings("fr", "camille@example.org").is_empty(), "addresses stay whole");
    assert!(beginnings("fr", "12345678901").is_empty(), "numbers stay whole");
}

#[test]
fn no_line_ends_where_parts_belong_together() {
    let margin = Margin { top: 20.0, right: 120.0, bottom: 20.0, left: 20.0 };
    // Rich in places that are kept, so that each comes to the end of a line at some length of what stands before.
    let kept =
        ["Article 21(2)", "1er mars 2026", "12 January 2023", "22. Juni 2023", "x) \u{2013} ref. HB-7F3K2Q"];
    let mut ends = 0;
    for filler in 1..40 {
        for part in kept {
            let text = format!(
                "{} {part} and some more words behind it",
                "mi ".repeat(filler % 13) + &"i".repeat(filler / 13 + 1)
            );
            let flow = vec![block(Content::Paragraph(text))];
            let document = Document { sheet: Sheet::a4(margin), flow, ..paragraphs(0) };
            for line in lines(&typesetter().typeset(&document).unwrap()).concat() {
                let line = line.text.trim_end();
                for torn in ["Article", "1er", "12", "January", "22.", "Juni", "mars", "ref."] {
                    assert!(!line.ends_with(&format!(" {torn}")), "{line} | {part}");
                }
                ends += usize::from(line.ends_with('i') || line.ends_with(')'));
            }
        }
    }
    assert!(ends > 20, "lines end before and behind them");
}

#[test]
fn pairs_of_letters_are_kerned() {
    let drawn = |text: &str| {
        pages(&typesetter().typeset(&one(Content::Paragraph(text.to_owned()))).unwrap()).concat()
    };
    let [close, plain] = ["AV", "HH"].map(drawn);
    let between = close.split_once("[(A)").and_then(|(_, rest)| rest.split_once("(V)]TJ"));
    let by: f32 = between.expect("the pen is moved between A and V").0.parse().unwrap();
    assert!((10.0..120.0).contains(&by), "moved back by {by} thousandths");
    assert!(plain.contains("(HH)Tj"), "{plain}");
}

#[test]
fn ligatures_are_read_as_their_letters() {
    let bytes = typesetter().typeset(&one(Content::Paragraph("fi".to_owned()))).unwrap();
    let page = lines(&bytes).concat();
    assert_eq!(page.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["·"], "one sign");
    assert!(streams(&bytes).iter().any(|map| map.contains("> <00660069>")), "that stands for two letters");
}

#[test]
fn a_page_never_ends_with_the_first_line_of_a_paragraph() {
    let mut cut = 0;
    for count in 30..70 {
        let mut document = paragraphs(count);
        document.flow.push(block(Content::Paragraph("A paragraph of some six lines. ".repeat(18))));
        let pages = lines(&typesetter().typeset(&document).unwrap());
        let first = pages.first().unwrap().iter().filter(|line| line.down < 280.0).count();
        assert_ne!(first, count + 1, "the first line stands alone after {count} others");
        cut += usize::from(first > count && pages.len() > 1);
    }
    assert!(cut > 1, "some paragraphs are cut, {cut}");
}

/// Letters of one kind to many, whose addresses have letters of all sorts.
fn letters() -> impl Iterator<Item = Letter> {
    let signs = ["a", "Żółć", "Ωμέγα", "Ёж", "kwx", "QWERTZ", "°\u{a0}", "“”", "ŒÆ", "ﬁ"];
    (0..120).zip(signs.into_iter().cycle()).map(|(number, sign)| {
        let recipient = vec![format!("Boutique {sign} {number}"), format!("{:05} {sign}", number * 613)];
        Letter { recipient, subject: format!("Objet {number} – {sign}"), ..french() }
    })
}

#[test]
fn a_letter_does_not_depend_on_those_before_it() {
    let batch = Typesetter::new();
    for letter in letters() {
        let bytes = pdf::pdf(&letter, &batch).unwrap();
        if letter.subject.ends_with('a') || letter.subject.contains("11") {
            assert!(bytes == pdf::pdf(&letter, &Typesetter::new()).unwrap(), "{}", letter.subject);
        }
    }
    assert!(pdf::pdf(&english(), &batch).unwrap() == pdf::pdf(&english(), &Typesetter::new()).unwrap());
}

#[test]
fn every_font_file_adds_up() {
    for letter in letters() {
        let bytes = pdf::pdf(&letter, typesetter()).unwrap();
        let said = String::from_utf8_lossy(&bytes).into_owned();
        let (_, after) = said.split_once("/Length1 ").expect("a font file");
        let length: usize = after.split(|sign: char| !sign.is_ascii_digit()).next().unwrap().parse().unwrap();
        let font = raw_streams(&bytes).into_iter().find(|stream| stream.starts_with(&[0, 1, 0, 0])).unwrap();
        assert_eq!(font.len(), length, "{}", letter.subject);
        // OpenType 1.9: the words of a file add up to this number, those of a table to what the directory says.
        assert_eq!(sum(&font), 0xB1B0_AFBA, "{}", letter.subject);
        let mut tags = Vec::new();
        for entry in font.get(12..12 + 16 * 7).unwrap().chunks(16) {
            let number = |at: usize| u32::from_be_bytes(entry.get(at..at + 4).unwrap().try_into().unwrap());
            let (start, length) = (number(8) as usize, number(12) as usize);
            let mut table = font.get(start..start + length).unwrap().to_vec();
            if entry.starts_with(b"head") {
                table.get_mut(8..12).unwrap().fill(0);
            }
            assert_eq!(sum(&table), number(4), "{}", letter.subject);
            tags.push(entry.get(..4).unwrap().to_vec());
        }
        assert!(tags.is_sorted(), "a directory is in the order of its tags");
    }
}

fn sum(bytes: &[u8]) -> u32 {
    bytes.chunks(4).fold(0, |sum: u32, chunk| {
        let mut word = [0; 4];
        word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

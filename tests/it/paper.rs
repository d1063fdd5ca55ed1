//! Tests of the room `paper` at its boundary, and of the letters put through it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "what tests are built with may fail as loudly as tests"
)]

use std::io::Read as _;
use std::sync::OnceLock;

use chrono::NaiveDate;
use habeas::law::right::Right;
use habeas::letter::kind::Kind;
use habeas::letter::{Block, Layout, Letter, pdf};
use habeas::paper::document::{self, Content, Document, Frame, Item, Level, Margin, Sheet, Style};
use habeas::paper::{Error, Typesetter};
use habeas::wording::Language;
use proptest::prelude::{ProptestConfig, any, prop, prop_assert, proptest};

/// One typesetter for all tests, as one process has one.
pub(crate) fn typesetter() -> &'static Typesetter {
    static TYPESETTER: OnceLock<Typesetter> = OnceLock::new();
    TYPESETTER.get_or_init(Typesetter::new)
}

/// An invented French access request of about a page.
pub(crate) fn french() -> Letter {
    Letter {
        language: Language::FRENCH,
        layout: Layout::WindowRight,
        kind: Kind::Request(Right::Access),
        reference: "HB-7F3K2Q".to_owned(),
        sender: lines(
            "Clémence Œuvrard\n12 bis, rue de l’Hôpital-Militaire\n69002 Lyon\nclemence@example.org",
        ),
        recipient: lines(
            "La Boutique Invente SAS\nÀ l’attention du délégué à la protection des données\n\
             48, boulevard des Entrepreneurs Imaginaires\n59000 Lille",
        ),
        place_and_date: "Lyon, le 3 mars 2026".to_owned(),
        date: NaiveDate::from_ymd_opt(2026, 3, 3).unwrap(),
        subject: "demande d’accès à mes données personnelles (article 15 du RGPD) – réf. HB-7F3K2Q"
            .to_owned(),
        subject_label: "Objet\u{a0}:".to_owned(),
        body: vec![
            paragraph("Madame, Monsieur,"),
            paragraph(
                "Je suis cliente de votre enseigne sous l’adresse clemence@example.org. En application de l’article 15 \
                 du règlement (UE) 2016/679, dit «\u{a0}RGPD\u{a0}», je vous demande si vous traitez des données à \
                 caractère personnel me concernant et, si tel est le cas, d’en recevoir une copie complète.",
            ),
            paragraph("Je vous prie en particulier de me communiquer\u{a0}:"),
            points(&[
                ("a)", "les finalités du traitement, donnée par donnée, et non de façon générale\u{202f};"),
                ("b)", "les catégories de données à caractère personnel concernées\u{202f};"),
                (
                    "c)",
                    "l’identité des destinataires auxquels mes données ont été communiquées, nommément (CJUE, \
                     12 janvier 2023, C-154/21), y compris les sociétés affiliées et les régies publicitaires\u{202f};",
                ),
                ("d)", "la durée de conservation prévue, ou les critères qui servent à la fixer\u{202f};"),
                ("e)", "toute information disponible quant à leur source\u{202f};"),
                (
                    "f)",
                    "l’existence d’une prise de décision automatisée, y compris un profilage, et la logique qui la \
                     sous-tend\u{202f}: segments, scores, prédictions et leurs coefficients, jusqu’à 1\u{202f}000\u{a0}€\u{202f};",
                ),
                (
                    "g)",
                    "les identifiants de témoins de connexion, d’appareils et de publicité qui me sont rattachés.",
                ),
            ]),
            paragraph(
                "Si vous ne détenez aucune donnée dans l’une de ces catégories, merci de l’indiquer expressément. Je \
                 souhaite recevoir ces éléments dans un format électronique d’usage courant, à l’adresse ci-dessus. \
                 Est-il difficile de suffire à l’affluence d’offres\u{a0}?",
            ),
            paragraph(
                "Vous disposez d’un mois à compter de la réception de cette lettre pour y répondre (article 12, \
                 paragraphe 3). À défaut, je saisirai la Commission nationale de l’informatique et des libertés.",
            ),
            paragraph("Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées."),
        ],
        signature: vec!["Clémence Œuvrard".to_owned()],
        signature_image: None,
        posted: None,
        enclosures: Vec::new(),
    }
}

/// An invented English access request of about a page.
pub(crate) fn english() -> Letter {
    Letter {
        language: Language::ENGLISH,
        layout: Layout::Left,
        kind: Kind::Request(Right::Access),
        reference: "HB-9XW4MD".to_owned(),
        sender: lines("Aoife Fforde-Naïr\n4 Imaginary Mews\nDublin 8\nD08 XY00\naoife@example.org"),
        recipient: lines("The Invented Shop Ltd\nData Protection Officer\n1 Nowhere Street\nCork\nIreland"),
        place_and_date: "3 March 2026".to_owned(),
        date: NaiveDate::from_ymd_opt(2026, 3, 3).unwrap(),
        subject: "Access to my personal data (Article 15 GDPR) – ref. HB-9XW4MD".to_owned(),
        subject_label: String::new(),
        body: vec![
            paragraph("Dear Sir or Madam,"),
            paragraph(
                "I am a customer of yours under the e-mail address aoife@example.org. Under Article 15 of Regulation \
                 (EU) 2016/679 (“GDPR”) I ask you to confirm whether you process personal data about me and, if so, to \
                 give me a copy of them. This is difficult to do from your office’s own offerings.",
            ),
            paragraph("In particular, please tell me:"),
            points(&[
                ("1.", "the purposes of the processing;"),
                ("2.", "the recipients, by name, to whom my data have been disclosed (CJEU, C-154/21);"),
                ("3.", "for how long they are kept, and from where you have them;"),
                (
                    "4.",
                    "every segment, score or prediction about me, and the logic involved (Article 15(1)(h)).",
                ),
            ]),
            Block::Heading("How to answer".to_owned()),
            paragraph("Please send the copy in a commonly used electronic form to the address above."),
            paragraph("Yours faithfully,"),
        ],
        signature: vec!["Aoife Fforde-Naïr".to_owned()],
        signature_image: None,
        posted: None,
        enclosures: Vec::new(),
    }
}

/// The French letter for a window envelope by DIN 5008, in the colours of no country.
pub(crate) fn din() -> Letter {
    Letter {
        layout: Layout::Din5008,
        place_and_date: "Wien, 3. März 2026".to_owned(),
        sender: lines("Jörg Straßenkötter\nErfundene Gasse 5/2/13\n1010 Wien\njoerg@example.org"),
        recipient: lines(
            "Erfundener Großhandel GmbH\nDatenschutzbeauftragte\nNirgendwostraße 7\n80331 München",
        ),
        signature: vec!["Jörg Straßenkötter".to_owned()],
        ..english()
    }
}

/// The same letter with a body of about sixty lines, so that it needs two pages.
pub(crate) fn long(letter: Letter) -> Letter {
    let mut body = letter.body.clone();
    let more: Vec<Block> = letter.body.iter().filter(|block| **block != letter.body[0]).cloned().collect();
    let last = body.pop().unwrap();
    body.extend(more.iter().take(more.len() - 1).cloned());
    body.extend(more.into_iter().take(2));
    body.push(last);
    Letter { body, ..letter }
}

/// A letter to a recipient whose address is too long for any window.
pub(crate) fn far(letter: Letter) -> Letter {
    let recipient = lines(
        "Société européenne de commerce électronique imaginaire et de services associés SAS\n\
         À l’attention de la déléguée à la protection des données personnelles\n\
         Direction juridique, de la conformité et des affaires réglementaires\n\
         Bâtiment «\u{a0}Les Terrasses du Lac Inventé\u{a0}», escalier C, troisième étage\n\
         Zone d’activité des Hauts-de-Nulle-Part\n1248-1252, avenue du Maréchal-Inconnu\n\
         BP 90\u{202f}001\n99999 Saint-Nulle-Part-sur-Mer Cedex 09",
    );
    Letter { recipient, ..letter }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.to_owned())
}

fn points(points: &[(&str, &str)]) -> Block {
    Block::Points(points.iter().map(|(label, text)| ((*label).to_owned(), (*text).to_owned())).collect())
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    let alone = pdf::pdf(&french(), &Typesetter::new()).unwrap();
    let batch = Typesetter::new();
    for letter in [english(), long(french()), din()] {
        pdf::pdf(&letter, &batch).unwrap();
    }
    assert!(pdf::pdf(&french(), &batch).unwrap() == alone, "what was set before must not show");
    assert!(pdf::pdf(&english(), &batch).unwrap() != alone);
}

#[test]
fn the_date_is_the_documents_and_the_metadata_name_nobody() {
    let bytes = pdf::pdf(&french(), typesetter()).unwrap();
    let metadata = metadata(&bytes);
    assert!(metadata.contains("2026-03-03T00:00:00Z"), "{metadata}");
    assert!(metadata.contains("HB-7F3K2Q"), "the title is in");
    for personal in ["uvrard", "example.org", "Lyon", "Boutique"] {
        assert!(!metadata.contains(personal), "{personal}");
    }
}

#[test]
fn a_missing_character_is_named_and_nothing_else() {
    let body = vec![paragraph("Madame Secrète, 漢字")];
    let error = pdf::pdf(&Letter { body, ..french() }, typesetter()).unwrap_err();
    assert!(matches!(error, Error::MissingCharacter('漢')));
    assert_eq!(error.to_string(), "the built-in font has no character U+6F22");
}

#[test]
fn control_characters_are_refused() {
    for control in
        ['\0', '\t', '\r', '\u{1b}', '\u{7f}', '\u{85}', '\u{2028}', '\u{202e}', '\u{2066}', '\u{feff}']
    {
        for text in [format!("{control}"), format!("before{control}after"), format!("end {control}")] {
            let error = typesetter().typeset(&one(Content::Paragraph(text.clone()))).unwrap_err();
            assert!(matches!(error, Error::ControlCharacter(found) if found == control), "{text:?}: {error}");
        }
        let title = Document { title: format!("T{control}"), ..one(Content::Paragraph(String::new())) };
        assert!(matches!(typesetter().typeset(&title), Err(Error::ControlCharacter(_))));
    }
}

#[test]
fn a_document_needs_a_title_and_a_language() {
    let document = one(Content::Paragraph("Text".to_owned()));
    let untitled = Document { title: " ".to_owned(), ..document.clone() };
    assert!(matches!(typesetter().typeset(&untitled), Err(Error::NoTitle)));
    for language in ["", "f", "français", "en_GB", "en-", "fr fr"] {
        let mute = Document { language: language.to_owned(), ..document.clone() };
        assert!(matches!(typesetter().typeset(&mute), Err(Error::Language)), "{language}");
    }
}

#[test]
fn the_first_heading_is_of_the_first_level() {
    let heading = |level| block(Content::Heading(level, "Heading".to_owned()));
    let second = Document { flow: vec![heading(Level::Two), heading(Level::One)], ..paragraphs(0) };
    assert!(matches!(typesetter().typeset(&second), Err(Error::HeadingSkipped)));
    let first = Document { flow: vec![heading(Level::One), heading(Level::Two)], ..paragraphs(0) };
    assert!(typesetter().typeset(&first).is_ok());
}

#[test]
fn every_language_of_the_union_can_be_written() {
    for text in [
        "Œuvre naïve — «\u{a0}ça\u{a0}» ‘x’ “y” €",
        "Größe ẞ",
        "Győri tűzhely",
        "Příliš žluťoučký kůň",
        "Zażółć gęślą jaźń",
        "Şţiinţă și țară",
        "Ζητώ πρόσβαση στα δεδομένα μου",
        "Искам достъп до данните си",
        "Għandi dritt ħafna",
        "Šķīvis ņem ģitāru",
        "Įžvalga ų",
        "Æble på ø",
        "Íslenska ðþ",
        "A\u{301}e\u{308}o\u{302}\u{323}",
    ] {
        typesetter()
            .typeset(&one(Content::Paragraph(text.to_owned())))
            .unwrap_or_else(|error| panic!("{text}: {error}"));
    }
}

#[test]
fn letters_are_small() {
    for (letter, most) in [(french(), 13_000), (english(), 11_500), (din(), 12_000), (long(french()), 14_500)]
    {
        let length = pdf::pdf(&letter, typesetter()).unwrap().len();
        assert!(length <= most, "{length} bytes, at most {most} expected");
    }
}

#[test]
fn a_page_is_added_only_when_one_is_full() {
    let pages = |count: usize| pages(&typesetter().typeset(&paragraphs(count)).unwrap()).len();
    assert_eq!(pages(0), 1);
    assert_eq!(pages(1), 1);
    assert_eq!(pages(40), 1);
    assert_eq!(pages(80), 2);
    assert_eq!(pages(400), 8);
}

#[test]
fn pages_are_numbered_when_there_are_several() {
    let numbered = |document| {
        let pages = pages(&typesetter().typeset(&document).unwrap());
        pages.iter().map(|page| page.contains("/Subtype/PageNum")).collect::<Vec<_>>()
    };
    assert_eq!(numbered(paragraphs(10)), [false]);
    assert_eq!(numbered(paragraphs(80)), [true, true]);
}

#[test]
fn no_page_ends_with_a_heading_or_starts_with_the_signature_alone() {
    for count in 30..70 {
        let mut document = paragraphs(count);
        document.flow.insert(0, block(Content::Heading(Level::One, "Title".to_owned())));
        document.flow.push(block(Content::Heading(Level::Two, "Heading".to_owned())));
        document.flow.push(block(Content::Paragraph("Text ".repeat(100))));
        let closing = block(Content::Paragraph("Yours faithfully,".to_owned()));
        document.flow.push(document::Block { with_next: true, ..closing });
        document.flow.push(block(Content::Lines(vec!["Name".to_owned(), "Second line".to_owned()])));
        let pages = pages(&typesetter().typeset(&document).unwrap());
        for page in &pages {
            assert_ne!(marks(page).last(), Some(&"H2"), "after {count} lines");
        }
        assert!(marks(pages.last().unwrap()).len() > 1, "after {count} lines");
    }
}

#[test]
fn a_paragraph_never_leaves_one_line_behind() {
    for count in 30..70 {
        let mut document = paragraphs(count);
        document.flow.push(block(Content::Paragraph("A paragraph of some six lines. ".repeat(18))));
        let pages = pages(&typesetter().typeset(&document).unwrap());
        let lines: usize = pages.iter().map(|page| lines_of(page)).sum();
        let last = pages.last().map(|page| lines_of(page)).unwrap();
        assert!(pages.len() == 1 || last != 1, "after {count} lines, {last} of {lines} on the last page");
    }
}

#[test]
fn a_frame_that_is_too_full_loses_nothing_and_hides_nothing() {
    let lines: Vec<String> = (0..200).map(|number| format!("line {number}")).collect();
    let frame = Frame {
        left: 100.0,
        top: 50.0,
        width: 80.0,
        height: 40.0,
        blocks: vec![block(Content::Lines(lines))],
    };
    let document = Document { frames: vec![frame], ..paragraphs(1) };
    let pages = pages(&typesetter().typeset(&document).unwrap());
    let lines: usize = pages.iter().map(|page| lines_of(page)).sum();
    assert_eq!(lines, 201);
    assert!(pages.len() > 2);
}

#[test]
fn no_stream_ends_like_a_line() {
    // The sums at the ends of compressed streams are as good as random: one stream in 256 would end so.
    for number in 0..600 {
        let bytes = typesetter().typeset(&one(Content::Paragraph(format!("Number {number}")))).unwrap();
        assert!(!bytes.windows(12).any(|window| window == b"\r\nendstream\n"), "{number}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_is_set_or_refused(
        texts in prop::collection::vec(any::<String>(), 0..6),
        width in 1.0_f32..120.0,
    ) {
        let items = texts.iter().map(|text| Item { label: text.clone(), text: text.clone() }).collect();
        let blocks = vec![block(Content::Lines(texts.clone())), block(Content::List(items))];
        let frame = Frame { left: 100.0, top: 50.0, width, height: 40.0, blocks };
        let mut document = Document { frames: vec![frame], ..paragraphs(1) };
        document.flow.extend(texts.iter().map(|text| block(Content::Paragraph(text.clone()))));
        match typesetter().typeset(&document) {
            Ok(bytes) => prop_assert!(bytes.starts_with(b"%PDF-1.7")),
            Err(error) => prop_assert!(matches!(error, Error::MissingCharacter(_) | Error::ControlCharacter(_))),
        }
    }

    #[test]
    fn any_words_of_the_font_are_set(
        texts in prop::collection::vec("[ \u{a0}\u{ad}\u{200b}\u{202f}/a-zA-ZÀ-ÿ0-9Α-ωА-я\u{300}-\u{308}ﬁ.,;:!?’«»€-]{0,400}", 1..8),
        width in 1.0_f32..120.0,
    ) {
        let mut document = paragraphs(0);
        document.sheet.margin.right = 190.0 - width;
        document.flow.extend(texts.iter().map(|text| block(Content::Paragraph(text.clone()))));
        let typeset = typesetter().typeset(&document);
        let missing = matches!(typeset, Err(Error::MissingCharacter('\u{3a2}')));
        prop_assert!(typeset.is_ok() || missing, "{:?}", typeset.err());
    }
}

pub(crate) fn paragraphs(count: usize) -> Document {
    Document {
        language: "en".to_owned(),
        title: "Title".to_owned(),
        date: NaiveDate::from_ymd_opt(2026, 3, 3).unwrap(),
        sheet: Sheet::a4(Margin { top: 20.0, right: 20.0, bottom: 20.0, left: 20.0 }),
        frames: Vec::new(),
        flow: (0..count).map(|number| block(Content::Paragraph(format!("Paragraph {number}")))).collect(),
    }
}

pub(crate) fn one(content: Content) -> Document {
    Document { flow: vec![block(content)], ..paragraphs(0) }
}

pub(crate) fn block(content: Content) -> document::Block {
    let style = Style { leading: 1.35, ..Style::default() };
    document::Block { content, style, above: 0.0, with_next: false }
}

/// Returns the drawing commands of each page, read back from the file.
pub(crate) fn pages(bytes: &[u8]) -> Vec<String> {
    streams(bytes).into_iter().filter(|stream| stream.contains("BDC") || stream.is_empty()).collect()
}

/// Returns the roles of the marks of a page, in order.
pub(crate) fn marks(page: &str) -> Vec<&str> {
    let before: Vec<&str> = page.split("<</MCID").collect();
    before[..before.len() - 1].iter().map(|text| text.rsplit('/').next().unwrap()).collect()
}

/// Returns how many lines stand on a page, without its number.
pub(crate) fn lines_of(page: &str) -> usize {
    let number = usize::from(page.contains("/Subtype/PageNum"));
    page.matches(" Td").count() - number
}

fn metadata(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let start = text.find("<?xpacket begin").expect("the metadata are readable without a PDF reader");
    let end = text.find("<?xpacket end").unwrap();
    text[start..end].to_owned()
}

/// Returns the file's compressed streams as text.
pub(crate) fn streams(bytes: &[u8]) -> Vec<String> {
    let find = |from: usize, what: &[u8]| bytes[from..].windows(what.len()).position(|window| window == what);
    let (mut streams, mut at) = (Vec::new(), 0);
    while let Some(start) = find(at, b">>\nstream\n").or_else(|| find(at, b">>stream\n")) {
        let head = at + start;
        let data = head + bytes[head..].iter().position(|byte| *byte == b'm').unwrap() + 2;
        let dictionary = String::from_utf8_lossy(&bytes[at..head]).into_owned();
        let length = dictionary.rsplit("/Length ").next().unwrap();
        let length: usize = length.split(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap();
        if dictionary.contains("/FlateDecode") {
            let mut decoder = flate2::read::ZlibDecoder::new(&bytes[data..data + length]);
            let mut stream = Vec::new();
            decoder.read_to_end(&mut stream).unwrap();
            streams.push(String::from_utf8_lossy(&stream).into_owned());
        }
        at = data + length;
    }
    streams
}

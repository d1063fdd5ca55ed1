//! The audit of cover letters against a labelled set, and what it must never do.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use habeas::finding::Position;
use habeas::law::content::{Point, Presence};
use habeas::report::audit::{Asked, Document, Said, audit, is_foreign, language_of, languages};
use proptest::prelude::*;

/// The parts of the set: their name, the numbers of their letters, and whether the rules may be changed because of them.
const PARTS: [(&str, std::ops::RangeInclusive<u32>, bool); 11] = [
    ("seen", 1..=30, true),
    ("held out", 31..=40, false),
    ("fresh", 41..=50, false),
    ("known", 51..=60, false),
    ("newest", 61..=70, true),
    ("tuned", 71..=74, true),
    ("untouched", 75..=80, false),
    ("last", 81..=90, true),
    ("unseen", 91..=94, false),
    ("dozen", 101..=110, false),
    ("after", 111..=120, false),
];

/// A letter of the set.
struct Letter {
    language: String,
    number: u32,
    text: String,
    labels: BTreeMap<Point, Presence>,
}

impl Letter {
    /// The name of its part, and whether the rules may be changed because of it.
    fn part(&self) -> (&'static str, bool) {
        let of_number = PARTS.iter().find(|(_, numbers, _)| numbers.contains(&self.number));
        of_number.map(|(name, _, open)| (*name, *open)).expect("every letter has its part")
    }

    fn said(&self) -> BTreeMap<Point, Said> {
        read(&[self.document()], &[])
    }

    fn document(&self) -> Document {
        Document { name: format!("{}-{:02}.txt", self.language, self.number), text: self.text.clone() }
    }
}

/// What documents say about the points, where nothing of the person's is known.
fn read(documents: &[Document], own: &[&str]) -> BTreeMap<Point, Said> {
    audit(documents, own, &Asked::default()).points
}

const SIGNS: [(&str, Point); 10] = [
    ("a", Point::Purposes),
    ("b", Point::Categories),
    ("c", Point::Recipients),
    ("d", Point::Retention),
    ("e", Point::Rights),
    ("f", Point::Complaint),
    ("g", Point::Source),
    ("h", Point::AutomatedDecisions),
    ("2", Point::Safeguards),
    ("3", Point::Copy),
];

fn letters() -> Vec<Letter> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report/audit");
    let mut letters = Vec::new();
    for language in ["fr", "en", "de", "es", "it", "nl"] {
        let text =
            std::fs::read_to_string(folder.join(format!("{language}.txt"))).expect("a file of letters");
        for part in text.split("## ").skip(1) {
            let (head, body) = part.split_once('\n').expect("a letter under its labels");
            let (number, labels) = head.split_once(" found:").expect("labels");
            let (found, vague) = labels.split_once("| vague:").expect("labels");
            let labels = [(found, Presence::Found), (vague, Presence::Vague)]
                .into_iter()
                .flat_map(|(signs, presence)| {
                    signs.split_whitespace().map(move |sign| (point(sign), presence))
                })
                .collect();
            let number = number.trim().parse().expect("a number");
            letters.push(Letter { language: language.to_owned(), number, text: body.to_owned(), labels });
        }
    }
    letters
}

fn point(sign: &str) -> Point {
    SIGNS.iter().find(|(known, _)| *known == sign).expect("a sign of the list").1
}

/// What was decided rightly and wrongly.
#[derive(Default, Clone, Copy)]
struct Score {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Score {
    fn count(&mut self, wanted: bool, got: bool) {
        match (wanted, got) {
            (true, true) => self.right += 1,
            (false, true) => self.wrong += 1,
            (true, false) => self.missed += 1,
            (false, false) => {}
        }
    }

    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.wrong).max(1))
    }

    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.missed).max(1))
    }
}

/// The scores of found and vague, of letters chosen.
fn scores(letters: &[Letter], chosen: impl Fn(&Letter) -> bool) -> [Score; 2] {
    let mut scores = [Score::default(); 2];
    for letter in letters.iter().filter(|letter| chosen(letter)) {
        let said = letter.said();
        for point in Point::ALL {
            let got = said.get(point).map(|said| said.presence);
            let wanted = letter.labels.get(point).copied();
            for (score, presence) in scores.iter_mut().zip([Presence::Found, Presence::Vague]) {
                score.count(wanted == Some(presence), got == Some(presence));
            }
        }
    }
    scores
}

/// One line of the table: what was chosen, then precision and recall of found and vague.
fn line(name: &str, [found, vague]: [Score; 2]) -> String {
    format!(
        "{name:<12} found {:.3} {:.3}   vague {:.3} {:.3}   ({} of {} found points)",
        found.precision(),
        found.recall(),
        vague.precision(),
        vague.recall(),
        found.right,
        found.right + found.missed,
    )
}

#[test]
fn letters_are_read_as_well_as_the_table_says() {
    let letters = letters();
    assert!(letters.len() >= 120, "{}", letters.len());
    let mut table = String::from("           precision and recall\n");
    for language in languages() {
        let of_language = scores(&letters, |letter| letter.language == language);
        writeln!(table, "{}", line(language, of_language)).expect("a string takes all");
    }
    let mut unlooked = Vec::new();
    for (name, _, open) in PARTS {
        let of_part = scores(&letters, |letter| letter.part().0 == name);
        writeln!(table, "{}", line(name, of_part)).expect("a string takes all");
        if !open {
            unlooked.push(of_part);
        }
    }
    for language in languages() {
        for part in ["untouched", "unseen", "dozen", "after"] {
            let of_both = scores(&letters, |letter| letter.language == language && letter.part().0 == part);
            writeln!(table, "{}", line(&format!("{part} {language}"), of_both)).expect("a string takes all");
        }
    }
    if std::env::var_os("HABEAS_AUDIT_FAULTS").is_some() {
        faults(&letters);
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report/audit/scores.txt");
    if std::env::var_os("HABEAS_BLESS").is_some() {
        std::fs::write(&file, &table).expect("the file is ours");
    }
    let pinned = std::fs::read_to_string(&file).expect("HABEAS_BLESS=1 writes it");
    assert_eq!(table, pinned, "HABEAS_BLESS=1 takes the new figures; read them first");
    let of_all = unlooked.iter().fold(Score::default(), |sum, [found, _]| Score {
        right: sum.right + found.right,
        wrong: sum.wrong + found.wrong,
        missed: sum.missed + found.missed,
    });
    assert!(of_all.precision() >= 0.98, "found is said too lightly");
}

/// Prints what was decided otherwise than labelled, of the letters that may be looked at.
#[expect(clippy::print_stderr, reason = "shown to whoever writes rules")]
fn faults(letters: &[Letter]) {
    for letter in letters.iter().filter(|letter| letter.part().1) {
        let said = letter.said();
        for (sign, point) in SIGNS {
            let got = said.get(&point);
            let wanted = letter.labels.get(&point).copied();
            if got.map(|said| said.presence) != wanted {
                let quote = got.map(|said| said.quote.clone()).unwrap_or_default();
                let got = got.map(|said| said.presence);
                eprintln!(
                    "{} {:02} {sign}: wanted {wanted:?}, got {got:?} {quote}",
                    letter.language, letter.number
                );
            }
        }
    }
}

#[test]
fn nothing_is_said_to_be_found_without_a_sentence_and_its_place() {
    for letter in letters() {
        for (point, said) in letter.said() {
            let name = &letter.document().name;
            assert_eq!(&said.place.file, name, "{point}");
            let (line, column) = match said.place.position {
                Some(Position::Line(line, column)) => (line, column),
                _ => (0, 0),
            };
            assert!(line > 0 && column > 0, "{name}: {point} has no line");
            let at = usize::try_from(line).expect("a line") - 1;
            let text = letter.text.lines().nth(at).expect("a line of the letter");
            let rest: String = text.chars().skip(usize::try_from(column).expect("a column") - 1).collect();
            // A cell of a table is quoted without its neighbours.
            let rest = rest.trim_start_matches(['-', ' ']);
            let start: String = rest.chars().take(12).take_while(|letter| *letter != '|').collect();
            let quoted = said.quote.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(quoted.contains(start.trim()), "{name} {line}:{column}: {start} is not in {quoted}");
        }
    }
}

#[test]
fn the_language_of_a_letter_is_known() {
    for letter in letters() {
        assert_eq!(language_of(&letter.document()), Some(letter.language.as_str()), "{}", letter.number);
    }
    let odd = Document { name: "x".to_owned(), text: "Olá, Здравствуйте 12 12".to_owned() };
    assert_eq!(language_of(&odd), None);
    assert!(read(&[odd], &[]).is_empty());
}

#[test]
fn the_controller_itself_is_no_recipient() {
    let text = "Vos données et votre adresse ont été transmises à Jardin Exemple SAS. Vos commandes sont dans votre compte.";
    let document = [Document { name: "mail".to_owned(), text: text.to_owned() }];
    let presence = |own: &[&str]| read(&document, own).get(&Point::Recipients).map(|said| said.presence);
    assert_eq!(presence(&[]), Some(Presence::Found));
    assert_eq!(presence(&["Jardin Exemple"]), None);
}

#[test]
fn a_request_under_an_answer_says_nothing() {
    let answer = "Dear Ms Example,\nWe have received your letter.\n\n-----Original Message-----\n";
    let asked = "The data are kept for five years and were disclosed to Parcel Example Ltd. Please see the attached copy of your data.";
    let quoted = Document { name: "mail".to_owned(), text: format!("{answer}{asked}") };
    assert!(read(&[quoted], &[]).is_empty());
    let plain = Document { name: "mail".to_owned(), text: asked.to_owned() };
    let found = read(&[plain], &[]);
    assert!(found.values().filter(|said| said.presence == Presence::Found).count() >= 3, "{found:?}");
}

#[test]
fn a_sentence_broken_by_the_width_of_a_page_is_one() {
    let text = "We use your data only as described. Your personal data and the history of your orders is\nretained for a period of\nsix years after the end of the contract.";
    let said = read(&[Document { name: "page".to_owned(), text: text.to_owned() }], &[]);
    let retention = said.get(&Point::Retention).expect("a period");
    assert!(retention.quote.ends_with("six years after the end of the contract."), "{}", retention.quote);
}

/// A request as this program writes it.
const REQUEST: &str = "Madame, Monsieur,\n\nJe souhaite savoir quelles données vous traitez à mon sujet et vérifier que ce traitement \
    est licite. J’exerce pour cela le droit d’accès que me donne l’article 15 du RGPD.\n\nVous me connaissez sous les \
    coordonnées suivantes : Nom : Ada Exemple, adresse électronique : ada@example.org.\n\nJe vous prie de me communiquer chacune des \
    informations suivantes :\n\na) les finalités du traitement, pour chaque catégorie de données ;\n\
    b) les catégories de données concernées : identité, adresse, commandes, paiements ;\n\
    c) l’identité de chacun des destinataires auxquels mes données ont été ou seront communiquées (CJUE, 12 janvier 2023, C-154/21) ;\n\
    d) la durée de conservation envisagée ou, si cela n’est pas possible, les critères qui la déterminent ;\n\
    e) l’existence du droit de demander la rectification, l’effacement ou la limitation et du droit de m’opposer au traitement ;\n\
    f) le droit d’introduire une réclamation auprès d’une autorité de contrôle ;\n\
    g) lorsque les données n’ont pas été collectées auprès de moi, toute information disponible quant à leur source.\n\n\
    La première copie est gratuite. Veuillez agréer mes salutations.\n";

#[test]
fn what_the_person_wrote_is_no_answer_however_it_is_quoted() {
    let asked = Asked::of([REQUEST]);
    let reply = "Bonjour,\nVotre demande est en cours. Nous vous répondrons sous un mois.\nCordialement\n\n";
    // Lines broken elsewhere, as mail programs do.
    let broken: String = REQUEST
        .split(' ')
        .enumerate()
        .map(|(at, word)| format!("{word}{}", if at % 9 == 8 { "\n" } else { " " }))
        .collect();
    for head in
        ["", "Ada Exemple (Client)\n10 sept. 2026, 10:00 CEST\n\n", "Début du message réexpédié :\n\n"]
    {
        for request in [REQUEST, &broken] {
            let text = format!("{reply}{head}{request}");
            let said = audit(&[Document { name: "mail".to_owned(), text }], &[], &asked).points;
            assert!(said.is_empty(), "{head}: {said:?}");
        }
    }
    let unknown =
        audit(&[Document { name: "mail".to_owned(), text: REQUEST.to_owned() }], &[], &Asked::default());
    assert!(!unknown.points.is_empty(), "the request speaks of what an answer does");
}

#[test]
fn answers_between_the_lines_of_the_request_are_read() {
    let asked = Asked::of([REQUEST]);
    let text = REQUEST
        .replace(
            "les critères qui la déterminent ;",
            "les critères qui la déterminent ;\n\nNous conservons vos commandes dix ans.\n",
        )
        .replace(
            "d’une autorité de contrôle ;",
            "d’une autorité de contrôle ;\n\nVous pouvez introduire une réclamation auprès de la CNIL.\n",
        );
    let said = audit(&[Document { name: "mail".to_owned(), text }], &[], &asked).points;
    assert_eq!(said.keys().copied().collect::<Vec<_>>(), [Point::Retention, Point::Complaint], "{said:?}");
    // An answer in the words of the law is no quotation.
    let answer = "Madame,\nVous avez le droit d’introduire une réclamation auprès d’une autorité de contrôle.\n\
        Vous pouvez demander la rectification, l’effacement ou la limitation et vous opposer au traitement.\n";
    let said = audit(&[Document { name: "mail".to_owned(), text: answer.to_owned() }], &[], &asked).points;
    assert_eq!(said.keys().copied().collect::<Vec<_>>(), [Point::Rights, Point::Complaint], "{said:?}");
}

#[test]
fn a_letter_in_a_language_that_is_not_read_says_nothing() {
    for text in [
        "Szanowna Pani, Pani dane są przetwarzane przez nas w celu realizacji zamówień i są przechowywane przez trzy lata.",
        "Exma. Senhora, os seus dados são conservados durante três anos e foram transmitidos à Transportes Exemplo SA para as entregas.",
        "Stimată doamnă, datele dumneavoastră sunt păstrate timp de trei ani și au fost transmise către Exemplu SRL pentru livrare.",
    ] {
        let document = Document { name: "list".to_owned(), text: text.to_owned() };
        assert_eq!(language_of(&document), None, "{text}");
        assert!(is_foreign(&document), "{text}");
        assert!(read(&[document], &[]).is_empty(), "{text}");
    }
    let short = Document { name: "logo".to_owned(), text: "12 Rue 34".to_owned() };
    assert!(!is_foreign(&short));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_breaks_the_audit(text in "(\\PC|[\\n\\-•:?!.;>]|data |vous |wir |retention: ){0,200}") {
        for (_, said) in read(&[Document { name: "any".to_owned(), text }], &["Any Name"]) {
            prop_assert!(!said.quote.is_empty());
            prop_assert!(matches!(said.place.position, Some(Position::Line(1.., 1..))));
        }
    }
}

#[test]
fn a_letter_of_two_sentences_is_read() {
    let text = "Bonjour,\nVos données sont conservées pendant trois ans. Elles ont été transmises à Colis Exemple SAS.\n";
    let said = read(&[Document { name: "l.txt".to_owned(), text: text.to_owned() }], &[]);
    assert_eq!(said.keys().copied().collect::<Vec<_>>(), [Point::Recipients, Point::Retention]);
}

/// What was found of a text, with the sentence.
fn found(text: &str) -> BTreeMap<Point, String> {
    let document = Document { name: "l.txt".to_owned(), text: text.to_owned() };
    let said = read(&[document], &[]).into_iter();
    said.filter(|(_, said)| said.presence == Presence::Found)
        .map(|(point, said)| (point, said.quote))
        .collect()
}

#[test]
fn each_cell_of_a_table_stands_under_the_head_of_its_column() {
    let found = found(
        "This is what we have on you and why.\n\nData | Purpose | Source | Recipients | Storage period\n\
         Name, address | delivery of the parcel | you | Parcel Example Ltd | three years\n",
    );
    assert_eq!(found.get(&Point::Recipients).map(String::as_str), Some("Recipients: Parcel Example Ltd"));
    assert_eq!(found.get(&Point::Retention).map(String::as_str), Some("Storage period: three years"));
    assert_eq!(found.get(&Point::Source).map(String::as_str), Some("Source: you"));
    assert!(found.contains_key(&Point::Purposes) && found.contains_key(&Point::Categories), "{found:?}");
}

#[test]
fn the_letter_of_an_article_says_what_a_paragraph_answers() {
    let marked =
        "Auskunft für Sie nach der DSGVO\nArt. 15 Abs. 1 lit. d: Zehn Jahre.\nArt. 15 Abs. 2: keine\n";
    let found_there = found(marked);
    assert_eq!(found_there.keys().copied().collect::<Vec<_>>(), [Point::Retention, Point::Safeguards]);
    let lettered = "We answer your request under Article 15 of the GDPR in order.\n\na) To deliver parcels.\n\
        b) Names, orders.\nc) Parcel Example Ltd\nd) Six years.\n";
    let in_order = [Point::Purposes, Point::Categories, Point::Recipients, Point::Retention];
    assert_eq!(found(lettered).keys().copied().collect::<Vec<_>>(), in_order);
    // Letters alone are no article where none is gone through.
    let listed = "We have two offers for you and your family.\n\nc) Parcel Example Ltd\nd) Six years.\n";
    assert!(found(listed).is_empty(), "{:?}", found(listed));
}

/// A first sentence that shows the language of a letter.
const BEGINS: [(&str, &str); 6] = [
    ("de", "Vielen Dank für die Anfrage zu den Daten, die wir von Ihnen haben und das ist es."),
    ("en", "Thank you for your request about the data that we have on you."),
    ("es", "Gracias por la solicitud sobre los datos que tenemos de usted."),
    ("fr", "Merci pour votre demande sur les données que nous avons de vous."),
    ("it", "Grazie per la richiesta che ci ha inviato sui dati che la riguardano."),
    ("nl", "Dank u voor uw verzoek over de gegevens die wij van u hebben."),
];

/// A letter that says one thing.
fn letter_of(language: &str, sentence: &str) -> String {
    let begins = BEGINS.iter().find(|(code, _)| *code == language).expect("a language of the audit").1;
    format!("{begins}\n\n{sentence}\n")
}

#[test]
fn each_sentence_says_what_is_written_beside_it() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report/audit/sentences.txt");
    let text = std::fs::read_to_string(file).expect("a file of sentences");
    let mut wrong = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with("//")) {
        let mut parts = line.splitn(4, " | ");
        let mut part = || parts.next().expect("four parts");
        let (language, point, wanted, sentence) = (part(), part(), part(), part().replace("\\n", "\n"));
        let point = Point::find(point).expect("a point");
        let text = letter_of(language, &sentence);
        let said = read(&[Document { name: "l.txt".to_owned(), text }], &[]);
        let said = said.get(&point).filter(|said| said.presence == Presence::Found);
        let is_right = match wanted {
            "found" => said.is_some(),
            "none" => said.is_some_and(|said| said.denies && said.quote.contains(&sentence)),
            other => other == "not" && said.is_none(),
        };
        if !is_right {
            wrong.push(line);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

//! Tests of the room `paper` at its boundary, and of the letters put through it.

use std::sync::OnceLock;

use chrono::NaiveDate;
use habeas::law::right::Right;
use habeas::letter::{Block, Layout, Letter, pdf};
use habeas::paper::document::{self, Content, Document, Frame, Item, Level, Margin, Sheet, Style, Weight};
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
        right: Right::Access,
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
            paragraph(
                "Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.",
            ),
        ],
        signature: vec!["Clémence Œuvrard".to_owned()],
    }
}

/// An invented English access request of about a page.
pub(crate) fn english() -> Letter {
    Letter {
        language: Language::ENGLISH,
        layout: Layout::Left,
        right: Right::Access,
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
    body.extend(more.iter().cloned().take(more.len() - 1));
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

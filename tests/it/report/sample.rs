//! An invented answer of an invented shop, of the size and shape large shops send.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};
use habeas::finding::{Code, Finding, Place, Position};
use habeas::import::answer::{Answer, Recognition};
use habeas::import::container::Received;
use habeas::import::coverage::{Account, Cells, Coverage, State};
use habeas::import::record::{Amount, Moment, Precision, Record, Role, Zone};
use habeas::import::totals::Totals;
use habeas::law::article::Regime;
use habeas::law::category::{Category, Origin};
use habeas::law::right::Right;
use habeas::report::audit::Asked;
use habeas::report::model::{AnnouncedCategory, AnnouncedRecipient, CaseLine, Context};
use habeas::wording::Language;
use rust_decimal::Decimal;

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

pub(crate) fn context(language: Language) -> Context {
    let source = || "https://shop.example.org/privacy".to_owned();
    let checked = day(2026, 2, 6);
    let announced = |name: &str, role: &str| AnnouncedRecipient {
        name: name.to_owned(),
        role: role.to_owned(),
        source: source(),
        checked,
    };
    let holds = [Category::Purchases, Category::Support, Category::Consent, Category::Inferences];
    Context {
        language,
        today: day(2026, 11, 23),
        program: "habeas".to_owned(),
        import: Some("IM-9D4MXR".to_owned()),
        company_id: Some("bazar-exemple".to_owned()),
        company: Some("Bazar Exemple".to_owned()),
        controller: Some("Bazar Exemple Europe S.à r.l.".to_owned()),
        holds: holds.map(|category| AnnouncedCategory { category, source: source(), checked }).to_vec(),
        shares_with: vec![
            announced("Exemplia Ads", "advertising"),
            announced("Crédit d’Exemple", "payment"),
            announced("Transports Modèle", "delivery"),
            announced("Groupe Bazar Exemple", "weather forecasts"),
        ],
        case: Some(CaseLine {
            reference: "HB-7F3K2Q".to_owned(),
            right: Right::Access,
            sent: Some(day(2026, 9, 10)),
            answered: Some(day(2026, 10, 24)),
            due: Some(day(2026, 10, 12)),
            overdue_days: 12,
            next_command: Some("habeas follow-up HB-7F3K2Q".to_owned()),
        }),
        regime: Regime::Eu,
        letters: Vec::new(),
        asked: Asked::default(),
        judged: std::collections::BTreeMap::new(),
    }
}

/// The invented answer.
pub(crate) fn answer() -> Answer {
    let mut reading = Reading::default();
    reading.orders();
    reading.searches();
    reading.segments();
    reading.advertisers();
    reading.logins();
    reading.devices();
    reading.films();
    reading.gifts();
    reading.rest();
    let findings = vec![Finding::new(Code::FileAbsent, Place::file("Boutique.Avis.1.csv"))];
    Answer {
        received: vec![Received {
            name: "Bazar-Exemple-Vos-Donnees.zip".to_owned(),
            bytes: 48_213_117,
            sha256: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef".to_owned(),
        }],
        company: Some(Recognition {
            id: "bazar-exemple".to_owned(),
            confidence: 92,
            evidence: vec!["Boutique.Commandes.1.csv".to_owned(), "Publicite.Audiences.csv".to_owned()],
            learned_from: Some("public help page".to_owned()),
            certainty: None,
        }),
        coverage: Coverage::sum(&reading.accounts, findings.len() as u64),
        accounts: reading.accounts,
        totals: reading.totals,
        findings,
        ..Answer::default()
    }
}

/// Texts that try to be more than text.
pub(crate) const HOSTILE: [&str; 6] = [
    "<script>window.broken = 1</script>",
    "{{ 7*7 }}{% raw %}",
    "\" onload=\"window.broken = 1",
    "a\u{202e}b",
    "esc\u{1b}[2Jape",
    "</title></style><img src=x onerror=window.broken=1>",
];

/// An answer in which every text tries to be more than text.
pub(crate) fn hostile() -> Answer {
    let mut answer = answer();
    for (row, text) in (1..).zip(HOSTILE.iter().cycle().take(24)) {
        let text = format!("{text}{row}");
        let said = || text.clone().into();
        answer.totals.add(&Record {
            title: Some(said()),
            roles: vec![(Role::Inference, said()), (Role::Recipient, said()), (Role::Source, said())],
            fields: vec![(said(), said())],
            ..record(&text, row, Category::Inferences, Origin::Inferred, &text)
        });
        answer.accounts.iter_mut().for_each(|account| account.path.clone_from(&text));
    }
    answer
}

#[derive(Default)]
struct Reading {
    totals: Totals,
    accounts: Vec<Account>,
}

/// A record of nothing in particular, to be filled in.
pub(crate) fn record<'a>(
    file: &str,
    row: u64,
    category: Category,
    origin: Origin,
    kind: &'a str,
) -> Record<'a> {
    Record {
        place: Cow::Owned(Place::at(file, Position::Row(row))),
        when: None,
        until: None,
        kind: Cow::Borrowed(kind),
        category,
        origin,
        title: None,
        amount: None,
        others: false,
        special: false,
        roles: Vec::new(),
        fields: Vec::new(),
    }
}

fn at(date: NaiveDate, minutes: u64) -> Option<Moment> {
    let minutes = u32::try_from(minutes % 1_440).expect("minutes of a day");
    let at = date.and_hms_opt(minutes / 60, minutes % 60, 0).expect("a time");
    Some(Moment { at, precision: Precision::Minute, zone: Zone::Utc })
}

fn after(days: u64) -> NaiveDate {
    day(2011, 3, 3).checked_add_days(Days::new(days)).expect("a date")
}

fn field<'a>(name: &'static str, value: impl Into<Cow<'a, str>>) -> (Cow<'a, str>, Cow<'a, str>) {
    (Cow::Borrowed(name), value.into())
}

impl Reading {
    fn file(
        &mut self,
        path: &str,
        state: State,
        format: &str,
        category: Option<Category>,
        bytes: u64,
        rows: u64,
    ) {
        self.accounts.push(Account {
            path: path.to_owned(),
            state,
            format: format.to_owned().into(),
            kind: None,
            category,
            bytes,
            rows,
            records: rows,
            by_category: category.filter(|_| rows > 0).map(|category| (category, rows)).into_iter().collect(),
            others: if category == Some(Category::Others) { rows } else { 0 },
            special: if category == Some(Category::Special) { rows } else { 0 },
            rows_as_findings: 0,
            cells: Cells::default(),
            confidence: None,
            findings_total: 0,
            findings: Vec::new(),
        });
    }

    fn mapped(&mut self, path: &str, category: Category, rows: u64) {
        self.file(path, State::Mapped, "csv", Some(category), rows * 210, rows);
    }

    fn finding(&mut self, code: Code, row: u64) {
        let account = self.accounts.last_mut().expect("an account");
        let place = Place::at(account.path.clone(), Position::Row(row));
        account.findings.push(Finding::new(code, place).with("column", "Order Date"));
        account.findings_total += 1;
    }

    fn orders(&mut self) {
        const FILE: &str = "Boutique.Commandes.1/Boutique.Commandes.1.csv";
        const ITEMS: [&str; 6] = [
            "Lampe de lecture, laiton",
            "Café en grains 1 kg",
            "Poussette pliante",
            "Guide des oiseaux d’Europe",
            "Chaussures de course",
            "Thermomètre frontal",
        ];
        for (row, item) in (1..=1_284_u64).zip(ITEMS.into_iter().cycle()) {
            let when = at(after(row * 4 + row % 3), 480 + (row * 37) % 800);
            let price = Decimal::new(499 + i64::try_from(row * 733 % 9_000).expect("cents"), 2);
            let written = when.expect("a moment").at.format("%Y-%m-%dT%H:%MZ").to_string();
            self.totals.add(&Record {
                when,
                title: Some(item.into()),
                amount: Some(Amount { value: price, currency: Some("EUR".into()) }),
                fields: vec![
                    field("Order ID", format!("404-{:07}", row * 7_919)),
                    field("Order Date", written),
                    field("Product Name", item),
                    field("Total Owed", price.to_string()),
                    field("Currency", "EUR"),
                    field("Shipping Address", "3 rue de l’Exemple, 69001 Lyon"),
                ],
                ..record(FILE, row, Category::Purchases, Origin::Given, "order")
            });
        }
        self.mapped(FILE, Category::Purchases, 1_284);
        self.finding(Code::DateUnreadable, 17);
        self.finding(Code::DateUnreadable, 912);
    }

    fn searches(&mut self) {
        const FILE: &str = "Recherche.Historique.csv";
        const QUERIES: [&str; 7] = [
            "poussette légère",
            "test de grossesse",
            "lampe de bureau",
            "livre mal de dos",
            "cadeau départ retraite",
            "colle à bois",
            "thermomètre bébé",
        ];
        for (row, query) in (1..=3_417).zip(QUERIES.into_iter().cycle()) {
            self.totals.add(&Record {
                when: at(day(2022, 12, 1).checked_add_days(Days::new(row / 3)).expect("a date"), row * 7),
                title: Some(query.into()),
                roles: vec![(Role::Query, query.into())],
                fields: vec![field("Keywords", query), field("Site", "shop.example.org")],
                ..record(FILE, row, Category::Search, Origin::Observed, "search")
            });
        }
        self.mapped(FILE, Category::Search, 3_417);
    }

    fn segments(&mut self) {
        const FILE: &str = "Publicite.Audiences/Publicite.Audiences.csv";
        let leading = [
            "Parents d’un nourrisson",
            "Acheteurs haut de gamme",
            "Déménagement récent",
            "Intérêt : fertilité",
            "Sensibles aux promotions",
            "Santé : mal de dos",
            "in_market_0231",
            "Score de départ : 0,82",
        ];
        let tastes = (1..=33).map(|number| format!("Goûts d’exemple, groupe {number}"));
        for (row, segment) in (1..).zip(leading.map(str::to_owned).into_iter().chain(tastes)) {
            self.totals.add(&Record {
                title: Some(segment.clone().into()),
                special: segment.starts_with("Santé") || segment.contains("fertilité"),
                roles: vec![(Role::Inference, segment.clone().into())],
                fields: vec![field("Audience", segment), field("Source", "Modèle interne v7")],
                ..record(FILE, row, Category::Inferences, Origin::Inferred, "segment")
            });
        }
        self.mapped(FILE, Category::Inferences, 41);
    }

    fn advertisers(&mut self) {
        const FILE: &str = "Publicite.Annonceurs.csv";
        let known =
            ["Exemplia Ads Ireland Ltd", "Transports Modèle", "Maison Témoin", "Assurances Fictives SA"];
        let invented = (5..=286).map(|number| format!("Annonceur inventé {number}"));
        for (row, name) in (1..).zip(known.map(str::to_owned).into_iter().chain(invented)) {
            self.totals.add(&Record {
                roles: vec![(Role::Recipient, name.clone().into())],
                fields: vec![field("Annonceurs qui vous ont ciblé", name)],
                ..record(FILE, row, Category::Recipients, Origin::Observed, "advertiser")
            });
        }
        self.mapped(FILE, Category::Recipients, 286);
    }

    fn logins(&mut self) {
        const FILE: &str = "Securite.Connexions.csv";
        for row in 1..=912_u64 {
            let address = format!("192.0.2.{}", row % 37);
            self.totals.add(&Record {
                when: at(day(2023, 1, 4).checked_add_days(Days::new(row * 3 / 2)).expect("a date"), 615),
                roles: vec![
                    (Role::IpAddress, address.clone().into()),
                    (Role::Location, "Lyon, France".into()),
                ],
                fields: vec![field("IP", address), field("City", "Lyon, France"), field("Result", "OK")],
                ..record(FILE, row, Category::Security, Origin::Observed, "login")
            });
        }
        self.mapped(FILE, Category::Security, 912);
    }

    fn devices(&mut self) {
        const FILE: &str = "Appareils.csv";
        for (row, device) in (1..).zip(["Téléphone Modèle 7", "Liseuse Exemple", "Navigateur sous Linux"])
        {
            let identifier = format!("00000000-0000-4000-8000-00000000000{row}");
            self.totals.add(&Record {
                roles: vec![(Role::Device, device.into()), (Role::Identifier, identifier.clone().into())],
                fields: vec![field("Device", device), field("Advertising ID", identifier)],
                ..record(FILE, row, Category::Device, Origin::Observed, "device")
            });
        }
        self.mapped(FILE, Category::Device, 3);
    }

    fn films(&mut self) {
        const FILE: &str = "Video.Lecture.json";
        for row in 1..=2_230_u64 {
            self.totals.add(&Record {
                when: at(day(2017, 6, 1).checked_add_days(Days::new(row * 3 / 2)).expect("a date"), 1_260),
                title: Some("Le Film d’essai".into()),
                fields: vec![
                    field("title", "Le Film d’essai"),
                    field("stopped_at", format!("{} s", row * 11 % 5_400)),
                ],
                ..record(FILE, row, Category::Media, Origin::Observed, "row")
            });
        }
        self.file(FILE, State::Generic, "json", Some(Category::Media), 512_000, 2_230);
    }

    fn gifts(&mut self) {
        const FILE: &str = "Boutique.Cadeaux.csv";
        for row in 1..=12_u64 {
            self.totals.add(&Record {
                when: at(after(row * 300), 600),
                others: true,
                fields: vec![
                    field("Recipient", "Camille Exemple"),
                    field("Message", "Joyeux anniversaire !"),
                ],
                ..record(FILE, row, Category::Others, Origin::Given, "gift")
            });
        }
        for row in 13..=15_u64 {
            self.totals.add(&Record {
                roles: vec![(Role::Source, "Courtier en données Modèle".into())],
                fields: vec![
                    field("Foyer", "4 personnes"),
                    field("Fournisseur", "Courtier en données Modèle"),
                ],
                ..record(FILE, row, Category::Others, Origin::Obtained, "household")
            });
        }
        self.mapped(FILE, Category::Others, 15);
    }

    fn rest(&mut self) {
        self.file("Lettre.pdf", State::Opaque, "pdf", None, 88_120, 0);
        self.file("Support/appel-2019.mp3", State::Opaque, "mp3", None, 1_204_991, 0);
        self.file("Boutique.Avis/", State::Empty, "csv", Some(Category::Reviews), 0, 0);
        self.file("Alexa.Exemple/voix.csv", State::Empty, "csv", None, 0, 0);
        self.file("Paiement.Moyens.zip!/cartes.csv", State::Refused, "csv", Some(Category::Payment), 0, 0);
        self.finding(Code::MemberEncrypted, 1);
        self.file("__MACOSX/._Lettre.pdf", State::Ignored, "", None, 120, 0);
    }
}

//! Which facts page one tells and why; codes nobody explains; what is older than stated; money per year.

use habeas::finding::{Place, Position};
use habeas::import::answer::Answer;
use habeas::import::coverage::{Account, Coverage};
use habeas::import::record::{Amount, Moment, Precision, Record, Role, Zone};
use habeas::law::category::{Category, Origin};
use habeas::report::audit::{Document, longest_period};
use habeas::report::model::{Context, Fact, Report, Score, Topic};
use habeas::report::{html, text};
use habeas::wording::{Language, languages};

use super::sample;

fn build(answer: &Answer) -> Report {
    Report::build(answer, &sample::context(Language::ENGLISH))
}

fn told(report: &Report) -> Vec<(Topic, Score)> {
    report.summary.facts.iter().map(|fact| (fact.topic, fact.score)).collect()
}

fn on(year: i32) -> Option<Moment> {
    let at = sample::day(year, 3, 1).and_hms_opt(0, 0, 0).expect("a time");
    Some(Moment { at, precision: Precision::Day, zone: Zone::Unknown })
}

#[test]
fn the_points_of_a_fact_follow_the_stated_rule() {
    let report = build(&sample::answer());
    let points =
        |sensitivity, inference, reach, age, rarity| Score { sensitivity, inference, reach, age, rarity };
    assert_eq!(
        told(&report),
        [
            (Topic::Inferences, points(3, 6, 0, 0, 0)),
            // 286 companies.
            (Topic::Recipients, points(2, 3, 4, 0, 0)),
            // 2 of 8,188 records.
            (Topic::Special, points(4, 2, 0, 0, 3)),
            // 12 of them, since 2011.
            (Topic::Others, points(2, 1, 0, 4, 2)),
            // 3 of them, from one source.
            (Topic::Obtained, points(1, 4, 1, 0, 3)),
        ]
    );
    let sums: Vec<u8> = report.summary.facts.iter().map(|fact| fact.score.sum()).collect();
    assert!(sums.windows(2).all(|pair| pair[0] >= pair[1]), "{sums:?}");
    let same = |fact: &Fact| (fact.topic, fact.count, fact.score);
    let again: Vec<_> = build(&sample::answer()).summary.facts.iter().map(same).collect();
    assert_eq!(
        report.summary.facts.iter().map(same).collect::<Vec<_>>(),
        again,
        "the same answer tells the same"
    );
}

#[test]
fn age_and_reach_bring_a_fact_forward() {
    let mut answer = Answer::nothing();
    let query = |year: i32| Record {
        when: on(year),
        roles: vec![(Role::Query, "lampe".into())],
        ..sample::record("a.csv", 1, Category::Search, Origin::Observed, "search")
    };
    let device = Record {
        roles: vec![(Role::Device, "Téléphone".into())],
        ..sample::record("b.csv", 1, Category::Device, Origin::Observed, "device")
    };
    let named = |count: usize| (0..count).map(|at| format!("Annonceur {at}")).collect::<Vec<_>>();
    answer.totals.add(&query(2026));
    answer.totals.add(&device);
    let age = |report: &Report| {
        let search = report.summary.facts.iter().find(|fact| fact.topic == Topic::Searches);
        search.map(|fact| fact.score.age)
    };
    assert_eq!(age(&build(&answer)), Some(0));
    for (year, points) in [(2025, 1), (2024, 2), (2021, 3), (2016, 4)] {
        answer.totals.add(&query(year));
        assert_eq!(age(&build(&answer)), Some(points), "{year}");
    }
    let mut odd = Answer::nothing();
    odd.totals.add(&query(1901));
    assert_eq!(age(&build(&odd)), Some(0), "a date nobody can mean is none");
    for (count, points) in [(1, 1), (4, 1), (5, 2), (25, 3), (125, 4), (300, 4)] {
        let mut answer = Answer::nothing();
        for name in named(count) {
            let roles = vec![(Role::Recipient, name.into())];
            answer.totals.add(&Record { roles, ..device.clone() });
        }
        let reach = build(&answer).summary.facts.first().map(|fact| (fact.topic, fact.score.reach));
        assert_eq!(reach, Some((Topic::Recipients, points)), "{count}");
    }
}

#[test]
fn a_code_nobody_explains_is_marked_and_words_are_not() {
    let mut answer = Answer::nothing();
    let codes = ["in_market_0231", "SEG-B7", "AUD|77|x", "b7#2"];
    let words = [
        "Parents d’un nourrisson",
        "Jardinage",
        "LOYALTY",
        "SINGLE_PLACE",
        "22-JAN-2018",
        "it_IT",
        "B079F245XY",
        "APPLE_iPhone12",
        "15s",
        "Lyon",
        "0.82",
        "2024-01-31T10:00Z",
        "FR",
        "https://example.org/x_1",
        "Modèle-7",
    ];
    for (row, text) in (1..).zip(codes.into_iter().chain(words)) {
        let roles = vec![(Role::Inference, text.into())];
        let fields = vec![("Segment".into(), text.into())];
        answer.totals.add(&Record {
            roles,
            fields,
            ..sample::record("s.csv", row, Category::Inferences, Origin::Inferred, "s")
        });
    }
    let report = build(&answer);
    let mut marked: Vec<&str> = report
        .conclusions
        .entries
        .iter()
        .filter(|entry| entry.unexplained)
        .map(|entry| entry.text.as_str())
        .collect();
    let mut expected = codes.to_vec();
    marked.sort_unstable();
    expected.sort_unstable();
    assert_eq!(marked, expected);
    assert!(html::render(&report).expect("a page").contains("not explained by the company"));
    assert!(
        text::render(&report, 100)
            .contains("4 of them are codes or labels that the company does not explain")
    );
}

#[test]
fn a_column_of_codes_is_marked_and_one_of_identifiers_is_not() {
    let mut answer = Answer::nothing();
    for row in 1..=6_u64 {
        let fields = vec![
            ("Flag".into(), if row % 2 == 0 { "X_1" } else { "X_2" }.into()),
            ("Order ID".into(), format!("404-A{row}").into()),
            ("Article".into(), "Lampe".into()),
            ("Currency".into(), "EUR".into()),
        ];
        answer.totals.add(&Record {
            fields,
            ..sample::record("o.csv", row, Category::Purchases, Origin::Given, "order")
        });
    }
    for language in languages() {
        let report = Report::build(&answer, &sample::context(language));
        let columns: Vec<&str> =
            report.holdings[0].unexplained.iter().map(|unexplained| unexplained.column.as_str()).collect();
        assert_eq!(columns, ["Flag"]);
        let page = html::render(&report).expect("a page");
        assert_eq!(page.matches("<span class=\"note\">").count(), 1, "{language}");
    }
}

#[test]
fn the_longest_period_of_a_sentence_is_read_in_every_language_of_the_audit() {
    for (sentence, days) in [
        ("Your orders are kept for ten (10) years.", 3_660),
        ("Log files are deleted after 12 months, invoices after six years.", 2_196),
        ("Vos commandes sont conservées pendant trois ans.", 1_098),
        ("Les cookies sont gardés 13 mois.", 403),
        ("Wir speichern die Daten zwölf Monate.", 372),
        ("Die Rechnungen bleiben zehn Jahre.", 3_660),
        ("Sus datos se conservan durante cinco años.", 1_830),
        ("I dati sono conservati per due anni.", 732),
        ("Uw gegevens worden zeven jaar bewaard.", 2_562),
        ("Dagelijkse logbestanden na 30 dagen.", 30),
        // A number in several words or groups of digits is one.
        ("Vos données sont conservées vingt-quatre mois.", 744),
        ("Your data are kept for twenty-four months.", 744),
        ("Your data are kept for one hundred and twenty days.", 120),
        ("Sus datos se conservan treinta y seis meses.", 1_116),
        ("Les contrats sont conservés vingt-cinq ans.", 9_150),
        ("Les données sont conservées quatre-vingt-dix jours.", 90),
        ("Les images sont gardées soixante-quinze jours.", 75),
        ("Les cookies sont conservés 1 095 jours.", 1_095),
        ("Die Daten werden 1.095 Tage gespeichert.", 1_095),
        ("Wir speichern die Daten vierundzwanzig Monate.", 744),
        ("Wir speichern die Daten sechsunddreißig Monate.", 1_116),
        ("I dati sono conservati per ventiquattro mesi.", 744),
        ("Wij bewaren uw gegevens zesendertig maanden.", 1_116),
        ("Wij bewaren uw gegevens twee jaar en zes maanden.", 918),
        ("Data are kept for twenty-four (24) months.", 744),
    ] {
        assert_eq!(longest_period(sentence), Some(days), "{sentence}");
    }
    for sentence in [
        "As long as you have an account.",
        "Since 2011 we keep orders.",
        "In 2024 years passed.",
        "",
        // Not understood is not known.
        "Nous conservons vos données pendant un an et demi.",
        "We keep them for two and a half years.",
        "We keep them for 2 5 years.",
        "We keep them for ten (12) years.",
    ] {
        assert_eq!(longest_period(sentence), None, "{sentence}");
    }
}

fn with_letter(answer: &Answer, letter: &str, language: Language) -> Report {
    let letters = vec![Document { name: "reply.txt".to_owned(), text: letter.to_owned() }];
    Report::build(answer, &Context { letters, ..sample::context(language) })
}

#[test]
fn what_is_older_than_stated_is_counted_and_is_no_verdict() {
    const LETTER: &str = "Dear Ms Example,\nYour personal data and your orders are retained for three years after the order was made. \
        You have the right to lodge a complaint with a supervisory authority.\n";
    for language in languages() {
        let report = with_letter(&sample::answer(), LETTER, language);
        let retention = report.gaps.retention.as_ref().expect("a period is stated");
        assert_eq!((retention.days, retention.since), (1_098, sample::day(2023, 11, 21)));
        assert_eq!(retention.place, Place::at("reply.txt", Position::Line(2, 1)));
        let purchases = retention.older.iter().find(|older| older.category == Category::Purchases);
        let holding = report.holdings.iter().find(|holding| holding.category == Category::Purchases);
        let before: u64 =
            holding.expect("orders").months.range(.."2023-11".to_owned()).map(|(_, count)| count).sum();
        assert_eq!(purchases.map(|older| older.records), Some(before));
        assert!(retention.older.windows(2).all(|pair| pair[0].first <= pair[1].first));
        let said = text::render(&report, 100).to_lowercase();
        for word in ["illegal", "unlawful", "illégal", "illicite", "violation"] {
            assert!(!said.contains(word), "{language}: {word}");
        }
        let missing = habeas::report::page::Page::of(&report).cover.missing;
        assert!(
            missing
                .iter()
                .any(|line| line.contains("older than they say") || line.contains("plus anciennes")),
            "{missing:?}"
        );
    }
    let young = with_letter(&sample::answer(), &LETTER.replace("three", "thirty"), Language::ENGLISH);
    assert_eq!(young.gaps.retention.map(|retention| retention.older.len()), Some(0));
    let silent = with_letter(
        &sample::answer(),
        "Dear Ms Example,\nThank you for your letter about your data.\n",
        Language::ENGLISH,
    );
    assert!(silent.gaps.retention.is_none());
}

#[test]
fn a_period_is_held_only_against_what_it_is_about_and_from_when_it_runs() {
    let older = |language: &str, sentence: &str| -> Vec<Category> {
        let begins = match language {
            "de" => {
                "Sehr geehrte Frau Beispiel,\nvielen Dank für Ihre Anfrage zu den Daten, die wir von Ihnen haben."
            }
            "es" => "Estimada señora:\ngracias por su solicitud sobre los datos que tenemos de usted.",
            "fr" => "Madame,\nmerci pour votre demande sur les données que nous avons de vous.",
            "it" => "Gentile signora,\ngrazie per la richiesta che ci ha inviato sui dati che la riguardano.",
            "nl" => "Geachte mevrouw,\ndank u voor uw verzoek over de gegevens die wij van u hebben.",
            _ => "Dear Ms Example,\nthank you for your request about the data that we have on you.",
        };
        let report = with_letter(&sample::answer(), &format!("{begins}\n{sentence}\n"), Language::ENGLISH);
        report.gaps.retention.iter().flat_map(|it| &it.older).map(|older| older.category).collect()
    };
    for (language, sentence) in [
        ("en", "We keep your data for three years after your last order."),
        ("en", "We keep your orders for three years after the end of the business relationship."),
        ("en", "Your data are kept for at least three years from collection."),
        ("en", "We do not delete your orders three years after the order was made."),
        ("en", "If you delete your account, your orders are kept for 30 days and then erased."),
        ("en", "Cookies are stored for 13 months."),
        ("en", "Video surveillance images are kept for 30 days."),
        ("en", "Backups are overwritten after 30 days."),
        ("en", "Data of prospects are kept for three years from collection."),
        ("en", "We keep your access request and our correspondence about it for one year."),
        ("en", "Until 2018 your orders were kept for one year from the order date."),
        ("en", "Your data are kept for three years."),
        ("fr", "Vos données sont conservées trois ans à compter de votre dernier contact."),
        ("fr", "Les données des candidats non retenus sont conservées deux ans."),
        ("fr", "Vos commandes sont conservées dix ans à compter de la clôture de l’exercice."),
        ("de", "Ihre Daten werden drei Jahre nach Beendigung des Vertrags gelöscht."),
        ("es", "Conservamos sus datos durante dos años desde su última compra."),
        ("it", "Conserviamo i Suoi dati per due anni dopo la cessazione del rapporto."),
        ("nl", "Wij bewaren uw gegevens twee jaar na uw laatste bestelling."),
    ] {
        assert_eq!(older(language, sentence), [], "{sentence}");
    }
    for (language, sentence) in [
        ("en", "Your orders are kept for three years from the order date."),
        ("fr", "Vos commandes sont conservées trois ans à compter de la date de commande."),
        ("de", "Ihre Bestellungen werden drei Jahre ab Bestelldatum gespeichert."),
        ("es", "Conservamos sus pedidos tres años desde la compra."),
        ("it", "Conserviamo i Suoi ordini per tre anni dalla data di acquisto."),
        ("nl", "Wij bewaren uw bestellingen drie jaar vanaf de besteldatum."),
    ] {
        assert_eq!(older(language, sentence), [Category::Purchases], "{sentence}");
    }
    // What happens in one moment can be counted from nothing else.
    assert_eq!(older("en", "Your search history is kept for six months."), [Category::Search]);
}

#[test]
fn what_came_and_was_not_announced_is_said() {
    let report = build(&sample::answer());
    assert!(report.gaps.unannounced_categories.contains(&Category::Search));
    assert!(!report.gaps.unannounced_categories.contains(&Category::Purchases));
    let context = Context { holds: Vec::new(), ..sample::context(Language::ENGLISH) };
    assert!(Report::build(&sample::answer(), &context).gaps.unannounced_categories.is_empty());
}

#[test]
fn the_years_add_up_to_the_sums() {
    let mut answer = Answer::nothing();
    for (row, (year, amount, currency)) in (1..).zip([
        (2011, "3.10", "EUR"),
        (2024, "5", "EUR"),
        (2024, "-1", "EUR"),
        (2024, "7", "GBP"),
        (1899, "2", "EUR"),
    ]) {
        let amount =
            Amount { value: amount.parse().expect("a number"), currency: Some(currency.to_owned().into()) };
        answer.totals.add(&Record {
            when: on(year),
            amount: Some(amount),
            ..sample::record("o.csv", row, Category::Purchases, Origin::Given, "order")
        });
    }
    let report = build(&answer);
    let holding = report.holdings.first().expect("orders");
    let years: Vec<_> = holding.years.iter().map(|of_year| of_year.year).collect();
    assert_eq!(years, [Some(2024), Some(2011), None], "a year nobody can mean is none");
    for sum in &holding.sums {
        let of_years = holding.years.iter().flat_map(|of_year| &of_year.sums);
        let same = of_years.filter(|of_year| of_year.currency == sum.currency);
        let (total, count) = same.fold((rust_decimal::Decimal::ZERO, 0), |(total, count), of_year| {
            (total + of_year.total, count + of_year.count)
        });
        assert_eq!((total, count), (sum.total, sum.count));
    }
    let sample = build(&sample::answer());
    for holding in &sample.holdings {
        let of_years: u64 = holding.years.iter().flat_map(|of_year| &of_year.sums).map(|sum| sum.count).sum();
        assert_eq!(of_years, holding.sums.iter().map(|sum| sum.count).sum::<u64>());
    }
}

#[test]
fn all_origins_together_are_all_records() {
    let report = build(&sample::answer());
    assert_eq!(report.origins.iter().map(|share| share.count).sum::<u64>(), report.summary.records);
    assert_eq!(report.origins.iter().map(|share| share.per_mille).sum::<u16>(), 1_000);
}

#[test]
fn a_report_over_millions_of_records_stays_small() {
    let long = "Une valeur comme en écrivent les entreprises, assez longue pour peser lourd. ".repeat(4);
    let mut answer = Answer::nothing();
    let roles = Role::ALL;
    for category in Category::ALL {
        for row in 0..60_u64 {
            let field = |at: usize| (format!("Colonne {at}").into(), long.clone().into());
            let fields = (0..60).map(field).collect();
            let path = format!("Dossier/{long}.csv");
            answer
                .totals
                .add(&Record { fields, ..sample::record(&path, row, *category, Origin::Observed, "row") });
        }
        answer.totals.categories.get_mut(category).expect("it was just added").records = 5_000_000;
    }
    for row in 0..5_000_u64 {
        let text = format!("{row} {long}");
        let roles = roles.iter().map(|role| (*role, text.clone().into())).collect();
        let path = format!("Dossier/{long}.csv");
        answer
            .totals
            .add(&Record { roles, ..sample::record(&path, row, Category::Unknown, Origin::Unknown, "row") });
    }
    let account = sample::answer().accounts.first().expect("an account").clone();
    answer.accounts =
        (0..5_000).map(|at| Account { path: format!("{at}/{long}"), ..account.clone() }).collect();
    answer.coverage = Coverage::sum(&answer.accounts, 0);
    let report = build(&answer);
    assert!(report.summary.records > 100_000_000, "{}", report.summary.records);
    let page = html::render(&report).expect("a page");
    assert!(page.len() < 5_000_000, "{} bytes", page.len());
    assert!(page.contains("Showing ") && page.contains(" of 5,000."), "what is left out is said");
}

//! What an unknown table is taken to say, and what not: births, conclusions, recipients, other people, last sights.

use habeas::finding::Code;
use habeas::import::answer::Answer;
use habeas::import::coverage::State;
use habeas::import::record::Role;
use habeas::law::category::Category;

use super::{read_file, rows, tells, workbook};

/// Returns the first and the last day of an answer.
fn span(answer: &Answer) -> (String, String) {
    let day = |moment: Option<habeas::import::record::Moment>| {
        moment.map(|moment| moment.date().to_string()).unwrap_or_default()
    };
    let (first, last) = answer.totals.span();
    (day(first), day(last))
}

/// Whatever the birth stands under, and whichever kind of row it makes.
#[test]
fn a_nested_birthday_is_never_since_when_somebody_is_remembered() {
    for (name, text) in [
        (
            "compte.json",
            r#"{"compte":{"client_id":"8","naissance":{"date":"1957-04-12"},"newsletter":true}}"#,
        ),
        ("profile.json", r#"{"profile":{"login":"x","dob":{"value":"1957-04-12"},"theme":"dark"}}"#),
        ("loyalty.json", r#"{"loyalty":{"card":"2900","points":5,"birth":{"date":"1957-04-12"}}}"#),
        ("user.json", r#"{"user":{"login":"x","birthday":{"day":12,"month":4,"year":1957}}}"#),
        ("deep.json", r#"{"account":{"birth":{"date":{"value":"1957-04-12"}},"language":"en"}}"#),
        ("compte.csv", "client;naissance.date;newsletter\n8;1957-04-12;oui\n"),
    ] {
        assert_eq!(read_file(name, text).totals.span(), (None, None), "{name}");
    }
    let kept = read_file("compte.json", r#"{"compte":{"login":"x","inscription":{"date":"2019-04-12"}}}"#);
    assert_eq!(span(&kept).0, "2019-04-12");
}

/// A name that says something is short, and what a field holds stands at the end of its path: a key of a megabyte is read as
/// quickly as any.
#[test]
fn of_a_very_long_name_only_the_end_is_looked_at() {
    let long = format!(r#"{{"{}":"x","segment":"Gold"}}"#, "score ".repeat(200_000) + "note");
    tells("x.json", &long, Role::Inference, &["Gold"]);
    let nested = format!(r#"{{"{}":{{"churn_score":"0.8"}}}}"#, "é".repeat(100_000));
    tells("x.json", &nested, Role::Inference, &["churn score: 0.8"]);
}

/// The point of `prob.` is none of a path.
#[test]
fn a_conclusion_is_told_under_all_words_of_its_name() {
    tells("profil.csv", "Client;Score prob. achat\n8;0,8\n", Role::Inference, &["Score prob. achat: 0,8"]);
    tells("c.json", r#"{"client":{"id":8,"churn_score":0.8}}"#, Role::Inference, &["churn score: 0.8"]);
}

#[test]
fn a_birthday_is_never_since_when_somebody_is_remembered() {
    for column in [
        "Geb.",
        "Geb.-Datum",
        "geb_datum",
        "gebdat",
        "Geb.datum",
        "Date naiss.",
        "DDN",
        "D.O.B.",
        "Fecha nac.",
        "FechaNac",
        "Data nasc.",
        "Data ur.",
        "data_ur",
        "Urodziny",
        "anniversaire",
        "Cumpleaños",
        "Compleanno",
        "Verjaardag",
        "Aniversário",
        "passport issued",
        "Ważne do",
    ] {
        let alone = read_file("k.csv", format!("No;Name;E-Mail;{column}\n7;Zoé;z@example.org;06.05.2001\n"));
        assert_eq!(span(&alone), (String::new(), String::new()), "{column}");
        let text = format!("No;Name;E-Mail;{column};Kunde seit\n7;Zoé;z@example.org;06.05.1980;01.03.1999\n");
        assert_eq!(span(&read_file("k.csv", text)).0, "1999-03-01", "{column}");
    }
    let nested = r#"{"customer":{"name":"Zoé","email":"z@example.org","gebDatum":"2001-05-06","fechaNac":"2001-05-06"}}"#;
    assert_eq!(span(&read_file("k.json", nested)), (String::new(), String::new()));
}

#[test]
fn a_lone_old_date_in_a_row_about_a_person_is_taken_for_a_birthday() {
    let beside = "No;Name;E-Mail;Xyz;Abc\n7;Zoé;z@example.org;06.05.1980;01.03.2010\n";
    assert_eq!(span(&read_file("k.csv", beside)).0, "2010-03-01");
    let alone = "No;Name;E-Mail;Xyz\n7;Zoé;z@example.org;06.05.1980\n";
    assert_eq!(span(&read_file("k.csv", alone)), (String::new(), String::new()));
    // Where it is named so, somebody is known for as long, and what was bought long ago was bought.
    let since = "No;Name;E-Mail;Kunde seit;Abc\n7;Zoé;z@example.org;06.05.1980;01.03.2010\n";
    assert_eq!(span(&read_file("k.csv", since)).0, "1980-05-06");
    let orders = "Order no;Customer name;Email;Xyz;Total\n7;Zoé;z@example.org;06.05.1980;12.00 €\n";
    assert_eq!(span(&read_file("orders.csv", orders)).0, "1980-05-06");
}

#[test]
fn classes_are_conclusions_though_they_are_letters_or_numbers() {
    let tables: &[(&str, &str, &[&str])] = &[
        ("x.csv", "id,segment\n1,A\n2,B\n", &["segment: A", "segment: B"]),
        ("x.csv", "id,segment\n1,17\n", &["segment: 17"]),
        ("x.csv", "id;Score\n1;0,83\n", &["Score: 0,83"]),
        ("x.csv", "Segment;Score\nGold;0,83\n", &["Gold", "Score: 0,83"]),
        ("x.csv", "id;riskClass\n1;C\n", &["riskClass: C"]),
        ("x.json", r#"{"scores":{"churn":0.8,"fraud":12}}"#, &["churn: 0.8", "fraud: 12"]),
        ("x.json", r#"{"scores":{"fraud":12,"credit":"C"}}"#, &["credit: C", "fraud: 12"]),
        (
            "x.json",
            r#"{"id":7,"scores":{"fraud":12,"model":"v2","updated_at":"2024-01-25"},"estimatedIncome":"20-30k","lifeStage":"empty nester","isPregnant":true,"ageGroup":"35-44","fraudRisk":0.2,"cluster":7,"customerPersona":"Busy mum"}"#,
            &[
                "Busy mum",
                "ageGroup: 35-44",
                "cluster: 7",
                "empty nester",
                "estimatedIncome: 20-30k",
                "fraud: 12",
                "fraudRisk: 0.2",
                "isPregnant: true",
            ],
        ),
        (
            "k.csv",
            "Merkmal;Wert\nKaufkraftklasse;hoch\nBonität;B\nParteinähe;Grüne\n",
            &["Bonität: B", "Kaufkraftklasse: hoch", "Parteinähe: Grüne"],
        ),
        ("x.csv", "id;clv_eur\n1;120,50\n", &["clv eur: 120,50"]),
        // In Spanish and Italian it is somebody's name that stands there.
        ("x.csv", "id;Persona\n1;Camila Ejemplo\n", &[]),
    ];
    for (name, text, expected) in tables {
        tells(name, text, Role::Inference, expected);
    }
    for column in [
        "Bonität",
        "Kaufkraft",
        "Risikoklasse",
        "Zielgruppe",
        "Lebensphase",
        "Revenu estimé",
        "Typologie",
        "Étiquettes",
        "Ocena kredytowa",
        "Faixa etária",
        "Nivel de ingresos",
        "Fascia di reddito",
        "Levensfase",
    ] {
        let answer = read_file("x.csv", format!("id;{column}\n1;zzz\n"));
        assert_eq!(
            answer.totals.lists.get(&Role::Inference).map(|list| list.entries.len()),
            Some(1),
            "{column}"
        );
    }
    let special = read_file("k.csv", "Merkmal;Wert\nKaufkraft;hoch\nParteinähe;Grüne\n");
    assert_eq!(special.totals.special, 1, "an affinity to a party is of Art. 9 too");
}

#[test]
fn what_is_about_a_thing_or_a_journey_and_what_is_denied_is_no_conclusion() {
    for (name, text) in [
        ("bookings.csv", "booking,segment\nX,CDG-JFK\nY,JFK-CDG\n"),
        ("bookings.csv", "Flight,Segment,Date\nAF1,1,2024-01-25\n"),
        ("posts.csv", "Date,Text,Audience\n2024-01-25,Hi,friends\n"),
        ("photos.json", r#"{"photos":[{"file":"a.jpg","tags":["beach","sun"]}]}"#),
        ("concerts.csv", "Concert,Audience\nJazz,adults\n"),
        ("loans.csv", "Loan,Principal,Interest\nA1,1000,3.5%\n"),
        ("courses.csv", "Course,Score\nMaths,17\n"),
        ("s.csv", "Segment\nunknown\nKein Segment\naucun\nkeine\nsin segmento\ndefault\nn/a\n"),
    ] {
        tells(name, text, Role::Inference, &[]);
    }
    tells("a.csv", "Audience,In audience\nHigh income,false\nMum,true\n", Role::Inference, &["Mum"]);
    // Who somebody is stands beside what was concluded, whatever else does.
    tells("crm.csv", "Name,Email,Photo,Segment\nZoé,z@example.org,a.jpg,Rich\n", Role::Inference, &["Rich"]);
}

#[test]
fn whom_money_points_or_a_flight_name_got_no_data() {
    for (name, text) in [
        ("umsaetze.csv", "Buchungstag;Empfänger;Verwendungszweck;Betrag\n25.01.2024;Erika;Miete;-800,00\n"),
        ("transactions.csv", "Date;Recipient;Purpose;Amount\n25.01.2024;Erika;Rent;-800.00\n"),
        ("miles.csv", "Date;Partner;Transaction;Miles\n25.01.2024;Hertz;x;100\n"),
        ("flights.csv", "Date;Flight;Partner;Miles\n25.01.2024;X1;Delta;12\n"),
        ("tickets.csv", "Date;Processor;Subject;State\n25.01.2024;Anna;x;open\n"),
    ] {
        tells(name, text, Role::Recipient, &[]);
        assert!(!read_file(name, text).totals.categories.contains_key(&Category::Recipients), "{name}");
    }
    let transfer = "Buchungstag;Empfänger;Verwendungszweck;Betrag\n25.01.2024;Erika;Miete;-800,00\n";
    assert_eq!(read_file("umsaetze.csv", transfer).totals.others, 1, "a payee is another person");
    tells("partners.csv", "Partner,Data shared\nCriteo,e-mail\n", Role::Recipient, &["Criteo"]);
}

#[test]
fn the_rows_of_other_people_are_about_others() {
    for (name, text, others) in [
        (
            "contacts.csv",
            "Name,Phone,Email,Relationship\nA,+33100000000,a@example.org,mum\nB,,b@example.org,x\n",
            2,
        ),
        (
            "c.json",
            r#"{"contacts":[{"name":"A","phone":"+33100000000"},{"name":"B","phone":"+33100000001"}]}"#,
            2,
        ),
        (
            "mails.csv",
            "Date,From,To,Subject\n2024-01-25,jean@example.org,me@example.org,a\n2024-01-26,me@example.org,me@example.org,b\n",
            1,
        ),
        ("m.csv", "Date,From,To,Subject\n2024-01-25,Shop <no-reply@example.com>,me@example.org,a\n", 0),
        ("a.csv", "Date;Numéro appelé;Durée (s)\n25/01/2024;0100000000;120\n", 1),
        ("a.csv", "Date;Appelé;Durée (s)\n25/01/2024;0100000000;120\n", 1),
        ("calls.csv", "Date;Other party;Duration\n25/01/2024;0100000000;120\n", 1),
        ("vols.csv", "Flight,Passenger\nX1,Zoé Roche\nX2,Zoé Roche\nX3,Léo Roche\n", 1),
        ("stays.csv", "Hotel,Guest 2,Companion\nX,Anna,\nY,,\nZ,,Léo\n", 2),
        ("beneficiaires.csv", "Nom;Prénom;Lien\nRoche;Léo;enfant\n", 1),
    ] {
        assert_eq!(read_file(name, text).totals.others, others, "{name}: {text}");
    }
    let meals = read_file("vols.csv", "Flight,Meal\nX1,KSML\nX2,VGML\nX3,MOML (Muslim meal)\nX4,\n");
    assert_eq!(meals.totals.special, 2, "a meal of a religion, not one without meat");
}

#[test]
fn the_last_sight_says_up_to_when() {
    let devices = read_file("devices.csv", "Device,First seen,Last seen\nPhone,2022-01-25,2024-05-06\n");
    assert_eq!(span(&devices), ("2022-01-25".to_owned(), "2024-05-06".to_owned()));
    let entry = devices.totals.lists[&Role::Device].entries["Phone"].last;
    assert_eq!(entry.map(|last| last.date().to_string()).as_deref(), Some("2024-05-06"));
    let account = read_file("a.csv", "User,created,lastLogin\nx,2012-01-25,2024-05-06\n");
    assert_eq!(span(&account).1, "2024-05-06");
    let seconds = read_file("s.csv", "ip,last_login\n192.0.2.1,1700000000\n");
    assert_eq!(span(&seconds).0, "2023-11-14");
}

#[test]
fn what_is_the_same_in_all_rows_names_none() {
    let title = |text: &str| {
        let answer = read_file("orders.csv", text);
        let mut samples = answer.totals.categories.values().flat_map(|category| &category.samples);
        samples.next().and_then(|row| row.title.clone()).unwrap_or_default()
    };
    assert_eq!(title("Order ID,Country,Total\n1001,FR,10.00\n1002,DE,12.00\n"), "1001");
    assert_eq!(title("Order ID,Channel,Total\n1001,Web,10.00\n1002,Web,12.00\n"), "1001");
    assert_eq!(title("Order ID,Item,Total\n1001,Lamp,10.00\n1002,Chair,12.00\n"), "Lamp");
}

#[test]
fn fields_without_a_header_are_one_upright_table() {
    let text = "Nom;Dupontel\nPrénom;Marielle\nE-mail;m@example.org\nTéléphone;0100000000\nAdresse;1 rue X\nDate de naissance;25/01/1980\n";
    let answer = read_file("fiche.csv", text);
    assert_eq!((answer.coverage.rows, answer.coverage.records), (6, 6));
    let names: Vec<String> = rows(&answer).iter().map(|row| row[0].0.clone()).collect();
    assert_eq!(names, ["Nom", "Prénom", "E-mail", "Téléphone", "Adresse", "Date de naissance"]);
    assert_eq!(span(&answer), (String::new(), String::new()));
    let three = read_file("t.csv", "Nom;Prénom;E-mail\nDupontel;Marielle;m@example.org\n");
    assert_eq!(three.coverage.rows, 1);
}

#[test]
fn lines_above_a_header_are_not_what_the_file_is_named_after() {
    let text = "Kontonummer;12345\nZeitraum;2024\nErstellt am;31.12.2025\n\nOrder;Date;Item;Amount\n1;25.01.2024;Lamp;1,00 €\n2;26.01.2024;Chair;2,00 €\n3;27.01.2024;Table;3,00 €\n";
    let answer = read_file("orders.csv", text);
    assert_eq!(answer.coverage.rows, 6);
    let purchases = &answer.totals.categories[&Category::Purchases];
    assert_eq!(purchases.records, 3);
    assert_eq!(span(&answer), ("2024-01-25".to_owned(), "2024-01-27".to_owned()));
    // Excel says in the first line how to read the file.
    for directive in ["sep=;", "SEP=;", "\"sep=;\""] {
        let excel = read_file("orders.csv", format!("{directive}\r\nOrder;Item, big\r\n1;Lamp\r\n"));
        assert_eq!((excel.coverage.rows, excel.coverage.findings), (1, 0), "{directive}");
        assert_eq!(rows(&excel)[0][0], ("Order".to_owned(), "1".to_owned()));
    }
}

#[test]
fn a_sheet_with_its_header_again_has_no_more_rows_for_it() {
    let line = |cells: &[&str]| {
        let cells: String = cells.iter().map(|cell| format!("<c t=\"str\"><v>{cell}</v></c>")).collect();
        format!("<row>{cells}</row>")
    };
    let header = line(&["Order", "Item", "Store"]);
    let body = [
        line(&["Orders of 2023"]),
        header.clone(),
        line(&["A1", "Lamp", "Lyon"]),
        line(&["Orders of 2024"]),
        header,
        line(&["A2", "Chair", "Lyon"]),
        line(&["A3"]),
    ];
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", body.concat());
    let answer = read_file("orders.xlsx", workbook(&[("Orders", &sheet)]));
    assert_eq!(answer.totals.categories[&Category::Purchases].records, 3);
    assert_eq!(answer.coverage.rows, 5, "the titles stay rows of their own");
    assert!(answer.accounts[0].findings.iter().any(|finding| finding.code == Code::HeaderRepeated));
}

#[test]
fn archives_of_other_kinds_are_not_taken_for_read() {
    let mut image = vec![0; 0x8001];
    image.extend_from_slice(b"CD001\x01\0");
    let lone: &[(&str, &[u8], Code)] = &[
        ("a.rar", b"Rar!\x1a\x07\x01\0rest of it", Code::ArchiveUnread),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\0\x04rest of it", Code::ArchiveUnread),
        ("a.ace", b"\x01\x02\x31\0\0\0\x90**ACE**\x14\x14", Code::ArchiveUnread),
        ("a.lzh", b"\x21\x0b-lh5-\x01\0\0\0", Code::ArchiveUnread),
        ("a.cab", b"MSCF\0\0\0\0\x01\x02\x03\x04", Code::ArchiveUnread),
        ("a.dmg", b"x\xda\x63\x60\x18\x05\xa3\x60\0\0\xff\xfe", Code::ArchiveUnread),
        ("a.iso", &image, Code::ArchiveUnread),
        ("a.pst", b"!BDN\x01\x02\x03\x04SM\x17\0", Code::MailboxUnread),
        ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0", Code::MailboxUnread),
        (
            "answer.zip",
            b"<!DOCTYPE html><html><body><form>Sign in: me</form></body></html>",
            Code::PageForArchive,
        ),
    ];
    for (name, bytes, code) in lone {
        let answer = read_file(name, *bytes);
        let account = &answer.accounts[0];
        assert_eq!((account.state, account.rows), (State::Refused, 0), "{name}");
        assert_eq!(
            account.findings.iter().map(|finding| finding.code).collect::<Vec<_>>(),
            [*code],
            "{name}"
        );
    }
}

#[test]
fn the_euro_of_latin_9_is_the_euro() {
    let mut bytes = b"Commande;Date;Montant;Lieu\nA1;25/01/2024;12,50 \xa4;Orl\xe9ans\nA2;26/01/2024;7,50 \xa4;B\xe9ziers\n".to_vec();
    let sums = |bytes: &[u8]| {
        let answer = read_file("commandes.csv", bytes);
        answer.totals.categories[&Category::Purchases].amounts.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(sums(&bytes), ["EUR"]);
    // A sign that only Windows has says that it is no Latin-9.
    bytes.extend_from_slice(b"A3;27/01/2024;1,00 \xa4;L\x92Ha\xff\n");
    assert_ne!(sums(&bytes), ["EUR"]);
}

#[test]
fn nothing_written_as_a_document_is_no_row() {
    let answer = read_file("a.json", "null\n");
    assert_eq!((answer.coverage.rows, answer.accounts[0].state), (0, State::Empty));
}

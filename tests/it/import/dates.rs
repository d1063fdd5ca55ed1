//! Dates of unknown tables: in the forms companies write them, in eight languages, and which column says when.

use habeas::finding::{Code, Position};
use habeas::import::answer::Answer;

use super::{codes, read_file};

/// The earliest moment of an answer.
fn first(answer: &Answer) -> Option<String> {
    answer.totals.span().0.map(|moment| moment.at.to_string())
}

/// How many rows have a date.
fn dated(answer: &Answer) -> u64 {
    answer.totals.categories.values().flat_map(|category| category.months.values()).sum()
}

#[test]
fn dates_are_read_in_the_forms_of_eight_languages() {
    let cases = [
        ("Date de commande", "5 janvier 2024", "2024-01-05 00:00:00"),
        ("Date de commande", "1er févr. 2024 à 14:05", "2024-02-01 14:05:00"),
        ("Date de commande", "25/01/2024 à 14h05", "2024-01-25 14:05:00"),
        ("Bestelldatum", "5. Januar 2024", "2024-01-05 00:00:00"),
        ("Bestelldatum", "16. Mrz. 2024", "2024-03-16 00:00:00"),
        ("Bestelldatum", "25.01.24", "2024-01-25 00:00:00"),
        ("Bestelldatum", "25.01.2024 um 14:05 Uhr", "2024-01-25 14:05:00"),
        ("Order date", "Jan 5, 2024", "2024-01-05 00:00:00"),
        ("Order date", "05-JAN-2024", "2024-01-05 00:00:00"),
        ("Order date", "Fri, 05 Jan 2024 10:00:00 GMT", "2024-01-05 10:00:00"),
        ("Order date", "Fri Jan 05 10:00:00 CET 2024", "2024-01-05 10:00:00"),
        ("Order date", "25/01/24", "2024-01-25 00:00:00"),
        ("Order date", "2024/01/05", "2024-01-05 00:00:00"),
        ("Order date", "20240105", "2024-01-05 00:00:00"),
        ("Order date", "20240105T100000Z", "2024-01-05 10:00:00"),
        ("Order date", "2024-01-05 10:00:00 CET", "2024-01-05 10:00:00"),
        ("Fecha", "5 de enero de 2024", "2024-01-05 00:00:00"),
        ("Data ordine", "5 gennaio 2024", "2024-01-05 00:00:00"),
        ("Besteldatum", "16 mrt. 2024", "2024-03-16 00:00:00"),
        ("Data zamówienia", "5 stycznia 2024", "2024-01-05 00:00:00"),
        ("Data do pedido", "5 de março de 2024 às 14h05", "2024-03-05 14:05:00"),
    ];
    for (column, text, expected) in cases {
        let answer = read_file("x.csv", format!("{column};word\n\"{text}\";a\n"));
        assert_eq!(first(&answer).as_deref(), Some(expected), "{text}");
        assert_eq!(codes(&answer.accounts[0]), [], "{text}");
    }
}

#[test]
fn a_column_of_several_forms_loses_no_date() {
    let cases: [(&[&str], u64); 4] = [
        (&["2024-01-05", "2024-02-16", "25/03/2024"], 3),
        (&["2024/01/05", "2024.02.16", "20240301"], 3),
        (&["1704448800", "1704448800000", "2024-01-05T10:00:00Z"], 3),
        (&["5 janvier 2024", "25/01/2024", "2024-01-05"], 3),
    ];
    for (dates, count) in cases {
        let rows: String = dates.iter().map(|date| format!("{date};a\n")).collect();
        let answer = read_file("x.csv", format!("Date;word\n{rows}"));
        assert_eq!((dated(&answer), codes(&answer.accounts[0])), (count, vec![]), "{dates:?}");
    }
}

#[test]
fn what_is_no_date_in_a_column_of_dates_is_said_with_its_row_and_without_its_text() {
    let answer = read_file("x.csv", "Order date;word\n25.01.2024;a\nunknown;b\nsoon;c\nn/a;d\n");
    assert_eq!(first(&answer).as_deref(), Some("2024-01-25 00:00:00"));
    let findings = &answer.accounts[0].findings;
    let rows: Vec<_> = findings.iter().map(|finding| finding.place.position.clone()).collect();
    assert_eq!(rows, [Some(Position::Row(2)), Some(Position::Row(3))]);
    assert!(!format!("{findings:?}").contains("soon"), "{findings:?}");
    // A whole column that cannot be read is said too.
    let answer = read_file("x.csv", "Order date;word\n45296;a\n45300;b\n");
    assert_eq!(codes(&answer.accounts[0]), [Code::DateUnreadable, Code::DateUnreadable]);
    // Numbers under a name that may mean anything are no failed dates.
    let answer = read_file("x.csv", "time;word\n12;a\n13;b\n");
    assert_eq!(codes(&answer.accounts[0]), []);
}

#[test]
fn two_digits_leave_day_and_month_as_open_as_four() {
    let answer = read_file("x.csv", "Date;word\n01/02/24;a\n03/04/24;b\n");
    assert_eq!((first(&answer), codes(&answer.accounts[0])), (None, vec![Code::DateAmbiguous]));
    // Dates of another form beside them are read, and only the open ones are counted as open.
    let answer = read_file("x.csv", "Date;word\n01/02/2024;a\n2024-04-03;b\n");
    assert_eq!(first(&answer).as_deref(), Some("2024-04-03 00:00:00"));
    assert_eq!(codes(&answer.accounts[0]), [Code::DateAmbiguous]);
}

#[test]
fn the_day_it_was_done_wins_over_when_it_came_changed_or_ends() {
    let cases = [
        "release_date,watched_at",
        "Delivery Date,Order Date",
        "estimated delivery date,order date",
        "valid_until,issued_at",
        "company founded,shared_at",
        "modifié le,créé le",
        "date de livraison,date de commande",
        "date de sortie,vu le",
        "né(e) le,date de création",
        "Lieferdatum,Bestelldatum",
        "Geändert am,Erstellt am",
        "Geburtsdatum,Anmeldedatum",
        "Fecha de entrega,Fecha de pedido",
        "Fecha de actualización,Fecha de creación",
        "Data di consegna,Data ordine",
        "Ultima modifica,Data creazione",
        "Leverdatum,Besteldatum",
        "Gewijzigd op,Aangemaakt op",
        "Data dostawy,Data zamówienia",
        "Data modyfikacji,Data utworzenia",
        "Data de entrega,Data do pedido",
        "Data de validade,Data de compra",
    ];
    for header in cases {
        let answer = read_file("x.csv", format!("{header}\n1999-12-15,2024-01-25\n"));
        assert_eq!(first(&answer).as_deref(), Some("2024-01-25 00:00:00"), "{header}");
    }
    // A date that says nothing of when it happened is none, also where it is the only one.
    for header in ["valid_until", "release_date", "retention_until", "Geboren am"] {
        let answer = read_file("x.csv", format!("{header},word\n1999-12-15,a\n"));
        assert_eq!(first(&answer), None, "{header}");
    }
}

#[test]
fn events_of_a_calendar_have_their_day() {
    let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:A\r\nDTSTART:20240105T100000Z\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:B\r\nDTSTART;VALUE=DATE:20240216\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:C\r\nDTSTART;TZID=Europe/Paris:20240301T120000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let answer = read_file("cal.ics", text);
    let months: Vec<_> =
        answer.totals.categories.values().flat_map(|category| category.months.keys().cloned()).collect();
    assert_eq!(months, ["2024-01", "2024-02", "2024-03"]);
}

/// Returns the first and the last day of an answer.
fn days(name: &str, text: &str) -> (Option<String>, Option<String>) {
    let answer = read_file(name, text.to_owned());
    let (first, last) = answer.totals.span();
    (first.map(|first| first.at.to_string()), last.map(|last| last.at.to_string()))
}

#[test]
fn a_day_that_stands_where_there_is_none_is_neither_the_first_nor_the_last() {
    let text = "Order,Date,Amount\n1,0001-01-01,1.00\n2,2024-05-25,2.00\n3,2024-06-17,2.00\n4,9999-12-31,3.00\n5,1970-01-01,3.00\n";
    let expected = (Some("2024-05-25 00:00:00".to_owned()), Some("2024-06-17 00:00:00".to_owned()));
    assert_eq!(days("orders.csv", text), expected);
}

#[test]
fn the_order_of_day_and_month_that_one_column_proves_holds_for_its_table() {
    let text = "Order,Order date,Delivery date\n1,01/02/2024,05/02/2024\n2,03/02/2024,13/02/2024\n";
    let expected = (Some("2024-02-01 00:00:00".to_owned()), Some("2024-02-03 00:00:00".to_owned()));
    assert_eq!(days("orders.csv", text), expected);
    let text = "Order,Order date,Delivery date\n1,01/02/2024,01/05/2024\n2,03/02/2024,03/22/2024\n";
    assert_eq!(days("orders.csv", text).0.as_deref(), Some("2024-01-02 00:00:00"));
    // Columns that contradict each other prove nothing.
    let text = "Order,Order date,Delivery date,Paid date\n1,01/02/2024,05/02/2024,01/05/2024\n2,03/02/2024,13/02/2024,03/22/2024\n";
    assert_eq!(days("orders.csv", text), (None, None));
}

#[test]
fn dates_with_points_are_day_first_unless_they_prove_otherwise() {
    let table = |days: [&str; 3]| format!("Order,Date\n{}", days.map(|day| format!("A,{day}\n")).concat());
    let both =
        |first: &str, last: &str| (Some(format!("{first} 00:00:00")), Some(format!("{last} 00:00:00")));
    assert_eq!(
        days("o.csv", &table(["01.02.2024", "03.02.2024", "04.02.2024"])),
        both("2024-02-01", "2024-02-04")
    );
    assert_eq!(
        days("o.csv", &table(["12.25.2024", "12.26.2024", "12.01.2024"])),
        both("2024-12-01", "2024-12-26")
    );
}

#[test]
fn halves_of_the_day_are_read_as_they_are_written() {
    for (written, hour) in
        [("3:05 p. m.", "15:05"), ("3:05 p.m.", "15:05"), ("3:05 a. m.", "03:05"), ("3:05 PM", "15:05")]
    {
        let text = format!(
            "Login date,IP\n\"16/02/2024, {written}\",192.0.2.1\n\"17/02/2024, {written}\",192.0.2.1\n"
        );
        assert_eq!(days("logins.csv", &text).0, Some(format!("2024-02-16 {hour}:00")), "{written}");
    }
}

#[test]
fn year_month_and_day_in_columns_of_their_own_are_one_day() {
    for header in [
        "Order;Year;Month;Day;Amount",
        "Commande;Année;Mois;Jour;Montant",
        "Bestellung;Jahr;Monat;Tag;Betrag",
    ] {
        let text = format!("{header}\n1;2020;2;3;10.00 €\n2;2021;12;4;20.00 €\n");
        let expected = (Some("2020-02-03 00:00:00".to_owned()), Some("2021-12-04 00:00:00".to_owned()));
        assert_eq!(days("orders.csv", &text), expected, "{header}");
    }
    let answer =
        read_file("orders.csv", "Order;Year;Month;Day;Amount\n1;2020;13;3;10.00 €\n2;2021;12;4;20.00 €\n");
    assert_eq!(codes(&answer.accounts[0]), [Code::DateUnreadable]);
}

/// As stores of documents and programs write them, and months where nothing says on which day.
#[test]
fn dates_of_programs_and_months_are_read() {
    let objects = [
        (r#"{"createdAt": {"_seconds": 1710000000, "_nanoseconds": 5}}"#, "2024-03-09 16:00:00"),
        (r#"{"orderDate": {"$date": "2024-03-01T10:00:00Z"}}"#, "2024-03-01 10:00:00"),
        (r#"{"orderDate": {"$date": {"$numberLong": "1710000000000"}}}"#, "2024-03-09 16:00:00"),
        (r#"{"OrderDate": "/Date(1700000000000+0100)/"}"#, "2023-11-14 23:13:20"),
        (r#"{"OrderDate": "\/Date(1700000000000)\/"}"#, "2023-11-14 22:13:20"),
    ];
    let cells = [
        ("Order date", "Tue Nov 14 2023 22:13:20 GMT+0100 (CET)", "2023-11-14 22:13:20"),
        (
            "Order date",
            "Tue Nov 14 2023 22:13:20 GMT+0100 (Central European Standard Time)",
            "2023-11-14 22:13:20",
        ),
        ("Order date", "14/11/2023 22:13:20 GMT+1", "2023-11-14 22:13:20"),
        ("Order date", "14/11/2023 22:13:20 UTC+02:00", "2023-11-14 22:13:20"),
        ("Order date", "2023-11-14T22:13:20+01:00[Europe/Paris]", "2023-11-14 22:13:20"),
        ("Order date", "2023-11-14 22:13:20 Europe/Paris", "2023-11-14 22:13:20"),
        ("Order date", "05/05/2024", "2024-05-05 00:00:00"),
        ("Mois", "2024-03", "2024-03-01 00:00:00"),
        ("Monat", "03/2024", "2024-03-01 00:00:00"),
        ("Month", "March 2024", "2024-03-01 00:00:00"),
        ("Mois", "mars 2024", "2024-03-01 00:00:00"),
        ("Monat", "März 2024", "2024-03-01 00:00:00"),
        ("Mes", "03.2024", "2024-03-01 00:00:00"),
        ("Mese", "marzo 2024", "2024-03-01 00:00:00"),
        ("Maand", "2024/03", "2024-03-01 00:00:00"),
        ("Miesiąc", "marzec 2024", "2024-03-01 00:00:00"),
        ("Mês", "março 2024", "2024-03-01 00:00:00"),
    ];
    let objects = objects.map(|(object, expected)| ("json", format!("[{object}, {object}]"), expected));
    let cells =
        cells.map(|(column, text, expected)| ("csv", format!("{column};word\n\"{text}\";a\n"), expected));
    for (format, text, expected) in objects.into_iter().chain(cells) {
        let answer = read_file(&format!("x.{format}"), &*text);
        assert_eq!(first(&answer).as_deref(), Some(expected), "{text}");
        assert_eq!(codes(&answer.accounts[0]), [], "{text}");
    }
    // A day says more than a month, wherever it stands; numbers of months are no dates, and no offset is a day long.
    let answer = read_file("x.csv", "Month;Order date\n2024-03;2024-03-17\n");
    assert_eq!(first(&answer).as_deref(), Some("2024-03-17 00:00:00"));
    let answer = read_file("x.csv", "Month;Total\n3;5,00\n11;6,00\n");
    assert_eq!((first(&answer), codes(&answer.accounts[0])), (None, vec![]));
    let answer = read_file("x.csv", "Order date;word\n2024-03-17T10:00:00+99:00;a\n");
    assert_eq!((first(&answer), codes(&answer.accounts[0])), (None, vec![Code::DateUnreadable]));
}

/// The fifth of May needs no order, and leaves the sixth of May or fifth of June as open as it is.
#[test]
fn a_day_of_the_number_of_its_month_is_open_to_nothing() {
    let answer = read_file("x.csv", "Date;word\n05/05/2024;a\n05/06/2024;b\n");
    assert_eq!(first(&answer).as_deref(), Some("2024-05-05 00:00:00"));
    let counts: Vec<_> = answer.accounts[0].findings.iter().map(|finding| finding.facts.clone()).collect();
    assert_eq!(counts.len(), 1);
    assert!(counts[0].contains(&("count".to_owned(), "1".to_owned())), "{counts:?}");
}

//! Rows that only add up the others, further tables of one file, and places in two columns.

use habeas::finding::{Code, Position};
use habeas::import::answer::Answer;
use habeas::import::record::Role;

use super::{codes, read_file};

fn totals(answer: &Answer) -> Vec<String> {
    let sums = answer.totals.categories.values().flat_map(|category| category.amounts.values());
    sums.map(|sum| sum.total.normalize().to_string()).collect()
}

#[test]
fn a_row_that_adds_up_the_others_is_no_purchase() {
    let labels = [
        "Total",
        "TOTAL :",
        "Total général",
        "Somme",
        "Gesamt",
        "Summe:",
        "Importe total",
        "Totale",
        "Totaal",
        "Razem",
        "Łącznie",
        "Soma",
        "Grand total",
    ];
    for label in labels {
        let table = format!(
            "Commande;Date;Montant\n1;05/01/2024;12,50 €\n2;25/01/2024;1 002,50 €\n{label};;1 015,00 €\n"
        );
        let answer = read_file("x.csv", table);
        assert_eq!(totals(&answer), ["1015"], "{label}");
        let coverage = &answer.coverage;
        assert_eq!((coverage.rows, coverage.records), (3, 2), "{label}");
        assert_eq!(codes(&answer.accounts[0]), [Code::TotalRow], "{label}");
        assert_eq!(answer.accounts[0].findings[0].place.position, Some(Position::Row(3)));
    }
    let page = "<table><tr><th>Commande</th><th>Date</th><th>Montant</th></tr><tr><td>1</td><td>05/01/2024</td><td>12,50 €</td></tr>\
        <tr><td>2</td><td>25/01/2024</td><td>2,50 €</td></tr><tr><td>Total</td><td></td><td>15,00 €</td></tr></table>";
    assert_eq!(totals(&read_file("x.html", page)), ["15"]);
}

#[test]
fn parts_of_a_table_are_added_up_each() {
    let table = "Commande;Date;Montant\n1;05/01/2024;1,00\n2;25/01/2024;2,00\nSous-total;;3,00\n3;26/01/2024;4,00\nSous-total;;4,00\nTotal;;7,00\n";
    let answer = read_file("x.csv", table);
    assert_eq!(totals(&answer), ["7"]);
    assert_eq!(codes(&answer.accounts[0]), [Code::TotalRow; 3]);
}

#[test]
fn a_row_called_total_that_adds_up_nothing_stays_a_record() {
    // A petrol station, and a total of something else.
    let cases = [
        "Marchand;Date;Montant\nShell;25/01/2024;50,00\nTotal;26/01/2024;50,00\n",
        "Marchand;Date;Montant\nShell;25/01/2024;50,00\nTotal;;60,00\n",
    ];
    for table in cases {
        let answer = read_file("x.csv", table);
        assert_eq!((answer.coverage.records, codes(&answer.accounts[0])), (2, vec![]), "{table}");
    }
}

#[test]
fn a_second_table_as_wide_as_the_first_has_its_own_header() {
    let cases = [
        (
            "N°;Date;Montant\n1;25/01/2024;10,00 €\n2;26/01/2024;20,00 €\n\nRue;CP;Ville\n3 rue des Lilas;69003;Lyon\n",
            "Ville",
            "Lyon",
        ),
        (
            "order id,order date,total\n1,2024-01-25,10.00 EUR\n\nsegment,created,by\nRich people,2024-01-25,me\n",
            "segment",
            "Rich people",
        ),
    ];
    for (table, column, value) in cases {
        let answer = read_file("x.csv", table);
        let samples = answer.totals.categories.values().flat_map(|category| &category.samples);
        let mut fields = samples.flat_map(|sample| &sample.fields);
        assert!(fields.any(|(name, text)| name == column && text == value), "{table}");
    }
    // A row of words behind an empty line is a row.
    let answer = read_file("x.csv", "item,note,colour\nLamp,old,red\n\nRug,new,blue\nBed,3 years,green\n");
    assert_eq!(answer.coverage.records, 3);
}

#[test]
fn latitude_and_longitude_give_one_place_whatever_divides_their_decimals() {
    let cases = [
        "Date,Latitude,Longitude\n2024-01-25,45.7512,4.8512\n",
        "Date;Latitude;Longitude\n25/01/2024;45,7512;4,8512\n",
        "Datum;Breitengrad;Längengrad\n25.01.2024;45,7512;4,8512\n",
        "Data;Szerokość geograficzna;Długość geograficzna\n25.01.2024;45,7512;4,8512\n",
    ];
    for table in cases {
        let answer = read_file("x.csv", table);
        let places = answer.totals.lists.get(&Role::Location).expect("there is one");
        assert_eq!(places.entries.keys().collect::<Vec<_>>(), ["45.7512, 4.8512"], "{table}");
    }
    let answer = read_file("x.csv", "Latitude,Longitude\n457512000,48512000\n");
    assert_eq!(answer.totals.distinct(Role::Location), 0);
}

#[test]
fn a_total_says_what_it_adds_up_and_may_have_what_was_cancelled() {
    let labels = [
        "Total 2024",
        "Summe 2024",
        "Total (EUR)",
        "Total orders",
        "Total amount",
        "Year total",
        "Total des commandes",
        "Σ",
        "Overall",
        "Celkem",
        "Total orders: 2",
        "Gesamtsumme 2024",
        "Total TTC",
        "Sum of all orders",
    ];
    for label in labels {
        let table = format!("Commande;Date;Montant\n1;25/01/2024;12,50\n2;25/02/2024;7,50\n{label};;20,00\n");
        let answer = read_file("x.csv", table);
        assert_eq!(totals(&answer), ["20"], "{label}");
        assert_eq!(codes(&answer.accounts[0]), [Code::TotalRow], "{label}");
    }
    let cases = [
        // With the currency that the rows lack, and the other way round.
        ("Commande;Date;Montant\n1;25/01/2024;40,00\n2;25/02/2024;80,00\nTotal;;120,00 €\n", "120"),
        ("Commande;Date;Montant\n1;25/01/2024;40,00 €\n2;25/02/2024;80,00 €\nTotal;;120,00\n", "120"),
        // Rounded.
        ("Commande;Date;Montant\n1;25/01/2024;3,335\n2;25/02/2024;3,335\nTotal;;6,66\n", "6.67"),
        // With and without the order that was cancelled.
        (
            "Commande;Date;Montant;Statut\n1;25/01/2024;40,00;livrée\n2;25/02/2024;80,00;annulée\nTotal;;120,00;\n",
            "40",
        ),
        (
            "Commande;Date;Montant;Statut\n1;25/01/2024;40,00;livrée\n2;25/02/2024;80,00;annulée\nTotal;;40,00;\n",
            "40",
        ),
    ];
    for (table, total) in cases {
        let answer = read_file("commandes.csv", table);
        assert_eq!(totals(&answer), [total], "{table}");
        assert!(codes(&answer.accounts[0]).contains(&Code::TotalRow), "{table}");
    }
}

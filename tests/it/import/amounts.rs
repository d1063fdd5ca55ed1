//! Amounts, in the ways companies write them: what a text proves is not overruled, what it leaves open is not guessed silently.

use habeas::finding::Code;
use habeas::import::answer::Answer;

use super::{codes, read_file, zip_of};

/// The sums of an answer, with the number of amounts in each.
fn sums(answer: &Answer) -> Vec<(String, String, u64)> {
    let sums = answer.totals.categories.values().flat_map(|category| &category.amounts);
    sums.map(|(currency, sum)| (currency.clone(), sum.total.normalize().to_string(), sum.count)).collect()
}

fn read_amounts(amounts: &[&str]) -> Answer {
    let rows: String = amounts.iter().map(|amount| format!("2024-01-15;Lampe;{amount}\n")).collect();
    read_file("commandes.csv", format!("Date;Article;Montant TTC\n{rows}"))
}

#[test]
fn decimals_are_told_by_each_amount_and_else_by_its_column() {
    let cases: [(&[&str], &str, &str); 22] = [
        (&["20 €", "30 €", "12,50 €"], "EUR", "62.5"),
        (&["10", "11", "1.234,56", "9"], "", "1264.56"),
        (&["1.234 €", "2.345 €"], "EUR", "3579"),
        (&["1,234 €", "2,345 €"], "EUR", "3579"),
        (&["1.234", "2,50"], "", "1236.5"),
        (&["1,234", "2.50"], "", "1236.5"),
        (&["1.234", "7.5"], "", "8.734"),
        (&["1.299,00€"], "EUR", "1299"),
        (&["1,299.00 EUR"], "EUR", "1299"),
        (&["1 234,50 €", "1\u{202f}000 €"], "EUR", "2234.5"),
        (&["CHF 1'234.50", "CHF 0.50"], "CHF", "1235"),
        (&["EUR 12,50", "EUR 7,50"], "EUR", "20"),
        (&["\u{2212}12,50", "2,50"], "", "-10"),
        (&["(3,00 €)", "5,00 €"], "EUR", "2"),
        (&["12,50-", "2,50"], "", "-10"),
        (&["12,-", "3,50"], "", "15.5"),
        (&["1.234.567 €", "1.234.567,25 €"], "EUR", "2469134.25"),
        (&["12,34,567.50", "0.50"], "", "1234568"),
        (&["TND 1.234", "TND 0.766"], "TND", "2"),
        (&["0,125 €", "0.125 €"], "EUR", "0.25"),
        (&["49,90 zł", "0,10 zł"], "PLN", "50"),
        (&["+5,25", "-0,25"], "", "5"),
    ];
    for (amounts, currency, total) in cases {
        let answer = read_amounts(amounts);
        let expected = [(currency.to_owned(), total.to_owned(), amounts.len() as u64)];
        assert_eq!(sums(&answer), expected, "{amounts:?}");
        assert_eq!(codes(&answer.accounts[0]), [], "{amounts:?}");
    }
}

#[test]
fn what_is_no_amount_is_said_and_not_summed() {
    for odd in ["offert", "12.05.2024", "1,2,3", "1.23.456,7.8", "12 ou 13", "3 x 5,00"] {
        let answer = read_amounts(&["0,50 €", "1,50 €", "2,50 €", odd]);
        assert_eq!(sums(&answer), [("EUR".to_owned(), "4.5".to_owned(), 3)], "{odd}");
        assert_eq!(codes(&answer.accounts[0]), [Code::AmountUnreadable], "{odd}");
    }
}

#[test]
fn a_recipe_that_expects_points_reads_commas_as_what_they_are() {
    let cases = [
        ("12,99", "12.99"),
        ("\"12,99 €\"", "12.99"),
        ("'-1,25'", "-1.25"),
        ("\"1.299,00€\"", "1299"),
        ("\"1,299.00\"", "1299"),
        ("\"1,299\"", "1299"),
        ("1.299", "1.299"),
        ("1.299€", "1299"),
    ];
    for (written, total) in cases {
        let written = if written.starts_with('"') { written.to_owned() } else { format!("\"{written}\"") };
        let table = format!(
            "Order ID,Order Date,Currency,Total Owed,Product Name\n000-1,2024-01-15T10:00:00Z,EUR,{written},Lamp\n"
        );
        let path = "Retail.OrderHistory.1/Retail.OrderHistory.1.csv";
        let answer = read_file("answer.zip", zip_of(&[(path, table.as_bytes())]));
        assert!(answer.company.as_ref().is_some_and(|company| company.id == "amazon"));
        assert_eq!(sums(&answer), [("EUR".to_owned(), total.to_owned(), 1)], "{written}");
    }
}

/// Reads a table of purchases with one column of amounts and the columns beside it.
fn read_table(header: &str, rows: &[&str]) -> Answer {
    read_file("commandes.csv", format!("{header}\n{}\n", rows.join("\n")))
}

#[test]
fn a_sign_alone_before_three_digits_divides_thousands_unless_something_proves_decimals() {
    let cases: [(&str, &[&str], &str, &str); 14] = [
        ("Betrag (€)", &["10", "1.500", "2.250"], "EUR", "3760"),
        ("Betrag in EUR", &["10", "1.500", "2.250"], "EUR", "3760"),
        ("Betrag;Währung", &["10;EUR", "1.500;EUR", "2.250;€"], "EUR", "3760"),
        ("Total (USD)", &["10", "1,500", "2,250"], "USD", "3760"),
        ("Importe (COP)", &["12.500", "7.900"], "COP", "20400"),
        ("Amount (TND)", &["1.250", "2.500"], "TND", "3.75"),
        ("Amount;Currency", &["1.250;KWD", "1.250;EUR"], "EUR", "1250"),
        // Decimals of the column.
        ("Montant (€)", &["10.000", "12.500", "0.250"], "EUR", "22.75"),
        ("Montant (€)", &["10.000", "12.5000"], "EUR", "22.5"),
        ("Montant (€)", &["1.250", "12.5"], "EUR", "13.75"),
        ("Montant (€)", &["1.250", "12,5"], "EUR", "1262.5"),
        ("Montant (€)", &["1.250", "2500"], "EUR", "2501.25"),
        ("Montant", &["1.250", "2500"], "", "2501.25"),
        ("Montant", &["10.000", "12.500", "0.250"], "", "22.75"),
    ];
    for (header, rows, currency, total) in cases {
        let answer = read_table(header, rows);
        let found = sums(&answer);
        assert_eq!((found[0].0.as_str(), found[0].1.as_str()), (currency, total), "{header} {rows:?}");
        assert_eq!(codes(&answer.accounts[0]), [], "{header}");
    }
}

#[test]
fn where_nothing_tells_thousands_from_decimals_it_is_said() {
    let answer = read_table("Date;Article;Montant", &["2024-01-15;Lampe;1.250", "2024-01-16;Sac;2.500"]);
    assert_eq!(sums(&answer), [(String::new(), "3750".to_owned(), 2)]);
    let account = &answer.accounts[0];
    assert_eq!(codes(account), [Code::AmountAmbiguous]);
    assert_eq!(
        account.findings[0].facts.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>(),
        ["Montant", "2"]
    );
}

#[test]
fn numbers_of_programs_have_a_point_before_their_decimals() {
    let text = r#"{"orders":[{"order_id":"A1","total":1.125,"currency":"EUR"},{"order_id":"A2","total":2,"currency":"EUR"}]}"#;
    let answer = read_file("orders.json", text);
    assert_eq!(sums(&answer), [("EUR".to_owned(), "3.125".to_owned(), 2)]);
    assert_eq!(codes(&answer.accounts[0]), []);
}

#[test]
fn prices_of_a_measure_are_no_amounts_paid() {
    for name in ["Prix au litre (€)", "Price per liter", "Preis pro Liter", "Taux de change", "Exchange rate"]
    {
        let answer = read_table(&format!("Date;{name};Total (€)"), &["2024-01-15;1,759;50,00"]);
        assert_eq!(sums(&answer), [("EUR".to_owned(), "50".to_owned(), 1)], "{name}");
        let answer = read_table(&format!("Date;{name}"), &["2024-01-15;1.759", "2024-01-16;1.812"]);
        assert_eq!(sums(&answer), [], "{name}");
    }
}

#[test]
fn a_currency_stands_at_an_end_or_for_the_sign_and_groups_are_of_three() {
    let cases = [
        ("12€50", "EUR", "12.5"),
        ("12 € 50", "EUR", "12.5"),
        ("€12.50 EUR", "EUR", "12.5"),
        ("$12.50 USD", "USD", "12.5"),
        ("-€12.50", "EUR", "-12.5"),
        ("€-12.50", "EUR", "-12.5"),
        ("12,50 € TTC", "EUR", "12.5"),
        ("1 234 567,50", "", "1234567.5"),
        ("1'234", "", "1234"),
        ("1’234’567.5", "", "1234567.5"),
        ("12,34,567", "", "1234567"),
        (".50", "", "0.5"),
        ("€ .50", "EUR", "0.5"),
        ("150 Ft.", "HUF", "150"),
        ("12.- CHF", "CHF", "12"),
        ("–12,50 €", "EUR", "-12.5"),
        ("20.00 TTC", "", "20"),
        ("kr 1 299,00", "kr", "1299"),
    ];
    for (written, currency, total) in cases {
        let answer = read_amounts(&["0,00", written]);
        let found: Vec<_> =
            sums(&answer).into_iter().filter(|(code, sum, _)| sum != "0" || code == currency).collect();
        assert_eq!(found[0].0, currency, "{written}");
        assert_eq!(found[0].1, total, "{written}");
        assert_eq!(codes(&answer.accounts[0]), [], "{written}");
    }
    let odd = [
        "12 50",
        "1 2 3",
        "1 23",
        "12 345 6",
        "1'2'3",
        "1 234'567",
        "12€5",
        "12x50",
        "1.2.3",
        "12,34,56",
        "10.00 VAT",
        "30.00 PTS",
        "120 KWH",
        "EVA 10.00",
        "10 all",
        "€12 USD",
        "5 pen",
        "1  234",
    ];
    for written in odd {
        let answer = read_amounts(&["0,50", "1,50", "2,50", written]);
        assert_eq!(sums(&answer), [(String::new(), "4.5".to_owned(), 3)], "{written}");
        assert_eq!(codes(&answer.accounts[0]), [Code::AmountUnreadable], "{written}");
    }
}

#[test]
fn a_column_of_currencies_gives_codes_that_exist_and_what_is_none_is_said() {
    let rows = [
        "1;zł",
        "2;kč",
        "3;₹",
        "4;US$",
        "5;FT.",
        "6;LEI",
        "7;eur",
        "8;$",
        "9;PTS",
        "10;KWH",
        "11;Euro (EUR)",
    ];
    let answer = read_table("Montant;Devise", &rows);
    let expected = [
        ("$", "8"),
        ("CZK", "2"),
        ("EUR", "18"),
        ("HUF", "5"),
        ("INR", "3"),
        ("PLN", "1"),
        ("RON", "6"),
        ("USD", "4"),
    ];
    let found: Vec<_> = sums(&answer).into_iter().map(|(code, sum, _)| (code, sum)).collect();
    assert_eq!(found, expected.map(|(code, sum)| (code.to_owned(), sum.to_owned())));
    assert_eq!(codes(&answer.accounts[0]), [Code::AmountUnreadable; 2]);
    // A recipe reads the same ones.
    let rows = [("zł", "1.00"), ("US$", "2.00"), ("$", "3.00"), ("PTS", "4.00"), ("eur", "5.00")];
    let rows: String = rows
        .iter()
        .map(|(currency, owed)| format!("000-1,2024-01-15T10:00:00Z,{currency},{owed},Lamp\n"))
        .collect();
    let table = format!("Order ID,Order Date,Currency,Total Owed,Product Name\n{rows}");
    let path = "Retail.OrderHistory.1/Retail.OrderHistory.1.csv";
    let answer = read_file("answer.zip", zip_of(&[(path, table.as_bytes())]));
    let found: Vec<_> = sums(&answer).into_iter().map(|(code, sum, _)| (code, sum)).collect();
    let expected = [("$", "3"), ("EUR", "5"), ("PLN", "1"), ("USD", "2")];
    assert_eq!(found, expected.map(|(code, sum)| (code.to_owned(), sum.to_owned())));
    assert!(codes(&answer.accounts[0]).contains(&Code::AmountUnreadable));
}

#[test]
fn pieces_are_read_with_their_unit_and_what_is_no_number_of_them_is_said() {
    for pieces in ["2", "2 pcs", "x2", "2x", "2,0", "2.000", "2 Stk.", "× 2", "2 pièces"] {
        let answer = read_table("Article;Prix unitaire (€);Quantité", &[&format!("Lampe;10,50;{pieces}")]);
        assert_eq!(sums(&answer), [("EUR".to_owned(), "21".to_owned(), 1)], "{pieces}");
        assert_eq!(codes(&answer.accounts[0]), [], "{pieces}");
    }
    let rows = ["Lampe;10,50;2", "Sac;3,00;deux", "Lit;4,00;1"];
    let answer = read_table("Article;Prix unitaire (€);Quantité", &rows);
    assert_eq!(sums(&answer), [("EUR".to_owned(), "25".to_owned(), 2)]);
    assert_eq!(codes(&answer.accounts[0]), [Code::AmountUnreadable]);
}

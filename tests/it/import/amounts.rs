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

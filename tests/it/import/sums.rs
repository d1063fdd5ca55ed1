//! What the money in a stranger's file adds up to: one total for each currency, nothing counted twice, and what is unsure said.

use habeas::import::answer::Answer;

use super::read_file;

/// A file, its text, and what it adds up to: category, and each currency with its total.
type Case = (&'static str, &'static str, &'static str);

fn sums(answer: &Answer) -> String {
    let mut said = Vec::new();
    for (category, totals) in answer.totals.categories.iter().filter(|(_, totals)| !totals.amounts.is_empty())
    {
        let amounts = totals.amounts.iter().map(|(code, sum)| format!("{code}={}", sum.total.normalize()));
        said.push(format!("{} {}", category.id(), amounts.collect::<Vec<_>>().join(" ")));
    }
    said.join(", ")
}

/// Holds what files add up to against what they should.
fn check(cases: &[Case]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(name, text, expected)| {
            let found = sums(&read_file(name, *text));
            (found != *expected).then(|| format!("{name}: {text}\n  found {found}, not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_amount_is_in_the_currency_of_the_column_that_belongs_to_it() {
    check(&[
        (
            "orders.csv",
            "Order ID;Order date;Frais;Devise frais;Prix;Devise prix\nA1;2024-01-05;1,00;USD;10,00;EUR\n",
            "purchases EUR=10",
        ),
        (
            "orders.csv",
            "order_id,date,refund_amount,refund_currency,amount,currency\nA1,2024-01-05,1.00,USD,10.00,EUR\n",
            "purchases EUR=10",
        ),
        (
            "orders.csv",
            "order_id,date,currency,amount,fee_currency,fee\nA1,2024-01-05,EUR,10.00,USD,1.00\n",
            "purchases EUR=10",
        ),
        (
            "orders.csv",
            "order_id,date,fee,currency,total,currency2\nA1,2024-01-05,1.00,USD,10.00,EUR\n",
            "purchases EUR=10",
        ),
        (
            "orders.csv",
            "Bestellnummer;Datum;Gebühr;Währung Gebühr;Betrag;Währung Betrag\nA1;05.01.2024;1,00;USD;10,00;EUR\n",
            "purchases EUR=10",
        ),
        (
            "orders.csv",
            "order id,account currency,date,total,currency\nA1,USD,2024-01-05,10.00,EUR\n",
            "purchases EUR=10",
        ),
        (
            "orders.csv",
            "order_id,date,total,currency,total_local,currency_local\nA1,2024-01-05,10.00,EUR,40.00,PLN\n",
            "purchases EUR=10",
        ),
        (
            "orders.json",
            r#"[{"order_id":"A1","date":"2024-01-05","shipping":{"amount":"1.00","currency":"USD"},"total":{"amount":"10.00","currency":"EUR"}}]"#,
            "purchases EUR=10",
        ),
    ]);
}

#[test]
fn amounts_of_several_currencies_are_never_added() {
    check(&[
        (
            "orders.csv",
            "Order ID;Order date;Total\nA1;2024-01-05;12,00 €\nA2;2024-01-06;$15.00\nA3;2024-01-07;CHF 20.-\n",
            "purchases $=15 CHF=20 EUR=12",
        ),
        (
            "orders.csv",
            "Order ID;Order date;Total\nA1;2024-01-05;12,00 kr\nA2;2024-01-06;$15.00\nA3;2024-01-07;¥700\nA4;2024-01-07;3.00\n",
            "purchases =3 $=15 kr=12 ¥=700",
        ),
        (
            "orders.csv",
            "Order ID;Order date;Total;Currency\nA1;2024-01-05;$12.00;USD\nA2;2024-01-06;$15.00;CAD\nA3;2024-01-07;¥700;JPY\n",
            "purchases CAD=15 JPY=700 USD=12",
        ),
        (
            "orders.csv",
            "Order ID;Order date;Total\nA1;2024-01-05;$12.00\nTotal;;12.00 USD\n",
            "purchases $=12",
        ),
    ]);
}

#[test]
fn a_currency_that_is_stated_once_is_that_of_all_rows_that_give_none() {
    check(&[
        (
            "orders.csv",
            "Devise : EUR\n\nOrder ID;Order date;Total\nA1;2024-01-05;12,00\nA2;2024-01-06;15,00\n",
            "purchases EUR=27",
        ),
        (
            "orders.csv",
            "Your orders\nAll amounts in GBP\n\nOrder ID,Order date,Total\nA1,2024-01-05,12.00\nA2,2024-01-06,15.00 €\n",
            "purchases EUR=15 GBP=12",
        ),
        (
            "orders.csv",
            "Konto;DE00\nWährung;EUR\n\nBestellnummer;Datum;Betrag\nA1;05.01.2024;12,00\n",
            "purchases EUR=12",
        ),
        ("orders.csv", "Bestellnummer;Datum;Betrag (CHF)\nA1;05.01.2024;12,00\n", "purchases CHF=12"),
        ("orders_EUR.csv", "Order ID,Order date,Total\nA1,2024-01-05,12.00\n", "purchases EUR=12"),
        ("orders-2024-eur.csv", "Order ID,Order date,Total\nA1,2024-01-05,12.00\n", "purchases EUR=12"),
        // A name and a word.
        ("orders_bob.csv", "Order ID,Order date,Total\nA1,2024-01-05,12.00\n", "purchases =12"),
        ("ORDERS_ALL.csv", "Order ID,Order date,Total\nA1,2024-01-05,12.00\n", "purchases =12"),
        (
            "orders.json",
            r#"{"currency":"EUR","orders":[{"id":"A1","date":"2024-01-05","total":12.5},{"id":"A2","date":"2024-01-06","total":2.5}]}"#,
            "purchases EUR=15",
        ),
        // Of orders without a total, what is in each is in its currency.
        (
            "orders.json",
            r#"{"orders":[{"id":"A1","date":"2024-01-05","currency":"EUR","items":[{"name":"a","price":2.5},{"name":"b","price":3}]},
            {"id":"A2","date":"2024-01-05","currency":"USD","items":[{"name":"c","price":2.5},{"name":"d","price":3}]}]}"#,
            "purchases EUR=5.5 USD=5.5",
        ),
        (
            "orders.xml",
            "<orders currency=\"EUR\"><order><id>A1</id><date>2024-01-05</date><total>12.5</total></order><order><id>A2</id><date>2024-01-05</date><total>2.5</total></order></orders>",
            "purchases EUR=15",
        ),
        (
            "orders.html",
            "<h1>Orders</h1><p>All amounts in EUR</p><table><tr><th>Order ID</th><th>Order date</th><th>Total</th></tr><tr><td>A1</td><td>2024-01-05</td><td>12.00</td></tr></table>",
            "purchases EUR=12",
        ),
    ]);
}

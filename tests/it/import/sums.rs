//! What the money in a stranger's file adds up to: one total for each currency, nothing counted twice, and what is unsure said.

use habeas::finding::Code;
use habeas::import::answer::Answer;

use super::format::open_document;
use super::{codes, read_file};

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

#[test]
fn money_out_and_money_in_are_told_apart_by_the_column_that_says_it() {
    let words = [
        ("Soll/Haben", "S", "H"),
        ("Soll/Haben", "Soll", "Haben"),
        ("D/C", "D", "C"),
        ("Af Bij", "Af", "Bij"),
        ("Sens", "Débit", "Crédit"),
        ("CdtDbtInd", "DBIT", "CRDT"),
        ("Addebito/Accredito", "addebito", "accredito"),
        ("Cargo/Abono", "cargo", "abono"),
        ("Débito/Crédito", "Débito", "Crédito"),
        ("Kierunek", "Obciążenie", "Uznanie"),
        ("Type", "DEBIT", "CREDIT"),
        ("Direction", "OUT", "IN"),
        ("Indicator", "-", "+"),
    ];
    for (name, out, inwards) in words {
        let rows = format!(
            "Datum;Verwendungszweck;Betrag EUR;{name}\n05.01.2024;Miete;500,00;{out}\n06.01.2024;Lohn;2000,00;{inwards}\n"
        );
        assert_eq!(sums(&read_file("umsaetze.csv", rows)), "payment EUR=1500", "{name} {out}");
    }
    for (out, inwards) in [
        ("Debit", "Credit"),
        ("Uitgaven", "Inkomsten"),
        ("Belastung", "Gutschrift"),
        ("Dépenses", "Recettes"),
    ] {
        let rows = format!(
            "Date;Text;{out};{inwards};Saldo\n2024-01-05;a;500,00;;1000\n2024-01-06;b;;2000,00;3000\n"
        );
        assert_eq!(sums(&read_file("x.csv", rows)), "payment =1500", "{out}");
    }
    check(&[
        (
            "camt.xml",
            "<Document><Stmt><Ntry><Amt Ccy=\"EUR\">500.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2024-01-05</Dt></BookgDt></Ntry><Ntry><Amt Ccy=\"EUR\">2000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2024-01-06</Dt></BookgDt></Ntry></Stmt></Document>",
            "payment EUR=1500",
        ),
        // The kind of a card, and the way of a call.
        (
            "orders.csv",
            "Order ID;Order date;Total;Type\nA1;2024-01-05;10.00;Credit\nA2;2024-01-06;20.00;Debit\n",
            "purchases =30",
        ),
        (
            "orders.csv",
            "Order ID;Order date;Total;Card type\nA1;2024-01-05;10.00;Credit\nA2;2024-01-06;20.00;Debit\n",
            "purchases =30",
        ),
        (
            "calls.csv",
            "Date;Number;Direction;Cost\n2024-01-05;030;outgoing;0.10\n2024-01-06;030;incoming;0.20\n",
            "communications =0.3",
        ),
        // Who writes its sign needs no other.
        ("x.csv", "Date;Payee;Amount;D/C\n2024-01-05;a;-5.00;C\n2024-01-06;b;20.00;C\n", "payment =15"),
    ]);
}

#[test]
fn what_is_left_on_an_account_and_what_adds_up_others_is_no_purchase() {
    let labels = [
        "Sous-total janvier",
        "Summe Februar 2024",
        "Subtotal",
        "Total général",
        "Total janvier",
        "Zwischensumme Januar",
        "Totale gennaio",
        "Totaal januari",
        "Razem styczeń",
        "Subtotal enero",
        "January total",
        "Total au 31/01/2024",
        "Solde",
        "Saldo",
        "Balance",
        "Closing balance",
        "Endsaldo",
        "Dont TVA",
        "of which VAT",
        "davon MwSt",
        "di cui IVA",
        "waarvan btw",
        "w tym VAT",
        "Total HT",
    ];
    for label in labels {
        let rows = format!("Commande;Date;Montant\n1;05/01/2024;12,50\n2;25/01/2024;7,50\n{label};;20,00\n");
        assert_eq!(sums(&read_file("orders.csv", rows)), "purchases =20", "{label}");
    }
    check(&[
        (
            "orders.csv",
            "Date;Commande;Montant\n05/01/2024;1;12,50\n25/01/2024;2;7,50\n31/01/2024;Total;20,00\n",
            "purchases =20",
        ),
        (
            "orders.csv",
            "Commande;Date;Montant\n1;05/01/2024;12,50\n2;25/01/2024;7,50\nTotal HT;;16,67\nTotal TVA;;3,33\nTotal TTC;;20,00\n",
            "purchases =20",
        ),
        (
            "releve.csv",
            "Date;Libellé;Montant\n01/01/2024;Solde initial;100,00\n05/01/2024;Loyer;-50,00\n06/01/2024;Paie;200,00\n31/01/2024;Solde final;250,00\n",
            "unknown =150",
        ),
        // The rest of a price is a payment, and so is what is bought from a shop that is called so.
        (
            "orders.csv",
            "Date;Commande;Montant\n05/01/2024;Acompte;100,00\n25/01/2024;Solde;200,00\n",
            "purchases =300",
        ),
        ("x.csv", "Date;Marchand;Montant\n25/01/2024;Shell;50,00\n26/01/2024;Total;50,00\n", "unknown =100"),
        ("orders.csv", "Date;Order ID;Running balance\n2024-01-05;a;500.00\n2024-01-06;b;2500.00\n", ""),
        (
            "wallet.json",
            r#"[{"date":"2024-01-05","balance":{"amount":10.0,"currency":"EUR"}},{"date":"2024-01-06","balance":{"amount":14.0,"currency":"EUR"}}]"#,
            "",
        ),
    ]);
}

#[test]
fn what_was_paid_back_is_taken_off_once_or_said() {
    for kind in [
        "Refund",
        "Remboursement",
        "Gutschrift",
        "Storno",
        "Rimborso",
        "Reembolso",
        "Terugbetaling",
        "Zwrot",
        "Credit note",
    ] {
        for amount in ["5,00", "-5,00"] {
            let sale = "A1;2024-01-05;Sale;20,00\nA2;2024-01-06;Sale;10,00\n";
            let back = format!("A1;2024-01-09;{kind};{amount}\n");
            for rows in [format!("{sale}{back}"), format!("{back}{sale}")] {
                let answer = read_file("orders.csv", format!("Order ID;Date;Type;Total\n{rows}"));
                assert_eq!(sums(&answer), "purchases =25", "{rows}");
            }
        }
    }
    let in_part = [
        (
            "Order ID;Date;Total;Refunded amount\nA1;2024-01-05;20,00;5,00\nA2;2024-01-06;10,00;0,00\n",
            "purchases =30",
        ),
        (
            "order_id;date;total;refunded_cents\nA1;2024-01-05;20.00;500\nA2;2024-01-06;10.00;0\n",
            "purchases =30",
        ),
    ];
    for (rows, expected) in in_part {
        let answer = read_file("orders.csv", rows);
        assert_eq!(sums(&answer), expected, "{rows}");
        assert_eq!(codes(&answer.accounts[0]), [Code::RefundNotTakenOff], "{rows}");
    }
    check(&[
        (
            "orders.csv",
            "order_id;date;total;refunded_cents\nA1;2024-01-05;20.00;2000\nA2;2024-01-06;10.00;0\n",
            "purchases =10",
        ),
        (
            "orders.csv",
            "Order ID;Date;Status;Product;Order total\nA1;2024-01-05;cancelled;a;30,00\nA1;2024-01-05;shipped;b;30,00\nA2;2024-01-06;shipped;c;5,00\nA2;2024-01-06;shipped;d;5,00\n",
            "purchases =35",
        ),
    ]);
}

#[test]
fn what_was_not_paid_and_the_number_of_things_on_a_page_are_no_money_spent() {
    for state in [
        "CHARGE_FAILED",
        "declined",
        "pending",
        "PAYMENT_PENDING",
        "unpaid",
        "impayé",
        "ausstehend",
        "in attesa",
        "oczekuje",
    ] {
        let rows = format!(
            "Order ID;Date;Total;Payment status\nA1;2024-01-05;20,00;paid\nA2;2024-01-06;10,00;{state}\n"
        );
        assert_eq!(sums(&read_file("orders.csv", rows)), "purchases =20", "{state}");
    }
    check(&[
        // What is on its way is paid.
        (
            "orders.csv",
            "Order ID;Date;Total;Status\nA1;2024-01-05;20,00;shipped\nA2;2024-01-06;10,00;pending\n",
            "purchases =30",
        ),
        (
            "payments.csv",
            "Payment date;Payment method;Amount;Status\n2024-01-05;card;20,00;succeeded\n2024-01-06;card;10,00;failed\n",
            "payment =20",
        ),
        (
            "orders.json",
            r#"{"page":1,"total":2,"orders":[{"id":"A1","date":"2024-01-05","price":10.5},{"id":"A2","date":"2024-01-06","price":2}]}"#,
            "purchases =12.5",
        ),
        (
            "orders.json",
            r#"{"meta":{"page":1,"total":2},"orders":[{"id":"A1","date":"2024-01-05","price":10.5},{"id":"A2","date":"2024-01-06","price":2}]}"#,
            "purchases =12.5",
        ),
    ]);
    let row = "order_id;active_time;create_date;price\nA1;2024-02-05 10:00:00;2024-01-05 10:00:00;10.00\n";
    let first = read_file("orders.csv", row).totals.span().0.map(|first| first.date().to_string());
    assert_eq!(first.as_deref(), Some("2024-01-05"));
}

#[test]
fn what_an_order_cost_is_counted_once_where_it_stands_in_each_of_its_rows() {
    check(&[
        (
            "orders.csv",
            "Order ID;Date;Product;Price;Total\nA1;2024-01-05;a;10,00;30,00\nA1;2024-01-05;b;20,00;30,00\n",
            "purchases =30",
        ),
        (
            "orders.csv",
            "Order ID;Date;Product;Price;Total\nA1;2024-01-05;a;10,00;34,90\nA1;2024-01-05;b;20,00;34,90\nA2;2024-01-06;c;5,00;9,90\n",
            "purchases =44.8",
        ),
        (
            "orders.csv",
            "Order ID;Date;Product;Unit price;Qty;Amount\nA1;2024-01-05;a;10,00;1;30,00\nA1;2024-01-05;b;10,00;2;30,00\n",
            "purchases =30",
        ),
        (
            "orders.csv",
            "Order ID;Payment no;Order date;Payment amount;Total\nA1;1;2024-01-05;10,00;30,00\nA1;2;2024-02-05;20,00;30,00\n",
            "purchases =30",
        ),
        (
            "orders.csv",
            "Order ID;Date;Product;Order total\nA1;2024-01-05;a;30,00\nA1;2024-01-05;b;30,00\n",
            "purchases =30",
        ),
        // Two things of one price are two things.
        (
            "orders.csv",
            "Order ID;Date;Product;Price;Total\nA1;2024-01-05;a;10,00;10,00\nA1;2024-01-05;b;10,00;10,00\nA2;2024-01-06;a;7,00;7,00\nA2;2024-01-06;b;7,00;7,00\n",
            "purchases =34",
        ),
    ]);
    let answer = read_file(
        "orders.csv",
        "Order ID;Date;Product;Total\nA1;2024-01-05;a;30,00\nA1;2024-01-05;b;30,00\n",
    );
    assert_eq!(sums(&answer), "purchases =60");
    assert_eq!(codes(&answer.accounts[0]), [Code::TotalMayRepeat]);
}

#[test]
fn a_total_and_the_list_in_the_same_object_are_counted_once() {
    let cases: [Case; 9] = [
        (
            "order.xml",
            "<orders><order><id>A1</id><total>34.90</total><line><price>10</price></line><line><price>20</price></line></order></orders>",
            "purchases =34.9",
        ),
        (
            "order.xml",
            "<order><total>30</total><line><price>10</price></line><line><price>20</price></line></order>",
            "purchases =30",
        ),
        (
            "orders.json",
            r#"{"id":"A1","total":34.9,"items":[{"name":"a","price":10},{"name":"b","price":20}]}"#,
            "purchases =34.9",
        ),
        (
            "orders.json",
            r#"{"order":{"id":"A1","total":30,"lines":[{"name":"a","price":10},{"name":"b","price":20}]}}"#,
            "purchases =30",
        ),
        (
            "orders.json",
            r#"[{"id":"A1","total":30,"items":[{"name":"a","price":10,"date":"2024-01-05"},{"name":"b","price":20,"date":"2024-01-05"}]}]"#,
            "purchases =30",
        ),
        (
            "orders.json",
            r#"{"total_spent":500,"orders":[{"id":"A1","date":"2024-01-05","total":10},{"id":"A2","date":"2024-01-05","total":20}]}"#,
            "purchases =30",
        ),
        (
            "orders.json",
            r#"{"summary":{"total":30,"count":2},"orders":[{"id":"A1","date":"2024-01-05","total":10},{"id":"A2","date":"2024-01-05","total":20}]}"#,
            "purchases =30",
        ),
        (
            "orders.json",
            r#"{"total":2,"orders":[{"id":"A1","price":0.5},{"id":"A2","price":1}]}"#,
            "purchases =1.5",
        ),
        (
            "orders.json",
            r#"{"total":2,"orders":[{"id":"A1","date":"2024-01-05","price":10.5},{"id":"A2","date":"2024-01-06","price":2}]}"#,
            "purchases =12.5",
        ),
    ];
    check(&cases);
    for (name, text, _) in cases {
        assert_eq!(codes(&read_file(name, text).accounts[0]), [Code::TotalOfList], "{text}");
    }
}

#[test]
fn a_cell_of_an_open_document_keeps_its_currency() {
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let money = |code: &str, value: &str| {
        let kind =
            format!("office:value-type=\"currency\" office:currency=\"{code}\" office:value=\"{value}\"");
        format!("<table:table-cell {kind}><text:p>{value} {code}</text:p></table:table-cell>")
    };
    let row = |times: u32, cells: &[String]| {
        format!(
            "<table:table-row table:number-rows-repeated=\"{times}\">{}</table:table-row>",
            cells.concat()
        )
    };
    let rows = [
        row(1, &[text("Article"), text("Order date"), text("Total")]),
        row(1, &[text("Lamp"), text("2024-01-05"), money("EUR", "12.5")]),
        row(2, &[text("Mug"), text("2024-01-06"), money("CHF", "3")]),
        row(1, &[text("Bowl"), text("2024-01-07"), money("EUR", "7.5")]),
    ];
    let answer = read_file("orders.ods", open_document(&rows.concat()));
    assert_eq!(sums(&answer), "purchases CHF=6 EUR=20");
}

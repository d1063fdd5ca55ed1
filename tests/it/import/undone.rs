//! Orders that were cancelled or paid back, by whatever a table says it: a word, a flag, a day, an amount, another table.

use habeas::finding::Code;
use habeas::import::answer::Answer;
use habeas::law::category::Category;

use super::{codes, read_file, zip_of};

/// Returns what was bought, by currency.
fn bought(answer: &Answer) -> Vec<(String, String)> {
    let purchases = answer.totals.categories.get(&Category::Purchases);
    let sums = purchases.into_iter().flat_map(|totals| &totals.amounts);
    sums.map(|(currency, sum)| (currency.clone(), sum.total.normalize().to_string())).collect()
}

/// Checks the sum of a table of euros and the number of rows that are said to be undone.
fn check(table: &str, total: &str, undone: u64) {
    let answer = read_file("orders.csv", table);
    assert_eq!(bought(&answer), [("EUR".to_owned(), total.to_owned())], "{table}");
    let account = answer.accounts.first().expect("one file was read");
    let said: Vec<_> =
        account.findings.iter().map(|finding| (finding.code, finding.facts.last().cloned())).collect();
    let count = Some(("count".to_owned(), undone.to_string()));
    let expected = if undone == 0 { vec![] } else { vec![(Code::OrderUndone, count)] };
    assert_eq!(said, expected, "{table}");
}

#[test]
fn states_in_eight_languages_say_what_was_undone_and_what_was_not() {
    let undone = [
        "Returned",
        "Retourniert",
        "Zurückgesendet",
        "Retourné",
        "Retournée",
        "Devuelto",
        "Devolvido",
        "Reso",
        "Geretourneerd",
        "Zwrot",
        "Gutschrift",
        "Rückerstattung",
        "Chargeback",
        "Payment failed",
        "Declined",
        "Rejected",
        "Abgelehnt",
        "Refusée",
        "VOIDED",
        "Cancelled by seller",
        "Cancelled, refund pending",
        "Cancelled as requested",
        "Annulée à la demande du client",
        "Your order was cancelled",
        "Zahlung fehlgeschlagen",
        "Paiement refusé",
        "Pago rechazado",
        "Odrzucono",
        "Abandoned",
        "Abandonnée",
    ];
    for state in undone {
        check(
            &format!(
                "Order ID;Date;Total;Status\nA1;2024-01-25;20.00 €;Delivered\nA2;2024-01-26;5.00 €;{state}\n"
            ),
            "20",
            1,
        );
    }
    let kept = [
        "Stornierung abgelehnt",
        "Stornierung beantragt",
        "Annulation refusée",
        "Cancellation rejected",
        "Refund pending",
        "Delivered (1 item cancelled)",
        "Return requested",
        "Return rejected",
        "Partially refunded",
        "Not cancelled",
        "Paid",
        "Livrée (1 article annulé)",
        "Rimborso richiesto",
        "Delivery failed",
        "Return window closed",
        "Remboursement demandé",
    ];
    for state in kept {
        check(
            &format!(
                "Order ID;Date;Total;Status\nA1;2024-01-25;20.00 €;Delivered\nA2;2024-01-26;5.00 €;{state}\n"
            ),
            "25",
            0,
        );
    }
}

#[test]
fn any_column_may_say_it() {
    let cases = [
        ("Order status;Payment status", ["shipped;paid", "shipped;refunded"]),
        ("Payment status;Order status", ["paid;shipped", "paid;cancelled"]),
        ("is_cancelled", ["false", "true"]),
        ("Storniert", ["nein", "ja"]),
        ("Annulée", ["0", "1"]),
        ("Cancelled at", ["", "2024-01-27"]),
        ("cancelledAt", ["0001-01-01", "2024-01-27T10:00:00Z"]),
        ("Storniert am", ["", "27.01.2024"]),
        ("Annulée le", ["", "27/01/2024"]),
        ("refunded_at", ["", "2024-01-27"]),
        ("State", ["Delivered", "Cancelled"]),
        ("Zustand", ["geliefert", "storniert"]),
        ("Type", ["Sale", "Refund"]),
        ("Vorgang", ["Kauf", "Gutschrift"]),
        ("Refunded amount", ["0.00", "5.00"]),
        ("Montant remboursé (€)", ["", "5.00"]),
    ];
    for (name, [one, other]) in cases {
        check(
            &format!(
                "Order ID;Date;Total;{name}\nA1;2024-01-25;20.00 €;{one}\nA2;2024-01-26;5.00 €;{other}\n"
            ),
            "20",
            1,
        );
    }
    let kept = [
        ("Free cancellation until", ["2024-02-25", "2024-02-26"]),
        ("Refundable", ["yes", "no"]),
        ("Cancellation reason", ["none given", "changed my mind"]),
        ("Return deadline", ["2024-02-25", "2024-02-26"]),
        ("Stornierung möglich bis", ["01.02.2024", "02.02.2024"]),
    ];
    for (name, [one, other]) in kept {
        check(
            &format!(
                "Order ID;Date;Total;{name}\nA1;2024-01-25;20.00 €;{one}\nA2;2024-01-26;5.00 €;{other}\n"
            ),
            "25",
            0,
        );
    }
    // What was paid back stands with its own sign.
    check(
        "Order ID;Date;Total;Status\nA1;2024-01-25;30.00 €;Paid\nA1;2024-01-26;-30.00 €;Refunded\n",
        "0",
        0,
    );
}

#[test]
fn what_one_table_says_was_undone_is_in_the_sum_of_no_other() {
    let lines = "Order ID,Order Date,Product,Price,Currency\nR1,2023-01-05,Lamp,10.00,EUR\nR1,2023-01-05,Table,20.00,EUR\n\
        R2,2024-01-26,Chair,30.00,EUR\nR3,2024-02-26,Shoe,60.00,EUR\n";
    let orders = [
        "Order ID,Order Date,Total,Currency,Status\nR1,2023-01-05,30.00,EUR,Cancelled\nR2,2024-01-26,30.00,EUR,Paid\nR3,2024-02-26,60.00,EUR,Paid\n",
        // The same without amounts, and longer numbers.
        "Order ID,Order Date,Status\nRR-001,2023-01-05,Cancelled\nRR-002,2024-01-26,Paid\nRR-003,2024-02-26,Paid\n",
    ];
    for (table, long) in orders.iter().zip([false, true]) {
        let lines = if long { lines.replace("\nR", "\nRR-00") } else { lines.to_owned() };
        for names in [["a_orders.csv", "b_order_items.csv"], ["z_orders.csv", "b_order_items.csv"]] {
            let answer = read_file(
                "answer.zip",
                zip_of(&[(names[0], table.as_bytes()), (names[1], lines.as_bytes())]),
            );
            assert_eq!(bought(&answer), [("EUR".to_owned(), "90".to_owned())], "{table}");
            let said: Vec<_> =
                answer.findings.iter().filter(|finding| finding.code == Code::OrderUndoneElsewhere).collect();
            assert_eq!(said.len(), 1);
            assert_eq!(said[0].place.file, names[1]);
        }
    }
}

#[test]
fn a_recipe_says_which_column_means_that_an_order_was_undone() {
    let table = "Order ID,Order Date,Currency,Total Owed,Product Name,Order Status\n1,2024-01-15T10:00:00Z,EUR,10.00,Lamp,Closed\n\
        2,2024-01-16T10:00:00Z,EUR,5.00,Sofa,Cancelled\n";
    let path = "Retail.OrderHistory.1/Retail.OrderHistory.1.csv";
    let answer = read_file("answer.zip", zip_of(&[(path, table.as_bytes())]));
    assert_eq!(bought(&answer), [("EUR".to_owned(), "10".to_owned())]);
    assert!(codes(&answer.accounts[0]).contains(&Code::OrderUndone));
    assert_eq!(answer.totals.records(), 2);

    let header = "Name,Email,Financial Status,Cancelled at,Created at,Currency,Total,Lineitem name";
    let rows = [
        "#1,a@example.org,paid,,2024-01-15 10:00:00 +0100,EUR,10.00,Lamp",
        "#2,a@example.org,voided,,2024-01-15 10:00:00 +0100,EUR,1.00,Lamp",
        "#3,a@example.org,refunded,,2024-01-15 10:00:00 +0100,EUR,2.00,Lamp",
        "#4,a@example.org,paid,2024-01-16 10:00:00 +0100,2024-01-15 10:00:00 +0100,EUR,3.00,Lamp",
        "#5,a@example.org,partially_refunded,,2024-01-15 10:00:00 +0100,EUR,20.00,Lamp",
    ];
    let answer = read_file("orders_export_1.csv", format!("{header}\n{}\n", rows.join("\n")));
    assert_eq!(bought(&answer), [("EUR".to_owned(), "30".to_owned())]);
    let account = &answer.accounts[0];
    let said = account.findings.iter().find(|finding| finding.code == Code::OrderUndone);
    let facts = &said.expect("it is said").facts;
    assert_eq!(facts[0], ("column".to_owned(), "Financial Status".to_owned()));
    assert_eq!(facts[1], ("count".to_owned(), "3".to_owned()));
}

/// Until when a thing may be sent back, how many days that is, and which terms hold is said of orders that stand.
#[test]
fn a_time_to_return_a_thing_and_what_is_said_of_its_parts_undo_no_order() {
    let columns = [
        ("Retour avant le", "20/01/2024"),
        ("Widerruf ab", "20.01.2024"),
        ("Return days", "30"),
        ("Cancellation version", "20240105"),
        ("Cancelled at", "9999-12-31"),
        ("Returned on", "1899-12-30"),
    ];
    for (column, value) in columns {
        let row = |number: u32| format!("A{number};2024-01-0{number};10.00;{value}\n");
        check(&format!("Order ID;Order date;Total EUR;{column}\n{}{}", row(5), row(6)), "20", 0);
    }
    check(
        "Order ID;Order date;Total EUR;Refunded EUR\nA1;2024-01-05;0.00;0.00\nA2;2024-01-06;10.00;0.00\n",
        "10",
        0,
    );
    let order = |number: u32, refunds: &str| {
        format!(
            "{{\"id\":\"{number}\",\"date\":\"2024-01-05\",\"grandTotal\":\"10.00\",\"currency\":\"EUR\",\"returns\":[{refunds}]}}"
        )
    };
    let part = "{\"date\":\"2024-01-09\",\"sku\":\"a\"}";
    let answer = read_file("orders.json", format!("[{},{}]", order(1, part), order(2, "")));
    assert_eq!(bought(&answer), [("EUR".to_owned(), "20".to_owned())]);
}

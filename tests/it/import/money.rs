//! Which column of an unknown table says what was paid, in which currency and unit, in the languages companies write.

use habeas::finding::Code;
use habeas::import::answer::Answer;
use habeas::law::category::Category;

use super::{codes, read_file, workbook, zip_of};

/// The sums of an answer: currency and total.
fn sums(answer: &Answer) -> Vec<(String, String)> {
    let sums = answer.totals.categories.values().flat_map(|category| &category.amounts);
    sums.map(|(currency, sum)| (currency.clone(), sum.total.normalize().to_string())).collect()
}

/// Reads one row of a table without a speaking name and checks what it adds up to.
fn check(header: &str, row: &str, currency: &str, total: &str) {
    let answer = read_file("export.csv", format!("{header}\n{row}\n"));
    assert_eq!(sums(&answer), [(currency.to_owned(), total.to_owned())], "{header}");
    assert_eq!(answer.accounts.iter().flat_map(codes).collect::<Vec<_>>(), [], "{header}");
}

#[test]
fn what_was_paid_wins_over_its_parts_in_eight_languages() {
    let cases = [
        ("N° commande;Total HT;TVA;Total TTC", "A1;10,00;2,00;12,00", "12"),
        ("N° commande;Montant net;Frais de port;Montant TTC", "A1;44,00;4,90;52,90", "52.9"),
        ("N° commande;Montant de la remise;Net à payer", "A1;4,00;52,90", "52.9"),
        ("Order ID;Net amount;VAT;Gross amount", "A1;44.00;8.90;52.90", "52.9"),
        ("Order ID;Net price;Gross", "A1;44.00;52.90", "52.9"),
        ("Order ID;Shipping cost;Grand total", "A1;4.90;52.90", "52.9"),
        ("Order ID;Tax amount;Amount", "A1;8.90;52.90", "52.9"),
        ("Order ID;Discount amount;Order amount", "A1;8.90;52.90", "52.9"),
        ("Order ID;Subtotal;Total incl. VAT", "A1;44.00;52.90", "52.9"),
        ("Order ID;Total excl. VAT;Total", "A1;44.00;52.90", "52.9"),
        ("Order ID;Total before discount;Total after discount", "A1;60.00;52.90", "52.9"),
        ("Order ID;Original price;Price", "A1;60.00;52.90", "52.9"),
        ("Order ID;Fee amount;Total;Balance total", "A1;1.00;52.90;900.00", "52.9"),
        ("Order ID;Total points;Amount", "A1;500;52.90", "52.9"),
        ("Order ID;Total weight;Price", "A1;12.50;52.90", "52.9"),
        ("Order ID;total_items;total_price", "A1;3;52.90", "52.9"),
        ("Order ID;Total lines;Total", "A1;3;52.90", "52.9"),
        ("Bestellnummer;Nettobetrag;MwSt;Bruttobetrag", "A1;44,00;8,90;52,90", "52.9"),
        ("Bestellnummer;Versandkosten;Gesamtbetrag inkl. MwSt", "A1;4,90;52,90", "52.9"),
        ("Bestellnummer;Zwischensumme;Rechnungsbetrag", "A1;44,00;52,90", "52.9"),
        ("Número de pedido;Gastos de envío;Importe total", "A1;4,90;52,90", "52.9"),
        ("Número de pedido;Total sin IVA;Total IVA incluido", "A1;44,00;52,90", "52.9"),
        ("Numero ordine;Prezzo di spedizione;Totale ordine", "A1;4,90;52,90", "52.9"),
        ("Numero ordine;Importo imposta;Importo", "A1;8,90;52,90", "52.9"),
        ("Bestelnummer;Verzendkosten;Totaalbedrag incl. btw", "A1;4,90;52,90", "52.9"),
        ("Bestelnummer;Totaal excl. btw;Totaal", "A1;44,00;52,90", "52.9"),
        ("Numer zamówienia;Koszt dostawy;Suma", "A1;4,90;52,90", "52.9"),
        ("Numer zamówienia;Cena netto;Cena brutto", "A1;44,00;52,90", "52.9"),
        ("Número do pedido;Preço do frete;Valor total", "A1;4,90;52,90", "52.9"),
        ("Número do pedido;Valor do imposto;Valor", "A1;8,90;52,90", "52.9"),
    ];
    for (header, row, total) in cases {
        check(header, row, "", total);
        // The order of the columns says nothing.
        let turned = |line: &str| line.split(';').rev().collect::<Vec<_>>().join(";");
        check(&turned(header), &turned(row), "", total);
    }
}

#[test]
fn a_price_of_one_piece_is_multiplied_unless_the_row_says_what_it_cost() {
    let cases = [
        ("Order ID,Product,Unit price,Quantity", "A1,Shoe,10.00,3", "30"),
        ("Order ID,Product,Unit price,Quantity,Line total", "A1,Shoe,10.00,3,30.00", "30"),
        ("Order ID,Product,Price,Quantity,Line total", "A1,Shoe,10.00,3,30.00", "30"),
        ("Order ID,Product,Unit price", "A1,Shoe,10.00", "10"),
        ("Bestellnummer,Artikel,Einzelpreis,Menge", "A1,Schuh,10.00,3", "30"),
        ("Bestellnummer,Artikel,Stückpreis,Anzahl,Gesamtpreis", "A1,Schuh,10.00,3,30.00", "30"),
        ("N° commande,Article,Prix unitaire,Quantité", "A1,Lampe,10.00,3", "30"),
        ("Número de pedido,Artículo,Precio unitario,Cantidad", "A1,Lámpara,10.00,3", "30"),
        ("Numero ordine,Articolo,Prezzo unitario,Quantità", "A1,Lampada,10.00,3", "30"),
        ("Bestelnummer,Artikel,Prijs per stuk,Aantal", "A1,Lamp,10.00,3", "30"),
        ("Numer zamówienia,Artykuł,Cena jednostkowa,Ilość", "A1,Lampa,10.00,3", "30"),
        ("Número do pedido,Artigo,Preço unitário,Quantidade", "A1,Lâmpada,10.00,3", "30"),
    ];
    for (header, row, total) in cases {
        check(header, row, "", total);
    }
}

#[test]
fn the_total_of_an_order_that_stands_in_each_of_its_rows_is_not_what_a_row_cost() {
    let rows = "A1,Shoe,10.00,3,50.00\nA1,Hat,20.00,1,50.00\nA2,Sock,5.00,2,10.00\n";
    let answer = read_file("export.csv", format!("Order ID,Product,Unit price,Quantity,Order total\n{rows}"));
    assert_eq!(sums(&answer), [(String::new(), "60".to_owned())]);
    let rows = "Hut;10,00;30,00;05.01.2024\nRock;20,00;30,00;05.01.2024\n";
    let answer = read_file("export.csv", format!("Artikel;Positionssumme;Gesamtsumme;Datum\n{rows}"));
    assert_eq!(sums(&answer), [(String::new(), "30".to_owned())]);
}

#[test]
fn cents_are_read_as_parts_of_their_currency() {
    let cases = [
        ("order_id,amount_cents,currency", "A1,123456,EUR", "EUR", "1234.56"),
        ("order_id,amount_minor,currency", "A1,599,JPY", "JPY", "599"),
        ("order_id,amount_minor,currency", "A1,599,TND", "TND", "0.599"),
        ("orderId,totalCents", "A1,123456", "", "1234.56"),
        ("order_id,price_in_cents,currency", "A1,5290,usd", "USD", "52.9"),
        ("order_id,total (ct)", "A1,5290", "", "52.9"),
        ("N° commande,Montant (centimes)", "A1,5290", "", "52.9"),
        ("Bestellnummer,Betrag in Cent", "A1,5290", "", "52.9"),
        ("Número de pedido,Importe en céntimos", "A1,5290", "", "52.9"),
        ("Numero ordine,Importo in centesimi", "A1,5290", "", "52.9"),
        ("Bestelnummer,Bedrag in centen", "A1,5290", "", "52.9"),
        ("Numer zamówienia,Kwota w groszach", "A1,5290", "", "52.9"),
        ("Número do pedido,Valor em cêntimos", "A1,5290", "", "52.9"),
        // Decimals of its own prove that a column counts no cents.
        ("order_id,total (ct)", "A1,52.90", "", "52.9"),
    ];
    for (header, row, currency, total) in cases {
        check(header, row, currency, total);
    }
}

#[test]
fn the_name_of_a_column_gives_the_currency_and_unlike_ones_are_not_added() {
    let files: [(&str, &[u8]); 4] = [
        ("a.csv", b"Bestellnummer;Betrag CHF\nA1;10,00\n"),
        ("b.csv", b"Order ID;Amount (INR)\nA1;\"1,23,456.00\"\n"),
        ("c.csv", b"Order ID;Total USD\nA1;3.00\n"),
        ("d.csv", b"Order ID;total_sek\nA1;4.00\n"),
    ];
    let expected = [("CHF", "10"), ("INR", "123456"), ("SEK", "4"), ("USD", "3")];
    let answer = read_file("answer.zip", zip_of(&files));
    let expected: Vec<_> =
        expected.iter().map(|(code, sum)| ((*code).to_owned(), (*sum).to_owned())).collect();
    assert_eq!(sums(&answer), expected);
}

#[test]
fn signs_and_forms_of_amounts_are_read() {
    let cases = [
        ("1.2E3", "", "1200"),
        ("5e-1", "", "0.5"),
        ("₹100", "INR", "100"),
        ("A$5.00", "AUD", "5"),
        ("R$ 3", "BRL", "3"),
        ("20.00 euro", "EUR", "20"),
        ("Fr. 1'000.–", "CHF", "1000"),
        ("1 299:-", "", "1299"),
        ("50 sek", "SEK", "50"),
    ];
    for (text, currency, total) in cases {
        check("Order ID;Total", &format!("A1;{text}"), currency, total);
    }
}

#[test]
fn compounds_are_read_by_their_parts() {
    let amounts = [
        "Gesamtbetrag",
        "Gesamtpreis",
        "Rechnungsbetrag",
        "Bruttobetrag",
        "Nettobetrag",
        "Endsumme",
        "Bestellwert",
        "Verkaufspreis",
        "Totaal",
        "Totaalbedrag",
        "Factuurbedrag",
        "Orderprijs",
        "Totale ordine",
    ];
    for header in amounts {
        check(&format!("zz;{header}"), "a;12,50", "", "12.5");
    }
    for header in ["Bestellnummer;Bestelldatum", "Bestelnummer;Besteldatum"] {
        let answer = read_file("x.csv", format!("{header}\nA1;31.01.2024\n"));
        let categories: Vec<_> = answer.totals.categories.keys().copied().collect();
        assert_eq!(categories, [Category::Purchases], "{header}");
        assert_eq!(
            answer.totals.span().0.map(|first| first.date().to_string()).as_deref(),
            Some("2024-01-31")
        );
    }
}

#[test]
fn a_column_of_amounts_that_cannot_be_read_is_said() {
    let answer = read_file("export.csv", "Order ID;Price\nA1;from 12 to 15\nA2;from 3 to 5\n");
    assert_eq!(codes(&answer.accounts[0]), [Code::AmountUnreadable, Code::AmountUnreadable]);
}

#[test]
fn the_format_of_a_cell_gives_the_currency_of_its_number() {
    let text = |at: &str, text: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let header = format!("<row r=\"1\">{}{}</row>", text("A1", "Order"), text("B1", "Total"));
    let row = |number: u32, style: u32, value: &str| {
        let order = text(&format!("A{number}"), "A1");
        format!("<row r=\"{number}\">{order}<c r=\"B{number}\" s=\"{style}\"><v>{value}</v></c></row>")
    };
    let rows =
        [row(2, 3, "1234.5"), row(3, 3, "0.125"), row(4, 3, "1.125"), row(5, 4, "99.9"), row(6, 0, "3")];
    let sheet = format!("<worksheet><sheetData>{header}{}</sheetData></worksheet>", rows.concat());
    let answer = read_file("book.xlsx", workbook(&[("Orders", &sheet)]));
    let expected = [("", "3"), ("CHF", "1235.75"), ("USD", "99.9")];
    assert_eq!(sums(&answer), expected.map(|(code, sum)| (code.to_owned(), sum.to_owned())));
}

/// Reads a file of CSV and checks its sums.
fn check_sums(name: &str, text: &str, expected: &[(&str, &str)]) {
    let answer = read_file(name, text.to_owned());
    let expected: Vec<_> =
        expected.iter().map(|(code, sum)| ((*code).to_owned(), (*sum).to_owned())).collect();
    assert_eq!(sums(&answer), expected, "{text}");
}

#[test]
fn the_total_of_an_order_that_stands_in_each_of_its_rows_is_counted_once() {
    let cases = [
        "Order ID,Product,Price,Order Total\nA1,Lamp,10.00,30.00\nA1,Chair,20.00,30.00\n",
        "Order ID,Product,Order Total\nA1,Lamp,30.00\nA1,Chair,30.00\n",
        "Order ID,Order Status,Product,Order Total\nA1,shipped,Lamp,10.00\nA1,shipped,Chair,10.00\nA2,shipped,Hat,20.00\n",
        "N° commande,Article,Total TTC\nA1,Lampe,10.00\nA2,Sac,20.00\nA1,Lit,10.00\nA2,Drap,20.00\n",
        "Order ID,Order Type,Product,Price,Quantity,Line total,Order total\nA1,web,Lamp,5.00,2,10.00,30.00\nA1,web,Chair,20.00,1,20.00,30.00\n",
    ];
    for text in cases {
        check_sums("orders.csv", text, &[("", "30")]);
    }
    // What differs within an order is of the row, and so is what one order alone has twice.
    for text in [
        "Order ID,Product,Total\nA1,Lamp,10.00\nA1,Chair,20.00\n",
        "Order ID,Product,Total\nA1,Pen,15.00\nA1,Cup,15.00\n",
    ] {
        check_sums("orders.csv", text, &[("", "30")]);
    }
}

#[test]
fn a_part_is_no_purchase_and_what_was_paid_back_is_none() {
    check_sums("orders.csv", "Order ID,Order Date,Shipping cost\nA1,2024-01-25,4.90\n", &[]);
    check_sums("orders.csv", "Order ID,Order Date,VAT\nA1,2024-01-25,4.90\n", &[]);
    check_sums("commandes.csv", "N° commande;Montant de la remise\nA1;4,90\n", &[]);
    check_sums("commandes.csv", "N° commande;Montant HT;TVA\nA1;10,00;2,00\n", &[("", "10")]);
    check_sums(
        "orders.csv",
        "Order ID,Shipping excl. VAT,Total excl. shipping\nA1,4.00,30.00\n",
        &[("", "30")],
    );
    for (name, text) in [
        ("order_refunds.csv", "Order ID,Order Date,Refund amount\nA1,2024-01-25,10.00\n"),
        ("orders.csv", "Order ID,Order Date,Refund amount\nA1,2024-01-25,10.00\n"),
        ("order_refunds.csv", "Order ID,Order Date,Amount\nA1,2024-01-25,10.00\n"),
    ] {
        let answer = read_file(name, text.to_owned());
        let categories: Vec<_> = answer.totals.categories.keys().copied().collect();
        assert_eq!(categories, [Category::Returns], "{name} {text}");
        assert_eq!(sums(&answer), [(String::new(), "10".to_owned())]);
    }
}

#[test]
fn two_columns_of_two_currencies_are_both_read() {
    let text = "Date,Order ID,Amount (EUR),Amount (USD)\n2024-01-22,A1,100.00,\n2024-01-23,A2,,25.00\n2024-01-24,A3,12.50,0.00\n2024-01-25,A4,0.00,5.00\n";
    check_sums("orders.csv", text, &[("EUR", "112.5"), ("USD", "30")]);
}

#[test]
fn lists_of_a_bank_are_payments_and_no_purchases() {
    let cases = [
        (
            "umsaetze.csv",
            "Buchungstag;Empfänger;Verwendungszweck;Betrag\n22.01.2024;Muster;Einkauf;-45,20\n23.01.2024;Firma;Gehalt;2.500,00\n25.01.2024;Muster;Miete;-800,00\n",
            "1654.8",
        ),
        (
            "transactions.csv",
            "Date;Description;Amount\n2024-01-22;Shop;-45.20\n2024-01-23;Salary;2500.00\n2024-01-25;Rent;-800.00\n",
            "1654.8",
        ),
        (
            "bank.csv",
            "Date;Libellé;Débit;Crédit\n22/01/2024;CARTE;45,20;\n23/01/2024;SALAIRE;;2500,00\n28/01/2024;LOYER;800,00;\n",
            "1654.8",
        ),
        (
            "konto.csv",
            "Datum;Text;Soll;Haben\n22.01.2024;Karte;45,20;0,00\n23.01.2024;Gehalt;0,00;2500,00\n28.01.2024;Miete;-800,00;0,00\n",
            "1654.8",
        ),
    ];
    for (name, text, total) in cases {
        let answer = read_file(name, text.to_owned());
        let categories: Vec<_> = answer.totals.categories.keys().copied().collect();
        assert!(!categories.contains(&Category::Purchases), "{name} {categories:?}");
        assert_eq!(sums(&answer), [(String::new(), total.to_owned())], "{name}");
    }
    let shop = "Date;Order ID;Amount\n2024-01-22;A1;45.20\n2024-01-23;A2;-5.20\n";
    let answer = read_file("orders.csv", shop.to_owned());
    assert!(answer.totals.categories.contains_key(&Category::Purchases));
}

#[test]
fn a_value_is_what_stands_above_it() {
    let text = r#"{"orders":[{"order_id":"A1","amounts":{"net":{"value":"10.00"},"gross":{"value":"12.00"}},"currency":"EUR"}]}"#;
    check_sums("orders.json", text, &[("EUR", "12")]);
    let text = r#"{"orders":[{"order_id":"A1","amounts":{"net":{"value":"10.00"}},"currency":"EUR"}]}"#;
    check_sums("orders.json", text, &[("EUR", "10")]);
}

#[test]
fn a_dash_for_no_cents_is_no_minus() {
    let text = "Artikel;Bestelldatum;Betrag EUR\nLampe;05.01.2024;12,-\nTisch;25.01.2024;30,-\n";
    let answer = read_file("bestellungen.csv", text);
    let bought = &answer.totals.categories[&Category::Purchases].amounts;
    assert_eq!(bought.values().map(|sum| sum.total.to_string()).collect::<Vec<_>>(), ["42"]);
}

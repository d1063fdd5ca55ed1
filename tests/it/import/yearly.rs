//! What was bought, year by year: every made-up answer with amounts is added up a second time from its bytes, by other code than
//! the import's (lines, marks and strings taken apart by hand), and both must say the same.
#![expect(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test may panic where its own lists are wrong"
)]

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use habeas::law::category::Category;
use rust_decimal::Decimal;
use serde_json::Value;
use zip::ZipArchive;

use super::company::{Case, answer_of_case, cases};

/// Where the purchases of an answer stand: case, part of the member's name, columns of date (the first that is filled) and of the
/// amount, and the column by which the amount for a piece is multiplied.
type Source = (&'static str, &'static str, &'static [&'static str], &'static str, &'static str);

const SOURCES: &[Source] = &[
    ("airbnb/first", "reservations.json", &["start_date"], "total", ""),
    ("albert-heijn/first", "kassabonnen.json", &["transactionMoment"], "amount", ""),
    ("allegro/first", "zakupy.csv", &["Data zakupu"], "Cena", ""),
    ("amazon/first", "Retail.OrderHistory.1.csv", &["Order Date"], "Total Owed", ""),
    ("amazon/first", "Retail.OrderHistory.2.csv", &["Order Date"], "Total Owed", ""),
    ("amazon/whole-2022", "Retail.OrderHistory.2.csv", &["Order Date"], "Total Owed", ""),
    ("amazon/whole-2022", "Digital Items.csv", &["OrderDate"], "OurPrice", ""),
    ("amazon/whole-2024", "Retail.OrderHistory.1.csv", &["Order Date"], "Total Owed", ""),
    ("amazon/whole-2024", "Digital Items.csv", &["OrderDate"], "OurPrice", ""),
    ("amazon/whole-2024", "31-Dec-2019.csv", &["Order Date"], "Item Total", ""),
    ("amazon/whole-2026", "Order History.csv", &["Order Date"], "Total Amount", ""),
    ("asos/first", "orders.csv", &["Order Date"], "Price", ""),
    ("auchan/first", "donnees.xlsx", &["Date"], "Montant TTC (€)", ""),
    ("bershka/first", "commandes.csv", &["Date de commande"], "Montant TTC", ""),
    ("bol/first", "bestellingen.csv", &["Besteldatum"], "Prijs", ""),
    ("booking/first", "reservations.json", &["created"], "total_price", ""),
    ("boulanger/first", "donnees.xlsx", &["Date achat"], "Montant", ""),
    ("carrefour/first", "reponse.xlsx", TICKET, "Prix unitaire TTC avec remise (€)", "Quantité"),
    ("carrefour/portability", "portabilite.xlsx", TICKET, "Prix unitaire TTC avec remise (€)", "Quantité"),
    ("cdiscount/first", "commandes.csv", &["Date de commande"], "Montant TTC", ""),
    ("cdiscount/tables-and-letter", "commandes.csv", &["Date de commande"], "Montant TTC", ""),
    ("darty/first", "achats.csv", &["Date d'achat"], "Montant TTC", ""),
    ("darty/workbook", "donnees.xlsx", &["Date de commande"], "Montant TTC (€)", ""),
    ("decathlon/first", "achats.csv", &["Date d'achat"], "Montant", ""),
    ("deliveroo/first", "reponse.eml", &["Date de commande"], "Montant", ""),
    ("e-leclerc/first", "carte.xlsx", &["Date d'achat"], "Montant TTC (€)", ""),
    ("ebay/first", "purchases.csv", &["Purchase date"], "Total price", ""),
    ("ebay/tables-and-letter", "achats.csv", &["Date de la commande"], "Prix", ""),
    ("etsy/first", "orders.csv", &["Order Date"], "Order Total", ""),
    ("fnac/first", "commandes.csv", &["Date"], "Prix", ""),
    ("fnac/tables-and-letter", "achats.csv", &["Date d'achat"], "Prix TTC", ""),
    ("hm/first", "member.json", &["order_date"], "price", ""),
    ("ikea/first", "profil.pdf", &[""], "Net amount:", ""),
    ("klarna/first", "data.json", &["order_date"], "amount", ""),
    ("la-redoute/first", "achats.csv", &["Date d'achat"], "Montant (€)", ""),
    ("la-redoute/tables-and-letter", "commandes.csv", &["Date de la commande"], "Montant TTC (€)", ""),
    ("leroy-merlin/first", "commandes.csv", &["Date de commande"], "Prix TTC", ""),
    ("lidl/first", "einkaeufe.csv", &["Datum"], "Betrag", ""),
    ("mediamarkt/first", "kaeufe.csv", &["Kaufdatum"], "Preis (€)", ""),
    ("opodo/first", "donnees.pdf", &[""], "", ""),
    ("otto-handel/first", "bestellungen.csv", &["Bestelldatum"], "Preis", ""),
    ("payback/first", "umsaetze.csv", &["Datum"], "Preis", ""),
    ("paypal/first", "transactions.csv", &["Date"], "Montant brut", ""),
    ("paypal/pdf", "donnees.pdf", &[""], "Montant", ""),
    ("sarenza/first", "export.xlsx", &["Date de la commande"], "Prix TTC (€)", ""),
    ("shopify/first", "orders_export_1.csv", &["Created at"], "Total", ""),
    ("sncf-connect/first", "donnees.xlsx", &["Date de commande"], "Montant (€)", ""),
    ("spartoo/first", "reponse.html", &["Date commande"], "Montant", ""),
    ("spartoo/mail", "demande.eml", &["Date commande"], "Montant", ""),
    ("temu/first", "Achats.xlsx", &["Date de la commande"], "Total de la commande", ""),
    ("tesco/earlier", "Tesco-Customer-Data.json", &["timeStamp"], "basketValueGross", ""),
    ("tesco/later", "Tesco-Customer-Data.json", &["timestamp"], "basketValueGross", ""),
    ("uber/first", "trips_data.csv", &["Request Time"], "Fare Amount", ""),
    ("uber/later", "trips_data-0.csv", &["request_timestamp_utc"], "fare_amount", ""),
    ("uber/later", "trips_data-1.csv", &["request_time"], "fare_amount", ""),
    ("veepee/first", "commandes.csv", &["Date de commande"], "Montant", ""),
    ("veepee/workbook", "export.xlsx", &["Date de commande"], "Montant (€)", ""),
    ("zalando/first", "bestellungen.csv", &["Bestelldatum"], "Preis", ""),
    ("zalando/mail", "Anfrage.eml", &["Bestelldatum"], "Preis", ""),
    ("zara/first", "pedidos.csv", &["Fecha del pedido"], "Importe", ""),
];

/// A blank date stands in the number of the ticket.
const TICKET: &[&str] = &["Date de transaction", "Numéro du ticket de caisse magasin"];

/// States of orders whose money came back.
const UNDONE: &[&str] = &["Retournée"];

/// Sums and counts per year.
type Years = BTreeMap<String, (Decimal, u64)>;

#[test]
fn purchases_add_up_to_what_the_bytes_say_year_by_year() {
    let mut faults = Vec::new();
    for case in cases() {
        let sources: Vec<&Source> = SOURCES.iter().filter(|(name, ..)| *name == case.name).collect();
        let mut counted = Years::new();
        for (_, member, at, amount, pieces) in sources {
            let found: Vec<_> = case.members.iter().filter(|(path, _)| path.ends_with(member)).collect();
            assert!(!found.is_empty(), "{}: no {member}", case.name);
            for (path, bytes) in found {
                for (date, value) in bought(path, bytes, at, amount, pieces) {
                    let (sum, count) = counted.entry(year(&date)).or_default();
                    *sum += value;
                    *count += 1;
                }
            }
        }
        let read = read(&case);
        if counted != read {
            faults.push(format!("{}: counted {counted:?}, read {read:?}", case.name));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Returns what the import says, all currencies of a year together: here only the addition is tried.
fn read(case: &Case) -> Years {
    let answer = answer_of_case(&case.name);
    let mut years = Years::new();
    for (year, currencies) in
        answer.totals.categories.get(&Category::Purchases).iter().flat_map(|it| &it.years)
    {
        for sum in currencies.values().filter(|sum| sum.count > 0) {
            let (total, count) = years.entry(year.clone()).or_default();
            *total += sum.total;
            *count += sum.count;
        }
    }
    years
}

/// Returns dates and amounts as they stand in a member.
fn bought(path: &str, bytes: &[u8], at: &[&str], amount: &str, pieces: &str) -> Vec<(String, Decimal)> {
    let text = std::str::from_utf8(bytes)
        .map_or_else(|_| encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(), str::to_owned);
    let tables = match path.rsplit('.').next() {
        Some("csv") => vec![separated(text.trim_start_matches('\u{feff}'))],
        Some("xlsx") => sheets(bytes),
        Some("html" | "eml") => {
            text.split("<table").map(|table| marked(table, "<tr", &["<td", "<th"])).collect()
        }
        Some("json") => {
            let value: Value = serde_json::from_str(&text).expect("it is sound");
            let mut found = Vec::new();
            objects(&value, at[0], amount, &mut found);
            return found;
        }
        Some("pdf") => return drawn(&text, amount),
        other => unreachable!("{path}: {other:?}"),
    };
    let mut found = Vec::new();
    for table in tables {
        let Some((header, rows)) = table.split_first() else { continue };
        let place = |name: &str| header.iter().position(|column| column == name);
        let Some(amount) = place(amount) else { continue };
        for row in rows.iter().filter(|row| !row.iter().any(|cell| UNDONE.contains(&cell.trim()))) {
            let cell =
                |column: usize| row.get(column).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
            let date = at.iter().filter_map(|name| place(name)).find_map(cell).unwrap_or_default();
            let Some(value) = cell(amount).and_then(number) else { continue };
            let times = place(pieces).and_then(cell).and_then(number).unwrap_or(Decimal::ONE);
            found.push((date.to_owned(), value * times));
        }
    }
    found
}

/// Four digits that are a year, or the last two of a date.
fn year(date: &str) -> String {
    let numbers: Vec<&str> =
        date.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let whole = numbers.iter().find(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20")));
    match (whole, numbers.as_slice()) {
        (Some(year), _) => (*year).to_owned(),
        (None, [_, _, short]) if short.len() == 2 => format!("20{short}"),
        (None, _) => String::new(),
    }
}

/// The last sign before one or two digits is that of the fraction.
fn number(text: &str) -> Option<Decimal> {
    let signs: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '-')).collect();
    let (whole, fraction) = match signs.rsplit_once([',', '.']) {
        Some((whole, fraction)) if fraction.len() <= 2 => (whole, fraction),
        _ => (signs.as_str(), ""),
    };
    if !signs.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    format!("{}.{fraction}0", whole.replace([',', '.'], "")).parse().ok()
}

fn separated(text: &str) -> Vec<Vec<String>> {
    let header = text.lines().next().unwrap_or_default();
    let sign = if header.matches(';').count() > header.matches(',').count() { ';' } else { ',' };
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    for letter in text.chars() {
        let row = rows.last_mut().expect("there is one");
        match letter {
            '"' => is_quoted = !is_quoted,
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            _ if letter == sign && !is_quoted => row.push(String::new()),
            _ => row.last_mut().expect("there is one").push(letter),
        }
    }
    rows
}

fn sheets(bytes: &[u8]) -> Vec<Vec<Vec<String>>> {
    let mut book = ZipArchive::new(Cursor::new(bytes)).expect("it opens");
    let mut sheets = Vec::new();
    for index in 0..book.len() {
        let mut member = book.by_index(index).expect("it is there");
        if member.name().is_ok_and(|name| name.starts_with("xl/worksheets/")) {
            let mut text = String::new();
            member.read_to_string(&mut text).expect("it is text");
            sheets.push(marked(&text, "<row", &["<c"]));
        }
    }
    sheets
}

/// Rows and cells between marks; the text of a cell is what stands outside of marks.
fn marked(text: &str, row: &str, cells: &[&str]) -> Vec<Vec<String>> {
    let begins = |piece: &str| {
        cells
            .iter()
            .any(|cell| piece.strip_prefix(&cell[1..]).is_some_and(|rest| rest.starts_with([' ', '>', '/'])))
    };
    let rows = text.split(row).skip(1);
    let cells_of = |row: &str| {
        let mut cells: Vec<String> = Vec::new();
        for piece in row.split('<') {
            if begins(piece) {
                // A workbook leaves out blank cells and says where the others stand.
                let place = piece.split_once("r=\"").map_or(0, |(_, place)| column_of(place));
                while cells.len() < place {
                    cells.push(String::new());
                }
                cells.push(String::new());
            }
            let (Some(cell), Some((_, words))) = (cells.last_mut(), piece.split_once('>')) else { continue };
            cell.push_str(words.trim());
        }
        cells
    };
    rows.map(cells_of).collect()
}

/// The number of the column a place such as `AB12` is in, from nought.
fn column_of(place: &str) -> usize {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase);
    letters.fold(0, |column, letter| column * 26 + usize::from(letter - b'A') + 1).saturating_sub(1)
}

/// Every object that has a date of this name, with the amount in it.
fn objects(value: &Value, at: &str, amount: &str, found: &mut Vec<(String, Decimal)>) {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    if let Some(object) = value.as_object()
        && let Some(date) = object.get(at)
    {
        let inner = object.values().find_map(|inner| inner.get(amount));
        let value = object.get(amount).or(inner);
        found.extend(value.and_then(|value| Some((text(date), number(&text(value))?))));
        return;
    }
    let inner = value.as_array().into_iter().flatten();
    let inner = inner.chain(value.as_object().into_iter().flat_map(|object| object.values()));
    inner.for_each(|inner| objects(inner, at, amount, found));
}

/// The strings a page draws: an amount stands behind its label, or in the row of its date; the date before it.
fn drawn(text: &str, amount: &str) -> Vec<(String, Decimal)> {
    let strings =
        text.lines().filter_map(|line| line.strip_suffix(") Tj")?.split_once("Tm (")).map(|(_, text)| text);
    let (mut found, mut date, mut is_next) = (Vec::new(), String::new(), false);
    for string in strings {
        let is_date = string.len() >= 10
            && !year(string).is_empty()
            && string.starts_with(|c: char| c.is_ascii_digit());
        if is_date {
            string.clone_into(&mut date);
        } else if is_next || amount.is_empty() && string.contains('€') {
            found.extend(number(string).map(|value| (date.clone(), value)));
        }
        is_next = !amount.is_empty() && string == amount;
    }
    found
}

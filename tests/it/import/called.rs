//! What a file is called decides nothing that its content tells: tables under the names of texts, and formats under those of others.

use super::{read_file, workbook, zip_of};

/// The format a file of this name and content is read as.
fn format(name: &str, bytes: impl Into<Vec<u8>>) -> String {
    let answer = read_file(name, bytes);
    answer.accounts.first().map(|account| account.format.to_string()).unwrap_or_default()
}

const TABLES: &[&str] = &[
    "Order number;Order date;Total\nB1;2024-01-05;5,00\nB2;2024-01-06;6,00\n",
    "Order number;Order date;Total\nB1;2024-01-05;5,00\n",
    "Order number\tOrder date\tTotal\nB1\t2024-01-05\t5.00\nB2\t\t6.00\n",
    "id|when|ip\n1|2024-01-05|192.0.2.1\n2|2024-01-06|192.0.2.2\n",
    "id,when,what\n1,2024-01-05,\"a, b and c\"\n2,2024-01-06,\"said \"\"no, never\"\".\"\n",
    "Date, Article, Montant\n2024-01-05, Pull, 5.00\n2024-01-06, Robe, 6.00\n",
    "2024-01-05,192.0.2.1,login\n2024-01-06,192.0.2.2,login\n2024-01-07,192.0.2.1,logout\n",
    "\u{feff}Datum;Suchbegriff\n05.01.2024;rote Schuhe, Größe 38\n06.01.2024;Hut\n",
    "Nom;Commentaire\nCamille;\"Bonjour,\nmerci beaucoup.\nAu revoir\"\nLea;Rien\n",
    "sep=,\na,b\n1,2\n",
];

const TEXTS: &[&str] = &[
    "Dear Camille,\nthank you for your request.\nYours,\nthe shop\n",
    "Dear Camille, thank you for writing,\nwe hold your name, as you asked,\nand nothing else, we believe,\n",
    "In January you paid 5,00 euros\nIn February you paid 6,00 euros\n",
    "Name: Camille\nCity: Lyon, France\nOrder: B1; B2\n",
    "Day: 2024-01-05; Total: 5.00\nDay: 2024-01-06; Total: 6.00\n",
    "Sehr geehrte Frau Muster, wir danken Ihnen.\nAnbei, wie gewünscht, Ihre Daten.\nMit freundlichen Grüßen, Ihr Laden\n",
    "Bonjour Camille,\n\nvous avez demandé vos données ; les voici.\nNous les gardons trois ans ; ensuite elles sont effacées.\n",
    "2024-01-05 10:00:00 login from 192.0.2.1\n2024-01-06 10:00:00 login from 192.0.2.2\n",
    "Lyon, le 5 janvier 2024\nMadame, Monsieur\nNous avons reçu votre demande.\n",
    "Yes, we do.\nNo, we do not.\nWell, perhaps.\n",
    "one line, with commas, and no other",
];

#[test]
fn a_table_is_one_under_any_name_and_a_text_with_commas_is_none() {
    for name in ["data.txt", "export.log", "export.dat", "donnees", "export.bak", "rows.json"] {
        for text in TABLES {
            assert_eq!(format(name, *text), "csv", "{name}: {text}");
        }
        for text in TEXTS.iter().filter(|_| name != "rows.json") {
            assert_eq!(format(name, *text), "txt", "{name}: {text}");
        }
    }
    for text in TABLES {
        assert_eq!(format("export.tsv", *text), "csv", "{text}");
    }
}

#[test]
fn a_file_under_the_name_of_another_format_is_read_by_its_content() {
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Order</v></c></row>\
                 <row r=\"2\"><c r=\"A2\" t=\"str\"><v>B1</v></c></row></sheetData></worksheet>";
    let book = workbook(&[("Orders", sheet)]);
    let page = "<!DOCTYPE html><html><table><tr><th>Order</th></tr><tr><td>B1</td></tr></table></html>";
    let texts = [
        (page, "html", ["x.xls", "x.csv", "x.json", "x.txt"].as_slice()),
        ("<html><body><p>Order: B1</p></body></html>", "html", &["x.xls", "x.tsv", "x.dat"]),
        (
            "<?xml version=\"1.0\"?><orders><order><id>B1</id></order></orders>",
            "xml",
            &["x.csv", "x.json", "x.xls"],
        ),
        ("[{\"order\": \"B1\"}]", "json", &["x.csv", "x.txt", "x.xls", "x.html", "x"]),
        ("{\"order\": \"B1\"}\n{\"order\": \"B2\"}\n", "ndjson", &["x.csv", "x.json", "x.txt"]),
        (TABLES[0], "csv", &["x.json", "x.xls", "x.xlsx", "x.jsonl", "x.xml"]),
        ("BEGIN:VCARD\nVERSION:3.0\nFN:Camille\nEND:VCARD\n", "vcf", &["x.csv", "x.txt", "x"]),
    ];
    for (text, expected, names) in texts {
        for name in names {
            assert_eq!(format(name, text), expected, "{name}: {text}");
        }
    }
    for name in ["x.csv", "x.xls", "x.json", "x.pdf", "x.zip", "x"] {
        let answer = read_file(name, book.clone());
        assert_eq!((&*answer.accounts[0].format, answer.coverage.records), ("xlsx", 1), "{name}");
    }
    for name in ["x.pdf", "x.csv", "x.txt", "x.dat", "x"] {
        let answer = read_file(name, zip_of(&[("orders.csv", TABLES[0].as_bytes())]));
        assert_eq!(answer.coverage.records, 2, "{name}");
    }
}

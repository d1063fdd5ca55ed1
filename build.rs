//! Lists the data files that are compiled in, so that adding a language, a letter or a company is adding a file.
//!
//! In: `templates/wording/<language>/*.ftl`, `templates/letters/<language>/*.txt`, `src/import/recipes/*.yaml`,
//! `src/inbox/phrases/*.txt`, `templates/audit/*.txt`, `src/import/generic/words.yaml`, `companies.yaml`. Out, in `OUT_DIR`:
//! tables of names and texts, of wording the place of every sentence too; the recipes, the words and the companies as JSON,
//! which is read many times faster than what people write; the names of the companies, so that one is read alone, an index
//! of them for the search, and a fingerprint of their addresses.
//! Not here: what the files mean; the rooms parse them.

#![expect(clippy::disallowed_methods, reason = "a build script reads the source tree")]

use std::fmt::{self, Write as _};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use directory::index::{self, Entry, Stamp};

/// The part of the room `directory` that makes an index of names, so that no search has to make that of the built-in ones.
#[path = "src/directory"]
#[expect(dead_code, unreachable_pub, reason = "the other parts of these files search")]
mod directory {
    pub mod index;
    mod spelling;
    mod words;
}

/// The statuses of companies in the order of `directory::search::standing`.
const STANDINGS: [&str; 3] = ["usable", "incomplete", "closed"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    println!("cargo::rerun-if-changed=build.rs");

    fs::write(out.join("wording.rs"), wording(&root.join("templates/wording"), &out)?)?;
    fs::write(out.join("letters.rs"), by_language(&root.join("templates/letters"), "txt")?)?;
    fs::write(out.join("audit.rs"), texts_of(&root.join("templates/audit"), "txt")?)?;
    fs::write(out.join("recipes.rs"), recipes(&root.join("src/import/recipes"))?)?;
    fs::write(out.join("words.json"), words(&root.join("src/import/generic/words.yaml"))?)?;
    fs::write(out.join("phrases.rs"), texts_of(&root.join("src/inbox/phrases"), "txt")?)?;
    fs::write(out.join("months.rs"), months(&root.join("src/inbox/phrases"))?)?;
    let companies = companies(&root.join("companies.yaml"))?;
    fs::write(out.join("contacts.rs"), format!("{:?}", fingerprint(&companies)))?;
    let table = table(&companies);
    let index = index::build(table.entries, Stamp::default()).map_err(io::Error::other)?;
    fs::write(out.join("companies.index"), index)?;
    fs::write(out.join("companies.txt"), table.heads)?;
    fs::write(out.join("companies.json"), table.records)
}

/// Reads the companies, without comments, anchors and line numbers. A fault stops the build and shows its lines.
fn companies(file: &Path) -> io::Result<Vec<serde_json::Value>> {
    println!("cargo::rerun-if-changed={}", file.display());
    // Norway is no boolean.
    let options = serde_yaml::options! { strict_booleans: true };
    serde_yaml::from_str_with_options(&fs::read_to_string(file)?, options).map_err(io::Error::other)
}

/// A number that changes when an address of any company does (FNV-1a, 64 bits).
fn fingerprint(companies: &[serde_json::Value]) -> String {
    let address =
        |contact: &serde_json::Value| texts(contact, "/kind").concat() + &texts(contact, "/value").concat();
    let contacts = |company: &serde_json::Value| -> Vec<String> {
        let contacts = company.get("contacts").and_then(serde_json::Value::as_array);
        contacts.into_iter().flatten().map(address).collect()
    };
    let facts =
        companies.iter().flat_map(|company| [texts(company, "/id").concat(), contacts(company).join("\0")]);
    let bytes = facts.flat_map(|fact| fact.into_bytes().into_iter().chain([b'\n']));
    let add = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    format!("{:016x}", bytes.fold(0xcbf2_9ce4_8422_2325, add))
}

/// The companies as they are compiled in: texts and no table of texts, since each address in the program costs every start
/// of it.
#[derive(Default)]
struct Table<'a> {
    /// A line for each company: its ids, its names, its controller, and from where to where its record stands; a tab between
    /// these, U+001F within them.
    heads: String,
    /// The records as JSON, one after the other.
    records: String,
    /// What the index is made of.
    entries: Vec<Entry<'a>>,
}

fn table(companies: &[serde_json::Value]) -> Table<'_> {
    let mut table = Table::default();
    for company in companies {
        let joint = company.get("joint_controllers").and_then(serde_json::Value::as_array);
        let joint = joint.into_iter().flatten().flat_map(|entity| texts(entity, "/name")).collect();
        // In the order of `directory::search::names`.
        let names = [
            texts(company, "/name"),
            texts(company, "/brands"),
            texts(company, "/controller/name"),
            texts(company, "/id"),
            texts(company, "/formerly"),
            joint,
            texts(company, "/representative/name"),
        ];
        let names = names.concat();
        let ids = [texts(company, "/id"), texts(company, "/formerly")].concat();
        let start = table.records.len();
        table.records += &company.to_string();
        let span = [start.to_string(), table.records.len().to_string()].join("\u{1f}");
        let fields =
            [ids.join("\u{1f}"), names.join("\u{1f}"), texts(company, "/controller/name").concat(), span];
        assert!(
            !fields.concat().contains(['\t', '\n']),
            "a tab or a line feed in the names of {}",
            ids.concat()
        );
        table.heads += &(fields.join("\t") + "\n");
        let status = texts(company, "/status").concat();
        let standing =
            STANDINGS.iter().position(|known| *known == status).and_then(|at| u32::try_from(at).ok());
        table.entries.push(Entry {
            names,
            countries: texts(company, "/countries"),
            standing: standing.expect("a status of the schema"),
            place: 0..0,
        });
    }
    table
}

/// The text, or the texts of the list, at a place of a record; none where nothing stands.
fn texts<'a>(record: &'a serde_json::Value, place: &str) -> Vec<&'a str> {
    match record.pointer(place) {
        Some(serde_json::Value::Array(list)) => list.iter().filter_map(serde_json::Value::as_str).collect(),
        other => other.and_then(serde_json::Value::as_str).into_iter().collect(),
    }
}

/// Writes `&[(language, stem, text), …]`, sorted.
fn by_language(folder: &Path, extension: &str) -> io::Result<String> {
    let mut table = String::from("&[\n");
    for language in sorted(folder)? {
        for file in sorted(&language)?.into_iter().filter(|file| has_extension(file, extension)) {
            row(&mut table, &[&name(&language), &stem(&file)], &file, "");
        }
    }
    Ok(table + "]\n")
}

/// Writes `("code code …", &[Compiled { … }, …])`: of every language the stems of its files and what stands in them, one after
/// the other; its keys in one text; and of every sentence, sorted by key, the number of its file, where its key stands in
/// that text, and where it stands itself. Few texts and numbers for the rest: each address in the program costs every start
/// of it, and what is read together stands together.
fn wording(folder: &Path, out: &Path) -> io::Result<String> {
    let (mut codes, mut table) = (Vec::new(), String::from("&[\n"));
    for language in sorted(folder)? {
        let files: Vec<PathBuf> =
            sorted(&language)?.into_iter().filter(|file| has_extension(file, "ftl")).collect();
        let mut text = String::new();
        let mut sentences: Vec<(String, usize, usize, usize)> = Vec::new();
        for (number, file) in files.iter().enumerate() {
            println!("cargo::rerun-if-changed={}", file.display());
            let before = text.len();
            text += &fs::read_to_string(file)?;
            let found = sentences_of(text.get(before..).unwrap_or_default());
            sentences
                .extend(found.into_iter().map(|(key, from, to)| (key, number, before + from, before + to)));
        }
        sentences.sort();
        let (mut keys, mut places) = (String::new(), Vec::new());
        for (key, file, from, to) in sentences {
            places.push((file, keys.len(), keys.len() + key.len(), from, to));
            keys += &key;
        }
        let stems: Vec<String> = files.iter().map(|file| stem(file)).collect();
        let written = out.join(format!("{}.ftl", name(&language)));
        fs::write(&written, text)?;
        writeln!(
            table,
            "    Compiled {{ stems: {:?}, text: include_str!({:?}), keys: {keys:?}, places: &{places:?} }},",
            stems.join(" "),
            written.display().to_string()
        )
        .expect("writing to a string cannot fail");
        codes.push(name(&language));
    }
    Ok(format!("({:?}, {table}])\n", codes.join(" ")))
}

/// Finds the sentences of a wording file: key, begin and end. One ends where the next one, or a comment, begins.
fn sentences_of(text: &str) -> Vec<(String, usize, usize)> {
    let mut sentences: Vec<(String, usize, usize)> = Vec::new();
    let (mut at, mut is_inside) = (0, false);
    for line in text.split_inclusive('\n') {
        let key = line.split_once(" =").map(|(key, _)| key);
        let key = key.filter(|_| line.starts_with(|first: char| first.is_ascii_lowercase()));
        if let Some(key) = key {
            sentences.push((key.to_owned(), at, at));
        }
        is_inside = key.is_some() || is_inside && !line.starts_with('#');
        at += line.len();
        if let Some((.., end)) = sentences.last_mut().filter(|_| is_inside) {
            *end = at;
        }
    }
    sentences
}

/// Writes `&[(stem, JSON), …]`, sorted. A fault stops the build and shows its lines.
fn recipes(folder: &Path) -> io::Result<String> {
    let options = serde_yaml::options! { strict_booleans: true };
    let mut table = String::from("&[\n");
    for file in sorted(folder)?.into_iter().filter(|file| has_extension(file, "yaml")) {
        println!("cargo::rerun-if-changed={}", file.display());
        let text = fs::read_to_string(&file)?;
        let fault = |error| io::Error::other(format!("{}: {error}", file.display()));
        let recipe: serde_json::Value =
            serde_yaml::from_str_with_options(&text, options.clone()).map_err(fault)?;
        writeln!(table, "    ({:?}, {:?}),", stem(&file), recipe.to_string())
            .expect("writing to a string cannot fail");
    }
    Ok(table + "]\n")
}

/// Writes what words say as JSON, in the order of the file, which decides between equals. A fault stops the build.
fn words(file: &Path) -> io::Result<String> {
    println!("cargo::rerun-if-changed={}", file.display());
    let options = serde_yaml::options! { strict_booleans: true };
    let parts: Ordered<Ordered<Vec<String>>> =
        serde_yaml::from_str_with_options(&fs::read_to_string(file)?, options).map_err(io::Error::other)?;
    let object = |entries: Vec<(String, String)>| {
        let member = |(name, value)| format!("{name:?}:{value}");
        format!("{{{}}}", entries.into_iter().map(member).collect::<Vec<String>>().join(","))
    };
    let lists = |Ordered(lists): Ordered<Vec<String>>| {
        let list = |(name, words)| (name, serde_json::Value::from(words).to_string());
        object(lists.into_iter().map(list).collect())
    };
    Ok(object(parts.0.into_iter().map(|(name, part)| (name, lists(part))).collect()))
}

/// A mapping in the order of the file.
struct Ordered<V>(Vec<(String, V)>);

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Ordered<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for Entries<V> {
            type Value = Ordered<V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a mapping")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ordered<V>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Ordered(entries))
            }
        }
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

/// The names of the months in every language, each with its number: a line of the part `months` has those of one month.
fn months(folder: &Path) -> io::Result<String> {
    let mut names = Vec::new();
    for file in sorted(folder)?.into_iter().filter(|file| has_extension(file, "txt")) {
        println!("cargo::rerun-if-changed={}", file.display());
        let text = fs::read_to_string(&file)?;
        let part = text.lines().skip_while(|line| *line != "== months").skip(1);
        let lines = part.take_while(|line| !line.starts_with("==")).filter(|line| !line.trim().is_empty());
        for (number, line) in (1_u32..).zip(lines) {
            names.extend(line.split('|').map(|name| (name.trim().to_owned(), number)));
        }
    }
    Ok(format!("&{names:?}"))
}

/// Writes `&[(stem, text), …]`, sorted.
fn texts_of(folder: &Path, extension: &str) -> io::Result<String> {
    let mut table = String::from("&[\n");
    for file in sorted(folder)?.into_iter().filter(|file| has_extension(file, extension)) {
        row(&mut table, &[&stem(&file)], &file, "");
    }
    Ok(table + "]\n")
}

fn row(table: &mut String, names: &[&str], file: &Path, more: &str) {
    let names: String = names.iter().map(|name| format!("{name:?}, ")).collect();
    writeln!(table, "    ({names}include_str!({:?}){more}),", file.display().to_string())
        .expect("writing to a string cannot fail");
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    entries.sort();
    Ok(entries)
}

fn has_extension(file: &Path, extension: &str) -> bool {
    file.extension().is_some_and(|found| found == extension)
}

fn name(path: &Path) -> String {
    path.file_name().expect("entries of a folder have names").to_string_lossy().into_owned()
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("entries of a folder have names").to_string_lossy().into_owned()
}

//! Which way the doors open: the table in the header of `src/lib.rs`, held against the code.
//!
//! The table is read from there, so that it cannot say one thing and the code do another.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{File, assert_none, file, files};

/// Libraries that exactly one room may use, so that they can be exchanged in one place; `mail_parser` two: a mail is a
/// reply (`inbox`) and a file that a company sends (`import`), and neither room has a door to the other.
const LIBRARIES: [(&str, usize); 9] = [
    ("calamine", 1),
    ("csv", 1),
    ("hayro_syntax", 1),
    ("lettre", 1),
    ("mail_parser", 2),
    ("pdf_writer", 1),
    ("rusqlite", 1),
    ("serde_yaml", 1),
    ("zip", 1),
];

/// A row of the table.
struct Room {
    /// The rooms it may use; none means all.
    may_use: Option<BTreeSet<String>>,
    /// The files and folders in which it touches the world.
    world: Vec<String>,
    /// Whether more files may touch the world than the table names.
    world_is_open: bool,
}

#[test]
fn the_table_of_rooms_and_the_folders_agree() {
    let rooms = rooms();
    let found: BTreeSet<String> = files().iter().filter_map(|file| room_of(&file.path)).collect();
    let named: BTreeSet<String> = rooms.keys().cloned().collect();
    assert_eq!(
        named, found,
        "the table in src/lib.rs names the rooms on the left, src has those on the right"
    );
    for (name, room) in &rooms {
        for used in room.may_use.iter().flatten() {
            assert!(rooms.contains_key(used), "src/lib.rs: `{name}` may use `{used}`, which is no room");
        }
    }
}

#[test]
fn rooms_use_only_the_doors_in_the_table() {
    let rooms = rooms();
    let mut faults = Vec::new();
    for file in files() {
        let Some(name) = room_of(&file.path) else { continue };
        let Some(may_use) = rooms.get(&name).and_then(|room| room.may_use.as_ref()) else { continue };
        for (line, used) in uses(file) {
            if used != name && !may_use.contains(&used) {
                faults.push(file.fault(line, &format!("`{name}` has no door to `{used}`")));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn no_way_round_the_doors() {
    let mut faults = Vec::new();
    for file in files().iter().filter(|file| file.is_rust() && room_of(&file.path).is_some()) {
        let depth = depth(&file.path);
        for (line, text) in file.code() {
            if text.contains(&"super::".repeat(depth)) {
                faults
                    .push(file.fault(line, "leaves its room through `super`; rooms are named by `crate::`"));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn the_doors_make_no_circle() {
    let rooms = rooms();
    let mut closed: BTreeSet<&str> = BTreeSet::new();
    loop {
        let open: Vec<_> = rooms.iter().filter(|(name, _)| !closed.contains(name.as_str())).collect();
        if open.is_empty() {
            return;
        }
        let free = open.iter().find(|(name, room)| match &room.may_use {
            Some(used) => used.iter().all(|used| used == *name || closed.contains(used.as_str())),
            None => open.len() == 1,
        });
        let (name, _) = free.unwrap_or_else(|| {
            let names: Vec<_> = open.iter().map(|(name, _)| name.as_str()).collect();
            panic!("src/lib.rs: these rooms use each other in a circle: {}", names.join(", "))
        });
        closed.insert(name);
    }
}

#[test]
fn formats_and_containers_know_no_recipe() {
    let mut faults = Vec::new();
    for file in files().iter().filter(|file| {
        file.is_rust() && (file.is_in("src/import/format/") || file.is_in("src/import/container/"))
    }) {
        for (line, text) in file.lines() {
            if text.to_lowercase().contains("recipe") {
                faults.push(file.fault(line, "a format or container that knows of recipes knows companies"));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn no_rust_names_a_company_to_tell_it_apart() {
    let companies = habeas::directory::source::built_in().expect("readable");
    let mut faults = Vec::new();
    for file in files().iter().filter(|file| file.is_rust() && file.is_in("src/") && !file.is_in("src/cli/"))
    {
        for (line, text) in file.code() {
            for company in &companies {
                if text.contains(&format!("\"{}\"", company.id())) {
                    faults.push(file.fault(line, "a company is data: companies.yaml, or its recipe"));
                }
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn only_rim_files_touch_the_world_and_the_map_names_them() {
    let rooms = rooms();
    let mut faults = Vec::new();
    let rust = || files().iter().filter(|file| file.is_rust() && file.is_in("src/"));
    for file in rust() {
        let says = file.header().first().is_some_and(|line| line.starts_with("RIM"));
        if file.path != "src/lib.rs" && says != touches_the_world(file) {
            faults.push(
                file.fault(1, "RIM in the header and `expect(clippy::disallowed_methods)` go together"),
            );
        }
        let room = room_of(&file.path).and_then(|name| rooms.get(&name));
        let named = room.is_some_and(|room| room.world_is_open || is_named(file, &room.world));
        if touches_the_world(file) && !named {
            faults.push(file.fault(1, "touches the world and src/lib.rs does not name it"));
        }
    }
    for (name, room) in &rooms {
        for world in &room.world {
            let real = rust().any(|file| {
                room_of(&file.path).as_ref() == Some(name)
                    && is_named(file, std::slice::from_ref(world))
                    && touches_the_world(file)
            });
            if !real {
                let map = file("src/lib.rs");
                let line = map.lines().find(|(_, line)| line.starts_with(&format!("//! | `{name}`")));
                let line = line.map_or(1, |(line, _)| line);
                faults.push(map.fault(line, &format!("names `{world}`, which touches nothing")));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn each_library_has_one_room() {
    let mut faults = Vec::new();
    for (library, rooms_max) in LIBRARIES {
        let mut rooms: BTreeMap<String, String> = BTreeMap::new();
        for file in files() {
            let Some(room) = room_of(&file.path) else { continue };
            for (line, _) in file.code().filter(|(_, text)| names_library(text, library)) {
                rooms.entry(room.clone()).or_insert_with(|| file.fault(line, library));
            }
        }
        if rooms.len() != rooms_max {
            let places: Vec<_> = rooms.values().cloned().collect();
            faults.push(format!(
                "`{library}` belongs to as many rooms as the list says: {}",
                places.join(", ")
            ));
        }
    }
    assert_none(&faults);
}

#[test]
fn every_dependency_is_used() {
    let manifest = file("Cargo.toml");
    let mut section = "";
    let mut faults = Vec::new();
    for (line, text) in manifest.lines() {
        if text.starts_with('[') {
            section = text;
        }
        let Some((name, _)) = text.split_once(" = ").filter(|_| section == "[dependencies]") else {
            continue;
        };
        let module = name.replace('-', "_");
        let used = files()
            .iter()
            .filter(|file| file.is_rust() && file.is_in("src/"))
            .any(|file| file.code().any(|(_, text)| names_library(text, &module)));
        if !used && !name.starts_with('#') {
            faults.push(manifest.fault(line, &format!("`{name}` is used nowhere in src")));
        }
    }
    assert_none(&faults);
}

/// Reads the table of the header of `src/lib.rs`.
fn rooms() -> BTreeMap<String, Room> {
    let header = file("src/lib.rs").header();
    let rows: Vec<Vec<&str>> = header
        .iter()
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() > 5, "src/lib.rs: the table of rooms is not where it was");
    let mut rooms = BTreeMap::new();
    for row in rows {
        let [names, may_use, world] = row.as_slice() else {
            panic!("src/lib.rs: a row of the table has not three columns: {row:?}")
        };
        for name in quoted(names) {
            let may_use = match *may_use {
                "all" => None,
                "nothing in the house" => Some(BTreeSet::new()),
                list => Some(list.split(',').map(|room| room.trim().trim_matches('`').to_owned()).collect()),
            };
            let world_is_open = world.contains("the user named");
            rooms.insert(name, Room { may_use, world: quoted(world), world_is_open });
        }
    }
    rooms
}

fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The room a file of `src` belongs to; none for the map, the program and what is no Rust.
fn room_of(path: &str) -> Option<String> {
    let inside = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let room = inside.split('/').next()?;
    (!["lib", "main"].contains(&room)).then(|| room.to_owned())
}

/// How many `super::` lead from a file to the root of the crate.
fn depth(path: &str) -> usize {
    let steps = path.matches('/').count();
    if path.ends_with("/mod.rs") { steps - 1 } else { steps }
}

/// The rooms a file names by `crate::`, with the line.
fn uses(file: &File) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (line, text) in file.code() {
        for (at, mark) in text.match_indices("crate::") {
            let is_ours = !text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
            let rest = &text[at + mark.len()..];
            if is_ours {
                let names = rest.strip_prefix('{').map_or_else(|| vec![rest], outer_names);
                found.extend(names.into_iter().map(|name| (line, identifier(name))));
            }
        }
    }
    found
}

/// The first parts of a list of imports: `a::{b, c}, d` gives `a…` and `d`.
fn outer_names(list: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    let parts = list.split(move |character| {
        depth += i32::from(character == '{') - i32::from(character == '}');
        character == ',' && depth == 0
    });
    parts.map(str::trim).filter(|part| !identifier(part).is_empty()).collect()
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect()
}

fn touches_the_world(file: &File) -> bool {
    file.lines().any(|(_, line)| line.starts_with("#![expect(clippy::disallowed_methods"))
}

fn is_named(file: &File, world: &[String]) -> bool {
    let inside = file.path.trim_start_matches("src/").split_once('/').map_or("", |(_, inside)| inside);
    world.iter().any(|name| if name.ends_with('/') { inside.starts_with(name) } else { inside == name })
}

/// Tells whether a line names a library as a path's first part, or imports it whole.
fn names_library(text: &str, library: &str) -> bool {
    let paths = text.match_indices(library).any(|(at, _)| {
        let before = &text[..at];
        let after = &text[at + library.len()..];
        let begins = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
        begins && (after.starts_with("::") || after.starts_with("!("))
    });
    paths || text.trim() == format!("use {library};")
}

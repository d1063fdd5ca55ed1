//! Index: the names of many companies as bytes, searched without reading the records.
//!
//! In: of each record its names, countries and where it stands in its file; later, what somebody typed. Out: bytes to
//! keep beside that file; later, the records whose names are near, the best first. The records of an import are then
//! read one by one, at their places. Not here: opening files; what the records say.
//!
//! Format 1. All numbers are unsigned, little-endian, of four bytes unless it is said otherwise.
//!
//! ```text
//! 8 bytes   "habeasI1"; a reader that finds anything else makes the index again
//! 16 bytes  the stamp: size in bytes and time of change in nanoseconds of the file it was made of, eight bytes each
//! 7 numbers the bytes of each of the sections, which follow in this order
//! records   of each record: place (8 bytes), length in bytes, countries (number of a line), standing
//! countries one line for each set of countries: "FR DE\n"
//! names     of each name: number of the record, position among its names, end in `text`
//! text      the folded words of each name, with blanks between them
//! keys      of each key, sorted: mask of its letters, end in `letters`, end in `uses`
//! letters   the keys, each after a line break: words, runs of two words, whole names
//! uses      for each key the names that have it: numbers of seven bits a byte, each the distance to the one before
//! ```
//!
//! A search looks through the masks of all keys and counts edits where so few letters differ that it may be worth it. A
//! damaged index gives too few records or none, or wrong numbers: what the caller finds at a place is checked like
//! any other record.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use memchr::memmem;

use super::spelling::{Nearness, Query, Unit, runs};
use super::words::telling_words;

const MAGIC: &[u8; 8] = b"habeasI1";
const STAMP_BYTES: usize = 16;
const SECTIONS: usize = 7;
const HEAD_BYTES: usize = MAGIC.len() + STAMP_BYTES + 4 * SECTIONS;
const RECORD_BYTES: usize = 20;
const ENTRY_BYTES: usize = 12;

/// Letters from which a key is looked for inside others, not only at their beginning.
const INSIDE_MIN: usize = 3;

/// What an index was made of. If the file has another one now, the index does not fit it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stamp {
    /// Size of the file in bytes.
    pub bytes: u64,
    /// When it was changed, in nanoseconds since 1970.
    pub changed: u64,
}

/// What an index knows of a record.
#[derive(Debug, Clone, Default)]
pub struct Entry<'a> {
    /// Its names, the one people know best in front.
    pub names: Vec<&'a str>,
    /// The countries where it serves people, or `ALL`.
    pub countries: Vec<&'a str>,
    /// Whether it can be written to: among equals small numbers come first.
    pub standing: u32,
    /// Where it stands in its file, in bytes.
    pub place: Range<u64>,
}

/// A record that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Number of the record, in the order of the entries.
    pub record: u32,
    /// Position of the name that is nearest, among the names of its entry.
    pub name: u32,
    /// Edits between what was typed and that name.
    pub edits: usize,
    /// The order of merit: small ones first.
    pub rank: Rank,
}

/// The order of merit. The nearness decides in steps, within a step the country, then whether the record can be
/// written to, then the nearness in detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    class: u8,
    abroad: u8,
    standing: u32,
    cost: usize,
    name: u32,
}

/// The names are more than an index can hold: four gigabytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the names of the companies are more than an index can hold")]
pub struct TooLarge;

/// Makes the index of records.
///
/// # Errors
/// Fails if there are more names than it can hold.
pub fn build<'a>(entries: impl IntoIterator<Item = Entry<'a>>, stamp: Stamp) -> Result<Vec<u8>, TooLarge> {
    let mut parts = Parts::default();
    for entry in entries {
        parts.add(&entry)?;
    }
    parts.into_bytes(stamp)
}

/// The sections while they are made.
#[derive(Default)]
struct Parts {
    records: Vec<u8>,
    countries: BTreeMap<String, u32>,
    names: Vec<u8>,
    text: String,
    keys: HashMap<String, Vec<u32>>,
}

impl Parts {
    fn add(&mut self, entry: &Entry<'_>) -> Result<(), TooLarge> {
        let record = number(self.records.len() / RECORD_BYTES)?;
        let length = entry.place.end.saturating_sub(entry.place.start);
        let new = number(self.countries.len())?;
        let countries = *self.countries.entry(entry.countries.join(" ")).or_insert(new);
        self.records.extend(entry.place.start.to_le_bytes());
        for number in [u32::try_from(length).map_err(|_| TooLarge)?, countries, entry.standing] {
            self.records.extend(number.to_le_bytes());
        }
        let mut known: Vec<Vec<String>> = Vec::new();
        for (position, name) in entry.names.iter().enumerate() {
            let words = telling_words(name);
            if !words.is_empty() && !known.contains(&words) {
                self.name(record, number(position)?, &words)?;
                known.push(words);
            }
        }
        Ok(())
    }

    fn name(&mut self, record: u32, position: u32, words: &[String]) -> Result<(), TooLarge> {
        let name = number(self.names.len() / ENTRY_BYTES)?;
        self.text += &words.join(" ");
        for number in [record, position, number(self.text.len())?] {
            self.names.extend(number.to_le_bytes());
        }
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        for run in runs(&words, 2) {
            let uses = self.keys.entry(run.text).or_default();
            if uses.last() != Some(&name) {
                uses.push(name);
            }
        }
        Ok(())
    }

    fn into_bytes(self, stamp: Stamp) -> Result<Vec<u8>, TooLarge> {
        let mut countries: Vec<(u32, String)> =
            self.countries.into_iter().map(|(line, codes)| (codes, line)).collect();
        countries.sort_unstable();
        let countries: String = countries.into_iter().map(|(_, codes)| codes + "\n").collect();
        let mut sorted: Vec<(String, Vec<u32>)> = self.keys.into_iter().collect();
        sorted.sort_unstable();
        let (mut keys, mut letters, mut uses) = (Vec::new(), Vec::new(), Vec::new());
        for (key, names) in sorted {
            letters.push(b'\n');
            letters.extend(key.bytes());
            write_uses(&names, &mut uses);
            for number in [mask(&key), number(letters.len())?, number(uses.len())?] {
                keys.extend(number.to_le_bytes());
            }
        }
        let sections =
            [self.records, countries.into_bytes(), self.names, self.text.into_bytes(), keys, letters, uses];
        let mut bytes = MAGIC.to_vec();
        bytes.extend(stamp.bytes.to_le_bytes());
        bytes.extend(stamp.changed.to_le_bytes());
        for section in &sections {
            bytes.extend(number(section.len())?.to_le_bytes());
        }
        bytes.extend(sections.into_iter().flatten());
        Ok(bytes)
    }
}

/// An index, as it is read.
#[derive(Debug)]
pub struct Index<'a> {
    records: &'a [[u8; RECORD_BYTES]],
    countries: Vec<&'a str>,
    names: &'a [[u8; ENTRY_BYTES]],
    text: &'a [u8],
    keys: &'a [[u8; ENTRY_BYTES]],
    letters: &'a [u8],
    uses: &'a [u8],
}

impl<'a> Index<'a> {
    /// Reads an index; none if it is of another format, cut off, or made of something else than the stamp says.
    pub fn read(bytes: &'a [u8], stamp: Stamp) -> Option<Self> {
        let (head, mut rest) = bytes.split_at_checked(HEAD_BYTES)?;
        let (magic, head) = head.split_first_chunk::<8>()?;
        let (size, head) = head.split_first_chunk::<8>()?;
        let (changed, head) = head.split_first_chunk::<8>()?;
        let found = Stamp { bytes: u64::from_le_bytes(*size), changed: u64::from_le_bytes(*changed) };
        if magic != MAGIC || found != stamp {
            return None;
        }
        let mut sections = [&[][..]; SECTIONS];
        for (section, length) in sections.iter_mut().zip(head.as_chunks::<4>().0) {
            (*section, rest) = rest.split_at_checked(position(u32::from_le_bytes(*length)))?;
        }
        let [records, countries, names, text, keys, letters, uses] = sections;
        let countries = std::str::from_utf8(countries).ok()?.lines().collect();
        rest.is_empty().then_some(Self {
            records: records.as_chunks().0,
            countries,
            names: names.as_chunks().0,
            text,
            keys: keys.as_chunks().0,
            letters,
            uses,
        })
    }

    /// Returns where a record stands in its file, in bytes.
    pub fn place(&self, record: u32) -> Option<Range<u64>> {
        let (place, rest) = self.records.get(position(record))?.split_first_chunk::<8>()?;
        let (length, _) = rest.split_first_chunk::<4>()?;
        let start = u64::from_le_bytes(*place);
        Some(start..start.checked_add(u64::from(u32::from_le_bytes(*length)))?)
    }

    /// Returns the records that have a name like this one, legal forms aside: those among which a choice by name can
    /// fall. No typing error is forgiven.
    pub fn named(&self, name: &str) -> Vec<u32> {
        let letters = telling_words(name).concat();
        let found = self.keys.binary_search_by(|key| self.key_letters(key).cmp(letters.as_bytes()));
        let names = found.map(|key| self.names_with(key)).unwrap_or_default();
        let mut records: Vec<u32> = names
            .into_iter()
            .filter_map(|name| self.name(name))
            .filter(|name| name.words.bytes().filter(|letter| *letter != b' ').eq(letters.bytes()))
            .map(|name| name.record)
            .collect();
        records.dedup();
        records
    }

    /// Returns the records whose names are near to what was typed, the best first; those that serve people in the
    /// country, or everywhere, go before others that are as near.
    pub fn search(&self, typed: &str, country: &str) -> Vec<Hit> {
        let Some(query) = Query::new(typed) else { return Vec::new() };
        let home: Vec<u8> = self.countries.iter().map(|countries| abroad(countries, country)).collect();
        let mut best: HashMap<u32, Hit> = HashMap::new();
        for name in self.candidates(&query) {
            let Some(name) = self.name(name) else { continue };
            let Some(nearness) = query.nearness(name.words) else { continue };
            let Some(hit) = self.hit(&name, nearness, &home) else { continue };
            let kept = best.entry(hit.record).or_insert(hit);
            if hit.rank < kept.rank {
                *kept = hit;
            }
        }
        let fewest = best.values().map(|hit| hit.edits).min().unwrap_or(0);
        let mut hits: Vec<Hit> =
            best.into_values().filter(|hit| is_worth_showing(hit.edits, fewest)).collect();
        hits.sort_unstable_by_key(|hit| (hit.rank, hit.record));
        hits
    }

    fn hit(&self, name: &Name<'_>, nearness: Nearness, home: &[u8]) -> Option<Hit> {
        let [.., c0, c1, c2, c3, s0, s1, s2, s3] = *self.records.get(position(name.record))?;
        let countries = u32::from_le_bytes([c0, c1, c2, c3]);
        let rank = Rank {
            class: nearness.class(),
            abroad: *home.get(position(countries))?,
            standing: u32::from_le_bytes([s0, s1, s2, s3]),
            cost: nearness.cost(),
            name: name.position,
        };
        Some(Hit { record: name.record, name: name.position, edits: nearness.edits, rank })
    }

    /// Names that have enough of the words, each perhaps with edits, to be worth a comparison.
    fn candidates(&self, query: &Query) -> Vec<u32> {
        let mut covered = vec![0_u32; self.names.len()];
        let mut touched = Vec::new();
        for unit in std::iter::once(&query.whole).chain(&query.parts) {
            for key in self.keys_near(unit) {
                for name in self.names_with(key) {
                    let Some(bits) = covered.get_mut(position(name)) else { continue };
                    if *bits == 0 {
                        touched.push(name);
                    }
                    *bits |= unit.covers;
                }
            }
        }
        touched.retain(|name| covered.get(position(*name)).is_some_and(|bits| query.is_enough(*bits)));
        touched
    }

    /// Keys that are the unit with few edits, begin with it, or have it inside.
    fn keys_near(&self, unit: &Unit) -> Vec<usize> {
        let wanted = mask(&unit.text);
        let edits = u32::try_from(unit.edits_max()).unwrap_or(0);
        let mut near: Vec<usize> = Vec::new();
        let mut start = 0;
        for (key, entry) in self.keys.iter().enumerate() {
            let [m0, m1, m2, m3, e0, e1, e2, e3, ..] = *entry;
            let mask = u32::from_le_bytes([m0, m1, m2, m3]);
            let end = position(u32::from_le_bytes([e0, e1, e2, e3]));
            // A line break stands before the key.
            let length = end.saturating_sub(start).saturating_sub(1);
            let other = (wanted & !mask).count_ones().max((mask & !wanted).count_ones());
            let ascii = (mask | wanted) & NOT_ASCII == 0;
            if other <= edits && (!ascii || length.abs_diff(unit.text.len()) <= unit.edits_max()) {
                let letters = self.letters.get(start + 1..end).map(std::str::from_utf8);
                if let Some(Ok(letters)) = letters
                    && unit.edits_to(letters).is_some()
                {
                    near.push(key);
                }
            }
            start = end;
        }
        self.keys_with(unit, &mut near);
        near
    }

    /// Adds the keys that begin with the unit; if it is long enough, those that have it inside.
    fn keys_with(&self, unit: &Unit, near: &mut Vec<usize>) {
        let beginning = format!("\n{}", unit.text);
        let needle = if unit.letters >= INSIDE_MIN { unit.text.as_bytes() } else { beginning.as_bytes() };
        for at in memmem::find_iter(self.letters, needle) {
            let key = self.keys.partition_point(|key| letters_end(key) <= at);
            if near.last() != Some(&key) {
                near.push(key);
            }
        }
    }

    fn key_letters(&self, key: &[u8; ENTRY_BYTES]) -> &'a [u8] {
        let end = letters_end(key);
        let all = self.letters.get(..end).unwrap_or_default();
        memchr::memrchr(b'\n', all).and_then(|at| all.get(at + 1..)).unwrap_or_default()
    }

    fn names_with(&self, key: usize) -> Vec<u32> {
        let start = key.checked_sub(1).and_then(|before| self.keys.get(before)).map_or(0, uses_end);
        let end = self.keys.get(key).map_or(0, uses_end);
        read_uses(self.uses.get(start..end).unwrap_or_default())
    }

    fn name(&self, name: u32) -> Option<Name<'a>> {
        let at = position(name);
        let [r0, r1, r2, r3, p0, p1, p2, p3, e0, e1, e2, e3] = *self.names.get(at)?;
        let start = at.checked_sub(1).and_then(|before| self.names.get(before)).map_or(0, uses_end);
        let end = position(u32::from_le_bytes([e0, e1, e2, e3]));
        Some(Name {
            record: u32::from_le_bytes([r0, r1, r2, r3]),
            position: u32::from_le_bytes([p0, p1, p2, p3]),
            words: std::str::from_utf8(self.text.get(start..end)?).ok()?,
        })
    }
}

struct Name<'a> {
    record: u32,
    position: u32,
    words: &'a str,
}

fn letters_end([_, _, _, _, e0, e1, e2, e3, ..]: &[u8; ENTRY_BYTES]) -> usize {
    position(u32::from_le_bytes([*e0, *e1, *e2, *e3]))
}

fn uses_end([.., e0, e1, e2, e3]: &[u8; ENTRY_BYTES]) -> usize {
    position(u32::from_le_bytes([*e0, *e1, *e2, *e3]))
}

/// Tells whether a find is worth showing beside the one with the fewest edits: who typed a name right wants no others.
pub fn is_worth_showing(edits: usize, fewest: usize) -> bool {
    edits <= fewest + 1
}

/// 0 for the country itself, 1 for everywhere, 2 for others.
fn abroad(countries: &str, country: &str) -> u8 {
    let serves = |wanted: &str| countries.split(' ').any(|code| code == wanted);
    match (serves(country), serves("ALL")) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    }
}

/// The bit of letters that are not ASCII, whose number of bytes says nothing of their number.
const NOT_ASCII: u32 = 1 << 31;

/// Returns which letters a key has, a bit each. An edit changes at most one bit on either side.
fn mask(key: &str) -> u32 {
    key.chars().fold(0, |mask, letter| {
        mask | match letter {
            'a'..='z' => 1 << (u32::from(letter) - u32::from('a')),
            '0'..='9' => 1 << (26 + (u32::from(letter) - u32::from('0')) % 5),
            _ => NOT_ASCII,
        }
    })
}

fn write_uses(names: &[u32], uses: &mut Vec<u8>) {
    let mut before = 0;
    for name in names {
        let mut distance = name - before;
        while distance >= 0x80 {
            uses.push(u8::try_from(distance & 0x7f).unwrap_or(0) | 0x80);
            distance >>= 7;
        }
        uses.push(u8::try_from(distance).unwrap_or(0));
        before = *name;
    }
}

fn read_uses(uses: &[u8]) -> Vec<u32> {
    let (mut names, mut before, mut distance, mut shift) = (Vec::new(), 0_u32, 0_u32, 0_u32);
    for byte in uses {
        distance |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
        shift += 7;
        if byte & 0x80 == 0 {
            before = before.saturating_add(distance);
            names.push(before);
            (distance, shift) = (0, 0);
        }
    }
    names
}

fn number(count: usize) -> Result<u32, TooLarge> {
    u32::try_from(count).map_err(|_| TooLarge)
}

/// A number of the file as a position in memory; on machines where it cannot be one, nothing stands there.
fn position(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

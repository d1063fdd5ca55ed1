//! `habeas import`, process and all, side by side with `unzip -p` on the same archive.
//!
//! In: nothing; archives are invented in a folder that vanishes: shop tables, activity as JSON and pages, boxes of a
//! social network, old semicolon tables with a workbook and a nested archive; further one JSON of a single line, an
//! archive with wide sizes (zip64), 200,000 tiny files, and a bomb. Out: for each the wall time and the processor time
//! of both, the ratio of the walls, the processor time of a report beside that of the import, the most memory, and whether
//! every record was counted. It judges nothing: the
//! goals stand below. Needs `unzip` and Linux.
//!
//! `cargo bench --bench import [-- MEGABYTES… | tiny | bomb] [keep]`: 1, 100, tiny files and the bomb without; 1000 is
//! the goal's size. `keep` leaves the archives in `target/bench-import` for a profile.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement makes files, starts programs and prints"
)]

use std::fs::{self, File};
use std::io::{BufWriter, Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Runs of each program for each archive; they take turns, so that both meet the same machine.
const RUNS: usize = 3;

const MB: usize = 1_000_000;

/// Bytes of one member, so that archives have the number of members such archives have.
const MEMBER_BYTES: usize = 8 * MB;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let has = |wanted: &str| words.iter().any(|word| word == wanted);
    let mut sizes: Vec<usize> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let is_all = sizes.is_empty() && !has("tiny") && !has("bomb");
    if is_all {
        sizes = vec![1, 100];
    }
    let vanishing = tempfile::tempdir_in(target()).expect("a folder");
    let kept = target().join("bench-import");
    let folder = if has("keep") { kept.as_path() } else { vanishing.path() };
    fs::create_dir_all(folder).expect("a folder");
    println!("load when begun: {}", fs::read_to_string("/proc/loadavg").unwrap_or_default().trim());
    println!(
        "{:<30} {:>17} {:>17} {:>6} {:>6} {:>8}  records",
        "archive", "habeas", "unzip -p", "ratio", "report", "memory"
    );
    let shapes: [(&str, Shape); 4] =
        [("shop tables", shop), ("activity", activity), ("social", social), ("old tables", old)];
    for megabytes in sizes {
        for (name, shape) in shapes {
            compare(folder, &format!("{name}, {megabytes} MB"), |archive| {
                Some(pack(archive, megabytes * MB, shape, false))
            });
        }
        compare(folder, &format!("one line of JSON, {megabytes} MB"), |archive| {
            Some(one_line(archive, megabytes * MB))
        });
        compare(folder, &format!("zip64, {megabytes} MB"), |archive| {
            Some(pack(archive, megabytes * MB, shop, true))
        });
    }
    if is_all || has("tiny") {
        compare(folder, "200,000 tiny files", |archive| Some(tiny(archive)));
    }
    if is_all || has("bomb") {
        compare(folder, "bomb of 2 GB", bomb);
    }
    println!("load when ended: {}", fs::read_to_string("/proc/loadavg").unwrap_or_default().trim());
    println!(
        "goals: ratio at most 1 (aim 0.6), report at most 0.20 at 100 MB, memory under 64 MB (aim 32), tiny files 4 (aim 2), bomb 0.33; \
         1 MB in 20 ms or less; 1000 MB in 11.5 times 100 MB"
    );
}

/// Where the build puts its files; the system's folder for them may be memory.
fn target() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target")
}

/// Makes the member with this number: its name, its bytes and its records.
type Shape = fn(usize, usize) -> (String, Vec<u8>, u64);

fn pack(archive: &Path, bytes: usize, shape: Shape, is_wide: bool) -> u64 {
    let mut zip = writer(archive);
    let (mut made, mut records, mut number) = (0, 0, 0);
    while made < bytes {
        let (name, content, count) = shape(number, MEMBER_BYTES.min(bytes - made));
        made += content.len();
        records += count;
        number += 1;
        put(&mut zip, &name, &content, is_wide);
    }
    zip.finish().expect("it ends");
    records
}

fn writer(archive: &Path) -> ZipWriter<BufWriter<File>> {
    ZipWriter::new(BufWriter::new(File::create(archive).expect("a file")))
}

fn add<W: Write + std::io::Seek>(zip: &mut ZipWriter<W>, name: &str, content: &[u8]) {
    put(zip, name, content, false);
}

fn put<W: Write + std::io::Seek>(zip: &mut ZipWriter<W>, name: &str, content: &[u8], is_wide: bool) {
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(is_wide);
    zip.start_file(name, options).expect("a member");
    zip.write_all(content).expect("its bytes");
}

/// A number that looks like chance and is the same in every run.
fn chance(seed: usize) -> usize {
    let mixed = (seed as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::try_from((mixed ^ (mixed >> 29)) >> 20).unwrap_or(0)
}

const WORDS: [&str; 16] = [
    "lampe", "chaise", "rideau", "table", "verre", "livre", "crayon", "papier", "sac", "robe", "manteau",
    "botte", "écharpe", "vélo", "casque", "montre",
];

fn word(seed: usize) -> &'static str {
    WORDS.get(chance(seed) % WORDS.len()).copied().unwrap_or("rien")
}

fn day(seed: usize) -> String {
    let seed = chance(seed);
    format!("20{:02}-{:02}-{:02}", 10 + seed % 15, 1 + seed / 15 % 12, 1 + seed / 180 % 28)
}

fn filled(bytes: usize, mut line: impl FnMut(usize, &mut String)) -> (String, u64) {
    let mut text = String::with_capacity(bytes + 1000);
    let mut count = 0;
    while text.len() < bytes {
        line(count, &mut text);
        count += 1;
    }
    (text, count as u64)
}

fn shop(number: usize, bytes: usize) -> (String, Vec<u8>, u64) {
    let (rows, count) = filled(bytes, |n, text| {
        let seed = number * 1_000_003 + n;
        *text += &format!(
            "\"example.org\",\"{:03}-{:07}-{:07}\",\"{}T{:02}:{:02}:{:02}Z\",\"EUR\",\"{}.{:02}\",\"{} {} {}\",\"Closed\",\"{}\"\r\n",
            chance(seed) % 999,
            chance(seed + 1) % 9_999_999,
            chance(seed + 2) % 9_999_999,
            day(seed),
            seed % 24,
            seed % 60,
            seed % 59,
            chance(seed) % 300,
            seed % 100,
            word(seed),
            word(seed + 7),
            word(seed + 9),
            "Not Available",
        );
    });
    let head = "\"Website\",\"Order ID\",\"Order Date\",\"Currency\",\"Unit Price\",\"Product Name\",\"Order Status\",\"Gift Message\"\r\n";
    (format!("Orders.{number}/Orders.{number}.csv"), format!("{head}{rows}").into_bytes(), count)
}

fn activity(number: usize, bytes: usize) -> (String, Vec<u8>, u64) {
    if number % 4 == 3 {
        let (cells, count) = filled(bytes, |n, text| {
            let seed = number * 1_000_003 + n;
            *text += &format!(
                "<div class=\"outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp\"><div class=\"mdl-grid\"><div class=\"header-cell mdl-cell mdl-cell--12-col\"><p class=\"mdl-typography--title\">Search<br></p></div><div class=\"content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1\">Searched for&nbsp;<a href=\"https://example.org/search?q={0}+{1}\">{0} {1}</a><br>{2}, 10:{3:02}:00 UTC</div><div class=\"content-cell mdl-cell mdl-cell--12-col mdl-typography--caption\"><b>Products:</b><br>&emsp;Search<br></div></div></div>",
                word(seed),
                word(seed + 3),
                day(seed),
                seed % 60,
            );
        });
        let page = format!(
            "<html><head><title>Activity</title></head><body><div class=\"mdl-grid\">{cells}</div></body></html>"
        );
        return (format!("Takeout/Activity/{number}/MyActivity.html"), page.into_bytes(), count);
    }
    let (items, count) = filled(bytes, |n, text| {
        let seed = number * 1_000_003 + n;
        let comma = if n == 0 { "" } else { "," };
        *text += &format!(
            "{comma}{{\n  \"header\": \"Search\",\n  \"title\": \"Searched for {} {}\",\n  \"titleUrl\": \"https://example.org/search?q={}\",\n  \"time\": \"{}T10:{:02}:00.000Z\",\n  \"products\": [\"Search\"],\n  \"activityControls\": [\"Web & App Activity\"]\n}}",
            word(seed),
            word(seed + 3),
            word(seed),
            day(seed),
            seed % 60,
        );
    });
    (format!("Takeout/Activity/{number}/MyActivity.json"), format!("[{items}]").into_bytes(), count)
}

fn social(number: usize, bytes: usize) -> (String, Vec<u8>, u64) {
    let (items, count) = filled(bytes, |n, text| {
        let seed = number * 1_000_003 + n;
        let comma = if n == 0 { "" } else { "," };
        *text += &format!(
            "{comma}\n    {{\n      \"sender_name\": \"Camille\",\n      \"timestamp_ms\": {},\n      \"content\": \"J'ai aim\\u00c3\\u00a9 le {} {}\",\n      \"type\": \"Generic\"\n    }}",
            1_400_000_000_000_usize + chance(seed) % 300_000_000_000,
            word(seed),
            word(seed + 1),
        );
    });
    let text = format!("{{\n  \"messages\": [{items}\n  ]\n}}");
    (format!("your_activity/messages/inbox/t{number}/message_1.json"), text.into_bytes(), count)
}

fn old(number: usize, bytes: usize) -> (String, Vec<u8>, u64) {
    let (rows, count) = filled(bytes, |n, text| {
        let seed = number * 1_000_003 + n;
        *text += &format!(
            "{:02}/{:02}/20{:02};{};Achat {} {};-{},{:02}\r\n",
            1 + chance(seed) % 28,
            1 + seed % 12,
            10 + seed % 15,
            chance(seed) % 99_999,
            word(seed),
            word(seed + 5),
            chance(seed) % 500,
            seed % 100,
        );
    });
    let text = format!("Date;Numéro;Libellé;Montant\r\n{rows}");
    let bytes = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
    if number % 4 == 1 {
        let mut inner = ZipWriter::new(Cursor::new(Vec::new()));
        add(&mut inner, "comptes.csv", &bytes);
        let inner = inner.finish().expect("it ends").into_inner();
        return (format!("archives/{number}.zip"), inner, count);
    }
    (format!("releves/{number}.csv"), bytes, count)
}

fn one_line(archive: &Path, bytes: usize) -> u64 {
    let mut zip = writer(archive);
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true);
    zip.start_file("Records.json", options).expect("a member");
    zip.write_all(b"{\"locations\":[").expect("its bytes");
    let (mut made, mut count) = (0, 0);
    while made < bytes {
        let (part, records) = filled(MB, |n, text| {
            let seed = made + n;
            let comma = if seed == 0 { "" } else { "," };
            *text += &format!(
                "{comma}{{\"timestamp\":\"{}T10:{:02}:00Z\",\"latitudeE7\":{},\"longitudeE7\":{},\"accuracy\":{},\"source\":\"WIFI\"}}",
                day(seed),
                seed % 60,
                480_000_000 + chance(seed) % 9_999_999,
                20_000_000 + chance(seed + 1) % 9_999_999,
                seed % 99,
            );
        });
        zip.write_all(part.as_bytes()).expect("its bytes");
        made += part.len();
        count += records;
    }
    zip.write_all(b"]}").expect("its bytes");
    zip.finish().expect("it ends");
    count
}

fn tiny(archive: &Path) -> u64 {
    let mut zip = writer(archive);
    for number in 0..200_000 {
        add(
            &mut zip,
            &format!("notes/{}/{number}.json", number % 500),
            format!("{{\"id\":{number}}}").as_bytes(),
        );
    }
    zip.finish().expect("it ends");
    200_000
}

fn bomb(archive: &Path) -> Option<u64> {
    let mut zip = writer(archive);
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file("bomb.csv", options).expect("a member");
    let zeros = vec![b'0'; MB];
    for _ in 0..2_000 {
        zip.write_all(&zeros).expect("its bytes");
    }
    zip.finish().expect("it ends");
    None
}

/// What one run took.
#[derive(Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Taken {
    wall: Duration,
    processor: Duration,
}

fn compare(folder: &Path, name: &str, make: impl FnOnce(&Path) -> Option<u64>) {
    let archive = folder.join(format!("{}.zip", name.replace([' ', ','], "-")));
    let records = make(&archive);
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    let mut reports = Vec::new();
    // What is refused is refused without it.
    let flags: &[&str] = if records.is_some() { &["--allow-large"] } else { &[] };
    let (mut memory, mut counted) = (0, 0);
    for _ in 0..RUNS {
        let (taken, report, peak, records) = habeas(&archive, flags);
        ours.push(taken);
        reports.push(report);
        (memory, counted) = (memory.max(peak), records);
        theirs.push(unzip(&archive));
    }
    ours.sort();
    theirs.sort();
    reports.sort();
    let median = |taken: &[Taken]| taken.get(taken.len() / 2).copied().unwrap_or_default();
    let (ours, theirs, report) = (median(&ours), median(&theirs), median(&reports));
    let all = match records {
        Some(expected) if expected == counted => format!("{counted}, all"),
        Some(expected) => format!("{counted} of {expected}"),
        None => format!("{counted}"),
    };
    let shown =
        |taken: Taken| format!("{:.3}s ({:.3}s)", taken.wall.as_secs_f64(), taken.processor.as_secs_f64());
    println!(
        "{name:<30} {:>17} {:>17} {:>6.2} {:>6.2} {:>5} MB  {all}",
        shown(ours),
        shown(theirs),
        ours.wall.as_secs_f64() / theirs.wall.as_secs_f64().max(1e-9),
        report.processor.as_secs_f64() / ours.processor.as_secs_f64().max(1e-9),
        memory / 1000,
    );
}

/// Returns the processor time of all ended children, from the kernel's own account of this process.
fn of_children() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    // `proc(5)`: cutime and cstime are fields 16 and 17, in hundredths; the state, field 3, is the first here.
    let ticks = [13, 14].iter().filter_map(|index| fields.get(*index)?.parse::<u64>().ok()).sum::<u64>();
    Duration::from_millis(ticks * 10)
}

fn unzip(archive: &Path) -> Taken {
    let (begun, before) = (Instant::now(), of_children());
    Command::new("unzip").arg("-p").arg(archive).stdout(Stdio::null()).status().expect("unzip runs");
    Taken { wall: begun.elapsed(), processor: of_children() - before }
}

/// Imports an archive in a home of its own and writes its report; the time of each, the most memory in kB, and the records
/// counted.
fn habeas(archive: &Path, flags: &[&str]) -> (Taken, Taken, u64, u64) {
    let home = tempfile::tempdir_in(target()).expect("a home");
    let output = home.path().join("answer.json");
    let (begun, before) = (Instant::now(), of_children());
    let mut process = Command::new(env!("CARGO_BIN_EXE_habeas"))
        .args(["import", "--json"])
        .args(flags)
        .arg("--home")
        .arg(home.path().join("home"))
        .arg(archive)
        .args(["--today", "2026-11-23"])
        .stdout(File::create(&output).expect("a file"))
        .stderr(Stdio::null())
        .spawn()
        .expect("habeas runs");
    let status = PathBuf::from(format!("/proc/{}/status", process.id()));
    let mut memory = 0;
    while process.try_wait().expect("it can be waited for").is_none() {
        memory = memory.max(most_memory(&status));
        std::thread::sleep(Duration::from_micros(500));
    }
    let taken = Taken { wall: begun.elapsed(), processor: of_children() - before };
    let answer = fs::read(&output).expect("an answer");
    let answer: serde_json::Value = serde_json::from_slice(&answer).unwrap_or_default();
    let records = answer.pointer("/records/total").and_then(serde_json::Value::as_u64).unwrap_or(0);
    let report = report(home.path(), answer.pointer("/import").and_then(serde_json::Value::as_str));
    (taken, report, memory, records)
}

/// Writes the report of an import; an archive that was refused has none.
fn report(home: &Path, import: Option<&str>) -> Taken {
    let Some(import) = import else { return Taken::default() };
    let (begun, before) = (Instant::now(), of_children());
    Command::new(env!("CARGO_BIN_EXE_habeas"))
        .args(["report", import, "--home"])
        .arg(home.join("home"))
        .arg("--out")
        .arg(home.join("report.html"))
        .stdout(Stdio::null())
        .status()
        .expect("habeas runs");
    Taken { wall: begun.elapsed(), processor: of_children() - before }
}

fn most_memory(status: &Path) -> u64 {
    let status = fs::read_to_string(status).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

//! Many letters at once: all of them or none, whatever ends the run.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use super::person::{Done, Person, tree};

const SHOPS: [&str; 5] = ["cdiscount", "spartoo", "veepee", "darty", "fnac"];

fn draft<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["draft", "access"][..], &SHOPS, &["--out", "letters", "--print-all", "all.pdf"], more].concat()
}

/// What stands in a folder, but for what is hidden.
fn shown(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    names.filter(|name| !name.starts_with('.')).collect()
}

fn cases(person: &Person) -> usize {
    person.json(&["status"])["cases"].as_array().expect("a list").len()
}

#[test]
fn a_batch_that_is_killed_leaves_no_case_and_no_letter_and_can_be_done_again() {
    let person = Person::known();
    let folders = person.home().join("cases");
    let mut child = person.command(&draft(&[]));
    let mut child = child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
    // Between the first case and the last.
    while shown(&folders).len() < 2 {
        assert!(child.try_wait().expect("it can be asked").is_none(), "it ended before it was killed");
        thread::sleep(Duration::from_micros(100));
    }
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    // Whether it was killed before or behind the last step, it is all of them or none.
    let kept = cases(&person);
    assert!([0, SHOPS.len()].contains(&kept), "{kept} cases");
    assert!(
        kept == SHOPS.len()
            || shown(&person.here()).is_empty()
            || shown(&person.here().join("letters")).is_empty()
    );
    assert!(kept == SHOPS.len() || !person.here().join("all.pdf").exists());
    person.run(&["verify"]).exits(0);
    person.run(&draft(&["--again"])).exits(0);
    assert_eq!(cases(&person), kept + SHOPS.len());
    assert!(
        shown(&person.here().join("letters")).len() >= SHOPS.len() && person.here().join("all.pdf").exists()
    );
}

/// The command with no room for files above a size.
#[cfg(target_os = "linux")]
fn cramped(person: &Person, blocks: u32, arguments: &[&str]) -> Done {
    let program = person.command(arguments);
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"")]);
    shell.arg(program.get_program()).args(program.get_args()).current_dir(person.here()).env_clear();
    Done::of(&shell.output().expect("the shell starts"), arguments)
}

#[test]
#[cfg(target_os = "linux")]
fn a_batch_that_finds_no_room_leaves_nothing_and_says_so() {
    let person = Person::known();
    // A picture of noise makes each message larger than the room there is.
    let size = 48_u32;
    let noise = (0..size * size * 3).scan(1_u32, |state, _| {
        *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some(state.to_be_bytes()[0])
    });
    let mut picture = Vec::new();
    let mut encoder = png::Encoder::new(&mut picture, size, size);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("a picture");
    writer.write_image_data(&noise.collect::<Vec<u8>>()).expect("a picture");
    writer.finish().expect("a picture");
    let picture = person.give("signature.png", &picture);
    person.run(&["profile", "set", "--signature", &picture]).exits(0);
    person.run(&["draft", "access", "zalando"]);
    // The addresses of this version are compared with those of the cases once.
    person.run(&["status"]);
    let before = (tree(&person.home()), tree(&person.here()));
    // The store takes 32 kB for its own work.
    for (arguments, words) in [
        (draft(&[]), "writing all.pdf"),
        ([&["draft", "access"][..], &SHOPS, &["--out", "letters"]].concat(), "writing message.eml"),
        ([&["draft", "access"][..], &SHOPS].concat(), "no case was opened"),
    ] {
        let failed = cramped(&person, 66, &arguments).fails_saying(&[words, "no case was opened", "next: "]);
        failed.in_one_sentence();
        assert_eq!((tree(&person.home()), tree(&person.here())), before, "{arguments:?}");
    }
    person.run(&draft(&[])).exits(0);
    assert_eq!(cases(&person), SHOPS.len() + 1);
    person.run(&["verify"]).exits(0);
}

#[test]
fn copies_are_private_and_nothing_hidden_stays_behind() {
    let person = Person::known();
    person.run(&draft(&[])).exits(0);
    let paths = tree(&person.here());
    assert!(paths.iter().all(|path| !path.display().to_string().contains(".habeas")), "{paths:?}");
    #[cfg(unix)]
    for path in &paths {
        use std::os::unix::fs::PermissionsExt as _;
        let about = fs::metadata(person.here().join(path)).expect("it is there");
        assert_eq!(about.permissions().mode() & 0o077, 0, "{}", path.display());
    }
    // A file that is there stays, and no case is opened.
    let refused = person.run(&draft(&["--again"]));
    refused.fails_saying(&["all.pdf exists already", "no case was opened"]).in_one_sentence();
    assert_eq!(cases(&person), SHOPS.len());
    fs::write(person.here().join("file"), "mine").expect("the folder is ours");
    let refused = person.run(&["draft", "access", "zalando", "--out", "file"]);
    refused.fails_saying(&["into the folder file: ", "no case was opened"]).in_one_sentence();
    assert_eq!(fs::read_to_string(person.here().join("file")).expect("there"), "mine");
}

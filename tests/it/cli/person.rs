//! A person at a computer: a folder with an empty home, and the program run in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The day it is in these tests.
pub(super) const TODAY: &str = "2026-11-23";

/// Somebody with a folder of their own.
pub(super) struct Person {
    folder: TempDir,
    language: &'static str,
    today: String,
}

impl Person {
    /// Somebody who has never run the program.
    pub(super) fn stranger() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["user", "here", "given", "temporary"] {
            fs::create_dir(folder.path().join(name)).expect("the folder is ours");
        }
        Self { folder, language: "en", today: TODAY.to_owned() }
    }

    /// Somebody whose profile is complete.
    pub(super) fn known() -> Self {
        let person = Self::stranger();
        let set = ["profile", "set", "--name", "Camille Exemple", "--email", "camille@example.org"];
        let rest = [
            "--address",
            "1 rue de l’Essai",
            "--address",
            "69000 Lyon",
            "--country",
            "FR",
            "--place",
            "Lyon",
        ];
        let known_as = ["--known-as", "ebay-de:username=camille-exemple"];
        person.run(&[set.as_slice(), rest.as_slice(), known_as.as_slice()].concat()).exits(0);
        person
    }

    /// The same person, speaking another language.
    pub(super) fn speaking(mut self, language: &'static str) -> Self {
        self.language = language;
        self
    }

    /// The same person, on another day.
    pub(super) fn on(&mut self, today: &str) -> &mut Self {
        today.clone_into(&mut self.today);
        self
    }

    /// The folder around everything.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The program's home.
    pub(super) fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// The folder the program runs in.
    pub(super) fn here(&self) -> PathBuf {
        self.folder.path().join("here")
    }

    /// Puts a file where the person keeps what they were given; returns its path.
    pub(super) fn give(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join("given").join(name);
        fs::write(&path, bytes).expect("the folder is ours");
        path.into_os_string().into_string().expect("the path is text")
    }

    /// Puts a file into the program's home.
    pub(super) fn keep(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::create_dir_all(self.home()).expect("the folder is ours");
        fs::write(self.home().join(name), text).expect("the folder is ours");
    }

    /// Prepares the program with arguments, its home, its day and its language.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.bare_command(&["--today", &self.today, "--lang", self.language, "--home"]);
        command.arg(self.home()).args(arguments);
        command
    }

    /// Prepares the program with these arguments only.
    pub(super) fn bare_command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_habeas"));
        command.env_clear().current_dir(self.here());
        command
            .env("HOME", self.folder.path().join("user"))
            .env("TMPDIR", self.folder.path().join("temporary"));
        command.args(arguments).stdin(Stdio::null());
        command
    }

    /// Runs the program.
    pub(super) fn run(&self, arguments: &[&str]) -> Done {
        Done::of(&self.command(arguments).output().expect("the program starts"), arguments)
    }

    /// Runs the program and reads what it prints as JSON.
    pub(super) fn json(&self, arguments: &[&str]) -> Value {
        self.run(&[arguments, &["--json"]].concat()).json()
    }

    /// Opens an access case; returns its reference.
    pub(super) fn draft(&self, company: &str) -> String {
        let drafted = self.json(&["draft", "access", company]);
        text(&drafted["cases"][0]["case"])
    }

    /// The kinds of events of a case, in their order.
    pub(super) fn events(&self, case: &str) -> Vec<String> {
        let status = self.json(&["status", case]);
        let events = status["cases"][0]["events"].as_array().expect("a list").clone();
        events.iter().map(|event| text(&event["kind"])).collect()
    }
}

/// What a run came to.
pub(super) struct Done {
    /// The exit code.
    pub(super) code: i32,
    /// Standard output.
    pub(super) out: String,
    /// Standard error.
    pub(super) err: String,
    arguments: String,
}

impl Done {
    pub(super) fn of(output: &Output, arguments: &[&str]) -> Self {
        Self {
            code: output.status.code().expect("the program ends by itself"),
            out: String::from_utf8(output.stdout.clone()).expect("output is text"),
            err: String::from_utf8(output.stderr.clone()).expect("output is text"),
            arguments: arguments.join(" "),
        }
    }

    /// Checks the exit code, and that a failure is one clear sentence and perhaps a next step.
    pub(super) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "habeas {}\n{}{}", self.arguments, self.out, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        if code == 1 {
            assert!(self.err.starts_with("error: "), "{}", self.err);
            assert_eq!(self.out, "", "a failure prints nothing on standard output");
        }
        self
    }

    /// Checks that it failed, and that each of the words is in what it said.
    pub(super) fn fails_saying(self, words: &[&str]) -> Self {
        let done = self.exits(1);
        for word in words {
            assert!(done.err.contains(word), "habeas {}: `{word}` is not in {}", done.arguments, done.err);
        }
        done
    }

    /// Checks that a failure is one sentence, and at most one line with what to do next.
    pub(super) fn in_one_sentence(self) -> Self {
        let lines: Vec<&str> = self.err.lines().collect();
        let next_only = lines.iter().skip(1).all(|line| line.starts_with("next: "));
        assert!(lines.len() <= 2 && next_only, "{}", self.err);
        self
    }

    /// Checks that it was not done, because it failed or because the command line makes no sense.
    pub(super) fn fails_or_is_wrong(&self) {
        assert!([1, 2].contains(&self.code), "habeas {}: {}{}", self.arguments, self.out, self.err);
        assert!(self.err.contains("error: "), "{}", self.err);
    }

    pub(super) fn json(&self) -> Value {
        let read = serde_json::from_str(&self.out);
        read.unwrap_or_else(|error| panic!("habeas {}: {error}: {}{}", self.arguments, self.out, self.err))
    }
}

/// Records events of a case, each on its day.
pub(super) fn record(person: &mut Person, case: &str, events: &[(&str, &str)]) {
    for (event, on) in events {
        let words: Vec<&str> = event.split(' ').collect();
        let arguments = [&["record", case], words.as_slice(), &["--on", on]].concat();
        person.on(on).run(&arguments).exits(0);
    }
}

/// A JSON text.
pub(super) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

/// Every path below a folder, sorted, without the folder itself.
pub(super) fn tree(folder: &Path) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).expect("the folder is readable") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path.clone());
            }
            paths.push(path.strip_prefix(folder).expect("it is below").to_owned());
        }
    }
    paths.sort();
    paths
}

//! Real counterpart: gpg and sq. What is encrypted is read at the other end byte for byte; a key that is missing,
//! expired or revoked is refused, and nothing is sent in its place.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::PERSON;

/// What makes a key that can be encrypted to.
pub(super) const WHOLE: [&str; 3] = ["future-default", "default", "never"];

/// A keyring of its own, and a person with a letter to a company whose key may be in it.
pub(super) struct Keyring {
    folder: TempDir,
}

impl Keyring {
    pub(super) fn new() -> Self {
        // gpg refuses sockets in long paths.
        let folder = tempfile::Builder::new().prefix("hb").tempdir_in("/tmp").expect("a folder");
        for name in ["gpg", "sq", "home"] {
            habeas::delivery::outbox::create_private_dir(&folder.path().join(name)).expect("it is ours");
        }
        Self { folder }
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Makes a key in gpg's keyring; returns its fingerprint.
    pub(super) fn generate(&self, user: &str, made: &[&str], more: &[&str]) -> String {
        let no_password = ["--passphrase", "", "--pinentry-mode", "loopback"];
        self.gpg(&[&no_password[..], more, &["--quick-generate-key", user], made].concat(), &[]);
        self.fingerprints(user).swap_remove(0)
    }

    /// The fingerprints of a key and its parts.
    fn fingerprints(&self, key: &str) -> Vec<String> {
        let listed = String::from_utf8(self.gpg(&["--with-colons", "--list-keys", key], &[])).expect("text");
        let lines = listed.lines().filter(|line| line.starts_with("fpr:"));
        lines.map(|line| line.split(':').nth(9).expect("the tenth field").to_owned()).collect()
    }

    /// Makes a key with sq and puts its certificate where sq keeps them; returns its fingerprint.
    pub(super) fn generate_with_sq(&self) -> String {
        let (secret, public) = (self.path("key.pgp"), self.path("certificate.pgp"));
        let (secret, public) = (secret.display().to_string(), public.display().to_string());
        sq(&["key", "generate", "--userid", "Shop <dpo@example.org>", "--export", &secret]);
        sq(&["key", "extract-cert", "--output", &public, &secret]);
        let shown = String::from_utf8(sq(&["inspect", &public])).expect("text");
        let line = shown.lines().find_map(|line| line.trim().strip_prefix("Fingerprint: "));
        let fingerprint = line.expect("it has one").trim().to_owned();
        let (first, rest) = fingerprint.split_at(2);
        let folder = self.path("sq").join(first.to_lowercase());
        fs::create_dir(&folder).expect("it is ours");
        fs::copy(&public, folder.join(rest.to_lowercase())).expect("it is ours");
        fingerprint
    }

    pub(super) fn gpg(&self, arguments: &[&str], input: &[u8]) -> Vec<u8> {
        let mut gpg = Command::new("gpg");
        gpg.args(["--batch", "--yes"]).args(arguments).env("GNUPGHOME", self.path("gpg"));
        let ran = fed(&mut gpg, input);
        assert!(ran.status.success(), "gpg {arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
        ran.stdout
    }

    /// Decrypts the letter in a mail that is PGP/MIME.
    pub(super) fn decrypted(&self, mail: &[u8]) -> Vec<u8> {
        let read = mail_parser::MessageParser::default().parse(mail).expect("it is a mail");
        let message = read.parts.get(2).expect("whole, version, message").contents();
        if !self.path("key.pgp").exists() {
            return self.gpg(&["--decrypt"], message);
        }
        let file = self.path("message.asc");
        fs::write(&file, message).expect("it is ours");
        let (key, file) = (self.path("key.pgp"), file.display().to_string());
        sq(&["decrypt", "--recipient-key", &key.display().to_string(), &file])
    }

    /// The program, with this keyring.
    fn habeas(&self, arguments: &[&str]) -> Ran {
        let mut program = Command::new(env!("CARGO_BIN_EXE_habeas"));
        program
            .args(["--lang", "en", "--today", "2026-11-23", "--home"])
            .arg(self.path("home"))
            .args(arguments);
        program.env("GNUPGHOME", self.path("gpg")).env("PGP_CERT_D", self.path("sq"));
        let output = program.stdin(Stdio::null()).output().expect("it runs");
        Ran {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// A profile and a letter to a company with this key; returns the case.
    fn drafted(&self, fingerprint: &str) -> String {
        fs::write(self.path("home/companies.yaml"), company(fingerprint)).expect("written");
        assert_eq!(self.habeas(&PERSON).code, Some(0));
        let drafted = self.habeas(&["draft", "access", "test-shop", "--again", "--json"]);
        let drafted: Value = serde_json::from_str(&drafted.out).expect("JSON");
        drafted.pointer("/cases/0/case").and_then(Value::as_str).expect("a reference").to_owned()
    }

    fn refuses(&self, case: &str, words: &str) {
        let refused = self.habeas(&["send", case, "--encrypt"]);
        assert_eq!(refused.code, Some(1), "{}", refused.out);
        assert!(refused.err.contains(words) && refused.err.contains("next: "), "{}", refused.err);
        assert!(!refused.err.contains("Shop <") && !refused.err.contains("dpo@"), "{}", refused.err);
    }
}

impl Drop for Keyring {
    fn drop(&mut self) {
        // The agent that the keyring started would outlive it.
        let mut stop = Command::new("gpgconf");
        let stopped = stop.args(["--kill", "all"]).env("GNUPGHOME", self.path("gpg")).status();
        assert!(stopped.is_ok(), "gpgconf did not run");
    }
}

struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

fn sq(arguments: &[&str]) -> Vec<u8> {
    let mut command = Command::new("sq");
    command.args(arguments);
    let ran = fed(&mut command, &[]);
    assert!(ran.status.success(), "sq {arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
    ran.stdout
}

fn fed(command: &mut Command, input: &[u8]) -> std::process::Output {
    use std::io::Write as _;
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    let feed = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("it ends");
    // Who needs no input closes its end.
    drop(feed.join().expect("it ends"));
    output
}

/// A company whose directory record has this fingerprint.
pub(super) fn company(fingerprint: &str) -> String {
    format!(
        "- id: test-shop\n  name: Test Shop\n  category: retail\n  countries: [FR]\n  contacts:\n    - {{ purpose: rights, \
         kind: email, value: claire@example.org, openpgp: \"{fingerprint}\", source: \"https://example.org/privacy\", checked: \
         2026-11-01 }}\n  authority: FR\n  status: usable\n"
    )
}

#[test]
#[ignore = "needs gpg (tests/run installs it)"]
fn a_plan_shows_the_key_and_a_key_that_cannot_be_used_is_refused() {
    let keyring = Keyring::new();
    let key = keyring.generate("Shop <dpo@example.org>", &WHOLE, &[]);
    let case = keyring.drafted(&key);
    let open = keyring.habeas(&["send", &case]);
    assert!(open.out.contains(&key) && open.out.contains("--encrypt"), "{}", open.out);
    let sealed = keyring.habeas(&["send", &case, "--encrypt"]);
    assert_eq!(sealed.code, Some(0), "{}", sealed.err);
    assert!(sealed.out.contains(&format!("OpenPGP key {key}")), "{}", sealed.out);
    let seen: Value =
        serde_json::from_str(&keyring.habeas(&["send", &case, "--encrypt", "--json"]).out).expect("JSON");
    assert_eq!(seen.pointer("/messages/0/encrypted_to").and_then(Value::as_str), Some(key.as_str()));

    keyring.refuses(&keyring.drafted(&"0".repeat(40)), "not in your keyring");
    // A part of the key has a fingerprint of its own, which is not the key's.
    let part = keyring.fingerprints(&key).swap_remove(1);
    keyring.refuses(&keyring.drafted(&part), "not in your keyring");
    let then = ["--faked-system-time", "20200101T000000"];
    let old = keyring.generate("Old <old@example.org>", &["future-default", "default", "1d"], &then);
    keyring.refuses(&keyring.drafted(&old), "has expired");
    let signing = keyring.generate("Signer <signer@example.org>", &["ed25519", "sign", "never"], &[]);
    keyring.refuses(&keyring.drafted(&signing), "no part that mail can be encrypted to");
    let file = keyring.path("gpg/openpgp-revocs.d").join(format!("{key}.rev"));
    let certificate = fs::read_to_string(file).expect("it was made with the key").replace(":-----", "-----");
    keyring.gpg(&["--import"], certificate.as_bytes());
    keyring.refuses(&keyring.drafted(&key), "was revoked");
}

#[test]
#[ignore = "needs gpg and sq (tests/run installs them)"]
fn where_gpg_has_not_the_key_the_certificates_of_sq_are_looked_through() {
    let keyring = Keyring::new();
    let fingerprint = keyring.generate_with_sq();
    let case = keyring.drafted(&fingerprint);
    let sealed = keyring.habeas(&["send", &case, "--encrypt"]);
    assert_eq!(sealed.code, Some(0), "{}", sealed.err);
    assert!(sealed.out.contains(&fingerprint), "{}", sealed.out);
    // A file of that name with another key in it is not the key.
    let (first, rest) = fingerprint.split_at(2);
    let other = keyring.drafted(&format!("{first}{}", "0".repeat(rest.len())));
    let folder = keyring.path("sq").join(first.to_lowercase());
    fs::rename(folder.join(rest.to_lowercase()), folder.join("0".repeat(rest.len()))).expect("it is ours");
    keyring.refuses(&other, "not in your keyring");
    keyring.refuses(&case, "not in your keyring");
}

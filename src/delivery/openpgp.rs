//! RIM: encrypts a letter to a company's OpenPGP key, through the person's own gpg or sq.
//!
//! In: the bytes to encrypt and the whole fingerprint of the key. Out: a message in ASCII armour (RFC 9580), or an
//! [`Error`] and then nothing. The key is looked up in the person's own keyring, gpg's first and then sq's
//! certificate directory, by its whole fingerprint; nothing is ever fetched. That the key is the company's is said by
//! the directory, which has the fingerprint from the company's page; no web of trust is asked.
//!
//! What the programs print names people and is not repeated. Not here: the e-mail around it (`message`), and
//! whether to encrypt at all (`cli`).

#![expect(clippy::disallowed_methods, reason = "this is where gpg and sq are run")]

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::spawn;
use std::time::Duration;

use super::Error;
use crate::directory::value::Fingerprint;

/// How long a program may take: one that waits for somebody never ends.
const TIME_MAX: Duration = Duration::from_secs(60);

/// The most bytes of what a program prints that are read; a letter has less than a hundredth of it.
const PRINTED_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// Why a key that is in the keyring is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFault {
    /// It has expired.
    Expired,
    /// It was revoked.
    Revoked,
    /// The person has disabled it.
    Disabled,
    /// No part of it is for encryption, or none that still holds.
    NotForEncryption,
}

impl fmt::Display for KeyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Expired => "has expired",
            Self::Revoked => "was revoked",
            Self::Disabled => "is disabled",
            Self::NotForEncryption => "has no part that mail can be encrypted to",
        })
    }
}

/// Encrypts bytes to the key of this fingerprint.
///
/// # Errors
/// The OpenPGP kinds of [`Error`]; nothing was encrypted then.
pub fn encrypt(bytes: &[u8], key: &Fingerprint) -> Result<String, Error> {
    let mut is_any_installed = false;
    for encrypt in [by_gpg, by_sq] {
        match encrypt(bytes, key) {
            Ok(message) => return Ok(message),
            Err(Obstacle::NotInstalled) => {}
            Err(Obstacle::KeyMissing) => is_any_installed = true,
            // A copy elsewhere may be an older one, and must not outweigh this.
            Err(Obstacle::Other(error)) => return Err(error),
        }
    }
    Err(if is_any_installed { Error::OpenPgpKeyMissing } else { Error::OpenPgpNotInstalled })
}

/// What stands between a program and the encrypted message.
enum Obstacle {
    /// The program is not there.
    NotInstalled,
    /// The key is not in its keyring.
    KeyMissing,
    /// It is, and all the same.
    Other(Error),
}

impl From<io::Error> for Obstacle {
    fn from(fault: io::Error) -> Self {
        match fault.kind() {
            io::ErrorKind::NotFound => Self::NotInstalled,
            _ => Self::Other(Error::OpenPgpFailed(fault)),
        }
    }
}

fn by_gpg(bytes: &[u8], key: &Fingerprint) -> Result<String, Obstacle> {
    // No option of it may ask a person or the network.
    let fixed = ["--batch", "--no-tty", "--disable-dirmngr", "--no-auto-key-locate"];
    let run_gpg = |arguments: &[&str], bytes: &[u8]| {
        let arguments: Vec<&OsStr> = fixed.iter().chain(arguments).map(OsStr::new).collect();
        run("gpg", &arguments, bytes)
    };
    let listing = run_gpg(&["--with-colons", "--fixed-list-mode", "--list-keys", key], &[])?;
    match state(&String::from_utf8_lossy(&listing.printed), key) {
        None => return Err(Obstacle::KeyMissing),
        Some(Err(fault)) => return Err(Obstacle::Other(Error::OpenPgpKeyNotUsable { fault })),
        Some(Ok(())) => {}
    }
    // The fingerprint is what vouches for the key.
    let trust = ["--trust-model", "always", "--status-fd", "2"];
    let task = ["--armor", "--output", "-", "--recipient", key, "--encrypt"];
    let ran = run_gpg(&[&trust[..], &task[..]].concat(), bytes)?;
    let told = |word: &str| {
        let words = ran.complaints.lines().filter_map(|line| line.strip_prefix("[GNUPG:] "));
        words.into_iter().any(|line| line.split(' ').next() == Some(word))
    };
    if !ran.is_success || !told("END_ENCRYPTION") || told("INV_RECP") {
        return Err(Obstacle::Other(Error::OpenPgpFailed(io::Error::other("gpg refused"))));
    }
    armoured(ran.printed)
}

/// Tells from a listing of gpg (its file `doc/DETAILS`, "Format of the colon listings") whether the key is there and
/// can be encrypted to.
fn state(listing: &str, key: &Fingerprint) -> Option<Result<(), KeyFault>> {
    let mut validity = "";
    let mut capabilities = "";
    for line in listing.lines() {
        let fields: Vec<&str> = line.split(':').collect();
        let field = |number: usize| fields.get(number).copied().unwrap_or_default();
        match field(0) {
            "pub" => (validity, capabilities) = (field(1), field(11)),
            "sub" => (validity, capabilities) = ("", ""),
            // The fingerprint of a key stands below it; that of a part of it is not the key's.
            "fpr" if !capabilities.is_empty() && field(9).eq_ignore_ascii_case(key) => {
                return Some(match validity {
                    "e" => Err(KeyFault::Expired),
                    "r" => Err(KeyFault::Revoked),
                    "d" => Err(KeyFault::Disabled),
                    _ if capabilities.contains('D') => Err(KeyFault::Disabled),
                    // Small letters are what its parts were made for, large ones what they can still do.
                    _ if !capabilities.contains('E') => Err(KeyFault::NotForEncryption),
                    _ => Ok(()),
                });
            }
            _ => {}
        }
    }
    None
}

/// sq has named its options anew twice, so it is asked for them; the certificate is given as a file, which every one
/// takes.
fn by_sq(bytes: &[u8], key: &Fingerprint) -> Result<String, Obstacle> {
    let help = run("sq", &["encrypt", "--help"].map(OsStr::new), &[])?;
    let help = String::from_utf8_lossy(&help.printed).into_owned();
    let certificate = certificate(key).ok_or(Obstacle::KeyMissing)?;
    let shown = run("sq", &[OsStr::new("inspect"), certificate.as_os_str()], &[])?;
    // Its parts are shown, too, by other words.
    let shown = String::from_utf8_lossy(&shown.printed).into_owned();
    let is_it = |line: &str| {
        line.trim().strip_prefix("Fingerprint:").is_some_and(|it| it.trim().eq_ignore_ascii_case(key))
    };
    if !shown.lines().any(is_it) {
        return Err(Obstacle::KeyMissing);
    }
    let known = ["--for-file", "--recipient-file", "--recipient-cert"];
    let Some(option) = known.into_iter().find(|option| help.contains(option)) else {
        return Err(Obstacle::Other(Error::OpenPgpFailed(io::Error::other("this sq is not known"))));
    };
    let unsigned = help.contains("--without-signature").then_some(OsStr::new("--without-signature"));
    let arguments = [OsStr::new("encrypt"), OsStr::new(option), certificate.as_os_str()];
    let ran = run("sq", &arguments.into_iter().chain(unsigned).collect::<Vec<_>>(), bytes)?;
    if !ran.is_success {
        let fault = KeyFault::NotForEncryption;
        return Err(Obstacle::Other(Error::OpenPgpKeyNotUsable { fault }));
    }
    armoured(ran.printed)
}

/// Finds a certificate in the directory that sq and others share
/// (<https://datatracker.ietf.org/doc/draft-nwjw-openpgp-cert-d/>, 3).
fn certificate(key: &Fingerprint) -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value: &OsString| !value.is_empty());
    let data = || {
        let home = || named("HOME").map(PathBuf::from);
        let by_system =
            if cfg!(target_os = "macos") { "Library/Application Support" } else { ".local/share" };
        named("XDG_DATA_HOME").map(PathBuf::from).or_else(|| Some(home()?.join(by_system)))
    };
    let folder = named("PGP_CERT_D").map(PathBuf::from).or_else(|| Some(data()?.join("pgp.cert.d")))?;
    let digits = key.to_ascii_lowercase();
    let (first, rest) = digits.split_at_checked(2)?;
    Some(folder.join(first).join(rest)).filter(|path| path.is_file())
}

fn armoured(printed: Vec<u8>) -> Result<String, Obstacle> {
    let text = String::from_utf8(printed).ok().map(|text| text.replace("\r\n", "\n"));
    let is_message = |text: &String| {
        text.is_ascii()
            && text.starts_with("-----BEGIN PGP MESSAGE-----\n")
            && text.trim_end().ends_with("-----END PGP MESSAGE-----")
    };
    text.filter(is_message)
        .ok_or_else(|| Obstacle::Other(Error::OpenPgpFailed(io::Error::other("it printed no message"))))
}

/// What a program did.
struct Ran {
    is_success: bool,
    printed: Vec<u8>,
    complaints: String,
}

/// Runs a program without a shell, hands it bytes, and hears what it prints; ends it when it takes too long.
fn run(program: &str, arguments: &[&OsStr], bytes: &[u8]) -> io::Result<Ran> {
    let mut command = Command::new(program);
    command.args(arguments).env("LC_ALL", "C");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let mut input = child.stdin.take().expect("standard input is piped");
    let bytes = bytes.to_vec();
    // A program that does not want it all closes its end, and says by its exit whether that was right.
    spawn(move || drop(input.write_all(&bytes)));
    let printed = heard(child.stdout.take().expect("standard output is piped"));
    let complaints = heard(child.stderr.take().expect("standard error is piped"));
    let result = (|| {
        let late = |_| io::Error::from(io::ErrorKind::TimedOut);
        let printed = printed.recv_timeout(TIME_MAX).map_err(late)??;
        let complaints = complaints.recv_timeout(TIME_MAX).map_err(late)??;
        Ok((printed, String::from_utf8_lossy(&complaints).into_owned()))
    })();
    let (printed, complaints) = match result {
        Ok(said) => said,
        Err(fault) => return Err(ended(&mut child, fault)),
    };
    let is_success = child.wait()?.success();
    Ok(Ran { is_success, printed, complaints })
}

/// Reads an output in a thread of its own, so that no pipe fills up while another is read.
fn heard(output: impl Read + Send + 'static) -> Receiver<io::Result<Vec<u8>>> {
    let (tell, hear) = channel();
    spawn(move || {
        let mut bytes = Vec::new();
        let read = output.take(PRINTED_BYTES_MAX).read_to_end(&mut bytes).map(|_| bytes);
        // Nobody hears it when the time is over.
        drop(tell.send(read));
    });
    hear
}

/// Ends a program that did not end by itself, and says why.
fn ended(child: &mut Child, fault: io::Error) -> io::Error {
    match child.kill().and_then(|()| child.wait()) {
        Ok(_) => fault,
        Err(still) => still,
    }
}

#[cfg(test)]
mod tests {
    use super::{KeyFault, state};
    use crate::directory::value::Fingerprint;

    const KEY: &str = "8F17777118A33DDA9BA48E62AACB3243630052D9";

    fn key() -> Fingerprint {
        KEY.to_lowercase().try_into().expect("whole")
    }

    #[test]
    fn a_listing_tells_whether_a_key_can_be_encrypted_to() {
        let listing = |validity: &str, capabilities: &str| {
            format!(
                "tru::1:1795800000:0:3:1:5\npub:{validity}:255:22:AACB3243630052D9:1795800000:::u:::{capabilities}:::::ed25519:::0:\n\
                 fpr:::::::::{KEY}:\nuid:u::::1795800000::AB::Shop <dpo@example.org>::::::::::0:\n\
                 sub:u:255:18:1122334455667788:1795800000::::::e:::::cv25519::\nfpr:::::::::00{}:\n",
                KEY.split_at(2).1
            )
        };
        assert_eq!(state(&listing("-", "scESC"), &key()), Some(Ok(())));
        assert_eq!(state(&listing("e", "sc"), &key()), Some(Err(KeyFault::Expired)));
        assert_eq!(state(&listing("r", "sc"), &key()), Some(Err(KeyFault::Revoked)));
        assert_eq!(state(&listing("-", "scESCD"), &key()), Some(Err(KeyFault::Disabled)));
        assert_eq!(state(&listing("-", "sceSC"), &key()), Some(Err(KeyFault::NotForEncryption)));
        assert_eq!(state("", &key()), None);
    }

    #[test]
    fn the_fingerprint_of_a_part_of_a_key_is_not_the_key_s() {
        let other = "0".repeat(40);
        let listing = format!(
            "pub:-:255:22:0:0:::u:::scESC:::::ed25519:::0:\nfpr:::::::::{other}:\n\
             sub:-:255:18:0:0::::::e:::::cv25519::\nfpr:::::::::{KEY}:\n"
        );
        assert_eq!(state(&listing, &key()), None);
    }
}

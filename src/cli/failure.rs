//! Failure: why a command did not do what it was asked, and what to do next.
//!
//! In: the errors of the rooms. Out: a kind (which fixes the exit code), one clear sentence, and where we
//! know one the next command to type. Causes are joined by `: `, the most general first.
//!
//! No personal value is in any of it: rooms name files, rows and fields only.

use std::error::Error;
use std::fmt::Write as _;
use std::io;
use std::path::Path;

use crate::law::article::Regime;
use crate::law::right::Right;
use crate::letter::Field;
use crate::letter::choice::Ground;
use crate::letter::kind::Kind as LetterKind;
use crate::letter::template::Matter;
use crate::tracker::store;
use crate::yaml::Fault;
use crate::{delivery, letter};

/// What sort of failure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The command line does not make sense.
    Usage,
    /// The profile, the directory or the home folder needs a look.
    Settings,
    /// A file or a name the user gave is not what it should be.
    Input,
    /// A server could not be used.
    Network,
    /// Our mistake.
    Bug,
}

impl Kind {
    /// Returns the exit code.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Usage => 2,
            Self::Settings | Self::Input | Self::Network | Self::Bug => 1,
        }
    }
}

/// Why a command did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What sort of failure it is.
    pub kind: Kind,
    /// One sentence, lower case, no full stop.
    pub message: String,
    /// What to type next, where we know it.
    pub hint: Option<String>,
}

impl Failure {
    /// Describes a failure.
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hint: None }
    }

    /// Adds what to type next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Describes a failure by an error and its causes.
    pub fn of(kind: Kind, error: &(dyn Error + 'static)) -> Self {
        let mut message = error.to_string();
        let mut cause = error.source();
        while let Some(error) = cause {
            // Writing to a string cannot fail.
            let _ = write!(message, ": {error}");
            cause = error.source();
        }
        Self::new(kind, message)
    }

    /// Describes why a file that the user named, or one in the home, could not be written.
    pub fn unwritten(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        move |error| {
            Self::new(Kind::Input, format!("writing {}: {error}", path.display()))
                .hint("look at the folder, its permissions and the free space, or name another place")
        }
    }

    /// Shows it as it is printed: the most important line last.
    pub fn shown(&self) -> String {
        match &self.hint {
            None => format!("error: {}", self.message),
            Some(hint) => format!("error: {}\nnext: {hint}", self.message),
        }
    }
}

/// A faulty file whose content may be shown: a directory, a recipe, a letter.
impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::new(Kind::Settings, format!("{} is not readable\n{}", fault.file, fault.shown))
            .hint("mend the lines shown above and try again")
    }
}

impl From<letter::Error> for Failure {
    fn from(error: letter::Error) -> Self {
        match error {
            letter::Error::FrontMatter(fault) => fault.into(),
            letter::Error::Missing { field } => {
                Self::of(Kind::Settings, &error).hint(format!("habeas profile set {} …", flag_of(field)))
            }
            letter::Error::ControlCharacter { ref field } | letter::Error::TooLong { ref field, .. } => {
                let hint = match field.strip_suffix(" of the company") {
                    Some(_) => {
                        "mend the record in companies.yaml in the home, or what you gave for it".to_owned()
                    }
                    None if field.starts_with("--") => format!("write it anew: {field} …"),
                    None => "habeas profile set, or edit the profile by hand".to_owned(),
                };
                Self::of(Kind::Settings, &error).hint(hint)
            }
            letter::Error::Unprintable { ref field, .. } => {
                let hint = match field {
                    Some(Field::Profile(field)) => format!("habeas profile set {} …", flag_of(field)),
                    Some(Field::Flag(flag)) => format!("write it with other characters: {flag} …"),
                    Some(Field::Company(id)) => {
                        format!("habeas companies show {id}; your own companies.yaml wins over it")
                    }
                    None => "mend the letter or the phrases you wrote yourself".to_owned(),
                };
                Self::of(Kind::Input, &error).hint(hint)
            }
            letter::Error::NoLetter { kind, regime, language, ref languages } => {
                let stem = Matter { language, kind, right: Right::Access, regime }.stem();
                let own = format!("write your own as templates/letters/{language}/{stem}.txt in the home");
                let other = languages
                    .first()
                    .map(|other| format!(", or write it in another language: --letter-lang {other}"));
                Self::of(Kind::Input, &error).hint(own + &other.unwrap_or_default())
            }
            letter::Error::NotChosen { right, flag, .. } => {
                Self::of(Kind::Usage, &error).hint(format!("habeas draft {right} COMPANY {flag}"))
            }
            letter::Error::NotSaid { flag, .. } => Self::of(Kind::Usage, &error)
                .hint(format!("leave out {flag}, or choose the right it belongs to: habeas draft --help")),
            letter::Error::NoGround { right, .. } => {
                let grounds = Ground::ALL.iter().filter(|ground| ground.suits(right));
                let grounds: Vec<&str> = grounds.map(|ground| ground.id()).collect();
                let hint = match grounds.as_slice() {
                    [] => "it needs no ground: leave out --ground".to_owned(),
                    grounds => format!("one of {}", grounds.join(", ")),
                };
                Self::of(Kind::Usage, &error).hint(hint)
            }
            letter::Error::NotOfCase { right, .. } => {
                let kinds = LetterKind::LATER.iter().filter(|kind| kind.suits(right, Regime::Eu));
                let kinds: Vec<&str> = kinds.map(|kind| kind.id()).collect();
                Self::of(Kind::Usage, &error).hint(format!("it has {}", kinds.join(", ")))
            }
            letter::Error::Template { .. } => {
                Self::of(Kind::Settings, &error).hint("mend that line of the letter and try again")
            }
        }
    }
}

/// The flag that sets a field of the profile.
fn flag_of(field: &str) -> String {
    match field.split_once('.') {
        Some(("known_as", rest)) => format!("--known-as {}=", rest.replace('.', ":")),
        Some(_) | None if field == "emails" => "--email".to_owned(),
        Some(_) | None => format!("--{}", field.replace('_', "-")),
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NoCase { .. } => Self::of(Kind::Input, &error).hint("habeas status"),
            store::Error::Taken { ref reference } => {
                let hint = format!("habeas status {reference}");
                Self::of(Kind::Input, &error).hint(hint)
            }
            store::Error::NoName { .. } => {
                Self::of(Kind::Input, &error).hint("nothing was kept; a case is named as in HB-7F3K2Q")
            }
            store::Error::NoFile { .. } => {
                Self::of(Kind::Settings, &error).hint("put the file or folder itself there, and try again")
            }
            store::Error::Unreadable { .. } => {
                Self::of(Kind::Settings, &error).hint("look at its permissions and at whose it is")
            }
            store::Error::NoStore => Self::of(Kind::Input, &error).hint("habeas draft access COMPANY"),
            store::Error::ReadOnly | store::Error::Interrupted => Self::of(Kind::Settings, &error)
                .hint("look at the home folder's permissions, or name another with --home DIR"),
            store::Error::Full => Self::of(Kind::Settings, &error)
                .hint("free some space and try again; what was kept is still there"),
            store::Error::CopyExists => Self::of(Kind::Input, &error).hint("give another --out"),
            store::Error::CopyInside => {
                Self::of(Kind::Input, &error).hint("give an --out elsewhere, best on another disk")
            }
            store::Error::CopyFaulty { .. } => {
                Self::of(Kind::Settings, &error).hint("habeas verify shows them; no copy was left")
            }
            store::Error::NoImport { .. } => Self::of(Kind::Input, &error)
                .hint("habeas status lists the answers that were read; habeas import FILE reads one"),
            store::Error::Newer { .. } => {
                Self::of(Kind::Settings, &error).hint("install the newer version; nothing was changed")
            }
            store::Error::Damaged { .. } => Self::of(Kind::Settings, &error)
                .hint("nothing was changed; habeas verify shows all of it; restore the home from a backup"),
            store::Error::Changed { ref reference } => {
                let hint = format!("habeas status {reference}");
                Self::of(Kind::Input, &error).hint(hint)
            }
            store::Error::Busy => {
                Self::of(Kind::Settings, &error).hint("wait for the other one and try again")
            }
            store::Error::File(_) => {
                Self::of(Kind::Settings, &error).hint("look at the home folder's permissions and free space")
            }
            store::Error::Sqlite(_) => Self::of(Kind::Bug, &error).hint("habeas verify"),
        }
    }
}

impl From<delivery::Error> for Failure {
    fn from(error: delivery::Error) -> Self {
        use delivery::Error as E;
        let settings = |hint: &str| Self::of(Kind::Settings, &error).hint(hint);
        let network = |hint: &str| Self::of(Kind::Network, &error).hint(hint);
        match &error {
            E::ForbiddenCharacter { .. } | E::NotValid { .. } => settings("habeas profile check"),
            E::PasswordCommand(_) | E::PasswordUnreadable(_) | E::PasswordNotUsable => {
                settings("habeas profile set --mail-password-command 'PROGRAM ARGUMENT …'")
            }
            E::OpenPgpNotInstalled => settings("install gnupg, or send it without --encrypt"),
            E::OpenPgpKeyMissing => settings(
                "get the key from the company's page and: gpg --import FILE; or send it without --encrypt",
            ),
            E::OpenPgpKeyNotUsable { .. } => {
                settings("get the company's new key and its fingerprint, or send it without --encrypt")
            }
            E::OpenPgpFailed(_) => settings("see whether gpg --list-keys works; nothing was sent"),
            E::PasswordFileOpenToOthers => settings("chmod 600 FILE"),
            E::WrongPassword { .. } | E::MailboxLoginRefused => settings(
                "look at the mail account (habeas profile show); many providers want a password made for programs",
            ),
            E::LoginNotOffered { .. } | E::TlsNotOffered { .. } => settings(
                "use the port with TLS: 465 implicit, or 587 with starttls (habeas profile set --mail-port …)",
            ),
            E::CertificateNotTrusted { .. } => {
                network("nothing was sent; look at the server's name in the profile")
            }
            E::HostNotFound { .. } => network(
                "nothing was sent; look at the server's name (habeas profile show) and at your connection",
            ),
            E::TooMuch { .. } => network("nothing was sent; look at server and port: habeas profile show"),
            E::TooLarge => network("send the letter by post, or from an account that takes larger messages"),
            E::MailboxNotUnderstood { .. } => network("look at server and port: habeas profile show"),
            E::MailboxClosed { .. } => network("try again later; what was read before stays read"),
            E::MailboxRefused { .. } => network("look at the folder's name and at the mail account"),
            E::Unreachable { .. } | E::TlsFailed { .. } | E::NotUnderstood { .. } => {
                network("nothing was sent; look at server, port and connection, then try again")
            }
            E::RecipientRefused { .. } => {
                network("the address does not take mail; give another: habeas send CASE --to ADDRESS")
            }
            E::Refused { .. } => network("nothing was sent; look at the mail account"),
            E::Temporary { .. } => network("nothing was sent; try again later"),
            E::Unknown => network(
                "look into your Sent folder, then: habeas record CASE sent, or habeas send CASE --again --yes",
            ),
            E::NotAFileName | E::FileExists { .. } => {
                Self::of(Kind::Input, &error).hint("give another --out")
            }
            E::NotWritten { .. } => {
                Self::of(Kind::Input, &error).hint("look at the folder's permissions and free space")
            }
        }
    }
}

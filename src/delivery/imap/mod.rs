//! A mailbox on a server, by IMAP (RFC 3501; what RFC 9051 kept of it) over TLS.
//!
//! In: an [`Account`] with a mailbox server, its password. Out: the folders, what lies in one, single mails as
//! bytes; and, only where it is asked for, a copy of a sent message put into a folder. Reading changes nothing: a
//! folder is examined, not selected, and a mail is peeked at, so that it stays unread.
//!
//! What a server writes is bounded in size and never repeated in an error. Not here: the network itself (`wire`),
//! the grammar (`response`), and what a mail means (`inbox`).

mod response;

use std::fmt;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, NaiveDate, Utc};
use secrecy::{ExposeSecret, SecretString};

use self::response::{Item, Piece, folder_name, folder_wire, parse};
use super::account::{Account, Login, MailboxServer, Security};
use super::wire::{STEP_TIME_MAX, Wire};
use super::{Error, token_words};

/// The largest mail that is fetched, in bytes: what providers let through is half of it.
pub const MAIL_BYTES_MAX: u32 = 64 * 1024 * 1024;

/// The largest text that may stand in a response which is no mail: a name of a folder.
const TEXT_BYTES_MAX: usize = 64 * 1024;

/// The most responses to one question: as many as mails in a very large folder.
const RESPONSES_MAX: usize = 2_000_000;

/// The most bytes of all responses to one question.
const ANSWER_BYTES_MAX: usize = 2 * MAIL_BYTES_MAX as usize;

/// So many responses have to come in a step's time.
const RESPONSES_A_STEP: usize = 1000;

/// The most responses to a login.
const ANSWERS_MAX: usize = 20;

/// What a mailbox server was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailboxStep {
    /// To say what it can do.
    Capability,
    /// To list the folders.
    Folders,
    /// To open a folder for reading.
    Open,
    /// To list the mails of a folder.
    List,
    /// To hand over a mail.
    Fetch,
    /// To put a copy of a message into a folder.
    Append,
}

impl fmt::Display for MailboxStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Capability => "saying what it can do",
            Self::Folders => "listing the folders",
            Self::Open => "opening the folder",
            Self::List => "listing the mails",
            Self::Fetch => "handing over a mail",
            Self::Append => "keeping a copy of what was sent",
        })
    }
}

/// A folder of a mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Its name, to be shown and to be opened by.
    pub name: String,
    /// What it is for, where the server says so (RFC 6154).
    pub usage: Option<Usage>,
}

/// What a folder is for (RFC 6154, 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usage {
    /// All mails there are.
    All,
    /// What was put away.
    Archive,
    /// What is being written.
    Drafts,
    /// What is taken for spam.
    Junk,
    /// What was sent.
    Sent,
    /// What was deleted.
    Trash,
}

/// A folder that is open for reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// While this number stays the same, a mail's number names the same mail (RFC 3501, 2.3.1.1).
    pub uid_validity: u32,
    /// How many mails are in it.
    pub mails: u32,
}

/// A mail in the open folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// Its number, which is never given to another mail while the folder's `uid_validity` stays the same.
    pub uid: u32,
    /// Its size.
    pub bytes: u32,
    /// The day it came into the mailbox, where the server says so.
    pub arrived: Option<NaiveDate>,
}

/// A mailbox, logged in.
pub struct Mailbox {
    wire: Wire,
    tag: u32,
    /// Bytes that came since the last question.
    came: usize,
    capabilities: Vec<String>,
}

impl Mailbox {
    /// Connects with TLS, verifies the certificate and logs in.
    ///
    /// # Errors
    /// The kinds of a connection that fails, [`Error::LoginNotOffered`], [`Error::MailboxLoginRefused`].
    pub fn open(account: &Account, server: &MailboxServer, password: &SecretString) -> Result<Self, Error> {
        Self::open_within(account, server, password, STEP_TIME_MAX)
    }

    /// As [`Self::open`], with another largest time for each step.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_within(
        account: &Account,
        server: &MailboxServer,
        password: &SecretString,
        patience: Duration,
    ) -> Result<Self, Error> {
        let wire = Wire::connect(&server.server, server.port, server.security, patience)?;
        let mut mailbox = Self { wire, tag: 0, came: 0, capabilities: Vec::new() };
        mailbox.greet(server.security)?;
        let user = server.user.as_deref().unwrap_or(&account.user);
        mailbox.log_in(user, account.login, password)?;
        Ok(mailbox)
    }

    /// Lists the folders.
    ///
    /// # Errors
    /// [`Error::MailboxRefused`], or those of a connection that breaks.
    pub fn folders(&mut self) -> Result<Vec<Folder>, Error> {
        let question = if self.can("LIST-EXTENDED") && self.can("SPECIAL-USE") {
            "LIST \"\" \"*\" RETURN (SPECIAL-USE)"
        } else {
            "LIST \"\" \"*\""
        };
        let responses = self.ask(question, MailboxStep::Folders)?;
        Ok(responses.iter().filter_map(|response| folder(response)).collect())
    }

    /// Opens a folder for reading.
    ///
    /// # Errors
    /// [`Error::MailboxRefused`] when there is none of that name, or those of a connection that breaks.
    pub fn examine(&mut self, folder: &str) -> Result<Opened, Error> {
        let name = quoted(&folder_wire(folder)).ok_or_else(|| refused(MailboxStep::Open))?;
        let responses = self.ask(&format!("EXAMINE {name}"), MailboxStep::Open)?;
        let uid_validity = responses.iter().find_map(|response| code_number(response, "UIDVALIDITY"));
        let mails = responses.iter().find_map(|response| match response.as_slice() {
            [_, number, what] if what.word().as_deref() == Some("EXISTS") => number.number(),
            _ => None,
        });
        let uid_validity = uid_validity.ok_or_else(|| refused(MailboxStep::Open))?;
        Ok(Opened { uid_validity, mails: mails.unwrap_or(0) })
    }

    /// Lists the mails of the open folder from a number on, by number.
    ///
    /// # Errors
    /// [`Error::MailboxRefused`], or those of a connection that breaks.
    pub fn list_from(&mut self, uid: u32) -> Result<Vec<Listed>, Error> {
        let question = format!("UID FETCH {}:* (UID RFC822.SIZE INTERNALDATE)", uid.max(1));
        let responses = self.ask(&question, MailboxStep::List)?;
        // The last mail is always among them, even below the number that was asked for (RFC 3501, 6.4.8).
        let mut listed: Vec<Listed> =
            responses.iter().filter_map(|response| listed(response)).filter(|mail| mail.uid >= uid).collect();
        listed.sort_by_key(|mail| mail.uid);
        listed.dedup_by_key(|mail| mail.uid);
        Ok(listed)
    }

    /// Fetches a mail of the open folder, which stays unread. None if it is no longer there.
    ///
    /// # Errors
    /// [`Error::MailboxRefused`], [`Error::TooMuch`] above [`MAIL_BYTES_MAX`], or those of a connection that breaks.
    pub fn fetch(&mut self, uid: u32) -> Result<Option<Vec<u8>>, Error> {
        let question = format!("UID FETCH {uid} (UID BODY.PEEK[])");
        let responses = self.ask(&question, MailboxStep::Fetch)?;
        Ok(responses.iter().find_map(|response| {
            let fields = fetched(response)?;
            let is_it = field(fields, "UID").and_then(Item::number) == Some(uid);
            field(fields, "BODY[]").and_then(Item::bytes).filter(|_| is_it).map(<[u8]>::to_vec)
        }))
    }

    /// Puts a copy of a message into a folder, marked as read.
    ///
    /// # Errors
    /// [`Error::MailboxRefused`], or those of a connection that breaks; the copy may be there even then.
    pub fn append(&mut self, folder: &str, message: &[u8], date: DateTime<Utc>) -> Result<(), Error> {
        let name = quoted(&folder_wire(folder)).ok_or_else(|| refused(MailboxStep::Append))?;
        let date = date.format("%d-%b-%Y %H:%M:%S +0000");
        let question = format!("APPEND {name} (\\Seen) \"{date}\" {{{}}}", message.len());
        let tag = self.say(&question)?;
        self.hear_leave(&tag, MailboxStep::Append)?;
        self.wire.send(message)?;
        self.wire.send(b"\r\n")?;
        self.hear(&tag, MailboxStep::Append).map(|_| ())
    }

    /// Says goodbye.
    pub fn close(mut self) {
        let _ = self.say("LOGOUT");
    }

    fn can(&self, capability: &str) -> bool {
        self.capabilities.iter().any(|known| known == capability)
    }

    fn not_understood(&self) -> Error {
        Error::MailboxNotUnderstood { server: self.wire.place() }
    }

    fn greet(&mut self, security: Security) -> Result<(), Error> {
        self.wire.begin_step();
        let greeting = self.response()?;
        let status = greeting.get(1).and_then(Item::word);
        match (status.as_deref(), security) {
            (Some("OK"), _) | (Some("PREAUTH"), Security::Implicit) => {}
            (Some("BYE"), _) => return Err(Error::MailboxClosed { server: self.wire.place() }),
            // Logged in before the line is encrypted: somebody stands between.
            (Some("PREAUTH"), Security::StartTls) => {
                return Err(Error::TlsNotOffered { server: self.wire.place() });
            }
            (Some(_) | None, _) => return Err(self.not_understood()),
        }
        match security {
            Security::Implicit => {}
            Security::StartTls => {
                let not_offered = Error::TlsNotOffered { server: self.wire.place() };
                match self.ask("STARTTLS", MailboxStep::Capability) {
                    Ok(_) => self.wire.encrypt()?,
                    Err(Error::MailboxRefused { .. }) => return Err(not_offered),
                    Err(fault) => return Err(fault),
                }
            }
        }
        self.learn_capabilities()
    }

    fn learn_capabilities(&mut self) -> Result<(), Error> {
        let responses = self.ask("CAPABILITY", MailboxStep::Capability)?;
        let said = responses.iter().find_map(|response| match response.as_slice() {
            [_, what, words @ ..] if what.word().as_deref() == Some("CAPABILITY") => Some(words),
            _ => None,
        });
        self.capabilities = said.unwrap_or_default().iter().filter_map(Item::word).collect();
        Ok(())
    }

    fn log_in(&mut self, user: &str, login: Login, password: &SecretString) -> Result<(), Error> {
        let logged_in = match login {
            Login::XOAuth2 if self.can("AUTH=XOAUTH2") => {
                self.authenticate("XOAUTH2", &token_words(user, password))
            }
            Login::Password if self.can("AUTH=PLAIN") => {
                let words = SecretString::from(format!("\0{user}\0{}", password.expose_secret()));
                self.authenticate("PLAIN", &words)
            }
            Login::Password if !self.can("LOGINDISABLED") => self.log_in_plainly(user, password),
            Login::XOAuth2 | Login::Password => {
                return Err(Error::LoginNotOffered { server: self.wire.place() });
            }
        };
        logged_in.map_err(|fault| match fault {
            Error::MailboxRefused { .. } => Error::MailboxLoginRefused,
            other => other,
        })?;
        // More is offered to those who are known.
        self.learn_capabilities()
    }

    fn authenticate(&mut self, mechanism: &str, words: &SecretString) -> Result<(), Error> {
        let words = STANDARD.encode(words.expose_secret());
        let tag = self.say(&format!("AUTHENTICATE {mechanism}"))?;
        self.hear_leave(&tag, MailboxStep::Capability)?;
        self.wire.send(format!("{words}\r\n").as_bytes())?;
        for _ in 0..ANSWERS_MAX {
            let response = self.response()?;
            match response.first().and_then(Item::word).as_deref() {
                // The reason of a refusal, which has to be answered before the refusal itself comes (XOAUTH2).
                Some("+") => self.wire.send(b"\r\n")?,
                Some(word) if word == tag => {
                    let is_ok = response.get(1).and_then(Item::word).as_deref() == Some("OK");
                    return if is_ok { Ok(()) } else { Err(refused(MailboxStep::Capability)) };
                }
                Some(_) | None => {}
            }
        }
        Err(Error::TooMuch { server: self.wire.place() })
    }

    /// The command LOGIN, for servers that know nothing else. A text that cannot be quoted goes as a literal.
    fn log_in_plainly(&mut self, user: &str, password: &SecretString) -> Result<(), Error> {
        if let (Some(user), Some(password)) = (quoted(user), quoted(password.expose_secret())) {
            return self.ask(&format!("LOGIN {user} {password}"), MailboxStep::Capability).map(|_| ());
        }
        let tag = self.say(&format!("LOGIN {{{}}}", user.len()))?;
        self.hear_leave(&tag, MailboxStep::Capability)?;
        let password = password.expose_secret();
        self.wire.send(format!("{user} {{{}}}\r\n", password.len()).as_bytes())?;
        self.hear_leave(&tag, MailboxStep::Capability)?;
        self.wire.send(format!("{password}\r\n").as_bytes())?;
        self.hear(&tag, MailboxStep::Capability).map(|_| ())
    }

    /// Asks, and returns the untagged responses.
    fn ask(&mut self, question: &str, step: MailboxStep) -> Result<Vec<Vec<Item>>, Error> {
        let tag = self.say(question)?;
        self.hear(&tag, step)
    }

    fn say(&mut self, question: &str) -> Result<String, Error> {
        self.tag += 1;
        self.came = 0;
        self.wire.begin_question();
        let tag = format!("A{}", self.tag);
        self.wire.send(format!("{tag} {question}\r\n").as_bytes())?;
        Ok(tag)
    }

    /// Hears everything up to the answer to a question.
    fn hear(&mut self, tag: &str, step: MailboxStep) -> Result<Vec<Vec<Item>>, Error> {
        let mut heard: Vec<Vec<Item>> = Vec::new();
        for number in 0..RESPONSES_MAX {
            let response = self.response().map_err(|fault| match fault {
                // RFC 3501, 7.1.5: it says so before it hangs up.
                Error::Unreachable { server, .. } if heard.iter().any(|said| is_goodbye(said)) => {
                    Error::MailboxClosed { server }
                }
                other => other,
            })?;
            // A long list is no silence; one that drips is.
            if number % RESPONSES_A_STEP == 0 {
                self.wire.begin_step();
            }
            match response.first().and_then(Item::word).as_deref() {
                Some(word) if word == tag => {
                    let status = response.get(1).and_then(Item::word);
                    return if status.as_deref() == Some("OK") { Ok(heard) } else { Err(refused(step)) };
                }
                Some("*") => heard.push(response),
                Some(_) | None => return Err(self.not_understood()),
            }
        }
        Err(Error::TooMuch { server: self.wire.place() })
    }

    /// Waits for the server's leave to go on with what was announced.
    fn hear_leave(&mut self, tag: &str, step: MailboxStep) -> Result<(), Error> {
        for _ in 0..RESPONSES_MAX {
            let response = self.response()?;
            match response.first().and_then(Item::word).as_deref() {
                Some("+") => return Ok(()),
                Some(word) if word == tag => return Err(refused(step)),
                Some("*") => {}
                Some(_) | None => return Err(self.not_understood()),
            }
        }
        Err(Error::TooMuch { server: self.wire.place() })
    }

    fn response(&mut self) -> Result<Vec<Item>, Error> {
        let mut pieces = Vec::new();
        let mut left = MAIL_BYTES_MAX as usize;
        loop {
            let line = self.wire.line()?;
            self.came = self.came.saturating_add(line.len());
            if self.came > ANSWER_BYTES_MAX {
                return Err(Error::TooMuch { server: self.wire.place() });
            }
            // What follows a plus is no grammar: a text, or base64.
            if pieces.is_empty() && line.starts_with(b"+") {
                return Ok(vec![Item::Word("+".to_owned())]);
            }
            let literal = announced(&line).filter(|_| !(pieces.is_empty() && is_status(&line)));
            let Some((line, count)) = literal else {
                pieces.push(Piece::Line(line));
                break;
            };
            let is_mail = line.to_ascii_uppercase().ends_with(b"BODY[] ");
            if count > if is_mail { left } else { TEXT_BYTES_MAX.min(left) } {
                return Err(Error::TooMuch { server: self.wire.place() });
            }
            left -= count;
            self.came = self.came.saturating_add(count);
            pieces.push(Piece::Line(line.to_vec()));
            pieces.push(Piece::Literal(self.wire.bytes(count)?));
        }
        parse(pieces).filter(|items| !items.is_empty()).ok_or_else(|| self.not_understood())
    }
}

fn refused(step: MailboxStep) -> Error {
    Error::MailboxRefused { step }
}

/// Splits the announcement of a literal, `{42}`, from the end of a line.
fn announced(line: &[u8]) -> Option<(&[u8], usize)> {
    let inner = line.strip_suffix(b"}")?;
    let start = inner.iter().rposition(|byte| *byte == b'{')?;
    let digits = std::str::from_utf8(inner.get(start + 1..)?).ok()?;
    let count = digits.strip_suffix('+').unwrap_or(digits).parse().ok()?;
    Some((line.get(..start)?, count))
}

/// Tells whether a line is a status with a text for people, in which no literal stands.
fn is_status(line: &[u8]) -> bool {
    let second = line.split(|byte| *byte == b' ').nth(1).unwrap_or_default();
    [&b"OK"[..], b"NO", b"BAD", b"BYE"].iter().any(|status| second.eq_ignore_ascii_case(status))
}

fn is_goodbye(response: &[Item]) -> bool {
    response.get(1).and_then(Item::word).as_deref() == Some("BYE")
}

/// Puts a text in quotes, where it can stand in them (RFC 3501, 9).
fn quoted(text: &str) -> Option<String> {
    let fits = text.chars().all(|character| matches!(character, ' '..='~')) && text.len() <= 1000;
    fits.then(|| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")))
}

fn folder(response: &[Item]) -> Option<Folder> {
    let [_, what, flags, _, name, ..] = response else { return None };
    let is_list = what.word().as_deref() == Some("LIST");
    let flags: Vec<String> = flags.list()?.iter().filter_map(Item::word).collect();
    let is_there = !flags.iter().any(|flag| flag == "\\NOSELECT" || flag == "\\NONEXISTENT");
    let usage = flags.iter().find_map(|flag| usage(flag));
    (is_list && is_there).then_some(Folder { name: folder_name(name.bytes()?), usage })
}

fn usage(flag: &str) -> Option<Usage> {
    match flag {
        "\\ALL" => Some(Usage::All),
        "\\ARCHIVE" => Some(Usage::Archive),
        "\\DRAFTS" => Some(Usage::Drafts),
        "\\JUNK" => Some(Usage::Junk),
        "\\SENT" => Some(Usage::Sent),
        "\\TRASH" => Some(Usage::Trash),
        _ => None,
    }
}

/// Returns the number of a code such as `[UIDVALIDITY 1234]`.
fn code_number(response: &[Item], name: &str) -> Option<u32> {
    response.iter().find_map(|item| match item {
        Item::Code(code) => {
            let (known, number) = code.split_once(' ')?;
            known.eq_ignore_ascii_case(name).then(|| number.parse().ok())?
        }
        Item::Word(_) | Item::Text(_) | Item::List(_) => None,
    })
}

/// Returns the fields of `* 3 FETCH (…)`.
fn fetched(response: &[Item]) -> Option<&[Item]> {
    match response {
        [_, _, what, fields] if what.word().as_deref() == Some("FETCH") => fields.list(),
        _ => None,
    }
}

fn field<'fields>(fields: &'fields [Item], name: &str) -> Option<&'fields Item> {
    let pair = fields.as_chunks::<2>().0.iter().find(|[key, _]| key.word().as_deref() == Some(name));
    pair.map(|[_, value]| value)
}

/// Reads the day of ` 2-Nov-2026 10:00:00 +0100` (RFC 3501, 9: `date-time`).
fn day(text: &[u8]) -> Option<NaiveDate> {
    let text = std::str::from_utf8(text).ok()?;
    NaiveDate::parse_from_str(text.split_whitespace().next()?, "%d-%b-%Y").ok()
}

fn listed(response: &[Item]) -> Option<Listed> {
    let fields = fetched(response)?;
    let uid = field(fields, "UID")?.number()?;
    let bytes = field(fields, "RFC822.SIZE")?.number()?;
    let arrived = field(fields, "INTERNALDATE").and_then(Item::bytes).and_then(day);
    Some(Listed { uid, bytes, arrived })
}

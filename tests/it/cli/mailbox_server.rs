//! A mailbox server (IMAP) that does as it is told, faults included: two mails in one folder, a memory of every command
//! that came encrypted and of every line that came in the clear, and of the copies it was given.

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::mail_server::{Certificates, PASSWORD, Shown};

/// What a server does wrong in one conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing.
    None,
    /// It hangs up without a word.
    HangsUp,
    /// It says this in the place of the greeting, and no more.
    Greets(&'static str),
    /// One line of its greeting has no end.
    GreetsInOneLine,
    /// It does not know STARTTLS.
    RefusesTls,
    /// It says that one is logged in, before the line is encrypted.
    PreauthenticatesBeforeTls,
    /// It puts a response behind the one to STARTTLS, before the line is encrypted.
    InjectsBeforeTls,
    /// It offers no way to log in.
    HidesLogin,
    /// It answers this command so; `TAG` is the tag of the question.
    Answers(&'static str, &'static str),
    /// It answers this command so, and hangs up.
    AnswersLast(&'static str, &'static str),
    /// It puts this in front of the answer to this command.
    Injects(&'static str, &'static str),
    /// It hangs up in the middle of the mail of this number.
    CutsMail(u32),
    /// It says the same again and again, and never answers.
    NeverEnds,
}

/// What a server remembers.
#[derive(Default)]
pub(super) struct Memory {
    /// Every line that came before TLS.
    pub(super) clear: Vec<String>,
    /// Every command that came after it, without its tag.
    pub(super) commands: Vec<String>,
    /// The copies it was given: folder and message.
    pub(super) copies: Vec<(String, String)>,
}

/// A running server; it ends with the test.
pub(super) struct MailboxServer {
    pub(super) port: u16,
    pub(super) memory: Arc<Mutex<Memory>>,
}

/// The number of the folder, and of its mails.
const UID_VALIDITY: u32 = 77;
pub(super) const UIDS: [u32; 2] = [4, 9];

type Line = BufReader<StreamOwned<ServerConnection, TcpStream>>;

impl MailboxServer {
    /// Starts a server; each caller meets the next fault, and none when they are used up.
    pub(super) fn start(
        certificates: &Certificates,
        shown: Shown,
        is_implicit: bool,
        mails: [String; 2],
        faults: &[Fault],
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let memory = Arc::new(Mutex::new(Memory::default()));
        let (kept, config) = (Arc::clone(&memory), certificates.config(shown));
        let mut faults: VecDeque<Fault> = faults.iter().copied().collect();
        std::thread::spawn(move || {
            for socket in listener.incoming() {
                let fault = faults.pop_front().unwrap_or(Fault::None);
                let conversation = Conversation { fault, memory: Arc::clone(&kept), mails: mails.clone() };
                let config = Arc::clone(&config);
                // A caller that hangs up is none of our business.
                let _ = socket.and_then(|socket| conversation.hold(socket, config, is_implicit));
            }
        });
        Self { port, memory }
    }
}

struct Conversation {
    fault: Fault,
    memory: Arc<Mutex<Memory>>,
    mails: [String; 2],
}

impl Conversation {
    fn hold(&self, mut socket: TcpStream, config: Arc<ServerConfig>, is_implicit: bool) -> io::Result<()> {
        if self.fault == Fault::HangsUp {
            return Ok(());
        }
        if !is_implicit && !self.encrypts(&mut socket)? {
            return Ok(());
        }
        let tls = ServerConnection::new(config).map_err(io::Error::other)?;
        let mut line = BufReader::new(StreamOwned::new(tls, socket));
        if is_implicit {
            match self.fault {
                Fault::Greets(said) => {
                    write!(line.get_mut(), "{said}\r\n")?;
                    return Ok(());
                }
                Fault::GreetsInOneLine => loop {
                    write!(line.get_mut(), "* OK welcome ")?;
                },
                _ => write!(line.get_mut(), "* OK ready\r\n")?,
            }
        }
        while let Some(said) = next_line(&mut line)? {
            if !self.answer(&said, &mut line)? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// The conversation in the clear; tells whether it ends in TLS.
    fn encrypts(&self, socket: &mut TcpStream) -> io::Result<bool> {
        let greeting = match self.fault {
            Fault::PreauthenticatesBeforeTls => "* PREAUTH welcome camille",
            _ => "* OK ready",
        };
        write!(socket, "{greeting}\r\n")?;
        let mut plain = BufReader::new(socket.try_clone()?);
        while let Some(said) = next_line(&mut plain)? {
            self.memory.lock().expect("no thread panics").clear.push(said.clone());
            let (tag, command) = said.split_once(' ').unwrap_or((&said, ""));
            if self.fault == Fault::NeverEnds {
                loop {
                    write!(socket, "* OK {}\r\n", "and on ".repeat(5000))?;
                }
            }
            if command != "STARTTLS" || self.fault == Fault::RefusesTls {
                write!(socket, "{tag} BAD not here\r\n")?;
                continue;
            }
            let more = if self.fault == Fault::InjectsBeforeTls { "* PREAUTH injected\r\n" } else { "" };
            write!(socket, "{tag} OK go on\r\n{more}")?;
            return Ok(true);
        }
        Ok(false)
    }

    /// Answers a command; tells whether the conversation goes on.
    fn answer(&self, said: &str, line: &mut Line) -> io::Result<bool> {
        let (tag, command) = said.split_once(' ').unwrap_or((said, ""));
        self.memory.lock().expect("no thread panics").commands.push(command.to_owned());
        match self.fault {
            Fault::Answers(at, said) if command.starts_with(at) => {
                write!(line.get_mut(), "{}\r\n", said.replace("TAG", tag))?;
                return Ok(true);
            }
            Fault::AnswersLast(at, said) if command.starts_with(at) => {
                write!(line.get_mut(), "{}\r\n", said.replace("TAG", tag))?;
                return Ok(false);
            }
            Fault::Injects(at, said) if command.starts_with(at) => write!(line.get_mut(), "{said}\r\n")?,
            _ => {}
        }
        let words: Vec<&str> = command.split(' ').collect();
        match words.as_slice() {
            ["CAPABILITY"] => {
                let login = if self.fault == Fault::HidesLogin { "LOGINDISABLED" } else { "AUTH=PLAIN" };
                write!(line.get_mut(), "* CAPABILITY IMAP4rev1 {login}\r\n{tag} OK\r\n")?;
            }
            ["AUTHENTICATE", ..] => {
                write!(line.get_mut(), "+ \r\n")?;
                let shown = next_line(line)?.unwrap_or_default();
                let words = base64::engine::general_purpose::STANDARD.decode(shown).unwrap_or_default();
                let is_right = words == format!("\0camille@example.org\0{PASSWORD}").into_bytes();
                let said = if is_right { "OK" } else { "NO [AUTHENTICATIONFAILED] camille@example.org: no" };
                write!(line.get_mut(), "{tag} {said}\r\n")?;
            }
            ["EXAMINE", _] => {
                write!(
                    line.get_mut(),
                    "* 2 EXISTS\r\n* OK [UIDVALIDITY {UID_VALIDITY}]\r\n{tag} OK [READ-ONLY]\r\n"
                )?;
            }
            ["UID", "FETCH", range, "(UID", "RFC822.SIZE", ..] => {
                let first: u32 = range.trim_end_matches(":*").parse().unwrap_or(0);
                for (number, (uid, mail)) in UIDS.iter().zip(&self.mails).enumerate() {
                    if *uid >= first || *uid == UIDS[1] {
                        write!(
                            line.get_mut(),
                            "* {} FETCH (UID {uid} RFC822.SIZE {} INTERNALDATE \"23-Nov-2026 10:00:00 +0100\")\r\n",
                            number + 1,
                            mail.len()
                        )?;
                    }
                }
                write!(line.get_mut(), "{tag} OK\r\n")?;
            }
            ["UID", "FETCH", uid, "(UID", "BODY.PEEK[])"] => {
                let wanted: u32 = uid.parse().unwrap_or(0);
                let number = UIDS.iter().position(|uid| *uid == wanted);
                if let Some((number, mail)) = number.map(|number| (number, &self.mails[number])) {
                    write!(
                        line.get_mut(),
                        "* {} FETCH (UID {wanted} BODY[] {{{}}}\r\n",
                        number + 1,
                        mail.len()
                    )?;
                    if self.fault == Fault::CutsMail(wanted) {
                        line.get_mut().write_all(&mail.as_bytes()[..mail.len() / 2])?;
                        line.get_mut().flush()?;
                        return Ok(false);
                    }
                    write!(line.get_mut(), "{mail})\r\n")?;
                }
                write!(line.get_mut(), "{tag} OK\r\n")?;
            }
            ["APPEND", folder, ..] => {
                let count = command.rsplit_once('{').and_then(|(_, count)| count.strip_suffix('}'));
                let mut message = vec![0; count.and_then(|count| count.parse().ok()).unwrap_or(0)];
                write!(line.get_mut(), "+ go on\r\n")?;
                line.read_exact(&mut message)?;
                next_line(line)?;
                let copy =
                    (folder.trim_matches('"').to_owned(), String::from_utf8_lossy(&message).into_owned());
                self.memory.lock().expect("no thread panics").copies.push(copy);
                write!(line.get_mut(), "{tag} OK\r\n")?;
            }
            ["LOGOUT"] => {
                write!(line.get_mut(), "* BYE\r\n{tag} OK\r\n")?;
                return Ok(false);
            }
            _ => write!(line.get_mut(), "{tag} BAD what\r\n")?,
        }
        Ok(true)
    }
}

fn next_line(line: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut text = String::new();
    let read = line.read_line(&mut text)?;
    Ok((read > 0).then(|| text.trim_end().to_owned()))
}

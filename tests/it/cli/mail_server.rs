//! A mail server that does as it is told, faults included: TLS with certificates made on the spot, a memory of what was
//! delivered and of all that was said in the clear.

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// The password of the account.
pub(super) const PASSWORD: &str = "correct-horse-battery-staple";

/// What a server does wrong in one conversation. The line is the client's, by its first word; `.` is the end of a
/// message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing.
    None,
    /// It says this in the place of the greeting.
    Greets(&'static str),
    /// Its greeting has no end.
    GreetsForEver,
    /// One line of its greeting has no end.
    GreetsInOneLine,
    /// It hangs up without a word.
    HangsUp,
    /// It takes STARTTLS out of what it offers.
    HidesTls,
    /// It refuses STARTTLS.
    RefusesTls,
    /// It puts a reply behind the one to STARTTLS, before the line is encrypted.
    InjectsBeforeTls,
    /// It offers no way to log in.
    HidesLogin,
    /// It answers this line so.
    Answers(&'static str, &'static str),
    /// It refuses the recipient and invites the content all the same.
    InvitesAnyway,
    /// Each of its answers takes a while and comes in two pieces.
    IsSlow,
    /// It hangs up in the place of the answer to this line.
    DropsAt(&'static str),
    /// It hangs up in the middle of a message.
    DropsInMessage,
}

/// A certificate a server shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// The right one.
    Right,
    /// One that has expired.
    Expired,
    /// One for another name.
    OtherName,
    /// One of an authority nobody knows.
    Foreign,
}

/// The certificates, and the file of the authority that is trusted.
pub(super) struct Certificates {
    folder: tempfile::TempDir,
    known: Issuer<'static, KeyPair>,
    unknown: Issuer<'static, KeyPair>,
}

impl Certificates {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (known, certificate) = authority("habeas test authority");
        let (unknown, _) = authority("another authority");
        std::fs::write(folder.path().join("authority.pem"), certificate).expect("written");
        Self { folder, known, unknown }
    }

    /// The file with the authority that is trusted.
    pub(super) fn trusted(&self) -> PathBuf {
        self.folder.path().join("authority.pem")
    }

    pub(super) fn config(&self, shown: Shown) -> Arc<ServerConfig> {
        let name = if shown == Shown::OtherName { "mail.example.net" } else { "localhost" };
        let mut parameters = CertificateParams::new(vec![name.to_owned()]).expect("a name");
        parameters.not_before = date_time_ymd(2020, 1, 1);
        let until = if shown == Shown::Expired { 2021 } else { 2100 };
        parameters.not_after = date_time_ymd(until, 1, 1);
        let key = KeyPair::generate().expect("a key");
        let issuer = if shown == Shown::Foreign { &self.unknown } else { &self.known };
        let certificate = parameters.signed_by(&key, issuer).expect("signed");
        let key = PrivatePkcs8KeyDer::from(key.serialize_der()).into();
        let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions exist")
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .expect("they fit");
        Arc::new(config)
    }
}

fn authority(name: &str) -> (Issuer<'static, KeyPair>, String) {
    let mut parameters = CertificateParams::new(Vec::<String>::new()).expect("no name");
    parameters.distinguished_name.push(DnType::CommonName, name);
    parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().expect("a key");
    let certificate = parameters.self_signed(&key).expect("signed").pem();
    (Issuer::new(parameters, key), certificate)
}

/// What a server remembers.
#[derive(Default)]
pub(super) struct Memory {
    /// The messages it has, as they came.
    pub(super) delivered: Vec<String>,
    /// Every line that came before TLS.
    pub(super) clear: Vec<String>,
    /// The mechanisms of the logins.
    pub(super) logins: Vec<String>,
    /// How many came.
    pub(super) callers: usize,
}

/// A running server; it ends with the test.
pub(super) struct Server {
    pub(super) port: u16,
    pub(super) memory: Arc<Mutex<Memory>>,
}

impl Server {
    /// Starts a server with STARTTLS; each caller meets the next fault, and none when they are used up.
    pub(super) fn start(certificates: &Certificates, shown: Shown, faults: &[Fault]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let memory = Arc::new(Mutex::new(Memory::default()));
        let (kept, config) = (Arc::clone(&memory), certificates.config(shown));
        let mut faults: VecDeque<Fault> = faults.iter().copied().collect();
        std::thread::spawn(move || {
            for socket in listener.incoming() {
                let fault = faults.pop_front().unwrap_or(Fault::None);
                let conversation = Conversation { fault, memory: Arc::clone(&kept) };
                kept.lock().expect("no thread panics").callers += 1;
                // A caller that hangs up is none of our business.
                let _ = socket.and_then(|socket| conversation.hold(socket, Arc::clone(&config)));
            }
        });
        Self { port, memory }
    }

    /// The messages that were delivered.
    pub(super) fn delivered(&self) -> Vec<String> {
        self.memory.lock().expect("no thread panics").delivered.clone()
    }
}

struct Conversation {
    fault: Fault,
    memory: Arc<Mutex<Memory>>,
}

impl Conversation {
    fn hold(&self, mut socket: TcpStream, config: Arc<ServerConfig>) -> io::Result<()> {
        match self.fault {
            Fault::HangsUp => return Ok(()),
            Fault::Greets(said) => {
                socket.write_all(said.as_bytes())?;
                // Whoever is greeted may answer; nothing is answered in turn.
                return io::copy(&mut socket, &mut io::sink()).map(|_| ());
            }
            Fault::GreetsForEver => loop {
                socket.write_all(b"220-welcome\r\n")?;
            },
            Fault::GreetsInOneLine => loop {
                socket.write_all(b"220 welcome ")?;
            },
            _ => socket.write_all(b"220 mail.example.org\r\n")?,
        }
        let mut plain = BufReader::new(socket);
        loop {
            let Some(line) = next_line(&mut plain)? else { return Ok(()) };
            self.memory.lock().expect("no thread panics").clear.push(line.clone());
            let offer = if self.fault == Fault::HidesTls {
                "250 SIZE 1000000"
            } else {
                "250-SIZE 1000000\r\n250 STARTTLS"
            };
            match line.split(' ').next() {
                Some("EHLO") => write!(plain.get_mut(), "250-mail.example.org\r\n{offer}\r\n")?,
                Some("STARTTLS") if self.fault == Fault::RefusesTls => {
                    plain.get_mut().write_all(b"454 4.7.0 not now\r\n")?;
                }
                Some("STARTTLS") => break,
                _ => plain.get_mut().write_all(b"530 5.7.0 encrypt first\r\n")?,
            }
        }
        let injected = if self.fault == Fault::InjectsBeforeTls { "250 injected\r\n" } else { "" };
        write!(plain.get_mut(), "220 2.0.0 go on\r\n{injected}")?;
        let tls = ServerConnection::new(config).map_err(io::Error::other)?;
        self.hold_encrypted(&mut BufReader::new(StreamOwned::new(tls, plain.into_inner())))
    }

    fn hold_encrypted(
        &self,
        line_in: &mut BufReader<StreamOwned<ServerConnection, TcpStream>>,
    ) -> io::Result<()> {
        let mut has_recipient = false;
        loop {
            let Some(line) = next_line(line_in)? else { return Ok(()) };
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_owned();
            match self.fault {
                Fault::DropsAt(at) if at == verb => return Ok(()),
                Fault::Answers(at, said) if at == verb => {
                    write!(line_in.get_mut(), "{said}\r\n")?;
                    continue;
                }
                Fault::InvitesAnyway if verb == "RCPT" => {
                    write!(line_in.get_mut(), "550 5.1.1 no\r\n")?;
                    has_recipient = true;
                    continue;
                }
                _ => {}
            }
            if self.fault == Fault::IsSlow {
                // A step may take far longer; what is slow is not lost.
                std::thread::sleep(std::time::Duration::from_millis(150));
                let half = if verb == "EHLO" { "250-" } else { "" };
                write!(line_in.get_mut(), "{half}")?;
                line_in.get_mut().flush()?;
                if !half.is_empty() {
                    std::thread::sleep(std::time::Duration::from_millis(150));
                    write!(line_in.get_mut(), "mail.example.org\r\n")?;
                }
            }
            let login = if self.fault == Fault::HidesLogin { "" } else { "250-AUTH PLAIN LOGIN XOAUTH2\r\n" };
            match verb.as_str() {
                "EHLO" => write!(
                    line_in.get_mut(),
                    "250-mail.example.org\r\n{login}250-SIZE 1000000\r\n250 PIPELINING\r\n"
                )?,
                "AUTH" => self.hear_login(&line, line_in)?,
                "MAIL" | "RCPT" | "RSET" => {
                    has_recipient = verb == "RCPT";
                    write!(line_in.get_mut(), "250 2.1.0 go on\r\n")?;
                }
                "DATA" if !has_recipient => write!(line_in.get_mut(), "554 5.5.1 no recipient\r\n")?,
                "DATA" => {
                    write!(line_in.get_mut(), "354 go on\r\n")?;
                    if !self.hear_message(line_in)? {
                        return Ok(());
                    }
                }
                "QUIT" => return write!(line_in.get_mut(), "221 2.0.0 bye\r\n"),
                _ => write!(line_in.get_mut(), "502 5.5.2 what\r\n")?,
            }
        }
    }

    fn hear_login(&self, line: &str, line_in: &mut (impl BufRead + Answers)) -> io::Result<()> {
        use base64::Engine as _;
        let decode = |text: &str| base64::engine::general_purpose::STANDARD.decode(text).unwrap_or_default();
        let mechanism = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let words = decode(line.split(' ').nth(2).unwrap_or_default());
        let is_right = match mechanism.as_str() {
            "PLAIN" => words == format!("\0camille@example.org\0{PASSWORD}").into_bytes(),
            "XOAUTH2" => {
                words == format!("user=camille@example.org\u{1}auth=Bearer {PASSWORD}\u{1}\u{1}").into_bytes()
            }
            _ => {
                line_in.answer("334 VXNlcm5hbWU6")?;
                let user = decode(&next_line(line_in)?.unwrap_or_default());
                line_in.answer("334 UGFzc3dvcmQ6")?;
                let password = decode(&next_line(line_in)?.unwrap_or_default());
                user == b"camille@example.org" && password == PASSWORD.as_bytes()
            }
        };
        self.memory.lock().expect("no thread panics").logins.push(mechanism.clone());
        if !is_right && mechanism == "XOAUTH2" {
            line_in.answer("334 eyJzdGF0dXMiOiI0MDAifQ==")?;
            next_line(line_in)?;
        }
        line_in.answer(if is_right { "235 2.7.0 welcome" } else { "535 5.7.8 camille@example.org: no" })
    }

    /// Hears a message up to its end; tells whether the conversation goes on.
    fn hear_message(&self, line_in: &mut (impl BufRead + Answers)) -> io::Result<bool> {
        let mut message = String::new();
        loop {
            let Some(line) = next_line(line_in)? else { return Ok(false) };
            if line == "." {
                break;
            }
            if self.fault == Fault::DropsInMessage && message.len() > 2000 {
                return Ok(false);
            }
            message += line.strip_prefix('.').unwrap_or(&line);
            message += "\r\n";
        }
        match self.fault {
            Fault::Answers(".", said) => {
                // What it takes without saying so plainly, it has.
                if said.starts_with('2') || !said.starts_with(['4', '5']) {
                    self.memory.lock().expect("no thread panics").delivered.push(message);
                }
                line_in.answer(said)?;
                Ok(true)
            }
            Fault::DropsAt(".") => {
                self.memory.lock().expect("no thread panics").delivered.push(message);
                Ok(false)
            }
            _ => {
                self.memory.lock().expect("no thread panics").delivered.push(message);
                line_in.answer("250 2.0.0 queued")?;
                Ok(true)
            }
        }
    }
}

/// The other direction of a line.
trait Answers {
    fn answer(&mut self, said: &str) -> io::Result<()>;
}

impl<T: Read + Write> Answers for BufReader<T> {
    fn answer(&mut self, said: &str) -> io::Result<()> {
        write!(self.get_mut(), "{said}\r\n")
    }
}

fn next_line(line_in: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = String::new();
    let read = line_in.read_line(&mut line)?;
    Ok((read > 0).then(|| line.trim_end().to_owned()))
}

/// A file with the password that only its owner can open.
pub(super) fn password_file(folder: &Path) -> PathBuf {
    let file = folder.join("password");
    habeas::delivery::outbox::write_private(&file, format!("{PASSWORD}\n").as_bytes()).expect("written");
    file
}

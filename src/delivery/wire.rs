//! RIM: a line to a server over the network: connected, encrypted, with limits on what comes and how long it takes.
//!
//! In: a host name, a port, bytes to send. Out: lines and counted bytes that came back, or an [`Error`]. TLS is
//! verified by the platform's own trust store, for the very name the account gives; there is no switch to accept
//! less. A server gets a fixed time for each step, however slowly it drips; a line and a buffer have a largest size.
//!
//! Not here: what the lines mean (`smtp`, `imap`).

#![expect(clippy::disallowed_methods, reason = "this is where the network is")]

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection};
use rustls_platform_verifier::BuilderVerifierExt;

use super::account::Security;
use super::{CertificateFault, Error};

/// How long each step of a conversation may take (RFC 5321, 4.5.3.2 allows more; people wait less).
pub const STEP_TIME_MAX: Duration = Duration::from_secs(60);

/// So many steps' time a question to a mailbox server may take in all, however steadily the answer drips.
const STEPS_A_QUESTION: u32 = 15;

/// The longest line that is read, in bytes: RFC 5321 has 512, some servers more.
const LINE_BYTES_MAX: usize = 64 * 1024;

/// What is handed to the system at once; each such part has a step's time to leave, or to come.
const PART_BYTES: usize = 32 * 1024;

/// A connection to a server.
pub(super) struct Wire {
    socket: TcpStream,
    tls: Option<Box<ClientConnection>>,
    /// What has come and was not asked for yet, from `begun` on.
    came: Vec<u8>,
    begun: usize,
    host: String,
    place: String,
    patience: Duration,
    until: Instant,
    /// When the answer to a question has to be whole, where it has.
    answered_by: Option<Instant>,
}

impl Wire {
    /// Connects. With [`Security::Implicit`] the line is encrypted from the first byte; with
    /// [`Security::StartTls`] it is plain until [`Self::encrypt`].
    pub(super) fn connect(
        host: &str,
        port: u16,
        security: Security,
        patience: Duration,
    ) -> Result<Self, Error> {
        let place = format!("{host}:{port}");
        let until = Instant::now() + patience;
        let addresses = addresses(host, port, patience)
            .map_err(|source| Error::HostNotFound { server: place.clone(), source })?;
        let socket = connect_to_any(&addresses, until)
            .map_err(|source| Error::Unreachable { server: place.clone(), source })?;
        // A small last part would wait for the answer to the part before it.
        let _ = socket.set_nodelay(true);
        let mut wire = Self {
            socket,
            tls: None,
            came: Vec::new(),
            begun: 0,
            host: host.to_owned(),
            place,
            patience,
            until,
            answered_by: None,
        };
        match security {
            Security::Implicit => wire.encrypt()?,
            Security::StartTls => {}
        }
        Ok(wire)
    }

    /// Returns host and port.
    pub(super) fn place(&self) -> String {
        self.place.clone()
    }

    /// Tells whether everything that came was asked for. What came too early was written by somebody who did not
    /// wait for the question.
    pub(super) fn is_quiet(&self) -> bool {
        self.begun == self.came.len()
    }

    /// Begins a step: what follows has to end in a step's time.
    pub(super) fn begin_step(&mut self) {
        let until = Instant::now() + self.patience;
        self.until = self.answered_by.map_or(until, |whole| whole.min(until));
    }

    /// Begins a question whose answer may take several steps, and not for ever.
    pub(super) fn begin_question(&mut self) {
        self.answered_by = Some(Instant::now() + self.patience * STEPS_A_QUESTION);
        self.begin_step();
    }

    /// Encrypts a plain line. What came before and was not read would now pass for a protected answer, and so must
    /// not be there (CVE-2011-0411).
    pub(super) fn encrypt(&mut self) -> Result<(), Error> {
        if !self.is_quiet() {
            return Err(Error::TlsNotOffered { server: self.place() });
        }
        let mut tls = self.handshake().map_err(|source| Error::TlsFailed { server: self.place(), source })?;
        let mut timed = Timed { socket: &mut self.socket, until: self.until };
        while tls.is_handshaking() {
            tls.complete_io(&mut timed).map_err(|fault| connection_fault(&fault, self.place.clone()))?;
        }
        self.tls = Some(Box::new(tls));
        Ok(())
    }

    fn handshake(&self) -> io::Result<ClientConnection> {
        let name = ServerName::try_from(self.host.clone()).map_err(io::Error::other)?;
        let config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(BuilderVerifierExt::with_platform_verifier)
            .map_err(io::Error::other)?
            .with_no_client_auth();
        ClientConnection::new(Arc::new(config), name).map_err(io::Error::other)
    }

    /// Sends bytes; each part of them has a step's time to leave.
    pub(super) fn send(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.send_parts(bytes).map_err(|fault| fault.cause)
    }

    /// As [`Self::send`]; the fault tells whether the last part was begun.
    pub(super) fn send_parts(&mut self, bytes: &[u8]) -> Result<(), NotSent> {
        let mut parts = bytes.chunks(PART_BYTES).peekable();
        while let Some(part) = parts.next() {
            self.begin_step();
            let sent = self.send_part(part);
            sent.map_err(|fault| NotSent {
                cause: connection_fault(&fault, self.place()),
                last_part_begun: parts.peek().is_none(),
            })?;
        }
        self.begin_step();
        Ok(())
    }

    fn send_part(&mut self, part: &[u8]) -> io::Result<()> {
        let mut timed = Timed { socket: &mut self.socket, until: self.until };
        match &mut self.tls {
            None => timed.write_all(part),
            Some(tls) => rustls::Stream::new(tls.as_mut(), &mut timed).write_all(part),
        }
    }

    /// Returns the next line without its end.
    pub(super) fn line(&mut self) -> Result<Vec<u8>, Error> {
        let mut looked = self.begun;
        loop {
            let fresh = self.came.get(looked..).unwrap_or_default();
            if let Some(at) = fresh.iter().position(|byte| *byte == b'\n') {
                let end = looked + at;
                let line = self.came.get(self.begun..end).unwrap_or_default();
                let line = line.strip_suffix(b"\r").unwrap_or(line).to_vec();
                self.begun = end + 1;
                return Ok(line);
            }
            looked = self.came.len();
            if looked - self.begun > LINE_BYTES_MAX {
                return Err(Error::TooMuch { server: self.place() });
            }
            looked -= self.fill()?;
        }
    }

    /// Returns exactly so many bytes; each part of them has a step's time to come. Memory is taken as they come, not
    /// as they are announced.
    pub(super) fn bytes(&mut self, count: usize) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        let mut parts = 0;
        loop {
            let wanted = count - bytes.len();
            let there = self.came.get(self.begun..).unwrap_or_default();
            let taken = there.get(..wanted.min(there.len())).unwrap_or_default();
            bytes.extend_from_slice(taken);
            self.begun += taken.len();
            if bytes.len() == count {
                return Ok(bytes);
            }
            if bytes.len() / PART_BYTES > parts {
                parts = bytes.len() / PART_BYTES;
                self.begin_step();
            }
            self.fill()?;
        }
    }

    /// Reads what is there, at least one byte. Returns by how much what was read before moved to the front.
    fn fill(&mut self) -> Result<usize, Error> {
        let moved = self.begun;
        self.came.drain(..moved);
        self.begun = 0;
        let mut buffer = [0_u8; 16 * 1024];
        let mut timed = Timed { socket: &mut self.socket, until: self.until };
        let read = loop {
            let read = match &mut self.tls {
                None => timed.read(&mut buffer),
                Some(tls) => rustls::Stream::new(tls.as_mut(), &mut timed).read(&mut buffer),
            };
            match read {
                Err(fault) if fault.kind() == io::ErrorKind::Interrupted => {}
                Err(fault) => return Err(connection_fault(&fault, self.place())),
                Ok(read) => break read,
            }
        };
        if read == 0 {
            let source = io::ErrorKind::UnexpectedEof.into();
            return Err(Error::Unreachable { server: self.place(), source });
        }
        self.came.extend_from_slice(buffer.get(..read).unwrap_or_default());
        Ok(moved)
    }
}

/// Why bytes did not leave, or not all of them.
pub(super) struct NotSent {
    /// What happened.
    pub(super) cause: Error,
    /// Whether the last part may be on its way: then the other side may have all of it.
    pub(super) last_part_begun: bool,
}

/// A socket that has to be done by a moment, however many small reads it takes.
struct Timed<'socket> {
    socket: &'socket mut TcpStream,
    until: Instant,
}

impl Timed<'_> {
    fn left(&self) -> io::Result<Duration> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(io::ErrorKind::TimedOut.into()) } else { Ok(left) }
    }
}

impl Read for Timed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.socket.set_read_timeout(Some(self.left()?))?;
        self.socket.read(buffer)
    }
}

impl Write for Timed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.socket.set_write_timeout(Some(self.left()?))?;
        self.socket.write(bytes)
    }

    fn write_vectored(&mut self, parts: &[io::IoSlice<'_>]) -> io::Result<usize> {
        self.socket.set_write_timeout(Some(self.left()?))?;
        self.socket.write_vectored(parts)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.socket.flush()
    }
}

/// Asks the system for the addresses of a name. It can take as long as it likes, so it is asked in a thread that is
/// left behind when it takes too long.
fn addresses(host: &str, port: u16, patience: Duration) -> io::Result<Vec<SocketAddr>> {
    let (tell, hear) = mpsc::channel();
    let name = (host.to_owned(), port);
    std::thread::spawn(move || {
        // Nobody hears it when the patience is over.
        let _ = tell.send(name.to_socket_addrs().map(Iterator::collect::<Vec<_>>));
    });
    let found = hear.recv_timeout(patience).map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
    if found.is_empty() { Err(io::ErrorKind::NotFound.into()) } else { Ok(found) }
}

/// Connects to the first address that answers. The last one's fault is told.
fn connect_to_any(addresses: &[SocketAddr], until: Instant) -> io::Result<TcpStream> {
    let mut last = io::Error::from(io::ErrorKind::TimedOut);
    let mut left = addresses.len();
    for address in addresses {
        // The time that is left is shared by those not tried yet: one that is silent does not cost the others theirs.
        let share = until.saturating_duration_since(Instant::now()) / u32::try_from(left).unwrap_or(u32::MAX);
        left -= 1;
        if share.is_zero() {
            break;
        }
        match TcpStream::connect_timeout(address, share) {
            Ok(socket) => return Ok(socket),
            Err(fault) => last = fault,
        }
    }
    Err(last)
}

/// Says what a fault of the connection means. Texts of the server are never in it.
fn connection_fault(fault: &io::Error, server: String) -> Error {
    let inner = fault.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    let source = match fault.kind() {
        // How Unix says that a read took longer than it may.
        io::ErrorKind::WouldBlock => io::ErrorKind::TimedOut.into(),
        kind => io::Error::new(kind, fault.to_string()),
    };
    match inner {
        None => Error::Unreachable { server, source },
        Some(rustls::Error::InvalidCertificate(fault)) => {
            Error::CertificateNotTrusted { server, fault: certificate_fault(fault) }
        }
        // A server that answers the first TLS message in plain words.
        Some(rustls::Error::InvalidMessage(_)) => Error::TlsNotOffered { server },
        Some(_) => Error::TlsFailed { server, source },
    }
}

fn certificate_fault(fault: &rustls::CertificateError) -> CertificateFault {
    use rustls::CertificateError as Fault;
    match fault {
        Fault::UnknownIssuer => CertificateFault::UnknownIssuer,
        Fault::NotValidForName | Fault::NotValidForNameContext { .. } => CertificateFault::OtherName,
        Fault::Expired | Fault::ExpiredContext { .. } => CertificateFault::Expired,
        Fault::NotValidYet | Fault::NotValidYetContext { .. } => CertificateFault::NotYetValid,
        Fault::Revoked => CertificateFault::Revoked,
        _ => CertificateFault::Other,
    }
}

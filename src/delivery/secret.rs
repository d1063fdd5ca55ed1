//! RIM: reads a password, or an access token, from where the account says it is.
//!
//! In: a [`PasswordSource`]. Out: the first line of it, in memory that is wiped when it is no longer needed. No
//! error holds a part of it or the arguments of the program that prints it. Not here: asking a person (`cli`).

#![expect(clippy::disallowed_methods, reason = "this is where the password is read")]

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, Stdio};

use secrecy::{ExposeSecret, ExposeSecretMut, SecretBox, SecretString};

use super::Error;
use super::account::PasswordSource;

/// A password longer than this is a mistake: a wrong file, a program that prints something else.
const PASSWORD_BYTES_MAX: usize = 4096;

/// Reads a password from where the account says it is.
///
/// # Errors
/// One of the password kinds of [`Error`]; none holds a part of the password or the program's arguments.
pub fn password(source: &PasswordSource) -> Result<SecretString, Error> {
    match source {
        PasswordSource::Command(words) => password_from_command(words),
        PasswordSource::File(path) => password_from_file(path),
        PasswordSource::Descriptor(number) => {
            let mut descriptor =
                File::open(format!("/dev/fd/{number}")).map_err(Error::PasswordUnreadable)?;
            first_line(&mut descriptor).map_err(Error::PasswordUnreadable)?
        }
    }
}

fn password_from_command(words: &[String]) -> Result<SecretString, Error> {
    let [program, arguments @ ..] = words else {
        return Err(Error::PasswordCommand(io::ErrorKind::InvalidInput.into()));
    };
    let mut command = Command::new(program);
    // Its complaints go to the person; its questions belong on the terminal, which it opens itself.
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    let mut child = command.spawn().map_err(Error::PasswordCommand)?;
    let mut output = child.stdout.take().expect("standard output is piped");
    let line = first_line(&mut output);
    // What follows is read and dropped: a program that prints more would die of a broken pipe.
    let drained = io::copy(&mut output, &mut io::sink());
    let status = child.wait().map_err(Error::PasswordCommand)?;
    if !status.success() {
        return Err(Error::PasswordCommand(io::Error::other(status.to_string())));
    }
    line.and_then(|line| drained.map(|_| line)).map_err(Error::PasswordCommand)?
}

fn password_from_file(path: &Path) -> Result<SecretString, Error> {
    let mut file = File::open(path).map_err(Error::PasswordUnreadable)?;
    let metadata = file.metadata().map_err(Error::PasswordUnreadable)?;
    #[cfg(unix)]
    if std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o077 != 0 {
        return Err(Error::PasswordFileOpenToOthers);
    }
    if !metadata.is_file() {
        return Err(Error::PasswordUnreadable(io::ErrorKind::InvalidInput.into()));
    }
    first_line(&mut file).map_err(Error::PasswordUnreadable)?
}

/// Reads the first line into memory that is wiped afterwards.
fn first_line(source: &mut impl Read) -> io::Result<Result<SecretString, Error>> {
    let mut buffer = SecretBox::new(Box::new([0_u8; PASSWORD_BYTES_MAX]));
    let length = fill_to_line_end(source, buffer.expose_secret_mut())?;
    let bytes = buffer.expose_secret().get(..length).unwrap_or_default();
    Ok(password_in(bytes).ok_or(Error::PasswordNotUsable))
}

fn fill_to_line_end(source: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while let Some(rest) = buffer.get_mut(length..).filter(|rest| !rest.is_empty()) {
        let read = match source.read(rest) {
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        length += read;
        if read == 0 || buffer.get(..length).is_some_and(|bytes| bytes.contains(&b'\n')) {
            break;
        }
    }
    Ok(length)
}

fn password_in(bytes: &[u8]) -> Option<SecretString> {
    let line = bytes.split(|byte| *byte == b'\n').next()?;
    let ended = line.len() < PASSWORD_BYTES_MAX;
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let text = std::str::from_utf8(line).ok()?;
    (ended && !text.is_empty() && !text.contains('\0')).then(|| SecretString::from(text))
}

//! RIM: the profile of the person, and the picture of the signature.
//!
//! In: the home. Out: a [`Profile`]; it is written under a lock, and whole or not at all.

#![expect(clippy::disallowed_methods, reason = "the profile is read and written here")]

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Config, read_file, read_settings};
use crate::cli::failure::{Failure, Kind};
use crate::delivery::account::Account;
use crate::delivery::outbox::{create_private_dir, hold, replace_private};
use crate::letter::request::DataSubject;
use crate::paper::picture::Picture;
use crate::wording::Language;
use crate::yaml;

/// Largest picture of a signature that is read, in bytes.
pub(in crate::cli) const SIGNATURE_BYTES_MAX: u64 = 4 * 1024 * 1024;

/// The names under which a picture of a signature is kept in the home.
const SIGNATURES: [&str; 2] = ["signature.png", "signature.jpg"];

/// The user's profile: `profile.yaml` in the home, to be edited by hand or with `profile set`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The language to speak and write.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Who asks.
    #[serde(default)]
    pub person: DataSubject,
    /// The picture of the person's signature: a file in the home, or elsewhere with its whole path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<PathBuf>,
    /// The account mail is sent from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<Account>,
}

impl Config {
    /// Returns the path of the profile.
    pub fn profile_path(&self) -> PathBuf {
        self.home.join("profile.yaml")
    }

    /// Keeps other processes from changing the profile until what is returned is dropped, and reads it anew: one of them may
    /// have changed it since.
    ///
    /// # Errors
    /// Fails if the home cannot be written or the profile is not readable.
    pub fn hold_profile(&mut self) -> Result<File, Failure> {
        let held = create_private_dir(&self.home).and_then(|()| hold(&self.home));
        let held = held.map_err(|error| self.profile_not_written(&error))?;
        self.profile = read_profile(&self.home)?;
        Ok(held)
    }

    /// Writes the profile, in one step. Of a text that is there only the lines change whose values do; one that cannot be
    /// changed so is written anew. Where a comment goes with them, the text of before stays beside the profile, at the place
    /// returned.
    ///
    /// # Errors
    /// Fails if the home cannot be written; the old profile is then still whole.
    pub fn save_profile(&self) -> Result<Option<PathBuf>, Failure> {
        let path = self.profile_path();
        let before = read_settings(&path)?.unwrap_or_default();
        let patched = if before.trim().is_empty() { None } else { yaml::patched(&before, &self.profile) };
        let text = patched.map_or_else(|| yaml::write(&self.profile), Ok);
        let text = text.map_err(|reason| Failure::new(Kind::Bug, reason))?;
        let is_lossy = text.matches('#').count() < before.matches('#').count();
        let kept = is_lossy.then(|| self.home.join("profile.before.yaml"));
        let copied = kept.as_ref().map(|kept| replace_private(kept, before.as_bytes())).transpose();
        let written =
            create_private_dir(&self.home).and(copied).and_then(|_| replace_private(&path, text.as_bytes()));
        written.map(|()| kept).map_err(|error| self.profile_not_written(&error))
    }

    fn profile_not_written(&self, error: &io::Error) -> Failure {
        Failure::new(Kind::Settings, format!("writing the profile in {}: {error}", self.home.display()))
            .hint("make the folder writable, or give another with --home")
    }

    /// Keeps a picture of the person's signature in the home, and names it in the profile, which is not written yet.
    ///
    /// # Errors
    /// Fails if the home cannot be written; an old picture is then still whole.
    pub fn keep_signature(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let written =
            create_private_dir(&self.home).and_then(|()| replace_private(&self.home.join(name), bytes));
        written.map_err(|error| Failure::new(Kind::Settings, format!("writing the signature: {error}")))?;
        self.profile.signature = Some(PathBuf::from(name));
        Ok(())
    }

    /// Deletes a picture of a signature that was kept in the home and is no longer named; one kept elsewhere stays.
    ///
    /// # Errors
    /// Fails if it cannot be deleted.
    pub fn drop_signature(&self, name: Option<&Path>) -> Result<(), Failure> {
        let kept = |name: &&Path| name.to_str().is_some_and(|name| SIGNATURES.contains(&name));
        let Some(name) = name.filter(kept) else { return Ok(()) };
        match fs::remove_file(self.home.join(name)) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(Failure::new(Kind::Settings, format!("deleting {}: {error}", name.display()))
                .hint("delete it by hand; the profile no longer names it")),
        }
    }

    /// Returns the picture of the person's signature, if there is one.
    ///
    /// # Errors
    /// Fails if the file is not there or is no picture.
    pub fn signature(&self) -> Result<Option<Picture>, Failure> {
        let Some(name) = &self.profile.signature else { return Ok(None) };
        let path = self.home.join(name);
        let refused = |message: String| {
            Failure::new(Kind::Settings, message)
                .hint("habeas profile set --signature FILE, or --no-signature to sign by hand")
        };
        let bytes = read_file(&path, SIGNATURE_BYTES_MAX).map_err(|failure| refused(failure.message))?;
        let picture =
            Picture::read(&bytes).map_err(|error| refused(format!("{}: {error}", path.display())))?;
        Ok(Some(picture))
    }
}

/// Reads the profile. Its lines are personal: a fault names the place only.
pub(super) fn read_profile(home: &Path) -> Result<Profile, Failure> {
    let path = home.join("profile.yaml");
    let Some(text) = read_settings(&path)? else { return Ok(Profile::default()) };
    if text.trim().is_empty() {
        return Ok(Profile::default());
    }
    let read: Result<Profile, yaml::Fault> = yaml::read(&text, "profile.yaml");
    let mut profile = read.map_err(|fault| {
        let place = format!("{}:{}:{}", path.display(), fault.line, fault.column);
        let what = what_is_wrong(fault.kind);
        Failure::new(Kind::Settings, format!("the profile is not readable at {place}: {what}"))
            .hint("mend that line; `habeas profile set --help` lists what a profile holds")
    })?;
    for code in [&mut profile.person.country, &mut profile.person.work_country].into_iter().flatten() {
        code.make_ascii_uppercase();
    }
    Ok(profile)
}

/// Says what kind of fault a line has, without a word of the line.
fn what_is_wrong(kind: yaml::FaultKind) -> &'static str {
    match kind {
        yaml::FaultKind::Shape => "a profile has no such field, or another kind of value there",
        yaml::FaultKind::Tab => "the line is indented with a tab; use spaces",
        yaml::FaultKind::Twice => "the field stands there a second time",
        yaml::FaultKind::Anchor => "the star or the & refers to nothing",
        yaml::FaultKind::Excess => "this is more, or nested deeper, than a profile holds",
        yaml::FaultKind::Syntax => {
            "this is no YAML; look for a quotation mark or bracket that is not closed, and at the indentation"
        }
    }
}

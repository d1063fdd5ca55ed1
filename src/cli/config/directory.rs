//! Which directories a command consults: the built-in one, the user's own on top, imported ones behind.
//!
//! In: what a command asks for. Out: a [`Directory`] that holds no more than that, as reading all of it takes longer than most commands
//! run.

use std::path::PathBuf;

use super::{Config, read_settings};
use crate::cli::companies::imported;
use crate::cli::failure::Failure;
use crate::directory::address::Address;
use crate::directory::company::Company;
use crate::directory::external::Imported;
use crate::directory::{Directory, source};

/// The directory with the imported records that were asked for.
#[derive(Debug)]
pub struct Consulted {
    /// The companies; the user's own and the built-in ones go first.
    pub directory: Directory,
    imported: Vec<Imported>,
}

impl Consulted {
    /// Returns the imported record a company stems from, if it does.
    pub fn imported(&self, company: &Company) -> Option<&Imported> {
        self.imported.iter().find(|record| record.company.id == company.id())
    }
}

impl Config {
    /// Returns the companies: the user's own `companies.yaml`, then the built-in ones.
    ///
    /// # Errors
    /// Shows the lines at fault of a broken file.
    pub fn directory(&self) -> Result<Directory, Failure> {
        Ok(Directory::new(source::built_in()?, self.own_companies()?))
    }

    /// Returns a directory with the companies that have these ids or had them before; of the built-in ones, hardly any
    /// others are read.
    ///
    /// # Errors
    /// As [`Self::directory`].
    pub fn directory_of(&self, ids: &[&str]) -> Result<Directory, Failure> {
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        ids.dedup();
        Ok(Directory::new(source::built_in_named(&ids)?, self.own_companies()?))
    }

    /// Returns a directory in which a search finds what it finds among all companies.
    ///
    /// # Errors
    /// As [`Self::directory`].
    pub fn directory_near(&self, typed: &str, country: &str) -> Result<Directory, Failure> {
        let own = self.own_companies()?;
        // The user's record may replace one that is found, and with it what is near enough to be shown; the index knows names
        // alone.
        let is_among_few = own.is_empty() && Address::of(typed).is_none();
        let built_in =
            if is_among_few { source::built_in_near(typed, country)? } else { source::built_in()? };
        Ok(Directory::new(built_in, own))
    }

    /// Returns the companies of the user's own directory.
    ///
    /// # Errors
    /// Fails if the file cannot be read, or is no directory.
    pub fn own_companies(&self) -> Result<Vec<Company>, Failure> {
        match self.own_directory()? {
            Some(text) => Ok(source::parse(&text, &self.own_directory_path().display().to_string())?),
            None => Ok(Vec::new()),
        }
    }

    /// Returns the user's own directory as it is written; none where there is none.
    ///
    /// # Errors
    /// Fails if it cannot be read.
    pub fn own_directory(&self) -> Result<Option<String>, Failure> {
        read_settings(&self.own_directory_path())
    }

    fn own_directory_path(&self) -> PathBuf {
        self.home.join("companies.yaml")
    }

    /// Returns a directory in which each of these words chooses the company it would choose among all. Where all of
    /// them do, it has hardly more than those; else it has all companies and the imported records the words name.
    ///
    /// # Errors
    /// As [`Self::directory_with`].
    pub fn directory_for(&self, words: &[&str]) -> Result<Consulted, Failure> {
        let few = Directory::new(source::built_in_named(words)?, self.own_companies()?);
        if words.iter().all(|word| few.find(word).is_ok()) {
            return Ok(Consulted { directory: few, imported: Vec::new() });
        }
        self.directory_with(words)
    }

    /// Returns a directory in which each of these words chooses the company it would choose among all for a person who
    /// lives where this one does.
    ///
    /// # Errors
    /// As [`Self::directory_with`].
    pub fn directory_at_home(&self, words: &[&str]) -> Result<Consulted, Failure> {
        let few = self.directory_for(words)?;
        let Some(home) = self.profile.person.country.as_deref() else { return Ok(few) };
        let is_served = |word: &&str| few.directory.find(word).is_ok_and(|company| company.serves(home));
        // Another record of the same name may serve them.
        if words.iter().all(is_served) { Ok(few) } else { self.directory_with(words) }
    }

    /// Returns the companies, and the imported records of those that none of these words names among them. Imported
    /// records are read only then.
    ///
    /// # Errors
    /// As [`Self::directory`]; fails if an import is damaged.
    pub fn directory_with(&self, words: &[&str]) -> Result<Consulted, Failure> {
        let directory = self.directory()?;
        let mut imported: Vec<Imported> = Vec::new();
        for word in words.iter().filter(|word| directory.find(word).is_err()) {
            imported.extend(imported::named(&self.home, word)?);
        }
        imported.retain(|record| directory.by_id(&record.company.id).is_none());
        if imported.is_empty() {
            return Ok(Consulted { directory, imported });
        }
        for record in &mut imported {
            // A stranger's record does not make a name of the directory ambiguous.
            record.company.brands.retain(|name| directory.find(name).is_err());
            record.company.formerly.retain(|id| directory.by_id(id).is_none());
        }
        let companies = imported.iter().map(|record| {
            let path = imported::path(&self.home, record.origin);
            record.to_company(&path.display().to_string())
        });
        let companies = companies.collect::<Result<Vec<_>, _>>()?;
        let own = directory.companies().to_vec();
        Ok(Consulted { directory: Directory::new(companies, own), imported })
    }
}

//! Search: the company somebody means.
//!
//! In: a word as typed. Out: the one company it names, or near names to choose from. Accents, case, spaces
//! and punctuation do not matter; typing errors are forgiven in the suggestions, never in the choice: a
//! letter must not go to a company that only looks like the one that was meant.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Directory;
use super::company::Company;

/// Suggestions given for a word that names no company.
const SUGGESTIONS_MAX: usize = 3;

/// Likeness below which a name is no suggestion (Jaro-Winkler, 0 to 1).
const LIKENESS_MIN: f64 = 0.75;

impl Directory {
    /// Finds the company a word names: by id, former id, name or brand.
    ///
    /// # Errors
    /// Returns the ids of near or of several fitting companies, best first; it may be empty.
    pub fn find(&self, word: &str) -> Result<&Company, Vec<String>> {
        if let Some(company) = self.by_id(word.trim()) {
            return Ok(company);
        }
        let folded = fold(word);
        let named: Vec<&Company> = self
            .companies()
            .iter()
            .filter(|company| names(company).any(|name| fold(name) == folded))
            .collect();
        match named.as_slice() {
            [company] => Ok(company),
            [] => Err(self.near(word)),
            several => Err(several.iter().map(|company| company.id().to_owned()).collect()),
        }
    }

    /// Returns the companies whose names hold the words or look like them, best first.
    pub fn search(&self, words: &str) -> Vec<&Company> {
        let folded = fold(words);
        let mut found: Vec<(f64, &Company)> =
            self.companies().iter().map(|company| (likeness(company, &folded), company)).collect();
        found.retain(|(likeness, _)| *likeness >= LIKENESS_MIN);
        found.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.id().cmp(other.id())));
        found.into_iter().map(|(_, company)| company).collect()
    }

    fn near(&self, word: &str) -> Vec<String> {
        self.search(word).into_iter().take(SUGGESTIONS_MAX).map(|company| company.id().to_owned()).collect()
    }
}

/// Folds a text for comparison: no accents, lower case, letters and digits only.
pub fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|character| !is_combining_mark(*character))
        .flat_map(char::to_lowercase)
        .filter(|character| character.is_alphanumeric())
        .collect()
}

fn names(company: &Company) -> impl Iterator<Item = &str> {
    let id = std::iter::once(company.id());
    id.chain(std::iter::once(company.name.as_str())).chain(company.brands.iter().map(String::as_str))
}

fn likeness(company: &Company, folded: &str) -> f64 {
    let like = |name: &str| {
        let name = fold(name);
        if !folded.is_empty() && name.contains(folded) { 1.0 } else { strsim::jaro_winkler(&name, folded) }
    };
    names(company).map(like).fold(0.0, f64::max)
}

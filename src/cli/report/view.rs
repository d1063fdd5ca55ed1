//! View: a page of several answers, shown in the terminal or written to a file.
//!
//! In: a page, its facts as JSON, and where it should go. Out: an outcome. The report of one answer has more forms and is in
//! `report`.

use std::path::PathBuf;

use serde_json::Value;

use super::{Kind, write};
use crate::cli::config::Config;
use crate::cli::failure::Failure;
use crate::cli::output::{Outcome, width};
use crate::paper::Typesetter;
use crate::report::page::Page;
use crate::report::{html, pdf, text};
use crate::wording::Wording;

/// Where a page should go.
#[derive(Debug, Default, clap::Args)]
pub(in crate::cli) struct View {
    /// Write an HTML file that opens from disk
    #[arg(long, group = "view")]
    html: bool,
    /// Write a PDF of the essentials
    #[arg(long, group = "view")]
    pdf: bool,
    /// Print text (the default)
    #[arg(long, group = "view")]
    text: bool,
    /// The file to write; its ending says how where no form is given
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl View {
    /// A view of a form that was chosen elsewhere.
    pub(in crate::cli) fn new(form: &str, out: Option<PathBuf>) -> Self {
        Self { html: form == "html", pdf: form == "pdf", text: form == "txt", out }
    }

    fn form(&self) -> &'static str {
        let ending = self.out.as_ref().and_then(|out| out.extension()).and_then(|ending| ending.to_str());
        match (self.html, self.pdf, self.text, ending) {
            (true, ..) => "html",
            (_, true, ..) => "pdf",
            (_, _, true, _) => "txt",
            (_, _, _, Some("html" | "htm")) => "html",
            (_, _, _, Some("pdf")) => "pdf",
            (false, false, false, _) => "txt",
        }
    }

    /// Shows a page, or writes it; `name` is its name in the home where the user gave none.
    ///
    /// # Errors
    /// Fails where the file cannot be written.
    pub(in crate::cli) fn show(
        &self,
        page: &Page,
        facts: Value,
        (name, attention): (&str, bool),
        config: &Config,
    ) -> Result<Box<dyn Outcome>, Failure> {
        let form = self.form();
        let said = || text::set(page, width());
        if form == "txt" && self.out.is_none() {
            return Ok(Box::new(Viewed { text: said(), path: None, facts, attention }));
        }
        let bytes = match form {
            "html" => html::set(page).map_err(|error| Failure::of(Kind::Bug, &error))?.into_bytes(),
            "pdf" => pdf::render(page, config.today, &Typesetter::new())
                .map_err(|error| Failure::of(Kind::Bug, &error))?,
            _ => said().into_bytes(),
        };
        let inside = || config.home.join("imports").join(format!("{name}.{form}"));
        let path = self.out.clone().unwrap_or_else(inside);
        write(&path, &bytes)?;
        Ok(Box::new(Viewed { text: String::new(), path: Some(path), facts, attention }))
    }
}

/// A page that was shown or written.
struct Viewed {
    text: String,
    path: Option<PathBuf>,
    facts: Value,
    attention: bool,
}

impl Outcome for Viewed {
    fn text(&self, wording: &Wording) -> String {
        match &self.path {
            Some(path) => wording.say_with("report-written", &[("path", &path.display().to_string())]) + "\n",
            None => self.text.clone(),
        }
    }

    fn json(&self, _wording: &Wording) -> Value {
        self.facts.clone()
    }

    fn needs_attention(&self) -> bool {
        self.attention
    }
}

//! The source tree as the rules see it: every file that belongs to the project, read once.
//!
//! Left out are the build folder, version control and what `.gitignore` names. Files that are no text have
//! none.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A file of the project.
pub(super) struct File {
    /// Its path from the project's root, with `/`.
    pub(super) path: String,
    /// Its text; none if it is no UTF-8.
    pub(super) text: Option<String>,
}

impl File {
    /// Returns its lines with their numbers, from 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.iter().flat_map(|text| text.lines().enumerate().map(|(index, line)| (index + 1, line)))
    }

    /// Returns its lines without those that are comments only.
    pub(super) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Returns the lines of its `//!` header, without the mark.
    pub(super) fn header(&self) -> Vec<&str> {
        let lines = self.lines().map(|(_, line)| line.strip_prefix("//!"));
        lines.map_while(|line| line.map(str::trim)).collect()
    }

    pub(super) fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Tells whether it lies in a folder, given with its last `/`.
    pub(super) fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// Describes a fault of one of its lines.
    pub(super) fn fault(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path)
    }
}

/// Returns every file of the project, by path.
pub(super) fn files() -> &'static [File] {
    static FILES: OnceLock<Vec<File>> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut files = Vec::new();
        collect(&root(), "", &ignored(), &mut files);
        files.sort_by(|one, other| one.path.cmp(&other.path));
        files
    })
}

/// Returns one file of the project.
pub(super) fn file(path: &str) -> &'static File {
    files().iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path} is not there"))
}

/// Returns the project's root.
pub(super) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Fails with every fault that was found.
pub(super) fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}\n", faults.len(), faults.join("\n"));
}

/// The entries of `.gitignore`, which are paths from the root; a last `*` stands for any end.
fn ignored() -> Vec<String> {
    let text = fs::read_to_string(root().join(".gitignore")).unwrap_or_default();
    let lines = text.lines().filter(|line| line.starts_with('/'));
    lines.map(|line| line.trim_start_matches('/').to_owned()).collect()
}

fn is_ignored(path: &str, ignored: &[String]) -> bool {
    path == ".git"
        || ignored.iter().any(|entry| match entry.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == entry,
        })
}

fn collect(folder: &Path, inside: &str, ignored: &[String], files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("the project's folders are readable") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("names of the project's files are text");
        let path = format!("{inside}{name}");
        if is_ignored(&path, ignored) {
            continue;
        }
        if entry.file_type().expect("a type").is_dir() {
            collect(&entry.path(), &format!("{path}/"), ignored, files);
        } else {
            let bytes = fs::read(entry.path()).expect("the project's files are readable");
            files.push(File { path, text: String::from_utf8(bytes).ok() });
        }
    }
}

//! Pack: a zip archive from names and bytes, for the rehearsal (`habeas demo`) and for tests.
//!
//! In: paths and contents. Out: the archive's bytes; the same files give the same bytes. It stands here because this
//! room is the only one that knows the zip library.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

/// Packs files into a zip archive.
///
/// # Errors
/// Fails for names the format cannot hold and for archives beyond its size.
pub fn pack(files: &[(&str, &[u8])]) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // The default stamp is fixed (1980), so no clock is involved.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for (name, bytes) in files {
        writer.start_file(*name, options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

//! Picture: pixels from a PNG or JPEG file, ready for a page.
//!
//! In: the bytes of a file. Out: a [`Picture`]. A JPEG goes into the document as it is; a PNG is unpacked, laid on
//! white where it is transparent (paper is white, and archives dislike transparency), and packed again. Not
//! here: how large it is on the page (`document`).

use std::fmt;
use std::io::Cursor;
use std::sync::Arc;

use png::{ColorType, Decoder, Transformations};

use crate::paper::file::deflate;

/// How many bytes a picture's file and how many pixels a picture may have: a signature scanned at 600 dots per
/// inch has two million.
const BYTES_MAX: usize = 4 * 1024 * 1024;
const PIXELS_MAX: u64 = 16_000_000;

/// Why a file is no picture for a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Neither PNG nor JPEG.
    #[error("the file is neither a PNG nor a JPEG picture")]
    Format,
    /// It begins as one of them and cannot be read to its end.
    #[error("the picture is damaged")]
    Damaged,
    /// A JPEG in the colours of printing presses.
    #[error("the picture is a JPEG in CMYK colours; save it in RGB")]
    Cmyk,
    /// Too many bytes or pixels.
    #[error("the picture is larger than 4 MB or 16 million pixels")]
    TooLarge,
}

/// A picture.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) is_grey: bool,
    pub(super) coding: Coding,
    pub(super) data: Arc<[u8]>,
    /// The file it was read from, for documents that take such files as they are.
    pub(super) file: Arc<[u8]>,
}

/// How the pixels are coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Deflated,
    Jpeg,
}

impl Picture {
    /// Reads a PNG or JPEG file.
    ///
    /// # Errors
    /// [`Error`]: it is no such file, is damaged or is too large.
    pub fn read(file: &[u8]) -> Result<Self, Error> {
        if file.len() > BYTES_MAX {
            return Err(Error::TooLarge);
        }
        if file.starts_with(b"\x89PNG\r\n\x1a\n") {
            read_png(file)
        } else if file.starts_with(b"\xFF\xD8\xFF") {
            read_jpeg(file)
        } else {
            Err(Error::Format)
        }
    }

    /// Returns the width as a multiple of the height.
    pub fn proportion(&self) -> f32 {
        self.width as f32 / self.height as f32
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Pixels may be somebody's signature and stay out of any print.
        f.debug_struct("Picture").finish_non_exhaustive()
    }
}

fn read_png(file: &[u8]) -> Result<Picture, Error> {
    let mut decoder = Decoder::new(Cursor::new(file));
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(|_| Error::Damaged)?;
    let (width, height) = (reader.info().width, reader.info().height);
    check_size(width, height)?;
    let size = reader.output_buffer_size().ok_or(Error::TooLarge)?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).map_err(|_| Error::Damaged)?;
    pixels.truncate(frame.buffer_size());
    let (samples, is_grey) = match frame.color_type {
        ColorType::Grayscale => (pixels, true),
        ColorType::GrayscaleAlpha => (on_white::<2>(&pixels), true),
        ColorType::Rgb => (pixels, false),
        ColorType::Rgba => (on_white::<4>(&pixels), false),
        // The decoder was asked to expand it.
        ColorType::Indexed => return Err(Error::Damaged),
    };
    let data = deflate(&samples, &[0, 1]).into();
    Ok(Picture { width, height, is_grey, coding: Coding::Deflated, data, file: file.into() })
}

/// Lays pixels whose last sample is their opacity on white.
fn on_white<const SAMPLES: usize>(pixels: &[u8]) -> Vec<u8> {
    let mut laid = Vec::with_capacity(pixels.len());
    for pixel in pixels.as_chunks::<SAMPLES>().0 {
        let Some((opacity, colours)) = pixel.split_last() else { continue };
        let opacity = u32::from(*opacity);
        laid.extend(colours.iter().map(|colour| {
            let mixed = (u32::from(*colour) * opacity + 255 * (255 - opacity) + 127) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        }));
    }
    laid
}

/// Reads the head of a JPEG file: its segments up to the one that says how large it is (ITU-T T.81, B.1).
fn read_jpeg(file: &[u8]) -> Result<Picture, Error> {
    let mut at = 2;
    loop {
        let Some(&[0xFF, marker, high, low]) = file.get(at..at + 4) else { return Err(Error::Damaged) };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let is_frame = matches!(marker, 0xC0..=0xC2);
        if is_frame {
            let Some(&[_, h1, h0, w1, w0, samples]) = file.get(at + 4..at + 10) else {
                return Err(Error::Damaged);
            };
            let (width, height) = (u16::from_be_bytes([w1, w0]).into(), u16::from_be_bytes([h1, h0]).into());
            check_size(width, height)?;
            let is_grey = match samples {
                1 => true,
                3 => false,
                4 => return Err(Error::Cmyk),
                _ => return Err(Error::Damaged),
            };
            let data: Arc<[u8]> = file.into();
            return if file.ends_with(&[0xFF, 0xD9]) {
                Ok(Picture { width, height, is_grey, coding: Coding::Jpeg, file: Arc::clone(&data), data })
            } else {
                Err(Error::Damaged)
            };
        }
        // Frames of other kinds, and data before any frame, are not what a page can show.
        if length < 2 || matches!(marker, 0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF | 0xDA) {
            return Err(Error::Damaged);
        }
        at += 2 + length;
    }
}

fn check_size(width: u32, height: u32) -> Result<(), Error> {
    let pixels = u64::from(width) * u64::from(height);
    match pixels {
        0 => Err(Error::Damaged),
        1..=PIXELS_MAX => Ok(()),
        _ => Err(Error::TooLarge),
    }
}

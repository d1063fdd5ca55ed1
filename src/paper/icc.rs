//! Icc: the colour profile that says what our grey and black mean: sRGB.
//!
//! Out: a display profile in the form of ICC.1:2004-10 (version 4.2), the latest that PDF/A-2 takes, built
//! from the numbers of IEC 61966-2-1. Built here, not shipped, so that nobody's licence or copyright rides
//! along in every letter.

/// The values of the red, green and blue primaries and of white under the D50 illuminant of the profile
/// space, and the matrix that adapts D65 to it (Bradford), as in the sRGB profiles of the ICC.
const RED: [f64; 3] = [0.436_04, 0.222_48, 0.013_92];
const GREEN: [f64; 3] = [0.385_12, 0.716_90, 0.097_06];
const BLUE: [f64; 3] = [0.143_05, 0.060_62, 0.713_93];
const WHITE: [f64; 3] = [0.964_20, 1.0, 0.824_91];
const ADAPTATION: [f64; 9] =
    [1.047_90, 0.022_92, -0.050_20, 0.029_59, 0.990_46, -0.017_06, -0.009_23, 0.015_06, 0.751_79];
/// The tone curve of sRGB: exponent, a, b, c, d of `(a x + b)^exponent` from d on, `c x` below.
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];

/// Returns the profile.
pub(super) fn srgb() -> Vec<u8> {
    let curve = parametric_curve();
    let tags: [(&[u8; 4], Vec<u8>); 10] = [
        (b"desc", text("sRGB")),
        (b"cprt", text("CC0")),
        (b"wtpt", numbers(b"XYZ ", &WHITE)),
        (b"chad", numbers(b"sf32", &ADAPTATION)),
        (b"rXYZ", numbers(b"XYZ ", &RED)),
        (b"gXYZ", numbers(b"XYZ ", &GREEN)),
        (b"bXYZ", numbers(b"XYZ ", &BLUE)),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = be32(tags.len()).to_vec();
    let mut data: Vec<u8> = Vec::new();
    let first = 128 + 4 + 12 * tags.len();
    for (index, (tag, bytes)) in tags.iter().enumerate() {
        // The three curves are one and the same.
        let shared = index > 7;
        let start = first + data.len() - if shared { bytes.len() } else { 0 };
        table.extend(*tag);
        table.extend(be32(start));
        table.extend(be32(bytes.len()));
        if !shared {
            data.extend(bytes);
        }
    }
    let mut profile = header(128 + table.len() + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = be32(size).to_vec();
    header.extend([0; 4]); // No preferred colour module.
    header.extend([4, 0x20, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // A fixed date, that of the format's first publication in this version.
    header.extend([2004_u16, 10, 1, 0, 0, 0].iter().flat_map(|part| part.to_be_bytes()));
    header.extend(b"acsp");
    header.extend([0; 28]); // Platform, flags, device, attributes, perceptual intent: none.
    header.extend(WHITE.iter().flat_map(|number| fixed(*number)));
    header.resize(128, 0);
    header
}

/// An English `multiLocalizedUnicodeType`.
fn text(text: &str) -> Vec<u8> {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut tag = b"mluc\0\0\0\0".to_vec();
    tag.extend([be32(1), be32(12)].concat());
    tag.extend(b"enUS");
    tag.extend([be32(wide.len()), be32(28)].concat());
    tag.extend(wide);
    tag.resize(tag.len().next_multiple_of(4), 0);
    tag
}

fn numbers(kind: &[u8; 4], numbers: &[f64]) -> Vec<u8> {
    let mut tag = kind.to_vec();
    tag.extend([0; 4]);
    tag.extend(numbers.iter().flat_map(|number| fixed(*number)));
    tag
}

fn parametric_curve() -> Vec<u8> {
    let mut tag = numbers(b"para", &[]);
    tag.extend([0, 3, 0, 0]); // Function type 3: a power with a straight foot.
    tag.extend(CURVE.iter().flat_map(|number| fixed(*number)));
    tag
}

/// A number with 16 bits before and 16 after the point.
fn fixed(number: f64) -> [u8; 4] {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the numbers of a colour profile lie between -3 and 3"
    )]
    let scaled = (number * 65536.0).round() as i32;
    scaled.to_be_bytes()
}

fn be32(number: usize) -> [u8; 4] {
    u32::try_from(number).expect("the profile has some hundred bytes").to_be_bytes()
}

//! Outline: a TrueType file without its hinting.
//!
//! In: a font subset. Out: the same outlines in a file with only the tables a PDF needs (ISO 32000-1, 9.9).
//! Hinting is a program that fits outlines to coarse screens; PDF viewers smooth instead, and the programs
//! would be a third of the file. `None` if the file is not built as a TrueType file is (OpenType 1.9: glyf,
//! loca, head, maxp).

/// The tables a PDF needs, in the order of their tags.
const TABLES: [&[u8; 4]; 6] = [b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"];

/// Flag of a component: another component follows.
const MORE_COMPONENTS: u16 = 0x20;
/// Flag of a component: a program follows the last component.
const HAS_INSTRUCTIONS: u16 = 0x100;
/// Flags of a component that say how long it is: two-byte arguments, one scale, two scales, a matrix.
const COMPONENT_LENGTHS: [(u16, usize); 4] = [(0x1, 2), (0x8, 2), (0x40, 4), (0x80, 8)];

/// Returns the file without hinting.
pub(super) fn without_hinting(file: &[u8]) -> Option<Vec<u8>> {
    let head = table(file, b"head")?;
    let maxp = table(file, b"maxp")?;
    let starts = starts(table(file, b"loca")?, u16_at(head, 50)? == 1);
    let outlines = table(file, b"glyf")?;

    let (mut glyf, mut loca) = (Vec::new(), 0_u32.to_be_bytes().to_vec());
    for pair in starts.windows(2) {
        let &[start, end] = pair else { return None };
        strip(outlines.get(start..end)?, &mut glyf)?;
        // Tools expect glyphs to start at even places, and PDF/A checkers read whole words.
        glyf.resize(glyf.len().next_multiple_of(4), 0);
        loca.extend(u32::try_from(glyf.len()).ok()?.to_be_bytes());
    }

    let mut head = head.to_vec();
    head.get_mut(8..12)?.fill(0);
    head.get_mut(50..52)?.copy_from_slice(&[0, 1]);
    let mut maxp = maxp.to_vec();
    // The measures of the programs, from maxZones (1: no twilight zone) to maxSizeOfInstructions.
    maxp.get_mut(14..28)?.copy_from_slice(&[0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let (hhea, hmtx) = (table(file, b"hhea")?, table(file, b"hmtx")?);
    assemble([&glyf, &head, hhea, hmtx, &loca, &maxp])
}

/// Appends a glyph without its program.
fn strip(glyph: &[u8], out: &mut Vec<u8>) -> Option<()> {
    if glyph.is_empty() {
        return Some(());
    }
    let contours = u16_at(glyph, 0)?;
    if contours > 0x7FFF {
        return strip_composite(glyph, out);
    }
    let program_length = 10 + 2 * usize::from(contours);
    let program = program_length + 2;
    let points = program + usize::from(u16_at(glyph, program_length)?);
    out.extend(glyph.get(..program_length)?);
    out.extend([0, 0]);
    out.extend(glyph.get(points..)?);
    Some(())
}

fn strip_composite(glyph: &[u8], out: &mut Vec<u8>) -> Option<()> {
    out.extend(glyph.get(..10)?);
    let mut at = 10;
    loop {
        let flags = u16_at(glyph, at)?;
        let optional = COMPONENT_LENGTHS.iter().filter(|(flag, _)| flags & flag != 0);
        let end = at + 6 + optional.map(|(_, length)| length).sum::<usize>();
        out.extend((flags & !HAS_INSTRUCTIONS).to_be_bytes());
        out.extend(glyph.get(at + 2..end)?);
        at = end;
        if flags & MORE_COMPONENTS == 0 {
            return Some(());
        }
    }
}

/// Returns where the glyphs start, with the end of the last.
fn starts(loca: &[u8], long: bool) -> Vec<usize> {
    let number = |bytes: &[u8]| bytes.iter().fold(0, |number, byte| number << 8 | usize::from(*byte));
    if long {
        loca.chunks_exact(4).map(number).collect()
    } else {
        loca.chunks_exact(2).map(|half| number(half) * 2).collect()
    }
}

/// Returns a table of a font file.
fn table<'f>(file: &'f [u8], tag: &[u8; 4]) -> Option<&'f [u8]> {
    let records = file.get(12..)?.chunks_exact(16).take(usize::from(u16_at(file, 4)?));
    let record = records.into_iter().find(|record| record.starts_with(tag))?;
    let start = u32_at(record, 8)?;
    file.get(start..start.checked_add(u32_at(record, 12)?)?)
}

/// Joins the tables to a file.
fn assemble(tables: [&[u8]; 6]) -> Option<Vec<u8>> {
    // Version 1.0; six tables; search range, selector and shift are fixed by their number.
    let mut file: Vec<u8> =
        [0x0001_0000_u32, 0x0006_0040, 0x0002_0020].iter().flat_map(|n| n.to_be_bytes()).collect();
    let mut start = file.len() + 16 * TABLES.len();
    for (tag, table) in TABLES.iter().zip(tables) {
        file.extend(*tag);
        file.extend(checksum(table).to_be_bytes());
        file.extend(u32::try_from(start).ok()?.to_be_bytes());
        file.extend(u32::try_from(table.len()).ok()?.to_be_bytes());
        start += table.len().next_multiple_of(4);
    }
    let mut adjustment = None;
    for (tag, table) in TABLES.iter().zip(tables) {
        if *tag == b"head" {
            adjustment = Some(file.len() + 8);
        }
        file.extend(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    let sum = 0xB1B0_AFBA_u32.wrapping_sub(checksum(&file));
    let place = adjustment?;
    file.get_mut(place..place + 4)?.copy_from_slice(&sum.to_be_bytes());
    Some(file)
}

/// Returns the sum of a table's 32-bit words.
fn checksum(table: &[u8]) -> u32 {
    table.chunks(4).fold(0_u32, |sum, word| {
        let mut bytes = [0; 4];
        bytes.iter_mut().zip(word).for_each(|(byte, from)| *byte = *from);
        sum.wrapping_add(u32::from_be_bytes(bytes))
    })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)?.try_into().ok()
}

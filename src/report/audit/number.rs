//! Number: what numbers written in words or in groups of digits are worth.
//!
//! In: the folded words before a unit, as in `treinta y seis` or `1 095`. Out: the number, if all of them are one.
//! Not here: units and periods (`period`).

/// Words for the numbers of which others are made, folded, in the languages of the audit (de, en, es, fr, it, nl).
const WORDS: [(&str, u32); 169] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
    ("un", 1),
    ("une", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("vingt", 20),
    ("vingts", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("septante", 70),
    ("huitante", 80),
    ("nonante", 90),
    ("cent", 100),
    ("cents", 100),
    ("ein", 1),
    ("eine", 1),
    ("einen", 1),
    ("einem", 1),
    ("einer", 1),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("funf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
    ("zehn", 10),
    ("elf", 11),
    ("zwolf", 12),
    ("dreizehn", 13),
    ("vierzehn", 14),
    ("funfzehn", 15),
    ("sechzehn", 16),
    ("siebzehn", 17),
    ("achtzehn", 18),
    ("neunzehn", 19),
    ("zwanzig", 20),
    ("dreissig", 30),
    ("vierzig", 40),
    ("funfzig", 50),
    ("sechzig", 60),
    ("siebzig", 70),
    ("achtzig", 80),
    ("neunzig", 90),
    ("hundert", 100),
    ("uno", 1),
    ("una", 1),
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("siete", 7),
    ("ocho", 8),
    ("nueve", 9),
    ("diez", 10),
    ("once", 11),
    ("doce", 12),
    ("trece", 13),
    ("catorce", 14),
    ("quince", 15),
    ("dieciseis", 16),
    ("diecisiete", 17),
    ("dieciocho", 18),
    ("diecinueve", 19),
    ("veinte", 20),
    ("treinta", 30),
    ("cuarenta", 40),
    ("cincuenta", 50),
    ("sesenta", 60),
    ("setenta", 70),
    ("ochenta", 80),
    ("noventa", 90),
    ("cien", 100),
    ("ciento", 100),
    ("due", 2),
    ("tre", 3),
    ("quattro", 4),
    ("cinque", 5),
    ("sei", 6),
    ("sette", 7),
    ("otto", 8),
    ("nove", 9),
    ("dieci", 10),
    ("undici", 11),
    ("dodici", 12),
    ("tredici", 13),
    ("quattordici", 14),
    ("quindici", 15),
    ("sedici", 16),
    ("diciassette", 17),
    ("diciotto", 18),
    ("diciannove", 19),
    ("venti", 20),
    ("trenta", 30),
    ("quaranta", 40),
    ("cinquanta", 50),
    ("sessanta", 60),
    ("settanta", 70),
    ("ottanta", 80),
    ("novanta", 90),
    ("cento", 100),
    ("een", 1),
    ("twee", 2),
    ("drie", 3),
    ("vijf", 5),
    ("zes", 6),
    ("zeven", 7),
    ("negen", 9),
    ("tien", 10),
    ("twaalf", 12),
    ("dertien", 13),
    ("veertien", 14),
    ("vijftien", 15),
    ("zestien", 16),
    ("zeventien", 17),
    ("achttien", 18),
    ("negentien", 19),
    ("twintig", 20),
    ("dertig", 30),
    ("veertig", 40),
    ("vijftig", 50),
    ("zestig", 60),
    ("zeventig", 70),
    ("tachtig", 80),
    ("negentig", 90),
    ("honderd", 100),
];

/// Words between two words of a number: `vingt et un`, `treinta y seis`, `one hundred and twenty`.
const JOINS: [&str; 5] = ["et", "y", "and", "und", "en"];

/// Tells whether a word is a number or a part of one.
pub(super) fn is_number(word: &str) -> bool {
    word.contains(char::is_numeric) || of_word(word).is_some()
}

/// Tells whether a word joins two words of a number.
pub(super) fn joins(word: &str) -> bool {
    JOINS.contains(&word)
}

/// Returns the one number that words are, or none where they are several, or not understood.
pub(super) fn value(words: &[&str]) -> Option<u32> {
    let (digits, written): (Vec<&str>, Vec<&str>) =
        words.iter().partition(|word| word.contains(char::is_numeric));
    let digits = if digits.is_empty() { None } else { Some(grouped(&digits)?) };
    let written = if written.is_empty() { None } else { Some(spoken(&written)?) };
    match (digits, written) {
        // `ten (10)`: said twice.
        (Some(digits), Some(written)) => (digits == written).then_some(digits),
        (one, other) => one.or(other),
    }
}

/// `1 095`, `1.095`: groups of three digits behind the first.
fn grouped(groups: &[&str]) -> Option<u32> {
    let is_digits = |group: &&&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let (first, rest) = groups.split_first()?;
    let goes_on = rest.iter().all(|group| group.len() == 3) && (rest.is_empty() || first.len() <= 3);
    if !goes_on || !groups.iter().all(|group| is_digits(&group)) {
        return None;
    }
    groups.concat().parse().ok()
}

/// `quatre vingt dix`, `treinta y seis`: hundreds, tens and ones, each smaller than what stands before.
fn spoken(words: &[&str]) -> Option<u32> {
    let mut sum = 0_u32;
    for word in words.iter().filter(|word| !joins(word)) {
        let value = of_word(word)?;
        sum = match (sum, value) {
            (0, value) => value,
            // `quatre-vingts`, `two hundred`.
            (4, 20) => 80,
            (before @ 1..=9, 100) => before * 100,
            // `soixante-dix`, `quatre-vingt-douze`.
            (before, 10..=19) if before % 100 == 60 || before % 100 == 80 => before + value,
            (before, 1..=9) if before % 10 == 0 && before % 100 != 10 => before + value,
            (before, 1..=99) if before % 100 == 0 => before + value,
            // `dix-sept`.
            (10, 7..=9) => 10 + value,
            (_, _) => return None,
        };
    }
    Some(sum)
}

/// The value of a word, which in some languages is made of several: `vierundzwanzig`, `ventiquattro`, `zesendertig`.
fn of_word(word: &str) -> Option<u32> {
    let known = |word: &str| WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value);
    let is_tens = |value: &u32| (20..=90).contains(value) && value.is_multiple_of(10);
    let is_one = |value: &u32| (1..=9).contains(value);
    let compound = || {
        word.char_indices().skip(1).find_map(|(at, _)| {
            let (before, after) = word.split_at(at);
            let inverted = ["und", "en"].iter().find_map(|join| after.strip_prefix(join)).and_then(|tens| {
                let ones = known(before).filter(is_one)?;
                Some(ones + known(tens).filter(is_tens)?)
            });
            // `ventiquattro`, `ventuno`, `veinticuatro`.
            let tens = known(before)
                .or_else(|| known(&format!("{before}i")))
                .or_else(|| known(&format!("{before}a")));
            let tens = tens.or_else(|| (before == "veinti").then_some(20)).filter(is_tens);
            inverted.or_else(|| Some(tens? + known(after).filter(is_one)?))
        })
    };
    known(word).or_else(compound)
}

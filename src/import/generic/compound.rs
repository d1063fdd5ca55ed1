//! Compound: words that German and Dutch write as one, taken apart: `Rechnungsbetrag` is `rechnung betrag`.
//!
//! In: the folded words of a name. Out: the same, with words the dictionary does not know parted before the head they end
//! in (`compounds` in `words.yaml`). Not here: what the parts say.

use super::dictionary::Compounds;

/// Letters before a head; what is shorter is no word.
const BEFORE_MIN: usize = 2;

/// Takes apart the compounds among words that stand between spaces.
pub(super) fn parted(spaced: String, compounds: &Compounds, is_known: &dyn Fn(&str) -> bool) -> String {
    let head_of = |word: &str| {
        let ends = |head: &&String| word.len() >= head.len() + BEFORE_MIN && word.ends_with(head.as_str());
        compounds.heads.iter().find(ends).filter(|_| !is_known(word))
    };
    if !spaced.split(' ').any(|word| head_of(word).is_some()) {
        return spaced;
    }
    let mut words = String::with_capacity(spaced.len() + 8);
    words.push(' ');
    for word in spaced.split(' ').filter(|word| !word.is_empty()) {
        match head_of(word).and_then(|head| Some((word.strip_suffix(head.as_str())?, head))) {
            Some((before, head)) => {
                words.push_str(without_joint(before, &compounds.joints, is_known));
                words.push(' ');
                words.push_str(head);
            }
            None => words.push_str(word),
        }
        words.push(' ');
    }
    words
}

/// Returns the first part as the dictionary knows it.
fn without_joint<'w>(before: &'w str, joints: &[String], is_known: &dyn Fn(&str) -> bool) -> &'w str {
    if is_known(before) {
        return before;
    }
    let plain = joints.iter().filter_map(|joint| before.strip_suffix(joint.as_str()));
    plain.into_iter().find(|word| is_known(word)).unwrap_or(before)
}

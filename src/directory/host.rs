//! Host: international domains, as mail carries them and as people read them.
//!
//! In: an address. Out: the same with its domain in ASCII (`xn--…`, RFC 5891), or with the letters it stands for. Not
//! here: whether those letters imitate others (`check`).

/// Returns an e-mail address with its domain as mail carries it; none where there is no such domain, or the mailbox
/// itself is not plain ASCII: that needs SMTPUTF8, which many servers of companies lack.
pub fn in_ascii(address: &str) -> Option<String> {
    if address.is_ascii() {
        return Some(address.to_owned());
    }
    let (mailbox, domain) = address.rsplit_once('@')?;
    let domain = idna::domain_to_ascii(domain).ok().filter(|_| mailbox.is_ascii())?;
    Some(format!("{mailbox}@{domain}"))
}

/// Returns an e-mail or web address with the letters its domain stands for.
pub fn in_letters(address: &str) -> String {
    let is_between = |character: char| matches!(character, '.' | '@' | '/' | ':' | '?' | '#');
    let label = |text: &str| {
        let (label, end) = text.split_at(text.find(is_between).unwrap_or(text.len()));
        let is_coded = label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
        if is_coded { idna::domain_to_unicode(label).0 + end } else { text.to_owned() }
    };
    address.split_inclusive(is_between).map(label).collect()
}

//! Names in what we ship: fixtures invent everything, and nothing tells where it was written.
//!
//! E-mail addresses, hosts and IP addresses in tests and in the rehearsal's answer are reserved ones (RFC
//! 2606, 6761, 5737, 3849), public names listed here with the reason, or names that the directory publishes
//! with their source.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::tree::{File, assert_none, file, files};

/// Ends of hosts that belong to nobody.
const RESERVED: [&str; 10] = [
    "example.org",
    "example.com",
    "example.net",
    "example",
    "invalid",
    "test",
    "localhost",
    // Not reserved, and only there to show that an address may end in two short parts.
    "example.co.uk",
    // Ends like a reserved one on purpose: a test shows that ends of names are not compared blindly.
    "notexample.com",
    // Looks like a reserved one on purpose: a test shows that it is refused.
    "exämple.org",
];

/// Public hosts that name a format, not a person.
const PUBLIC: [&str; 4] =
    ["schemas.openxmlformats.org", "schemas.microsoft.com", "www.w3.org", "purl.oclc.org"];

/// What tells where something was written, or fetched from. In pieces, so that this file does not name it.
const TELLTALES: [&str; 10] = [
    concat!("/ro", "ot/"),
    concat!("/tm", "p/h"),
    concat!("/wo", "rk/"),
    concat!("/Us", "ers/"),
    concat!("crates", ".io"),
    concat!("docs", ".rs/"),
    concat!("pypi", ".org"),
    concat!("npmjs", "."),
    concat!("deb.", "debian"),
    concat!("rust-lang.org", "/crates"),
];

#[test]
fn fixtures_name_nobody() {
    let mut faults = Vec::new();
    for file in files().iter().filter(|file| is_fixture(file)) {
        for (line, text) in file.lines() {
            for host in
                emails(text).chain(urls(text)).filter(|host| !is_reserved(host) && !is_in_directory(host))
            {
                faults.push(file.fault(line, &format!("`{host}` may be somebody's: use example.org")));
            }
            for address in addresses(text).filter(|address| !is_documentation(address)) {
                faults.push(
                    file.fault(line, &format!("`{address}` may be somebody's: use 192.0.2.1 or 2001:db8::1")),
                );
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn names_are_seen_where_they_stand() {
    let seen = |text: &str| emails(text).chain(urls(text)).collect::<Vec<_>>();
    assert_eq!(seen("to <a.b@shop.example.org>, not @media"), ["shop.example.org"]);
    assert_eq!(
        seen("see https://shop.example.org:8080/x and \"http://u@example.net\""),
        ["example.net", "shop.example.org", "example.net"]
    );
    assert!(!is_reserved("badexample.org") && is_reserved("a.example.org") && is_reserved("Shop.EXAMPLE"));
    let found = |text: &str| addresses(text).collect::<Vec<_>>();
    assert_eq!(found("\"192.0.2.7\",198.51.100.3;v1.2.3.4.5"), ["192.0.2.7", "198.51.100.3"]);
    assert_eq!(found("[2001:db8::1] at 12:30:45, Self::One, a::b()"), ["2001:db8::1"]);
    assert!(is_documentation("203.0.113.255") && !is_documentation("203.0.114.1"));
    assert!(is_documentation("2001:db8:1::2") && !is_documentation("2001:db9::1"));
}

#[test]
fn nothing_tells_where_it_was_written() {
    let mut faults = Vec::new();
    for file in files().iter().filter(|file| file.path != "Cargo.lock") {
        for (line, text) in file.lines() {
            for telltale in TELLTALES {
                if text.contains(telltale) {
                    faults.push(file.fault(line, &format!("`{telltale}` has no place in the project")));
                }
            }
        }
    }
    assert_none(&faults);
}

/// Tests and the rehearsal's answer; the two files that list versions of tools name hosts of theirs.
fn is_fixture(file: &File) -> bool {
    let tools = ["tests/real/package-lock.json", "tests/it/tidy/names.rs"];
    (file.is_in("tests/") || file.is_in("src/cli/demo/")) && !tools.contains(&file.path.as_str())
}

fn is_reserved(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let ends =
        |end: &&str| host == **end || host.strip_suffix(*end).is_some_and(|start| start.ends_with('.'));
    RESERVED.iter().any(ends) || PUBLIC.contains(&host.as_str()) || is_documentation(&host)
}

/// Tells whether the directory or the list of authorities names a host, as transcripts of what they show do.
fn is_in_directory(host: &str) -> bool {
    let published = [file("companies.yaml"), file("src/law/authority.rs")];
    let mut lines = published.into_iter().flat_map(File::lines);
    lines.any(|(_, line)| emails(line).chain(urls(line)).any(|named| named == host))
}

/// Hosts of what looks like an e-mail address.
fn emails(text: &str) -> impl Iterator<Item = String> {
    let hosts = text.match_indices('@').filter_map(|(at, mark)| {
        let (before, after) = (&text[..at], &text[at + mark.len()..]);
        let has_name = before.ends_with(|c: char| c.is_alphanumeric() || "._%+-".contains(c));
        has_name.then(|| host(after))
    });
    hosts.filter(|host| host.contains('.')).collect::<Vec<_>>().into_iter()
}

/// Hosts of web addresses.
fn urls(text: &str) -> impl Iterator<Item = String> {
    let hosts = text.match_indices("://").map(|(at, mark)| {
        let rest = &text[at + mark.len()..];
        let authority = rest.split(['/', '"', '\'', ' ', '<', '>', ')']).next().unwrap_or_default();
        host(authority.rsplit_once('@').map_or(authority, |(_, host)| host))
    });
    hosts.filter(|host| host.contains('.')).collect::<Vec<_>>().into_iter()
}

fn host(text: &str) -> String {
    let host: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '-' || *c == '.').collect();
    host.trim_matches('.').to_owned()
}

/// IP addresses that stand alone.
fn addresses(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || "._-:".contains(c)));
    let words = words.map(|word| word.trim_matches(['.', ':']).to_owned());
    words.filter(|word| is_address(word)).collect::<Vec<_>>().into_iter()
}

fn is_address(word: &str) -> bool {
    let has_digit = word.contains(|c: char| c.is_ascii_digit());
    word.parse::<Ipv4Addr>().is_ok() || (has_digit && word.parse::<Ipv6Addr>().is_ok())
}

fn is_documentation(address: &str) -> bool {
    if let Ok(address) = address.parse::<Ipv4Addr>() {
        return address.is_documentation() || address.is_loopback();
    }
    address.parse::<Ipv6Addr>().is_ok_and(|address| address.segments()[..2] == [0x2001, 0x0db8])
}

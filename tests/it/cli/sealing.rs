//! Letters that are encrypted by a program that does as it is told: what sq is asked by its old names and its new ones,
//! and that a later letter goes the same way. Whether the other end can read it is tested against gpg and sq in
//! `real::openpgp`.

use std::fs;
use std::path::PathBuf;

use super::mail_server::{Certificates, Server, Shown, password_file};
use super::person::{Done, Person};

const KEY: &str = "8F17777118A33DDA9BA48E62AACB3243630052D9";

/// What `sq encrypt --help` says: 0.27 as Debian has it; 0.37; and from 1.0 on (the manual page sq-encrypt(1) of 1.3.1, seen
/// 2026-11-27), which signs unless it is told not to.
const HELPS: [(&str, &str); 3] = [
    (
        "USAGE:\n    sq encrypt [OPTIONS] [FILE]\n        --recipient-cert <CERT-RING>\n",
        "--recipient-cert CERTIFICATE",
    ),
    (
        "Usage: sq encrypt [OPTIONS] [FILE]\n      --recipient-file <CERT_RING_FILE>\n",
        "--recipient-file CERTIFICATE",
    ),
    (
        "Usage: sq encrypt [OPTIONS] [FILE]\n  [FILE]\n          [default: -]\n      --for <FINGERPRINT|KEYID>\n      \
         --for-file <PATH>\n      --signer <FINGERPRINT|KEYID>\n      --without-signature\n",
        "--for-file CERTIFICATE --without-signature",
    ),
];

/// Somebody with a letter to a company that has a key, a mail account, and an sq of these words.
struct Sealer {
    person: Person,
    case: String,
    certificates: Certificates,
    server: Server,
}

impl Sealer {
    fn new() -> Self {
        let person = Person::known();
        person.keep(
            "companies.yaml",
            format!(
                "- id: test-shop\n  name: Test Shop\n  category: retail\n  countries: [FR]\n  contacts:\n    - {{ purpose: \
                 rights, kind: email, value: dpo@shop.example, openpgp: \"{KEY}\", source: \
                 \"https://shop.example/privacy\", checked: 2026-11-01 }}\n  authority: FR\n  status: usable\n"
            ),
        );
        let certificates = Certificates::new();
        let server = Server::start(&certificates, Shown::Right, &[]);
        let password = password_file(&person.folder().join("given")).display().to_string();
        let (port, from) = (server.port.to_string(), ["--mail-from", "camille@example.org"]);
        let account = ["--mail-server", "localhost", "--mail-port", &port, "--mail-security", "starttls"];
        let more = ["--mail-pause", "0", "--mail-password-file", &password];
        person.run(&[&["profile", "set"], &from[..], &account, &more].concat()).exits(0);
        let key = KEY.to_lowercase();
        let (first, rest) = key.split_at(2);
        let certificate = person.folder().join("store").join(first);
        fs::create_dir_all(&certificate).expect("the folder is ours");
        fs::write(certificate.join(rest), "a certificate").expect("the folder is ours");
        let case = person.draft("test-shop");
        Self { person, case, certificates, server }
    }

    fn programs(&self) -> PathBuf {
        self.person.folder().join("programs")
    }

    /// Puts an sq in the place of all programs: it keeps what it was asked for and what it was given.
    fn use_sq(&self, help: &str, then: &str) {
        fs::create_dir_all(self.programs()).expect("the folder is ours");
        let folder = self.programs().display().to_string();
        let script = format!(
            "#!/bin/sh\nPATH=/bin:/usr/bin\ncase \"$*\" in\n*--help) cat <<'END'\n{help}END\n;;\n\
             inspect*) echo '    Fingerprint: {KEY}';;\n*) echo \"$*\" > '{folder}/asked'; cat > '{folder}/given'; {then};;\nesac\n"
        );
        let program = self.programs().join("sq");
        fs::write(&program, script).expect("the folder is ours");
        let private = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        fs::set_permissions(&program, private).expect("it is ours");
    }

    /// What it was asked for last, with CERTIFICATE for the path of that.
    fn asked(&self) -> String {
        let asked = fs::read_to_string(self.programs().join("asked")).expect("it was asked");
        let words =
            asked.split_whitespace().map(|word| if word.starts_with('/') { "CERTIFICATE" } else { word });
        words.collect::<Vec<_>>().join(" ")
    }

    fn given(&self) -> String {
        fs::read_to_string(self.programs().join("given")).expect("it was given something")
    }

    fn run(&self, arguments: &[&str]) -> Done {
        let mut command = self.person.command(arguments);
        command.env("SSL_CERT_FILE", self.certificates.trusted());
        // There is no gpg.
        command.env("PATH", self.programs()).env("PGP_CERT_D", self.person.folder().join("store"));
        Done::of(&command.output().expect("the program starts"), arguments)
    }
}

const ARMOURS: &str =
    "printf '%s\\n' '-----BEGIN PGP MESSAGE-----' '' 'hF4DAAAA' '-----END PGP MESSAGE-----'";

#[test]
fn sq_is_asked_by_the_names_it_has_for_things() {
    let sealer = Sealer::new();
    for (help, asked) in HELPS {
        sealer.use_sq(help, ARMOURS);
        let plan = sealer.run(&["send", &sealer.case, "--encrypt"]).exits(0);
        assert!(plan.out.contains(KEY), "{}", plan.out);
        assert_eq!(sealer.asked(), format!("encrypt {asked}"));
        assert!(sealer.given().contains("Content-Type: multipart/mixed"), "the letter on its standard input");
    }
    // An sq that names them otherwise is not guessed at, and one that fails or prints something else sends nothing.
    let (newest, _) = HELPS[2];
    for (help, then, words) in [
        ("Usage: sq encrypt --towards <CERT>\n", ARMOURS, "this sq is not known"),
        (newest, "echo plain", "it printed no message"),
        (newest, "exit 1", "no part that mail can be encrypted to"),
    ] {
        sealer.use_sq(help, then);
        let refused = sealer.run(&["send", &sealer.case, "--encrypt", "--yes"]);
        refused.fails_saying(&[words, "next: "]).in_one_sentence();
    }
    assert!(sealer.server.delivered().is_empty());
    assert_eq!(sealer.person.events(&sealer.case), ["drafted"]);
}

#[test]
fn later_letters_are_encrypted_like_the_request_with_what_they_enclose() {
    let mut sealer = Sealer::new();
    sealer.use_sq(HELPS[2].0, ARMOURS);
    let case = sealer.case.clone();
    sealer.run(&["send", &case, "--encrypt", "--yes"]).exits(0);
    let request = sealer.given();
    sealer.person.on("2027-02-01");
    sealer.run(&["remind", &case]).exits(0);
    sealer.run(&["send", &case, "--encrypt", "--yes"]).exits(0);
    let reminder = sealer.given();
    assert_ne!(reminder, request);
    for enclosed in ["reminder.pdf", "request.pdf"] {
        assert!(reminder.contains(enclosed), "{enclosed}");
    }
    sealer.run(&["record", &case, "identity-requested"]).exits(0);
    sealer.run(&["answer", &case, "identity"]).exits(0);
    sealer.run(&["send", &case, "--encrypt", "--yes"]).exits(0);
    assert!(sealer.given().contains("identity.pdf"));
    let delivered = sealer.server.delivered();
    assert_eq!(delivered.len(), 3);
    for (number, mail) in delivered.iter().enumerate() {
        assert!(mail.contains("multipart/encrypted") && mail.contains("BEGIN PGP MESSAGE"), "{mail}");
        for secret in [".pdf", "JVBERi", "Exemple\r\n", "text/plain"] {
            assert!(!mail.contains(secret), "{secret} is readable: {mail}");
        }
        // The proof is what left, and beside it what can still be read.
        let folder = sealer.person.home().join("cases").join(&case);
        let name = |stem: &str| match number {
            0 => format!("{stem}.eml"),
            _ => format!("{stem}-{}.eml", number + 1),
        };
        assert_eq!(&fs::read_to_string(folder.join(name("sent"))).expect("kept"), mail);
        let plain = fs::read_to_string(folder.join(name("sent-plain"))).expect("kept");
        assert!(plain.contains(".pdf"), "{plain}");
    }
    let thread = delivered[0].lines().find_map(|line| line.strip_prefix("Message-ID: ")).expect("an id");
    assert!(
        delivered[1].contains(&format!("In-Reply-To: {}", thread.trim())),
        "it stands in the same thread"
    );
    sealer.person.run(&["verify"]).exits(0);
}

//! An encrypted letter from the program to a real mail server, read at the other end.

use std::fs;
use std::process::Command;

use super::super::openpgp::{Keyring, WHOLE, company};
use super::Settings;

/// With gpg and with sq: what arrives is what is kept as proof; what its reader decrypts is what is kept as the plain
/// letter, byte for byte; and nothing of the letter is in the clear.
pub(super) fn an_encrypted_letter_is_read_at_the_other_end(settings: &Settings) {
    for program in ["gpg", "sq"] {
        let keyring = Keyring::new();
        let fingerprint = match program {
            "gpg" => keyring.generate("Shop <dpo@example.org>", &WHOLE, &[]),
            _ => keyring.generate_with_sq(),
        };
        let home = keyring.path("home");
        let secret = keyring.path("secret");
        habeas::delivery::outbox::write_private(&secret, settings.value("PASSWORD").as_bytes())
            .expect("written");
        fs::write(home.join("companies.yaml"), company(&fingerprint)).expect("written");
        let run = |arguments: &[&str]| {
            let mut habeas = Command::new(env!("CARGO_BIN_EXE_habeas"));
            habeas.env("GNUPGHOME", keyring.path("gpg")).env("PGP_CERT_D", keyring.path("sq"));
            let output = habeas.arg("--home").arg(&home).args(arguments).output().expect("it runs");
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert_eq!(output.status.code(), Some(0), "{said}{}", String::from_utf8_lossy(&output.stderr));
            said
        };
        let secret = secret.display().to_string();
        run(&[
            "profile",
            "set",
            "--name",
            "Claire Exemple",
            "--email",
            "claire@example.org",
            "--country",
            "FR",
            "--mail-from",
            "claire@example.org",
            "--mail-server",
            settings.value("HOST"),
            "--mail-port",
            settings.value("IMPLICIT_PORT"),
            "--mail-password-file",
            &secret,
        ]);
        let drafted: serde_json::Value =
            serde_json::from_str(&run(&["draft", "access", "test-shop", "--json"])).expect("JSON");
        let case = drafted.pointer("/cases/0/case").and_then(serde_json::Value::as_str).expect("a reference");
        run(&["send", case, "--encrypt", "--yes"]);
        let folder = home.join("cases").join(case);
        let sent = fs::read(folder.join("sent.eml")).expect("kept");
        settings.assert_arrived_as(&sent);
        let plain = fs::read_to_string(folder.join("sent-plain.eml")).expect("kept");
        let decrypted = String::from_utf8(keyring.decrypted(&sent)).expect("text");
        let (_, letter) = plain.split_once("MIME-Version: 1.0\r\n").expect("one header of its own");
        assert_eq!(decrypted, letter, "{program}");
        let page = fs::read(folder.join("letter.pdf")).expect("kept");
        let read = mail_parser::MessageParser::default().parse(&decrypted).expect("a part");
        assert_eq!(read.attachment(0).expect("the page").contents(), page, "{program}");
        let sent = String::from_utf8(sent).expect("text");
        assert!(!sent.contains("letter.pdf") && !sent.contains("text/plain"), "{program}: {sent}");
        run(&["verify"]);
    }
}

//! A letter that is encrypted: what stands around it, and what is refused. Whether the other end can read it is tested
//! against gpg and sq in `real::openpgp`.

use habeas::delivery::Error;
use habeas::delivery::message::{Attachment, Draft, EmailAddress, Message, MessageId};
use habeas::delivery::openpgp::encrypt;
use habeas::directory::value::Fingerprint;
use mail_parser::{MessageParser, MimeHeaders};

const ARMOURED: &str =
    "-----BEGIN PGP MESSAGE-----\n\nhF4DAAAAAAAAAAASAQdA\n=abcd\n-----END PGP MESSAGE-----\n";

fn message() -> Message {
    let sender: EmailAddress = "camille@example.org".parse().expect("an address");
    Message::compose(Draft {
        from_name: "Camille Exemple".to_owned(),
        from_address: sender.as_str().to_owned(),
        to_address: "dpo@example.com".to_owned(),
        subject: "Demande d’accès – HB-7F3K2Q".to_owned(),
        text: "Je suis né le 1er janvier.\n".to_owned(),
        attachments: vec![Attachment {
            name: "letter.pdf".to_owned(),
            content_type: "application/pdf".to_owned(),
            bytes: b"%PDF the letter itself".to_vec(),
        }],
        message_id: MessageId::compose("HB-7F3K2Q", [3; 12], &sender).expect("plain"),
        earlier: Vec::new(),
        date: "2026-11-23T18:00:00Z".parse().expect("a date"),
    })
    .expect("it is well made")
}

#[test]
fn an_encrypted_message_shows_addresses_and_subject_and_nothing_else() {
    let plain = message();
    let sealed = plain.clone().encrypted(ARMOURED).expect("it is armoured");
    let bytes = sealed.to_bytes();
    let text = String::from_utf8(bytes.clone()).expect("text");
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "every line ends alike");
    let mail = MessageParser::default().parse(&bytes).expect("it is a mail");
    let kind = mail.content_type().expect("it says what it is");
    assert_eq!((kind.ctype(), kind.subtype()), ("multipart", Some("encrypted")));
    assert_eq!(kind.attribute("protocol"), Some("application/pgp-encrypted"), "RFC 3156, 4");
    let parts: Vec<(String, String)> = mail
        .parts
        .iter()
        .skip(1)
        .map(|part| {
            let kind = part.content_type().expect("it says what it is");
            let name = format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default());
            (name, String::from_utf8_lossy(part.contents()).replace("\r\n", "\n"))
        })
        .collect();
    let expected = [("application/pgp-encrypted", "Version: 1\n"), ("application/octet-stream", ARMOURED)]
        .map(|(name, text)| (name.to_owned(), text.trim_end().to_owned()));
    let parts: Vec<_> = parts.into_iter().map(|(name, text)| (name, text.trim_end().to_owned())).collect();
    assert_eq!(parts, expected);
    assert_eq!(mail.subject(), Some("Demande d’accès – HB-7F3K2Q"));
    assert_eq!(
        mail.message_id(),
        MessageParser::default().parse(&plain.to_bytes()).expect("a mail").message_id()
    );
    for secret in ["janvier", "letter.pdf", "JVBERi"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[test]
fn what_is_encrypted_is_the_text_and_the_files_of_the_plain_message() {
    let plain = message();
    let entity = String::from_utf8(plain.to_entity()).expect("text");
    let whole = String::from_utf8(plain.to_bytes()).expect("text");
    assert!(entity.starts_with("Content-Type: multipart/mixed"), "{entity}");
    let body = entity.split_once("\r\n\r\n").expect("headers end").1;
    assert!(whole.ends_with(body), "the same parts, byte for byte");
    for header in ["Subject:", "From:", "To:", "Message-ID:"] {
        assert!(!entity.contains(header), "{header}");
    }
    let bare =
        Message::compose(Draft { attachments: Vec::new(), ..plain.draft().clone() }).expect("well made");
    assert!(bare.to_entity().starts_with(b"Content-Type: text/plain"));
}

#[test]
fn only_an_armoured_message_is_put_in_the_place_of_the_letter() {
    for wrong in ["", "hello", "-----BEGIN PGP MESSAGE-----\né\n", &ARMOURED.replace('\n', "")] {
        let refused = message().encrypted(wrong);
        assert!(matches!(refused, Err(Error::NotValid { .. })), "{wrong:?}");
    }
}

#[test]
fn a_fingerprint_is_whole_or_none() {
    let whole = "0123456789abcdefABCDEF0123456789abcdef01".to_owned();
    assert!(Fingerprint::try_from(whole.clone()).is_ok());
    assert!(Fingerprint::try_from(format!("{whole}{}", "0".repeat(24))).is_ok(), "version 6 has 64 digits");
    for wrong in
        ["", "ABCDEF01", whole.split_at(1).1, &whole.replace('0', "g"), &format!("0x{}", whole.split_at(2).1)]
    {
        assert!(Fingerprint::try_from(wrong.to_owned()).is_err(), "{wrong}");
    }
}

#[test]
fn a_key_nobody_has_is_no_reason_to_send_in_the_clear() {
    let nobody = Fingerprint::try_from("0".repeat(40)).expect("whole");
    let refused = encrypt(b"secret", &nobody);
    assert!(
        matches!(refused, Err(Error::OpenPgpKeyMissing | Error::OpenPgpNotInstalled)),
        "with or without the programs: {refused:?}"
    );
}

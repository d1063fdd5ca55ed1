//! Which event a reply is proposed to be, and what keeps it from being recorded unasked: what companies write that looks
//! like one thing and is another.

use habeas::finding::Place;
use habeas::inbox::matching::Confidence;
use habeas::inbox::message::Mail;
use habeas::inbox::proposal::propose;
use habeas::inbox::reading::{Origin, read};
use habeas::inbox::rule::built_in;
use habeas::law::right::Right;

/// Reads a mail of 3 November 2026 with this text and these files, and shows its proposal: the event, and what is open.
fn proposed(right: Right, text: &str, files: &[&str]) -> String {
    let files: String = files
        .iter()
        .map(|name| {
            format!(
                "\r\n--b\r\nContent-Type: application/octet-stream\r\n\
                 Content-Disposition: attachment; filename=\"{name}\"\r\n\r\nAAAA"
            )
        })
        .collect();
    let mail = format!(
        "From: dpo@example.com\r\nSubject: HB-7F3K2Q\r\nDate: Tue, 3 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
         {text}{files}\r\n--b--\r\n"
    );
    let (mail, findings) = Mail::parse(mail.as_bytes(), &Place::file("mail.eml"));
    assert!(findings.is_empty(), "{findings:?}");
    let reading = read(&mail, built_in());
    let attached = mail.attachments.len();
    let Some(proposal) = propose(&reading, right, Confidence::Certain, &[], attached) else {
        return "-".to_owned();
    };
    let open = proposal.open.iter().map(|open| format!(" {}", open.id()));
    let expires = reading.expires.map(|day| format!(" until {day}"));
    format!("{}{}{}", proposal.event.id(), open.collect::<String>(), expires.unwrap_or_default())
}

fn check(right: Right, expected: &[(&str, &[&str], &str)]) {
    for (text, files, event) in expected {
        assert_eq!(&proposed(right, text, files), event, "{text}");
    }
}

#[test]
fn what_the_law_allows_extends_nothing() {
    let expected: &[(&str, &[&str], &str)] = &[
        (
            "Nous accusons réception de votre demande. Nous disposons d'un mois, prolongeable de deux mois.",
            &[],
            "acknowledged",
        ),
        (
            "Votre demande sera traitée sous un mois (délai prolongé de deux mois en cas de demande complexe).",
            &[],
            "acknowledged hedged",
        ),
        ("Bei komplexen Anträgen verlängert sich die Frist um zwei Monate.", &[], "acknowledged hedged"),
        (
            "We have received your request and have one month to respond, extendable by two months.",
            &[],
            "acknowledged",
        ),
    ];
    check(Right::Access, expected);
}

#[test]
fn an_extension_without_a_reason_is_not_certain() {
    let expected: &[(&str, &[&str], &str)] = &[
        ("Le traitement de votre demande nécessitera un délai supplémentaire.", &[], "extended no-reason"),
        (
            "En raison de la complexité de votre demande, nous prolongeons le délai de deux mois.",
            &[],
            "extended",
        ),
        ("Wir verlängern die Frist um zwei Monate.", &[], "extended no-reason"),
        ("Wir verlängern die Frist um zwei Monate, da uns sehr viele Anfragen erreichen.", &[], "extended"),
        ("We need more time. This is because of the number of requests we have received.", &[], "extended"),
        ("We are extending the deadline by two months.", &[], "extended no-reason"),
        ("Debido a la complejidad de su solicitud, prorrogamos el plazo dos meses más.", &[], "extended"),
        ("Prorrogamos el plazo dos meses más.", &[], "extended no-reason"),
        ("A causa della complessità della richiesta, proroghiamo il termine di due mesi.", &[], "extended"),
        ("Proroghiamo il termine di due mesi.", &[], "extended no-reason"),
        (
            "Vanwege de complexiteit van uw verzoek verlengen wij de termijn met twee maanden.",
            &[],
            "extended",
        ),
        ("Wij verlengen de termijn met twee maanden.", &[], "extended no-reason"),
        ("Ze względu na skomplikowany charakter żądania przedłużamy termin o dwa miesiące.", &[], "extended"),
        ("Przedłużamy termin o dwa miesiące.", &[], "extended no-reason"),
        ("Prorrogamos o prazo por dois meses.", &[], "extended no-reason"),
    ];
    check(Right::Access, expected);
}

#[test]
fn data_with_a_refusal_is_an_answer_in_part_and_a_refusal_with_a_file_is_not_certain() {
    let partly = "Voici votre réponse en pièce jointe. Certaines données ne peuvent vous être communiquées car elles relèvent du secret des affaires.";
    let refused = "Nous ne pouvons pas donner suite à votre demande.";
    let expected: &[(&str, &[&str], &str)] = &[
        (partly, &["r.csv"], "answered several refused-with-file"),
        (partly, &["reponse.pdf"], "refused refused-with-file"),
        (refused, &["decision.pdf"], "refused refused-with-file"),
        (refused, &[], "refused"),
    ];
    check(Right::Access, expected);
    // A file answers no request to erase.
    check(Right::Erasure, &[(refused, &["r.csv"], "refused several other-right refused-with-file")]);
}

#[test]
fn data_that_was_made_ready_in_the_account_is_an_answer_to_fetch() {
    let expected: &[(&str, &[&str], &str)] = &[
        (
            "Ihre Daten stehen ab sofort in Ihrem Kundenkonto zum Download bereit. Der Link ist 14 Tage gültig.",
            &[],
            "answered to-fetch until 2026-11-17",
        ),
        ("Sie können Ihre Daten jetzt im Kundenkonto herunterladen.", &[], "answered to-fetch"),
        (
            "Connectez-vous à votre espace client pour télécharger vos données personnelles, disponibles pendant 30 jours.",
            &[],
            "answered to-fetch until 2026-12-03",
        ),
        (
            "Your data export is ready. Log in to your account to download it. The file will be deleted after 7 days.",
            &[],
            "answered to-fetch until 2026-11-10",
        ),
        (
            "Sus datos personales ya están disponibles para su descarga en su cuenta durante 14 días.",
            &[],
            "answered nothing-attached until 2026-11-17",
        ),
        (
            "Uw persoonsgegevens staan klaar om te downloaden in uw account. De link is 14 dagen geldig.",
            &[],
            "answered nothing-attached until 2026-11-17",
        ),
        // What anybody finds in an account at any time answers nothing.
        ("Sie können Ihre Daten jederzeit selbst in Ihrem Kundenkonto herunterladen.", &[], "acknowledged"),
        (
            "Vous pouvez télécharger vous-même vos données depuis votre compte à tout moment.",
            &[],
            "acknowledged",
        ),
    ];
    check(Right::Access, expected);
}

#[test]
fn whoever_found_no_account_and_asks_for_the_address_has_not_answered() {
    let expected: &[(&str, &[&str], &str)] = &[
        (
            "Nous n'avons pas trouvé de compte associé à cette adresse. Merci de nous indiquer l'adresse électronique utilisée lors de vos achats.",
            &[],
            "identity-requested several",
        ),
        (
            "Wir haben kein Kundenkonto gefunden. Bitte teilen Sie uns die E-Mail-Adresse mit, mit der Sie bestellt haben.",
            &[],
            "identity-requested several",
        ),
        (
            "We found no account under this address. Please tell us the email address you used for your purchases.",
            &[],
            "identity-requested several",
        ),
        (
            "No hemos encontrado ninguna cuenta. Indíquenos el correo electrónico que utilizó en sus compras.",
            &[],
            "identity-requested several",
        ),
        (
            "Non abbiamo trovato alcun account. La preghiamo di indicarci l'indirizzo e-mail utilizzato per gli acquisti.",
            &[],
            "identity-requested several",
        ),
        (
            "Er is geen account gevonden. Laat ons het e-mailadres weten dat u hebt gebruikt.",
            &[],
            "identity-requested several",
        ),
        (
            "Nie znaleziono konta. Prosimy o podanie adresu e-mail użytego przy zakupach.",
            &[],
            "identity-requested several",
        ),
        (
            "Não encontrámos nenhuma conta. Indique-nos o endereço de email utilizado nas suas compras.",
            &[],
            "identity-requested several",
        ),
    ];
    check(Right::Access, expected);
}

#[test]
fn an_answer_whose_rest_is_to_come_is_not_certain() {
    let expected: &[(&str, &[&str], &str)] = &[
        (
            "Vous trouverez ci-joint vos données personnelles. Les données de navigation vous seront transmises ultérieurement.",
            &["a.zip"],
            "answered rest-follows",
        ),
        (
            "Anbei erhalten Sie Ihre Daten. Die Protokolldaten folgen gesondert.",
            &["a.zip"],
            "answered rest-follows",
        ),
        (
            "Please find attached your data. The remaining data will follow.",
            &["a.zip"],
            "answered rest-follows",
        ),
        (
            "Adjuntamos sus datos. Los registros se le enviarán más adelante.",
            &["a.zip"],
            "answered rest-follows",
        ),
        (
            "In allegato i Suoi dati. I log saranno inviati successivamente.",
            &["a.zip"],
            "answered rest-follows",
        ),
        (
            "Bijgaand uw gegevens. De logbestanden worden later nagestuurd.",
            &["a.zip"],
            "answered rest-follows",
        ),
        (
            "W załączeniu przesyłamy Pani dane. Logi zostaną przesłane później.",
            &["a.zip"],
            "answered rest-follows",
        ),
        (
            "Em anexo enviamos os seus dados. Os registos serão enviados posteriormente.",
            &["a.zip"],
            "answered rest-follows",
        ),
        ("Anbei erhalten Sie Ihre Daten. Die Auskunft gliedert sich wie folgt.", &["a.zip"], "answered"),
    ];
    check(Right::Access, expected);
}

#[test]
fn a_report_that_a_mail_server_wrote_for_people_is_one() {
    let report = |from: &str, body: &str| {
        let mail = format!(
            "From: {from}\r\nTo: camille@example.org\r\nSubject: failure notice\r\nDate: Tue, 3 Nov 2026 10:00:00 +0100\r\n\r\n{body}"
        );
        let (mail, _) = Mail::parse(mail.as_bytes(), &Place::file("mail.eml"));
        (read(&mail, built_in()).origin, mail.report.and_then(|report| report.original_message_id))
    };
    let qmail = "Hi. This is the qmail-send program at mx.example.org.\r\n\
        I'm afraid I wasn't able to deliver your message to the following addresses.\r\n\
        This is a permanent error; I've given up. Sorry it didn't work out.\r\n\r\n<dpo@example.com>:\r\n5.1.1 no such user\r\n\r\n\
        --- Below this line is a copy of the message.\r\n\r\nMessage-ID: <HB-7F3K2Q.00@example.org>\r\nSubject: HB-7F3K2Q\r\n";
    let (origin, original) = report("MAILER-DAEMON@mx.example.org", qmail);
    assert_eq!(origin, Origin::Bounced { status: Some("5.1.1".to_owned()) });
    assert_eq!(original.as_deref(), Some("HB-7F3K2Q.00@example.org"));
    let exim = "This message was created automatically by mail delivery software.\r\n\r\n\
        A message that you sent could not be delivered to one or more of its recipients.\r\n\
        This is a permanent error. The following address(es) failed:\r\n\r\n  dpo@example.com\r\n";
    assert_eq!(report("Mailer-Daemon@mx.example.org", exim).0, Origin::Bounced { status: None });
    // Whoever is no mail server reports nothing.
    assert_eq!(report("dpo@example.com", qmail).0, Origin::Person);
    assert_eq!(report("MAILER-DAEMON@mx.example.org", "Bonjour.").0, Origin::Person);
}

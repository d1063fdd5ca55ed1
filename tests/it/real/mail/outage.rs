//! A mail server that falls silent, and a computer without a network.

#![expect(clippy::panic, reason = "what tests are built with may fail as loudly as tests")]

use std::fs;
use std::io::{BufRead as _, ErrorKind};
use std::net::TcpListener;
use std::process::Command;
use std::sync::Arc;
use std::thread::spawn;
use std::time::Duration;

use habeas::delivery::Error;
use habeas::delivery::account::Security;
use habeas::delivery::smtp::Session;
use rustls::ServerConfig;

use super::{Settings, message, play_until};

/// However far the conversation went: it ends when its step's time is over, and only after the last line of the message
/// does nobody know.
pub(super) fn a_silent_server_is_left_in_time(settings: &Settings) {
    for (last, maybe) in [("EHLO", false), ("AUTH", false), ("RCPT", false), ("DATA", false), (".", true)] {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let mut account = settings.account("IMPLICIT_PORT", Security::Implicit);
        account.port = listener.local_addr().expect("an address").port();
        let config = settings.tls();
        let server = spawn(move || fall_silent_after(last, &listener, config));
        let patience = Duration::from_millis(700);
        let sent = Session::open_within(&account, &settings.password(), patience)
            .and_then(|mut session| session.send(&message(1)));
        match sent {
            Err(Error::Unknown) => assert!(maybe, "silent after {last}"),
            Err(Error::Unreachable { ref source, .. }) => {
                assert!(!maybe && source.kind() == ErrorKind::TimedOut, "silent after {last}: {sent:?}");
            }
            other => panic!("silent after {last}: {other:?}"),
        }
        server.join().expect("the server ends");
    }
}

/// In a world with no network at all, which `unshare` makes, a failure is one sentence, a next step, and code 1.
pub(super) fn without_a_network_it_is_one_sentence(settings: &Settings) {
    let home = tempfile::tempdir().expect("a folder");
    let secret = home.path().join("secret");
    habeas::delivery::outbox::write_private(&secret, settings.value("PASSWORD").as_bytes()).expect("written");
    let company = super::super::openpgp::company(&"0".repeat(40));
    fs::write(home.path().join("companies.yaml"), company).expect("written");
    let run = |alone: bool, arguments: &[&str]| {
        let program = env!("CARGO_BIN_EXE_habeas");
        let mut command = Command::new(if alone { "unshare" } else { program });
        if alone {
            command.args(["--net", program]);
        }
        command.args(["--lang", "en", "--home"]).arg(home.path()).args(arguments).output().expect("it runs")
    };
    let secret = secret.display().to_string();
    let set = [
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
        "smtp.example.org",
        "--mail-password-file",
        &secret,
        "--mailbox-server",
        "imap.example.org",
    ];
    assert!(run(false, &set).status.success());
    let drafted = run(false, &["draft", "access", "test-shop", "--json"]).stdout;
    let drafted: serde_json::Value = serde_json::from_slice(&drafted).expect("JSON");
    let case = drafted.pointer("/cases/0/case").and_then(serde_json::Value::as_str).expect("a reference");
    for server in ["smtp.example.org", "127.0.0.1"] {
        assert!(run(false, &["profile", "set", "--mail-server", server]).status.success());
        for arguments in [&["send", case, "--yes"][..], &["inbox", "--imap"]] {
            let failed = run(true, arguments);
            let said = String::from_utf8_lossy(&failed.stderr).into_owned();
            assert_eq!(failed.status.code(), Some(1), "{said}");
            let lines: Vec<&str> = said.lines().collect();
            let is_clear = matches!(lines.as_slice(), [error, next]
                if error.starts_with("error: ") && next.starts_with("next: ") && next.contains("connection"));
            assert!(is_clear && said.contains("the mail server"), "{said}");
            assert!(!said.contains("claire"), "{said}");
        }
    }
}

/// Plays a mail server up to the given line of the client, and then says nothing until the client hangs up.
fn fall_silent_after(last: &str, listener: &TcpListener, config: Arc<ServerConfig>) {
    let mut stream = play_until(last, listener, config);
    let mut line = String::new();
    while stream.read_line(&mut line).is_ok_and(|read| read > 0) {
        line.clear();
    }
}

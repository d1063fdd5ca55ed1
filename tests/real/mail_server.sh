#!/usr/bin/env bash
# A real mail server on loopback for tests/it/real/mail.rs: Postfix takes mail, Dovecot checks the password and
# stores it. Everything lies in one folder; nothing ever leaves this computer.
#
#   mail_server.sh start FOLDER    starts both and prints KEY=VALUE lines for the test
#   mail_server.sh stop FOLDER     stops both; the folder can then be deleted
#
# Needs: root (both servers change users), postfix, dovecot-core, dovecot-imapd, dovecot-lmtpd, openssl.
set -euo pipefail

usage="usage: $0 start|stop FOLDER"
action=${1:?$usage}
folder=$(realpath -m "${2:?$usage}")

implicit_port=${HABEAS_TEST_IMPLICIT_PORT:-2465}
starttls_port=${HABEAS_TEST_STARTTLS_PORT:-2587}
login_port=${HABEAS_TEST_LOGIN_PORT:-2588}
plain_port=${HABEAS_TEST_PLAIN_PORT:-2525}
other_name_port=${HABEAS_TEST_OTHER_NAME_PORT:-2466}
imap_port=${HABEAS_TEST_IMAP_PORT:-2143}
imaps_port=${HABEAS_TEST_IMAPS_PORT:-2993}
user=claire@example.org
password=correct-horse-battery-staple

fail() {
    echo "$0: $*" >&2
    exit 1
}

check_needs() {
    [ "$(id -u)" = 0 ] || fail "not root: Postfix and Dovecot change users when they start; run this test as root"
    for program in postfix postconf dovecot doveadm openssl; do
        command -v "$program" >/dev/null || fail "$program is not installed"
    done
    [ -x /usr/lib/dovecot/lmtp ] || fail "dovecot-lmtpd is not installed"
}

# An authority made on the spot, one certificate for localhost by it, and one for another name.
make_certificates() {
    cd "$folder/tls"
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=habeas test authority" \
        -keyout ca.key -out ca.pem 2>/dev/null
    sign localhost "DNS:localhost,IP:127.0.0.1"
    sign elsewhere "DNS:mail.example.net"
    cd "$folder"
}

sign() {
    openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout "$1.key" -out "$1.csr" 2>/dev/null
    openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -out "$1.pem" \
        -extfile <(printf 'subjectAltName=%s\nbasicConstraints=CA:FALSE\n' "$2") 2>/dev/null
}

write_dovecot() {
    cat >"$folder/dovecot.conf" <<END
base_dir = $folder/dovecot/run
state_dir = $folder/dovecot/state
instance_name = habeas-test
log_path = $folder/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = required
ssl_cert = <$folder/tls/localhost.pem
ssl_key = <$folder/tls/localhost.key
auth_mechanisms = plain login
mail_location = maildir:$folder/mail/%u
# Keeps CR LF, so that the test can compare bytes.
mail_save_crlf = yes
first_valid_uid = 1
passdb {
  driver = static
  args = password=$password
}
userdb {
  driver = static
  args = uid=mail gid=mail home=$folder/mail/%u allow_all_users=yes
}
service imap-login {
  inet_listener imap {
    port = $imap_port
  }
  inet_listener imaps {
    port = $imaps_port
    ssl = yes
  }
}
namespace inbox {
  inbox = yes
  mailbox "Envoyés" {
    special_use = \Sent
    auto = create
  }
}
service lmtp {
  unix_listener $folder/sockets/lmtp {
    mode = 0666
  }
}
service auth {
  unix_listener $folder/sockets/auth {
    mode = 0666
  }
}
END
}

write_postfix() {
    cat >"$folder/postfix/main.cf" <<END
compatibility_level = 3.6
queue_directory = $folder/queue
data_directory = $folder/data
maillog_file = $folder/postfix.log
maillog_file_prefixes = $folder
inet_interfaces = loopback-only
inet_protocols = ipv4
myhostname = localhost
mydestination =
mynetworks =
default_transport = error:nothing leaves this computer
relay_transport = error:nothing leaves this computer
local_transport = error:no local mail
virtual_mailbox_domains = example.org
virtual_transport = lmtp:unix:$folder/sockets/lmtp
alias_maps =
alias_database =
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = $folder/sockets/auth
smtpd_tls_security_level = encrypt
smtpd_tls_auth_only = yes
smtpd_tls_cert_file = $folder/tls/localhost.pem
smtpd_tls_key_file = $folder/tls/localhost.key
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access inline:{{nobody@example.org = 550 5.1.1 no such person}, {full@example.org = 452 4.2.2 mailbox full}}, permit_sasl_authenticated, reject
smtpd_sender_restrictions =
message_size_limit = 20000000
END
    cat >"$folder/postfix/master.cf" <<END
127.0.0.1:$starttls_port inet n - n - - smtpd
127.0.0.1:$implicit_port inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
127.0.0.1:$other_name_port inet n - n - - smtpd -o smtpd_tls_wrappermode=yes -o smtpd_tls_cert_file=$folder/tls/elsewhere.pem -o smtpd_tls_key_file=$folder/tls/elsewhere.key
127.0.0.1:$login_port inet n - n - - smtpd -o smtpd_sasl_mechanism_filter=login
127.0.0.1:$plain_port inet n - n - - smtpd -o smtpd_tls_security_level=none
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
END
}

start() {
    check_needs
    mkdir -p "$folder"
    # The servers' own users must be able to walk here.
    chmod 755 "$folder"
    mkdir -p "$folder"/{tls,sockets,postfix,queue,data,mail,dovecot/run,dovecot/state}
    chown postfix "$folder/data"
    chown mail:mail "$folder/mail"
    make_certificates
    write_dovecot
    write_postfix
    # Both go on in the background and must not hold the caller's output open.
    dovecot -c "$folder/dovecot.conf" >"$folder/start.log" 2>&1 </dev/null || {
        cat "$folder/start.log" >&2
        fail "dovecot did not start; see $folder/dovecot.log"
    }
    postfix -c "$folder/postfix" start >>"$folder/start.log" 2>&1 </dev/null || {
        cat "$folder/start.log" >&2
        dovecot -c "$folder/dovecot.conf" stop
        fail "postfix did not start; see $folder/postfix.log"
    }
    cat <<END
HOST=localhost
IMPLICIT_PORT=$implicit_port
STARTTLS_PORT=$starttls_port
OTHER_NAME_PORT=$other_name_port
LOGIN_PORT=$login_port
PLAIN_PORT=$plain_port
IMAPS_PORT=$imaps_port
IMAP_PORT=$imap_port
USER=$user
PASSWORD=$password
CA=$folder/tls/ca.pem
MAILDIR=$folder/mail/$user
MAILDIRS=$folder/mail
END
}

stop() {
    postfix -c "$folder/postfix" stop >/dev/null 2>&1 || true
    dovecot -c "$folder/dovecot.conf" stop || true
}

case $action in
    start) start ;;
    stop) stop ;;
    *) fail "$usage" ;;
esac

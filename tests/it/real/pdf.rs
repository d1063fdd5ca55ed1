//! Real counterpart: pdf.
use crate::paper::{din, english, far, french, long, typesetter};
use habeas::letter::pdf;

#[test]
#[ignore = "draws"]
fn draws() {
    for (name, letter) in [
        ("fr", french()),
        ("en", english()),
        ("din", din()),
        ("fr2", long(french())),
        ("en2", long(long(english()))),
        ("din2", long(long(din()))),
        ("far", far(french())),
        ("fardin", far(din())),
        ("farleft", far(english())),
    ] {
        let bytes = pdf::pdf(&letter, typesetter()).unwrap();
        println!("{name} {}", bytes.len());
        std::fs::write(format!("/tmp/h/out/{name}.pdf"), bytes).unwrap();
    }
}

"""Sets a letter with a peer again and again, and prints the seconds it took.

Usage: letters_peer.py PEER TEXT COUNT   where PEER is typst or weasyprint and TEXT is the letter as plain text. Ends with 2
if the peer is missing. The first letter, which loads fonts, is not counted.
"""

import html
import importlib
import pathlib
import sys
import time

SPECIAL = "\\*_`$#@<>[]-+=/~'\""


def with_typst(typst, folder):
    file = folder / "letter.typ"

    def set_letter(text, number):
        escaped = "".join(f"\\u{{{ord(sign):x}}}" if sign in SPECIAL else sign for sign in text)
        file.write_text(f'#set page("a4")\n#set text(10.5pt)\n{escaped}\n\n{number}\n', encoding="utf-8")
        return typst.compile(str(file))

    return set_letter


def with_weasyprint(weasyprint, _folder):
    def set_letter(text, number):
        paragraphs = "".join(f"<p>{html.escape(part)}</p>" for part in f"{text}\n\n{number}".split("\n\n"))
        page = f"<style>@page {{ size: A4 }} body {{ font-size: 10.5pt }}</style>{paragraphs}"
        return weasyprint.HTML(string=page).write_pdf()

    return set_letter


PEERS = {"typst": with_typst, "weasyprint": with_weasyprint}


def main(peer, text, count):
    try:
        library = importlib.import_module(peer)
    except ImportError:
        return 2
    text = pathlib.Path(text)
    set_letter = PEERS[peer](library, text.parent)
    letter = text.read_text(encoding="utf-8")
    assert len(set_letter(letter, 0)) > 1000, "no page was made"
    begun = time.perf_counter()
    for number in range(int(count)):
        set_letter(letter, number)
    print(time.perf_counter() - begun)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

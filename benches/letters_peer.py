"""Sets a letter with typst again and again, and prints the seconds it took.

Usage: letters_peer.py TEXT COUNT   where TEXT is the letter as plain text. Ends with 2 if typst is missing.
"""

import pathlib
import sys
import time

try:
    import typst
except ImportError:
    sys.exit(2)


def source(text, number):
    escaped = "".join(f"\\u{{{ord(sign):x}}}" if sign in "\\*_`$#@<>[]-+=/~'\"" else sign for sign in text)
    return f'#set page("a4"); #set text(10.5pt)\n{escaped}\n\n{number}\n'.replace("; #", "\n#")


def main(arguments):
    text = pathlib.Path(arguments[0]).read_text(encoding="utf-8")
    count = int(arguments[1])
    folder = pathlib.Path(arguments[0]).parent
    file = folder / "letter.typ"
    file.write_text(source(text, 0), encoding="utf-8")
    typst.compile(str(file))
    begun = time.perf_counter()
    for number in range(count):
        file.write_text(source(text, number), encoding="utf-8")
        typst.compile(str(file))
    print(time.perf_counter() - begun)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

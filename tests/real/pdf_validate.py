"""Checks PDF files against a profile with the package page-validation.

Usage: pdf_validate.py PROFILE FILE...   where PROFILE is 2a (PDF/A-2a) or ua1 (PDF/UA-1).

Prints a line for each rule a file breaks. Ends with 0 if every file conforms, 1 if one does not, 2 if it was called
wrongly or the package is missing.
"""

import sys

try:
    import page
except ImportError:
    print("pdf_validate: the package page-validation is missing", file=sys.stderr)
    sys.exit(2)


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    profile, files = arguments[0], arguments[1:]
    broken = 0
    for file in files:
        report = page.validate_pdf(file, profile=profile)
        for failure in report.failures:
            print(f"{file}: {failure.rule_id}: {failure.message}")
        if not report.is_compliant:
            broken += 1
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

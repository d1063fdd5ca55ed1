"""Lists public holidays on weekdays, as the package holidays (python-holidays) knows them.

Usage: public_holidays.py FIRST_YEAR LAST_YEAR CODE...   where CODE is FR or FR-6AE

Prints a line `CODE YYYY-MM-DD` for each public holiday from Monday to Friday. Ends with 2 if it was called wrongly or
the package is missing.
"""

import sys

try:
    import holidays
except ImportError:
    print("public_holidays: the package holidays is missing", file=sys.stderr)
    sys.exit(2)


def main(arguments):
    if len(arguments) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    years = range(int(arguments[0]), int(arguments[1]) + 1)
    for code in arguments[2:]:
        country, _, region = code.partition("-")
        known = holidays.country_holidays(country, subdiv=region or None, years=years)
        for day in sorted(known):
            if day.weekday() < 5:
                print(code, day.isoformat())
    return 0


sys.exit(main(sys.argv[1:]))

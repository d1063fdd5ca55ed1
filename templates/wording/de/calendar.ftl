# Daten und Zahlen, wie man sie auf Deutsch schreibt.
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
date = { $day }. { $month } { $year }
date-first = { $day }. { $month } { $year }
decimal-mark = ,
thousands-mark = .

# Ein Monat ohne Tag.
month-alone-1 = Januar
month-alone-2 = Februar
month-alone-3 = März
month-alone-4 = April
month-alone-5 = Mai
month-alone-6 = Juni
month-alone-7 = Juli
month-alone-8 = August
month-alone-9 = September
month-alone-10 = Oktober
month-alone-11 = November
month-alone-12 = Dezember

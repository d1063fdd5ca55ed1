# Date e numeri come si scrivono in italiano.
month-1 = gennaio
month-2 = febbraio
month-3 = marzo
month-4 = aprile
month-5 = maggio
month-6 = giugno
month-7 = luglio
month-8 = agosto
month-9 = settembre
month-10 = ottobre
month-11 = novembre
month-12 = dicembre
date = { $day } { $month } { $year }
date-first = 1º { $month } { $year }
decimal-mark = ,
thousands-mark = .

# Un mese senza giorno.
month-alone-1 = gennaio
month-alone-2 = febbraio
month-alone-3 = marzo
month-alone-4 = aprile
month-alone-5 = maggio
month-alone-6 = giugno
month-alone-7 = luglio
month-alone-8 = agosto
month-alone-9 = settembre
month-alone-10 = ottobre
month-alone-11 = novembre
month-alone-12 = dicembre

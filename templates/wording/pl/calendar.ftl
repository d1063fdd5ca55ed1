# Daty i liczby, jak pisze się je po polsku.
month-1 = stycznia
month-2 = lutego
month-3 = marca
month-4 = kwietnia
month-5 = maja
month-6 = czerwca
month-7 = lipca
month-8 = sierpnia
month-9 = września
month-10 = października
month-11 = listopada
month-12 = grudnia
date = { $day } { $month } { $year } roku
date-first = { $day } { $month } { $year } roku
decimal-mark = ,
thousands-mark = { "\u00A0" }

# Miesiąc bez dnia.
month-alone-1 = styczeń
month-alone-2 = luty
month-alone-3 = marzec
month-alone-4 = kwiecień
month-alone-5 = maj
month-alone-6 = czerwiec
month-alone-7 = lipiec
month-alone-8 = sierpień
month-alone-9 = wrzesień
month-alone-10 = październik
month-alone-11 = listopad
month-alone-12 = grudzień

# Data en getallen zoals men ze in het Nederlands schrijft.
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
date = { $day } { $month } { $year }
date-first = { $day } { $month } { $year }
decimal-mark = ,
thousands-mark = .

# Een maand zonder dag.
month-alone-1 = januari
month-alone-2 = februari
month-alone-3 = maart
month-alone-4 = april
month-alone-5 = mei
month-alone-6 = juni
month-alone-7 = juli
month-alone-8 = augustus
month-alone-9 = september
month-alone-10 = oktober
month-alone-11 = november
month-alone-12 = december

# Fechas y números como se escriben en español.
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
date = { $day } de { $month } de { $year }
date-first = { $day } de { $month } de { $year }
decimal-mark = ,
thousands-mark = .

# Un mes sin día.
month-alone-1 = enero
month-alone-2 = febrero
month-alone-3 = marzo
month-alone-4 = abril
month-alone-5 = mayo
month-alone-6 = junio
month-alone-7 = julio
month-alone-8 = agosto
month-alone-9 = septiembre
month-alone-10 = octubre
month-alone-11 = noviembre
month-alone-12 = diciembre

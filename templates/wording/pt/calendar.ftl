# Datas e números como se escrevem em português.
month-1 = janeiro
month-2 = fevereiro
month-3 = março
month-4 = abril
month-5 = maio
month-6 = junho
month-7 = julho
month-8 = agosto
month-9 = setembro
month-10 = outubro
month-11 = novembro
month-12 = dezembro
date = { $day } de { $month } de { $year }
date-first = 1 de { $month } de { $year }
decimal-mark = ,
thousands-mark = { "\u00A0" }

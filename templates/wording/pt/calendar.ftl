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

# Um mês sem dia.
month-alone-1 = janeiro
month-alone-2 = fevereiro
month-alone-3 = março
month-alone-4 = abril
month-alone-5 = maio
month-alone-6 = junho
month-alone-7 = julho
month-alone-8 = agosto
month-alone-9 = setembro
month-alone-10 = outubro
month-alone-11 = novembro
month-alone-12 = dezembro

# Lo que tienen varias empresas, lado a lado.
several-title = { $count ->
    [one] Lo que 1 empresa tiene sobre usted
   *[other] Lo que { $number } empresas tienen sobre usted
}
several-lead = { $count ->
    [0] Aún no se ha importado ninguna respuesta.
    [one] La respuesta de 1 empresa contiene { $records } sobre usted.
   *[other] Las respuestas de { $number } empresas contienen { $records } sobre usted.
}
several-figure-companies = { $count ->
    [one] empresa respondió
   *[other] empresas respondieron
}
several-missing-points = { $count ->
    [one] A 1 respuesta le faltan puntos que la ley exige.
   *[other] A { $number } respuestas les faltan puntos que la ley exige.
}
several-missing-recipients = No se nombra ningún destinatario en la respuesta de: { $companies }.
several-fact-conclusions = { $count ->
    [one] conclusión sobre usted en { $company }, más que en ninguna otra.
   *[other] conclusiones sobre usted en { $company }, más que en ninguna otra.
}
several-fact-recipients = { $count ->
    [one] empresa tiene sus datos de { $company } o llega a usted a través de ella, más que con ninguna otra.
   *[other] empresas tienen sus datos de { $company } o llegan a usted a través de ella, más que con ninguna otra.
}
several-fact-special = { $count ->
    [one] dato en { $company } toca un asunto que la ley protege de modo especial.
   *[other] datos en { $company } tocan asuntos que la ley protege de modo especial.
}
several-fact-others = { $count ->
    [one] dato en { $company } se refiere también a otra persona.
   *[other] datos en { $company } se refieren también a otras personas.
}
several-fact-records = { $count ->
    [one] dato en { $company }, la que más tiene.
   *[other] datos en { $company }, la que más tiene.
}
several-next-report = Leer lo que tiene { $company }:
several-next-sharing = Ver quién comparte con quién:
several-companies = Empresa por empresa
several-companies-lead = { $count ->
    [0] Aún no se ha importado ninguna respuesta.
    [one] 1 empresa, con su última respuesta.
   *[other] { $number } empresas, cada una con su última respuesta.
}
several-earlier = { $count ->
    [one] Se omite 1 respuesta anterior de las mismas empresas.
   *[other] Se omiten { $number } respuestas anteriores de las mismas empresas.
}
several-categories = Tipo por tipo
several-categories-lead = { $count ->
    [0] No pudo leerse ningún dato en las respuestas.
    [one] Se tiene 1 tipo de datos; aquí está quién lo tiene.
   *[other] Se tienen { $number } tipos de datos; aquí está quién los tiene.
}
several-purchases = Compras, por año y tienda
several-purchases-none = Ninguna respuesta contiene una compra con importe.
several-reports = El informe de cada una
several-reports-about = Cada cifra de arriba está en uno de estos informes, que muestra los archivos y filas de los que sale.
several-report = { $company }, leída el { $date }:
several-report-unknown = { $company } (la empresa no fue reconocida), leída el { $date }:
several-points-of = { $missing } de { $all }
several-holder = { $company } ({ $records })
several-column-since = Desde
several-column-kinds = Tipos de datos
several-column-conclusions = Conclusiones
several-column-recipients = Destinatarios
several-column-identifiers = Identificadores
several-column-special = Protección especial
several-column-others = Otras personas
several-column-missing = Puntos que faltan
several-column-companies = Empresas
several-column-holders = Quién los tiene
several-column-shop = Tienda
report-years-about = Lo que suman los importes, cada moneda por su lado: nada se convierte, y los importes devueltos se restan donde la respuesta los da con un menos.

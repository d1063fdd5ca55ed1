# Quién comparte con quién, en todas las respuestas.
sharing-title = Quién comparte sus datos con quién
sharing-eyebrow = De todas las respuestas que ha recibido, { $date }
sharing-lead = { $count ->
    [0] Aún no se ha importado ninguna respuesta.
    [one] La respuesta de 1 empresa, y lo que anuncia, nombran { $others }.
   *[other] Las respuestas de { $number } empresas, y lo que anuncian, nombran { $others }.
}
sharing-others = { $count ->
    [0] ninguna otra empresa
    [one] 1 empresa más
   *[other] { $number } empresas más
}
sharing-figure-answered = { $count ->
    [one] empresa respondió
   *[other] empresas respondieron
}
sharing-figure-others = { $count ->
    [one] otra empresa nombrada
   *[other] otras empresas nombradas
}
sharing-figure-links = { $count ->
    [one] enlace entre ellas
   *[other] enlaces entre ellas
}
sharing-fact-shared = { $count ->
    [one] empresa tiene que ver con más de una de las que respondieron: puede unir lo que saben de usted.
   *[other] empresas tienen que ver con más de una de las que respondieron: pueden unir lo que saben de usted.
}
sharing-fact-answers = { $count ->
    [one] enlace figura en una respuesta y no estaba anunciado.
   *[other] enlaces figuran en una respuesta y no estaban anunciados.
}
sharing-fact-notices = { $count ->
    [one] enlace está anunciado en un aviso de privacidad, y ninguna respuesta lo nombra.
   *[other] enlaces están anunciados en avisos de privacidad, y ninguna respuesta los nombra.
}
sharing-fact-both = { $count ->
    [one] enlace está anunciado, y una respuesta también lo nombra.
   *[other] enlaces están anunciados, y una respuesta también los nombra.
}
sharing-silent = No se conoce ningún destinatario de: { $companies }.
sharing-nothing-missing = Cada una de estas empresas nombra o anuncia al menos un destinatario.
sharing-next-report = Ver dónde lo dice una respuesta:
sharing-next-ask = Preguntar a la empresa que más nombran qué tiene sobre usted:
sharing-next-notify = Cuando se rectifican o suprimen datos, la empresa debe decírselo a quienes se los dio (art. 19 del RGPD).
sharing-picture = La imagen
sharing-picture-about = A la izquierda, las empresas que le respondieron. A la derecha, las empresas que nombran. Cada línea está en la tabla de abajo, con quién lo dijo.
sharing-picture-part = Son más de las que caben en una imagen: muestra las { $shown } empresas que tienen que ver con el mayor número de las que respondieron.
sharing-picture-description = { $count ->
    [one] Empresas que respondieron ({ $companies }), a la izquierda, unidas a 1 empresa a la derecha: { $most }.
   *[other] Empresas que respondieron ({ $companies }), a la izquierda, unidas a { $number } empresas a la derecha. Las primeras: { $most }.
}
sharing-line-answer = recibe sus datos, lo dice una respuesta
sharing-line-notice = recibe sus datos, solo lo dice un aviso de privacidad
sharing-line-source = facilitó datos sobre usted
sharing-none = Ninguna respuesta y ningún aviso nombra otra empresa.
sharing-others-title = Las empresas que nombran
sharing-others-lead = { $count ->
    [0] Ninguna de ellas es nombrada por más de una empresa.
    [one] 1 de ellas es nombrada por más de una empresa.
   *[other] { $number } de ellas son nombradas por más de una empresa.
}
sharing-links-title = Quién comparte con quién, y quién lo dijo
sharing-links-about = Dos grafías son una empresa si solo se distinguen por acentos, mayúsculas o forma jurídica. Los grupos no se adivinan.
sharing-column-receives = Empresas de las que recibe
sharing-column-supplies = Empresas a las que facilita
sharing-column-from = De
sharing-column-to = A
sharing-column-told = Dicho por
sharing-told-answer = { $count ->
    [one] respuesta de { $company }, una vez ({ $place })
   *[other] respuesta de { $company }, { $number } veces ({ $place })
}
sharing-told-notice = aviso de { $company }: { $role } ({ $source }, leído el { $date })
report-colophon-plain = Hecho por habeas el { $date }, en su propio equipo, a partir de los archivos que recibió. No se envió nada a ningún sitio. Esta página constata hechos y no emite ningún juicio jurídico. Hechos { $fingerprint }.

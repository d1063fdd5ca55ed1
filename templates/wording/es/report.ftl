# El informe. Primero la primera página: palabras sencillas, sin jerga.
report-title = Lo que { $company } tiene sobre usted
report-title-unknown = Lo que esta respuesta contiene sobre usted
report-eyebrow = Su informe, { $date }
report-lead = { $company } le envió { $files }, con { $records } sobre usted.
report-lead-nothing = { $company } le envió { $files }. No se pudo leer nada sobre usted.
report-lead-beside = { $count ->
    [one] Otro es una copia de uno de ellos o un archivo de un sistema operativo.
   *[other] Otros { $number } son copias de estos o archivos de un sistema operativo.
}
report-lead-orders = Algunos pedidos figuran en varios archivos: su importe se cuenta una vez, sus registros en cada uno.
report-they = La empresa
report-controller = En derecho, el responsable de estos datos es { $controller }.
report-files = { $count ->
    [one] 1 archivo
   *[other] { $number } archivos
}
report-records = { $count ->
    [one] 1 dato
   *[other] { $number } datos
}
report-span = Van del { $since } al { $until }.
report-span-one = Fecha: { $since }.
report-figure-records = { $count ->
    [one] dato
   *[other] datos
}
report-figure-categories = { $count ->
    [one] tipo de datos
   *[other] tipos de datos
}
report-figure-since = el año del más antiguo
report-figure-files = { $count ->
    [one] archivo recibido
   *[other] archivos recibidos
}
report-facts-title = Lo que destaca
report-at-least = { $number }+
report-see = Ver
report-examples = Por ejemplo, { $examples }.
report-segment-about = Un segmento es un grupo de personas en el que una empresa le clasifica; estas etiquetas son suyas, sin explicar.
report-quote = «{ $text }»
list-next = { $list }; { $next }
report-more = { $count ->
    [one] y 1 más
   *[other] y { $number } más
}
report-fact-inferences = { $count ->
    [one] conclusión sobre usted: un grupo en el que le incluyen, una puntuación o una predicción.
   *[other] conclusiones sobre usted: grupos en los que le incluyen, puntuaciones o predicciones.
}
report-fact-recipients = { $count ->
    [one] empresa o aplicación recibió sus datos, o le alcanza con ellos.
   *[other] empresas o aplicaciones recibieron sus datos, o le alcanzan con ellos.
}
report-fact-special = { $count ->
    [one] dato sobre un asunto que la ley protege de modo especial: salud, convicciones, origen, vida íntima.
   *[other] datos sobre asuntos que la ley protege de modo especial: salud, convicciones, origen, vida íntima.
}
report-fact-others = { $count ->
    [one] dato que también se refiere a otra persona.
   *[other] datos que también se refieren a otras personas.
}
report-fact-profiles = { $count ->
    [one] perfil en esta cuenta.
   *[other] perfiles en esta cuenta: mire cuál es el suyo; los demás son probablemente de otras personas, de su hogar por ejemplo.
}
report-fact-oldest = es hasta donde llega su memoria sobre usted: { $when } ({ $category }).
report-fact-searches = { $count ->
    [one] búsqueda conservada palabra por palabra.
   *[other] búsquedas conservadas palabra por palabra.
}
report-fact-places = { $count ->
    [one] lugar relacionado con usted.
   *[other] lugares relacionados con usted.
}
report-fact-obtained = { $count ->
    [one] dato que procede de alguien distinto de usted.
   *[other] datos que proceden de alguien distinto de usted.
}
report-fact-ip-addresses = { $count ->
    [one] dirección de internet desde la que se le vio.
   *[other] direcciones de internet desde las que se le vio.
}
report-fact-identifiers = { $count ->
    [one] número o código por el que le reconocen.
   *[other] números o códigos por los que le reconocen.
}
report-fact-devices = { $count ->
    [one] aparato o programa que usted utilizó.
   *[other] aparatos o programas que usted utilizó.
}
report-fact-spending = { $count ->
    [one] es el importe anotado para 1 compra.
   *[other] es lo que suman los { $number } importes anotados en sus compras.
}
report-missing-title = Lo que falta
report-missing-points = { $count ->
    [one] De los { $all } puntos de los que una respuesta debe informarle según la ley, 1 no se encontró en ella.
   *[other] De los { $all } puntos de los que una respuesta debe informarle según la ley, { $number } no se encontraron en ella.
}
report-missing-categories = Anunciado por la empresa y no encontrado: { $categories }.
report-missing-empty = { $count ->
    [one] 1 archivo llegó vacío: no contiene ningún dato.
   *[other] { $number } archivos llegaron vacíos: no contienen ningún dato.
}
report-missing-refused = { $count ->
    [one] 1 archivo no se pudo abrir.
   *[other] { $number } archivos no se pudieron abrir.
}
report-missing-files = { $count ->
    [one] 1 archivo que suele acompañar las respuestas de esta empresa no está.
   *[other] { $number } archivos que suelen acompañar las respuestas de esta empresa no están.
}
report-missing-nothing = Nada de lo que esta página busca.
report-next-title = Qué hacer ahora
report-step-command = Continúe con su solicitud. Escriba:
report-step-whole-case = Vea todo lo que enviaron en una sola página. Escriba:
report-step-ask-missing = { $count ->
    [one] Escriba de nuevo y pida el punto que no se encontró.
   *[other] Escriba de nuevo y pida los { $number } puntos que no se encontraron.
}
report-step-read-documents = { $count ->
    [one] Lea el documento adjunto: esta página no juzga las cartas, y algo de lo que falta puede estar en él.
   *[other] Lea los { $number } documentos adjuntos: esta página no juzga las cartas, y algo de lo que falta puede estar en ellos.
}
report-step-unpack = { $count ->
    [one] Descomprima el archivo que aquí no se lee y luego importe la carpeta.
   *[other] Descomprima los { $number } archivos que aquí no se leen y luego importe la carpeta.
}
report-step-ask-readable = { $count ->
    [one] Pida en forma legible el archivo que no se pudo abrir.
   *[other] Pida en forma legible los { $number } archivos que no se pudieron abrir.
}
report-step-keep-originals = Conserve los archivos tal como llegaron: son su prueba.
report-case = Expediente { $reference }: { $right } ({ $article })
report-case-sent = enviado el { $date }
report-case-received = respondido el { $date }
report-case-due = vence el { $date }
report-imports-all = La respuesta llegó en varias partes, sumadas aquí: { $imports }. Lo que figura en dos de ellas cuenta dos veces.
report-imports-one = Esta página muestra una parte de lo que enviaron: { $imports }. Otra parte: { $others }. Lo que falta se juzga sobre el conjunto.
report-imports-left-out = Omitido, porque otra parte lo contiene por completo: { $imports }.
report-case-overdue = { $count ->
    [one] 1 día de retraso
   *[other] { $number } días de retraso
}

# Alrededor de las secciones.
report-skip = Ir al informe
report-contents = En este informe
report-filter = Buscar en esta tabla:
report-filter-matches = Filas mostradas:
report-sort = Ordenar por esta columna
report-chart-figures = Las cifras
report-colophon = Elaborado por habeas el { $date }, en su propio ordenador, a partir de los archivos que usted recibió. Nada se ha enviado a ninguna parte. Lo «no encontrado en la respuesta» puede existir en otro lugar: esta página constata hechos y no emite ningún juicio jurídico. Hechos { $fingerprint }.
report-shown-of = Se muestran { $shown } de { $all }.
report-percent = { $number } %
report-moment = { $date }, { $time } { $zone }
report-month = { $month } de { $year }
report-article = art. { $article } del RGPD
report-article-ch = art. { $article } de la LPD suiza
report-pair = { $name }: { $value }
report-file-records = { $file }: { $records }
report-table-elsewhere = { $table }: véase la página completa.
report-place = { $file }, { $position }
position-row = fila { $row }
position-sheet = hoja { $sheet }, fila { $row }
position-entry = entrada { $number }
position-entry-of = entrada { $number } de { $list }
position-entry-at = entrada { $number } ({ $path })
position-path = entrada { $path }
report-country = { $code } ({ $name })
position-line = línea { $line }
report-read-from = Leído en:
report-received-caption = Archivos con sus huellas
report-findings-caption = Observaciones, primero las más graves
report-ledger-rows-all = { $count ->
    [one] Se encontró en ellos 1 línea de datos y se leyó como registro.
   *[other] Se encontraron en ellos { $number } líneas de datos y todas se leyeron como registros.
}
bytes = { $count ->
    [one] 1 byte
   *[other] { $number } bytes
}
bytes-kilo = { $number } kB
bytes-mega = { $number } MB
bytes-giga = { $number } GB
money-symbol = { $amount } { $symbol }
money-code = { $amount } { $code }
money-unknown = { $amount } (moneda no indicada)

# Columnas.
report-column-entry = Entrada
report-column-mentions = Menciones
report-column-first = Primera
report-column-last = Última
report-column-among = Nombrada entre
report-column-place = Se encuentra en
report-column-origin = Origen
report-column-company = Empresa
report-column-role = Para qué
report-column-in-answer = En la respuesta
report-column-announced-in = Anunciado en
report-column-period = Período
report-column-records = Registros
report-column-state = Estado
report-column-meaning = Qué significa
report-column-files = Archivos
report-column-share = Parte
report-column-file = Archivo
report-column-format = Tipo de archivo
report-column-category = Tipo de datos
report-column-rows = Líneas de datos
report-column-size = Tamaño
report-column-sha256 = Huella
report-column-remark = Observación
report-column-severity = Gravedad
report-column-count = Veces

# Lo que han concluido.
report-conclusions = Lo que han concluido sobre usted
report-conclusions-lead = { $count ->
    [one] La respuesta contiene 1 conclusión sobre usted.
   *[other] La respuesta contiene { $number } conclusiones distintas sobre usted.
}
report-conclusions-none = No se encontró en la respuesta ningún segmento, puntuación ni predicción.
report-conclusions-about = Segmentos, puntuaciones, predicciones. Por regla general usted nunca lo dijo: se dedujo de lo que hizo o se tomó de otros.
report-list-in-rows = Vea las filas de «{ $category }»: su contenido no se pudo enumerar aquí.
report-list-beyond = { $count ->
    [one] La lista estaba llena: 1 mención más se contó sin incluirla.
   *[other] La lista estaba llena: { $number } menciones más se contaron sin incluirlas.
}

# Quién más tiene sus datos.
report-sharing = Quién más tiene sus datos
report-recipients-lead = { $count ->
    [one] La respuesta nombra 1 empresa o aplicación que recibió sus datos o le alcanza con ellos.
   *[other] La respuesta nombra { $number } empresas o aplicaciones que recibieron sus datos o le alcanzan con ellos.
}
report-recipients-none = La respuesta no nombra a ningún destinatario.
report-list-in-letter = Los archivos no nombran ninguno; lo que dice la carta está en «{ $section }».
report-announced = Frente a lo que anunciaron
report-announced-lead = { $count ->
    [one] Anuncian 1 destinatario; la respuesta nombra { $named } de ellos.
   *[other] Anuncian { $number } destinatarios; la respuesta nombra { $named } de ellos.
}
report-announced-others = { $count ->
    [one] 1 empresa de la respuesta no está entre las anunciadas.
   *[other] { $number } empresas de la respuesta no están entre las anunciadas.
}
report-announced-caption = Destinatarios que anuncian
report-announced-not-found = no encontrado en la respuesta
report-announced-source = { $source } (leído el { $date })
report-sources = De dónde obtuvieron datos sobre usted
report-sources-lead = { $count ->
    [one] La respuesta nombra 1 fuente.
   *[other] La respuesta nombra { $number } fuentes.
}
report-sources-none = La respuesta no nombra ninguna fuente.
recipient-role-advertising = publicidad
recipient-role-affiliate = empresa del mismo grupo
recipient-role-delivery = reparto
recipient-role-measurement = medición de audiencia
recipient-role-payment = pago y crédito
recipient-role-seller = vendedor en la plataforma
recipient-role-support = atención al cliente
recipient-role-technical = alojamiento y otros servicios técnicos

# Lo que tienen.
report-holdings = Lo que tienen, tipo por tipo
report-holdings-lead = { $count ->
    [one] Lo que se pudo leer pertenece a 1 tipo de datos.
   *[other] Lo que se pudo leer pertenece a { $number } tipos de datos.
}
report-holdings-none = En esta respuesta no se pudo leer ningún registro.
report-holdings-about = Un registro es una línea de sus archivos: un pedido, una búsqueda, un acceso. Cada tabla nombra el archivo y la fila, para que pueda buscarlo en lo que recibió.
report-category-lead = { $count ->
    [one] 1 registro.
   *[other] { $number } registros.
}
report-time-title = Registros a lo largo del tiempo
report-time-description = { $count ->
    [one] { $from } – { $to }. Barra más alta: 1 ({ $peak }).
   *[other] { $from } – { $to }. Barra más alta: { $number } ({ $peak }).
}
report-origin-title = De dónde proceden
report-kinds = Qué son
report-sum = Los importes suman
report-amounts = { $count ->
    [one] 1 importe
   *[other] { $number } importes
}
report-undated = Sin fecha utilizable
report-rows-caption = { $count ->
    [one] La primera fila, tal como está en { $file }
   *[other] Las primeras { $number } filas, tal como están en { $file }
}
report-columns-left = { $count ->
    [one] El archivo tiene 1 columna más.
   *[other] El archivo tiene { $number } columnas más.
}
report-searches = Lo que usted buscó
report-searches-lead = { $count ->
    [one] 1 búsqueda se conserva palabra por palabra.
   *[other] { $number } búsquedas distintas se conservan palabra por palabra.
}
report-searches-none = No se encontró ninguna búsqueda en la respuesta.

# Lo que le sigue.
report-traces = Números, aparatos y lugares que llevan a usted
report-traces-about = Le siguen de una visita a otra y permiten unir lo que saben distintas empresas.
report-identifier-lead = { $count ->
    [one] 1 número o código por el que le reconocen.
   *[other] { $number } números o códigos por los que le reconocen.
}
report-identifier-none = No se encontró ningún identificador en la respuesta.
report-identifiers-many = { $count ->
    [one] { $kind }: 1 identificador, en una lista aparte
   *[other] { $kind }: { $number } identificadores, en una lista aparte
}
report-identifiers-one-by-one = { $count ->
    [one] { $kind }: el identificador
   *[other] { $kind }: los { $number } identificadores, uno por uno
}
report-device-lead = { $count ->
    [one] 1 aparato, navegador o programa.
   *[other] { $number } aparatos, navegadores o programas.
}
report-device-none = No se encontró ningún aparato en la respuesta.
report-ip-address-lead = { $count ->
    [one] 1 dirección de internet desde la que se le vio.
   *[other] { $number } direcciones de internet desde las que se le vio.
}
report-ip-address-none = No se encontró ninguna dirección de internet en la respuesta.
report-location-lead = { $count ->
    [one] 1 lugar.
   *[other] { $number } lugares.
}
report-location-numbers = Algunos lugares se dan con dos números, en grados: la latitud (hacia el norte) y la longitud (hacia el este). Escritos en un mapa, primero la latitud, muestran el lugar. Si el nombre de una columna termina en E7, divida antes por 10.000.000.
report-location-none = No se encontró ningún lugar en la respuesta.

# Datos sensibles y otras personas.
report-sensitive = Datos sensibles y otras personas
report-special = Datos especialmente protegidos
report-special-lead = { $count ->
    [one] 1 registro está marcado porque toca un asunto especialmente protegido.
   *[other] { $number } registros están marcados porque tocan asuntos especialmente protegidos.
}
report-special-none = Ningún registro está marcado por tocar un asunto especialmente protegido.
report-special-about = Salud, vida sexual, religión, opiniones políticas, afiliación sindical, origen, genes, rasgos corporales que identifican (art. 9 del RGPD); condenas penales (art. 10). La marca se basa en nombres de archivos y columnas; compruébelo usted.
report-others = Otras personas
report-others-lead = { $count ->
    [one] 1 registro se refiere también a otra persona.
   *[other] { $number } registros se refieren también a otras personas.
}
report-others-none = Ningún registro está marcado como referido a otras personas.
report-others-about = Quienes reciben regalos, hogar, contactos, vendedores. Piense en ellos antes de enseñar este informe a nadie.
report-profile-lead = { $count ->
    [one] La cuenta tiene un solo perfil.
   *[other] La cuenta tiene { $number } perfiles.
}
report-profile-others = { $count ->
    [one] 1 dato figura en otro perfil que el más usado. Mire cuál es el suyo: lo que está en los demás se refiere probablemente a otras personas, de su hogar por ejemplo.
   *[other] { $number } datos figuran en otros perfiles que el más usado. Mire cuál es el suyo: lo que está en los demás se refiere probablemente a otras personas, de su hogar por ejemplo.
}

# Lo que falta.
report-points = De qué debe informarle una respuesta de acceso
report-points-lead = { $count ->
    [0] Se encontraron en la respuesta rastros de los { $all } puntos.
    [one] 1 de { $all } puntos no se encontró en la respuesta.
   *[other] { $number } de { $all } puntos no se encontraron en la respuesta.
}
report-points-about = «No encontrado» se refiere a los datos y las cartas que se leyeron. Un documento de la lista de abajo puede decirlo. Las frases las lee un programa: si una basta, lo juzga usted (habeas audit).
presence-found = encontrado
report-point-judged = juzgado por usted
report-point-contradicted = { $quote } – los datos dicen lo contrario
report-letters-read = Cartas leídas para estos puntos
presence-partly = encontrado en parte
presence-vague = solo en términos generales
presence-not-found = no encontrado en la respuesta
report-absent = Anunciado y no encontrado
report-absent-about = Su política de privacidad dice que tienen estos tipos de datos. No se encontró ningún registro de ellos en la respuesta.
report-empty = Recibido vacío
report-empty-about = Estos archivos no contienen datos: están vacíos o dicen que no los hay. También eso es una respuesta.
report-refused = No se pudo abrir
report-refused-about = En estos archivos puede haber cualquier cosa. Las observaciones del final dicen por qué no se pudieron leer.
report-absent-files = Suele estar, aquí falta
report-absent-files-about = Otras respuestas de esta empresa contienen estos archivos.
report-documents = Documentos que debe leer usted
report-documents-about = Están escritos para personas. Lo que no se encontró más arriba puede estar en ellos.

# Cada archivo.
report-ledger = Cada archivo y qué fue de él
report-ledger-lead = { $count ->
    [0] La respuesta no tiene ningún archivo.
    [one] La respuesta tiene 1 archivo. Esto es lo que fue de él.
   *[other] La respuesta tiene { $number } archivos. Esto es lo que fue de cada uno.
}
report-ledger-beside = { $count ->
    [one] 1 de ellos no dice nada de usted: un resto del ordenador que preparó el envío o una página que lo explica. La primera página cuenta los demás: { $counted }.
   *[other] { $number } de ellos no dicen nada de usted: restos del ordenador que preparó el envío o páginas que lo explican. La primera página cuenta los demás: { $counted }.
}
report-ledger-rows = { $count ->
    [0] No se encontró en ellos ninguna línea de datos.
    [one] Se encontró en ellos 1 línea de datos: { $records } leída como registro, { $unread } queda como observación.
   *[other] Se encontraron en ellos { $number } líneas de datos: { $records } leídas como registros, { $unread } quedan como observaciones.
}
report-ledger-broken = Las sumas de esta lectura no cuadran. Comuníquelo, por favor, como fallo del programa.
report-ledger-all = Todos los archivos
report-states-caption = Qué fue de los archivos
report-files-caption = { $count ->
    [one] El archivo
   *[other] Los { $number } archivos, uno por uno
}
report-files-about = Una línea de datos es una entrada de un archivo. Cada una se leyó como registro de este informe o figura en las observaciones del final.
report-received = Lo que usted recibió
report-received-about = Una huella se calcula con cada carácter de un archivo: si uno cambia, la huella es otra. Con ella cualquiera puede comprobar, incluso años después, que un archivo es el mismo del que salió este informe. El método se llama SHA-256.
report-usual = Lo que esta empresa suele omitir
report-usual-about = Falta lo que otras respuestas de esta empresa, su política de privacidad o lo publicado sobre ellas hacen esperar. Mire si está aquí; si no, puede pedirlo.
report-explained-file = Lo que la empresa dice de este archivo
report-recognised = Reconocida como respuesta de { $company }, con una seguridad del { $confidence }, por:
report-recognised-not = Los archivos no permiten reconocer a ninguna empresa.
state-mapped = leído, archivo conocido
state-mapped-about = El programa conoce este archivo de esta empresa.
state-generic = leído, archivo desconocido
state-generic-about = Nadie ha descrito aún este archivo; fechas, importes y tipos se dedujeron de nombres y valores.
state-opaque = solo enumerado
state-opaque-about = Una imagen, una película, un documento: enumerado y no leído como datos.
state-refused = no se pudo leer
state-refused-about = Dañado, cerrado con contraseña o más allá de un límite de seguridad.
state-ignored = no forma parte
state-ignored-about = Rastros de un sistema operativo, explicaciones, copias de otro archivo.
state-empty = recibido vacío
state-empty-about = Nada dentro.

# Observaciones.
report-findings = Observaciones sobre los archivos
report-findings-lead = { $count ->
    [one] Al leer se hizo 1 observación.
   *[other] Al leer se hicieron { $number } observaciones, agrupadas por lo que dicen.
}
report-findings-none = Todo se leyó sin observaciones.
report-findings-unlisted = { $count ->
    [one] 1 observación más se contó sin incluirla.
   *[other] { $number } observaciones más se contaron sin incluirlas.
}
severity-note = nota
severity-warning = aviso
severity-problem = problema

# Qué son las entradas de las listas.
role-inference = Conclusiones
role-recipient = Destinatarios
role-source = Fuentes
role-identifier = Identificadores
role-device = Aparatos y programas
role-ip-address = Direcciones de internet (IP)
role-location = Lugares
role-profile = Perfiles de la cuenta
role-query = Búsquedas

# Copiar órdenes, y qué hacer después de una sección.
report-copy = Copiar
report-copied = Copiado
report-action-objection = Puede oponerse a lo que han concluido:
report-action-automated-decision = ¿Decidió algo un programa por sí solo? Pida que lo revise una persona:
report-action-marketing-objection = Puede poner fin a la publicidad con sus datos:
report-action-rectification = ¿Hay algo erróneo? Pida su rectificación:
report-action-erasure = Puede pedir la supresión de datos; en la carta elige cuáles:
report-action-tracking = Puede preguntar qué tienen sobre su navegador y sus aparatos:
report-action-restriction = Puede pedir que se limite el tratamiento de estos datos mientras se discuten:
report-action-access = Pregunte de nuevo y nombre lo que falta:
report-action-rows = Estas son las primeras filas; aquí están todas:
report-action-look = La marca se basa en nombres; busque usted una palabra, un nombre de pila, una enfermedad:
report-action-export = Todas las filas, como tablas para otros programas:
report-action-describe = ¿Se entendió mal un archivo? Descríbalo:
report-action-find = Busque la empresa, para poder escribirle:
report-action-audit = Revise los puntos que leyó un programa y corríjalos:
report-action-follow-up = Pida lo que falta:

# Qué hay en lugar de lo que identifica a alguien.
pseudonym-inference = conclusión { $number }
pseudonym-recipient = empresa { $number }
pseudonym-source = fuente { $number }
pseudonym-profile = perfil { $number }
pseudonym-identifier = identificador { $number }
pseudonym-device = aparato { $number }
pseudonym-ip-address = dirección { $number }
pseudonym-location = lugar { $number }
pseudonym-query = búsqueda { $number }
pseudonym-value = valor { $number }
pseudonym-field = campo { $number }
pseudonym-file = archivo { $number }

# Códigos que nadie explica, y lo que es más antiguo de lo dicho.
report-unexplained = no explicado por la empresa
report-unexplained-kind = Ni los nombres ni los valores dicen qué es esto, y la empresa no lo explica. Puede preguntarlo.
report-unexplained-columns = { $count ->
    [one] 1 columna contiene códigos que la empresa no explica; está marcada en la tabla. Puede preguntar qué significan.
   *[other] { $number } columnas contienen códigos que la empresa no explica; están marcadas en las tablas. Puede preguntar qué significan.
}
report-conclusions-codes = { $count ->
    [one] 1 de ellas es un código o una etiqueta que la empresa no explica. Puede preguntar qué significa.
   *[other] { $number } de ellas son códigos o etiquetas que la empresa no explica. Puede preguntar qué significan.
}
report-log-ins = Accesos y seguridad
report-log-ins-lead = { $count ->
    [one] 1 acceso u otro rastro conservado por seguridad.
   *[other] { $number } accesos y otros rastros conservados por seguridad.
}
report-unannounced = Lo tienen, y no está entre los tipos de datos que anuncia su política: { $categories }.
report-missing-foreign = { $count ->
    [one] 1 carta está en un idioma que aquí no se lee: lo que parece faltar puede estar en ella.
   *[other] { $number } cartas están en un idioma que aquí no se lee: lo que parece faltar puede estar en ellas.
}
report-missing-older = { $count ->
    [one] 1 dato es más antiguo que el plazo de conservación que indican.
   *[other] { $number } datos son más antiguos que el plazo de conservación que indican.
}
report-retention = Cuánto tiempo dicen conservarlos
report-retention-lead = { $count ->
    [0] Nada de lo recibido es más antiguo que el plazo más largo de esta frase (antes del { $since }).
    [one] 1 registro es anterior al { $since }, y por tanto más antiguo que el plazo más largo de esta frase.
   *[other] { $number } registros son anteriores al { $since }, y por tanto más antiguos que el plazo más largo de esta frase.
}
report-retention-older = { $records }, el más antiguo del { $first }
report-retention-about = Un plazo puede empezar después de crearse el registro, por ejemplo al cerrarse la cuenta. Pregunte desde cuándo se cuenta.

# Por año, y la seguridad de la lectura.
report-column-year = Año
report-column-amounts = Importes
report-years = Por año
report-year-unknown = sin fecha utilizable
import-certainty-documented = La estructura solo se conoce por descripciones; quien la escribió no ha visto ninguna respuesta.
import-certainty-expected = No se conoce ninguna respuesta de esta empresa; sus archivos se leen por lo que dicen sus columnas.

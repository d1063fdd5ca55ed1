# Qué significa una observación, una frase por código. Ningún argumento es nunca un valor de los datos.
finding-archive-damaged = El archivo comprimido está dañado; se leyó lo que aún era accesible. Descárguelo de nuevo o pídalo de nuevo.
finding-member-encrypted = El archivo está cifrado y ninguna contraseña dada lo abre. Indique su contraseña con --password-file.
finding-member-unreadable = Los bytes del archivo no se pudieron leer, o no hasta el final: están dañados o comprimidos con un método desconocido.
finding-archive-unread = El archivo es un archivo comprimido de un tipo que aquí no se lee ({ $kind }): no se ha mirado nada de su contenido. Descomprímalo primero y luego importe la carpeta.
finding-mailbox-unread = El archivo es un buzón de un tipo que aquí no se lee ({ $kind }): no se ha mirado nada de su contenido. Guarde sus mensajes como .eml o .mbox y luego impórtelos.
finding-page-for-archive = El archivo se llama como un archivo comprimido y es una página web, como la que pide iniciar sesión o dice que un enlace ha caducado. Descargue de nuevo el archivo comprimido.
finding-duplicate-name = Archivos que comparten este nombre: { $count }; se leyeron todos.
finding-duplicate-content = Los mismos bytes que { $original }; contado una sola vez.
finding-unsafe-path = La ruta del archivo intenta salir del archivo comprimido; solo se muestra, nunca se usa.
finding-link-not-followed = Es un enlace a otro sitio; no se siguió.
finding-not-a-file = No es un archivo, sino un conducto o un dispositivo; no se leyó.
finding-member-overlap = El archivo comparte sus bytes con otro, como en un archivo hecho para desbordar al lector; no se leyó.
finding-folder-with-data = Figura como carpeta, pero contiene datos; se tomó como archivo.
finding-limit-reached = { $limit ->
    [members] La respuesta contiene más de { $max } archivos; el resto no se leyó.
    [name-bytes] El nombre del archivo supera los { $max } bytes; el archivo no se leyó.
    [depth] Hay archivos comprimidos anidados más de { $max } veces; este no se abrió.
    [folder-depth] Hay carpetas anidadas más de { $max } veces; esta no se abrió.
    [member-bytes] El archivo descomprimido supera los { $max } MiB; ahí se detuvo la lectura.
    [import-bytes] La respuesta entera descomprimida supera los { $max } MiB; ahí se detuvo la lectura.
    [nested-bytes] Los archivos comprimidos dentro de otro necesitan más de { $max } MiB de memoria; este no se abrió.
    [ratio] El archivo se descomprime a más de { $max } veces su tamaño, como una bomba; ahí se detuvo la lectura.
    [record-bytes] Una fila supera los { $max } MiB; se omitió.
    [row-fields] Una fila tiene más de { $max } campos; los demás se omitieron.
    [string-bytes] Un texto supera los { $max } MiB; ahí se detuvo la lectura.
    [json-depth] Hay valores anidados más de { $max } veces; ahí se detuvo la lectura.
    [workbook-bytes] El libro supera los { $max } MiB; no se leyó.
    [workbook-parts] Una parte del libro descomprimida supera los { $max } MiB; no se leyó.
    [workbook-texts] El libro enumera más de { $max } textos, o dice hacerlo; no se leyó.
    [workbook-cell] Una celda del libro supera los { $max } MiB; el libro no se leyó.
    [workbook-cells] Las celdas del libro, con las que repite, son más de { $max }; no se leyó.
    [workbook-rows] El libro tiene más de { $max } celdas, contando las vacías intermedias; filas omitidas: { $left }.
    [workbook-columns] Una fila del libro pasa de { $max } columnas; el libro no se leyó.
    [workbook-repeated] Los textos del libro, con los que repite, necesitan más de { $max } MiB; no se leyó.
    [workbook-ratio] Una parte del libro se descomprime a más de { $max } veces su tamaño, como una bomba; no se leyó.
    [pdf-bytes] El documento supera los { $max } MiB; no se leyó.
    [pdf-pages] El documento tiene más de { $max } páginas; el resto no se leyó.
    [pdf-text] Las páginas contienen más de { $max } MiB de texto; el resto no se leyó.
    [pdf-filters] Una parte del documento está comprimida varias veces, como una bomba; no se leyó.
    [pdf-unpacked] El documento descomprimido supera los { $max } MiB; no se leyó.
    [pdf-old-packing] El documento tiene más de { $max } KiB en una compresión antigua cuyo tamaño no se conoce de antemano; no se leyó.
    [pdf-stream] Una parte del documento descomprimida supera los { $max } MiB; no se leyó.
    [pdf-ratio] Una parte del documento se descomprime a más de { $max } veces su tamaño, como una bomba; no se leyó.
    [xml-depth] Hay elementos anidados más de { $max } veces; ahí se detuvo la lectura.
    [mails] El buzón contiene más de { $max } correos; el resto no se leyó.
    [mail-bytes] El correo supera los { $max } MiB; no se leyó.
    [mail-files] La carpeta contiene más de { $max } correos; el resto no se leyó.
    [mail-text] El texto del correo supera los { $max } KiB; el resto no se leyó.
    [mail-attachments] El correo tiene más de { $max } archivos; el resto no se leyó.
    [record-text] Un texto de la ficha supera los { $max } caracteres o líneas; la ficha se omitió.
    [record-names] La ficha tiene más de { $max } nombres; el resto se omitió.
    [directory-records] El directorio tiene más de { $max } fichas; el resto se omitió.
   *[other] Se alcanzó un límite ({ $limit }: { $max }); ahí se detuvo la lectura.
} { $flag ->
    [none] Este límite no se puede elevar.
   *[other] La opción { $flag } lo eleva.
}
finding-not-the-format = El archivo se llama { $format }, pero no lo es, o está demasiado dañado para leerlo así.
finding-cut-short = El archivo termina a la mitad; se leyó lo anterior. Descárguelo de nuevo o pídalo de nuevo.
finding-malformed = El archivo incumple aquí las reglas de su formato; se leyó lo anterior.
finding-sheet-unreadable = La hoja «{ $sheet }» no se pudo leer hasta el final; se leyó lo anterior.
finding-bad-encoding = Lugares del archivo que no son texto válido: { $count }; cada uno se sustituyó por una marca.
finding-encoding-unsure = El archivo no dice cómo están codificadas sus letras, y muy pocas lo revelan: leído como { $encoding }, quizá { $other }. Si los nombres parecen erróneos, pida el archivo en UTF-8.
finding-ragged-row = Celdas en la fila: { $found }; en la cabecera: { $expected }; se conservaron todas.
finding-quote-unclosed = Aquí se abre una comilla que no se cierra, así que las filas siguientes pueden estar mal cortadas; cada línea se leyó como fila propia y ninguna se omitió. Pida de nuevo el archivo si falta algo.
finding-row-unreadable = La fila no se pudo leer y no se cuenta como registro.
finding-part-unreadable = La fila no se pudo leer y no se cuenta como registro; se pasaron por alto { $bytes } bytes hasta la siguiente fila legible.
finding-rest-unread = Los últimos { $bytes } bytes del archivo no se pudieron leer.
finding-not-strict = El archivo no respeta todas las reglas de su formato (lugares: { $count }); aun así se leyó y no se omitió nada.
finding-duplicate-key = La misma clave aparece dos veces; se conservaron los dos valores.
finding-header-repeated = La cabecera vuelve a aparecer entre las filas: { $count } veces, no contadas como filas.
finding-no-text = Las páginas no contienen texto legible, como las cartas escaneadas: mírelas usted.
finding-nul-bytes = Bytes nulos quitados del texto: { $count }.
finding-date-unreadable = La fecha de «{ $column }» no tiene ninguna forma conocida; se conservó su texto.
finding-amount-unreadable = El importe de «{ $column }» no tiene ninguna forma conocida; se conservó su texto.
finding-amount-ambiguous = Los importes de «{ $column }» pueden ser millares o tener tres decimales (importes: { $count }); se leyeron como millares, pues el dinero rara vez tiene tres decimales.
finding-order-undone = «{ $column }» dice que hubo pedidos cancelados, reembolsados o nunca pagados (filas: { $count }); sus importes no están en las sumas.
finding-refund-taken-off = «{ $column }» dice que se devolvió dinero (filas: { $count }); se ha restado de lo que costaron los pedidos.
finding-refund-not-taken-off = «{ $column }» dice que se devolvió una parte del precio de pedidos (filas: { $count }); las sumas no la restan, pues los importes pueden tenerla ya en cuenta.
finding-total-may-repeat = Hay filas del mismo pedido con el mismo importe en «{ $column }» (filas: { $count }); se cuenta cada una, aunque puede ser el del pedido entero.
finding-total-of-list = Un total y los importes que suma están en el mismo archivo; se cuentan una sola vez.
finding-order-undone-elsewhere = Hay pedidos de esta tabla que fueron cancelados o reembolsados, según otra tabla de la respuesta (pedidos: { $count }); sus importes no están en las sumas.
finding-order-counted-once = Hay pedidos que figuran en varias tablas de la respuesta (pedidos: { $count }); su dinero se cuenta una sola vez.
finding-date-ambiguous = Nada en «{ $column }» distingue el día del mes (fechas: { $count }); se conservó su texto y no se adivinó ninguna fecha.
finding-column-changes = Más abajo, «{ $column }» contiene otros valores que en las primeras filas; su texto se conservó tal cual, sin interpretarlo.
finding-layout-drift = Las columnas del archivo han cambiado. Faltan: { $missing ->
    [none] ninguna
   *[other] { $missing }
}. Nuevas: { $added ->
    [none] ninguna
   *[other] { $added }
}.
finding-layout-unknown = Un archivo de nombre conocido tiene una estructura que no conocemos; se leyó sin descripción. Faltan: { $missing }
finding-total-row = Una fila que solo suma otras, o que dice un saldo o el impuesto incluido; no se cuenta otra vez.
finding-says-nothing-held = Una frase en lugar de datos: dicen que no los hay.
finding-announced-absent = Su política de privacidad anuncia datos de este tipo, y no llegó ninguno: { $category }
finding-file-absent = Falta un archivo que suelen contener las respuestas de esta empresa.
finding-received-empty = Recibido y vacío: este archivo no contiene datos.
finding-imported-before = El mismo archivo ya se leyó antes, como { $import }.
finding-several-companies = Aquí hay respuestas de varias empresas: { $companies }. Cada parte se leyó como de su empresa; léalas por separado para tener un informe de cada una.
finding-other-company = Parece la respuesta de una empresa distinta de { $company }, de la que trata el expediente.

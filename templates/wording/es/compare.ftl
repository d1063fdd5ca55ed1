# Dos respuestas de una empresa, una frente a otra.
compare-they = esta empresa
compare-title = Qué ha cambiado en { $company }
compare-title-erasure = Qué conserva { $company } después de la supresión
compare-eyebrow = Dos respuestas comparadas, { $date }
compare-lead = La respuesta leída el { $first } contiene { $before }; la leída el { $second } contiene { $after }.
compare-erasure = Supresión solicitada en el expediente { $case }, enviada el { $date }
compare-erasure-undated = Supresión solicitada en el expediente { $case }
compare-erasure-said = Comparadas como antes y después de una supresión, según usted indicó
compare-figure-same = { $count ->
    [one] es igual
   *[other] son iguales
}
compare-figure-changed = con cambios
compare-figure-appeared = nuevos
compare-figure-vanished = desaparecidos
compare-fact-still-there = { $count ->
    [one] dato estaba antes de la supresión y sigue ahí.
   *[other] datos estaban antes de la supresión y siguen ahí.
}
compare-fact-come-again = { $count ->
    [one] valor que le identifica o identifica un pedido vuelve en otro registro.
   *[other] valores que le identifican o identifican un pedido vuelven en otros registros.
}
compare-fact-inference-appeared = { $count ->
    [one] conclusión sobre usted es nueva.
   *[other] conclusiones sobre usted son nuevas.
}
compare-fact-inference-vanished = { $count ->
    [one] conclusión sobre usted ya no está.
   *[other] conclusiones sobre usted ya no están.
}
compare-fact-recipient-appeared = { $count ->
    [one] empresa que tiene sus datos es nueva.
   *[other] empresas que tienen sus datos son nuevas.
}
compare-fact-recipient-vanished = { $count ->
    [one] empresa que tiene sus datos ya no está.
   *[other] empresas que tienen sus datos ya no están.
}
compare-fact-source-appeared = { $count ->
    [one] fuente de datos sobre usted es nueva.
   *[other] fuentes de datos sobre usted son nuevas.
}
compare-fact-source-vanished = { $count ->
    [one] fuente de datos sobre usted ya no está.
   *[other] fuentes de datos sobre usted ya no están.
}
compare-fact-identifier-appeared = { $count ->
    [one] número o código por el que le reconocen es nuevo.
   *[other] números o códigos por los que le reconocen son nuevos.
}
compare-fact-identifier-vanished = { $count ->
    [one] número o código por el que le reconocen ya no está.
   *[other] números o códigos por los que le reconocen ya no están.
}
compare-fact-device-appeared = { $count ->
    [one] dispositivo o programa es nuevo.
   *[other] dispositivos o programas son nuevos.
}
compare-fact-device-vanished = { $count ->
    [one] dispositivo o programa ya no está.
   *[other] dispositivos o programas ya no están.
}
compare-fact-ip-address-appeared = { $count ->
    [one] dirección de internet es nueva.
   *[other] direcciones de internet son nuevas.
}
compare-fact-ip-address-vanished = { $count ->
    [one] dirección de internet ya no está.
   *[other] direcciones de internet ya no están.
}
compare-fact-location-appeared = { $count ->
    [one] lugar es nuevo.
   *[other] lugares son nuevos.
}
compare-fact-location-vanished = { $count ->
    [one] lugar ya no está.
   *[other] lugares ya no están.
}
compare-fact-query-appeared = { $count ->
    [one] búsqueda es nueva.
   *[other] búsquedas son nuevas.
}
compare-fact-query-vanished = { $count ->
    [one] búsqueda ya no está.
   *[other] búsquedas ya no están.
}
compare-notice-title = En qué fijarse
compare-no-notice = Las dos veces llegaron los mismos tipos de datos.
compare-limited = Hay más registros distintos de los que se comparan campo por campo: algunos que solo cambiaron pueden contarse como desaparecidos y aparecidos.
compare-closed = { $count ->
    [one] Un archivo de la respuesta posterior no pudo examinarse: { $files }.
   *[other] { $number } archivos de la respuesta posterior no pudieron examinarse: { $files }.
}
compare-letters = { $count ->
    [one] Una carta de la respuesta posterior lleva nombres, direcciones o números de la anterior, como toda carta dice a quién y por quién está escrita: { $files }. Léala.
   *[other] { $number } cartas de la respuesta posterior llevan nombres, direcciones o números de la anterior, como toda carta dice a quién y por quién está escrita: { $files }. Léalas.
}
compare-come-again-notice = Valores de registros desaparecidos están ahora en otros: { $categories }.
compare-gone = Ya no los tiene, por lo que muestra la respuesta: { $categories }.
compare-fresh = Los tiene ahora y antes no: { $categories }.
compare-unread = Comparadas solo por cifras y listas, no dato por dato: { $why }
compare-next-why = Pregunte por qué motivo, según qué norma y hasta cuándo se quedan estos datos:
compare-next-unread = No se reconoció nada de la respuesta anterior en la posterior, pero no se compararon todos los registros. Indique ambas respuestas para compararlas registro por registro:
compare-next-restriction = Pida que deje de usarse lo que tenga que quedarse:
compare-next-erased = Nada de la respuesta anterior se encontró en la posterior. Guarde las dos: son su prueba.
compare-next-erasure = Puede hacer que se supriman datos:
compare-next-report = Leer entera la respuesta posterior:
compare-still-there = Sigue ahí después de la supresión
compare-still-there-lead = { $count ->
    [0] Nada de la respuesta anterior se encontró en la posterior.
    [one] 1 dato de la respuesta anterior sigue en la posterior.
   *[other] { $number } datos de la respuesta anterior siguen en la posterior.
}
compare-still-there-parts = Ningún registro de la respuesta anterior se halló como tal en la posterior, pero sí partes: vea los valores y las listas de abajo.
compare-still-there-unknown = No se reconoció nada de la respuesta anterior en la posterior; no se compararon todos los registros.
compare-still-there-letters = No se halló nada de la respuesta anterior en la posterior, salvo lo que una carta dice de a quién y por quién está escrita. Lea las cartas nombradas en la primera página: la que confirma la supresión es, con ambas respuestas, su prueba.
compare-still-there-closed = No se reconoció nada de la respuesta anterior en la posterior, pero no todos sus archivos pudieron examinarse. Ábralos usted mismo o pídalos en un formato legible.
compare-come-again = Valores que vuelven
compare-come-again-lead = { $count ->
    [one] 1 valor de registros desaparecidos está en otros registros de la respuesta posterior.
   *[other] { $number } valores de registros desaparecidos están en otros registros de la respuesta posterior.
}
compare-come-again-about = Direcciones de correo (también como MD5, SHA-1, SHA-256), números de teléfono, de pedido y de cliente, nombres y calles de la respuesta anterior, hallados en la posterior en un registro de otro tipo o en otro archivo. Lo que se suprimió en un lugar sigue en otro, o se copió allí. Qué motivos pueden invocarse depende de lo que sea ese registro.
compare-column-value = Valor
compare-column-still = Sigue ahí
compare-column-reasons = Qué puede alegarse para ello
compare-no-reason = aquí no se conoce ningún motivo
compare-reasons = Motivos que pueden alegarse
compare-reasons-about = La ley permite a una empresa conservar algunos documentos aunque se haya pedido su supresión (art. 17(3) del RGPD). Tiene que decir para qué datos, según qué norma y hasta cuándo. Que un motivo figure aquí no significa que se aplique a usted.
compare-reasons-limits = Estos motivos cubren los documentos que nombran: no el perfil, las páginas vistas, las puntuaciones ni la publicidad hecha al lado. Lo que puede quedarse se guarda y no se usa para otra cosa.
compare-reason-read = Leído en { $source }, { $month }.
compare-reason-unconfirmed = No comparado con el texto de la ley: compruébelo antes de apoyarse en él.
compare-reason-amounts = { $count ->
    [0] La respuesta no da aquí ningún importe.
    [one] Aquí se conoce un importe: { $sum }.
   *[other] Aquí se conocen { $number } importes, en total { $sum }.
}
compare-reason-below = Incluso juntos son menos de { $least }.
retention-legal-duty = Datos que una ley de la Unión o de un Estado miembro obliga a la empresa a conservar; tiene que nombrar esa ley.
retention-legal-claims = Datos necesarios para formular, ejercer o defender reclamaciones, como un litigio abierto o una garantía.
retention-consent-proof = La prueba de su consentimiento, que una empresa debe poder aportar.
retention-fr-online-contract = Un contrato celebrado en línea por 120 euros o más: diez años desde la entrega.
retention-fr-accounting = Documentos contables y sus justificantes, como las facturas: diez años.
compare-categories = Tipo por tipo
compare-categories-lead = { $count ->
    [0] Ninguna de las respuestas contiene un dato.
    [one] Un tipo de datos figura en las dos respuestas.
   *[other] { $number } tipos de datos figuran en las dos respuestas.
}
compare-categories-about = Un dato es igual si lo son todos sus valores, esté donde esté. Ha cambiado si la misma cosa está en las dos respuestas con otros valores.
compare-column-before = Antes
compare-column-after = Después
compare-column-same = Igual
compare-column-changed = Con cambios
compare-column-appeared = Nuevo
compare-column-vanished = Desaparecido
compare-lists = Conclusiones, empresas y rastros
compare-lists-none = Ninguna de las respuestas nombra una conclusión, una empresa, un identificador, un dispositivo o un lugar.
compare-list-lead = { $count ->
    [one] 1 está en las dos respuestas; nuevos: { $appeared }, desaparecidos: { $vanished }.
   *[other] { $number } están en las dos respuestas; nuevos: { $appeared }, desaparecidos: { $vanished }.
}
compare-list-inexact = Una de las listas era más larga de lo que se guarda de ella: una entrada que parece nueva o desaparecida puede estar más allá de su final.
compare-entries-appeared = Nuevo
compare-entries-vanished = Desaparecido
compare-appeared = Lo que es nuevo
compare-appeared-lead = { $count ->
    [0] Ningún dato es nuevo.
    [one] 1 dato está solo en la respuesta posterior.
   *[other] { $number } datos están solo en la respuesta posterior.
}
compare-vanished = Lo que ha desaparecido
compare-vanished-lead = { $count ->
    [0] Ningún dato ha desaparecido.
    [one] 1 dato está solo en la respuesta anterior.
   *[other] { $number } datos están solo en la respuesta anterior.
}
compare-changed = Lo que ha cambiado
compare-changed-lead = { $count ->
    [0] Ningún dato ha cambiado.
    [one] 1 dato está en las dos respuestas con otros valores.
   *[other] { $number } datos están en las dos respuestas con otros valores.
}
compare-changed-about = La misma cosa se reconoce por su número de pedido u otro número propio, por su título y momento, o porque es la única de su tipo. Dos cosas con números distintos nunca se toman por una.
compare-column-kind = Qué es
compare-column-when = Cuándo
compare-column-what = Título
compare-column-fields = Campos
compare-column-import = Importación
compare-column-read-on = Leída el
compare-column-case = Expediente
compare-answers = Las dos respuestas
compare-answers-about = Las dos se leyeron de nuevo para esta página, si aún están como estaban.

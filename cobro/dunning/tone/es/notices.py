"""Counting, warning, demanding, and speaking of the law, in Spanish."""

from __future__ import annotations

COUNTS = """
<ordinal> (y (ultimo|ultima) )?(<notice>)
(segunda|tercera|cuarta|quinta|sexta|enesima) (vez|ocasion)
(<many>) (de )?((nuestros|nuestras|otros|otras) )?(<notice>) !! adjunt*
(varias|repetidas|numerosas|muchas|tantas|diversas|multiples|reiteradas|cuantas|demasiadas|incontables|anteriores
    |distintas|otras) (veces|ocasiones|oportunidades)
reiteradamente|repetidamente|insistentemente
(\\d+|[ivx]+) ?(o|a|er|do|do)? (<notice>)
(<notice>) (de pago )?(numero|num|n,? ?[oº]?) \\d+
(anteriores|previos|previas) (<notice>)
(<notice>) _ (anteriores|previos|previas|enviados|enviadas|remitidos|remitidas|desatendid*)
(<notice>) que (ya )?le (hemos|habiamos|venimos) *
(una vez mas|de nuevo|nuevamente|otra vez) _ (<write>)
(<write>) _ (una vez mas|de nuevo|nuevamente|otra vez)
(volvemos|tenemos que volver|volver|hemos vuelto|vuelvo) a (<write>|record*|insist*)
(ya|como) (le|les) (hemos|habiamos) (recordado|avisado|reclamado|escrito|advertido|pedido|solicitado|comunicado
    |dicho)
ya (hemos|habiamos) (recordado|avisado|reclamado|escrito|advertido|pedido|solicitado)
(como )?ya le (recordamos|avisamos|advertimos|escribimos|dijimos|pedimos|reclamamos)
llevamos _ (recordando*|avisando*|reclamando*|escribiendo*|insistiendo*|persiguiendo*|llamando*|pidiendo*|detras)
(hemos )?(perdido|perdemos) (ya )?la cuenta
(pese|a pesar) (a|de) (nuestros|nuestras|los|las|todos|todas|tantos|tantas|haber*) ~ (<notice>|<write>)
no (es|sera) (la primera vez|el primer*|la primera) ~ (<notice>|<write>)
(mas|otro|otra) (<notice>) (mas )?(que|sin|por) ~ (respuesta|contest*|sumar|añadir)
(lista|serie|cadena|historial|sucesion) de (<notice>)
cuantas veces|cuantos (<notice>)
(<notice>) sin (respuesta|contestar|contestacion)
desde (hace|nuestr*) ~ (recordando*|reclamando*|insistiendo*)
(dos|tres|cuatro|cinco) (veces|ocasiones) & <write>|<notice>|hemos|llamad*
"""

WARNINGS = """
(ultimo|ultima|final|definitivo|definitiva|postrer) (<notice>|oportunidad|advertencia|ocasion|plazo|palabra|recurso
    |ultimatum|cartucho)
(<notice>|advertencia|plazo) (final|definitiv*|ultimo|ultima|inaplazable|improrrogable|previ*)
(por|sera la|es la) ultima vez
advertencia*|advertimos|advertirle|advertido|advertida|advierto|advertiremos
apercib*|ultimatum|conmina*|intimacion|intimamos|intimidar*
(queda|quedan|quede|queden|esta|estan|dese por|considerese) _ (avisad*|notificad*|advertid*|enterad*|prevenid*)
(sirva|valga) _ (presente|esta|este) _ de aviso
el que avisa no es traidor
aviso serio
seria advertencia
toque de atencion|aviso a navegantes|llamada de atencion
no (le|les) (escribiremos|volveremos a (escribir|avisar|recordar|llamar)|avisaremos|insistiremos)|no habra (mas
    |otro|otros|ningun) (<notice>)
ya no (le )?(enviaremos|mandaremos|habra) (mas )?(<notice>)
quedando _ (avisad*|notificad*|advertid*)
"""

DEMANDS = """
requerimiento de (pago|deuda|cantidad)
requerimiento
(le|les) (requerimos|intimamos|requiero|instamos|emplazamos)
requerimos (el|su|que)
requerirle|emplaz*
exigimos|exigirle|exigirles|exigencia*|exigiremos|exijo|le exig*
(carta|escrito) de reclamacion
reclamacion de (pago|deuda|cantidad|impago)
(le|les) reclamamos|reclamamos (el|su|la)
"""

LAW = """
abogad*|letrad*|juzgad*|juez|jueces|jueza|juicios?|judicial*|extrajudicial*|tribunal*|procurador*|notari*|burofax
demandar*|demandaremos|demandad*|demanda (judicial|ante|contra|por|civil)|(interponer|presentar|interpondremos
    |presentaremos|poner) _ demanda
embarg*|monitori*|pleit*|litig*|querell*|denunci*|costas (judiciales|procesales)|ejecucion (forzosa|judicial)
(via|vias|accion|acciones|medida|medidas|proceso|procedimiento|procedimientos|recurso|recursos|tramite|tramites
    |camino|cauce|cauces|paso|pasos|reclamacion) (legal|legales|judicial|judiciales|civil|civiles|penal|penales
    |ejecutiva)
legalmente|juridic*|legal|legales
la ley (nos|le|permite|ampara|obliga|preve|dice|esta)
(ante|en) la justicia|acudir a la justicia
(peso|rigor) de la ley
policia*|delito|codigo (penal|civil|de comercio)|via ejecutiva|arbitraje
ley de _ morosidad ~ (reclam*|demand*)
"""

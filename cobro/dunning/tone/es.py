"""How Spanish threatens, reproaches, counts and presses; and how it does not."""

from __future__ import annotations

from cobro.dunning.tone.lexicon import Lexicon

_NAMES = {
    "notice": "(aviso|recordatorio|carta|correo|mensaje|llamada|requerimiento|escrito|e-mail|email|mail|sms|burofax"
    "|comunicado|reclamo|intento)s?|(reclamacion|comunicacion|notificacion|peticion|gestion|solicitud)(es)?",
    "ordinal": "primero|segundo|segunda|tercer|tercero|tercera|cuarto|cuarta|quinto|quinta|sexto|sexta|septim*"
    "|octav*|enesim*",
    "many": "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|varias|numeros*|muchos|muchas|repetid*|reiterad*"
    "|sucesiv*|divers*|multiples|incontables|innumerables|tantos|tantas|cuantos|cuantas|demasiad*|continu*",
    "write": "recorda*|recuerd*|reclam*|insist*|escrib*|escrit*|pedi*|pedirle|solicit*|dirig*|contact*|avis*",
    "pay": "pag*|abon*|liquid*|sald*|ingres*|transfer*|regulariz*|cumpl*",
    "money": "pago|importe|deuda|factura|facturas|dinero|saldo|transferencia|abono|cantidad",
    "relation": "relacion(es)?|colaboracion|confianza|trato|vinculo|cooperacion",
    "others": "proveedores|clientes|bancos?|colegas|socios|empleados|vecinos|competidores|competencia|empresas del sector"
    "|entidad(es)?|terceros|camara|gremio|asociacion|inversores|accionistas|aseguradora|jefes?|direccion",
    "supply": "suministr*|servicios?|pedidos?|entregas?|credito|envios?|trabajos?|acceso|lineas?|mantenimiento|garantia",
    "deadline": "(antes|despues) del?|a partir del?|hasta el|en (el plazo|un plazo)|plazo|esa fecha|ese dia|dicha fecha"
    "|(en|dentro de) _ (dias|horas|semana)|si para el|llegad* (el|esa|ese)|manana|transcurrid*|vencid*|pasad*",
}

_FINE = """
interes(es)? (de demora )?legal(es)?
interes(es)? (de demora )?(previst*|establecid*) (por|en) la ley
(tipo|plazo|domicilio|representante|aviso|nombre|denominacion|texto|moneda|dia|festivo|forma|formato|numero|deposito) legal(es)?
(a|segun) (su|nuestro|mi) juicio
asesoria (fiscal|laboral)
segunda (factura|cuota|parte|entrega|mitad|quincena|planta)
(gracias por|agradec*) _ paciencia
sin (compromiso|coste)
no (es|se trata de) (una|ninguna) (advertencia|amenaza|reclamacion|requerimiento)
(advertencia|aviso) de seguridad
(si|por si) (advierte|advirtiera|advierten|ha advertido) (algun|un|cualquier)
no tenga en cuenta este (mensaje|recordatorio|aviso)
sin que (le|usted) tenga que
"""

_COUNTS = """
<ordinal> (y (ultimo|ultima) )?(<notice>)
(segunda|tercera|cuarta|quinta|sexta|enesima) (vez|ocasion)
(<many>) (de )?((nuestros|nuestras|otros|otras) )?(<notice>) !! adjunt*
(varias|repetidas|numerosas|muchas|tantas|diversas|multiples|reiteradas|dos|tres|cuatro|cinco|cuantas|demasiadas|incontables|anteriores|distintas|otras) (veces|ocasiones|oportunidades)
reiteradamente|repetidamente|insistentemente
(\\d+|[ivx]+) ?(o|a|er|do|do)? (<notice>)
(<notice>) (de pago )?(numero|num|n,? ?[oº]?) \\d+
(anteriores|previos|previas) (<notice>)
(<notice>) _ (anteriores|previos|previas|enviados|enviadas|remitidos|remitidas|desatendid*)
(<notice>) que (ya )?le (hemos|habiamos|venimos) *
(una vez mas|de nuevo|nuevamente|otra vez) _ (<write>)
(<write>) _ (una vez mas|de nuevo|nuevamente|otra vez)
(volvemos|tenemos que volver|volver|hemos vuelto|vuelvo) a (<write>|record*|insist*)
(ya|como) (le|les) (hemos|habiamos) (recordado|avisado|reclamado|escrito|advertido|pedido|solicitado|comunicado|dicho)
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
"""

_WARNINGS = """
(ultimo|ultima|final|definitivo|definitiva|postrer) (<notice>|oportunidad|advertencia|ocasion|plazo|palabra|recurso|ultimatum|cartucho)
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
no (le|les) (escribiremos|volveremos a (escribir|avisar|recordar|llamar)|avisaremos|insistiremos)|no habra (mas|otro|otros|ningun) (<notice>)
ya no (le )?(enviaremos|mandaremos|habra) (mas )?(<notice>)
"""

_DEMANDS = """
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

_LAW = """
abogad*|letrad*|juzgad*|juez|jueces|jueza|juicios?|judicial*|extrajudicial*|tribunal*|procurador*|notari*|burofax
demandar*|demandaremos|demandad*|demanda (judicial|ante|contra|por|civil)|(interponer|presentar|interpondremos|presentaremos|poner) _ demanda
embarg*|monitori*|pleit*|litig*|querell*|denunci*|costas (judiciales|procesales)|ejecucion (forzosa|judicial)
(via|vias|accion|acciones|medida|medidas|proceso|procedimiento|procedimientos|recurso|recursos|tramite|tramites|camino|cauce|cauces|paso|pasos|reclamacion) (legal|legales|judicial|judiciales|civil|civiles|penal|penales|ejecutiva)
legalmente|juridic*|legal|legales
la ley (nos|le|permite|ampara|obliga|preve|dice|esta)
(ante|en) la justicia|acudir a la justicia
(peso|rigor) de la ley
policia*|delito|codigo (penal|civil|de comercio)|via ejecutiva|arbitraje
ley de _ morosidad ~ (reclam*|demand*)
"""

_CONDITIONS = """
si no (<pay>|recib*|lo|la|se|hay|ha|han|contamos|hace*|atiend*|respond*|contest*|tenemos|obtenemos|nos|vemos|llega*|cambia|pone*)
si (sigue|siguen|continua|persiste|se mantiene|el pago no|la factura no|el importe no|usted no|para entonces no|no)
de (lo contrario|no ser asi|no hacerlo|no recibir*|no producirse|no haber*|no (<pay>)|persistir|seguir asi|otro modo|otra forma|continuar)
en (caso contrario|otro caso|caso de (no|impago|que no|persistir|seguir)|su defecto|ausencia de|defecto de)
salvo que|a menos que|a no ser que|mientras no|hasta que no|o bien|si no
(pague|abone|liquide|pongase|salde|regularice) _ o
(<deadline>)
la falta de (pago|respuesta|noticias)|la ausencia de (pago|respuesta)|el impago|su silencio|cada dia que pas*
antes de que
"""

_CONSEQUENCES = """
consecuencia*|repercusi*|represali*|penaliz*|sancion*|recargo*
medidas|actuar*|actuaremos|procederemos|procederiamos|proceder a|emprender*|iniciar*
(suspender*|cortar*|interrump*|paraliz*|cancel*|detendr*|detener*|reten*|bloque*|anular*|congel*|rescind*|resolver*|retirar*) ~ (<supply>|cuenta|contrato|acuerdo)
(dejar* de|dejaremos de) (servir*|suministr*|atender*|trabajar|contar|considerar*|confiar|ser)
(no|ni) (podremos|podriamos|seguiremos|volveremos|vamos a|cabra|habra|podra|contara|tendra|recibira) ~ (<supply>|servir*|suministr*|atender*|seguir|contar|esperar*|garantiz*|margen|mas|otr*)
(al contado|por adelantado|pago anticipado)
(fichero*|registro|lista*|base de datos) _ (moros*|impagad*|solvencia|deudor*)
asnef|badexcug|equifax|rai
(empresa|agencia|gestor*|gestoria|departamento|despacho) de (recobro*|cobro*|impagad*)
recobro*|cobrador*
(comunicar*|informar*|poner* en conocimiento|trasladar*|hacer* saber) ~ (<others>)
(perder*|perderia|pierde) ~ (credito|descuento|condiciones|confianza|prioridad|cliente)
(otro|otra|distinto|diferente|menos) (cariz|rumbo|tono|modo|camino|manera|forma|trato|agradable|amable|amistos*|cordial) !! de pag*|fecha
tendr* que (tomar|adoptar|actuar|pasar|recurrir|suspender|cancelar|reconsiderar|replantear*|buscar|defender)
(pasara|pasaria|quedara|quedaria|estara|saldra|dejaria) _ (a|de|en) (otras|nuestras|sus) manos
(nos pondremos|sabremos) _ (serios|firmes|que hacer|como)
(entenderemos|interpretaremos|asumiremos|consideraremos|daremos por) ~ (que|no|tiene|quiere|intencion|mala)
(visitar*|visitaremos|presentar*|personar*|pasar*) ~ (su (casa|domicilio|oficina|empresa|local|negocio|puerta)|en persona|sin avisar)
"""

_MEASURES = """
(nos|se|me) (veremos|veriamos|vemos|veamos|vera|veran|veria|veo) _ (obligad*|forzad*|abocad*|en la (obligacion|necesidad|penosa)|empujad*|en el deber)
(vernos|verse|verme|verlo) _ (obligad*|forzad*|abocad*|en la)
(estaremos|estariamos|quedaremos|quedariamos|sentiremos) (obligad*|forzad*)
(nos|me) (obligaria|obligara|obliguen|obligue|obligando|forzara|forzaria|fuerce|forzando|empuja|empujara)
nos (obliga|fuerza) a (tomar|adoptar|actuar|suspender|cancelar|reconsiderar|replantear*|recurrir|pasar|cambiar)
no nos (deja*|dejara|dejaria|quedara|quedaria|queda|dejan) ~ (opcion|alternativa|remedio|salida|eleccion|camino|margen)
no (tendremos|tendriamos|habra|hay|habria|quedara|queda|tenemos) _ (opcion|alternativa|remedio|salida|eleccion|camino)
(tom*|adopt*|emprend*|pon*|aplic*) ~ medidas !! corregir|solucionar*|resolver*|ayud*|evitar errores
(las|otras) medidas (oportunas|necesarias|pertinentes|correspondientes|adecuadas|que|mas|drasticas|severas|contundentes)
(actuar*|actuaremos|actuariamos|obrar*|obraremos|procederemos|proceder) (en consecuencia|como|segun)
nos reserv* ~ (derecho*|facultad|acciones|posibilidad|opcion)
(recurrir*|recurriremos|acudir*|acudiremos|buscar*) ~ (otr*) (vias|medios|metodos|caminos|instancias|manos|cauces|formas|maneras)
(en|a) (otras )?manos de ~ (profesional*|tercer*|especialist*|quien*|recobr*|expert*)
a otras manos
(dejar*|dejara|escapar*|saldra|salir) _ (de|a) nuestras manos
(fichero*|registro*|lista*) ~ (moros*|impagad*|solvencia|deudor*)
asnef|badexcug
(empresa|agencia|gestor*) de (recobro*|cobro*|impagad*)
(suspenderemos|suspenderiamos|cortaremos|cortariamos|cancelaremos|interrumpiremos|paralizaremos|bloquearemos|retiraremos|retendremos|congelaremos)
(vamos|vamos ya) a (suspender|cortar|cancelar|interrumpir|paralizar|bloquear|retirar|retener)
"""

_THREATS = """
(atener*|atengase|atenga|ateng*|sufr*|asum*|afront*|pag*|cargar* con|evit*) ~ consecuencias
consecuencias (grave*|negativ*|desagradable*|seri*|imprevisible*|que (ello|esto|eso|puede|tendra|tendria)|indesead*|importantes)
(nuestra|la|mi|toda) paciencia ~ (limite*|agot*|acab*|infinit*|etern*|termin*|fin|colm*)
(agot*|acab*|termin*|colm*|perd*|abus*) ~ paciencia
paciencia
antes de que sea (demasiado )?tarde|(aun|todavia) (esta|estan|estamos|esta usted) a tiempo|mientras (aun |todavia )?(pueda|puede|haya tiempo|este a tiempo)
(por|en) su (propio )?(bien|interes|beneficio)|por el bien de su
mas (le|les) (vale|valdria|conviene)|(le|les) (conviene|convendria|interesa) (pag*|no|evit*|que|salda*|regulariz*|reflexion*|pensar*)
haria (usted )?bien|(seria|es) (prudente|aconsejable|sensato|inteligente)
(evit*|ahorr*) ~ (problemas|disgustos|males mayores|situaci*|complicaci*|sorpresas|mal trago|bochorno|malentendidos|conflict*|escandal*|vergüenza|sobresaltos|desagradable*|lamentar|que (esto|este asunto|la situacion|el asunto|lleguemos|tengamos))
(mayores|peores|males) (molestias|problemas|mayores|perjuicios|disgustos|gastos|dificultades)
(su|la|tu|de su) _ (reputacion|prestigio|buen nombre|fama|imagen|solvencia|honorabilidad)
(sector|gremio|mundillo|ramo|oficio|ciudad|pueblo|plaza|mercado|mundo|barrio) ~ (pequeñ*|conoc*|sab*|enter*|habl*|coment*|nombre)
(las noticias|todo|estas cosas|esas cosas|los rumores|la voz) (se )?(corren|vuelan|corre|acaba* (por )?sab*|sab*|comenta*|termina* sab*)
(corra|correr|corre) la voz|ir de boca en boca|boca a boca
(otros|otras|sus|demas) _ (<others>) ~ (sepa*|sabra*|saber|entere*|enterar*|interes*|conozca*|conocer*|piens*|pensar*|dira*|diria*|vea*|averigu*|preguntar*|oir*|opinar*)
(hacer* public*|publicar*|difundir*|airear|trascend*|salga a la luz|saldra a la luz) 
(<relation>) ~ (afect*|resent*|peligr*|romp*|dañ*|deterior*|replante*|reconsider*|revis*|termin*|fin|en juego|en riesgo|sufr*|enfri*|cuestion*|comprometid*|se acab*|roto|rota)
(replante*|reconsider*|revis*|peligr*|riesgo|duda|cuestion|romp*|perd*|dañ*|deterior*|cuestion*|terminad*|acabad*|comprometer|afect*|empañ*|enturbi*|arriesg*|poner fin|jugarse) ~ (<relation>) !! difficult*
(seguir|continuar|valor*|repens*|plante*) (si )?(contando|trabajando|sirviendo|colaborando|confiando|merec*) ~ (con|como|a) 
(nos hara|nos haria|tendremos que|habra que) (replantear*|reconsiderar*|pensar*|repensar*)
no (podemos|podremos|vamos a|pensamos|queremos) (seguir )?(esper*|toler*|permit*|consent*|financi*|aguant*|seguir) (mas|asi|siempre|indefinid*|est*|que|con) !! enviando*
(le|les|lo) (visitaremos|haremos una visita)|(nos presentaremos|nos personaremos|iremos a (ver*|visit*|buscar*)|enviaremos a alguien|mandaremos a alguien|pasara alguien|vendran a ver*)
nos veremos las caras|(sabemos|se|sabremos) _ donde (vive*|esta*|encontrar*|trabaja*|tiene*|localiz*)
tendra* (noticias nuestras|noticias de|que (lament*|arrepent*|explic*|responder))
(sera|seria) (una )?(lastima|pena|triste|lamentable|desagradable|penoso)
(una|que) (lastima|pena) que
(lamentariamos|sentiriamos|nos doleria|nos pesaria|nos disgustaria|odiariamos|lamentaremos) 
(no )?(nos gustaria|quisieramos|querriamos|deseariamos|queremos|deseamos|nos agrada|nos apetece) (nada )?(tener que|vernos|llegar a|llegar|que (esto|este|esta|la situacion|el asunto|las cosas|lleg*|pas*|afect*)) !! (hablar|conocer|saber|oir|resolv*|ayud*)
no nos (obligue*|fuerce*|haga*|ponga*|empuje*|lleve*)
(lo|se|se va a|lo va a) (lamentara*|lamentar|arrepent*|sentira|sentir)
arrepent*|(le|les) (va a )?(saldra|salir|costara|costar) (muy )?(car*|mas)|pagara* (caro|las)
(tomamos|tomaremos|hemos tomado|tomado) buena nota|no (lo |la )?olvid(aremos|amos|e|en)|(tenemos|tendremos) (buena )?memoria|(sacar|sacaremos|extraer|saque) ~ conclusiones
recordaremos (quien*|como|est*|su)|tendremos (muy )?(en cuenta|presente) (su|est*|quien*|com*) !! propuesta|situacion|circunstancia
(ya )?(sabe|saben|conoce|imagina) (usted|ustedes|muy|perfectamente|de sobra|bien|lo que|que (pasa|ocurre|suced*|signific*|hac*)|como (acab*|termin*|actu*|funcion*)) !! (ayud|quien|donde)
(imagine|imaginese|imaginara|puede imaginar*|figurese|piense|reflexione) (usted )?(lo que|que|las|en lo|bien|sobre|si|como)
(no hace falta|no es necesario|huelga|sobra|no creo que haga falta|no es preciso|no necesitamos) (que le )?(decir*|explic*|record*|detall*|dig*|enumer*)
(usted (vera|vera que|decide|sabra|elige)|la (decision|eleccion|pelota) (es|esta)|de usted depende|depende (solo |unicamente )?de usted|esta en sus? manos?)
(a partir de|desde|despues de) (esa fecha|ese dia|ese momento|entonces|ahi) ~ (no|otr*|cambi*|deja*)
no (nos hacemos|nos haremos|somos|seremos) responsables|no (respondemos|responderemos|podemos responder) de|no (podemos|podremos) garantizar*|no garantiz*
sin (mas|previo|ulterior*) (aviso|dilacion*|tramite) & *remos|*riamos|vamos a|se *(ara|era|ira)
sin (contemplaciones|miramientos)|ni un dia mas|improrrogable|inaplazable|perentori*|impostergable
plazo (final|definitivo|fatal|ultimo)
(no|dejaremos de|dejar de) (sera|seran|seremos|ser) (tan|igual de) (amable*|cordial*|paciente*|comprensiv*|amistos*|agradable*|flexible*|generos*|benevol*)
(menos|no tan) (amable*|cordial*|paciente*|comprensiv*|amistos*|agradable*|flexible*)
(proxim*|siguiente) (<notice>|vez|paso|conversacion) ~ (no sera|sera (otr*|distint*|diferent*|muy)|no vendra|llegara por|no lo firm*|de otr*|tono)
(pasar|pasaremos|llegar) a (mayores|palabras mayores|otra fase|la accion|los hechos|otro nivel)
(tiempo|cuenta atras|reloj|dias|horas) ~ (contad*|corre|se (acaba|agota)|en marcha)
(hay|existen|tenemos|conocemos|disponemos de) ((otras|otros|muchas|muchos|mas|nuestras|nuestros) )?(formas|maneras|medios|metodos|modos|recursos|vias|caminos) !! de pago|fecha
amenaz*|tom(ar|aremos) represalias|ajust* cuentas|a las malas|por las (malas|buenas)
(cerr*|cierr*) (las )?puertas|puertas ~ cerr*
(asi|de esta manera) (no|acaba*|termin*) ~ (empresa*|negoci*|cliente*)
(otros|quienes|los que|aquellos|clientes|empresas) _ (actuaron|hicieron|pensaron|dejaron|creyeron|no pagaron|tampoco) 
(sal(e|en|ga|dra|dria|ir|iendo)|cost(ar*|ando)|result(ar*|ando))(le|les)? _ (car(o|a|os|as)|mas car(o|a))
todos los (medios|recursos|cauces) (a nuestr*|posibles|que|disponibles)|por (todos los medios|cualquier medio)
(unic*|exclusiv*|enter*|sol*) responsab*|(su|bajo su) (exclusiva|entera|propia|unica) responsabilidad|responsable (de lo que|sera usted)|por su cuenta y riesgo
(nuestras|otras|ajenas|otros) manos & (dej*|pas*|estar*|escap*|sal*|qued*)
(ya|demasiado) (sea|sera|es|seria) (demasiado )?tarde|demasiado tarde
(pasaremos|iremos|acudiremos) ~ (personalmente|en persona|por su (negocio|oficina|empresa|casa|tienda|local))|delante de (sus|todos|los)
cuanto (mas|antes) ~ (peor|mas (car*|dificil|compl*|dur*))
reputacion(es)? ~ (pierd*|perd*|gan*|mancha*|dur*)|mala fama|mal nombre
(no (podra|podran|diga*) ) _ (decir |alegar )?que no (se le|sabia*|le|fue)
no se (sorprenda*|extrañe*|queje*) (si|cuando|de que)
(hasta ahora|hasta hoy|hasta la fecha) ~ (discret*|prudent*|pacient*|comprensiv*|amable*|buenas formas)
entre nosotros|no salga de (aqui|nosotros)
no sabe (con quien|lo que)|no nos conoce
(pienselo|piensenlo|pienseselo) (bien|dos veces)|piense(lo)? (muy )?bien|(mucho|bastante) que perder
brazos cruzados|no (va a|se va a|puede|quedara|se quedara) _ quedar(se)? asi|esto no (quedara|acaba|termina) 
tarde o temprano|llegara el dia|el dia que (nos|usted)|cuando (nos|usted nos) necesite|todo tiene un (limite|precio|final)|hasta aqui hemos llegado
tendra* que (dar explicaciones|explicar*)
(iremos|vendremos|pasaremos|vamos|vendran|iran) a (buscar*|cobrar*|recoger*|reclamar*|por)
(visita|visitas) ~ (cortesia|no sera|sera (otra|distint*))
tambien (sabemos|podemos) (ser|actuar|hacer|ponernos)|podemos ser
(depende|dependera) _ (de usted|de ustedes|suyo)|no le (va a )?(gustar*|gustara)
sabemos (a que hora|donde|cuando|cual es su)
a buen entendedor
(sabe|conoce|sabra) ~ (riesgo*|expone|arriesga|se juega)|a lo que se (expone|arriesga|atiene)|(se )?(arriesga|expone) a
pasar(a|emos|an)? (su caso |el caso |el asunto |el expediente )?a (quien*|otr*|manos) !! compañer*|persona de|responsable
(nos conocemos todos|todos nos conocemos|aqui nos conocemos|las cosas se saben)
lo que le (espera|viene)
"""

_REPROACHES = """
(ha|han|haya|hayan|haber) (incumplid*|ignorad*|desatendid*|desoid*|hecho (caso omiso|oidos)|faltado|defraudad*|decepcionad*|abusad*|rot*|optado|preferid*|decidido no|traicionad*|engañad*|burlad*|despreciad*|demostrad*)
(su|este|reiterado|grave|claro) incumplimiento|incumplidor*|incumpliendo|incumple|incumplio
caso omiso|oidos sordos|hacerse? _ (el sordo|el loco|el sueco|la vista gorda)|ni siquiera|mirar* (para|hacia) otro lado
(su|esta|esa|tal|dicha) _ (silencio|actitud|conducta|comportamiento|dejadez|desidia|negligencia|irresponsabilidad|pasividad|desinteres|mala fe|morosidad|indiferencia|desconsideracion|proceder|desfachatez|tardanza|despreocupacion|desprecio)
(falta|ausencia|carencia|nula|nulo|escas*|poc*) (total |absoluta )?(de )?(seriedad|respeto|interes|compromiso|profesionalidad|responsabilidad|consideracion|palabra|voluntad|formalidad|etica|vergüenza|educacion|escrupulos|colaboracion|honradez)
inaceptable*|inadmisible*|intolerable*|imperdonable*|injustificable*|injustificad*|incomprensible*|vergonzos*|lamentable*|indignante*|indign*|irrespetuos*|deshonest*|irresponsable*|desleal*|abusiv*|deplorable*|inexcusable*|desconsiderad*|poco seri*|poco profesional*|descarad*|insolvente*
moros(o|a|os|as|idad)|mal(os)? pagador*|mala paga|caradura|sinvergüenza*|ladron*|estaf(a|ar|as|ado|ador|adores)|timo|timad*|robo|robar*|tramp*|vividor*|aprovechad*
mala fe|mala voluntad|mala intencion|a proposito|deliberad*|intencionad*|adrede|voluntariamente|conscientemente
excusas?|pretexto*|evasiv*|dar(nos|me)? largas|dando(nos)? largas|maniobras? dilatoria*|dilatori*|cuentos|mentir*|mentid*|marear la perdiz|escond*|escud*|rehuy*|rehuir*|esquiv*
(no|ni|nunca|jamas|tampoco) (nos )?(ha|han|haya|hayan) (tenido|mostrad*|cumplid*|respondid*|contestad*|dado|sabido|querido|respetad*|atendid*|dignad*|molestad*|devuelto|cogido|hecho) !! (podido|entendido)
(no|nunca) (cumplio|cumplieron|cumple|cumplen|respondio|contesto|respeta*|mantuvo|hizo) _ (palabra|promesa|compromiso|lo|con|su*|a|nada)
(falt*|romp*|roto|incumpl*|olvid*) _ (palabra|promesa*|compromiso*|acuerdo|obligacion*)
prometio ~ (y|pero) (no|sin|segu*)
(como siempre|como de costumbre|como es (ya )?(habitual|costumbre)|otra vez|una vez mas|de nuevo|nuevamente|siempre|sistematic*|habitualmente|por costumbre|constantemente|cronic*) ~ (tarde|retras*|demor*|impag*|lo mismo|sin pagar|fuera de plazo)
(tarde|retras*|demor*|impag*) ~ (como siempre|de costumbre|otra vez|una vez mas|costumbre|habito)
(acostumbrad*|costumbre) 
nos (sorprende|extraña|decepciona|duele|indigna|ofende|molesta|entristece|asombra|resulta (dificil|incomprensible|sorprendente|extraño|llamativo|decepcionante|doloroso)|deja (perplej*|atonit*)|choca|ha (sorprendido|decepcionado|dolido|extrañado))
(sorprendid*|extrañad*|decepcion*|defraud*|indignad*|desilusi*|traicion*|engañ*|burl*|dolid*|hart*|cansad*|ofend*|molest*) (por|con|de|que|ver|vernos|estamos)
tomando(nos)? el pelo|tomar* el pelo|reirse|ri(e|endo)se|aprovech* (de )?(nuestr*|nosotros|su posicion)|abus* de
averg*|vergüenza*|dejar(nos)? (tirad*|plantad*|colgad*)
(no )?(esperabamos|esperariamos|habriamos esperado|hubieramos esperado) ~ (mas|otr*|esto|asi|de|ust*|empresa)
no (era|es|fue) (esto )?lo que (esperabamos|acordamos|habiamos|nos)
(confiamos|confiabamos|confiado|crei*|creimos|depositamos|contabamos) ~ (y|pero|sin embargo|ahora)
no (entendemos|comprendemos|entiendo|logramos|acertamos|alcanzamos|nos explicamos|podemos (entender|comprender|creer)) (a )?(entender |comprender |explicar* )?(como|por que|que|su|est*|tal|la razon)
(cuesta|dificil|imposible) (de )?(entender|creer|comprender|explicar) 
(despues de|tras|con) (todo|tantos|tantas|haber*|lo que|los años) ~ (por usted|hecho|confianza|años|ayud*|cumpl*)
(nosotros|nuestra empresa|nuestra parte|por nuestra parte) ~ (cumpl*|puntual*|a tiempo|hicimos|entreg*|servimos) & (ust*|su|espera*|mismo|pag*|igual)
(usted|ustedes) (ya )?(disfrut*|utiliz*|us*|aprovech*|tien*) ~ (nuestr*|material*|mercanc*|producto*|trabajo|servicio*)
disfrut* & (pag*|factura*|sin|gratis|cost*|mientras|ya)
(intencion|ganas|animo|deseo|voluntad) de (pag*|no pag*|cumpl*|no cumpl*|abon*|incumpl*|engañ*)
(sabemos|nos consta|consta|vemos|hemos visto|observamos|nos dicen|tenemos entendido|es sabido|todo el mundo sabe) (muy bien |perfectamente |de sobra )?que _ (dispone*|tien*|pued*|cobr*|otr*|va*|compr*|viaj*|invier*|vend*|le va|marcha*|pag*)
(si|que) (paga*|cumple*) (a|con) (otros|los demas|otras)|a (otros|los demas|otras) _ (paga*|si)
(dinero|fondos|presupuesto) para (otras cosas|viaj*|vacaciones|coche*|ferias|lo que quiere|caprichos|abrir|compra*) 
(empezamos|comenzamos|llegamos|nos hace*|obliga*|invita*|da*|cabe|lleva*|tentados|inclinados) a? (dud*|pens*|cre*|sospech*|pregunt*|desconfi*|plantear*) 
dudar* de|dudamos|(pon*|puesto|deja*) _ (en duda|en entredicho)|sospech*|desconfi*
(queremos|quisieramos|nos gustaria|querriamos|preferimos|nos resistimos a|esperamos|confiamos en|suponemos) (seguir )?(pens*|cre*|que) ~ (no )?(sea|es|se trat*|tenga*|tiene*|actu*|quier*|haya*|pretend*|este*) ~ (fe|proposito|intenc*|seri*|broma|estrategia|tactica|cumpl*|palabra|aprovech*|engañ*|escond*|irrespons*)
(financi*|banco) ~ (gratis|a nuestra costa|gratuit*|su costa|no somos)|no somos (un |su )?(banco|ong|entidad|financier*|caja)|a (nuestra|mi) costa
(culpa|culpable*|culpar*) 
(deberia*|debia*|tendria*|podria*|podia*) (haber |usted |ustedes )?(pag*|cumpl*|respond*|averg*|dado|tenido|al menos|por lo menos|como minimo|tener la|dar) !! recib* 
(al menos|por lo menos|como minimo|siquiera) ~ (respond*|contest*|coger|llam*|cortesia|decencia|detalle|explic*|avis*)
(un|una|cualquier|toda) _ (empresa|persona|empresario|cliente|profesional) (seri*|responsable|honrad*|honest*|decente|de (bien|verdad|palabra))
(demuestr*|muestr*|revela*|evidenci*|dice (mucho|poco)) ~ (que|su|de)
(olvida*|olvidado|se olvida*) _ (de )?(nosotros|obligacion*|compromiso*|quien*)
(se )?(neg*|nieg*|resist*|rehus*) a (pag*|respond*|contest*|hablar|atend*|cumpl*)
(sin|ninguna|ni una) (explicacion|dar señales|justificacion|motivo|razon|noticia|dar la cara)
nadie (contesta|responde|coge|atiende|da la cara)|cada vez que (llam*|preguntamos|le)
nos (aseguro|prometio|dijo|garantizo|dio su palabra) ~ (y|pero) 
"""

_PRESSURE = """
familias?|hijos|niños|(llevar* )?(el )?pan|de comer|padres de familia
(por|es) su culpa|conciencia|corazon|remordimiento*|alma
desesper*|angusti*|agobi*|ahog*|asfixi*|sufrimiento|sufriendo|quita* el sueño|dormir|lagrim*|llor*|preocupad*|pesadilla
ruina|arruin*|hundir*|hundiendo|hund*|quiebra|bancarrota|(cerrar|cierre) _ (empresa|negocio|taller|tienda|puertas)|echar el cierre|despedir*|despid*|puestos de trabajo|(echar*|quedar*|ir*|iran) (en|a) la calle|sobreviv*|supervivencia|peligr* ~ (empresa|negocio|empleo*|trabajo)|quedarse sin (trabajo|empleo|cobrar|sueldo)|sin cobrar
suplic*|implor*|se lo pedimos por|por favor se lo|de rodillas|por piedad|compasion|por lo que mas quiera
(pong*|ponerse|pongase) en (nuestro lugar|nuestra piel)|como (se sentiria|se siente|le sentaria|reaccionaria)|que (haria|pensaria|sentiria) usted|le gustaria que le|si (usted )?(estuviera|fuera) (en )?(nuestr*|usted)
egoist*|egoismo|solidari*|humanidad|caridad|sentido (moral|comun|etico|de la responsabilidad)
no nos (falle*|deje*|defraude*|decepcione*|abandone*)|(fallar*|fallado|falla) 
(apel*|invoc*|confiamos en) _ (su|a su) (honor|honrad*|sentido|conciencia|decencia|dignidad|buena voluntad|responsabilidad|moral|etica|palabra|humanidad|profesionalidad)
moral|moralmente|etica*|eticamente|decencia|dignidad|honor|honrad*|decente*
urgent*|urgenci* !! pedido*|envio*|atender*|mensajer*|transport*|entreg*
(pag*|abon*|liquid*|ingres*|transfier*) (lo |la |las |los |usted )?(inmediat*|de inmediato|ya|ahora mismo|hoy mismo|sin falta|cuanto antes sin)
(pago|abono) (inmediat*|urgente|sin demora)
(pag*|abon*|ingres*|transf*) ~ sin falta
sin mas (demora|dilacion|excusas)|sin excusas
(pequeñ*|modest*|humilde) (empresa|negocio|familiar) ~ (no puede*|sufr*|depend*|pag*)
(trabajador*|emplead*|plantilla|equipo|personas|gente) ~ (depend*|espera*|no cobr*|sin cobrar|confia*|su (sueldo|salario))
depend* (de|del) (su|este|usted) (pago)?
(deuda|obligacion|deber) (moral|de honor|de gratitud)
amistad|amigos|como de la familia|llegar a (fin|final) de mes|cuadrar las cuentas
(empresa|negocio|casa|firma) como (la|el) su(ya|yo)|de su (categoria|nivel|prestigio|talla)
"""

_HARM = """
(retraso|demora|impago|falta de pago|pendiente|este pago|esta situacion|no disponer|no haber cobrado|no contar) ~ (dificult*|complic*|obliga|afect*|imped*|perjudic*|cuesta|desajust*|altera|retras*|resta|tensa*|encarec*|supone)
(nos|nuestr*) ~ (dificult*|complic*|afect*|perjudic*|tesoreria|proveedores|nominas) 
"""

_HELP = """
ayud*|atender*|atendera*|resolver*|solucion*|buscar*|veremos|revisar*|a su disposicion|acordar|aclarar*|facilidades|hablar*|hablemos|dudas?|cualquier (consulta|cuestion|pregunta)|lo que necesite
"""

_REMINDER = """
recordatorio*|recordamos|recordar*|recuerda*|recuerde*
"""

LEXICON = Lexicon(
    names=_NAMES,
    fine=_FINE,
    counts=_COUNTS,
    warnings=_WARNINGS,
    demands=_DEMANDS,
    law=_LAW,
    conditions=_CONDITIONS,
    consequences=_CONSEQUENCES,
    measures=_MEASURES,
    threats=_THREATS,
    reproaches=_REPROACHES,
    pressure=_PRESSURE,
    harm=_HARM,
    help=_HELP,
    reminder=_REMINDER,
)

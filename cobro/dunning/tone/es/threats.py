"""Threatening, in Spanish."""

from __future__ import annotations

CONDITIONS = """
si no (<pay>|recib*|lo|la|se|hay|ha|han|contamos|hace*|atiend*|respond*|contest*|tenemos|obtenemos|nos|vemos|llega*
    |cambia|pone*)
si (sigue|siguen|continua|persiste|se mantiene|el pago no|la factura no|el importe no|usted no|para entonces no|no)
de (lo contrario|no ser asi|no hacerlo|no recibir*|no producirse|no haber*|no (<pay>)|persistir|seguir asi
    |otro modo|otra forma|continuar)
en (caso contrario|otro caso|caso de (no|impago|que no|persistir|seguir)|su defecto|ausencia de|defecto de)
salvo que|a menos que|a no ser que|mientras no|hasta que no|o bien|si no
(pague|abone|liquide|pongase|salde|regularice) _ o
(<deadline>)
la falta de (pago|respuesta|noticias)|la ausencia de (pago|respuesta)|el impago|su silencio|cada dia que pas*
antes de que
"""

CONSEQUENCES = """
consecuencia*|repercusi*|represali*|penaliz*|sancion*
medidas|actuar*|actuaremos|procederemos|procederiamos|emprender*|iniciar*
(suspender*|cortar*|interrump*|paraliz*|cancel*|detendr*|detener*|reten*|bloque*|anular*|congel*|rescind*|resolver*
    |retirar*) ~ (<supply>|cuenta|contrato|acuerdo)
(dejar* de|dejaremos de) (servir*|suministr*|atender*|trabajar|contar|considerar*|confiar|ser)
(no|ni) (podremos|podriamos|seguiremos|volveremos|vamos a|cabra|habra|podra|contara|tendra|recibira) ~ (<supply>
    |servir*|suministr*|atender*|seguir|contar|esperar*|garantiz*|margen|mas|otr*)
(solo|unicamente|exclusivamente|exig*|nada mas que) _ (al contado|por adelantado|pago anticipado|previo pago)
(fichero*|registro|lista*|base de datos) _ (moros*|impagad*|solvencia|deudor*)
asnef|badexcug|equifax|rai
(empresa|agencia|gestor*|gestoria|departamento|despacho) de (recobro*|cobro*|impagad*)
recobro*|cobrador*
(comunicar*|informar*|poner* en conocimiento|trasladar*|hacer* saber) ~ (<others>)
(perder*|perderia|pierde) ~ (credito|descuento|condiciones|confianza|prioridad|cliente)
(otro|otra|distinto|diferente|menos) (cariz|rumbo|tono|modo|camino|manera|forma|trato|agradable|amable|amistos*
    |cordial) !! de pag*|fecha
tendr* que (tomar|adoptar|actuar|pasar|recurrir|suspender|cancelar|reconsiderar|replantear*|buscar|defender)
(pasara|pasaria|quedara|quedaria|estara|saldra|dejaria) _ (a|de|en) (otras|nuestras|sus) manos
(nos pondremos|sabremos) _ (serios|firmes|que hacer|como)
(entenderemos|interpretaremos|asumiremos|consideraremos|daremos por) ~ (que|no|tiene|quiere|intencion|mala)
(visitar*|visitaremos|presentar*|personar*|pasar*) ~ (su (casa|domicilio|oficina|empresa|local|negocio|puerta)
    |en persona|sin avisar)
(gastos|costes|cargos) (adicionales|extra|suplementarios|añadidos)
"""

MEASURES = """
(nos|se|me) (veremos|veriamos|vemos|veamos|vera|veran|veria|veo) _ (obligad*|forzad*|abocad*|en la (obligacion
    |necesidad|penosa)|empujad*|en el deber)
(vernos|verse|verme|verlo) _ (obligad*|forzad*|abocad*|en la)
(estaremos|estariamos|quedaremos|quedariamos|sentiremos) (obligad*|forzad*)
(nos|me) (obligaria|obligara|obliguen|obligue|obligando|forzara|forzaria|fuerce|forzando|empuja|empujara)
nos (obliga|fuerza) a (tomar|adoptar|actuar|suspender|cancelar|reconsiderar|replantear*|recurrir|pasar|cambiar)
no nos (deja*|dejara|dejaria|quedara|quedaria|queda|dejan) ~ (opcion|alternativa|remedio|salida|eleccion|camino
    |margen)
no (tendremos|tendriamos|habra|hay|habria|quedara|queda|tenemos) _ (opcion|alternativa|remedio|salida|eleccion
    |camino)
(tom*|adopt*|emprend*|pon*|aplic*) ~ medidas !! corregir|solucionar*|resolver*|ayud*|evitar errores
(las|otras) medidas (oportunas|necesarias|pertinentes|correspondientes|adecuadas|que|mas|drasticas|severas
    |contundentes)
(actuar*|actuaremos|actuariamos|obrar*|obraremos|procederemos|proceder) (en consecuencia|como|segun)
nos reserv* ~ (derecho*|facultad|acciones|posibilidad|opcion)
(recurrir*|recurriremos|acudir*|acudiremos|buscar*) ~ (otr*) (vias|medios|metodos|caminos|instancias|manos|cauces
    |formas|maneras)
(en|a) (otras )?manos de ~ (profesional*|tercer*|especialist*|quien*|recobr*|expert*)
a otras manos
(dejar*|dejara|escapar*|saldra|salir) _ (de|a) nuestras manos
(fichero*|registro*|lista*) ~ (moros*|impagad*|solvencia|deudor*)
asnef|badexcug
(empresa|agencia|gestor*) de (recobro*|cobro*|impagad*)
(suspenderemos|suspenderiamos|cortaremos|cortariamos|cancelaremos|interrumpiremos|paralizaremos|bloquearemos
    |retiraremos|retendremos|congelaremos)
(vamos|vamos ya) a (suspender|cortar|cancelar|interrumpir|paralizar|bloquear|retirar|retener)
inclui(r|remos|do|da|dos|ra) ~ (fichero*|registro*|lista*)
"""

THREATS = """
(atener*|atengase|atenga|ateng*|sufr*|asum*|afront*|pag*|cargar* con|evit*) ~ consecuencias
consecuencias (grave*|negativ*|desagradable*|seri*|imprevisible*|que (ello|esto|eso|puede|tendra|tendria)|indesead*
    |importantes)
(nuestra|la|mi|toda) paciencia ~ (limite*|agot*|acab*|infinit*|etern*|termin*|fin|colm*)
(agot*|acab*|termin*|colm*|perd*|abus*) ~ paciencia
paciencia
antes de que sea (demasiado )?tarde|(aun|todavia) (esta|estan|estamos|esta usted) a tiempo|mientras (aun |
    todavia )?(pueda|puede|haya tiempo|este a tiempo)
(por|en) su (propio )?(bien|interes|beneficio)|por el bien de su
mas (le|les) (vale|valdria|conviene)|(le|les) (conviene|convendria|interesa) (pag*|no|evit*|que|salda*|regulariz*
    |reflexion*|pensar*)
haria (usted )?bien|(seria|es) (prudente|aconsejable|sensato|inteligente)
(evit*|ahorr*) ~ (problemas|disgustos|males mayores|situaci*|complicaci*|sorpresas|mal trago|bochorno|malentendidos
    |conflict*|escandal*|vergüenza|sobresaltos|desagradable*|lamentar|que (esto|este asunto|la situacion|el asunto
    |lleguemos|tengamos))
(mayores|peores|males) (molestias|problemas|mayores|perjuicios|disgustos|gastos|dificultades)
(su|la|tu|de su) _ (reputacion|prestigio|buen nombre|fama|imagen|solvencia|honorabilidad)
(sector|gremio|mundillo|ramo|oficio|ciudad|pueblo|plaza|mercado|mundo|barrio) ~ (pequeñ*|conoc*|sab*|enter*|habl*
    |coment*|nombre)
(las noticias|todo|estas cosas|esas cosas|los rumores|la voz) (se )?(corren|vuelan|corre|acaba* (por )?sab*|sab*
    |comenta*|termina* sab*)
(corra|correr|corre) la voz|ir de boca en boca|boca a boca
(otros|otras|sus|demas) _ (<others>) ~ (sepa*|sabra*|saber|entere*|enterar*|interes*|conozca*|conocer*|piens*
    |pensar*|dira*|diria*|vea*|averigu*|preguntar*|oir*|opinar*)
(hacer* public*|publicar*|difundir*|airear|trascend*|salga a la luz|saldra a la luz)
(<relation>) ~ (afect*|resent*|peligr*|romp*|dañ*|deterior*|replante*|reconsider*|revis*|termin*|fin|en juego
    |en riesgo|sufr*|enfri*|cuestion*|comprometid*|se acab*|roto|rota)
(replante*|reconsider*|revis*|peligr*|riesgo|duda|cuestion|romp*|perd*|dañ*|deterior*|cuestion*|terminad*|acabad*
    |comprometer|afect*|empañ*|enturbi*|arriesg*|poner fin|jugarse) ~ (<relation>) !! difficult*
(seguir|continuar|valor*|repens*|plante*) (si )?(contando|trabajando|sirviendo|colaborando|confiando|merec*) ~ (con
    |como|a)
(nos hara|nos haria|tendremos que|habra que) (replantear*|reconsiderar*|pensar*|repensar*)
no (podemos|podremos|vamos a|pensamos|queremos) (seguir )?(esper*|toler*|permit*|consent*|financi*|aguant*
    |seguir) (mas|asi|siempre|indefinid*|est*|que|con) !! enviando*
(le|les|lo) (visitaremos|haremos una visita)|(nos presentaremos|nos personaremos|iremos a (ver*|visit*|buscar*)
    |enviaremos a alguien|mandaremos a alguien|pasara alguien|vendran a ver*)
nos veremos las caras|(sabemos|se|sabremos) _ donde (vive*|esta*|encontrar*|trabaja*|tiene*|localiz*)
tendra* (noticias nuestras|noticias de|que (lament*|arrepent*|explic*|responder))
(sera|seria) (una )?(lastima|pena|triste|lamentable|desagradable|penoso)
(una|que) (lastima|pena) que
(lamentariamos|sentiriamos|nos doleria|nos pesaria|nos disgustaria|odiariamos|lamentaremos)
(no )?(nos gustaria|quisieramos|querriamos|deseariamos|queremos|deseamos|nos agrada|nos apetece) (nada )?(tener que
    |vernos|llegar a|llegar|que (esto|este|esta|la situacion|el asunto|las cosas|lleg*|pas*|afect*)) !! (hablar
    |conocer|saber|oir|resolv*|ayud*)
no nos (obligue*|fuerce*|haga*|ponga*|empuje*|lleve*)
(lo|se|se va a|lo va a) (lamentara*|lamentar|arrepent*|sentira|sentir)
arrepent*|(le|les) (va a )?(saldra|salir|costara|costar) (muy )?(car*|mas)|pagara* (caro|las)
(tomamos|tomaremos|hemos tomado|tomado) buena nota|no (lo |la )?olvid(aremos|amos|e|en)|(tenemos
    |tendremos) (buena )?memoria|(sacar|sacaremos|extraer|saque) ~ conclusiones
recordaremos (quien*|como|est*|su)|tendremos (muy )?(en cuenta|presente) (su|est*|quien*|com*) !! propuesta
    |situacion|circunstancia
(ya )?(sabe|saben|conoce|imagina) (usted|ustedes|muy|perfectamente|de sobra|bien|lo que|que (pasa|ocurre|suced*
    |signific*|hac*)|como (acab*|termin*|actu*|funcion*)) !! (ayud|quien|donde)
(imagine|imaginese|imaginara|puede imaginar*|figurese|piense|reflexione) (usted )?(lo que|que|las|en lo|bien|sobre
    |si|como)
(no hace falta|no es necesario|huelga|sobra|no creo que haga falta|no es preciso|no necesitamos) (que le )?(decir*
    |explic*|record*|detall*|dig*|enumer*)
(usted (vera|vera que|decide|sabra|elige)|la (decision|eleccion|pelota) (es|esta)|de usted depende|depende (solo |
    unicamente )?de usted|esta en sus? manos?)
(a partir de|desde|despues de) (esa fecha|ese dia|ese momento|entonces|ahi) ~ (no|otr*|cambi*|deja*)
no (nos hacemos|nos haremos|somos|seremos) responsables|no (respondemos|responderemos|podemos responder) de
    |no (podemos|podremos) garantizar*|no garantiz*
sin (mas|previo|ulterior*) (aviso|dilacion*|tramite) & *remos|*riamos|vamos a|se *(ara|era|ira)
sin (contemplaciones|miramientos)|ni un dia mas|improrrogable|inaplazable|perentori*|impostergable
plazo (final|definitivo|fatal|ultimo)
(no|dejaremos de|dejar de) (sera|seran|seremos|ser) (tan|igual de) (amable*|cordial*|paciente*|comprensiv*|amistos*
    |agradable*|flexible*|generos*|benevol*)
(menos|no tan) (amable*|cordial*|paciente*|comprensiv*|amistos*|agradable*|flexible*)
(proxim*|siguiente) (<notice>|vez|paso|conversacion) ~ (no sera|sera (otr*|distint*|diferent*|muy)|no vendra
    |llegara por|no lo firm*|de otr*|tono)
(pasar|pasaremos|llegar) a (mayores|palabras mayores|otra fase|la accion|los hechos|otro nivel)
(tiempo|cuenta atras|reloj|dias|horas) ~ (contad*|corre|se (acaba|agota)|en marcha)
(hay|existen|tenemos|conocemos|disponemos de) ((otras|otros|muchas|muchos|mas|nuestras|nuestros) )?(formas|maneras
    |medios|metodos|modos|recursos|vias|caminos) !! de pago|fecha
amenaz*|tom(ar|aremos) represalias|ajust* cuentas|a las malas|por las (malas|buenas)
(cerr*|cierr*) (las )?puertas|puertas ~ cerr*
(asi|de esta manera) (no|acaba*|termin*) ~ (empresa*|negoci*|cliente*)
(otros|quienes|los que|aquellos|clientes|empresas) _ (actuaron|hicieron|pensaron|dejaron|creyeron|no pagaron
    |tampoco)
(sal(e|en|ga|dra|dria|ir|iendo)|cost(ar*|ando)|result(ar*|ando))(le|les)? _ (car(o|a|os|as)|mas car(o|a))
todos los (medios|recursos|cauces) (a nuestr*|posibles|que|disponibles)|por (todos los medios|cualquier medio)
(unic*|exclusiv*|enter*|sol*) responsab*|(su|bajo su) (exclusiva|entera|propia|unica) responsabilidad
    |responsable (de lo que|sera usted)|por su cuenta y riesgo
(nuestras|otras|ajenas|otros) manos & (dej*|pas*|estar*|escap*|sal*|qued*)
(ya|demasiado) (sea|sera|es|seria) (demasiado )?tarde|demasiado tarde
(pasaremos|iremos|acudiremos) ~ (personalmente|en persona|por su (negocio|oficina|empresa|casa|tienda|local))
    |delante de (sus|todos|los)
cuanto (mas|antes) ~ (peor|mas (car*|dificil|compl*|dur*))
reputacion(es)? ~ (pierd*|perd*|gan*|mancha*|dur*)|mala fama|mal nombre
(no (podra|podran|diga*) ) _ (decir |alegar )?que no (se le|sabia*|le|fue)
no se (sorprenda*|extrañe*|queje*) (si|cuando|de que)
(hasta ahora|hasta hoy|hasta la fecha) ~ (discret*|prudent*|pacient*|comprensiv*|amable*|buenas formas)
entre nosotros|no salga de (aqui|nosotros)
no sabe (con quien|lo que)|no nos conoce
(pienselo|piensenlo|pienseselo) (bien|dos veces)|piense(lo)? (muy )?bien|(mucho|bastante) que perder
brazos cruzados|no (va a|se va a|puede|quedara|se quedara) _ quedar(se)? asi|esto no (quedara|acaba|termina)
tarde o temprano|llegara el dia|el dia que (nos|usted)|cuando (nos|usted nos) necesite|todo tiene un (limite|precio
    |final)|hasta aqui hemos llegado
tendra* que (dar explicaciones|explicar*)
(iremos|vendremos|pasaremos|vamos|vendran|iran) a (buscar*|cobrar*|recoger*|reclamar*|por)
(visita|visitas) ~ (cortesia|no sera|sera (otra|distint*))
tambien (sabemos|podemos) (ser|actuar|hacer|ponernos)|podemos ser
(depende|dependera) _ (de usted|de ustedes|suyo)|no le (va a )?(gustar*|gustara)
sabemos (a que hora|donde|cuando|cual es su)
a buen entendedor
(sabe|conoce|sabra) ~ (riesgo*|expone|arriesga|se juega)|a lo que se (expone|arriesga|atiene)|(se )?(arriesga
    |expone) a
pasar(a|emos|an)? (su caso |el caso |el asunto |el expediente )?a (quien*|otr*|manos) !! compañer*|persona de
    |responsable
(nos conocemos todos|todos nos conocemos|aqui nos conocemos|las cosas se saben)
lo que le (espera|viene)
(le|les) damos _ (horas|hasta (el|las|hoy|mañana))|(veinticuatro|cuarenta y ocho|setenta y dos|24|48|72) horas
    & damos|tiene|quedan
plazos de entrega & alarg*|mas largos|podrian & su*|le|les|nuestros
(le|les) sorprenderia
(director*|gerente|gerencia|direccion|consejero delegado|jefe) ~ (personalmente|sobre la mesa|su (expediente
    |caso)) !! gusto|encantad*|ayud*|hablar
(otros|demas) clientes ~ (encantad*|agradec*|gustos*|esperando|quisieran)
(dueñ*|propietari*|casero|arrendador) ~ (interes*|sab*|enter*)
(mala|peor) (impresion|imagen)|recuerd* como|una escena|un escandalo
(esto|se) (se )?acab* (el|hoy|aqui|esta)|se acabo|hasta aqui|basta ya|ya basta|ni se le ocurra
sin (mas )?motivos para (seguir|continuar)|motivos para seguir
el que la hace|quien la hace|usted (firmo|sabra)
"""

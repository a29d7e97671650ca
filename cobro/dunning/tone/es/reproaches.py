"""Reproaching, and pressing on the feelings, in Spanish."""

from __future__ import annotations

REPROACHES = """
(ha|han|haya|hayan|haber) (incumplid*|ignorad*|desatendid*|desoid*|hecho (caso omiso|oidos)|faltado|defraudad*
    |decepcionad*|abusad*|rot*|optado|preferid*|decidido no|traicionad*|engañad*|burlad*|despreciad*|demostrad*)
(su|este|reiterado|grave|claro) incumplimiento|incumplidor*|incumpliendo|incumple|incumplio
caso omiso|oidos sordos|hacerse? _ (el sordo|el loco|el sueco|la vista gorda)|ni siquiera|mirar* (para
    |hacia) otro lado
(su|esta|esa|tal|dicha) _ (silencio|actitud|conducta|comportamiento|dejadez|desidia|negligencia|irresponsabilidad
    |pasividad|desinteres|mala fe|morosidad|indiferencia|desconsideracion|proceder|desfachatez|tardanza
    |despreocupacion|desprecio)
(falta|ausencia|carencia|nula|nulo|escas*|poc*) (total |absoluta )?(de )?(seriedad|respeto|interes|compromiso
    |profesionalidad|responsabilidad|consideracion|palabra|voluntad|formalidad|etica|vergüenza|educacion|escrupulos
    |colaboracion|honradez)
inaceptable*|inadmisible*|intolerable*|imperdonable*|injustificable*|injustificad*|incomprensible*|vergonzos*
    |lamentable*|indignante*|indign*|irrespetuos*|deshonest*|irresponsable*|desleal*|abusiv*|deplorable*
    |inexcusable*|desconsiderad*|poco seri*|poco profesional*|descarad*|insolvente*
moros(o|a|os|as|idad)|mal(os)? pagador*|mala paga|caradura|sinvergüenza*|ladron*|estaf(a|ar|as|ado|ador|adores)
    |timo|timad*|robo|robar*|tramp*|vividor*|aprovechad*
mala fe|mala voluntad|mala intencion|a proposito|deliberad*|intencionad*|adrede|voluntariamente|conscientemente
excusas?|pretexto*|evasiv*|dar(nos|me)? largas|dando(nos)? largas|maniobras? dilatoria*|dilatori*|cuentos|mentir*
    |mentid*|marear la perdiz|escond*|escud*|rehuy*|rehuir*|esquiv*
(no|ni|nunca|jamas|tampoco) (nos )?(ha|han|haya|hayan) (tenido|mostrad*|cumplid*|respondid*|contestad*|dado|sabido
    |querido|respetad*|atendid*|dignad*|molestad*|devuelto|cogido|hecho) !! (podido|entendido)
(no|nunca) (cumplio|cumplieron|cumple|cumplen|respondio|contesto|respeta*|mantuvo|hizo) _ (palabra|promesa
    |compromiso|lo|con|su*|a|nada)
(falt*|romp*|roto|incumpl*|olvid*) _ (palabra|promesa*|compromiso*|acuerdo|obligacion*)
prometio ~ (y|pero) (no|sin|segu*)
(como siempre|como de costumbre|como es (ya )?(habitual|costumbre)|otra vez|una vez mas|de nuevo|nuevamente|siempre
    |sistematic*|habitualmente|por costumbre|constantemente|cronic*) ~ (tarde|retras*|demor*|impag*|lo mismo
    |sin pagar|fuera de plazo)
(tarde|retras*|demor*|impag*) ~ (como siempre|de costumbre|otra vez|una vez mas|costumbre|habito)
(acostumbrad*|costumbre)
nos (sorprende|extraña|decepciona|duele|indigna|ofende|molesta|entristece|asombra|resulta (dificil|incomprensible
    |sorprendente|extraño|llamativo|decepcionante|doloroso)|deja (perplej*|atonit*)|choca|ha (sorprendido
    |decepcionado|dolido|extrañado))
(sorprendid*|extrañad*|decepcion*|defraud*|indignad*|desilusi*|traicion*|engañ*|burl*|dolid*|hart*|cansad*|ofend*
    |molest*) (por|con|de|que|ver|vernos|estamos)
tomando(nos)? el pelo|tomar* el pelo|reirse|ri(e|endo)se|aprovech* (de )?(nuestr*|nosotros|su posicion)|abus* de
averg*|vergüenza*|dejar(nos)? (tirad*|plantad*|colgad*)
(no )?(esperabamos|esperariamos|habriamos esperado|hubieramos esperado) ~ (mas|otr*|esto|asi|de|ust*|empresa)
no (era|es|fue) (esto )?lo que (esperabamos|acordamos|habiamos|nos)
(confiamos|confiabamos|confiado|crei*|creimos|depositamos|contabamos) ~ (y|pero|sin embargo|ahora)
no (entendemos|comprendemos|entiendo|logramos|acertamos|alcanzamos|nos explicamos|podemos (entender|comprender
    |creer)) (a )?(entender |comprender |explicar* )?(como|por que|que|su|est*|tal|la razon)
(cuesta|dificil|imposible) (de )?(entender|creer|comprender|explicar)
(despues de|tras|con) (todo|tantos|tantas|haber*|lo que|los años) ~ (por usted|hecho|confianza|años|ayud*|cumpl*)
(nosotros|nuestra empresa|nuestra parte|por nuestra parte) ~ (cumpl*|puntual*|a tiempo|hicimos|entreg*|servimos)
    & (ust*|su|espera*|mismo|pag*|igual)
(usted|ustedes) (ya )?(disfrut*|utiliz*|us*|aprovech*|tien*) ~ (nuestr*|material*|mercanc*|producto*|trabajo
    |servicio*)
disfrut* & (pag*|factura*|sin|gratis|cost*|mientras|ya)
(intencion|ganas|animo|deseo|voluntad) de (pag*|no pag*|cumpl*|no cumpl*|abon*|incumpl*|engañ*)
(sabemos|nos consta|consta|vemos|hemos visto|observamos|nos dicen|tenemos entendido|es sabido
    |todo el mundo sabe) (muy bien |perfectamente |de sobra )?que _ (dispone*|tien*|pued*|cobr*|otr*|va*|compr*
    |viaj*|invier*|vend*|le va|marcha*|pag*)
(si|que) (paga*|cumple*) (a|con) (otros|los demas|otras)|a (otros|los demas|otras) _ (paga*|si)
(dinero|fondos|presupuesto) para (otras cosas|viaj*|vacaciones|coche*|ferias|lo que quiere|caprichos|abrir|compra*)
(empezamos|comenzamos|llegamos|nos hace*|obliga*|invita*|da*|cabe|lleva*|tentados|inclinados) a? (dud*|pens*|cre*
    |sospech*|pregunt*|desconfi*|plantear*)
dudar* de|dudamos|(pon*|puesto|deja*) _ (en duda|en entredicho)|sospech*|desconfi*
(queremos|quisieramos|nos gustaria|querriamos|preferimos|nos resistimos a|esperamos|confiamos en
    |suponemos) (seguir )?(pens*|cre*|que) ~ (no )?(sea|es|se trat*|tenga*|tiene*|actu*|quier*|haya*|pretend*
    |este*) ~ (fe|proposito|intenc*|seri*|broma|estrategia|tactica|cumpl*|palabra|aprovech*|engañ*|escond*
    |irrespons*)
(financi*|banco) ~ (gratis|a nuestra costa|gratuit*|su costa|no somos)|no somos (un |su )?(banco|ong|entidad
    |financier*|caja)|a (nuestra|mi) costa
(culpa|culpable*|culpar*)
(deberia*|debia*|tendria*|podria*|podia*) (haber |usted |ustedes )?(pag*|cumpl*|respond*|averg*|dado|tenido
    |al menos|por lo menos|como minimo|tener la|dar) !! recib*
(al menos|por lo menos|como minimo|siquiera) ~ (respond*|contest*|coger|llam*|cortesia|decencia|detalle|explic*
    |avis*)
(un|una|cualquier|toda) _ (empresa|persona|empresario|cliente|profesional) (seri*|responsable|honrad*|honest*
    |decente|de (bien|verdad|palabra))
(demuestr*|muestr*|revela*|evidenci*|dice (mucho|poco)) ~ (que|su|de)
(olvida*|olvidado|se olvida*) _ (de )?(nosotros|obligacion*|compromiso*|quien*)
(se )?(neg*|nieg*|resist*|rehus*) a (pag*|respond*|contest*|hablar|atend*|cumpl*)
(sin|ninguna|ni una) (explicacion|dar señales|justificacion|motivo|razon|noticia|dar la cara)
nadie (contesta|responde|coge|atiende|da la cara)|cada vez que (llam*|preguntamos|le)
nos (aseguro|prometio|dijo|garantizo|dio su palabra) ~ (y|pero)
(hemos esperado|llevamos ~ esperando|esperamos desde hace)
(ya )?(es|va siendo|seria) hora de (que )?(pag*|cumpl*|abon*|salde*|dar*|regul*|respond*)
hasta cuando (piensa*|va|vamos|tendremos|espera|hay)
manera de (tratar|hacer negocios|comportarse|proceder)
(era|es|seria) (mucho|demasiado) pedir|(bastado|bastaba|bastaria) _ (llamada|correo|mensaje)
no se nos (ha )?(escap*|pasa por alto)|no nos ha pasado (desapercibid*|por alto)|no ha pasado desapercibid*
(competencia|competidores|colegas) ~ (nos )?paga*
(tome*|tomar*|tomen) (nos )?por (tont*|idiot*|bob*)|por (tontos|idiotas)
arrepint*|arrepent*
(aguantad*|soportad*|esperad*|financiad*) (ya )?(bastante|demasiado|suficiente)|(bastante|demasiado) (hemos
    |le hemos) (aguantad*|esperad*)
dej* _ (tirad*|colgad*|plantad*)
"""

PRESSURE = """
familias?|hijos|niños|(llevar* )?(el )?pan|de comer|padres de familia
(por|es) su culpa|conciencia|corazon|remordimiento*|alma
desesper*|angusti*|agobi*|ahog*|asfixi*|sufrimiento|sufriendo|quita* el sueño|dormir|lagrim*|llor*|preocupad*
    |pesadilla
ruina|arruin*|hundir*|hundiendo|hund*|quiebra|bancarrota|(cerrar|cierre) _ (empresa|negocio|taller|tienda|puertas)
    |echar el cierre|despedir*|despid*|puestos de trabajo|(echar*|quedar*|ir*|iran) (en|a) la calle|sobreviv*
    |supervivencia|peligr* ~ (empresa|negocio|empleo*|trabajo)|quedarse sin (trabajo|empleo|cobrar|sueldo)
    |sin cobrar
suplic*|implor*|se lo pedimos por|por favor se lo|de rodillas|por piedad|compasion|por lo que mas quiera
(pong*|ponerse|pongase) en (nuestro lugar|nuestra piel)|como (se sentiria|se siente|le sentaria|reaccionaria)
    |que (haria|pensaria|sentiria) usted|le gustaria que le|si (usted )?(estuviera|fuera) (en )?(nuestr*|usted)
egoist*|egoismo|solidari*|humanidad|caridad|sentido (moral|comun|etico|de la responsabilidad)
no nos (falle*|deje*|defraude*|decepcione*|abandone*)|(fallar*|fallado|falla)
(apel*|invoc*|confiamos en) _ (su|a su) (honor|honrad*|sentido|conciencia|decencia|dignidad|buena voluntad
    |responsabilidad|moral|etica|palabra|humanidad|profesionalidad)
moral|moralmente|etica*|eticamente|decencia|dignidad|honor|honrad*|decente*
urgent*|urgenci* !! pedido*|envio*|atender*|mensajer*|transport*|entreg*
(pag*|abon*|liquid*|ingres*|transfier*) (lo |la |las |los |usted )?(inmediat*|de inmediato|ahora mismo|hoy mismo
    |sin falta|cuanto antes sin)
(pago|abono) (inmediat*|urgente|sin demora)
(pag*|abon*|ingres*|transf*) ~ sin falta
sin mas (demora|dilacion|excusas)|sin excusas
(pequeñ*|modest*|humilde) (empresa|negocio|familiar) ~ (no puede*|sufr*|depend*|pag*)
(trabajador*|emplead*|plantilla|equipo|personas|gente) ~ (depend*|espera*|no cobr*|sin cobrar|confia*|su (sueldo
    |salario))
depend* (de|del) (su|este|usted) (pago)?
(deuda|obligacion|deber) (moral|de honor|de gratitud)
amistad|amigos|como de la familia|llegar a (fin|final) de mes|cuadrar las cuentas
(empresa|negocio|casa|firma) como (la|el) su(ya|yo)|de su (categoria|nivel|prestigio|talla)
(pague|paguen|abone|liquide|ingrese|transfiera) (lo |la |los |las |ho |o |a )?ya
"""

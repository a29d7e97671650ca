"""How Spanish threatens, reproaches, counts and presses; and how it does not."""

from __future__ import annotations

from cobro.dunning.tone.es import kindness, notices, reproaches, threats
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
    "others": "proveedores|clientes|bancos?|colegas|socios|empleados|vecinos|competidores|competencia"
    "|empresas del sector"
    "|entidad(es)?|terceros|camara|gremio|asociacion|inversores|accionistas|aseguradora|jefes?|direccion",
    "supply": "suministr*|servicios?|pedidos?|entregas?|credito|envios?|trabajos?|acceso|lineas?|mantenimiento"
    "|garantia",
    "deadline": "(antes|despues) del?|a partir del?|hasta el|en (el plazo|un plazo)|plazo|esa fecha|ese dia"
    "|dicha fecha"
    "|(en|dentro de) _ (dias|horas|semana)|si para el|llegad* (el|esa|ese)|manana|transcurrid*|vencid*|pasad*",
}

LEXICON = Lexicon.of(_NAMES, notices, threats, reproaches, kindness)

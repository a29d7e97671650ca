"""How Catalan threatens, reproaches, counts and presses; and how it does not."""

from __future__ import annotations

from cobro.dunning.tone.ca import kindness, notices, reproaches, threats
from cobro.dunning.tone.lexicon import Lexicon

_NAMES = {
    "notice": "avis|avisos|recordatoris?|cartes?|carta|correus?|missatges?|trucades?|trucada|requeriments?"
    "|escrits?|e-mails?"
    "|mails?|sms|burofax|comunicats?|reclamaci(o|ons)|comunicaci(o|ons)|notificaci(o|ons)|peticions?|peticio"
    "|intents?",
    "ordinal": "segon|segona|tercer|tercera|quart|quarta|cinque|cinquena|sise|sisena|sete|enesim*",
    "many": "dos|dues|tres|quatre|cinc|sis|set|vuit|nou|deu|diversos|diverses|nombros*|molts|moltes|repeti*|reitera*"
    "|successi*|multiples|incomptables|innombrables|tants|tantes|quants|quantes|massa|continu*|uns quants"
    "|unes quantes",
    "write": "record*|reclam*|insist*|escri*|demana*|sol,?licit*|adrec*|contact*|avis(ar|at|em|avem)",
    "pay": "pag*|abon*|liquid*|sald*|ingres*|transfer*|regularitz*|compl*",
    "relation": "relaci(o|ons)|col,?laboraci(o|ons)|confianca|tracte|vincle|cooperacio",
    "others": "proveidors?|clients?|bancs?|companys?|socis|empleats|veins|competidors|competencia"
    "|empreses del sector|entitat"
    "|entitats|tercers|cambra|gremi|associacio|inversors|accionistes|asseguradora|direccio",
    "supply": "subministr*|serveis?|comand(a|es)|lliuraments?|entreg(a|ues)|credit|enviaments?|treballs?|feines?"
    "|acces"
    "|linies?|manteniment|garantia",
    "deadline": "(abans|despres) (del?|d'*)|a partir (del?|d'*)|fins (al?|el)|en (el termini|un termini)|termini"
    "|aquesta data"
    "|aquest dia|aquell dia|(en|d'aqui a) _ (dies|hores|setmana)|si per al?|dema|passat|passada|transcorreg*"
    "|vencut|un cop",
}

LEXICON = Lexicon.of(_NAMES, notices, threats, reproaches, kindness)

"""What looks like a fault and is none, and what a good letter says, in Catalan."""

from __future__ import annotations

FINE = """
interes(os)? (de demora )?legals?
(tipus|termini|domicili|representant|avis|nom|denominacio|text|moneda|dia|festiu|forma|format|numero
    |diposit) legals?
(a|segons) (el )?(seu|nostre|meu) (judici|parer)
al (seu|nostre|meu) judici
(segona) (factura|quota|part|entrega|meitat|quinzena|planta|remesa|setmana)
(gracies per|agra*) _ paciencia
no (es|es tracta d'|es tracta de) (una|un|cap) (advertiment|advertencia|amenaca|reclamacio|requeriment)
(advertencia|avis|advertiment) de seguretat
no (tingui|tingueu) en compte aquest (missatge|recordatori|avis)
"""

HARM = """
(dificult*|complic*|afect*|impede*|perjudic*|costa|costen|desajust*|tensa*|encare*|obliga a (financ*|demanar|ajorn*
    |avanc*)|mes dificil|problemes (de|per)) & ens|nostr*
"""

HELP = """
ajud*|atendr*|resoldr*|soluci*|busc*|cercar*|veurem|revisar*|a la seva disposicio|acordar|aclarir*|facilitats
    |parlar*|parlem|dubtes?|qualsevol (consulta|questio|pregunta)|el que necessiti
"""

REMINDER = """
recordatori*|recordem|recordar*|recorda*|recordi
"""

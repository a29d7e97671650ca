"""What looks like a fault and is none, and what a good letter says, in Spanish."""

from __future__ import annotations

FINE = """
interes(es)? (de demora )?legal(es)?
interes(es)? (de demora )?(previst*|establecid*) (por|en) la ley
(tipo|plazo|domicilio|representante|aviso|nombre|denominacion|texto|moneda|dia|festivo|forma|formato|numero
    |deposito) legal(es)?
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

HARM = """
(dificult*|complic*|afect*|impid*|imped*|perjudic*|cuesta|cuestan|desajust*|tens(a|an|iona*)|encarec*
    |obliga a (financ*|pedir|aplaz*|adelant*)|mas dificil|problemas (de|para)|aprieto*) & nos|nuestr*
"""

HELP = """
ayud*|atender*|atendera*|resolver*|solucion*|buscar*|veremos|revisar*|a su disposicion|acordar|aclarar*|facilidades
    |hablar*|hablemos|dudas?|cualquier (consulta|cuestion|pregunta)|lo que necesite
"""

REMINDER = """
recordatorio*|recordamos|recordar*|recuerda*|recuerde*
"""

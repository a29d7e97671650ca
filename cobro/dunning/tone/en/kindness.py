"""What looks like a fault and is none, and what a good letter says, in English."""

from __future__ import annotations

FINE = """
statutory (interest|rate|rates|sick pay)
legal (holiday|holidays|name|entity|form|address|notice|representative|rate|interest|tender)
interest at the (legal|statutory) rate
court (road|street|lane|house|hotel|close)
(tennis|food|squash) court
(judge|see) for (yourself|yourselves)
in our judge?ment
second (invoice|invoices|instalment|installment|half|payment|delivery|quarter|floor|part|week|fortnight|line|page
    |copy)
(thank you|thanks|grateful|appreciate) _ patience
(not|no|than|rather than) (a|any|as a) (warning|demand|threat|reproach)
(warning|safety) (light|lights|sign|signs|label|labels|lamp|lamps|triangle*|tape|notice on)
weather warning*
on demand
in demand
high demand
demand for (our|the|this|these|your) (product*|good*|service*)
please (disregard|ignore) this (reminder|message|e-?mail|letter|note)
you need do nothing (more|else)
no action is needed
last (monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|quarter|time we spoke)
at no (extra )?(cost|charge)
(gave|give|given|had) (us |you )?(any |no |some |enough )?warning
early warning
"""

HARM = """
(harder|difficult*|affect*|strain*|costs us|delays? our|hold* up our|disrupt*|burden*|short of|out of pocket|harms?
    |hurts?|puts? pressure) & us|our
"""

HELP = """
help*|assist*|find a (way|solution)|way forward|look into|happy to|glad to|agree (a|on)|discuss|talk*
    |any (questions|quer*)|sort (it|this) out|if (something|anything)|get in touch|works for you
"""

REMINDER = """
remind|reminds|reminder|reminders|reminding
"""

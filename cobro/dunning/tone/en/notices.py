"""Counting, warning, demanding, and speaking of the law, in English."""

from __future__ import annotations

COUNTS = """
<ordinal> (and (final|last) )?(payment )?(<notice>)
for the (<ordinal>) time
(<many>) (previous |earlier |prior |past |unanswered |of our |friendly |polite |recent |such |written |
    of )?(<notice>) !! attach*|instal*
(twice|three times|four times|five times) & <write>|<notice>|told|tried
(several times|many times|so many times|a number of times|numerous times|countless times|\\d+ times|on (several
    |many|numerous|two|three|four|various|repeated|more than one|multiple|previous|a number of) occasions?
    |more than once|time and (time )?again|over and over|again and again|repeatedly|once already|how many times
    |how many more|times already)
(previous|earlier|prior|past|preceding|unanswered|former) (payment )?(reminders|notices|letters|e-?mails|messages
    |calls|requests|attempts|demands|communications|correspondence)
(despite|in spite of|notwithstanding|following|after) _ (our|all|the|these) _ (<notice>) !! telephone conversation
    |your call|your e-?mail
reminder (number|no,?|#) ?\\d+|(notice|letter|reminder) \\d of \\d
(yet another|another) (payment )?(<notice>) !! e-?mail address
(once again|once more|yet again|again) ~ (remind*|write|writing|chase|chasing|ask|asking|request*)
(remind*|write|writing|chase|chasing|ask|asking) _ (once again|once more|yet again|again)
(we|i) (have|had|'ve) (already|previously|now|repeatedly) (<write>)
(already|previously) (reminded|written|wrote|asked|warned|chased|contacted|requested|told)
(we|i) (keep|kept|have been|'ve been|are still|have had to|'ve had to) (<write>|waiting|on at you)
(not|isn't|hardly) the first (time|<notice>)
(lost|losing) count|as (we )?(previously|already) (advised|notified|warned|reminded|stated)
(string|series|number|stack|list|pile) of (<notice>)
(<notice>) (we|i) (have|'ve) (already )?(sent|left|made)
the (<notice>) (that )?we (have )?(already )?sent
since (our|the) (first|last) (<notice>)
"""

WARNINGS = """
(final|last|ultimate|closing|definitive) (payment )?(<notice>|warning|opportunity|chance|deadline|call|appeal
    |extension|word|resort)
(<notice>) ,? (final|last)
last chance|last time we|for the last time|one last (time|chance)
warnings?|warn|warned|warning you|forewarned|ultimatum|caution you|put(ting)? you on notice|on notice|be advised
    |take notice|consider yourself|consider this (your|a|as)
fair warning|don't say (we|you)|you have been (told|warned|informed|advised)
wake-up call|shot across|heads[- ]up that
(not|won't) (be )?(writ*|remind*|ask*|send*|contact*) (to )?(you )?(again|any more|another|further)|no (more
    |further|other) (<notice>)|last (one )?(you|we) (will|'ll|shall|send)
formal (warning|ultimatum)
"""

DEMANDS = """
we (hereby |now |must |formally |therefore |do )?demand|demanding|demand (that|payment|immediate|full)|(letter of
    |formal|payment) demand|demand (for|letter)
we (insist|require) (that |on |you |payment|immediate*)
notice of (default|demand|intent)|formal notice
we call (up)?on you to
formal (demand|notice|claim)
"""

LAW = """
lawyers?|solicitors?|attorneys?|barristers?|counsel|legal team|courts?|judges?|judge?ments?|judicial*|lawsuits?
    |litigat*|bailiffs?|sheriff
(will|to|shall|can|may) sue|sue (you|for|the|over)|to sue|sued|suing|prosecut*|proceedings|injunction|summons|writ
    |enforcement (action|officer*|agent*)|county court|ccj|statutory demand|winding[- ]up|insolvency petition
    |bankruptcy petition
legal|legally|law firm|the law|by law|in law|police|criminal|arbitrat*|tribunals?|seiz(e|ed|ure|ing)|repossess*
    |garnish*|attachment of|charging order
small claims|claim form|letter before (action|claim)|pre-action
"""

"""Reproaching, and pressing on the feelings, in English."""

from __future__ import annotations

REPROACHES = """
you (have|'ve|had|clearly|obviously|simply|still|again|once again|have once again|have again|have still|have simply
    |have repeatedly|have consistently|chose|have chosen|keep|continue|kept|decided|have decided|prefer|seem
    |appear) (not |to |again |yet again |once more |once again |even |clearly |simply )*(failed|fail|ignor*
    |neglect*|disregard*|broken|break|breach*|let us down|disappointed|abus*|refus*|avoid*|evad*|dodg*|hiding|hide
    |chosen|not bothered|bothered|made no|shown no|given no|turned|taken advantage|delay*|stall*|deceiv*|misled
    |lied|forgotten (us|your|who)|not kept|not honou?red|not even|not had the|pay late|paying late|to pay|withh*)
you (failed|ignored|neglected|broke|promised ~ (but|and)|never (replied|answered|paid|kept|bothered|once|even
    |intended)|did not (even|keep|honou?r|bother|have the)|didn't (even|keep|honou?r|bother|have the)
    |have not (kept|honou?red|even|bothered|had|shown|given|responded|replied|answered)|haven't (kept|honou?red
    |even|bothered|had|shown|given|responded|replied|answered|got back)|do not (intend|care|seem|value|respect|take
    |bother)|don't (intend|care|seem|value|respect|take|bother))
(and yet|yet) you (did|have|are|still|choose|do)|but you (still|choose|never|prefer)
your (continued |persistent |repeated |ongoing |complete |total |apparent |obvious |deliberate |prolonged |
    deafening )*(silence|failure|refusal|neglect|disregard|conduct|behavio*|attitude|negligence|indifference|lack
    |inaction|breach|default|unwillingness|excuse*|tardiness|broken promise*|dishonesty|reluctance|carelessness
    |empty promise*|bad habit*|delaying|evasi*|late payment habit*|unreliab*|treatment|irresponsib*)
lack of (respect|courtesy|response|seriousness|good faith|commitment|professionalism|consideration|interest
    |responsibility|decency|honesty|co-?operation|integrity|manners|willingness|effort)
unacceptable|inexcusable|intolerable|unforgivable|unprofessional|irresponsib*|shame(ful|less|d)?|disgrace*
    |deplorable|disrespect*|outrageous*|appall*|ridiculous|pathetic|insult*|dishonest*|unreasonabl*|unjustifi*
    |disgust*|careless|inconsiderate|unreliabl*|rude|discourte*|incomprehensib*|scandal*|unbelievabl*|beyond belief
    |poor form|not how (business|serious|decent|honest|professional|partners|we)
bad (payer|payers|debtor*|faith|customer)|late payer|poor payer|serial (late|non|debtor*|offender*)|deadbeat*
    |delinquent*|defaulter*|fraudulent*|fraudster*|defraud*|cheat*|liar*|lying|thief|thieves|theft|stealing|steal
    |crook*|scam*|con artist*|freeload*|swindl*
bad faith|ill will|deliberate*|on purpose|intentional*|wilful*|willful*|consciously|knowingly|as a tactic|tactics?
excuses|(no|any|another|your) excuse|pretext*|stalling|delaying|playing games|games with|run(ning)? around
    |runaround|dodging|hiding|fob* (us )?off|string* (us )?along|lip service|empty promises?|broken promises?
    |broken (your )?word|break(ing)? your word|go(ne)? back on|promises? (were|was|are) (not|broken|worth)
as (usual|always|ever) & late|unpaid|wait*|delay*|again|nothing
yet again|once again (late|you|your|the|we find|unpaid|this)|always (late|the same|pay late|wait)
    |every (single )?(time|month) ~ (late|chase|wait|same|delay|ask)|habit*|chronic*|typical of|consistently (late
    |pay*)|time after time|same (old )?(story|excuse*)
(we|i) (are|'re|am|were|find it|find this|find your|must say we are|remain|feel|have been) (very |deeply |
    extremely |rather |somewhat |quite |most |more than |a little |frankly |truly |greatly |increasingly |really |
    bitterly )*(disappoint*|surpris*|astonish*|shock*|dismay*|let down|frustrat*|offend*|upset|annoy*|tired|fed up
    |insult*|hurt|sadden*|baffl*|puzzl*|bewilder*|perplex*|betray*|appalled|disgusted|angry|sick|weary|amazed
    |hard to (believe|understand|see|imagine|accept)|difficult to (believe|understand|see|accept)|strange|odd
    |curious|troubling|exhausted|incredib*)
disappoint*|let (us|me|everyone) down|letting (us|me) down|betray*|taken? for (a ride|granted|fools)
    |taking (us )?for|make fools|mak(e|ing) (a )?fool*|laugh* at|take advantage|taking advantage|exploit*|abus*
(we|i) (had )?(expected|thought|believed|trusted|hoped|took you|assumed you|counted|relied) ~ (better|more from
    |more of|otherwise|but|and yet|you were|wrong|different|honest*|serious|different kind|would (keep|honou?r))
expect(ed)? (better|more) (of|from)
(cannot|can't|do not|don't|fail to|hard to|difficult to|struggle to|impossible to|unable to) (understand|see
    |believe|imagine|accept|explain|comprehend) (why|how|that|what|your|such|any)
(after|given|considering|in return for) (all|everything|the years|so many|the trust|how|what) ~ (done|years|for you
    |given|helped|trust*|supported|extended|flexib*|patient)
(we|our (part|side|company|team|staff)) (have |has |did |always |kept |delivered |'ve )+ ~ (on time|our (part|side
    |word|promise|end)|promptly|in full|full and|punctual*|as agreed) & (you|your|same|return|now)
(kept|done|fulfilled|honou?red|held up|delivered on) our (part|side|end|word|promise*)
you (are|were|have been|'re) (already |still |happily |happy to )?(enjoy*|us(e|ing)|benefit*|glad to|content to
    |quick to|happy to|keen to|profit*|sell*)
(happy|glad|quick|keen) enough to|were (quick|happy|glad|keen) to
(intend|intention|intending|plan|willingness|desire|wish|any thought) (to|of) (not )?(pay*|settl*|honou?r*|keep*
    |default*|avoid*|cheat*)
(we|i) (know|see|saw|have seen|'ve seen|notice|noticed|have noticed|hear|heard|have heard|understand|are aware|read
    |have read|learn*|can see|gather|note) (that |with interest |from ~ |in the )*(you|your (company|firm|business
    |new|other|shop|website|hotel)) ~ (money|funds|expand*|invest*|bought|buying|opening|new (car|cars|office
    |offices|premises|shop|store|branch)|doing (so |very )?well|afford|able to pay|holiday*|hiring|paid (others
    |other)|pay (others|other)|fully booked|busy)
you (have|had|found|find|can find|seem to have|clearly have|do have) (the |enough |plenty of |no trouble |
    time and )?(money|funds|cash|means|resources|time) (to|for)|money for (other|everything|new)|(you
    |your company) (manage*|seem*|always) ~ pay (others|everyone|your other|other)|pay(ing)? (others|everyone else
    |other suppliers)
(begin|beginning|start|starting|tempted|inclined|led|forced|have to|makes us|make us|left|cannot help
    |can't help) (to )?(doubt|wonder*|think|believe|suspect|question|ask ourselves|conclude|feel|fear|lose)
(we|one) (wonder|doubt|suspect)|suspicio*|call* into (question|doubt)|cast* doubt|distrust|mistrust
(we|i) (would|'d|want to|'d like to|would like to|would prefer to|prefer to|hope|trust|choose to|still|refuse to
    |assume|hesitate to) (like to |want to |still |to |rather )*(think|believe|hope|assume
    |conclude)? ?(that )?(this|it|you|there) ~ (not|n't|no) ~ (deliberate|intention*|faith|purpose|habit|tactic
    |way you|how you|hiding|avoid*|serious|strategy|sign|reflect*|pattern|ignor*|kind of|trying|who)
(we|i) (are|'re|am) not (a |your |an |in the )(bank|lender|charity|free|interest-free|overdraft|credit
    |credit institution|money)|(our|my) (own )?expense|free (credit|loan)|interest-free (loan|credit)|at (our
    |my) (cost|expense)|financ(e|ing) your|bankroll*|fund(ing)? your|your overdraft|free overdraft
your fault|blame|to blame|guilt*|owe (us|it) (to us|an explanation|an apology|at least|that much|the courtesy)
    |the least you (can|could)|at (the very )?least (an explanation|have|reply|answer|pick|call|return|tell|explain
    |the (courtesy|decency))|common (courtesy|decency)|(courtesy|decency|good grace) (to|of)|have the (courtesy
    |decency)
(honest|decent|serious|respectable|responsible|reputable|honou?rable|genuine|professional|reliable|self-respecting
    |real) (company|companies|business|businesses|businessm*|people|person|customer*|firm|firms|partner*|client*
    |payer*|payers)
says (a lot|a great deal|much|everything|something)|speaks (volumes|for itself)|shows (us|that you|little|no
    |a lack)|tells us (a lot|everything|what)|reveals|prove* (that you|your)
(refus|declin)(e|ed|ing) to (pay|answer|respond|reply|speak|talk|settle|engage)|wash(ed|ing)? your hands|turn(ed
    |ing)? a (blind|deaf)|blind eye|deaf ears|head in the sand|look* the other way|cold shoulder
(no|without|any|not one|not a single|not so much as|nor any|not even) (an |a )?(explanation|apology|reply|courtesy
    |word from you|justification|good reason|sign of life|shred)
you should (have paid|know better|be ashamed|be embarrassed|have the)|ought to (have|be ashamed|know)
    |could (at least|have at least|have had)|know better|long (since )?(been )?overdue apology
how (dare|long do you (think|expect))|do you (really|honestly|seriously|even|not care)|are we (supposed|expected
    |to believe|to assume|to conclude)|is (that|this) (how|the way|what) (you|we|your)|don't you think
nobody (answers|replies|picks|calls)|no one (answers|replies|picks|calls|has had)|every time we (call|ring|ask
    |write)
(assured|promised|told|gave) us (that|your word)? ~ (and yet|but|yet|still|only to|again)
(have|'ve) (now )?(been waiting|waited) _ (months?|weeks?|days|long|since)
(high|about|past) time (that )?(you|to|this|it)|it is time you|long past time
how much longer|how long (must|should|will|are|do you intend)
(way|manner) to (treat|behave|do business|run)
too much to ask|(one|a) (phone )?(call|e-?mail|line|word) would have (been|done)
(not|hardly) (gone|escaped|been|passed) (un)?(noticed|us|our|our notice|our attention)|escaped our (notice
    |attention)
(competitors|rivals) ~ (pay*|settle*|manage)
regret our (generosity|trust|patience|goodwill|kindness|flexibility)|(make|making) us regret
(carried|waited|been patient|put up with (this|it|you)|supported you|financed you) _ (long|far too long|enough
    |too long|more than enough)
"""

PRESSURE = """
famil(y|ies) !! family (business|firm|company|owned|run|hotel|restaurant)
children|kids|mouths|bread on|put food|food on|wives|mortgage*|(pay|paying) (their|the) rent
conscience|heart|soul|sleep|sleepless|tears|crying|desperat*|despair|anguish|agony|suffer*|heartbr*|begg*|beg
    |plead*|implor*|mercy|pity|compassion|on our knees|for god*|for heaven*|please,? please|humanity|nightmare*
    |(under|cause* us) ~ stress|distress*|anxi*|worried sick|drown*|suffocat*|chok* !! pity if
ruin*|bankrupt*|going under|go under|out of business|close (our doors|down)|closing (our doors|down)|shut (down
    |our)|surviv*|lay(ing)? off|laid off|redundan*|los(e|ing|t) (their|his|her|our) jobs?|jobs (at|on|are|depend
    |will)|livelihood*|brink|collapse|to the wall|keep (our|the) (doors|lights)|afloat
(put|imagine) yourself in (our|my)|in our (shoes|position|place)|how would you (feel|like|react)|would you (like
    |want|accept|be happy|work|tolerate|wait)|what would you do|how do you think (we|our|they)
selfish*|solidarity|(moral*|ethic*) (duty|obligation|responsib*|debt)?|decen(t|cy)|dignity|on your honou?r
    |honou?rable|integrity|sense of (honou?r|decency|fairness|duty|responsibility)|fair play|appeal to your
    |we appeal|your better
(do not|don't|please never) (let|abandon|fail|disappoint|betray|leave) us
urgent|urgently|urgency|immediate (payment|attention|action|settlement)|(pay|settle|transfer|act|respond) (it |
    this |the (amount|invoice|balance) |in full )?(immediately|at once|right now|now|today|right away|straight away
    |without (fail|delay|further))|with immediate effect|without fail|not a day (later|longer)|(demand|expect
    |require)s? ~ (immediate*|at once|today) !! urgent order|urgent delivery|urgent quer*
(staff|employees|workers|team|people|colleagues) ~ (wages|salar*|paid|unpaid|wait*|depend*|livelihood|suffer|rely
    |home|counting) & (because of you|your|depend*|you)
(wages|salar*) ~ (because of you|thanks to you|your (delay|late|silence))|because of you|thanks to you
(depend*|rely*|rest*|counting) on (you|your)
small (business|company|firm) ~ (cannot|can't|suffer*|surviv*|depend*)
friend(s|ship)?|like family|old times|make ends meet
(company|business|firm|house) (like yours|of your (standing|size|repute|reputation|stature|calibre))
    |someone (in your position|like you)
in front of (your|all)
"""

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cs" sourcelanguage="en">
<context>
    <name>AgreementRow</name>
    <message>
        <source>What do we agree on from now on?</source>
        <translation>Na čem se odteď shodneme?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Poznamenat</translation>
    </message>
    <message>
        <source>Keep the note on: %1</source>
        <translation>Poznamenat ke kritériu: %1</translation>
    </message>
    <message numerus="yes">
        <source>Parted between “%1” and “%2”: %n pair(s)</source>
        <translation>
            <numerusform>Neshoda mezi „%1“ a „%2“: %n dvojice</numerusform>
            <numerusform>Neshoda mezi „%1“ a „%2“: %n dvojice</numerusform>
            <numerusform>Neshoda mezi „%1“ a „%2“: %n dvojic</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ano</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ne</translation>
    </message>
    <message>
        <source>About the criterion as a whole</source>
        <translation>Ke kritériu jako celku</translation>
    </message>
    <message>
        <source>What the note is about: %1</source>
        <translation>K čemu je poznámka: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of marks</source>
        <translation>
            <numerusform>%n dvojice známek</numerusform>
            <numerusform>%n dvojice známek</numerusform>
            <numerusform>%n dvojic známek</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: too few to read (at least %2)</source>
        <translation>%1: příliš málo na závěr (potřeba aspoň %2)</translation>
    </message>
    <message>
        <source>same mark in %1 %</source>
        <translation>stejná známka v %1 %</translation>
    </message>
    <message>
        <source>alpha undefined: all marks are alike</source>
        <translation>alfa není určena: všechny známky jsou stejné</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha %1 (%2 to %3)</source>
        <translation>Krippendorffova alfa %1 (%2 až %3)</translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>Trainer: %1 · you: %2</source>
        <translation>Školitel: %1 · vy: %2</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>Nesouhlasím</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Otevřít znovu</translation>
    </message>
    <message>
        <source>Why do you see it differently?</source>
        <translation>V čem to vidíte jinak?</translation>
    </message>
    <message>
        <source>What is the new evidence?</source>
        <translation>Co je nového?</translation>
    </message>
    <message>
        <source>Show the moment</source>
        <translation>Ukázat okamžik</translation>
    </message>
    <message>
        <source>The trainer has not answered yet.</source>
        <translation>Školitel zatím neodpověděl.</translation>
    </message>
</context>
<context>
    <name>AskBar</name>
    <message>
        <source>Interest: ask for the step</source>
        <translation>Zájem: požádejte o další krok</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Teď ne</translation>
    </message>
</context>
<context>
    <name>AskRep</name>
    <message>
        <source>What is your name?</source>
        <translation>Jak se jmenujete?</translation>
    </message>
    <message>
        <source>Playbooks speak it to the customer. You can change it in the settings.</source>
        <translation>Scénáře vás tak představují zákazníkovi. Změnit to můžete v nastavení.</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>Jméno a příjmení</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Vaše jméno</translation>
    </message>
    <message>
        <source>Company you call for</source>
        <translation>Firma, za kterou voláte</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Uložit</translation>
    </message>
</context>
<context>
    <name>BriefCard</name>
    <message>
        <source>Unknown caller</source>
        <translation>Neznámý volající</translation>
    </message>
    <message>
        <source>What they saw</source>
        <translation>Na co reagují</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Cíl</translation>
    </message>
    <message>
        <source>Ask in any case</source>
        <translation>Zeptat se určitě</translation>
    </message>
    <message>
        <source>Have ready</source>
        <translation>Mít po ruce</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Poznámka</translation>
    </message>
    <message>
        <source>Not known, say it without</source>
        <translation>Není známo, řekněte to bez toho</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>První replika</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>%1. pokus</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>ukázka</translation>
    </message>
    <message>
        <source>do not call</source>
        <translation>nevolat</translation>
    </message>
    <message>
        <source>do-not-call not checked</source>
        <translation>zákaz volání neověřen</translation>
    </message>
    <message>
        <source>On what grounds do we call? Pick before you start.</source>
        <translation>Z jakého důvodu smíme volat? Vyberte před začátkem.</translation>
    </message>
    <message>
        <source>Start the call</source>
        <translation>Zahájit hovor</translation>
    </message>
    <message>
        <source>Dial %1</source>
        <translation>Vytočit %1</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Přeskočit</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>This customer asked not to be called, so this call cannot start. Go back and pick somebody else.</source>
        <translation>Tento zákazník si nepřeje hovory, proto hovor nelze zahájit. Vraťte se a vyberte někoho jiného.</translation>
    </message>
    <message>
        <source>Pick the lawful basis first%1; a cold call must not start without one.</source>
        <translation>Nejdřív vyberte právní důvod%1; bez něj se volat nesmí.</translation>
    </message>
    <message>
        <source>Do-not-call could not be checked: the database cannot be read now. It is tried again by itself, and once more when you start.</source>
        <translation>Zákaz volání nešlo ověřit: databázi teď nelze číst. Zkouší se to samo znovu a ještě jednou, až hovor zahájíte.</translation>
    </message>
</context>
<context>
    <name>CalibrateScreen</name>
    <message numerus="yes">
        <source>%n call(s) left out, as no scorecard fits them.</source>
        <translation>
            <numerusform>%n hovor je vynechaný, nesedí na něj žádná karta.</numerusform>
            <numerusform>%n hovory jsou vynechané, nesedí na ně žádná karta.</numerusform>
            <numerusform>%n hovorů je vynechaných, nesedí na ně žádná karta.</numerusform>
        </translation>
    </message>
    <message>
        <source>blind</source>
        <translation>naslepo</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>otevřeno</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n hovor</numerusform>
            <numerusform>%n hovory</numerusform>
            <numerusform>%n hovorů</numerusform>
        </translation>
    </message>
    <message>
        <source>The database cannot be used now. Try again in a moment.</source>
        <translation>Databázi teď nelze použít. Zkuste to za chvíli znovu.</translation>
    </message>
    <message>
        <source>No session was begun: no scorecard fits any of these calls, or it cannot be read. Look into the folder “scorecards” beside the playbooks, or run &apos;callcue check&apos;.</source>
        <translation>Sezení nezačalo: na žádný z hovorů nesedí hodnoticí karta, nebo ji nelze přečíst. Podívejte se do složky „scorecards“ vedle scénářů, nebo spusťte „callcue check“.</translation>
    </message>
    <message>
        <source>Pick a session, or begin one.</source>
        <translation>Vyberte kalibraci, nebo začněte novou.</translation>
    </message>
    <message>
        <source>You have marked every call. The marks stay hidden until the session is opened.</source>
        <translation>Oznámkovali jste všechny hovory. Známky zůstávají skryté, dokud se kalibrace neotevře.</translation>
    </message>
    <message>
        <source>Against the others, in marks, session by session:</source>
        <translation>Proti ostatním, ve známkách, jedna kalibrace za druhou:</translation>
    </message>
    <message>
        <source>n = %1, too few</source>
        <translation>n = %1, příliš málo</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>The first calls of your queue, or the newest, each by the scorecard that fits it. Everybody marks blind; then all see all.</source>
        <translation>První hovory vaší fronty, nebo nejnovější, každý podle své karty. Všichni hodnotí naslepo, pak vidí všichni všechno.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrace</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>Name of a new session</source>
        <translation>Název nové kalibrace</translation>
    </message>
    <message>
        <source>Begin with five calls</source>
        <translation>Začít s pěti hovory</translation>
    </message>
    <message>
        <source>Open the marks to everybody</source>
        <translation>Otevřít známky všem</translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <source>Calls</source>
        <translation>Hovory</translation>
    </message>
    <message>
        <source>Open the call</source>
        <translation>Otevřít hovor</translation>
    </message>
    <message>
        <source>Put it beside the open call</source>
        <translation>Dát vedle otevřeného hovoru</translation>
    </message>
</context>
<context>
    <name>CallTableModel</name>
    <message>
        <source>When</source>
        <translation>Kdy</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Zákazník</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Výsledek</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Skóre</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>ukázka</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>nedokončený</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>koncept</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>poslech</translation>
    </message>
    <message>
        <source>record</source>
        <translation>záznam</translation>
    </message>
</context>
<context>
    <name>CallTextPage</name>
    <message>
        <source>Back to the proposal</source>
        <translation>Zpět k návrhu</translation>
    </message>
    <message>
        <source>Text of the call</source>
        <translation>Text hovoru</translation>
    </message>
    <message>
        <source>Rep</source>
        <translation>Obchodník</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Zákazník</translation>
    </message>
</context>
<context>
    <name>CallsColumn</name>
    <message>
        <source>From your calls, taken into the playbook: “%1”</source>
        <translation>Z vašich hovorů převzato do scénáře: „%1“</translation>
    </message>
    <message>
        <source>Your calls cannot be read now. They are looked for again by themselves.</source>
        <translation>Vaše hovory teď nelze načíst. Zkouší se to samo znovu.</translation>
    </message>
    <message>
        <source>Everyone&apos;s calls will be listed here, each with how it ended.</source>
        <translation>Tady uvidíte hovory všech, u každého i výsledek.</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Nedokončené</translation>
    </message>
    <message>
        <source>Everyone&apos;s latest calls</source>
        <translation>Poslední hovory všech</translation>
    </message>
    <message>
        <source>Your latest calls</source>
        <translation>Vaše poslední hovory</translation>
    </message>
    <message>
        <source>Your calls will be listed here, each with how it ended.</source>
        <translation>Tady uvidíte své hovory, u každého i výsledek.</translation>
    </message>
</context>
<context>
    <name>CaptureButton</name>
    <message>
        <source>off</source>
        <translation>vypnuto</translation>
    </message>
    <message>
        <source>Press a key… (Esc: leave as is)</source>
        <translation>Stiskněte klávesu… (Esc: ponechat)</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>The call was cut off; only its outcome is left to record.</source>
        <translation>Hovor se přerušil; zbývá zapsat jeho výsledek.</translation>
    </message>
    <message>
        <source>call time %1</source>
        <translation>délka hovoru %1</translation>
    </message>
    <message>
        <source>proposed by the playbook</source>
        <translation>navrhuje scénář</translation>
    </message>
    <message>
        <source>the goal of this playbook</source>
        <translation>cíl tohoto scénáře</translation>
    </message>
    <message>
        <source>How did the call end?</source>
        <translation>Jak hovor skončil?</translation>
    </message>
    <message>
        <source>Do not call again</source>
        <translation>Už nevolat</translation>
    </message>
    <message>
        <source>Back to the call</source>
        <translation>Zpět do hovoru</translation>
    </message>
</context>
<context>
    <name>CoachPage</name>
    <message>
        <source>Coaching: %1</source>
        <translation>Rozvoj: %1</translation>
    </message>
    <message>
        <source>Save the coaching sheet</source>
        <translation>Uložit list rozvoje</translation>
    </message>
</context>
<context>
    <name>CoachScreen</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n po termínu</numerusform>
            <numerusform>%n po termínu</numerusform>
            <numerusform>%n po termínu</numerusform>
        </translation>
    </message>
    <message>
        <source>next date: %1</source>
        <translation>nejbližší termín: %1</translation>
    </message>
    <message>
        <source>nothing under way</source>
        <translation>nic není domluveno</translation>
    </message>
    <message>
        <source>The database cannot be used now. Try again in a moment.</source>
        <translation>Databázi teď nelze použít. Zkuste to za chvíli znovu.</translation>
    </message>
    <message>
        <source>Reading what was agreed…</source>
        <translation>Čtou se dohody…</translation>
    </message>
    <message>
        <source>No review was sent yet. Score a call first, and say one behaviour to try.</source>
        <translation>Zatím nebylo odesláno žádné hodnocení. Nejdřív ohodnoťte hovor a domluvte jedno chování k vyzkoušení.</translation>
    </message>
    <message>
        <source>Nobody has reviewed your calls yet.</source>
        <translation>Vaše hovory zatím nikdo nehodnotil.</translation>
    </message>
    <message>
        <source>My coaching</source>
        <translation>Můj rozvoj</translation>
    </message>
    <message>
        <source>Coaching</source>
        <translation>Rozvoj</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Tisk</translation>
    </message>
    <message>
        <source>By name; nobody is ranked.</source>
        <translation>Podle jména; žádné pořadí se nedělá.</translation>
    </message>
</context>
<context>
    <name>CoachWords</name>
    <message>
        <source>reached</source>
        <translation>splněno</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>zrušeno</translation>
    </message>
    <message>
        <source>under way, no date</source>
        <translation>probíhá, bez termínu</translation>
    </message>
    <message>
        <source>overdue since %1</source>
        <translation>po termínu od %1</translation>
    </message>
    <message>
        <source>under way until %1</source>
        <translation>probíhá do %1</translation>
    </message>
    <message>
        <source>Counted are this rep&apos;s calls with the same playbook that gave an occasion; the call it was agreed on is left out. Ranges: 95 of 100 (Wilson), of the difference Newcombe. Nobody is ranked.</source>
        <translation>Počítají se hovory téhož obchodníka se stejným scénářem, ve kterých byla příležitost; hovor, u kterého dohoda vznikla, se vynechává. Rozpětí: 95 ze 100 (Wilson), u rozdílu Newcombe. Žádné pořadí se nedělá.</translation>
    </message>
    <message>
        <source>No behaviour was agreed</source>
        <translation>Žádné chování není domluveno</translation>
    </message>
    <message>
        <source>Strength: %1</source>
        <translation>Silná stránka: %1</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Změna: %1</translation>
    </message>
    <message>
        <source>Agreed in words only, so nothing is counted; below are later marks.</source>
        <translation>Domluveno jen slovy, takže se nic nepočítá; níže jsou pozdější známky.</translation>
    </message>
    <message>
        <source>Counted in reviewed calls, without those queued for their risk: %1</source>
        <translation>Počítá se v hodnocených hovorech bez těch, které jsou ve frontě pro riziko: %1</translation>
    </message>
    <message>
        <source>No clear difference.</source>
        <translation>Zřetelný rozdíl tu není.</translation>
    </message>
    <message>
        <source>Counted in every call: %1</source>
        <translation>Počítá se v každém hovoru: %1</translation>
    </message>
    <message>
        <source>Reviews that wait for your own rating first: %1.</source>
        <translation>Hodnocení, která čekají nejdřív na to vaše: %1.</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>zatím bez pokusu</translation>
    </message>
    <message>
        <source>done</source>
        <translation>povedlo se</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>nepovedlo se</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Předtím: %1</translation>
    </message>
    <message>
        <source>Since: %1</source>
        <translation>Od té doby: %1</translation>
    </message>
    <message>
        <source>no call with an occasion (n = 0)</source>
        <translation>žádný hovor s příležitostí (n = 0)</translation>
    </message>
    <message>
        <source>%1 of %2 calls, %3 % (%4 to %5 %)</source>
        <translation>%1 z %2 hovorů, %3 % (%4 až %5 %)</translation>
    </message>
    <message>
        <source>Too few to compare: each side needs at least %1 calls with an occasion.</source>
        <translation>Na srovnání je to příliš málo: na každé straně je potřeba aspoň %1 hovorů s příležitostí.</translation>
    </message>
    <message>
        <source>Difference: %1 percentage points (%2 to %3).</source>
        <translation>Rozdíl: %1 procentních bodů (%2 až %3).</translation>
    </message>
    <message>
        <source>It is there more often than before.</source>
        <translation>Objevuje se častěji než předtím.</translation>
    </message>
    <message>
        <source>It is there less often than before.</source>
        <translation>Objevuje se méně často než předtím.</translation>
    </message>
    <message>
        <source>no later mark</source>
        <translation>zatím bez další známky</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>The other call never came to “%1”; it stands still.</source>
        <translation>Druhý hovor se k fázi „%1“ nedostal; zůstává na místě.</translation>
    </message>
    <message>
        <source>Two calls side by side</source>
        <translation>Dva hovory vedle sebe</translation>
    </message>
    <message>
        <source>Move both:</source>
        <translation>Posouvat oba:</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>časem</translation>
    </message>
    <message>
        <source>by stage</source>
        <translation>po fázích</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>zvlášť</translation>
    </message>
    <message>
        <source>Other call</source>
        <translation>Druhý hovor</translation>
    </message>
    <message>
        <source>The keys act on the other call</source>
        <translation>Klávesy ovládají druhý hovor</translation>
    </message>
    <message>
        <source>Back to one call</source>
        <translation>Zpět k jednomu</translation>
    </message>
    <message>
        <source>The call on the left</source>
        <translation>Hovor vlevo</translation>
    </message>
    <message>
        <source>The call on the right</source>
        <translation>Hovor vpravo</translation>
    </message>
</context>
<context>
    <name>ComparisonCard</name>
    <message>
        <source>sample calls</source>
        <translation>ukázkové hovory</translation>
    </message>
    <message>
        <source>About equally good so far: %1; a difference of ten points would most likely have shown.</source>
        <translation>Zatím zhruba stejně dobré: %1; rozdíl deseti bodů by se nejspíš už ukázal.</translation>
    </message>
    <message numerus="yes">
        <source>Not enough calls yet to tell apart %1; about %n more for each pair.</source>
        <translation>
            <numerusform>Na rozlišení %1 zatím málo hovorů; u každé dvojice chybí asi %n.</numerusform>
            <numerusform>Na rozlišení %1 zatím málo hovorů; u každé dvojice chybí asi %n.</numerusform>
            <numerusform>Na rozlišení %1 zatím málo hovorů; u každé dvojice chybí asi %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not enough calls yet to tell %1 from %2; about %n more.</source>
        <translation>
            <numerusform>Na rozlišení %1 a %2 zatím málo hovorů; chybí asi %n.</numerusform>
            <numerusform>Na rozlišení %1 a %2 zatím málo hovorů; chybí asi %n.</numerusform>
            <numerusform>Na rozlišení %1 a %2 zatím málo hovorů; chybí asi %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does better than %2, by %3 points (p %4).</source>
        <translation>%1 vychází lépe než %2, a to o %3 bodů (p %4).</translation>
    </message>
    <message>
        <source>Counts as a success when the call went on from this line&apos;s stage to another one.</source>
        <translation>Za úspěch se počítá, když hovor z fáze této repliky postoupil do jiné.</translation>
    </message>
    <message>
        <source>Counts as a success when the objection ended settled with this response said last.</source>
        <translation>Za úspěch se počítá, když námitka skončila vyřešená a tato odpověď zazněla jako poslední.</translation>
    </message>
    <message>
        <source>With more than two wordings each pair must show more clearly (Holm&apos;s correction), so that the whole test claims a false difference no more often.</source>
        <translation>U více než dvou znění se musí rozdíl každé dvojice ukázat jasněji (Holmova korekce), aby celý test netvrdil neexistující rozdíl častěji.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) with earlier texts of these wordings left out.</source>
        <translation>
            <numerusform>Vynechán %n hovor s dřívější podobou těchto znění.</numerusform>
            <numerusform>Vynechány %n hovory s dřívější podobou těchto znění.</numerusform>
            <numerusform>Vynecháno %n hovorů s dřívější podobou těchto znění.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Bring back</source>
        <translation>Obnovit</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Vráceno: %1</translation>
    </message>
    <message>
        <source>Brought back: %1</source>
        <translation>Obnoveno: %1</translation>
    </message>
    <message>
        <source>The offer is waved away.</source>
        <translation>Nabídka je odložena.</translation>
    </message>
    <message>
        <source>These words do not fit the answer that is wanted here.</source>
        <translation>Tato slova neodpovídají tomu, na co se tu ptáme.</translation>
    </message>
    <message>
        <source>Your words are kept.</source>
        <translation>Vaše slova jsou uložena.</translation>
    </message>
    <message>
        <source>This moment is marked.</source>
        <translation>Okamžik je označen.</translation>
    </message>
    <message>
        <source>line said</source>
        <translation>vyslovená replika</translation>
    </message>
    <message>
        <source>move to another line</source>
        <translation>přechod na jinou repliku</translation>
    </message>
    <message>
        <source>move to another stage</source>
        <translation>přechod do jiné fáze</translation>
    </message>
    <message>
        <source>line skipped</source>
        <translation>přeskočená replika</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>odpověď</translation>
    </message>
    <message>
        <source>objection</source>
        <translation>námitka</translation>
    </message>
    <message>
        <source>step of the objection</source>
        <translation>krok námitky</translation>
    </message>
    <message>
        <source>next answer</source>
        <translation>další odpověď</translation>
    </message>
    <message>
        <source>end of the objection</source>
        <translation>konec námitky</translation>
    </message>
    <message>
        <source>way back</source>
        <translation>návrat</translation>
    </message>
    <message>
        <source>story</source>
        <translation>příběh</translation>
    </message>
    <message>
        <source>mood</source>
        <translation>naladění</translation>
    </message>
    <message>
        <source>pull or push</source>
        <translation>tah, nebo tlak</translation>
    </message>
    <message>
        <source>offer waved away</source>
        <translation>odložená nabídka</translation>
    </message>
    <message>
        <source>how much is written</source>
        <translation>množství textu</translation>
    </message>
    <message>
        <source>note</source>
        <translation>poznámka</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>značka</translation>
    </message>
    <message>
        <source>own words</source>
        <translation>vlastní slova</translation>
    </message>
    <message>
        <source>agreed step</source>
        <translation>dohodnutý krok</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>podržení</translation>
    </message>
    <message>
        <source>going on</source>
        <translation>pokračování</translation>
    </message>
    <message>
        <source>end of the call</source>
        <translation>konec hovoru</translation>
    </message>
    <message>
        <source>last step</source>
        <translation>poslední krok</translation>
    </message>
</context>
<context>
    <name>CriterionRow</name>
    <message>
        <source>yes</source>
        <translation>ano</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ne</translation>
    </message>
    <message>
        <source>Show the moment</source>
        <translation>Ukázat okamžik</translation>
    </message>
    <message>
        <source>From the record: nothing to count</source>
        <translation>Ze záznamu: není co počítat</translation>
    </message>
    <message>
        <source>From the record: %1 of %2</source>
        <translation>Ze záznamu: %1 z %2</translation>
    </message>
    <message>
        <source>show</source>
        <translation>ukázat</translation>
    </message>
    <message>
        <source>Not marked yet.</source>
        <translation>Zatím bez známky.</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Napište proč.</translation>
    </message>
    <message>
        <source>What was behind it?</source>
        <translation>Co za tím bylo?</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>nehodnotí se</translation>
    </message>
    <message>
        <source>Why does the record mislead here?</source>
        <translation>Proč tu záznam klame?</translation>
    </message>
    <message>
        <source>Why the mark differs from the record</source>
        <translation>Proč se známka liší od záznamu</translation>
    </message>
    <message>
        <source>What was behind it</source>
        <translation>Co za tím bylo</translation>
    </message>
    <message>
        <source>Why it does not apply</source>
        <translation>Proč se nehodnotí</translation>
    </message>
    <message>
        <source>Why does it not apply?</source>
        <translation>Proč se nehodnotí?</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message>
        <source>Call</source>
        <translation>Hovor</translation>
    </message>
    <message>
        <source>inbound</source>
        <translation>příchozí</translation>
    </message>
    <message>
        <source>outbound</source>
        <translation>odchozí</translation>
    </message>
    <message>
        <source>Lawful basis</source>
        <translation>Právní důvod</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Dohodnuto</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>Námitka</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>vyřešená</translation>
    </message>
    <message>
        <source>open</source>
        <translation>otevřená</translation>
    </message>
    <message>
        <source>final no</source>
        <translation>konečné ne</translation>
    </message>
    <message>
        <source>on the table</source>
        <translation>na stole</translation>
    </message>
    <message>
        <source>unlisted</source>
        <translation>mimo seznam</translation>
    </message>
</context>
<context>
    <name>DayCalendar</name>
    <message>
        <source>Calendar</source>
        <translation>Kalendář</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Předchozí měsíc</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Následující měsíc</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Credited to %1.</source>
        <translation>Zásluha: %1.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Přijmout</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Později</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Odmítnout</translation>
    </message>
    <message>
        <source>Make it new again</source>
        <translation>Vrátit mezi nové</translation>
    </message>
    <message>
        <source>the playbook has it</source>
        <translation>ve scénáři už je</translation>
    </message>
    <message numerus="yes">
        <source>Said %n time(s)</source>
        <translation>
            <numerusform>Zaznělo %n×</numerusform>
            <numerusform>Zaznělo %n×</numerusform>
            <numerusform>Zaznělo %n×</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Heard %n time(s)</source>
        <translation>
            <numerusform>Zaznělo %n×</numerusform>
            <numerusform>Zaznělo %n×</numerusform>
            <numerusform>Zaznělo %n×</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>closes this contact</source>
        <translation>uzavírá tento kontakt</translation>
    </message>
    <message>
        <source>The customer does not want to be called. Once recorded, this number is blocked in every playbook, and that is final.</source>
        <translation>Zákazník si nepřeje hovory. Po zápisu bude číslo zablokováno ve všech scénářích, a to natrvalo.</translation>
    </message>
    <message>
        <source>Hide this</source>
        <translation>Skrýt</translation>
    </message>
    <message>
        <source>Still to fill in: %1</source>
        <translation>Ještě vyplňte: %1</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Zapsat</translation>
    </message>
    <message>
        <source>Another outcome</source>
        <translation>Jiný výsledek</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Recorded: %1</source>
        <translation>Zapsáno: %1</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>dál: %1</translation>
    </message>
    <message>
        <source>the number is blocked and will not be offered again</source>
        <translation>číslo je zablokované a už se nenabídne</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hotovo</translation>
    </message>
</context>
<context>
    <name>FailRow</name>
    <message>
        <source>The words that broke it</source>
        <translation>Slova, která pravidlo porušila</translation>
    </message>
    <message>
        <source>The words that broke it: %1</source>
        <translation>Slova, která pravidlo porušila: %1</translation>
    </message>
    <message>
        <source>Show the moment</source>
        <translation>Ukázat okamžik</translation>
    </message>
</context>
<context>
    <name>FeedbackBox</name>
    <message>
        <source>In words only; nothing is counted</source>
        <translation>Jen slovy; nic se nepočítá</translation>
    </message>
    <message>
        <source>Nothing is counted; the coaching sheet shows later marks.</source>
        <translation>Nic se nepočítá; list rozvoje ukáže pozdější známky.</translation>
    </message>
    <message>
        <source>Counted from marks, so in reviewed calls only.</source>
        <translation>Počítá se ze známek, tedy jen v hodnocených hovorech.</translation>
    </message>
    <message>
        <source>Counted from the record of the next calls.</source>
        <translation>Počítá se ze záznamu dalších hovorů.</translation>
    </message>
    <message>
        <source>One strength</source>
        <translation>Jedna silná stránka</translation>
    </message>
    <message>
        <source>One change</source>
        <translation>Jedna změna</translation>
    </message>
    <message>
        <source>One behaviour to try</source>
        <translation>Jedno chování na zkoušku</translation>
    </message>
    <message>
        <source>What worked, in the rep&apos;s own words</source>
        <translation>Co zabralo, slovy obchodníka</translation>
    </message>
    <message>
        <source>Situation: when it happened</source>
        <translation>Situace: kdy to bylo</translation>
    </message>
    <message>
        <source>Behaviour: what was said or done</source>
        <translation>Chování: co zaznělo, co se stalo</translation>
    </message>
    <message>
        <source>Effect: what it did to the customer</source>
        <translation>Dopad: jak to působilo</translation>
    </message>
    <message>
        <source>What exactly to try in the next calls</source>
        <translation>Co přesně zkusit příště</translation>
    </message>
    <message>
        <source>What is counted to see whether it helped</source>
        <translation>Podle čeho se pozná, zda to pomohlo</translation>
    </message>
    <message>
        <source> tries</source>
        <translation> pokusů</translation>
    </message>
    <message>
        <source>How many tries</source>
        <translation>Kolik pokusů</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Do kdy</translation>
    </message>
    <message>
        <source>About the task, never about the person.</source>
        <translation>O práci, nikdy o člověku.</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (nepovinné)</translation>
    </message>
    <message>
        <source>more</source>
        <translation>další</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kdy</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kdo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Hodnota</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Důvod</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Poznámka</translation>
    </message>
    <message>
        <source>Say when, in your own words.</source>
        <translation>Napište kdy, vlastními slovy.</translation>
    </message>
    <message>
        <source>Say who it is.</source>
        <translation>Napište, kdo to je.</translation>
    </message>
    <message>
        <source>Say what was agreed.</source>
        <translation>Napište, co je dohodnuto.</translation>
    </message>
    <message>
        <source>Say how much it is worth.</source>
        <translation>Napište, jakou to má hodnotu.</translation>
    </message>
    <message>
        <source>Pick the reason (%1).</source>
        <translation>Vyberte důvod (%1).</translation>
    </message>
    <message>
        <source>Pick the reason.</source>
        <translation>Vyberte důvod.</translation>
    </message>
    <message>
        <source>Write a short note.</source>
        <translation>Napište krátkou poznámku.</translation>
    </message>
    <message>
        <source>This outcome needs it filled in.</source>
        <translation>Tento výsledek to vyžaduje.</translation>
    </message>
    <message>
        <source>Write a number, with or without a currency.</source>
        <translation>Napište číslo, s měnou nebo bez ní.</translation>
    </message>
    <message>
        <source>This does not fit the fact. Check the number or the wording.</source>
        <translation>Tohle údaji neodpovídá. Zkontrolujte číslo nebo znění.</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>The figure as a table</source>
        <translation>Přehled jako tabulka</translation>
    </message>
    <message>
        <source>Enter or a click leads to the calls behind a row</source>
        <translation>Enter nebo kliknutí otevře hovory, které za řádkem stojí</translation>
    </message>
</context>
<context>
    <name>FiguresScreen</name>
    <message>
        <source>Copied</source>
        <translation>Zkopírováno</translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation>Vyvézt přehled</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Copied</source>
        <translation>Zkopírováno</translation>
    </message>
    <message>
        <source>Copy figures</source>
        <translation>Kopírovat čísla</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Kopírovat obrázek</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zastavit</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Spočítat znovu</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another place.</source>
        <translation>%1 nešlo zapsat. Zvolte jiné místo.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Zapsáno do %1.</translation>
    </message>
    <message>
        <source>The calls cannot be read now. Try again in a moment.</source>
        <translation>Hovory teď nelze načíst. Zkuste to za chvíli znovu.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Počítáme…</translation>
    </message>
    <message>
        <source>Counting was stopped.</source>
        <translation>Počítání bylo zastaveno.</translation>
    </message>
    <message>
        <source>These calls have nothing of this kind.</source>
        <translation>V těchto hovorech nic takového není.</translation>
    </message>
    <message>
        <source>No call fits. Take a filter out, or look for something else.</source>
        <translation>Neodpovídá žádný hovor. Uberte filtr, nebo hledejte něco jiného.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n hovor</numerusform>
            <numerusform>%n hovory</numerusform>
            <numerusform>%n hovorů</numerusform>
        </translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Přehledy</translation>
    </message>
    <message>
        <source>Playbook and source</source>
        <translation>Scénář a zdroj</translation>
    </message>
    <message>
        <source>Call review</source>
        <translation>Rozbor hovorů</translation>
    </message>
</context>
<context>
    <name>FileDialogue</name>
    <message>
        <source>Fo&amp;lder:</source>
        <translation>S&amp;ložka:</translation>
    </message>
    <message>
        <source>File &amp;type:</source>
        <translation>&amp;Typ souboru:</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <source>Stop</source>
        <translation>Zastavit</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Hledat znovu</translation>
    </message>
    <message>
        <source>Remove filter: %1</source>
        <translation>Odebrat filtr: %1</translation>
    </message>
    <message>
        <source>Add filter: %1</source>
        <translation>Přidat filtr: %1</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Uložit tento pohled…</translation>
    </message>
    <message>
        <source>Forget a view</source>
        <translation>Zapomenout pohled</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Uložit tento pohled</translation>
    </message>
    <message>
        <source>What shall it be called?</source>
        <translation>Jak se má jmenovat?</translation>
    </message>
    <message>
        <source>A view of the same name is replaced.</source>
        <translation>Pohled stejného jména se nahradí.</translation>
    </message>
    <message>
        <source>The calls cannot be read now. Try again in a moment.</source>
        <translation>Hovory teď nelze načíst. Zkuste to za chvíli znovu.</translation>
    </message>
    <message>
        <source>Looking for calls…</source>
        <translation>Hledají se hovory…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Počítáme…</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n hovor</numerusform>
            <numerusform>%n hovory</numerusform>
            <numerusform>%n hovorů</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 calls (an estimate)</source>
        <translation>asi %1 hovorů (odhad)</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Hledání je zastavené.</translation>
    </message>
    <message>
        <source>Stopped before all calls were counted; these are the first.</source>
        <translation>Zastaveno dříve, než byly všechny hovory spočítány; toto jsou první z nich.</translation>
    </message>
    <message>
        <source>No call fits. Take a filter out, or look for something else.</source>
        <translation>Neodpovídá žádný hovor. Uberte filtr, nebo hledejte něco jiného.</translation>
    </message>
    <message>
        <source>No calls yet. They come here once their outcome is recorded.</source>
        <translation>Zatím žádné hovory. Objeví se tu, jakmile mají zapsaný výsledek.</translation>
    </message>
    <message>
        <source>+ filter</source>
        <translation>+ filtr</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Přidat filtr</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Pohledy</translation>
    </message>
    <message>
        <source>Show all calls</source>
        <translation>Zobrazit všechny hovory</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Undo</source>
        <translation>Vrátit</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Přeskočit</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>Námitka</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>Potom: %1</translation>
    </message>
    <message>
        <source>Next answer</source>
        <translation>Další odpověď</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Další</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>Nechat otevřené</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Pokračovat</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Potvrdit</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Řečeno</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Dál</translation>
    </message>
</context>
<context>
    <name>GlobalKeyRow</name>
    <message>
        <source>off</source>
        <translation>vypnuto</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Vypnout</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>End</source>
        <translation>Konec</translation>
    </message>
    <message>
        <source>End call</source>
        <translation>Ukončit hovor</translation>
    </message>
    <message>
        <source>Closes the line; the outcome comes next.</source>
        <translation>Ukončí hovor; pak přijde výsledek.</translation>
    </message>
    <message>
        <source>Time in the call</source>
        <translation>Čas v hovoru</translation>
    </message>
    <message>
        <source>✓ Saved</source>
        <translation>✓ Uloženo</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Zatím neuloženo</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Ukládá se…</translation>
    </message>
    <message>
        <source>gap %1</source>
        <translation>výpadek %1</translation>
    </message>
    <message>
        <source>The call went on after a break that does not count as talk.</source>
        <translation>Hovor pokračuje po přestávce, která se do délky nepočítá.</translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>Keep it</source>
        <translation>Nechat</translation>
    </message>
    <message>
        <source>A must is still open: %1</source>
        <translation>Ještě chybí povinné: %1</translation>
    </message>
    <message>
        <source>Two statements in a row. Ask: %1</source>
        <translation>Dvě sdělení za sebou. Zeptejte se: %1</translation>
    </message>
    <message>
        <source>They are interested. Ask for the step: %1</source>
        <translation>Je tu zájem. Řekněte si o krok: %1</translation>
    </message>
    <message>
        <source>An objection is still open: %1</source>
        <translation>Námitka zůstává otevřená: %1</translation>
    </message>
    <message>
        <source>A must is still open.</source>
        <translation>Ještě chybí povinná otázka.</translation>
    </message>
    <message>
        <source>Two statements in a row. Ask something.</source>
        <translation>Dvě sdělení za sebou. Na něco se zeptejte.</translation>
    </message>
    <message>
        <source>They are interested. Ask for the step.</source>
        <translation>Je tu zájem. Řekněte si o krok.</translation>
    </message>
    <message>
        <source>An objection is still open.</source>
        <translation>Námitka zůstává otevřená.</translation>
    </message>
    <message>
        <source>You know this line: cue words alone?</source>
        <translation>Tuhle repliku už znáte: nechat jen opory?</translation>
    </message>
    <message>
        <source>You know this line: cues first?</source>
        <translation>Tuhle repliku už znáte: stačí opory?</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>The history cannot be read now. Try again in a moment.</source>
        <translation>Historii teď nelze přečíst. Zkuste to za chvíli.</translation>
    </message>
    <message>
        <source>Nothing is overwritten: every mark that was ever given is here, the oldest first.</source>
        <translation>Nic se nepřepisuje: je tu každá známka, která kdy padla, od nejstarší.</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>verze %1</translation>
    </message>
    <message>
        <source>History of the marks</source>
        <translation>Historie známek</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
</context>
<context>
    <name>HistoryRow</name>
    <message>
        <source>Show the moment</source>
        <translation>Ukázat okamžik</translation>
    </message>
</context>
<context>
    <name>HoldBar</name>
    <message>
        <source>On hold. The clock stands still.</source>
        <translation>Podrženo. Hodiny stojí.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Pokračovat</translation>
    </message>
</context>
<context>
    <name>Hotkeys</name>
    <message>
        <source>%1 for “%2” belongs to another program or action. Choose another key, or free it there first.</source>
        <translation>%1 pro „%2“ patří jinému programu nebo úkonu. Zvolte jinou klávesu, nebo ji tam nejdřív uvolněte.</translation>
    </message>
    <message>
        <source>%1 for “%2” would be missing when you type elsewhere. Hold Ctrl, Alt or the system key with it, or take an F-key.</source>
        <translation>%1 pro „%2“ by vám jinde chyběla při psaní. Přidejte Ctrl, Alt nebo systémovou klávesu, nebo zvolte některou z F1 až F24.</translation>
    </message>
    <message>
        <source>%1 for “%2” cannot be had on this keyboard and desktop. Choose another key.</source>
        <translation>%1 pro „%2“ na této klávesnici a ploše získat nejde. Zvolte jinou klávesu.</translation>
    </message>
    <message>
        <source>Under Wayland a program cannot take keys for itself. Give a key of your desktop&apos;s own settings a command such as “callcue press hold”; “callcue press --help” lists them.</source>
        <translation>Ve Waylandu si program klávesy sám vzít nemůže. V nastavení klávesových zkratek své plochy dejte některé klávese příkaz jako „callcue press hold“; všechny vypíše „callcue press --help“.</translation>
    </message>
    <message>
        <source>Not available on macOS. Let a shortcut of the Shortcuts app run a command such as “callcue press hold”; “callcue press --help” lists them.</source>
        <translation>V macOS nejsou k dispozici. V aplikaci Zkratky vytvořte zkratku s příkazem jako „callcue press hold“; všechny vypíše „callcue press --help“.</translation>
    </message>
    <message>
        <source>Not available here: the system libraries libxcb and libxcb-keysyms are missing. Install them (Debian, Ubuntu: libxcb1, libxcb-keysyms1) and start Callcue again.</source>
        <translation>Tady nejsou k dispozici: chybí systémové knihovny libxcb a libxcb-keysyms. Nainstalujte je (Debian, Ubuntu: libxcb1, libxcb-keysyms1) a spusťte Callcue znovu.</translation>
    </message>
    <message>
        <source>Not available here: Callcue sees no desktop that gives keys to programs.</source>
        <translation>Tady nejsou k dispozici: Callcue nevidí plochu, která by programům klávesy dávala.</translation>
    </message>
    <message>
        <source>Keys for other programs&apos; windows do not work.</source>
        <translation>Klávesy pro chvíle, kdy je v popředí jiný program, nefungují.</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>Own words</source>
        <translation>Vlastní slova</translation>
    </message>
    <message>
        <source>Unlisted objection</source>
        <translation>Neuvedená námitka</translation>
    </message>
    <message>
        <source>Words searched for</source>
        <translation>Hledaná slova</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nové</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Později</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Přijaté</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Odmítnuté</translation>
    </message>
    <message>
        <source>Customers said this and no objection of the playbook fits.</source>
        <translation>Zákazníci to říkají a žádná námitka ve scénáři k tomu nesedí.</translation>
    </message>
    <message>
        <source>Typed when looking for the objection “%1”.</source>
        <translation>Napsáno při hledání námitky „%1“.</translation>
    </message>
    <message>
        <source>Said instead of: “%1”</source>
        <translation>Zaznělo místo: „%1“</translation>
    </message>
    <message>
        <source>then the outcome: %1</source>
        <translation>potom výsledek: %1</translation>
    </message>
    <message>
        <source>then the answer: %1</source>
        <translation>potom odpověď: %1</translation>
    </message>
    <message>
        <source>then the objection was settled</source>
        <translation>potom byla námitka vyřešena</translation>
    </message>
    <message>
        <source>then the objection stayed open</source>
        <translation>námitka pak zůstala otevřená</translation>
    </message>
    <message>
        <source>then the objection ended the matter</source>
        <translation>námitka pak věc uzavřela</translation>
    </message>
    <message>
        <source>nothing more was recorded</source>
        <translation>nic dalšího není zaznamenáno</translation>
    </message>
    <message>
        <source>Ask something</source>
        <translation>Na něco se zeptat</translation>
    </message>
    <message>
        <source>Two statements in a row went by without a question.</source>
        <translation>Zazněla dvě sdělení po sobě bez otázky.</translation>
    </message>
    <message>
        <source>A must-ask is open</source>
        <translation>Povinná otázka čeká</translation>
    </message>
    <message>
        <source>The close begins and a question that must be asked was not.</source>
        <translation>Začíná uzavírání a povinná otázka ještě nezazněla.</translation>
    </message>
    <message>
        <source>Ask for the step</source>
        <translation>Požádat o další krok</translation>
    </message>
    <message>
        <source>Interest was tapped and no ask came within two lines.</source>
        <translation>Byl označen zájem a do dvou replik nezazněla žádost o krok.</translation>
    </message>
    <message>
        <source>An objection is open</source>
        <translation>Námitka je otevřená</translation>
    </message>
    <message>
        <source>The call comes to its end with an objection unsettled.</source>
        <translation>Hovor končí a námitka není vyřešená.</translation>
    </message>
    <message>
        <source>no calls yet</source>
        <translation>zatím žádné hovory</translation>
    </message>
    <message>
        <source>%1 of %2: %3 % (probably %4 to %5 %)</source>
        <translation>%1 z %2: %3 % (pravděpodobně %4 až %5 %)</translation>
    </message>
</context>
<context>
    <name>InboxView</name>
    <message>
        <source>Inbox</source>
        <translation>Schránka</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Návrhy</translation>
    </message>
    <message>
        <source>Wordings under test</source>
        <translation>Zkoušená znění</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Připomenutí</translation>
    </message>
    <message>
        <source>Start screen</source>
        <translation>Úvodní obrazovka</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>off</source>
        <translation>vypnuto</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Vypnout</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Jako obvykle</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Klávesy</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>While you type, letters and digits are only text; Esc brings the keys back. All can be changed.</source>
        <translation>Když píšete, jsou písmena a číslice jen text; Esc klávesy zase probudí. Všechny lze změnit v nastavení.</translation>
    </message>
    <message>
        <source>Answer or row; also + ě š č ř ž ý á í and the numpad</source>
        <translation>Odpověď nebo řádek; také + ě š č ř ž ý á í a číselný blok</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
</context>
<context>
    <name>MarkOrigin</name>
    <message>
        <source>yes</source>
        <translation>ano</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ne</translation>
    </message>
    <message>
        <source>from the file %1</source>
        <translation>ze souboru %1</translation>
    </message>
</context>
<context>
    <name>MistakeLabel</name>
    <message>
        <source>“%1” is not understood and left out.</source>
        <translation>„%1“ nerozumíme, vynecháno.</translation>
    </message>
    <message>
        <source>“%1” wants a value after it; left out until there is one.</source>
        <translation>Za „%1“ chybí hodnota; zatím se to vynechává.</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Nemělo tam být „%1“?</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>today %1</source>
        <translation>dnes %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>včera %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>zítra %1</translation>
    </message>
</context>
<context>
    <name>MoodBar</name>
    <message>
        <source>Mood</source>
        <translation>Naladění</translation>
    </message>
    <message>
        <source>Sounds: %1</source>
        <translation>Zní: %1</translation>
    </message>
    <message>
        <source>Do: %1</source>
        <translation>Co s tím: %1</translation>
    </message>
    <message>
        <source>Avoid: %1</source>
        <translation>Raději ne: %1</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>Námitka</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Příběh</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Další krok</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Poznámka</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Pokračovat</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Podržet</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Úzké okno</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Klávesy</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Víc</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Věty</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Opory</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ticho</translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>Pull → push</source>
        <translation>Tah → tlak</translation>
    </message>
    <message>
        <source>Push → pull</source>
        <translation>Tlak → tah</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Pokračovat</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Podržet</translation>
    </message>
    <message>
        <source>Narrow window</source>
        <translation>Úzké okno</translation>
    </message>
    <message>
        <source>Strip</source>
        <translation>Pruh</translation>
    </message>
    <message>
        <source>Full window</source>
        <translation>Celé okno</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Otázky</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Zákazník</translation>
    </message>
    <message>
        <source>My words</source>
        <translation>Moje slova</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Označit</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Nápověda</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Přeskočit</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Obnovit</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Vytočit</translation>
    </message>
</context>
<context>
    <name>NextStepPanel</name>
    <message>
        <source>Say when or what first, or close with Esc.</source>
        <translation>Nejdřív napište kdy nebo co, nebo zavřete klávesou Esc.</translation>
    </message>
    <message>
        <source>The date is not understood, or it is already past. Say it in other words.</source>
        <translation>Datu nerozumíme, nebo už minulo. Napište ho jinak.</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Další krok</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kdy</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kdo</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Dohodnuto</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>Note</source>
        <translation>Poznámka</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>Napište poznámku…</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Everything is saved again.</source>
        <translation>Vše je zase uloženo.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Zkusit znovu</translation>
    </message>
    <message>
        <source>The database cannot be used now. Try again in a moment.</source>
        <translation>Databázi teď nelze použít. Zkuste to za chvíli znovu.</translation>
    </message>
    <message>
        <source>This call cannot be opened again: its playbook&apos;s text is missing from the database.</source>
        <translation>Tento hovor už nelze otevřít: v databázi chybí text jeho scénáře.</translation>
    </message>
    <message>
        <source>This customer asked not to be called again. No call was started; a record can still be finished.</source>
        <translation>Zákazník si nepřeje další volání. Žádný hovor nezačal; záznam jde ještě dokončit.</translation>
    </message>
    <message>
        <source>The settings hold for now but could not be saved (%1).</source>
        <translation>Nastavení platí, ale nepodařilo se ho uložit (%1).</translation>
    </message>
    <message>
        <source>Something in Callcue itself went wrong; what was recorded is safe. A report is in %1.</source>
        <translation>V Callcue nastala vnitřní chyba; co je zaznamenáno, je v bezpečí. Zpráva o chybě je v %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
</context>
<context>
    <name>ObjectionHead</name>
    <message>
        <source>unlisted</source>
        <translation>mimo seznam</translation>
    </message>
    <message>
        <source>Objection · %1</source>
        <translation>Námitka · %1</translation>
    </message>
    <message>
        <source>back</source>
        <translation>zpět</translation>
    </message>
    <message>
        <source>back to question %1 of %2</source>
        <translation>zpět na otázku %1 z %2</translation>
    </message>
    <message>
        <source>back to: %1</source>
        <translation>zpět na: %1</translation>
    </message>
    <message>
        <source>back to the goodbye</source>
        <translation>zpět k rozloučení</translation>
    </message>
    <message>
        <source>back to the exact words</source>
        <translation>zpět na závazné znění</translation>
    </message>
</context>
<context>
    <name>ObjectionLine</name>
    <message>
        <source>Settled</source>
        <translation>Vyřešeno</translation>
    </message>
    <message>
        <source>%1: settled</source>
        <translation>%1: vyřešeno</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Konec</translation>
    </message>
    <message>
        <source>%1: final</source>
        <translation>%1: konec</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>stále otevřená</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>vyřešená</translation>
    </message>
    <message>
        <source>final</source>
        <translation>konečná</translation>
    </message>
    <message>
        <source>open</source>
        <translation>otevřená</translation>
    </message>
    <message>
        <source>What kind was it?</source>
        <translation>Jaký to byl druh?</translation>
    </message>
    <message>
        <source>Kind of the objection %1</source>
        <translation>Druh námitky %1</translation>
    </message>
</context>
<context>
    <name>ObjectionSteps</name>
    <message>
        <source>Acknowledge</source>
        <translation>Uznat</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Zjistit</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odpovědět</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Ověřit</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Pustit</translation>
    </message>
    <message>
        <source>Say in your words that you have heard it.</source>
        <translation>Dejte svými slovy najevo, že to berete vážně.</translation>
    </message>
    <message>
        <source>Ask what is behind it.</source>
        <translation>Zeptejte se, co za tím je.</translation>
    </message>
    <message>
        <source>Answer in a sentence or two.</source>
        <translation>Odpovězte jednou dvěma větami.</translation>
    </message>
    <message>
        <source>Check whether it is settled.</source>
        <translation>Ověřte, zda je to vyřešené.</translation>
    </message>
    <message>
        <source>Accept it and go on.</source>
        <translation>Přijměte to a pokračujte.</translation>
    </message>
</context>
<context>
    <name>ObjectionsBox</name>
    <message>
        <source>Objections, once more</source>
        <translation>Ještě jednou námitky</translation>
    </message>
</context>
<context>
    <name>OpenObjections</name>
    <message>
        <source>Still open. Meet one once more?</source>
        <translation>Zůstávají otevřené. Vrátíte se k některé?</translation>
    </message>
    <message>
        <source>Unlisted objection</source>
        <translation>Námitka mimo seznam</translation>
    </message>
</context>
<context>
    <name>OwnPanel</name>
    <message>
        <source>heard</source>
        <translation>podle poslechu</translation>
    </message>
    <message>
        <source>from the record only</source>
        <translation>jen podle záznamu</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>bez skóre</translation>
    </message>
    <message>
        <source>Pick a review on the left.</source>
        <translation>Vyberte hodnocení vlevo.</translation>
    </message>
    <message>
        <source>Nobody has reviewed your calls yet.</source>
        <translation>Vaše hovory zatím nikdo nehodnotil.</translation>
    </message>
    <message>
        <source>Strength: %1</source>
        <translation>Silná stránka: %1</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Změna: %1</translation>
    </message>
    <message>
        <source>To try: %1</source>
        <translation>Ke zkoušení: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n try(s)</source>
        <translation>
            <numerusform>%n pokus</numerusform>
            <numerusform>%n pokusy</numerusform>
            <numerusform>%n pokusů</numerusform>
        </translation>
    </message>
    <message>
        <source>Who opened this call: %1</source>
        <translation>Kdo tento hovor otevřel: %1</translation>
    </message>
    <message>
        <source>The trainer&apos;s review</source>
        <translation>Hodnocení od školitele</translation>
    </message>
</context>
<context>
    <name>OwnScreen</name>
    <message>
        <source>new</source>
        <translation>nové</translation>
    </message>
    <message>
        <source>The database cannot be used now. Try again in a moment.</source>
        <translation>Databázi teď nelze použít. Zkuste to za chvíli znovu.</translation>
    </message>
    <message>
        <source>Looking for reviews…</source>
        <translation>Hledání hodnocení…</translation>
    </message>
    <message>
        <source>Nobody has reviewed your calls yet.</source>
        <translation>Vaše hovory zatím nikdo nehodnotil.</translation>
    </message>
    <message>
        <source>My reviews</source>
        <translation>Moje hodnocení</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>My coaching</source>
        <translation>Můj rozvoj</translation>
    </message>
</context>
<context>
    <name>OwnWordsBox</name>
    <message numerus="yes">
        <source>%n time(s) in own words: the manager sees them.</source>
        <translation>
            <numerusform>%n× vlastními slovy: vedoucí je uvidí.</numerusform>
            <numerusform>%n× vlastními slovy: vedoucí je uvidí.</numerusform>
            <numerusform>%n× vlastními slovy: vedoucí je uvidí.</numerusform>
        </translation>
    </message>
    <message>
        <source>A line did not work: my words were…</source>
        <translation>Replika nezabrala: moje slova byla…</translation>
    </message>
    <message>
        <source>Which line, and what were your words?</source>
        <translation>Která replika a jak zněla vaše slova?</translation>
    </message>
    <message>
        <source>The line that did not work</source>
        <translation>Replika, která nezabrala</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>Vaše vlastní slova</translation>
    </message>
    <message>
        <source>Keep for the manager</source>
        <translation>Uložit pro vedoucího</translation>
    </message>
</context>
<context>
    <name>PanelHost</name>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>What did you say instead? It goes to whoever writes the playbook.</source>
        <translation>Jak to zaznělo vašimi slovy? Dostane to autor scénáře.</translation>
    </message>
    <message>
        <source>My words were…</source>
        <translation>Moje slova byla…</translation>
    </message>
    <message>
        <source>My words</source>
        <translation>Moje slova</translation>
    </message>
    <message>
        <source>What do they object? A few letters…</source>
        <translation>Co namítají? Pár písmen…</translation>
    </message>
    <message>
        <source>Find a question: a few letters…</source>
        <translation>Najít otázku: pár písmen…</translation>
    </message>
    <message>
        <source>The others by category</source>
        <translation>Ostatní podle druhu</translation>
    </message>
</context>
<context>
    <name>PickingNote</name>
    <message>
        <source>Which call beside %1? Find it, and press Enter on its row.</source>
        <translation>Který hovor vedle: %1? Najděte ho a stiskněte na jeho řádku Enter.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zrušit</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>In the playbook</source>
        <translation>Ve scénáři</translation>
    </message>
    <message>
        <source>Copied. Paste it at the place named above.</source>
        <translation>Zkopírováno. Vložte to na místo uvedené výše.</translation>
    </message>
    <message>
        <source>No program of this computer opened the file. It is here: %1</source>
        <translation>Soubor se na tomto počítači nepodařilo otevřít. Leží zde: %1</translation>
    </message>
    <message>
        <source>The playbook no longer has this place.</source>
        <translation>Scénář už toto místo nemá.</translation>
    </message>
    <message>
        <source>%1, line %2: put this in place of the same entry between the braces there.</source>
        <translation>%1, řádek %2: nahraďte tím stejnou položku ve složených závorkách.</translation>
    </message>
    <message>
        <source>%1, line %2: add this between the braces there, with a comma.</source>
        <translation>%1, řádek %2: doplňte to do složených závorek, oddělené čárkou.</translation>
    </message>
    <message>
        <source>%1, line %2: put this in place of the entry that begins there.</source>
        <translation>%1, řádek %2: nahraďte tím položku, která tam začíná.</translation>
    </message>
    <message>
        <source>%1: put this in before line %2.</source>
        <translation>%1: vložte to před řádek %2.</translation>
    </message>
    <message>
        <source>Lines to paste</source>
        <translation>Řádky k vložení</translation>
    </message>
    <message>
        <source>Copy the lines</source>
        <translation>Zkopírovat řádky</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Otevřít soubor</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Open the call: %1</source>
        <translation>Otevřít hovor: %1</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Splněno</translation>
    </message>
    <message>
        <source>Two more weeks</source>
        <translation>Ještě dva týdny</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Zrušit</translation>
    </message>
</context>
<context>
    <name>PopBar</name>
    <message>
        <source>Open</source>
        <translation>Otevřít</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Teď ne</translation>
    </message>
    <message>
        <source>Ringing: %1</source>
        <translation>Zvoní: %1</translation>
    </message>
    <message>
        <source>On the phone: %1</source>
        <translation>Na telefonu: %1</translation>
    </message>
    <message>
        <source>Hung up: %1</source>
        <translation>Zavěšeno: %1</translation>
    </message>
    <message>
        <source>Dialling: %1</source>
        <translation>Vytáčí se: %1</translation>
    </message>
    <message>
        <source>not in your list yet</source>
        <translation>zatím není v seznamu</translation>
    </message>
    <message>
        <source>Asked not to be called: blocked.</source>
        <translation>Nepřeje si další volání, číslo je zablokované.</translation>
    </message>
    <message>
        <source>Open?</source>
        <translation>Otevřít?</translation>
    </message>
</context>
<context>
    <name>PromptCard</name>
    <message>
        <source>What the rep saw at %1</source>
        <translation>Co obchodník viděl v %1</translation>
    </message>
    <message>
        <source>Objections beside it: %1</source>
        <translation>Námitky vedle repliky: %1</translation>
    </message>
    <message>
        <source>pace %1</source>
        <translation>tempo %1</translation>
    </message>
    <message>
        <source>energy %1</source>
        <translation>energie %1</translation>
    </message>
    <message>
        <source>pause %1</source>
        <translation>pauza %1</translation>
    </message>
    <message>
        <source>sentences on screen</source>
        <translation>na obrazovce věty</translation>
    </message>
    <message>
        <source>cues on screen</source>
        <translation>na obrazovce opory</translation>
    </message>
    <message>
        <source>quiet screen</source>
        <translation>tichá obrazovka</translation>
    </message>
    <message>
        <source>stripped: the customer is angry</source>
        <translation>zjednodušeno: zákazník se zlobí</translation>
    </message>
    <message>
        <source>known: %1</source>
        <translation>známo: %1</translation>
    </message>
</context>
<context>
    <name>ProposalMomentCard</name>
    <message>
        <source>Text of the call</source>
        <translation>Text hovoru</translation>
    </message>
</context>
<context>
    <name>ProposalsPage</name>
    <message>
        <source>Find in proposals…</source>
        <translation>Hledat v návrzích…</translation>
    </message>
    <message>
        <source>Find in proposals</source>
        <translation>Hledat v návrzích</translation>
    </message>
    <message>
        <source>Playbook</source>
        <translation>Scénář</translation>
    </message>
    <message>
        <source>All playbooks</source>
        <translation>Všechny scénáře</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Návrhy</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n×</numerusform>
            <numerusform>%n×</numerusform>
            <numerusform>%n×</numerusform>
        </translation>
    </message>
    <message>
        <source>sample</source>
        <translation>ukázka</translation>
    </message>
    <message>
        <source>The database cannot be read now. Try again in a moment.</source>
        <translation>Databázi teď nelze přečíst. Zkuste to za chvíli.</translation>
    </message>
    <message>
        <source>One moment, proposals are being read…</source>
        <translation>Okamžik, návrhy se načítají…</translation>
    </message>
    <message>
        <source>Nothing here fits. Clear the filters to see more.</source>
        <translation>Nic tu neodpovídá. Zrušte filtry a uvidíte víc.</translation>
    </message>
    <message>
        <source>Nothing new. Reps&apos; own words, unlisted objections and words searched for come here when a call&apos;s outcome is recorded.</source>
        <translation>Nic nového. Jakmile se zaznamená výsledek hovoru, objeví se tu vlastní slova obchodníků, neuvedené námitky a hledaná slova.</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Nic tu není.</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Question %1 of %2</source>
        <translation>Otázka %1 z %2</translation>
    </message>
    <message>
        <source>must</source>
        <translation>povinná</translation>
    </message>
    <message>
        <source>Known already: %1</source>
        <translation>Už víme: %1</translation>
    </message>
    <message>
        <source>In their words…</source>
        <translation>Přesně řečeno…</translation>
    </message>
    <message>
        <source>The answer in their words…</source>
        <translation>Odpověď jejich slovy…</translation>
    </message>
    <message>
        <source>Answer in the customer&apos;s words</source>
        <translation>Odpověď slovy zákazníka</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Stages</source>
        <translation>Fáze</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Zachyceno</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>zatím ne</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>a %n další</numerusform>
            <numerusform>a %n další</numerusform>
            <numerusform>a %n dalších</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RatingBar</name>
    <message>
        <source>1 poorly · 5 very well</source>
        <translation>1 slabě · 5 výborně</translation>
    </message>
    <message>
        <source>Alt and a digit while you type</source>
        <translation>Alt a číslice, když píšete</translation>
    </message>
    <message>
        <source>keys 1 to 5</source>
        <translation>klávesy 1 až 5</translation>
    </message>
    <message>
        <source>keys %1</source>
        <translation>klávesy %1</translation>
    </message>
    <message>
        <source>How did it go for you? (optional)</source>
        <translation>Jak se hovor povedl? (nepovinné)</translation>
    </message>
    <message>
        <source>Own rating %1 of 5</source>
        <translation>Vlastní hodnocení %1 z 5</translation>
    </message>
</context>
<context>
    <name>RecentLine</name>
    <message>
        <source>sample</source>
        <translation>ukázka</translation>
    </message>
</context>
<context>
    <name>ReminderRow</name>
    <message>
        <source>Followed %1</source>
        <translation>Splněno %1</translation>
    </message>
    <message>
        <source>It has not come up yet.</source>
        <translation>Zatím se neobjevilo.</translation>
    </message>
    <message>
        <source>Show it in calls made on this computer</source>
        <translation>Ukazovat při hovorech na tomto počítači</translation>
    </message>
</context>
<context>
    <name>RemindersPage</name>
    <message>
        <source>A reminder counts as followed when the rep did what it was about within two lines, because of it or of their own accord. Sample calls are not counted.</source>
        <translation>Připomenutí se počítá jako splněné, když obchodník do dvou replik udělá, oč v něm jde, ať už kvůli němu, nebo sám od sebe. Ukázkové hovory se nepočítají.</translation>
    </message>
</context>
<context>
    <name>ReplayPane</name>
    <message>
        <source>Comment on %1…</source>
        <translation>Poznámka k %1…</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>verze %1</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>nedokončeno</translation>
    </message>
    <message numerus="yes">
        <source>opened by %n person(s)</source>
        <translation>
            <numerusform>otevřel %n člověk</numerusform>
            <numerusform>otevřeli %n lidé</numerusform>
            <numerusform>otevřelo %n lidí</numerusform>
        </translation>
    </message>
    <message>
        <source>Pick a call on the left, or draw a queue on the right. You will see it as the rep saw it.</source>
        <translation>Vyberte hovor vlevo, nebo si vpravo nechte vylosovat frontu. Uvidíte ho tak, jak ho viděl obchodník.</translation>
    </message>
    <message>
        <source>Opening the call…</source>
        <translation>Otevírá se hovor…</translation>
    </message>
    <message>
        <source>The playbook&apos;s text of that day is missing from the database, so the call cannot be replayed.</source>
        <translation>V databázi chybí tehdejší text scénáře, proto hovor nelze přehrát.</translation>
    </message>
    <message>
        <source>This call has no record; it may have been erased.</source>
        <translation>K tomuto hovoru není záznam; možná je vymazaný.</translation>
    </message>
    <message>
        <source>The database cannot be read now. Open the call again in a moment.</source>
        <translation>Databázi teď nelze číst. Otevřete hovor za chvíli znovu.</translation>
    </message>
    <message>
        <source>▬ stages</source>
        <translation>▬ fáze</translation>
    </message>
    <message>
        <source>● objections</source>
        <translation>● námitky</translation>
    </message>
    <message>
        <source>— mood</source>
        <translation>— naladění</translation>
    </message>
    <message>
        <source>▂ asking for a step</source>
        <translation>▂ tlak na krok</translation>
    </message>
    <message>
        <source>▶ flags</source>
        <translation>▶ značky</translation>
    </message>
    <message>
        <source>■ notes</source>
        <translation>■ poznámky</translation>
    </message>
    <message>
        <source>▨ on hold</source>
        <translation>▨ podržení</translation>
    </message>
    <message>
        <source>┊ break</source>
        <translation>┊ přerušení</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>Každý krok</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Porovnat</translation>
    </message>
    <message>
        <source>Puts another call beside this one</source>
        <translation>Postaví vedle tohoto hovoru jiný</translation>
    </message>
    <message>
        <source>keys act here</source>
        <translation>klávesy ovládají tento</translation>
    </message>
    <message>
        <source>Moments of the call</source>
        <translation>Okamžiky hovoru</translation>
    </message>
    <message>
        <source>Comment on this moment</source>
        <translation>Poznámka k tomuto okamžiku</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Připnout</translation>
    </message>
    <message>
        <source>Pin the comment to this moment</source>
        <translation>Připnout poznámku k tomuto okamžiku</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Settled</source>
        <translation>Vyřešeno</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Trvá</translation>
    </message>
    <message>
        <source>Final no</source>
        <translation>Konec</translation>
    </message>
</context>
<context>
    <name>ReviewPrinting</name>
    <message>
        <source>%1 could not be written. Choose another place.</source>
        <translation>Soubor %1 nelze zapsat. Zvolte jiné místo.</translation>
    </message>
    <message>
        <source>Save the call as a page</source>
        <translation>Uložit hovor jako stránku</translation>
    </message>
    <message>
        <source>Export the calls found</source>
        <translation>Export nalezených hovorů</translation>
    </message>
    <message>
        <source>Take marks back from an edited workbook</source>
        <translation>Načíst známky z upraveného sešitu</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Coaching</source>
        <translation>Rozvoj</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n po termínu</numerusform>
            <numerusform>%n po termínu</numerusform>
            <numerusform>%n po termínu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) written to %1.</source>
        <translation>
            <numerusform>%n hovor zapsán do %1.</numerusform>
            <numerusform>%n hovory zapsány do %1.</numerusform>
            <numerusform>%n hovorů zapsáno do %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was stopped; no file was left behind.</source>
        <translation>Export byl zastaven, žádný soubor nezůstal.</translation>
    </message>
    <message>
        <source>Too many calls for one workbook. Narrow the search, or choose CSV.</source>
        <translation>Na jeden sešit je hovorů příliš. Zužte hledání, nebo zvolte CSV.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another place.</source>
        <translation>%1 nelze zapsat. Zvolte jiné místo.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zastavit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zavřít</translation>
    </message>
    <message>
        <source>Writing the calls to %1… %2 so far.</source>
        <translation>Hovory se zapisují do %1… zatím %2.</translation>
    </message>
    <message>
        <source>Call review</source>
        <translation>Rozbor hovorů</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Hovory</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Přehrát</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Skóre</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Tisk</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Import marks</source>
        <translation>Načíst známky</translation>
    </message>
    <message>
        <source>Marks that were edited in an exported workbook</source>
        <translation>Známky upravené ve vyvezeném sešitu</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrace</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Přehledy</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>Volání</translation>
    </message>
    <message>
        <source>To the screen that calls are made from</source>
        <translation>Na obrazovku, odkud se volá</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Nastavení</translation>
    </message>
</context>
<context>
    <name>ReviewsButton</name>
    <message numerus="yes">
        <source>%n new review(s) of your calls</source>
        <translation>
            <numerusform>%n nové hodnocení vašich hovorů</numerusform>
            <numerusform>%n nová hodnocení vašich hovorů</numerusform>
            <numerusform>%n nových hodnocení vašich hovorů</numerusform>
        </translation>
    </message>
    <message>
        <source>My reviews</source>
        <translation>Moje hodnocení</translation>
    </message>
</context>
<context>
    <name>RiskWords</name>
    <message>
        <source>angry customer</source>
        <translation>rozzlobený zákazník</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>zavěšení</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>stížnost</translation>
    </message>
    <message>
        <source>big deal</source>
        <translation>velký obchod</translation>
    </message>
    <message>
        <source>new rep</source>
        <translation>nový obchodník</translation>
    </message>
    <message>
        <source>marked by the rep</source>
        <translation>označení od obchodníka</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message numerus="yes">
        <source>%n more: type a few letters to find them.</source>
        <translation>
            <numerusform>ještě %n: najdete ji pár písmeny.</numerusform>
            <numerusform>ještě %n: najdete je pár písmeny.</numerusform>
            <numerusform>ještě %n: najdete je pár písmeny.</numerusform>
        </translation>
    </message>
    <message>
        <source>The others by category</source>
        <translation>Ostatní podle druhu</translation>
    </message>
    <message>
        <source>Record as unlisted: %1</source>
        <translation>Zapsat mimo seznam: %1</translation>
    </message>
    <message>
        <source>Unlisted objection</source>
        <translation>Námitka mimo seznam</translation>
    </message>
    <message>
        <source>Story: %1</source>
        <translation>Příběh: %1</translation>
    </message>
    <message>
        <source>must</source>
        <translation>povinná</translation>
    </message>
    <message>
        <source>told</source>
        <translation>vyprávěno</translation>
    </message>
    <message>
        <source>fits here</source>
        <translation>hodí se sem</translation>
    </message>
</context>
<context>
    <name>RulingRow</name>
    <message>
        <source>Trainer: %1 · rep: %2</source>
        <translation>Školitel: %1 · obchodník: %2</translation>
    </message>
    <message>
        <source>Second reader: %1</source>
        <translation>Druhé čtení: %1</translation>
    </message>
    <message>
        <source>Show the moment</source>
        <translation>Ukázat okamžik</translation>
    </message>
    <message>
        <source>It was broken</source>
        <translation>Bylo porušeno</translation>
    </message>
    <message>
        <source>It was not</source>
        <translation>Nebylo</translation>
    </message>
    <message>
        <source>Disputed: %1</source>
        <translation>Rozporováno: %1</translation>
    </message>
    <message>
        <source>Keep the mark</source>
        <translation>Známka zůstává</translation>
    </message>
    <message>
        <source>Change it to mine</source>
        <translation>Změnit na moji</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Zčásti</translation>
    </message>
    <message>
        <source>Your answer to the rep</source>
        <translation>Vaše odpověď obchodníkovi</translation>
    </message>
    <message>
        <source>Noted by %1</source>
        <translation>Upozorňuje %1</translation>
    </message>
</context>
<context>
    <name>SavedMark</name>
    <message>
        <source>Not saved yet</source>
        <translation>Zatím neuloženo</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Ukládá se…</translation>
    </message>
    <message>
        <source>✓ Saved</source>
        <translation>✓ Uloženo</translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <source>Score</source>
        <translation>Skóre</translation>
    </message>
    <message>
        <source>Record index</source>
        <translation>Index záznamu</translation>
    </message>
    <message>
        <source>Not scored: under %1 % of the weight applies or is marked.</source>
        <translation>Bez skóre: hodnotí se nebo je oznámkováno méně než %1 % váhy.</translation>
    </message>
    <message>
        <source>A rule was broken; a second reader must confirm it. The score stays.</source>
        <translation>Pravidlo je porušeno; musí to potvrdit druhý hodnotitel. Skóre zůstává.</translation>
    </message>
    <message>
        <source>Draft, kept until you send it.</source>
        <translation>Koncept, uchovaný, dokud ho neodešlete.</translation>
    </message>
    <message>
        <source>The draft cannot be kept now; it is still here.</source>
        <translation>Koncept teď nelze uložit; zůstává tady.</translation>
    </message>
    <message numerus="yes">
        <source>%n other draft(s)</source>
        <translation>
            <numerusform>%n další koncept</numerusform>
            <numerusform>%n další koncepty</numerusform>
            <numerusform>%n dalších konceptů</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark blind</source>
        <translation>Známkování naslepo</translation>
    </message>
    <message>
        <source>Keep the marks, next</source>
        <translation>Uložit známky a další</translation>
    </message>
    <message>
        <source>Earlier: %1</source>
        <translation>Dříve: %1</translation>
    </message>
    <message>
        <source>No queue is drawn yet.</source>
        <translation>Fronta zatím není vylosována.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) left in the queue</source>
        <translation>
            <numerusform>Ve frontě zbývá %n hovor</numerusform>
            <numerusform>Ve frontě zbývají %n hovory</numerusform>
            <numerusform>Ve frontě zbývá %n hovorů</numerusform>
        </translation>
    </message>
    <message>
        <source>seed %1, %2 % at random</source>
        <translation>losování č. %1, %2 % náhodně</translation>
    </message>
    <message>
        <source>In the queue by chance: it counts for averages.</source>
        <translation>Ve frontě náhodou: počítá se do průměrů.</translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s)</source>
        <translation>
            <numerusform>%n kritérium</numerusform>
            <numerusform>%n kritéria</numerusform>
            <numerusform>%n kritérií</numerusform>
        </translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>verze %1</translation>
    </message>
    <message>
        <source>keys 0 1 2 −, ↑ ↓</source>
        <translation>klávesy 0 1 2 −, ↑ ↓</translation>
    </message>
    <message>
        <source>The scorecard cannot be used: %1</source>
        <translation>Hodnoticí kartu nelze použít: %1</translation>
    </message>
    <message>
        <source>No scorecard fits this call. Look into the folder “scorecards” beside the playbooks.</source>
        <translation>K tomuto hovoru se nehodí žádná hodnoticí karta. Podívejte se do složky „scorecards“ vedle scénářů.</translation>
    </message>
    <message>
        <source>Open a call to score it.</source>
        <translation>Otevřete hovor, který chcete hodnotit.</translation>
    </message>
    <message>
        <source>The review could not be kept now. It is still here; send it again in a moment.</source>
        <translation>Hodnocení teď nešlo uložit. Zůstává tady; za chvíli ho odešlete znovu.</translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation>Odesláno.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing before it can be sent.</source>
        <translation>
            <numerusform>Před odesláním chybí %n věc.</numerusform>
            <numerusform>Před odesláním chybějí %n věci.</numerusform>
            <numerusform>Před odesláním chybí %n věcí.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Hodnocení</translation>
    </message>
    <message>
        <source>Rate yourself first</source>
        <translation>Nejdřív ohodnoťte sami sebe</translation>
    </message>
    <message>
        <source>Show the trainer&apos;s marks</source>
        <translation>Ukázat známky školitele</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Slyšeno</translation>
    </message>
    <message>
        <source>You heard the call or its recording: everything is rated.</source>
        <translation>Hovor nebo nahrávku jste slyšeli: hodnotí se vše.</translation>
    </message>
    <message>
        <source>Record only</source>
        <translation>Jen záznam</translation>
    </message>
    <message>
        <source>You saw the record only: what needs hearing is left out, and the two are never mixed.</source>
        <translation>Viděli jste jen záznam: co vyžaduje poslech, se vynechá, a obojí se nikdy nemíchá.</translation>
    </message>
    <message>
        <source>Broken rules, apart from the score</source>
        <translation>Porušená pravidla, mimo skóre</translation>
    </message>
    <message>
        <source>Send, next</source>
        <translation>Odeslat a další</translation>
    </message>
    <message>
        <source>In the queue for its risk (%1): it never enters averages.</source>
        <translation>Ve frontě kvůli riziku (%1): do průměrů se nepočítá.</translation>
    </message>
    <message>
        <source>Draw a queue</source>
        <translation>Vylosovat</translation>
    </message>
    <message>
        <source>From the calls found on the left; the same seed draws the same calls.</source>
        <translation>Z hovorů nalezených vlevo; stejné číslo vylosuje stejné hovory.</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Začít znovu</translation>
    </message>
    <message>
        <source>History of the marks</source>
        <translation>Historie známek</translation>
    </message>
    <message>
        <source>Next in the queue</source>
        <translation>Další ve frontě</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Číslo losování</translation>
    </message>
    <message>
        <source>Seed of the queue</source>
        <translation>Číslo losování</translation>
    </message>
    <message>
        <source>The same seed draws the same calls.</source>
        <translation>Stejné číslo vylosuje stejné hovory.</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>rep:eva outcome:lost objection:price too dear</source>
        <translation>rep:eva výsledek:prohráno námitka:cena drahé</translation>
    </message>
    <message>
        <source>Find calls</source>
        <translation>Najít hovory</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>Stage %1 of %2: %3</source>
        <translation>Fáze %1 z %2: %3</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>This cannot be used. It should be like this: %1</source>
        <translation>Tohle nelze použít. Mělo by to vypadat takto: %1</translation>
    </message>
    <message>
        <source>Folder with playbooks</source>
        <translation>Složka se scénáři</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Nastavení</translation>
    </message>
    <message>
        <source>Everything holds at once.</source>
        <translation>Vše platí okamžitě.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zpět</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Otevřít datovou složku</translation>
    </message>
    <message>
        <source>Language and looks</source>
        <translation>Jazyk a vzhled</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>O vás</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Hovory</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Složky</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Klávesy</translation>
    </message>
    <message>
        <source>Keys while another program is in front</source>
        <translation>Klávesy, když je v popředí jiný program</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Jazyk</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Vzhled</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Velikost textu</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Vaše jméno</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>On the call screen</source>
        <translation>Na obrazovce hovoru</translation>
    </message>
    <message>
        <source>Quiet reminders</source>
        <translation>Tichá připomenutí</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Země</translation>
    </message>
    <message>
        <source>Dialling</source>
        <translation>Vytáčení</translation>
    </message>
    <message>
        <source>Playbooks</source>
        <translation>Scénáře hovorů</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Databáze</translation>
    </message>
    <message>
        <source>Press a button, then the new key</source>
        <translation>Stiskněte tlačítko a pak novou klávesu</translation>
    </message>
    <message>
        <source>Press a button, then a key with Ctrl or Alt, or an F-key</source>
        <translation>Stiskněte tlačítko a pak klávesu s Ctrl nebo Alt, nebo některou z F1 až F24</translation>
    </message>
    <message>
        <source>At most one in twenty seconds; none covers the line.</source>
        <translation>Nejvýš jedno za dvacet sekund; žádné nezakryje repliku.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Podle systému</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Světlý</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tmavý</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Vysoký kontrast</translation>
    </message>
    <message>
        <source>Whole sentences</source>
        <translation>Celé věty</translation>
    </message>
    <message>
        <source>Cues first</source>
        <translation>Nejdřív opory</translation>
    </message>
    <message>
        <source>Cues only</source>
        <translation>Jen opory</translation>
    </message>
    <message>
        <source>Two statements without a question</source>
        <translation>Dvě sdělení bez otázky</translation>
    </message>
    <message>
        <source>A must-ask still open at the close</source>
        <translation>Povinná otázka otevřená při závěru</translation>
    </message>
    <message>
        <source>Interest, and no step asked for</source>
        <translation>Zájem a žádná žádost o krok</translation>
    </message>
    <message>
        <source>An objection still open at the end</source>
        <translation>Námitka otevřená na konci</translation>
    </message>
    <message>
        <source>My phone records calls</source>
        <translation>Můj telefon hovory nahrává</translation>
    </message>
    <message>
        <source>Narrow window above the others</source>
        <translation>Úzké okno nad ostatními</translation>
    </message>
    <message>
        <source>those that came with Callcue</source>
        <translation>ty dodané s Callcue</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Vybrat…</translation>
    </message>
    <message>
        <source>callcue.db in the data folder</source>
        <translation>callcue.db v datové složce</translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message>
        <source>Objection…</source>
        <translation>Námitka…</translation>
    </message>
    <message>
        <source>Likely now</source>
        <translation>Nejspíš teď</translation>
    </message>
    <message>
        <source>Story for this step</source>
        <translation>Příběh k tomuto kroku</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Otázky</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Další krok</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Zákazník</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Označit</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Příběhy</translation>
    </message>
    <message>
        <source>My words</source>
        <translation>Moje slova</translation>
    </message>
</context>
<context>
    <name>SpeechPane</name>
    <message>
        <source>exactly</source>
        <translation>přesně</translation>
    </message>
    <message>
        <source>Read it word for word.</source>
        <translation>Přečtěte slovo od slova.</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Own rating: %1</source>
        <translation>Vlastní hodnocení: %1</translation>
    </message>
    <message>
        <source>Trainer&apos;s mark: %1</source>
        <translation>Známka školitele: %1</translation>
    </message>
    <message>
        <source>Corrected: %2 → %1</source>
        <translation>Opraveno: %2 → %1</translation>
    </message>
    <message>
        <source>From the file %3: %2 → %1</source>
        <translation>Ze souboru %3: %2 → %1</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Rozporováno</translation>
    </message>
    <message>
        <source>Reopened with new evidence</source>
        <translation>Znovu otevřeno s novým důkazem</translation>
    </message>
    <message>
        <source>Answered: the mark stays</source>
        <translation>Odpověď: známka zůstává</translation>
    </message>
    <message>
        <source>Answered: the mark is changed</source>
        <translation>Odpověď: známka se mění</translation>
    </message>
    <message>
        <source>Answered: partly agreed</source>
        <translation>Odpověď: zčásti uznáno</translation>
    </message>
    <message>
        <source>you</source>
        <translation>vy</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>bez skóre</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>slyšeno</translation>
    </message>
    <message>
        <source>record only</source>
        <translation>jen záznam</translation>
    </message>
    <message>
        <source>a second reader has not looked at it yet</source>
        <translation>čeká na druhého hodnotitele</translation>
    </message>
    <message>
        <source>confirmed by a second reader</source>
        <translation>druhý hodnotitel potvrzuje</translation>
    </message>
    <message>
        <source>not confirmed by the second reader, so it does not count</source>
        <translation>druhý hodnotitel nepotvrzuje, takže se to nepočítá</translation>
    </message>
    <message>
        <source>Broken rule: %1, “%2”</source>
        <translation>Porušené pravidlo: %1, „%2“</translation>
    </message>
</context>
<context>
    <name>StoryPage</name>
    <message>
        <source>Told</source>
        <translation>Vyprávěno</translation>
    </message>
    <message>
        <source>sample – replace with a true case</source>
        <translation>ukázka – nahraďte skutečným příběhem</translation>
    </message>
    <message>
        <source>This playbook has no stories yet.</source>
        <translation>V tomto scénáři zatím nejsou příběhy.</translation>
    </message>
</context>
<context>
    <name>SummaryBox</name>
    <message>
        <source>Copied. Paste it wherever it is needed.</source>
        <translation>Zkopírováno. Vložte, kam potřebujete.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Uloženo: %1</translation>
    </message>
    <message>
        <source>The calendar file could not be written: %1. Copy the summary instead.</source>
        <translation>Soubor do kalendáře se nepodařilo zapsat: %1. Zkopírujte místo něj souhrn.</translation>
    </message>
    <message>
        <source>Summary for your CRM</source>
        <translation>Souhrn pro vaše CRM</translation>
    </message>
    <message>
        <source>Summary of the call</source>
        <translation>Souhrn hovoru</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopírovat</translation>
    </message>
    <message>
        <source>Follow-up to the calendar</source>
        <translation>Další krok do kalendáře</translation>
    </message>
</context>
<context>
    <name>TakeBackScreen</name>
    <message numerus="yes">
        <source>Keep %n change(s)</source>
        <translation>
            <numerusform>Uložit %n změnu</numerusform>
            <numerusform>Uložit %n změny</numerusform>
            <numerusform>Uložit %n změn</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the file… %1 rows so far.</source>
        <translation>Soubor se čte… řádků zatím: %1.</translation>
    </message>
    <message>
        <source>Reading was stopped. Nothing was changed.</source>
        <translation>Čtení bylo zastaveno. Nic se nezměnilo.</translation>
    </message>
    <message>
        <source>Keeping the changes…</source>
        <translation>Změny se ukládají…</translation>
    </message>
    <message>
        <source>A review was erased meanwhile, so nothing was changed. Open the file again.</source>
        <translation>Některé hodnocení bylo mezitím vymazáno, takže se nic nezměnilo. Otevřete soubor znovu.</translation>
    </message>
    <message>
        <source>The database cannot be used now, so nothing was changed. Try again in a moment.</source>
        <translation>Databázi teď nelze použít, takže se nic nezměnilo. Zkuste to za chvíli znovu.</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) stay as they are.</source>
        <translation>
            <numerusform>%n známka zůstává, jak je.</numerusform>
            <numerusform>%n známky zůstávají, jak jsou.</numerusform>
            <numerusform>%n známek zůstává, jak jsou.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file changes nothing.</source>
        <translation>Soubor nic nemění.</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) would change.</source>
        <translation>
            <numerusform>Změnila by se %n známka.</numerusform>
            <numerusform>Změnily by se %n známky.</numerusform>
            <numerusform>Změnilo by se %n známek.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) were changed here since the export and are left out.</source>
        <translation>
            <numerusform>%n známka se tu od vývozu změnila a vynechá se.</numerusform>
            <numerusform>%n známky se tu od vývozu změnily a vynechají se.</numerusform>
            <numerusform>%n známek se tu od vývozu změnilo a vynechá se.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) cannot be taken.</source>
        <translation>
            <numerusform>%n buňku nelze převzít.</numerusform>
            <numerusform>%n buňky nelze převzít.</numerusform>
            <numerusform>%n buněk nelze převzít.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) were changed. The marks before stay in their history.</source>
        <translation>
            <numerusform>Změnila se %n známka. Předchozí zůstává v historii.</numerusform>
            <numerusform>Změnily se %n známky. Předchozí zůstávají v historii.</numerusform>
            <numerusform>Změnilo se %n známek. Předchozí zůstávají v historii.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) were changed here in the last moment and were left out.</source>
        <translation>
            <numerusform>%n známka se změnila na poslední chvíli a byla vynechána.</numerusform>
            <numerusform>%n známky se změnily na poslední chvíli a byly vynechány.</numerusform>
            <numerusform>%n známek se změnilo na poslední chvíli a bylo vynecháno.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) are not listed here.</source>
        <translation>
            <numerusform>%n další řádek tu není vypsán.</numerusform>
            <numerusform>%n další řádky tu nejsou vypsány.</numerusform>
            <numerusform>%n dalších řádků tu není vypsáno.</numerusform>
        </translation>
    </message>
    <message>
        <source>Marks from a file</source>
        <translation>Známky ze souboru</translation>
    </message>
    <message>
        <source>Call review</source>
        <translation>Rozbor hovorů</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zastavit</translation>
    </message>
</context>
<context>
    <name>TakeBackTable</name>
    <message>
        <source>Change</source>
        <translation>Změna</translation>
    </message>
    <message>
        <source>here now: %1</source>
        <translation>teď tu je: %1</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Vynecháno</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Nepřevzato</translation>
    </message>
    <message>
        <source>erased call</source>
        <translation>vymazaný hovor</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Buňka</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Co se stane</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Hovor</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Kritérium</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>Z čeho → na co</translation>
    </message>
    <message>
        <source>What the file changes</source>
        <translation>Co soubor mění</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Place in the call</source>
        <translation>Místo v hovoru</translation>
    </message>
    <message>
        <source>on hold for %1</source>
        <translation>podrženo %1</translation>
    </message>
    <message>
        <source>a break of %1 here</source>
        <translation>zde přerušení %1</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>Call review</source>
        <translation>Rozbor hovorů</translation>
    </message>
    <message>
        <source>Manager&apos;s inbox</source>
        <translation>Schránka vedoucího</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Nastavení</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Klávesy</translation>
    </message>
    <message>
        <source>Start call</source>
        <translation>Zahájit hovor</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Vytočit</translation>
    </message>
    <message>
        <source>One moment, your data are being opened. The call starts by itself.</source>
        <translation>Okamžik, otevírají se vaše data. Hovor se pak zahájí sám.</translation>
    </message>
    <message>
        <source>No call can start before your data are open; the message at the top says why they are not.</source>
        <translation>Dokud se data neotevřou, nejde začít hovor. Proč se neotevřela, říká zpráva nahoře.</translation>
    </message>
    <message>
        <source>Whom are you calling? Pick a customer, or type a name or a number.</source>
        <translation>Komu voláte? Vyberte zákazníka, nebo napište jméno či číslo.</translation>
    </message>
    <message>
        <source>This customer asked not to be called again. Callcue starts no call to the number.</source>
        <translation>Tento zákazník si nepřeje další hovory. Callcue na to číslo hovor nezahájí.</translation>
    </message>
    <message>
        <source>Choose a playbook on the right first.</source>
        <translation>Nejdřív vyberte scénář.</translation>
    </message>
    <message>
        <source>This playbook has a mistake and never had a good version. Mend it at the place shown, or choose another.</source>
        <translation>V tomto scénáři je chyba a žádná dobrá verze zatím není. Opravte ji na uvedeném místě, nebo vyberte jiný.</translation>
    </message>
    <message>
        <source>Tell your name first, so that the playbook can say it.</source>
        <translation>Nejdřív napište své jméno, aby ho scénář mohl říct.</translation>
    </message>
</context>
<context>
    <name>ToneRow</name>
    <message>
        <source>pull</source>
        <translation>tah</translation>
    </message>
    <message>
        <source>push</source>
        <translation>tlak</translation>
    </message>
    <message>
        <source>This playbook does not sell: push is locked.</source>
        <translation>Tento scénář neprodává: tlak je vypnutý.</translation>
    </message>
    <message>
        <source>pace</source>
        <translation>tempo</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>energie</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>pauza</translation>
    </message>
    <message>
        <source>Tone: %1, %2</source>
        <translation>Tón: %1, %2</translation>
    </message>
</context>
<context>
    <name>TrialsPage</name>
    <message>
        <source>Each call gets one of the wordings by lot and keeps it. You may look as often as you like: the test allows for it and claims a difference where there is none in at most %1 of 100 tests. Nothing is ever switched by itself.</source>
        <translation>Každý hovor dostane losem jedno ze znění a to mu zůstane. Dívat se můžete, jak často chcete: test s tím počítá a rozdíl, který není, ohlásí nejvýš v %1 ze 100 zkoušek. Nic se nikdy nepřepne samo.</translation>
    </message>
    <message>
        <source>No wording is under test. Write “try” with two or more wordings at a line or a response to begin.</source>
        <translation>Žádné znění se nezkouší. Začněte tím, že k replice nebo odpovědi napíšete „try“ se dvěma nebo více zněními.</translation>
    </message>
</context>
<context>
    <name>TroubleBar</name>
    <message>
        <source>Put away</source>
        <translation>Skrýt</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>The disk is full; free some space.</source>
        <translation>Disk je plný; uvolněte místo.</translation>
    </message>
    <message>
        <source>The database cannot be written; look at the permissions of its file and folder.</source>
        <translation>Do databáze nelze zapisovat; podívejte se na práva k jejímu souboru a složce.</translation>
    </message>
    <message>
        <source>Another program holds the database.</source>
        <translation>Databázi drží jiný program.</translation>
    </message>
    <message>
        <source>The database cannot be reached.</source>
        <translation>Databáze není dostupná.</translation>
    </message>
    <message>
        <source>The database is damaged; a backup can be put back with: callcue db restore</source>
        <translation>Databáze je poškozená; zálohu vrátí příkaz: callcue db restore</translation>
    </message>
    <message>
        <source>A newer Callcue has changed the database; close this window after the call and install that one.</source>
        <translation>Databázi změnilo novější Callcue; po hovoru zavřete toto okno a nainstalujte ho.</translation>
    </message>
    <message>
        <source>You can call; what happens is not saved until this is over.</source>
        <translation>Volat můžete; co se stane, se uloží, až to pomine.</translation>
    </message>
    <message numerus="yes">
        <source>The call goes on; %n step(s) are kept in %1 and will be added.</source>
        <translation>
            <numerusform>Hovor běží dál; %n krok je zatím v %1 a doplní se.</numerusform>
            <numerusform>Hovor běží dál; %n kroky jsou zatím v %1 a doplní se.</numerusform>
            <numerusform>Hovor běží dál; %n kroků je zatím v %1 a doplní se.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The call goes on; %n step(s) are safe in a file beside it and will be added.</source>
        <translation>
            <numerusform>Hovor běží dál; %n krok je v bezpečí v souboru vedle a doplní se.</numerusform>
            <numerusform>Hovor běží dál; %n kroky jsou v bezpečí v souboru vedle a doplní se.</numerusform>
            <numerusform>Hovor běží dál; %n kroků je v bezpečí v souboru vedle a doplní se.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The call goes on; %n step(s) wait in memory. Leave the window open.</source>
        <translation>
            <numerusform>Hovor běží dál; %n krok čeká v paměti. Nechte okno otevřené.</numerusform>
            <numerusform>Hovor běží dál; %n kroky čekají v paměti. Nechte okno otevřené.</numerusform>
            <numerusform>Hovor běží dál; %n kroků čeká v paměti. Nechte okno otevřené.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database does not take %n step(s) of this call, perhaps because another window went on with the same call. Not lost: set aside in %1.</source>
        <translation>
            <numerusform>Databáze nepřijala %n krok tohoto hovoru, možná v něm pokračuje i jiné okno. Ztracený není: je odložený v %1.</numerusform>
            <numerusform>Databáze nepřijala %n kroky tohoto hovoru, možná v něm pokračuje i jiné okno. Ztracené nejsou: jsou odložené v %1.</numerusform>
            <numerusform>Databáze nepřijala %n kroků tohoto hovoru, možná v něm pokračuje i jiné okno. Ztracené nejsou: jsou odložené v %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnfinishedBar</name>
    <message>
        <source>Unfinished: %1</source>
        <translation>Nedokončený hovor: %1</translation>
    </message>
</context>
<context>
    <name>UnfinishedCard</name>
    <message>
        <source>at “%1”</source>
        <translation>u „%1“</translation>
    </message>
    <message>
        <source>Open in another window now</source>
        <translation>Právě otevřeno v jiném okně</translation>
    </message>
</context>
<context>
    <name>UnfinishedPanel</name>
    <message>
        <source>Go on</source>
        <translation>Pokračovat</translation>
    </message>
    <message>
        <source>Finish the record</source>
        <translation>Dokončit záznam</translation>
    </message>
</context>
<context>
    <name>WhatColumn</name>
    <message>
        <source>Customer</source>
        <translation>Zákazník</translation>
    </message>
    <message>
        <source>Playbook</source>
        <translation>Scénář hovoru</translation>
    </message>
    <message>
        <source>No playbook in the folder. Choose another folder in the settings, or make one with: callcue new</source>
        <translation>Ve složce není žádný scénář. Vyberte v nastavení jinou složku, nebo scénář vytvořte příkazem: callcue new</translation>
    </message>
    <message>
        <source>has a mistake and cannot be used</source>
        <translation>je v něm chyba a nelze ho použít</translation>
    </message>
    <message>
        <source>has a mistake; the last good version is used</source>
        <translation>je v něm chyba; použije se poslední dobrá verze</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>a %n další</numerusform>
            <numerusform>a %n další</numerusform>
            <numerusform>a %n dalších</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhenField</name>
    <message>
        <source>When</source>
        <translation>Kdy</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalendář</translation>
    </message>
    <message>
        <source>Not understood, or already past. Try: %1</source>
        <translation>Nerozumíme, nebo už minulo. Zkuste: %1</translation>
    </message>
    <message>
        <source>In your own words: %1</source>
        <translation>Vlastními slovy: %1</translation>
    </message>
</context>
<context>
    <name>WhomColumn</name>
    <message>
        <source>Try a sample call</source>
        <translation>Zkusit ukázkový hovor</translation>
    </message>
    <message>
        <source>Whom are you calling?</source>
        <translation>Komu voláte?</translation>
    </message>
    <message>
        <source>Name, company, phone or source…</source>
        <translation>Jméno, firma, telefon nebo zdroj…</translation>
    </message>
    <message>
        <source>Find or type a customer</source>
        <translation>Najít nebo napsat zákazníka</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Zkusit znovu</translation>
    </message>
    <message>
        <source>New customer “%1”</source>
        <translation>Nový zákazník „%1“</translation>
    </message>
    <message>
        <source>Not in the list</source>
        <translation>Není v seznamu</translation>
    </message>
    <message>
        <source>do not call</source>
        <translation>nevolat</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>na řadě %1</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>ukázka</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Nalezeno</translation>
    </message>
    <message>
        <source>Due first, then newest</source>
        <translation>Nejdřív ti na řadě, pak nejnovější</translation>
    </message>
    <message>
        <source>Your customers and calls could not be opened; the message at the top says why. Put it right and try again, or set another database in the settings.</source>
        <translation>Vaše zákazníky a hovory se nepodařilo otevřít; proč, říká zpráva nahoře. Napravte to a zkuste to znovu, nebo v nastavení zvolte jinou databázi.</translation>
    </message>
    <message>
        <source>The list cannot be read now; this is how it was last read.</source>
        <translation>Seznam teď nelze načíst; takto vypadal naposledy.</translation>
    </message>
    <message>
        <source>The list cannot be read now. Type the customer here; the call will be kept all the same.</source>
        <translation>Seznam teď nelze načíst. Napište zákazníka sem; hovor se přesto uloží.</translation>
    </message>
    <message>
        <source>Opening your leads… You can type already.</source>
        <translation>Otevírají se vaše kontakty… Psát už můžete.</translation>
    </message>
    <message>
        <source>Nobody like that yet. Press Enter to call this new customer.</source>
        <translation>Nikdo takový tu zatím není. Enterem zavoláte novému zákazníkovi.</translation>
    </message>
    <message>
        <source>No leads yet. Type a name or a number above and press Enter, or practise first.</source>
        <translation>Zatím tu nejsou žádné kontakty. Napište nahoru jméno nebo číslo a stiskněte Enter, nebo si hovor nejdřív vyzkoušejte.</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgreementRow</name>
    <message numerus="yes">
        <source>Parted between “%1” and “%2”: %n pair(s)</source>
        <translation>
            <numerusform>Parted between “%1” and “%2”: %n pair</numerusform>
            <numerusform>Parted between “%1” and “%2”: %n pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of marks</source>
        <translation>
            <numerusform>%n pair of marks</numerusform>
            <numerusform>%n pairs of marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalibrateScreen</name>
    <message numerus="yes">
        <source>%n call(s) left out, as no scorecard fits them.</source>
        <translation>
            <numerusform>%n call was left out, as no scorecard fits it.</numerusform>
            <numerusform>%n calls were left out, as no scorecard fits them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoachScreen</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonCard</name>
    <message numerus="yes">
        <source>Not enough calls yet to tell apart %1; about %n more for each pair.</source>
        <translation>
            <numerusform>Not enough calls yet to tell apart %1; about %n more for each pair.</numerusform>
            <numerusform>Not enough calls yet to tell apart %1; about %n more for each pair.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not enough calls yet to tell %1 from %2; about %n more.</source>
        <translation>
            <numerusform>Not enough calls yet to tell %1 from %2; about %n more.</numerusform>
            <numerusform>Not enough calls yet to tell %1 from %2; about %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) with earlier texts of these wordings left out.</source>
        <translation>
            <numerusform>%n call with earlier texts of these wordings left out.</numerusform>
            <numerusform>%n calls with earlier texts of these wordings left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message numerus="yes">
        <source>Said %n time(s)</source>
        <translation>
            <numerusform>Said %n time</numerusform>
            <numerusform>Said %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Heard %n time(s)</source>
        <translation>
            <numerusform>Heard %n time</numerusform>
            <numerusform>Heard %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnPanel</name>
    <message numerus="yes">
        <source>%n try(s)</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnWordsBox</name>
    <message numerus="yes">
        <source>%n time(s) in own words: the manager sees them.</source>
        <translation>
            <numerusform>%n time in own words: the manager sees it.</numerusform>
            <numerusform>%n times in own words: the manager sees them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalsPage</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayPane</name>
    <message numerus="yes">
        <source>opened by %n person(s)</source>
        <translation>
            <numerusform>opened by %n person</numerusform>
            <numerusform>opened by %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) written to %1.</source>
        <translation>
            <numerusform>%n call written to %1.</numerusform>
            <numerusform>%n calls written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewsButton</name>
    <message numerus="yes">
        <source>%n new review(s) of your calls</source>
        <translation>
            <numerusform>%n new review of your calls</numerusform>
            <numerusform>%n new reviews of your calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message numerus="yes">
        <source>%n more: type a few letters to find them.</source>
        <translation>
            <numerusform>%n more: type a few letters to find it.</numerusform>
            <numerusform>%n more: type a few letters to find them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message numerus="yes">
        <source>%n other draft(s)</source>
        <translation>
            <numerusform>%n other draft</numerusform>
            <numerusform>%n other drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) left in the queue</source>
        <translation>
            <numerusform>%n call left in the queue</numerusform>
            <numerusform>%n calls left in the queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s)</source>
        <translation>
            <numerusform>%n criterion</numerusform>
            <numerusform>%n criteria</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing before it can be sent.</source>
        <translation>
            <numerusform>%n thing missing before it can be sent.</numerusform>
            <numerusform>%n things missing before it can be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeBackScreen</name>
    <message numerus="yes">
        <source>Keep %n change(s)</source>
        <translation>
            <numerusform>Keep %n change</numerusform>
            <numerusform>Keep %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) stay as they are.</source>
        <translation>
            <numerusform>%n mark stays as it is.</numerusform>
            <numerusform>%n marks stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) would change.</source>
        <translation>
            <numerusform>%n mark would change.</numerusform>
            <numerusform>%n marks would change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) were changed here since the export and are left out.</source>
        <translation>
            <numerusform>%n mark was changed here since the export and is left out.</numerusform>
            <numerusform>%n marks were changed here since the export and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) cannot be taken.</source>
        <translation>
            <numerusform>%n cell cannot be taken.</numerusform>
            <numerusform>%n cells cannot be taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) were changed. The marks before stay in their history.</source>
        <translation>
            <numerusform>%n mark was changed. The one before stays in its history.</numerusform>
            <numerusform>%n marks were changed. Those before stay in their history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) were changed here in the last moment and were left out.</source>
        <translation>
            <numerusform>%n mark was changed here in the last moment and was left out.</numerusform>
            <numerusform>%n marks were changed here in the last moment and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) are not listed here.</source>
        <translation>
            <numerusform>%n more row is not listed here.</numerusform>
            <numerusform>%n more rows are not listed here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message numerus="yes">
        <source>The call goes on; %n step(s) are kept in %1 and will be added.</source>
        <translation>
            <numerusform>The call goes on; %n step is kept in %1 and will be added.</numerusform>
            <numerusform>The call goes on; %n steps are kept in %1 and will be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The call goes on; %n step(s) are safe in a file beside it and will be added.</source>
        <translation>
            <numerusform>The call goes on; %n step is safe in a file beside it and will be added.</numerusform>
            <numerusform>The call goes on; %n steps are safe in a file beside it and will be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The call goes on; %n step(s) wait in memory. Leave the window open.</source>
        <translation>
            <numerusform>The call goes on; %n step waits in memory. Leave the window open.</numerusform>
            <numerusform>The call goes on; %n steps wait in memory. Leave the window open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The database does not take %n step(s) of this call, perhaps because another window went on with the same call. Not lost: set aside in %1.</source>
        <translation>
            <numerusform>The database does not take %n step of this call, perhaps because another window went on with the same call. Not lost: set aside in %1.</numerusform>
            <numerusform>The database does not take %n steps of this call, perhaps because another window went on with the same call. Not lost: set aside in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatColumn</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>

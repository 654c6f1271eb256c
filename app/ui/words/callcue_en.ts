<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>Troubles</name>
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

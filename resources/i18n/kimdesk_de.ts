<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="de">
<context>
    <name>ContactsView</name>
    <message numerus="yes">
        <source>%n Kontakte</source>
        <translation>
            <numerusform>%n Kontakt</numerusform>
            <numerusform>%n Kontakte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FamiliesView</name>
    <message numerus="yes">
        <source>%n aktiv</source>
        <translation>
            <numerusform>%n aktiv</numerusform>
            <numerusform>%n aktiv</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insgesamt</source>
        <translation>
            <numerusform>%n insgesamt</numerusform>
            <numerusform>%n insgesamt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeadWords</name>
    <message numerus="yes">
        <source>%n Zusagen offen</source>
        <translation>
            <numerusform>%n Zusage offen</numerusform>
            <numerusform>%n Zusagen offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Einwilligungen gültig</source>
        <translation>
            <numerusform>%n Einwilligung gültig</numerusform>
            <numerusform>%n Einwilligungen gültig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperPane</name>
    <message numerus="yes">
        <source>%n Texte haben noch keine Übersetzung.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message numerus="yes">
        <source>%n Person(en)</source>
        <translation>
            <numerusform>eine Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>%n Ziele</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Maßnahmen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Seiten</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>in %n Tagen</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>seit %n Tagen</source>
        <translation>
            <numerusform>seit %n Tag</numerusform>
            <numerusform>seit %n Tagen</numerusform>
        </translation>
    </message>
</context>
</TS>

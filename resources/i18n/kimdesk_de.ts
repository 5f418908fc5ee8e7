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
    <name>CoverView</name>
    <message numerus="yes">
        <source>Noch %n Versuche, dann wird gesperrt.</source>
        <translation>
            <numerusform>Noch %n Versuch, dann wird gesperrt.</numerusform>
            <numerusform>Noch %n Versuche, dann wird gesperrt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DevicesView</name>
    <message numerus="yes">
        <source>%n zugelassen</source>
        <translation>
            <numerusform>%n zugelassen</numerusform>
            <numerusform>%n zugelassen</numerusform>
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
        <translation>
            <numerusform>Ein Text hat noch keine Übersetzung.</numerusform>
            <numerusform>%n Texte haben noch keine Übersetzung.</numerusform>
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
        <translation>
            <numerusform>ein Ziel</numerusform>
            <numerusform>%n Ziele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Maßnahmen</source>
        <translation>
            <numerusform>eine Maßnahme</numerusform>
            <numerusform>%n Maßnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Seiten</source>
        <translation>
            <numerusform>eine Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
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

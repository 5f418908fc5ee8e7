<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="de">
<context>
    <name>BackupsView</name>
    <message numerus="yes">
        <source>%n insgesamt</source>
        <translation>
            <numerusform>%n insgesamt</numerusform>
            <numerusform>%n insgesamt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Sicherungen aufgenommen.</source>
        <translation>
            <numerusform>%n Sicherung aufgenommen.</numerusform>
            <numerusform>%n Sicherungen aufgenommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BlocksCard</name>
    <message numerus="yes">
        <source>%n Bausteine vom Träger</source>
        <translation>
            <numerusform>%n Baustein vom Träger</numerusform>
            <numerusform>%n Bausteine vom Träger</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BlocksView</name>
    <message numerus="yes">
        <source>Die Datei mit %n Bausteinen ist gespeichert.</source>
        <translation>
            <numerusform>Die Datei mit %n Baustein ist gespeichert.</numerusform>
            <numerusform>Die Datei mit %n Bausteinen ist gespeichert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundlesPage</name>
    <message numerus="yes">
        <source>und %n weitere</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message numerus="yes">
        <source>%n nicht mehr gebrauchte Dateien</source>
        <translation>
            <numerusform>%n nicht mehr gebrauchte Datei</numerusform>
            <numerusform>%n nicht mehr gebrauchte Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Dateien sind endgültig gelöscht.</source>
        <translation>
            <numerusform>%n Datei ist endgültig gelöscht.</numerusform>
            <numerusform>%n Dateien sind endgültig gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComposeCard</name>
    <message numerus="yes">
        <source>Mit Namen: %n Familien</source>
        <translation>
            <numerusform>Mit Namen: %n Familie</numerusform>
            <numerusform>Mit Namen: %n Familien</numerusform>
        </translation>
    </message>
</context>
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
    <name>DeputyPage</name>
    <message numerus="yes">
        <source>%n Familien haben zugestimmt</source>
        <translation>
            <numerusform>%n Familie hat zugestimmt</numerusform>
            <numerusform>%n Familien haben zugestimmt</numerusform>
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
    <name>DistrictCard</name>
    <message numerus="yes">
        <source>%n Orte</source>
        <translation>
            <numerusform>%n Ort</numerusform>
            <numerusform>%n Orte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message numerus="yes">
        <source>%n Seiten</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsView</name>
    <message numerus="yes">
        <source>%n Dateien aufgenommen.</source>
        <translation>
            <numerusform>%n Datei aufgenommen.</numerusform>
            <numerusform>%n Dateien aufgenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n davon liegen noch auf der Karte oder dem Stick.</source>
        <translation>
            <numerusform>%n davon liegt noch auf der Karte oder dem Stick.</numerusform>
            <numerusform>%n davon liegen noch auf der Karte oder dem Stick.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Dateien auf der Karte oder dem Stick löschen?</source>
        <translation>
            <numerusform>%n Datei auf der Karte oder dem Stick löschen?</numerusform>
            <numerusform>%n Dateien auf der Karte oder dem Stick löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Dateien auf der Karte oder dem Stick gelöscht.</source>
        <translation>
            <numerusform>%n Datei auf der Karte oder dem Stick gelöscht.</numerusform>
            <numerusform>%n Dateien auf der Karte oder dem Stick gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Aus %n Dokumenten wurden Angaben zu Verfasser, Programm, Zeit und Ort entfernt. Kommentare und Änderungsvermerke bleiben, auch mit Namen.</source>
        <translation>
            <numerusform>Aus %n Dokument wurden Angaben zu Verfasser, Programm, Zeit und Ort entfernt. Kommentare und Änderungsvermerke bleiben, auch mit Namen.</numerusform>
            <numerusform>Aus %n Dokumenten wurden Angaben zu Verfasser, Programm, Zeit und Ort entfernt. Kommentare und Änderungsvermerke bleiben, auch mit Namen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EarlierCard</name>
    <message numerus="yes">
        <source>Alle %n Pakete ansehen</source>
        <translation>
            <numerusform>%n Paket ansehen</numerusform>
            <numerusform>Alle %n Pakete ansehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message numerus="yes">
        <source>%n Fälle</source>
        <translation>
            <numerusform>%n Fall</numerusform>
            <numerusform>%n Fälle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Personen</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Kontakte</source>
        <translation>
            <numerusform>%n Kontakt</numerusform>
            <numerusform>%n Kontakte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Pläne</source>
        <translation>
            <numerusform>%n Plan</numerusform>
            <numerusform>%n Pläne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Ziele</source>
        <translation>
            <numerusform>%n Ziel</numerusform>
            <numerusform>%n Ziele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Maßnahmen</source>
        <translation>
            <numerusform>%n Maßnahme</numerusform>
            <numerusform>%n Maßnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Beziehungen</source>
        <translation>
            <numerusform>%n Beziehung</numerusform>
            <numerusform>%n Beziehungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Wohnungen</source>
        <translation>
            <numerusform>%n Wohnung</numerusform>
            <numerusform>%n Wohnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Punkte abgelehnt</source>
        <translation>
            <numerusform>%n Punkt abgelehnt</numerusform>
            <numerusform>%n Punkte abgelehnt</numerusform>
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
    <name>FiguresView</name>
    <message numerus="yes">
        <source>aus %n Geräten</source>
        <translation>
            <numerusform>aus %n Gerät</numerusform>
            <numerusform>aus %n Geräten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message numerus="yes">
        <source>%n falsche Eingaben seit dem letzten Öffnen</source>
        <translation>
            <numerusform>%n falsche Eingabe seit dem letzten Öffnen</numerusform>
            <numerusform>%n falsche Eingaben seit dem letzten Öffnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Eingaben von vorher sind noch nicht übernommen.</source>
        <translation>
            <numerusform>%n Eingabe von vorher ist noch nicht übernommen.</numerusform>
            <numerusform>%n Eingaben von vorher sind noch nicht übernommen.</numerusform>
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
    <name>HelpPage</name>
    <message numerus="yes">
        <source>%n Antworten gewählt</source>
        <translation>
            <numerusform>%n Antwort gewählt</numerusform>
            <numerusform>%n Antworten gewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n Familien übernehmen</source>
        <translation>
            <numerusform>%n Familie übernehmen</numerusform>
            <numerusform>%n Familien übernehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Familien sind da.</source>
        <translation>
            <numerusform>%n Familie ist da.</numerusform>
            <numerusform>%n Familien sind da.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxRows</name>
    <message numerus="yes">
        <source>%n Angaben übernommen.</source>
        <translation>
            <numerusform>%n Angabe übernommen.</numerusform>
            <numerusform>%n Angaben übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fehlen</source>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>seit %n Wochen still</source>
        <translation>
            <numerusform>seit %n Woche still</numerusform>
            <numerusform>seit %n Wochen still</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxView</name>
    <message numerus="yes">
        <source>%n Geräte im Kreis</source>
        <translation>
            <numerusform>%n Gerät im Kreis</numerusform>
            <numerusform>%n Geräte im Kreis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Abgebrochen: %n Dateien wurden nicht eingelesen und sind unverändert.</source>
        <translation>
            <numerusform>Abgebrochen: %n Datei wurde nicht eingelesen und ist unverändert.</numerusform>
            <numerusform>Abgebrochen: %n Dateien wurden nicht eingelesen und sind unverändert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeavingPage</name>
    <message numerus="yes">
        <source>Strukturbeobachtungen: %n</source>
        <translation>
            <numerusform>Strukturbeobachtungen: %n</numerusform>
            <numerusform>Strukturbeobachtungen: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mit Namen: %n Familien</source>
        <translation>
            <numerusform>Mit Namen: %n Familie</numerusform>
            <numerusform>Mit Namen: %n Familien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Widerrufe und Berichtigungen: %n</source>
        <translation>
            <numerusform>Widerrufe und Berichtigungen: %n</numerusform>
            <numerusform>Widerrufe und Berichtigungen: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fallliste ohne Namen: %n</source>
        <translation>
            <numerusform>Fallliste ohne Namen: %n</numerusform>
            <numerusform>Fallliste ohne Namen: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkingView</name>
    <message numerus="yes">
        <source>%n Einwilligungen vorbereitet</source>
        <translation>
            <numerusform>%n Einwilligung vorbereitet</numerusform>
            <numerusform>%n Einwilligungen vorbereitet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkingWords</name>
    <message numerus="yes">
        <source>%n Stellen ohne Einwilligung</source>
        <translation>
            <numerusform>%n Stelle ohne Einwilligung</numerusform>
            <numerusform>%n Stellen ohne Einwilligung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObservationsView</name>
    <message numerus="yes">
        <source>%n weitere Gruppen: bitte enger suchen.</source>
        <translation>
            <numerusform>%n weitere Gruppe: bitte enger suchen.</numerusform>
            <numerusform>%n weitere Gruppen: bitte enger suchen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insgesamt</source>
        <translation>
            <numerusform>%n insgesamt</numerusform>
            <numerusform>%n insgesamt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Beobachtungen</source>
        <translation>
            <numerusform>%n Beobachtung</numerusform>
            <numerusform>%n Beobachtungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weitere zeigen</source>
        <translation>
            <numerusform>%n weitere zeigen</numerusform>
            <numerusform>%n weitere zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weitere: bitte enger suchen.</source>
        <translation>
            <numerusform>%n weitere: bitte enger suchen.</numerusform>
            <numerusform>%n weitere: bitte enger suchen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Beobachtungen dazu</source>
        <translation>
            <numerusform>%n Beobachtung dazu</numerusform>
            <numerusform>%n Beobachtungen dazu</numerusform>
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
    <name>PartnersView</name>
    <message numerus="yes">
        <source>%n weitere: bitte enger suchen.</source>
        <translation>
            <numerusform>%n weitere: bitte enger suchen.</numerusform>
            <numerusform>%n weitere: bitte enger suchen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Stellen</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
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
    <name>PreviewStep</name>
    <message numerus="yes">
        <source>%n Zeilen gelesen</source>
        <translation>
            <numerusform>%n Zeile gelesen</numerusform>
            <numerusform>%n Zeilen gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gewählt</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vielleicht schon da</source>
        <translation>
            <numerusform>%n vielleicht schon da</numerusform>
            <numerusform>%n vielleicht schon da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gehen nicht</source>
        <translation>
            <numerusform>%n geht nicht</numerusform>
            <numerusform>%n gehen nicht</numerusform>
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
    <name>PrintListView</name>
    <message numerus="yes">
        <source>Zusammen %n Seiten. Bitte prüfen Sie Namen und Fallnummern.</source>
        <translation>
            <numerusform>Zusammen %n Seite. Bitte prüfen Sie Namen und Fallnummern.</numerusform>
            <numerusform>Zusammen %n Seiten. Bitte prüfen Sie Namen und Fallnummern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Seiten</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Der Drucker hat %n Blätter bekommen.</source>
        <translation>
            <numerusform>Der Drucker hat %n Blatt bekommen.</numerusform>
            <numerusform>Der Drucker hat %n Blätter bekommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProviderPage</name>
    <message numerus="yes">
        <source>%n Textbausteine von {name} sind da.</source>
        <translation>
            <numerusform>%n Textbaustein von {name} ist da.</numerusform>
            <numerusform>%n Textbausteine von {name} sind da.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptsCard</name>
    <message numerus="yes">
        <source>%n übernommen</source>
        <translation>
            <numerusform>%n übernommen</numerusform>
            <numerusform>%n übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n abgelehnt</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptsView</name>
    <message numerus="yes">
        <source>%n Geräte warten</source>
        <translation>
            <numerusform>%n Gerät wartet</numerusform>
            <numerusform>%n Geräte warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Pakete, bis Nr. {seq}</source>
        <translation>
            <numerusform>%n Paket, bis Nr. {seq}</numerusform>
            <numerusform>%n Pakete, bis Nr. {seq}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowTags</name>
    <message numerus="yes">
        <source>+ %n weitere</source>
        <translation>
            <numerusform>+ %n weitere</numerusform>
            <numerusform>+ %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharedView</name>
    <message numerus="yes">
        <source>%n Fälle</source>
        <translation>
            <numerusform>%n Fall</numerusform>
            <numerusform>%n Fälle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Angaben gelöscht</source>
        <translation>
            <numerusform>%n Angabe gelöscht</numerusform>
            <numerusform>%n Angaben gelöscht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message numerus="yes">
        <source>%n heute oder überfällig</source>
        <translation>
            <numerusform>%n heute oder überfällig</numerusform>
            <numerusform>%n heute oder überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in den nächsten 7 Tagen</source>
        <translation>
            <numerusform>%n in den nächsten 7 Tagen</numerusform>
            <numerusform>%n in den nächsten 7 Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>und %n weitere</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Länger kein Kontakt: %n Familien seit mehr als sechs Wochen</source>
        <translation>
            <numerusform>Länger kein Kontakt: %n Familie seit mehr als sechs Wochen</numerusform>
            <numerusform>Länger kein Kontakt: %n Familien seit mehr als sechs Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Blätter warten auf den Drucker des Büros</source>
        <translation>
            <numerusform>%n Blatt wartet auf den Drucker des Büros</numerusform>
            <numerusform>%n Blätter warten auf den Drucker des Büros</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message numerus="yes">
        <source>%n aktive Familien</source>
        <translation>
            <numerusform>%n aktive Familie</numerusform>
            <numerusform>%n aktive Familien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n abgelehnt</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TurnDialog</name>
    <message numerus="yes">
        <source>%n Ziele</source>
        <translation>
            <numerusform>%n Ziel</numerusform>
            <numerusform>%n Ziele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Schritte</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Termine</source>
        <translation>
            <numerusform>%n Termin</numerusform>
            <numerusform>%n Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Texte haben noch keine Übersetzung und stehen auf Deutsch da.</source>
        <translation>
            <numerusform>%n Text hat noch keine Übersetzung und steht auf Deutsch da.</numerusform>
            <numerusform>%n Texte haben noch keine Übersetzung und stehen auf Deutsch da.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WentCard</name>
    <message numerus="yes">
        <source>%n Vermittlungen</source>
        <translation>
            <numerusform>%n Vermittlung</numerusform>
            <numerusform>%n Vermittlungen</numerusform>
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

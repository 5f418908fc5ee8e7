<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="de">
<context>
    <name>AboutPage</name>
    <message>
        <source>Über KIM Desk</source>
        <translation>About KIM Desk</translation>
    </message>
    <message>
        <source>Fremde Arbeit, auf der das Programm steht</source>
        <translation>The work of others this program stands on</translation>
    </message>
    <message>
        <source>Fallarbeit im Kommunalen Integrationsmanagement, auf dem eigenen Laptop.</source>
        <translation>Casework in municipal integration management, on one&apos;s own laptop.</translation>
    </message>
    <message>
        <source>Arbeitet ohne Internet; verbindet sich nie mit dem Internet.</source>
        <translation>Works without internet; never connects to the internet.</translation>
    </message>
    <message>
        <source>Fassung {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Was geschützt ist und was nicht, was nach einem Verlust zu tun ist, Seite für den Betriebsrat.</source>
        <translation>What is protected and what is not, what to do after a loss, a page for the works council.</translation>
    </message>
    <message>
        <source>Handbuch lesen</source>
        <translation>Read the handbook</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Sperren</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Wiederholen</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Familien</source>
        <translation>Families</translation>
    </message>
    <message>
        <source>Familie finden</source>
        <translation>Find a family</translation>
    </message>
    <message>
        <source>Neue Familie</source>
        <translation>New family</translation>
    </message>
    <message>
        <source>Besuch</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Drucken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Meine Einschätzung</source>
        <translation>My assessment</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Schrift größer</source>
        <translation>Larger type</translation>
    </message>
    <message>
        <source>Schrift kleiner</source>
        <translation>Smaller type</translation>
    </message>
    <message>
        <source>Abdecken</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>Austausch</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Namen verbergen</source>
        <translation>Hide names</translation>
    </message>
    <message>
        <source>Heute</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Suchen und tun</source>
        <translation>Find and do</translation>
    </message>
    <message>
        <source>Einstellungen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Schutz am Bildschirm</source>
        <translation>Protection at the screen</translation>
    </message>
    <message>
        <source>Bestand übernehmen …</source>
        <translation>Take over a caseload …</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Der Familie zeigen</source>
        <translation>Show to the family</translation>
    </message>
    <message>
        <source>Beobachtungen</source>
        <translation>Observations</translation>
    </message>
    <message>
        <source>Druckliste</source>
        <translation>Print list</translation>
    </message>
    <message>
        <source>Textbaustein einfügen</source>
        <translation>Insert text block</translation>
    </message>
    <message>
        <source>Datenpannen-Blatt …</source>
        <translation>Data incident sheet …</translation>
    </message>
    <message>
        <source>Vertretung öffnen …</source>
        <translation>Open a deputy package …</translation>
    </message>
    <message>
        <source>Fall übergeben …</source>
        <translation>Hand over case …</translation>
    </message>
    <message>
        <source>Fall übernehmen …</source>
        <translation>Take over case …</translation>
    </message>
    <message>
        <source>Handbuch</source>
        <translation>Handbook</translation>
    </message>
</context>
<context>
    <name>AgeQuestion</name>
    <message>
        <source>Ja, mindestens 18</source>
        <translation>Yes, at least 18</translation>
    </message>
    <message>
        <source>Nein, unter 18</source>
        <translation>No, under 18</translation>
    </message>
    <message>
        <source>Ist {name} mindestens 18 Jahre alt?</source>
        <translation>Is {name} at least 18 years old?</translation>
    </message>
    <message>
        <source>Kinder und Jugendliche dolmetschen nicht. Der Name wird übernommen, sobald das beantwortet ist.</source>
        <translation>Children and young people do not interpret. The name is taken once this is answered.</translation>
    </message>
    <message>
        <source>Kinder und Jugendliche dolmetschen nicht.</source>
        <translation>Children and young people do not interpret.</translation>
    </message>
</context>
<context>
    <name>AgreedCard</name>
    <message>
        <source>Vereinbart</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Vereinbarung</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Vereinbarung hinzufügen</source>
        <translation>Add agreement</translation>
    </message>
    <message>
        <source>Vereinbarung ändern: {text}</source>
        <translation>Change agreement: {text}</translation>
    </message>
    <message>
        <source>Vereinbarung entfernen: {text}</source>
        <translation>Remove agreement: {text}</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Vereinbarung eintragen</source>
        <translation>Record an agreement</translation>
    </message>
    <message>
        <source>Ohne unterschriebene Vereinbarung zwischen Ihrem Träger und „{body}“ geht keine Fallliste mit.</source>
        <translation>Without a signed agreement between your provider and “{body}” no case list goes along.</translation>
    </message>
    <message>
        <source>Aktenzeichen oder Ablage</source>
        <translation>Reference or place of filing</translation>
    </message>
    <message>
        <source>Unterschrieben am</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>Gültig bis</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Kann leer bleiben.</source>
        <translation>May stay empty.</translation>
    </message>
    <message>
        <source>Die Liste nennt niemanden: Phase, Zugang, Monate, Geburtsjahrgänge in Fünferschritten, Aufenthalt und Lebensbereiche der Ziele.</source>
        <translation>The list names nobody: phase, way of access, months, birth years in steps of five, residence and life domains of the goals.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Eintragen</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Aktenzeichen und Datum gehören dazu.</source>
        <translation>Reference and date are needed.</translation>
    </message>
</context>
<context>
    <name>AgreementRow</name>
    <message>
        <source>Vereinbarung entfernen</source>
        <translation>Remove agreement</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Anteil für „{label}“ geben?</source>
        <translation>Give the share for “{label}”?</translation>
    </message>
    <message>
        <source>Anfrage vom {day}. Bitte die Person anrufen, die Sie kennen, und sich die acht Wörter vorlesen lassen. Erst mit dem Anteil einer zweiten Person öffnet sich der Tresor.</source>
        <translation>Request of {day}. Please call the person you know and have the eight words read out. Only with a second person&apos;s share does the vault open.</translation>
    </message>
    <message>
        <source>Die acht Wörter, wie Sie sie hören</source>
        <translation>The eight words as you hear them</translation>
    </message>
    <message>
        <source>Warum?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Passphrase vergessen, persönlich erkannt</source>
        <translation>passphrase forgotten, recognised in person</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Anteil speichern …</source>
        <translation>Save the share …</translation>
    </message>
    <message>
        <source>Für diesen Tresor hält diese Stelle keinen Anteil.</source>
        <translation>This office holds no share for this vault.</translation>
    </message>
</context>
<context>
    <name>AskingCard</name>
    <message>
        <source>Fällt eine Kollegin oder ein Kollege aus, öffnet dieser Arbeitsplatz das Paket, das mit jeder Sicherung mitgeht, wenn Sie als Vertretung benannt sind. Darin steht nur, was die Familien der Vertretung erlaubt haben: Namen, Telefon, Sprache, Termine, offene Zusagen.</source>
        <translation>When a colleague is absent, this desk opens the package that goes along with every backup, if you are named to stand in. It holds only what the families allowed the deputy to know: names, phone, language, appointments, open promises.</translation>
    </message>
    <message>
        <source>Ordner der Sicherungen wählen …</source>
        <translation>Choose the folder of backups …</translation>
    </message>
    <message>
        <source>Paket wählen …</source>
        <translation>Choose the package …</translation>
    </message>
    <message>
        <source>Wen vertreten Sie?</source>
        <translation>Whom do you stand in for?</translation>
    </message>
    <message>
        <source>Grund</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Die vertretene Person sieht beim nächsten Öffnen, wer das Paket wann und warum geöffnet hat.</source>
        <translation>The person you stand in for sees at the next opening who opened the package, when and why.</translation>
    </message>
    <message>
        <source>Vertretung öffnen</source>
        <translation>Open the deputy package</translation>
    </message>
    <message>
        <source>{vault}, Sicherung vom {when}</source>
        <translation>{vault}, backup of {when}</translation>
    </message>
    <message>
        <source>Ordner der Sicherungen wählen</source>
        <translation>Choose the folder of backups</translation>
    </message>
    <message>
        <source>Vertretungspaket (*.kimv)</source>
        <translation>Deputy package (*.kimv)</translation>
    </message>
    <message>
        <source>Vertretungspaket wählen</source>
        <translation>Choose a deputy package</translation>
    </message>
</context>
<context>
    <name>Assessment</name>
    <message>
        <source>Assessments</source>
        <translation>Assessments</translation>
    </message>
    <message>
        <source>Beginnen</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Assessment beginnen</source>
        <translation>Begin an assessment</translation>
    </message>
    <message>
        <source>Lebensbereiche</source>
        <translation>Life domains</translation>
    </message>
    <message>
        <source>Fehlende ergänzen</source>
        <translation>Add missing ones</translation>
    </message>
    <message>
        <source>Fehlende Lebensbereiche ergänzen</source>
        <translation>Add missing life domains</translation>
    </message>
</context>
<context>
    <name>AssessmentView</name>
    <message>
        <source>Im Vergleich</source>
        <translation>Compared</translation>
    </message>
    <message>
        <source>Danach lässt es sich lesen, drucken und vergleichen, aber nicht mehr ändern.</source>
        <translation>After that it can be read, printed and compared, but no longer changed.</translation>
    </message>
    <message>
        <source>Bisher ist kein Lebensbereich bewertet.</source>
        <translation>No life domain has been rated so far.</translation>
    </message>
    <message>
        <source>Assessment fertigstellen?</source>
        <translation>Complete the assessment?</translation>
    </message>
    <message>
        <source>Fertigstellen</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Assessment beginnen</source>
        <translation>Begin assessment</translation>
    </message>
    <message>
        <source>Noch kein Assessment begonnen</source>
        <translation>No assessment begun yet</translation>
    </message>
    <message>
        <source>Zwölf Lebensbereiche, aus Sicht der Familie und aus Ihrer Sicht; jedes spätere steht neben dem davor.</source>
        <translation>Twelve life domains, as the family and as you see them; every later one stands beside the one before.</translation>
    </message>
</context>
<context>
    <name>AssessmentWords</name>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>fertig</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>Fertigstellen …</source>
        <translation>Complete …</translation>
    </message>
    <message>
        <source>in Arbeit</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>Lebensbereiche am {day}</source>
        <translation>Life domains on {day}</translation>
    </message>
    <message>
        <source>noch nicht bewertet</source>
        <translation>not yet rated</translation>
    </message>
    <message>
        <source>Beim letzten Mal: {rated}</source>
        <translation>The last time: {rated}</translation>
    </message>
    <message>
        <source>Beim letzten Mal, am {day}</source>
        <translation>The last time, on {day}</translation>
    </message>
    <message>
        <source>nicht bewertet</source>
        <translation>not rated</translation>
    </message>
    <message>
        <source>Familie: {rating}</source>
        <translation>Family: {rating}</translation>
    </message>
    <message>
        <source>ich: {rating}</source>
        <translation>me: {rating}</translation>
    </message>
    <message>
        <source>{day} · Assessment</source>
        <translation>{day} · Assessment</translation>
    </message>
</context>
<context>
    <name>Authority</name>
    <message>
        <source>Geräte</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Koordinierungsstelle</source>
        <translation>Coordination office</translation>
    </message>
    <message>
        <source>Träger</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Eingang</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Zahlen</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Beobachtungen</source>
        <translation>Observations</translation>
    </message>
    <message>
        <source>Geteilte Fälle</source>
        <translation>Shared cases</translation>
    </message>
    <message>
        <source>Eingangsbestätigungen</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>Wiederherstellung</source>
        <translation>Recovery</translation>
    </message>
    <message>
        <source>Sicherungen</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Textbausteine</source>
        <translation>Text blocks</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Sicherung</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Jetzt sichern</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>wird nachgesehen …</source>
        <translation>looking …</translation>
    </message>
    <message>
        <source>Die Sicherung wird geschrieben und geprüft …</source>
        <translation>The backup is being written and verified …</translation>
    </message>
    <message>
        <source>Die Sicherung wird zur Probe wiederhergestellt …</source>
        <translation>The backup is being restored as a trial …</translation>
    </message>
    <message>
        <source>Ort wählen …</source>
        <translation>Choose a place …</translation>
    </message>
    <message>
        <source>Wählen Sie einen Ordner auf einem Stick oder Laufwerk.</source>
        <translation>Please choose a folder on a stick or drive.</translation>
    </message>
    <message>
        <source>Noch kein Ort gewählt</source>
        <translation>No place chosen yet</translation>
    </message>
    <message>
        <source>Ort der Sicherung</source>
        <translation>Place of the backup</translation>
    </message>
    <message>
        <source>gerade nicht da</source>
        <translation>not there right now</translation>
    </message>
    <message>
        <source>Noch keine Sicherung</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>Letzte Sicherung</source>
        <translation>Last backup</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>Sicherung vom {when}</source>
        <translation>Backup of {when}</translation>
    </message>
    <message>
        <source>Wiederherstellung proben</source>
        <translation>Try restoring</translation>
    </message>
    <message>
        <source>Sicherung vom {when}: Wiederherstellung proben</source>
        <translation>Backup of {when}: try restoring</translation>
    </message>
    <message>
        <source>Andere Sicherung proben …</source>
        <translation>Try another backup …</translation>
    </message>
    <message>
        <source>Zum Beispiel die, die der Träger verwahrt</source>
        <translation>For example the one the provider keeps</translation>
    </message>
    <message>
        <source>Ordner der Sicherung</source>
        <translation>Folder of the backup</translation>
    </message>
    <message>
        <source>Eine Sicherung ist der ganze Tresor noch einmal, verschlüsselt. Am besten auf einen Stick oder ein Laufwerk, das nicht im selben Raum liegt wie der Laptop. Jede wird nach dem Schreiben geprüft. Beim Beenden wird von selbst gesichert, was seit der letzten dazukam, wenn der Ort da ist.</source>
        <translation>A backup is the whole vault once more, encrypted. Best kept on a stick or drive that is not in the same room as the laptop. Each one is verified after it is written. When you quit, what is new since the last one is backed up by itself, if the place is there.</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Die Sicherung ist geschrieben und geprüft.</source>
        <translation>The backup is written and verified.</translation>
    </message>
    <message>
        <source>Die Probe ist gelungen: Aus der Sicherung vom {when} kommt alles zurück.</source>
        <translation>The trial succeeded: everything comes back from the backup of {when}.</translation>
    </message>
    <message>
        <source>Die Probe ist wieder gelöscht.</source>
        <translation>The trial is deleted again.</translation>
    </message>
    <message>
        <source>Abgebrochen.</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>Angefangenes wird gelöscht. Frühere Sicherungen sind unverändert.</source>
        <translation>What was begun is deleted. Earlier backups are unchanged.</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>Sicherung: noch keine</source>
        <translation>Backup: none yet</translation>
    </message>
    <message>
        <source>Sicherung: nicht mehr an ihrem Ort</source>
        <translation>Backup: no longer in its place</translation>
    </message>
    <message>
        <source>Sicherung: heute, geprüft</source>
        <translation>Backup: today, verified</translation>
    </message>
    <message>
        <source>Sicherung: {day}, geprüft</source>
        <translation>Backup: {day}, verified</translation>
    </message>
    <message>
        <source>bitte sichern</source>
        <translation>please back up</translation>
    </message>
    <message>
        <source>nicht mehr am gewählten Ort</source>
        <translation>no longer in the chosen place</translation>
    </message>
    <message>
        <source>älter als eine Woche</source>
        <translation>older than a week</translation>
    </message>
    <message>
        <source>geprüft</source>
        <translation>verified</translation>
    </message>
</context>
<context>
    <name>BackupsView</name>
    <message>
        <source>Sicherungen beim Träger</source>
        <translation>Backups at the provider</translation>
    </message>
    <message>
        <source>Sicherungen aufnehmen …</source>
        <translation>Take backups in …</translation>
    </message>
    <message>
        <source>Sicherungen</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Was von den Arbeitsplätzen zum Träger kam. Prüfen heißt: jede Datei mit dem Verzeichnis der Sicherung vergleichen. Dafür braucht es keinen Schlüssel, und niemand kann dabei hineinsehen.</source>
        <translation>What came from the desks to the provider. Verifying means: every file is compared with the backup&apos;s list of contents. That takes no key, and nobody can look inside.</translation>
    </message>
    <message numerus="yes">
        <source>%n insgesamt</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
    <message>
        <source>Alle Sicherungen von dort standen schon auf der Liste.</source>
        <translation>All backups from there were on the list already.</translation>
    </message>
    <message numerus="yes">
        <source>%n Sicherungen aufgenommen.</source>
        <translation>
            <numerusform>%n backup taken in.</numerusform>
            <numerusform>%n backups taken in.</numerusform>
        </translation>
    </message>
    <message>
        <source>gemacht am {when}</source>
        <translation>made on {when}</translation>
    </message>
    <message>
        <source>hier seit {day}</source>
        <translation>here since {day}</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>Prüfen</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>„{label}“ prüfen</source>
        <translation>Verify “{label}”</translation>
    </message>
    <message>
        <source>Mehr zu „{label}“</source>
        <translation>More about “{label}”</translation>
    </message>
    <message>
        <source>noch nicht geprüft</source>
        <translation>not verified yet</translation>
    </message>
    <message>
        <source>unversehrt am {day}</source>
        <translation>whole on {day}</translation>
    </message>
    <message>
        <source>beschädigt am {day}</source>
        <translation>damaged on {day}</translation>
    </message>
    <message>
        <source>So weit ist die Sicherung geprüft</source>
        <translation>How far the backup is verified</translation>
    </message>
    <message>
        <source>Aufhören</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Jede Datei wird gelesen …</source>
        <translation>Reading every file …</translation>
    </message>
    <message>
        <source>Stick oder Ordner wählen …</source>
        <translation>Choose a stick or folder …</translation>
    </message>
    <message>
        <source>Einen Stick oder Ordner mit Sicherungen können Sie auch hierher ziehen.</source>
        <translation>You can also drop a stick or folder with backups here.</translation>
    </message>
    <message>
        <source>Noch ist keine Sicherung da</source>
        <translation>No backup is here yet</translation>
    </message>
    <message>
        <source>Stick oder Ordner mit Sicherungen</source>
        <translation>Stick or folder with backups</translation>
    </message>
    <message>
        <source>Von der Liste nehmen (die Dateien bleiben)</source>
        <translation>Take off the list (the files stay)</translation>
    </message>
    <message>
        <source>mit Ihrem Anteil am Schlüssel</source>
        <translation>with your share of its key</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>ansehen</source>
        <translation>look at it</translation>
    </message>
    <message>
        <source>zuklappen</source>
        <translation>fold up</translation>
    </message>
</context>
<context>
    <name>BlockDialog</name>
    <message>
        <source>Textbaustein</source>
        <translation>Text block</translation>
    </message>
    <message>
        <source>Für alle Arbeitsplätze, deshalb ohne Namen. {vorname}, {familie} oder {datum} werden ergänzt.</source>
        <translation>For all desks, hence without names. {vorname}, {familie} or {datum} are filled in.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Festhalten</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>BlocksCard</name>
    <message>
        <source>Textbausteine des Trägers</source>
        <translation>The provider&apos;s text blocks</translation>
    </message>
    <message>
        <source>Der Träger schreibt sie in seinem Tresor und gibt sie als Datei weiter. Ihre eigenen bleiben.</source>
        <translation>The provider writes them in its vault and passes them on as a file. Your own stay.</translation>
    </message>
    <message>
        <source>Textbausteine laden …</source>
        <translation>Load text blocks …</translation>
    </message>
    <message numerus="yes">
        <source>%n Bausteine vom Träger</source>
        <translation>
            <numerusform>%n block from the provider</numerusform>
            <numerusform>%n blocks from the provider</numerusform>
        </translation>
    </message>
    <message>
        <source>noch keine Bausteine vom Träger</source>
        <translation>no blocks from the provider yet</translation>
    </message>
    <message>
        <source>Textbausteine laden</source>
        <translation>Load text blocks</translation>
    </message>
</context>
<context>
    <name>BlocksView</name>
    <message>
        <source>Neuer Baustein …</source>
        <translation>New block …</translation>
    </message>
    <message>
        <source>Datei für die Arbeitsplätze speichern …</source>
        <translation>Save file for the desks …</translation>
    </message>
    <message>
        <source>Textbausteine</source>
        <translation>Text blocks</translation>
    </message>
    <message>
        <source>Kurze Texte, die an allen Arbeitsplätzen gleich lauten sollen. Die Arbeitsplätze laden die Datei unter „Einstellungen“, „Träger“; mit {key} stehen die Texte dann neben den eigenen.</source>
        <translation>Short texts that shall read the same at all desks. The desks load the file under “Settings”, “Provider”; with {key} the texts then stand beside their own.</translation>
    </message>
    <message>
        <source>Zum Beispiel, wie Sie auf die Freiwilligkeit hinweisen oder einen Termin bestätigen.</source>
        <translation>For example how you say that it is voluntary, or confirm an appointment.</translation>
    </message>
    <message>
        <source>Noch gibt es keinen Baustein</source>
        <translation>There is no block yet</translation>
    </message>
    <message>
        <source>Ändern …</source>
        <translation>Change …</translation>
    </message>
    <message>
        <source>Baustein ändern: {title}</source>
        <translation>Change block: {title}</translation>
    </message>
    <message>
        <source>Entfernen …</source>
        <translation>Remove …</translation>
    </message>
    <message>
        <source>Baustein entfernen: {title}</source>
        <translation>Remove block: {title}</translation>
    </message>
    <message>
        <source>Baustein „{title}“ entfernen?</source>
        <translation>Remove block “{title}”?</translation>
    </message>
    <message>
        <source>Aus den Arbeitsplätzen verschwindet er mit der nächsten Datei.</source>
        <translation>It disappears from the desks with the next file.</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Textbausteine speichern</source>
        <translation>Save text blocks</translation>
    </message>
    <message numerus="yes">
        <source>Die Datei mit %n Bausteinen ist gespeichert.</source>
        <translation>
            <numerusform>The file with %n block is saved.</numerusform>
            <numerusform>The file with %n blocks is saved.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sie ist lesbar und enthält keine Daten über Familien.</source>
        <translation>It is readable and holds no data about families.</translation>
    </message>
</context>
<context>
    <name>BugWatch</name>
    <message>
        <source>Details kopieren</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Verstanden</source>
        <translation>I understand</translation>
    </message>
</context>
<context>
    <name>BundlesPage</name>
    <message>
        <source>Alle Pakete</source>
        <translation>All bundles</translation>
    </message>
    <message>
        <source>Was daraus geworden ist</source>
        <translation>What became of it</translation>
    </message>
    <message>
        <source>Nr.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>gespeichert am</source>
        <translation>saved on</translation>
    </message>
    <message>
        <source>an</source>
        <translation>to</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Paket Nr. {number} an {partner}</source>
        <translation>Bundle no. {number} for {partner}</translation>
    </message>
    <message>
        <source>bestätigt am {day}</source>
        <translation>confirmed on {day}</translation>
    </message>
    <message numerus="yes">
        <source>und %n weitere</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Alles daraus ging mit einem späteren Paket noch einmal.</source>
        <translation>All of it went once more with a later bundle.</translation>
    </message>
    <message>
        <source>Abgelehnt, weil: {why}</source>
        <translation>Refused because: {why}</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>Karte für einen Arbeitsplatz</source>
        <translation>Card for a desk</translation>
    </message>
    <message>
        <source>Mit den Karten von zwei Personen hinterlegt ein Arbeitsplatz seinen Schlüssel in zwei Hälften. Keine Person kann ihn allein öffnen. Bitte beim Übergeben diese acht Wörter vorlesen:</source>
        <translation>With the cards of two persons a desk deposits its key in two halves. Neither person can open it alone. Please read these eight words out when handing over the card:</translation>
    </message>
    <message>
        <source>Wer hält diesen Anteil?</source>
        <translation>Who holds this share?</translation>
    </message>
    <message>
        <source>Fachbereichsleitung</source>
        <translation>head of department</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Karte speichern …</source>
        <translation>Save the card …</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Tresor prüfen</source>
        <translation>Check the vault</translation>
    </message>
    <message>
        <source>Jetzt prüfen</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Der Tresor wird geprüft …</source>
        <translation>The vault is being checked …</translation>
    </message>
    <message>
        <source>Verzeichnisse werden neu aufgebaut, dann wird noch einmal geprüft …</source>
        <translation>Indexes are built anew, then it is checked once more …</translation>
    </message>
    <message>
        <source>Reparieren …</source>
        <translation>Repair …</translation>
    </message>
    <message>
        <source>Noch nicht geprüft</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>Einmal im Monat genügt.</source>
        <translation>Once a month is enough.</translation>
    </message>
    <message>
        <source>Letzte Prüfung</source>
        <translation>Last check</translation>
    </message>
    <message>
        <source>unversehrt</source>
        <translation>whole</translation>
    </message>
    <message>
        <source>etwas gefunden</source>
        <translation>something found</translation>
    </message>
    <message>
        <source>beschädigt</source>
        <translation>damaged</translation>
    </message>
    <message>
        <source>lässt sich beheben</source>
        <translation>can be mended</translation>
    </message>
    <message>
        <source>Hinweis</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>Reparieren?</source>
        <translation>Repair?</translation>
    </message>
    <message>
        <source>Reparieren</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>Abgebrochen.</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>Am Tresor ist nichts geändert.</source>
        <translation>Nothing was changed in the vault.</translation>
    </message>
    <message>
        <source>Entfernte Dateien werden endgültig gelöscht …</source>
        <translation>Removed files are being erased for good …</translation>
    </message>
    <message numerus="yes">
        <source>%n nicht mehr gebrauchte Dateien</source>
        <translation>
            <numerusform>%n file no longer needed</numerusform>
            <numerusform>%n files no longer needed</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>Sie wurden aus Akten entfernt. Bis 30 Tage danach lassen sie sich im Verlauf zurückholen, dann werden sie von selbst endgültig gelöscht. Platz: {size}.</source>
        <translation>They were removed from case files. For 30 days they can be brought back from the history, then they are erased for good by themselves. Space: {size}.</translation>
    </message>
    <message>
        <source>Endgültig löschen …</source>
        <translation>Erase for good …</translation>
    </message>
    <message>
        <source>Nicht mehr gebrauchte Dateien endgültig löschen?</source>
        <translation>Erase files no longer needed for good?</translation>
    </message>
    <message>
        <source>Endgültig löschen</source>
        <translation>Erase for good</translation>
    </message>
    <message numerus="yes">
        <source>%n Dateien sind endgültig gelöscht.</source>
        <translation>
            <numerusform>%n file is erased for good.</numerusform>
            <numerusform>%n files are erased for good.</numerusform>
        </translation>
    </message>
    <message>
        <source>Jede Seite der Datenbank, das Änderungsjournal, jeder Datensatz, jeder Anhang und die Schlüsseldateien werden angesehen. Geändert wird dabei nichts. Sie können weiterarbeiten.</source>
        <translation>Every page of the database, the journal of changes, every record, every attachment and the key files are looked at. Nothing is changed. You can go on working.</translation>
    </message>
    <message>
        <source>Danach holt sie auch der Verlauf nicht zurück; er zeigt nur noch, dass es sie gab. Ihre Bezeichnung und alle Angaben dazu gehen mit, ebenso die Kopien der Datenbank, die im Tresor vor Importen angelegt wurden. Frühere Sicherungen enthalten die Dateien noch, bis sie durch neue ersetzt sind.</source>
        <translation>After that the history cannot bring them back either; it only shows that they were there. Their titles and all that was noted about them go too, and so do the copies of the database made in the vault before imports. Earlier backups still hold the files until new ones replace them.</translation>
    </message>
    <message>
        <source>Suche und Listen werden aus den Datensätzen neu aufgebaut. Dateien, die zu keinem Datensatz gehören, werden beiseitegelegt. Kein Datensatz und kein Anhang wird geändert oder gelöscht. Sie können weiterarbeiten; die Suche findet bis zum Ende vielleicht nicht alles.</source>
        <translation>Search and lists are rebuilt from the records. Files that belong to no record are set aside. No record and no attachment is changed or deleted. You can go on working; until it is done the search may not find everything.</translation>
    </message>
    <message>
        <source>Was schon neu aufgebaut war, bleibt. Den Rest behebt die nächste Reparatur.</source>
        <translation>What was already rebuilt stays. The next repair mends the rest.</translation>
    </message>
</context>
<context>
    <name>ClosedBox</name>
    <message>
        <source>{heading} schließen</source>
        <translation>Close: {heading}</translation>
    </message>
    <message>
        <source>{heading} öffnen</source>
        <translation>Open: {heading}</translation>
    </message>
    <message>
        <source>Zudecken</source>
        <translation>Cover up</translation>
    </message>
</context>
<context>
    <name>CodeCombo</name>
    <message>
        <source>nicht erfasst</source>
        <translation>not recorded</translation>
    </message>
</context>
<context>
    <name>CodeEntry</name>
    <message>
        <source>Gruppe {n}</source>
        <translation>Group {n}</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Tabellenblatt</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Überschriften stehen in</source>
        <translation>Headings stand in</translation>
    </message>
    <message>
        <source>Die Tabelle ist größer, als hier gelesen wird: 20.000 Zeilen und 100 Spalten. Der Rest fehlt hier.</source>
        <translation>The table is larger than what is read here: 20,000 rows and 100 columns. The rest is missing here.</translation>
    </message>
    <message>
        <source>Zeile {n}: {text}</source>
        <translation>Row {n}: {text}</translation>
    </message>
    <message>
        <source>keine Überschriften</source>
        <translation>no headings</translation>
    </message>
    <message>
        <source>Spalte der Tabelle</source>
        <translation>Column of the table</translation>
    </message>
    <message>
        <source>Was darin steht</source>
        <translation>What it holds</translation>
    </message>
    <message>
        <source>Wird zu</source>
        <translation>Becomes</translation>
    </message>
    <message>
        <source>Spalte {n}</source>
        <translation>Column {n}</translation>
    </message>
    <message>
        <source>{column} wird zu</source>
        <translation>{column} becomes</translation>
    </message>
    <message>
        <source>wird nicht übernommen</source>
        <translation>is not taken over</translation>
    </message>
</context>
<context>
    <name>CommandDialog</name>
    <message>
        <source>Suchen und tun</source>
        <translation>Find and do</translation>
    </message>
    <message>
        <source>Suchen</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Familie, Person, Notiz oder Aktion suchen …</source>
        <translation>Find a family, person, note or action …</translation>
    </message>
    <message>
        <source>Dazu wurde nichts gefunden.</source>
        <translation>Nothing was found for this.</translation>
    </message>
    <message>
        <source>Gefunden</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Familie {name}</source>
        <translation>{name} family</translation>
    </message>
    <message>
        <source>Besuch beginnen: Familie {name}</source>
        <translation>Begin a visit: {name} family</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Was sich im Plan geändert hat</source>
        <translation>What has changed in the plan</translation>
    </message>
    <message>
        <source>Frühere Version</source>
        <translation>Earlier version</translation>
    </message>
    <message>
        <source>Spätere Version</source>
        <translation>Later version</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Version {number}, Entwurf</source>
        <translation>Version {number}, draft</translation>
    </message>
    <message>
        <source>Version {number} vom {day}</source>
        <translation>Version {number} of {day}</translation>
    </message>
    <message>
        <source>wird verglichen …</source>
        <translation>comparing …</translation>
    </message>
    <message>
        <source>Wunsch der Familie</source>
        <translation>The family&apos;s wish</translation>
    </message>
</context>
<context>
    <name>ComposeCard</name>
    <message>
        <source>An wen</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>Zeitraum der Zahlen</source>
        <translation>Period of the figures</translation>
    </message>
    <message>
        <source>Zahlen</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Eine Zahl je Zeile, keine Kreuztabellen; kleine Gruppen werden zusammengefasst.</source>
        <translation>One number a line, no cross tables; small groups are merged.</translation>
    </message>
    <message>
        <source>Strukturbeobachtungen</source>
        <translation>Structural observations</translation>
    </message>
    <message>
        <source>Wo es im System hakt. Beobachtungen nennen niemanden.</source>
        <translation>Where the system gets stuck. Observations name nobody.</translation>
    </message>
    <message>
        <source>Familie hinzufügen …</source>
        <translation>Add a family …</translation>
    </message>
    <message>
        <source>keine mit Namen</source>
        <translation>none by name</translation>
    </message>
    <message>
        <source>Neues Paket</source>
        <translation>New bundle</translation>
    </message>
    <message>
        <source>Die Anmeldung dort ist gesperrt.</source>
        <translation>The enrolment there is blocked.</translation>
    </message>
    <message>
        <source>Schlüssel verglichen am {day}, gültig bis {until}</source>
        <translation>Key compared on {day}, valid until {until}</translation>
    </message>
    <message>
        <source>Mit Namen: keine Familie</source>
        <translation>By name: no family</translation>
    </message>
    <message>
        <source>Eine Familie kann nur mitgehen, wenn ihre Einwilligung genau diesen Empfänger und Zweck nennt.</source>
        <translation>A family can only come along if its consent names exactly this recipient and purpose.</translation>
    </message>
    <message numerus="yes">
        <source>Mit Namen: %n Familien</source>
        <translation>
            <numerusform>By name: %n family</numerusform>
            <numerusform>By name: %n families</numerusform>
        </translation>
    </message>
    <message>
        <source>Fallliste ohne Namen</source>
        <translation>Case list without names</translation>
    </message>
    <message>
        <source>Vereinbarung eintragen …</source>
        <translation>Record an agreement …</translation>
    </message>
    <message>
        <source>Vereinbarung beenden …</source>
        <translation>End the agreement …</translation>
    </message>
    <message>
        <source>Geht nur mit, wenn eine unterschriebene Vereinbarung eingetragen ist.</source>
        <translation>Goes along only if a signed agreement is recorded.</translation>
    </message>
    <message>
        <source>Vereinbarung {reference} vom {day}</source>
        <translation>Agreement {reference} of {day}</translation>
    </message>
    <message>
        <source>, gültig bis {day}</source>
        <translation>, valid until {day}</translation>
    </message>
</context>
<context>
    <name>ConsentsView</name>
    <message>
        <source>Informationsblatt zum Datenschutz</source>
        <translation>Information sheet on data protection</translation>
    </message>
    <message>
        <source>Besprochen auf</source>
        <translation>Talked through in</translation>
    </message>
    <message>
        <source>Heute übergeben und besprochen</source>
        <translation>Handed over and talked through today</translation>
    </message>
    <message>
        <source>Vor der ersten Einwilligung bekommt jede erwachsene Person dieses Blatt (Art. 13 DSGVO).</source>
        <translation>Before the first consent every adult gets this sheet (Art. 13 GDPR).</translation>
    </message>
    <message>
        <source>Informationsblatt drucken …</source>
        <translation>Print information sheet …</translation>
    </message>
    <message>
        <source>noch nicht übergeben</source>
        <translation>not handed over yet</translation>
    </message>
    <message>
        <source>übergeben am {day}</source>
        <translation>handed over on {day}</translation>
    </message>
    <message>
        <source>vorbereitet, gilt noch nicht</source>
        <translation>prepared, not valid yet</translation>
    </message>
    <message>
        <source>gilt bis {day}</source>
        <translation>valid until {day}</translation>
    </message>
    <message>
        <source>gilt</source>
        <translation>valid</translation>
    </message>
    <message>
        <source>läuft ab am {day}</source>
        <translation>runs out on {day}</translation>
    </message>
    <message>
        <source>abgelaufen am {day}</source>
        <translation>expired on {day}</translation>
    </message>
    <message>
        <source>widerrufen am {day}</source>
        <translation>withdrawn on {day}</translation>
    </message>
    <message>
        <source>endete mit dem 18. Geburtstag</source>
        <translation>ended with the 18th birthday</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Einwilligen</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Widerrufen</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Welche Angaben: {kinds}</source>
        <translation>Which data: {kinds}</translation>
    </message>
    <message>
        <source>Erklärt auf {language}.</source>
        <translation>Explained in {language}.</translation>
    </message>
    <message>
        <source>Einwilligung widerrufen?</source>
        <translation>Withdraw the consent?</translation>
    </message>
    <message>
        <source>{what}: Ab sofort wird damit nichts mehr weitergegeben. Was schon weitergegeben ist, wird mit dem nächsten Paket zurückgerufen. Das lässt sich nicht rückgängig machen.</source>
        <translation>{what}: from now on nothing is passed on under it. What was passed on already is called back with the next bundle. This cannot be undone.</translation>
    </message>
    <message>
        <source>im Gespräch</source>
        <translation>in a talk</translation>
    </message>
    <message>
        <source>Der Widerruf gilt.</source>
        <translation>The withdrawal holds.</translation>
    </message>
    <message>
        <source>Der Widerruf geht mit dem nächsten Paket an die Stelle, die etwas bekommen hat.</source>
        <translation>It goes with the next bundle to whoever received something.</translation>
    </message>
</context>
<context>
    <name>ContactEditor</name>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Kontakt: fertig</source>
        <translation>Contact: done</translation>
    </message>
    <message>
        <source>Kontakt entfernen</source>
        <translation>Remove contact</translation>
    </message>
    <message>
        <source>Vereinbart</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Berichtigung schreiben</source>
        <translation>Write a correction</translation>
    </message>
    <message>
        <source>Notiz abschließen …</source>
        <translation>Complete the note …</translation>
    </message>
    <message>
        <source>Berichtigung entfernen</source>
        <translation>Remove correction</translation>
    </message>
    <message>
        <source>Besuchsprotokoll drucken</source>
        <translation>Print visit summary</translation>
    </message>
    <message>
        <source>{key} fügt einen Textbaustein ein.</source>
        <translation>{key} inserts a text block.</translation>
    </message>
</context>
<context>
    <name>ContactsView</name>
    <message>
        <source>Kontakte durchsuchen</source>
        <translation>Search contacts</translation>
    </message>
    <message>
        <source>Kontakt nachtragen</source>
        <translation>Add past contact</translation>
    </message>
    <message>
        <source>Angefangenen Kontakt weiterschreiben</source>
        <translation>Continue the contact begun before</translation>
    </message>
    <message>
        <source>Ältere Kontakte zeigen</source>
        <translation>Show older contacts</translation>
    </message>
    <message>
        <source>Noch kein Kontakt erfasst</source>
        <translation>No contact recorded yet</translation>
    </message>
    <message>
        <source>Hausbesuche, Gespräche und Anrufe erzählen hier, wie es weitergeht.</source>
        <translation>Home visits, talks and calls tell here how things go on.</translation>
    </message>
    <message numerus="yes">
        <source>%n Kontakte</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message>
        <source>{matching} von {total}</source>
        <translation>{matching} of {total}</translation>
    </message>
    <message>
        <source>neu</source>
        <translation>new</translation>
    </message>
    <message>
        <source>Kontakt ändern</source>
        <translation>Change contact</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Kontakt entfernt</source>
        <translation>Contact removed</translation>
    </message>
    <message>
        <source>Vereinbarung entfernt</source>
        <translation>Agreement removed</translation>
    </message>
    <message>
        <source>In Kontakten suchen</source>
        <translation>Search contacts</translation>
    </message>
    <message>
        <source>Abgeschlossen am {day}</source>
        <translation>Completed on {day}</translation>
    </message>
    <message>
        <source>Berichtigung schreiben</source>
        <translation>Write a correction</translation>
    </message>
    <message>
        <source>Danach lässt sich an dieser Notiz nichts mehr ändern. Was nicht stimmt, schreiben Sie als Berichtigung daneben; beides bleibt zusammen lesbar.</source>
        <translation>After that nothing in this note can be changed any more. What is not right you write beside it as a correction; both stay readable together.</translation>
    </message>
    <message>
        <source>Notiz abschließen?</source>
        <translation>Complete the note?</translation>
    </message>
    <message>
        <source>Abschließen</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Zu den Beobachtungen</source>
        <translation>To the observations</translation>
    </message>
    <message>
        <source>Als Strukturbeobachtung festgehalten</source>
        <translation>Kept as a structural observation</translation>
    </message>
    <message>
        <source>Ohne Namen und ohne Bezug zu dieser Familie.</source>
        <translation>Without names and without a link to this family.</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>Aufnahme</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>Wohnen</source>
        <translation>Housing</translation>
    </message>
    <message>
        <source>Phasen bisher</source>
        <translation>Phases so far</translation>
    </message>
    <message>
        <source>Abschluss</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>Termine</source>
        <translation>Appointments</translation>
    </message>
</context>
<context>
    <name>CoverView</name>
    <message>
        <source>Abgedeckt</source>
        <translation>Covered</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>PIN eingeben</source>
        <translation>Enter the PIN</translation>
    </message>
    <message>
        <source>Bitte die Passphrase eingeben</source>
        <translation>Please enter the passphrase</translation>
    </message>
    <message>
        <source>Das Beispiel ist abgedeckt</source>
        <translation>The example is covered</translation>
    </message>
    <message numerus="yes">
        <source>Noch %n Versuche, dann wird gesperrt.</source>
        <translation>
            <numerusform>%n try left, then it locks.</numerusform>
            <numerusform>%n tries left, then it locks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>TT.MM.JJJJ, auch nur Jahr</source>
        <translation>DD.MM.YYYY, or year only</translation>
    </message>
    <message>
        <source>TT.MM.JJJJ</source>
        <translation>DD.MM.YYYY</translation>
    </message>
</context>
<context>
    <name>DemoPage</name>
    <message>
        <source>Alle Personen darin sind erfunden. Was Sie hier tippen, wird beim Schließen gelöscht.</source>
        <translation>All the people in it are made up. Whatever you type here is deleted when you close it.</translation>
    </message>
    <message>
        <source>Das Beispiel wird vorbereitet …</source>
        <translation>Preparing the example …</translation>
    </message>
    <message>
        <source>So weit ist das Beispiel</source>
        <translation>How far the example is</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>DepositDialog</name>
    <message>
        <source>Beim Träger hinterlegen</source>
        <translation>Deposit with the provider</translation>
    </message>
    <message>
        <source>Zwei Personen beim Träger bekommen je einen Anteil. Nur zusammen können sie Ihnen wieder hineinhelfen, und Sie sehen es danach. Lassen Sie sich von jeder die acht Wörter vorlesen, am besten persönlich.</source>
        <translation>Two persons at the provider get one share each. Only together can they help you back in, and you will see it afterwards. Have each of them read out the eight words, best face to face.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Hinterlegen</source>
        <translation>Deposit</translation>
    </message>
</context>
<context>
    <name>DeputyPage</name>
    <message>
        <source>Vertretung</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>Wer geöffnet hat</source>
        <translation>Who opened a package</translation>
    </message>
    <message>
        <source>Wenn Sie ausfallen, sieht die Vertretung das Nötigste der Familien, die dem zugestimmt haben. Sie muss einen Grund nennen, und Sie erfahren es beim nächsten Öffnen. Die Vertretung endet von selbst.</source>
        <translation>If you are absent, your deputy sees the most necessary of the families who agreed. The deputy has to give a reason, and you learn of it when you open the vault next. It ends by itself.</translation>
    </message>
    <message>
        <source>wird nachgesehen …</source>
        <translation>looking …</translation>
    </message>
    <message>
        <source>Noch niemand.</source>
        <translation>Nobody so far.</translation>
    </message>
    <message>
        <source>Benennen …</source>
        <translation>Name …</translation>
    </message>
    <message>
        <source>Niemand vertritt</source>
        <translation>Nobody stands in</translation>
    </message>
    <message>
        <source>Sicherungen nehmen kein Paket mit.</source>
        <translation>Backups take no package along.</translation>
    </message>
    <message>
        <source>Beenden …</source>
        <translation>End …</translation>
    </message>
    <message>
        <source>Vertretung beenden</source>
        <translation>End the standing in</translation>
    </message>
    <message numerus="yes">
        <source>%n Familien haben zugestimmt</source>
        <translation>
            <numerusform>%n family has agreed</numerusform>
            <numerusform>%n families have agreed</numerusform>
        </translation>
    </message>
    <message>
        <source>bis {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>Damit gehen Angaben der Familien, die zugestimmt haben, mit jeder Sicherung mit.</source>
        <translation>With this, data of the families who agreed go along with every backup.</translation>
    </message>
    <message>
        <source>Benennen</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Vertretung beenden?</source>
        <translation>End the standing in?</translation>
    </message>
    <message>
        <source>Die nächste Sicherung nimmt kein Paket mehr mit. Ältere Pakete bleiben bis zu ihrem Tag lesbar.</source>
        <translation>The next backup takes no package along any more. Older packages can be read until their day.</translation>
    </message>
    <message>
        <source>Beenden</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Das Paket geht mit der nächsten Sicherung mit.</source>
        <translation>The package goes along with the next backup.</translation>
    </message>
    <message>
        <source>Die Vertretung ist benannt.</source>
        <translation>The deputy is named.</translation>
    </message>
    <message>
        <source>Die Vertretung ist beendet.</source>
        <translation>The standing in is ended.</translation>
    </message>
    <message>
        <source>Vertretung öffnen …</source>
        <translation>Open a deputy package …</translation>
    </message>
    <message>
        <source>Sie selbst vertreten jemanden?</source>
        <translation>You are standing in for somebody?</translation>
    </message>
</context>
<context>
    <name>DeputyshipView</name>
    <message>
        <source>Vertretung schließen</source>
        <translation>Close the deputy package</translation>
    </message>
    <message>
        <source>Vertretung</source>
        <translation>Standing in</translation>
    </message>
    <message>
        <source>Vertretung für {owner}: Das sind nicht Ihre Familien.</source>
        <translation>Standing in for {owner}: these are not your families.</translation>
    </message>
    <message>
        <source>Nur zum Lesen, Stand {when}, bis {until}. Geöffnet, weil: {reason}
{owner} erfährt davon beim nächsten Öffnen. Nichts davon kommt in Ihren Tresor.</source>
        <translation>For reading only, as of {when}, until {until}. Opened because: {reason}
{owner} learns of it at the next opening. Nothing of it enters your vault.</translation>
    </message>
    <message>
        <source>Keine Familie hat einer Vertretung zugestimmt, oder alle haben es widerrufen.</source>
        <translation>No family agreed to a deputy, or all of them withdrew.</translation>
    </message>
    <message>
        <source>Keine Familie im Paket</source>
        <translation>No family in the package</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>Beispiel zum Üben</source>
        <translation>Example for practice</translation>
    </message>
    <message>
        <source>Der letzte Schritt ist zurückgenommen: {kinds}</source>
        <translation>The last step was taken back: {kinds}</translation>
    </message>
    <message>
        <source>Der letzte Schritt ist zurückgenommen.</source>
        <translation>The last step was taken back.</translation>
    </message>
    <message>
        <source>Der Fall ist übergeben an {name}.</source>
        <translation>The case is handed over to {name}.</translation>
    </message>
    <message>
        <source>Die Datei öffnet nur an diesem einen Schreibtisch. Hier bleibt alles lesbar.</source>
        <translation>The file opens at this one desk only. Everything can still be read here.</translation>
    </message>
</context>
<context>
    <name>DevicePage</name>
    <message>
        <source>Dieses Gerät</source>
        <translation>This device</translation>
    </message>
    <message>
        <source>Noch einmal ansehen</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Mehrere Personen arbeiten an diesem Gerät unter demselben Konto</source>
        <translation>Several people work on this device under the same account</translation>
    </message>
    <message>
        <source>Der Tresor ist überall verschlüsselt. Manche Orte gefährden ihn auf andere Weise: abgeglichene Ordner, Netzlaufwerke, Sticks, und ein Speicher, den das System offen auslagert.</source>
        <translation>The vault is encrypted everywhere. Some places endanger it in other ways: synchronised folders, network shares, sticks, and memory that the system swaps out in the clear.</translation>
    </message>
    <message>
        <source>wird nachgesehen …</source>
        <translation>looking …</translation>
    </message>
    <message>
        <source>Zur Kenntnis genommen</source>
        <translation>Taken note</translation>
    </message>
    <message>
        <source>Ort des Tresors</source>
        <translation>Place of the vault</translation>
    </message>
    <message>
        <source>bitte ändern</source>
        <translation>please change</translation>
    </message>
    <message>
        <source>bitte ansehen</source>
        <translation>please look</translation>
    </message>
    <message>
        <source>in Ordnung</source>
        <translation>in order</translation>
    </message>
</context>
<context>
    <name>DevicesView</name>
    <message>
        <source>Zugelassene Geräte</source>
        <translation>Devices let in</translation>
    </message>
    <message>
        <source>Die Wörter dieser Stelle</source>
        <translation>The words of this office</translation>
    </message>
    <message>
        <source>Gerät zulassen …</source>
        <translation>Let a device in …</translation>
    </message>
    <message>
        <source>Geräte</source>
        <translation>Devices</translation>
    </message>
    <message numerus="yes">
        <source>%n zugelassen</source>
        <translation>
            <numerusform>%n let in</numerusform>
            <numerusform>%n let in</numerusform>
        </translation>
    </message>
    <message>
        <source>Wer eine Zusage von Ihnen annimmt, vergleicht diese acht Wörter am Telefon oder persönlich.</source>
        <translation>Whoever accepts a grant from you compares these eight words on the telephone or in person.</translation>
    </message>
    <message>
        <source>Mehr zu „{label}“</source>
        <translation>More about “{label}”</translation>
    </message>
    <message>
        <source>Träger</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Arbeitsplatz</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>zugelassen am {day}</source>
        <translation>let in on {day}</translation>
    </message>
    <message>
        <source>letztes Paket am {day}</source>
        <translation>last bundle on {day}</translation>
    </message>
    <message>
        <source>noch kein Paket</source>
        <translation>no bundle yet</translation>
    </message>
    <message>
        <source>gesperrt</source>
        <translation>revoked</translation>
    </message>
    <message>
        <source>abgelaufen am {day}</source>
        <translation>expired on {day}</translation>
    </message>
    <message>
        <source>läuft ab am {day}</source>
        <translation>expires on {day}</translation>
    </message>
    <message>
        <source>gilt bis {day}</source>
        <translation>valid until {day}</translation>
    </message>
    <message>
        <source>Anfrage öffnen …</source>
        <translation>Open a request …</translation>
    </message>
    <message>
        <source>Ein Arbeitsplatz schickt eine Anfrage (Datei auf .kimr), Sie vergleichen am Telefon acht Wörter und geben eine Zusage zurück. Die Datei können Sie auch hierher ziehen.</source>
        <translation>A desk sends a request (a file ending in .kimr), you compare eight words on the telephone and give a grant back. You can also drop the file here.</translation>
    </message>
    <message>
        <source>Zusage (*.kimg)</source>
        <translation>Grant (*.kimg)</translation>
    </message>
    <message>
        <source>Zusage speichern</source>
        <translation>Save the grant</translation>
    </message>
    <message>
        <source>Pakete von diesem Gerät werden danach nicht mehr übernommen, sondern liegen unter Verschluss. Was schon übernommen wurde, bleibt. Aufheben lässt sich das nur durch eine neue Zusage.</source>
        <translation>Bundles from this device are then no longer taken over but kept in quarantine. What was taken over already stays. Only a new grant can undo this.</translation>
    </message>
    <message>
        <source>Noch ist niemand zugelassen</source>
        <translation>Nobody is let in yet</translation>
    </message>
    <message>
        <source>Träger und Ort ändern …</source>
        <translation>Change provider and place …</translation>
    </message>
    <message>
        <source>Sperren …</source>
        <translation>Revoke …</translation>
    </message>
    <message>
        <source>Anfrage (*.kimr)</source>
        <translation>Request (*.kimr)</translation>
    </message>
    <message>
        <source>Alle Dateien (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Anfrage öffnen</source>
        <translation>Open a request</translation>
    </message>
    <message>
        <source>Bitte eine Anfrage nach der anderen: Zu jeder gehört ein Anruf.</source>
        <translation>One request after the other, please: each needs a telephone call.</translation>
    </message>
    <message>
        <source>„{label}“ sperren?</source>
        <translation>Revoke “{label}”?</translation>
    </message>
    <message>
        <source>Sperren</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Directory</name>
    <message>
        <source>{name} (nicht mehr aktiv)</source>
        <translation>{name} (no longer active)</translation>
    </message>
    <message>
        <source>{name} (Alter noch nicht erfragt)</source>
        <translation>{name} (age not asked yet)</translation>
    </message>
</context>
<context>
    <name>DisplayPage</name>
    <message>
        <source>Darstellung</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>wie das System</source>
        <translation>as the system</translation>
    </message>
    <message>
        <source>hell</source>
        <translation>light</translation>
    </message>
    <message>
        <source>dunkel</source>
        <translation>dark</translation>
    </message>
    <message>
        <source>starker Kontrast</source>
        <translation>high contrast</translation>
    </message>
    <message>
        <source>Farben</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Schriftgröße</source>
        <translation>Size of the type</translation>
    </message>
    <message>
        <source>Sprache des Fensters</source>
        <translation>Language of the window</translation>
    </message>
    <message>
        <source>Die Sprache wechselt beim nächsten Öffnen des Tresors.</source>
        <translation>The language changes when the vault is opened next.</translation>
    </message>
    <message>
        <source>Gilt für dieses Gerät und alle Tresore darauf. Papiere haben ihre eigene Sprache.</source>
        <translation>In force for this device and all vaults on it. Papers have their own language.</translation>
    </message>
</context>
<context>
    <name>DistrictCard</name>
    <message>
        <source>Bezirk</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Orte und zuständige Jugendämter kommen aus einer Datei, die der Träger ausfüllt und prüft. Mitgeliefert ist der Kreis Steinfurt ohne Telefonnummern.</source>
        <translation>Places and responsible youth offices come from a file that the provider fills in and checks. Kreis Steinfurt is included, without phone numbers.</translation>
    </message>
    <message>
        <source>Datei laden …</source>
        <translation>Load file …</translation>
    </message>
    <message>
        <source>Vorlage speichern …</source>
        <translation>Save template …</translation>
    </message>
    <message>
        <source>Zurück zum Kreis Steinfurt</source>
        <translation>Back to Kreis Steinfurt</translation>
    </message>
    <message numerus="yes">
        <source>%n Orte</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message>
        <source>noch keine Nummer</source>
        <translation>no number yet</translation>
    </message>
    <message>
        <source>Bezirksdatei laden</source>
        <translation>Load district file</translation>
    </message>
    <message>
        <source>Vorlage speichern</source>
        <translation>Save template</translation>
    </message>
</context>
<context>
    <name>DistrictFigures</name>
    <message>
        <source>{n}. Quartal {year}</source>
        <translation>Quarter {n}, {year}</translation>
    </message>
    <message>
        <source>{figure} am Ende des Zeitraums</source>
        <translation>{figure} at the end of the period</translation>
    </message>
    <message>
        <source>übrige, zusammengefasst</source>
        <translation>others, merged</translation>
    </message>
    <message>
        <source>zusammen</source>
        <translation>in all</translation>
    </message>
    <message>
        <source>nicht bekannt</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>nicht erfasst</source>
        <translation>not recorded</translation>
    </message>
    <message>
        <source>am Beginn</source>
        <translation>at the start</translation>
    </message>
    <message>
        <source>neu</source>
        <translation>new</translation>
    </message>
    <message>
        <source>abgeschlossen</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>am Ende</source>
        <translation>at the end</translation>
    </message>
    <message>
        <source>{band} Jahre</source>
        <translation>{band} years</translation>
    </message>
</context>
<context>
    <name>DistrictPage</name>
    <message>
        <source>Es gilt: {name}</source>
        <translation>In force: {name}</translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message>
        <source>anvertraut</source>
        <translation>confided</translation>
    </message>
    <message>
        <source>weitergebbar</source>
        <translation>shareable</translation>
    </message>
    <message>
        <source>{n} KB</source>
        <translation>{n} KB</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message numerus="yes">
        <source>%n Seiten</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>für die eigene Akte</source>
        <translation>for the own record</translation>
    </message>
    <message>
        <source>Datei</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Das wird weitergegeben: {what}, {size}, unverschlüsselt. Es steht danach unter „Ausgehändigt“.</source>
        <translation>This leaves: {what}, {size}, unencrypted. It is listed under “Handed out” afterwards.</translation>
    </message>
    <message>
        <source>Die Kopie liegt danach unverschlüsselt dort, wo sie gespeichert wird.</source>
        <translation>The copy will then lie unencrypted where it is saved.</translation>
    </message>
</context>
<context>
    <name>DocumentsView</name>
    <message>
        <source>Hinzufügen …</source>
        <translation>Add …</translation>
    </message>
    <message>
        <source>Datei hinzufügen</source>
        <translation>Add file</translation>
    </message>
    <message>
        <source>Einfügen</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Datei aus der Zwischenablage einfügen</source>
        <translation>Paste file from the clipboard</translation>
    </message>
    <message>
        <source>Fortschritt</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Noch keine Datei.</source>
        <translation>No file yet.</translation>
    </message>
    <message>
        <source>Dateien können auch hierher gezogen werden.</source>
        <translation>Files can also be dragged here.</translation>
    </message>
    <message>
        <source>Dateien</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Ausgehändigt</source>
        <translation>Handed out</translation>
    </message>
    <message>
        <source>Bescheide, Briefe, Fotos: Alles liegt verschlüsselt im Tresor. Ort und Zeit werden aus Fotos entfernt.</source>
        <translation>Notices, letters, photos: everything lies encrypted in the vault. Place and time are removed from photos.</translation>
    </message>
    <message>
        <source>Hier liegen die Dateien dieser Familie.</source>
        <translation>This is where the family&apos;s files are kept.</translation>
    </message>
    <message>
        <source>Zu dieser Datei</source>
        <translation>About this file</translation>
    </message>
    <message>
        <source>in falsche Hände</source>
        <translation>to the wrong hands</translation>
    </message>
    <message>
        <source>Noch nichts ausgehändigt.</source>
        <translation>Nothing handed out yet.</translation>
    </message>
    <message>
        <source>Wird verschlüsselt: {name}</source>
        <translation>Being encrypted: {name}</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message numerus="yes">
        <source>%n Dateien aufgenommen.</source>
        <translation>
            <numerusform>%n file added.</numerusform>
            <numerusform>%n files added.</numerusform>
        </translation>
    </message>
    <message>
        <source>Dort löschen …</source>
        <translation>Delete there …</translation>
    </message>
    <message numerus="yes">
        <source>%n davon liegen noch auf der Karte oder dem Stick.</source>
        <translation>
            <numerusform>%n of them is still on the card or stick.</numerusform>
            <numerusform>%n of them are still on the card or stick.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unverändert aufnehmen</source>
        <translation>Add unchanged</translation>
    </message>
    <message>
        <source>{names}: {what}</source>
        <translation>{names}: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n Dateien auf der Karte oder dem Stick löschen?</source>
        <translation>
            <numerusform>Delete %n file on the card or stick?</numerusform>
            <numerusform>Delete %n files on the card or stick?</numerusform>
        </translation>
    </message>
    <message>
        <source>Gelöscht wird nur, was vollständig im Tresor liegt und sich seitdem nicht verändert hat. Von Karten und Sticks lässt sich Gelöschtes manchmal zurückholen: vor dem Weitergeben bitte im Gerät formatieren.</source>
        <translation>Only what lies completely in the vault and has not changed since is deleted. What was deleted on cards and sticks can sometimes be brought back: please format them in the device before passing them on.</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
    <message numerus="yes">
        <source>%n Dateien auf der Karte oder dem Stick gelöscht.</source>
        <translation>
            <numerusform>%n file on the card or stick deleted.</numerusform>
            <numerusform>%n files on the card or stick deleted.</numerusform>
        </translation>
    </message>
    <message>
        <source>Entfernt: {name}</source>
        <translation>Removed: {name}</translation>
    </message>
    <message>
        <source>Alle Dateien (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Bilder (*.jpg *.jpeg *.png *.tif *.tiff *.webp)</source>
        <translation>Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp)</translation>
    </message>
    <message>
        <source>Dateien hinzufügen</source>
        <translation>Add files</translation>
    </message>
    <message>
        <source>Bild aus der Zwischenablage</source>
        <translation>Picture from the clipboard</translation>
    </message>
    <message>
        <source>In der Zwischenablage liegt weder ein Bild noch eine Datei.</source>
        <translation>There is neither a picture nor a file in the clipboard.</translation>
    </message>
    <message>
        <source>Außerhalb öffnen …</source>
        <translation>Open outside …</translation>
    </message>
    <message>
        <source>Weitergeben …</source>
        <translation>Pass on …</translation>
    </message>
    <message>
        <source>{name}: {action}</source>
        <translation>{name}: {action}</translation>
    </message>
    <message>
        <source>Kopie gespeichert: {who}</source>
        <translation>Copy saved: {who}</translation>
    </message>
    <message>
        <source>Außerhalb öffnen?</source>
        <translation>Open outside?</translation>
    </message>
    <message>
        <source>Ein anderes Programm bekommt eine unverschlüsselte Kopie zum Lesen; beim Sperren wird sie entfernt. Was das Programm sich selbst merkt, etwa zuletzt geöffnete Dateien, kann KIM Desk nicht entfernen.</source>
        <translation>Another program gets an unencrypted copy to read; it is removed when KIM Desk locks. What the program itself remembers, such as recent files, cannot be removed by KIM Desk.</translation>
    </message>
    <message>
        <source>Mit der Kopie verlassen Angaben den Tresor.</source>
        <translation>With the copy, information leaves the vault.</translation>
    </message>
    <message>
        <source>Weiter zum Speichern</source>
        <translation>Continue to save</translation>
    </message>
    <message>
        <source>Ein anderes Programm bekommt die Datei unverschlüsselt.</source>
        <translation>Another program gets the file unencrypted.</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Auf diesem Rechner ist kein Programm für diese Datei eingerichtet.</source>
        <translation>No program for this file is set up on this computer.</translation>
    </message>
    <message>
        <source>Falsch gedruckt oder übergeben</source>
        <translation>Wrongly printed or handed over</translation>
    </message>
    <message>
        <source>{what}: falsch gedruckt oder übergeben</source>
        <translation>{what}: wrongly printed or handed over</translation>
    </message>
    <message>
        <source>Falsch gedruckt oder übergeben?</source>
        <translation>Wrongly printed or handed over?</translation>
    </message>
    <message>
        <source>Es wird festgehalten, und das Datenpannen-Blatt öffnet sich: wen Sie jetzt anrufen.</source>
        <translation>It is noted, and the data incident sheet opens: whom to call now.</translation>
    </message>
    <message>
        <source>Festhalten</source>
        <translation>Note it</translation>
    </message>
    <message numerus="yes">
        <source>Aus %n Dokumenten wurden Angaben zu Verfasser, Programm, Zeit und Ort entfernt. Kommentare und Änderungsvermerke bleiben, auch mit Namen.</source>
        <translation>
            <numerusform>Author, program, times and places were removed from %n document. Comments and tracked changes stay, with their names.</numerusform>
            <numerusform>Author, program, times and places were removed from %n documents. Comments and tracked changes stay, with their names.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoneCircle</name>
    <message>
        <source>erledigt: {what}</source>
        <translation>done: {what}</translation>
    </message>
    <message>
        <source>noch offen: {what}</source>
        <translation>still open: {what}</translation>
    </message>
    <message>
        <source>erledigt</source>
        <translation>done</translation>
    </message>
    <message>
        <source>noch offen</source>
        <translation>still open</translation>
    </message>
</context>
<context>
    <name>DoorsDialog</name>
    <message>
        <source>Besuch</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Wie möchten Sie beginnen?</source>
        <translation>How would you like to begin?</translation>
    </message>
    <message>
        <source>Vorbereiten</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>Letzte Notizen, offene Zusagen, wer dort wohnt.</source>
        <translation>Last notes, open promises, who lives there.</translation>
    </message>
    <message>
        <source>Mitschreiben</source>
        <translation>Write along</translation>
    </message>
    <message>
        <source>Sie sind jetzt bei der Familie oder am Telefon.</source>
        <translation>You are with the family now, or on the phone.</translation>
    </message>
    <message>
        <source>Nachtragen</source>
        <translation>Enter afterwards</translation>
    </message>
    <message>
        <source>Der Besuch war schon; zuerst Tag und Dauer.</source>
        <translation>The visit is over; day and duration first.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>DrawingCard</name>
    <message>
        <source>{picture}: kleiner</source>
        <translation>{picture}: smaller</translation>
    </message>
    <message>
        <source>{picture}: größer</source>
        <translation>{picture}: larger</translation>
    </message>
    <message>
        <source>In Worten</source>
        <translation>In words</translation>
    </message>
    <message>
        <source>Als Tabelle</source>
        <translation>As a table</translation>
    </message>
</context>
<context>
    <name>DrawingSheet</name>
    <message>
        <source>Mit den Pfeiltasten wählen Sie ein Element.</source>
        <translation>Choose an element with the arrow keys.</translation>
    </message>
    <message>
        <source>Mit Umschalt und den Pfeiltasten verschieben Sie es.</source>
        <translation>Move it with Shift and the arrow keys.</translation>
    </message>
</context>
<context>
    <name>DrillDialog</name>
    <message>
        <source>Wiederherstellung proben</source>
        <translation>Try restoring</translation>
    </message>
    <message>
        <source>Die Sicherung wird neben dem Tresor wiederhergestellt, ganz geprüft und wieder gelöscht. Ihr Tresor bleibt, wie er ist. Es gilt die Passphrase von damals.</source>
        <translation>The backup is restored beside the vault, checked completely and deleted again. Your vault stays as it is. The passphrase of that time applies.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Proben</source>
        <translation>Try</translation>
    </message>
</context>
<context>
    <name>EarlierCard</name>
    <message>
        <source>Frühere Pakete</source>
        <translation>Earlier bundles</translation>
    </message>
    <message>
        <source>Hier steht, was aus jedem Paket geworden ist.</source>
        <translation>Here you see what became of each bundle.</translation>
    </message>
    <message numerus="yes">
        <source>Alle %n Pakete ansehen</source>
        <translation>
            <numerusform>Look at %n bundle</numerusform>
            <numerusform>Look at all %n bundles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditCard</name>
    <message>
        <source>Ändern</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>{heading}: fertig</source>
        <translation>{heading}: done</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Offene Punkte übernommen</source>
        <translation>Open points carried over</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Versionen</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Ziel</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Ziel hinzufügen</source>
        <translation>Add goal</translation>
    </message>
    <message>
        <source>Neue Version beginnen</source>
        <translation>Begin a new version</translation>
    </message>
    <message>
        <source>Diese Version bleibt, wie sie ist. Der Stand der Ziele lässt sich weiter festhalten; Maßnahmen lassen sich abhaken.</source>
        <translation>This version stays as it is. The state of the goals can still be noted; measures can be ticked off.</translation>
    </message>
    <message>
        <source>Gespräch über den Plan</source>
        <translation>Talk about the plan</translation>
    </message>
    <message>
        <source>Version {number}, Entwurf</source>
        <translation>Version {number}, draft</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Das Ziel ist entfernt.</source>
        <translation>The goal is removed.</translation>
    </message>
    <message>
        <source>Die Maßnahme ist entfernt.</source>
        <translation>The measure is removed.</translation>
    </message>
    <message>
        <source>Vergleichen …</source>
        <translation>Compare …</translation>
    </message>
    <message>
        <source>Zwei Versionen vergleichen</source>
        <translation>Compare two versions</translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>als Träger</source>
        <translation>as a provider</translation>
    </message>
    <message>
        <source>als Arbeitsplatz</source>
        <translation>as a desk</translation>
    </message>
    <message>
        <source>Gerät zulassen</source>
        <translation>Let a device in</translation>
    </message>
    <message>
        <source>„{label}“ möchte {kind} zugelassen werden. Bitte die Person anrufen oder treffen und sich die acht Wörter vorlesen lassen, die auf ihrem Gerät stehen.</source>
        <translation>“{label}” asks to be let in {kind}. Please call or meet the person and have the eight words read out that stand on their device.</translation>
    </message>
    <message>
        <source>Die acht Wörter, wie Sie sie hören</source>
        <translation>The eight words as you hear them</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Vergleichen und zulassen</source>
        <translation>Compare and let in</translation>
    </message>
    <message>
        <source>Jetzt umgekehrt: bitte vorlesen</source>
        <translation>Now the other way round: please read out</translation>
    </message>
    <message>
        <source>Das Gerät ist zugelassen, sobald die andere Seite diese acht Wörter hört und bei sich eintippt. Die Zusage kommt als Datei auf den Stick; sie enthält kein Geheimnis.</source>
        <translation>The device is let in as soon as the other side hears these eight words and types them in. The grant goes onto the stick as a file; it holds no secret.</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Zusage speichern …</source>
        <translation>Save the grant …</translation>
    </message>
    <message>
        <source>Die Zusage ist geschrieben.</source>
        <translation>The grant is written.</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>{day}: {title}</source>
        <translation>{day}: {title}</translation>
    </message>
    <message>
        <source>Ändern</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>{title} vom {day} ändern</source>
        <translation>Change {title} of {day}</translation>
    </message>
    <message>
        <source>nur mit {names} besprechen</source>
        <translation>discuss with {names} only</translation>
    </message>
    <message>
        <source>Dabei: {names}</source>
        <translation>Present: {names}</translation>
    </message>
    <message>
        <source>Sprachmittlung durch {name}</source>
        <translation>Interpreted by {name}</translation>
    </message>
    <message>
        <source>Das Gesuchte steht in „Meine Einschätzung“.</source>
        <translation>What you search for stands in “My assessment”.</translation>
    </message>
    <message>
        <source>Nächster Termin: {day}</source>
        <translation>Next appointment: {day}</translation>
    </message>
    <message>
        <source>Vereinbart</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Familie {name}</source>
        <translation>{name} family</translation>
    </message>
    <message>
        <source>getippt am {when}</source>
        <translation>typed on {when}</translation>
    </message>
    <message>
        <source>inzwischen geändert</source>
        <translation>changed meanwhile</translation>
    </message>
    <message>
        <source>nicht erfasst</source>
        <translation>not recorded</translation>
    </message>
    <message>
        <source>Jetzt steht dort: {text}</source>
        <translation>Now it says: {text}</translation>
    </message>
    <message>
        <source>Getipptes übernehmen</source>
        <translation>Take what was typed</translation>
    </message>
    <message>
        <source>Weiter eintragen</source>
        <translation>Go on entering</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Berichtigung</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>{title} vom {day} ansehen</source>
        <translation>View {title} of {day}</translation>
    </message>
    <message>
        <source>Ansehen</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Berichtigung vom {day}</source>
        <translation>Correction of {day}</translation>
    </message>
    <message>
        <source>abgeschlossen am {day}</source>
        <translation>completed on {day}</translation>
    </message>
    <message>
        <source>außerdem {names}</source>
        <translation>also {names}</translation>
    </message>
    <message>
        <source>{minutes} min Fahrt</source>
        <translation>{minutes} min travel</translation>
    </message>
    <message>
        <source>{minutes} min Vor- und Nachbereitung</source>
        <translation>{minutes} min preparation and follow-up</translation>
    </message>
    <message>
        <source>nur ein Kind konnte übersetzen</source>
        <translation>only a child could translate</translation>
    </message>
    <message>
        <source>Wo hakt es im System?</source>
        <translation>Where does the system get stuck?</translation>
    </message>
    <message>
        <source>Wo hakt es im System? Zu {title} vom {day}</source>
        <translation>Where does the system get stuck? About {title} of {day}</translation>
    </message>
    <message>
        <source>in den Plan übernehmen</source>
        <translation>put into the plan</translation>
    </message>
    <message>
        <source>In den Plan übernehmen: {text}</source>
        <translation>Put into the plan: {text}</translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>Was ist vereinbart?</source>
        <translation>What is agreed?</translation>
    </message>
    <message>
        <source>bis</source>
        <translation>until</translation>
    </message>
    <message>
        <source>bis TT.MM.JJJJ</source>
        <translation>until DD.MM.YYYY</translation>
    </message>
    <message>
        <source>Für welches Ziel</source>
        <translation>For which goal</translation>
    </message>
    <message>
        <source>Wer</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>ohne Ziel</source>
        <translation>without a goal</translation>
    </message>
</context>
<context>
    <name>ExchangeView</name>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Paket erstellen</source>
        <translation>Make a bundle</translation>
    </message>
    <message>
        <source>Paket speichern …</source>
        <translation>Save bundle …</translation>
    </message>
    <message>
        <source>Austausch: anmelden</source>
        <translation>Exchange: enrol</translation>
    </message>
    <message>
        <source>Austausch</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Pakete für die Koordinierungsstelle, verschlüsselt auf einem Stick oder in einem Ordner.</source>
        <translation>Bundles for the coordination office, encrypted on a stick or in a folder.</translation>
    </message>
    <message>
        <source>Das wird weitergegeben</source>
        <translation>This leaves</translation>
    </message>
    <message>
        <source>Frühere Pakete</source>
        <translation>Earlier bundles</translation>
    </message>
    <message>
        <source>Was aus jedem Paket und jedem Punkt darin geworden ist.</source>
        <translation>What became of each bundle and every item in it.</translation>
    </message>
    <message>
        <source>Einmal vergleichen beide Seiten acht Wörter. Danach weiß jede, wessen Paket sie öffnet.</source>
        <translation>Both sides compare eight words once. From then on each knows whose bundle it opens.</translation>
    </message>
    <message>
        <source>Paket Nr. {number} an „{body}“ · Schlüssel verglichen am {day}</source>
        <translation>Bundle no. {number} for “{body}” · key compared on {day}</translation>
    </message>
    <message>
        <source>Das Paket wird zusammengestellt …</source>
        <translation>The bundle is being put together …</translation>
    </message>
    <message>
        <source>Wird gespeichert und zurückgelesen. Bitte den Stick noch nicht abziehen …</source>
        <translation>Being saved and read back. Please do not pull out the stick yet …</translation>
    </message>
    <message>
        <source>Wird eingelesen …</source>
        <translation>Being read …</translation>
    </message>
    <message>
        <source>Paket Nr. {number} ist gespeichert und vom Datenträger zurückgelesen.</source>
        <translation>Bundle no. {number} is saved and was read back from the medium.</translation>
    </message>
    <message>
        <source>Sie können den Stick jetzt abziehen. Die Koordinierungsstelle gibt Ihnen eine Eingangsbestätigung zurück.</source>
        <translation>You can pull out the stick now. The coordination office will give you a receipt.</translation>
    </message>
    <message>
        <source>Die Anfrage ist gespeichert.</source>
        <translation>The request is saved.</translation>
    </message>
    <message>
        <source>Geben Sie die Datei der Stelle und lesen Sie ihr die acht Wörter vor.</source>
        <translation>Give the file to the office and read the eight words out to it.</translation>
    </message>
    <message>
        <source>Paket speichern</source>
        <translation>Save bundle</translation>
    </message>
    <message>
        <source>Anfrage speichern</source>
        <translation>Save request</translation>
    </message>
    <message>
        <source>Dateien der Koordinierungsstelle</source>
        <translation>Files of the coordination office</translation>
    </message>
    <message>
        <source>Mit dem Paket verlassen Angaben diesen Rechner.</source>
        <translation>With the bundle information leaves this computer.</translation>
    </message>
    <message>
        <source>Weiter zum Speichern</source>
        <translation>Go on and save</translation>
    </message>
    <message>
        <source>Vereinbarung beenden?</source>
        <translation>End the agreement?</translation>
    </message>
    <message>
        <source>Mit dem nächsten Paket erfährt die Stelle, dass sie die Fallliste löschen muss.</source>
        <translation>With the next bundle the office learns that it has to delete the case list.</translation>
    </message>
    <message>
        <source>Vereinbarung beenden</source>
        <translation>End the agreement</translation>
    </message>
    <message>
        <source>Die Karte ist gespeichert.</source>
        <translation>The card is saved.</translation>
    </message>
    <message>
        <source>Geben Sie sie der Kollegin oder dem Kollegen und lesen Sie diese acht Wörter vor: {words}</source>
        <translation>Give it to your colleague and read out these eight words: {words}</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>letzter Monat</source>
        <translation>last month</translation>
    </message>
    <message>
        <source>dieser Monat bis heute</source>
        <translation>this month so far</translation>
    </message>
    <message>
        <source>letztes Quartal</source>
        <translation>last quarter</translation>
    </message>
    <message>
        <source>dieses Jahr bis heute</source>
        <translation>this year so far</translation>
    </message>
    <message>
        <source>letztes Jahr</source>
        <translation>last year</translation>
    </message>
    <message>
        <source>am Beginn</source>
        <translation>at the start</translation>
    </message>
    <message>
        <source>neu</source>
        <translation>new</translation>
    </message>
    <message>
        <source>abgeschlossen</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>am Ende</source>
        <translation>at the end</translation>
    </message>
    <message>
        <source>übrige, zusammengefasst</source>
        <translation>others, merged</translation>
    </message>
    <message>
        <source>zusammen</source>
        <translation>together</translation>
    </message>
    <message>
        <source>unbekannt</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>nicht erfasst</source>
        <translation>not recorded</translation>
    </message>
    <message numerus="yes">
        <source>%n Fälle</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Personen</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Kontakte</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Pläne</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Ziele</source>
        <translation>
            <numerusform>%n goal</numerusform>
            <numerusform>%n goals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Maßnahmen</source>
        <translation>
            <numerusform>%n measure</numerusform>
            <numerusform>%n measures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Beziehungen</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Wohnungen</source>
        <translation>
            <numerusform>%n home</numerusform>
            <numerusform>%n homes</numerusform>
        </translation>
    </message>
    <message>
        <source>Einwilligung von {name} vom {day}, gültig bis {until}</source>
        <translation>Consent of {name} of {day}, valid until {until}</translation>
    </message>
    <message>
        <source>Einwilligung von {name} vom {day}</source>
        <translation>Consent of {name} of {day}</translation>
    </message>
    <message>
        <source>geändert</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>noch einmal</source>
        <translation>once more</translation>
    </message>
    <message>
        <source>unverändert</source>
        <translation>unchanged</translation>
    </message>
    <message>
        <source>wird zurückgenommen</source>
        <translation>taken back</translation>
    </message>
    <message numerus="yes">
        <source>%n Punkte abgelehnt</source>
        <translation>
            <numerusform>%n item refused</numerusform>
            <numerusform>%n items refused</numerusform>
        </translation>
    </message>
    <message>
        <source>angekommen</source>
        <translation>arrived</translation>
    </message>
    <message>
        <source>noch keine Eingangsbestätigung</source>
        <translation>no receipt yet</translation>
    </message>
    <message>
        <source>abgelehnt</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>Den Grund kennt diese Version von KIM Desk nicht.</source>
        <translation>This version of KIM Desk does not know the reason.</translation>
    </message>
    <message>
        <source>Zahlen: {figure}, {period}</source>
        <translation>Figures: {figure}, {period}</translation>
    </message>
    <message>
        <source>Strukturbeobachtung: {text}</source>
        <translation>Structural observation: {text}</translation>
    </message>
    <message>
        <source>Widerruf: Familie {name}</source>
        <translation>Withdrawal: {name} family</translation>
    </message>
    <message>
        <source>Mit Namen: Familie {name}</source>
        <translation>By name: {name} family</translation>
    </message>
    <message>
        <source>seit {month}</source>
        <translation>since {month}</translation>
    </message>
    <message>
        <source>abgeschlossen {month}</source>
        <translation>closed {month}</translation>
    </message>
    <message>
        <source>geboren {years}</source>
        <translation>born {years}</translation>
    </message>
    <message>
        <source>Alter unbekannt</source>
        <translation>age unknown</translation>
    </message>
    <message>
        <source>Fallliste: eine Zeile</source>
        <translation>Case list: one line</translation>
    </message>
</context>
<context>
    <name>Families</name>
    <message>
        <source>morgen</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>heute</source>
        <translation>today</translation>
    </message>
    <message>
        <source>Fallnummer</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>Familie</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Ort</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>nächste Frist</source>
        <translation>next deadline</translation>
    </message>
    <message>
        <source>letzter Kontakt</source>
        <translation>last contact</translation>
    </message>
</context>
<context>
    <name>FamiliesDialog</name>
    <message>
        <source>Mit Namen weitergeben</source>
        <translation>Pass on by name</translation>
    </message>
    <message>
        <source>Hier stehen nur Familien, deren Einwilligung genau „{body}“ und diesen Zweck nennt.</source>
        <translation>Only families are listed whose consent names exactly “{body}” and this purpose.</translation>
    </message>
    <message>
        <source>Zweck</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Für diesen Empfänger und Zweck liegt keine Einwilligung vor.</source>
        <translation>There is no consent for this recipient and purpose.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source> · schon mitgeteilt</source>
        <translation> · already passed on</translation>
    </message>
</context>
<context>
    <name>FamiliesView</name>
    <message>
        <source>Familien filtern</source>
        <translation>Filter families</translation>
    </message>
    <message>
        <source>Name in jeder Schrift, Ort, Fallnummer …</source>
        <translation>Name in any script, place, case number …</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Ort</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Frist in 14 Tagen</source>
        <translation>Due within 14 days</translation>
    </message>
    <message>
        <source>länger kein Kontakt</source>
        <translation>no contact for long</translation>
    </message>
    <message>
        <source>seit mehr als sechs Wochen</source>
        <translation>for more than six weeks</translation>
    </message>
    <message>
        <source>auch abgeschlossene</source>
        <translation>closed ones too</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Familien</source>
        <translation>Families</translation>
    </message>
    <message>
        <source>Filter zurücksetzen</source>
        <translation>Reset filters</translation>
    </message>
    <message>
        <source>Kein Name, Ort und keine Fallnummer passt dazu.</source>
        <translation>No name, place or case number fits.</translation>
    </message>
    <message>
        <source>Keine Familie gefunden</source>
        <translation>No family found</translation>
    </message>
    <message>
        <source>Erste Familie anlegen</source>
        <translation>Add the first family</translation>
    </message>
    <message>
        <source>Noch keine Familie</source>
        <translation>No family yet</translation>
    </message>
    <message numerus="yes">
        <source>%n aktiv</source>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insgesamt</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
    <message>
        <source>Hier stehen Ihre Familien. Ein Name genügt für den Anfang. Oder übernehmen Sie oben eine Liste.</source>
        <translation>Your families stand here. One name is enough to begin with. Or take over a list above.</translation>
    </message>
</context>
<context>
    <name>FamilyCard</name>
    <message>
        <source>nächster vereinbarter Termin</source>
        <translation>next appointment agreed on</translation>
    </message>
    <message>
        <source>Termine</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>Offene Zusagen</source>
        <translation>Open promises</translation>
    </message>
    <message>
        <source>Sprachmittlung nötig: {answer}</source>
        <translation>Interpreter needed: {answer}</translation>
    </message>
    <message>
        <source>ohne Tag</source>
        <translation>without a day</translation>
    </message>
</context>
<context>
    <name>FamilyFrame</name>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Alle Angaben zeigen</source>
        <translation>Show all facts</translation>
    </message>
    <message>
        <source>Abschnitte</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Drucken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Besuch</source>
        <translation>Visit</translation>
    </message>
</context>
<context>
    <name>FamilyPresenter</name>
    <message>
        <source>Phase ändern?</source>
        <translation>Change phase?</translation>
    </message>
    <message>
        <source>Die Familie kommt in die Phase „{phase}“. Das steht danach im Verlauf.</source>
        <translation>The family moves to the phase “{phase}”. This will be in the history.</translation>
    </message>
    <message>
        <source>Phase ändern</source>
        <translation>Change phase</translation>
    </message>
</context>
<context>
    <name>FarewellView</name>
    <message>
        <source>So weit ist die Sicherung</source>
        <translation>How far the backup is</translation>
    </message>
    <message>
        <source>Beenden ohne Sicherung</source>
        <translation>Quit without a backup</translation>
    </message>
    <message>
        <source>Vor dem Beenden wird noch gesichert …</source>
        <translation>Backing up before quitting …</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Zeitraum</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Aufteilung</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Kreis insgesamt</source>
        <translation>District in all</translation>
    </message>
    <message>
        <source>nach Ort</source>
        <translation>by place</translation>
    </message>
    <message>
        <source>nach Träger</source>
        <translation>by provider</translation>
    </message>
    <message>
        <source>Zahlen</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Eine Zahl je Zeile, keine Kreuztabellen, nie nach Person. Gruppen unter fünf und Orte oder Träger mit weniger als drei Geräten sind zusammengefasst.</source>
        <translation>One number per line, no cross tables, never by person. Groups under five and places or providers with fewer than three devices are merged.</translation>
    </message>
    <message>
        <source>Sobald Pakete mit Zahlen eingelesen sind, stehen sie hier, zusammengefasst für den Kreis.</source>
        <translation>As soon as bundles with figures are taken in, they stand here, added up for the district.</translation>
    </message>
    <message>
        <source>Zum Eingang</source>
        <translation>To the inbox</translation>
    </message>
    <message>
        <source>Noch keine Zahlen</source>
        <translation>No figures yet</translation>
    </message>
    <message numerus="yes">
        <source>aus %n Geräten</source>
        <translation>
            <numerusform>from %n device</numerusform>
            <numerusform>from %n devices</numerusform>
        </translation>
    </message>
    <message>
        <source>Weniger als drei Geräte haben diese Zahl geschickt; darum steht hier nur die Summe.</source>
        <translation>Fewer than three devices sent this figure; that is why only the total stands here.</translation>
    </message>
    <message>
        <source>zusammen</source>
        <translation>in all</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Dateien der Familie</source>
        <translation>The family&apos;s files</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Tabelle hierher ziehen</source>
        <translation>Drop the table here</translation>
    </message>
    <message>
        <source>Excel (.xlsx) oder CSV, bis 20.000 Zeilen. Ein Name je Zeile genügt, alles andere darf fehlen. Die Datei bleibt unverändert, wo sie ist.</source>
        <translation>Excel (.xlsx) or CSV, up to 20,000 rows. One name per row is enough, everything else may be missing. The file stays unchanged where it is.</translation>
    </message>
    <message>
        <source>Tabelle wählen …</source>
        <translation>Choose a table …</translation>
    </message>
</context>
<context>
    <name>FinishDialog</name>
    <message>
        <source>Nichts davon ist nötig; alles lässt sich später ergänzen.</source>
        <translation>None of this is necessary; everything can be added later.</translation>
    </message>
    <message>
        <source>Besuch verwerfen</source>
        <translation>Discard visit</translation>
    </message>
    <message>
        <source>Zurück zum Besuch</source>
        <translation>Back to the visit</translation>
    </message>
    <message>
        <source>Bei diesem Gespräch war eine Person allein dabei. Darum ist vorgeschlagen, es nur mit ihr zu besprechen.</source>
        <translation>One person was alone in this talk. It is therefore suggested to discuss it with that person only.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Notiz gleich abschließen</source>
        <translation>Complete the note now</translation>
    </message>
    <message>
        <source>Danach lässt sie sich nur noch berichtigen, nicht mehr ändern.</source>
        <translation>After that it can only be corrected, not changed any more.</translation>
    </message>
</context>
<context>
    <name>FreshPassphrase</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Noch einmal</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Fünf Wörter vorschlagen</source>
        <translation>Suggest five words</translation>
    </message>
    <message>
        <source>Stärke der Passphrase</source>
        <translation>Strength of the passphrase</translation>
    </message>
    <message>
        <source>{words}
Bitte jetzt einmal selbst tippen.</source>
        <translation>{words}
Please type it once yourself now.</translation>
    </message>
    <message>
        <source>Zum Beispiel fünf zufällige Wörter. Niemand kann die Passphrase zurücksetzen.</source>
        <translation>For example five random words. Nobody can reset the passphrase.</translation>
    </message>
    <message>
        <source>Zu leicht zu erraten: noch ein zufälliges Wort hilft mehr als Sonderzeichen.</source>
        <translation>Too easy to guess: one more random word helps more than special characters.</translation>
    </message>
    <message>
        <source>Sehr schwer zu erraten.</source>
        <translation>Very hard to guess.</translation>
    </message>
    <message>
        <source>Reicht. Ein Wort mehr wäre noch besser.</source>
        <translation>Enough. One more word would be better still.</translation>
    </message>
    <message>
        <source>Die beiden Eingaben sind nicht gleich.</source>
        <translation>The two entries are not the same.</translation>
    </message>
</context>
<context>
    <name>GenogramPane</name>
    <message>
        <source>Genogramm</source>
        <translation>Genogram</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Genogramm drucken</source>
        <translation>Print the genogram</translation>
    </message>
    <message>
        <source>Ziehen oder Umschalt mit den Pfeiltasten verschiebt jemanden; Eingabe oder ein Doppelklick öffnet die Angaben.</source>
        <translation>Dragging, or Shift with the arrow keys, moves somebody; Enter or a double click opens the details.</translation>
    </message>
    <message>
        <source>Wieder von selbst anordnen</source>
        <translation>Arrange automatically again</translation>
    </message>
    <message>
        <source>Angehörige, die woanders leben</source>
        <translation>Relatives who live elsewhere</translation>
    </message>
</context>
<context>
    <name>GiveDialog</name>
    <message>
        <source>Kopie weitergeben</source>
        <translation>Pass on a copy</translation>
    </message>
    <message>
        <source>Für wen?</source>
        <translation>Who is it for?</translation>
    </message>
    <message>
        <source>bitte wählen</source>
        <translation>please choose</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Speichern …</source>
        <translation>Save …</translation>
    </message>
    <message>
        <source>Kopie speichern</source>
        <translation>Save copy</translation>
    </message>
    <message>
        <source>Alle Dateien (*)</source>
        <translation>All files (*)</translation>
    </message>
</context>
<context>
    <name>GivingDialog</name>
    <message>
        <source>{name} willigt ein</source>
        <translation>{name} consents</translation>
    </message>
    <message>
        <source>Die Entscheidung ist frei und kann jederzeit widerrufen werden, ganz und ohne Grund.</source>
        <translation>The decision is free and can be withdrawn at any time, entirely and without a reason.</translation>
    </message>
    <message>
        <source>hier unterschreiben</source>
        <translation>sign here</translation>
    </message>
    <message>
        <source>auf Papier</source>
        <translation>on paper</translation>
    </message>
    <message>
        <source>mit einem Zeichen</source>
        <translation>with a mark</translation>
    </message>
    <message>
        <source>mündlich mit Zeugin oder Zeugen</source>
        <translation>aloud with a witness</translation>
    </message>
    <message>
        <source>Unterschrift</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Noch einmal</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Eine Unterschrift auf dem Bildschirm ist keine Schriftform im Sinne des § 126 BGB.</source>
        <translation>A signature on the screen is no written form in the sense of § 126 BGB.</translation>
    </message>
    <message>
        <source>Zeugin oder Zeuge</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>Wer war dabei?</source>
        <translation>Who was present?</translation>
    </message>
    <message>
        <source>Das Blatt, in das eingewilligt wird</source>
        <translation>The sheet that is consented to</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Einwilligung festhalten</source>
        <translation>Note the consent</translation>
    </message>
    <message>
        <source>Unterschrift: {name}</source>
        <translation>Signature: {name}</translation>
    </message>
    <message>
        <source>Wie eingewilligt wird</source>
        <translation>How consent is given</translation>
    </message>
    <message>
        <source>Bitte wählen, wie eingewilligt wird.</source>
        <translation>Please choose how consent is given.</translation>
    </message>
    <message>
        <source>Es fehlt noch eine Unterschrift.</source>
        <translation>A signature is still missing.</translation>
    </message>
    <message>
        <source>Bitte eintragen, wer Zeugin oder Zeuge ist.</source>
        <translation>Please enter who the witness is.</translation>
    </message>
</context>
<context>
    <name>GoalCard</name>
    <message>
        <source>aufklappen</source>
        <translation>unfold</translation>
    </message>
    <message>
        <source>Ziel {number}</source>
        <translation>Goal {number}</translation>
    </message>
    <message>
        <source>noch ohne Worte</source>
        <translation>no words yet</translation>
    </message>
    <message>
        <source>{goal} aufklappen: {text}</source>
        <translation>Unfold {goal}: {text}</translation>
    </message>
    <message>
        <source>{goal} zuklappen</source>
        <translation>Fold up {goal}</translation>
    </message>
    <message>
        <source>{goal} aufklappen</source>
        <translation>Unfold {goal}</translation>
    </message>
    <message>
        <source>Maßnahme</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Maßnahme hinzufügen</source>
        <translation>Add measure</translation>
    </message>
    <message>
        <source>Ziel entfernen</source>
        <translation>Remove goal</translation>
    </message>
</context>
<context>
    <name>GrantCard</name>
    <message>
        <source>2. Zusage der Stelle</source>
        <translation>2. The office&apos;s grant</translation>
    </message>
    <message>
        <source>Die Stelle gibt Ihnen eine Zusage zurück. Ziehen Sie die Datei hierher.</source>
        <translation>The office gives you a grant. Drag the file here.</translation>
    </message>
    <message>
        <source>Zusage einlesen …</source>
        <translation>Read the grant …</translation>
    </message>
    <message>
        <source>Lassen Sie sich die acht Wörter der Stelle vorlesen und geben Sie ein, was Sie hören. So kann sich niemand dazwischenstellen.</source>
        <translation>Have the office read its eight words out to you and type what you hear. That way nobody can step in between.</translation>
    </message>
    <message>
        <source>Wörter der Stelle</source>
        <translation>The office&apos;s words</translation>
    </message>
    <message>
        <source>Wörter vergleichen und anmelden</source>
        <translation>Compare words and enrol</translation>
    </message>
    <message>
        <source>Zusage von „{label}“</source>
        <translation>Grant of “{label}”</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>Ansehen</source>
        <translation>Look at them</translation>
    </message>
    <message numerus="yes">
        <source>%n Eingaben von vorher sind noch nicht übernommen.</source>
        <translation>
            <numerusform>%n entry from before has not been taken over yet.</numerusform>
            <numerusform>%n entries from before have not been taken over yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>zuletzt geöffnet {when}</source>
        <translation>last opened {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n falsche Eingaben seit dem letzten Öffnen</source>
        <translation>
            <numerusform>%n wrong entry since it was last opened</numerusform>
            <numerusform>%n wrong entries since it was last opened</numerusform>
        </translation>
    </message>
    <message>
        <source>{said}, zuletzt am {when}.</source>
        <translation>{said}, the last on {when}.</translation>
    </message>
    <message>
        <source>Waren Sie das nicht? Dann sagen Sie es bitte dem Träger.</source>
        <translation>Was that not you? Then please tell the provider.</translation>
    </message>
    <message>
        <source>{who} hat am {when} Ihre Vertretung geöffnet. Grund: {reason}</source>
        <translation>{who} opened your deputy package on {when}. Reason: {reason}</translation>
    </message>
    <message>
        <source>Das war nicht das Gerät Ihrer Vertretung: Bitte sagen Sie es dem Träger.</source>
        <translation>That was not your deputy&apos;s device: please tell the provider.</translation>
    </message>
</context>
<context>
    <name>Guarding</name>
    <message>
        <source>Danach legen Sie die PIN fest, mit der Sie die Abdeckung wegnehmen.</source>
        <translation>After that you set the PIN with which you take the cover off.</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Mit einer PIN aus sechs Ziffern geht das Aufdecken schneller.</source>
        <translation>With a PIN of six digits uncovering is quicker.</translation>
    </message>
    <message>
        <source>PIN festlegen</source>
        <translation>Set PIN</translation>
    </message>
</context>
<context>
    <name>HandbookDialog</name>
    <message>
        <source>Handbuch</source>
        <translation>Handbook</translation>
    </message>
    <message>
        <source>Seite</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Diese Seite drucken …</source>
        <translation>Print this page …</translation>
    </message>
    <message>
        <source>Handbuch als PDF speichern …</source>
        <translation>Save handbook as PDF …</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Handbuch speichern</source>
        <translation>Save the handbook</translation>
    </message>
    <message>
        <source>Das Handbuch ist gespeichert.</source>
        <translation>The handbook is saved.</translation>
    </message>
</context>
<context>
    <name>HandingCard</name>
    <message>
        <source>Übergaben</source>
        <translation>Hand-overs</translation>
    </message>
    <message>
        <source>Ein Fall geht ganz an eine Kollegin oder einen Kollegen desselben Trägers.</source>
        <translation>A case goes as a whole to one colleague of the same provider.</translation>
    </message>
    <message>
        <source>Fall übernehmen …</source>
        <translation>Take over case …</translation>
    </message>
    <message>
        <source>Karte für Übergaben speichern …</source>
        <translation>Save card for hand-overs …</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>Kinderschutz öffnet nur mit Ihrer Passphrase.</source>
        <translation>Child protection opens with your passphrase only.</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Mit der Übergabe verlässt ein ganzer Fall diesen Rechner.</source>
        <translation>With the hand-over a whole case leaves this computer.</translation>
    </message>
    <message>
        <source>Weiter zum Speichern</source>
        <translation>Go on to saving</translation>
    </message>
    <message>
        <source>Übergabedatei speichern</source>
        <translation>Save hand-over file</translation>
    </message>
    <message>
        <source>Übergabe öffnen</source>
        <translation>Open hand-over</translation>
    </message>
    <message>
        <source>Karte für Übergaben speichern</source>
        <translation>Save card for hand-overs</translation>
    </message>
</context>
<context>
    <name>HandoverDialog</name>
    <message>
        <source>Fall {number} übergeben</source>
        <translation>Hand over case {number}</translation>
    </message>
    <message>
        <source>Der ganze Fall geht verschlüsselt an einen einzigen Schreibtisch desselben Trägers, mit allem, was anvertraut wurde. Hier bleibt er lesbar und wird nicht mehr geändert.</source>
        <translation>The whole case goes encrypted to one single desk of the same provider, with everything that was confided. Here it can still be read and is not changed any more.</translation>
    </message>
    <message>
        <source>noch keine Karte gewählt</source>
        <translation>no card chosen yet</translation>
    </message>
    <message>
        <source>Karte wählen …</source>
        <translation>Choose card …</translation>
    </message>
    <message>
        <source>Wer den Fall übernimmt</source>
        <translation>Who takes the case over</translation>
    </message>
    <message>
        <source>Vor- und Nachname</source>
        <translation>First and last name</translation>
    </message>
    <message>
        <source>Die acht Wörter, wie Sie sie hören</source>
        <translation>The eight words as you hear them</translation>
    </message>
    <message>
        <source>Die Familie weiß, dass und an wen ich übergebe</source>
        <translation>The family knows that I hand over, and to whom</translation>
    </message>
    <message>
        <source>Noch nicht besprochen, weil</source>
        <translation>Not talked about yet because</translation>
    </message>
    <message>
        <source>Kinderschutz mitgeben …</source>
        <translation>Let child protection go along …</translation>
    </message>
    <message>
        <source>Die nächste Fallführung braucht die Einträge, weil</source>
        <translation>The next case lead needs the entries because</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Fall übergeben …</source>
        <translation>Hand over case …</translation>
    </message>
    <message>
        <source>Das geht mit</source>
        <translation>This goes along</translation>
    </message>
    <message>
        <source>und alles Übrige</source>
        <translation>and everything else</translation>
    </message>
    <message>
        <source>Bleibt hier, weil zu groß oder beschädigt</source>
        <translation>Stays here because too large or damaged</translation>
    </message>
    <message>
        <source>Kinderschutz geht nie von selbst mit: nur, was Sie mit Ihrer Passphrase öffnen und begründen.</source>
        <translation>Child protection never goes by itself: only what you open with your passphrase and give a reason for.</translation>
    </message>
    <message>
        <source>Karte eines Schreibtischs (*.kimk)</source>
        <translation>Card of a desk (*.kimk)</translation>
    </message>
    <message>
        <source>Karte wählen</source>
        <translation>Choose card</translation>
    </message>
    <message>
        <source>„{label}“, beim Träger „{provider}“ angemeldet</source>
        <translation>“{label}”, enrolled with the provider “{provider}”</translation>
    </message>
    <message>
        <source>Hier steht kein Eintrag.</source>
        <translation>There is no entry here.</translation>
    </message>
    <message>
        <source>Es fehlen noch Karte, Name, die acht Wörter oder ein Grund.</source>
        <translation>Card, name, the eight words or a reason are still missing.</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Abdecken</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>Besuch beenden</source>
        <translation>Finish visit</translation>
    </message>
    <message>
        <source>Dabei</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Themen</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>mehr …</source>
        <translation>more …</translation>
    </message>
    <message>
        <source>Familie {name}</source>
        <translation>{name} family</translation>
    </message>
    <message>
        <source>Der Familie zeigen</source>
        <translation>Show to the family</translation>
    </message>
</context>
<context>
    <name>HeadWords</name>
    <message>
        <source>seit {day}</source>
        <translation>since {day}</translation>
    </message>
    <message>
        <source>Familie {name}</source>
        <translation>{name} family</translation>
    </message>
    <message>
        <source>Zusage {when} fällig</source>
        <translation>Promise due {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n Zusagen offen</source>
        <translation>
            <numerusform>%n open promise</numerusform>
            <numerusform>%n open promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Einwilligungen gültig</source>
        <translation>
            <numerusform>%n valid consent</numerusform>
            <numerusform>%n valid consents</numerusform>
        </translation>
    </message>
    <message>
        <source>{valid}, {withdrawn} widerrufen</source>
        <translation>{valid}, {withdrawn} withdrawn</translation>
    </message>
    <message>
        <source>Sprachmittlung nötig</source>
        <translation>interpreter needed</translation>
    </message>
    <message>
        <source>Fall abgeschlossen</source>
        <translation>case closed</translation>
    </message>
    <message>
        <source>Übergeben an {name}</source>
        <translation>Handed over to {name}</translation>
    </message>
    <message>
        <source>Nur zum Lesen: Dieser Fall ist seit {day} an {name} übergeben. Neues bitte dort sagen.</source>
        <translation>To be read only: this case was handed over to {name} on {day}. Please tell them what is new.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Mit Hilfe des Trägers</source>
        <translation>With the help of the provider</translation>
    </message>
    <message>
        <source>Anfrage speichern …</source>
        <translation>Save the request …</translation>
    </message>
    <message>
        <source>Antworten wählen …</source>
        <translation>Choose the answers …</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Neue Anfrage</source>
        <translation>New request</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message numerus="yes">
        <source>%n Antworten gewählt</source>
        <translation>
            <numerusform>%n answer chosen</numerusform>
            <numerusform>%n answers chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>noch keine Antwort gewählt</source>
        <translation>no answer chosen yet</translation>
    </message>
    <message>
        <source>Geben Sie die Anfrage beiden Personen und lesen Sie ihnen diese acht Wörter vor. Mit ihren beiden Antworten und Ihrer neuen Passphrase öffnet sich der Tresor auf diesem Gerät.</source>
        <translation>Give the request to both persons and read these eight words out to them. With their two answers and your new passphrase the vault opens on this device.</translation>
    </message>
    <message>
        <source>Zwei Personen beim Träger können Ihnen gemeinsam hineinhelfen. Wählen Sie zuerst eine neue Passphrase; dann entsteht eine Anfrage, die beide beantworten.</source>
        <translation>Two persons at the provider can help you in together. First choose a new passphrase; then a request is made that both answer.</translation>
    </message>
    <message>
        <source>Anfrage (*.kimn)</source>
        <translation>Request (*.kimn)</translation>
    </message>
    <message>
        <source>Anfrage speichern</source>
        <translation>Save the request</translation>
    </message>
    <message>
        <source>Antworten wählen</source>
        <translation>Choose the answers</translation>
    </message>
    <message>
        <source>Antwort (*.kima)</source>
        <translation>Answer (*.kima)</translation>
    </message>
    <message>
        <source>Wer ist dabei?</source>
        <translation>Who is present?</translation>
    </message>
    <message>
        <source>Warum wird so geöffnet?</source>
        <translation>Why is it opened this way?</translation>
    </message>
    <message>
        <source>Beides wird im Tresor vermerkt und steht zwei Wochen auf Heute.</source>
        <translation>Both are recorded in the vault and stand on Today for two weeks.</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Zeigen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>alles</source>
        <translation>everything</translation>
    </message>
    <message>
        <source>Wer was an welchem Tag geändert hat. Uhrzeiten stehen hier nicht.</source>
        <translation>Who changed what on which day. Times of day are not shown here.</translation>
    </message>
    <message>
        <source>Mehr anzeigen</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>Noch nichts geändert.</source>
        <translation>Nothing changed yet.</translation>
    </message>
    <message>
        <source>Wieder einsetzen</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>{what}: wieder einsetzen</source>
        <translation>{what}: put back</translation>
    </message>
    <message>
        <source>{what} entfernt</source>
        <translation>{what} removed</translation>
    </message>
    <message>
        <source>{what} zurückgeholt</source>
        <translation>{what} brought back</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>Wieder eingesetzt: {field}</source>
        <translation>Put back: {field}</translation>
    </message>
    <message>
        <source>{what} neu eingetragen</source>
        <translation>{what} added</translation>
    </message>
    <message>
        <source>{what} endgültig gelöscht</source>
        <translation>{what} erased for good</translation>
    </message>
</context>
<context>
    <name>HouseholdPart</name>
    <message>
        <source>Wer einwilligt</source>
        <translation>Who consents</translation>
    </message>
    <message>
        <source>Haushalt</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>Haushalt trennen …</source>
        <translation>Part the household …</translation>
    </message>
    <message>
        <source>Doppelte Einträge zusammenführen …</source>
        <translation>Merge double entries …</translation>
    </message>
    <message>
        <source>Alter fehlt</source>
        <translation>age missing</translation>
    </message>
    <message>
        <source>18 am {day}</source>
        <translation>18 on {day}</translation>
    </message>
    <message>
        <source>Trennen …</source>
        <translation>Part …</translation>
    </message>
    <message>
        <source>Doppelte …</source>
        <translation>Doubles …</translation>
    </message>
    <message>
        <source> und </source>
        <translation> and </translation>
    </message>
    <message>
        <source>Beide Sorgeberechtigten willigen ein: {names}</source>
        <translation>Both with custody consent: {names}</translation>
    </message>
    <message>
        <source>Entscheidet selbst.</source>
        <translation>Decides alone.</translation>
    </message>
    <message>
        <source>Beide Sorgeberechtigten willigen ein.</source>
        <translation>Both with custody consent.</translation>
    </message>
    <message>
        <source>Es willigt ein: {names}</source>
        <translation>Consenting: {names}</translation>
    </message>
    <message>
        <source>wer die Sorge hat</source>
        <translation>who has custody</translation>
    </message>
    <message>
        <source>Vormund oder Pflegerin willigt ein: {names}</source>
        <translation>The guardian consents: {names}</translation>
    </message>
    <message>
        <source>Sorgerecht noch nicht erfasst.</source>
        <translation>Custody not recorded yet.</translation>
    </message>
    <message>
        <source>Noch nicht eingeschätzt, ob {name} selbst einwilligen kann.</source>
        <translation>Not judged yet whether {name} is able to consent.</translation>
    </message>
    <message>
        <source>Vielleicht schon erfasst: {who}</source>
        <translation>Perhaps recorded already: {who}</translation>
    </message>
    <message>
        <source>Zusammenführen …</source>
        <translation>Merge …</translation>
    </message>
    <message>
        <source>in dieser Familie</source>
        <translation>in this family</translation>
    </message>
    <message>
        <source>Familie öffnen</source>
        <translation>Open family</translation>
    </message>
    <message>
        <source>Fälle zusammenführen …</source>
        <translation>Merge cases …</translation>
    </message>
    <message>
        <source>Zwei Fälle zusammenführen?</source>
        <translation>Merge two cases?</translation>
    </message>
    <message>
        <source>Alles aus {where} gehört danach zu diesem Fall. Der andere Fall verschwindet aus der Liste; was er anders sagt, bleibt im Verlauf. Das lässt sich rückgängig machen.</source>
        <translation>Everything of {where} belongs to this case afterwards. The other case disappears from the list; what it says differently stays in the history. This can be undone.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Fälle zusammenführen</source>
        <translation>Merge cases</translation>
    </message>
    <message>
        <source>Zusammengeführt. Was anders war, steht im Verlauf.</source>
        <translation>Merged. What was different stands in the history.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Notiz, steht beim Anliegen</source>
        <translation>Note, kept with the concern</translation>
    </message>
    <message>
        <source>Ganzer Name</source>
        <translation>Whole name</translation>
    </message>
    <message>
        <source>ohne Namen</source>
        <translation>without a name</translation>
    </message>
    <message>
        <source>Fallnummer {where} gibt es schon</source>
        <translation>case number {where} is there already</translation>
    </message>
    <message>
        <source>vielleicht schon da: {where}</source>
        <translation>perhaps there already: {where}</translation>
    </message>
    <message>
        <source>vielleicht wie Zeile {where}</source>
        <translation>perhaps the same as row {where}</translation>
    </message>
    <message>
        <source>{field}: bleibt als Notiz</source>
        <translation>{field}: kept as a note</translation>
    </message>
    <message>
        <source>{field}: gekürzt</source>
        <translation>{field}: shortened</translation>
    </message>
    <message>
        <source>{field}: aus einer Formel</source>
        <translation>{field}: from a formula</translation>
    </message>
    <message>
        <source>abgeschlossen ohne Datum, heute eingetragen</source>
        <translation>closed without a date, today entered</translation>
    </message>
    <message>
        <source>gehört zu einer Familie darüber</source>
        <translation>belongs to a family above</translation>
    </message>
    <message>
        <source>geht nicht</source>
        <translation>not possible</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nein</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Zeile</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>geboren</source>
        <translation>born</translation>
    </message>
    <message>
        <source>Ort</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Hinweis</source>
        <translation>Hint</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>So weit ist es</source>
        <translation>How far it is</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Tabellen (*.xlsx *.csv *.txt)</source>
        <translation>Tables (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>Alle Dateien (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Tabelle wählen</source>
        <translation>Choose a table</translation>
    </message>
    <message>
        <source>Schritt 1 von 3: Wo steht Ihre Liste?</source>
        <translation>Step 1 of 3: Where is your list?</translation>
    </message>
    <message>
        <source>Schritt 2 von 3: Was bedeuten die Spalten? Eine Spalte mit Namen genügt.</source>
        <translation>Step 2 of 3: What do the columns mean? One column with names is enough.</translation>
    </message>
    <message>
        <source>Schritt 3 von 3: So kommt es an. Noch ist nichts geschrieben.</source>
        <translation>Step 3 of 3: This is how it arrives. Nothing is written yet.</translation>
    </message>
    <message>
        <source>Bestand übernehmen</source>
        <translation>Take over a caseload</translation>
    </message>
    <message>
        <source>Die Tabelle wird gelesen …</source>
        <translation>Reading the table …</translation>
    </message>
    <message>
        <source>Die Zeilen werden mit dem Bestand verglichen …</source>
        <translation>Comparing the rows with the caseload …</translation>
    </message>
    <message>
        <source>Die Familien werden übernommen …</source>
        <translation>Taking over the families …</translation>
    </message>
    <message>
        <source>Aufhören</source>
        <translation>Stop</translation>
    </message>
    <message numerus="yes">
        <source>%n Familien übernehmen</source>
        <translation>
            <numerusform>Take over %n family</numerusform>
            <numerusform>Take over %n families</numerusform>
        </translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Abgebrochen. Es wurde nichts übernommen.</source>
        <translation>Stopped. Nothing was taken over.</translation>
    </message>
    <message numerus="yes">
        <source>%n Familien sind da.</source>
        <translation>
            <numerusform>%n family is here.</numerusform>
            <numerusform>%n families are here.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mit „Rückgängig“ nehmen Sie alles auf einmal zurück. Ihre Tabelle liegt weiter unverschlüsselt auf dem Rechner: Bitte löschen Sie sie, sobald Sie sie nicht mehr brauchen.</source>
        <translation>With “Undo” you take all of it back at once. Your table still lies unencrypted on the computer: please delete it as soon as you no longer need it.</translation>
    </message>
</context>
<context>
    <name>InboxRows</name>
    <message>
        <source>{numbers} und weitere</source>
        <translation>{numbers} and more</translation>
    </message>
    <message>
        <source>{numbers} und {last}</source>
        <translation>{numbers} and {last}</translation>
    </message>
    <message>
        <source>{label}, Paket Nr. {seq}</source>
        <translation>{label}, bundle no. {seq}</translation>
    </message>
    <message>
        <source>neu</source>
        <translation>new</translation>
    </message>
    <message>
        <source>schon eingelesen</source>
        <translation>taken in before</translation>
    </message>
    <message>
        <source>neu, frühere fehlen</source>
        <translation>new, earlier ones missing</translation>
    </message>
    <message>
        <source>neu, zum Teil</source>
        <translation>new, in part</translation>
    </message>
    <message>
        <source>abgelehnt</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>Es fehlt noch Nr. {numbers}; das schadet nicht.</source>
        <translation>No. {numbers} is still missing; that does no harm.</translation>
    </message>
    <message>
        <source>Die Uhr dieses Geräts geht falsch.</source>
        <translation>This device&apos;s clock is wrong.</translation>
    </message>
    <message>
        <source>Nichts hat sich geändert; die Bestätigung geht noch einmal hinaus.</source>
        <translation>Nothing has changed; the receipt goes out once more.</translation>
    </message>
    <message numerus="yes">
        <source>%n Angaben übernommen.</source>
        <translation>
            <numerusform>%n item taken over.</numerusform>
            <numerusform>%n items taken over.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nr. {numbers} kam nie an.</source>
        <translation>No. {numbers} never arrived.</translation>
    </message>
    <message>
        <source>Zuletzt am {day}.</source>
        <translation>Last on {day}.</translation>
    </message>
    <message>
        <source>Von hier kam noch kein Paket.</source>
        <translation>No bundle came from here yet.</translation>
    </message>
    <message numerus="yes">
        <source>%n fehlen</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>seit %n Wochen still</source>
        <translation>
            <numerusform>quiet for %n week</numerusform>
            <numerusform>quiet for %n weeks</numerusform>
        </translation>
    </message>
    <message>
        <source>liegt unter Verschluss</source>
        <translation>kept in quarantine</translation>
    </message>
</context>
<context>
    <name>InboxView</name>
    <message>
        <source>Gerade eingelesen</source>
        <translation>Just taken in</translation>
    </message>
    <message>
        <source>Was fehlt</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>Abgelehnt</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Pakete hierher ziehen</source>
        <translation>Drop bundles here</translation>
    </message>
    <message>
        <source>Mehrere auf einmal gehen. Die Dateien bleiben, wo sie sind.</source>
        <translation>Several at once are fine. The files stay where they are.</translation>
    </message>
    <message>
        <source>Pakete wählen …</source>
        <translation>Choose bundles …</translation>
    </message>
    <message>
        <source>So weit sind die Pakete eingelesen</source>
        <translation>How far the bundles are taken in</translation>
    </message>
    <message>
        <source>Aufhören</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Eingang</source>
        <translation>Inbox</translation>
    </message>
    <message numerus="yes">
        <source>%n Geräte im Kreis</source>
        <translation>
            <numerusform>%n device in the district</numerusform>
            <numerusform>%n devices in the district</numerusform>
        </translation>
    </message>
    <message>
        <source>Paket {n} von {total} wird eingelesen …</source>
        <translation>Taking in bundle {n} of {total} …</translation>
    </message>
    <message numerus="yes">
        <source>Abgebrochen: %n Dateien wurden nicht eingelesen und sind unverändert.</source>
        <translation>
            <numerusform>Stopped: %n file was not taken in and is unchanged.</numerusform>
            <numerusform>Stopped: %n files were not taken in and are unchanged.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nichts: Von jedem Gerät liegt alles vor.</source>
        <translation>Nothing: everything is here from every device.</translation>
    </message>
    <message>
        <source>Noch ist kein Gerät zugelassen. Das geht unter „Geräte“.</source>
        <translation>No device is let in yet. You can do that under “Devices”.</translation>
    </message>
    <message>
        <source>Was tun mit dem abgelehnten Paket</source>
        <translation>What to do with the refused bundle</translation>
    </message>
    <message>
        <source>Pakete (*.kimb)</source>
        <translation>Bundles (*.kimb)</translation>
    </message>
    <message>
        <source>Alle Dateien (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Pakete wählen</source>
        <translation>Choose bundles</translation>
    </message>
    <message>
        <source>Noch einmal prüfen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Paket löschen …</source>
        <translation>Delete the bundle …</translation>
    </message>
    <message>
        <source>Von der Liste nehmen</source>
        <translation>Take off the list</translation>
    </message>
    <message>
        <source>Es wird nicht eingelesen und lässt sich nicht zurückholen, nur neu vom Gerät erbitten.</source>
        <translation>It is not taken in and cannot be brought back, only asked for again from the device.</translation>
    </message>
    <message>
        <source>Abgelehntes Paket löschen?</source>
        <translation>Delete the refused bundle?</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>IncidentDialog</name>
    <message>
        <source>Datenpannen-Blatt</source>
        <translation>Data incident sheet</translation>
    </message>
    <message>
        <source>Sofort Träger und Datenschutzbeauftragte anrufen. Der Träger entscheidet binnen 72 Stunden über die Meldung.</source>
        <translation>Call the provider and the data-protection officer at once. The provider decides within 72 hours on the notification.</translation>
    </message>
    <message>
        <source>Laptop verloren oder gestohlen</source>
        <translation>Laptop lost or stolen</translation>
    </message>
    <message>
        <source>Stick verloren oder gestohlen</source>
        <translation>Stick lost or stolen</translation>
    </message>
    <message>
        <source>Falsches Papier gedruckt oder übergeben</source>
        <translation>Wrong paper printed or handed over</translation>
    </message>
    <message>
        <source>Falscher Bildschirm gezeigt</source>
        <translation>Wrong screen shown</translation>
    </message>
    <message>
        <source>Was ist geschehen?</source>
        <translation>What happened?</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Als PDF speichern …</source>
        <translation>Save as PDF …</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>keine Sicherung gewählt</source>
        <translation>no backup chosen</translation>
    </message>
    <message>
        <source>Sicherung wählen …</source>
        <translation>Choose a backup …</translation>
    </message>
    <message>
        <source>Ordner der Sicherung</source>
        <translation>Folder of the backup</translation>
    </message>
    <message>
        <source>Zählen</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Die letzte Sicherung sagt, was darauf war. Sie wird geöffnet, gezählt und wieder geschlossen.</source>
        <translation>The last backup tells what was on it. It is opened, counted and closed again.</translation>
    </message>
    <message>
        <source>Auf dem Blatt steht, wie viel in diesem Tresor ist und wie es geschützt ist. Keine Namen.</source>
        <translation>The sheet says how much is in this vault and how it is protected. No names.</translation>
    </message>
    <message>
        <source>Bitte löschen Sie nichts, bevor der Träger entschieden hat.</source>
        <translation>Please delete nothing before the provider has decided.</translation>
    </message>
    <message>
        <source>Sicherung gewählt</source>
        <translation>backup chosen</translation>
    </message>
    <message>
        <source>gezählt, steht auf dem Blatt</source>
        <translation>counted, is on the sheet</translation>
    </message>
    <message>
        <source>Datenpannen-Blatt speichern</source>
        <translation>Save the data incident sheet</translation>
    </message>
    <message>
        <source>Das Blatt ist gespeichert.</source>
        <translation>The sheet is saved.</translation>
    </message>
</context>
<context>
    <name>InterpretingLine</name>
    <message>
        <source>Sprachmittlung</source>
        <translation>Interpreting</translation>
    </message>
    <message>
        <source>Wer sprachmittelt</source>
        <translation>Who interprets</translation>
    </message>
    <message>
        <source>Sprachmittlung durch</source>
        <translation>Interpreted by</translation>
    </message>
    <message>
        <source>Name, nie ein Kind</source>
        <translation>Name, never a child</translation>
    </message>
    <message>
        <source>Einverstanden</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>verwandt oder bekannt</source>
        <translation>related or known</translation>
    </message>
    <message>
        <source>nur ein Kind konnte übersetzen</source>
        <translation>only a child could translate</translation>
    </message>
    <message>
        <source>nur ein Kind</source>
        <translation>only a child</translation>
    </message>
    <message>
        <source>anderer Name …</source>
        <translation>another name …</translation>
    </message>
    <message>
        <source>aus dem Verzeichnis</source>
        <translation>from the directory</translation>
    </message>
    <message>
        <source>Familie ist einverstanden</source>
        <translation>Family accepts</translation>
    </message>
    <message>
        <source>Familie möchte diese Person nicht</source>
        <translation>Family does not want this person</translation>
    </message>
    <message>
        <source>nicht gefragt</source>
        <translation>not asked</translation>
    </message>
    <message>
        <source>Familie einverstanden?</source>
        <translation>Family accepts?</translation>
    </message>
    <message>
        <source>Verschwiegenheit unterschrieben</source>
        <translation>confidentiality signed</translation>
    </message>
    <message>
        <source>Verschwiegenheit nicht unterschrieben</source>
        <translation>confidentiality not signed</translation>
    </message>
    <message>
        <source>Ja, mindestens 18</source>
        <translation>Yes, at least 18</translation>
    </message>
    <message>
        <source>Nein, unter 18</source>
        <translation>No, under 18</translation>
    </message>
    <message>
        <source>Ist {name} mindestens 18 Jahre alt?</source>
        <translation>Is {name} at least 18 years old?</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Letzte Ziffer löschen</source>
        <translation>Delete the last digit</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Angemeldet bei</source>
        <translation>Enrolled with</translation>
    </message>
    <message>
        <source>Weitere Stelle …</source>
        <translation>Another office …</translation>
    </message>
</context>
<context>
    <name>KeysFlow</name>
    <message>
        <source>Weiter</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Danach wählen Sie eine neue Passphrase.</source>
        <translation>After that you choose a new passphrase.</translation>
    </message>
    <message>
        <source>Danach gilt ein neuer Wiederherstellungscode. Das bisherige Blatt öffnet den Tresor nicht mehr.</source>
        <translation>After that a new recovery code is in force. The sheet you have now will not open the vault any more.</translation>
    </message>
    <message>
        <source>Damit bekommen zwei Personen beim Träger je einen Anteil am Schlüssel.</source>
        <translation>With this, two persons at the provider get one share of the key each.</translation>
    </message>
    <message>
        <source>Danach kann Ihnen niemand beim Träger mehr hineinhelfen. Das Blatt bleibt gültig.</source>
        <translation>After that nobody at the provider can help you back in. The sheet stays valid.</translation>
    </message>
    <message>
        <source>Der Tresor wird geschlossen und ganz neu verschlüsselt. Das dauert je nach Größe einige Minuten. Danach gilt ein neues Wiederherstellungsblatt, und Sie öffnen den Tresor neu.</source>
        <translation>The vault is closed and encrypted anew as a whole. That takes some minutes, depending on its size. After that a new recovery sheet is in force, and you open the vault again.</translation>
    </message>
    <message>
        <source>Schlüssel wechseln</source>
        <translation>Change the key</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Schlüssel</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Der Tresor öffnet sich mit der Passphrase, mit dem Code auf dem Wiederherstellungsblatt, und wenn Sie es wollen mit zwei Personen beim Träger zusammen. Vor jeder Änderung wird die Passphrase gefragt.</source>
        <translation>The vault opens with the passphrase, with the code on the recovery sheet, and if you want it with two persons at the provider together. Before every change you are asked for the passphrase.</translation>
    </message>
    <message>
        <source>wird nachgesehen …</source>
        <translation>looking …</translation>
    </message>
    <message>
        <source>Im Beispiel zum Üben gibt es keine Schlüssel zu ändern.</source>
        <translation>The example to practise with has no keys to change.</translation>
    </message>
    <message>
        <source>gilt seit {day}</source>
        <translation>in force since {day}</translation>
    </message>
    <message>
        <source>Ändern …</source>
        <translation>Change …</translation>
    </message>
    <message>
        <source>Passphrase ändern</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Neues Blatt …</source>
        <translation>New sheet …</translation>
    </message>
    <message>
        <source>Wiederherstellungsblatt</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Es gibt keinen Wiederherstellungscode. Ohne ihn hilft nur die Passphrase.</source>
        <translation>There is no recovery code. Without it only the passphrase helps.</translation>
    </message>
    <message>
        <source>fehlt</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>Der neue Code kam nie auf Papier. Bitte stellen Sie ein neues Blatt aus.</source>
        <translation>The new code never reached paper. Please issue a new sheet.</translation>
    </message>
    <message>
        <source>Blatt fehlt</source>
        <translation>sheet missing</translation>
    </message>
    <message>
        <source>Liegt nicht mehr dort</source>
        <translation>Not there any more</translation>
    </message>
    <message>
        <source>liegt beim Träger seit {day}</source>
        <translation>with the provider since {day}</translation>
    </message>
    <message>
        <source>Liegt beim Träger</source>
        <translation>It is with the provider</translation>
    </message>
    <message>
        <source>noch nicht beim Träger</source>
        <translation>not yet with the provider</translation>
    </message>
    <message>
        <source>Hinterlegung beim Träger</source>
        <translation>Deposit with the provider</translation>
    </message>
    <message>
        <source>Zwei Personen beim Träger können gemeinsam wieder hineinhelfen; keine kann es allein.</source>
        <translation>Two persons at the provider can help you back in together; neither can alone.</translation>
    </message>
    <message>
        <source>Hinterlegen …</source>
        <translation>Deposit …</translation>
    </message>
    <message>
        <source>nicht hinterlegt</source>
        <translation>not deposited</translation>
    </message>
    <message>
        <source> und </source>
        <translation> and </translation>
    </message>
    <message>
        <source>{names}, seit {day}</source>
        <translation>{names}, since {day}</translation>
    </message>
    <message>
        <source>Beenden …</source>
        <translation>End …</translation>
    </message>
    <message>
        <source>Hinterlegung beenden</source>
        <translation>End the deposit</translation>
    </message>
    <message>
        <source>hinterlegt</source>
        <translation>deposited</translation>
    </message>
    <message>
        <source>Nach einem Diebstahl, oder wenn jemand Passphrase und eine Kopie des Tresors hatte.</source>
        <translation>After a theft, or when somebody had the passphrase and a copy of the vault.</translation>
    </message>
    <message>
        <source>Wechseln …</source>
        <translation>Change …</translation>
    </message>
    <message>
        <source>Schlüssel des Tresors wechseln</source>
        <translation>Change the key of the vault</translation>
    </message>
    <message>
        <source>Schlüssel des Tresors</source>
        <translation>Key of the vault</translation>
    </message>
    <message>
        <source>Die Passphrase ist geändert.</source>
        <translation>The passphrase is changed.</translation>
    </message>
    <message>
        <source>Ältere Sicherungen und Kopien öffnet weiterhin die alte.</source>
        <translation>Older backups and copies still open with the old one.</translation>
    </message>
    <message>
        <source>Das neue Blatt gilt.</source>
        <translation>The new sheet is in force.</translation>
    </message>
    <message>
        <source>Das alte öffnet nur noch ältere Sicherungen. Bitte bringen Sie das neue zum Träger.</source>
        <translation>The old one opens older backups only. Please take the new one to the provider.</translation>
    </message>
    <message>
        <source>Eingetragen: Das Blatt liegt beim Träger.</source>
        <translation>Noted: the sheet lies with the provider.</translation>
    </message>
    <message>
        <source>Eingetragen: Das Blatt liegt nicht mehr beim Träger.</source>
        <translation>Noted: the sheet does not lie with the provider any more.</translation>
    </message>
    <message>
        <source>Der Schlüssel ist hinterlegt.</source>
        <translation>The key is deposited.</translation>
    </message>
    <message>
        <source>Die nächste Sicherung nimmt die Hinterlegung mit.</source>
        <translation>The next backup takes the deposit along.</translation>
    </message>
    <message>
        <source>Die Hinterlegung ist beendet.</source>
        <translation>The deposit is ended.</translation>
    </message>
    <message>
        <source>Ältere Sicherungen behalten ihre.</source>
        <translation>Older backups keep theirs.</translation>
    </message>
    <message>
        <source>Es gehört im verschlossenen Umschlag an einen anderen Ort als der Rechner.</source>
        <translation>It belongs in a sealed envelope, in another place than the computer.</translation>
    </message>
    <message>
        <source>in Kraft</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>Der Tresor öffnet sich mit der Passphrase und mit dem Code auf dem Wiederherstellungsblatt. Vor jeder Änderung wird die Passphrase gefragt.</source>
        <translation>The vault opens with the passphrase and with the code on the recovery sheet. Before every change you are asked for the passphrase.</translation>
    </message>
    <message>
        <source>Es öffnet den Tresor ohne Passphrase. Im verschlossenen Umschlag gehört es, oder eine Abschrift von Hand, zum Träger.</source>
        <translation>It opens the vault without the passphrase. It, or a copy by hand, belongs in a sealed envelope at the provider.</translation>
    </message>
</context>
<context>
    <name>LaterDialog</name>
    <message>
        <source>Nachtragen</source>
        <translation>Enter afterwards</translation>
    </message>
    <message>
        <source>Wann war es, und wie lange?</source>
        <translation>When was it, and how long?</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>LawCard</name>
    <message>
        <source>Datenschutzrecht des Trägers</source>
        <translation>The provider&apos;s data-protection law</translation>
    </message>
    <message>
        <source>DSGVO und DSG NRW: Kommunen und Kreise</source>
        <translation>GDPR and DSG NRW: municipalities and districts</translation>
    </message>
    <message>
        <source>DSGVO und BDSG: Vereine und andere freie Träger</source>
        <translation>GDPR and BDSG: associations and other independent providers</translation>
    </message>
    <message>
        <source>KDG: Caritas und andere katholische Träger</source>
        <translation>KDG: Caritas and other Catholic providers</translation>
    </message>
    <message>
        <source>DSG-EKD: Diakonie und andere evangelische Träger</source>
        <translation>DSG-EKD: Diakonie and other Protestant providers</translation>
    </message>
    <message>
        <source>Welches Recht gilt</source>
        <translation>Which law applies</translation>
    </message>
    <message>
        <source>Papiere nennen: {consent}; {information}; {access}. Aufsicht: {authority}.</source>
        <translation>Papers cite: {consent}; {information}; {access}. Supervised by: {authority}.</translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>An wen</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>Das wird weitergegeben</source>
        <translation>This is passed on</translation>
    </message>
    <message>
        <source>Seiten, die weitergegeben werden</source>
        <translation>Pages that are passed on</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Bestätigen und zeigen</source>
        <translation>Confirm and show</translation>
    </message>
    <message>
        <source>Als PDF speichern …</source>
        <translation>Save as PDF …</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Mit einer Fachkraft beraten</source>
        <translation>Consult an adviser</translation>
    </message>
    <message>
        <source>Eine Falldarstellung ohne Namen für die insoweit erfahrene Fachkraft (§ 4 Abs. 2 KKG). Namen werden durch Rollen ersetzt, Geburtsdaten durch das Alter.</source>
        <translation>A case summary without names for the child-protection adviser (§ 4 (2) KKG). Names are replaced by roles, dates of birth by ages.</translation>
    </message>
    <message>
        <source>Das Jugendamt informieren</source>
        <translation>Inform the youth office</translation>
    </message>
    <message>
        <source>Bitte lesen Sie die Seiten vor dem Weitergeben: Orte, Schulen und Fremde ersetzt niemand.</source>
        <translation>Please read the pages before passing them on: places, schools and strangers are not replaced.</translation>
    </message>
    <message>
        <source>Was sonst zu dieser Familie erfasst ist, wird nicht weitergegeben.</source>
        <translation>Whatever else is recorded about this family is not passed on.</translation>
    </message>
    <message>
        <source>PDF speichern</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Weitergegeben. Wann und an wen, steht im Eintrag.</source>
        <translation>Passed on. When and to whom stands in the entry.</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Die Mitteilung nennt Kinder und Erwachsene des Haushalts. Sie braucht keine Einwilligung (§ 4 Abs. 3 KKG). Die Familie wird vorher informiert, es sei denn, das gefährdet das Kind.</source>
        <translation>The notification names children and grown-ups of the household. It needs no consent (§ 4 (3) KKG). The family is told before, unless that endangers the child.</translation>
    </message>
</context>
<context>
    <name>LeavingPage</name>
    <message>
        <source>Zahlen</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Strukturbeobachtungen</source>
        <translation>Structural observations</translation>
    </message>
    <message>
        <source>Mit Namen</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>Widerrufe und Berichtigungen</source>
        <translation>Withdrawals and corrections</translation>
    </message>
    <message>
        <source>Alles andere bleibt hier. Das gilt für jede Familie gleich, ob es dort geschützte Angaben gibt oder nicht.</source>
        <translation>Everything else stays here. That is the same for every family, whether there is protected information or not.</translation>
    </message>
    <message>
        <source>So ist es geschützt</source>
        <translation>How it is protected</translation>
    </message>
    <message>
        <source>Frühere Pakete</source>
        <translation>Earlier bundles</translation>
    </message>
    <message>
        <source>Zahlen {period}</source>
        <translation>Figures {period}</translation>
    </message>
    <message>
        <source>{counts} · eine Zahl je Zeile, keine Kreuztabellen</source>
        <translation>{counts} · one number a line, no cross tables</translation>
    </message>
    <message>
        <source>ohne Namen, kleine Gruppen zusammengefasst</source>
        <translation>without names, small groups merged</translation>
    </message>
    <message numerus="yes">
        <source>Strukturbeobachtungen: %n</source>
        <translation>
            <numerusform>Structural observations: %n</numerusform>
            <numerusform>Structural observations: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>keine bekannten Namen gefunden</source>
        <translation>no known names found</translation>
    </message>
    <message>
        <source>Vorschlag: {text}</source>
        <translation>Proposal: {text}</translation>
    </message>
    <message>
        <source>Mit Namen: keine Familie</source>
        <translation>By name: no family</translation>
    </message>
    <message>
        <source>Eine Familie kann nur mitgehen, wenn ihre Einwilligung genau diesen Empfänger und Zweck nennt.</source>
        <translation>A family can only come along if its consent names exactly this recipient and purpose.</translation>
    </message>
    <message numerus="yes">
        <source>Mit Namen: %n Familien</source>
        <translation>
            <numerusform>By name: %n family</numerusform>
            <numerusform>By name: %n families</numerusform>
        </translation>
    </message>
    <message>
        <source>nur was eine Einwilligung deckt</source>
        <translation>only what a consent covers</translation>
    </message>
    <message>
        <source>die Familie als Ganzes</source>
        <translation>the family as a whole</translation>
    </message>
    <message>
        <source>{family}: die Familie als Ganzes</source>
        <translation>{family}: the family as a whole</translation>
    </message>
    <message numerus="yes">
        <source>Widerrufe und Berichtigungen: %n</source>
        <translation>
            <numerusform>Withdrawals and corrections: %n</numerusform>
            <numerusform>Withdrawals and corrections: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>wird mitgeteilt</source>
        <translation>passed on</translation>
    </message>
    <message>
        <source>{name} (Familie {family}) hat die Weitergabe an {body} am {day} widerrufen. Die Stelle löscht und bestätigt.</source>
        <translation>{name} ({family} family) withdrew the consent for {body} on {day}. The office deletes and confirms.</translation>
    </message>
    <message>
        <source>Familie {family}: Früher Mitgeteiltes wird berichtigt ({what}).</source>
        <translation>{family} family: what was passed on earlier is corrected ({what}).</translation>
    </message>
    <message>
        <source>Öffnen kann es nur: {body}</source>
        <translation>Only this office can open it: {body}</translation>
    </message>
    <message>
        <source>Signiert von diesem Gerät</source>
        <translation>Signed by this device</translation>
    </message>
    <message>
        <source>Dateiname ohne Namen und Datum</source>
        <translation>File name without names or date</translation>
    </message>
    <message>
        <source>Fallliste ohne Namen</source>
        <translation>Case list without names</translation>
    </message>
    <message>
        <source>„{text}“</source>
        <translation>“{text}”</translation>
    </message>
    <message numerus="yes">
        <source>Fallliste ohne Namen: %n</source>
        <translation>
            <numerusform>Case list without names: %n</numerusform>
            <numerusform>Case list without names: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Phase, Zugang, Monate, Geburtsjahrgänge in Fünferschritten, Aufenthalt, Lebensbereiche.</source>
        <translation>Phase, way of access, months, birth years in steps of five, residence, life domains.</translation>
    </message>
    <message>
        <source>Vereinbarung liegt vor</source>
        <translation>agreement recorded</translation>
    </message>
</context>
<context>
    <name>LetterDialog</name>
    <message>
        <source>Anrede, Gruß und Anschrift stehen schon da. Jede Zeile wird ein Absatz.</source>
        <translation>Greeting, closing and address are there already. Each line becomes a paragraph.</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Betreff</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Betreff in der Sprache der Familie</source>
        <translation>Subject in the family&apos;s language</translation>
    </message>
    <message>
        <source>Text in der Sprache der Familie</source>
        <translation>Text in the family&apos;s language</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>LetterheadPage</name>
    <message>
        <source>Briefkopf</source>
        <translation>Letterhead</translation>
    </message>
    <message>
        <source>So sieht ein Brief aus</source>
        <translation>What a letter looks like</translation>
    </message>
    <message>
        <source>Träger</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Zeilen darunter</source>
        <translation>Lines below</translation>
    </message>
    <message>
        <source>Anschrift, Telefon, E-Mail; je eine Zeile</source>
        <translation>Address, phone, e-mail; one line each</translation>
    </message>
    <message>
        <source>Fußzeile</source>
        <translation>Footer</translation>
    </message>
    <message>
        <source>zum Beispiel Vereinsregister, Vorstand, Bankverbindung</source>
        <translation>for example register of associations, board, bank account</translation>
    </message>
    <message>
        <source>Förderhinweis</source>
        <translation>Funding notice</translation>
    </message>
    <message>
        <source>zum Beispiel: Gefördert durch das Land …</source>
        <translation>for example: Funded by the state …</translation>
    </message>
    <message>
        <source>Logo wählen …</source>
        <translation>Choose a logo …</translation>
    </message>
    <message>
        <source>Logo entfernen</source>
        <translation>Remove the logo</translation>
    </message>
    <message>
        <source>Vorschau des Briefs</source>
        <translation>Preview of the letter</translation>
    </message>
    <message>
        <source>Steht auf jedem Brief. Alles wird beim Tippen gespeichert.</source>
        <translation>Stands on every letter. Everything is stored while you type.</translation>
    </message>
    <message>
        <source>kein Logo</source>
        <translation>no logo</translation>
    </message>
    <message>
        <source>Logo gewählt</source>
        <translation>logo chosen</translation>
    </message>
    <message>
        <source>Bilder (*.png *.jpg *.jpeg *.gif *.webp *.tif *.tiff *.bmp)</source>
        <translation>Pictures (*.png *.jpg *.jpeg *.gif *.webp *.tif *.tiff *.bmp)</translation>
    </message>
    <message>
        <source>Logo wählen</source>
        <translation>Choose a logo</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Vermittlungen</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>Fallkonferenzen</source>
        <translation>Case conferences</translation>
    </message>
    <message>
        <source>Wer eingeladen ist</source>
        <translation>Who is invited</translation>
    </message>
    <message>
        <source>Vereinbart</source>
        <translation>Agreed</translation>
    </message>
</context>
<context>
    <name>LinkingView</name>
    <message>
        <source>Übergang in Regeldienste</source>
        <translation>Handed on to regular services</translation>
    </message>
    <message>
        <source>Ohne vollständige Einwilligung dabei: {bodies}</source>
        <translation>Present without full consent: {bodies}</translation>
    </message>
    <message>
        <source>Das Protokoll geht nur an Stellen, für die eine Einwilligung vorliegt.</source>
        <translation>The minutes go only to bodies for which there is a consent.</translation>
    </message>
    <message>
        <source>Einwilligung fehlt noch für {bodies}</source>
        <translation>Consent still missing for {bodies}</translation>
    </message>
    <message>
        <source>Jede Stelle hört nur, was die Familie ihr erlaubt hat. Die Einwilligung gilt je Stelle.</source>
        <translation>Each body hears only what the family allowed it to. A consent holds for one body.</translation>
    </message>
    <message>
        <source>Noch übernimmt keine Stelle die Begleitung. In einer Vermittlung bei „Begleitung geht dorthin über“ Ja wählen: dann steht hier, wer weitermacht.</source>
        <translation>No service takes over the support yet. Choose Yes at “Support is handed on there” in a referral: then this shows who goes on.</translation>
    </message>
    <message>
        <source>seit {day}</source>
        <translation>since {day}</translation>
    </message>
    <message>
        <source>Zu den Einwilligungen</source>
        <translation>To the consents</translation>
    </message>
    <message numerus="yes">
        <source>%n Einwilligungen vorbereitet</source>
        <translation>
            <numerusform>%n consent prepared</numerusform>
            <numerusform>%n consents prepared</numerusform>
        </translation>
    </message>
    <message>
        <source>Sie gelten erst, wenn sie erklärt und gegeben sind.</source>
        <translation>They count only once they are explained and given.</translation>
    </message>
    <message>
        <source>Die Einwilligungen sind schon vorbereitet</source>
        <translation>The consents are prepared already</translation>
    </message>
    <message>
        <source>Sie warten darauf, erklärt und gegeben zu werden.</source>
        <translation>They wait to be explained and given.</translation>
    </message>
    <message>
        <source>„{body}“</source>
        <translation>“{body}”</translation>
    </message>
</context>
<context>
    <name>LinkingWords</name>
    <message>
        <source>Angenommen</source>
        <translation>Taken up</translation>
    </message>
    <message>
        <source>Einwilligung vorbereiten</source>
        <translation>Prepare consent</translation>
    </message>
    <message>
        <source>Auch für die anderen vorbereiten</source>
        <translation>Prepare for the others too</translation>
    </message>
    <message>
        <source>für {names}</source>
        <translation>for {names}</translation>
    </message>
    <message>
        <source>vom {day}</source>
        <translation>of {day}</translation>
    </message>
    <message>
        <source>die Begleitung geht dorthin über</source>
        <translation>support is handed on there</translation>
    </message>
    <message>
        <source>nur mit einzelnen besprechbar: von uns erfährt die Stelle nichts</source>
        <translation>to be discussed with some persons only: the body hears nothing from us</translation>
    </message>
    <message>
        <source>Einwilligung liegt vor</source>
        <translation>consent given</translation>
    </message>
    <message>
        <source>ohne Einwilligung von {names}: Angaben macht die Familie selbst</source>
        <translation>no consent of {names}: the family tells them itself</translation>
    </message>
    <message numerus="yes">
        <source>%n Stellen ohne Einwilligung</source>
        <translation>
            <numerusform>%n body without consent</numerusform>
            <numerusform>%n bodies without consent</numerusform>
        </translation>
    </message>
    <message>
        <source>Protokoll liegt vor</source>
        <translation>minutes written</translation>
    </message>
    <message>
        <source>ohne Protokoll</source>
        <translation>no minutes</translation>
    </message>
    <message>
        <source>Protokoll drucken</source>
        <translation>Print minutes</translation>
    </message>
    <message>
        <source>Einladung drucken</source>
        <translation>Print invitation</translation>
    </message>
    <message>
        <source>war dabei</source>
        <translation>attended</translation>
    </message>
    <message>
        <source>war nicht dabei</source>
        <translation>did not attend</translation>
    </message>
    <message>
        <source>Familie</source>
        <translation>family</translation>
    </message>
    <message>
        <source>eigene Stelle</source>
        <translation>own body</translation>
    </message>
    <message>
        <source>noch ohne Namen</source>
        <translation>no name yet</translation>
    </message>
    <message>
        <source>darf nichts erfahren</source>
        <translation>must hear nothing</translation>
    </message>
    <message>
        <source>Einwilligung fehlt</source>
        <translation>consent missing</translation>
    </message>
    <message>
        <source>Diese Konferenz ist nur mit einzelnen Personen der Familie zu besprechen.</source>
        <translation>This conference is to be discussed with some persons of the family only.</translation>
    </message>
    <message>
        <source>Zu {names} wird hier nichts gesagt: keine Einwilligung.</source>
        <translation>Nothing is said about {names} here: no consent.</translation>
    </message>
    <message>
        <source>Für „{body}“ fehlt die Einwilligung von {names}. Vorher einholen, sonst ohne diese Stelle sprechen.</source>
        <translation>For “{body}” the consent of {names} is missing. Get it first, or talk without this body.</translation>
    </message>
    <message>
        <source>den Sorgeberechtigten</source>
        <translation>those with custody</translation>
    </message>
    <message>
        <source>Wieder offen</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Erledigt</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>LogindTrigger</name>
    <message>
        <source>Der Tresor wird gesperrt.</source>
        <translation>The vault is being locked.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Bereiche</source>
        <translation>Areas</translation>
    </message>
    <message>
        <source>Beispiel zum Üben: alle Personen sind erfunden</source>
        <translation>Example for practice: all persons are invented</translation>
    </message>
    <message>
        <source>Familie, Person, Notiz oder Aktion suchen …</source>
        <translation>Find a family, person, note or action …</translation>
    </message>
</context>
<context>
    <name>ManageDialog</name>
    <message>
        <source>In Klammern steht, was beim Einfügen ergänzt wird: {words}.</source>
        <translation>What is in braces is filled in when inserting: {words}.</translation>
    </message>
    <message>
        <source>Textbausteine</source>
        <translation>Text blocks</translation>
    </message>
    <message>
        <source>Neuer Baustein</source>
        <translation>New block</translation>
    </message>
    <message>
        <source>Hier stehen Ihre Bausteine und die Ihres Trägers. Noch gibt es keinen.</source>
        <translation>Your blocks and those of your provider are here. There are none yet.</translation>
    </message>
    <message>
        <source>Baustein entfernen</source>
        <translation>Remove block</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Baustein ändern: {title}</source>
        <translation>Change block: {title}</translation>
    </message>
    <message>
        <source>Eigene</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>Vom Träger, nur zu lesen</source>
        <translation>From the provider, read-only</translation>
    </message>
    <message>
        <source>Baustein ansehen: {title}</source>
        <translation>Look at block: {title}</translation>
    </message>
</context>
<context>
    <name>MeasureCard</name>
    <message>
        <source>Maßnahme, noch ohne Worte</source>
        <translation>Measure, no words yet</translation>
    </message>
    <message>
        <source>Maßnahme ändern: {text}</source>
        <translation>Change measure: {text}</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Maßnahme entfernen</source>
        <translation>Remove measure</translation>
    </message>
</context>
<context>
    <name>Memory</name>
    <message>
        <source>Leeren</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Ihre Eingabe vom {when} ist wieder da.</source>
        <translation>Your entry of {when} is back.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Doppelte Einträge zusammenführen</source>
        <translation>Merge double entries</translation>
    </message>
    <message>
        <source>Beide Einträge werden einer. Wo sie sich widersprechen, gilt der Eintrag, der bleibt; das andere steht weiter im Verlauf. Kontakte, Einwilligungen und Beziehungen zeigen danach auf ihn. Das lässt sich rückgängig machen.</source>
        <translation>Both entries become one. Where they contradict each other, the entry that stays is right; the rest still stands in the history. Contacts, consents and relations point at it afterwards. This can be undone.</translation>
    </message>
    <message>
        <source>Dieser Eintrag bleibt</source>
        <translation>This entry stays</translation>
    </message>
    <message>
        <source>Dieser Eintrag geht darin auf</source>
        <translation>This entry becomes part of it</translation>
    </message>
    <message>
        <source>Bitte wählen</source>
        <translation>Please choose</translation>
    </message>
    <message>
        <source>Das ist zweimal derselbe Eintrag.</source>
        <translation>This is the same entry twice.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Zusammenführen</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>{field}: Es bleibt „{stays}“, in den Verlauf kommt „{goes}“.</source>
        <translation>{field}: “{stays}” stays, “{goes}” goes into the history.</translation>
    </message>
    <message>
        <source>Die beiden widersprechen sich nirgends.</source>
        <translation>The two contradict each other nowhere.</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Zuordnung von „{label}“</source>
        <translation>Where “{label}” belongs</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
</context>
<context>
    <name>NamingDialog</name>
    <message>
        <source>Vertretung benennen</source>
        <translation>Name a deputy</translation>
    </message>
    <message>
        <source>Eine Kollegin oder ein Kollege desselben Trägers. Mit jeder Sicherung geht dann ein verschlossenes Paket mit: Namen, Telefon, Termine und offene Zusagen der Familien, die zugestimmt haben.</source>
        <translation>A colleague of the same provider. A sealed package then goes along with every backup: names, phone, appointments and open promises of the families who agreed.</translation>
    </message>
    <message>
        <source>noch keine Anmeldung gewählt</source>
        <translation>no request chosen yet</translation>
    </message>
    <message>
        <source>Anmeldung wählen …</source>
        <translation>Choose a request …</translation>
    </message>
    <message>
        <source>Die acht Wörter, wie Sie sie hören</source>
        <translation>The eight words as you hear them</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Bis einschließlich</source>
        <translation>Up to and including</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Benennen</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Anmeldung (*.kimr)</source>
        <translation>Request (*.kimr)</translation>
    </message>
    <message>
        <source>Anmeldung wählen</source>
        <translation>Choose a request</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>Menschen und Stellen</source>
        <translation>People and bodies</translation>
    </message>
    <message>
        <source>Noch niemand eingetragen. Vorname, Rolle oder Stelle genügt.</source>
        <translation>Nobody entered yet. A first name, role or office is enough.</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Netzwerkkarte</source>
        <translation>Network map</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Netzwerkkarte drucken</source>
        <translation>Print the network map</translation>
    </message>
    <message>
        <source>Ziehen oder Umschalt mit den Pfeiltasten verschiebt jemanden; ein Doppelklick auf eine freie Stelle trägt dort jemanden ein. Die Karte zeigt Nähe und bewertet nichts.</source>
        <translation>Dragging, or Shift with the arrow keys, moves somebody; a double click on a free place enters somebody there. The map shows closeness and judges nothing.</translation>
    </message>
    <message>
        <source>Wer kennt wen?</source>
        <translation>Who knows whom?</translation>
    </message>
</context>
<context>
    <name>NewFamilyDialog</name>
    <message>
        <source>Neue Familie</source>
        <translation>New family</translation>
    </message>
    <message>
        <source>Ein Name genügt. Alles andere lässt sich später ergänzen.</source>
        <translation>One name is enough. Everything else can be added later.</translation>
    </message>
    <message>
        <source>Nachname</source>
        <translation>Family name</translation>
    </message>
    <message>
        <source>Vorname</source>
        <translation>Given name</translation>
    </message>
    <message>
        <source>Ort</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Sprache</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Zugangsweg</source>
        <translation>Way of access</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Anlegen</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>Diese Familie öffnen</source>
        <translation>Open this family</translation>
    </message>
    <message>
        <source>Vielleicht schon erfasst: {who}</source>
        <translation>Perhaps recorded already: {who}</translation>
    </message>
</context>
<context>
    <name>NewPassphraseDialog</name>
    <message>
        <source>Neue Passphrase</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Sie gilt sofort. Ältere Sicherungen und Kopien öffnet weiterhin die alte.</source>
        <translation>It is in force at once. Older backups and copies still open with the old one.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Passphrase ändern</source>
        <translation>Change the passphrase</translation>
    </message>
</context>
<context>
    <name>ObservationChips</name>
    <message>
        <source>Beobachtungen durchsuchen</source>
        <translation>Search observations</translation>
    </message>
    <message>
        <source>Wörter suchen …</source>
        <translation>Search words …</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Welche Stelle</source>
        <translation>Kind of body</translation>
    </message>
    <message>
        <source>alle Themen</source>
        <translation>all topics</translation>
    </message>
    <message>
        <source>alle Stellen</source>
        <translation>all bodies</translation>
    </message>
</context>
<context>
    <name>ObservationDialog</name>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Zurück zum Text</source>
        <translation>Back to the text</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Wo hakt es im System?</source>
        <translation>Where does the system get stuck?</translation>
    </message>
    <message>
        <source>Es geht um das System, nicht um die Familie: bitte ohne Namen. Der Text kommt in keine Akte.</source>
        <translation>This is about the system, not about the family: no names, please. The text goes into no file.</translation>
    </message>
    <message>
        <source>Ein Satz und ein Thema genügen.</source>
        <translation>A sentence and a topic are enough.</translation>
    </message>
    <message>
        <source>Bekannte Namen oder Fallnummern gefunden: {names}</source>
        <translation>Known names or case numbers found: {names}</translation>
    </message>
    <message>
        <source>Bitte umformulieren. Ist ein Wort hier kein Name, hilft ein anderes Wort.</source>
        <translation>Please reword. If a word is no name here, another word helps.</translation>
    </message>
    <message>
        <source>Noch einmal lesen</source>
        <translation>Read once more</translation>
    </message>
    <message>
        <source>Das Programm kennt nur Namen aus diesem Tresor. Verrät der Text trotzdem, um wen es geht?</source>
        <translation>The program knows only names from this vault. Does the text still give away whom it is about?</translation>
    </message>
    <message>
        <source>Keine bekannten Namen gefunden</source>
        <translation>No known names found</translation>
    </message>
    <message>
        <source>Festhalten</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>ObservationsView</name>
    <message>
        <source>Zeitraum</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>alle Zeiten</source>
        <translation>any time</translation>
    </message>
    <message>
        <source>seit Januar</source>
        <translation>since January</translation>
    </message>
    <message>
        <source>letzte zwölf Monate</source>
        <translation>last twelve months</translation>
    </message>
    <message>
        <source>Strukturbeobachtungen</source>
        <translation>Structural observations</translation>
    </message>
    <message>
        <source>Wo es im System hakt. Ohne Personen und ohne Gerät.</source>
        <translation>Where the system gets stuck. Without persons and without a device.</translation>
    </message>
    <message numerus="yes">
        <source>%n weitere Gruppen: bitte enger suchen.</source>
        <translation>
            <numerusform>%n more group: please narrow your search.</numerusform>
            <numerusform>%n more groups: please narrow your search.</numerusform>
        </translation>
    </message>
    <message>
        <source>{fitting} von {total}</source>
        <translation>{fitting} of {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n insgesamt</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
    <message>
        <source>Alles zeigen</source>
        <translation>Show everything</translation>
    </message>
    <message>
        <source>Nichts gefunden</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Zum Eingang</source>
        <translation>To the inbox</translation>
    </message>
    <message>
        <source>Sie kommen mit den Paketen. Was dieselbe Stelle und dasselbe Thema betrifft, steht zusammen.</source>
        <translation>They come with the bundles. What is about the same body and topic stands together.</translation>
    </message>
    <message>
        <source>Noch keine Beobachtung</source>
        <translation>No observation yet</translation>
    </message>
    <message numerus="yes">
        <source>%n Beobachtungen</source>
        <translation>
            <numerusform>%n observation</numerusform>
            <numerusform>%n observations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weitere zeigen</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Vorschlag: {text}</source>
        <translation>Proposal: {text}</translation>
    </message>
    <message>
        <source>Neue Beobachtung</source>
        <translation>New observation</translation>
    </message>
    <message>
        <source>Antwort</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>mit und ohne Antwort</source>
        <translation>with and without answer</translation>
    </message>
    <message>
        <source>noch ohne Antwort</source>
        <translation>no answer yet</translation>
    </message>
    <message>
        <source>beantwortet</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>Wo es im System hakt: ohne Namen, ohne Bezug zu einer Familie. Das nächste Paket nimmt sie mit.</source>
        <translation>Where the system gets stuck: no names, no link to a family. The next bundle takes them along.</translation>
    </message>
    <message numerus="yes">
        <source>%n weitere: bitte enger suchen.</source>
        <translation>
            <numerusform>%n more: please narrow your search.</numerusform>
            <numerusform>%n more: please narrow your search.</numerusform>
        </translation>
    </message>
    <message>
        <source>Alle zeigen</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Erste Beobachtung festhalten</source>
        <translation>Keep the first observation</translation>
    </message>
    <message>
        <source>Was vielen Familien im Weg steht, hier festhalten oder an einem Kontakt: „Wo hakt es im System?“</source>
        <translation>Keep here what stands in the way of many families, or at a contact: “Where does the system get stuck?”</translation>
    </message>
    <message>
        <source>Ändern</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Beobachtung ändern: {what}</source>
        <translation>Change observation: {what}</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Beobachtung entfernen: {what}</source>
        <translation>Remove observation: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n Beobachtungen dazu</source>
        <translation>
            <numerusform>%n observation about this</numerusform>
            <numerusform>%n observations about this</numerusform>
        </translation>
    </message>
    <message>
        <source>Antwort eintragen</source>
        <translation>Enter the answer</translation>
    </message>
    <message>
        <source>Noch keine Antwort der Lenkungsgruppe.</source>
        <translation>No answer of the steering group yet.</translation>
    </message>
    <message>
        <source>Antwort der Lenkungsgruppe</source>
        <translation>Answer of the steering group</translation>
    </message>
    <message>
        <source>Antwort der Lenkungsgruppe vom {day}</source>
        <translation>Answer of the steering group of {day}</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Beobachtung entfernt</source>
        <translation>Observation removed</translation>
    </message>
</context>
<context>
    <name>OpenPage</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Die Feststelltaste ist aktiv</source>
        <translation>Caps Lock is on</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Tresor</source>
        <translation>Vault</translation>
    </message>
    <message>
        <source>Wiederherstellungscode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Mit Beispiel üben</source>
        <translation>Practise with an example</translation>
    </message>
    <message>
        <source>Neuer Tresor</source>
        <translation>New vault</translation>
    </message>
    <message>
        <source>Anderer Tresor …</source>
        <translation>Another vault …</translation>
    </message>
    <message>
        <source>KIM Desk verbindet sich nie mit dem Internet.</source>
        <translation>KIM Desk never connects to the internet.</translation>
    </message>
    <message>
        <source>Wird geöffnet …</source>
        <translation>Opening …</translation>
    </message>
    <message>
        <source>Letzte Sicherung: {when}</source>
        <translation>Last backup: {when}</translation>
    </message>
    <message>
        <source>Datenpannen-Blatt …</source>
        <translation>Data incident sheet …</translation>
    </message>
    <message>
        <source>Laptop oder Stick verloren, falsches Papier, falscher Bildschirm</source>
        <translation>Laptop or stick lost, wrong paper, wrong screen</translation>
    </message>
    <message>
        <source>Vertretung: Zuerst Ihren eigenen Tresor öffnen. Ihr Schlüssel öffnet dann das Paket, das der Träger mit der Sicherung verwahrt.</source>
        <translation>Standing in: open your own vault first. Your key then opens the package that the provider keeps with the backup.</translation>
    </message>
    <message>
        <source>Ohne Vertretung</source>
        <translation>Not standing in</translation>
    </message>
    <message>
        <source>Vertretung …</source>
        <translation>Standing in …</translation>
    </message>
    <message>
        <source>Aus Sicherung …</source>
        <translation>From a backup …</translation>
    </message>
    <message>
        <source>Handbuch</source>
        <translation>Handbook</translation>
    </message>
    <message>
        <source>Was geschützt ist, und was zu tun ist, wenn etwas passiert ist (F1)</source>
        <translation>What is protected, and what to do when something happened (F1)</translation>
    </message>
</context>
<context>
    <name>OverviewView</name>
    <message>
        <source>Wunsch und Stärken</source>
        <translation>Wish and strengths</translation>
    </message>
    <message>
        <source>Wunsch und Stärken ändern</source>
        <translation>Change wish and strengths</translation>
    </message>
    <message>
        <source>Zum Fall</source>
        <translation>About the case</translation>
    </message>
    <message>
        <source>Angaben zum Fall ändern</source>
        <translation>Change facts about the case</translation>
    </message>
    <message>
        <source>Sicherheit</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>Hinweis zur Sicherheit ändern</source>
        <translation>Change safety note</translation>
    </message>
    <message>
        <source>Zuletzt</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>Offene Zusagen</source>
        <translation>Open promises</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Hier wohnen</source>
        <translation>Living here</translation>
    </message>
    <message>
        <source>Alle Kontakte</source>
        <translation>All contacts</translation>
    </message>
    <message>
        <source>Zum Plan</source>
        <translation>Go to plan</translation>
    </message>
    <message>
        <source>Personen</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>Was wünscht sich die Familie? Was kann sie gut?</source>
        <translation>What does the family wish for? What is it good at?</translation>
    </message>
    <message>
        <source>Noch nichts erfasst.</source>
        <translation>Nothing recorded yet.</translation>
    </message>
    <message>
        <source>Kein Hinweis erfasst.</source>
        <translation>No note recorded.</translation>
    </message>
    <message>
        <source>Hier stehen Besuche, Gespräche und Anrufe. Der erste beginnt mit „Besuch“.</source>
        <translation>Visits, talks and calls appear here. The first one begins with “Visit”.</translation>
    </message>
    <message>
        <source>Nichts offen. Zusagen entstehen bei Besuchen und im Plan.</source>
        <translation>Nothing open. Promises are made at visits and in the plan.</translation>
    </message>
    <message>
        <source>Plan, Version {number}</source>
        <translation>Plan, version {number}</translation>
    </message>
    <message>
        <source>In dieser Version steht noch kein Ziel.</source>
        <translation>This version has no goal yet.</translation>
    </message>
    <message>
        <source>Noch kein Plan begonnen.</source>
        <translation>No plan begun yet.</translation>
    </message>
    <message>
        <source>Noch nicht unterschrieben</source>
        <translation>Not signed yet</translation>
    </message>
    <message>
        <source>Unterschrieben am {day}</source>
        <translation>Signed on {day}</translation>
    </message>
    <message>
        <source>noch ohne Wortlaut</source>
        <translation>not worded yet</translation>
    </message>
    <message>
        <source>Noch niemand erfasst.</source>
        <translation>Nobody recorded yet.</translation>
    </message>
    <message>
        <source>Woanders: {names}</source>
        <translation>Elsewhere: {names}</translation>
    </message>
    <message>
        <source>liest {languages}</source>
        <translation>reads {languages}</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Erledigt: {text}</source>
        <translation>Done: {text}</translation>
    </message>
    <message>
        <source>Dieser Fall ist abgeschlossen.</source>
        <translation>This case is closed.</translation>
    </message>
    <message>
        <source>Änderungen sind möglich und stehen im Verlauf. Zum Weiterarbeiten oben eine Phase wählen.</source>
        <translation>Changes are possible and stay in the history. To go on working choose a phase above.</translation>
    </message>
    <message>
        <source>Übergeben …</source>
        <translation>Hand over …</translation>
    </message>
    <message>
        <source>Fall an die nächste Fallführung übergeben</source>
        <translation>Hand the case over to the next case lead</translation>
    </message>
    <message>
        <source>Die Übergabedatei ist gespeichert.</source>
        <translation>The hand-over file is saved.</translation>
    </message>
    <message>
        <source>Sie öffnet nur an diesem einen Schreibtisch. Hier bleibt alles lesbar.</source>
        <translation>It opens at this one desk only. Everything can still be read here.</translation>
    </message>
</context>
<context>
    <name>PaperPane</name>
    <message>
        <source>Druckbild</source>
        <translation>As printed</translation>
    </message>
    <message>
        <source>Sprachen im Druck</source>
        <translation>Languages in print</translation>
    </message>
    <message>
        <source>Familienfassung</source>
        <translation>Family edition</translation>
    </message>
    <message>
        <source>vollständig</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>Fassung</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>wird aktualisiert …</source>
        <translation>being updated …</translation>
    </message>
    <message>
        <source>Druckbild des Plans</source>
        <translation>The plan as printed</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Unterschreiben …</source>
        <translation>Sign …</translation>
    </message>
    <message>
        <source>nicht druckbar</source>
        <translation>not printable</translation>
    </message>
    <message>
        <source>druckbar</source>
        <translation>printable</translation>
    </message>
    <message>
        <source>Genau diese Datei wurde unterschrieben.</source>
        <translation>Exactly this file was signed.</translation>
    </message>
    <message numerus="yes">
        <source>%n Texte haben noch keine Übersetzung.</source>
        <translation>
            <numerusform>%n text has no translation yet.</numerusform>
            <numerusform>%n texts have no translation yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PapersChip</name>
    <message>
        <source>Papiere drucken</source>
        <translation>Print papers</translation>
    </message>
    <message>
        <source>Besuchsvorbereitung, auch ohne Namen</source>
        <translation>Briefing, also without names</translation>
    </message>
    <message>
        <source>Besuchsbogen zum Ausfüllen</source>
        <translation>Visit sheet to fill in</translation>
    </message>
    <message>
        <source>Kühlschrankblatt</source>
        <translation>Fridge sheet</translation>
    </message>
    <message>
        <source>Vorlesefassung</source>
        <translation>Read-aloud edition</translation>
    </message>
    <message>
        <source>Weitere</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>PapersDialog</name>
    <message>
        <source>Welches Blatt? Für wen es ist, wählen Sie danach.</source>
        <translation>Which paper? You choose after that who it is for.</translation>
    </message>
    <message>
        <source>Drucken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Für die Familie</source>
        <translation>For the family</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Kühlschrankblatt</source>
        <translation>Fridge sheet</translation>
    </message>
    <message>
        <source>Vorlesefassung</source>
        <translation>Read-aloud edition</translation>
    </message>
    <message>
        <source>Einladung zum Gespräch</source>
        <translation>Invitation to talk</translation>
    </message>
    <message>
        <source>Brief …</source>
        <translation>Letter …</translation>
    </message>
    <message>
        <source>Abschlussbericht</source>
        <translation>Closing report</translation>
    </message>
    <message>
        <source>Nachsorge</source>
        <translation>After-care</translation>
    </message>
    <message>
        <source>Lage der Familie</source>
        <translation>The family&apos;s situation</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Genogramm</source>
        <translation>Genogram</translation>
    </message>
    <message>
        <source>Netzwerkkarte</source>
        <translation>Network map</translation>
    </message>
    <message>
        <source>Besuch und Partner</source>
        <translation>Visit and partners</translation>
    </message>
    <message>
        <source>Besuchsvorbereitung</source>
        <translation>Pre-visit briefing</translation>
    </message>
    <message>
        <source>Besuchsbogen</source>
        <translation>Visit sheet</translation>
    </message>
    <message>
        <source>Vermittlungsschreiben</source>
        <translation>Referral letter</translation>
    </message>
    <message>
        <source>Einladung zur Fallkonferenz</source>
        <translation>Case-conference invitation</translation>
    </message>
    <message>
        <source>Protokoll der Fallkonferenz</source>
        <translation>Case-conference minutes</translation>
    </message>
    <message>
        <source>Datenschutz</source>
        <translation>Data protection</translation>
    </message>
    <message>
        <source>Informationsblatt</source>
        <translation>Information sheet</translation>
    </message>
    <message>
        <source>Auskunft: was gespeichert ist</source>
        <translation>Access: what is stored</translation>
    </message>
    <message>
        <source>Berichtigung</source>
        <translation>Correction</translation>
    </message>
</context>
<context>
    <name>PartnerCard</name>
    <message>
        <source>Noch nichts erfasst außer dem Namen.</source>
        <translation>Nothing recorded yet but the name.</translation>
    </message>
    <message>
        <source>Stelle entfernen</source>
        <translation>Remove partner</translation>
    </message>
    <message>
        <source>Vermittlungen oder Termine nennen diese Stelle; sie bleibt im Verzeichnis. Wenn es sie nicht mehr gibt: „Nicht mehr aktiv seit“ eintragen.</source>
        <translation>Referrals or appointments name this partner; it stays in the directory. If it no longer exists, enter “No longer active since”.</translation>
    </message>
    <message>
        <source>Neue Stelle</source>
        <translation>New partner</translation>
    </message>
    <message>
        <source>{name} ändern</source>
        <translation>Change {name}</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>In den Texten steht ein bekannter Name: {names}</source>
        <translation>The texts hold a known name: {names}</translation>
    </message>
    <message>
        <source>Das Verzeichnis sagt nichts über Familien: bitte umformulieren.</source>
        <translation>The directory says nothing about families: please reword.</translation>
    </message>
    <message>
        <source>nicht mehr aktiv seit {day}</source>
        <translation>no longer active since {day}</translation>
    </message>
</context>
<context>
    <name>PartnerList</name>
    <message>
        <source>Stellen</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Neue Stelle</source>
        <translation>New partner</translation>
    </message>
    <message>
        <source>noch ohne Namen</source>
        <translation>no name yet</translation>
    </message>
    <message>
        <source>Entwurf</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>nicht mehr aktiv</source>
        <translation>no longer active</translation>
    </message>
    <message>
        <source>noch nichts erfasst</source>
        <translation>nothing recorded yet</translation>
    </message>
</context>
<context>
    <name>Partners</name>
    <message>
        <source>Ansprechpersonen</source>
        <translation>Contact persons</translation>
    </message>
    <message>
        <source>Sprachmittlerinnen und Sprachmittler</source>
        <translation>Interpreters</translation>
    </message>
</context>
<context>
    <name>PartnersView</name>
    <message>
        <source>Verzeichnis</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>Stellen</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Sprachmittlung</source>
        <translation>Interpreting</translation>
    </message>
    <message>
        <source>Neue Stelle</source>
        <translation>New partner</translation>
    </message>
    <message>
        <source>Stellen durchsuchen</source>
        <translation>Search partners</translation>
    </message>
    <message>
        <source>Name, Angebot, Person …</source>
        <translation>Name, offer, person …</translation>
    </message>
    <message>
        <source>Art der Stelle</source>
        <translation>Kind of body</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Sprache</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>auch nicht mehr aktive</source>
        <translation>also those no longer active</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Alle zeigen</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Erste Stelle eintragen</source>
        <translation>Enter the first partner</translation>
    </message>
    <message>
        <source>Nichts gefunden</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Behörden, Beratungsstellen, Schulen, Praxen: wen man anruft, wann offen ist, was es dort gibt.</source>
        <translation>Authorities, advice centres, schools, surgeries: whom to call, when they are open, what they offer.</translation>
    </message>
    <message>
        <source>Noch keine Stelle erfasst</source>
        <translation>No partner recorded yet</translation>
    </message>
    <message>
        <source>Sprachmittlung durchsuchen</source>
        <translation>Search interpreters</translation>
    </message>
    <message>
        <source>Sprache oder Name …</source>
        <translation>Language or name …</translation>
    </message>
    <message>
        <source>Kinder und Jugendliche dolmetschen nicht.</source>
        <translation>Children and young people do not interpret.</translation>
    </message>
    <message numerus="yes">
        <source>%n weitere: bitte enger suchen.</source>
        <translation>
            <numerusform>%n more: please narrow your search.</numerusform>
            <numerusform>%n more: please narrow your search.</numerusform>
        </translation>
    </message>
    <message>
        <source>{found} von {total}</source>
        <translation>{found} of {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n Stellen</source>
        <translation>
            <numerusform>%n partner</numerusform>
            <numerusform>%n partners</numerusform>
        </translation>
    </message>
    <message>
        <source>alle Stellen</source>
        <translation>all kinds</translation>
    </message>
    <message>
        <source>alle Themen</source>
        <translation>all topics</translation>
    </message>
    <message>
        <source>alle Sprachen</source>
        <translation>all languages</translation>
    </message>
    <message>
        <source>noch nicht 18: dolmetscht nicht</source>
        <translation>not yet 18: does not interpret</translation>
    </message>
    <message>
        <source>Verschwiegenheit noch nicht unterschrieben</source>
        <translation>confidentiality not signed yet</translation>
    </message>
    <message>
        <source>verschwiegen seit {day}</source>
        <translation>confidential since {day}</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Entfernt: {name}</source>
        <translation>Removed: {name}</translation>
    </message>
    <message>
        <source>Alter noch nicht erfragt</source>
        <translation>age not asked yet</translation>
    </message>
</context>
<context>
    <name>PartsList</name>
    <message>
        <source>Teil der Einstellungen</source>
        <translation>Part of the settings</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Noch einmal die Passphrase</source>
        <translation>The passphrase once more</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>PassphraseEdit</name>
    <message>
        <source>Passphrase zeigen</source>
        <translation>Show passphrase</translation>
    </message>
    <message>
        <source>Passphrase verbergen</source>
        <translation>Hide passphrase</translation>
    </message>
</context>
<context>
    <name>PassphraseEntry</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Die Feststelltaste ist aktiv</source>
        <translation>Caps Lock is on</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Mehrere Wörter, die nichts miteinander zu tun haben, sind leichter zu merken und schwerer zu erraten.</source>
        <translation>Several words that have nothing to do with each other are easier to remember and harder to guess.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Tresor anlegen</source>
        <translation>Create vault</translation>
    </message>
    <message>
        <source>Tresor wird angelegt …</source>
        <translation>Creating vault …</translation>
    </message>
    <message>
        <source>Neue Passphrase</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Der Tresor ist offen, der Wiederherstellungscode ist verbraucht. Bevor es weitergeht, bekommt er eine neue Passphrase und ein neues Blatt.</source>
        <translation>The vault is open, the recovery code is spent. Before work goes on, the vault gets a new passphrase and a new sheet.</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Wird geändert …</source>
        <translation>Changing …</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Seite {n} von {all}</source>
        <translation>Page {n} of {all}</translation>
    </message>
</context>
<context>
    <name>PdfViewer</name>
    <message>
        <source>Seiten kleiner</source>
        <translation>Pages smaller</translation>
    </message>
    <message>
        <source>Seiten größer</source>
        <translation>Pages larger</translation>
    </message>
    <message>
        <source>In den Seiten suchen</source>
        <translation>Search the pages</translation>
    </message>
    <message>
        <source>Wort suchen …</source>
        <translation>Find a word …</translation>
    </message>
    <message>
        <source>Vorheriger Treffer</source>
        <translation>Previous place</translation>
    </message>
    <message>
        <source>Nächster Treffer</source>
        <translation>Next place</translation>
    </message>
    <message>
        <source>Zu Seite {n} von {all}</source>
        <translation>Go to page {n} of {all}</translation>
    </message>
    <message>
        <source>Seite {n} von {all}</source>
        <translation>Page {n} of {all}</translation>
    </message>
    <message>
        <source>nichts gefunden</source>
        <translation>nothing found</translation>
    </message>
    <message>
        <source>{n} von {all}</source>
        <translation>{n} of {all}</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Person entfernen</source>
        <translation>Remove person</translation>
    </message>
    <message>
        <source>Eine Familie behält mindestens eine Person.</source>
        <translation>A family keeps at least one person.</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>{name}: {action}</source>
        <translation>{name}: {action}</translation>
    </message>
</context>
<context>
    <name>PersonGroups</name>
    <message>
        <source>Sprache</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Alltag und Gesundheit</source>
        <translation>Everyday life and health</translation>
    </message>
    <message>
        <source>Herkunft und Aufenthalt</source>
        <translation>Origin and residence</translation>
    </message>
    <message>
        <source>Erreichbar</source>
        <translation>How to reach</translation>
    </message>
    <message>
        <source>Weiteres</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Weitere Namen und Familie</source>
        <translation>Further names and family</translation>
    </message>
    <message>
        <source>Einwilligung bei Minderjährigen</source>
        <translation>Consent of minors</translation>
    </message>
</context>
<context>
    <name>PersonList</name>
    <message>
        <source>Personen der Familie</source>
        <translation>Persons of the family</translation>
    </message>
    <message>
        <source>Neue Person</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>noch ohne Namen</source>
        <translation>no name yet</translation>
    </message>
    <message>
        <source>Entwurf</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>lebt woanders</source>
        <translation>lives elsewhere</translation>
    </message>
    <message>
        <source>noch nichts erfasst</source>
        <translation>nothing recorded yet</translation>
    </message>
</context>
<context>
    <name>PersonsView</name>
    <message>
        <source>Hinzufügen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Person hinzufügen</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>Beziehungen</source>
        <translation>Relations</translation>
    </message>
    <message>
        <source>Noch niemand erfasst. Ein Name genügt.</source>
        <translation>Nobody recorded yet. One name is enough.</translation>
    </message>
    <message>
        <source>Neue Person</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Entfernt: {name}</source>
        <translation>Removed: {name}</translation>
    </message>
    <message>
        <source>Bitte prüfen: {what}</source>
        <translation>Please check: {what}</translation>
    </message>
    <message>
        <source>Ansicht</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Angaben</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Genogramm</source>
        <translation>Genogram</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Noch einmal</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Die PIN schützt vor Blicken, nicht vor Diebstahl. Dafür sorgen Passphrase und Sperre.</source>
        <translation>The PIN protects against glances, not against theft. Passphrase and lock see to that.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>PIN festlegen</source>
        <translation>Set PIN</translation>
    </message>
    <message>
        <source>Mit der PIN nehmen Sie die Abdeckung weg. Nach fünf falschen Eingaben wird gesperrt.</source>
        <translation>With the PIN you take the cover off. After five wrong entries the vault locks.</translation>
    </message>
    <message>
        <source>Die beiden Eingaben sind nicht gleich.</source>
        <translation>The two entries are not the same.</translation>
    </message>
</context>
<context>
    <name>PlaceFields</name>
    <message>
        <source>Träger</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Ort</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Danach werden die Zahlen zusammengefasst, nie nach Gerät. Beides kann fehlen.</source>
        <translation>Figures are added up by these, never by device. Both may be left open.</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Ansicht</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Bearbeiten</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Druckbild</source>
        <translation>As printed</translation>
    </message>
    <message>
        <source>Plan beginnen</source>
        <translation>Begin the plan</translation>
    </message>
    <message>
        <source>Hier stehen bald der Wunsch der Familie, ihre Ziele und wer was bis wann tut. Rechts daneben entsteht das Blatt, das die Familie mitnimmt.</source>
        <translation>The family&apos;s wish, its goals and who does what by when will be here. Beside it the sheet grows that the family takes along.</translation>
    </message>
    <message>
        <source>Noch kein Plan</source>
        <translation>No plan yet</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>Auf {language}</source>
        <translation>In {language}</translation>
    </message>
</context>
<context>
    <name>PrepareView</name>
    <message>
        <source>Besuch · Vorbereiten</source>
        <translation>Visit · Prepare</translation>
    </message>
    <message>
        <source>Mitschreiben</source>
        <translation>Write along</translation>
    </message>
    <message>
        <source>Abdecken</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>Zurück zur Familie</source>
        <translation>Back to the family</translation>
    </message>
    <message>
        <source>Besuchsvorbereitung drucken</source>
        <translation>Print briefing</translation>
    </message>
    <message>
        <source>Besuchsbogen drucken</source>
        <translation>Print visit sheet</translation>
    </message>
    <message>
        <source>Familie {name}</source>
        <translation>Family {name}</translation>
    </message>
    <message>
        <source>Zur Sicherheit: zudecken</source>
        <translation>Safety: close</translation>
    </message>
    <message>
        <source>Zur Sicherheit: öffnen</source>
        <translation>Safety: open</translation>
    </message>
    <message>
        <source>Zur Sicherheit</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>Nicht vor allen ansprechen</source>
        <translation>Not in front of everybody</translation>
    </message>
    <message>
        <source>Letzte Notizen</source>
        <translation>Last notes</translation>
    </message>
    <message>
        <source>Wer dort wohnt</source>
        <translation>Who lives there</translation>
    </message>
    <message>
        <source>Sprachmittlung</source>
        <translation>Interpreting</translation>
    </message>
    <message>
        <source>Unsere offenen Zusagen</source>
        <translation>Our open promises</translation>
    </message>
    <message>
        <source>Zusagen der Familie</source>
        <translation>The family&apos;s promises</translation>
    </message>
    <message>
        <source>Fristen</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>Nächste Termine</source>
        <translation>Next appointments</translation>
    </message>
    <message>
        <source>Ziele</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>nichts eingetragen</source>
        <translation>nothing recorded</translation>
    </message>
    <message>
        <source>nicht nötig</source>
        <translation>not needed</translation>
    </message>
    <message>
        <source>Sprachmittlung nötig</source>
        <translation>Interpreter needed</translation>
    </message>
    <message>
        <source>Zuletzt: {name}</source>
        <translation>Last time: {name}</translation>
    </message>
    <message>
        <source>Kinder und Jugendliche dolmetschen nicht.</source>
        <translation>Children and young people do not interpret.</translation>
    </message>
    <message>
        <source>Berichtigung vom {day}</source>
        <translation>Correction of {day}</translation>
    </message>
</context>
<context>
    <name>PrepareWords</name>
    <message>
        <source>braucht Sprachmittlung</source>
        <translation>needs an interpreter</translation>
    </message>
    <message>
        <source>Verschwiegenheit unterschrieben</source>
        <translation>confidentiality signed</translation>
    </message>
    <message>
        <source>Verschwiegenheit noch nicht unterschrieben</source>
        <translation>confidentiality not signed yet</translation>
    </message>
    <message>
        <source>Kontakt</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>{form} am {day}: nur mit {names} besprechen</source>
        <translation>{form} on {day}: discuss with {names} only</translation>
    </message>
    <message>
        <source>bis {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>Einwilligung endet: {text}</source>
        <translation>Consent ends: {text}</translation>
    </message>
    <message>
        <source>Aufenthaltstitel läuft ab: {text}</source>
        <translation>Residence title expires: {text}</translation>
    </message>
    <message>
        <source>Bewilligung endet: {text}</source>
        <translation>Approval ends: {text}</translation>
    </message>
    <message>
        <source>Wohnung gekündigt</source>
        <translation>Flat under notice</translation>
    </message>
    <message>
        <source>Wir sprechen wieder über den Plan</source>
        <translation>We talk about the plan again</translation>
    </message>
    <message>
        <source>{text} wird 18 Jahre alt</source>
        <translation>{text} turns 18</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Familie auf einen Blick</source>
        <translation>Family at a glance</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Besuch</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Keine Familie ausgewählt.</source>
        <translation>No family chosen.</translation>
    </message>
    <message>
        <source>seit {day}</source>
        <translation>since {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n Person(en)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
    <message>
        <source>Familie {name}</source>
        <translation>{name} family</translation>
    </message>
    <message>
        <source>Frist heute</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>Frist überschritten</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Frist {day}</source>
        <translation>Due {day}</translation>
    </message>
    <message>
        <source>Sprachmittlung</source>
        <translation>Interpreting</translation>
    </message>
    <message>
        <source>Hier wohnen</source>
        <translation>Living here</translation>
    </message>
    <message>
        <source>Offene Zusagen</source>
        <translation>Open promises</translation>
    </message>
    <message>
        <source>Letzter Kontakt</source>
        <translation>Last contact</translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>nur mit Hinweis</source>
        <translation>only with a hint</translation>
    </message>
    <message>
        <source>Zeile übernehmen oder auslassen</source>
        <translation>Take the row or leave it out</translation>
    </message>
    <message>
        <source>Leertaste</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Vorschau</source>
        <translation>Preview</translation>
    </message>
    <message numerus="yes">
        <source>%n Zeilen gelesen</source>
        <translation>
            <numerusform>%n row read</numerusform>
            <numerusform>%n rows read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gewählt</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vielleicht schon da</source>
        <translation>
            <numerusform>%n perhaps there already</numerusform>
            <numerusform>%n perhaps there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gehen nicht</source>
        <translation>
            <numerusform>%n not possible</numerusform>
            <numerusform>%n not possible</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Für wen?</source>
        <translation>For whom?</translation>
    </message>
    <message>
        <source>Sprachen</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Familienfassung</source>
        <translation>Family edition</translation>
    </message>
    <message>
        <source>vollständig</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>Fassung</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>mit Zeilen zum Unterschreiben</source>
        <translation>with lines for signing</translation>
    </message>
    <message>
        <source>ohne Namen</source>
        <translation>without names</translation>
    </message>
    <message>
        <source>mit Vorbereitung auf der Vorderseite</source>
        <translation>with the briefing on the front</translation>
    </message>
    <message>
        <source>Das wird weitergegeben</source>
        <translation>This is handed on</translation>
    </message>
    <message>
        <source>Seiten, die weitergegeben werden</source>
        <translation>Pages that are handed on</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Als PDF speichern …</source>
        <translation>Save as PDF …</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>für die eigene Akte</source>
        <translation>for the own record</translation>
    </message>
    <message>
        <source>wird vorbereitet …</source>
        <translation>being prepared …</translation>
    </message>
    <message>
        <source>Noch nichts: Bitte wählen Sie zuerst, wer das Blatt liest.</source>
        <translation>Nothing yet: please choose first who reads the sheet.</translation>
    </message>
    <message>
        <source>Alles andere bleibt im Tresor: was anvertraut oder besonders geschützt ist, und was keine Einwilligung deckt.</source>
        <translation>Everything else stays in the vault: what was confided or is specially protected, and what no consent covers.</translation>
    </message>
    <message>
        <source>eigene Akte</source>
        <translation>own record</translation>
    </message>
    <message>
        <source>Besuch: Datum, wer dabei war, Vereinbarungen, ausgewählte Zeilen</source>
        <translation>Visit: date, who was there, agreements, chosen lines</translation>
    </message>
    <message numerus="yes">
        <source>%n Ziele</source>
        <translation>
            <numerusform>%n goal</numerusform>
            <numerusform>%n goals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Maßnahmen</source>
        <translation>
            <numerusform>%n measure</numerusform>
            <numerusform>%n measures</numerusform>
        </translation>
    </message>
    <message>
        <source>Genau das Blatt, das unterschrieben wurde.</source>
        <translation>Exactly the sheet that was signed.</translation>
    </message>
    <message>
        <source>Für: {readers}</source>
        <translation>For: {readers}</translation>
    </message>
    <message>
        <source>Inhalt: {what}</source>
        <translation>Contents: {what}</translation>
    </message>
    <message>
        <source>Namen: {names}</source>
        <translation>Names: {names}</translation>
    </message>
    <message>
        <source>Fallnummer: {number}</source>
        <translation>Case number: {number}</translation>
    </message>
    <message>
        <source>Sprachen: {languages}</source>
        <translation>Languages: {languages}</translation>
    </message>
    <message numerus="yes">
        <source>%n Seiten</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Die PDF-Datei ist gespeichert.</source>
        <translation>The PDF file is saved.</translation>
    </message>
    <message>
        <source>Sie liegt dort unverschlüsselt. Bitte löschen Sie sie, sobald sie gedruckt ist.</source>
        <translation>It lies there unencrypted. Please delete it as soon as it is printed.</translation>
    </message>
    <message>
        <source>Der Drucker hat das Blatt bekommen.</source>
        <translation>The printer has received the sheet.</translation>
    </message>
    <message>
        <source>PDF speichern</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Nur wer hier genannt ist, bekommt das Blatt in die Hand.</source>
        <translation>Only those named here get the sheet into their hands.</translation>
    </message>
    <message>
        <source>normale Schrift</source>
        <translation>Ordinary type</translation>
    </message>
    <message>
        <source>große Schrift</source>
        <translation>Large type</translation>
    </message>
    <message>
        <source>Einfache Sprache</source>
        <translation>Easy language</translation>
    </message>
    <message>
        <source>Schrift</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Datei mit Kennwort</source>
        <translation>File with password</translation>
    </message>
    <message>
        <source>Kennwort für die Datei</source>
        <translation>Password for the file</translation>
    </message>
    <message>
        <source>Die PDF-Datei ist gespeichert. Sie öffnet sich nur mit dem Kennwort.</source>
        <translation>The PDF file is saved. It opens with the password only.</translation>
    </message>
    <message>
        <source>Bitte geben Sie das Kennwort auf einem anderen Weg weiter als die Datei.</source>
        <translation>Please pass on the password by another way than the file.</translation>
    </message>
    <message>
        <source>In lateinischer Schreibweise drucken</source>
        <translation>Print in Latin spelling</translation>
    </message>
    <message>
        <source>Texte zu Lebensbereichen werden nur gedruckt, wo Sie den Bereich auswählen:</source>
        <translation>Texts on life domains are printed only where you pick the domain:</translation>
    </message>
    <message>
        <source>Druckliste</source>
        <translation>Print list</translation>
    </message>
    <message>
        <source>Auf die Druckliste</source>
        <translation>Onto the print list</translation>
    </message>
    <message>
        <source>Das Blatt liegt auf der Druckliste.</source>
        <translation>The paper is on the print list.</translation>
    </message>
    <message>
        <source>Sie steht unter Heute. Gedruckt wird am Drucker des Büros, nie bei einer Familie.</source>
        <translation>You find it under Today. It is printed on the office printer, never at a family&apos;s home.</translation>
    </message>
    <message>
        <source>Festgehalten: Das Blatt ist in der Hand der Familie.</source>
        <translation>Recorded: the paper is in the family&apos;s hands.</translation>
    </message>
    <message>
        <source>In die Hand gegeben</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Alle gelesen, alle auswählen</source>
        <translation>All read, pick all</translation>
    </message>
    <message>
        <source>Was anvertraut ist, wird nur Zeile für Zeile gedruckt, wie Sie es auswählen:</source>
        <translation>What was told in confidence is printed only line by line, as you pick it:</translation>
    </message>
    <message>
        <source>über sich selbst</source>
        <translation>about oneself</translation>
    </message>
    <message>
        <source>Über wen</source>
        <translation>About whom</translation>
    </message>
    <message>
        <source>Mit der Datei verlassen Angaben den Tresor.</source>
        <translation>With this file, information leaves the vault.</translation>
    </message>
    <message>
        <source>Weiter zum Speichern</source>
        <translation>Go on to saving</translation>
    </message>
</context>
<context>
    <name>PrintListView</name>
    <message>
        <source>Beim Besuch ausgewählt, am Drucker des Büros gedruckt. Auf dem Drucker einer Familie wird nichts gedruckt.</source>
        <translation>Chosen on a visit, printed on the office printer. Nothing is printed on a family&apos;s printer.</translation>
    </message>
    <message>
        <source>Prüfen und drucken …</source>
        <translation>Check and print …</translation>
    </message>
    <message>
        <source>Jetzt drucken …</source>
        <translation>Print now …</translation>
    </message>
    <message>
        <source>Nichts wartet auf den Drucker</source>
        <translation>Nothing is waiting for the printer</translation>
    </message>
    <message>
        <source>Im Druckfenster legt „Druckliste“ ein Blatt hierher.</source>
        <translation>“Print list” in the print window puts a paper here.</translation>
    </message>
    <message>
        <source>Druckliste</source>
        <translation>Print list</translation>
    </message>
    <message>
        <source>wird vorbereitet …</source>
        <translation>being prepared …</translation>
    </message>
    <message numerus="yes">
        <source>Zusammen %n Seiten. Bitte prüfen Sie Namen und Fallnummern.</source>
        <translation>
            <numerusform>%n page altogether. Please check names and case numbers.</numerusform>
            <numerusform>%n pages altogether. Please check names and case numbers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Familie {name}</source>
        <translation>Family {name}</translation>
    </message>
    <message>
        <source>Von der Liste nehmen</source>
        <translation>Take off the list</translation>
    </message>
    <message>
        <source>{what}: von der Liste nehmen</source>
        <translation>{what}: take off the list</translation>
    </message>
    <message>
        <source>nicht druckbar</source>
        <translation>cannot be printed</translation>
    </message>
    <message>
        <source>die eigene Akte</source>
        <translation>the own record</translation>
    </message>
    <message>
        <source>für {readers}</source>
        <translation>for {readers}</translation>
    </message>
    <message>
        <source>seit {day}</source>
        <translation>since {day}</translation>
    </message>
    <message>
        <source>niemand</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>Fallnummer: {number}</source>
        <translation>Case number: {number}</translation>
    </message>
    <message>
        <source>Namen: {names}</source>
        <translation>Names: {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n Seiten</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Der Drucker hat %n Blätter bekommen.</source>
        <translation>
            <numerusform>The printer has got %n paper.</numerusform>
            <numerusform>The printer has got %n papers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Das Blatt ist von der Liste genommen.</source>
        <translation>The paper was taken off the list.</translation>
    </message>
    <message>
        <source>Zu den Familien</source>
        <translation>To the families</translation>
    </message>
    <message>
        <source>Zuletzt gedruckt</source>
        <translation>Printed lately</translation>
    </message>
    <message>
        <source>gedruckt am {day}</source>
        <translation>printed on {day}</translation>
    </message>
    <message>
        <source>in falsche Hände</source>
        <translation>in the wrong hands</translation>
    </message>
    <message>
        <source>Falsch gedruckt oder übergeben</source>
        <translation>Printed or handed over wrongly</translation>
    </message>
    <message>
        <source>{what}: falsch gedruckt oder übergeben</source>
        <translation>{what}: printed or handed over wrongly</translation>
    </message>
    <message>
        <source>Falsch gedruckt oder übergeben?</source>
        <translation>Printed or handed over wrongly?</translation>
    </message>
    <message>
        <source>Es wird festgehalten, und das Datenpannen-Blatt öffnet sich: wen Sie jetzt anrufen.</source>
        <translation>It is noted, and the data incident sheet opens: whom to call now.</translation>
    </message>
    <message>
        <source>Festhalten</source>
        <translation>Note it</translation>
    </message>
    <message>
        <source>Mehrere Blätter auf einmal verlassen den Tresor.</source>
        <translation>Several papers leave the vault at once.</translation>
    </message>
    <message>
        <source>Weiter zum Drucker</source>
        <translation>Go on to the printer</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>Sie und Ihr Träger</source>
        <translation>You and your provider</translation>
    </message>
    <message>
        <source>Für das Informationsblatt</source>
        <translation>For the information sheet</translation>
    </message>
    <message>
        <source>Ihr Name</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Träger</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Ort</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Steht auf Plan, Blättern und Briefen</source>
        <translation>Stands on plan, sheets and letters</translation>
    </message>
    <message>
        <source>Anschrift des Trägers</source>
        <translation>Address of the provider</translation>
    </message>
    <message>
        <source>Datenschutzbeauftragte Person</source>
        <translation>Data-protection officer</translation>
    </message>
    <message>
        <source>Wie sie zu erreichen ist</source>
        <translation>How to reach them</translation>
    </message>
    <message>
        <source>Aufsichtsbehörde</source>
        <translation>Supervisory authority</translation>
    </message>
    <message>
        <source>Koordinierungsstelle</source>
        <translation>Coordination office</translation>
    </message>
    <message>
        <source>Unterstützungsplan</source>
        <translation>Support plan</translation>
    </message>
    <message>
        <source>Hilfeplan</source>
        <translation>Hilfeplan</translation>
    </message>
    <message>
        <source>Integrationsplan</source>
        <translation>Integration plan</translation>
    </message>
    <message>
        <source>So heißt der gedruckte Plan</source>
        <translation>What the printed plan is called</translation>
    </message>
    <message>
        <source>Alles wird beim Tippen gespeichert und bleibt im Tresor.</source>
        <translation>Everything is stored while you type and stays in the vault.</translation>
    </message>
    <message>
        <source>Das Informationsblatt nach Art. 13 DSGVO nennt sie.</source>
        <translation>The information sheet by Art. 13 GDPR names them.</translation>
    </message>
</context>
<context>
    <name>PromiseRow</name>
    <message>
        <source>ohne Text</source>
        <translation>no text</translation>
    </message>
    <message>
        <source>Erledigt: {text}</source>
        <translation>Done: {text}</translation>
    </message>
    <message>
        <source>erledigt</source>
        <translation>done</translation>
    </message>
</context>
<context>
    <name>ProtectionDialog</name>
    <message>
        <source>Schutz am Bildschirm</source>
        <translation>Protection at the screen</translation>
    </message>
    <message>
        <source>PIN ändern</source>
        <translation>Change PIN</translation>
    </message>
    <message>
        <source>PIN festlegen</source>
        <translation>Set PIN</translation>
    </message>
    <message>
        <source>Ich nutze Bildschirmvergrößerung</source>
        <translation>I use a screen magnifier</translation>
    </message>
    <message>
        <source>Abdecken</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>Sperren</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Bildschirmaufnahmen</source>
        <translation>Pictures of the screen</translation>
    </message>
    <message>
        <source>Zuletzt umgestellt am {when}</source>
        <translation>Last switched on {when}</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Mit {key}, im Besuch mit Esc, und von selbst nach zwei Minuten ohne Eingabe. Die PIN schützt vor Blicken, nicht vor Diebstahl.</source>
        <translation>With {key}, during a visit with Esc, and by itself after two minutes without a key. The PIN protects against glances, not against theft.</translation>
    </message>
    <message>
        <source>Mit {key}, beim Zuklappen, im Ruhezustand, mit der Bildschirmsperre, und nach fünf Minuten Abdeckung, im Besuch nach dreißig. Dann ist der Schlüssel aus dem Speicher, und die Passphrase wird gebraucht.</source>
        <translation>With {key}, when the lid closes, in sleep, with the screen lock, and after five minutes of cover, thirty during a visit. Then the key is out of memory and the passphrase is needed.</translation>
    </message>
    <message>
        <source>Auf diesem System kann KIM Desk Bildschirmfotos und geteilte Bildschirme nicht verhindern.</source>
        <translation>On this system KIM Desk cannot prevent screenshots and shared screens.</translation>
    </message>
    <message>
        <source>Bildschirmfotos und geteilte Bildschirme zeigen das Fenster nicht. Manche Vergrößerungsprogramme brauchen das Bild aber; dann schalten Sie es frei. Das Umstellen wird festgehalten.</source>
        <translation>Screenshots and shared screens do not show the window. Some magnifiers need the picture, though; then switch it on. Every switch is recorded.</translation>
    </message>
</context>
<context>
    <name>ProtectionView</name>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Kinderschutz ist verschlossen.</source>
        <translation>Child protection is locked.</translation>
    </message>
    <message>
        <source>Diese Seite öffnet sich mit der Passphrase und schließt sich, sobald Sie sie verlassen. Was hier steht, erscheint nirgends sonst: nicht in der Suche, nicht auf „Heute“, nicht im Verlauf. Auch ohne Einträge sieht diese Seite so aus.</source>
        <translation>This page opens with the passphrase and closes as soon as you leave it. What it says appears nowhere else: not in the search, not on “Today”, not in the history. Without entries this page looks just the same.</translation>
    </message>
    <message>
        <source>Einträge zum Kinderschutz öffnen sich nur mit der Passphrase.</source>
        <translation>Child-protection entries open with the passphrase only.</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Kinderschutz schließen</source>
        <translation>Close child protection</translation>
    </message>
    <message>
        <source>Wer zuständig ist</source>
        <translation>Who is responsible</translation>
    </message>
    <message>
        <source>Für diese Familie ist noch kein Ort erfasst (Überblick). Solange stehen hier alle Jugendämter.</source>
        <translation>No municipality is recorded for this family yet (Overview). Until then all youth offices stand here.</translation>
    </message>
    <message>
        <source>Ist ein Kind in diesem Moment in Gefahr: Polizei 110.</source>
        <translation>If a child is in danger at this moment: police, 110.</translation>
    </message>
    <message>
        <source>Telefon {number}</source>
        <translation>Phone {number}</translation>
    </message>
    <message>
        <source>abends und am Wochenende {number}</source>
        <translation>evenings and weekends {number}</translation>
    </message>
    <message>
        <source>Noch keine Nummer hinterlegt: Der Träger trägt sie in seiner Bezirksdatei ein.</source>
        <translation>No number filled in yet: the provider enters it in its district file.</translation>
    </message>
    <message>
        <source>Beobachtungen</source>
        <translation>Observations</translation>
    </message>
    <message>
        <source>Noch nichts eingetragen.</source>
        <translation>Nothing entered yet.</translation>
    </message>
    <message>
        <source>Weitergeben</source>
        <translation>Pass on</translation>
    </message>
    <message>
        <source>Vorbereiten …</source>
        <translation>Prepare …</translation>
    </message>
    <message>
        <source>Beratung mit einer Fachkraft vorbereiten …</source>
        <translation>Prepare consulting an adviser …</translation>
    </message>
    <message>
        <source>Mitteilung …</source>
        <translation>Notification …</translation>
    </message>
    <message>
        <source>Mitteilung an das Jugendamt vorbereiten …</source>
        <translation>Prepare notifying the youth office …</translation>
    </message>
    <message>
        <source>Beratung mit einer Fachkraft</source>
        <translation>Consulting an adviser</translation>
    </message>
    <message>
        <source>Falldarstellung ohne Namen (§ 4 Abs. 2 KKG)</source>
        <translation>case summary without names (§ 4 (2) KKG)</translation>
    </message>
    <message>
        <source>Mitteilung an das Jugendamt</source>
        <translation>Notification to the youth office</translation>
    </message>
    <message>
        <source>mit Namen; braucht keine Einwilligung (§ 4 Abs. 3 KKG)</source>
        <translation>with names; needs no consent (§ 4 (3) KKG)</translation>
    </message>
</context>
<context>
    <name>ProvePage</name>
    <message>
        <source>Bitte zwei Gruppen vom Blatt abschreiben, damit sicher ist, dass es lesbar ist.</source>
        <translation>Please copy two groups from the sheet, so that it is certain to be readable.</translation>
    </message>
    <message>
        <source>Blatt prüfen</source>
        <translation>Check the sheet</translation>
    </message>
    <message>
        <source>Gruppe {n}</source>
        <translation>Group {n}</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Blatt noch einmal zeigen</source>
        <translation>Show the sheet again</translation>
    </message>
    <message>
        <source> und </source>
        <translation> and </translation>
    </message>
    <message>
        <source>Gruppe {n} steht so nicht auf dem Blatt.</source>
        <translation>Group {n} does not read like that on the sheet.</translation>
    </message>
    <message>
        <source>Bitte den ganzen Code von Ihrer Abschrift tippen: Mit einem falschen Zeichen öffnet er nichts.</source>
        <translation>Please type the whole code from your copy: with one wrong character it opens nothing.</translation>
    </message>
    <message>
        <source>Abschrift prüfen</source>
        <translation>Check the copy</translation>
    </message>
</context>
<context>
    <name>ProviderPage</name>
    <message>
        <source>Es gilt: {name}</source>
        <translation>In force: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n Textbausteine von {name} sind da.</source>
        <translation>
            <numerusform>%n text block from {name} is here.</numerusform>
            <numerusform>%n text blocks from {name} are here.</numerusform>
        </translation>
    </message>
    <message>
        <source>Was der Träger gestrichen hat, ist hier auch gestrichen. Rückgängig geht wie immer.</source>
        <translation>What the provider removed is removed here as well. You can undo it as always.</translation>
    </message>
</context>
<context>
    <name>ReceiptsCard</name>
    <message>
        <source>Eingangsbestätigungen</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>Ziehen Sie die Dateien der Koordinierungsstelle hierher, auch mehrere auf einmal.</source>
        <translation>Drag the coordination office&apos;s files here, several at once if you like.</translation>
    </message>
    <message>
        <source>Einlesen …</source>
        <translation>Read …</translation>
    </message>
    <message>
        <source>abgelehnt</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>Sie gehört zu einem früheren Leben dieses Tresors, vor einer Wiederherstellung.</source>
        <translation>It belongs to an earlier life of this vault, before it was restored.</translation>
    </message>
    <message>
        <source>nichts geändert</source>
        <translation>nothing changed</translation>
    </message>
    <message>
        <source>Eine neuere liegt schon vor.</source>
        <translation>A newer one is already here.</translation>
    </message>
    <message>
        <source>{partner}: bis Paket Nr. {number} angekommen</source>
        <translation>{partner}: arrived up to bundle no. {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n übernommen</source>
        <translation>
            <numerusform>%n taken over</numerusform>
            <numerusform>%n taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n abgelehnt</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message>
        <source>schon eingelesen</source>
        <translation>read before</translation>
    </message>
    <message>
        <source>angekommen</source>
        <translation>arrived</translation>
    </message>
</context>
<context>
    <name>ReceiptsView</name>
    <message>
        <source>Alle speichern …</source>
        <translation>Save all …</translation>
    </message>
    <message>
        <source>Eingangsbestätigungen</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>Eine Eingangsbestätigung sagt einem Gerät, was angekommen ist und was nicht. Erst damit gilt ein Paket dort als zugestellt. Jede ist nur für ihr Gerät verschlüsselt.</source>
        <translation>A receipt tells a device what arrived and what did not. Only then does a bundle count as delivered there. Each is encrypted for its device alone.</translation>
    </message>
    <message numerus="yes">
        <source>%n Geräte warten</source>
        <translation>
            <numerusform>%n device is waiting</numerusform>
            <numerusform>%n devices are waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Alles ist beantwortet</source>
        <translation>Everything is answered</translation>
    </message>
    <message>
        <source>Noch wartet niemand</source>
        <translation>Nobody is waiting yet</translation>
    </message>
    <message>
        <source>Sobald Pakete eingelesen sind, stehen hier die Geräte, die auf eine Bestätigung warten.</source>
        <translation>As soon as bundles are taken in, the devices that wait for a receipt stand here.</translation>
    </message>
    <message>
        <source>Zum Eingang</source>
        <translation>To the inbox</translation>
    </message>
    <message>
        <source>Diese Geräte warten</source>
        <translation>These devices are waiting</translation>
    </message>
    <message numerus="yes">
        <source>%n Pakete, bis Nr. {seq}</source>
        <translation>
            <numerusform>%n bundle, up to no. {seq}</numerusform>
            <numerusform>%n bundles, up to no. {seq}</numerusform>
        </translation>
    </message>
    <message>
        <source>wartet</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>Geschrieben und zurückgelesen</source>
        <translation>Written and read back</translation>
    </message>
    <message>
        <source>bis Paket Nr. {seq} · {name}</source>
        <translation>up to bundle no. {seq} · {name}</translation>
    </message>
    <message>
        <source>geschrieben</source>
        <translation>written</translation>
    </message>
    <message>
        <source>Der Datenträger kann jetzt entfernt werden.</source>
        <translation>The medium can be removed now.</translation>
    </message>
    <message>
        <source>Früher geschrieben</source>
        <translation>Written earlier</translation>
    </message>
    <message>
        <source>Nr. {seq} · {day}</source>
        <translation>No. {seq} · {day}</translation>
    </message>
    <message>
        <source>Ordner oder Stick für die Eingangsbestätigungen</source>
        <translation>Folder or stick for the receipts</translation>
    </message>
</context>
<context>
    <name>RecordsCard</name>
    <message>
        <source>Noch nicht erfasst.</source>
        <translation>Not recorded yet.</translation>
    </message>
    <message>
        <source>Eintragen</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>{kind} eintragen</source>
        <translation>Enter {kind}</translation>
    </message>
    <message>
        <source>Neuer Eintrag</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>{kind}: fertig</source>
        <translation>{kind}: done</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>{kind} entfernen</source>
        <translation>Remove {kind}</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Entfernt: {name}</source>
        <translation>Removed: {name}</translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>Wiederherstellungscode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Acht Gruppen mit fünf Zeichen, vom Wiederherstellungsblatt. Groß und klein ist gleich.</source>
        <translation>Eight groups of five characters from the recovery sheet. Capitals and small letters are the same.</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>In Gruppe {n} ist ein Tippfehler. Bitte noch einmal vom Blatt ablesen.</source>
        <translation>There is a typing error in group {n}. Please read it from the sheet again.</translation>
    </message>
    <message>
        <source>Mit Hilfe des Trägers</source>
        <translation>With the help of the provider</translation>
    </message>
</context>
<context>
    <name>RekeyView</name>
    <message>
        <source>So weit ist der Tresor neu verschlüsselt</source>
        <translation>How far the vault is encrypted anew</translation>
    </message>
    <message>
        <source>Der Schlüssel wird gewechselt …</source>
        <translation>The key is being changed …</translation>
    </message>
    <message>
        <source>Der Tresor wird unter einem neuen Schlüssel geschrieben und geprüft. Bis das gelungen ist, gilt der alte. Bitte den Laptop offen und am Strom lassen.</source>
        <translation>The vault is written under a new key and verified. Until that is done the old one stays in force. Please keep the laptop open and plugged in.</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Tresor öffnen</source>
        <translation>Open the vault</translation>
    </message>
    <message>
        <source>Der neue Schlüssel gilt.</source>
        <translation>The new key is in force.</translation>
    </message>
    <message>
        <source>Ältere Sicherungen öffnet weiterhin die bisherige Passphrase. Bitte bald sichern.</source>
        <translation>Older backups still open with the passphrase of their time. Please back up soon.</translation>
    </message>
    <message>
        <source>Der bisherige Schlüssel gilt weiter.</source>
        <translation>The key you had stays in force.</translation>
    </message>
</context>
<context>
    <name>RelationsCard</name>
    <message>
        <source>Neue Beziehung: wer</source>
        <translation>New relation: who</translation>
    </message>
    <message>
        <source>Neue Beziehung: welche</source>
        <translation>New relation: which</translation>
    </message>
    <message>
        <source>Neue Beziehung: zu wem</source>
        <translation>New relation: to whom</translation>
    </message>
    <message>
        <source>Eintragen</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Beziehung eintragen</source>
        <translation>Enter relation</translation>
    </message>
    <message>
        <source>Wie verbunden?</source>
        <translation>How related?</translation>
    </message>
    <message>
        <source>Neue Beziehung</source>
        <translation>New relation</translation>
    </message>
    <message>
        <source>Noch keine Beziehung erfasst.</source>
        <translation>No relation recorded yet.</translation>
    </message>
    <message>
        <source>Wer?</source>
        <translation>Who?</translation>
    </message>
    <message>
        <source>Zu wem?</source>
        <translation>To whom?</translation>
    </message>
    <message>
        <source>Entfernen: {sentence}</source>
        <translation>Remove: {sentence}</translation>
    </message>
</context>
<context>
    <name>RelativeCard</name>
    <message>
        <source>Vorname oder Rolle</source>
        <translation>First name or role</translation>
    </message>
    <message>
        <source>Wie verwandt</source>
        <translation>How related</translation>
    </message>
    <message>
        <source>Mit wem verwandt</source>
        <translation>Related to whom</translation>
    </message>
    <message>
        <source>Geschlecht</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>Hinzufügen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Angehörige Person hinzufügen</source>
        <translation>Add a relative</translation>
    </message>
    <message>
        <source>Nur Vorname oder Rolle, kein Nachname: „Oma Stefka“, „Onkel in Sofia“.</source>
        <translation>First name or role only, no family name: “Grandma Stefka”, “uncle in Sofia”.</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>1. Anfrage an die Stelle</source>
        <translation>1. Request to the office</translation>
    </message>
    <message>
        <source>Bezeichnung dieses Geräts</source>
        <translation>Name of this device</translation>
    </message>
    <message>
        <source>Anfrage speichern …</source>
        <translation>Save request …</translation>
    </message>
    <message>
        <source>Lesen Sie der Stelle diese acht Wörter vor, persönlich oder am Telefon:</source>
        <translation>Read these eight words out to the office, in person or by telephone:</translation>
    </message>
    <message>
        <source>Die Anfrage ist eine kleine Datei mit öffentlichen Schlüsseln. Sie enthält keine Daten über Familien.</source>
        <translation>The request is a small file with public keys. It holds no data about families.</translation>
    </message>
    <message>
        <source>Ohne Personennamen, zum Beispiel „Laptop 3“; die Bezeichnung ist für alle lesbar.</source>
        <translation>Without a person&apos;s name, for example “Laptop 3”; everybody can read it.</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Auf diesem Gerät entsteht daraus ein Tresor. Die Sicherung bleibt, wie sie ist.</source>
        <translation>It becomes a vault on this device. The backup stays as it is.</translation>
    </message>
    <message>
        <source>Aus einer Sicherung</source>
        <translation>From a backup</translation>
    </message>
    <message>
        <source>Ordner der Sicherungen wählen …</source>
        <translation>Choose the folder of backups …</translation>
    </message>
    <message>
        <source>Sicherung</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Wiederherstellen</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Es gilt die Passphrase von damals.</source>
        <translation>The passphrase of that time applies.</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Mit dem Wiederherstellungscode</source>
        <translation>With the recovery code</translation>
    </message>
    <message>
        <source>Mit Hilfe des Trägers</source>
        <translation>With the provider&apos;s help</translation>
    </message>
    <message>
        <source>Schritt 1 von 2: die Sicherung</source>
        <translation>Step 1 of 2: the backup</translation>
    </message>
    <message>
        <source>Schritt 2 von 2: wer öffnet</source>
        <translation>Step 2 of 2: who opens</translation>
    </message>
    <message>
        <source>{label}, {when}</source>
        <translation>{label}, {when}</translation>
    </message>
    <message>
        <source>Ordner der Sicherungen wählen</source>
        <translation>Choose the folder of backups</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>So weit ist die Wiederherstellung</source>
        <translation>How far the restoring is</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Wird wiederhergestellt …</source>
        <translation>Being restored …</translation>
    </message>
</context>
<context>
    <name>Reviews</name>
    <message>
        <source>Überprüfungen</source>
        <translation>Reviews</translation>
    </message>
    <message>
        <source>Noch nicht mit der Familie überprüft.</source>
        <translation>Not yet reviewed with the family.</translation>
    </message>
    <message>
        <source>passt noch</source>
        <translation>still fits</translation>
    </message>
    <message>
        <source>Neue Version beginnen</source>
        <translation>Begin a new version</translation>
    </message>
    <message>
        <source>passt nicht mehr</source>
        <translation>no longer fits</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>{label} (nötig)</source>
        <translation>{label} (needed)</translation>
    </message>
</context>
<context>
    <name>RowTabs</name>
    <message>
        <source>Weitere Abschnitte</source>
        <translation>More sections</translation>
    </message>
    <message>
        <source>Weitere Phasen</source>
        <translation>More phases</translation>
    </message>
    <message>
        <source>Mehr</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>RowTags</name>
    <message numerus="yes">
        <source>+ %n weitere</source>
        <translation>
            <numerusform>+ %n more</numerusform>
            <numerusform>+ %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>weniger</source>
        <translation>fewer</translation>
    </message>
</context>
<context>
    <name>ScreenCard</name>
    <message>
        <source>Bildschirm</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Einstellen …</source>
        <translation>Set up …</translation>
    </message>
    <message>
        <source>Abdecken und Sperren</source>
        <translation>Cover and lock</translation>
    </message>
    <message>
        <source>PIN für die Abdeckung, wann gesperrt wird, Bildschirmaufnahmen</source>
        <translation>PIN for the cover, when it locks, pictures of the screen</translation>
    </message>
</context>
<context>
    <name>Seen</name>
    <message>
        <source>Seiten der Datei</source>
        <translation>Pages of the file</translation>
    </message>
    <message>
        <source>Bild: {name}</source>
        <translation>Picture: {name}</translation>
    </message>
    <message>
        <source>Wird geöffnet …</source>
        <translation>Opening …</translation>
    </message>
    <message>
        <source>Bilder und PDF-Dateien sind hier zu sehen. Diese Datei ist vollständig gespeichert.</source>
        <translation>Pictures and PDF files can be seen here. This file is stored completely.</translation>
    </message>
    <message>
        <source>Keine Vorschau</source>
        <translation>No preview</translation>
    </message>
</context>
<context>
    <name>SettingsFrame</name>
    <message>
        <source>Einstellungen</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>SettingsParts</name>
    <message>
        <source>Sicherung</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Schlüssel</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Bildschirm</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Tresor prüfen</source>
        <translation>Check the vault</translation>
    </message>
    <message>
        <source>Dieses Gerät</source>
        <translation>This device</translation>
    </message>
    <message>
        <source>Vertretung</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>Träger</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Briefkopf</source>
        <translation>Letterhead</translation>
    </message>
    <message>
        <source>Profil</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Darstellung</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>Über KIM Desk</source>
        <translation>About KIM Desk</translation>
    </message>
    <message>
        <source>Bezirk</source>
        <translation>District</translation>
    </message>
</context>
<context>
    <name>SharedCases</name>
    <message>
        <source>Kennung</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>seit, bis</source>
        <translation>since, until</translation>
    </message>
    <message>
        <source>Personen</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>Themen</source>
        <translation>Topics</translation>
    </message>
</context>
<context>
    <name>SharedView</name>
    <message>
        <source>Geteilte Fälle</source>
        <translation>Shared cases</translation>
    </message>
    <message>
        <source>Nur zum Lesen und nur, was eine Einwilligung genau dieser Stelle und diesem Zweck öffnet. Fällt sie weg, werden die Angaben hier gelöscht.</source>
        <translation>To be read only, and only what a consent opens for exactly this office and purpose. When it ends, the details are deleted here.</translation>
    </message>
    <message numerus="yes">
        <source>%n Fälle</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message>
        <source>Die Angaben der Familien bleiben beim Fallmanagement, solange keine Einwilligung etwas anderes sagt.</source>
        <translation>The families&apos; details stay with case management as long as no consent says otherwise.</translation>
    </message>
    <message>
        <source>Kein Fall ist mit dieser Stelle geteilt</source>
        <translation>No case is shared with this office</translation>
    </message>
    <message>
        <source>wird gelesen</source>
        <translation>being read</translation>
    </message>
    <message>
        <source>Lesen</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>{name} lesen</source>
        <translation>Read {name}</translation>
    </message>
    <message>
        <source>Name nicht geteilt</source>
        <translation>Name not shared</translation>
    </message>
    <message>
        <source>nur lesen</source>
        <translation>read only</translation>
    </message>
    <message>
        <source>bis {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>bis zum Widerruf</source>
        <translation>until withdrawn</translation>
    </message>
    <message>
        <source>Widerrufe</source>
        <translation>Withdrawals</translation>
    </message>
    <message>
        <source>Widerrufen am {day}</source>
        <translation>Withdrawn on {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n Angaben gelöscht</source>
        <translation>
            <numerusform>%n detail deleted</numerusform>
            <numerusform>%n details deleted</numerusform>
        </translation>
    </message>
    <message>
        <source>{gone} am {day} · {desk}</source>
        <translation>{gone} on {day} · {desk}</translation>
    </message>
    <message>
        <source>erledigt</source>
        <translation>done</translation>
    </message>
    <message>
        <source>Fälle ohne Namen</source>
        <translation>Cases without names</translation>
    </message>
    <message>
        <source>Sie kamen von weniger als drei Geräten und werden darum nicht gezeigt.</source>
        <translation>They came from fewer than three devices and are therefore not shown.</translation>
    </message>
    <message>
        <source>Unter einer Vereinbarung geschickt, ohne Namen, ohne Ort und ohne Gerät.</source>
        <translation>Sent under an agreement, without names, without a place and without a device.</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Blatt von „{label}“</source>
        <translation>Sheet of “{label}”</translation>
    </message>
    <message>
        <source>Der Umschlag bleibt zu. Den Code auf dem Blatt kennt hier niemand und fragt niemand.</source>
        <translation>The envelope stays closed. Nobody here knows or asks for the code on the sheet.</translation>
    </message>
    <message>
        <source>Wo liegt es?</source>
        <translation>Where is it kept?</translation>
    </message>
    <message>
        <source>Stahlschrank, Fach 2</source>
        <translation>steel cabinet, shelf 2</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Eintragen</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Neues Wiederherstellungsblatt</source>
        <translation>New recovery sheet</translation>
    </message>
    <message>
        <source>Ab jetzt gilt nur noch dieser Code. Bitte drucken oder als PDF speichern, getrennt vom Gerät aufbewahren und im verschlossenen Umschlag zum Träger bringen.</source>
        <translation>From now on only this code is in force. Please print it or save it as a PDF, keep it apart from the device and take it to the provider in a sealed envelope.</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Als PDF speichern …</source>
        <translation>Save as PDF …</translation>
    </message>
    <message>
        <source>Gruppe {n}, vom Blatt abgeschrieben</source>
        <translation>Group {n}, copied from the sheet</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Wiederherstellungsblatt speichern</source>
        <translation>Save recovery sheet</translation>
    </message>
    <message>
        <source>Gruppe {n} steht so nicht auf dem Blatt.</source>
        <translation>Group {n} does not read like that on the sheet.</translation>
    </message>
    <message>
        <source>Trotzdem schließen</source>
        <translation>Close anyway</translation>
    </message>
    <message>
        <source>Ohne dieses Blatt hilft nur noch die Passphrase.</source>
        <translation>Without this sheet only the passphrase helps.</translation>
    </message>
    <message>
        <source>Das alte Blatt öffnet den Tresor nicht mehr. Sie können jederzeit ein neues ausstellen.</source>
        <translation>The old sheet does not open the vault any more. You can issue a new one at any time.</translation>
    </message>
    <message>
        <source>Von Hand abgeschrieben</source>
        <translation>Copied by hand</translation>
    </message>
    <message>
        <source>Ohne Drucker: alle acht Gruppen mit ihren Nummern abschreiben, dazu den Namen des Tresors und den Tag, und in einem Umschlag verschließen.</source>
        <translation>Without a printer: copy all eight groups with their numbers, add the name of the vault and the date, and seal it in an envelope.</translation>
    </message>
    <message>
        <source>Bitte den ganzen Code von Ihrer Abschrift tippen: Mit einem falschen Zeichen öffnet er nichts.</source>
        <translation>Please type the whole code from your copy: with one wrong character it opens nothing.</translation>
    </message>
    <message>
        <source>Code noch einmal zeigen</source>
        <translation>Show the code again</translation>
    </message>
    <message>
        <source> und </source>
        <translation> and </translation>
    </message>
</context>
<context>
    <name>SheetPage</name>
    <message>
        <source>Wer die Passphrase vergisst, kommt nur mit diesem Blatt wieder hinein. Bitte getrennt vom Gerät aufbewahren, am besten beim Träger unter Verschluss.</source>
        <translation>Whoever forgets the passphrase gets in again with this sheet only. Please keep it away from the device, best locked away at the provider&apos;s.</translation>
    </message>
    <message>
        <source>Wiederherstellungsblatt</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Als PDF speichern …</source>
        <translation>Save as PDF …</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Von Hand abgeschrieben</source>
        <translation>Copied by hand</translation>
    </message>
    <message>
        <source>Ohne Drucker: alle acht Gruppen mit ihren Nummern abschreiben, dazu den Namen des Tresors und den Tag, und in einem Umschlag verschließen.</source>
        <translation>Without a printer: copy all eight groups with their numbers, add the name of the vault and the date, and seal it in an envelope.</translation>
    </message>
</context>
<context>
    <name>SheetsView</name>
    <message>
        <source>Wiederherstellungsblätter</source>
        <translation>Recovery sheets</translation>
    </message>
    <message>
        <source>Wiederherstellung</source>
        <translation>Recovery</translation>
    </message>
    <message>
        <source>Wer seine Passphrase vergisst, kommt nur mit dem Wiederherstellungsblatt wieder in den Tresor. Hier steht, welche Blätter verschlossen beim Träger liegen.</source>
        <translation>Whoever forgets the passphrase gets back into the vault only with the recovery sheet. Here it says which sheets are kept sealed at the provider.</translation>
    </message>
    <message>
        <source>{held} von {all} hinterlegt</source>
        <translation>{held} of {all} kept here</translation>
    </message>
    <message>
        <source>Von diesem Gerät liegt kein Blatt hier.</source>
        <translation>No sheet of this device is kept here.</translation>
    </message>
    <message>
        <source>fehlt</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>Eintragen …</source>
        <translation>Enter …</translation>
    </message>
    <message>
        <source>Blatt von „{label}“ eintragen</source>
        <translation>Enter the sheet of “{label}”</translation>
    </message>
    <message>
        <source>seit {day}</source>
        <translation>since {day}</translation>
    </message>
    <message>
        <source>liegt hier</source>
        <translation>is here</translation>
    </message>
    <message>
        <source>Zurückgegeben …</source>
        <translation>Given back …</translation>
    </message>
    <message>
        <source>Blatt von „{label}“ zurückgegeben</source>
        <translation>Sheet of “{label}” given back</translation>
    </message>
    <message>
        <source>Zu den Geräten</source>
        <translation>To the devices</translation>
    </message>
    <message>
        <source>Sobald Arbeitsplätze zugelassen sind, steht hier, ob ihr Blatt beim Träger liegt.</source>
        <translation>As soon as desks are let in, it says here whether their sheet is kept at the provider.</translation>
    </message>
    <message>
        <source>Noch ist kein Arbeitsplatz zugelassen</source>
        <translation>No desk is let in yet</translation>
    </message>
    <message>
        <source>Blatt von „{label}“ zurückgegeben?</source>
        <translation>Sheet of “{label}” given back?</translation>
    </message>
    <message>
        <source>Danach steht hier, dass es fehlt.</source>
        <translation>Afterwards it says here that it is missing.</translation>
    </message>
    <message>
        <source>Zurückgegeben</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>Ein Arbeitsplatz kann seinen Schlüssel in zwei Hälften hinterlegen, bei zwei Personen mit je einem eigenen Trägertresor. Geht alles verloren, geben beide ihren Anteil; einer allein öffnet nichts.</source>
        <translation>A desk can deposit its key in two halves, with two persons who each have a provider vault of their own. If everything is lost, both give their share; one alone opens nothing.</translation>
    </message>
    <message>
        <source>Anteile am Schlüssel, vier Augen</source>
        <translation>Shares of the key, four eyes</translation>
    </message>
    <message>
        <source>Karte speichern …</source>
        <translation>Save the card …</translation>
    </message>
    <message>
        <source>Anfrage beantworten …</source>
        <translation>Answer a request …</translation>
    </message>
    <message>
        <source>Anteil gegeben</source>
        <translation>share given</translation>
    </message>
    <message>
        <source>Karte speichern</source>
        <translation>Save the card</translation>
    </message>
    <message>
        <source>Karte (*.kimh)</source>
        <translation>Card (*.kimh)</translation>
    </message>
    <message>
        <source>Die Karte ist geschrieben. Sie enthält kein Geheimnis.</source>
        <translation>The card is written. It holds no secret.</translation>
    </message>
    <message>
        <source>Anfrage (*.kimn)</source>
        <translation>Request (*.kimn)</translation>
    </message>
    <message>
        <source>Alle Dateien (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Anfrage öffnen</source>
        <translation>Open a request</translation>
    </message>
    <message>
        <source>Anteil speichern</source>
        <translation>Save the share</translation>
    </message>
    <message>
        <source>Anteil (*.kima)</source>
        <translation>Share (*.kima)</translation>
    </message>
    <message>
        <source>Ihr Anteil ist geschrieben, nur für diese Anfrage verschlüsselt.</source>
        <translation>Your share is written, encrypted for this request alone.</translation>
    </message>
    <message>
        <source>Dass und warum Sie ihn gegeben haben, steht jetzt auf dieser Seite.</source>
        <translation>That and why you gave it stands on this page now.</translation>
    </message>
    <message>
        <source>Mit dem Anteil helfen Sie in einen fremden Tresor hinein.</source>
        <translation>With this share you help somebody into another vault.</translation>
    </message>
    <message>
        <source>Weiter zum Speichern</source>
        <translation>Go on to saving</translation>
    </message>
</context>
<context>
    <name>SigningDialog</name>
    <message>
        <source>Version {number} unterschreiben</source>
        <translation>Sign version {number}</translation>
    </message>
    <message>
        <source>So hat die Familie dem Plan zugestimmt. Alle Wege gelten gleich.</source>
        <translation>This is how the family agreed to the plan. All ways count the same.</translation>
    </message>
    <message>
        <source>auf Papier</source>
        <translation>on paper</translation>
    </message>
    <message>
        <source>mit einem Zeichen</source>
        <translation>with a mark</translation>
    </message>
    <message>
        <source>mündlich</source>
        <translation>orally</translation>
    </message>
    <message>
        <source>nicht unterschrieben, weil …</source>
        <translation>not signed because …</translation>
    </message>
    <message>
        <source>Nicht unterschrieben, weil</source>
        <translation>Not signed because</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>So festhalten</source>
        <translation>Record it so</translation>
    </message>
    <message>
        <source>Wir haben den Plan gemeinsam besprochen. Er ist freiwillig und kein Vertrag. Sie bekommen auch ohne Unterschrift Unterstützung.</source>
        <translation>We have talked the plan over together. It is voluntary and no contract. You get support without a signature, too.</translation>
    </message>
    <message>
        <source>Gezeigt oder vorgelesen auf {languages}</source>
        <translation>Shown or read out in {languages}</translation>
    </message>
    <message>
        <source>mündlich übertragen durch {name}</source>
        <translation>interpreted by {name}</translation>
    </message>
    <message>
        <source>Danach bleibt diese Version, wie sie ist; das Druckbild wird verschlüsselt aufbewahrt. Änderungen beginnen eine neue Version. Das lässt sich nicht rückgängig machen.</source>
        <translation>After that this version stays as it is; the printed page is kept encrypted. Changes begin a new version. This cannot be undone.</translation>
    </message>
    <message>
        <source>Wie die Familie zugestimmt hat</source>
        <translation>How the family agreed</translation>
    </message>
    <message>
        <source>Bitte wählen Sie, wie die Familie zugestimmt hat.</source>
        <translation>Please choose how the family agreed.</translation>
    </message>
    <message>
        <source>hier unterschreiben</source>
        <translation>sign here</translation>
    </message>
    <message>
        <source>Unterschrift</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Noch einmal</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Eine Unterschrift auf dem Bildschirm ist keine Schriftform im Sinne des § 126 BGB.</source>
        <translation>A signature on the screen is no written form in the sense of § 126 BGB.</translation>
    </message>
    <message>
        <source>Im Feld steht noch keine Unterschrift.</source>
        <translation>There is no signature in the field yet.</translation>
    </message>
</context>
<context>
    <name>Situation</name>
    <message>
        <source>Freizügigkeit (EU)</source>
        <translation>Free movement (EU)</translation>
    </message>
    <message>
        <source>Aufenthaltstitel</source>
        <translation>Residence title</translation>
    </message>
    <message>
        <source>Lebensunterhalt</source>
        <translation>Livelihood</translation>
    </message>
    <message>
        <source>Arbeit</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>Schule und Kita</source>
        <translation>School and day-care</translation>
    </message>
    <message>
        <source>Krankenversicherung</source>
        <translation>Health insurance</translation>
    </message>
    <message>
        <source>Sprachnachweise</source>
        <translation>Language evidence</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Haushalt trennen</source>
        <translation>Part the household</translation>
    </message>
    <message>
        <source>Wer geht, bekommt einen eigenen Fall mit eigener Nummer. Keine Hälfte zeigt danach, was in der anderen dazukommt. Ein Gespräch allein mit jemandem geht nur mit dieser Person. Wohnung und Plan bleiben hier. Das ist ein Schritt und lässt sich rückgängig machen.</source>
        <translation>Whoever leaves gets a case of their own with its own number. Neither half then shows what is added in the other. A talk held alone with somebody goes with that person only. Housing and plan stay here. This is one step and can be undone.</translation>
    </message>
    <message>
        <source>geht</source>
        <translation>leaves</translation>
    </message>
    <message>
        <source>gehört zu beiden (gemeinsames Kind)</source>
        <translation>belongs to both (shared child)</translation>
    </message>
    <message>
        <source>bleibt</source>
        <translation>stays</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>arbeitet ohne Internet</source>
        <translation>works without internet</translation>
    </message>
    <message>
        <source>wird gespeichert …</source>
        <translation>saving …</translation>
    </message>
    <message>
        <source>gespeichert vor {n} s</source>
        <translation>saved {n} s ago</translation>
    </message>
    <message>
        <source>gespeichert vor {n} min</source>
        <translation>saved {n} min ago</translation>
    </message>
    <message>
        <source>alles gespeichert</source>
        <translation>everything saved</translation>
    </message>
    <message>
        <source>Namen verborgen</source>
        <translation>Names hidden</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Details kopieren</source>
        <translation>Copy details</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Vorschläge: {field}</source>
        <translation>Suggestions: {field}</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Überblick</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Personen</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Kontakte</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Einwilligungen</source>
        <translation>Consents</translation>
    </message>
    <message>
        <source>Verlauf</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Kinderschutz</source>
        <translation>Child protection</translation>
    </message>
    <message>
        <source>Netzwerkkarte</source>
        <translation>Network map</translation>
    </message>
    <message>
        <source>Vermittlung</source>
        <translation>Linking</translation>
    </message>
    <message>
        <source>Dokumente</source>
        <translation>Documents</translation>
    </message>
</context>
<context>
    <name>TakeOverDialog</name>
    <message>
        <source>Fall {number} übernehmen</source>
        <translation>Take over case {number}</translation>
    </message>
    <message>
        <source>Noch ist nichts übernommen. Bitte ansehen und dann entscheiden.</source>
        <translation>Nothing has been taken over yet. Please look and then decide.</translation>
    </message>
    <message>
        <source>Von</source>
        <translation>From</translation>
    </message>
    <message>
        <source>{name}, Träger „{provider}“</source>
        <translation>{name}, provider “{provider}”</translation>
    </message>
    <message>
        <source>Gespeichert am</source>
        <translation>Saved on</translation>
    </message>
    <message>
        <source>Die acht Wörter dieses Schreibtischs</source>
        <translation>The eight words of this desk</translation>
    </message>
    <message>
        <source>Wer dazugehört</source>
        <translation>Who belongs to it</translation>
    </message>
    <message>
        <source>Was mitkommt</source>
        <translation>What comes along</translation>
    </message>
    <message>
        <source>und alles Übrige</source>
        <translation>and everything else</translation>
    </message>
    <message>
        <source>Weiß die Familie davon?</source>
        <translation>Does the family know?</translation>
    </message>
    <message>
        <source>Nummer hier</source>
        <translation>Number here</translation>
    </message>
    <message>
        <source>{number}, weil die alte schon vergeben ist</source>
        <translation>{number}, because the old one is taken</translation>
    </message>
    <message>
        <source>Was zum Kinderschutz mitkam, steht danach unter „Kinderschutz“ und öffnet mit der Passphrase.</source>
        <translation>What came along of child protection stands under “Child protection” afterwards and opens with the passphrase.</translation>
    </message>
    <message>
        <source>Nicht übernehmen</source>
        <translation>Do not take over</translation>
    </message>
    <message>
        <source>Fall übernehmen</source>
        <translation>Take over case</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>noch nicht: {reason}</source>
        <translation>not yet: {reason}</translation>
    </message>
</context>
<context>
    <name>TextBlocksDialog</name>
    <message>
        <source>Textbaustein einfügen</source>
        <translation>Insert text block</translation>
    </message>
    <message>
        <source>Kürzel oder Wörter</source>
        <translation>Short name or words</translation>
    </message>
    <message>
        <source>Noch kein Baustein mit diesen Wörtern.</source>
        <translation>No block with these words yet.</translation>
    </message>
    <message>
        <source>Bausteine verwalten …</source>
        <translation>Manage blocks …</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>TiesCard</name>
    <message>
        <source>Noch niemand verbunden.</source>
        <translation>Nobody connected yet.</translation>
    </message>
    <message>
        <source>Neue Verbindung: wer</source>
        <translation>New tie: who</translation>
    </message>
    <message>
        <source>Neue Verbindung: kennt wen</source>
        <translation>New tie: knows whom</translation>
    </message>
    <message>
        <source>Verbinden</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Wer?</source>
        <translation>Who?</translation>
    </message>
    <message>
        <source>Kennt wen?</source>
        <translation>Knows whom?</translation>
    </message>
    <message>
        <source>{one} und {other} kennen sich</source>
        <translation>{one} and {other} know each other</translation>
    </message>
    <message>
        <source>Entfernen: {sentence}</source>
        <translation>Remove: {sentence}</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Entfernt: {name}</source>
        <translation>Removed: {name}</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>Besuch beginnen</source>
        <translation>Begin a visit</translation>
    </message>
    <message>
        <source>Heute wichtig</source>
        <translation>Important today</translation>
    </message>
    <message>
        <source>Termine heute</source>
        <translation>Appointments today</translation>
    </message>
    <message>
        <source>Austausch und Sicherung</source>
        <translation>Exchange and backup</translation>
    </message>
    <message>
        <source>Angefangen, noch nicht vollständig</source>
        <translation>Begun, not complete yet</translation>
    </message>
    <message>
        <source>wird nachgesehen …</source>
        <translation>having a look …</translation>
    </message>
    <message numerus="yes">
        <source>%n heute oder überfällig</source>
        <translation>
            <numerusform>%n today or overdue</numerusform>
            <numerusform>%n today or overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in den nächsten 7 Tagen</source>
        <translation>
            <numerusform>%n in the next 7 days</numerusform>
            <numerusform>%n in the next 7 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>und %n weitere</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{what}: öffnen</source>
        <translation>{what}: open</translation>
    </message>
    <message>
        <source>Erledigt</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>{what}: erledigt</source>
        <translation>{what}: done</translation>
    </message>
    <message>
        <source>{what}: verschieben</source>
        <translation>{what}: put off</translation>
    </message>
    <message>
        <source>auf morgen</source>
        <translation>to tomorrow</translation>
    </message>
    <message>
        <source>um eine Woche</source>
        <translation>by a week</translation>
    </message>
    <message>
        <source>um zwei Wochen</source>
        <translation>by two weeks</translation>
    </message>
    <message numerus="yes">
        <source>Länger kein Kontakt: %n Familien seit mehr als sechs Wochen</source>
        <translation>
            <numerusform>No contact for long: %n family for more than six weeks</numerusform>
            <numerusform>No contact for long: %n families for more than six weeks</numerusform>
        </translation>
    </message>
    <message>
        <source>Ansehen</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Länger kein Kontakt: ansehen</source>
        <translation>No contact for long: look</translation>
    </message>
    <message>
        <source>Hinweis</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Vorbereiten</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>{what}: vorbereiten</source>
        <translation>{what}: prepare</translation>
    </message>
    <message>
        <source>{kind}: {text}</source>
        <translation>{kind}: {text}</translation>
    </message>
    <message>
        <source>Weiterschreiben</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>{kind} weiterschreiben</source>
        <translation>Go on writing: {kind}</translation>
    </message>
    <message>
        <source>Heute steht nichts an.</source>
        <translation>Nothing is due today.</translation>
    </message>
    <message>
        <source>Hier stehen Zusagen, Fristen und Pläne, die heute oder bald wichtig sind.</source>
        <translation>Promises, deadlines and plans that matter today or soon stand here.</translation>
    </message>
    <message>
        <source>Kein Termin eingetragen. Termine stehen auf der Seite der Familie.</source>
        <translation>No appointment entered. Appointments stand on a family&apos;s page.</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Erledigt: {text}</source>
        <translation>Done: {text}</translation>
    </message>
    <message>
        <source>Zu den Familien</source>
        <translation>To the families</translation>
    </message>
    <message>
        <source>Noch keine Familie in diesem Tresor.</source>
        <translation>No family in this vault yet.</translation>
    </message>
    <message>
        <source>Sichern</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>Liegt beim Träger</source>
        <translation>It is with the provider</translation>
    </message>
    <message>
        <source>Ausstellen</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Dieses Gerät: ansehen</source>
        <translation>This device: look</translation>
    </message>
    <message>
        <source>Fallkonferenz</source>
        <translation>Case conference</translation>
    </message>
    <message>
        <source>Druckliste</source>
        <translation>Print list</translation>
    </message>
    <message numerus="yes">
        <source>%n Blätter warten auf den Drucker des Büros</source>
        <translation>
            <numerusform>%n paper is waiting for the office printer</numerusform>
            <numerusform>%n papers are waiting for the office printer</numerusform>
        </translation>
    </message>
    <message>
        <source>Beim Besuch ausgewählt, hier gedruckt.</source>
        <translation>Chosen on a visit, printed here.</translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message>
        <source>Guten Morgen</source>
        <translation>Good morning</translation>
    </message>
    <message>
        <source>Guten Tag</source>
        <translation>Good day</translation>
    </message>
    <message>
        <source>Guten Abend</source>
        <translation>Good evening</translation>
    </message>
    <message numerus="yes">
        <source>%n aktive Familien</source>
        <translation>
            <numerusform>%n active family</numerusform>
            <numerusform>%n active families</numerusform>
        </translation>
    </message>
    <message>
        <source>Zugesagt: {text}</source>
        <translation>Promised: {text}</translation>
    </message>
    <message>
        <source>ohne Wortlaut</source>
        <translation>without wording</translation>
    </message>
    <message>
        <source>Aufenthaltstitel läuft ab: Verlängerung beantragen</source>
        <translation>Residence title expires: apply for an extension</translation>
    </message>
    <message>
        <source>Plan prüfen</source>
        <translation>Review the plan</translation>
    </message>
    <message>
        <source>Einwilligung läuft aus</source>
        <translation>Consent runs out</translation>
    </message>
    <message>
        <source>{name} wird 18: über Einwilligungen neu sprechen</source>
        <translation>{name} turns 18: talk about consents again</translation>
    </message>
    <message>
        <source>Nachsorge: ein Gespräch anbieten</source>
        <translation>After-care: offer a talk</translation>
    </message>
    <message>
        <source>Version {number}, vereinbart für {day}</source>
        <translation>Version {number}, agreed for {day}</translation>
    </message>
    <message>
        <source>bis {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>am {day}</source>
        <translation>on {day}</translation>
    </message>
    <message>
        <source>gültig bis {day}</source>
        <translation>valid until {day}</translation>
    </message>
    <message>
        <source>Familie {name}</source>
        <translation>{name} family</translation>
    </message>
    <message>
        <source>Noch kein Paket erstellt</source>
        <translation>No bundle made yet</translation>
    </message>
    <message>
        <source>Paket Nr. {number}</source>
        <translation>Bundle no. {number}</translation>
    </message>
    <message>
        <source>erstellt am {day}</source>
        <translation>made on {day}</translation>
    </message>
    <message>
        <source>noch keine Eingangsbestätigung</source>
        <translation>no receipt yet</translation>
    </message>
    <message>
        <source>Eingangsbestätigung vom {day}</source>
        <translation>receipt of {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n abgelehnt</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message>
        <source>angekommen</source>
        <translation>arrived</translation>
    </message>
    <message>
        <source>Noch keine Sicherung</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>bitte sichern</source>
        <translation>please back up</translation>
    </message>
    <message>
        <source>geprüft am {day}</source>
        <translation>verified on {day}</translation>
    </message>
    <message>
        <source>Letzte Sicherung</source>
        <translation>Last backup</translation>
    </message>
    <message>
        <source>in Ordnung</source>
        <translation>in order</translation>
    </message>
    <message>
        <source>Wiederherstellungsblatt zum Träger bringen</source>
        <translation>Take the recovery sheet to the provider</translation>
    </message>
    <message>
        <source>Erst dort hilft es, wenn die Passphrase vergessen ist.</source>
        <translation>Only there does it help when the passphrase is forgotten.</translation>
    </message>
    <message>
        <source>Neues Wiederherstellungsblatt ausstellen</source>
        <translation>Issue a new recovery sheet</translation>
    </message>
    <message>
        <source>Der neue Code kam nie auf Papier, und der alte gilt nicht mehr.</source>
        <translation>The new code never reached paper, and the old one is not in force any more.</translation>
    </message>
    <message>
        <source>Der Tresor liegt an keinem guten Ort</source>
        <translation>The vault does not lie in a good place</translation>
    </message>
    <message>
        <source>Was dagegen spricht und was zu tun ist, steht in den Einstellungen.</source>
        <translation>What speaks against it and what to do is in the settings.</translation>
    </message>
    <message>
        <source>Mit dem Wiederherstellungscode geöffnet am {day}</source>
        <translation>Opened with the recovery code on {day}</translation>
    </message>
    <message>
        <source>Waren Sie das nicht? Dann sagen Sie es bitte dem Träger.</source>
        <translation>Was it not you? Then please tell the provider.</translation>
    </message>
    <message>
        <source>Mit Hilfe der beiden Vertrauenspersonen geöffnet am {day}</source>
        <translation>Opened with the help of both holders on {day}</translation>
    </message>
    <message>
        <source>Dabei: {names}.</source>
        <translation>Present: {names}.</translation>
    </message>
    <message>
        <source>Grund: {reason}.</source>
        <translation>Reason: {reason}.</translation>
    </message>
    <message>
        <source>{made} · {missed}</source>
        <translation>{made} · {missed}</translation>
    </message>
    <message>
        <source>Beim letzten Beenden war der Ort der Sicherung nicht da.</source>
        <translation>When you last quit, the place of the backup was not there.</translation>
    </message>
    <message>
        <source>Beim letzten Beenden wurde die Sicherung nicht rechtzeitig fertig.</source>
        <translation>When you last quit, the backup was not finished in time.</translation>
    </message>
    <message>
        <source>Beim letzten Beenden ist die Sicherung nicht gelungen.</source>
        <translation>When you last quit, the backup failed.</translation>
    </message>
</context>
<context>
    <name>TokenPicker</name>
    <message>
        <source>hinzufügen …</source>
        <translation>add …</translation>
    </message>
    <message>
        <source>{word} entfernen</source>
        <translation>Remove {word}</translation>
    </message>
</context>
<context>
    <name>TurnDialog</name>
    <message>
        <source>Der Familie zeigen</source>
        <translation>Show to the family</translation>
    </message>
    <message>
        <source>Eine Person sieht Plan und Termine in ihrer Sprache. Zurück geht es nur mit PIN oder Passphrase.</source>
        <translation>One person sees plan and appointments in their language. Only PIN or passphrase lead back.</translation>
    </message>
    <message>
        <source>Sprache</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Alles andere bleibt im Tresor: was anvertraut oder besonders geschützt ist, und was keine Einwilligung deckt.</source>
        <translation>Everything else stays in the vault: what was confided or is specially protected, and what no consent covers.</translation>
    </message>
    <message>
        <source>Wem zeigen Sie den Bildschirm?</source>
        <translation>To whom do you show the screen?</translation>
    </message>
    <message>
        <source>Das wird gezeigt</source>
        <translation>This is shown</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Bildschirm umdrehen</source>
        <translation>Turn the screen</translation>
    </message>
    <message>
        <source>wird vorbereitet …</source>
        <translation>being prepared …</translation>
    </message>
    <message>
        <source>Noch nichts: Bitte wählen Sie eine Person.</source>
        <translation>Nothing yet: please choose a person.</translation>
    </message>
    <message numerus="yes">
        <source>%n Ziele</source>
        <translation>
            <numerusform>%n goal</numerusform>
            <numerusform>%n goals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Schritte</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Termine</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Texte haben noch keine Übersetzung und stehen auf Deutsch da.</source>
        <translation>
            <numerusform>%n text has no translation yet and is shown in German.</numerusform>
            <numerusform>%n texts have no translation yet and are shown in German.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TurnedView</name>
    <message>
        <source>Plan der Familie</source>
        <translation>The family&apos;s plan</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Fragt nach PIN oder Passphrase.</source>
        <translation>Asks for PIN or passphrase.</translation>
    </message>
</context>
<context>
    <name>UnfinishedView</name>
    <message>
        <source>Diese Eingaben sind gesichert, aber noch nicht übernommen: Das Programm endete vorher, oder dort steht inzwischen etwas Neueres.</source>
        <translation>These entries are safe but not taken over yet: the program ended before, or the place holds something newer meanwhile.</translation>
    </message>
    <message>
        <source>Alles Getippte ist übernommen</source>
        <translation>Everything typed has been taken over</translation>
    </message>
    <message>
        <source>Noch nicht übernommen</source>
        <translation>Not taken over yet</translation>
    </message>
    <message>
        <source>Neue Familie</source>
        <translation>New family</translation>
    </message>
    <message>
        <source>Unterschrift</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Fall übergeben</source>
        <translation>Hand over case</translation>
    </message>
    <message>
        <source>Besuch nachtragen</source>
        <translation>Enter a visit afterwards</translation>
    </message>
    <message>
        <source>Angehörige, die woanders leben</source>
        <translation>Relatives who live elsewhere</translation>
    </message>
    <message>
        <source>Einwilligung</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Vereinbarung</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Anfrage an die Stelle</source>
        <translation>Request to the office</translation>
    </message>
    <message>
        <source>Zusage der Stelle</source>
        <translation>Grant of the office</translation>
    </message>
    <message>
        <source>Vertretung benennen</source>
        <translation>Name a deputy</translation>
    </message>
    <message>
        <source>Vertretung öffnen</source>
        <translation>Open as deputy</translation>
    </message>
    <message>
        <source>Beim Träger hinterlegen</source>
        <translation>Deposit with the provider</translation>
    </message>
    <message>
        <source>Die acht Wörter, wie Sie sie hören</source>
        <translation>The eight words as you hear them</translation>
    </message>
    <message>
        <source>Noch nicht besprochen, weil</source>
        <translation>Not discussed yet because</translation>
    </message>
    <message>
        <source>Wer den Fall übernimmt</source>
        <translation>Who takes over the case</translation>
    </message>
    <message>
        <source>Vorname oder Rolle</source>
        <translation>First name or role</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Gültig bis</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Wörter der Stelle</source>
        <translation>Words of the office</translation>
    </message>
    <message>
        <source>Nachname</source>
        <translation>Family name</translation>
    </message>
    <message>
        <source>Vorname</source>
        <translation>Given name</translation>
    </message>
    <message>
        <source>Betreff</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Betreff in der Sprache der Familie</source>
        <translation>Subject in the family’s language</translation>
    </message>
    <message>
        <source>Text in der Sprache der Familie</source>
        <translation>Text in the family’s language</translation>
    </message>
    <message>
        <source>Dauer in Minuten</source>
        <translation>Duration in minutes</translation>
    </message>
    <message>
        <source>Zeugin oder Zeuge</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>Aktenzeichen oder Ablage</source>
        <translation>Reference or file</translation>
    </message>
    <message>
        <source>Unterschrieben am</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>Bezeichnung dieses Geräts</source>
        <translation>Name of this device</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Bis einschließlich</source>
        <translation>Up to and including</translation>
    </message>
    <message>
        <source>Nicht unterschrieben, weil</source>
        <translation>Not signed because</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Strukturbeobachtung</source>
        <translation>Structural observation</translation>
    </message>
    <message>
        <source>Grund</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Wo hakt es im System?</source>
        <translation>Where does the system get stuck?</translation>
    </message>
    <message>
        <source>Vorschlag</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>Antwort der Lenkungsgruppe</source>
        <translation>Answer of the steering group</translation>
    </message>
    <message>
        <source>Zu Heute</source>
        <translation>To Today</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Schritt {n} von {all}</source>
        <translation>Step {n} of {all}</translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>Ordner des Tresors wählen</source>
        <translation>Choose the vault&apos;s folder</translation>
    </message>
    <message>
        <source>Wiederherstellungsblatt speichern</source>
        <translation>Save recovery sheet</translation>
    </message>
</context>
<context>
    <name>VisitView</name>
    <message>
        <source>Was die Familie sagt</source>
        <translation>What the family says</translation>
    </message>
    <message>
        <source>Was ich beobachte</source>
        <translation>What I observe</translation>
    </message>
    <message>
        <source>Meine Einschätzung</source>
        <translation>My assessment</translation>
    </message>
    <message>
        <source>Meine Einschätzung ist zugedeckt</source>
        <translation>My assessment is covered</translation>
    </message>
    <message>
        <source>Gesehen und übergeben</source>
        <translation>Seen and handed over</translation>
    </message>
    <message>
        <source>Besuch beenden</source>
        <translation>Finish visit</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Die Vereinbarung ist entfernt.</source>
        <translation>The agreement is removed.</translation>
    </message>
    <message>
        <source>Textbaustein: {key}</source>
        <translation>Text block: {key}</translation>
    </message>
    <message>
        <source>Wo hakt es im System?</source>
        <translation>Where does the system get stuck?</translation>
    </message>
    <message>
        <source>Als Strukturbeobachtung festgehalten</source>
        <translation>Kept as a structural observation</translation>
    </message>
    <message>
        <source>Ohne Namen und ohne Bezug zu dieser Familie.</source>
        <translation>Without names and without any link to this family.</translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message>
        <source>wir</source>
        <translation>we</translation>
    </message>
    <message>
        <source>Familie</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Mo Di Mi Do Fr Sa So</source>
        <translation>Mon Tue Wed Thu Fri Sat Sun</translation>
    </message>
    <message>
        <source>bis {weekday} {day}</source>
        <translation>until {weekday} {day}</translation>
    </message>
    <message>
        <source>Ziel {number}</source>
        <translation>Goal {number}</translation>
    </message>
    <message>
        <source>Kontakt</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Nachtragen, {day}</source>
        <translation>Written up later, {day}</translation>
    </message>
    <message>
        <source>Mitschreiben</source>
        <translation>Taking notes</translation>
    </message>
    <message>
        <source>Ein Kind hat übersetzt. Das wird nur festgehalten: Einwilligung, Plan und andere wichtige Papiere warten, bis eine erwachsene Person übersetzt.</source>
        <translation>A child translated. That is only noted: consent, plan and other important papers wait until a grown-up translates.</translation>
    </message>
</context>
<context>
    <name>WaitLine</name>
    <message>
        <source>Nächster Versuch in {n} s</source>
        <translation>Next try in {n} s</translation>
    </message>
</context>
<context>
    <name>WentCard</name>
    <message>
        <source>Vermittlungen dorthin</source>
        <translation>Referrals there</translation>
    </message>
    <message>
        <source>Noch keine.</source>
        <translation>None yet.</translation>
    </message>
    <message numerus="yes">
        <source>%n Vermittlungen</source>
        <translation>
            <numerusform>%n referral</numerusform>
            <numerusform>%n referrals</numerusform>
        </translation>
    </message>
    <message>
        <source>{said}, {taken} angenommen</source>
        <translation>{said}, {taken} taken up</translation>
    </message>
    <message>
        <source>ohne Lebensbereich</source>
        <translation>no life domain</translation>
    </message>
    <message>
        <source>Gezählt am eigenen Arbeitsplatz, ohne Namen.</source>
        <translation>Counted at your own desk, without names.</translation>
    </message>
    <message>
        <source>nicht erfasst</source>
        <translation>not recorded</translation>
    </message>
</context>
<context>
    <name>WhoPage</name>
    <message>
        <source>Neuer Tresor</source>
        <translation>New vault</translation>
    </message>
    <message>
        <source>Name des Tresors</source>
        <translation>Name of the vault</translation>
    </message>
    <message>
        <source>Tresor {n}</source>
        <translation>Vault {n}</translation>
    </message>
    <message>
        <source>Ihr Name</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Träger</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Ort</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Name des Tresors (steht vor dem Öffnen da)</source>
        <translation>Name of the vault (shown before opening)</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Mit der Beispielfamilie ausprobieren</source>
        <translation>Try it with the example family</translation>
    </message>
    <message>
        <source>Vorhandenen Tresor öffnen …</source>
        <translation>Open an existing vault …</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Alles bleibt verschlüsselt auf diesem Gerät.</source>
        <translation>Everything stays encrypted on this device.</translation>
    </message>
    <message>
        <source>Name der Stelle oder des Trägers</source>
        <translation>Name of the office or provider</translation>
    </message>
    <message>
        <source>Amtlicher Schlüssel des Kreises</source>
        <translation>Official code of the district</translation>
    </message>
    <message>
        <source>Wofür ist der Tresor?</source>
        <translation>What is the vault for?</translation>
    </message>
    <message>
        <source>Name (steht vor dem Öffnen da)</source>
        <translation>Name (shown before opening)</translation>
    </message>
    <message>
        <source>Amtlicher Schlüssel des Kreises (fünf Ziffern)</source>
        <translation>Official code of the district (five digits)</translation>
    </message>
    <message>
        <source>für die Arbeit mit Familien</source>
        <translation>for working with families</translation>
    </message>
    <message>
        <source>für die Koordinierungsstelle</source>
        <translation>for the coordination office</translation>
    </message>
    <message>
        <source>für den Träger</source>
        <translation>for the provider</translation>
    </message>
    <message>
        <source>Ein Ordner mit Ihren Familien.</source>
        <translation>A folder with your families.</translation>
    </message>
    <message>
        <source>Pakete aus dem Kreis annehmen, Zahlen zusammenfassen. Keine Familien.</source>
        <translation>Take bundles of the district in, add up figures. No families.</translation>
    </message>
    <message>
        <source>Geräte zulassen, Wiederherstellungsblätter und Sicherungen verwahren. Keine Familien.</source>
        <translation>Let devices in, keep recovery sheets and backups. No families.</translation>
    </message>
    <message>
        <source>Datenpannen-Blatt …</source>
        <translation>Data incident sheet …</translation>
    </message>
    <message>
        <source>Aus einer Sicherung wiederherstellen …</source>
        <translation>Restore from a backup …</translation>
    </message>
    <message>
        <source>Handbuch</source>
        <translation>Handbook</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>etwa {years}</source>
        <translation>about {years}</translation>
    </message>
    <message>
        <source>heute</source>
        <translation>today</translation>
    </message>
    <message>
        <source>morgen</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>seit gestern</source>
        <translation>yesterday</translation>
    </message>
    <message numerus="yes">
        <source>in %n Tagen</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>seit %n Tagen</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message>
        <source>wir</source>
        <translation>we</translation>
    </message>
    <message>
        <source>{names} und {last}</source>
        <translation>{names} and {last}</translation>
    </message>
    <message>
        <source>bis {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>seit {day}</source>
        <translation>since {day}</translation>
    </message>
    <message>
        <source>Kontakt</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Sprachmittlung</source>
        <translation>Interpreting</translation>
    </message>
    <message>
        <source>Sprachmittlung fehlte</source>
        <translation>interpreter was missing</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>So weit ist die Arbeit</source>
        <translation>How far the work is</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>Fortschritt</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Person {n}</source>
        <translation>Person {n}</translation>
    </message>
    <message>
        <source>noch keine Karte gewählt</source>
        <translation>no card chosen yet</translation>
    </message>
    <message>
        <source>Karte wählen …</source>
        <translation>Choose a card …</translation>
    </message>
    <message>
        <source>{who}: Karte wählen</source>
        <translation>{who}: choose a card</translation>
    </message>
    <message>
        <source>{who}: die acht Wörter, wie Sie sie hören</source>
        <translation>{who}: the eight words as you hear them</translation>
    </message>
    <message>
        <source>Karte wählen</source>
        <translation>Choose a card</translation>
    </message>
    <message>
        <source>Karte (*.kimh)</source>
        <translation>Card (*.kimh)</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source>   (before: {value})</source>
        <translation>   (vorher: {value})</translation>
    </message>
    <message>
        <source> (perhaps at {port})</source>
        <translation> (vielleicht an {port})</translation>
    </message>
    <message>
        <source> = {value:.2f} log units (unverified)</source>
        <translation> = {value:.2f} log-Einheiten (ungeprüft)</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source> · round {number}, after adjustment</source>
        <translation> · Runde {number}, nach Justierung</translation>
    </message>
    <message>
        <source>&amp;Add …</source>
        <translation>Ne&amp;u …</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Back to the instruments  ⏎</source>
        <translation>&amp;Zurück zu den Instrumenten  ⏎</translation>
    </message>
    <message>
        <source>&amp;Calibrate  ⏎</source>
        <translation>&amp;Kalibrieren  ⏎</translation>
    </message>
    <message>
        <source>&amp;Course</source>
        <translation>Ver&amp;lauf</translation>
    </message>
    <message>
        <source>&amp;Enrol  ⏎</source>
        <translation>Auf&amp;nehmen  ⏎</translation>
    </message>
    <message>
        <source>&amp;Enrol …</source>
        <translation>Auf&amp;nehmen …</translation>
    </message>
    <message>
        <source>&amp;Estimated volume</source>
        <translation>&amp;Geschätztes Volumen</translation>
    </message>
    <message>
        <source>&amp;Finish  ⏎</source>
        <translation>&amp;Abschließen  ⏎</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historie</translation>
    </message>
    <message>
        <source>&amp;Instruments and calibration …</source>
        <translation>&amp;Instrumente …</translation>
    </message>
    <message>
        <source>&amp;Instruments …</source>
        <translation>&amp;Instrumente …</translation>
    </message>
    <message>
        <source>&amp;Leave for later</source>
        <translation>&amp;Für später lassen</translation>
    </message>
    <message>
        <source>&amp;Limb</source>
        <translation>&amp;Extremität</translation>
    </message>
    <message>
        <source>&amp;Look for sessions</source>
        <translation>Nach Sitz&amp;ungen suchen</translation>
    </message>
    <message>
        <source>&amp;No …</source>
        <translation>&amp;Nein …</translation>
    </message>
    <message>
        <source>&amp;Open the PDF</source>
        <translation>PDF ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Save the picture …</source>
        <translation>Bild s&amp;peichern …</translation>
    </message>
    <message>
        <source>&amp;Set it</source>
        <translation>Fes&amp;tlegen</translation>
    </message>
    <message>
        <source>&amp;Status …</source>
        <translation>&amp;Status …</translation>
    </message>
    <message>
        <source>&amp;Take it  ⏎</source>
        <translation>Überneh&amp;men  ⏎</translation>
    </message>
    <message>
        <source>&amp;Tests</source>
        <translation>&amp;Tests</translation>
    </message>
    <message>
        <source>&amp;Training …</source>
        <translation>&amp;Training …</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>(says nothing)</source>
        <translation>(sagt nichts)</translation>
    </message>
    <message>
        <source>.</source>
        <translation>.</translation>
    </message>
    <message>
        <source>0.01</source>
        <translation>0.01</translation>
    </message>
    <message>
        <source>1 call</source>
        <translation>1 Anruf</translation>
    </message>
    <message>
        <source>324 is 32.4</source>
        <translation>324 ist 32.4</translation>
    </message>
    <message>
        <source>5 10 20, rising</source>
        <translation>5 10 20, aufsteigend</translation>
    </message>
    <message>
        <source>A new participant</source>
        <translation>Neu aufnehmen</translation>
    </message>
    <message>
        <source>A step is open. Press Esc to stop it, then close the window. The visit can be resumed.</source>
        <translation>Ein Schritt ist offen. Stoppen Sie ihn mit Esc, dann schließen Sie das Fenster. Die Visite kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>A visit</source>
        <translation>Eine Visite</translation>
    </message>
    <message>
        <source>A&amp;bandon …</source>
        <translation>A&amp;bbrechen …</translation>
    </message>
    <message>
        <source>A&amp;mend …</source>
        <translation>Be&amp;richtigen …</translation>
    </message>
    <message>
        <source>APPLY</source>
        <translation>SETZEN</translation>
    </message>
    <message>
        <source>ASK</source>
        <translation>FRAGEN</translation>
    </message>
    <message>
        <source>Abandon this calibration; all readings are kept. Why?</source>
        <translation>Diese Kalibrierung abbrechen; alle Messwerte bleiben. Warum?</translation>
    </message>
    <message>
        <source>Add this gauge</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>Add to the register</source>
        <translation>Ins Verzeichnis aufnehmen</translation>
    </message>
    <message>
        <source>Adverse sensation</source>
        <translation>Unerwünschte Empfindung</translation>
    </message>
    <message>
        <source>Affected</source>
        <translation>Betroffen</translation>
    </message>
    <message>
        <source>Affected limb</source>
        <translation>Betroffene Extremität</translation>
    </message>
    <message>
        <source>Affected minus unaffected, cm</source>
        <translation>Betroffen minus nicht betroffen, cm</translation>
    </message>
    <message>
        <source>Affected side</source>
        <translation>Betroffene Seite</translation>
    </message>
    <message>
        <source>Age is a whole number from 1 to {oldest}, or empty.</source>
        <translation>Das Alter ist eine ganze Zahl von 1 bis {oldest}, oder leer.</translation>
    </message>
    <message>
        <source>Age, years</source>
        <translation>Alter, Jahre</translation>
    </message>
    <message>
        <source>Age, years; sex</source>
        <translation>Alter, Jahre; Geschlecht</translation>
    </message>
    <message>
        <source>Alarm at the limit of a ramp</source>
        <translation>Alarm an der Grenze einer Rampe</translation>
    </message>
    <message>
        <source>All readings are taken: press Enter to close the set</source>
        <translation>Alle Ablesungen sind da: Enter schließt die Messreihe</translation>
    </message>
    <message>
        <source>Allowed: {low:g} to {high:g} % relative humidity, {whose}.</source>
        <translation>Erlaubt: {low:g} bis {high:g} % relative Feuchte, {whose}.</translation>
    </message>
    <message>
        <source>Answer the question first, or cancel it.</source>
        <translation>Beantworten Sie zuerst die Frage, oder brechen Sie sie ab.</translation>
    </message>
    <message>
        <source>Answer the question first: F or J.</source>
        <translation>Beantworten Sie zuerst die Frage: F oder J.</translation>
    </message>
    <message>
        <source>Answer with F or J.</source>
        <translation>Mit F oder J antworten.</translation>
    </message>
    <message>
        <source>Answers of attempt {attempt} saved: {answers}, the last at {time}.</source>
        <translation>Gespeicherte Antworten von Versuch {attempt}: {answers}, die letzte um {time}.</translation>
    </message>
    <message>
        <source>Answers of attempt {attempt} taken back: {number}.</source>
        <translation>Zurückgenommene Antworten von Versuch {attempt}: {number}.</translation>
    </message>
    <message>
        <source>Answers of this test saved: {number}, the last at {time}.</source>
        <translation>Gespeicherte Antworten dieses Tests: {number}, die letzte um {time}.</translation>
    </message>
    <message>
        <source>Answers saved: {number}, the last at {time}.</source>
        <translation>Gespeicherte Antworten: {number}, die letzte um {time}.</translation>
    </message>
    <message>
        <source>Ask on the wire</source>
        <translation>Gerät befragen</translation>
    </message>
    <message>
        <source>Asked again ({reason})</source>
        <translation>Erneut gefragt ({reason})</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Attach a &amp;device …</source>
        <translation>&amp;Gerät verbinden …</translation>
    </message>
    <message>
        <source>Attach a device</source>
        <translation>Gerät verbinden</translation>
    </message>
    <message>
        <source>Attach a device …</source>
        <translation>Gerät verbinden …</translation>
    </message>
    <message>
        <source>Attach as {gauge}</source>
        <translation>Als {gauge} verbinden</translation>
    </message>
    <message>
        <source>Attach here …</source>
        <translation>Hier verbinden …</translation>
    </message>
    <message>
        <source>Attach {device} here</source>
        <translation>{device} hier verbinden</translation>
    </message>
    <message>
        <source>Attempt {attempt} had no answer yet.</source>
        <translation>Versuch {attempt} hatte noch keine Antwort.</translation>
    </message>
    <message>
        <source>BEGIN</source>
        <translation>BEGINNEN</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back  Esc</source>
        <translation>Zurück  Esc</translation>
    </message>
    <message>
        <source>Back to the instruments  ⏎</source>
        <translation>Zurück zu den Instrumenten  ⏎</translation>
    </message>
    <message>
        <source>Back to the visit  ⏎</source>
        <translation>Zurück zur Visite  ⏎</translation>
    </message>
    <message>
        <source>Bar: 95 % of flawless runs. Line: true. ● yours inside the bar, ▲ yours outside.</source>
        <translation>Balken: 95 % fehlerfreier Durchführungen. Linie: wahrer Wert. ● Ihr Wert im Balken, ▲ Ihr Wert außerhalb.</translation>
    </message>
    <message>
        <source>Baud</source>
        <translation>Baud</translation>
    </message>
    <message>
        <source>Before the visit: all in order</source>
        <translation>Vor der Visite: alles in Ordnung</translation>
    </message>
    <message>
        <source>Before the visit: {number} open.  ↑ ↓ select</source>
        <translation>Vor der Visite: {number} offen.  ↑ ↓ wählen</translation>
    </message>
    <message>
        <source>Begin  ⏎</source>
        <translation>Beginnen  ⏎</translation>
    </message>
    <message>
        <source>Begin the training  ⏎</source>
        <translation>Training beginnen  ⏎</translation>
    </message>
    <message>
        <source>Bench gauge of the laboratory</source>
        <translation>Tisch-Kraftmesser des Labors</translation>
    </message>
    <message>
        <source>CLOSE THE FORM</source>
        <translation>FORMULAR SCHLIESSEN</translation>
    </message>
    <message>
        <source>CLOSE THE SET</source>
        <translation>MESSREIHE SCHLIESSEN</translation>
    </message>
    <message>
        <source>COM5, /dev/ttyUSB0, socket://HOST:PORT, a path</source>
        <translation>COM5, /dev/ttyUSB0, socket://HOST:PORT, ein Pfad</translation>
    </message>
    <message>
        <source>CONFIRM</source>
        <translation>BESTÄTIGEN</translation>
    </message>
    <message>
        <source>COUNTS</source>
        <translation>ZÄHLT</translation>
    </message>
    <message>
        <source>COUNTS: {why}</source>
        <translation>ZÄHLT: {why}</translation>
    </message>
    <message>
        <source>CRPS with pressure hyperalgesia</source>
        <translation>CRPS mit Druckhyperalgesie</translation>
    </message>
    <message>
        <source>Calibrate again after</source>
        <translation>Neu kalibrieren nach</translation>
    </message>
    <message>
        <source>Call &amp;done …</source>
        <translation>&amp;Anruf erfolgt …</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Mitschneiden</translation>
    </message>
    <message>
        <source>Certi&amp;ficates</source>
        <translation>Kalib&amp;rierscheine</translation>
    </message>
    <message>
        <source>Certificate {number} is kept by the laboratory that issued it.</source>
        <translation>Den Kalibrierschein {number} verwahrt das Labor, das ihn ausgestellt hat.</translation>
    </message>
    <message>
        <source>Certified on</source>
        <translation>Kalibriert am</translation>
    </message>
    <message>
        <source>Check sign: press lightly</source>
        <translation>Vorzeichen prüfen: leicht drücken</translation>
    </message>
    <message>
        <source>Check-list: {lines}</source>
        <translation>Checkliste: {lines}</translation>
    </message>
    <message>
        <source>Choose a setting of one value.</source>
        <translation>Wählen Sie eine Einstellung mit einem Wert.</translation>
    </message>
    <message>
        <source>Choose at least one test.</source>
        <translation>Wählen Sie mindestens einen Test.</translation>
    </message>
    <message>
        <source>Choose one of the attempts by its digit.</source>
        <translation>Wählen Sie einen der Versuche mit seiner Ziffer.</translation>
    </message>
    <message>
        <source>Choose one of: {words}.</source>
        <translation>Zur Wahl stehen: {words}.</translation>
    </message>
    <message>
        <source>Choose the affected limb.</source>
        <translation>Wählen Sie die betroffene Extremität.</translation>
    </message>
    <message>
        <source>Choose the affected side.</source>
        <translation>Wählen Sie die betroffene Seite.</translation>
    </message>
    <message>
        <source>Choose the dominant hand, or that it is not recorded.</source>
        <translation>Wählen Sie die dominante Hand, oder dass sie nicht erfasst ist.</translation>
    </message>
    <message>
        <source>Choose the set of hairs on the tray.</source>
        <translation>Wählen Sie den Satz Haare auf dem Tablett.</translation>
    </message>
    <message>
        <source>Choose the set of pinpricks on the tray.</source>
        <translation>Wählen Sie den Satz Pinpricks auf dem Tablett.</translation>
    </message>
    <message>
        <source>Choose the sex, or that it is not recorded.</source>
        <translation>Wählen Sie das Geschlecht, oder dass es nicht erfasst ist.</translation>
    </message>
    <message>
        <source>Choose the site.</source>
        <translation>Wählen Sie das Zentrum.</translation>
    </message>
    <message>
        <source>Choose the unit of its readings.</source>
        <translation>Wählen Sie die Einheit der Messwerte.</translation>
    </message>
    <message>
        <source>Choose the unit of the loads.</source>
        <translation>Wählen Sie die Einheit der Lasten.</translation>
    </message>
    <message>
        <source>Choose the visit.</source>
        <translation>Wählen Sie die Visite.</translation>
    </message>
    <message>
        <source>Choose what the pedal or button shall do, then press it.</source>
        <translation>Wählen Sie, was das Pedal oder der Knopf tun soll, dann drücken Sie darauf.</translation>
    </message>
    <message>
        <source>Choose what to add.</source>
        <translation>Wählen Sie, was hinzukommt.</translation>
    </message>
    <message>
        <source>Choose whether the other limb can be compared with.</source>
        <translation>Wählen Sie, ob die andere Extremität zum Vergleich taugt.</translation>
    </message>
    <message>
        <source>Choose with its digit.</source>
        <translation>Mit der Ziffer wählen.</translation>
    </message>
    <message>
        <source>Choose your role in the study first.</source>
        <translation>Wählen Sie zuerst Ihre Rolle in der Studie.</translation>
    </message>
    <message>
        <source>Choose: real visit or practice.</source>
        <translation>Wählen Sie: echte Visite oder Übung.</translation>
    </message>
    <message>
        <source>Close the window, start it again and resume the training.</source>
        <translation>Schließen Sie das Fenster, starten Sie es neu und setzen Sie das Training fort.</translation>
    </message>
    <message>
        <source>Closed. Sealing and verifying the file …</source>
        <translation>Geschlossen. Die Datei wird versiegelt und geprüft …</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Copied. Paste it into a spreadsheet.</source>
        <translation>Kopiert. In eine Tabelle einfügen.</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Coverage factor k</source>
        <translation>Erweiterungsfaktor k</translation>
    </message>
    <message>
        <source>DFNS pinpricks</source>
        <translation>DFNS-Pinpricks</translation>
    </message>
    <message>
        <source>Dail&amp;y check</source>
        <translation>&amp;Tagesprüfung</translation>
    </message>
    <message>
        <source>Daily check</source>
        <translation>Tagesprüfung</translation>
    </message>
    <message>
        <source>Daily value, {unit}</source>
        <translation>Tageswert, {unit}</translation>
    </message>
    <message>
        <source>Day {day} since the calibration. The limits are set from the first days, as the method says.</source>
        <translation>Tag {day} seit der Kalibrierung. Die Grenzen entstehen aus den ersten Tagen, wie das Verfahren vorgibt.</translation>
    </message>
    <message>
        <source>Days are whole numbers above 0, or empty.</source>
        <translation>Tage sind ganze Zahlen über 0, oder leer.</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Festgelegt von</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Describe a gauge that prints a number per line</source>
        <translation>Gerät beschreiben, das eine Zahl je Zeile ausgibt</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Deviation from nominal with U, {unit}</source>
        <translation>Abweichung vom Nennwert mit U, {unit}</translation>
    </message>
    <message>
        <source>Deviation over the calibrations</source>
        <translation>Abweichung über die Kalibrierungen</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>Ziffernschritt</translation>
    </message>
    <message>
        <source>Dominant hand</source>
        <translation>Dominante Hand</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Drift {value} per year, which is no more than its uncertainty.</source>
        <translation>Drift {value} je Jahr, nicht größer als ihre Unsicherheit.</translation>
    </message>
    <message>
        <source>Drift {value} per year.</source>
        <translation>Drift {value} je Jahr.</translation>
    </message>
    <message>
        <source>Due &amp;rule …</source>
        <translation>&amp;Frist …</translation>
    </message>
    <message>
        <source>Due rule</source>
        <translation>Fristregel</translation>
    </message>
    <message>
        <source>Due rule: {rule}</source>
        <translation>Fristregel: {rule}</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Bald fällig</translation>
    </message>
    <message>
        <source>E&amp;ntries</source>
        <translation>&amp;Einträge</translation>
    </message>
    <message>
        <source>E&amp;xclude the last …</source>
        <translation>Letzten a&amp;usschließen …</translation>
    </message>
    <message>
        <source>End capture, {seconds:.0f} s</source>
        <translation>Mitschnitt beenden, {seconds:.0f} s</translation>
    </message>
    <message>
        <source>End of a line</source>
        <translation>Zeilenende</translation>
    </message>
    <message>
        <source>End the visit with steps not done. Why?</source>
        <translation>Visite mit offenen Schritten beenden. Warum?</translation>
    </message>
    <message>
        <source>Eno&amp;ugh</source>
        <translation>&amp;Genug</translation>
    </message>
    <message>
        <source>Eno&amp;ugh: {taken} taken, {least} needed</source>
        <translation>&amp;Genug: {taken} erfasst, {least} nötig</translation>
    </message>
    <message>
        <source>Enrolled: {participant}.</source>
        <translation>Aufgenommen: {participant}.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter a number on the participant&apos;s screen and confirm it.</source>
        <translation>Geben Sie eine Zahl am Teilnehmer-Bildschirm ein, und bestätigen Sie sie.</translation>
    </message>
    <message>
        <source>Enter into the register  ⏎</source>
        <translation>Ins Verzeichnis eintragen  ⏎</translation>
    </message>
    <message>
        <source>Enter what was said.</source>
        <translation>Geben Sie ein, was gesagt wurde.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Every acknowledged answer is on disk. Take the hands off the participant.</source>
        <translation>Jede bestätigte Antwort ist gespeichert. Nehmen Sie die Hände von der Person.</translation>
    </message>
    <message>
        <source>Every question has its entry.</source>
        <translation>Jede Frage hat einen Eintrag.</translation>
    </message>
    <message>
        <source>Every setting has been confirmed.</source>
        <translation>Jede Einstellung ist bestätigt.</translation>
    </message>
    <message>
        <source>Every test is done or skipped</source>
        <translation>Alle Tests sind erledigt oder ausgelassen</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>Untersucher/in</translation>
    </message>
    <message>
        <source>Example line</source>
        <translation>Beispielzeile</translation>
    </message>
    <message>
        <source>Expanded uncertainty U</source>
        <translation>Erweiterte Unsicherheit U</translation>
    </message>
    <message>
        <source>F and J answer only a question of yes or no.</source>
        <translation>F und J beantworten nur Ja-Nein-Fragen.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find a device …</source>
        <translation>Gerät suchen …</translation>
    </message>
    <message>
        <source>Force, {unit}</source>
        <translation>Kraft, {unit}</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forgotten. “{meaning}” has its own key [{cap}] only.</source>
        <translation>Vergessen. „{meaning}“ hat nur noch die eigene Taste [{cap}].</translation>
    </message>
    <message>
        <source>From the register</source>
        <translation>Aus dem Verzeichnis</translation>
    </message>
    <message>
        <source>GAIN</source>
        <translation>GEWINN</translation>
    </message>
    <message>
        <source>GO ON</source>
        <translation>WEITER</translation>
    </message>
    <message>
        <source>GO ON WITH OPEN LINES …</source>
        <translation>WEITER MIT OFFENEN PUNKTEN …</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Kraftmesser</translation>
    </message>
    <message>
        <source>Girth, cm</source>
        <translation>Umfang, cm</translation>
    </message>
    <message>
        <source>Girth, read at the end of the tape</source>
        <translation>Umfang, am Ende des Maßbands abgelesen</translation>
    </message>
    <message>
        <source>Glass takes up no water: there is no limit of humidity.</source>
        <translation>Glas nimmt kein Wasser auf: es gibt keine Feuchtegrenze.</translation>
    </message>
    <message>
        <source>Go on to the devices  ⏎</source>
        <translation>Weiter zu den Geräten  ⏎</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with {number} open lines. Why?</source>
        <translation>Weiter mit {number} offenen Punkten. Warum?</translation>
    </message>
    <message>
        <source>Go on. Which device is read?</source>
        <translation>Fortsetzen. Welches Gerät wird abgelesen?</translation>
    </message>
    <message>
        <source>Go to the &amp;calibration …</source>
        <translation>Zur &amp;Kalibrierung …</translation>
    </message>
    <message>
        <source>HOLD</source>
        <translation>HALTEN</translation>
    </message>
    <message>
        <source>Has re&amp;sted</source>
        <translation>Ruh&amp;ezeit um</translation>
    </message>
    <message>
        <source>Hold H, or this strip: your hand presses. ↑ faster, ↓ slower.</source>
        <translation>H oder diesen Streifen halten: Ihre Hand drückt. ↑ schneller, ↓ langsamer.</translation>
    </message>
    <message>
        <source>Hold H, or this strip: your hand touches.</source>
        <translation>H oder diesen Streifen halten: Ihre Hand berührt.</translation>
    </message>
    <message>
        <source>How do you know that it is the right one?</source>
        <translation>Woher wissen Sie, dass es das richtige ist?</translation>
    </message>
    <message>
        <source>How it went. The participant was: {profile}</source>
        <translation>Wie es lief. Profil der Person: {profile}</translation>
    </message>
    <message>
        <source>How it went: being worked out …</source>
        <translation>Wie es lief: wird ausgewertet …</translation>
    </message>
    <message>
        <source>INCA-01, for certificate numbers</source>
        <translation>INCA-01, für Kalibrierscheinnummern</translation>
    </message>
    <message>
        <source>Identify screens</source>
        <translation>Bildschirme zeigen</translation>
    </message>
    <message>
        <source>In a training you enter the answer yourself.</source>
        <translation>Im Training geben Sie die Antwort selbst ein.</translation>
    </message>
    <message>
        <source>In this study nobody may sign for it: use a calibrated instrument, or skip the test.</source>
        <translation>In dieser Studie darf niemand freigeben: nehmen Sie ein kalibriertes Instrument, oder lassen Sie den Test aus.</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instrumente</translation>
    </message>
    <message>
        <source>Is it switched on, on its main screen, its automatic power-off disabled?</source>
        <translation>Ist es eingeschaltet, auf dem Hauptbildschirm, die automatische Abschaltung aus?</translation>
    </message>
    <message>
        <source>It &amp;is the right one …</source>
        <translation>Es &amp;ist das richtige …</translation>
    </message>
    <message>
        <source>It does not lead out of the tolerance.</source>
        <translation>Sie führt nicht aus der Toleranz hinaus.</translation>
    </message>
    <message>
        <source>It goes on at ramp {number}.</source>
        <translation>Weiter bei Rampe {number}.</translation>
    </message>
    <message>
        <source>It goes on at reading {number}, {side}.</source>
        <translation>Weiter bei Ablesung {number}, {side}.</translation>
    </message>
    <message>
        <source>It goes on at stimulus {number}.</source>
        <translation>Weiter bei Reiz {number}.</translation>
    </message>
    <message>
        <source>It goes on at the number for the train of {where}.</source>
        <translation>Weiter bei der Zahl für die Serie ({where}).</translation>
    </message>
    <message>
        <source>It goes on at the question about reading {number}, {side}.</source>
        <translation>Weiter bei der Frage zu Ablesung {number}, {side}.</translation>
    </message>
    <message>
        <source>It goes on at {where}.</source>
        <translation>Weiter bei: {where}.</translation>
    </message>
    <message>
        <source>It goes on where it stood.</source>
        <translation>Weiter, wo es stand.</translation>
    </message>
    <message>
        <source>It is marked “reply layout unconfirmed” until you have compared it with its display.</source>
        <translation>Es gilt als „Antwortformat unbestätigt“, bis Sie es mit seiner Anzeige verglichen haben.</translation>
    </message>
    <message>
        <source>It says {what}.</source>
        <translation>Es meldet {what}.</translation>
    </message>
    <message>
        <source>It sent {what}.</source>
        <translation>Es sendete {what}.</translation>
    </message>
    <message>
        <source>It was ad&amp;justed …</source>
        <translation>Es wurde ju&amp;stiert …</translation>
    </message>
    <message>
        <source>Its certificate</source>
        <translation>Kalibrierschein</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Its number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>KEEP IT</source>
        <translation>BEHALTEN</translation>
    </message>
    <message>
        <source>KEEP IT, BEGIN THE NEXT</source>
        <translation>BEHALTEN, NÄCHSTE RAMPE</translation>
    </message>
    <message>
        <source>Keep the number as typed. Why?</source>
        <translation>Zahl wie eingegeben behalten. Warum?</translation>
    </message>
    <message>
        <source>Keep the reading as typed. Why?</source>
        <translation>Ablesung wie eingegeben behalten. Warum?</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>LOSS</source>
        <translation>VERLUST</translation>
    </message>
    <message>
        <source>LOST</source>
        <translation>ABGEZOGEN</translation>
    </message>
    <message>
        <source>Labels for the stimulus tray</source>
        <translation>Etiketten für das Reiztablett</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>Last digit of its display</source>
        <translation>Letzte Stelle der Anzeige</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Anlernen</translation>
    </message>
    <message>
        <source>Learned: {key} means “{meaning}”, and no longer “{lost}”. Press it again to try it.</source>
        <translation>Angelernt: {key} bedeutet „{meaning}“ und nicht mehr „{lost}“. Zum Ausprobieren noch einmal drücken.</translation>
    </message>
    <message>
        <source>Learned: {key} means “{meaning}”. Press it again to try it.</source>
        <translation>Angelernt: {key} bedeutet „{meaning}“. Zum Ausprobieren noch einmal drücken.</translation>
    </message>
    <message>
        <source>Left out. Why?</source>
        <translation>Ausgelassen. Warum?</translation>
    </message>
    <message>
        <source>Let go of the port, and remember the device no longer.</source>
        <translation>Gibt den Anschluss frei und vergisst das Gerät.</translation>
    </message>
    <message>
        <source>Let go of the port. The device is remembered.</source>
        <translation>Gibt den Anschluss frei. Das Gerät bleibt gemerkt.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Load on it</source>
        <translation>Aufliegende Last</translation>
    </message>
    <message>
        <source>Load: {wrong}.</source>
        <translation>Last: {wrong}.</translation>
    </message>
    <message>
        <source>Loads</source>
        <translation>Lasten</translation>
    </message>
    <message>
        <source>Loads in</source>
        <translation>Lasten in</translation>
    </message>
    <message>
        <source>Loads: {wrong}.</source>
        <translation>Lasten: {wrong}.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>Mean of the first {days} days {mean:.4g} {unit}; warning beyond {warn_low:.4g} to {warn_high:.4g}, stop beyond {stop_low:.4g} to {stop_high:.4g}.</source>
        <translation>Mittel der ersten {days} Tage {mean:.4g} {unit}; Warnung außerhalb von {warn_low:.4g} bis {warn_high:.4g}, Stopp außerhalb von {stop_low:.4g} bis {stop_high:.4g}.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>N&amp;ote …</source>
        <translation>N&amp;otiz …</translation>
    </message>
    <message>
        <source>NO</source>
        <translation>NEIN</translation>
    </message>
    <message>
        <source>NO VERDICT: the sponsor has set no tolerance</source>
        <translation>KEINE BEURTEILUNG: der Sponsor hat keine Toleranz festgelegt</translation>
    </message>
    <message>
        <source>NOT ATTACHED</source>
        <translation>NICHT VERBUNDEN</translation>
    </message>
    <message>
        <source>NOT SET: the sponsor must set it</source>
        <translation>NICHT FESTGELEGT: der Sponsor muss es festlegen</translation>
    </message>
    <message>
        <source>NOT SO</source>
        <translation>STIMMT NICHT</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the set</source>
        <translation>Name des Satzes</translation>
    </message>
    <message>
        <source>Name of the {role}</source>
        <translation>Name ({role})</translation>
    </message>
    <message>
        <source>New to the register: {count} sessions.</source>
        <translation>Neu im Verzeichnis: {count} Sitzungen.</translation>
    </message>
    <message>
        <source>Next due: {day}.</source>
        <translation>Nächste Fälligkeit: {day}.</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Weiter mit: {step}</translation>
    </message>
    <message>
        <source>No answer stands. Taken back: {number}.</source>
        <translation>Keine Antwort gilt. Zurückgenommen: {number}.</translation>
    </message>
    <message>
        <source>No bands: nothing to compare, or no published reading error fits.</source>
        <translation>Keine Bänder: nichts zu vergleichen, oder kein veröffentlichter Ablesefehler passt.</translation>
    </message>
    <message>
        <source>No device is attached. Pressure is then typed from the display of the gauge.</source>
        <translation>Kein Gerät ist verbunden. Der Druck wird dann von der Anzeige abgetippt.</translation>
    </message>
    <message>
        <source>No limit of humidity is set: the sponsor must set it.</source>
        <translation>Keine Feuchtegrenze festgelegt: der Sponsor muss sie festlegen.</translation>
    </message>
    <message>
        <source>No published standard says how long a calibration holds. The sponsor decides.</source>
        <translation>Keine veröffentlichte Norm sagt, wie lange eine Kalibrierung gilt. Der Sponsor entscheidet.</translation>
    </message>
    <message>
        <source>No reading is due: press Enter to close the set.</source>
        <translation>Keine Ablesung steht an: Enter schließt die Messreihe.</translation>
    </message>
    <message>
        <source>No response button is attached as a device.</source>
        <translation>Kein Antwortknopf ist als Gerät verbunden.</translation>
    </message>
    <message>
        <source>No serial port is plugged in. A socket or a path can be typed below.</source>
        <translation>Kein serieller Anschluss ist eingesteckt. Unten kann ein Socket oder Pfad eingegeben werden.</translation>
    </message>
    <message>
        <source>No tolerance is set, so that there is no forecast.</source>
        <translation>Ohne festgelegte Toleranz gibt es keine Prognose.</translation>
    </message>
    <message>
        <source>No visit yet.</source>
        <translation>Noch keine Visite.</translation>
    </message>
    <message>
        <source>Nobody is in the register. Enrol somebody, or let it look for sealed sessions.</source>
        <translation>Im Verzeichnis steht niemand. Nehmen Sie jemanden auf, oder lassen Sie nach versiegelten Sitzungen suchen.</translation>
    </message>
    <message>
        <source>Nobody may sign for its use.</source>
        <translation>Niemand darf die Verwendung freigeben.</translation>
    </message>
    <message>
        <source>Nominal</source>
        <translation>Nennwert</translation>
    </message>
    <message>
        <source>Nominal {mn:g} mN = {gf:.4g} gf</source>
        <translation>Nennwert {mn:g} mN = {gf:.4g} gf</translation>
    </message>
    <message>
        <source>Nominal: {wrong}.</source>
        <translation>Nennwert: {wrong}.</translation>
    </message>
    <message>
        <source>None yet: what is attached by USB is remembered.</source>
        <translation>Noch keine: was per USB verbunden ist, wird gemerkt.</translation>
    </message>
    <message>
        <source>Not in the list: describe it …</source>
        <translation>Nicht in der Liste: beschreiben …</translation>
    </message>
    <message>
        <source>Not saved: {file} ends in none of {ends}.</source>
        <translation>Nicht gespeichert: {file} hat keine der Endungen {ends}.</translation>
    </message>
    <message>
        <source>Not saved: {why}. Choose another folder.</source>
        <translation>Nicht gespeichert: {why}. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Not saved: “{words}”.</source>
        <translation>Nicht gespeichert: „{words}“.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note for the history</source>
        <translation>Notiz für die Historie</translation>
    </message>
    <message>
        <source>Note the conditions  ⏎</source>
        <translation>Bedingungen notieren  ⏎</translation>
    </message>
    <message>
        <source>Noted: {what}.</source>
        <translation>Notiert: {what}.</translation>
    </message>
    <message>
        <source>Nothing answered.</source>
        <translation>Nichts beantwortet.</translation>
    </message>
    <message>
        <source>Nothing can be heard: {why}.</source>
        <translation>Es ist nichts zu hören: {why}.</translation>
    </message>
    <message>
        <source>Nothing is to be touched now.</source>
        <translation>Jetzt ist nichts zu berühren.</translation>
    </message>
    <message>
        <source>Nothing on this computer opens PDF files. The file: {file}</source>
        <translation>Auf diesem Computer öffnet nichts PDF-Dateien. Die Datei: {file}</translation>
    </message>
    <message>
        <source>Nothing was learned.</source>
        <translation>Nichts wurde angelernt.</translation>
    </message>
    <message>
        <source>Number, then Enter</source>
        <translation>Zahl, dann Enter</translation>
    </message>
    <message>
        <source>OPENING</source>
        <translation>WIRD GEÖFFNET</translation>
    </message>
    <message>
        <source>OVERLOAD</source>
        <translation>ÜBERLAST</translation>
    </message>
    <message>
        <source>On the tray</source>
        <translation>Auf dem Tablett</translation>
    </message>
    <message>
        <source>On this line it leaves the tolerance after {day} (forecast).</source>
        <translation>Auf dieser Geraden verlässt es die Toleranz nach dem {day} (Prognose).</translation>
    </message>
    <message>
        <source>One moment: the last entry is not on disk yet.</source>
        <translation>Einen Moment: Der letzte Eintrag ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Open a &amp;visit  ⏎</source>
        <translation>&amp;Visite öffnen  ⏎</translation>
    </message>
    <message>
        <source>Open the PDF  ⏎</source>
        <translation>PDF öffnen  ⏎</translation>
    </message>
    <message>
        <source>Open the visit  ⏎</source>
        <translation>Visite öffnen  ⏎</translation>
    </message>
    <message>
        <source>Open the visit again and resume</source>
        <translation>Visite wieder öffnen und fortsetzen</translation>
    </message>
    <message>
        <source>OptiHair2, 12 hairs</source>
        <translation>OptiHair2, 12 Haare</translation>
    </message>
    <message>
        <source>Other limb</source>
        <translation>Andere Extremität</translation>
    </message>
    <message>
        <source>Out of use for good. Why?</source>
        <translation>Endgültig außer Gebrauch. Warum?</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>P goes on.</source>
        <translation>P setzt fort.</translation>
    </message>
    <message>
        <source>P goes on. A digit says why, if you like.</source>
        <translation>P setzt fort. Eine Ziffer nennt, wenn Sie mögen, den Grund.</translation>
    </message>
    <message>
        <source>PINPRICK</source>
        <translation>PINPRICK</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>ÜBUNG</translation>
    </message>
    <message>
        <source>PRESSING …</source>
        <translation>DRÜCKT …</translation>
    </message>
    <message>
        <source>PRESSURE PROBE</source>
        <translation>DRUCKSTEMPEL</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Teilnehmer/in</translation>
    </message>
    <message>
        <source>Participant entered {value:g}</source>
        <translation>Person hat {value:g} eingegeben</translation>
    </message>
    <message>
        <source>Participant&apos;s screen</source>
        <translation>Teilnehmer-Bildschirm</translation>
    </message>
    <message>
        <source>Participant&apos;s screen asks for the number</source>
        <translation>Teilnehmer-Bildschirm fragt nach der Zahl</translation>
    </message>
    <message>
        <source>Participant&apos;s screen is black</source>
        <translation>Teilnehmer-Bildschirm ist schwarz</translation>
    </message>
    <message>
        <source>Participant:  {says}</source>
        <translation>Person:  {says}</translation>
    </message>
    <message>
        <source>Participant:  …</source>
        <translation>Person:  …</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>Participants …  F3</source>
        <translation>Teilnehmende …  F3</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Paused: {why}</source>
        <translation>Pause: {why}</translation>
    </message>
    <message>
        <source>Pedal, presenter remote, or any button that types a key</source>
        <translation>Pedal, Presenter oder jeder Knopf, der eine Taste sendet</translation>
    </message>
    <message>
        <source>Pedals and presenter remotes …</source>
        <translation>Pedale und Presenter …</translation>
    </message>
    <message>
        <source>Pedals …</source>
        <translation>Pedale …</translation>
    </message>
    <message>
        <source>Perhaps not saved: “{words}”.</source>
        <translation>Vielleicht nicht gespeichert: „{words}“.</translation>
    </message>
    <message>
        <source>Plug it in: it goes on by itself.</source>
        <translation>Wieder einstecken: es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>Port or URL</source>
        <translation>Anschluss oder URL</translation>
    </message>
    <message>
        <source>Ports found; none is opened until you ask</source>
        <translation>Gefundene Anschlüsse; keiner wird ungefragt geöffnet</translation>
    </message>
    <message>
        <source>Press Enter and type the words</source>
        <translation>Enter drücken und den Text eingeben</translation>
    </message>
    <message>
        <source>Press Enter to close the form</source>
        <translation>Enter schließt das Formular</translation>
    </message>
    <message>
        <source>Press Enter to review and close the visit.</source>
        <translation>Enter: Visite durchsehen und schließen.</translation>
    </message>
    <message>
        <source>Press Enter to start.  ↑ ↓ or the list select another step.</source>
        <translation>Enter zum Starten.  ↑ ↓ oder die Liste wählen einen anderen Schritt.</translation>
    </message>
    <message>
        <source>Press Space first: no ramp is armed.</source>
        <translation>Zuerst Leertaste: keine Rampe ist bereit.</translation>
    </message>
    <message>
        <source>Press lightly now, then press the button again.</source>
        <translation>Drücken Sie jetzt leicht, dann noch einmal auf diese Schaltfläche.</translation>
    </message>
    <message>
        <source>Press the pedal or button for “{meaning}” now. Esc: leave it as it is.</source>
        <translation>Drücken Sie jetzt das Pedal oder den Knopf für „{meaning}“. Esc: alles bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Pressed twice: one answer was taken.</source>
        <translation>Zweimal gedrückt: eine Antwort wurde genommen.</translation>
    </message>
    <message>
        <source>Pressed: check now</source>
        <translation>Gedrückt: jetzt prüfen</translation>
    </message>
    <message>
        <source>Probe, cm²</source>
        <translation>Stempel, cm²</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>QST Station: labels for the stimulus tray. Print at 100 %, cut along the lines.</source>
        <translation>QST Station: Etiketten für das Reiztablett. Mit 100 % drucken, an den Linien schneiden.</translation>
    </message>
    <message>
        <source>READ ALOUD</source>
        <translation>VORLESEN</translation>
    </message>
    <message>
        <source>READ ALOUD   [T] all words</source>
        <translation>VORLESEN   [T] ganzer Text</translation>
    </message>
    <message>
        <source>RELEASE</source>
        <translation>LOSLASSEN</translation>
    </message>
    <message>
        <source>REPEAT</source>
        <translation>WIEDERHOLEN</translation>
    </message>
    <message>
        <source>REPEAT IT</source>
        <translation>WIEDERHOLEN</translation>
    </message>
    <message>
        <source>RESPONSE</source>
        <translation>REAKTION</translation>
    </message>
    <message>
        <source>REST {seconds} s</source>
        <translation>RUHE {seconds} s</translation>
    </message>
    <message>
        <source>REST. Then: {what}</source>
        <translation>RUHE. Dann: {what}</translation>
    </message>
    <message>
        <source>REVIEW</source>
        <translation>DURCHSICHT</translation>
    </message>
    <message>
        <source>Re&amp;tire …</source>
        <translation>Aus&amp;mustern …</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Read in</source>
        <translation>Gelesen in</translation>
    </message>
    <message>
        <source>Reading {number} does not count. Why?</source>
        <translation>Messwert {number} zählt nicht. Warum?</translation>
    </message>
    <message>
        <source>Reads in</source>
        <translation>Messwerte in</translation>
    </message>
    <message>
        <source>Register  ⏎</source>
        <translation>Registrieren  ⏎</translation>
    </message>
    <message>
        <source>Registered as</source>
        <translation>Registriert als</translation>
    </message>
    <message>
        <source>Relative humidity, %</source>
        <translation>Relative Feuchte, %</translation>
    </message>
    <message>
        <source>Release first: nothing begins while the alarm is shown.</source>
        <translation>Erst loslassen: Solange der Alarm angezeigt wird, beginnt nichts.</translation>
    </message>
    <message>
        <source>Release: {reason}</source>
        <translation>Loslassen: {reason}</translation>
    </message>
    <message>
        <source>Remembered devices</source>
        <translation>Gemerkte Geräte</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Research output, not for diagnosis</source>
        <translation>Forschungsergebnis, nicht zur Diagnose</translation>
    </message>
    <message>
        <source>Research output, not for diagnosis.</source>
        <translation>Forschungsergebnis, nicht zur Diagnose.</translation>
    </message>
    <message>
        <source>Response button {names}: press it to try it.</source>
        <translation>Antwortknopf {names}: zum Ausprobieren drücken.</translation>
    </message>
    <message>
        <source>Resume at the exact next stimulus</source>
        <translation>Genau beim nächsten Reiz fortsetzen</translation>
    </message>
    <message>
        <source>Review. Enter: sign and close the visit.</source>
        <translation>Durchsicht. Enter: Visite unterschreiben und schließen.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Round probe</source>
        <translation>Runder Stempel</translation>
    </message>
    <message>
        <source>SEM {sem} cm ({segment}, {reader} reader, {source}; {sample}; {grade})</source>
        <translation>SEM {sem} cm ({segment}, ablesende Person: {reader}, {source}; {sample}; {grade})</translation>
    </message>
    <message>
        <source>SILENT</source>
        <translation>STUMM</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULIERT</translation>
    </message>
    <message>
        <source>SIMULATED: not a participant</source>
        <translation>SIMULIERT: keine teilnehmende Person</translation>
    </message>
    <message>
        <source>START</source>
        <translation>START</translation>
    </message>
    <message>
        <source>START THE TRAIN</source>
        <translation>SERIE STARTEN</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>STOPP</translation>
    </message>
    <message>
        <source>STOPPED. 1 answer of {test} is saved.</source>
        <translation>GESTOPPT. 1 Antwort von {test} ist gespeichert.</translation>
    </message>
    <message>
        <source>STOPPED. No answer of {test} stands.</source>
        <translation>GESTOPPT. Keine Antwort von {test} gilt.</translation>
    </message>
    <message>
        <source>STOPPED. Why?</source>
        <translation>GESTOPPT. Warum?</translation>
    </message>
    <message>
        <source>STOPPED. {number} answers of {test} are saved.</source>
        <translation>GESTOPPT. {number} Antworten von {test} sind gespeichert.</translation>
    </message>
    <message>
        <source>STOPPED. {test} had no answer yet.</source>
        <translation>GESTOPPT. {test} hatte noch keine Antwort.</translation>
    </message>
    <message>
        <source>STROKE</source>
        <translation>STREICHEN</translation>
    </message>
    <message>
        <source>Same on display</source>
        <translation>Anzeige stimmt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Gespeichert: {file}</translation>
    </message>
    <message>
        <source>Saved: {path}. Print it at 100 %, cut it out, and put the labels on the tray.</source>
        <translation>Gespeichert: {path}. Drucken Sie es mit 100 %, schneiden Sie die Etiketten aus, und legen Sie sie auf das Tablett.</translation>
    </message>
    <message>
        <source>Say first why it was stopped; an empty Enter there leaves it open.</source>
        <translation>Sagen Sie zuerst, warum gestoppt wurde; Eingabe ohne Text lässt es offen.</translation>
    </message>
    <message>
        <source>Say how the item looks: clean, straight, tip intact.</source>
        <translation>Beschreiben Sie das Instrument: sauber, gerade, Spitze unversehrt.</translation>
    </message>
    <message>
        <source>Say whether the probe is round and flat.</source>
        <translation>Geben Sie an, ob der Stempel rund und eben ist.</translation>
    </message>
    <message>
        <source>Sc&amp;hedule</source>
        <translation>Zeit&amp;plan</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Versiegeln</translation>
    </message>
    <message>
        <source>Seal as interrupted</source>
        <translation>Als unterbrochen versiegeln</translation>
    </message>
    <message>
        <source>Sealing and verifying the file …</source>
        <translation>Die Datei wird versiegelt und geprüft …</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seen  F2</source>
        <translation>Gesehen  F2</translation>
    </message>
    <message>
        <source>Seen  F2
{count} more</source>
        <translation>Gesehen  F2
{count} weitere</translation>
    </message>
    <message>
        <source>Selected: {step}</source>
        <translation>Gewählt: {step}</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Serial or lot</source>
        <translation>Serien- oder Chargennummer</translation>
    </message>
    <message>
        <source>Set-up of this place</source>
        <translation>Einrichtung dieses Platzes</translation>
    </message>
    <message>
        <source>Set-up …</source>
        <translation>Einrichtung …</translation>
    </message>
    <message>
        <source>Setting: {wrong}.</source>
        <translation>Einstellung: {wrong}.</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Shaded: {baseline} ± MDC95 (side 1.96·√2·SEM, difference 1.96·2·SEM). {inputs}.</source>
        <translation>Schattiert: {baseline} ± MDC95 (Seite 1.96·√2·SEM, Differenz 1.96·2·SEM). {inputs}.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Si&amp;gn and enter  ⏎</source>
        <translation>Unterschreiben und ei&amp;ntragen  ⏎</translation>
    </message>
    <message>
        <source>Si&amp;gn and issue  ⏎</source>
        <translation>Unterschreiben und ausst&amp;ellen  ⏎</translation>
    </message>
    <message>
        <source>Sign and close the visit: type your initials</source>
        <translation>Visite unterschreiben und schließen: Initialen eingeben</translation>
    </message>
    <message>
        <source>Sign for</source>
        <translation>Freigeben für</translation>
    </message>
    <message>
        <source>Simulated participant says:  {what}</source>
        <translation>Simulierte Person sagt:  {what}</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Zentrum</translation>
    </message>
    <message>
        <source>Site prefix</source>
        <translation>Vorsilbe des Zentrums</translation>
    </message>
    <message>
        <source>Size and language change when the window starts anew.</source>
        <translation>Größe und Sprache ändern sich, wenn das Fenster neu startet.</translation>
    </message>
    <message>
        <source>Size of its text</source>
        <translation>Textgröße dort</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Skip {step}. Why?</source>
        <translation>{step} auslassen. Warum?</translation>
    </message>
    <message>
        <source>Sound is off: the pace is only seen.</source>
        <translation>Ton ist aus: der Takt ist nur zu sehen.</translation>
    </message>
    <message>
        <source>Sound is on.</source>
        <translation>Ton ist an.</translation>
    </message>
    <message>
        <source>Sound of the pace</source>
        <translation>Ton des Takts</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>Ton an oder aus</translation>
    </message>
    <message>
        <source>Source of the nominal value</source>
        <translation>Quelle des Nennwerts</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Start the engine again and resume</source>
        <translation>Messprogramm neu starten und fortsetzen</translation>
    </message>
    <message>
        <source>Start the window anew</source>
        <translation>Fenster neu starten</translation>
    </message>
    <message>
        <source>T&amp;ype it</source>
        <translation>&amp;Eintippen</translation>
    </message>
    <message>
        <source>T: it was read.   Esc: back without a tick.</source>
        <translation>T: vorgelesen.   Esc: zurück ohne Haken.</translation>
    </message>
    <message>
        <source>TAKE {girth:.1f} cm</source>
        <translation>{girth:.1f} cm NEHMEN</translation>
    </message>
    <message>
        <source>TAKE {number} {unit}</source>
        <translation>{number} {unit} ÜBERNEHMEN</translation>
    </message>
    <message>
        <source>TRAIN</source>
        <translation>SERIE</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>TRAINING</translation>
    </message>
    <message>
        <source>TUNING FORK</source>
        <translation>STIMMGABEL</translation>
    </message>
    <message>
        <source>TYPE AGAIN</source>
        <translation>NEU TIPPEN</translation>
    </message>
    <message>
        <source>TYPE THE WORDS</source>
        <translation>TEXT EINGEBEN</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take down what is sent and received, for a request for support.</source>
        <translation>Schneidet Gesendetes und Empfangenes für eine Support-Anfrage mit.</translation>
    </message>
    <message>
        <source>Take in a text of this site …</source>
        <translation>Text dieses Zentrums einlesen …</translation>
    </message>
    <message>
        <source>Taken back after it: {number}.</source>
        <translation>Danach zurückgenommen: {number}.</translation>
    </message>
    <message>
        <source>Taken back: ramp {number}.</source>
        <translation>Zurückgenommen: Rampe {number}.</translation>
    </message>
    <message>
        <source>Taken back: the number of single touch {number}.</source>
        <translation>Zurückgenommen: die Zahl der Einzelberührung {number}.</translation>
    </message>
    <message>
        <source>Taken back: the number of single touch {number}. The train was cut.</source>
        <translation>Zurückgenommen: die Zahl der Einzelberührung {number}. Die Serie wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Taken back: the number of stimulus {number}.</source>
        <translation>Zurückgenommen: die Zahl zu Reiz {number}.</translation>
    </message>
    <message>
        <source>Taken back: the number of train {number}.</source>
        <translation>Zurückgenommen: die Zahl der Serie {number}.</translation>
    </message>
    <message>
        <source>Taken back: {stimulus}, {answer}.</source>
        <translation>Zurückgenommen: {stimulus}, {answer}.</translation>
    </message>
    <message>
        <source>Taken in: {name}. The start screen offers it from now on.</source>
        <translation>Eingelesen: {name}. Das Startbild bietet ihn ab jetzt an.</translation>
    </message>
    <message>
        <source>Tap H, or this strip, with every beat.</source>
        <translation>H oder diesen Streifen bei jedem Taktschlag antippen.</translation>
    </message>
    <message>
        <source>Temperature, °C</source>
        <translation>Temperatur, °C</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Text to read aloud</source>
        <translation>Text zum Vorlesen</translation>
    </message>
    <message>
        <source>The balance</source>
        <translation>Die Waage</translation>
    </message>
    <message>
        <source>The calliper</source>
        <translation>Der Messschieber</translation>
    </message>
    <message>
        <source>The check mass</source>
        <translation>Das Prüfgewicht</translation>
    </message>
    <message>
        <source>The day is written like 2027-05-02.</source>
        <translation>Der Tag wird wie 2027-05-02 geschrieben.</translation>
    </message>
    <message>
        <source>The division: {wrong}.</source>
        <translation>Ziffernschritt: {wrong}.</translation>
    </message>
    <message>
        <source>The engine is starting …</source>
        <translation>Das Messprogramm startet …</translation>
    </message>
    <message>
        <source>The number of the single touch is kept. It goes on at the train of {where}.</source>
        <translation>Die Zahl der Einzelberührung bleibt erhalten. Weiter bei der Serie ({where}).</translation>
    </message>
    <message>
        <source>The participant is asked for no number now.</source>
        <translation>Gerade wird keine Zahl erfragt.</translation>
    </message>
    <message>
        <source>The participant&apos;s screen is not connected. Type the numbers here, or choose another screen.</source>
        <translation>Der Teilnehmer-Bildschirm ist nicht verbunden. Geben Sie die Zahlen hier ein, oder wählen Sie einen anderen Bildschirm.</translation>
    </message>
    <message>
        <source>The participant&apos;s screen is the one you work on: it stays closed. Move this window away.</source>
        <translation>Der Teilnehmer-Bildschirm ist der, an dem Sie arbeiten: er bleibt zu. Schieben Sie dieses Fenster weg.</translation>
    </message>
    <message>
        <source>The participant&apos;s screen shows the same as yours: it stays closed. Do not mirror the screens.</source>
        <translation>Der Teilnehmer-Bildschirm zeigt dasselbe wie Ihrer: er bleibt zu. Spiegeln Sie die Bildschirme nicht.</translation>
    </message>
    <message>
        <source>The participant&apos;s window could not be put on its screen. Type the numbers here.</source>
        <translation>Das Teilnehmerfenster kam nicht auf seinen Bildschirm. Geben Sie die Zahlen hier ein.</translation>
    </message>
    <message>
        <source>The question to {port} was taken back.</source>
        <translation>Die Frage an {port} wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>The ramp has just ended: press Space again for the next one.</source>
        <translation>Die Rampe ist gerade zu Ende: Leertaste noch einmal für die nächste.</translation>
    </message>
    <message>
        <source>The reference loads</source>
        <translation>Die Referenzlasten</translation>
    </message>
    <message>
        <source>The register is empty. Add a set or an instrument first.</source>
        <translation>Das Verzeichnis ist leer. Fügen Sie zuerst einen Satz oder ein Instrument hinzu.</translation>
    </message>
    <message>
        <source>The room</source>
        <translation>Der Raum</translation>
    </message>
    <message>
        <source>The simulated participant is getting ready …</source>
        <translation>Die simulierte Person macht sich bereit …</translation>
    </message>
    <message>
        <source>The simulated participant is ready</source>
        <translation>Die simulierte Person ist bereit</translation>
    </message>
    <message>
        <source>The simulated participant says nothing now.</source>
        <translation>Die simulierte Person sagt gerade nichts.</translation>
    </message>
    <message>
        <source>The simulated world cannot answer: {why}</source>
        <translation>Die Simulation kann nicht antworten: {why}</translation>
    </message>
    <message>
        <source>The simulated world has ended: {why}</source>
        <translation>Die Simulation ist zu Ende: {why}</translation>
    </message>
    <message>
        <source>The sponsor has not set: {names}</source>
        <translation>Vom Sponsor nicht festgelegt: {names}</translation>
    </message>
    <message>
        <source>The steel rule</source>
        <translation>Das Stahllineal</translation>
    </message>
    <message>
        <source>The step has just ended: press {key} again to go on.</source>
        <translation>Der Schritt ist gerade zu Ende: zum Fortfahren noch einmal {key} drücken.</translation>
    </message>
    <message>
        <source>The test can be repeated.</source>
        <translation>Der Test kann wiederholt werden.</translation>
    </message>
    <message>
        <source>The visit is run by {who}: type these initials to sign.</source>
        <translation>Die Visite führt {who}: unterschreiben Sie mit diesen Initialen.</translation>
    </message>
    <message>
        <source>The visit is sealed; nothing of it is left to do.</source>
        <translation>Die Visite ist versiegelt; für sie ist nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>The window has just come back. Esc once more stops the test.</source>
        <translation>Das Fenster ist eben erst zurückgekommen. Noch einmal Esc stoppt den Test.</translation>
    </message>
    <message>
        <source>The words belong to the step that is due: select it first.</source>
        <translation>Der Text gehört zum Schritt, der ansteht: zuerst diesen auswählen.</translation>
    </message>
    <message>
        <source>There is no device {name}. Attach it first.</source>
        <translation>Es gibt kein Gerät {name}. Verbinden Sie es zuerst.</translation>
    </message>
    <message>
        <source>There is no entry to correct.</source>
        <translation>Es gibt keinen Eintrag zu berichtigen.</translation>
    </message>
    <message>
        <source>There is no reading to exclude.</source>
        <translation>Es gibt keine Ablesung auszuschließen.</translation>
    </message>
    <message>
        <source>There is nothing to read aloud now.</source>
        <translation>Jetzt gibt es nichts vorzulesen.</translation>
    </message>
    <message>
        <source>There is one screen. G hands this window over whenever a number is asked for.</source>
        <translation>Es gibt nur einen Bildschirm. G übergibt dieses Fenster, wenn eine Zahl erfragt wird.</translation>
    </message>
    <message>
        <source>There was no answer yet.</source>
        <translation>Es gab noch keine Antwort.</translation>
    </message>
    <message>
        <source>This button types a combination of keys. Set the pedal to one key: F13, say. A presenter remote has other buttons.</source>
        <translation>Dieser Knopf sendet eine Tastenkombination. Stellen Sie das Pedal auf eine einzelne Taste, etwa F13. Ein Presenter hat andere Knöpfe.</translation>
    </message>
    <message>
        <source>This has been ticked as read.</source>
        <translation>Das ist schon als vorgelesen abgehakt.</translation>
    </message>
    <message>
        <source>This key types {typed}, which ratings and readings need. Set the pedal to F13; on a presenter remote take another of its buttons, page up or down.</source>
        <translation>Diese Taste tippt {typed}, das für Bewertungen und Ablesungen gebraucht wird. Stellen Sie das Pedal auf F13; am Presenter nehmen Sie eine andere Taste, Bild auf oder ab.</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Tablett</translation>
    </message>
    <message>
        <source>Tray card as PDF …</source>
        <translation>Tablettkarte als PDF …</translation>
    </message>
    <message>
        <source>Tre&amp;nd</source>
        <translation>Tre&amp;nd</translation>
    </message>
    <message>
        <source>Trials saved: {trials}, voided: {voided} · notes: {notes}</source>
        <translation>Durchgänge gespeichert: {trials}, ungültig: {voided} · Notizen: {notes}</translation>
    </message>
    <message>
        <source>Try it: enter any number.</source>
        <translation>Ausprobieren: irgendeine Zahl eingeben.</translation>
    </message>
    <message>
        <source>Try the keypad</source>
        <translation>Ziffernfeld ausprobieren</translation>
    </message>
    <message>
        <source>Try the line</source>
        <translation>Linie ausprobieren</translation>
    </message>
    <message>
        <source>Try the sound</source>
        <translation>Ton probieren</translation>
    </message>
    <message>
        <source>Type a name for the set.</source>
        <translation>Geben Sie dem Satz einen Namen.</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>Type a number first.</source>
        <translation>Geben Sie zuerst eine Zahl ein.</translation>
    </message>
    <message>
        <source>Type the day: 2026-05-02.</source>
        <translation>Geben Sie den Tag ein: 2026-05-02.</translation>
    </message>
    <message>
        <source>Type the examiner&apos;s initials first.</source>
        <translation>Geben Sie zuerst die Initialen der untersuchenden Person ein.</translation>
    </message>
    <message>
        <source>Type the laboratory.</source>
        <translation>Geben Sie das Labor ein.</translation>
    </message>
    <message>
        <source>Type the loads, separated by blanks.</source>
        <translation>Geben Sie die Lasten durch Leerzeichen getrennt ein.</translation>
    </message>
    <message>
        <source>Type the model.</source>
        <translation>Geben Sie das Modell ein.</translation>
    </message>
    <message>
        <source>Type the participant&apos;s id.</source>
        <translation>Geben Sie die Teilnehmerkennung ein.</translation>
    </message>
    <message>
        <source>Type the prefix of the certificate numbers of this site.</source>
        <translation>Geben Sie die Vorsilbe der Kalibrierscheinnummern dieses Zentrums ein.</translation>
    </message>
    <message>
        <source>Type the serial number or the lot.</source>
        <translation>Geben Sie Serien- oder Chargennummer ein.</translation>
    </message>
    <message>
        <source>Type the source.</source>
        <translation>Geben Sie die Quelle ein.</translation>
    </message>
    <message>
        <source>Type who decided it.</source>
        <translation>Geben Sie ein, wer es festgelegt hat.</translation>
    </message>
    <message>
        <source>Type who owns it.</source>
        <translation>Geben Sie ein, wem es gehört.</translation>
    </message>
    <message>
        <source>Type your initials first.</source>
        <translation>Geben Sie zuerst Ihre Initialen ein.</translation>
    </message>
    <message>
        <source>Type your initials.</source>
        <translation>Geben Sie Ihre Initialen ein.</translation>
    </message>
    <message>
        <source>UNVERIFIED default</source>
        <translation>UNGEPRÜFTE Voreinstellung</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Uncertainty budget of the {quantity}, {unit}: u c = {combined:.3g}, k = {k:.2f}, U = {expanded:.2g}</source>
        <translation>Unsicherheitsbudget ({quantity}), {unit}: u c = {combined:.3g}, k = {k:.2f}, U = {expanded:.2g}</translation>
    </message>
    <message>
        <source>Unfinished visits</source>
        <translation>Nicht beendete Visiten</translation>
    </message>
    <message>
        <source>Unfinished: {what}</source>
        <translation>Nicht beendet: {what}</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Unverified defaults: {what}</source>
        <translation>Ungeprüfte Voreinstellungen: {what}</translation>
    </message>
    <message>
        <source>Unverified defaults: {which}</source>
        <translation>Ungeprüfte Voreinstellungen: {which}</translation>
    </message>
    <message>
        <source>Use this standard  ⏎</source>
        <translation>Bezugsnormal verwenden  ⏎</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Verwendet für</translation>
    </message>
    <message>
        <source>VON FREY HAIR</source>
        <translation>VON-FREY-HAAR</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Value of the mass</source>
        <translation>Wert des Gewichts</translation>
    </message>
    <message>
        <source>Value: {wrong}.</source>
        <translation>Wert: {wrong}.</translation>
    </message>
    <message>
        <source>Values stay hidden while a step is left to do.</source>
        <translation>Werte bleiben verborgen, solange noch ein Schritt zu tun ist.</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>WAIT</source>
        <translation>WARTEN</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Was bekannt ist</translation>
    </message>
    <message>
        <source>What is wrong with it?</source>
        <translation>Was stimmt damit nicht?</translation>
    </message>
    <message>
        <source>What it &amp;rests on</source>
        <translation>&amp;Worauf es beruht</translation>
    </message>
    <message>
        <source>What was done to it? Another round of readings follows.</source>
        <translation>Was wurde daran gemacht? Eine weitere Messrunde folgt.</translation>
    </message>
    <message>
        <source>Which attempt counts instead?</source>
        <translation>Welcher Versuch zählt stattdessen?</translation>
    </message>
    <message>
        <source>Who signs for it?</source>
        <translation>Wer gibt es frei?</translation>
    </message>
    <message>
        <source>Why does attempt {number} count?</source>
        <translation>Warum zählt Versuch {number}?</translation>
    </message>
    <message>
        <source>Why is it used all the same?</source>
        <translation>Warum wird es trotzdem verwendet?</translation>
    </message>
    <message>
        <source>Why? No names.</source>
        <translation>Warum? Keine Namen.</translation>
    </message>
    <message>
        <source>Without a screen G hands this window over whenever a number is asked for.</source>
        <translation>Ohne Bildschirm übergibt G dieses Fenster, wenn eine Zahl erfragt wird.</translation>
    </message>
    <message>
        <source>Words to read aloud</source>
        <translation>Worte zum Vorlesen</translation>
    </message>
    <message>
        <source>X corrects the last, ↑ selects an earlier one.</source>
        <translation>X berichtigt den letzten, ↑ wählt einen früheren.</translation>
    </message>
    <message>
        <source>X corrects: {question}</source>
        <translation>X berichtigt: {question}</translation>
    </message>
    <message>
        <source>YES</source>
        <translation>JA</translation>
    </message>
    <message>
        <source>You run the tests on a simulated participant: your hand touches and presses while you hold H, the participant answers, and you enter the answer. At the end you are told how it went. A training is practice and never counts as data. Devices that are attached are let go: a training brings its own.</source>
        <translation>Sie führen die Tests an einer simulierten Person durch: Ihre Hand berührt und drückt, solange Sie H halten, die Person antwortet, und Sie geben die Antwort ein. Am Ende erfahren Sie, wie es lief. Ein Training ist Übung und zählt nie als Daten. Verbundene Geräte werden getrennt: ein Training bringt eigene mit.</translation>
    </message>
    <message>
        <source>You should hear a tone.</source>
        <translation>Sie sollten einen Ton hören.</translation>
    </message>
    <message>
        <source>Your initials</source>
        <translation>Ihre Initialen</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>[A]  enter what the participant says</source>
        <translation>[A]  eingeben, was die Person sagt</translation>
    </message>
    <message>
        <source>[H]  let the simulated hand press</source>
        <translation>[H]  simulierte Hand drücken lassen</translation>
    </message>
    <message>
        <source>a line as the gauge sends it</source>
        <translation>eine Zeile, wie das Gerät sie sendet</translation>
    </message>
    <message>
        <source>a ramp is running</source>
        <translation>eine Rampe läuft</translation>
    </message>
    <message>
        <source>a share of the value</source>
        <translation>ein Anteil des Werts</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>adverse sensation</source>
        <translation>unerw. Empfindung</translation>
    </message>
    <message>
        <source>affected</source>
        <translation>betroffen</translation>
    </message>
    <message>
        <source>affected limb</source>
        <translation>betroffene Extremität</translation>
    </message>
    <message>
        <source>affected side</source>
        <translation>betroffene Seite</translation>
    </message>
    <message>
        <source>affected, estimated (95 %)</source>
        <translation>betroffen, geschätzt (95 %)</translation>
    </message>
    <message>
        <source>affected: {limb}</source>
        <translation>betroffen: {limb}</translation>
    </message>
    <message>
        <source>age in years</source>
        <translation>Alter in Jahren</translation>
    </message>
    <message>
        <source>air conditioning off</source>
        <translation>Klimaanlage aus</translation>
    </message>
    <message>
        <source>alarm of a ramp</source>
        <translation>Alarm der Rampe</translation>
    </message>
    <message>
        <source>all or none</source>
        <translation>alle oder keine</translation>
    </message>
    <message>
        <source>always heard</source>
        <translation>immer hörbar</translation>
    </message>
    <message>
        <source>amended</source>
        <translation>berichtigt</translation>
    </message>
    <message>
        <source>amputated</source>
        <translation>amputiert</translation>
    </message>
    <message>
        <source>an UNVERIFIED default</source>
        <translation>eine UNGEPRÜFTE Voreinstellung</translation>
    </message>
    <message>
        <source>ankle</source>
        <translation>Sprunggelenk</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>answer in words</source>
        <translation>Antwort in Worten</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>area</source>
        <translation>Areal</translation>
    </message>
    <message>
        <source>as certified</source>
        <translation>laut Kalibrierschein</translation>
    </message>
    <message>
        <source>as it is today</source>
        <translation>wie es heute ist</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>asked, and what was measured for it</source>
        <translation>gefragt, und was dazu gemessen wurde</translation>
    </message>
    <message>
        <source>assessments</source>
        <translation>Untersuchungen</translation>
    </message>
    <message>
        <source>at {port}</source>
        <translation>an {port}</translation>
    </message>
    <message>
        <source>attach {device} at {port}</source>
        <translation>{device} an {port} verbinden</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>attempt {number} at minute {time}, answers: {answers}</source>
        <translation>Versuch {number} in Minute {time}, Antworten: {answers}</translation>
    </message>
    <message>
        <source>attempt {number} at minute {time}: {state}, answers: {answers}</source>
        <translation>Versuch {number} in Minute {time}: {state}, Antworten: {answers}</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>attended</source>
        <translation>erschienen</translation>
    </message>
    <message>
        <source>back</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>back to the examiner</source>
        <translation>zurück an Untersucher/in</translation>
    </message>
    <message>
        <source>back to the review</source>
        <translation>zurück zur Durchsicht</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>Waage</translation>
    </message>
    <message>
        <source>balance not usable</source>
        <translation>Waage unbrauchbar</translation>
    </message>
    <message>
        <source>battery {level}</source>
        <translation>Batterie {level}</translation>
    </message>
    <message>
        <source>baud rate</source>
        <translation>Baudrate</translation>
    </message>
    <message>
        <source>baud rate and format</source>
        <translation>Baudrate und Format</translation>
    </message>
    <message>
        <source>before at {port}</source>
        <translation>vorher an {port}</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>beginnen</translation>
    </message>
    <message>
        <source>begin, and the response to pressure</source>
        <translation>beginnen, und die Reaktion auf Druck</translation>
    </message>
    <message>
        <source>bent</source>
        <translation>verbogen</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>blocked: {why} {remedy}</source>
        <translation>gesperrt: {why} {remedy}</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>burr</source>
        <translation>Grat</translation>
    </message>
    <message>
        <source>button: {name}</source>
        <translation>Knopf: {name}</translation>
    </message>
    <message>
        <source>calibrate again after days</source>
        <translation>neu kalibrieren nach Tagen</translation>
    </message>
    <message>
        <source>calibrate every {days} days</source>
        <translation>alle {days} Tage kalibrieren</translation>
    </message>
    <message>
        <source>calibrator</source>
        <translation>kalibrierende Person</translation>
    </message>
    <message>
        <source>came when something else was due ({due}); kept, not used</source>
        <translation>kam, als etwas anderes anstand ({due}); aufbewahrt, nicht verwendet</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>abbrechen</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Kalibrierschein</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>Kalibrierscheine</translation>
    </message>
    <message>
        <source>change above MDC95</source>
        <translation>Veränderung über MDC95</translation>
    </message>
    <message>
        <source>change affected</source>
        <translation>Veränderung betroffen</translation>
    </message>
    <message>
        <source>change difference</source>
        <translation>Veränderung Differenz</translation>
    </message>
    <message>
        <source>check every {days} days</source>
        <translation>alle {days} Tage prüfen</translation>
    </message>
    <message>
        <source>check on each day of use</source>
        <translation>an jedem Verwendungstag prüfen</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>choose a set of hairs</source>
        <translation>Satz Haare wählen</translation>
    </message>
    <message>
        <source>choose a set of pinpricks</source>
        <translation>Satz Pinpricks wählen</translation>
    </message>
    <message>
        <source>choose a site</source>
        <translation>Zentrum wählen</translation>
    </message>
    <message>
        <source>choose a visit</source>
        <translation>Visite wählen</translation>
    </message>
    <message>
        <source>choose the gauge …</source>
        <translation>Gerät wählen …</translation>
    </message>
    <message>
        <source>choose your role</source>
        <translation>Rolle wählen</translation>
    </message>
    <message>
        <source>circle</source>
        <translation>Kreis</translation>
    </message>
    <message>
        <source>clean, straight, tip intact</source>
        <translation>sauber, gerade, Spitze unversehrt</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>condition of the item</source>
        <translation>Zustand des Instruments</translation>
    </message>
    <message>
        <source>conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>contacted</source>
        <translation>kontaktiert</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>control</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>control area</source>
        <translation>Kontrollareal</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>berichtigen</translation>
    </message>
    <message>
        <source>count another</source>
        <translation>anderen zählen</translation>
    </message>
    <message>
        <source>course</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>course: {values}</source>
        <translation>Verlauf: {values}</translation>
    </message>
    <message>
        <source>cross</source>
        <translation>Kreuz</translation>
    </message>
    <message>
        <source>daily check is good for days</source>
        <translation>Tagesprüfung gilt Tage</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>data manager</source>
        <translation>Datenmanagement</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>day 0 ± MDC95; z: within ±1.96</source>
        <translation>Tag 0 ± MDC95; z: innerhalb ±1.96</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>days before that day</source>
        <translation>Tage vor jenem Tag</translation>
    </message>
    <message>
        <source>days; 1: each day of use</source>
        <translation>Tage; 1: jeder Verwendungstag</translation>
    </message>
    <message>
        <source>days; empty: no end</source>
        <translation>Tage; leer: ohne Ende</translation>
    </message>
    <message>
        <source>decided by</source>
        <translation>festgelegt von</translation>
    </message>
    <message>
        <source>decided by: sponsor</source>
        <translation>festgelegt von: Sponsor</translation>
    </message>
    <message>
        <source>details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>device checked</source>
        <translation>Gerät geprüft</translation>
    </message>
    <message>
        <source>device failed</source>
        <translation>Gerät ausgefallen</translation>
    </message>
    <message>
        <source>device not available</source>
        <translation>Gerät nicht verfügbar</translation>
    </message>
    <message>
        <source>device not ready</source>
        <translation>Gerät nicht bereit</translation>
    </message>
    <message>
        <source>device that is read</source>
        <translation>abgelesenes Gerät</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>diamond</source>
        <translation>Raute</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>difference {percent} % since day 0</source>
        <translation>Differenz {percent} % seit Tag 0</translation>
    </message>
    <message>
        <source>digits, comma or dot</source>
        <translation>Ziffern, Komma oder Punkt</translation>
    </message>
    <message>
        <source>dirty</source>
        <translation>schmutzig</translation>
    </message>
    <message>
        <source>division of its display</source>
        <translation>Ziffernschritt der Anzeige</translation>
    </message>
    <message>
        <source>dominant hand</source>
        <translation>dominante Hand</translation>
    </message>
    <message>
        <source>dominant: {hand}</source>
        <translation>dominant: {hand}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>draught</source>
        <translation>Zugluft</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>due now, or next</source>
        <translation>fällig/nächste</translation>
    </message>
    <message>
        <source>due soon before, days</source>
        <translation>bald fällig, Tage vorher</translation>
    </message>
    <message>
        <source>earlier entry</source>
        <translation>früherer Eintrag</translation>
    </message>
    <message>
        <source>electronic von Frey</source>
        <translation>elektronischer von-Frey-Test</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>empty: another participant every time</source>
        <translation>leer: jedes Mal eine andere Person</translation>
    </message>
    <message>
        <source>empty: every line says its own</source>
        <translation>leer: jede Zeile nennt ihre eigene</translation>
    </message>
    <message>
        <source>empty: it talks unasked; or R\r</source>
        <translation>leer: es sendet von selbst; oder R\r</translation>
    </message>
    <message>
        <source>end of a line</source>
        <translation>Zeilenende</translation>
    </message>
    <message>
        <source>end the visit</source>
        <translation>Visite beenden</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>enrolled</source>
        <translation>aufgenommen</translation>
    </message>
    <message>
        <source>enter what is said</source>
        <translation>eingeben, was gesagt wird</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>entry in the register of instruments</source>
        <translation>Eintrag im Instrumentenverzeichnis</translation>
    </message>
    <message>
        <source>estimated volumes by visit</source>
        <translation>geschätzte Volumen je Visite</translation>
    </message>
    <message>
        <source>every one of this test</source>
        <translation>alle dieses Tests</translation>
    </message>
    <message>
        <source>every question has its entry</source>
        <translation>jede Frage hat einen Eintrag</translation>
    </message>
    <message>
        <source>examiner</source>
        <translation>Untersucher/in</translation>
    </message>
    <message>
        <source>examiner&apos;s initials</source>
        <translation>Initialen Untersucher/in</translation>
    </message>
    <message>
        <source>exclude last</source>
        <translation>letzte ausschließen</translation>
    </message>
    <message>
        <source>exclude {side} {repeat}</source>
        <translation>{side} {repeat} ausschließen</translation>
    </message>
    <message>
        <source>excluded: {why}</source>
        <translation>ausgeschlossen: {why}</translation>
    </message>
    <message>
        <source>felt, sharp</source>
        <translation>gespürt, spitz</translation>
    </message>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>find</source>
        <translation>suchen</translation>
    </message>
    <message>
        <source>first touch in {seconds:.0f}</source>
        <translation>erste Berührung in {seconds:.0f}</translation>
    </message>
    <message>
        <source>flat, 0.25 mm</source>
        <translation>flach, 0.25 mm</translation>
    </message>
    <message>
        <source>foot</source>
        <translation>Fuß</translation>
    </message>
    <message>
        <source>for changes</source>
        <translation>für Änderungen</translation>
    </message>
    <message>
        <source>for {tests} on {area:g} cm²</source>
        <translation>für {tests} auf {area:g} cm²</translation>
    </message>
    <message>
        <source>force against time with the lane to follow</source>
        <translation>Kraft über der Zeit mit dem Zielband</translation>
    </message>
    <message>
        <source>force gauge, algometer</source>
        <translation>Kraftmesser, Algometer</translation>
    </message>
    <message>
        <source>force in the last ten seconds</source>
        <translation>Kraft der letzten zehn Sekunden</translation>
    </message>
    <message>
        <source>force measured elsewhere fits</source>
        <translation>anderswo gemessene Kraft passt</translation>
    </message>
    <message>
        <source>force out of tolerance</source>
        <translation>Kraft außerhalb der Toleranz</translation>
    </message>
    <message>
        <source>force, mN</source>
        <translation>Kraft, mN</translation>
    </message>
    <message>
        <source>forget the key for: {meaning}</source>
        <translation>Taste vergessen für: {meaning}</translation>
    </message>
    <message>
        <source>forget {device}</source>
        <translation>{device} vergessen</translation>
    </message>
    <message>
        <source>form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>forms</source>
        <translation>Formulare</translation>
    </message>
    <message>
        <source>from its certificate</source>
        <translation>aus dem Kalibrierschein</translation>
    </message>
    <message>
        <source>from the display</source>
        <translation>von der Anzeige</translation>
    </message>
    <message>
        <source>from the girth, by the site&apos;s own calibration</source>
        <translation>aus dem Umfang, mit der Kalibrierung des Zentrums</translation>
    </message>
    <message>
        <source>from the register</source>
        <translation>aus dem Verzeichnis</translation>
    </message>
    <message>
        <source>from your last visit</source>
        <translation>aus Ihrer letzten Visite</translation>
    </message>
    <message>
        <source>from your last {number} visits</source>
        <translation>aus Ihren letzten {number} Visiten</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>Kraftmesser</translation>
    </message>
    <message>
        <source>girth</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>glass, nylon</source>
        <translation>Glas, Nylon</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>go on with {what}</source>
        <translation>{what} fortsetzen</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>hairs</source>
        <translation>Haare</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>hand not steady</source>
        <translation>Hand unruhig</translation>
    </message>
    <message>
        <source>hand over</source>
        <translation>übergeben</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>gesund</translation>
    </message>
    <message>
        <source>history</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>history, certificates, trend</source>
        <translation>Historie, Kalibrierscheine, Trend</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>in use: {device}</source>
        <translation>in Gebrauch: {device}</translation>
    </message>
    <message>
        <source>initials</source>
        <translation>Initialen</translation>
    </message>
    <message>
        <source>injured</source>
        <translation>verletzt</translation>
    </message>
    <message>
        <source>instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>instrument broken</source>
        <translation>Instrument defekt</translation>
    </message>
    <message>
        <source>instruments</source>
        <translation>Instrumente</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>interval NOT SET</source>
        <translation>Frist NICHT FESTGELEGT</translation>
    </message>
    <message>
        <source>investigator</source>
        <translation>Prüfarzt/Prüfärztin</translation>
    </message>
    <message>
        <source>it has been started already</source>
        <translation>es wurde schon gestartet</translation>
    </message>
    <message>
        <source>it is skipped already</source>
        <translation>er ist schon ausgelassen</translation>
    </message>
    <message>
        <source>keep as typed</source>
        <translation>so behalten</translation>
    </message>
    <message>
        <source>key {cap}: {label}</source>
        <translation>Taste {cap}: {label}</translation>
    </message>
    <message>
        <source>kind of instrument</source>
        <translation>Art des Instruments</translation>
    </message>
    <message>
        <source>kind of visit</source>
        <translation>Art der Visite</translation>
    </message>
    <message>
        <source>label read again, it is the right one</source>
        <translation>Etikett geprüft, es ist das richtige</translation>
    </message>
    <message>
        <source>label, data sheet</source>
        <translation>Etikett, Datenblatt</translation>
    </message>
    <message>
        <source>language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>last byte {age} ago</source>
        <translation>letztes Byte vor {age}</translation>
    </message>
    <message>
        <source>last visit</source>
        <translation>letzte Visite</translation>
    </message>
    <message>
        <source>learn a key for: {meaning}</source>
        <translation>Taste anlernen für: {meaning}</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>verlassen</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>auslassen</translation>
    </message>
    <message>
        <source>leave the training</source>
        <translation>Training verlassen</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>left ankle</source>
        <translation>linkes Sprunggelenk</translation>
    </message>
    <message>
        <source>left foot</source>
        <translation>linker Fuß</translation>
    </message>
    <message>
        <source>left hand</source>
        <translation>linke Hand</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>let the hand press</source>
        <translation>Hand drücken lassen</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>likely {gauges}</source>
        <translation>wohl {gauges}</translation>
    </message>
    <message>
        <source>limb</source>
        <translation>Extremität</translation>
    </message>
    <message>
        <source>limb by visit</source>
        <translation>Extremität je Visite</translation>
    </message>
    <message>
        <source>limb method</source>
        <translation>Messverfahren der Extremität</translation>
    </message>
    <message>
        <source>limb, estimated volumes, tests, what it rests on</source>
        <translation>Extremität, geschätzte Volumen, Tests, worauf es beruht</translation>
    </message>
    <message>
        <source>load cell adjusted</source>
        <translation>Wägezelle justiert</translation>
    </message>
    <message>
        <source>load that lies on</source>
        <translation>aufliegende Last</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>lower (foot)</source>
        <translation>unten (Fuß)</translation>
    </message>
    <message>
        <source>mN; of a mass g</source>
        <translation>mN; bei Gewichten g</translation>
    </message>
    <message>
        <source>made because: {why}</source>
        <translation>gemacht, weil: {why}</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>manual, page; or a capture</source>
        <translation>Handbuch, Seite; oder Mitschnitt</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>measured again</source>
        <translation>neu gemessen</translation>
    </message>
    <message>
        <source>measured again, the same</source>
        <translation>neu gemessen, gleich</translation>
    </message>
    <message>
        <source>measured {force} mN</source>
        <translation>gemessen {force} mN</translation>
    </message>
    <message>
        <source>measured, mN</source>
        <translation>gem. mN</translation>
    </message>
    <message>
        <source>measured: {what}</source>
        <translation>gemessen: {what}</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>versäumt</translation>
    </message>
    <message>
        <source>misunderstood</source>
        <translation>missverstanden</translation>
    </message>
    <message>
        <source>monitor</source>
        <translation>Monitor/in</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>name of the device</source>
        <translation>Name des Geräts</translation>
    </message>
    <message>
        <source>name of who signs</source>
        <translation>Name der unterschreibenden Person</translation>
    </message>
    <message>
        <source>new value</source>
        <translation>neuer Wert</translation>
    </message>
    <message>
        <source>new value of the setting</source>
        <translation>neuer Wert der Einstellung</translation>
    </message>
    <message>
        <source>next: review</source>
        <translation>als Nächstes: Durchsicht</translation>
    </message>
    <message>
        <source>next: {visit} {day}</source>
        <translation>nächste: {visit} {day}</translation>
    </message>
    <message>
        <source>next: {what}</source>
        <translation>als Nächstes: {what}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no device attached</source>
        <translation>kein Gerät verbunden</translation>
    </message>
    <message>
        <source>no girth</source>
        <translation>kein Umfang</translation>
    </message>
    <message>
        <source>no limits yet</source>
        <translation>noch keine Grenzen</translation>
    </message>
    <message>
        <source>no pace</source>
        <translation>kein Takt</translation>
    </message>
    <message>
        <source>no pedal</source>
        <translation>kein Pedal</translation>
    </message>
    <message>
        <source>no reading is due</source>
        <translation>keine Ablesung steht an</translation>
    </message>
    <message>
        <source>no reason</source>
        <translation>ohne Grund</translation>
    </message>
    <message>
        <source>no step is left</source>
        <translation>kein Schritt ist übrig</translation>
    </message>
    <message>
        <source>no stimulus</source>
        <translation>kein Reiz</translation>
    </message>
    <message>
        <source>no test</source>
        <translation>kein Test</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>keine Zeit</translation>
    </message>
    <message>
        <source>no times of earlier visits</source>
        <translation>keine Zeiten früherer Visiten</translation>
    </message>
    <message>
        <source>no tolerance set</source>
        <translation>keine Toleranz festgelegt</translation>
    </message>
    <message>
        <source>no visit</source>
        <translation>keine Visite</translation>
    </message>
    <message>
        <source>no visit open</source>
        <translation>keine Visite offen</translation>
    </message>
    <message>
        <source>no z-scores</source>
        <translation>keine z-Werte</translation>
    </message>
    <message>
        <source>noise {noise:.1f} mN</source>
        <translation>Rauschen {noise:.1f} mN</translation>
    </message>
    <message>
        <source>nominal</source>
        <translation>Nennwert</translation>
    </message>
    <message>
        <source>nominal {force:g}</source>
        <translation>Nennwert {force:g}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>none: type each value</source>
        <translation>keiner: jeden Wert eintippen</translation>
    </message>
    <message>
        <source>none: values are typed</source>
        <translation>keines: Werte werden eingetippt</translation>
    </message>
    <message>
        <source>norms cannot show both</source>
        <translation>Norm kann beides nicht zeigen</translation>
    </message>
    <message>
        <source>norms cannot show gain</source>
        <translation>Norm kann Gewinn nicht zeigen</translation>
    </message>
    <message>
        <source>norms cannot show loss</source>
        <translation>Norm kann Verlust nicht zeigen</translation>
    </message>
    <message>
        <source>norms cannot show {what}</source>
        <translation>Norm kann {what} nicht zeigen</translation>
    </message>
    <message>
        <source>norms: {norms}</source>
        <translation>Normwerte: {norms}</translation>
    </message>
    <message>
        <source>not USB</source>
        <translation>nicht USB</translation>
    </message>
    <message>
        <source>not due</source>
        <translation>nicht fällig</translation>
    </message>
    <message>
        <source>not expected</source>
        <translation>nicht erwartet</translation>
    </message>
    <message>
        <source>not felt, blunt</source>
        <translation>nicht gespürt, stumpf</translation>
    </message>
    <message>
        <source>not in the register</source>
        <translation>nicht im Verzeichnis</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>not measured, true {true}</source>
        <translation>nicht gemessen, wahr {true}</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht erfasst</translation>
    </message>
    <message>
        <source>not registered</source>
        <translation>nicht registriert</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht festgelegt</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>not tolerated</source>
        <translation>nicht toleriert</translation>
    </message>
    <message>
        <source>not validated</source>
        <translation>nicht validiert</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>note on the room</source>
        <translation>Notiz zum Raum</translation>
    </message>
    <message>
        <source>nothing chosen</source>
        <translation>nichts gewählt</translation>
    </message>
    <message>
        <source>nothing is due</source>
        <translation>nichts ist fällig</translation>
    </message>
    <message>
        <source>nothing is sent now</source>
        <translation>jetzt wird nichts gesendet</translation>
    </message>
    <message>
        <source>nothing more is saved</source>
        <translation>es wird nichts mehr gespeichert</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>number entry: {digits}</source>
        <translation>Zahleneingabe: {digits}</translation>
    </message>
    <message>
        <source>number pad</source>
        <translation>Ziffernfeld</translation>
    </message>
    <message>
        <source>number, if it has one</source>
        <translation>Nummer, falls vorhanden</translation>
    </message>
    <message>
        <source>off schedule</source>
        <translation>außer Plan</translation>
    </message>
    <message>
        <source>often 2</source>
        <translation>oft 2</translation>
    </message>
    <message>
        <source>one end</source>
        <translation>ein Ende</translation>
    </message>
    <message>
        <source>one instrument</source>
        <translation>ein Instrument</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>open, optional</source>
        <translation>offen, freiwillig</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>wird geöffnet</translation>
    </message>
    <message>
        <source>operated</source>
        <translation>operiert</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>orange</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>other limb</source>
        <translation>andere Extremität</translation>
    </message>
    <message>
        <source>other limb for comparison</source>
        <translation>andere Extremität zum Vergleich</translation>
    </message>
    <message>
        <source>other limb: {state}</source>
        <translation>andere Extremität: {state}</translation>
    </message>
    <message>
        <source>other side (z: control area)</source>
        <translation>andere Seite (z: Kontrollareal)</translation>
    </message>
    <message>
        <source>other, estimated (95 %)</source>
        <translation>andere, geschätzt (95 %)</translation>
    </message>
    <message>
        <source>outside {low} to {high} cm</source>
        <translation>außerhalb von {low} bis {high} cm</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>pace: {word}</source>
        <translation>Takt: {word}</translation>
    </message>
    <message>
        <source>pain of the participant</source>
        <translation>Schmerzen der Person</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>parameters by visit</source>
        <translation>Parameter je Visite</translation>
    </message>
    <message>
        <source>part of an id</source>
        <translation>Teil einer Kennung</translation>
    </message>
    <message>
        <source>participant</source>
        <translation>Teilnehmer/in</translation>
    </message>
    <message>
        <source>participant did not understand</source>
        <translation>Person hat nicht verstanden</translation>
    </message>
    <message>
        <source>participant id</source>
        <translation>Teilnehmerkennung</translation>
    </message>
    <message>
        <source>participant stopped</source>
        <translation>Person hat gestoppt</translation>
    </message>
    <message>
        <source>participant&apos;s screen</source>
        <translation>Teilnehmer-Bildschirm</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>pattern of a line</source>
        <translation>Muster einer Zeile</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>pedal: {key}</source>
        <translation>Pedal: {key}</translation>
    </message>
    <message>
        <source>pinpricks</source>
        <translation>Pinpricks</translation>
    </message>
    <message>
        <source>pinpricks and brushes</source>
        <translation>Pinpricks und Pinsel</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>port or URL</source>
        <translation>Anschluss oder URL</translation>
    </message>
    <message>
        <source>port to ask</source>
        <translation>zu befragender Anschluss</translation>
    </message>
    <message>
        <source>ports of this computer</source>
        <translation>Anschlüsse dieses Computers</translation>
    </message>
    <message>
        <source>position: {position}</source>
        <translation>Lage: {position}</translation>
    </message>
    <message>
        <source>positioning</source>
        <translation>Lagerung</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>pressure against time with the lane to follow</source>
        <translation>Druck über der Zeit mit dem Zielband</translation>
    </message>
    <message>
        <source>pressure pain</source>
        <translation>Druckschmerz</translation>
    </message>
    <message>
        <source>pressure, kPa</source>
        <translation>Druck, kPa</translation>
    </message>
    <message>
        <source>probe area in square centimetres</source>
        <translation>Stempelfläche in Quadratzentimetern</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>lila</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>radial styloid, wrist left out</source>
        <translation>Radiusstyloid, ohne Handgelenk</translation>
    </message>
    <message>
        <source>read aloud</source>
        <translation>vorlesen</translation>
    </message>
    <message>
        <source>read aloud …</source>
        <translation>vorlesen …</translation>
    </message>
    <message>
        <source>readings</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>readings not used</source>
        <translation>nicht verwendete Messwerte</translation>
    </message>
    <message>
        <source>readings {values}; {refused} not used</source>
        <translation>Messwerte {values}; {refused} nicht verwendet</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>real</source>
        <translation>echt</translation>
    </message>
    <message>
        <source>real visit</source>
        <translation>echte Visite</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Bezugsnormal</translation>
    </message>
    <message>
        <source>reference loads</source>
        <translation>Referenzlasten</translation>
    </message>
    <message>
        <source>reference mass</source>
        <translation>Referenzgewicht</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>regular expression of one line</source>
        <translation>regulärer Ausdruck einer Zeile</translation>
    </message>
    <message>
        <source>relative humidity in percent</source>
        <translation>relative Feuchte in Prozent</translation>
    </message>
    <message>
        <source>remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>repariert</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>wiederholen</translation>
    </message>
    <message>
        <source>repeat step</source>
        <translation>wiederholen</translation>
    </message>
    <message>
        <source>repeated by mistake</source>
        <translation>versehentlich wiederholt</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>reply layout from the manual</source>
        <translation>Antwortformat laut Handbuch</translation>
    </message>
    <message>
        <source>reply layout unconfirmed</source>
        <translation>Antwortformat unbestätigt</translation>
    </message>
    <message>
        <source>reply layout unconfirmed (known from other software)</source>
        <translation>Antwortformat unbestätigt (aus anderer Software)</translation>
    </message>
    <message>
        <source>response</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>resume {visit}</source>
        <translation>{visit} fortsetzen</translation>
    </message>
    <message>
        <source>review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>right ankle</source>
        <translation>rechtes Sprunggelenk</translation>
    </message>
    <message>
        <source>right foot</source>
        <translation>rechter Fuß</translation>
    </message>
    <message>
        <source>right hand</source>
        <translation>rechte Hand</translation>
    </message>
    <message>
        <source>role of who signs</source>
        <translation>Rolle der unterschreibenden Person</translation>
    </message>
    <message>
        <source>round flat probe</source>
        <translation>runder flacher Stempel</translation>
    </message>
    <message>
        <source>rub out</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>save</source>
        <translation>speichern</translation>
    </message>
    <message>
        <source>scale corrected</source>
        <translation>Skala korrigiert</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>schedule, entries</source>
        <translation>Zeitplan, Einträge</translation>
    </message>
    <message>
        <source>screened</source>
        <translation>im Screening</translation>
    </message>
    <message>
        <source>scroll</source>
        <translation>blättern</translation>
    </message>
    <message>
        <source>seal again</source>
        <translation>erneut versiegeln</translation>
    </message>
    <message>
        <source>seal as interrupted {visit}</source>
        <translation>{visit} als unterbrochen versiegeln</translation>
    </message>
    <message>
        <source>seal {visit}</source>
        <translation>{visit} versiegeln</translation>
    </message>
    <message>
        <source>sealing is under way</source>
        <translation>wird versiegelt</translation>
    </message>
    <message>
        <source>sealing …</source>
        <translation>wird versiegelt …</translation>
    </message>
    <message>
        <source>seconds from now</source>
        <translation>Sekunden ab jetzt</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>seen: {what}</source>
        <translation>gesehen: {what}</translation>
    </message>
    <message>
        <source>sensory loss</source>
        <translation>Sensibilitätsverlust</translation>
    </message>
    <message>
        <source>sent: {value}</source>
        <translation>gesendet: {value}</translation>
    </message>
    <message>
        <source>set by {who}</source>
        <translation>festgelegt von {who}</translation>
    </message>
    <message>
        <source>set by {who} on {day}</source>
        <translation>festgelegt von {who} am {day}</translation>
    </message>
    <message>
        <source>set of hairs</source>
        <translation>Satz Haare</translation>
    </message>
    <message>
        <source>set of pinpricks</source>
        <translation>Satz Pinpricks</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>settings of the method</source>
        <translation>Einstellungen des Verfahrens</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>shaded: tolerance</source>
        <translation>schattiert: Toleranz</translation>
    </message>
    <message>
        <source>shaded: tolerance, UNVERIFIED default</source>
        <translation>schattiert: Toleranz, UNGEPRÜFTE Voreinstellung</translation>
    </message>
    <message>
        <source>shaded: within the warning limits</source>
        <translation>schattiert: innerhalb der Warngrenzen</translation>
    </message>
    <message>
        <source>short name of the gauge</source>
        <translation>Kurzname des Geräts</translation>
    </message>
    <message>
        <source>shown only</source>
        <translation>nur sichtbar</translation>
    </message>
    <message>
        <source>side not done</source>
        <translation>Seite nicht gemessen</translation>
    </message>
    <message>
        <source>sign and close</source>
        <translation>unterschreiben und schließen</translation>
    </message>
    <message>
        <source>sign for it</source>
        <translation>freigeben</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>simulated participant</source>
        <translation>simulierte Person</translation>
    </message>
    <message>
        <source>site</source>
        <translation>Zentrum</translation>
    </message>
    <message>
        <source>site and room</source>
        <translation>Zentrum und Raum</translation>
    </message>
    <message>
        <source>site {code}</source>
        <translation>Zentrum {code}</translation>
    </message>
    <message>
        <source>size of the participant&apos;s text</source>
        <translation>Textgröße für die Person</translation>
    </message>
    <message>
        <source>size of the text</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>auslassen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>skipped before</source>
        <translation>vorher ausgelassen</translation>
    </message>
    <message>
        <source>sky blue</source>
        <translation>himmelblau</translation>
    </message>
    <message>
        <source>slipped</source>
        <translation>verrutscht</translation>
    </message>
    <message>
        <source>slot {number}</source>
        <translation>Fach {number}</translation>
    </message>
    <message>
        <source>slot {slot}: {mark}</source>
        <translation>Fach {slot}: {mark}</translation>
    </message>
    <message>
        <source>sound off</source>
        <translation>Ton aus</translation>
    </message>
    <message>
        <source>sound on</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>sound on or off</source>
        <translation>Ton an oder aus</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>sponsor, protocol 3.2</source>
        <translation>Sponsor, Protokoll 3.2</translation>
    </message>
    <message>
        <source>square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>start</source>
        <translation>starten</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>steel rule</source>
        <translation>Stahllineal</translation>
    </message>
    <message>
        <source>step after</source>
        <translation>Schritt danach</translation>
    </message>
    <message>
        <source>step before</source>
        <translation>Schritt davor</translation>
    </message>
    <message>
        <source>steps of the visit</source>
        <translation>Schritte der Visite</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>surprise me</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>swelling</source>
        <translation>Schwellung</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>zurücknehmen</translation>
    </message>
    <message>
        <source>take the number</source>
        <translation>Zahl übernehmen</translation>
    </message>
    <message>
        <source>tape</source>
        <translation>Maßband</translation>
    </message>
    <message>
        <source>tape path</source>
        <translation>Maßbandverlauf</translation>
    </message>
    <message>
        <source>tape path: {segment}, {words}</source>
        <translation>Maßbandverlauf: {segment}, {words}</translation>
    </message>
    <message>
        <source>temperature in degrees Celsius</source>
        <translation>Temperatur in Grad Celsius</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>test area</source>
        <translation>Testareal</translation>
    </message>
    <message>
        <source>the device does not say whether it is stable</source>
        <translation>das Gerät sagt nicht, ob der Wert ruhig ist</translation>
    </message>
    <message>
        <source>the engine does not answer</source>
        <translation>das Messprogramm antwortet nicht</translation>
    </message>
    <message>
        <source>the engine has stopped</source>
        <translation>das Messprogramm ist ausgefallen</translation>
    </message>
    <message>
        <source>the later attempt was at a wrong place</source>
        <translation>der spätere Versuch war an falscher Stelle</translation>
    </message>
    <message>
        <source>the later attempt was disturbed</source>
        <translation>der spätere Versuch war gestört</translation>
    </message>
    <message>
        <source>the number that this line must give</source>
        <translation>die Zahl, die diese Zeile ergeben muss</translation>
    </message>
    <message>
        <source>the other end</source>
        <translation>das andere Ende</translation>
    </message>
    <message>
        <source>the protocol offers no repeat of the last ramp</source>
        <translation>das Protokoll bietet für die letzte Rampe keine Wiederholung an</translation>
    </message>
    <message>
        <source>there is no calibration yet</source>
        <translation>es gibt noch keine Kalibrierung</translation>
    </message>
    <message>
        <source>there is no entry yet</source>
        <translation>es gibt noch keinen Eintrag</translation>
    </message>
    <message>
        <source>there is no other finished attempt</source>
        <translation>es gibt keinen anderen abgeschlossenen Versuch</translation>
    </message>
    <message>
        <source>there is no ramp yet</source>
        <translation>noch keine Rampe</translation>
    </message>
    <message>
        <source>there is no reading yet</source>
        <translation>es gibt noch keine Ablesung</translation>
    </message>
    <message>
        <source>thermo-hygrometer</source>
        <translation>Thermo-Hygrometer</translation>
    </message>
    <message>
        <source>this stimulus</source>
        <translation>dieser Reiz</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>tip bent</source>
        <translation>Spitze verbogen</translation>
    </message>
    <message>
        <source>tip broken</source>
        <translation>Spitze gebrochen</translation>
    </message>
    <message>
        <source>title of the gauge</source>
        <translation>Bezeichnung des Geräts</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>touch {beat} of {beats}</source>
        <translation>Berührung {beat} von {beats}</translation>
    </message>
    <message>
        <source>touched the edge of the pan</source>
        <translation>Schalenrand berührt</translation>
    </message>
    <message>
        <source>tray slot {slot}</source>
        <translation>Fach {slot}</translation>
    </message>
    <message>
        <source>triangle</source>
        <translation>Dreieck</translation>
    </message>
    <message>
        <source>turning points beyond the high end of the set</source>
        <translation>Umkehrpunkte über dem oberen Ende des Satzes</translation>
    </message>
    <message>
        <source>turning points beyond the low end of the set</source>
        <translation>Umkehrpunkte unter dem unteren Ende des Satzes</translation>
    </message>
    <message>
        <source>type a number</source>
        <translation>Zahl eingeben</translation>
    </message>
    <message>
        <source>type a number first</source>
        <translation>zuerst eine Zahl eingeben</translation>
    </message>
    <message>
        <source>typing error</source>
        <translation>Tippfehler</translation>
    </message>
    <message>
        <source>ulnar styloid, 2nd MCP</source>
        <translation>Ulnastyloid, 2. MCP</translation>
    </message>
    <message>
        <source>uncertainty budget</source>
        <translation>Unsicherheitsbudget</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>unit of a line</source>
        <translation>Einheit einer Zeile</translation>
    </message>
    <message>
        <source>unit of its readings</source>
        <translation>Einheit der Messwerte</translation>
    </message>
    <message>
        <source>unit of its uncertainty</source>
        <translation>Einheit der Unsicherheit</translation>
    </message>
    <message>
        <source>unit of lines that carry none</source>
        <translation>Einheit von Zeilen ohne Einheit</translation>
    </message>
    <message>
        <source>unit of the loads</source>
        <translation>Einheit der Lasten</translation>
    </message>
    <message>
        <source>unusual anatomy</source>
        <translation>ungewöhnliche Anatomie</translation>
    </message>
    <message>
        <source>upper (hand)</source>
        <translation>oben (Hand)</translation>
    </message>
    <message>
        <source>used for</source>
        <translation>verwendet für</translation>
    </message>
    <message>
        <source>uses</source>
        <translation>Einsätze</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>value as the display shows it</source>
        <translation>Wert, wie die Anzeige ihn zeigt</translation>
    </message>
    <message>
        <source>values are typed</source>
        <translation>Werte werden eingetippt</translation>
    </message>
    <message>
        <source>values typed</source>
        <translation>Werte eingetippt</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Beurteilung</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>von Frey hair</source>
        <translation>von-Frey-Haar</translation>
    </message>
    <message>
        <source>von Frey hairs</source>
        <translation>von-Frey-Haare</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>was at {port}</source>
        <translation>war an {port}</translation>
    </message>
    <message>
        <source>was read</source>
        <translation>vorgelesen</translation>
    </message>
    <message>
        <source>was read ✓</source>
        <translation>vorgelesen ✓</translation>
    </message>
    <message>
        <source>weighted pinprick</source>
        <translation>gewichtsbelasteter Pinprick</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>what asks for a reading</source>
        <translation>was einen Wert abfragt</translation>
    </message>
    <message>
        <source>what to add</source>
        <translation>was hinzukommt</translation>
    </message>
    <message>
        <source>when</source>
        <translation>wann</translation>
    </message>
    <message>
        <source>where the line was read</source>
        <translation>wo die Zeile gelesen wurde</translation>
    </message>
    <message>
        <source>who</source>
        <translation>wer</translation>
    </message>
    <message>
        <source>who decided it</source>
        <translation>wer es festlegte</translation>
    </message>
    <message>
        <source>whose</source>
        <translation>von wem</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ausgeschieden</translation>
    </message>
    <message>
        <source>without limb and forms</source>
        <translation>ohne Extremität und Formulare</translation>
    </message>
    <message>
        <source>words for the participant</source>
        <translation>Worte für die Person</translation>
    </message>
    <message>
        <source>wound or dressing</source>
        <translation>Wunde oder Verband</translation>
    </message>
    <message>
        <source>wrong area</source>
        <translation>falsches Areal</translation>
    </message>
    <message>
        <source>wrong instrument</source>
        <translation>falsches Instrument</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>gelb</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>your hand: hold to touch or press</source>
        <translation>Ihre Hand: halten zum Berühren oder Drücken</translation>
    </message>
    <message>
        <source>your initials</source>
        <translation>Ihre Initialen</translation>
    </message>
    <message>
        <source>your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>your role</source>
        <translation>Ihre Rolle</translation>
    </message>
    <message>
        <source>your role in the study</source>
        <translation>Ihre Rolle in der Studie</translation>
    </message>
    <message>
        <source>yours {yours}, true {true}</source>
        <translation>Ihr Wert {yours}, wahr {true}</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>z-score profile: {values}</source>
        <translation>z-Wert-Profil: {values}</translation>
    </message>
    <message>
        <source>z-score; shaded: within ±1.96</source>
        <translation>z-Wert; schattiert: innerhalb ±1.96</translation>
    </message>
    <message>
        <source>{attempt}, counts</source>
        <translation>{attempt}, zählt</translation>
    </message>
    <message>
        <source>{back}, then {key}: {label}</source>
        <translation>{back}, dann {key}: {label}</translation>
    </message>
    <message>
        <source>{call}: on which day (such as 2026-03-31)?</source>
        <translation>{call}: an welchem Tag (wie 2026-03-31)?</translation>
    </message>
    <message>
        <source>{change} cm, below {limit}</source>
        <translation>{change} cm, unter {limit}</translation>
    </message>
    <message>
        <source>{colour} {shape}</source>
        <translation>{shape}, {colour}</translation>
    </message>
    <message>
        <source>{count} UNVERIFIED defaults in use: {names}</source>
        <translation>{count} UNGEPRÜFTE Voreinstellungen in Gebrauch: {names}</translation>
    </message>
    <message>
        <source>{count} calls</source>
        <translation>{count} Anrufe</translation>
    </message>
    <message>
        <source>{count} painful strokes</source>
        <translation>{count} schmerzhafte Streichreize</translation>
    </message>
    <message>
        <source>{count} presses</source>
        <translation>{count}-mal gedrückt</translation>
    </message>
    <message>
        <source>{count} uncertainty budgets</source>
        <translation>{count} Unsicherheitsbudgets</translation>
    </message>
    <message>
        <source>{count} unreadable</source>
        <translation>{count} unlesbar</translation>
    </message>
    <message>
        <source>{device}: the display shows it too ({sent})</source>
        <translation>{device}: die Anzeige zeigt es auch ({sent})</translation>
    </message>
    <message>
        <source>{device}: the display shows something else</source>
        <translation>{device}: die Anzeige zeigt etwas anderes</translation>
    </message>
    <message>
        <source>{digit} is none of the choices.</source>
        <translation>{digit} steht nicht zur Wahl.</translation>
    </message>
    <message>
        <source>{entered} entered, {n} of them left out with a reason.</source>
        <translation>{entered} eingetragen, {n} davon mit Begründung ausgelassen.</translation>
    </message>
    <message>
        <source>{entered} entered.</source>
        <translation>{entered} eingetragen.</translation>
    </message>
    <message>
        <source>{field} is needed.</source>
        <translation>{field} wird gebraucht.</translation>
    </message>
    <message>
        <source>{field}: it stands in the record.</source>
        <translation>{field}: es steht in der Aufzeichnung.</translation>
    </message>
    <message>
        <source>{instrument} is calibrated by a laboratory: register its next certificate with it.</source>
        <translation>{instrument} kalibriert ein Labor: tragen Sie den nächsten Kalibrierschein beim Instrument ein.</translation>
    </message>
    <message>
        <source>{instrument} is retired. Its history stays.</source>
        <translation>{instrument} ist ausgemustert. Die Historie bleibt.</translation>
    </message>
    <message>
        <source>{instrument} · {method} · {count} readings kept · {since}</source>
        <translation>{instrument} · {method} · {count} Messwerte vorhanden · {since}</translation>
    </message>
    <message>
        <source>{key} already means “{means}”. Set the pedal to another: F13, say. A presenter remote has others.</source>
        <translation>{key} bedeutet schon „{means}“. Stellen Sie das Pedal auf etwas anderes, etwa F13. Ein Presenter hat andere Tasten.</translation>
    </message>
    <message>
        <source>{key} does nothing here.</source>
        <translation>{key} hat hier keine Wirkung.</translation>
    </message>
    <message>
        <source>{key} goes with other keys. If the pedal types nothing else, set it to F13, say, and press it.</source>
        <translation>{key} gehört zu anderen Tasten. Sendet das Pedal sonst nichts, stellen Sie es etwa auf F13 und drücken Sie es.</translation>
    </message>
    <message>
        <source>{key} is not learned.</source>
        <translation>{key} ist nicht angelernt.</translation>
    </message>
    <message>
        <source>{key}, not now</source>
        <translation>{key}, jetzt nicht</translation>
    </message>
    <message>
        <source>{key}, not now: {why}</source>
        <translation>{key}, jetzt nicht: {why}</translation>
    </message>
    <message>
        <source>{kind}: not a participant</source>
        <translation>{kind}: keine teilnehmende Person</translation>
    </message>
    <message>
        <source>{kind}: {what} is noted. Words for it, or another</source>
        <translation>{kind}: {what} ist notiert. Worte dazu, oder eine weitere</translation>
    </message>
    <message>
        <source>{minutes} min per area (Rolke 2006)</source>
        <translation>{minutes} min je Areal (Rolke 2006)</translation>
    </message>
    <message>
        <source>{name}, not connected</source>
        <translation>{name}, nicht verbunden</translation>
    </message>
    <message>
        <source>{number} attempts</source>
        <translation>{number} Versuche</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} von {all}</translation>
    </message>
    <message>
        <source>{number} of {all}, at another load</source>
        <translation>{number} von {all}, mit anderer Last</translation>
    </message>
    <message>
        <source>{number} {unit} is unusual. Why is it so?</source>
        <translation>{number} {unit} ist ungewöhnlich. Warum ist das so?</translation>
    </message>
    <message>
        <source>{participant} · {visit} · {rows} entries on disk</source>
        <translation>{participant} · {visit} · {rows} Einträge gespeichert</translation>
    </message>
    <message>
        <source>{participant}: amend what?</source>
        <translation>{participant}: was berichtigen?</translation>
    </message>
    <message>
        <source>{participant}: course</source>
        <translation>{participant}: Verlauf</translation>
    </message>
    <message>
        <source>{participant}: status?</source>
        <translation>{participant}: Status?</translation>
    </message>
    <message>
        <source>{participant}: which call took place?</source>
        <translation>{participant}: welcher Anruf fand statt?</translation>
    </message>
    <message>
        <source>{question}: was wrong. Why?</source>
        <translation>{question}: war falsch. Warum?</translation>
    </message>
    <message>
        <source>{rate:.0f} readings/s</source>
        <translation>{rate:.0f} Werte/s</translation>
    </message>
    <message>
        <source>{roles} signs for its use; trials are marked</source>
        <translation>{roles} gibt frei; Durchgänge werden markiert</translation>
    </message>
    <message>
        <source>{said}  [R] repeat</source>
        <translation>{said}  [R] wiederholen</translation>
    </message>
    <message>
        <source>{side} ({role}): complete, {count} readings</source>
        <translation>{side} ({role}): vollständig, {count} Ablesungen</translation>
    </message>
    <message>
        <source>{side} reading {repeat} ({girth}) does not count. Why?</source>
        <translation>{side}: Ablesung {repeat} ({girth}) zählt nicht. Warum?</translation>
    </message>
    <message>
        <source>{side} reading {repeat} does not count. Why?</source>
        <translation>{side}: Ablesung {repeat} zählt nicht. Warum?</translation>
    </message>
    <message>
        <source>{side} side not done. Why?</source>
        <translation>Seite {side} nicht gemessen. Warum?</translation>
    </message>
    <message>
        <source>{side} · reading {repeat} (readings differ: one more)</source>
        <translation>{side} · Ablesung {repeat} (Ablesungen weichen ab: eine mehr)</translation>
    </message>
    <message>
        <source>{side} · reading {repeat} of {repeats}</source>
        <translation>{side} · Ablesung {repeat} von {repeats}</translation>
    </message>
    <message>
        <source>{standard}, with its own certificate. U includes any error that is not corrected for.</source>
        <translation>{standard}, mit eigenem Kalibrierschein. U enthält jeden Fehler, der nicht korrigiert wird.</translation>
    </message>
    <message>
        <source>{state} since {time}</source>
        <translation>{state} seit {time}</translation>
    </message>
    <message>
        <source>{step} is {state}. Why again?</source>
        <translation>{step} ist {state}. Warum noch einmal?</translation>
    </message>
    <message>
        <source>{step} out of order. Why?</source>
        <translation>{step} außer der Reihe. Warum?</translation>
    </message>
    <message>
        <source>{step}, trial {trial}</source>
        <translation>{step}, Durchgang {trial}</translation>
    </message>
    <message>
        <source>{stimulus}, tray slot {slot}, {mark}</source>
        <translation>{stimulus}, Fach {slot}, {mark}</translation>
    </message>
    <message>
        <source>{time} used</source>
        <translation>{time} vergangen</translation>
    </message>
    <message>
        <source>{typed} is no number</source>
        <translation>{typed} ist keine Zahl</translation>
    </message>
    <message>
        <source>{typed} may be {whole} or {fraction}: type one of these</source>
        <translation>{typed} kann {whole} oder {fraction} sein: tippen Sie eines davon</translation>
    </message>
    <message>
        <source>{usual}; or {others}</source>
        <translation>{usual}; oder {others}</translation>
    </message>
    <message>
        <source>{value:g} is not on the scale: steps of {step:g}</source>
        <translation>{value:g} liegt nicht auf der Skala: Schritte von {step:g}</translation>
    </message>
    <message>
        <source>{value:g} is outside {low:g} to {high:g}</source>
        <translation>{value:g} liegt außerhalb von {low:g} bis {high:g}</translation>
    </message>
    <message>
        <source>{visit} due</source>
        <translation>{visit} fällig</translation>
    </message>
    <message>
        <source>{visit} due, {days} days</source>
        <translation>{visit} fällig, {days} Tage</translation>
    </message>
    <message>
        <source>{visit}: affected {affected}, unaffected {other} cm</source>
        <translation>{visit}: betroffen {affected}, nicht betroffen {other} cm</translation>
    </message>
    <message>
        <source>{what}: what is right?</source>
        <translation>{what}: was ist richtig?</translation>
    </message>
    <message>
        <source>{years} years at enrolment</source>
        <translation>{years} Jahre bei Aufnahme</translation>
    </message>
    <message>
        <source>~ {number} min left</source>
        <translation>noch ~ {number} min</translation>
    </message>
    <message>
        <source>– retired</source>
        <translation>– ausgemustert</translation>
    </message>
    <message>
        <source>“Blunt.”</source>
        <translation>„Stumpf.“</translation>
    </message>
    <message>
        <source>“Sharp!”</source>
        <translation>„Spitz!“</translation>
    </message>
    <message>
        <source>“Yes!”</source>
        <translation>„Ja!“</translation>
    </message>
    <message>
        <source>≈ {volume} ml ({low} to {high})</source>
        <translation>≈ {volume} ml ({low} bis {high})</translation>
    </message>
    <message>
        <source>■  Nothing more is saved</source>
        <translation>■  Es wird nichts mehr gespeichert</translation>
    </message>
    <message>
        <source>■  The engine has stopped</source>
        <translation>■  Das Messprogramm ist ausgefallen</translation>
    </message>
    <message>
        <source>■ BEYOND THE STOP LIMIT, it must not be used</source>
        <translation>■ ÜBER DER STOPPGRENZE, darf nicht verwendet werden</translation>
    </message>
    <message>
        <source>■ FAIL: it must not be used</source>
        <translation>■ NICHT BESTANDEN: darf nicht verwendet werden</translation>
    </message>
    <message>
        <source>■ NOT SEALED: {what} {safe} {remedy}</source>
        <translation>■ NICHT VERSIEGELT: {what} {safe} {remedy}</translation>
    </message>
    <message>
        <source>■ STOP</source>
        <translation>■ STOPP</translation>
    </message>
    <message>
        <source>■ expired</source>
        <translation>■ abgelaufen</translation>
    </message>
    <message>
        <source>■ limit {load:g} {unit}</source>
        <translation>■ Grenze {load:g} {unit}</translation>
    </message>
    <message>
        <source>■ take the load off</source>
        <translation>■ Last abnehmen</translation>
    </message>
    <message>
        <source>■ {test} stopped: {why}.</source>
        <translation>■ {test} gestoppt: {why}.</translation>
    </message>
    <message>
        <source>▲ A link is a baud rate and a format: 9600, or 9600 7E1; empty takes the usual one.</source>
        <translation>▲ Eine Verbindung ist Baudrate und Format: 9600, oder 9600 7E1; leer nimmt die übliche.</translation>
    </message>
    <message>
        <source>▲ A name, a port or URL, and a probe area above 0 are needed.</source>
        <translation>▲ Nötig sind Name, Anschluss oder URL und eine Stempelfläche über 0.</translation>
    </message>
    <message>
        <source>▲ An unfinished visit of {participant} stands in the list: resume it.</source>
        <translation>▲ Eine nicht abgeschlossene Visite von {participant} steht in der Liste: Setzen Sie sie fort.</translation>
    </message>
    <message>
        <source>▲ BEYOND THE WARNING LIMIT</source>
        <translation>▲ ÜBER DER WARNGRENZE</translation>
    </message>
    <message>
        <source>▲ Choose the gauge.</source>
        <translation>▲ Wählen Sie das Gerät.</translation>
    </message>
    <message>
        <source>▲ Choose what the gauge is used for.</source>
        <translation>▲ Wählen Sie, wofür der Kraftmesser verwendet wird.</translation>
    </message>
    <message>
        <source>▲ FASTER</source>
        <translation>▲ SCHNELLER</translation>
    </message>
    <message>
        <source>▲ Not confirmed: press, hold, and compare with its display ({which}).</source>
        <translation>▲ Unbestätigt: drücken, halten, mit der Anzeige vergleichen ({which}).</translation>
    </message>
    <message>
        <source>▲ Pressing read as negative: the sign is turned.</source>
        <translation>▲ Drücken wurde negativ gelesen: das Vorzeichen wird umgekehrt.</translation>
    </message>
    <message>
        <source>▲ SILENT</source>
        <translation>▲ STUMM</translation>
    </message>
    <message>
        <source>▲ Texts of forms that it lacks are asked in English: {fields}</source>
        <translation>▲ Texte der Formulare, die ihm fehlen, werden auf Englisch gefragt: {fields}</translation>
    </message>
    <message>
        <source>▲ The feedback could not be worked out: {why}</source>
        <translation>▲ Die Rückmeldung konnte nicht ausgewertet werden: {why}</translation>
    </message>
    <message>
        <source>▲ The force did not change. Press again, or check the cable.</source>
        <translation>▲ Die Kraft änderte sich nicht. Drücken Sie erneut, oder prüfen Sie das Kabel.</translation>
    </message>
    <message>
        <source>▲ The number of the example and the baud rate must be numbers.</source>
        <translation>▲ Die Zahl des Beispiels und die Baudrate müssen Zahlen sein.</translation>
    </message>
    <message>
        <source>▲ The ports cannot be listed: {why}</source>
        <translation>▲ Die Anschlüsse sind nicht auflistbar: {why}</translation>
    </message>
    <message>
        <source>▲ The unit was changed on the device: {before} before, {now} now.</source>
        <translation>▲ Die Einheit wurde am Gerät geändert: vorher {before}, jetzt {now}.</translation>
    </message>
    <message>
        <source>▲ due soon</source>
        <translation>▲ bald fällig</translation>
    </message>
    <message>
        <source>▲ early</source>
        <translation>▲ zu früh</translation>
    </message>
    <message>
        <source>▲ engine silent for {seconds} s</source>
        <translation>▲ Messprogramm seit {seconds} s stumm</translation>
    </message>
    <message>
        <source>▲ files differ from the register</source>
        <translation>▲ Dateien weichen vom Verzeichnis ab</translation>
    </message>
    <message>
        <source>▲ no reading for {age:.0f} s</source>
        <translation>▲ seit {age:.0f} s kein Wert</translation>
    </message>
    <message>
        <source>▲ not in the words ({language}): asked in English</source>
        <translation>▲ nicht in den Worten ({language}): auf Englisch gefragt</translation>
    </message>
    <message>
        <source>▲ out of window</source>
        <translation>▲ außerhalb</translation>
    </message>
    <message>
        <source>▲ overdue</source>
        <translation>▲ überfällig</translation>
    </message>
    <message>
        <source>▲ used without valid calibration, signed by {who} ({role}): {instruments}. {reason}</source>
        <translation>▲ ohne gültige Kalibrierung verwendet, freigegeben von {who} ({role}): {instruments}. {reason}</translation>
    </message>
    <message>
        <source>▲ {change} cm, above {limit}</source>
        <translation>▲ {change} cm, über {limit}</translation>
    </message>
    <message>
        <source>▲ {number} more</source>
        <translation>▲ {number} weitere</translation>
    </message>
    <message>
        <source>▲ {port} did not say who it is. Its label decides which: {gauges}.</source>
        <translation>▲ {port} gibt sich nicht zu erkennen. Das Etikett entscheidet: {gauges}.</translation>
    </message>
    <message>
        <source>▲ {port}: no gauge was recognised. {heard} Is it on, on its main screen, its output enabled?</source>
        <translation>▲ {port}: kein Gerät erkannt. {heard} Ist es eingeschaltet, auf dem Hauptbildschirm, die Ausgabe aktiv?</translation>
    </message>
    <message>
        <source>▲ {unverified} unverified defaults, {not_set} not set. No standard gives them: the sponsor must confirm or set them. What is used stands in the certificate.</source>
        <translation>▲ {unverified} ungeprüfte Voreinstellungen, {not_set} nicht festgelegt. Keine Norm gibt sie vor: der Sponsor muss sie bestätigen oder festlegen. Was verwendet wird, steht im Kalibrierschein.</translation>
    </message>
    <message>
        <source>▲ {visit} overdue, {days} days late</source>
        <translation>▲ {visit} überfällig, {days} Tage</translation>
    </message>
    <message>
        <source>▲ {why}. Choose it under Find a device.</source>
        <translation>▲ {why}. Wählen Sie es unter „Gerät suchen“.</translation>
    </message>
    <message>
        <source>▲: change above MDC95; it names no cause. No study in CRPS is known: unverified.</source>
        <translation>▲: Veränderung über MDC95; sie nennt keine Ursache. Keine Studie zu CRPS bekannt: ungeprüft.</translation>
    </message>
    <message>
        <source>▼ SLOWER</source>
        <translation>▼ LANGSAMER</translation>
    </message>
    <message>
        <source>▼ {number} more</source>
        <translation>▼ {number} weitere</translation>
    </message>
    <message>
        <source>○ A FIRST DAY: there are no limits yet, so it proves nothing</source>
        <translation>○ EIN ERSTER TAG: es gibt noch keine Grenzen, er beweist also nichts</translation>
    </message>
    <message>
        <source>○ unchecked</source>
        <translation>○ ungeprüft</translation>
    </message>
    <message>
        <source>◌ Asking {port}: first listening, then asking. This takes some seconds …</source>
        <translation>◌ Befrage {port}: erst hören, dann fragen. Das dauert einige Sekunden …</translation>
    </message>
    <message>
        <source>◌ moving</source>
        <translation>◌ in Bewegung</translation>
    </message>
    <message>
        <source>◌ no reading yet</source>
        <translation>◌ noch kein Wert</translation>
    </message>
    <message>
        <source>◌ not settled</source>
        <translation>◌ nicht ruhig</translation>
    </message>
    <message>
        <source>◌ opening</source>
        <translation>◌ wird geöffnet</translation>
    </message>
    <message>
        <source>● connected</source>
        <translation>● verbunden</translation>
    </message>
    <message>
        <source>● due</source>
        <translation>● fällig</translation>
    </message>
    <message>
        <source>● pressing   ↑ faster   ↓ slower   let go of H to release</source>
        <translation>● drückt   ↑ schneller   ↓ langsamer   H loslassen zum Abheben</translation>
    </message>
    <message>
        <source>● saved {time} · entry {number}</source>
        <translation>● gespeichert {time} · Eintrag {number}</translation>
    </message>
    <message>
        <source>● saved: entry {number}</source>
        <translation>● gespeichert: Eintrag {number}</translation>
    </message>
    <message>
        <source>● stable</source>
        <translation>● ruhig</translation>
    </message>
    <message>
        <source>● touching {seconds} s</source>
        <translation>● berührt seit {seconds} s</translation>
    </message>
    <message>
        <source>● {device}  ·  attached</source>
        <translation>● {device}  ·  verbunden</translation>
    </message>
    <message>
        <source>✓ Certificate {number} is issued and signed.</source>
        <translation>✓ Kalibrierschein {number} ist ausgestellt und unterschrieben.</translation>
    </message>
    <message>
        <source>✓ Compared with its display at {values}.</source>
        <translation>✓ Mit der Anzeige verglichen bei {values}.</translation>
    </message>
    <message>
        <source>✓ PASS</source>
        <translation>✓ BESTANDEN</translation>
    </message>
    <message>
        <source>✓ PASS WITH CORRECTION: the measured force is used</source>
        <translation>✓ BESTANDEN MIT KORREKTUR: die gemessene Kraft gilt</translation>
    </message>
    <message>
        <source>✓ Pressing reads as positive.</source>
        <translation>✓ Drücken wird positiv gelesen.</translation>
    </message>
    <message>
        <source>✓ The daily check is in the register.</source>
        <translation>✓ Die Tagesprüfung steht im Verzeichnis.</translation>
    </message>
    <message>
        <source>✓ WITHIN THE LIMITS</source>
        <translation>✓ INNERHALB DER GRENZEN</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ erledigt</translation>
    </message>
    <message>
        <source>✓ saved: {file}, verified</source>
        <translation>✓ gespeichert: {file}, geprüft</translation>
    </message>
    <message>
        <source>✓ valid</source>
        <translation>✓ gültig</translation>
    </message>
    <message>
        <source>✓ {clock} press {n}: {key} means “{meaning}”.</source>
        <translation>✓ {clock} Tastendruck {n}: {key} bedeutet „{meaning}“.</translation>
    </message>
    <message>
        <source>✓ {device}  ·  same device, now at {port}</source>
        <translation>✓ {device}  ·  dasselbe Gerät, jetzt an {port}</translation>
    </message>
    <message>
        <source>✓ {device}  ·  same device, now at {port}, {moved}</source>
        <translation>✓ {device}  ·  dasselbe Gerät, jetzt an {port}, {moved}</translation>
    </message>
    <message>
        <source>✓ {name} works: pressed {moment}</source>
        <translation>✓ {name} funktioniert: gedrückt {moment}</translation>
    </message>
    <message>
        <source>✓ {number} more lines are in order.</source>
        <translation>✓ {number} weitere Punkte sind in Ordnung.</translation>
    </message>
    <message>
        <source>✓ {port} is {gauge}: {why}.</source>
        <translation>✓ {port} ist {gauge}: {why}.</translation>
    </message>
    <message>
        <source>✓ {side} {repeat}: {girth}</source>
        <translation>✓ {side} {repeat}: {girth}</translation>
    </message>
    <message>
        <source>✓ {test} is done.</source>
        <translation>✓ {test} ist erledigt.</translation>
    </message>
    <message>
        <source>✕ BLOCKED</source>
        <translation>✕ GESPERRT</translation>
    </message>
    <message>
        <source>✕ Its display shows something else. Do not measure with it.</source>
        <translation>✕ Die Anzeige zeigt etwas anderes. Messen Sie nicht damit.</translation>
    </message>
    <message>
        <source>✕ UNPLUGGED</source>
        <translation>✕ ABGEZOGEN</translation>
    </message>
    <message>
        <source>✕ engine stopped: devices unknown</source>
        <translation>✕ Messprogramm ausgefallen: Geräte unbekannt</translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation>✕ nicht bestanden</translation>
    </message>
    <message>
        <source>✕ missed</source>
        <translation>✕ versäumt</translation>
    </message>
    <message>
        <source>✗ {side} {repeat} does not count</source>
        <translation>✗ {side} {repeat} zählt nicht</translation>
    </message>
    <message>
        <source>＋ {participant} is not in the register and is enrolled with this visit.</source>
        <translation>＋ {participant} steht nicht im Verzeichnis und wird mit dieser Visite aufgenommen.</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>(did you mean {near}?)</source>
        <translation>(meinten Sie {near}?)</translation>
    </message>
    <message>
        <source>({others} more after this)</source>
        <translation>(danach noch {others} weitere)</translation>
    </message>
    <message>
        <source>, going down,</source>
        <translation>, absteigend,</translation>
    </message>
    <message>
        <source>, going up,</source>
        <translation>, aufsteigend,</translation>
    </message>
    <message>
        <source>0 &lt; contact_{load} &lt; limit_{load} and 0 &lt; rate_tolerance &lt; 1 are needed</source>
        <translation>nötig sind 0 &lt; contact_{load} &lt; limit_{load} und 0 &lt; rate_tolerance &lt; 1</translation>
    </message>
    <message>
        <source>0.1 is added to every rating and not only to zeros</source>
        <translation>0.1 wird zu jeder Bewertung addiert, nicht nur zu Nullen</translation>
    </message>
    <message>
        <source>1 - cos {angle} degrees = {share}</source>
        <translation>1 - cos {angle} Grad = {share}</translation>
    </message>
    <message>
        <source>1 day after</source>
        <translation>1 Tag nach</translation>
    </message>
    <message>
        <source>1 day before</source>
        <translation>1 Tag vor</translation>
    </message>
    <message>
        <source>1 overload, 2 late, 4 peak mode</source>
        <translation>1 Überlast, 2 verspätet, 4 Spitzenwert-Modus</translation>
    </message>
    <message>
        <source>1 to {longest_ms}</source>
        <translation>1 bis {longest_ms}</translation>
    </message>
    <message>
        <source>1 to {longest} characters are needed, not {words}</source>
        <translation>nötig sind 1 bis {longest} Zeichen, nicht {words}</translation>
    </message>
    <message>
        <source>1024 mN is entered where 512 mN is not felt</source>
        <translation>1024 mN wird eingetragen, wo 512 mN nicht gespürt wird</translation>
    </message>
    <message>
        <source>2 s on, 2 s off</source>
        <translation>2 s an, 2 s Pause</translation>
    </message>
    <message>
        <source>2 to 40 small letters, digits and hyphens, a letter first</source>
        <translation>2 bis 40 Kleinbuchstaben, Ziffern und Bindestriche, zuerst ein Buchstabe</translation>
    </message>
    <message>
        <source>20deg plantar flexion</source>
        <translation>20 Grad Plantarflexion</translation>
    </message>
    <message>
        <source>22 unilateral sprains (uninjured side) and 11 uninjured people, 4 physiotherapists</source>
        <translation>22 einseitige Distorsionen (unverletzte Seite) und 11 Unverletzte, 4 Physiotherapeuten</translation>
    </message>
    <message>
        <source>27 min per area (Rolke 2006)</source>
        <translation>27 min je Areal (Rolke 2006)</translation>
    </message>
    <message>
        <source>4 mN is entered where 8 mN is already sharp, 1024 mN where 512 mN is not</source>
        <translation>4 mN wird eingetragen, wo schon 8 mN spitz ist, 1024 mN, wo 512 mN es nicht ist</translation>
    </message>
    <message>
        <source>50 mN/s until the first pain; called good where the slope from contact to response lies within 20 % of it</source>
        <translation>50 mN/s bis zum ersten Schmerz; gilt als gut, wenn die Steigung vom Kontakt bis zur Antwort höchstens 20 % davon abweicht</translation>
    </message>
    <message>
        <source>500 MB of free space are enough for a visit</source>
        <translation>500 MB freier Speicher reichen für eine Visite</translation>
    </message>
    <message>
        <source>: type {hints}</source>
        <translation>: geben Sie {hints} ein</translation>
    </message>
    <message>
        <source>; {url} has the {instead} now</source>
        <translation>; {url} hat jetzt {instead}</translation>
    </message>
    <message>
        <source>; {volume_ml} ml if it was read in litres</source>
        <translation>; {volume_ml} ml, falls in Litern abgelesen</translation>
    </message>
    <message>
        <source>A calibration is under way, and a balance or gauge serves one thing at a time.</source>
        <translation>Eine Kalibrierung läuft, und eine Waage oder ein Kraftmesser dient immer nur einem Zweck.</translation>
    </message>
    <message>
        <source>A calibration is under way.</source>
        <translation>Eine Kalibrierung läuft.</translation>
    </message>
    <message>
        <source>A calibration of {instrument_id} was interrupted after {readings} readings ({utc}).</source>
        <translation>Eine Kalibrierung von {instrument_id} wurde nach {readings} Messwerten unterbrochen ({utc}).</translation>
    </message>
    <message>
        <source>A certificate needs the name and the role of who signs it.</source>
        <translation>Ein Kalibrierschein braucht Name und Rolle der unterschreibenden Person.</translation>
    </message>
    <message>
        <source>A device of this visit is not connected.</source>
        <translation>Ein Gerät dieser Visite ist nicht verbunden.</translation>
    </message>
    <message>
        <source>A difference in temperature between the sides is found</source>
        <translation>Ein Temperaturunterschied zwischen den Seiten ist feststellbar</translation>
    </message>
    <message>
        <source>A file with this name exists; it is not overwritten.</source>
        <translation>Eine Datei dieses Namens besteht schon; sie wird nicht überschrieben.</translation>
    </message>
    <message>
        <source>A gauge is used for the ramps.</source>
        <translation>Für die Rampen wird ein Kraftmesser verwendet.</translation>
    </message>
    <message>
        <source>A gauge was not set to zero since it was attached.</source>
        <translation>Ein Kraftmesser wurde seit dem Verbinden nicht genullt.</translation>
    </message>
    <message>
        <source>A pedal or another key has been learned.</source>
        <translation>Ein Pedal oder eine andere Taste ist angelernt.</translation>
    </message>
    <message>
        <source>A pinprick hurts more than it should</source>
        <translation>Ein Nadelreiz schmerzt mehr, als er sollte</translation>
    </message>
    <message>
        <source>A pinprick hurts more than on the other side</source>
        <translation>Ein Nadelreiz schmerzt mehr als auf der anderen Seite</translation>
    </message>
    <message>
        <source>A practice area is tested first</source>
        <translation>Übungsareal zuerst</translation>
    </message>
    <message>
        <source>A press is under way.</source>
        <translation>Ein Druckvorgang läuft.</translation>
    </message>
    <message>
        <source>A reading more than 5 cm from the median of its side is refused</source>
        <translation>Eine Ablesung mehr als 5 cm vom Median ihrer Seite wird abgelehnt</translation>
    </message>
    <message>
        <source>A repeat is offered after a ramp that was too fast, too slow or uneven; the examiner decides</source>
        <translation>Nach einer zu schnellen, zu langsamen oder ungleichmäßigen Rampe wird eine Wiederholung angeboten; wer untersucht, entscheidet</translation>
    </message>
    <message>
        <source>A room of 18 to 28 °C is usual; anything else needs a reason</source>
        <translation>Üblich sind 18 bis 28 °C im Raum, sonst mit Begründung</translation>
    </message>
    <message>
        <source>A train whose beat comes more than one beat late is cut off and starts over</source>
        <translation>Eine Reizserie, deren Takt mehr als einen Schlag zu spät kommt, wird abgebrochen und neu begonnen</translation>
    </message>
    <message>
        <source>A trial at the safety limit waits 0.05 s for a response that was given before it</source>
        <translation>An der Sicherheitsgrenze wartet ein Durchgang 0.05 s auf eine Reaktion, die davor gegeben wurde</translation>
    </message>
    <message>
        <source>A trial starts only once the load has been below contact since it was armed</source>
        <translation>Ein Durchgang beginnt erst, wenn die Last seit dem Scharfstellen unter der Kontaktschwelle war</translation>
    </message>
    <message>
        <source>A typed number below contact is refused; one that differs by more than 3 times from the trial before is asked about</source>
        <translation>Eine eingetippte Zahl unter dem Kontaktwert wird abgelehnt; bei mehr als dreifachem Unterschied zum Durchgang davor wird nachgefragt</translation>
    </message>
    <message>
        <source>A visit is open, and a balance or gauge serves one thing at a time.</source>
        <translation>Eine Visite ist offen, und eine Waage oder ein Kraftmesser dient immer nur einem Zweck.</translation>
    </message>
    <message>
        <source>A visit is open.</source>
        <translation>Eine Visite ist offen.</translation>
    </message>
    <message>
        <source>A {kind} does not show a {value}.</source>
        <translation>Ein Gerät der Art {kind} zeigt keinen Wert der Art {value}.</translation>
    </message>
    <message>
        <source>A {value} is not calibrated here.</source>
        <translation>Geräte der Art {value} werden hier nicht kalibriert.</translation>
    </message>
    <message>
        <source>ASCII characters</source>
        <translation>ASCII-Zeichen</translation>
    </message>
    <message>
        <source>Add [[circumferences]] with segment, convention, height_cm, marks and first_mark.</source>
        <translation>Ergänzen Sie [[circumferences]] mit segment, convention, height_cm, marks und first_mark.</translation>
    </message>
    <message>
        <source>Add [[limb]] with segment, variant and position.</source>
        <translation>Ergänzen Sie [[limb]] mit segment, variant und position.</translation>
    </message>
    <message>
        <source>Add [[roles]] with name = &quot;examiner&quot; and what it sees.</source>
        <translation>Ergänzen Sie [[roles]] mit name = &quot;examiner&quot; und dem, was die Rolle sieht.</translation>
    </message>
    <message>
        <source>Add it to the file.</source>
        <translation>Ergänzen Sie es in der Datei.</translation>
    </message>
    <message>
        <source>Add the first set: qst-station calibrate add FILE.toml --site PREFIX --who NAME.</source>
        <translation>Fügen Sie den ersten Satz hinzu: qst-station calibrate add FILE.toml --site PREFIX --who NAME.</translation>
    </message>
    <message>
        <source>Adjust and calibrate it, or retire it.</source>
        <translation>Justieren und kalibrieren Sie es, oder mustern Sie es aus.</translation>
    </message>
    <message>
        <source>All answers so far are on disk.</source>
        <translation>Alle bisherigen Antworten sind gespeichert.</translation>
    </message>
    <message>
        <source>All readings are taken. Close the set.</source>
        <translation>Alle Ablesungen sind da. Schließen Sie die Messreihe ab.</translation>
    </message>
    <message>
        <source>All readings are there. Look at them, then finish.</source>
        <translation>Alle Messwerte sind da. Sehen Sie sie durch und schließen Sie dann ab.</translation>
    </message>
    <message>
        <source>All readings are there: finish the round.</source>
        <translation>Alle Messwerte sind da: schließen Sie die Runde ab.</translation>
    </message>
    <message>
        <source>All readings so far are kept.</source>
        <translation>Alle bisherigen Messwerte bleiben erhalten.</translation>
    </message>
    <message>
        <source>An instrument has no valid calibration: its stimulus needs a signature.</source>
        <translation>Ein Instrument ist nicht gültig kalibriert: sein Reiz braucht eine Freigabe.</translation>
    </message>
    <message>
        <source>An internal error in the window.</source>
        <translation>Ein interner Fehler im Fenster.</translation>
    </message>
    <message>
        <source>Anakinra in complex regional pain syndrome (ISRCTN12908996)</source>
        <translation>Anakinra bei komplexem regionalem Schmerzsyndrom (ISRCTN12908996)</translation>
    </message>
    <message>
        <source>Anchors of NRS 0 to 10 and of both VAS, words of the five points, steps of VAS 0 to 10, all recall periods but 24 h</source>
        <translation>Endpunkte der NRS 0–10 und beider VAS, Wörter der fünf Stufen, Schritte der VAS 0–10, alle Bezugszeiträume außer 24 h</translation>
    </message>
    <message>
        <source>Another program is writing it.</source>
        <translation>Ein anderes Programm schreibt gerade hinein.</translation>
    </message>
    <message>
        <source>Another program is writing this version, or was cut off while it did.</source>
        <translation>Ein anderes Programm schreibt diese Version gerade oder wurde dabei unterbrochen.</translation>
    </message>
    <message>
        <source>Another running program is writing the register.</source>
        <translation>Ein anderes laufendes Programm schreibt in das Verzeichnis.</translation>
    </message>
    <message>
        <source>Another running program is writing this journal.</source>
        <translation>Ein anderes laufendes Programm schreibt in dieses Journal.</translation>
    </message>
    <message>
        <source>Answers taken back: {n}.</source>
        <translation>Zurückgenommene Antworten: {n}.</translation>
    </message>
    <message>
        <source>Apply each stimulus once, in the order shown. Ask for a number from 0 (no pain) to 100 (most intense pain imaginable).</source>
        <translation>Setzen Sie jeden Reiz einmal, in der gezeigten Reihenfolge. Fragen Sie nach einer Zahl von 0 (kein Schmerz) bis 100 (stärkster vorstellbarer Schmerz).</translation>
    </message>
    <message>
        <source>Apply once, then enter the number.</source>
        <translation>Reiz einmal setzen, dann die Zahl eingeben.</translation>
    </message>
    <message>
        <source>Apply, then enter the answer.</source>
        <translation>Reiz setzen, dann die Antwort eingeben.</translation>
    </message>
    <message>
        <source>Are rings and jewellery off?</source>
        <translation>Sind Ringe und Schmuck abgelegt?</translation>
    </message>
    <message>
        <source>As imada-ds2, at the 256000 baud of the USB port (VID:PID 1412:0200; on Linux ftdi_sio must be told of it through new_id). One driver opens it with RTS/CTS, another with XON/XOFF; here it is opened with neither.</source>
        <translation>Wie imada-ds2, mit den 256000 Baud des USB-Anschlusses (VID:PID 1412:0200; unter Linux muss ftdi_sio über new_id davon erfahren). Ein Treiber öffnet ihn mit RTS/CTS, ein anderer mit XON/XOFF; hier wird er ohne beides geöffnet.</translation>
    </message>
    <message>
        <source>As imada-zta, at the 19200 baud of the RS-232 port. It carries about 90 values a second at most, so that the stream of 2000 is never started and the gauge is asked for each value.</source>
        <translation>Wie imada-zta, mit den 19200 Baud des RS-232-Anschlusses. Er überträgt höchstens etwa 90 Werte je Sekunde; deshalb wird der Strom von 2000 nie gestartet, und jeder Wert wird einzeln abgefragt.</translation>
    </message>
    <message>
        <source>Ask somebody in the role of {may}.</source>
        <translation>Fragen Sie jemanden mit der Rolle {may}.</translation>
    </message>
    <message>
        <source>Ask the sponsor for the interval.</source>
        <translation>Fragen Sie den Sponsor nach der Frist.</translation>
    </message>
    <message>
        <source>Ask, and enter what is said.</source>
        <translation>Fragen und eingeben, was gesagt wird.</translation>
    </message>
    <message>
        <source>Attach it as it was, or give this device another name.</source>
        <translation>Verbinden Sie es wie zuvor, oder geben Sie diesem Gerät einen anderen Namen.</translation>
    </message>
    <message>
        <source>Attach the devices anew. The file is kept as {name}.</source>
        <translation>Verbinden Sie die Geräte neu. Die Datei bleibt als {name} erhalten.</translation>
    </message>
    <message>
        <source>Attach the file to a request for support.</source>
        <translation>Fügen Sie die Datei einer Anfrage an den Support bei.</translation>
    </message>
    <message>
        <source>Attach the one it began with.</source>
        <translation>Verbinden Sie das Gerät, mit dem sie begann.</translation>
    </message>
    <message>
        <source>Attach the right gauge, give this one another name, or let the remembered one be forgotten.</source>
        <translation>Verbinden Sie das richtige Gerät, geben Sie diesem einen anderen Namen, oder lassen Sie das gemerkte vergessen.</translation>
    </message>
    <message>
        <source>Attached: {known}.</source>
        <translation>Verbunden: {known}.</translation>
    </message>
    <message>
        <source>BLUNT</source>
        <translation>STUMPF</translation>
    </message>
    <message>
        <source>BRUSH</source>
        <translation>PINSEL</translation>
    </message>
    <message>
        <source>Balance with A&amp;D standard format</source>
        <translation>Waage mit A&amp;D-Standardformat</translation>
    </message>
    <message>
        <source>Balance with MT-SICS (Mettler-Toledo; KERN KCP, newer Ohaus)</source>
        <translation>Waage mit MT-SICS (Mettler-Toledo; KERN KCP, neuere Ohaus)</translation>
    </message>
    <message>
        <source>Balance with Sartorius SBI</source>
        <translation>Waage mit Sartorius SBI</translation>
    </message>
    <message>
        <source>Balance with the classic KERN line (FKB and others)</source>
        <translation>Waage mit klassischer KERN-Zeile (FKB und andere)</translation>
    </message>
    <message>
        <source>Balance with the classic Ohaus line (Navigator and later)</source>
        <translation>Waage mit klassischer Ohaus-Zeile (Navigator und neuer)</translation>
    </message>
    <message>
        <source>Balances with reference masses</source>
        <translation>Waagen mit Referenzgewichten</translation>
    </message>
    <message>
        <source>Before the limb is measured</source>
        <translation>Vor der Messung der Extremität</translation>
    </message>
    <message>
        <source>Begin one.</source>
        <translation>Beginnen Sie eine.</translation>
    </message>
    <message>
        <source>Begin the training again from the start screen or with qst-station train.</source>
        <translation>Beginnen Sie das Training neu vom Startbild oder mit qst-station train.</translation>
    </message>
    <message>
        <source>Both stay as they are, and the session counts.</source>
        <translation>Beide bleiben, wie sie sind, und die Sitzung zählt.</translation>
    </message>
    <message>
        <source>Both stay as they are.</source>
        <translation>Beide bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Brush written down as 300 mN, the middle of its range</source>
        <translation>Pinsel mit 300 mN notiert, der Mitte seines Bereichs</translation>
    </message>
    <message>
        <source>Budapest criteria</source>
        <translation>Budapest-Kriterien</translation>
    </message>
    <message>
        <source>COTTON TIP</source>
        <translation>WATTESTÄBCHEN</translation>
    </message>
    <message>
        <source>COTTON WISP</source>
        <translation>WATTEBAUSCH</translation>
    </message>
    <message>
        <source>CRPS Severity Score</source>
        <translation>CRPS-Schweregrad (CSS)</translation>
    </message>
    <message>
        <source>CRPS Severity Score (0-16)</source>
        <translation>CRPS-Schweregrad (0–16)</translation>
    </message>
    <message>
        <source>CRPS Severity Score at the other visits, spontaneous pain and skin temperature at all of them are optional</source>
        <translation>CRPS-Schweregrad bei den übrigen Visiten, Spontanschmerz und Hauttemperatur bei allen sind freiwillig</translation>
    </message>
    <message>
        <source>CRPS with pressure hyperalgesia</source>
        <translation>CRPS mit Druckhyperalgesie</translation>
    </message>
    <message>
        <source>Calibrate another instrument.</source>
        <translation>Kalibrieren Sie ein anderes Instrument.</translation>
    </message>
    <message>
        <source>Calibrate it.</source>
        <translation>Kalibrieren Sie es.</translation>
    </message>
    <message>
        <source>Call about the diary</source>
        <translation>Anruf zum Tagebuch</translation>
    </message>
    <message>
        <source>Call after day 0</source>
        <translation>Anruf nach Tag 0</translation>
    </message>
    <message>
        <source>Call after day 120</source>
        <translation>Anruf nach Tag 120</translation>
    </message>
    <message>
        <source>Call after day 30</source>
        <translation>Anruf nach Tag 30</translation>
    </message>
    <message>
        <source>Call after day 60</source>
        <translation>Anruf nach Tag 60</translation>
    </message>
    <message>
        <source>Call after day 90</source>
        <translation>Anruf nach Tag 90</translation>
    </message>
    <message>
        <source>Captured {received} bytes in {path}.</source>
        <translation>{received} Bytes in {path} mitgeschnitten.</translation>
    </message>
    <message>
        <source>Certificate {certificate} of {date} does not expire: the sponsor has set no interval.</source>
        <translation>Kalibrierschein {certificate} vom {date} läuft nicht ab: der Sponsor hat keine Frist festgelegt.</translation>
    </message>
    <message>
        <source>Certificate {certificate} of {date} holds until {due}.</source>
        <translation>Kalibrierschein {certificate} vom {date} gilt bis {due}.</translation>
    </message>
    <message>
        <source>Certificates are signed and stay valid without the register. Until it is restored, no instrument counts as valid.</source>
        <translation>Kalibrierscheine sind unterschrieben und bleiben auch ohne das Verzeichnis gültig. Bis es wiederhergestellt ist, zählt kein Instrument als gültig.</translation>
    </message>
    <message>
        <source>Changed sweating, or a difference between the sides, is seen or felt</source>
        <translation>Verändertes Schwitzen oder ein Seitenunterschied ist zu sehen oder zu fühlen</translation>
    </message>
    <message>
        <source>Changes of hair, nails or skin are seen</source>
        <translation>Veränderungen an Haaren, Nägeln oder Haut sind zu sehen</translation>
    </message>
    <message>
        <source>Changes of skin colour, or a difference between the sides, are seen</source>
        <translation>Veränderungen der Hautfarbe oder ein Seitenunterschied sind zu sehen</translation>
    </message>
    <message>
        <source>Check it at the station that issued it.</source>
        <translation>Prüfen Sie ihn an der Station, die ihn ausgestellt hat.</translation>
    </message>
    <message>
        <source>Check its path, its rights and its encoding.</source>
        <translation>Prüfen Sie Pfad, Rechte und Zeichenkodierung.</translation>
    </message>
    <message>
        <source>Check that it is there and that this station may write to its data folder.</source>
        <translation>Prüfen Sie, ob sie da ist und ob diese Station in ihren Datenordner schreiben darf.</translation>
    </message>
    <message>
        <source>Check that this is the right file.</source>
        <translation>Prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>Check the clock of the computer.</source>
        <translation>Prüfen Sie die Uhr des Computers.</translation>
    </message>
    <message>
        <source>Check the clock, keep the computer from sleeping during a visit, and note the deviation.</source>
        <translation>Prüfen Sie die Uhr, verhindern Sie den Ruhezustand während einer Visite und vermerken Sie die Abweichung.</translation>
    </message>
    <message>
        <source>Check the disk and its free space, then seal the session again.</source>
        <translation>Prüfen Sie Datenträger und freien Speicher, dann versiegeln Sie die Sitzung erneut.</translation>
    </message>
    <message>
        <source>Check the disk and its free space, then try again.</source>
        <translation>Prüfen Sie den Datenträger und seinen freien Platz, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>Check the folder, its rights and the disk.</source>
        <translation>Prüfen Sie den Ordner, seine Rechte und den Datenträger.</translation>
    </message>
    <message>
        <source>Check the identifier, or enrol the participant first.</source>
        <translation>Prüfen Sie die Kennung, oder nehmen Sie die Person zuerst auf.</translation>
    </message>
    <message>
        <source>Check the progress before the next answer.</source>
        <translation>Prüfen Sie den Stand vor der nächsten Antwort.</translation>
    </message>
    <message>
        <source>Check the rights of this file.</source>
        <translation>Prüfen Sie die Rechte dieser Datei.</translation>
    </message>
    <message>
        <source>Choose a session file of this program, or update the program.</source>
        <translation>Wählen Sie eine Sitzungsdatei dieses Programms, oder aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>Choose a visit in the clinic with an assessment; a call is noted with the participant.</source>
        <translation>Wählen Sie eine Visite vor Ort mit einer Untersuchung; ein Anruf wird bei der Person vermerkt.</translation>
    </message>
    <message>
        <source>Choose another folder on a local disk with free space.</source>
        <translation>Wählen Sie einen anderen Ordner auf einem lokalen Datenträger mit freiem Speicher.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose another place, or send the journal to support.</source>
        <translation>Wählen Sie einen anderen Ort, oder senden Sie das Journal an den Support.</translation>
    </message>
    <message>
        <source>Choose one of those named.</source>
        <translation>Wählen Sie eine der genannten.</translation>
    </message>
    <message>
        <source>Choose one of: {allowed}.</source>
        <translation>Zur Wahl stehen: {allowed}.</translation>
    </message>
    <message>
        <source>Choose one of: {segment}; or change the study document.</source>
        <translation>Zur Wahl stehen: {segment}; oder ändern Sie das Studiendokument.</translation>
    </message>
    <message>
        <source>Choose one of: {words}; or import the file: qst-station words import.</source>
        <translation>Zur Wahl stehen: {words}; oder importieren Sie die Datei: qst-station words import.</translation>
    </message>
    <message>
        <source>Choose the folder of a session.</source>
        <translation>Wählen Sie den Ordner einer Sitzung.</translation>
    </message>
    <message>
        <source>Choose the participant from the list, or correct the identifier.</source>
        <translation>Wählen Sie die Person aus der Liste, oder berichtigen Sie die Kennung.</translation>
    </message>
    <message>
        <source>Choose the set that is on the tray.</source>
        <translation>Wählen Sie den Satz, der auf dem Tablett liegt.</translation>
    </message>
    <message>
        <source>Choose the visit that is meant, or go on: both sessions stay.</source>
        <translation>Wählen Sie die gemeinte Visite, oder fahren Sie fort: beide Sitzungen bleiben.</translation>
    </message>
    <message>
        <source>Circumferences</source>
        <translation>Umfänge</translation>
    </message>
    <message>
        <source>Circumferences from 10 to 120 cm</source>
        <translation>Umfänge von 10 bis 120 cm</translation>
    </message>
    <message>
        <source>Clinical criteria</source>
        <translation>Klinische Kriterien</translation>
    </message>
    <message>
        <source>Close it first.</source>
        <translation>Schließen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Close that program (a terminal, the maker&apos;s software, a second window of this one) and try again.</source>
        <translation>Schließen Sie jenes Programm (ein Terminal, die Herstellersoftware, ein zweites Fenster von diesem) und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Close the session soon and check the disk.</source>
        <translation>Schließen Sie die Sitzung bald und prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>Close the visit first.</source>
        <translation>Schließen Sie zuerst die Visite.</translation>
    </message>
    <message>
        <source>Command and a printed example: manual. Reply layout partly inferred, as for wagner-fpx. The manual calls - tension, hence compression_sign +1, against the only driver of the FPX: check the sign by a light press. The baud rate is set in the gauge&apos;s menu: choose 9600.</source>
        <translation>Befehl und gedrucktes Beispiel: Handbuch. Aufbau der Antwort teils erschlossen, wie bei wagner-fpx. Das Handbuch nennt - Zug, daher compression_sign +1, anders als der einzige Treiber des FPX: prüfen Sie das Vorzeichen mit leichtem Druck. Die Baudrate wird im Menü des Geräts eingestellt: 9600.</translation>
    </message>
    <message>
        <source>Command and line: manual. Inferred: 9600 baud 8N1 (old balances 2400 baud 7N2), the minus next to the digits, the blank after the unit of a settled value. A value must end in the column of the one before. A legend (NET, time) after the unit is refused. Scout Pro and Traveler know no IP.</source>
        <translation>Befehl und Zeile: Handbuch. Erschlossen: 9600 Baud 8N1 (alte Waagen 2400 Baud 7N2), das Minus direkt vor den Ziffern, das Leerzeichen hinter der Einheit eines ruhigen Werts. Ein Wert muss in derselben Spalte enden wie der davor. Ein Zusatz (NET, Zeit) hinter der Einheit wird abgelehnt. Scout Pro und Traveler kennen IP nicht.</translation>
    </message>
    <message>
        <source>Command, reply and error code: manual. These gauges know no output by themselves and no identity: they are asked for each value. What the wire carries on overload is not in the manual: the usual display codes count as overload. The baud rate is set in the gauge&apos;s menu: choose 115200.</source>
        <translation>Befehl, Antwort und Fehlercode: Handbuch. Diese Geräte senden nichts von selbst und haben keine Kennung: jeder Wert wird abgefragt. Was bei Überlast gesendet wird, steht nicht im Handbuch: die üblichen Anzeigen gelten als Überlast. Die Baudrate wird im Menü des Geräts eingestellt: 115200.</translation>
    </message>
    <message>
        <source>Command: manual and code. Reply layout partly inferred: whether compression carries a + and whether a space follows the - is unclear, so that all of them are read. The only public FPX driver negates the number, hence compression_sign -1, against the wording of the FDX manual: check the sign by a light press. Unknown commands get no reply.</source>
        <translation>Befehl: Handbuch und Code. Aufbau der Antwort teils erschlossen: ob Druck ein + trägt und ob nach dem - ein Leerzeichen folgt, ist unklar; alle Formen werden gelesen. Der einzige öffentliche FPX-Treiber kehrt die Zahl um, daher compression_sign -1, anders als das FDX-Handbuch: prüfen Sie das Vorzeichen mit leichtem Druck. Unbekannte Befehle bleiben ohne Antwort.</translation>
    </message>
    <message>
        <source>Commands and fields: manual. Its table of columns is off by one against its own cells, so that lines are read by their fields; a value must end in the column of the one before. Inferred: 9600 baud 8N1, the minus next to the digits. A line that begins with M is refused (what M means is not known). Without unit the value has not settled and no number is read.</source>
        <translation>Befehle und Felder: Handbuch. Dessen Spaltentabelle weicht um eins von den eigenen Zellen ab; die Zeilen werden nach Feldern gelesen, und ein Wert muss in derselben Spalte enden wie der davor. Erschlossen: 9600 Baud 8N1, das Minus direkt vor den Ziffern. Eine Zeile mit M am Anfang wird abgelehnt (Bedeutung unbekannt). Ohne Einheit ist der Wert nicht ruhig und wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Commands and replies seen in one working driver. The unit is asked for before the first value of a stream and with each polled one. That the empty command ends a stream is taken from the iLoad. Not known: the sign of compression, and what the wire carries on overload, so that an overload is not seen.</source>
        <translation>Befehle und Antworten aus einem funktionierenden Treiber. Die Einheit wird vor dem ersten Wert eines Stroms und bei jedem abgefragten erfragt. Dass der leere Befehl einen Strom beendet, ist vom iLoad übernommen. Unbekannt: das Vorzeichen von Druck und was bei Überlast gesendet wird; eine Überlast wird nicht erkannt.</translation>
    </message>
    <message>
        <source>Commands and replies: manual. Asked for each value and never streamed: in a stream of whole numbers two halves that ran together would be a number. The sign of compression is unconfirmed. What the wire carries on overload is not documented, so that an overload is not seen.</source>
        <translation>Befehle und Antworten: Handbuch. Jeder Wert wird abgefragt, nie als Strom: in einem Strom ganzer Zahlen wären zwei zusammengelaufene Hälften eine Zahl. Das Vorzeichen von Druck ist unbestätigt. Was bei Überlast gesendet wird, ist nicht dokumentiert; eine Überlast wird nicht erkannt.</translation>
    </message>
    <message>
        <source>Commands and replies: manual. The value in ten columns was seen in working drivers; a line of another width is refused, which shows a lost digit. KERN wants 100 ms between requests. KERN and Ohaus must be switched to this protocol in their menu.</source>
        <translation>Befehle und Antworten: Handbuch. Den Wert in zehn Spalten zeigen funktionierende Treiber; eine Zeile anderer Breite wird abgelehnt, was eine verlorene Ziffer zeigt. KERN braucht 100 ms zwischen Abfragen. KERN und Ohaus müssen im Menü auf dieses Protokoll umgestellt werden.</translation>
    </message>
    <message>
        <source>Commands of the continuous output: manual. The reply is not documented: it is assumed to be the line of wagner-fdv, at 9600 baud. Every sample is asked for (CA), because CX would leave out the start of a ramp. Needs firmware 3.3.3. The gauge forgets the order when it switches itself off; it is given again after half a second of silence.</source>
        <translation>Befehle der Dauerausgabe: Handbuch. Die Antwort ist nicht dokumentiert: angenommen wird die Zeile von wagner-fdv mit 9600 Baud. Jeder Wert wird angefordert (CA), weil CX den Beginn einer Rampe ausließe. Braucht Firmware 3.3.3. Schaltet sich das Gerät ab, vergisst es den Auftrag; er wird nach einer halben Sekunde Stille wiederholt.</translation>
    </message>
    <message>
        <source>Commands, replies and error codes: manual. Whether set commands are acknowledged and what the wire carries on overload are not in the manuals read: both silence and *nn are accepted, and the usual display codes count as overload. The rate of AOUTn differs by series: measure it. The battery is told once, when the dialogue begins. Some gauges are set to 9600 baud. The number of the USB port was seen in one driver.</source>
        <translation>Befehle, Antworten und Fehlercodes: Handbuch. Ob Stellbefehle bestätigt werden und was bei Überlast gesendet wird, steht nicht in den gelesenen Handbüchern: Stille und *nn werden angenommen, die üblichen Anzeigen gelten als Überlast. Die Rate von AOUTn hängt von der Serie ab: messen Sie sie. Die Batterie wird einmal zu Beginn gemeldet. Manche Geräte stehen auf 9600 Baud. Die Nummer des USB-Anschlusses stammt aus einem Treiber.</translation>
    </message>
    <message>
        <source>Compare the last answers with the paper record: rows missing at the end cannot be noticed.</source>
        <translation>Vergleichen Sie die letzten Antworten mit der Papierakte: fehlende Zeilen am Ende sind nicht erkennbar.</translation>
    </message>
    <message>
        <source>Compression, dressing or splint</source>
        <translation>Kompression, Verband oder Schiene</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Consent, diary handed out</source>
        <translation>Einwilligung, Tagebuch ausgehändigt</translation>
    </message>
    <message>
        <source>Contact from 10 kPa on; 10 s between trials</source>
        <translation>Kontakt ab 10 kPa; 10 s zwischen den Durchgängen</translation>
    </message>
    <message>
        <source>Contact from 10 mN on; 10 s between trials</source>
        <translation>Kontakt ab 10 mN; 10 s zwischen den Durchgängen</translation>
    </message>
    <message>
        <source>Contact of 1.5 s, pause of 2 s</source>
        <translation>Kontakt 1.5 s, Pause 2 s</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Control area first</source>
        <translation>Kontrollareal zuerst</translation>
    </message>
    <message>
        <source>Control site on the other side of the body</source>
        <translation>Kontrollareal auf der anderen Körperseite</translation>
    </message>
    <message>
        <source>Correct it and begin again.</source>
        <translation>Berichtigen Sie es und beginnen Sie neu.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Berichtigen Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Correct it.</source>
        <translation>Berichtigen Sie es.</translation>
    </message>
    <message>
        <source>Correct the number, or give the visit a day.</source>
        <translation>Berichtigen Sie die Zahl, oder geben Sie der Visite einen Tag.</translation>
    </message>
    <message>
        <source>Correct the number.</source>
        <translation>Berichtigen Sie die Zahl.</translation>
    </message>
    <message>
        <source>Correct the number; it is in centimetres.</source>
        <translation>Berichtigen Sie die Zahl; sie ist in Zentimetern.</translation>
    </message>
    <message>
        <source>Correct the two numbers, or the scale.</source>
        <translation>Berichtigen Sie die beiden Zahlen oder die Skala.</translation>
    </message>
    <message>
        <source>Correct this field in the file.</source>
        <translation>Berichtigen Sie dieses Feld in der Datei.</translation>
    </message>
    <message>
        <source>Correct this field.</source>
        <translation>Berichtigen Sie dieses Feld.</translation>
    </message>
    <message>
        <source>Correct this place in the file.</source>
        <translation>Berichtigen Sie diese Stelle in der Datei.</translation>
    </message>
    <message>
        <source>Could not configure port</source>
        <translation>Anschluss konnte nicht eingestellt werden</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Kriterium</translation>
    </message>
    <message>
        <source>DFNS reference values, mechanical parameters, hand and foot</source>
        <translation>DFNS-Referenzwerte, mechanische Parameter, Hand und Fuß</translation>
    </message>
    <message>
        <source>Daily check with a control chart</source>
        <translation>Tagesprüfung mit Regelkarte</translation>
    </message>
    <message>
        <source>Daily ratings are the average of the last 24 hours, spontaneous pain is pain now</source>
        <translation>Die Tagesbewertung ist der Durchschnitt der letzten 24 Stunden, Spontanschmerz ist Schmerz jetzt</translation>
    </message>
    <message>
        <source>Day 0</source>
        <translation>Tag 0</translation>
    </message>
    <message>
        <source>Day 120</source>
        <translation>Tag 120</translation>
    </message>
    <message>
        <source>Day 180, by telephone</source>
        <translation>Tag 180, telefonisch</translation>
    </message>
    <message>
        <source>Day 30</source>
        <translation>Tag 30</translation>
    </message>
    <message>
        <source>Day 60</source>
        <translation>Tag 60</translation>
    </message>
    <message>
        <source>Day 90</source>
        <translation>Tag 90</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>Described by a user&apos;s document.</source>
        <translation>Beschrieben durch ein Dokument des Anwenders.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Diary</source>
        <translation>Tagebuch</translation>
    </message>
    <message>
        <source>Did you mean {close}?</source>
        <translation>Meinten Sie {close}?</translation>
    </message>
    <message>
        <source>Displaced water from 100 ml to 20 l</source>
        <translation>Verdrängtes Wasser von 100 ml bis 20 l</translation>
    </message>
    <message>
        <source>Do first what is due: {due}.</source>
        <translation>Tun Sie zuerst, was ansteht: {due}.</translation>
    </message>
    <message>
        <source>Do not compute a change between the two.</source>
        <translation>Berechnen Sie keine Veränderung zwischen den beiden.</translation>
    </message>
    <message>
        <source>Do not measure with it. Choose another gauge or unit, or capture it and ask for support.</source>
        <translation>Messen Sie nicht damit. Wählen Sie ein anderes Gerät oder eine andere Einheit, oder schneiden Sie mit und fragen Sie den Support.</translation>
    </message>
    <message>
        <source>Do not use it. The register has it as signed: qst-station calibrate certificate NUMBER --out FILE.</source>
        <translation>Verwenden Sie ihn nicht. Das Verzeichnis hat die unterschriebene Fassung: qst-station calibrate certificate NUMBER --out FILE.</translation>
    </message>
    <message>
        <source>Do not use these data before somebody has found out who changed the journal.</source>
        <translation>Verwenden Sie diese Daten nicht, bevor geklärt ist, wer das Journal verändert hat.</translation>
    </message>
    <message>
        <source>Do not use this file; take it from a backup or seal the journal again.</source>
        <translation>Verwenden Sie diese Datei nicht; nehmen Sie sie aus einer Sicherung, oder versiegeln Sie das Journal erneut.</translation>
    </message>
    <message>
        <source>Do the daily check.</source>
        <translation>Machen Sie die Tagesprüfung.</translation>
    </message>
    <message>
        <source>Does not count: {void_reason}. It is asked for again.</source>
        <translation>Zählt nicht: {void_reason}. Der Durchgang wird wiederholt.</translation>
    </message>
    <message>
        <source>Each of {of} entries is what was said, where something was said.</source>
        <translation>Jede der {of} Eingaben entspricht dem Gesagten, wo etwas gesagt wurde.</translation>
    </message>
    <message>
        <source>Each touch tool five times (15 strokes)</source>
        <translation>Jedes Berührungswerkzeug fünfmal (15 Streichreize)</translation>
    </message>
    <message>
        <source>Electronic von Frey: pain threshold of a rising force</source>
        <translation>Elektronischer von-Frey-Test: Schmerzschwelle bei steigender Kraft</translation>
    </message>
    <message>
        <source>Enter 1 to 119, or leave it empty: then there are no z-scores.</source>
        <translation>Geben Sie 1 bis 119 ein, oder lassen Sie es leer: dann gibt es keine z-Werte.</translation>
    </message>
    <message>
        <source>Enter both.</source>
        <translation>Geben Sie beides ein.</translation>
    </message>
    <message>
        <source>Enter initials or a name of at most {who_bytes} bytes.</source>
        <translation>Geben Sie Initialen oder einen Namen von höchstens {who_bytes} Bytes ein.</translation>
    </message>
    <message>
        <source>Enter the day of the call.</source>
        <translation>Geben Sie den Tag des Anrufs ein.</translation>
    </message>
    <message>
        <source>Enter the number again. Do not apply the stimulus again.</source>
        <translation>Zahl neu eingeben. Den Reiz nicht noch einmal setzen.</translation>
    </message>
    <message>
        <source>Enter the {role} and its certificate.</source>
        <translation>Geben Sie das Bezugsnormal ({role}) und seinen Kalibrierschein ein.</translation>
    </message>
    <message>
        <source>Enter what is said: {n} of {of} entries differ from it. Undo a wrong one at once with Backspace.</source>
        <translation>Geben Sie ein, was gesagt wird: {n} von {of} Eingaben weichen ab. Nehmen Sie eine falsche sofort mit der Rücktaste zurück.</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Every acknowledged answer is in the journal.</source>
        <translation>Jede bestätigte Antwort ist im Journal.</translation>
    </message>
    <message>
        <source>Every device of this visit is connected.</source>
        <translation>Alle Geräte dieser Visite sind verbunden.</translation>
    </message>
    <message>
        <source>Every gauge was set to zero since it was attached.</source>
        <translation>Jeder Kraftmesser wurde seit dem Verbinden genullt.</translation>
    </message>
    <message>
        <source>Every instrument of this visit may be used.</source>
        <translation>Alle Instrumente dieser Visite dürfen verwendet werden.</translation>
    </message>
    <message>
        <source>Every row that is not named is verified.</source>
        <translation>Jede Zeile, die nicht genannt ist, ist geprüft.</translation>
    </message>
    <message>
        <source>Every test is done or skipped. Review and close the visit.</source>
        <translation>Alle Tests sind erledigt oder ausgelassen. Sehen Sie die Visite durch und schließen Sie sie.</translation>
    </message>
    <message>
        <source>Everything before it is recorded, and the sealed sessions are not touched.</source>
        <translation>Alles davor ist gespeichert, und die versiegelten Sitzungen sind unberührt.</translation>
    </message>
    <message>
        <source>Everything before it is recorded.</source>
        <translation>Alles davor ist gespeichert.</translation>
    </message>
    <message>
        <source>Everything is answered. Close the form.</source>
        <translation>Alles ist beantwortet. Schließen Sie das Formular.</translation>
    </message>
    <message>
        <source>Everything that was acknowledged is recorded.</source>
        <translation>Alles Bestätigte ist gespeichert.</translation>
    </message>
    <message>
        <source>Everything up to row {last_seq} is recorded; the last input is not.</source>
        <translation>Alles bis Zeile {last_seq} ist gespeichert; die letzte Eingabe nicht.</translation>
    </message>
    <message>
        <source>Example: seven days of daily ratings decide about entry</source>
        <translation>Beispiel: sieben Tage Tagesbewertungen entscheiden über die Aufnahme</translation>
    </message>
    <message>
        <source>Example: sixteen healthy volunteers show how a site measures</source>
        <translation>Beispiel: sechzehn gesunde Freiwillige zeigen, wie ein Zentrum misst</translation>
    </message>
    <message>
        <source>Example: two treatments in turn, pain on a visual analogue scale</source>
        <translation>Beispiel: zwei Behandlungen nacheinander, Schmerz auf einer visuellen Analogskala</translation>
    </message>
    <message>
        <source>FELT</source>
        <translation>GESPÜRT</translation>
    </message>
    <message>
        <source>FORK</source>
        <translation>STIMMGABEL</translation>
    </message>
    <message>
        <source>Figure-of-8 and mechanical QST at the days in between are optional</source>
        <translation>Achterumfang und mechanische QST an den Tagen dazwischen sind freiwillig</translation>
    </message>
    <message>
        <source>Figure-of-8 girth</source>
        <translation>Achterumfang (Figure-of-8)</translation>
    </message>
    <message>
        <source>Find out which is right, and amend the register if it is not.</source>
        <translation>Klären Sie, was richtig ist, und berichtigen Sie das Verzeichnis, wenn nötig.</translation>
    </message>
    <message>
        <source>Find out who put it there, and restore the session from a backup.</source>
        <translation>Klären Sie, wer sie dorthin gelegt hat, und stellen Sie die Sitzung aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Finish it first.</source>
        <translation>Schließen Sie das zuerst ab.</translation>
    </message>
    <message>
        <source>Finish or leave it.</source>
        <translation>Schließen Sie sie ab oder verlassen Sie sie.</translation>
    </message>
    <message>
        <source>Finish or skip the open tests first.</source>
        <translation>Schließen Sie die offenen Tests zuerst ab, oder lassen Sie sie aus.</translation>
    </message>
    <message>
        <source>Finish or skip the open tests, sign and close the visit.</source>
        <translation>Schließen Sie die offenen Tests ab oder lassen Sie sie aus, dann unterschreiben und schließen Sie die Visite.</translation>
    </message>
    <message>
        <source>Finish the trial, free space on the disk, then go on.</source>
        <translation>Beenden Sie den Durchgang, schaffen Sie freien Speicher, dann fahren Sie fort.</translation>
    </message>
    <message>
        <source>First A, then B</source>
        <translation>Zuerst A, dann B</translation>
    </message>
    <message>
        <source>First B, then A</source>
        <translation>Zuerst B, dann A</translation>
    </message>
    <message>
        <source>First enter temperature and humidity of the room.</source>
        <translation>Geben Sie zuerst Temperatur und Luftfeuchte des Raums ein.</translation>
    </message>
    <message>
        <source>First enter the reference standards with their certificates.</source>
        <translation>Geben Sie zuerst die Bezugsnormale mit ihren Kalibrierscheinen ein.</translation>
    </message>
    <message>
        <source>First period, call</source>
        <translation>Erste Periode, Anruf</translation>
    </message>
    <message>
        <source>First period, end</source>
        <translation>Erste Periode, Ende</translation>
    </message>
    <message>
        <source>First period, start</source>
        <translation>Erste Periode, Beginn</translation>
    </message>
    <message>
        <source>Five words, pain now</source>
        <translation>Fünf Wörter, Schmerz jetzt</translation>
    </message>
    <message>
        <source>Flatten the nested arrays and tables.</source>
        <translation>Lösen Sie die verschachtelten Felder und Tabellen auf.</translation>
    </message>
    <message>
        <source>Follow the lane of {test}: {n} of {of} ramps were {how}.</source>
        <translation>Folgen Sie bei {test} dem Zielband: {n} von {of} Rampen waren {how}.</translation>
    </message>
    <message>
        <source>Follow the lane. Release at the button.</source>
        <translation>Dem Zielband folgen. Beim Knopfdruck loslassen.</translation>
    </message>
    <message>
        <source>Force and friction of weighted pinpricks on a balance</source>
        <translation>Kraft und Reibung gewichtsbelasteter Pinprick-Stimulatoren auf einer Waage</translation>
    </message>
    <message>
        <source>Force gauges and algometers under rising and falling loads</source>
        <translation>Kraftmesser und Algometer unter steigender und fallender Last</translation>
    </message>
    <message>
        <source>Force of von Frey hairs on a balance</source>
        <translation>Kraft von von-Frey-Haaren auf einer Waage</translation>
    </message>
    <message>
        <source>Force on the display in mN, not N, not g</source>
        <translation>Kraft auf der Anzeige in mN, nicht N, nicht g</translation>
    </message>
    <message>
        <source>Form of the participant identifier</source>
        <translation>Form der Teilnehmerkennung</translation>
    </message>
    <message>
        <source>Found on examination</source>
        <translation>Bei der Untersuchung festgestellt</translation>
    </message>
    <message>
        <source>Frame: manual; unit codes: manual and code. On a force gauge the codes for kg, lb, g and oz mean kgf, lbf, gf and ozf. The frame has no overload flag: an overload is not seen. The gauge&apos;s cable is fed from DTR, which is asserted while the port is open. Only the upper display is read. The sign of compression is unconfirmed. Older FG-5000 gauges may send at 2400 baud (unverified).</source>
        <translation>Rahmen: Handbuch; Einheitencodes: Handbuch und Code. Bei einem Kraftmesser bedeuten die Codes für kg, lb, g und oz kgf, lbf, gf und ozf. Der Rahmen kennt keine Überlast: sie wird nicht erkannt. Das Kabel wird aus DTR gespeist, das bei offenem Anschluss gesetzt ist. Nur die obere Anzeige wird gelesen. Das Vorzeichen von Druck ist unbestätigt. Ältere FG-5000 senden eventuell mit 2400 Baud (ungeprüft).</translation>
    </message>
    <message>
        <source>Free space on the disk or check it, then enter it again.</source>
        <translation>Schaffen Sie freien Speicher oder prüfen Sie den Datenträger, dann geben Sie es erneut ein.</translation>
    </message>
    <message>
        <source>Free space on the disk, then open the visit again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, dann öffnen Sie die Visite wieder.</translation>
    </message>
    <message>
        <source>Free space on the disk, then: qst-station calibrate certificate {name} --out FILE.pdf.</source>
        <translation>Schaffen Sie freien Speicher, dann: qst-station calibrate certificate {name} --out FILE.pdf.</translation>
    </message>
    <message>
        <source>From the diary, as it was written on the day.</source>
        <translation>Aus dem Tagebuch, so wie es am Tag notiert wurde.</translation>
    </message>
    <message>
        <source>Girths</source>
        <translation>Umfänge</translation>
    </message>
    <message>
        <source>Give a device path, a COM name, or socket://HOST:PORT.</source>
        <translation>Geben Sie einen Gerätepfad, einen COM-Namen oder socket://HOST:PORT an.</translation>
    </message>
    <message>
        <source>Give each its own name.</source>
        <translation>Geben Sie jedem einen eigenen Namen.</translation>
    </message>
    <message>
        <source>Give it in one of {units}.</source>
        <translation>Geben Sie sie in einer dieser Einheiten an: {units}.</translation>
    </message>
    <message>
        <source>Give one visit day = 0.</source>
        <translation>Geben Sie einer Visite day = 0.</translation>
    </message>
    <message>
        <source>Give one.</source>
        <translation>Geben Sie einen an.</translation>
    </message>
    <message>
        <source>Give the control site another side or area.</source>
        <translation>Geben Sie dem Kontrollareal eine andere Seite oder Region.</translation>
    </message>
    <message>
        <source>Give the new one another id; the old one keeps its history.</source>
        <translation>Geben Sie dem neuen eine andere Kennung; das alte behält seine Historie.</translation>
    </message>
    <message>
        <source>Give the new text another version. The one that is here: qst-station words show {name}.</source>
        <translation>Geben Sie dem neuen Text eine andere Version. Der vorhandene: qst-station words show {name}.</translation>
    </message>
    <message>
        <source>Go on by sight, or connect a loudspeaker and start the program anew; M switches the sound off.</source>
        <translation>Arbeiten Sie nach Sicht weiter, oder schließen Sie einen Lautsprecher an und starten Sie das Programm neu; M schaltet den Ton aus.</translation>
    </message>
    <message>
        <source>Go on if the visit is to be done today: the deviation is recorded.</source>
        <translation>Fahren Sie fort, wenn die Visite heute stattfinden soll: die Abweichung wird festgehalten.</translation>
    </message>
    <message>
        <source>Go on in the window that shows this session, or close it and try again.</source>
        <translation>Arbeiten Sie in dem Fenster weiter, das diese Sitzung zeigt, oder schließen Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Go on only if the visit is agreed on; otherwise correct the register.</source>
        <translation>Fahren Sie nur fort, wenn die Visite vereinbart ist; sonst berichtigen Sie das Verzeichnis.</translation>
    </message>
    <message>
        <source>Go on, or close the window and resume the visit. Send the file window.log to support.</source>
        <translation>Arbeiten Sie weiter, oder schließen Sie das Fenster und setzen Sie die Visite fort. Senden Sie die Datei window.log an den Support.</translation>
    </message>
    <message>
        <source>Go to the calibration, finish it or leave it for later, then open the visit.</source>
        <translation>Gehen Sie zur Kalibrierung, schließen Sie sie ab oder stellen Sie sie zurück, dann öffnen Sie die Visite.</translation>
    </message>
    <message>
        <source>HDF5 part</source>
        <translation>HDF5-Teil</translation>
    </message>
    <message>
        <source>HOST or PORT missing</source>
        <translation>HOST oder PORT fehlt</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Healthy volunteer</source>
        <translation>Gesunde Freiwillige</translation>
    </message>
    <message>
        <source>Height of a segment from 1 to 20 cm</source>
        <translation>Segmenthöhe von 1 bis 20 cm</translation>
    </message>
    <message>
        <source>Hold each touch of {test} for {intended} s: yours were {how}.</source>
        <translation>Halten Sie jede Berührung bei {test} {intended} s: Ihre Berührungen waren {how}.</translation>
    </message>
    <message>
        <source>How deep the limb is immersed, in words</source>
        <translation>Wie tief die Extremität eintaucht, in Worten</translation>
    </message>
    <message>
        <source>How painful, 0 to 100?</source>
        <translation>Wie schmerzhaft, 0 bis 100?</translation>
    </message>
    <message>
        <source>How the volume is read</source>
        <translation>Wie das Volumen abgelesen wird</translation>
    </message>
    <message>
        <source>Identifier of the tape</source>
        <translation>Kennung des Maßbands</translation>
    </message>
    <message>
        <source>If no other program runs, {remedy}.</source>
        <translation>Läuft kein anderes Programm: {remedy}.</translation>
    </message>
    <message>
        <source>Imada DS2 / DPS / DST / DSV (RS-232)</source>
        <translation>Imada DS2 / DPS / DST / DSV (RS-232)</translation>
    </message>
    <message>
        <source>Imada DST / DSV over USB</source>
        <translation>Imada DST / DSV über USB</translation>
    </message>
    <message>
        <source>Imada ZTA / ZTS, Hans Schmidt EZT</source>
        <translation>Imada ZTA / ZTS, Hans Schmidt EZT</translation>
    </message>
    <message>
        <source>Imada ZTA / ZTS, Hans Schmidt EZT over RS-232</source>
        <translation>Imada ZTA / ZTS, Hans Schmidt EZT über RS-232</translation>
    </message>
    <message>
        <source>Immerse both limbs equally deep. Stop where it is not tolerated.</source>
        <translation>Beide Extremitäten gleich tief eintauchen. Aufhören, wo es nicht toleriert wird.</translation>
    </message>
    <message>
        <source>In {name} the role {role} does not change the register.</source>
        <translation>In {name} ändert die Rolle {role} das Verzeichnis nicht.</translation>
    </message>
    <message>
        <source>In {name} the role {role} does not see: {what}.</source>
        <translation>In {name} sieht die Rolle {role} nicht: {what}.</translation>
    </message>
    <message>
        <source>Input should be</source>
        <translation>Eingabe sollte sein:</translation>
    </message>
    <message>
        <source>It cannot be read ({fault}).</source>
        <translation>Es kann nicht gelesen werden ({fault}).</translation>
    </message>
    <message>
        <source>It failed its calibration of {date} ({certificate}).</source>
        <translation>Es hat die Kalibrierung vom {date} nicht bestanden ({certificate}).</translation>
    </message>
    <message>
        <source>It failed the check of {date}: {what}.</source>
        <translation>Es hat die Prüfung vom {date} nicht bestanden: {what}.</translation>
    </message>
    <message>
        <source>It has no certificate.</source>
        <translation>Es hat keinen Kalibrierschein.</translation>
    </message>
    <message>
        <source>It holds what belongs into a file {pairs}.</source>
        <translation>Es enthält, was in eine Datei {pairs} gehört.</translation>
    </message>
    <message>
        <source>It holds what this program does not know ({error}).</source>
        <translation>Es enthält etwas, das dieses Programm nicht kennt ({error}).</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>Es ist</translation>
    </message>
    <message>
        <source>It is a session of {study}, not of {name}.</source>
        <translation>Es ist eine Sitzung von {study}, nicht von {name}.</translation>
    </message>
    <message>
        <source>It is intact, but signed with key {public}, which is not a key of this station.</source>
        <translation>Er ist unversehrt, aber mit Schlüssel {public} unterschrieben, der nicht zu dieser Station gehört.</translation>
    </message>
    <message>
        <source>It is no text in UTF-8 (byte {start}).</source>
        <translation>Es ist kein UTF-8-Text (Byte {start}).</translation>
    </message>
    <message>
        <source>It is not used; sessions hold the words that they began with.</source>
        <translation>Sie wird nicht verwendet; Sitzungen behalten die Worte, mit denen sie begannen.</translation>
    </message>
    <message>
        <source>It is of {study}, not of {name}.</source>
        <translation>Es gehört zu {study}, nicht zu {name}.</translation>
    </message>
    <message>
        <source>It was adjusted and has not been calibrated since.</source>
        <translation>Es wurde justiert und seitdem nicht kalibriert.</translation>
    </message>
    <message>
        <source>It was last checked on {last}; it must be checked every {every}.</source>
        <translation>Es wurde zuletzt am {last} geprüft; die Prüfung ist alle {every} nötig.</translation>
    </message>
    <message>
        <source>It was retired on {utc} by {who}: {event}.</source>
        <translation>Es wurde am {utc} von {who} ausgemustert: {event}.</translation>
    </message>
    <message>
        <source>It was retired on {utc}.</source>
        <translation>Es wurde am {utc} ausgemustert.</translation>
    </message>
    <message>
        <source>It was there, and {fault}.</source>
        <translation>Es war da, und {fault}.</translation>
    </message>
    <message>
        <source>Its certificate {certificate} held until {due}.</source>
        <translation>Der Kalibrierschein {certificate} galt bis {due}.</translation>
    </message>
    <message>
        <source>Its certificate {certificate} holds until {due}.</source>
        <translation>Der Kalibrierschein {certificate} gilt bis {due}.</translation>
    </message>
    <message>
        <source>Its certificate {certificate} is of {date}, which is after {on}.</source>
        <translation>Der Kalibrierschein {certificate} ist vom {date}, also nach dem {on}.</translation>
    </message>
    <message>
        <source>Its format is not {format}.</source>
        <translation>Das Format ist nicht {format}.</translation>
    </message>
    <message>
        <source>Its readings are kept; no visit was opened.</source>
        <translation>Ihre Messwerte bleiben erhalten; es wurde keine Visite geöffnet.</translation>
    </message>
    <message>
        <source>Its summary lacks what the register needs ({fault}).</source>
        <translation>In der Zusammenfassung fehlt, was das Verzeichnis braucht ({fault}).</translation>
    </message>
    <message>
        <source>JSON file of adapters to list as well</source>
        <translation>JSON-Datei mit weiteren Adaptern für die Liste</translation>
    </message>
    <message>
        <source>Keep draught and hands away, let the device settle, and repeat the reading.</source>
        <translation>Halten Sie Zugluft und Hände fern, lassen Sie das Gerät zur Ruhe kommen, und wiederholen Sie die Messung.</translation>
    </message>
    <message>
        <source>Keep each study in a folder of its own.</source>
        <translation>Legen Sie jede Studie in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Keep the folder as it is and restore it from a backup.</source>
        <translation>Lassen Sie den Ordner, wie er ist, und stellen Sie ihn aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Keep the folder as it is, and enter what is missing from the paper record.</source>
        <translation>Lassen Sie den Ordner, wie er ist, und tragen Sie Fehlendes aus der Papierakte ein.</translation>
    </message>
    <message>
        <source>Keep the journal, and enter what is missing from the paper record.</source>
        <translation>Bewahren Sie das Journal auf, und tragen Sie Fehlendes aus der Papierakte ein.</translation>
    </message>
    <message>
        <source>Keep the sessions of each study in a folder of their own.</source>
        <translation>Legen Sie die Sitzungen jeder Studie in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Keep this file as it is and restore the data from a backup.</source>
        <translation>Lassen Sie diese Datei, wie sie ist, und stellen Sie die Daten aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Lay the tape anew for every reading, without pulling it tight.</source>
        <translation>Das Maßband für jede Ablesung neu anlegen, ohne es straff zu ziehen.</translation>
    </message>
    <message>
        <source>Lay the tape, type the reading in cm, press Enter.</source>
        <translation>Maßband anlegen, Ablesung in cm eingeben, Enter drücken.</translation>
    </message>
    <message>
        <source>Lead-in of 2 s before the first touch of a train</source>
        <translation>Vorlauf von 2 s vor der ersten Berührung einer Serie</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Anlernen</translation>
    </message>
    <message>
        <source>Leave it in one of required and optional.</source>
        <translation>Lassen Sie es nur in required oder optional stehen.</translation>
    </message>
    <message>
        <source>Leave it out, or write kind = &quot;clinic&quot;; by telephone: {by_telephone}.</source>
        <translation>Lassen Sie es weg, oder schreiben Sie kind = &quot;clinic&quot;; telefonisch: {by_telephone}.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Leave one of the two out.</source>
        <translation>Lassen Sie eines der beiden weg.</translation>
    </message>
    <message>
        <source>Leave {intended} s before each touch of {test}: your pauses were {how}.</source>
        <translation>Lassen Sie {intended} s vor jeder Berührung bei {test}: Ihre Pausen waren {how}.</translation>
    </message>
    <message>
        <source>Leave {intended} s from one stimulus of {test} to the next: yours were {how}.</source>
        <translation>Lassen Sie {intended} s von einem Reiz bei {test} zum nächsten: Ihre Abstände waren {how}.</translation>
    </message>
    <message>
        <source>Let go first, then it is enough.</source>
        <translation>Zuerst loslassen, dann genügt es.</translation>
    </message>
    <message>
        <source>Let the muscle rest for {intended} s between two ramps of {test}: yours were {how}.</source>
        <translation>Lassen Sie den Muskel zwischen zwei Rampen bei {test} {intended} s ruhen: Ihre Pausen waren {how}.</translation>
    </message>
    <message>
        <source>Letters and banner seen in the RuSocSci driver. Button A only; the box sends no clock.</source>
        <translation>Buchstaben und Kopfzeile aus dem RuSocSci-Treiber. Nur Taste A; die Box sendet keine Uhrzeit.</translation>
    </message>
    <message>
        <source>Level, warm up and adjust the balance, then repeat the check and all readings since the last one.</source>
        <translation>Richten Sie die Waage waagerecht aus, lassen Sie sie warmlaufen und justieren Sie sie; dann wiederholen Sie die Prüfung und alle Messungen seit der letzten.</translation>
    </message>
    <message>
        <source>Lift the probe first.</source>
        <translation>Zuerst den Druckstempel abheben.</translation>
    </message>
    <message>
        <source>Lift the tip first.</source>
        <translation>Zuerst die Spitze abheben.</translation>
    </message>
    <message>
        <source>Light touch, deep pressure or joint movement hurts</source>
        <translation>Leichte Berührung, tiefer Druck oder Gelenkbewegung schmerzt</translation>
    </message>
    <message>
        <source>Light touch, gentle pressure or movement hurts</source>
        <translation>Leichte Berührung, sanfter Druck oder Bewegung schmerzt</translation>
    </message>
    <message>
        <source>Limb</source>
        <translation>Extremität</translation>
    </message>
    <message>
        <source>Limb measurement</source>
        <translation>Messung der Extremität</translation>
    </message>
    <message>
        <source>Line of 15 characters and Q: manual. 2400 baud 7E1 is what many models leave the factory with (unverified). The other formats of these balances (DP, MT, NU, CSV) are refused: choose the standard format (A&amp;D) in the menu.</source>
        <translation>Zeile mit 15 Zeichen und Q: Handbuch. Viele Modelle werden mit 2400 Baud 7E1 ausgeliefert (ungeprüft). Die anderen Formate dieser Waagen (DP, MT, NU, CSV) werden abgelehnt: wählen Sie im Menü das Standardformat (A&amp;D).</translation>
    </message>
    <message>
        <source>Line read in the firmware, not tried on a board. Its pounds and kilograms are taken for lbf and kgf, as it is when it was calibrated with weights. The sign of compression is that of your wiring. A board that waits for a trigger is not read. Nothing is ever sent: an x would open its menu.</source>
        <translation>Zeile aus der Firmware gelesen, nicht an einer Platine erprobt. Pfund und Kilogramm gelten als lbf und kgf, wie nach einer Kalibrierung mit Gewichten. Das Vorzeichen von Druck hängt von Ihrer Verdrahtung ab. Eine Platine, die auf einen Auslöser wartet, wird nicht gelesen. Es wird nie etwas gesendet: ein x würde ihr Menü öffnen.</translation>
    </message>
    <message>
        <source>Line: manual (sign column, five digits and a point, unit of two characters, Peak, HELP on overload). Inferred: 9600 baud, that lines come unasked, and the spelling of the units other than lb: kg, oz and N padded with a blank are read as kgf, ozf and N, anything else is refused.</source>
        <translation>Zeile: Handbuch (Vorzeichenspalte, fünf Ziffern und ein Punkt, Einheit aus zwei Zeichen, Peak, HELP bei Überlast). Erschlossen: 9600 Baud, dass Zeilen unaufgefordert kommen, und die Schreibweise der Einheiten außer lb: kg, oz und N mit Leerzeichen gelten als kgf, ozf und N, alles andere wird abgelehnt.</translation>
    </message>
    <message>
        <source>Lines of 16 and 22 characters: manual. 9600 baud 8O1 was seen in a working driver; older balances use 1200 baud 7O1 (unverified). The balance must send without waiting for stability. Until the value settles the unit is blank and no number is read. A zero that is printed without a sign, a tare line (T), and digits in square brackets are refused.</source>
        <translation>Zeilen mit 16 und 22 Zeichen: Handbuch. 9600 Baud 8O1 stammt aus einem funktionierenden Treiber; ältere Waagen nutzen 1200 Baud 7O1 (ungeprüft). Die Waage muss senden, ohne auf Ruhe zu warten. Bis der Wert ruhig ist, fehlt die Einheit, und es wird nichts gelesen. Eine Null ohne Vorzeichen, eine Tarazeile (T) und Ziffern in eckigen Klammern werden abgelehnt.</translation>
    </message>
    <message>
        <source>Lines seen in the PsychoPy driver. The keys are read (channel A); light sensors (C), voice key (M) and TTL input (T) are refused. What the pad answers to MOD3 was not seen: it is counted as unreadable. An X without line end leaves the mode when the port is closed (inferred).</source>
        <translation>Zeilen aus dem PsychoPy-Treiber. Die Tasten werden gelesen (Kanal A); Lichtsensoren (C), Sprachtaste (M) und TTL-Eingang (T) werden abgelehnt. Was das Pad auf MOD3 antwortet, ist nicht bekannt: es zählt als unlesbar. Ein X ohne Zeilenende verlässt den Modus beim Schließen des Anschlusses (erschlossen).</translation>
    </message>
    <message>
        <source>List them with: qst-station calibrate list.</source>
        <translation>Liste: qst-station calibrate list.</translation>
    </message>
    <message>
        <source>Load {load} was put on where {load_2} is due.</source>
        <translation>Last {load} wurde aufgelegt, an der Reihe ist {load_2}.</translation>
    </message>
    <message>
        <source>Loadstar DI-1000 (newer firmware, high speed)</source>
        <translation>Loadstar DI-1000 (neuere Firmware, schnell)</translation>
    </message>
    <message>
        <source>Loadstar iLoad, DI-100, DQ-1000 (millipounds)</source>
        <translation>Loadstar iLoad, DI-100, DQ-1000 (Millipfund)</translation>
    </message>
    <message>
        <source>Look after its cable.</source>
        <translation>Sehen Sie nach dem Kabel.</translation>
    </message>
    <message>
        <source>Look at changes of one side between visits instead.</source>
        <translation>Betrachten Sie stattdessen die Veränderung einer Seite zwischen den Visiten.</translation>
    </message>
    <message>
        <source>Look at the tip under a magnifier: is it flat, and without a burr?</source>
        <translation>Betrachten Sie die Spitze unter der Lupe: ist sie flach und ohne Grat?</translation>
    </message>
    <message>
        <source>Look at {which}: outside what flawless runs find. One such value may be chance.</source>
        <translation>Sehen Sie sich {which} an: außerhalb dessen, was fehlerfreie Durchführungen ergeben. Ein einzelner solcher Wert kann Zufall sein.</translation>
    </message>
    <message>
        <source>Look whether the entry is there, and check the disk.</source>
        <translation>Sehen Sie nach, ob der Eintrag da ist, und prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>Look whether the right item and the right load lie on and whether the device was tared in between. If the item is the right one, say so, and its readings will be taken.</source>
        <translation>Prüfen Sie, ob das richtige Instrument und die richtige Last aufliegen und ob das Gerät zwischendurch tariert wurde. Ist es das richtige Instrument, bestätigen Sie das; dann werden seine Messwerte angenommen.</translation>
    </message>
    <message>
        <source>Look with qst-station calibrate show whether it is there, and check the disk.</source>
        <translation>Sehen Sie mit qst-station calibrate show nach, ob es da ist, und prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>Look, measure, and enter.</source>
        <translation>Ansehen, messen und eingeben.</translation>
    </message>
    <message>
        <source>Lower the pinprick on the pan at {angle} degrees, wait until it has settled, and lift it.</source>
        <translation>Den Pinprick-Stimulator unter {angle} Grad auf die Schale absenken, Ruhe abwarten, abheben.</translation>
    </message>
    <message>
        <source>Lutron FG-5000 / FG-6000, RS-Pro 111-3689, PCE and OEM twins (16-byte stream)</source>
        <translation>Lutron FG-5000 / FG-6000, RS-Pro 111-3689, PCE und baugleiche (Strom mit 16 Bytes)</translation>
    </message>
    <message>
        <source>Make days_before, days_after smaller, or correct the days.</source>
        <translation>Verkleinern Sie days_before, days_after, oder berichtigen Sie die Tage.</translation>
    </message>
    <message>
        <source>Make one role of the two; it may see what both may.</source>
        <translation>Machen Sie aus beiden eine Rolle; sie darf sehen, was beide dürfen.</translation>
    </message>
    <message>
        <source>Mark {mark} of {marks}: {where}</source>
        <translation>Marke {mark} von {marks}: {where}</translation>
    </message>
    <message>
        <source>Mark-10 Series 3 and 4 (the request for a reading only)</source>
        <translation>Mark-10 Serie 3 und 4 (nur die Abfrage eines Werts)</translation>
    </message>
    <message>
        <source>Mark-10 Series 3/4/5/7 and its OEM twins (GCL, GCL2)</source>
        <translation>Mark-10 Serie 3/4/5/7 und baugleiche (GCL, GCL2)</translation>
    </message>
    <message>
        <source>Measure as at baseline, or record with a reason that the method changes.</source>
        <translation>Messen Sie wie bei der Ausgangsmessung, oder halten Sie mit Begründung fest, dass das Verfahren wechselt.</translation>
    </message>
    <message>
        <source>Measure the diameter of the probe with the calliper and type it in mm.</source>
        <translation>Messen Sie den Durchmesser des Druckstempels mit dem Messschieber, und geben Sie ihn in mm ein.</translation>
    </message>
    <message>
        <source>Measured and true</source>
        <translation>Gemessen und wahr</translation>
    </message>
    <message>
        <source>Mechanical detection threshold</source>
        <translation>Mechanische Detektionsschwelle</translation>
    </message>
    <message>
        <source>Mechanical pain sensitivity and dynamic allodynia</source>
        <translation>Mechanische Schmerzsensitivität und dynamische Allodynie</translation>
    </message>
    <message>
        <source>Mechanical pain threshold</source>
        <translation>Mechanische Schmerzschwelle</translation>
    </message>
    <message>
        <source>Mend the register, then let it look for sessions: qst-station participants --index.</source>
        <translation>Beheben Sie den Fehler im Verzeichnis, dann lassen Sie es nach Sitzungen suchen: qst-station participants --index.</translation>
    </message>
    <message>
        <source>Minutes seated at rest</source>
        <translation>Minuten sitzend in Ruhe</translation>
    </message>
    <message>
        <source>NOT FELT</source>
        <translation>NICHT GESPÜRT</translation>
    </message>
    <message>
        <source>Name its scale.</source>
        <translation>Nennen Sie die Skala.</translation>
    </message>
    <message>
        <source>Name one of them, or leave it out to count from day 0.</source>
        <translation>Nennen Sie eine davon, oder lassen Sie es weg, um ab Tag 0 zu zählen.</translation>
    </message>
    <message>
        <source>Name or service</source>
        <translation>Name oder Dienst</translation>
    </message>
    <message>
        <source>Name the session of a training visit.</source>
        <translation>Nennen Sie die Sitzung einer Trainingsvisite.</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>Weiter mit: {title}</translation>
    </message>
    <message>
        <source>No calibration is under way.</source>
        <translation>Es läuft keine Kalibrierung.</translation>
    </message>
    <message>
        <source>No call 14 days after screening</source>
        <translation>Kein Anruf 14 Tage nach dem Screening</translation>
    </message>
    <message>
        <source>No gauge is used for the ramps: what its display shows is typed.</source>
        <translation>Für die Rampen wird kein Kraftmesser ausgelesen: was seine Anzeige zeigt, wird eingetippt.</translation>
    </message>
    <message>
        <source>No other diagnosis explains symptoms and signs better</source>
        <translation>Keine andere Diagnose erklärt Symptome und Zeichen besser</translation>
    </message>
    <message>
        <source>No participant of this identifier is in the register.</source>
        <translation>Im Verzeichnis steht niemand mit dieser Kennung.</translation>
    </message>
    <message>
        <source>No pedal has been learned; the keyboard answers.</source>
        <translation>Kein Pedal angelernt; die Tastatur antwortet.</translation>
    </message>
    <message>
        <source>No reason is given for abandoning the calibration.</source>
        <translation>Für den Abbruch der Kalibrierung fehlt die Begründung.</translation>
    </message>
    <message>
        <source>No reliability study of the figure-of-8 in complex regional pain syndrome is known; other patients stand in</source>
        <translation>Zum Achterumfang bei komplexem regionalem Schmerzsyndrom ist keine Reliabilitätsstudie bekannt; ersatzweise gelten Werte anderer Patientengruppen</translation>
    </message>
    <message>
        <source>No such device is attached.</source>
        <translation>Ein solches Gerät ist nicht verbunden.</translation>
    </message>
    <message>
        <source>No threshold where the gauge sent nothing for more than 0.25 s around the response</source>
        <translation>Keine Schwelle, wenn der Kraftmesser um die Reaktion länger als 0.25 s nichts sendete</translation>
    </message>
    <message>
        <source>No tolerance has been set; the result is reported with its uncertainty and without a verdict.</source>
        <translation>Es ist keine Toleranz festgelegt; das Ergebnis wird mit seiner Unsicherheit und ohne Beurteilung angegeben.</translation>
    </message>
    <message>
        <source>No tolerance was set: the certificate gives force and uncertainty, and no verdict.</source>
        <translation>Es war keine Toleranz festgelegt: der Kalibrierschein nennt Kraft und Unsicherheit, aber keine Beurteilung.</translation>
    </message>
    <message>
        <source>No visit is open.</source>
        <translation>Es ist keine Visite offen.</translation>
    </message>
    <message>
        <source>Nobody is named who makes the register.</source>
        <translation>Es ist nicht genannt, wer das Verzeichnis anlegt.</translation>
    </message>
    <message>
        <source>None of these tests has a pace that was to be kept.</source>
        <translation>Keiner dieser Tests hat einen Takt, der einzuhalten war.</translation>
    </message>
    <message>
        <source>North</source>
        <translation>Nord</translation>
    </message>
    <message>
        <source>Not back-translated</source>
        <translation>Nicht rückübersetzt</translation>
    </message>
    <message>
        <source>Note temperature and humidity of the room.</source>
        <translation>Temperatur und Luftfeuchte des Raums notieren.</translation>
    </message>
    <message>
        <source>Nothing has been changed, and no volume is estimated.</source>
        <translation>Nichts wurde geändert, und kein Volumen wird geschätzt.</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing has been written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Nothing is being sealed.</source>
        <translation>Es wird nichts versiegelt.</translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing more can be done with it: it is</source>
        <translation>Damit ist nichts mehr möglich: es ist</translation>
    </message>
    <message>
        <source>Nothing of it was entered; everything before it is recorded.</source>
        <translation>Nichts davon wurde eingetragen; alles davor ist gespeichert.</translation>
    </message>
    <message>
        <source>Nothing was changed now.</source>
        <translation>Jetzt wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was changed; all rows are still in the journal.</source>
        <translation>Nichts wurde geändert; alle Zeilen sind noch im Journal.</translation>
    </message>
    <message>
        <source>Nothing was opened or changed.</source>
        <translation>Nichts wurde geöffnet oder geändert.</translation>
    </message>
    <message>
        <source>Nothing was opened.</source>
        <translation>Nichts wurde geöffnet.</translation>
    </message>
    <message>
        <source>Nothing was shown or changed.</source>
        <translation>Nichts wurde gezeigt oder geändert.</translation>
    </message>
    <message>
        <source>Numerical rating scale 0 to 10, average pain of the last 24 hours</source>
        <translation>Numerische Ratingskala 0 bis 10, durchschnittlicher Schmerz der letzten 24 Stunden</translation>
    </message>
    <message>
        <source>Numerical rating scale 0 to 10, pain now</source>
        <translation>Numerische Ratingskala 0 bis 10, Schmerz jetzt</translation>
    </message>
    <message>
        <source>Numerical rating scale 0 to 100, pain now</source>
        <translation>Numerische Ratingskala 0 bis 100, Schmerz jetzt</translation>
    </message>
    <message>
        <source>ONE touch</source>
        <translation>EINE Berührung</translation>
    </message>
    <message>
        <source>ONE touch, then enter the number.</source>
        <translation>EINE Berührung, dann die Zahl eingeben.</translation>
    </message>
    <message>
        <source>Of several errors that fit, the largest is used; errors within one sitting are not used for visits</source>
        <translation>Passen mehrere Fehler, gilt der größte; Fehler innerhalb einer Sitzung gelten nicht für Visiten</translation>
    </message>
    <message>
        <source>On Linux add the user to the group that owns the port (dialout, on some systems uucp) and log in again; on Windows close the program that holds the port.</source>
        <translation>Unter Linux nehmen Sie den Benutzer in die Gruppe auf, der der Anschluss gehört (dialout, manchmal uucp), und melden Sie sich neu an; unter Windows schließen Sie das Programm, das den Anschluss hält.</translation>
    </message>
    <message>
        <source>One number for the whole train.</source>
        <translation>Eine Zahl für die ganze Serie.</translation>
    </message>
    <message>
        <source>One stroke of about 2 cm, 200 to 400 mN.</source>
        <translation>Einmal etwa 2 cm streichen, 200 bis 400 mN.</translation>
    </message>
    <message>
        <source>One stroke of about 2 cm, about 100 mN.</source>
        <translation>Einmal etwa 2 cm streichen, etwa 100 mN.</translation>
    </message>
    <message>
        <source>One stroke of about 2 cm, about 3 mN.</source>
        <translation>Einmal etwa 2 cm streichen, etwa 3 mN.</translation>
    </message>
    <message>
        <source>One touch and its rating; then ten touches with the beat, inside 1 square centimetre, and one rating for all ten. New spot each time.</source>
        <translation>Eine Berührung und ihre Bewertung; dann zehn Berührungen im Takt innerhalb von 1 Quadratzentimeter und eine Bewertung für alle zehn. Jedes Mal eine neue Stelle.</translation>
    </message>
    <message>
        <source>One touch per second, one rating for the whole train, five repeats at different spots</source>
        <translation>Eine Berührung je Sekunde, eine Bewertung für die ganze Serie, fünf Wiederholungen an verschiedenen Stellen</translation>
    </message>
    <message>
        <source>One visit, both areas of the battery, of which the control area is counted by default</source>
        <translation>Eine Visite, beide Areale der Batterie; ohne andere Angabe zählt das Kontrollareal</translation>
    </message>
    <message>
        <source>Open a new visit for what is left to do.</source>
        <translation>Öffnen Sie eine neue Visite für das, was noch offen ist.</translation>
    </message>
    <message>
        <source>Open a new visit.</source>
        <translation>Öffnen Sie eine neue Visite.</translation>
    </message>
    <message>
        <source>Open it with the program version that its first row names, or send it to support.</source>
        <translation>Öffnen Sie es mit der Programmversion, die in der ersten Zeile steht, oder senden Sie es an den Support.</translation>
    </message>
    <message>
        <source>Open one on the start screen.</source>
        <translation>Öffnen Sie eine auf dem Startbild.</translation>
    </message>
    <message>
        <source>Order and intervals in the record come from another clock.</source>
        <translation>Reihenfolge und Abstände in der Aufzeichnung kommen von einer anderen Uhr.</translation>
    </message>
    <message>
        <source>Other users of this computer can read the signing key.</source>
        <translation>Andere Benutzer dieses Computers können den Signaturschlüssel lesen.</translation>
    </message>
    <message>
        <source>Own wording, not validated</source>
        <translation>Eigener Wortlaut, nicht validiert</translation>
    </message>
    <message>
        <source>PROBE</source>
        <translation>DRUCKSTEMPEL</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>Packets seen in the maker&apos;s Python driver. The keys of the pad (port 0) are read; its other inputs are refused. The pad must be in XID mode; its baud rate is set on the pad. Early pads are slow to read what is sent to them and may not answer who they are.</source>
        <translation>Pakete aus dem Python-Treiber des Herstellers. Die Tasten des Pads (Anschluss 0) werden gelesen; andere Eingänge werden abgelehnt. Das Pad muss im XID-Modus sein; die Baudrate wird am Pad eingestellt. Frühe Pads lesen langsam und nennen sich eventuell nicht.</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Schmerz</translation>
    </message>
    <message>
        <source>Pain by the diary</source>
        <translation>Schmerz laut Tagebuch</translation>
    </message>
    <message>
        <source>Pain goes on and is out of proportion to what caused it</source>
        <translation>Anhaltender Schmerz, der im Missverhältnis zum Auslöser steht</translation>
    </message>
    <message>
        <source>Pain without a stimulus</source>
        <translation>Schmerz ohne Reiz</translation>
    </message>
    <message>
        <source>Pain {number}</source>
        <translation>Schmerz {number}</translation>
    </message>
    <message>
        <source>Pass with correction: it is at most {limit} {unit}, and the measured value is used.</source>
        <translation>Bestanden mit Korrektur: sie ist höchstens {limit} {unit}, und der gemessene Wert wird verwendet.</translation>
    </message>
    <message>
        <source>Pass: the deviation enlarged by a guard band of {band} is at most {tolerance} {unit} (the tolerance, {whose}).</source>
        <translation>Bestanden: die um das Schutzband {band} vergrößerte Abweichung ist höchstens {tolerance} {unit} (Toleranz: {whose}).</translation>
    </message>
    <message>
        <source>Path of the tape and position of hand and ankle</source>
        <translation>Verlauf des Maßbands und Lage von Hand und Sprunggelenk</translation>
    </message>
    <message>
        <source>Paused: {reason}</source>
        <translation>Pause: {reason}</translation>
    </message>
    <message>
        <source>Periods, wash-out, windows, sites, roles</source>
        <translation>Perioden, Auswaschphase, Zeitfenster, Zentren, Rollen</translation>
    </message>
    <message>
        <source>Pinprick of 256 mN at hand and foot</source>
        <translation>Pinprick mit 256 mN an Hand und Fuß</translation>
    </message>
    <message>
        <source>Place that is measured, in words</source>
        <translation>Messort, in Worten</translation>
    </message>
    <message>
        <source>Plan its calibration.</source>
        <translation>Planen Sie die Kalibrierung.</translation>
    </message>
    <message>
        <source>Plausibility limits of hand and ankle</source>
        <translation>Plausibilitätsgrenzen für Hand und Sprunggelenk</translation>
    </message>
    <message>
        <source>Plug it in again and ask once more.</source>
        <translation>Stecken Sie es wieder ein, und fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Plug the device in, switch it on, and choose its port from the list.</source>
        <translation>Stecken Sie das Gerät ein, schalten Sie es an, und wählen Sie seinen Anschluss aus der Liste.</translation>
    </message>
    <message>
        <source>Practise the ramp before the gauge is used on a participant.</source>
        <translation>Üben Sie die Rampe, bevor der Kraftmesser an Teilnehmenden verwendet wird.</translation>
    </message>
    <message>
        <source>Press Space, then press the probe.</source>
        <translation>Leertaste drücken, dann den Druckstempel aufsetzen.</translation>
    </message>
    <message>
        <source>Press Space, then set the tip on the skin.</source>
        <translation>Leertaste drücken, dann die Spitze auf die Haut setzen.</translation>
    </message>
    <message>
        <source>Press the hair on the pan in {shortest} to {longest} s, upright, hold it bowed, and let go.</source>
        <translation>Das Haar in {shortest} bis {longest} s auf die Schale drücken, senkrecht, gebogen halten, loslassen.</translation>
    </message>
    <message>
        <source>Press the probe on a firm pad as on a participant, at the rate of the test, and let go.</source>
        <translation>Den Druckstempel wie bei Teilnehmenden auf ein festes Polster drücken, mit der Rate des Tests, dann loslassen.</translation>
    </message>
    <message>
        <source>Press the probe on the muscle and follow the lane. Release as soon as the participant presses the button.</source>
        <translation>Drücken Sie den Druckstempel auf den Muskel und folgen Sie dem Zielband. Lassen Sie los, sobald die Person den Knopf drückt.</translation>
    </message>
    <message>
        <source>Press the probe on the muscle.</source>
        <translation>Den Druckstempel auf den Muskel drücken.</translation>
    </message>
    <message>
        <source>Pressure on the display in kPa, not N, not kg</source>
        <translation>Druck auf der Anzeige in kPa, nicht N, nicht kg</translation>
    </message>
    <message>
        <source>Pressure pain threshold</source>
        <translation>Druckschmerzschwelle</translation>
    </message>
    <message>
        <source>Profile: {title}, seed {seed}.</source>
        <translation>Profil: {title}, Startwert {seed}.</translation>
    </message>
    <message>
        <source>Put it on, hold, and take it off.</source>
        <translation>Auflegen, halten und abnehmen.</translation>
    </message>
    <message>
        <source>Put on {load} {unit}{direction} and take the reading.</source>
        <translation>{load} {unit}{direction} auflegen und den Messwert aufnehmen.</translation>
    </message>
    <message>
        <source>Put on {load}. Take all loads off first where the order of the series is broken.</source>
        <translation>Legen Sie {load} auf. Nehmen Sie zuerst alle Lasten ab, wenn die Reihenfolge unterbrochen ist.</translation>
    </message>
    <message>
        <source>Put the check mass on the balance and take the reading once it has settled.</source>
        <translation>Das Prüfgewicht auf die Waage legen und den Messwert aufnehmen, sobald er ruhig ist.</translation>
    </message>
    <message>
        <source>Put the moving mass on the pan, wait until it has settled, and take it off.</source>
        <translation>Das bewegliche Gewicht auf die Schale legen, Ruhe abwarten, abnehmen.</translation>
    </message>
    <message>
        <source>Put the original file back, or import the new text as another version.</source>
        <translation>Legen Sie die ursprüngliche Datei zurück, oder importieren Sie den neuen Text als andere Version.</translation>
    </message>
    <message>
        <source>Put the visits of one kind in the order of time.</source>
        <translation>Ordnen Sie die Visiten einer Art nach der Zeit.</translation>
    </message>
    <message>
        <source>Raise the limit; or delete it, and take the test out of the visits too.</source>
        <translation>Erhöhen Sie die Grenze; oder streichen Sie sie und nehmen Sie auch den Test aus den Visiten.</translation>
    </message>
    <message>
        <source>Ramp called good where its slope from contact to response lies within 20 % of 50 kPa/s</source>
        <translation>Rampe gilt als gut, wenn ihre Steigung vom Kontakt bis zur Antwort höchstens 20 % von 50 kPa/s abweicht</translation>
    </message>
    <message>
        <source>Ramp called uneven where the rate, over windows of 0.5 s, lies within 20 % for less than half of the time</source>
        <translation>Rampe gilt als ungleichmäßig, wenn die Rate, über Fenster von 0.5 s, weniger als die Hälfte der Zeit höchstens 20 % abweicht</translation>
    </message>
    <message>
        <source>Ramp good</source>
        <translation>Rampe gut</translation>
    </message>
    <message>
        <source>Ramps</source>
        <translation>Rampen</translation>
    </message>
    <message>
        <source>Range above 0.5 cm: a fourth and fifth reading, then the median</source>
        <translation>Spanne über 0.5 cm: eine vierte und fünfte Ablesung, dann der Median</translation>
    </message>
    <message>
        <source>Ratings may have one decimal</source>
        <translation>Bewertungen dürfen eine Nachkommastelle haben</translation>
    </message>
    <message>
        <source>Read the tape at {load} mm of the rule and type the reading.</source>
        <translation>Das Maßband bei {load} mm des Lineals ablesen und eingeben.</translation>
    </message>
    <message>
        <source>Reading of the fork, x/8</source>
        <translation>Ablesung der Stimmgabel, x/8</translation>
    </message>
    <message>
        <source>Readings to half a scale mark</source>
        <translation>Ablesung auf halbe Teilstriche</translation>
    </message>
    <message>
        <source>Ready? Press Space to begin.</source>
        <translation>Bereit? Leertaste zum Beginnen.</translation>
    </message>
    <message>
        <source>Record the whole press as a stream, from the first touch to the highest pressure.</source>
        <translation>Zeichnen Sie den ganzen Druckvorgang als Strom auf, von der ersten Berührung bis zum höchsten Druck.</translation>
    </message>
    <message>
        <source>Reference in the role of {role}</source>
        <translation>Bezugsnormal in der Rolle {role}</translation>
    </message>
    <message>
        <source>Register another instrument; a note can still be added.</source>
        <translation>Registrieren Sie ein anderes Instrument; eine Notiz ist noch möglich.</translation>
    </message>
    <message>
        <source>Register it and calibrate it, or have its use signed for.</source>
        <translation>Registrieren und kalibrieren Sie es, oder lassen Sie die Verwendung freigeben.</translation>
    </message>
    <message>
        <source>Register the gauge, or leave the field empty; then it counts as not calibrated.</source>
        <translation>Registrieren Sie den Kraftmesser, oder lassen Sie das Feld leer; dann zählt er als nicht kalibriert.</translation>
    </message>
    <message>
        <source>Remembered devices: {happened}</source>
        <translation>Gemerkte Geräte: {happened}</translation>
    </message>
    <message>
        <source>Remove it or correct it.</source>
        <translation>Entfernen oder berichtigen Sie es.</translation>
    </message>
    <message>
        <source>Remove it or correct its name.</source>
        <translation>Entfernen Sie es, oder berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>Repeat the check, or calibrate it.</source>
        <translation>Wiederholen Sie die Prüfung, oder kalibrieren Sie es.</translation>
    </message>
    <message>
        <source>Report this to support.</source>
        <translation>Melden Sie das dem Support.</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Berichtet</translation>
    </message>
    <message>
        <source>Reported: as the participant says. Found: as you see and feel it now, not as a number says.</source>
        <translation>Berichtet: wie die Person es sagt. Festgestellt: wie Sie es jetzt sehen und fühlen, nicht nach einem Zahlenwert.</translation>
    </message>
    <message>
        <source>Reports a difference in temperature between the sides</source>
        <translation>Berichtet einen Temperaturunterschied zwischen den Seiten</translation>
    </message>
    <message>
        <source>Reports changed sweating, or a difference between the sides</source>
        <translation>Berichtet verändertes Schwitzen oder einen Seitenunterschied</translation>
    </message>
    <message>
        <source>Reports changes of hair, nails or skin</source>
        <translation>Berichtet Veränderungen an Haaren, Nägeln oder Haut</translation>
    </message>
    <message>
        <source>Reports changes of skin colour, or a difference between the sides</source>
        <translation>Berichtet Veränderungen der Hautfarbe oder einen Seitenunterschied</translation>
    </message>
    <message>
        <source>Reports swelling</source>
        <translation>Berichtet Schwellung</translation>
    </message>
    <message>
        <source>Reports that the limb is oversensitive</source>
        <translation>Berichtet, dass die Extremität überempfindlich ist</translation>
    </message>
    <message>
        <source>Reports that the limb moves less far</source>
        <translation>Berichtet, dass die Extremität weniger beweglich ist</translation>
    </message>
    <message>
        <source>Reports that touch or movement hurts</source>
        <translation>Berichtet, dass Berührung oder Bewegung schmerzt</translation>
    </message>
    <message>
        <source>Reports weakness, tremor or dystonia</source>
        <translation>Berichtet Schwäche, Tremor oder Dystonie</translation>
    </message>
    <message>
        <source>Request and seven characters: manual. The reply carries no unit: you must say which one the gauge shows, and it must not be changed afterwards. Inferred: that the decimal point keeps its place, that a terminator, if there is one, is CR or LF. What is sent on overload is not known. Not for reading while bytes get lost: each loss costs about a second.</source>
        <translation>Abfrage und sieben Zeichen: Handbuch. Die Antwort trägt keine Einheit: Sie müssen angeben, welche das Gerät zeigt, und sie darf danach nicht geändert werden. Erschlossen: dass das Dezimalzeichen seinen Platz behält, dass ein Abschluss, falls vorhanden, CR oder LF ist. Was bei Überlast gesendet wird, ist unbekannt. Nicht geeignet, wo Bytes verloren gehen: jeder Verlust kostet etwa eine Sekunde.</translation>
    </message>
    <message>
        <source>Research criteria</source>
        <translation>Forschungskriterien</translation>
    </message>
    <message>
        <source>Research data; not for diagnosis or treatment decisions.</source>
        <translation>Forschungsdaten; nicht für Diagnose- oder Behandlungsentscheidungen.</translation>
    </message>
    <message>
        <source>Response button, BITSI box (button A)</source>
        <translation>Antwortknopf, BITSI-Box (Taste A)</translation>
    </message>
    <message>
        <source>Response button, plain lines (microcontroller)</source>
        <translation>Antwortknopf, einfache Zeilen (Mikrocontroller)</translation>
    </message>
    <message>
        <source>Response pad, Black Box ToolKit TPad</source>
        <translation>Antwort-Pad, Black Box ToolKit TPad</translation>
    </message>
    <message>
        <source>Response pad, Cedrus (XID mode)</source>
        <translation>Antwort-Pad, Cedrus (XID-Modus)</translation>
    </message>
    <message>
        <source>Rest of 5 to 120 minutes and a room of 18 to 28 °C are usual; anything else needs a reason</source>
        <translation>Üblich sind 5 bis 120 Minuten Ruhe und 18 bis 28 °C im Raum, sonst mit Begründung</translation>
    </message>
    <message>
        <source>Rest the pinprick upright on the skin with its own weight. Ask at every touch: sharp or blunt?</source>
        <translation>Setzen Sie den Pinprick-Stimulator senkrecht mit seinem Eigengewicht auf die Haut. Fragen Sie bei jeder Berührung: spitz oder stumpf?</translation>
    </message>
    <message>
        <source>Restore it from a backup, or move it away and index the sessions anew.</source>
        <translation>Stellen Sie es aus einer Sicherung wieder her, oder legen Sie es beiseite und erfassen Sie die Sitzungen neu.</translation>
    </message>
    <message>
        <source>Restore it from a backup.</source>
        <translation>Stellen Sie es aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Restore the file from a backup, or enter the calibration again as the next version.</source>
        <translation>Stellen Sie die Datei aus einer Sicherung wieder her, oder geben Sie die Kalibrierung als nächste Version neu ein.</translation>
    </message>
    <message>
        <source>Restore the file from a backup; or move it away: a new key is made, and old certificates stay valid.</source>
        <translation>Stellen Sie die Datei aus einer Sicherung wieder her; oder legen Sie sie beiseite: ein neuer Schlüssel entsteht, und alte Kalibrierscheine bleiben gültig.</translation>
    </message>
    <message>
        <source>Resume it, or abandon it with a reason.</source>
        <translation>Setzen Sie sie fort, oder brechen Sie sie mit Begründung ab.</translation>
    </message>
    <message>
        <source>Resume the visit and enter it again.</source>
        <translation>Setzen Sie die Visite fort, und geben Sie es erneut ein.</translation>
    </message>
    <message>
        <source>Retire this pinprick.</source>
        <translation>Mustern Sie diesen Pinprick-Stimulator aus.</translation>
    </message>
    <message>
        <source>Rings and jewellery are off</source>
        <translation>Ringe und Schmuck sind abgelegt</translation>
    </message>
    <message>
        <source>Rings and jewellery are off.</source>
        <translation>Ringe und Schmuck sind abgelegt.</translation>
    </message>
    <message>
        <source>Rounded tip of 0.5 mm, as the hairs have it</source>
        <translation>Abgerundete Spitze von 0.5 mm, wie bei den Haaren</translation>
    </message>
    <message>
        <source>Row {seq} is no event.</source>
        <translation>Zeile {seq} ist kein Ereignis.</translation>
    </message>
    <message>
        <source>SHARP</source>
        <translation>SPITZ</translation>
    </message>
    <message>
        <source>SIMULATED: not a participant.</source>
        <translation>SIMULIERT: keine teilnehmende Person.</translation>
    </message>
    <message>
        <source>SQLite answers {setting}={held}, not {answer}.</source>
        <translation>SQLite antwortet {setting}={held}, nicht {answer}.</translation>
    </message>
    <message>
        <source>Safety limit of 1000 kPa: the trial&apos;s protocol must set it</source>
        <translation>Sicherheitsgrenze von 1000 kPa: das Studienprotokoll muss sie festlegen</translation>
    </message>
    <message>
        <source>Safety limit of 1000 mN: the trial&apos;s protocol must set it</source>
        <translation>Sicherheitsgrenze von 1000 mN: das Studienprotokoll muss sie festlegen</translation>
    </message>
    <message>
        <source>Safety limit reached without pain. The trial is recorded as such.</source>
        <translation>Sicherheitsgrenze ohne Schmerz erreicht. Der Durchgang wird so festgehalten.</translation>
    </message>
    <message>
        <source>Safety limit: release.</source>
        <translation>Sicherheitsgrenze: loslassen.</translation>
    </message>
    <message>
        <source>Same skin as the pinpricks, clear of the places that were pricked; after the battery, control area first</source>
        <translation>Dieselbe Haut wie bei den Pinpricks, abseits der gestochenen Stellen; nach der Batterie, Kontrollareal zuerst</translation>
    </message>
    <message>
        <source>Sauter FH / FL</source>
        <translation>Sauter FH / FL</translation>
    </message>
    <message>
        <source>Save it as UTF-8, or choose another file.</source>
        <translation>Speichern Sie sie als UTF-8, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Speichern Sie sie als UTF-8.</translation>
    </message>
    <message>
        <source>Say what was done.</source>
        <translation>Geben Sie an, was getan wurde.</translation>
    </message>
    <message>
        <source>Say where the first mark lies, such as &apos;2 cm above the ulnar styloid&apos;.</source>
        <translation>Geben Sie an, wo die erste Marke liegt, etwa &apos;2 cm above the ulnar styloid&apos;.</translation>
    </message>
    <message>
        <source>Say where the limit comes from, such as &apos;Protocol 3.0, section 5.2&apos;.</source>
        <translation>Geben Sie an, woher die Grenze stammt, etwa &apos;Protocol 3.0, section 5.2&apos;.</translation>
    </message>
    <message>
        <source>Say who it is.</source>
        <translation>Geben Sie an, wer es ist.</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Screening</translation>
    </message>
    <message>
        <source>Seal it again, now or from the list of unfinished visits.</source>
        <translation>Versiegeln Sie sie erneut, jetzt oder aus der Liste der nicht beendeten Visiten.</translation>
    </message>
    <message>
        <source>Seal the session as it is, and start a new one for what is left to do.</source>
        <translation>Versiegeln Sie die Sitzung, wie sie ist, und beginnen Sie eine neue für das, was noch offen ist.</translation>
    </message>
    <message>
        <source>Seal the visit first.</source>
        <translation>Versiegeln Sie zuerst die Visite.</translation>
    </message>
    <message>
        <source>Second period, call</source>
        <translation>Zweite Periode, Anruf</translation>
    </message>
    <message>
        <source>Second period, end</source>
        <translation>Zweite Periode, Ende</translation>
    </message>
    <message>
        <source>Second period, start, after the wash-out</source>
        <translation>Zweite Periode, Beginn, nach der Auswaschphase</translation>
    </message>
    <message>
        <source>Seen in four working drivers, not in a manual. The unit letters K and O mean kgf or gf, lbf or ozf depending on the model, so that only N is read: set the gauge to N. The sign of compression is unconfirmed. RS-232 is 19200 baud; over USB use imada-dsv.</source>
        <translation>Aus vier funktionierenden Treibern, nicht aus einem Handbuch. Die Einheiten K und O bedeuten je nach Modell kgf oder gf, lbf oder ozf; daher wird nur N gelesen: stellen Sie das Gerät auf N. Das Vorzeichen von Druck ist unbestätigt. RS-232 hat 19200 Baud; über USB verwenden Sie imada-dsv.</translation>
    </message>
    <message>
        <source>Seen in two drivers of one author: 20 characters and CR, the first is r, the six after it the force, the sixteenth the place of the unit in the list of XFC. Inferred: that the place counts from 0, and that the six characters begin with a sign. The other twelve characters (displacement, judgement) are not known, so that an overload is not seen. The codes 04 g and 05 kg are refused (a mass). The sign of compression is unconfirmed. 460800 baud is that of the USB port; for RS-232 use imada-zta-rs232.</source>
        <translation>Aus zwei Treibern eines Autors: 20 Zeichen und CR, das erste ist r, die sechs danach die Kraft, das sechzehnte der Platz der Einheit in der Liste von XFC. Erschlossen: dass der Platz ab 0 zählt und dass die sechs Zeichen mit einem Vorzeichen beginnen. Die übrigen zwölf Zeichen (Weg, Beurteilung) sind unbekannt; eine Überlast wird nicht erkannt. Die Codes 04 g und 05 kg werden abgelehnt (eine Masse). Das Vorzeichen von Druck ist unbestätigt. 460800 Baud gelten für den USB-Anschluss; für RS-232 verwenden Sie imada-zta-rs232.</translation>
    </message>
    <message>
        <source>Send it to a laboratory.</source>
        <translation>Senden Sie es an ein Labor.</translation>
    </message>
    <message>
        <source>Sensory loss</source>
        <translation>Sensibilitätsverlust</translation>
    </message>
    <message>
        <source>Serial circumferences</source>
        <translation>Serielle Umfänge</translation>
    </message>
    <message>
        <source>Sessions are not affected, and attached devices go on.</source>
        <translation>Sitzungen sind nicht betroffen, und verbundene Geräte laufen weiter.</translation>
    </message>
    <message>
        <source>Set it from the site&apos;s own records, and calibrate again.</source>
        <translation>Legen Sie es anhand der Aufzeichnungen des Zentrums fest, und kalibrieren Sie erneut.</translation>
    </message>
    <message>
        <source>Set the clock of the computer, and note the deviation.</source>
        <translation>Stellen Sie die Uhr des Rechners und notieren Sie die Abweichung.</translation>
    </message>
    <message>
        <source>Set the device to {unit} and repeat the reading.</source>
        <translation>Stellen Sie das Gerät auf {unit}, und wiederholen Sie die Messung.</translation>
    </message>
    <message>
        <source>Set the local gravity of the site.</source>
        <translation>Legen Sie die örtliche Fallbeschleunigung des Zentrums fest.</translation>
    </message>
    <message>
        <source>Set the tip on the skin, and press.</source>
        <translation>Die Spitze auf die Haut setzen und drücken.</translation>
    </message>
    <message>
        <source>Set the tip upright on the skin and follow the lane. Release as soon as the participant presses the button.</source>
        <translation>Setzen Sie die Spitze senkrecht auf die Haut und folgen Sie dem Zielband. Lassen Sie los, sobald die Person den Knopf drückt.</translation>
    </message>
    <message>
        <source>Set zero</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>Show every stimulus on the practice area first.</source>
        <translation>Zeigen Sie jeden Reiz zuerst am Übungsareal.</translation>
    </message>
    <message>
        <source>Sign and close it first.</source>
        <translation>Unterschreiben und schließen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Sign and close the visit first, or leave it.</source>
        <translation>Unterschreiben und schließen Sie zuerst die Visite, oder verlassen Sie sie.</translation>
    </message>
    <message>
        <source>Site code (NTH or STH), a hyphen, four digits; the last is a check digit, for example NTH-0016. No names, no dates of birth.</source>
        <translation>Code des Zentrums (NTH oder STH), ein Bindestrich, vier Ziffern; die letzte ist eine Prüfziffer, zum Beispiel NTH-0016. Keine Namen, keine Geburtsdaten.</translation>
    </message>
    <message>
        <source>Skin from 10 to 45 °C is taken, from 22 to 38 °C without a reason; digits alone beyond 45 are tenths</source>
        <translation>Haut von 10 bis 45 °C wird angenommen, von 22 bis 38 °C ohne Begründung; bloße Ziffern über 45 sind Zehntel</translation>
    </message>
    <message>
        <source>Skin temperature</source>
        <translation>Hauttemperatur</translation>
    </message>
    <message>
        <source>Skin temperature of both sides</source>
        <translation>Hauttemperatur beider Seiten</translation>
    </message>
    <message>
        <source>Skin °C</source>
        <translation>Haut °C</translation>
    </message>
    <message>
        <source>Skin, hair or nails have changed</source>
        <translation>Haut, Haare oder Nägel haben sich verändert</translation>
    </message>
    <message>
        <source>Sound does not work.</source>
        <translation>Der Ton funktioniert nicht.</translation>
    </message>
    <message>
        <source>Sound off on purpose</source>
        <translation>Ton absichtlich aus</translation>
    </message>
    <message>
        <source>Sound works, or is switched off on purpose.</source>
        <translation>Der Ton funktioniert oder ist absichtlich aus.</translation>
    </message>
    <message>
        <source>South</source>
        <translation>Süd</translation>
    </message>
    <message>
        <source>Space to begin</source>
        <translation>die Leertaste zum Beginnen</translation>
    </message>
    <message>
        <source>SparkFun OpenScale</source>
        <translation>SparkFun OpenScale</translation>
    </message>
    <message>
        <source>Start at 16 mN; if it is not felt, go up until felt before the first series</source>
        <translation>Beginn mit 16 mN; wird das nicht gespürt, aufsteigen bis zum ersten Spüren vor der ersten Reihe</translation>
    </message>
    <message>
        <source>Start at 8 mN, ascending</source>
        <translation>Beginn mit 8 mN, aufsteigend</translation>
    </message>
    <message>
        <source>State both, or neither.</source>
        <translation>Geben Sie beide an, oder keines.</translation>
    </message>
    <message>
        <source>Stop here if the identifier or the kind of visit is wrong.</source>
        <translation>Halten Sie hier an, wenn Kennung oder Art der Visite falsch sind.</translation>
    </message>
    <message>
        <source>Stop the session, copy its folder to another disk now, and go on from the copy.</source>
        <translation>Beenden Sie die Sitzung, kopieren Sie ihren Ordner jetzt auf einen anderen Datenträger, und arbeiten Sie mit der Kopie weiter.</translation>
    </message>
    <message>
        <source>Strike the fork and set it on the bone. Read the scale when the vibration is no longer felt.</source>
        <translation>Schlagen Sie die Stimmgabel an und setzen Sie sie auf den Knochen. Lesen Sie die Skala ab, wenn die Vibration nicht mehr gespürt wird.</translation>
    </message>
    <message>
        <source>Strike, set on the bone. Enter the scale when no longer felt.</source>
        <translation>Anschlagen, auf den Knochen setzen. Skala eingeben, wenn nichts mehr gespürt wird.</translation>
    </message>
    <message>
        <source>Swelling is seen or felt</source>
        <translation>Schwellung ist zu sehen oder zu fühlen</translation>
    </message>
    <message>
        <source>TEN touches with the beat</source>
        <translation>ZEHN Berührungen im Takt</translation>
    </message>
    <message>
        <source>TIP</source>
        <translation>SPITZE</translation>
    </message>
    <message>
        <source>Take everything off and take the reading once it has settled.</source>
        <translation>Alles abnehmen und den Messwert aufnehmen, sobald er ruhig ist.</translation>
    </message>
    <message>
        <source>Take the certificate from the register: qst-station calibrate certificate NUMBER --out FILE.json.</source>
        <translation>Nehmen Sie den Kalibrierschein aus dem Verzeichnis: qst-station calibrate certificate NUMBER --out FILE.json.</translation>
    </message>
    <message>
        <source>Take the load off at once, look after the device, and repeat the reading.</source>
        <translation>Nehmen Sie die Last sofort ab, sehen Sie nach dem Gerät, und wiederholen Sie die Messung.</translation>
    </message>
    <message>
        <source>Take the missing readings, then finish.</source>
        <translation>Nehmen Sie die fehlenden Messwerte auf, schließen Sie dann ab.</translation>
    </message>
    <message>
        <source>Take the readings that are left.</source>
        <translation>Nehmen Sie die übrigen Messwerte auf.</translation>
    </message>
    <message>
        <source>Take their rights away (chmod 600) and find out who had them.</source>
        <translation>Entziehen Sie die Rechte (chmod 600), und klären Sie, wer sie hatte.</translation>
    </message>
    <message>
        <source>Take what is left.</source>
        <translation>Nehmen Sie auf, was noch fehlt.</translation>
    </message>
    <message>
        <source>Tapes against a steel rule</source>
        <translation>Maßbänder an einem Stahllineal</translation>
    </message>
    <message>
        <source>Tare with nothing on and repeat the readings since the last good zero.</source>
        <translation>Tarieren Sie ohne Last, und wiederholen Sie die Messungen seit der letzten gültigen Nullstellung.</translation>
    </message>
    <message>
        <source>Temperature of the room</source>
        <translation>Raumtemperatur</translation>
    </message>
    <message>
        <source>Temperature of the water</source>
        <translation>Wassertemperatur</translation>
    </message>
    <message>
        <source>Text line with a pattern of your own</source>
        <translation>Textzeile mit eigenem Muster</translation>
    </message>
    <message>
        <source>The balance is off by {error_g} g with check mass {id}; {allowed_g} g is allowed.</source>
        <translation>Die Waage weicht mit Prüfgewicht {id} um {error_g} g ab; erlaubt sind {allowed_g} g.</translation>
    </message>
    <message>
        <source>The calibration began with {gauge}, not with {gauge_2}.</source>
        <translation>Die Kalibrierung begann mit {gauge}, nicht mit {gauge_2}.</translation>
    </message>
    <message>
        <source>The certificate in the register is as it was signed.</source>
        <translation>Der Kalibrierschein im Verzeichnis ist so, wie er unterschrieben wurde.</translation>
    </message>
    <message>
        <source>The certificate is issued: the register has it, signed.</source>
        <translation>Der Kalibrierschein ist ausgestellt: das Verzeichnis hat ihn, unterschrieben.</translation>
    </message>
    <message>
        <source>The certificate was changed after it was signed: {what}.</source>
        <translation>Der Kalibrierschein wurde nach der Unterschrift verändert: {what}.</translation>
    </message>
    <message>
        <source>The certificate {certificate} of {name} was valid until {due}.</source>
        <translation>Der Kalibrierschein {certificate} von {name} galt bis {due}.</translation>
    </message>
    <message>
        <source>The check of {date} gave a warning: {what}.</source>
        <translation>Die Prüfung vom {date} ergab eine Warnung: {what}.</translation>
    </message>
    <message>
        <source>The clock of the computer jumped ahead by {minutes} min: it was set, or the computer slept.</source>
        <translation>Die Uhr des Computers ist um {minutes} min vorgesprungen: Sie wurde gestellt, oder der Computer war im Ruhezustand.</translation>
    </message>
    <message>
        <source>The clock of the computer says {said}; the last entry of this visit is of {entered}.</source>
        <translation>Die Uhr des Rechners zeigt {said}; der letzte Eintrag dieser Visite ist von {entered}.</translation>
    </message>
    <message>
        <source>The clock of the computer was set back by {minutes} min while the visit was open.</source>
        <translation>Die Uhr des Computers wurde bei offener Visite um {minutes} min zurückgestellt.</translation>
    </message>
    <message>
        <source>The clock of this computer is not plausible.</source>
        <translation>Die Uhr dieses Computers ist nicht plausibel.</translation>
    </message>
    <message>
        <source>The clock of this computer is plausible.</source>
        <translation>Die Uhr dieses Computers ist plausibel.</translation>
    </message>
    <message>
        <source>The curve of {trace} samples shows no rise that could be judged.</source>
        <translation>Die Kurve aus {trace} Werten zeigt keinen beurteilbaren Anstieg.</translation>
    </message>
    <message>
        <source>The data are safe: every acknowledged answer is on disk.</source>
        <translation>Die Daten sind sicher: jede bestätigte Antwort ist gespeichert.</translation>
    </message>
    <message>
        <source>The database cannot be read ({error}).</source>
        <translation>Die Datenbank kann nicht gelesen werden ({error}).</translation>
    </message>
    <message>
        <source>The device goes on as before.</source>
        <translation>Das Gerät läuft weiter wie zuvor.</translation>
    </message>
    <message>
        <source>The device has not settled.</source>
        <translation>Das Gerät ist nicht zur Ruhe gekommen.</translation>
    </message>
    <message>
        <source>The device is overloaded.</source>
        <translation>Das Gerät ist überlastet.</translation>
    </message>
    <message>
        <source>The device says that it is overloaded.</source>
        <translation>Das Gerät meldet Überlast.</translation>
    </message>
    <message>
        <source>The device shows nothing now.</source>
        <translation>Das Gerät zeigt gerade nichts.</translation>
    </message>
    <message>
        <source>The device shows {value} {unit} where {nominal} {nominal_2} is due.</source>
        <translation>Das Gerät zeigt {value} {unit}, an der Reihe ist {nominal} {nominal_2}.</translation>
    </message>
    <message>
        <source>The disk did not take the entry ({error}).</source>
        <translation>Der Datenträger hat den Eintrag nicht angenommen ({error}).</translation>
    </message>
    <message>
        <source>The disk did not take the record ({cause}).</source>
        <translation>Der Datenträger hat die Aufzeichnung nicht angenommen ({cause}).</translation>
    </message>
    <message>
        <source>The disk failed while it took the entry ({error}).</source>
        <translation>Der Datenträger versagte beim Eintragen ({error}).</translation>
    </message>
    <message>
        <source>The disk is full; the space kept in reserve is in use.</source>
        <translation>Der Datenträger ist voll; die Reserve wird genutzt.</translation>
    </message>
    <message>
        <source>The disk refused ({fault}).</source>
        <translation>Der Datenträger verweigerte den Zugriff ({fault}).</translation>
    </message>
    <message>
        <source>The engine sent a line that cannot be read: {text}</source>
        <translation>Das Messprogramm sendete eine unlesbare Zeile: {text}</translation>
    </message>
    <message>
        <source>The entry itself is recorded.</source>
        <translation>Der Eintrag selbst ist gespeichert.</translation>
    </message>
    <message>
        <source>The events cannot be run again ({fault}).</source>
        <translation>Die Ereignisse lassen sich nicht erneut ausführen ({fault}).</translation>
    </message>
    <message>
        <source>The examiner finds weakness, tremor, dystonia or less movement</source>
        <translation>Untersuchung: Schwäche, Tremor, Dystonie oder verminderte Beweglichkeit</translation>
    </message>
    <message>
        <source>The examiner sees a difference in skin colour</source>
        <translation>Untersuchung: Unterschied der Hautfarbe sichtbar</translation>
    </message>
    <message>
        <source>The examiner sees changed skin, hair or nails</source>
        <translation>Untersuchung: Haut, Haare oder Nägel verändert</translation>
    </message>
    <message>
        <source>The examiner sees or feels a difference in sweating</source>
        <translation>Untersuchung: Unterschied beim Schwitzen sichtbar oder fühlbar</translation>
    </message>
    <message>
        <source>The examiner sees or feels swelling of one side</source>
        <translation>Untersuchung: Schwellung einer Seite sichtbar oder fühlbar</translation>
    </message>
    <message>
        <source>The file cannot be read ({error}).</source>
        <translation>Die Datei kann nicht gelesen werden ({error}).</translation>
    </message>
    <message>
        <source>The file cannot be read as UTF-8 text: {fault}.</source>
        <translation>Die Datei kann nicht als UTF-8-Text gelesen werden: {fault}.</translation>
    </message>
    <message>
        <source>The file cannot be read or kept: {strerror}.</source>
        <translation>Die Datei kann nicht gelesen oder behalten werden: {strerror}.</translation>
    </message>
    <message>
        <source>The file differs from the register.</source>
        <translation>Die Datei weicht vom Verzeichnis ab.</translation>
    </message>
    <message>
        <source>The file has version {schema_version}, newer than this program.</source>
        <translation>Die Datei hat Version {schema_version}, neuer als dieses Programm.</translation>
    </message>
    <message>
        <source>The file holds another session than {session_uuid}, which the register names.</source>
        <translation>Die Datei enthält eine andere Sitzung als {session_uuid}, die das Verzeichnis nennt.</translation>
    </message>
    <message>
        <source>The file is not as it was sealed.</source>
        <translation>Die Datei ist nicht mehr so, wie sie versiegelt wurde.</translation>
    </message>
    <message>
        <source>The file is not the text that was imported under this name.</source>
        <translation>Die Datei ist nicht der Text, der unter diesem Namen importiert wurde.</translation>
    </message>
    <message>
        <source>The file stays as it is and is left out.</source>
        <translation>Die Datei bleibt, wie sie ist, und wird ausgelassen.</translation>
    </message>
    <message>
        <source>The file stays as it is; the register does not name it.</source>
        <translation>Die Datei bleibt, wie sie ist; das Verzeichnis nennt sie nicht.</translation>
    </message>
    <message>
        <source>The files of the certificate were not written ({strerror}).</source>
        <translation>Die Dateien des Kalibrierscheins wurden nicht geschrieben ({strerror}).</translation>
    </message>
    <message>
        <source>The folder holds a journal already.</source>
        <translation>Der Ordner enthält schon ein Journal.</translation>
    </message>
    <message>
        <source>The form is closed.</source>
        <translation>Das Formular ist geschlossen.</translation>
    </message>
    <message>
        <source>The hand of the examiner feels a difference in temperature</source>
        <translation>Untersuchung: Temperaturunterschied mit der Hand fühlbar</translation>
    </message>
    <message>
        <source>The journal cannot be opened ({error}).</source>
        <translation>Das Journal kann nicht geöffnet werden ({error}).</translation>
    </message>
    <message>
        <source>The journal cannot be written ({error}).</source>
        <translation>Das Journal kann nicht geschrieben werden ({error}).</translation>
    </message>
    <message>
        <source>The journal changed each time it was copied.</source>
        <translation>Das Journal änderte sich bei jedem Kopieren.</translation>
    </message>
    <message>
        <source>The journal has version {version}, newer than this program.</source>
        <translation>Das Journal hat Version {version}, neuer als dieses Programm.</translation>
    </message>
    <message>
        <source>The journal holds everything and was not touched.</source>
        <translation>Das Journal enthält alles und wurde nicht berührt.</translation>
    </message>
    <message>
        <source>The journal holds no row.</source>
        <translation>Das Journal enthält keine Zeile.</translation>
    </message>
    <message>
        <source>The journal is damaged: {happened}</source>
        <translation>Das Journal ist beschädigt: {happened}</translation>
    </message>
    <message>
        <source>The limb feels warmer or colder than the other</source>
        <translation>Die Extremität fühlt sich wärmer oder kälter an als die andere</translation>
    </message>
    <message>
        <source>The limb is or was swollen</source>
        <translation>Die Extremität ist oder war geschwollen</translation>
    </message>
    <message>
        <source>The limb is weak, trembles, cramps or moves less</source>
        <translation>Die Extremität ist schwach, zittert, verkrampft oder ist weniger beweglich</translation>
    </message>
    <message>
        <source>The limb moves less far</source>
        <translation>Die Extremität ist weniger beweglich</translation>
    </message>
    <message>
        <source>The limb sweats more or less than the other</source>
        <translation>Die Extremität schwitzt mehr oder weniger als die andere</translation>
    </message>
    <message>
        <source>The limb was measured in another way than at baseline, so the two cannot be compared.</source>
        <translation>Die Extremität wurde anders gemessen als zu Beginn; die beiden sind nicht vergleichbar.</translation>
    </message>
    <message>
        <source>The line that we recommend for a microcontroller of your own: B,&lt;millis&gt;,1 down and 0 up.</source>
        <translation>Die Zeile, die wir für einen eigenen Mikrocontroller empfehlen: B,&lt;millis&gt;,1 gedrückt und 0 losgelassen.</translation>
    </message>
    <message>
        <source>The loading rate was {rate} kPa/s, not {asked} kPa/s within {tolerance}.</source>
        <translation>Die Anstiegsrate war {rate} kPa/s, nicht {asked} kPa/s innerhalb von {tolerance}.</translation>
    </message>
    <message>
        <source>The local gravity is not set; 9.80665 m/s2 was used, within 0.3 %.</source>
        <translation>Die örtliche Fallbeschleunigung ist nicht festgelegt; verwendet wurden 9.80665 m/s2, auf 0.3 % genau.</translation>
    </message>
    <message>
        <source>The method asks for {missing} more reading(s); the next is: {due}.</source>
        <translation>Das Verfahren verlangt noch {missing} Messwert(e); der nächste ist: {due}.</translation>
    </message>
    <message>
        <source>The other limb {why}, so differences between the sides mean nothing.</source>
        <translation>Die andere Extremität {why}; Seitenunterschiede bedeuten daher nichts.</translation>
    </message>
    <message>
        <source>The pace cannot be heard: {why}.</source>
        <translation>Der Takt ist nicht zu hören: {why}.</translation>
    </message>
    <message>
        <source>The pace is shown on the screen, and recorded as shown.</source>
        <translation>Der Takt ist auf dem Bildschirm zu sehen und wird so festgehalten.</translation>
    </message>
    <message>
        <source>The pages are not what this program makes of the signed document: changed, or of another version.</source>
        <translation>Die Seiten sind nicht, was dieses Programm aus dem unterschriebenen Dokument macht: verändert oder von einer anderen Version.</translation>
    </message>
    <message>
        <source>The participant gives the number; nobody helps with it.</source>
        <translation>Die teilnehmende Person nennt die Zahl; niemand hilft dabei.</translation>
    </message>
    <message>
        <source>The participant is an invention and describes nobody.</source>
        <translation>Die teilnehmende Person ist erfunden und beschreibt niemanden.</translation>
    </message>
    <message>
        <source>The participant is {study} ({reason}).</source>
        <translation>Status der Person: {study} ({reason}).</translation>
    </message>
    <message>
        <source>The practice area is done: the participant knows every stimulus.</source>
        <translation>Übungsareal erledigt: die Person kennt jeden Reiz.</translation>
    </message>
    <message>
        <source>The reading came in {unit}, not in {unit_2}.</source>
        <translation>Der Messwert kam in {unit}, nicht in {unit_2}.</translation>
    </message>
    <message>
        <source>The reading came {early_ns} s before the end of the rest.</source>
        <translation>Der Messwert kam {early_ns} s vor Ende der Ruhezeit.</translation>
    </message>
    <message>
        <source>The reading had not settled.</source>
        <translation>Der Messwert war nicht ruhig.</translation>
    </message>
    <message>
        <source>The readings are complete. Look at the result.</source>
        <translation>Die Messwerte sind vollständig. Sehen Sie sich das Ergebnis an.</translation>
    </message>
    <message>
        <source>The readings are complete: go on with the result.</source>
        <translation>Die Messwerte sind vollständig: weiter mit dem Ergebnis.</translation>
    </message>
    <message>
        <source>The record cannot be used ({error}).</source>
        <translation>Die Aufzeichnung ist nicht verwendbar ({error}).</translation>
    </message>
    <message>
        <source>The record of the last acknowledged row is missing or damaged.</source>
        <translation>Der Nachweis der letzten bestätigten Zeile fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>The record of the last acknowledged row was not written ({error}).</source>
        <translation>Der Nachweis der letzten bestätigten Zeile wurde nicht geschrieben ({error}).</translation>
    </message>
    <message>
        <source>The record of the last row was not written ({error}).</source>
        <translation>Der Nachweis der letzten Zeile wurde nicht geschrieben ({error}).</translation>
    </message>
    <message>
        <source>The register cannot be read. {happened}</source>
        <translation>Das Verzeichnis kann nicht gelesen werden. {happened}</translation>
    </message>
    <message>
        <source>The register has an instrument of this name.</source>
        <translation>Das Verzeichnis hat schon ein Instrument dieses Namens.</translation>
    </message>
    <message>
        <source>The register has it as signed: {command}.</source>
        <translation>Das Verzeichnis hat die unterschriebene Fassung: {command}.</translation>
    </message>
    <message>
        <source>The register has: {known}.</source>
        <translation>Das Verzeichnis hat: {known}.</translation>
    </message>
    <message>
        <source>The register is damaged: {happened}</source>
        <translation>Das Verzeichnis ist beschädigt: {happened}</translation>
    </message>
    <message>
        <source>The register is unchanged.</source>
        <translation>Das Verzeichnis ist unverändert.</translation>
    </message>
    <message>
        <source>The register is unchanged; the sealed sessions are not touched.</source>
        <translation>Das Verzeichnis ist unverändert; die versiegelten Sitzungen sind unberührt.</translation>
    </message>
    <message>
        <source>The register keeps the certificate as it was signed.</source>
        <translation>Das Verzeichnis behält den Kalibrierschein, wie er unterschrieben wurde.</translation>
    </message>
    <message>
        <source>The register of participants was not told ({fault}).</source>
        <translation>Das Teilnehmerverzeichnis hat es nicht erfahren ({fault}).</translation>
    </message>
    <message>
        <source>The relative humidity is {humidity} %; the method allows {low} %.</source>
        <translation>Die relative Luftfeuchte ist {humidity} %; das Verfahren erlaubt {low} %.</translation>
    </message>
    <message>
        <source>The row is not the one that was acknowledged; the journal was rewritten.</source>
        <translation>Die Zeile ist nicht die bestätigte; das Journal wurde umgeschrieben.</translation>
    </message>
    <message>
        <source>The row itself is recorded.</source>
        <translation>Die Zeile selbst ist gespeichert.</translation>
    </message>
    <message>
        <source>The rule is applied to as many parameters as the table has; it was published for the whole DFNS battery</source>
        <translation>Die Regel wird auf so viele Parameter angewendet, wie die Tabelle hat; veröffentlicht wurde sie für die ganze DFNS-Batterie</translation>
    </message>
    <message>
        <source>The same place on both sides, with the same thermometer, one straight after the other.</source>
        <translation>Dieselbe Stelle auf beiden Seiten, mit demselben Thermometer, direkt nacheinander.</translation>
    </message>
    <message>
        <source>The sealing process cannot be started ({error}).</source>
        <translation>Der Versiegelungsprozess kann nicht gestartet werden ({error}).</translation>
    </message>
    <message>
        <source>The sealing process ended with {returncode}.</source>
        <translation>Der Versiegelungsprozess endete mit {returncode}.</translation>
    </message>
    <message>
        <source>The session file cannot be made ({why}).</source>
        <translation>Die Sitzungsdatei kann nicht erstellt werden ({why}).</translation>
    </message>
    <message>
        <source>The session file was not made ({why}).</source>
        <translation>Die Sitzungsdatei wurde nicht erstellt ({why}).</translation>
    </message>
    <message>
        <source>The session says {now}, the register {then}.</source>
        <translation>Die Sitzung sagt {now}, das Verzeichnis {then}.</translation>
    </message>
    <message>
        <source>The session was closed properly.</source>
        <translation>Die Sitzung wurde ordentlich geschlossen.</translation>
    </message>
    <message>
        <source>The set is closed.</source>
        <translation>Die Messreihe ist geschlossen.</translation>
    </message>
    <message>
        <source>The signing key cannot be used ({error}).</source>
        <translation>Der Signaturschlüssel ist nicht verwendbar ({error}).</translation>
    </message>
    <message>
        <source>The skin has another colour than on the other side</source>
        <translation>Die Haut hat eine andere Farbe als auf der anderen Seite</translation>
    </message>
    <message>
        <source>The tip was found faulty: {text}.</source>
        <translation>Die Spitze wurde für fehlerhaft befunden: {text}.</translation>
    </message>
    <message>
        <source>The training has not been closed, and the true values stay hidden until then.</source>
        <translation>Das Training ist nicht abgeschlossen; bis dahin bleiben die wahren Werte verborgen.</translation>
    </message>
    <message>
        <source>The uncertainty is that of the readings taken.</source>
        <translation>Die Unsicherheit ist die der aufgenommenen Messwerte.</translation>
    </message>
    <message>
        <source>The uncertainty leaves out what nobody has set: {missing}.</source>
        <translation>In der Unsicherheit fehlt, was niemand festgelegt hat: {missing}.</translation>
    </message>
    <message>
        <source>The uncertainty of {name} is given in {unit}.</source>
        <translation>Die Unsicherheit von {name} ist in {unit} angegeben.</translation>
    </message>
    <message>
        <source>The user block was altered: {error}.</source>
        <translation>Der Benutzerblock wurde verändert: {error}.</translation>
    </message>
    <message>
        <source>The visit and its file are not touched.</source>
        <translation>Visite und Datei sind unberührt.</translation>
    </message>
    <message>
        <source>The visit is being sealed.</source>
        <translation>Die Visite wird gerade versiegelt.</translation>
    </message>
    <message>
        <source>The visit is closed for good.</source>
        <translation>Die Visite ist endgültig geschlossen.</translation>
    </message>
    <message>
        <source>The visit is closed.</source>
        <translation>Die Visite ist geschlossen.</translation>
    </message>
    <message>
        <source>The visit is not blocked.</source>
        <translation>Die Visite ist nicht gesperrt.</translation>
    </message>
    <message>
        <source>The visit is not closed.</source>
        <translation>Die Visite ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The visit is {kind}, and only practice can be training.</source>
        <translation>Die Visite ist {kind}; nur Übung kann Training sein.</translation>
    </message>
    <message>
        <source>The visit was left before this was recorded.</source>
        <translation>Die Visite wurde verlassen, bevor dies gespeichert war.</translation>
    </message>
    <message>
        <source>The window asked for something that cannot be answered: {why}.</source>
        <translation>Das Fenster hat etwas gefragt, das nicht beantwortet werden kann: {why}.</translation>
    </message>
    <message>
        <source>The z-scores rest on different norm sets and cannot be compared.</source>
        <translation>Die z-Werte beruhen auf verschiedenen Normdaten und sind nicht vergleichbar.</translation>
    </message>
    <message>
        <source>Thenar at the hand, abductor hallucis at the foot</source>
        <translation>Thenar an der Hand, Abductor hallucis am Fuß</translation>
    </message>
    <message>
        <source>There are: {allowed}.</source>
        <translation>Es gibt: {allowed}.</translation>
    </message>
    <message>
        <source>There is a register here already.</source>
        <translation>Hier besteht schon ein Verzeichnis.</translation>
    </message>
    <message>
        <source>There is enough space on the disk.</source>
        <translation>Der Speicherplatz reicht.</translation>
    </message>
    <message>
        <source>There is no entry {kind}.</source>
        <translation>Es gibt keinen Eintrag {kind}.</translation>
    </message>
    <message>
        <source>There is no example of this name.</source>
        <translation>Es gibt kein Beispiel dieses Namens.</translation>
    </message>
    <message>
        <source>There is no instrument of this name in the register.</source>
        <translation>Das Verzeichnis hat kein Instrument dieses Namens.</translation>
    </message>
    <message>
        <source>There is no journal here.</source>
        <translation>Hier ist kein Journal.</translation>
    </message>
    <message>
        <source>There is no method {kind}.</source>
        <translation>Es gibt kein Verfahren {kind}.</translation>
    </message>
    <message>
        <source>There is no register of instruments here.</source>
        <translation>Hier ist kein Instrumentenverzeichnis.</translation>
    </message>
    <message>
        <source>There is no room for the sealing process ({error}).</source>
        <translation>Für den Siegelprozess ist kein Platz ({error}).</translation>
    </message>
    <message>
        <source>There is no set of this name in the register.</source>
        <translation>Das Verzeichnis hat keinen Satz dieses Namens.</translation>
    </message>
    <message>
        <source>There is no test {unknown}; there are {tests}.</source>
        <translation>Es gibt keinen Test {unknown}; es gibt {tests}.</translation>
    </message>
    <message>
        <source>There is too little space on the disk.</source>
        <translation>Der Speicherplatz reicht nicht.</translation>
    </message>
    <message>
        <source>They are still in the journal.</source>
        <translation>Sie sind noch im Journal.</translation>
    </message>
    <message>
        <source>This cannot be entered: {error}.</source>
        <translation>Das kann nicht eingetragen werden: {error}.</translation>
    </message>
    <message>
        <source>This cannot be the prefix of certificate numbers.</source>
        <translation>Das kann nicht die Vorsilbe der Kalibrierscheinnummern sein.</translation>
    </message>
    <message>
        <source>This instrument must not be used.</source>
        <translation>Dieses Instrument darf nicht verwendet werden.</translation>
    </message>
    <message>
        <source>This is no certificate that can be read: {why}.</source>
        <translation>Das ist kein lesbarer Kalibrierschein: {why}.</translation>
    </message>
    <message>
        <source>This is not a sealed session.</source>
        <translation>Das ist keine versiegelte Sitzung.</translation>
    </message>
    <message>
        <source>This part is not as it was sealed.</source>
        <translation>Dieser Teil ist nicht mehr so, wie er versiegelt wurde.</translation>
    </message>
    <message>
        <source>This reading is seen by itself when the load is taken off again.</source>
        <translation>Dieser Wert wird von selbst erkannt, wenn die Last wieder abgenommen wird.</translation>
    </message>
    <message>
        <source>This session is no training.</source>
        <translation>Diese Sitzung ist kein Training.</translation>
    </message>
    <message>
        <source>This signature shows that the document has not been changed since it was signed with the key of the station. It does not prove who the person was: that rests on the station&apos;s access rules.</source>
        <translation>Diese Signatur zeigt, dass das Dokument seit der Unterschrift mit dem Schlüssel der Station nicht verändert wurde. Sie beweist nicht, wer die Person war: das beruht auf den Zugangsregeln der Station.</translation>
    </message>
    <message>
        <source>This station has issued no certificate of this number.</source>
        <translation>Diese Station hat keinen Kalibrierschein dieser Nummer ausgestellt.</translation>
    </message>
    <message>
        <source>This test is done.</source>
        <translation>Dieser Test ist fertig.</translation>
    </message>
    <message>
        <source>This visit was sealed already: {name}.</source>
        <translation>Diese Visite wurde schon versiegelt: {name}.</translation>
    </message>
    <message>
        <source>Three letters of the site, three digits and a check character, for example RUN0012. No names, no dates of birth.</source>
        <translation>Drei Buchstaben des Zentrums, drei Ziffern und ein Prüfzeichen, zum Beispiel RUN0012. Keine Namen, keine Geburtsdaten.</translation>
    </message>
    <message>
        <source>Three readings, their arithmetic mean as the value</source>
        <translation>Drei Messwerte, ihr arithmetisches Mittel als Wert</translation>
    </message>
    <message>
        <source>Today is {side} the day of {name}, {nominal}; its window is {opens} to {closes} (a default of this program that nobody has checked).</source>
        <translation>Heute ist {side} dem Tag von {name}, {nominal}; das Zeitfenster ist {opens} bis {closes} (eine Voreinstellung dieses Programms, die niemand geprüft hat).</translation>
    </message>
    <message>
        <source>Today is {side} the day of {name}, {nominal}; its window is {opens} to {closes}.</source>
        <translation>Heute ist {side} dem Tag von {name}, {nominal}; das Zeitfenster ist {opens} bis {closes}.</translation>
    </message>
    <message>
        <source>Tolerances and usual times are unverified defaults of QST Station; every single figure is a median.</source>
        <translation>Toleranzen und übliche Zeiten sind ungeprüfte Voreinstellungen von QST Station; jede einzelne Zahl ist ein Median.</translation>
    </message>
    <message>
        <source>Too fast</source>
        <translation>Zu schnell</translation>
    </message>
    <message>
        <source>Too fast. Repeat this trial?</source>
        <translation>Zu schnell. Durchgang wiederholen?</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>Zu langsam</translation>
    </message>
    <message>
        <source>Too slow. Repeat this trial?</source>
        <translation>Zu langsam. Durchgang wiederholen?</translation>
    </message>
    <message>
        <source>Touch at every beat.</source>
        <translation>Bei jedem Taktschlag berühren.</translation>
    </message>
    <message>
        <source>Touch before you enter: {n} of {of} entries were made without a touch.</source>
        <translation>Berühren Sie vor der Eingabe: {n} von {of} Eingaben entstanden ohne Berührung.</translation>
    </message>
    <message>
        <source>Touch hurts, or painful things hurt more than they should</source>
        <translation>Berührung schmerzt, oder Schmerzhaftes schmerzt mehr, als es sollte</translation>
    </message>
    <message>
        <source>Touch once with every beat of {test}.</source>
        <translation>Berühren Sie bei {test} einmal mit jedem Taktschlag.</translation>
    </message>
    <message>
        <source>Touch the skin with the von Frey hair until it just bends. Ask for a yes at every touch that is felt.</source>
        <translation>Berühren Sie die Haut mit dem von-Frey-Haar, bis es sich gerade biegt. Bitten Sie um ein Ja bei jeder gespürten Berührung.</translation>
    </message>
    <message>
        <source>Trial {trial}, {test}, {area}: said {said}, entered {entered}.</source>
        <translation>Durchgang {trial}, {test}, {area}: gesagt {said}, eingegeben {entered}.</translation>
    </message>
    <message>
        <source>True is the force felt or sharp every second time (MDT, MPT), else the value of answers without end.</source>
        <translation>Wahr ist die Kraft, die jedes zweite Mal gespürt oder spitz ist (MDT, MPT), sonst der Wert aus endlos vielen Antworten.</translation>
    </message>
    <message>
        <source>Try again when it has finished; reading is possible at any time.</source>
        <translation>Versuchen Sie es danach erneut; Lesen ist jederzeit möglich.</translation>
    </message>
    <message>
        <source>Try again when the session is idle.</source>
        <translation>Versuchen Sie es erneut, wenn die Sitzung ruht.</translation>
    </message>
    <message>
        <source>Try once more.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Type the force that the display shows.</source>
        <translation>Geben Sie die Kraft ein, die die Anzeige zeigt.</translation>
    </message>
    <message>
        <source>Type the pressure that the display shows.</source>
        <translation>Geben Sie den Druck ein, den die Anzeige zeigt.</translation>
    </message>
    <message>
        <source>Type the temperature of the room.</source>
        <translation>Geben Sie die Raumtemperatur ein.</translation>
    </message>
    <message>
        <source>Type the values.</source>
        <translation>Geben Sie die Werte von Hand ein.</translation>
    </message>
    <message>
        <source>USB adapter</source>
        <translation>USB-Adapter</translation>
    </message>
    <message>
        <source>USB adapter {id}</source>
        <translation>USB-Adapter {id}</translation>
    </message>
    <message>
        <source>Ulnar styloid at the hand, medial malleolus at the foot</source>
        <translation>Processus styloideus ulnae an der Hand, Malleolus medialis am Fuß</translation>
    </message>
    <message>
        <source>Undefined where all single touches are rated 0</source>
        <translation>Nicht definiert, wo alle Einzelberührungen mit 0 bewertet sind</translation>
    </message>
    <message>
        <source>Uneven. Repeat this trial?</source>
        <translation>Ungleichmäßig. Diesen Durchgang wiederholen?</translation>
    </message>
    <message>
        <source>Uneven: within {lane} {unit}/s for only {in_band} % of the time.</source>
        <translation>Ungleichmäßig: nur {in_band} % der Zeit innerhalb von {lane} {unit}/s.</translation>
    </message>
    <message>
        <source>Unloaded the device shows {value} {unit}, more than {limit} {unit} away from {before}: it was tared or touched in between.</source>
        <translation>Unbelastet zeigt das Gerät {value} {unit}, mehr als {limit} {unit} von {before} entfernt: es wurde zwischendurch tariert oder berührt.</translation>
    </message>
    <message>
        <source>Unplug the device, plug it in again, and try once more.</source>
        <translation>Ziehen Sie das Gerät ab, stecken Sie es wieder ein, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Update it.</source>
        <translation>Aktualisieren Sie es.</translation>
    </message>
    <message>
        <source>Update the program, or begin the calibration anew; this record stays as it is.</source>
        <translation>Aktualisieren Sie das Programm, oder beginnen Sie die Kalibrierung neu; diese Aufzeichnung bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Update the program, or restore the folder from a backup.</source>
        <translation>Aktualisieren Sie das Programm, oder stellen Sie den Ordner aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>Upright on the skin that was tested with pinpricks, clear of the places that were pricked.</source>
        <translation>Senkrecht auf die mit Pinpricks getestete Haut, abseits der gestochenen Stellen.</translation>
    </message>
    <message>
        <source>Use 1 to 32 letters, digits and hyphens, beginning with a letter or digit.</source>
        <translation>Verwenden Sie 1 bis 32 Buchstaben, Ziffern und Bindestriche, zuerst einen Buchstaben oder eine Ziffer.</translation>
    </message>
    <message>
        <source>Use a balance with a finer display, and calibrate the item.</source>
        <translation>Verwenden Sie eine Waage mit feinerer Anzeige, und kalibrieren Sie das Instrument.</translation>
    </message>
    <message>
        <source>Use a finer balance.</source>
        <translation>Verwenden Sie eine feinere Waage.</translation>
    </message>
    <message>
        <source>Use a standard with a valid certificate.</source>
        <translation>Verwenden Sie ein Bezugsnormal mit gültigem Kalibrierschein.</translation>
    </message>
    <message>
        <source>Use a {needed} device.</source>
        <translation>Verwenden Sie ein Gerät der Art {needed}.</translation>
    </message>
    <message>
        <source>Use another instrument.</source>
        <translation>Verwenden Sie ein anderes Instrument.</translation>
    </message>
    <message>
        <source>Use it.</source>
        <translation>Verwenden Sie es.</translation>
    </message>
    <message>
        <source>Use one or two groups of 1 to 8 capital letters or digits, joined by a hyphen: INCA-01.</source>
        <translation>Verwenden Sie ein oder zwei Gruppen von 1 bis 8 Großbuchstaben oder Ziffern, mit Bindestrich verbunden: INCA-01.</translation>
    </message>
    <message>
        <source>Use the study&apos;s code: one to six capital letters or digits, a hyphen, three to six digits, for example P-0123. No names, no dates of birth.</source>
        <translation>Verwenden Sie den Code der Studie: ein bis sechs Großbuchstaben oder Ziffern, ein Bindestrich, drei bis sechs Ziffern, zum Beispiel P-0123. Keine Namen, keine Geburtsdaten.</translation>
    </message>
    <message>
        <source>Use up to 32 letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, for example algometer-1.</source>
        <translation>Verwenden Sie bis zu 32 Buchstaben, Ziffern, &apos;-&apos;, &apos;_&apos; und &apos;.&apos;, zum Beispiel algometer-1.</translation>
    </message>
    <message>
        <source>V, a hyphen and three digits, for example V-001. No names, no dates of birth.</source>
        <translation>V, ein Bindestrich und drei Ziffern, zum Beispiel V-001. Keine Namen, keine Geburtsdaten.</translation>
    </message>
    <message>
        <source>VDT between WUR and PPT</source>
        <translation>VDT zwischen WUR und PPT</translation>
    </message>
    <message>
        <source>Value: geometric mean of three trials, as of the other thresholds in mN</source>
        <translation>Wert: geometrisches Mittel von drei Durchgängen, wie bei den anderen Schwellen in mN</translation>
    </message>
    <message>
        <source>Value: mean of the five train ratings over mean of the five single ratings</source>
        <translation>Wert: Mittel der fünf Serienbewertungen durch Mittel der fünf Einzelbewertungen</translation>
    </message>
    <message>
        <source>Values stay hidden while something is still to be tested.</source>
        <translation>Werte bleiben verborgen, solange noch etwas zu testen ist.</translation>
    </message>
    <message>
        <source>Version {version} of {title} ({language}) is on this station with another text.</source>
        <translation>Version {version} von {title} ({language}) ist auf dieser Station mit anderem Text.</translation>
    </message>
    <message>
        <source>Vibration detection threshold</source>
        <translation>Vibrationsdetektionsschwelle</translation>
    </message>
    <message>
        <source>Visits, windows, assessments, marks of the circumferences, roles</source>
        <translation>Visiten, Zeitfenster, Untersuchungen, Marken der Umfänge, Rollen</translation>
    </message>
    <message>
        <source>Visual analogue scale 0 to 10, pain now</source>
        <translation>Visuelle Analogskala 0 bis 10, Schmerz jetzt</translation>
    </message>
    <message>
        <source>Visual analogue scale, a line of 100 mm, pain now</source>
        <translation>Visuelle Analogskala, Linie von 100 mm, Schmerz jetzt</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Volume by water displacement</source>
        <translation>Volumen durch Wasserverdrängung</translation>
    </message>
    <message>
        <source>Wagner FDIX</source>
        <translation>Wagner FDIX</translation>
    </message>
    <message>
        <source>Wagner FDV</source>
        <translation>Wagner FDV</translation>
    </message>
    <message>
        <source>Wagner FDX</source>
        <translation>Wagner FDX</translation>
    </message>
    <message>
        <source>Wagner FPX</source>
        <translation>Wagner FPX</translation>
    </message>
    <message>
        <source>Wait for the answer or take the question back.</source>
        <translation>Warten Sie auf die Antwort, oder nehmen Sie die Frage zurück.</translation>
    </message>
    <message>
        <source>Wait for the answer: {n} of {of} entries came before the participant had spoken.</source>
        <translation>Warten Sie auf die Antwort: {n} von {of} Eingaben kamen, bevor die Person gesprochen hatte.</translation>
    </message>
    <message>
        <source>Wait for {value} s from now on, then repeat the reading.</source>
        <translation>Warten Sie ab jetzt {value} s, dann wiederholen Sie die Messung.</translation>
    </message>
    <message>
        <source>Wait until it is sealed. A visit that is sealed cannot be resumed.</source>
        <translation>Warten Sie, bis sie versiegelt ist. Eine versiegelte Visite kann nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Wait until the room is within the limits, then note the conditions again.</source>
        <translation>Warten Sie, bis der Raum in den Grenzen liegt, dann notieren Sie die Bedingungen erneut.</translation>
    </message>
    <message>
        <source>Wait, or take the load off.</source>
        <translation>Warten Sie, oder nehmen Sie die Last ab.</translation>
    </message>
    <message>
        <source>Water from 10 to 45 °C is taken, from 20 to 37 °C without a reason</source>
        <translation>Wasser von 10 bis 45 °C wird angenommen, von 20 bis 37 °C ohne Begründung</translation>
    </message>
    <message>
        <source>Weakness, tremor or dystonia is found</source>
        <translation>Schwäche, Tremor oder Dystonie ist feststellbar</translation>
    </message>
    <message>
        <source>Week 12</source>
        <translation>Woche 12</translation>
    </message>
    <message>
        <source>Well done: nothing here asks for practice.</source>
        <translation>Gut gemacht: hier muss nichts geübt werden.</translation>
    </message>
    <message>
        <source>What changes the size of a limb from one hour to the next.</source>
        <translation>Was die Größe einer Extremität von Stunde zu Stunde ändert.</translation>
    </message>
    <message>
        <source>What is on disk is shown as it is.</source>
        <translation>Gezeigt wird, was gespeichert ist.</translation>
    </message>
    <message>
        <source>What to practise next</source>
        <translation>Als Nächstes üben</translation>
    </message>
    <message>
        <source>Whatever the device prints: pattern, unit, sign and baud rate are the user&apos;s. Lines that do not match (banners, headers) are counted as unreadable. A line without a unit is read only where the user has set one.</source>
        <translation>Was das Gerät eben ausgibt: Muster, Einheit, Vorzeichen und Baudrate legt der Anwender fest. Zeilen, die nicht passen (Kopfzeilen), zählen als unlesbar. Eine Zeile ohne Einheit wird nur gelesen, wo der Anwender eine festgelegt hat.</translation>
    </message>
    <message>
        <source>Where the number takes longer than 10 s, the next stimulus is due as soon as it is given</source>
        <translation>Kommt die Zahl später als nach 10 s, ist der nächste Reiz fällig, sobald sie genannt ist</translation>
    </message>
    <message>
        <source>Where the participant enters numbers on a screen: by keypad</source>
        <translation>Wie die Person Zahlen am Bildschirm eingibt: über das Ziffernfeld</translation>
    </message>
    <message>
        <source>Which circumstances are asked before a limb is measured</source>
        <translation>Welche Umstände vor der Messung einer Extremität erfragt werden</translation>
    </message>
    <message>
        <source>Which deviations, adverse sensations and reasons have a code</source>
        <translation>Welche Abweichungen, unerwünschten Empfindungen und Gründe einen Code haben</translation>
    </message>
    <message>
        <source>Which lines stand before a visit</source>
        <translation>Punkte der Checkliste vor der Visite</translation>
    </message>
    <message>
        <source>Who it was</source>
        <translation>Wer es war</translation>
    </message>
    <message>
        <source>Who may see the review, z-scores and the course</source>
        <translation>Wer Durchsicht, z-Werte und Verlauf sehen darf</translation>
    </message>
    <message>
        <source>Who may sign for an instrument whose calibration does not hold</source>
        <translation>Wer ein Instrument freigeben darf, dessen Kalibrierung nicht gilt</translation>
    </message>
    <message>
        <source>Who read the tape is taken from the signature of each session.</source>
        <translation>Wer das Maßband ablas, folgt aus der Unterschrift jeder Sitzung.</translation>
    </message>
    <message>
        <source>Wind-up ratio</source>
        <translation>Wind-up-Ratio</translation>
    </message>
    <message>
        <source>Windows of 7 days before and after the visits in the clinic; none for the calls</source>
        <translation>Zeitfenster von 7 Tagen vor und nach den Visiten vor Ort; keine für die Anrufe</translation>
    </message>
    <message>
        <source>Wording of the items, and which measured values stand beside them</source>
        <translation>Wortlaut der Punkte, und welche Messwerte daneben stehen</translation>
    </message>
    <message>
        <source>Wording of the items, which measured values stand beside them, and no conclusion while an item is open</source>
        <translation>Wortlaut der Punkte, welche Messwerte daneben stehen, und kein Schluss, solange ein Punkt offen ist</translation>
    </message>
    <message>
        <source>Write a number above 0.</source>
        <translation>Geben Sie eine Zahl über 0 an.</translation>
    </message>
    <message>
        <source>Write how many days after that visit it is.</source>
        <translation>Geben Sie an, wie viele Tage nach jener Visite es ist.</translation>
    </message>
    <message>
        <source>Write limit_kpa for PPT, limit_mn for the other tests.</source>
        <translation>Schreiben Sie limit_kpa für PPT, limit_mn für die anderen Tests.</translation>
    </message>
    <message>
        <source>Write one line of plain text.</source>
        <translation>Schreiben Sie eine Zeile einfachen Text.</translation>
    </message>
    <message>
        <source>Write one such as &apos;(LIV|LON)-[0-9]{{3}}&apos;, with a digit, without * and +.</source>
        <translation>Schreiben Sie eines wie &apos;(LIV|LON)-[0-9]{{3}}&apos;, mit einer Ziffer, ohne * und +.</translation>
    </message>
    <message>
        <source>Write side = &quot;affected&quot; and area = &quot;limb&quot;.</source>
        <translation>Schreiben Sie side = &quot;affected&quot; und area = &quot;limb&quot;.</translation>
    </message>
    <message>
        <source>Write two: role = &quot;control&quot; and role = &quot;affected&quot;.</source>
        <translation>Schreiben Sie zwei: role = &quot;control&quot; und role = &quot;affected&quot;.</translation>
    </message>
    <message>
        <source>Write why, in one line of up to 200 characters; no names.</source>
        <translation>Schreiben Sie den Grund in einer Zeile bis 200 Zeichen; keine Namen.</translation>
    </message>
    <message>
        <source>a TrainingChoice as JSON</source>
        <translation>eine TrainingChoice als JSON</translation>
    </message>
    <message>
        <source>a calibration needs the name and the role of who does it</source>
        <translation>eine Kalibrierung braucht Name und Rolle der ausführenden Person</translation>
    </message>
    <message>
        <source>a choice needs at least two options, each with its own {name}</source>
        <translation>eine Auswahl braucht mindestens zwei Möglichkeiten, jede mit eigenem {name}</translation>
    </message>
    <message>
        <source>a correction needs a reason</source>
        <translation>eine Berichtigung braucht eine Begründung</translation>
    </message>
    <message>
        <source>a device of this name is attached already</source>
        <translation>ein Gerät dieses Namens ist schon verbunden</translation>
    </message>
    <message>
        <source>a folder that takes the file ({fault})</source>
        <translation>ein Ordner, der die Datei annimmt ({fault})</translation>
    </message>
    <message>
        <source>a geometric mean needs numbers above 0, and entry.minimum is not</source>
        <translation>ein geometrisches Mittel braucht Zahlen über 0, und entry.minimum ist es nicht</translation>
    </message>
    <message>
        <source>a geometric mean needs positive values, not {values} with offset {offset}</source>
        <translation>ein geometrisches Mittel braucht positive Werte, nicht {values} mit Versatz {offset}</translation>
    </message>
    <message>
        <source>a limit is one number, limit_kpa or limit_mn</source>
        <translation>eine Grenze ist eine Zahl, limit_kpa oder limit_mn</translation>
    </message>
    <message>
        <source>a limits test takes no plan, not {plan}</source>
        <translation>ein Grenzwerttest nimmt keinen Plan, nicht {plan}</translation>
    </message>
    <message>
        <source>a line that is no JSON object</source>
        <translation>eine Zeile, die kein JSON-Objekt ist</translation>
    </message>
    <message>
        <source>a line that the pattern reads ({why})</source>
        <translation>eine Zeile, die das Muster liest ({why})</translation>
    </message>
    <message>
        <source>a mean has at least one reading, not {readings}</source>
        <translation>ein Mittel hat mindestens einen Wert, nicht {readings}</translation>
    </message>
    <message>
        <source>a mean needs at least one value</source>
        <translation>ein Mittel braucht mindestens einen Wert</translation>
    </message>
    <message>
        <source>a member is missing or has the wrong type</source>
        <translation>ein Bestandteil fehlt oder hat den falschen Typ</translation>
    </message>
    <message>
        <source>a name that no known gauge has</source>
        <translation>ein Name, den kein bekanntes Gerät hat</translation>
    </message>
    <message>
        <source>a name that no other file of the folder gives</source>
        <translation>ein Name, den keine andere Datei des Ordners vergibt</translation>
    </message>
    <message>
        <source>a name without a file {path}</source>
        <translation>ein Name ohne eine Datei {path}</translation>
    </message>
    <message>
        <source>a note needs a text</source>
        <translation>eine Notiz braucht einen Text</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number above 0</source>
        <translation>eine Zahl über 0</translation>
    </message>
    <message>
        <source>a part that every certificate has is missing or damaged</source>
        <translation>ein Teil, den jeder Kalibrierschein hat, fehlt oder ist beschädigt</translation>
    </message>
    <message>
        <source>a pattern with a group (?P&lt;{needed}&gt;...)</source>
        <translation>ein Muster mit einer Gruppe (?P&lt;{needed}&gt;...)</translation>
    </message>
    <message>
        <source>a plan needs {runs} runs that each hold every one of the {size} stimuli once</source>
        <translation>ein Plan braucht {runs} Läufe, die jeden der {size} Reize einmal enthalten</translation>
    </message>
    <message>
        <source>a press begins above zero, not at {begins}</source>
        <translation>ein Druckvorgang beginnt über null, nicht bei {begins}</translation>
    </message>
    <message>
        <source>a ramp is under way</source>
        <translation>eine Rampe läuft</translation>
    </message>
    <message>
        <source>a ramp test takes no plan, not {plan}</source>
        <translation>ein Rampentest nimmt keinen Plan, nicht {plan}</translation>
    </message>
    <message>
        <source>a reading is finite, not {value}</source>
        <translation>ein Messwert ist endlich, nicht {value}</translation>
    </message>
    <message>
        <source>a reference needs its identity and its certificate: {id}, {certificate}</source>
        <translation>ein Bezugsnormal braucht Kennung und Kalibrierschein: {id}, {certificate}</translation>
    </message>
    <message>
        <source>a regular expression ({error})</source>
        <translation>ein regulärer Ausdruck ({error})</translation>
    </message>
    <message>
        <source>a request, a stream_start, or unsolicited=True</source>
        <translation>request, stream_start oder unsolicited=True</translation>
    </message>
    <message>
        <source>a room has between -20 and 60 degrees Celsius, not {temperature_c}</source>
        <translation>ein Raum hat zwischen -20 und 60 °C, nicht {temperature_c}</translation>
    </message>
    <message>
        <source>a run-in has 1 to 366 days</source>
        <translation>eine Vorlaufphase hat 1 bis 366 Tage</translation>
    </message>
    <message>
        <source>a segment is measured in one way throughout a study</source>
        <translation>ein Segment wird in einer Studie immer gleich gemessen</translation>
    </message>
    <message>
        <source>a setting is given twice among {name}</source>
        <translation>eine Einstellung steht doppelt unter {name}</translation>
    </message>
    <message>
        <source>a side has no value</source>
        <translation>eine Seite hat keinen Wert</translation>
    </message>
    <message>
        <source>a side that is not measured needs a reason</source>
        <translation>eine Seite, die nicht gemessen wird, braucht eine Begründung</translation>
    </message>
    <message>
        <source>a step is open: finish, stop or skip it first</source>
        <translation>ein Schritt ist offen: zuerst abschließen, stoppen oder auslassen</translation>
    </message>
    <message>
        <source>a technical error needs a set of at least two repeats</source>
        <translation>ein technischer Fehler braucht mindestens zwei Wiederholungen</translation>
    </message>
    <message>
        <source>a test or a site stands twice in the battery</source>
        <translation>ein Test oder ein Areal steht doppelt in der Batterie</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a trend needs {fewest} calibrations on different days or more, not {count}</source>
        <translation>ein Trend braucht {fewest} oder mehr Kalibrierungen an verschiedenen Tagen, nicht {count}</translation>
    </message>
    <message>
        <source>a truncated cone has two ends: give at least two circumferences</source>
        <translation>ein Kegelstumpf hat zwei Enden: geben Sie mindestens zwei Umfänge an</translation>
    </message>
    <message>
        <source>a turning point lies beyond the set: there is no force to measure</source>
        <translation>ein Umkehrpunkt liegt außerhalb des Satzes: es gibt keine Kraft zu messen</translation>
    </message>
    <message>
        <source>a wind-up test takes no plan, not {plan}</source>
        <translation>ein Wind-up-Test nimmt keinen Plan, nicht {plan}</translation>
    </message>
    <message>
        <source>a window is a number of days, 0 or more, around a day</source>
        <translation>ein Zeitfenster ist eine Zahl von Tagen, 0 oder mehr, um einen Tag</translation>
    </message>
    <message>
        <source>a {convention} volume has {fewest} to {most_marks} marks</source>
        <translation>ein Volumen nach {convention} hat {fewest} bis {most_marks} Marken</translation>
    </message>
    <message>
        <source>a {given} may not sign for it; allowed: {allowed_roles}</source>
        <translation>die Rolle {given} darf dafür nicht unterschreiben; erlaubt: {allowed_roles}</translation>
    </message>
    <message>
        <source>a {kind} is used for no test</source>
        <translation>ein Gerät der Art {kind} wird für keinen Test verwendet</translation>
    </message>
    <message>
        <source>abductor hallucis: inner edge of the foot</source>
        <translation>Abductor hallucis: Innenrand des Fußes</translation>
    </message>
    <message>
        <source>above</source>
        <translation>über</translation>
    </message>
    <message>
        <source>above the force limit of {force_limit_mn} mN in {missed}</source>
        <translation>über der Kraftgrenze von {force_limit_mn} mN bei {missed}</translation>
    </message>
    <message>
        <source>ack</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>adjusted</source>
        <translation>justiert</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>adverse</source>
        <translation>unerwünscht</translation>
    </message>
    <message>
        <source>affected</source>
        <translation>betroffen</translation>
    </message>
    <message>
        <source>affected limb</source>
        <translation>betroffene Extremität</translation>
    </message>
    <message>
        <source>affected minus unaffected side</source>
        <translation>betroffene minus nicht betroffene Seite</translation>
    </message>
    <message>
        <source>affected side</source>
        <translation>betroffene Seite</translation>
    </message>
    <message>
        <source>after</source>
        <translation>danach</translation>
    </message>
    <message>
        <source>after minus before testing, {scale}</source>
        <translation>nach minus vor dem Testen, {scale}</translation>
    </message>
    <message>
        <source>age missing</source>
        <translation>Alter fehlt</translation>
    </message>
    <message>
        <source>age under {youngest}: the norm set starts at {youngest} years</source>
        <translation>Alter unter {youngest}: die Normdaten beginnen bei {youngest} Jahren</translation>
    </message>
    <message>
        <source>age y</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>age {age_y} years is not plausible</source>
        <translation>Alter von {age_y} Jahren ist nicht plausibel</translation>
    </message>
    <message>
        <source>age_y is {age_y}, which is no age in years.</source>
        <translation>age_y ist {age_y}, kein Alter in Jahren.</translation>
    </message>
    <message>
        <source>age_y is {age_y}; allowed: 1 to 119, or none</source>
        <translation>age_y ist {age_y}; erlaubt: 1 bis 119, oder nichts</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>vereinbart</translation>
    </message>
    <message>
        <source>air buoyancy</source>
        <translation>Luftauftrieb</translation>
    </message>
    <message>
        <source>all girths or all volumes are the same: there is no line</source>
        <translation>alle Umfänge oder alle Volumen sind gleich: es gibt keine Gerade</translation>
    </message>
    <message>
        <source>all points lie on the line: measured volumes scatter, these were computed</source>
        <translation>alle Punkte liegen auf der Geraden: gemessene Volumen streuen, diese wurden berechnet</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>verändert</translation>
    </message>
    <message>
        <source>amputated</source>
        <translation>amputiert</translation>
    </message>
    <message>
        <source>amputation</source>
        <translation>Amputation</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>eine Antwort</translation>
    </message>
    <message>
        <source>an earlier answer was taken back</source>
        <translation>eine frühere Antwort wurde zurückgenommen</translation>
    </message>
    <message>
        <source>an exclusion needs a reason</source>
        <translation>ein Ausschluss braucht eine Begründung</translation>
    </message>
    <message>
        <source>an override needs a name and a reason of at least {shortest_reason} characters</source>
        <translation>eine Freigabe trotz Sperre braucht einen Namen und eine Begründung von mindestens {shortest_reason} Zeichen</translation>
    </message>
    <message>
        <source>an unusual reading needs a reason</source>
        <translation>eine ungewöhnliche Ablesung braucht eine Begründung</translation>
    </message>
    <message>
        <source>an unverified default</source>
        <translation>eine ungeprüfte Voreinstellung</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>angle error</source>
        <translation>Winkelfehler</translation>
    </message>
    <message>
        <source>ankle</source>
        <translation>Sprunggelenk</translation>
    </message>
    <message>
        <source>another file is in the place of the journal</source>
        <translation>eine andere Datei liegt an der Stelle des Journals</translation>
    </message>
    <message>
        <source>another program is reading the database</source>
        <translation>ein anderes Programm liest die Datenbank</translation>
    </message>
    <message>
        <source>another program is using the port</source>
        <translation>ein anderes Programm nutzt den Anschluss</translation>
    </message>
    <message>
        <source>anxious</source>
        <translation>ängstlich</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>applies no known force</source>
        <translation>übt keine bekannte Kraft aus</translation>
    </message>
    <message>
        <source>args is no object, or stamp_ns no whole number</source>
        <translation>args ist kein Objekt, oder stamp_ns keine ganze Zahl</translation>
    </message>
    <message>
        <source>arithmetic mean</source>
        <translation>arithmetisches Mittel</translation>
    </message>
    <message>
        <source>arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>armed</source>
        <translation>scharf</translation>
    </message>
    <message>
        <source>ascending</source>
        <translation>aufsteigend</translation>
    </message>
    <message>
        <source>ask again</source>
        <translation>noch einmal fragen</translation>
    </message>
    <message>
        <source>ask_factor must be above 1, or 0</source>
        <translation>ask_factor muss größer als 1 sein, oder 0</translation>
    </message>
    <message>
        <source>asked {sent}</source>
        <translation>gefragt: {sent}</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>asking {url}</source>
        <translation>frage {url}</translation>
    </message>
    <message>
        <source>at its minimum</source>
        <translation>am Minimum</translation>
    </message>
    <message>
        <source>at least one run and stimuli with different ids are needed</source>
        <translation>mindestens ein Lauf und Reize mit verschiedenen Kennungen sind nötig</translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation>mindestens {low}</translation>
    </message>
    <message>
        <source>at most {high}</source>
        <translation>höchstens {high}</translation>
    </message>
    <message>
        <source>at the ends of the segments</source>
        <translation>an den Enden der Segmente</translation>
    </message>
    <message>
        <source>at the {place}</source>
        <translation>({place})</translation>
    </message>
    <message>
        <source>at zero and highest load</source>
        <translation>bei null und höchster Last</translation>
    </message>
    <message>
        <source>attempt {number} counts: {chosen_why}</source>
        <translation>Versuch {number} zählt: {chosen_why}</translation>
    </message>
    <message>
        <source>attempt {number} is not finished</source>
        <translation>Versuch {number} ist nicht abgeschlossen</translation>
    </message>
    <message>
        <source>attempt {number} of {key} counts already</source>
        <translation>Versuch {number} von {key} zählt schon</translation>
    </message>
    <message>
        <source>attempt {number} of {key} is not finished; finished: {found}</source>
        <translation>Versuch {number} von {key} ist nicht abgeschlossen; abgeschlossen: {found}</translation>
    </message>
    <message>
        <source>attempt {number} stopped: {reason}</source>
        <translation>Versuch {number} gestoppt: {reason}</translation>
    </message>
    <message>
        <source>back of the foot</source>
        <translation>Fußrücken</translation>
    </message>
    <message>
        <source>back of the hand</source>
        <translation>Handrücken</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>Waage</translation>
    </message>
    <message>
        <source>balance calibration</source>
        <translation>Kalibrierung der Waage</translation>
    </message>
    <message>
        <source>banner</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Ausgangswert</translation>
    </message>
    <message>
        <source>baseline days</source>
        <translation>Tage für den Ausgangswert</translation>
    </message>
    <message>
        <source>battery</source>
        <translation>Batterie</translation>
    </message>
    <message>
        <source>baud rate, data bits, parity and stop bits as in 2400 7E1</source>
        <translation>Baudrate, Datenbits, Parität und Stoppbits wie in 2400 7E1</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>beating</source>
        <translation>im Takt</translation>
    </message>
    <message>
        <source>beats of the wind-up trains: when each was due and when the engine&apos;s timer turned</source>
        <translation>Schläge der Wind-up-Serien: wann jeder fällig war und wann der Zeitgeber des Messprogramms ablief</translation>
    </message>
    <message>
        <source>before</source>
        <translation>davor</translation>
    </message>
    <message>
        <source>before {title}</source>
        <translation>vor {title}</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>below_set_mn must be positive and below the set, above_set_mn above it</source>
        <translation>below_set_mn muss positiv und unter dem Satz sein, above_set_mn darüber</translation>
    </message>
    <message>
        <source>between</source>
        <translation>zwischen</translation>
    </message>
    <message>
        <source>blunt</source>
        <translation>stumpf</translation>
    </message>
    <message>
        <source>body of a {kind} row is {name}, not bytes</source>
        <translation>der Inhalt einer Zeile {kind} ist {name}, nicht Bytes</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>both sites would be the same place</source>
        <translation>beide Areale wären derselbe Ort</translation>
    </message>
    <message>
        <source>budapest</source>
        <translation>Budapest</translation>
    </message>
    <message>
        <source>budget of the {name}</source>
        <translation>Budget ({name})</translation>
    </message>
    <message>
        <source>burned, oedematous hands; between readers</source>
        <translation>verbrannte, ödematöse Hände; zwischen Ablesenden</translation>
    </message>
    <message>
        <source>burned, oedematous hands; the first of two values reported</source>
        <translation>verbrannte, ödematöse Hände; der erste von zwei berichteten Werten</translation>
    </message>
    <message>
        <source>burned, oedematous hands; the second of two values reported</source>
        <translation>verbrannte, ödematöse Hände; der zweite von zwei berichteten Werten</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>busy, or no steady value in time</source>
        <translation>beschäftigt, oder kein ruhiger Wert in der Zeit</translation>
    </message>
    <message>
        <source>button</source>
        <translation>Knopf</translation>
    </message>
    <message>
        <source>by nothing</source>
        <translation>durch nichts</translation>
    </message>
    <message>
        <source>byte {start} is no UTF-8</source>
        <translation>Byte {start} ist kein UTF-8</translation>
    </message>
    <message>
        <source>bytes come from the device, but no reading; is its baud rate right, and is it this gauge?</source>
        <translation>das Gerät sendet Bytes, aber keinen Messwert; stimmt die Baudrate, und ist es dieses Gerät?</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>calibrated as described, readings and result reviewed</source>
        <translation>kalibriert wie beschrieben, Messwerte und Ergebnis durchgesehen</translation>
    </message>
    <message>
        <source>calibrator</source>
        <translation>kalibrierende Person</translation>
    </message>
    <message>
        <source>calliper</source>
        <translation>Messschieber</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgesagt</translation>
    </message>
    <message>
        <source>cannot be resumed: {fault}</source>
        <translation>kann nicht fortgesetzt werden: {fault}</translation>
    </message>
    <message>
        <source>cast</source>
        <translation>Gips</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Kalibrierschein</translation>
    </message>
    <message>
        <source>certificate {certificate}</source>
        <translation>Kalibrierschein {certificate}</translation>
    </message>
    <message>
        <source>certificate {certificate} has been issued before</source>
        <translation>Kalibrierschein {certificate} wurde schon ausgestellt</translation>
    </message>
    <message>
        <source>certificate {certificate}, U / {coverage_factor}</source>
        <translation>Kalibrierschein {certificate}, U / {coverage_factor}</translation>
    </message>
    <message>
        <source>certified elsewhere</source>
        <translation>anderswo kalibriert</translation>
    </message>
    <message>
        <source>check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>check mass</source>
        <translation>Prüfgewicht</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>checkresult</source>
        <translation>Prüfergebnis</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>circumferences</source>
        <translation>Umfänge</translation>
    </message>
    <message>
        <source>circumferences are asked for, and nothing says how they are taken</source>
        <translation>Umfänge sind verlangt, und nichts sagt, wie sie gemessen werden</translation>
    </message>
    <message>
        <source>clinic</source>
        <translation>vor Ort</translation>
    </message>
    <message>
        <source>close the form</source>
        <translation>Formular schließen</translation>
    </message>
    <message>
        <source>close the set</source>
        <translation>Messreihe schließen</translation>
    </message>
    <message>
        <source>closed but not sealed</source>
        <translation>geschlossen, aber nicht versiegelt</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>code is {code}; allowed: small letters, digits and _, and not {other}</source>
        <translation>code ist {code}; erlaubt: Kleinbuchstaben, Ziffern und _, und nicht {other}</translation>
    </message>
    <message>
        <source>coefficient of the site over {low} to {high} %</source>
        <translation>Koeffizient des Zentrums über {low} bis {high} %</translation>
    </message>
    <message>
        <source>command cannot be executed</source>
        <translation>Befehl nicht ausführbar</translation>
    </message>
    <message>
        <source>command refused</source>
        <translation>Befehl abgelehnt</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>compression_sign is +1 or -1, not {compression_sign}</source>
        <translation>compression_sign ist +1 oder -1, nicht {compression_sign}</translation>
    </message>
    <message>
        <source>conditioning</source>
        <translation>Angleichzeit im Raum</translation>
    </message>
    <message>
        <source>conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>control</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>control area</source>
        <translation>Kontrollareal</translation>
    </message>
    <message>
        <source>control limb</source>
        <translation>Kontrollextremität</translation>
    </message>
    <message>
        <source>conventional gravity, 0.3 % / sqrt 3</source>
        <translation>konventionelle Fallbeschleunigung, 0.3 % / Wurzel 3</translation>
    </message>
    <message>
        <source>correct the entry with a reason instead</source>
        <translation>mit Begründung berichtigen</translation>
    </message>
    <message>
        <source>correction limit</source>
        <translation>Korrekturgrenze</translation>
    </message>
    <message>
        <source>counting another attempt needs a reason</source>
        <translation>einen anderen Versuch zählen zu lassen braucht eine Begründung</translation>
    </message>
    <message>
        <source>course</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>coverage factor</source>
        <translation>Erweiterungsfaktor</translation>
    </message>
    <message>
        <source>coverage probability</source>
        <translation>Überdeckungswahrscheinlichkeit</translation>
    </message>
    <message>
        <source>css</source>
        <translation>CSS</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>daily check</source>
        <translation>Tagesprüfung</translation>
    </message>
    <message>
        <source>daily nrs</source>
        <translation>tägliche NRS</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>data bits 7 or 8, parity N, E or O and stop bits 1 or 2, as in 7E1</source>
        <translation>7 oder 8 Datenbits, Parität N, E oder O und 1 oder 2 Stoppbits, wie in 7E1</translation>
    </message>
    <message>
        <source>data manager</source>
        <translation>Datenmanagement</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>day {shared}</source>
        <translation>Tag {shared}</translation>
    </message>
    <message>
        <source>day-{number}</source>
        <translation>Tag {number}</translation>
    </message>
    <message>
        <source>days {shared} to {shared_2}</source>
        <translation>Tage {shared} bis {shared_2}</translation>
    </message>
    <message>
        <source>days_after is {days_after}, and half a window cannot be checked</source>
        <translation>days_after ist {days_after}, und ein halbes Zeitfenster ist nicht prüfbar</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>abgeleitet</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>absteigend</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>deviation from the line</source>
        <translation>Abweichung von der Geraden</translation>
    </message>
    <message>
        <source>deviations, adverse sensations, reasons and remarks</source>
        <translation>Abweichungen, unerwünschte Empfindungen, Gründe und Bemerkungen</translation>
    </message>
    <message>
        <source>device failed</source>
        <translation>Gerät ausgefallen</translation>
    </message>
    <message>
        <source>device trouble</source>
        <translation>Geräteproblem</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>diameter</source>
        <translation>Durchmesser</translation>
    </message>
    <message>
        <source>diameter readings</source>
        <translation>Messwerte des Durchmessers</translation>
    </message>
    <message>
        <source>differed</source>
        <translation>wich ab</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>differences over the mountings</source>
        <translation>Unterschiede über die Einbaulagen</translation>
    </message>
    <message>
        <source>differs from {other} in case only</source>
        <translation>weicht von {other} nur in der Großschreibung ab</translation>
    </message>
    <message>
        <source>disc</source>
        <translation>Scheibe</translation>
    </message>
    <message>
        <source>division / (2 sqrt 3)</source>
        <translation>Ziffernschritt / (2 Wurzel 3)</translation>
    </message>
    <message>
        <source>division / (2 sqrt 3) in each of {n} presses</source>
        <translation>Ziffernschritt / (2 Wurzel 3) bei jedem von {n} Druckvorgängen</translation>
    </message>
    <message>
        <source>document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>document of {name}</source>
        <translation>Dokument von {name}</translation>
    </message>
    <message>
        <source>document of {name}: it describes another gauge, {name_2}</source>
        <translation>Dokument von {name}: es beschreibt ein anderes Gerät, {name_2}</translation>
    </message>
    <message>
        <source>dominance</source>
        <translation>Händigkeit</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>done_by is empty: say who made the calibration</source>
        <translation>done_by ist leer: geben Sie an, wer kalibriert hat</translation>
    </message>
    <message>
        <source>done_by is {done_by}: one line of up to {name_length} letters</source>
        <translation>done_by ist {done_by}: eine Zeile bis {name_length} Buchstaben</translation>
    </message>
    <message>
        <source>doubted</source>
        <translation>angezweifelt</translation>
    </message>
    <message>
        <source>down</source>
        <translation>abwärts</translation>
    </message>
    <message>
        <source>drift between calibrations</source>
        <translation>Drift zwischen Kalibrierungen</translation>
    </message>
    <message>
        <source>drift per press</source>
        <translation>Drift je Druckvorgang</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>due rule set</source>
        <translation>Fristregel festgelegt</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>bald fällig</translation>
    </message>
    <message>
        <source>due_soon_days needs recalibrate_after_days</source>
        <translation>due_soon_days braucht recalibrate_after_days</translation>
    </message>
    <message>
        <source>early</source>
        <translation>zu früh</translation>
    </message>
    <message>
        <source>electronic von frey</source>
        <translation>elektronischer von-Frey-Test</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>Messprogramm</translation>
    </message>
    <message>
        <source>enrol is {more}, which is no object</source>
        <translation>enrol ist {more}, kein Objekt</translation>
    </message>
    <message>
        <source>entry.minimum must not be below contact_{load}: such a press has not touched the skin</source>
        <translation>entry.minimum darf nicht unter contact_{load} liegen: Ein solcher Druck hat die Haut nicht berührt</translation>
    </message>
    <message>
        <source>equipment</source>
        <translation>Ausrüstung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>error at {point} {unit}</source>
        <translation>Fehler bei {point} {unit}</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>every attempt at a step</source>
        <translation>jeder Versuch eines Schritts</translation>
    </message>
    <message>
        <source>every beat of a pace: when it was due, seen and heard</source>
        <translation>jeder Schlag eines Takts: wann er fällig, gesehen und gehört war</translation>
    </message>
    <message>
        <source>every entry in a form, also corrected ones</source>
        <translation>jeder Eintrag eines Formulars, auch berichtigte</translation>
    </message>
    <message>
        <source>every field has its entry: close the form, or correct one with a reason</source>
        <translation>jedes Feld hat einen Eintrag: schließen Sie das Formular, oder berichtigen Sie einen mit Begründung</translation>
    </message>
    <message>
        <source>every laying of the tape, also excluded ones</source>
        <translation>jedes Anlegen des Maßbands, auch ausgeschlossene</translation>
    </message>
    <message>
        <source>every rating, with its scale</source>
        <translation>jede Bewertung, mit ihrer Skala</translation>
    </message>
    <message>
        <source>every step of the visit: how it ended, how long it took, which attempt counts</source>
        <translation>jeder Schritt der Visite: wie er endete, wie lange er dauerte, welcher Versuch zählt</translation>
    </message>
    <message>
        <source>every trial, also voided ones, with the samples under it</source>
        <translation>jeder Durchgang, auch ungültige, mit den Messwerten darunter</translation>
    </message>
    <message>
        <source>exactly one visit in the clinic must have day = 0; all other days count from it</source>
        <translation>genau eine Visite vor Ort muss day = 0 haben; alle anderen Tage zählen ab ihr</translation>
    </message>
    <message>
        <source>examiner</source>
        <translation>Untersucher/in</translation>
    </message>
    <message>
        <source>exclude the last reading with a reason instead</source>
        <translation>schließen Sie stattdessen die letzte Ablesung mit Begründung aus</translation>
    </message>
    <message>
        <source>excluding reading {number} needs a reason</source>
        <translation>der Ausschluss von Messwert {number} braucht eine Begründung</translation>
    </message>
    <message>
        <source>exclusively lock</source>
        <translation>exklusive Sperre</translation>
    </message>
    <message>
        <source>exists</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>expanded mn</source>
        <translation>U in mN</translation>
    </message>
    <message>
        <source>expected mass</source>
        <translation>erwartete Masse</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>extreme</source>
        <translation>extrem</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>faint or unwell</source>
        <translation>Ohnmachtsgefühl, unwohl</translation>
    </message>
    <message>
        <source>falling forces</source>
        <translation>fallende Kräfte</translation>
    </message>
    <message>
        <source>fatigue over the presses</source>
        <translation>Ermüdung über die Druckvorgänge</translation>
    </message>
    <message>
        <source>fell</source>
        <translation>fiel</translation>
    </message>
    <message>
        <source>felt</source>
        <translation>gespürt</translation>
    </message>
    <message>
        <source>felt to the end</source>
        <translation>bis zum Ende gespürt</translation>
    </message>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>figure-of-8 girth of each side</source>
        <translation>Achterumfang jeder Seite</translation>
    </message>
    <message>
        <source>figure8 is asked for, and nothing says how it is measured</source>
        <translation>figure8 ist verlangt, und nichts sagt, wie gemessen wird</translation>
    </message>
    <message>
        <source>file cannot be read</source>
        <translation>Datei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>file structure</source>
        <translation>Dateistruktur</translation>
    </message>
    <message>
        <source>finding the start</source>
        <translation>Suche des Startpunkts</translation>
    </message>
    <message>
        <source>finish</source>
        <translation>abschließen</translation>
    </message>
    <message>
        <source>five point now</source>
        <translation>fünf Stufen, jetzt</translation>
    </message>
    <message>
        <source>flood</source>
        <translation>Flut</translation>
    </message>
    <message>
        <source>foot</source>
        <translation>Fuß</translation>
    </message>
    <message>
        <source>force</source>
        <translation>Kraft</translation>
    </message>
    <message>
        <source>force at the highest load</source>
        <translation>Kraft bei der höchsten Last</translation>
    </message>
    <message>
        <source>force gauge</source>
        <translation>Kraftmesser</translation>
    </message>
    <message>
        <source>force of the gauge is negative</source>
        <translation>Kraft des Kraftmessers ist negativ</translation>
    </message>
    <message>
        <source>force, positive in compression; NaN for overload</source>
        <translation>Kraft, bei Druck positiv; NaN bei Überlast</translation>
    </message>
    <message>
        <source>force_limit_mn {force_limit_mn} does not lie between the set and above_set_mn</source>
        <translation>force_limit_mn {force_limit_mn} liegt nicht zwischen dem Satz und above_set_mn</translation>
    </message>
    <message>
        <source>fork</source>
        <translation>Stimmgabel</translation>
    </message>
    <message>
        <source>form {form}: it needs fields, each with an id of its own</source>
        <translation>Formular {form}: es braucht Felder, jedes mit eigener Kennung</translation>
    </message>
    <message>
        <source>form {form}: say for which reasons a field may stay without an answer</source>
        <translation>Formular {form}: geben Sie an, aus welchen Gründen ein Feld ohne Antwort bleiben darf</translation>
    </message>
    <message>
        <source>free hanging</source>
        <translation>frei hängend</translation>
    </message>
    <message>
        <source>friction of a single lowering</source>
        <translation>Reibung eines einzelnen Absenkens</translation>
    </message>
    <message>
        <source>frustum</source>
        <translation>Kegelstumpf</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>gain must be positive, not {gain}</source>
        <translation>die Verstärkung muss positiv sein, nicht {gain}</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>gap in the force signal at the response</source>
        <translation>Lücke im Kraftsignal bei der Reaktion</translation>
    </message>
    <message>
        <source>gap in the readings of the gauge</source>
        <translation>Lücke in den Werten des Kraftmessers</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>Kraftmesser</translation>
    </message>
    <message>
        <source>gauge lost</source>
        <translation>Kraftmesser getrennt</translation>
    </message>
    <message>
        <source>gauge readings</source>
        <translation>Messwerte Kraftmesser</translation>
    </message>
    <message>
        <source>gauge restarted</source>
        <translation>Kraftmesser neu gestartet</translation>
    </message>
    <message>
        <source>gauge shows its peak and not the force</source>
        <translation>der Kraftmesser zeigt den Spitzenwert und nicht die Kraft</translation>
    </message>
    <message>
        <source>gauge silent</source>
        <translation>Kraftmesser stumm</translation>
    </message>
    <message>
        <source>gauge stuck at one number</source>
        <translation>Kraftmesser steht auf einer Zahl</translation>
    </message>
    <message>
        <source>gauge unreadable</source>
        <translation>Kraftmesser unlesbar</translation>
    </message>
    <message>
        <source>gauge {gauge}</source>
        <translation>Kraftmesser {gauge}</translation>
    </message>
    <message>
        <source>geometric mean</source>
        <translation>geometrisches Mittel</translation>
    </message>
    <message>
        <source>girth {girth_cm} cm is outside {low_cm} to {high_cm} cm</source>
        <translation>Umfang {girth_cm} cm liegt außerhalb von {low_cm} bis {high_cm} cm</translation>
    </message>
    <message>
        <source>girth {girth_cm} looks like {unit}: {meant_cm} cm</source>
        <translation>Umfang {girth_cm} sieht aus wie {unit}: {meant_cm} cm</translation>
    </message>
    <message>
        <source>girth {s} {s_2} cm</source>
        <translation>Umfang {s} {s_2} cm</translation>
    </message>
    <message>
        <source>girth_min_cm, girth_mean_cm and girth_max_cm must be above 0 and rise</source>
        <translation>girth_min_cm, girth_mean_cm und girth_max_cm müssen über 0 liegen und steigen</translation>
    </message>
    <message>
        <source>give at least one circumference</source>
        <translation>geben Sie mindestens einen Umfang an</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>gravity</source>
        <translation>Fallbeschleunigung</translation>
    </message>
    <message>
        <source>gravity of the site</source>
        <translation>Fallbeschleunigung des Zentrums</translation>
    </message>
    <message>
        <source>groups of the stimuli {groups} and of the values {wanted} differ</source>
        <translation>Gruppen der Reize {groups} und der Werte {wanted} stimmen nicht überein</translation>
    </message>
    <message>
        <source>guard band</source>
        <translation>Schutzband</translation>
    </message>
    <message>
        <source>hair</source>
        <translation>Haar</translation>
    </message>
    <message>
        <source>hair readings</source>
        <translation>Messwerte Haar</translation>
    </message>
    <message>
        <source>hair {decimal} mN</source>
        <translation>Haar {decimal} mN</translation>
    </message>
    <message>
        <source>half a line</source>
        <translation>eine halbe Zeile</translation>
    </message>
    <message>
        <source>half the change over the presses with its own uncertainty, not corrected for</source>
        <translation>halbe Änderung über die Druckvorgänge mit ihrer eigenen Unsicherheit, nicht korrigiert</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>healthy volunteer</source>
        <translation>gesund, freiwillig</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>how is {how}; allowed: {how_2}</source>
        <translation>how ist {how}; erlaubt: {how_2}</translation>
    </message>
    <message>
        <source>humidity coefficient</source>
        <translation>Feuchtekoeffizient</translation>
    </message>
    <message>
        <source>humidity high</source>
        <translation>Feuchte Obergrenze</translation>
    </message>
    <message>
        <source>humidity low</source>
        <translation>Feuchte Untergrenze</translation>
    </message>
    <message>
        <source>hysteresis at {load} N</source>
        <translation>Umkehrspanne bei {load} N</translation>
    </message>
    <message>
        <source>hysteresis v</source>
        <translation>Umkehrspanne v</translation>
    </message>
    <message>
        <source>id {id} is given twice</source>
        <translation>Kennung {id} ist doppelt vergeben</translation>
    </message>
    <message>
        <source>id {id} is not 1 to 40 letters, digits, &apos;.&apos;, &apos;_&apos;, &apos;-&apos;</source>
        <translation>id {id} besteht nicht aus 1 bis 40 Buchstaben, Ziffern, &apos;.&apos;, &apos;_&apos;, &apos;-&apos;</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>illegal command</source>
        <translation>unzulässiger Befehl</translation>
    </message>
    <message>
        <source>immediate correction</source>
        <translation>sofortige Berichtigung</translation>
    </message>
    <message>
        <source>in [{inside}] a hyphen must stand at the end</source>
        <translation>in [{inside}] muss ein Bindestrich am Ende stehen</translation>
    </message>
    <message>
        <source>in control</source>
        <translation>unter Kontrolle</translation>
    </message>
    <message>
        <source>in the middle of the segments</source>
        <translation>in der Mitte der Segmente</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>inches</source>
        <translation>Zoll</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>erschlossen</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>injured</source>
        <translation>verletzt</translation>
    </message>
    <message>
        <source>inspect</source>
        <translation>Sichtprüfung</translation>
    </message>
    <message>
        <source>instruction not understood</source>
        <translation>Anweisung nicht verstanden</translation>
    </message>
    <message>
        <source>instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>instrument id</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>internal error: {error}</source>
        <translation>interner Fehler: {error}</translation>
    </message>
    <message>
        <source>interrupted by a restart</source>
        <translation>durch einen Neustart unterbrochen</translation>
    </message>
    <message>
        <source>interrupted from outside</source>
        <translation>von außen unterbrochen</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>invalid command</source>
        <translation>ungültiger Befehl</translation>
    </message>
    <message>
        <source>invalid specifier</source>
        <translation>ungültige Angabe</translation>
    </message>
    <message>
        <source>investigator</source>
        <translation>Prüfarzt/Prüfärztin</translation>
    </message>
    <message>
        <source>is affected too</source>
        <translation>ist auch betroffen</translation>
    </message>
    <message>
        <source>is in the register already</source>
        <translation>steht schon im Verzeichnis</translation>
    </message>
    <message>
        <source>is injured</source>
        <translation>ist verletzt</translation>
    </message>
    <message>
        <source>is limited in {wanted}</source>
        <translation>wird in {wanted} begrenzt</translation>
    </message>
    <message>
        <source>it allows an identifier without a digit, which may be a name</source>
        <translation>es erlaubt eine Kennung ohne Ziffer, die ein Name sein kann</translation>
    </message>
    <message>
        <source>it can be read in {ways} ways; at most {most_ways} are allowed: use fixed counts</source>
        <translation>es ist auf {ways} Weisen lesbar; erlaubt sind höchstens {most_ways}: verwenden Sie feste Anzahlen</translation>
    </message>
    <message>
        <source>it comes before {name}, which stands above it</source>
        <translation>sie liegt vor {name}, die darüber steht</translation>
    </message>
    <message>
        <source>it could not be started: {process}</source>
        <translation>es konnte nicht gestartet werden: {process}</translation>
    </message>
    <message>
        <source>it counts from {after}, so it must be 1 or more</source>
        <translation>sie zählt ab {after}, muss also 1 oder mehr sein</translation>
    </message>
    <message>
        <source>it does not have the form</source>
        <translation>sie hat nicht die verlangte Form</translation>
    </message>
    <message>
        <source>it does not match its own hash</source>
        <translation>er passt nicht zu seiner eigenen Prüfsumme</translation>
    </message>
    <message>
        <source>it ended with code {code}</source>
        <translation>es endete mit Code {code}</translation>
    </message>
    <message>
        <source>it gives no reading</source>
        <translation>es gibt keinen Messwert</translation>
    </message>
    <message>
        <source>it has more than {size_limit_bytes} bytes</source>
        <translation>es hat mehr als {size_limit_bytes} Bytes</translation>
    </message>
    <message>
        <source>it has no certificate on record.</source>
        <translation>es hat keinen hinterlegten Kalibrierschein.</translation>
    </message>
    <message>
        <source>it has no serial number and is in another USB socket</source>
        <translation>es hat keine Seriennummer und steckt in einer anderen USB-Buchse</translation>
    </message>
    <message>
        <source>it has {pattern} characters; at most {longest_pattern} are allowed</source>
        <translation>es hat {pattern} Zeichen; erlaubt sind höchstens {longest_pattern}</translation>
    </message>
    <message>
        <source>it has {size_bytes} bytes; at most {size_limit_bytes} are allowed</source>
        <translation>es hat {size_bytes} Bytes; erlaubt sind höchstens {size_limit_bytes}</translation>
    </message>
    <message>
        <source>it has {words} words; {needed} are needed, the lowest first</source>
        <translation>es hat {words} Wörter; nötig sind {needed}, das niedrigste zuerst</translation>
    </message>
    <message>
        <source>it is asked for without a scale</source>
        <translation>es ist ohne Skala verlangt</translation>
    </message>
    <message>
        <source>it is empty, or holds what cannot be shown</source>
        <translation>es ist leer oder enthält nicht Darstellbares</translation>
    </message>
    <message>
        <source>it is known by what it tells: type its port and ask on the wire</source>
        <translation>es ist an seinen Angaben zu erkennen: geben Sie den Anschluss ein, und fragen Sie das Gerät</translation>
    </message>
    <message>
        <source>it is limited twice{where}</source>
        <translation>es ist doppelt begrenzt{where}</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it is no force</source>
        <translation>es ist keine Kraft</translation>
    </message>
    <message>
        <source>it is no {algorithm} key</source>
        <translation>es ist kein {algorithm}-Schlüssel</translation>
    </message>
    <message>
        <source>it is none of the visits above it ({earlier})</source>
        <translation>es ist keine der Visiten darüber ({earlier})</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>es ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>it is not valid TOML: {error}</source>
        <translation>es ist kein gültiges TOML: {error}</translation>
    </message>
    <message>
        <source>it is the name of a device of Windows</source>
        <translation>es ist der Name eines Windows-Geräts</translation>
    </message>
    <message>
        <source>it looks like a date, perhaps of birth</source>
        <translation>es sieht aus wie ein Datum, vielleicht der Geburt</translation>
    </message>
    <message>
        <source>it matches {shortest} to {longest} characters; allowed: 1 to {longest_2}</source>
        <translation>es passt auf {shortest} bis {longest} Zeichen; erlaubt: 1 bis {longest_2}</translation>
    </message>
    <message>
        <source>it must lie between none_below ({none_below}) and the end of {scale}</source>
        <translation>es muss zwischen none_below ({none_below}) und dem Ende von {scale} liegen</translation>
    </message>
    <message>
        <source>it needs another name</source>
        <translation>es braucht einen anderen Namen</translation>
    </message>
    <message>
        <source>it said who it is</source>
        <translation>es hat sich zu erkennen gegeben</translation>
    </message>
    <message>
        <source>it sends values as this gauge does</source>
        <translation>es sendet Werte wie dieses Gerät</translation>
    </message>
    <message>
        <source>it stands in file names</source>
        <translation>es steht in Dateinamen</translation>
    </message>
    <message>
        <source>it was ended by the system</source>
        <translation>es wurde vom System beendet</translation>
    </message>
    <message>
        <source>its check character is wrong: a slip of the pen or of the keyboard</source>
        <translation>das Prüfzeichen stimmt nicht: ein Schreib- oder Tippfehler</translation>
    </message>
    <message>
        <source>its first row is missing</source>
        <translation>die erste Zeile fehlt</translation>
    </message>
    <message>
        <source>its first row is missing or damaged</source>
        <translation>die erste Zeile fehlt oder ist beschädigt</translation>
    </message>
    <message>
        <source>its format is not {format}</source>
        <translation>das Format ist nicht {format}</translation>
    </message>
    <message>
        <source>its format is {format}, not {format_2}</source>
        <translation>das Format ist {format}, nicht {format_2}</translation>
    </message>
    <message>
        <source>its window and that of {name} overlap (they share {days})</source>
        <translation>das Zeitfenster und das von {name} überschneiden sich (gemeinsam: {days})</translation>
    </message>
    <message>
        <source>journal format {value} is not {row_format}</source>
        <translation>Journalformat {value} ist nicht {row_format}</translation>
    </message>
    <message>
        <source>keypad</source>
        <translation>Ziffernfeld</translation>
    </message>
    <message>
        <source>kind {kind} is not one of {events}</source>
        <translation>Art {kind} ist keine von {events}</translation>
    </message>
    <message>
        <source>laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>landmark variant {variant} is not one of {variants}</source>
        <translation>Messvariante {variant} ist keine von {variants}</translation>
    </message>
    <message>
        <source>language {language} is no code such as &apos;de&apos; or &apos;pt-BR&apos;</source>
        <translation>language {language} ist kein Code wie &apos;de&apos; oder &apos;pt-BR&apos;</translation>
    </message>
    <message>
        <source>lapse is {lapse}; it is a share from 0 to below 1</source>
        <translation>lapse ist {lapse}; es ist ein Anteil von 0 bis unter 1</translation>
    </message>
    <message>
        <source>largest error</source>
        <translation>größter Fehler</translation>
    </message>
    <message>
        <source>largest residual / sqrt 3</source>
        <translation>größtes Residuum / Wurzel 3</translation>
    </message>
    <message>
        <source>largest zero error / sqrt 3</source>
        <translation>größte Nullpunktabweichung / Wurzel 3</translation>
    </message>
    <message>
        <source>least squares from 10 to 90 % of the highest pressure</source>
        <translation>kleinste Quadrate von 10 bis 90 % des höchsten Drucks</translation>
    </message>
    <message>
        <source>least squares over the presses</source>
        <translation>kleinste Quadrate über die Druckvorgänge</translation>
    </message>
    <message>
        <source>least_in_band must lie between 0 and 1</source>
        <translation>least_in_band muss zwischen 0 und 1 liegen</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>left face</source>
        <translation>linke Gesichtshälfte</translation>
    </message>
    <message>
        <source>left foot</source>
        <translation>linker Fuß</translation>
    </message>
    <message>
        <source>left hand</source>
        <translation>linke Hand</translation>
    </message>
    <message>
        <source>left out: {row}</source>
        <translation>ausgelassen: {row}</translation>
    </message>
    <message>
        <source>lifting</source>
        <translation>abheben</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>limb</source>
        <translation>Extremität</translation>
    </message>
    <message>
        <source>limb segment is {segment}, which {name} does not measure.</source>
        <translation>limb segment ist {segment}, das {name} nicht misst.</translation>
    </message>
    <message>
        <source>limit {limit} {unit}, set by the protocol</source>
        <translation>Grenze {limit} {unit}, vom Protokoll festgelegt</translation>
    </message>
    <message>
        <source>limit {limit}, set by the study</source>
        <translation>Grenze {limit}, von der Studie festgelegt</translation>
    </message>
    <message>
        <source>limit {limit}, set by the study: no stronger stimulus is offered</source>
        <translation>Grenze {limit}, von der Studie festgelegt: kein stärkerer Reiz wird angeboten</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>begrenzt</translation>
    </message>
    <message>
        <source>limits, rating, train, ramp, force_ramp</source>
        <translation>limits, rating, train, ramp, force_ramp</translation>
    </message>
    <message>
        <source>line is {args}; allowed: {id}</source>
        <translation>line ist {args}; erlaubt: {id}</translation>
    </message>
    <message>
        <source>line too long</source>
        <translation>Zeile zu lang</translation>
    </message>
    <message>
        <source>linearity error</source>
        <translation>Linearitätsfehler</translation>
    </message>
    <message>
        <source>load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>loading rate</source>
        <translation>Anstiegsrate</translation>
    </message>
    <message>
        <source>loads</source>
        <translation>Lasten</translation>
    </message>
    <message>
        <source>loads minimum</source>
        <translation>Mindestzahl Lasten</translation>
    </message>
    <message>
        <source>local gravity</source>
        <translation>örtliche Fallbeschleunigung</translation>
    </message>
    <message>
        <source>local gravity of the site</source>
        <translation>örtliche Fallbeschleunigung des Zentrums</translation>
    </message>
    <message>
        <source>local gravity uncertainty</source>
        <translation>Unsicherheit der örtlichen Fallbeschleunigung</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>loss at {angle} degrees</source>
        <translation>Verlust bei {angle} Grad</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>untere</translation>
    </message>
    <message>
        <source>lowerings</source>
        <translation>Absenkungen</translation>
    </message>
    <message>
        <source>lowest share</source>
        <translation>kleinster Anteil</translation>
    </message>
    <message>
        <source>lowest {lowest} must be below highest {highest}</source>
        <translation>lowest {lowest} muss unter highest {highest} liegen</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>mark_grace_s must not be negative</source>
        <translation>mark_grace_s darf nicht negativ sein</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>marks lie {low_cm} to {high_cm} cm apart</source>
        <translation>Marken liegen {low_cm} bis {high_cm} cm auseinander</translation>
    </message>
    <message>
        <source>mdt_mn, mpt_mn, ppt_kpa and slope_per_doubling must be positive</source>
        <translation>mdt_mn, mpt_mn, ppt_kpa und slope_per_doubling müssen positiv sein</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>messen</translation>
    </message>
    <message>
        <source>measured mn</source>
        <translation>gemessen, mN</translation>
    </message>
    <message>
        <source>measurement repeated</source>
        <translation>Messung wiederholt</translation>
    </message>
    <message>
        <source>mechanical norms for the face are not in this norm set</source>
        <translation>mechanische Normwerte für das Gesicht fehlen in diesen Normdaten</translation>
    </message>
    <message>
        <source>mechanical qst</source>
        <translation>mechanische QST</translation>
    </message>
    <message>
        <source>medial malleolus: inner ankle bone</source>
        <translation>Malleolus medialis: Innenknöchel</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>method {kind}</source>
        <translation>Verfahren {kind}</translation>
    </message>
    <message>
        <source>method {kind} has no setting {name}; it has {settings}</source>
        <translation>Verfahren {kind} hat keine Einstellung {name}; es hat {settings}</translation>
    </message>
    <message>
        <source>method {kind}: a setting is given twice among {names}</source>
        <translation>Verfahren {kind}: eine Einstellung steht doppelt unter {names}</translation>
    </message>
    <message>
        <source>method {kind}: settings missing or unknown: {wrong}</source>
        <translation>Verfahren {kind}: Einstellungen fehlen oder sind unbekannt: {wrong}</translation>
    </message>
    <message>
        <source>method {kind}: {name} has no default and must be set before this method can be used</source>
        <translation>Verfahren {kind}: {name} hat keine Voreinstellung und muss vor der Verwendung festgelegt werden</translation>
    </message>
    <message>
        <source>metres</source>
        <translation>Meter</translation>
    </message>
    <message>
        <source>mild</source>
        <translation>leicht</translation>
    </message>
    <message>
        <source>millimetres</source>
        <translation>Millimeter</translation>
    </message>
    <message>
        <source>minimum {minimum} &lt; maximum {maximum} and step &gt; 0 are needed</source>
        <translation>nötig sind minimum {minimum} &lt; maximum {maximum} und step &gt; 0</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>versäumt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>mäßig</translation>
    </message>
    <message>
        <source>monitor</source>
        <translation>Monitor/in</translation>
    </message>
    <message>
        <source>most intense pain imaginable</source>
        <translation>stärkster vorstellbarer Schmerz</translation>
    </message>
    <message>
        <source>motor/trophic</source>
        <translation>motorisch/trophisch</translation>
    </message>
    <message>
        <source>moving mass</source>
        <translation>bewegliches Gewicht</translation>
    </message>
    <message>
        <source>must be</source>
        <translation>muss sein</translation>
    </message>
    <message>
        <source>must be a valid array</source>
        <translation>muss eine Liste sein</translation>
    </message>
    <message>
        <source>must be a valid boolean</source>
        <translation>muss wahr oder falsch sein</translation>
    </message>
    <message>
        <source>must be a valid integer</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be a valid number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be a valid string</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>n is {n}: a line with an error needs at least 3 limbs</source>
        <translation>n ist {n}: eine Gerade mit Fehler braucht mindestens 3 Extremitäten</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negativ</translation>
    </message>
    <message>
        <source>neither full nor at its minimum</source>
        <translation>weder voll noch am Minimum</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>new gauge</source>
        <translation>neues Gerät</translation>
    </message>
    <message>
        <source>new instruments</source>
        <translation>neue Instrumente</translation>
    </message>
    <message>
        <source>no answer of this test is left to take back</source>
        <translation>keine Antwort zurückzunehmen</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>keine Beschreibung</translation>
    </message>
    <message>
        <source>no device of this name is remembered</source>
        <translation>kein Gerät dieses Namens ist gemerkt</translation>
    </message>
    <message>
        <source>no form is open</source>
        <translation>kein Formular ist offen</translation>
    </message>
    <message>
        <source>no gauge is attached: type what its display shows</source>
        <translation>kein Kraftmesser verbunden: geben Sie ein, was die Anzeige zeigt</translation>
    </message>
    <message>
        <source>no gauge was recognised within {longest_s} s</source>
        <translation>kein Gerät wurde in {longest_s} s erkannt</translation>
    </message>
    <message>
        <source>no gauge {name}{hint}; known: {allowed}</source>
        <translation>kein Gerät {name}{hint}; bekannt: {allowed}</translation>
    </message>
    <message>
        <source>no girth at {title}</source>
        <translation>kein Umfang: {title}</translation>
    </message>
    <message>
        <source>no limb measurement is running</source>
        <translation>keine Messung der Extremität läuft</translation>
    </message>
    <message>
        <source>no limb segment {name}; there are {value}</source>
        <translation>kein Segment {name}; es gibt {value}</translation>
    </message>
    <message>
        <source>no measured force of the stimulus of {unknown} mN</source>
        <translation>keine gemessene Kraft des Reizes von {unknown} mN</translation>
    </message>
    <message>
        <source>no norm for site {site}; there are norms for {sites}</source>
        <translation>keine Normwerte für {site}; es gibt Normwerte für {sites}</translation>
    </message>
    <message>
        <source>no number for: {waiting}</source>
        <translation>keine Zahl für: {waiting}</translation>
    </message>
    <message>
        <source>no pain</source>
        <translation>kein Schmerz</translation>
    </message>
    <message>
        <source>no pain up to the safety limit of {limit} {unit} in {missed} of {given} trials</source>
        <translation>kein Schmerz bis zur Sicherheitsgrenze von {limit} {unit} in {missed} von {given} Durchgängen</translation>
    </message>
    <message>
        <source>no participant of this identifier is in the register</source>
        <translation>niemand mit dieser Kennung steht im Verzeichnis</translation>
    </message>
    <message>
        <source>no port was named</source>
        <translation>kein Anschluss genannt</translation>
    </message>
    <message>
        <source>no published reading error for two readers of the {method}</source>
        <translation>kein veröffentlichter Ablesefehler für zwei Ablesende bei {method}</translation>
    </message>
    <message>
        <source>no reading error {id}; there are {value}</source>
        <translation>kein Ablesefehler {id}; es gibt {value}</translation>
    </message>
    <message>
        <source>no reading is due: close the set</source>
        <translation>keine Ablesung steht an: schließen Sie die Messreihe</translation>
    </message>
    <message>
        <source>no reading waits for an answer</source>
        <translation>keine Ablesung wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>no row of kind {kind}</source>
        <translation>keine Zeile der Art {kind}</translation>
    </message>
    <message>
        <source>no serial number of its own</source>
        <translation>keine eigene Seriennummer</translation>
    </message>
    <message>
        <source>no serial number: known again {where}</source>
        <translation>keine Seriennummer: wiedererkannt {where}</translation>
    </message>
    <message>
        <source>no step is open</source>
        <translation>kein Schritt ist offen</translation>
    </message>
    <message>
        <source>no step is running</source>
        <translation>kein Schritt läuft</translation>
    </message>
    <message>
        <source>no stratum for {parameter}, {site}, {sex}, {age_y} years</source>
        <translation>keine Normgruppe für {parameter}, {site}, {sex}, {age_y} Jahre</translation>
    </message>
    <message>
        <source>no study lasts more than {most_days} days</source>
        <translation>keine Studie dauert länger als {most_days} Tage</translation>
    </message>
    <message>
        <source>no test is open</source>
        <translation>kein Test ist offen</translation>
    </message>
    <message>
        <source>no test is running</source>
        <translation>kein Test läuft</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>keine Zeit</translation>
    </message>
    <message>
        <source>no z-score for DMA by rule: report the value and the number of painful strokes</source>
        <translation>für DMA gibt es regelgemäß keinen z-Wert: Wert und Zahl der schmerzhaften Streichreize berichten</translation>
    </message>
    <message>
        <source>no {format} file</source>
        <translation>keine {format}-Datei</translation>
    </message>
    <message>
        <source>no. {unit}</source>
        <translation>Nr. {unit}</translation>
    </message>
    <message>
        <source>nobody can be examined by telephone</source>
        <translation>telefonisch kann niemand untersucht werden</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>keinem von ihnen</translation>
    </message>
    <message>
        <source>none worn</source>
        <translation>keine getragen</translation>
    </message>
    <message>
        <source>norms for the back (Pfau 2014) are not in this norm set</source>
        <translation>Normwerte für den Rücken (Pfau 2014) fehlen in diesen Normdaten</translation>
    </message>
    <message>
        <source>norms for the trunk (Pfau 2014) are not in this norm set</source>
        <translation>Normwerte für den Rumpf (Pfau 2014) fehlen in diesen Normdaten</translation>
    </message>
    <message>
        <source>not a frame of this device</source>
        <translation>kein Rahmen dieses Geräts</translation>
    </message>
    <message>
        <source>not a letter of this button</source>
        <translation>kein Buchstabe dieses Knopfs</translation>
    </message>
    <message>
        <source>not a line of this device</source>
        <translation>keine Zeile dieses Geräts</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>not a packet of this pad</source>
        <translation>kein Paket dieses Pads</translation>
    </message>
    <message>
        <source>not able to answer</source>
        <translation>kann nicht antworten</translation>
    </message>
    <message>
        <source>not answered yet: {label}</source>
        <translation>noch nicht beantwortet: {label}</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>nicht zutreffend</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>not assessed</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <source>not attached</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>not available at this site</source>
        <translation>in diesem Zentrum nicht verfügbar</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>nicht gemacht</translation>
    </message>
    <message>
        <source>not done yet: {waiting}. Ending the visit now needs a reason</source>
        <translation>noch nicht gemacht: {waiting}. Die Visite jetzt zu beenden braucht eine Begründung</translation>
    </message>
    <message>
        <source>not expected</source>
        <translation>nicht erwartet</translation>
    </message>
    <message>
        <source>not in order yet: {names}. Going on needs a reason</source>
        <translation>noch nicht in Ordnung: {names}. Weiterzumachen braucht eine Begründung</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>nicht erfüllt</translation>
    </message>
    <message>
        <source>not needed at this visit</source>
        <translation>bei dieser Visite nicht nötig</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>nicht notiert</translation>
    </message>
    <message>
        <source>not printable ASCII: check baud rate and parity</source>
        <translation>kein druckbares ASCII: Baudrate und Parität prüfen</translation>
    </message>
    <message>
        <source>not rated: {waiting}</source>
        <translation>nicht bewertet: {waiting}</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>not the gauge that is remembered (no. {unit})</source>
        <translation>nicht das gemerkte Gerät (Nr. {unit})</translation>
    </message>
    <message>
        <source>not tolerated</source>
        <translation>nicht toleriert</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>nicht geschrieben</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>not zeroed</source>
        <translation>nicht genullt</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>notiert</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing had come from the device for so long that it counted as silent; it sends again now</source>
        <translation>vom Gerät kam so lange nichts, dass es als stumm galt; es sendet wieder</translation>
    </message>
    <message>
        <source>nothing has come from the device for two seconds; is it on, and on its main screen?</source>
        <translation>seit zwei Sekunden kommt nichts vom Gerät; ist es eingeschaltet und auf dem Hauptbildschirm?</translation>
    </message>
    <message>
        <source>nothing is blocked</source>
        <translation>nichts ist gesperrt</translation>
    </message>
    <message>
        <source>nothing is paused</source>
        <translation>nichts ist in Pause</translation>
    </message>
    <message>
        <source>nothing is simulated for {name}</source>
        <translation>für {name} wird nichts simuliert</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>nichts mehr</translation>
    </message>
    <message>
        <source>nothing tells this device from others</source>
        <translation>nichts unterscheidet dieses Gerät von anderen</translation>
    </message>
    <message>
        <source>nothing was paused or stopped</source>
        <translation>nichts war in Pause oder gestoppt</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>number of the reading in the stream</source>
        <translation>Nummer des Messwerts im Strom</translation>
    </message>
    <message>
        <source>number on the wire, sign of the device; NaN for overload</source>
        <translation>gesendete Zahl, Vorzeichen des Geräts; NaN bei Überlast</translation>
    </message>
    <message>
        <source>of both readings</source>
        <translation>beider Ablesungen</translation>
    </message>
    <message>
        <source>only a step that has not been started can be skipped</source>
        <translation>nur ein nicht begonnener Schritt kann ausgelassen werden</translation>
    </message>
    <message>
        <source>only by its USB socket</source>
        <translation>nur an seiner USB-Buchse</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>wird geöffnet</translation>
    </message>
    <message>
        <source>opening row: training</source>
        <translation>Eröffnungszeile: Training</translation>
    </message>
    <message>
        <source>operated</source>
        <translation>operiert</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>other {what} than at the baseline: {is}, not {was}</source>
        <translation>{what} anders als bei der Ausgangsmessung: {is}, nicht {was}</translation>
    </message>
    <message>
        <source>out of window</source>
        <translation>außerhalb des Zeitfensters</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>overload of the gauge</source>
        <translation>Überlast des Kraftmessers</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>trotz Sperre freigegeben</translation>
    </message>
    <message>
        <source>pace not kept</source>
        <translation>Takt nicht eingehalten</translation>
    </message>
    <message>
        <source>pain</source>
        <translation>Schmerz</translation>
    </message>
    <message>
        <source>pain that lasts</source>
        <translation>anhaltender Schmerz</translation>
    </message>
    <message>
        <source>part is {part}; the words of this visit have {texts}</source>
        <translation>part ist {part}; die Worte dieser Visite haben {texts}</translation>
    </message>
    <message>
        <source>participant</source>
        <translation>Teilnehmer/in</translation>
    </message>
    <message>
        <source>participant asked to stop</source>
        <translation>Person wollte aufhören</translation>
    </message>
    <message>
        <source>participant asks</source>
        <translation>Person fragt</translation>
    </message>
    <message>
        <source>participant distracted</source>
        <translation>Person abgelenkt</translation>
    </message>
    <message>
        <source>participant is waiting</source>
        <translation>Person wartet</translation>
    </message>
    <message>
        <source>participant moved</source>
        <translation>Person hat sich bewegt</translation>
    </message>
    <message>
        <source>participant rests</source>
        <translation>Person ruht sich aus</translation>
    </message>
    <message>
        <source>participant {participant_id}</source>
        <translation>Teilnehmer/in {participant_id}</translation>
    </message>
    <message>
        <source>participant {participant_id}: date</source>
        <translation>Teilnehmer/in {participant_id}: Datum</translation>
    </message>
    <message>
        <source>participant&apos;s words</source>
        <translation>Worte für die Person</translation>
    </message>
    <message>
        <source>participant_id is {participant}, which is no identifier of {name}: {why}.</source>
        <translation>participant_id ist {participant}, keine Kennung von {name}: {why}.</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>pass with correction</source>
        <translation>bestanden mit Korrektur</translation>
    </message>
    <message>
        <source>past visits</source>
        <translation>frühere Visiten</translation>
    </message>
    <message>
        <source>path of the tape</source>
        <translation>Verlauf des Maßbands</translation>
    </message>
    <message>
        <source>pattern group</source>
        <translation>Gruppe des Musters</translation>
    </message>
    <message>
        <source>pattern, unit, link or document</source>
        <translation>Muster, Einheit, Verbindung oder Dokument</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>paused by the examiner</source>
        <translation>durch Untersucher/in pausiert</translation>
    </message>
    <message>
        <source>paused: {reason}</source>
        <translation>Pause: {reason}</translation>
    </message>
    <message>
        <source>pedals</source>
        <translation>Pedale</translation>
    </message>
    <message>
        <source>person without a role</source>
        <translation>Person ohne Rolle</translation>
    </message>
    <message>
        <source>pinprick</source>
        <translation>Pinprick</translation>
    </message>
    <message>
        <source>pinprick readings</source>
        <translation>Messwerte Pinprick</translation>
    </message>
    <message>
        <source>pinprick {decimal} mN</source>
        <translation>Pinprick {decimal} mN</translation>
    </message>
    <message>
        <source>plateau band</source>
        <translation>Plateauband</translation>
    </message>
    <message>
        <source>plateau shortest</source>
        <translation>kürzestes Plateau</translation>
    </message>
    <message>
        <source>plausible factor</source>
        <translation>Plausibilitätsfaktor</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Messpunkte</translation>
    </message>
    <message>
        <source>poll</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>port survey</source>
        <translation>Suche an den Anschlüssen</translation>
    </message>
    <message>
        <source>position {position} is not one of {positions}</source>
        <translation>Lage {position} ist keine von {positions}</translation>
    </message>
    <message>
        <source>positioning</source>
        <translation>Lagerung</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>press</source>
        <translation>Druckvorgang</translation>
    </message>
    <message>
        <source>press begins</source>
        <translation>Beginn des Drucks</translation>
    </message>
    <message>
        <source>probe area</source>
        <translation>Stempelfläche</translation>
    </message>
    <message>
        <source>probe area must be positive, not {area_cm2}</source>
        <translation>die Stempelfläche muss positiv sein, nicht {area_cm2}</translation>
    </message>
    <message>
        <source>probe diameter</source>
        <translation>Stempeldurchmesser</translation>
    </message>
    <message>
        <source>probe_area_cm2 must be positive</source>
        <translation>probe_area_cm2 muss positiv sein</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>qst-station calibrate certificate {stem} --out FILE{suffix}</source>
        <translation>qst-station calibrate certificate {stem} --out FILE{suffix}</translation>
    </message>
    <message>
        <source>qst-station {version}</source>
        <translation>qst-station {version}</translation>
    </message>
    <message>
        <source>r_squared is {r_squared}, but slope, sum of squares, error and n give {implied}</source>
        <translation>r_squared ist {r_squared}, aber Steigung, Quadratsumme, Fehler und n ergeben {implied}</translation>
    </message>
    <message>
        <source>radial styloid no wrist</source>
        <translation>Radiusstyloid, ohne Handgelenk</translation>
    </message>
    <message>
        <source>ramp</source>
        <translation>Rampe</translation>
    </message>
    <message>
        <source>ramp longest</source>
        <translation>längste Rampe</translation>
    </message>
    <message>
        <source>ramp rate</source>
        <translation>Rampenrate</translation>
    </message>
    <message>
        <source>ramp shortest</source>
        <translation>kürzeste Rampe</translation>
    </message>
    <message>
        <source>ramp tolerance</source>
        <translation>Rampentoleranz</translation>
    </message>
    <message>
        <source>ramped (electronic) stimulus: the norms hold for stepped stimuli only (Pfau 2020)</source>
        <translation>Reiz als (elektronische) Rampe: die Normwerte gelten nur für gestufte Reize (Pfau 2020)</translation>
    </message>
    <message>
        <source>ramping</source>
        <translation>steigend</translation>
    </message>
    <message>
        <source>rate_window_s and longest_gap_s must be positive</source>
        <translation>rate_window_s und longest_gap_s müssen positiv sein</translation>
    </message>
    <message>
        <source>readability factor</source>
        <translation>Ablesbarkeitsfaktor</translation>
    </message>
    <message>
        <source>reader {device}</source>
        <translation>Leser {device}</translation>
    </message>
    <message>
        <source>reading {number} is not among the valid readings of this round</source>
        <translation>Messwert {number} gehört nicht zu den gültigen Messwerten dieser Runde</translation>
    </message>
    <message>
        <source>readings</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>readings are still due: measure them, or say why the side is not done</source>
        <translation>Ablesungen stehen noch aus: messen Sie, oder geben Sie an, warum die Seite fehlt</translation>
    </message>
    <message>
        <source>readings came faster than they could be taken and some are missing; the trial is marked</source>
        <translation>Werte kamen schneller, als sie aufgenommen werden konnten, und einige fehlen; der Durchgang ist markiert</translation>
    </message>
    <message>
        <source>readings come many times faster than before; the trial is marked</source>
        <translation>Werte kommen vielfach schneller als zuvor; der Durchgang ist markiert</translation>
    </message>
    <message>
        <source>readings minimum</source>
        <translation>Mindestzahl Messwerte</translation>
    </message>
    <message>
        <source>readings of the gauge are missing</source>
        <translation>Werte des Kraftmessers fehlen</translation>
    </message>
    <message>
        <source>readings_minimum is at most readings</source>
        <translation>readings_minimum ist höchstens readings</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>ready to be read, gives nothing: unplugged, or another program reads it too</source>
        <translation>lesebereit, liefert aber nichts: abgezogen, oder ein anderes Programm liest mit</translation>
    </message>
    <message>
        <source>real</source>
        <translation>echt</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>records of the site</source>
        <translation>Aufzeichnungen des Zentrums</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>erholt</translation>
    </message>
    <message>
        <source>redness or flare</source>
        <translation>Rötung oder roter Hof</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Bezugsnormal</translation>
    </message>
    <message>
        <source>reference loads</source>
        <translation>Referenzlasten</translation>
    </message>
    <message>
        <source>reference mass</source>
        <translation>Referenzgewicht</translation>
    </message>
    <message>
        <source>reference masses</source>
        <translation>Referenzgewichte</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>register, row {seq}</source>
        <translation>Verzeichnis, Zeile {seq}</translation>
    </message>
    <message>
        <source>register, {number}</source>
        <translation>Verzeichnis, {number}</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>registriert</translation>
    </message>
    <message>
        <source>relative humidity lies between 0 and 100 %, not {humidity_percent}</source>
        <translation>die relative Luftfeuchte liegt zwischen 0 und 100 %, nicht {humidity_percent}</translation>
    </message>
    <message>
        <source>remove {name}</source>
        <translation>entfernen Sie {name}</translation>
    </message>
    <message>
        <source>repeat {repeat} of {repeats}</source>
        <translation>Wiederholung {repeat} von {repeats}</translation>
    </message>
    <message>
        <source>repeat_after cannot name good ramps</source>
        <translation>repeat_after darf gute Rampen nicht nennen</translation>
    </message>
    <message>
        <source>repeatability</source>
        <translation>Wiederholpräzision</translation>
    </message>
    <message>
        <source>repeatability b&apos;</source>
        <translation>Wiederholpräzision b&apos;</translation>
    </message>
    <message>
        <source>repeatability of lowering</source>
        <translation>Wiederholpräzision des Absenkens</translation>
    </message>
    <message>
        <source>repeatability of weighing</source>
        <translation>Wiederholpräzision des Wägens</translation>
    </message>
    <message>
        <source>repeats &gt;= 1, beats &gt;= 2, beat_s &gt; 0 and lead_in_s &gt;= 0 are needed</source>
        <translation>nötig sind repeats &gt;= 1, beats &gt;= 2, beat_s &gt; 0 und lead_in_s &gt;= 0</translation>
    </message>
    <message>
        <source>reproducibility b</source>
        <translation>Vergleichpräzision b</translation>
    </message>
    <message>
        <source>resolution at zero</source>
        <translation>Auflösung bei null</translation>
    </message>
    <message>
        <source>resolution of the tape</source>
        <translation>Auflösung des Maßbands</translation>
    </message>
    <message>
        <source>resolution under load</source>
        <translation>Auflösung unter Last</translation>
    </message>
    <message>
        <source>response after the probe had left the skin</source>
        <translation>Reaktion, nachdem der Druckstempel die Haut verlassen hatte</translation>
    </message>
    <message>
        <source>response before the probe touched the skin</source>
        <translation>Reaktion, bevor der Druckstempel die Haut berührte</translation>
    </message>
    <message>
        <source>response before the probe was lifted</source>
        <translation>Reaktion, bevor der Druckstempel abgehoben war</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>rested</source>
        <translation>ruhte</translation>
    </message>
    <message>
        <source>result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>ausgemustert</translation>
    </message>
    <message>
        <source>review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>right face</source>
        <translation>rechte Gesichtshälfte</translation>
    </message>
    <message>
        <source>right foot</source>
        <translation>rechter Fuß</translation>
    </message>
    <message>
        <source>right hand</source>
        <translation>rechte Hand</translation>
    </message>
    <message>
        <source>rising forces</source>
        <translation>steigende Kräfte</translation>
    </message>
    <message>
        <source>role {role}</source>
        <translation>Rolle {role}</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>stieg</translation>
    </message>
    <message>
        <source>rounding digits</source>
        <translation>Stellen beim Runden</translation>
    </message>
    <message>
        <source>row {first}</source>
        <translation>Zeile {first}</translation>
    </message>
    <message>
        <source>row {seq} is no key</source>
        <translation>Zeile {seq} ist kein Schlüssel</translation>
    </message>
    <message>
        <source>row {seq} is no stray reading</source>
        <translation>Zeile {seq} ist kein verirrter Messwert</translation>
    </message>
    <message>
        <source>row {seq} is {kind}, which this program does not know</source>
        <translation>Zeile {seq} ist {kind}, was dieses Programm nicht kennt</translation>
    </message>
    <message>
        <source>row {seq}: {why}</source>
        <translation>Zeile {seq}: {why}</translation>
    </message>
    <message>
        <source>rows of kind {end} are written by close()</source>
        <translation>Zeilen der Art {end} schreibt close()</translation>
    </message>
    <message>
        <source>rows {first} to {last}</source>
        <translation>Zeilen {first} bis {last}</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>s of corrected readings at one load, pooled over the loads</source>
        <translation>s der korrigierten Messwerte bei einer Last, über die Lasten zusammengefasst</translation>
    </message>
    <message>
        <source>s of {count} mountings, not of their mean: every use is a single mounting</source>
        <translation>s von {count} Einbaulagen, nicht ihres Mittels: jede Verwendung ist eine einzelne Einbaulage</translation>
    </message>
    <message>
        <source>s over the mountings / sqrt n</source>
        <translation>s über die Einbaulagen / Wurzel n</translation>
    </message>
    <message>
        <source>s pooled over the loads, / sqrt n</source>
        <translation>s über die Lasten zusammengefasst, / Wurzel n</translation>
    </message>
    <message>
        <source>s pooled over the {points}, / sqrt n</source>
        <translation>s über die {points} zusammengefasst, / Wurzel n</translation>
    </message>
    <message>
        <source>safety limit</source>
        <translation>Sicherheitsgrenze</translation>
    </message>
    <message>
        <source>safety limit before the probe was lifted</source>
        <translation>Sicherheitsgrenze, bevor der Druckstempel abgehoben war</translation>
    </message>
    <message>
        <source>safety limit passed, seen too late</source>
        <translation>Sicherheitsgrenze überschritten, zu spät bemerkt</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>same is {ask}, which is neither true nor false</source>
        <translation>same ist {ask}, weder wahr noch falsch</translation>
    </message>
    <message>
        <source>same serial number as {same}: known again {where}</source>
        <translation>gleiche Seriennummer wie {same}: wiedererkannt {where}</translation>
    </message>
    <message>
        <source>sample time since the start of the session</source>
        <translation>Zeit des Werts seit Beginn der Sitzung</translation>
    </message>
    <message>
        <source>scale {id}: minimum &lt; maximum and step &gt; 0 are needed</source>
        <translation>Skala {id}: nötig sind minimum &lt; maximum und step &gt; 0</translation>
    </message>
    <message>
        <source>scatter about the line</source>
        <translation>Streuung um die Gerade</translation>
    </message>
    <message>
        <source>scope is {given}; allowed: stimulus, test</source>
        <translation>scope ist {given}; erlaubt: stimulus, test</translation>
    </message>
    <message>
        <source>scores, conclusions, volumes and differences from complete answers</source>
        <translation>Punktwerte, Schlüsse, Volumen und Differenzen aus vollständigen Antworten</translation>
    </message>
    <message>
        <source>screened</source>
        <translation>im Screening</translation>
    </message>
    <message>
        <source>see_ml and girth_sxx_cm2 must be above 0</source>
        <translation>see_ml und girth_sxx_cm2 müssen über 0 liegen</translation>
    </message>
    <message>
        <source>sensation spreads</source>
        <translation>Empfindung breitet sich aus</translation>
    </message>
    <message>
        <source>sensory</source>
        <translation>sensorisch</translation>
    </message>
    <message>
        <source>seq</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>serial number {serial_number}</source>
        <translation>Seriennummer {serial_number}</translation>
    </message>
    <message>
        <source>serial number {serial_number} is shared by many adapters: known again {where}</source>
        <translation>Seriennummer {serial_number} haben viele Adapter: wiedererkannt {where}</translation>
    </message>
    <message>
        <source>series</source>
        <translation>Reihen</translation>
    </message>
    <message>
        <source>series must be at least 2, not {series}</source>
        <translation>series muss mindestens 2 sein, nicht {series}</translation>
    </message>
    <message>
        <source>series {series} of {series_2}, {arrow}</source>
        <translation>Reihe {series} von {series_2}, {arrow}</translation>
    </message>
    <message>
        <source>session uuid</source>
        <translation>Sitzungskennung</translation>
    </message>
    <message>
        <source>session {session_uuid} is in the register already</source>
        <translation>Sitzung {session_uuid} steht schon im Verzeichnis</translation>
    </message>
    <message>
        <source>set by {set_by} on {set_on}</source>
        <translation>festgelegt von {set_by} am {set_on}</translation>
    </message>
    <message>
        <source>set_by must say who decided the rule</source>
        <translation>set_by muss sagen, wer die Regel festlegte</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>stark</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>sex missing</source>
        <translation>Geschlecht fehlt</translation>
    </message>
    <message>
        <source>sharp</source>
        <translation>spitz</translation>
    </message>
    <message>
        <source>sign and close</source>
        <translation>unterschreiben und schließen</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>single</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <source>single reading after mounting anew</source>
        <translation>einzelner Messwert nach neuem Einbau</translation>
    </message>
    <message>
        <source>site</source>
        <translation>Zentrum</translation>
    </message>
    <message>
        <source>site is {site}, which {name} does not have.</source>
        <translation>site ist {site}, das {name} nicht hat.</translation>
    </message>
    <message>
        <source>site missing</source>
        <translation>Areal fehlt</translation>
    </message>
    <message>
        <source>skin broken or bleeding</source>
        <translation>Haut verletzt oder blutet</translation>
    </message>
    <message>
        <source>skin temperature</source>
        <translation>Hauttemperatur</translation>
    </message>
    <message>
        <source>skin {row} °C, {row_2}</source>
        <translation>Haut {row} °C, {row_2}</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>skipping a step needs a reason</source>
        <translation>einen Schritt auszulassen braucht eine Begründung</translation>
    </message>
    <message>
        <source>slider</source>
        <translation>Schieber</translation>
    </message>
    <message>
        <source>slip of the tape</source>
        <translation>Maßband verrutscht</translation>
    </message>
    <message>
        <source>slope_ml_per_cm is {slope_ml_per_cm}: a larger girth is a larger volume</source>
        <translation>slope_ml_per_cm ist {slope_ml_per_cm}: größerer Umfang heißt größeres Volumen</translation>
    </message>
    <message>
        <source>slot {twice} is given twice</source>
        <translation>Fach {twice} ist doppelt vergeben</translation>
    </message>
    <message>
        <source>soft limits {soft_low} to {soft_high} are not within the hard ones</source>
        <translation>die weichen Grenzen {soft_low} bis {soft_high} liegen nicht innerhalb der harten</translation>
    </message>
    <message>
        <source>somebody must do the tests</source>
        <translation>jemand muss die Tests durchführen</translation>
    </message>
    <message>
        <source>something is still to be tested</source>
        <translation>es ist noch etwas zu testen</translation>
    </message>
    <message>
        <source>something of what it sent this gauge sends too</source>
        <translation>einiges davon sendet dieses Gerät auch</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>spontaneous pain</source>
        <translation>Spontanschmerz</translation>
    </message>
    <message>
        <source>spread high</source>
        <translation>Spanne zu groß</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>standard deviation of the mean</source>
        <translation>Standardabweichung des Mittelwerts</translation>
    </message>
    <message>
        <source>start_mn {start_mn} is not a force of the set {known}</source>
        <translation>start_mn {start_mn} ist keine Kraft des Satzes {known}</translation>
    </message>
    <message>
        <source>state is {args}; allowed: ok, open</source>
        <translation>state ist {args}; erlaubt: ok, open</translation>
    </message>
    <message>
        <source>still on</source>
        <translation>noch angelegt</translation>
    </message>
    <message>
        <source>stimuli need two or more nominal forces in rising order, not {forces}</source>
        <translation>Reize brauchen zwei oder mehr Nennkräfte in steigender Folge, nicht {forces}</translation>
    </message>
    <message>
        <source>stimulus slipped</source>
        <translation>Reiz verrutscht</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>stop limit</source>
        <translation>Stoppgrenze</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>stopped by the examiner</source>
        <translation>durch Untersucher/in gestoppt</translation>
    </message>
    <message>
        <source>stopped: {reason}</source>
        <translation>gestoppt: {reason}</translation>
    </message>
    <message>
        <source>stopped: {reason} ({reason_2})</source>
        <translation>gestoppt: {reason} ({reason_2})</translation>
    </message>
    <message>
        <source>stopped: {words}{value}</source>
        <translation>gestoppt: {words}{value}</translation>
    </message>
    <message>
        <source>stream</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>strongest vibration no longer felt</source>
        <translation>schon die stärkste Vibration nicht mehr gespürt</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>hängt</translation>
    </message>
    <message>
        <source>sudomotor/oedema</source>
        <translation>sudomotorisch/Ödem</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>symptoms in {symptom_categories} and signs in {sign_categories} categories</source>
        <translation>Symptome in {symptom_categories} und Zeichen in {sign_categories} Kategorien</translation>
    </message>
    <message>
        <source>syntax error</source>
        <translation>Syntaxfehler</translation>
    </message>
    <message>
        <source>taken off</source>
        <translation>abgenommen</translation>
    </message>
    <message>
        <source>tape</source>
        <translation>Maßband</translation>
    </message>
    <message>
        <source>tape {due} {due_2}</source>
        <translation>Maßband {due} {due_2}</translation>
    </message>
    <message>
        <source>tatro adams 1995</source>
        <translation>Tatro-Adams 1995</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telefonisch</translation>
    </message>
    <message>
        <source>tenths of a degree</source>
        <translation>Zehntelgrad</translation>
    </message>
    <message>
        <source>test area</source>
        <translation>Testareal</translation>
    </message>
    <message>
        <source>test repeated: {why}</source>
        <translation>Test wiederholt: {why}</translation>
    </message>
    <message>
        <source>test {status}</source>
        <translation>Test {status}</translation>
    </message>
    <message>
        <source>test {test}: exactly one of {names}, not {given}</source>
        <translation>Test {test}: genau eines von {names}, nicht {given}</translation>
    </message>
    <message>
        <source>tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>the affected site is where the participant is affected</source>
        <translation>das betroffene Areal liegt, wo die Person betroffen ist</translation>
    </message>
    <message>
        <source>the balance is in its calibration</source>
        <translation>die Waage kalibriert sich gerade</translation>
    </message>
    <message>
        <source>the balance reports an error</source>
        <translation>die Waage meldet einen Fehler</translation>
    </message>
    <message>
        <source>the baseline</source>
        <translation>die Ausgangsmessung</translation>
    </message>
    <message>
        <source>the battery is done at one control and one affected site</source>
        <translation>die Batterie wird an einem Kontrollareal und einem betroffenen Areal gemacht</translation>
    </message>
    <message>
        <source>the beat</source>
        <translation>den Takt</translation>
    </message>
    <message>
        <source>the beat stalled</source>
        <translation>der Takt stockte</translation>
    </message>
    <message>
        <source>the body of row {seq} is no entry</source>
        <translation>der Inhalt von Zeile {seq} ist kein Eintrag</translation>
    </message>
    <message>
        <source>the bytes as they came</source>
        <translation>die Bytes, wie sie kamen</translation>
    </message>
    <message>
        <source>the calibration is for {segment}, {variant}; this girth is {segment_2}, {variant_2}</source>
        <translation>die Kalibrierung gilt für {segment}, {variant}; dieser Umfang ist {segment_2}, {variant_2}</translation>
    </message>
    <message>
        <source>the calibration is of {content}, not of {instrument_id}</source>
        <translation>die Kalibrierung ist von {content}, nicht von {instrument_id}</translation>
    </message>
    <message>
        <source>the capture ended early: {fault}</source>
        <translation>der Mitschnitt endete vorzeitig: {fault}</translation>
    </message>
    <message>
        <source>the capture was not begun ({fault})</source>
        <translation>der Mitschnitt begann nicht ({fault})</translation>
    </message>
    <message>
        <source>the change of weight is read</source>
        <translation>die Gewichtsänderung wird abgelesen</translation>
    </message>
    <message>
        <source>the check-list before the visit is open</source>
        <translation>die Checkliste vor der Visite ist offen</translation>
    </message>
    <message>
        <source>the check-list is closed</source>
        <translation>die Checkliste ist geschlossen</translation>
    </message>
    <message>
        <source>the content has number {content}, not {number}</source>
        <translation>der Inhalt hat Nummer {content}, nicht {number}</translation>
    </message>
    <message>
        <source>the decimal point moved: bytes were lost, or the unit was changed</source>
        <translation>das Dezimalzeichen ist verschoben: Bytes gingen verloren, oder die Einheit wechselte</translation>
    </message>
    <message>
        <source>the device answered with an error</source>
        <translation>das Gerät antwortete mit einem Fehler</translation>
    </message>
    <message>
        <source>the device belongs to the open visit</source>
        <translation>das Gerät gehört zur offenen Visite</translation>
    </message>
    <message>
        <source>the device gives readings again</source>
        <translation>das Gerät liefert wieder Werte</translation>
    </message>
    <message>
        <source>the device has not named its unit yet</source>
        <translation>das Gerät hat seine Einheit noch nicht genannt</translation>
    </message>
    <message>
        <source>the device has restarted; its zero may be lost</source>
        <translation>das Gerät hat neu gestartet; sein Nullpunkt kann verloren sein</translation>
    </message>
    <message>
        <source>the device is back</source>
        <translation>das Gerät ist wieder da</translation>
    </message>
    <message>
        <source>the device is connected where it is</source>
        <translation>das Gerät ist dort verbunden, wo es ist</translation>
    </message>
    <message>
        <source>the device is disconnected; plug it in again</source>
        <translation>das Gerät ist getrennt; stecken Sie es wieder ein</translation>
    </message>
    <message>
        <source>the device sent something that cannot be read; it was not used</source>
        <translation>das Gerät sendete Unlesbares; es wurde nicht verwendet</translation>
    </message>
    <message>
        <source>the disk refused ({error})</source>
        <translation>der Datenträger verweigerte den Zugriff ({error})</translation>
    </message>
    <message>
        <source>the document for {name} is one for {test}</source>
        <translation>das Dokument für {name} ist eines für {test}</translation>
    </message>
    <message>
        <source>the document lists no instrument</source>
        <translation>das Dokument nennt kein Instrument</translation>
    </message>
    <message>
        <source>the figure-of-8 rules for the {segment} do not know it</source>
        <translation>die Achterumfang-Regeln für {segment} kennen es nicht</translation>
    </message>
    <message>
        <source>the file read back is not the one that was written</source>
        <translation>die zurückgelesene Datei ist nicht die geschriebene</translation>
    </message>
    <message>
        <source>the first one after opening</source>
        <translation>die erste nach dem Öffnen</translation>
    </message>
    <message>
        <source>the first {days} daily values are all {mean}: a chart needs a finer display</source>
        <translation>die ersten {days} Tageswerte sind alle {mean}: eine Regelkarte braucht eine feinere Anzeige</translation>
    </message>
    <message>
        <source>the force</source>
        <translation>die Kraft</translation>
    </message>
    <message>
        <source>the form is closed</source>
        <translation>das Formular ist geschlossen</translation>
    </message>
    <message>
        <source>the form is {status}</source>
        <translation>Status des Formulars: {status}</translation>
    </message>
    <message>
        <source>the gauge has shown the same number for two seconds under a rising force; is it frozen, or in hold?</source>
        <translation>der Kraftmesser zeigt seit zwei Sekunden bei steigender Kraft dieselbe Zahl; hängt er, oder steht er auf Halten?</translation>
    </message>
    <message>
        <source>the gauge is lost: plug it in again, or type the number</source>
        <translation>der Kraftmesser ist getrennt: wieder einstecken, oder die Zahl eingeben</translation>
    </message>
    <message>
        <source>the gauge measures it; a number is typed only where no gauge is attached</source>
        <translation>der Kraftmesser misst es; eine Zahl wird nur ohne Kraftmesser eingegeben</translation>
    </message>
    <message>
        <source>the gauge sent no sample after the response</source>
        <translation>der Kraftmesser sendete nach der Reaktion keinen Wert</translation>
    </message>
    <message>
        <source>the gauge shows a negative force; is it pulled, or is its sign or zero wrong?</source>
        <translation>der Kraftmesser zeigt eine negative Kraft; wird gezogen, oder stimmen Vorzeichen oder Nullpunkt nicht?</translation>
    </message>
    <message>
        <source>the gauge {stream} is lost</source>
        <translation>der Kraftmesser {stream} ist getrennt</translation>
    </message>
    <message>
        <source>the journal does not begin with an opening row</source>
        <translation>das Journal beginnt nicht mit einer Eröffnungszeile</translation>
    </message>
    <message>
        <source>the journal is closed</source>
        <translation>das Journal ist geschlossen</translation>
    </message>
    <message>
        <source>the key of an option is one digit</source>
        <translation>die Taste einer Möglichkeit ist eine Ziffer</translation>
    </message>
    <message>
        <source>the limb set is closed</source>
        <translation>die Messreihe ist geschlossen</translation>
    </message>
    <message>
        <source>the limit of {limit} leaves no set; {lowest} mN is the least that does</source>
        <translation>die Grenze von {limit} lässt keinen Satz übrig; mindestens nötig sind {lowest} mN</translation>
    </message>
    <message>
        <source>the limit of {limit} lies at or below the contact of {lowest} {unit}</source>
        <translation>die Grenze von {limit} liegt nicht über dem Kontakt von {lowest} {unit}</translation>
    </message>
    <message>
        <source>the list of units has not come yet</source>
        <translation>die Liste der Einheiten ist noch nicht da</translation>
    </message>
    <message>
        <source>the load is as it was before ({raw} {unit}); press clearly harder or softer</source>
        <translation>die Last ist wie zuvor ({raw} {unit}); drücken Sie deutlich stärker oder schwächer</translation>
    </message>
    <message>
        <source>the load is {force_n} N; press with at least {least_n} N</source>
        <translation>die Last ist {force_n} N; drücken Sie mit mindestens {least_n} N</translation>
    </message>
    <message>
        <source>the method asks for {missing} more reading(s), the next is: {key}</source>
        <translation>das Verfahren verlangt noch {missing} Messwert(e), der nächste ist: {key}</translation>
    </message>
    <message>
        <source>the number on the screen is not that of the display of the gauge</source>
        <translation>die Zahl auf dem Bildschirm ist nicht die auf der Anzeige des Geräts</translation>
    </message>
    <message>
        <source>the opening is {name}, and no object</source>
        <translation>die Eröffnung ist {name}, kein Objekt</translation>
    </message>
    <message>
        <source>the opening row cannot be read ({fault})</source>
        <translation>die Eröffnungszeile kann nicht gelesen werden ({fault})</translation>
    </message>
    <message>
        <source>the order of the stimuli of {key} is missing</source>
        <translation>die Reihenfolge der Reize von {key} fehlt</translation>
    </message>
    <message>
        <source>the other limb is no control: {no_control}</source>
        <translation>die andere Extremität ist keine Kontrolle: {no_control}</translation>
    </message>
    <message>
        <source>the participant is asked no {id} there; allowed: {allowed}</source>
        <translation>die teilnehmende Person wird dort nicht nach {id} gefragt; erlaubt: {allowed}</translation>
    </message>
    <message>
        <source>the port could not be opened</source>
        <translation>der Anschluss konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>the port is attached: its card shows what it is</source>
        <translation>der Anschluss ist verbunden: seine Karte zeigt, was es ist</translation>
    </message>
    <message>
        <source>the probe area is {probe_area_cm2}, which is no area in cm2</source>
        <translation>die Stempelfläche ist {probe_area_cm2}, keine Fläche in cm2</translation>
    </message>
    <message>
        <source>the question was taken back</source>
        <translation>die Frage wurde zurückgenommen</translation>
    </message>
    <message>
        <source>the reading before waits for an answer</source>
        <translation>die Ablesung davor wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>the reading error {id} is there twice</source>
        <translation>der Ablesefehler {id} ist doppelt</translation>
    </message>
    <message>
        <source>the reason is {reason}</source>
        <translation>die Begründung ist {reason}</translation>
    </message>
    <message>
        <source>the response</source>
        <translation>die Reaktion</translation>
    </message>
    <message>
        <source>the results of a {content} have one force in mN, not {rows}</source>
        <translation>die Ergebnisse von {content} haben eine Kraft in mN, nicht {rows}</translation>
    </message>
    <message>
        <source>the role is there twice</source>
        <translation>die Rolle ist doppelt</translation>
    </message>
    <message>
        <source>the round is not finished; a result needs all readings that the method asks for</source>
        <translation>die Runde ist nicht fertig; ein Ergebnis braucht alle Messwerte, die das Verfahren verlangt</translation>
    </message>
    <message>
        <source>the session is closed</source>
        <translation>die Sitzung ist geschlossen</translation>
    </message>
    <message>
        <source>the spelling (white space, order, digits): not as signed</source>
        <translation>die Schreibweise (Leerraum, Reihenfolge, Ziffern): nicht wie unterschrieben</translation>
    </message>
    <message>
        <source>the stamps or the signature block: not as signed</source>
        <translation>die Stempel oder der Signaturblock: nicht wie unterschrieben</translation>
    </message>
    <message>
        <source>the study has no arms</source>
        <translation>die Studie hat keine Arme</translation>
    </message>
    <message>
        <source>the summary is not a JSON object</source>
        <translation>die Zusammenfassung ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>the test is paused</source>
        <translation>der Test ist in Pause</translation>
    </message>
    <message>
        <source>the test waits for {awaited}</source>
        <translation>der Test wartet auf {awaited}</translation>
    </message>
    <message>
        <source>the text of {part} is another than the one that this visit began with</source>
        <translation>der Text von {part} ist ein anderer als der, mit dem diese Visite begann</translation>
    </message>
    <message>
        <source>the unit was changed on the device; the trial was ended</source>
        <translation>die Einheit wurde am Gerät geändert; der Durchgang wurde beendet</translation>
    </message>
    <message>
        <source>the unit was {unit} before and is {unit_2} now; set it back</source>
        <translation>die Einheit war {unit} und ist jetzt {unit_2}; stellen Sie sie zurück</translation>
    </message>
    <message>
        <source>the value ends in another column</source>
        <translation>der Wert endet in einer anderen Spalte</translation>
    </message>
    <message>
        <source>the values have been shown. Repeat the test (all attempts are kept), or write a note</source>
        <translation>die Werte wurden gezeigt. Test wiederholen (alle Versuche bleiben erhalten) oder Notiz schreiben</translation>
    </message>
    <message>
        <source>the visit began with {what} {began}, not {now}</source>
        <translation>die Visite begann mit {what} {began}, nicht {now}</translation>
    </message>
    <message>
        <source>the visit was interrupted</source>
        <translation>die Visite wurde unterbrochen</translation>
    </message>
    <message>
        <source>the {adapter} is not plugged in</source>
        <translation>{adapter} ist nicht eingesteckt</translation>
    </message>
    <message>
        <source>thenar: ball of the thumb</source>
        <translation>Thenar: Daumenballen</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation>es gibt keine</translation>
    </message>
    <message>
        <source>there is no ask {name}</source>
        <translation>es gibt keine Anfrage {name}</translation>
    </message>
    <message>
        <source>there is no command {name}; there are {orders}</source>
        <translation>es gibt keinen Befehl {name}; es gibt {orders}</translation>
    </message>
    <message>
        <source>there is no device of this name</source>
        <translation>es gibt kein Gerät dieses Namens</translation>
    </message>
    <message>
        <source>there is no event {kind}</source>
        <translation>es gibt kein Ereignis {kind}</translation>
    </message>
    <message>
        <source>there is no field {name} (value {value}); allowed: {allowed}</source>
        <translation>es gibt kein Feld {name} (Wert {value}); erlaubt: {allowed}</translation>
    </message>
    <message>
        <source>there is no form {form}; allowed: {value}</source>
        <translation>es gibt kein Formular {form}; erlaubt: {value}</translation>
    </message>
    <message>
        <source>there is no method {kind}; there are {methodkind}</source>
        <translation>es gibt kein Verfahren {kind}; es gibt {methodkind}</translation>
    </message>
    <message>
        <source>there is no quantity {name}; there are {name_2}</source>
        <translation>es gibt keine Messgröße {name}; es gibt {name_2}</translation>
    </message>
    <message>
        <source>there is no reading to exclude</source>
        <translation>es gibt keine Ablesung auszuschließen</translation>
    </message>
    <message>
        <source>there is no reading {number} that counts</source>
        <translation>es gibt keine Ablesung {number}, die zählt</translation>
    </message>
    <message>
        <source>there is no scale {name}; allowed: {scales}</source>
        <translation>es gibt keine Skala {name}; erlaubt: {scales}</translation>
    </message>
    <message>
        <source>there is no sign check to {phase}</source>
        <translation>es gibt keine Vorzeichenprüfung für: {phase}</translation>
    </message>
    <message>
        <source>there is no step {index}; there are 0 to {steps}</source>
        <translation>es gibt keinen Schritt {index}; es gibt 0 bis {steps}</translation>
    </message>
    <message>
        <source>there is no such port</source>
        <translation>es gibt keinen solchen Anschluss</translation>
    </message>
    <message>
        <source>there is no such test</source>
        <translation>es gibt keinen solchen Test</translation>
    </message>
    <message>
        <source>there is no suggestion to take: confirm the reading with a reason, or type it again</source>
        <translation>es gibt keinen Vorschlag anzunehmen: bestätigen Sie die Ablesung mit Begründung, oder geben Sie sie neu ein</translation>
    </message>
    <message>
        <source>there is no test {name}; allowed: {allowed}</source>
        <translation>es gibt keinen Test {name}; erlaubt: {allowed}</translation>
    </message>
    <message>
        <source>there is no test {test}; there are {tests}</source>
        <translation>es gibt keinen Test {test}; es gibt {tests}</translation>
    </message>
    <message>
        <source>there is none in {folder}</source>
        <translation>in {folder} ist keines</translation>
    </message>
    <message>
        <source>there was no reading in the last half second</source>
        <translation>in der letzten halben Sekunde kam kein Messwert</translation>
    </message>
    <message>
        <source>thermo hygrometer</source>
        <translation>Thermo-Hygrometer</translation>
    </message>
    <message>
        <source>these lines are there twice: {twice}</source>
        <translation>diese Punkte sind doppelt: {twice}</translation>
    </message>
    <message>
        <source>this field is required and missing</source>
        <translation>dieses Pflichtfeld fehlt</translation>
    </message>
    <message>
        <source>this field is required and missing or empty</source>
        <translation>dieses Pflichtfeld fehlt oder ist leer</translation>
    </message>
    <message>
        <source>this is not a port</source>
        <translation>das ist kein Anschluss</translation>
    </message>
    <message>
        <source>this is not the gauge that is remembered: it is no. {is_unit}, not no. {was_unit}</source>
        <translation>das ist nicht das gemerkte Gerät: es hat Nr. {is_unit}, nicht Nr. {was_unit}</translation>
    </message>
    <message>
        <source>this is not the gauge that is remembered: {url} has the {there}, {name} the {adapter}</source>
        <translation>das ist nicht das gemerkte Gerät: {url} hat {there}, {name} hat {adapter}</translation>
    </message>
    <message>
        <source>this test is done</source>
        <translation>dieser Test ist fertig</translation>
    </message>
    <message>
        <source>this user may not use the port</source>
        <translation>dieser Benutzer darf den Anschluss nicht verwenden</translation>
    </message>
    <message>
        <source>this visit has no check-list</source>
        <translation>diese Visite hat keine Checkliste</translation>
    </message>
    <message>
        <source>this visit has no limb measurement</source>
        <translation>diese Visite hat keine Messung der Extremität</translation>
    </message>
    <message>
        <source>this visit has no list of codes: write a note</source>
        <translation>diese Visite hat keine Codeliste: schreiben Sie eine Notiz</translation>
    </message>
    <message>
        <source>this visit has no words for the participant</source>
        <translation>diese Visite hat keine Worte für die Person</translation>
    </message>
    <message>
        <source>this visit is no training</source>
        <translation>diese Visite ist kein Training</translation>
    </message>
    <message>
        <source>tilt angles</source>
        <translation>Neigungswinkel</translation>
    </message>
    <message>
        <source>time and number of bytes of each read</source>
        <translation>Zeit und Anzahl der Bytes jedes Lesens</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>times counts from 1, not {times}</source>
        <translation>times zählt ab 1, nicht {times}</translation>
    </message>
    <message>
        <source>tip_diameter_mm must be positive</source>
        <translation>tip_diameter_mm muss positiv sein</translation>
    </message>
    <message>
        <source>tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>too fast</source>
        <translation>zu schnell</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>zu lang</translation>
    </message>
    <message>
        <source>too painful</source>
        <translation>zu schmerzhaft</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>zu kurz</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>zu langsam</translation>
    </message>
    <message>
        <source>touch</source>
        <translation>Berührung</translation>
    </message>
    <message>
        <source>touch, hold, steer or let_go</source>
        <translation>touch, hold, steer oder let_go</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>train ready</source>
        <translation>Serie bereit</translation>
    </message>
    <message>
        <source>training feedback</source>
        <translation>Trainingsrückmeldung</translation>
    </message>
    <message>
        <source>transcribed</source>
        <translation>abgeschrieben</translation>
    </message>
    <message>
        <source>transmission error</source>
        <translation>Übertragungsfehler</translation>
    </message>
    <message>
        <source>trial {trial} of {trials}</source>
        <translation>Durchgang {trial} von {trials}</translation>
    </message>
    <message>
        <source>trials and rate_{load}_per_s must be positive</source>
        <translation>trials und rate_{load}_per_s müssen positiv sein</translation>
    </message>
    <message>
        <source>try once more</source>
        <translation>noch einmal versuchen</translation>
    </message>
    <message>
        <source>typing error</source>
        <translation>Tippfehler</translation>
    </message>
    <message>
        <source>ulnar styloid 2nd mcp</source>
        <translation>Ulnastyloid, 2. MCP</translation>
    </message>
    <message>
        <source>ulnar styloid: outer wrist bone</source>
        <translation>Ulnastyloid: äußerer Handgelenkknochen</translation>
    </message>
    <message>
        <source>unaffected</source>
        <translation>nicht betroffen</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>unchecked</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>unbestätigt</translation>
    </message>
    <message>
        <source>under load and at zero</source>
        <translation>unter Last und bei null</translation>
    </message>
    <message>
        <source>uneven</source>
        <translation>ungleichmäßig</translation>
    </message>
    <message>
        <source>unit changed on the gauge</source>
        <translation>Einheit am Kraftmesser geändert</translation>
    </message>
    <message>
        <source>unit code {match} is no force</source>
        <translation>Einheitencode {match} ist keine Kraft</translation>
    </message>
    <message>
        <source>unit missing</source>
        <translation>Einheit fehlt</translation>
    </message>
    <message>
        <source>unit missing: the gauge does not send it, say which one it shows</source>
        <translation>Einheit fehlt: das Gerät sendet sie nicht, geben Sie an, welche es zeigt</translation>
    </message>
    <message>
        <source>unit of the number on the wire</source>
        <translation>Einheit der gesendeten Zahl</translation>
    </message>
    <message>
        <source>unit slip corrected</source>
        <translation>Einheitenfehler berichtigt</translation>
    </message>
    <message>
        <source>unit {spelling} is not one of {allowed}</source>
        <translation>Einheit {spelling} ist keine von {allowed}</translation>
    </message>
    <message>
        <source>unit {unit} is no force this program knows; it knows {newton_per_unit}</source>
        <translation>Einheit {unit} ist keine bekannte Kraft; bekannt sind {newton_per_unit}</translation>
    </message>
    <message>
        <source>unknown parameter {parameter}; known: {known}</source>
        <translation>unbekannter Parameter {parameter}; bekannt: {known}</translation>
    </message>
    <message>
        <source>unknown sex {sex}; known: {sexes}</source>
        <translation>unbekanntes Geschlecht {sex}; bekannt: {sexes}</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>unusual sensation</source>
        <translation>ungewöhnliche Empfindung</translation>
    </message>
    <message>
        <source>unverifiable</source>
        <translation>nicht prüfbar</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>upper</source>
        <translation>obere</translation>
    </message>
    <message>
        <source>used</source>
        <translation>verwendet</translation>
    </message>
    <message>
        <source>user block</source>
        <translation>Benutzerblock</translation>
    </message>
    <message>
        <source>utc</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>utc is {utc}, which has no offset from UTC</source>
        <translation>utc ist {utc}, ohne Abstand zu UTC</translation>
    </message>
    <message>
        <source>utc must be a time in UTC, not {utc}</source>
        <translation>utc muss eine Zeit in UTC sein, nicht {utc}</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>value missing</source>
        <translation>Wert fehlt</translation>
    </message>
    <message>
        <source>value mn</source>
        <translation>Wert, mN</translation>
    </message>
    <message>
        <source>value too large</source>
        <translation>Wert zu groß</translation>
    </message>
    <message>
        <source>value {value} has no logarithm: {parameter} must be above 0</source>
        <translation>Wert {value} hat keinen Logarithmus: {parameter} muss über 0 liegen</translation>
    </message>
    <message>
        <source>value {value} is above the scale of {parameter}, which ends at {highest}</source>
        <translation>Wert {value} liegt über der Skala von {parameter}, die bei {highest} endet</translation>
    </message>
    <message>
        <source>value {value} is below the scale of {parameter}, which starts at {lowest}</source>
        <translation>Wert {value} liegt unter der Skala von {parameter}, die bei {lowest} beginnt</translation>
    </message>
    <message>
        <source>value {value} is not finite</source>
        <translation>Wert {value} ist nicht endlich</translation>
    </message>
    <message>
        <source>value, z-score and reason of every parameter</source>
        <translation>Wert, z-Wert und Grund jedes Parameters</translation>
    </message>
    <message>
        <source>values were shown to {who} ({role})</source>
        <translation>Werte wurden {who} ({role}) gezeigt</translation>
    </message>
    <message>
        <source>variant {variant} is no landmark variant of the {segment}; there are {variants}</source>
        <translation>Variante {variant} ist keine Messvariante von {segment}; es gibt {variants}</translation>
    </message>
    <message>
        <source>vasomotor</source>
        <translation>vasomotorisch</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Beurteilung</translation>
    </message>
    <message>
        <source>version is {version}: versions count from 1</source>
        <translation>version ist {version}: Versionen zählen ab 1</translation>
    </message>
    <message>
        <source>version {version}: up to 32 letters, digits, &apos;.&apos;, &apos;+&apos;, &apos;-&apos; are allowed</source>
        <translation>version {version}: erlaubt sind bis zu 32 Buchstaben, Ziffern, &apos;.&apos;, &apos;+&apos;, &apos;-&apos;</translation>
    </message>
    <message>
        <source>visit ended: {reason}</source>
        <translation>Visite beendet: {reason}</translation>
    </message>
    <message>
        <source>visit is {name} ({kind}: {asked}), at which nobody is examined.</source>
        <translation>visit ist {name} ({kind}: {asked}), bei der niemand untersucht wird.</translation>
    </message>
    <message>
        <source>visit is {name}, which is no contact by telephone.</source>
        <translation>visit ist {name}, kein telefonischer Kontakt.</translation>
    </message>
    <message>
        <source>visit is {name}, which {name_2} does not have.</source>
        <translation>visit ist {name}, die {name_2} nicht hat.</translation>
    </message>
    <message>
        <source>visit request</source>
        <translation>Antrag auf eine Visite</translation>
    </message>
    <message>
        <source>volume {volume_ml} ml is outside {low_ml} to {high_ml} ml{litres}</source>
        <translation>Volumen {volume_ml} ml liegt außerhalb von {low_ml} bis {high_ml} ml{litres}</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>warn limit</source>
        <translation>Warngrenze</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>was amputated</source>
        <translation>ist amputiert</translation>
    </message>
    <message>
        <source>was operated on</source>
        <translation>wurde operiert</translation>
    </message>
    <message>
        <source>water displacement</source>
        <translation>Wasserverdrängung</translation>
    </message>
    <message>
        <source>water that runs over is caught and read</source>
        <translation>überlaufendes Wasser wird aufgefangen und abgelesen</translation>
    </message>
    <message>
        <source>weigh</source>
        <translation>wiegen</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>what is asked in {key} is missing</source>
        <translation>was in {key} gefragt wird, fehlt</translation>
    </message>
    <message>
        <source>what is typed is in {unit}, and the ramp in {unit_2}</source>
        <translation>eingegeben wird in {unit}, die Rampe ist in {unit_2}</translation>
    </message>
    <message>
        <source>what stands in no list needs words</source>
        <translation>was in keiner Liste steht, braucht Worte</translation>
    </message>
    <message>
        <source>what was found, confirmed and typed before the visit</source>
        <translation>was vor der Visite gefunden, bestätigt und eingegeben wurde</translation>
    </message>
    <message>
        <source>who</source>
        <translation>wer</translation>
    </message>
    <message>
        <source>who is {who}.</source>
        <translation>who ist {who}.</translation>
    </message>
    <message>
        <source>will be done before the test</source>
        <translation>wird vor dem Test gemacht</translation>
    </message>
    <message>
        <source>wind-up ratio is undefined: all single touches were rated 0</source>
        <translation>Wind-up-Ratio nicht definiert: alle Einzelberührungen wurden mit 0 bewertet</translation>
    </message>
    <message>
        <source>wind-up ratio undefined: the value is missing</source>
        <translation>Wind-up-Ratio nicht definiert: der Wert fehlt</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>with implied decimals a number could have two meanings within these limits</source>
        <translation>mit gedachten Nachkommastellen könnte eine Zahl in diesen Grenzen zweierlei bedeuten</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ausgeschieden</translation>
    </message>
    <message>
        <source>within</source>
        <translation>innerhalb</translation>
    </message>
    <message>
        <source>words is {name}, which this station does not have.{broken}</source>
        <translation>words ist {name}, was diese Station nicht hat.{broken}</translation>
    </message>
    <message>
        <source>worst pain imaginable</source>
        <translation>schlimmster vorstellbarer Schmerz</translation>
    </message>
    <message>
        <source>wound or dressing</source>
        <translation>Wunde oder Verband</translation>
    </message>
    <message>
        <source>wrong area</source>
        <translation>falsches Areal</translation>
    </message>
    <message>
        <source>wrong landmark</source>
        <translation>falscher Messpunkt</translation>
    </message>
    <message>
        <source>wrong parameter</source>
        <translation>falscher Parameter</translation>
    </message>
    <message>
        <source>wrong spot</source>
        <translation>falsche Stelle</translation>
    </message>
    <message>
        <source>wrong stimulus</source>
        <translation>falscher Reiz</translation>
    </message>
    <message>
        <source>yes no</source>
        <translation>Ja/Nein</translation>
    </message>
    <message>
        <source>yes or no to the question</source>
        <translation>Ja oder Nein auf die Frage</translation>
    </message>
    <message>
        <source>your last visit</source>
        <translation>Ihre letzte Visite</translation>
    </message>
    <message>
        <source>your last {visits} visits</source>
        <translation>Ihre letzten {visits} Visiten</translation>
    </message>
    <message>
        <source>z scores</source>
        <translation>z-Werte</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>Null</translation>
    </message>
    <message>
        <source>zero error f0</source>
        <translation>Nullpunktabweichung f0</translation>
    </message>
    <message>
        <source>zero limit</source>
        <translation>Grenze der Nullpunktabweichung</translation>
    </message>
    <message>
        <source>zero return</source>
        <translation>Nullpunktrückkehr</translation>
    </message>
    <message>
        <source>{again} retired since {utc}.</source>
        <translation>{again} seit {utc} ausgemustert.</translation>
    </message>
    <message>
        <source>{altered}: not as signed</source>
        <translation>{altered}: nicht wie unterschrieben</translation>
    </message>
    <message>
        <source>{at_cm} cm from the first</source>
        <translation>{at_cm} cm von der ersten</translation>
    </message>
    <message>
        <source>{baud} baud, {asked}: {shown}</source>
        <translation>{baud} Baud, {asked}: {shown}</translation>
    </message>
    <message>
        <source>{beats} touches with the beat: press Space to start.</source>
        <translation>{beats} Berührungen im Takt: Leertaste zum Start.</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} Tage</translation>
    </message>
    <message>
        <source>{database} is missing</source>
        <translation>{database} fehlt</translation>
    </message>
    <message>
        <source>{date} has not come yet.</source>
        <translation>{date} liegt in der Zukunft.</translation>
    </message>
    <message>
        <source>{days} days after</source>
        <translation>{days} Tage nach</translation>
    </message>
    <message>
        <source>{days} days before</source>
        <translation>{days} Tage vor</translation>
    </message>
    <message>
        <source>{days} days, mean at least {mean_at_least}, none below {none_below}, {id}</source>
        <translation>{days} Tage, Mittel mindestens {mean_at_least}, keiner unter {none_below}, {id}</translation>
    </message>
    <message>
        <source>{diameters} readings, s / sqrt n</source>
        <translation>{diameters} Messwerte, s / Wurzel n</translation>
    </message>
    <message>
        <source>{document} has sha256 {sha256}, not {opening}</source>
        <translation>{document} hat sha256 {sha256}, nicht {opening}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{entered} is far from the other readings of this side: measure or type again; X excludes {side} reading {repeat}</source>
        <translation>{entered} liegt weit von den anderen Ablesungen dieser Seite entfernt: messen oder neu eingeben; X schließt Ablesung {repeat} {side} aus</translation>
    </message>
    <message>
        <source>{entered} is finer than the tape: read it to {resolution_cm} cm</source>
        <translation>{entered} ist feiner als das Maßband: auf {resolution_cm} cm ablesen</translation>
    </message>
    <message>
        <source>{entered} is neither yes nor no</source>
        <translation>{entered} ist weder Ja noch Nein</translation>
    </message>
    <message>
        <source>{entered} is none of {value}</source>
        <translation>{entered} ist keines von {value}</translation>
    </message>
    <message>
        <source>{entered} is outside {hard_min_cm} to {hard_max_cm} cm: measure or type again</source>
        <translation>{entered} liegt außerhalb von {hard_min_cm} bis {hard_max_cm} cm: messen oder neu eingeben</translation>
    </message>
    <message>
        <source>{entered} looks like {unit}. Take {suggestion} cm?</source>
        <translation>{entered} sieht aus wie {unit}. {suggestion} cm übernehmen?</translation>
    </message>
    <message>
        <source>{error} (in {value})</source>
        <translation>{error} (in {value})</translation>
    </message>
    <message>
        <source>{event} does not fit here; this step takes {allowed}</source>
        <translation>{event} passt hier nicht; dieser Schritt nimmt {allowed}</translation>
    </message>
    <message>
        <source>{event} does not fit now: {due_key} is due</source>
        <translation>{event} passt jetzt nicht: {due_key} steht an</translation>
    </message>
    <message>
        <source>{event} does not fit now: {due} is due.</source>
        <translation>{event} passt jetzt nicht: {due} steht an.</translation>
    </message>
    <message>
        <source>{field}: {value} cannot be used; allowed: {allowed}</source>
        <translation>{field}: {value} ist nicht verwendbar; erlaubt: {allowed}</translation>
    </message>
    <message>
        <source>{first} has this name</source>
        <translation>{first} hat diesen Namen</translation>
    </message>
    <message>
        <source>{folder} has one already</source>
        <translation>{folder} hat schon eines</translation>
    </message>
    <message>
        <source>{folder}: row {seq}</source>
        <translation>{folder}: Zeile {seq}</translation>
    </message>
    <message>
        <source>{forces} lowerings</source>
        <translation>{forces} Absenkungen</translation>
    </message>
    <message>
        <source>{found} instruments must not be used, among them {instrument}: {reason}</source>
        <translation>{found} Instrumente dürfen nicht verwendet werden, darunter {instrument}: {reason}</translation>
    </message>
    <message>
        <source>{found}, {where} {low} to {high} mN</source>
        <translation>{found}, {where} {low} bis {high} mN</translation>
    </message>
    <message>
        <source>{found}; day {before} of those that the chart is made from, which proves nothing</source>
        <translation>{found}; Tag {before} von denen, aus denen die Regelkarte entsteht, was noch nichts beweist</translation>
    </message>
    <message>
        <source>{girth_cm} cm is no girth above 0</source>
        <translation>{girth_cm} cm ist kein Umfang über 0</translation>
    </message>
    <message>
        <source>{girth_cm} cm is outside the calibration ({girth_min_cm} to {girth_max_cm} cm)</source>
        <translation>{girth_cm} cm liegt außerhalb der Kalibrierung ({girth_min_cm} bis {girth_max_cm} cm)</translation>
    </message>
    <message>
        <source>{girths_cm} girths and {volumes_ml} volumes: every limb needs both</source>
        <translation>{girths_cm} Umfänge und {volumes_ml} Volumen: jede Extremität braucht beides</translation>
    </message>
    <message>
        <source>{girth} cm is unusual for the {segment}. Keep it?</source>
        <translation>{girth} cm ist ungewöhnlich ({segment}). Behalten?</translation>
    </message>
    <message>
        <source>{given} of {planned} ratings</source>
        <translation>{given} von {planned} Bewertungen</translation>
    </message>
    <message>
        <source>{given} of {trials} trials</source>
        <translation>{given} von {trials} Durchgängen</translation>
    </message>
    <message>
        <source>{id} is a {kind}; the method is for a {kind_2}</source>
        <translation>{id} ist der Art {kind}; das Verfahren ist für die Art {kind_2}</translation>
    </message>
    <message>
        <source>{id} is registered as {instrument_id}</source>
        <translation>{id} ist als {instrument_id} registriert</translation>
    </message>
    <message>
        <source>{id}: a balance is loaded with masses in g, not {load_unit}</source>
        <translation>{id}: eine Waage wird mit Massen in g belastet, nicht {load_unit}</translation>
    </message>
    <message>
        <source>{id}: a check mass needs its value, not {nominal}</source>
        <translation>{id}: ein Prüfgewicht braucht seinen Wert, nicht {nominal}</translation>
    </message>
    <message>
        <source>{id}: a {kind} is read in {units}, not in {reading_unit}</source>
        <translation>{id}: ein Gerät der Art {kind} wird in {units} abgelesen, nicht in {reading_unit}</translation>
    </message>
    <message>
        <source>{id}: a {kind} needs a positive nominal_mn, not {nominal_mn}</source>
        <translation>{id}: ein Gerät der Art {kind} braucht ein positives nominal_mn, nicht {nominal_mn}</translation>
    </message>
    <message>
        <source>{id}: a {kind} needs the division of its display, not {division}</source>
        <translation>{id}: ein Gerät der Art {kind} braucht den Ziffernschritt der Anzeige, nicht {division}</translation>
    </message>
    <message>
        <source>{id}: an SEM must be above 0 cm, not {sem_cm}</source>
        <translation>{id}: ein SEM muss über 0 cm liegen, nicht {sem_cm}</translation>
    </message>
    <message>
        <source>{id}: compression_sign is +1 or -1, not {compression_sign}</source>
        <translation>{id}: compression_sign ist +1 oder -1, nicht {compression_sign}</translation>
    </message>
    <message>
        <source>{id}: expanded uncertainty is positive and coverage factor at least 1, not {expanded} and {coverage_factor}</source>
        <translation>{id}: die erweiterte Unsicherheit ist positiv und der Erweiterungsfaktor mindestens 1, nicht {expanded} und {coverage_factor}</translation>
    </message>
    <message>
        <source>{id}: loads are positive, finite and rising, not {loads}</source>
        <translation>{id}: Lasten sind positiv, endlich und steigend, nicht {loads}</translation>
    </message>
    <message>
        <source>{id}: mend and mend_label go together</source>
        <translation>{id}: mend und mend_label gehören zusammen</translation>
    </message>
    <message>
        <source>{id}: nominal_mass_g is for reference_mass, and required there</source>
        <translation>{id}: nominal_mass_g ist für reference_mass und dort nötig</translation>
    </message>
    <message>
        <source>{id}: nominal_mn is for {with_nominal_force}, and required there</source>
        <translation>{id}: nominal_mn ist für {with_nominal_force} und dort nötig</translation>
    </message>
    <message>
        <source>{id}: only an examiner types a number</source>
        <translation>{id}: nur wer untersucht, gibt eine Zahl ein</translation>
    </message>
    <message>
        <source>{id}: slot counts from 1, not {slot}</source>
        <translation>{id}: slot zählt ab 1, nicht {slot}</translation>
    </message>
    <message>
        <source>{id}: the lowest load is at most {share} of the highest, not {loads}</source>
        <translation>{id}: die kleinste Last ist höchstens {share} der größten, nicht {loads}</translation>
    </message>
    <message>
        <source>{id}: the method asks for {least} loads or more, not {loads}</source>
        <translation>{id}: das Verfahren verlangt {least} oder mehr Lasten, nicht {loads}</translation>
    </message>
    <message>
        <source>{id}: there is no daily check of a {kind} with loads {loads}</source>
        <translation>{id}: für die Art {kind} mit Lasten {loads} gibt es keine Tagesprüfung</translation>
    </message>
    <message>
        <source>{id}: {name} is empty</source>
        <translation>{id}: {name} ist leer</translation>
    </message>
    <message>
        <source>{id}: {name} must be above 0 and below 1e7, not {value}</source>
        <translation>{id}: {name} muss über 0 und unter 1e7 liegen, nicht {value}</translation>
    </message>
    <message>
        <source>{instrument} is no force gauge of the register.</source>
        <translation>{instrument} ist kein Kraftmesser des Verzeichnisses.</translation>
    </message>
    <message>
        <source>{instrument} must not be used: {reason}</source>
        <translation>{instrument} darf nicht verwendet werden: {reason}</translation>
    </message>
    <message>
        <source>{journal}, after row {last}</source>
        <translation>{journal}, nach Zeile {last}</translation>
    </message>
    <message>
        <source>{key} comes first: another order needs a reason</source>
        <translation>{key} kommt zuerst: eine andere Reihenfolge braucht eine Begründung</translation>
    </message>
    <message>
        <source>{key} is {status}: repeating it needs a reason</source>
        <translation>{key} ist {status}: die Wiederholung braucht eine Begründung</translation>
    </message>
    <message>
        <source>{key} started: {reason}</source>
        <translation>{key} begonnen: {reason}</translation>
    </message>
    <message>
        <source>{kind} cannot be replayed ({fault})</source>
        <translation>{kind} kann nicht erneut ausgeführt werden ({fault})</translation>
    </message>
    <message>
        <source>{kind} has no code {code}; allowed: {codes}, {other}</source>
        <translation>{kind} hat keinen Code {code}; erlaubt: {codes}, {other}</translation>
    </message>
    <message>
        <source>{kind} needs one to nine different codes, twice there: {twice}</source>
        <translation>{kind} braucht ein bis neun verschiedene Codes, doppelt sind: {twice}</translation>
    </message>
    <message>
        <source>{kind}_set is empty, and the register has several: {names}.</source>
        <translation>{kind}_set ist leer, und das Verzeichnis hat mehrere: {names}.</translation>
    </message>
    <message>
        <source>{label} has no entry to correct</source>
        <translation>{label} hat keinen Eintrag zu berichtigen</translation>
    </message>
    <message>
        <source>{label} is due: an answered field is corrected with a reason</source>
        <translation>{label} steht an: ein beantwortetes Feld wird mit Begründung berichtigt</translation>
    </message>
    <message>
        <source>{left_out} rows behind the damage are not in the session file: they cannot be run again.</source>
        <translation>{left_out} Zeilen hinter der Beschädigung fehlen in der Sitzungsdatei: sie lassen sich nicht erneut ausführen.</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{marks} marks {height_cm} cm apart, {marks_lie}; the first {first_mark}.</source>
        <translation>{marks} Marken im Abstand von {height_cm} cm, {marks_lie}; die erste {first_mark}.</translation>
    </message>
    <message>
        <source>{marks} marks {marks_2} cm apart, the first {marks_3}</source>
        <translation>{marks} Marken im Abstand von {marks_2} cm, die erste {marks_3}</translation>
    </message>
    <message>
        <source>{method} is not how {participant_id} was measured at baseline, which is {was}</source>
        <translation>{method} ist nicht, wie {participant_id} zu Beginn gemessen wurde, nämlich {was}</translation>
    </message>
    <message>
        <source>{missing} acknowledged row is missing or damaged.</source>
        <translation>{missing} bestätigte Zeile fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>{missing} acknowledged rows are missing or damaged.</source>
        <translation>{missing} bestätigte Zeilen fehlen oder sind beschädigt.</translation>
    </message>
    <message>
        <source>{name} at {url}</source>
        <translation>{name} an {url}</translation>
    </message>
    <message>
        <source>{name} cannot {mode}; allowed: {modes}</source>
        <translation>{name} kann nicht {mode}; erlaubt: {modes}</translation>
    </message>
    <message>
        <source>{name} does not show values to the {value}.</source>
        <translation>{name} zeigt der Rolle {value} keine Werte.</translation>
    </message>
    <message>
        <source>{name} has no phase {phase}; allowed: {phases}</source>
        <translation>{name} hat keine Phase {phase}; erlaubt: {phases}</translation>
    </message>
    <message>
        <source>{name} is 1 to 36500 days, not {days}</source>
        <translation>{name} ist 1 bis 36500 Tage, nicht {days}</translation>
    </message>
    <message>
        <source>{name} is a list</source>
        <translation>{name} ist eine Liste</translation>
    </message>
    <message>
        <source>{name} is a share, and a {kind} has no nominal value it could be a share of</source>
        <translation>{name} ist ein Anteil, und {kind} hat keinen Nennwert, auf den er sich bezöge</translation>
    </message>
    <message>
        <source>{name} is a whole number of at least {least}, not {value}</source>
        <translation>{name} ist eine ganze Zahl von mindestens {least}, nicht {value}</translation>
    </message>
    <message>
        <source>{name} is at least 1, not {value}</source>
        <translation>{name} ist mindestens 1, nicht {value}</translation>
    </message>
    <message>
        <source>{name} is empty</source>
        <translation>{name} ist leer</translation>
    </message>
    <message>
        <source>{name} is finite and not negative, not {value}</source>
        <translation>{name} ist endlich und nicht negativ, nicht {value}</translation>
    </message>
    <message>
        <source>{name} is finite, not {value}</source>
        <translation>{name} ist endlich, nicht {value}</translation>
    </message>
    <message>
        <source>{name} is given in {expected}, not in {unit}</source>
        <translation>{name} wird in {expected} angegeben, nicht in {unit}</translation>
    </message>
    <message>
        <source>{name} is no state of {name_2}</source>
        <translation>{name} ist kein Zustand von {name_2}</translation>
    </message>
    <message>
        <source>{name} is not possible now: {reason}</source>
        <translation>{name} ist jetzt nicht möglich: {reason}</translation>
    </message>
    <message>
        <source>{name} is one value</source>
        <translation>{name} ist ein Wert</translation>
    </message>
    <message>
        <source>{name} is set to one value, or to a list of values</source>
        <translation>{name} wird auf einen Wert oder eine Liste von Werten gesetzt</translation>
    </message>
    <message>
        <source>{name} is {value}, which is no text</source>
        <translation>{name} ist {value}, kein Text</translation>
    </message>
    <message>
        <source>{name} lies between 0 and 1, not {value}</source>
        <translation>{name} liegt zwischen 0 und 1, nicht {value}</translation>
    </message>
    <message>
        <source>{name} names it twice</source>
        <translation>{name} nennt es doppelt</translation>
    </message>
    <message>
        <source>{name} over the mountings</source>
        <translation>{name} über die Einbaulagen</translation>
    </message>
    <message>
        <source>{name} shows steps of {division_g} g; this item needs {finest} g or finer.</source>
        <translation>{name} zeigt Schritte von {division_g} g; dieses Instrument braucht {finest} g oder feiner.</translation>
    </message>
    <message>
        <source>{name} still says {fill_in}</source>
        <translation>{name} enthält noch {fill_in}</translation>
    </message>
    <message>
        <source>{name} takes no order {name_2} over the wire; it takes: {known}</source>
        <translation>{name} nimmt keinen Befehl {name_2} über die Leitung; es nimmt: {known}</translation>
    </message>
    <message>
        <source>{name} takes {wanted}, not {args}</source>
        <translation>{name} nimmt {wanted}, nicht {args}</translation>
    </message>
    <message>
        <source>{name} took place on {done_on}; this is session {times} of this visit.</source>
        <translation>{name} fand am {done_on} statt; dies ist Sitzung {times} dieser Visite.</translation>
    </message>
    <message>
        <source>{name}: who set it and on which day are needed</source>
        <translation>{name}: nötig ist, wer es wann festgelegt hat</translation>
    </message>
    <message>
        <source>{name}: who set it is needed</source>
        <translation>{name}: nötig ist, wer es festgelegt hat</translation>
    </message>
    <message>
        <source>{name}: {name_2} is no number that can be meant</source>
        <translation>{name}: {name_2} ist keine Zahl, die gemeint sein kann</translation>
    </message>
    <message>
        <source>{name}: {name_2} is {value}, which is no {name_3}</source>
        <translation>{name}: {name_2} ist {value}, kein {name_3}</translation>
    </message>
    <message>
        <source>{number} if it was read in {unit}</source>
        <translation>{number}, falls in {unit} abgelesen</translation>
    </message>
    <message>
        <source>{n} day ago</source>
        <translation>vor {n} Tag</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>vor {n} Tagen</translation>
    </message>
    <message>
        <source>{n} entries before the participant had spoken.</source>
        <translation>{n} Eingaben, bevor die Person gesprochen hatte.</translation>
    </message>
    <message>
        <source>{n} is missing, which stands for the number of days</source>
        <translation>{n} fehlt; es steht für die Zahl der Tage</translation>
    </message>
    <message>
        <source>{n} limbs: a line with an error needs at least 3</source>
        <translation>{n} Extremitäten: eine Gerade mit Fehler braucht mindestens 3</translation>
    </message>
    <message>
        <source>{n} of {of} entries differ from what was said.</source>
        <translation>{n} von {of} Eingaben weichen vom Gesagten ab.</translation>
    </message>
    <message>
        <source>{n} of {repeats} readings</source>
        <translation>{n} von {repeats} Ablesungen</translation>
    </message>
    <message>
        <source>{n} presses, s / sqrt n</source>
        <translation>{n} Druckvorgänge, s / Wurzel n</translation>
    </message>
    <message>
        <source>{parameter}, {area}: not measured ({reason}); true {true}.</source>
        <translation>{parameter}, {area}: nicht gemessen ({reason}); wahr {true}.</translation>
    </message>
    <message>
        <source>{parameter}, {area}: yours {yours}, true {true}; a flawless run lies between {low} and {high} (95 %).</source>
        <translation>{parameter}, {area}: Ihr Wert {yours}, wahr {true}; eine fehlerfreie Durchführung liegt zwischen {low} und {high} (95 %).</translation>
    </message>
    <message>
        <source>{parameter}: a geometric mean needs an offset above {minimum}</source>
        <translation>{parameter}: ein geometrisches Mittel braucht einen Versatz über {minimum}</translation>
    </message>
    <message>
        <source>{path}, row {seq}</source>
        <translation>{path}, Zeile {seq}</translation>
    </message>
    <message>
        <source>{pattern} is not allowed there; allowed: {allowed}</source>
        <translation>{pattern} ist dort nicht erlaubt; erlaubt: {allowed}</translation>
    </message>
    <message>
        <source>{piece} is no range; allowed: such as A-Z, a-f and 0-9</source>
        <translation>{piece} ist kein Bereich; erlaubt: etwa A-Z, a-f und 0-9</translation>
    </message>
    <message>
        <source>{places} read back as something else</source>
        <translation>{places} kam anders zurück</translation>
    </message>
    <message>
        <source>{place}, row 1</source>
        <translation>{place}, Zeile 1</translation>
    </message>
    <message>
        <source>{place}: form {key}</source>
        <translation>{place}: Formular {key}</translation>
    </message>
    <message>
        <source>{place}: the body is no event</source>
        <translation>{place}: der Inhalt ist kein Ereignis</translation>
    </message>
    <message>
        <source>{points} of {series} turning points</source>
        <translation>{points} von {series} Umkehrpunkten</translation>
    </message>
    <message>
        <source>{raw}, which the pattern reads</source>
        <translation>{raw}, das das Muster liest</translation>
    </message>
    <message>
        <source>{reason} is no reason to leave it out; allowed: {allowed}</source>
        <translation>{reason} ist kein Grund, es auszulassen; erlaubt: {allowed}</translation>
    </message>
    <message>
        <source>{remedy} One that was sealed as interrupted has no feedback.</source>
        <translation>{remedy} Zu einem als unterbrochen versiegelten Training gibt es keine Rückmeldung.</translation>
    </message>
    <message>
        <source>{role} area</source>
        <translation>{role}: Areal</translation>
    </message>
    <message>
        <source>{rows} are missing.</source>
        <translation>{rows} fehlen.</translation>
    </message>
    <message>
        <source>{rows} cannot be verified because the row before is missing.</source>
        <translation>{rows} ist nicht prüfbar, weil die Zeile davor fehlt.</translation>
    </message>
    <message>
        <source>{rows} do not match the hash chain.</source>
        <translation>{rows} passen nicht zur Prüfsummenkette.</translation>
    </message>
    <message>
        <source>{rows} does not match the hash chain.</source>
        <translation>{rows} passt nicht zur Prüfsummenkette.</translation>
    </message>
    <message>
        <source>{rows} is missing.</source>
        <translation>{rows} fehlt.</translation>
    </message>
    <message>
        <source>{safe} Time in which the computer slept may be missing in them.</source>
        <translation>{safe} Zeit im Ruhezustand kann darin fehlen.</translation>
    </message>
    <message>
        <source>{shown} cannot be used; allowed: {allowed}.</source>
        <translation>{shown} ist nicht verwendbar; erlaubt: {allowed}.</translation>
    </message>
    <message>
        <source>{simulated} lists no ports ({fault})</source>
        <translation>{simulated} nennt keine Anschlüsse ({fault})</translation>
    </message>
    <message>
        <source>{soft_low} to {soft_high} {unit}</source>
        <translation>{soft_low} bis {soft_high} {unit}</translation>
    </message>
    <message>
        <source>{stream}: probe_area_cm2 must be positive, not {probe_area_cm2}</source>
        <translation>{stream}: probe_area_cm2 muss positiv sein, nicht {probe_area_cm2}</translation>
    </message>
    <message>
        <source>{taken} of {planned} readings were taken; the method asks for {least} or more.</source>
        <translation>{taken} von {planned} Messwerten wurden aufgenommen; das Verfahren verlangt {least} oder mehr.</translation>
    </message>
    <message>
        <source>{test} asks for {named}, above the limit of {limit}; its value is one of all stimuli</source>
        <translation>{test} verlangt {named}, über der Grenze von {limit}; sein Wert braucht alle Reize</translation>
    </message>
    <message>
        <source>{test} has a gauge already</source>
        <translation>{test} hat schon einen Kraftmesser</translation>
    </message>
    <message>
        <source>{test} {why}, and the limit is {limit}</source>
        <translation>{test} {why}, und die Grenze ist {limit}</translation>
    </message>
    <message>
        <source>{test}, contact: {median} s, asked for {intended} s; {within} of {of} within {tolerance} s, worst {worst} s.</source>
        <translation>{test}, Kontakt: {median} s, verlangt {intended} s; {within} von {of} innerhalb von {tolerance} s, schlechtester {worst} s.</translation>
    </message>
    <message>
        <source>{test}, interval to the next stimulus: {median} s, asked for {intended} s; {within} of {of} within {tolerance} s, worst {worst} s.</source>
        <translation>{test}, Abstand zum nächsten Reiz: {median} s, verlangt {intended} s; {within} von {of} innerhalb von {tolerance} s, schlechtester {worst} s.</translation>
    </message>
    <message>
        <source>{test}, pause before a touch: {median} s, asked for {intended} s; {within} of {of} within {tolerance} s, worst {worst} s.</source>
        <translation>{test}, Pause vor einer Berührung: {median} s, verlangt {intended} s; {within} von {of} innerhalb von {tolerance} s, schlechteste {worst} s.</translation>
    </message>
    <message>
        <source>{test}, rest before a ramp: {median} s, asked for {intended} s or more; {within} of {of} within {tolerance} s, worst {worst} s.</source>
        <translation>{test}, Ruhe vor einer Rampe: {median} s, verlangt {intended} s oder mehr; {within} von {of} innerhalb von {tolerance} s, schlechteste {worst} s.</translation>
    </message>
    <message>
        <source>{test}, touches with the beat: {within} of {of} within {tolerance} s; {missing} beats without a touch, {extra} touches too many.</source>
        <translation>{test}, Berührungen im Takt: {within} von {of} innerhalb von {tolerance} s; {missing} Schläge ohne Berührung, {extra} Berührungen zu viel.</translation>
    </message>
    <message>
        <source>{test}, {area}: {used} min.</source>
        <translation>{test}, {area}: {used} min.</translation>
    </message>
    <message>
        <source>{test}, {area}: {used} min; a flawless run takes about {usual} min.</source>
        <translation>{test}, {area}: {used} min; eine fehlerfreie Durchführung dauert etwa {usual} min.</translation>
    </message>
    <message>
        <source>{test}: {good} of {of} ramps good, {fast} too fast, {slow} too slow, {uneven} uneven; {rate} kPa/s, asked for {asked}; {band} % of the time in the lane; {repeated} repeated.</source>
        <translation>{test}: {good} von {of} Rampen gut, {fast} zu schnell, {slow} zu langsam, {uneven} ungleichmäßig; {rate} kPa/s, verlangt {asked}; {band} % der Zeit im Zielband; {repeated} wiederholt.</translation>
    </message>
    <message>
        <source>{text} ({others} more after this)</source>
        <translation>{text} (danach noch {others} weitere)</translation>
    </message>
    <message>
        <source>{text} is no count; allowed: {{3}} and {{3,6}}</source>
        <translation>{text} ist keine Anzahl; erlaubt: {{3}} und {{3,6}}</translation>
    </message>
    <message>
        <source>{text} is no number: type digits, with a comma or a dot</source>
        <translation>{text} ist keine Zahl: geben Sie Ziffern mit Komma oder Punkt ein</translation>
    </message>
    <message>
        <source>{title} has no field {id}; there are {id_2}</source>
        <translation>{title} hat kein Feld {id}; es gibt {id_2}</translation>
    </message>
    <message>
        <source>{title}, after testing</source>
        <translation>{title}, nach dem Testen</translation>
    </message>
    <message>
        <source>{title}, before testing</source>
        <translation>{title}, vor dem Testen</translation>
    </message>
    <message>
        <source>{torn}, then nothing</source>
        <translation>{torn}, dann nichts</translation>
    </message>
    <message>
        <source>{torn}: the first one after opening</source>
        <translation>{torn}: die erste nach dem Öffnen</translation>
    </message>
    <message>
        <source>{trains} of {repeats} repeats</source>
        <translation>{trains} von {repeats} Wiederholungen</translation>
    </message>
    <message>
        <source>{typed} is finer than asked for: steps of {step} {unit}</source>
        <translation>{typed} ist feiner als verlangt: Schritte von {step} {unit}</translation>
    </message>
    <message>
        <source>{typed} is outside {minimum} to {maximum} {unit}{typed_2}</source>
        <translation>{typed} liegt außerhalb von {minimum} bis {maximum} {unit}{typed_2}</translation>
    </message>
    <message>
        <source>{typed} may be {whole} or {fraction}: type one of these</source>
        <translation>{typed} kann {whole} oder {fraction} sein: tippen Sie eines davon</translation>
    </message>
    <message>
        <source>{upright} lowerings at {lowered} degrees, about the weighed force</source>
        <translation>{upright} Absenkungen bei {lowered} Grad, um die gewogene Kraft</translation>
    </message>
    <message>
        <source>{url} cannot be told apart: none has a serial number of its own</source>
        <translation>{url} sind nicht zu unterscheiden: keiner hat eine eigene Seriennummer</translation>
    </message>
    <message>
        <source>{url} is attached already</source>
        <translation>{url} ist schon verbunden</translation>
    </message>
    <message>
        <source>{url} is being asked</source>
        <translation>{url} wird gerade befragt</translation>
    </message>
    <message>
        <source>{url}: connection lost ({why})</source>
        <translation>{url}: Verbindung verloren ({why})</translation>
    </message>
    <message>
        <source>{value} cm is no length above 0</source>
        <translation>{value} cm ist keine Länge über 0</translation>
    </message>
    <message>
        <source>{value} is no TOML value</source>
        <translation>{value} ist kein TOML-Wert</translation>
    </message>
    <message>
        <source>{value} is not allowed: {expected}</source>
        <translation>{value} ist nicht erlaubt: {expected}</translation>
    </message>
    <message>
        <source>{value} is not allowed; allowed: {error}</source>
        <translation>{value} ist nicht erlaubt; erlaubt: {error}</translation>
    </message>
    <message>
        <source>{value} is not on the scale {minimum} to {maximum} in steps of {step}</source>
        <translation>{value} liegt nicht auf der Skala {minimum} bis {maximum} in Schritten von {step}</translation>
    </message>
    <message>
        <source>{value} is not possible: {why}.</source>
        <translation>{value} ist nicht möglich: {why}.</translation>
    </message>
    <message>
        <source>{value} {unit} is far from the trial before. Keep it?</source>
        <translation>{value} {unit} liegt weit vom Durchgang davor entfernt. Behalten?</translation>
    </message>
    <message>
        <source>{value} {unit} is unusual ({usual}): it needs a reason</source>
        <translation>{value} {unit} ist ungewöhnlich ({usual}): das braucht eine Begründung</translation>
    </message>
    <message>
        <source>{value} {unit} is unusual for: {label}. Keep it?</source>
        <translation>{value} {unit} ist ungewöhnlich für: {label}. Behalten?</translation>
    </message>
    <message>
        <source>{verdicts}: {rate_per_s} {unit}/s ({lane} asked for).</source>
        <translation>{verdicts}: {rate_per_s} {unit}/s (verlangt: {lane}).</translation>
    </message>
    <message>
        <source>{weighed} weighings, s / sqrt n</source>
        <translation>{weighed} Wägungen, s / Wurzel n</translation>
    </message>
    <message>
        <source>{what} holds a character that cannot be stored</source>
        <translation>{what} enthält ein Zeichen, das nicht gespeichert werden kann</translation>
    </message>
    <message>
        <source>{what} is too long: {size} of {longest} bytes</source>
        <translation>{what} ist zu lang: {size} von {longest} Bytes</translation>
    </message>
    <message>
        <source>{what} {text} has an unknown unit: type centimetres</source>
        <translation>{what} {text} hat eine unbekannte Einheit: geben Sie Zentimeter ein</translation>
    </message>
    <message>
        <source>{what} {text} is no length in centimetres</source>
        <translation>{what} {text} ist keine Länge in Zentimetern</translation>
    </message>
    <message>
        <source>{what} {text} is not in centimetres: type {number}</source>
        <translation>{what} {text} ist nicht in Zentimetern: geben Sie {number} ein</translation>
    </message>
    <message>
        <source>{what} {text} is outside {low_cm} to {high_cm} cm{hint}</source>
        <translation>{what} {text} liegt außerhalb von {low_cm} bis {high_cm} cm{hint}</translation>
    </message>
    <message>
        <source>{who} differs from {other} in case only</source>
        <translation>{who} weicht von {other} nur in der Großschreibung ab</translation>
    </message>
    <message>
        <source>{who} is a {known} participant and this is a {kind} visit, which does not count as one of theirs.</source>
        <translation>{who} gehört zur Gruppe {known}, und diese Visite ist {kind}; sie zählt nicht als eine der eigenen.</translation>
    </message>
    <message>
        <source>{who} is in the register already</source>
        <translation>{who} steht schon im Verzeichnis</translation>
    </message>
    <message>
        <source>{words} (optional)</source>
        <translation>{words} (freiwillig)</translation>
    </message>
    <message>
        <source>{words} Fail: otherwise.</source>
        <translation>{words} Sonst: nicht bestanden.</translation>
    </message>
</context>
</TS>

import { add, ask, done, note, say, vendor, waitForChange, waitForProblem, type IncidentStory } from './story';

const de = { language: 'de' } as const;

export const GERMAN_EVERYDAY_STORIES: readonly IncidentStory[] = [
  {
    ...de, category: 'hardware.laptop', work: 'stopped',
    openings: [
      ['Laptop startet nicht mehr', 'Mein Laptop {asset} geht seit heute Morgen nicht mehr an. Die Lampe leuchtet, der Bildschirm bleibt schwarz.'],
      ['Bluescreen beim Hochfahren', '{asset} zeigt beim Start einen blauen Bildschirm und beginnt immer wieder von vorn.'],
    ],
    beats: [
      say('Guten Morgen {me}, bitte zieh alle Kabel ab, halte die Einschalttaste 20 Sekunden gedrückt und schalte dann wieder ein. Was siehst du?'),
      add('Jetzt kommt kurz das Logo, dann wieder schwarz.'),
      note('Speicherriegel defekt, im Tausch ersetzt. Daten liegen in OneDrive.'),
    ],
    end: done('replaced', 'Ein Speicherbaustein war defekt und wurde ersetzt. Der Laptop startet wieder normal.'),
  },
  {
    ...de, category: 'hardware.monitor-dock',
    openings: [
      ['Dockingstation erkennt den zweiten Monitor nicht', 'Am Platz {desk} bleibt der rechte Monitor dunkel. Gestern ging es noch.'],
      ['Monitor flackert alle paar Minuten', 'Beide Bildschirme am Platz {desk} werden immer wieder kurz schwarz.'],
    ],
    slots: { desk: ['1.12', '2.08', '3.21', '4.05'] },
    beats: [
      say('Hallo {me}, zieh bitte das Netzteil der Dockingstation für 30 Sekunden ab und steck es wieder ein. Wenn das nicht hilft, komme ich mit einem neuen Kabel vorbei.'),
      add('Hat leider nicht geholfen.'),
      note('DisplayPort-Kabel geknickt, getauscht.'),
    ],
    end: done('replaced', 'Das Kabel war beschädigt. Am Platz liegt jetzt ein neues, beide Monitore laufen.'),
  },
  {
    ...de, category: 'email.mailbox',
    openings: [
      ['Outlook fragt ständig nach dem Passwort', 'Alle paar Minuten kommt ein Fenster mit der Passwortabfrage. Ich gebe es ein, und es kommt wieder.'],
      ['Outlook startet nicht', 'Outlook bleibt bei „Profil wird geladen“ stehen. Im Browser geht es.'],
      ['Outlook-Suche findet nur alte Mails', 'Wenn ich nach einer Mail von letzter Woche suche, findet Outlook nichts. Im Browser schon.'],
    ],
    beats: [
      say('Hallo {me}, deine Mails sind sicher auf dem Server. Ich lösche die gespeicherten Anmeldedaten auf deinem Laptop; Outlook schließt sich dabei kurz. Passt es jetzt?'),
      add('Ja, gern sofort.'),
      note('Alte Tokens entfernt, Profil neu angelegt.'),
    ],
    end: done('fixed', 'Outlook hatte eine veraltete Anmeldung gespeichert. Wir haben sie entfernt und das Profil neu angelegt.'),
    reopen: {
      reason: 'Nach dem Neustart ist es wieder genauso.',
      end: done('fixed', 'Ein zweites Konto in Windows hatte noch das alte Passwort. Es ist entfernt, seitdem ist Ruhe.'),
    },
  },
  {
    ...de, category: 'email.shared-mailbox', reach: 'team',
    openings: [['Gemeinsames Postfach {address} fehlt in Outlook', 'Seit heute sehen wir alle das Postfach {address} nicht mehr. Dort warten Anfragen von Kunden.']],
    slots: { address: ['schaden@nordwind.example', 'disposition@nordwind.example', 'zoll@nordwind.example'] },
    beats: [note('Gruppe ohne Besitzer wurde vom Aufräumlauf entfernt. Wiederhergestellt.'), say('Die Rechte sind wieder da, {me}. Starte Outlook bitte einmal neu; spätestens in einer Stunde ist das Postfach zurück.')],
    end: done('fixed', 'Die Gruppe hinter dem Postfach war versehentlich gelöscht. Sie ist wiederhergestellt und hat jetzt zwei Verantwortliche.'),
  },
  {
    ...de, category: 'collaboration.teams-meetings',
    openings: [
      ['In Teams hört mich niemand', 'In allen Besprechungen bleibt mein Mikrofon stumm, obwohl es eingeschaltet ist.'],
      ['Kamera bleibt in Teams schwarz', 'Meine Kamera zeigt nur ein schwarzes Bild. Gestern ging sie noch.'],
    ],
    beats: [
      ask('Ist dein Headset an der Dockingstation oder direkt am Laptop angeschlossen?', 'An der Dockingstation. Direkt am Laptop geht es!'),
      note('Firmware der Dockingstation aktualisiert.'),
    ],
    end: done('fixed', 'Die Dockingstation brauchte ein Update. Headset und Kamera laufen wieder.'),
  },
  {
    ...de, category: 'collaboration.sharepoint-onedrive',
    openings: [
      ['OneDrive synchronisiert nicht mehr', 'An der Wolke ist seit {weekday} ein rotes Kreuz. Sind meine Änderungen gespeichert?'],
      ['OneDrive „verarbeitet Änderungen“ seit Tagen', 'Dort steht „14.302 Änderungen werden verarbeitet“, und die Zahl wird kaum kleiner.'],
    ],
    slots: { weekday: ['Montag', 'Mittwoch', 'Freitag'] },
    beats: [
      ask('Drücke bitte auf die Wolke und schick mir die Meldung. Bitte noch nichts löschen.', 'Da steht, ein Dateiname enthält unzulässige Zeichen: „Angebot 4:2.xlsx“.'),
      say('Das ist der Doppelpunkt. Benenne die Datei bitte um, dann läuft es von allein weiter.'),
    ],
    end: done('userEducation', 'Ein Doppelpunkt im Dateinamen hat alles aufgehalten. Nach dem Umbenennen ist OneDrive wieder aktuell.'),
  },
  {
    ...de, category: 'identity.password', work: 'stopped',
    openings: [
      ['Passwort nach dem Urlaub vergessen', 'Nach drei Wochen Urlaub fällt mir mein Passwort nicht mehr ein. Die Seite zum Zurücksetzen lässt mich nicht.'],
      ['Neues Passwort geht in Teams, aber nicht am Laptop', 'Ich habe zu Hause mein Passwort geändert. Der Laptop nimmt nur noch das alte.'],
    ],
    beats: [
      say('Hallo {me}, ich rufe dich in fünf Minuten in Teams auf dem Handy an, um kurz zu prüfen, dass du es bist. Halte bitte deinen Ausweis bereit.'),
      note('Identität per Video und Ausweis geprüft. Befristeter Zugangspass ausgestellt.'),
    ],
    end: done('fixed', 'Das neue Passwort ist gesetzt, und dein Telefon ist hinterlegt. Beim nächsten Mal kannst du es selbst zurücksetzen.'),
  },
  {
    ...de, category: 'identity.mfa', work: 'stopped',
    openings: [
      ['Neues Handy: Anmeldung wird noch am alten bestätigt', 'Ich habe ein neues Handy, das alte ist schon zurückgesetzt. Jetzt kann ich keine Anmeldung mehr bestätigen.'],
      ['Authenticator zeigt keine Anfrage', 'Bei der Anmeldung kommt nichts auf meinem Handy an.'],
    ],
    beats: [say('Kein Problem, {me}. Ich rufe dich kurz per Video an, um zu prüfen, dass du es bist.'), note('Führungskraft hat schriftlich bestätigt, Videoprüfung erledigt. Alte Methode entfernt.')],
    end: done('fixed', 'Das alte Gerät ist entfernt, das neue eingerichtet. Als zweite Methode ist die Büronummer hinterlegt.'),
  },
  {
    ...de, category: 'identity.permission-missing',
    openings: [
      ['Kein Zugriff auf den Ordner {folder}', 'Beim Öffnen von {folder} heißt es „Zugriff verweigert“. Meine Kollegin kommt hinein.'],
      ['Im ERP fehlen mir seit dem Teamwechsel Berechtigungen', 'Seit meinem Wechsel kann ich keine Aufträge mehr ändern, muss aber noch zwei alte abschließen.'],
    ],
    slots: { folder: ['Ausschreibungen', 'Zollarchiv', 'Preislisten', 'Fuhrpark'] },
    beats: [ask('Bis wann brauchst du den Zugriff?', 'Bis Ende des Jahres reicht.'), note('Rolle nach Zustimmung der Verantwortlichen befristet vergeben.')],
    end: done('fixed', 'Du hast wieder Zugriff, befristet bis zum 31. Dezember. Eine Verlängerung bitte ein paar Tage vorher bestellen.'),
  },
  {
    ...de, category: 'software.office',
    openings: [
      ['Excel stürzt beim Öffnen der Tarifliste ab', 'Sobald ich die Tarifliste öffne, schließt sich Excel ohne Meldung. Andere Dateien gehen.'],
      ['Word schließt sich bei Verträgen von der Teamseite', 'Verträge von unserer Teamseite gehen kurz auf, dann ist Word weg. Andere Dateien gehen.'],
    ],
    beats: [ask('Liegt die Datei auf dem Laptop, auf einem Laufwerk oder in SharePoint?', 'Auf unserer Teamseite. Im Browser geht sie auf.'), note('Office-Zwischenspeicher beschädigt, geleert und Office repariert.')],
    end: done('fixed', 'Die lokale Kopie war beschädigt. Der Zwischenspeicher ist geleert, die Datei öffnet sich wieder.'),
  },
  {
    ...de, category: 'software.license', work: 'stopped',
    openings: [['Word und Excel melden „Nicht lizenziertes Produkt“', 'Oben ist ein roter Balken, und ich kann nichts mehr bearbeiten.']],
    beats: [say('Ich sehe es, {me}: Deine Lizenz wurde beim Aufräumen entfernt. Ich gebe sie dir zurück.')],
    end: done('fixed', 'Die Lizenz ist wieder da. Melde dich in Office bitte einmal ab und wieder an.'),
  },
  {
    ...de, category: 'software.operating-system', reach: 'team',
    openings: [['Suche im Startmenü bleibt leer', 'Bei uns allen findet die Suche im Startmenü nichts mehr. Wir starten Programme über die Taskleiste.']],
    beats: [note('Bekannter Fehler der aktuellen Windows-Version, auch aus London gemeldet.'), waitForProblem('PRB-0144')],
    end: done('resolvedByProblem', 'Microsoft hat den Fehler behoben. Die Korrektur ist heute Nacht auf allen Laptops angekommen.'),
  },
  {
    ...de, category: 'collaboration.telephony', reach: 'team', departments: ['Customer Service'],
    openings: [['Hotline klingelt nur bei einer Person', 'Die Kundenhotline klingelt nur noch bei mir, obwohl alle als verfügbar angezeigt werden.']],
    beats: [say('Ich sehe es im Anrufprotokoll, {me}, und vergleiche mit den Einstellungen von letzter Woche.'), vendor('Telefonanbieter', 'TT-77342'), waitForChange('CHG-2325')],
    end: done('configurationChange', 'Die Einstellungen der Warteschleife sind korrigiert und mit zehn Anrufen getestet.'),
  },
];

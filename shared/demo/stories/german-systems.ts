import { add, ask, done, note, say, vendor, wait, waitForChange, type IncidentStory } from './story';

const de = { language: 'de' } as const;

export const GERMAN_SYSTEM_STORIES: readonly IncidentStory[] = [
  {
    ...de, category: 'network.vpn',
    openings: [
      ['VPN bricht im Homeoffice ständig ab', 'Zu Hause trennt sich das VPN etwa alle {minutes} Minuten. Im ERP gehen dann meine Eingaben verloren.'],
      ['VPN verbunden, aber nichts lässt sich öffnen', 'Das VPN zeigt „Verbunden“, aber weder Laufwerke noch Intranet gehen auf.'],
    ],
    slots: { minutes: ['zehn', 'fünfzehn', 'zwanzig'] },
    beats: [
      say('Hallo {me}, danke für die genaue Beschreibung. Passiert es auch über den Hotspot deines Handys?'),
      add('Mit dem Hotspot ist es stabil.'),
      ask('Dann liegt es am Heimnetz. Beginnen die Adressen deines Routers mit 10.20?', 'Ja, 10.20.0.1.'),
    ],
    end: done('userEducation', 'Der Router zu Hause benutzte dieselben Adressen wie unser Netz. Nach der Umstellung ist das VPN stabil.'),
  },
  {
    ...de, category: 'network.wireless', reach: 'team',
    openings: [
      ['WLAN im Besprechungsraum {room} bricht ab', 'Im Raum {room} verlieren alle Laptops mehrmals pro Besprechung das WLAN.'],
      ['Kaum WLAN-Empfang am Ende des Flurs', 'Seit dem Umbau haben wir an den Plätzen neben der Küche fast keinen Empfang.'],
    ],
    beats: [say('Danke {me}. Der Accesspoint startet immer wieder neu; ich tausche ihn morgen früh.'), note('Accesspoint überhitzt, elf Neustarts in 24 Stunden. Ersatz aus dem Lager.')],
    end: done('replaced', 'Der Accesspoint war defekt und wurde getauscht. Seitdem gibt es keine Abbrüche.'),
  },
  {
    ...de, category: 'network.internet', reach: 'site', site: 'Berlin',
    openings: [['Internet in Berlin sehr langsam', 'Seiten brauchen eine Minute, Videoanrufe frieren ein. Das geht allen hier so.']],
    beats: [say('Wir sehen es auch, {me}: Die Leitung ist gestört. Wir haben auf die Ersatzleitung umgeschaltet.'), vendor('Leitungsanbieter', 'INC-5542210')],
    end: done('restoredByVendor', 'Der Anbieter hat die Störung behoben. Der Standort ist wieder auf der Hauptleitung.'),
  },
  {
    ...de, category: 'server.storage', reach: 'team',
    openings: [
      ['Laufwerk {drive} ist voll', 'Auf Laufwerk {drive} lässt sich nichts mehr speichern: „Nicht genügend Speicherplatz“.'],
      ['Kein Platz mehr auf {drive}', 'Beim Kopieren der Scans nach {drive} heißt es, der Speicher sei voll. Den anderen geht es auch so.'],
    ],
    slots: { drive: ['G:', 'K:', 'P:'] },
    beats: [note('380 GB Absturzdateien gelöscht, Verantwortliche hat zugestimmt.'), say('Es ist wieder Platz, {me}. Könnt ihr bitte prüfen, ob die alten Scans ins Archiv können?')],
    end: done('fixed', 'Alte Absturzdateien sind gelöscht. Ab 85 % Füllstand werden wir jetzt gewarnt.'),
  },
  {
    ...de, category: 'server.backup-restore',
    openings: [['Ordner auf dem Laufwerk versehentlich gelöscht', 'Ich habe vor einer Stunde den Ordner {folder} gelöscht und brauche ihn dringend zurück.']],
    slots: { folder: ['Schäden 2026', 'Bewerbungen', 'Monatsabschluss'] },
    beats: [ask('Wie lautet der vollständige Pfad, und wann war der Inhalt noch richtig?', 'K:\\Team\\Ablage, und gestern Mittag war noch alles da.')],
    end: done('fixed', 'Der Ordner ist aus der Sicherung von gestern Mittag wiederhergestellt und liegt neben dem alten Platz.'),
  },
  {
    ...de, category: 'server.performance', reach: 'team', departments: ['Operations', 'Finance', 'Customer Service'],
    openings: [['Transportmanagement reagiert extrem langsam', 'Jeder Klick dauert eine halbe Minute. Das geht der ganzen Disposition so.']],
    beats: [say('Danke {me}, wir sehen die Last auf dem Server und suchen die Ursache.'), note('Virenprüfung lief tagsüber auf allen vier Servern. Auf 3 Uhr verlegt.')],
    end: done('configurationChange', 'Eine Prüfung hat tagsüber die ganze Leistung verbraucht. Sie läuft jetzt nachts.'),
  },
  {
    ...de, category: 'security.phishing',
    openings: [
      ['Verdächtige Rechnung mit neuer Bankverbindung', 'Angeblich hat {sender} eine neue Bankverbindung. Die Adresse sieht komisch aus. Den Anhang habe ich nicht geöffnet.'],
      ['Mail von der „Chefin“ wegen Gutscheinkarten', 'Ich soll schnell Gutscheinkarten kaufen und niemandem etwas sagen. Das ist doch Betrug?'],
    ],
    slots: { sender: ['Hansen Foods', 'ein bekannter Spediteur', 'die Reinigungsfirma'] },
    beats: [say('Gut aufgepasst, {me}: Das ist ein Betrugsversuch. Bitte einfach löschen.'), note('Absender und Link gesperrt, aus elf weiteren Postfächern entfernt.')],
    end: done('fixed', 'Es war ein Betrugsversuch. Der Absender ist gesperrt, die Nachricht überall entfernt.'),
  },
  {
    ...de, category: 'security.lost-device', isRestricted: true, work: 'stopped',
    openings: [['Diensthandy in der Bahn verloren', 'Ich habe mein Diensthandy heute früh in der S-Bahn liegen lassen. Es ist mit PIN gesperrt.']],
    beats: [
      say('Danke, dass du es gleich meldest, {me}. Ich habe alle Sitzungen beendet und das Gerät gesperrt.'),
      ask('Bitte frag beim Fundbüro nach und schick mir das Aktenzeichen.', 'Erledigt, Nummer 26-7741.'),
      note('Gerät verschlüsselt, Löschung vorgemerkt, SIM gesperrt.'),
    ],
    end: done('replaced', 'Das Telefon ist gesperrt und wird gelöscht, sobald es online geht. Du hast ein neues mit deiner alten Nummer.'),
  },
  {
    ...de, category: 'security.suspicious-sign-in', isRestricted: true, work: 'stopped',
    openings: [['Authenticator fragt nach einer Anmeldung, die nicht von mir ist', 'Mein Handy hat heute viermal gefragt, ob ich mich anmelde. Das war ich nicht, ich habe „Nein“ gedrückt.']],
    beats: [say('Gut, dass du „Nein“ gedrückt hast, {me}. Bitte setze jetzt unter https://aka.ms/sspr ein neues Passwort.'), add('Neues Passwort ist gesetzt.'), note('Passwort stammt aus einem fremden Datenleck. Kein Versuch war erfolgreich.')],
    end: done('fixed', 'Niemand ist hineingekommen. Das alte Passwort war bei einer anderen Webseite abgeflossen; bitte benutze jedes nur einmal.'),
  },
  {
    ...de, category: 'printing.cannot-print',
    openings: [
      ['Drucker {printer} druckt nicht', 'Ich schicke Aufträge ab, {printer} blinkt, aber es kommt nichts heraus.'],
      ['Druckaufträge verschwinden', 'Der Auftrag steht kurz in der Liste, dann ist er weg. Aus {printer} kommt nichts.'],
    ],
    beats: [say('Hallo {me}, ich habe die Warteschlange geleert. Schick die Seite bitte noch einmal.'), note('Auftrag mit 900 Seiten hat die Warteschlange blockiert.')],
    end: done('fixed', 'Ein sehr großer Auftrag hat alles blockiert. Er ist gelöscht, der Drucker läuft wieder.'),
  },
  {
    ...de, category: 'printing.toner-paper', reach: 'team', work: 'fine',
    openings: [['Toner von {printer} ist fast leer', '{printer} meldet, dass Schwarz fast leer ist. Wir drucken hier viele Lieferscheine.']],
    beats: [vendor('Druckerpartner', 'PS-33902')],
    end: done('replaced', 'Der Toner wurde getauscht. Der Drucker meldet seinen Füllstand wieder selbst.'),
  },
  {
    ...de, category: 'business.erp', departments: ['Operations', 'Finance', 'Customer Service'],
    openings: [
      ['ERP: Auftrag {number} ist gesperrt', 'Auftrag {number} wird angeblich von einem Kollegen bearbeitet, der im Urlaub ist.'],
      ['ERP: Wareneingang {number} lässt sich nicht buchen', 'Beim Buchen von {number} kommt „Gesperrt durch eine andere Sitzung“. Alle anderen gingen heute durch.'],
    ],
    slots: { number: ['4500244', '4500871', '4501333', '4502010'] },
    beats: [say('Hallo {me}, ich habe den Auftrag vor mir. Bitte lass ihn so, bis ich mich melde.'), note('Sperre aus abgestürzter Sitzung entfernt, nichts halb gebucht.')],
    end: done('fixed', 'Eine Sperre aus einer abgestürzten Sitzung war übrig geblieben. Sie ist entfernt, die Buchung ist durch.'),
  },
  {
    ...de, category: 'business.finance', departments: ['Finance'], reach: 'team',
    openings: [['Zahlungslauf bleibt bei Lieferant {supplier} stehen', 'Der Zahlungslauf bricht mit „Bankdaten fehlen“ ab, obwohl sie hinterlegt sind. Annahmeschluss ist 15 Uhr.']],
    slots: { supplier: ['70021', '70388', '71105'] },
    beats: [say('Ich bin dran, {me}.'), note('Leerzeichen am Ende der IBAN. Buchhaltung hat korrigiert, Lauf neu gestartet.')],
    end: done('fixed', 'Ein Leerzeichen in der IBAN hat den Lauf gestoppt. Er ging rechtzeitig vor 15 Uhr hinaus.'),
  },
  {
    ...de, category: 'business.hr', work: 'fine',
    openings: [
      ['Urlaubsantrag ist verschwunden', 'Mein Antrag für zwei Wochen im Frühjahr ist im Personalsystem nicht mehr zu sehen.'],
      ['Resturlaub wird falsch angezeigt', 'Das Personalsystem zeigt 12 statt 17 Tage.'],
    ],
    beats: [say('Hallo {me}, ich prüfe das mit der Personalabteilung. Deine Tage sind nicht verloren.'), note('Übertrag lief mit dem Kalender des Vorjahres.')],
    end: done('fixed', 'Der Übertrag wurde neu berechnet. Anträge und Tage stimmen wieder.'),
  },
  {
    ...de, category: 'software.business-application', departments: ['Operations'], reach: 'team',
    openings: [['Tourenplanung schlägt Umwege über {place} vor', 'Seit gestern führt jede Tour über {place}, obwohl der Tunnel wieder frei ist. Wir ändern alles von Hand.']],
    slots: { place: ['die Innenstadt', 'Bremen', 'Lübeck'] },
    beats: [note('Im Testsystem nachgestellt, liegt am Kartenupdate.'), vendor('PTV Support', 'CASE-118290'), waitForChange('CHG-2330')],
    end: done('restoredByVendor', 'Der Hersteller hat die Karten korrigiert. Drei Touren wurden zur Probe neu berechnet und stimmen.'),
  },
  {
    ...de, category: 'feedback.how-to', work: 'fine',
    openings: [
      ['Wie plane ich eine Mail für morgen früh?', 'Ich schreibe abends, möchte aber niemanden nachts stören. Geht das?'],
      ['Wie buche ich einen Raum gleich mit der Besprechung?', 'Ich vergesse immer den Raum. Geht beides in einem Schritt?'],
    ],
    beats: [say('Gern, {me}. Ich schicke dir die Schritte mit Bildern. Wenn es hakt, zeige ich es dir auch am Bildschirm.'), add('Hat geklappt, danke!')],
    end: done('userEducation', 'Schritt für Schritt erklärt und gleich ausprobiert.'),
  },
  {
    ...de, category: 'feedback.suggestion', work: 'fine',
    openings: [['Vorschlag: Leihheadsets am Empfang', 'Könnten am Empfang zwei Headsets liegen für alle, die ihres vergessen haben?']],
    beats: [say('Danke {me}, gute Idee! Ich nehme sie am Donnerstag mit in unsere Runde.'), wait('Entscheidung in der Monatsrunde der Leitungen')],
    end: done('delivered', 'Die Runde hat zugestimmt. Ab nächster Woche liegen zwei Headsets am Empfang.'),
  },
];

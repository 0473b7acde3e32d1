import type { DemoArticle } from './article-type';

const base = { language: 'de', audience: 'everyone' } as const;

export const EVERYDAY_ARTICLES_DE: readonly DemoArticle[] = [
  {
    ...base,
    key: 'connect-vpn.de',
    title: 'Mit dem VPN verbinden',
    categoryKey: 'network.vpn',
    keywords: 'VPN, Homeoffice, verbinden, Einwahl, Zertifikat, unterwegs, Hotel',
    ownerKey: 'stefan.vogel',
    body: `Mit dem VPN erreichst du interne Systeme wie Dateiserver und ERP, wenn du nicht im Büro bist. Teams, Outlook, OneDrive und SharePoint funktionieren auch ohne.

**Vor dem ersten Mal**

- Du brauchst einen Firmenlaptop. Private Geräte können sich nicht verbinden.
- Dein Laptop war mindestens einmal im Büro oder wurde von uns eingerichtet.
- Du kannst Anmeldungen mit der App Authenticator bestätigen.

Noch kein VPN? Bestelle **VPN für die Arbeit von unterwegs**.

**Verbinden**

1. Prüfe, ob das Internet geht: Öffne eine beliebige öffentliche Webseite.
2. Drücke auf das Netzwerksymbol unten rechts und wähle **VPN**.
3. Wähle die Firmenverbindung und drücke **Verbinden**.
4. Melde dich an, falls gefragt, und bestätige auf dem Telefon.
5. Ein kleines Schloss oder das Wort **Verbunden** zeigt, dass es geklappt hat.

**In Hotel, Bahn oder Flughafen**

Öffne zuerst einen Browser. Viele Netze zeigen eine Seite, auf der du Bedingungen bestätigen musst; vorher kommt das VPN nicht durch. Klappt es trotzdem nicht, nimm den Hotspot deines Telefons.

**Wenn es sich nicht verbindet**

- **Falsches Passwort:** Du hast es kürzlich geändert. Tippe es neu ein, statt das gespeicherte zu nehmen.
- **Keine Anfrage auf dem Telefon:** Öffne die App Authenticator von Hand und ziehe die Liste nach unten.
- **Zertifikatsfehler:** Der Laptop war lange nicht online. Starte ihn neu, lass ihn 15 Minuten online und versuche es noch einmal.
- **Verbunden, aber nichts öffnet sich:** Trenne die Verbindung, warte zehn Sekunden, verbinde neu und starte notfalls den Laptop neu.

Es hakt weiter? Schreib uns Uhrzeit, Ort und die genaue Meldung. Am meisten hilft ein Bildschirmfoto.`,
  },
  {
    ...base,
    key: 'teams-no-sound.de',
    title: 'Teams: kein Ton oder kein Bild in der Besprechung',
    categoryKey: 'collaboration.teams-meetings',
    keywords: 'Teams, Besprechung, kein Ton, Mikrofon, Kamera, Headset, Lautsprecher, stumm',
    ownerKey: 'sofia.krause',
    body: `**Die Besprechung läuft gerade?**

1. Schau oben auf die Knöpfe für Mikrofon und Kamera. Ein Strich bedeutet: ausgeschaltet. Drücke darauf.
2. Drücke auf den kleinen Pfeil neben dem Mikrofon und wähle das richtige Gerät. Steckst du ein Headset ein, bleibt Teams manchmal beim alten.
3. Prüfe das Headset selbst: Viele haben eine Stummtaste am Kabel, viele Laptops einen Schieber vor der Kamera.
4. Verlasse die Besprechung und tritt wieder bei. Wenn es eilt, nimm die Teams-App auf dem Telefon.

**Vor der nächsten Besprechung**

Öffne in Teams **Einstellungen, Geräte** und drücke **Testanruf**. Nach ein paar Sekunden hörst du dich selbst.

**Niemand hört dich**

- Öffne **Windows-Einstellungen, Datenschutz und Sicherheit, Mikrofon** und erlaube den Zugriff für Apps und Desktop-Apps.
- Öffne **Einstellungen, System, Sound** und prüfe, ob der Pegel beim Sprechen ausschlägt.
- Zieh das Headset ab, zähle bis zehn und stecke es in einen anderen Anschluss, möglichst nicht an der Dockingstation.

**Die Kamera bleibt schwarz**

- Nur ein Programm kann sie benutzen. Schließe andere Besprechungsprogramme und Browserfenster mit Video.
- Prüfe **Datenschutz und Sicherheit, Kamera** genauso.
- Starte den Laptop neu.

**Du hörst nichts, oder es hallt**

- Wähle in Teams den richtigen Lautsprecher und dreh in Windows die Lautstärke auf.
- Echo: Im selben Raum sind zwei Mikrofone an. Schalte eines stumm.

**Im Besprechungsraum**

Tritt mit dem Bedienfeld des Raums bei, nicht mit dem Laptop. Hat der Raum keinen Ton, nenne uns seinen Namen; wir können die Technik von hier aus neu starten.`,
  },
  {
    ...base,
    key: 'onedrive-sync.de',
    title: 'OneDrive synchronisiert nicht',
    categoryKey: 'collaboration.sharepoint-onedrive',
    keywords: 'OneDrive, synchronisieren, rotes Kreuz, Wolke, ausstehend, Konflikt, Datei',
    ownerKey: 'sofia.krause',
    body: `Schau auf die Wolke unten rechts auf dem Bildschirm. Sie sagt dir, was los ist; zeige oder drücke darauf, um mehr zu sehen.

- **Blaue Pfeile:** Es läuft. Große Dateien brauchen eine Weile.
- **Rotes Kreuz:** Eine Datei lässt sich nicht synchronisieren. Drücke darauf, dann siehst du welche und warum.
- **Pausenzeichen:** Die Synchronisierung ist angehalten. Drücke darauf und wähle **Synchronisierung fortsetzen**.
- **Grau oder gar nicht da:** Du bist nicht angemeldet. Suche im Startmenü nach **OneDrive** und melde dich an.

**Die häufigsten Gründe**

1. **Der Name:** Zeichen wie \`" * : < > ? / \\ |\` sind nicht erlaubt, ein Leerzeichen am Ende auch nicht. Benenne die Datei um.
2. **Der Pfad ist zu lang:** mehr als 400 Zeichen insgesamt. Kürze Ordnernamen oder verschiebe den Ordner nach oben.
3. **Die Datei ist offen:** Schließe sie in allen Programmen, auch in der Vorschau.
4. **Die Festplatte ist voll:** Klicke mit rechts auf selten gebrauchte Ordner und wähle **Speicherplatz freigeben**. Sie bleiben in der Cloud.
5. **Keine Berechtigung:** Ein freigegebener Ordner wurde dir entzogen oder ist nur noch lesbar. Frag die Besitzerin oder den Besitzer.

**Zwei Versionen einer Datei?**

Haben zwei Personen sie offline geändert, findest du eine Kopie mit dem Namen deines Laptops. Öffne beide, übernimm, was fehlt, und lösche die Kopie.

**Neu starten**

Dabei geht nichts verloren; es dauert bis zu einer Stunde:

1. Drücke auf die Wolke, das Zahnrad und **OneDrive beenden**.
2. Drücke **Windows + R**, gib \`%localappdata%\\Microsoft\\OneDrive\\onedrive.exe /reset\` ein und drücke Enter.
3. Kommt die Wolke nach zwei Minuten nicht zurück, starte OneDrive aus dem Startmenü.

Bis es wieder läuft, nimm https://onedrive.com im Browser. Bitte hebe die Verknüpfung nicht auf und lösche den Ordner nicht: Nicht hochgeladene Änderungen wären weg. Schreib uns lieber, mit einem Bildschirmfoto der Meldung.`,
  },
  {
    ...base,
    key: 'add-printer.de',
    title: 'Drucker hinzufügen und vom Laptop drucken',
    categoryKey: 'printing.cannot-print',
    keywords: 'Drucker, drucken, hinzufügen, FollowMe, Ausweis, Papierstau, Warteschlange, offline',
    ownerKey: 'aylin.demir',
    body: `In allen Büros druckst du in eine Warteschlange, **FollowMe**, und holst das Papier mit deinem Ausweis an einem beliebigen Drucker ab. So liegt nichts Vertrauliches herum, und du musst keine Druckernamen kennen.

**Drucken**

1. Drucke wie gewohnt und wähle **FollowMe**.
2. Geh zu einem Drucker im Gebäude und halte deinen Ausweis an das Lesegerät.
3. Beim ersten Mal fragt er nach E-Mail-Adresse und Passwort, um sich den Ausweis zu merken.
4. Wähle **Alle drucken** oder einzelne Aufträge. Was du nicht abholst, wird nach 24 Stunden gelöscht.

**FollowMe fehlt**

1. Öffne **Einstellungen, Bluetooth und Geräte, Drucker und Scanner**.
2. Drücke **Gerät hinzufügen**, warte und wähle **FollowMe**.
3. Wird nicht angeboten? Du musst im Büronetz oder mit dem VPN verbunden sein. Starte den Laptop neu und versuche es noch einmal.

**Etikettendrucker und besondere Drucker** haben einen eigenen Namen, der auf dem Aufkleber steht. Füge sie genauso unter diesem Namen hinzu.

**Es druckt nicht**

1. Schau auf die Anzeige des Druckers: Papier, Toner, Stau, offene Klappe?
2. Probiere mit deinem Ausweis einen anderen Drucker. Klappt es dort, nenne uns die Nummer auf dem Aufkleber des ersten.
3. Öffne die Warteschlange auf dem Laptop, brich alte Aufträge ab und drucke neu.
4. Nur ein PDF druckt nicht? Wähle im Druckfenster unter **Erweitert** die Option **Als Bild drucken**.

**Beidseitig, farbig, geheftet**

Beidseitig und schwarz-weiß ist voreingestellt. Alles andere findest du im Druckfenster unter **Druckereigenschaften**.

**Scannen an E-Mail:** Halte deinen Ausweis an das Lesegerät, wähle **Scannen**, und das PDF kommt in deinen Posteingang.

**Zu Hause** darfst du für interne Unterlagen deinen eigenen Drucker nehmen. Vertrauliches und Personendaten bitte nicht.`,
  },
  {
    ...base,
    key: 'how-helpdesk-works.de',
    title: 'So arbeitet der Helpdesk: Prioritäten, Antwortzeiten, Eskalation',
    categoryKey: 'feedback.how-to',
    keywords: 'Helpdesk, Priorität, Antwortzeit, Öffnungszeiten, Eskalation, Beschwerde, Status',
    ownerKey: 'carol.jansen',
    body: `**So erreichst du uns**

Schreib dem Bot in Teams, mit deinen eigenen Worten. Du siehst sofort, ob ein Artikel hilft, oder bekommst mit einem Druck ein Ticket. Wir arbeiten Montag bis Freitag von 8:00 bis 18:00 Uhr Hamburger Zeit, außer an Feiertagen. Für Ausfälle und Sicherheitsfälle ist rund um die Uhr jemand in Bereitschaft.

**Was wir fragen und warum**

Zwei Fragen entscheiden, wie dringend es ist: *Wie viele sind betroffen?* und *Kannst du arbeiten?* Bitte antworte ehrlich, dann geht es für alle gerecht zu.

- **P1**, viele Personen, niemand kann arbeiten: Antwort in 15 Minuten, gelöst in 4 Stunden, Tag und Nacht.
- **P2**, ein Team kann nicht arbeiten oder viele nur mühsam: Antwort in 30 Minuten, gelöst in 8 Arbeitsstunden.
- **P3**, du kannst nicht arbeiten oder ein Team nur mühsam: Antwort in 4 Arbeitsstunden, gelöst in 3 Arbeitstagen.
- **P4**, alles andere: Antwort in 8 Arbeitsstunden, gelöst in 5 Arbeitstagen.

Bestellungen haben eigene Zeiten; sie stehen im Katalog.

**Was mit deinem Ticket passiert**

- Du siehst, wer es hat, bis wann, und was gerade getan wird.
- Fragen wir dich etwas, wartet die Uhr auf deine Antwort.
- Ist es gelöst, bekommst du eine Karte: **Es geht** oder **Wieder öffnen**. Ohne Antwort schließt sich das Ticket nach fünf Tagen.
- Bitte bewerte es. Wir lesen jeden Kommentar.

**Wenn es zu lange dauert**

1. Schreib ins Ticket, was sich geändert hat, zum Beispiel dass du jetzt gar nicht mehr arbeiten kannst. Wir prüfen die Priorität neu.
2. Immer noch nichts? Frag nach der Leitung der Gruppe, die im Ticket steht.
3. Du bist mit der Antwort unzufrieden: Schreib dem Bot **Beschwerde**. Sie geht an Carol Jansen, die den Service Desk leitet, und du bekommst innerhalb eines Arbeitstags Antwort.

**Sicherheit**

Verlorene Geräte, Phishing und seltsame Anmeldungen: Schreib **Sicherheitsfall**. Nur das Sicherheitsteam sieht es.`,
  },
];

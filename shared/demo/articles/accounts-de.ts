import type { DemoArticle } from './article-type';

const base = { language: 'de', audience: 'everyone', ownerKey: 'lukas.engel' } as const;

export const ACCOUNT_ARTICLES_DE: readonly DemoArticle[] = [
  {
    ...base,
    key: 'reset-password.de',
    title: 'Eigenes Passwort zurücksetzen',
    categoryKey: 'identity.password',
    keywords: 'Passwort, Kennwort, vergessen, zurücksetzen, abgelaufen, ändern, anmelden',
    body: `Du kannst jederzeit selbst ein neues Passwort setzen, auch nachts und am Wochenende. Das dauert etwa zwei Minuten. Du brauchst das Telefon oder den Sicherheitsschlüssel, mit dem du Anmeldungen bestätigst.

**Wenn du es vergessen hast**

1. Öffne https://aka.ms/sspr auf einem beliebigen Gerät, zum Beispiel auf dem Handy.
2. Gib deine Firmen-E-Mail-Adresse und die Zeichen aus dem Bild ein.
3. Bestätige, dass du es bist: in der App Authenticator oder mit dem Code, den du bekommst.
4. Wähle ein neues Passwort und drücke **Fertig stellen**.

**Wenn du es kennst und nur ändern möchtest**

1. Öffne https://myaccount.microsoft.com und wähle **Kennwort**.
2. Gib das alte einmal und das neue zweimal ein.

**Was ein gutes Passwort ausmacht**

- Mindestens 14 Zeichen. Drei oder vier Wörter, die nicht zusammengehören, lassen sich gut merken.
- Nirgendwo sonst benutzt und ohne deinen Namen, die Firma oder eine Jahreszahl.

**Danach**

- Sperre den Laptop mit **Windows + L** und entsperre ihn mit dem neuen Passwort. Im Büro klappt das sofort. Zu Hause verbinde dich vorher mit dem VPN.
- Outlook, Teams und dein Telefon fragen innerhalb einer Stunde nach dem neuen Passwort. Gib es überall einmal ein.

Die Seite sagt, dass du das Passwort nicht zurücksetzen darfst? Dann ist für dich keine zweite Methode hinterlegt. Schreib dem Helpdesk: Wir prüfen in einem kurzen Videoanruf, wer du bist, und helfen dir.`,
  },
  {
    ...base,
    key: 'set-up-mfa.de',
    title: 'Mehrstufige Anmeldung (MFA) einrichten oder ändern',
    categoryKey: 'identity.mfa',
    keywords: 'MFA, Authenticator, zweiter Faktor, Bestätigungscode, neues Handy, Sicherheitsschlüssel',
    body: `Neben dem Passwort schützt ein zweiter Nachweis dein Konto, meist die App Microsoft Authenticator auf deinem Telefon. Selbst wer dein Passwort kennt, kommt ohne sie nicht hinein.

**Erstmals einrichten**

1. Installiere **Microsoft Authenticator** aus dem App Store oder von Google Play.
2. Öffne am Laptop https://aka.ms/mysecurityinfo und melde dich an.
3. Drücke **Anmeldemethode hinzufügen**, wähle **Microsoft Authenticator** und folge den Schritten bis zum QR-Code.
4. Drücke in der App auf **+**, wähle **Geschäfts- oder Schulkonto** und dann **QR-Code scannen**.
5. Tippe die Zahl, die der Laptop zeigt, in die App. Fertig.

**Auf ein neues Telefon umziehen**

1. Behalte das alte Telefon, bis das neue funktioniert.
2. Wiederhole die Schritte oben mit dem neuen Telefon.
3. Lösche auf derselben Seite das alte Telefon aus der Liste.

**Am besten gleich eine zweite Methode hinzufügen**

Trage auch deine Büronummer oder einen Sicherheitsschlüssel ein. Wenn dein Telefon am Sonntag kaputtgeht, kommst du trotzdem hinein.

**Du hast das alte Telefon nicht mehr?**

Dann kannst du die Änderung nicht selbst bestätigen. Bestelle **Mehrstufige Anmeldung einrichten oder zurücksetzen**. Wir prüfen, wer du bist, und entfernen die alte Methode. Wurde das Telefon verloren oder gestohlen, sag das dazu: Dann beenden wir sofort alle Sitzungen.

Bestätige nie eine Anmeldung, die du nicht selbst begonnen hast. Drücke **Nein, das bin ich nicht** und sag uns gleich Bescheid.`,
  },
  {
    ...base,
    key: 'account-locked.de',
    title: 'Was tun, wenn dein Konto gesperrt ist',
    categoryKey: 'identity.account-locked',
    keywords: 'Konto gesperrt, ausgesperrt, zu viele Versuche, Anmeldung, gesperrt',
    body: `Nach mehreren falschen Passwörtern sperrt sich dein Konto für eine Weile. Das schützt dich davor, dass jemand dein Passwort errät. Meist ist der Grund harmlos: ein Gerät, das noch dein altes Passwort benutzt.

**Zuerst**

1. Warte 15 Minuten, ohne es noch einmal zu versuchen. Jeder Versuch lässt die Wartezeit neu beginnen.
2. Prüfe die **Feststelltaste** und die Tastatursprache unten rechts auf dem Bildschirm.
3. Melde dich einmal unter https://myaccount.microsoft.com an. Klappt das, ist dein Konto in Ordnung.
4. Wenn nicht, setze unter https://aka.ms/sspr ein neues Passwort. Das hebt auch die Sperre auf.

**Es wird immer wieder gesperrt**

Dann versucht etwas ständig, sich mit dem alten Passwort anzumelden. Geh diese Liste durch:

- die Mail-App und die WLAN-Einstellungen auf Handy und Tablet
- ein zweiter Laptop oder ein Rechner im Besprechungsraum, an dem du noch angemeldet bist
- verbundene Netzlaufwerke und gespeicherte Passwörter: Suche im Startmenü nach **Anmeldeinformationsverwaltung**, öffne **Windows-Anmeldeinformationen** und entferne Einträge mit deinem Namen
- eine Remotedesktop-Sitzung, die du nur getrennt, aber nicht abgemeldet hast

Melde dich überall ab, starte den Laptop neu und melde dich mit dem neuen Passwort an.

**Wann du uns schreiben solltest**

- Die Sperre kommt wieder, obwohl du die Liste durchgegangen bist. Nenne uns die Uhrzeit der letzten Sperre auf die Minute genau, dann finden wir das Gerät.
- Du hast gar nicht versucht, dich anzumelden. Dann probiert vielleicht jemand anderes Passwörter aus: Melde es als Sicherheitsfall.`,
  },
  {
    ...base,
    key: 'lost-device.de',
    title: 'Laptop oder Handy verloren oder gestohlen: die ersten Schritte',
    categoryKey: 'security.lost-device',
    keywords: 'verloren, gestohlen, Diebstahl, Laptop, Handy, Bahn, Polizei, löschen',
    ownerKey: 'julia.roth',
    body: `Sag uns sofort Bescheid, auch nachts und am Wochenende, auch wenn du glaubst, dass du es wiederfindest. Die erste Stunde zählt. Niemand macht dir einen Vorwurf; bitte warte nie bis Montag.

**In der ersten Stunde**

1. Schreib dem Helpdesk-Bot von irgendeinem Gerät **Gerät verloren** oder bitte eine Kollegin oder einen Kollegen darum. Nur das Sicherheitsteam sieht die Meldung.
2. Sag, welches Gerät es ist, wann und wo du es zuletzt hattest und ob es eingeschaltet oder gesperrt war.
3. Wenn du dich anderswo anmelden kannst, ändere dein Passwort unter https://aka.ms/sspr.

**Was wir tun**

- Wir beenden alle Sitzungen deines Kontos und entfernen das verlorene Telefon aus deinen Anmeldemethoden.
- Wir sperren das Gerät oder löschen es, sobald es online ist. Deine Dateien liegen in OneDrive und bleiben dort.
- Wir lassen die SIM-Karte sperren.

**Was du als Nächstes tust**

- **Gestohlen:** Erstatte Anzeige und lass dir das Aktenzeichen geben. Die Versicherung braucht es.
- **Verloren:** Frag beim Fundbüro von Bahn, Fluggesellschaft, Taxi oder Hotel nach.
- Informiere deine Führungskraft.
- Überlege, was auf dem Gerät oder auf Papier daneben war: Kundendaten, Verträge, Zugangskarten. Sag es uns, denn manche Verluste müssen wir innerhalb von 72 Stunden den Behörden melden.

**Ersatz**

Wir leihen dir einen Laptop, meist noch am selben Arbeitstag. Du musst nichts bestellen; das Sicherheitsteam spricht es mit dir ab.

Taucht das Gerät wieder auf, schalte es nicht ein. Bring es zuerst zu uns.`,
  },
  {
    ...base,
    key: 'report-phishing.de',
    title: 'Phishing-Nachricht melden',
    categoryKey: 'security.phishing',
    keywords: 'Phishing, verdächtige Mail, Betrug, Link, Anhang, melden, gefälschte Rechnung, Chef',
    ownerKey: 'julia.roth',
    body: `Phishing-Nachrichten sehen aus wie Post von der Bank, vom Paketdienst, von Microsoft oder von der eigenen Chefin. Du sollst einen Link öffnen, dein Passwort eingeben, eine Datei öffnen oder schnell etwas bezahlen.

**So erkennst du sie**

- Es eilt: Ein Konto wird geschlossen, eine Zahlung ist überfällig, der Chef braucht einen Gefallen.
- Der Name des Absenders ist bekannt, die Adresse dahinter nicht. Zeige mit der Maus auf den Namen, dann siehst du sie.
- Der Link führt woandershin, als er behauptet. Zeige darauf, ohne zu klicken.
- Es wird nach einem Passwort, einem Code oder einer neuen Bankverbindung gefragt.

**So meldest du sie**

1. Nicht klicken, nicht antworten, nicht weiterleiten.
2. Markiere die Nachricht in Outlook, drücke **Melden** und wähle **Phishing melden**. Auf dem Handy: drei Punkte, **Junk melden**, **Phishing**.
3. Die Nachricht verschwindet aus deinem Posteingang, und das Sicherheitsteam bekommt sie.

Eine verdächtige Teams-Nachricht, SMS oder ein Anruf? Schreib dem Helpdesk-Bot **Sicherheitsfall**. Nur das Sicherheitsteam sieht es.

**Du hast geklickt oder etwas eingegeben?**

Das passiert auch Fachleuten. Jetzt zählt Tempo:

1. Ändere dein Passwort unter https://aka.ms/sspr.
2. Schreib dem Helpdesk-Bot sofort, was du angeklickt und was du eingegeben hast.
3. Lass den Laptop an, aber trenne ihn vom Netz: WLAN aus, Kabel ziehen.
4. Ging es um Geld, ruf auch in der Buchhaltung an.

Wir prüfen dein Konto, beenden offene Sitzungen und suchen dieselbe Nachricht in anderen Postfächern.

Nicht sicher? Melde sie trotzdem. Zehnmal falscher Alarm ist besser als ein übersehener Angriff.`,
  },
];

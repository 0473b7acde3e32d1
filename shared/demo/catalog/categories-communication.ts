import { branch, type DemoCategory } from './category-row';

/** Mail, Teams, files and who may reach them (domain.md 9.2). */
export const COMMUNICATION_CATEGORIES: readonly DemoCategory[] = [
  ...branch('email', 'E-mail and calendar', 'E-Mail und Kalender', 'collaboration', 'mail, email, e-mail, outlook, calendar, Mail, E-Mail, Outlook, Kalender', [
    ['mailbox', 'Mailbox', 'Postfach', 'mailbox full, quota, outlook does not open, outlook crashes, cannot send, search in outlook, archive, signature, automatic reply, out of office, Postfach voll, Outlook startet nicht, kann nicht senden, Archiv, Signatur, Abwesenheitsnotiz'],
    ['shared-mailbox', 'Shared mailbox', 'Freigegebenes Postfach', 'shared mailbox, team mailbox, info@, send as, send on behalf, functional mailbox, Gruppenpostfach, Funktionspostfach, freigegebenes Postfach, Senden als'],
    ['distribution-list', 'Distribution list', 'Verteilerliste', 'distribution list, mailing list, all staff, member of list, Verteiler, Verteilerliste, Mailingliste'],
    ['calendar', 'Calendar', 'Kalender', 'calendar, appointment, invitation, room booking, delegate, shared calendar, wrong time, Kalender, Termin, Einladung, Raumbuchung, Stellvertretung, falsche Uhrzeit'],
    ['spam', 'Spam', 'Spam', 'spam, junk, quarantine, unwanted mail, newsletter, blocked sender, blacklisted, Spam, Junk, Quarantäne, Werbung, Absender blockiert'],
    ['mobile-mail', 'Mobile mail', 'E-Mail auf dem Handy', 'mail on phone, outlook app, mail on iphone, no mail on mobile, push, Mail auf dem Handy, Outlook-App, keine Mails am Handy, Diensthandy Mail'],
  ]),
  ...branch('collaboration', 'Collaboration', 'Zusammenarbeit', 'collaboration', 'teams, sharepoint, onedrive, collaborate, zusammenarbeiten', [
    ['teams-meetings', 'Teams meetings', 'Teams-Besprechungen', 'teams meeting, no sound, microphone, camera in meeting, share screen, recording, transcript, cannot join, lobby, Teams-Besprechung, kein Ton, Mikrofon, Bildschirm teilen, Aufzeichnung, Kamera in Besprechung'],
    ['teams-chat', 'Teams chat and channels', 'Teams-Chats und Kanäle', 'teams chat, channel, message not sent, notification, presence, status, mention, Teams-Chat, Kanal, Nachricht, Benachrichtigung, Status'],
    ['sharepoint-onedrive', 'SharePoint and OneDrive', 'SharePoint und OneDrive', 'sharepoint, onedrive, sync, not syncing, version history, recycle bin, library, site, synchronisiert nicht, Versionsverlauf, Papierkorb, Bibliothek, Website'],
    ['file-sharing', 'File sharing', 'Dateien teilen', 'share file, sharing link, link does not work, send large file, external link, Datei teilen, Freigabelink, Link funktioniert nicht, große Datei senden'],
    ['guest-access', 'Guest access', 'Gastzugriff', 'guest, external user, partner access, invite guest, guest cannot sign in, Gast, Gastzugang, externer Benutzer, Partner einladen', 'identity-access'],
    ['telephony', 'Telephony', 'Telefonie', 'phone call, desk phone, call queue, voicemail, ring group, hotline, forwarding, Telefon, Anruf, Warteschleife, Mailbox abhören, Rufumleitung, Hotline'],
  ]),
  ...branch('identity', 'Identity and access', 'Konten und Zugriff', 'identity-access', 'account, access, login, sign in, Konto, Zugriff, Anmeldung, anmelden', [
    ['password', 'Password', 'Passwort', 'password, forgot password, reset password, password expired, wrong password, Passwort, Kennwort, vergessen, zurücksetzen, abgelaufen', 'service-desk'],
    ['mfa', 'Multi-factor sign-in', 'Mehrstufige Anmeldung', 'mfa, authenticator, verification code, new phone, two factor, approve sign-in, number matching, Authenticator, Bestätigungscode, neues Handy, zweiter Faktor, Anmeldung bestätigen', 'service-desk'],
    ['account-locked', 'Account locked', 'Konto gesperrt', 'account locked, locked out, too many attempts, blocked account, Konto gesperrt, ausgesperrt, zu viele Versuche', 'service-desk'],
    ['permission-missing', 'Permission missing', 'Berechtigung fehlt', 'permission, access denied, no access, not authorized, need access, folder access, read only, Berechtigung, Zugriff verweigert, kein Zugriff, keine Rechte, Ordnerzugriff, nur lesen'],
    ['group-membership', 'Group membership', 'Gruppenmitgliedschaft', 'group membership, security group, add me to group, remove from group, Gruppe, Gruppenmitglied, Sicherheitsgruppe, zur Gruppe hinzufügen'],
    ['single-sign-on', 'Single sign-on', 'Einmalanmeldung', 'sso, single sign-on, sign-in loop, asks for login again, redirect, saml, Anmeldeschleife, immer wieder anmelden, Einmalanmeldung'],
    ['privileged-access', 'Privileged access', 'Privilegierter Zugriff', 'admin rights, administrator, privileged, elevated, domain admin, root, local admin, Adminrechte, Administrator, erhöhte Rechte'],
  ]),
  ...branch('security', 'Security', 'Sicherheit', 'security', 'security, hacked, attack, Sicherheit, gehackt, Angriff', [
    ['phishing', 'Phishing', 'Phishing', 'phishing, suspicious mail, strange link, fake invoice, asks for password, clicked a link, verdächtige Mail, gefälschte Rechnung, komischer Link, auf Link geklickt, Betrugsversuch'],
    ['malware', 'Malware', 'Schadsoftware', 'virus, malware, ransomware, trojan, antivirus, defender, encrypted files, pop-up warning, Virus, Trojaner, Schadsoftware, Virenscanner, verschlüsselt'],
    ['lost-device', 'Lost or stolen device', 'Verlorenes oder gestohlenes Gerät', 'lost laptop, stolen, lost phone, left in train, theft, burglary, verloren, gestohlen, Diebstahl, liegen gelassen, Einbruch'],
    ['data-leak', 'Data leak', 'Datenabfluss', 'data leak, sent to wrong person, wrong recipient, personal data, confidential, gdpr, Datenabfluss, falscher Empfänger, personenbezogene Daten, vertraulich, DSGVO'],
    ['suspicious-sign-in', 'Suspicious sign-in', 'Verdächtige Anmeldung', 'suspicious sign-in, unknown login, sign-in from abroad, mfa prompt not me, unexpected code, verdächtige Anmeldung, unbekannte Anmeldung, aus dem Ausland, Code nicht angefordert'],
    ['policy-question', 'Policy question', 'Frage zu Richtlinien', 'policy, allowed, may i use, is it ok, security rule, usb allowed, ai tool allowed, Richtlinie, darf ich, erlaubt, Vorschrift'],
    ['vulnerability', 'Vulnerability', 'Schwachstelle', 'vulnerability, cve, patch missing, exploit, outdated version, scan finding, Schwachstelle, Sicherheitslücke, veraltete Version, Patch fehlt'],
  ]),
];

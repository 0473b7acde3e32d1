import { branch, type DemoCategory } from './category-row';

/** What people hold in their hands or see on their screen (domain.md 9.2). */
export const WORKPLACE_CATEGORIES: readonly DemoCategory[] = [
  ...branch('hardware', 'Hardware', 'Hardware', 'workplace', 'hardware, device, equipment, broken, Gerät, Ausstattung, defekt, kaputt', [
    ['laptop', 'Laptop', 'Laptop', 'laptop, notebook, battery, charger, power adapter, lid, hinge, fan, overheating, does not start, blue screen, slow, freezes, Akku, Ladegerät, Netzteil, Lüfter, Bluescreen, startet nicht, langsam, hängt, eingefroren'],
    ['desktop', 'Desktop computer', 'Desktop-PC', 'desktop, tower, pc, workstation, mini pc, thin client, Rechner, Standrechner, Arbeitsplatzrechner, Computer'],
    ['monitor-dock', 'Monitor and dock', 'Monitor und Dockingstation', 'monitor, screen, second screen, display port, hdmi, usb-c, dock, docking station, flicker, black screen, resolution, Bildschirm, Dockingstation, zweiter Monitor, flackert, schwarz, kein Bild, Auflösung'],
    ['printer-scanner', 'Printer and scanner device', 'Drucker und Scanner (Gerät)', 'printer broken, scanner, label printer, zebra, handheld, barcode, roller, Etikettendrucker, Handscanner, Barcode, Scanner, Einzug, Walze'],
    ['phone-tablet', 'Phone and tablet', 'Smartphone und Tablet', 'phone, mobile, smartphone, iphone, android, samsung, tablet, ipad, sim, esim, cracked, Handy, Diensthandy, Mobiltelefon, Tablet, SIM-Karte, Displaybruch'],
    ['peripheral', 'Peripheral', 'Zubehör', 'mouse, keyboard, headset, webcam, cable, adapter, usb stick, hub, Maus, Tastatur, Kopfhörer, Kamera, Kabel, Adapter'],
    ['meeting-room', 'Meeting-room equipment', 'Besprechungsraum-Technik', 'meeting room, conference room, projector, room panel, room speaker, beamer, hdmi in room, Besprechungsraum, Konferenzraum, Meetingraum, Raumtechnik, Beamer, Raummikrofon'],
  ]),
  ...branch('software', 'Software', 'Software', 'workplace', 'software, program, application, app, Programm, Anwendung', [
    ['office', 'Office suite', 'Office-Programme', 'excel, word, powerpoint, office, macro, formula, spreadsheet, document, template, onenote, Tabelle, Makro, Formel, Vorlage, Präsentation'],
    ['browser', 'Browser', 'Browser', 'browser, edge, chrome, firefox, website, page does not load, cache, cookies, bookmarks, pop-up, Webseite, Internetseite, Lesezeichen, Favoriten, Seite lädt nicht'],
    ['operating-system', 'Operating system', 'Betriebssystem', 'windows, macos, update, restart, reboot, taskbar, start menu, login screen, disk full, c drive, Windows-Update, Neustart, Startmenü, Taskleiste, Festplatte voll, Betriebssystem'],
    ['business-application', 'Business application', 'Fachanwendung', 'business app, route planner, transport management, warehouse system, customs software, application error, Fachanwendung, Tourenplanung, Lagerverwaltung, Zollsoftware, Fehlermeldung', 'business-applications'],
    ['installation-update', 'Installation and update', 'Installation und Update', 'install, installation, setup, update failed, uninstall, company portal, admin rights needed, Installation, installieren, deinstallieren, Unternehmensportal, Aktualisierung, Administratorrechte'],
    ['license', 'License', 'Lizenz', 'license, licence, subscription, activation, product key, expired license, unlicensed, visio, project, acrobat, adobe, Lizenz, Abo, Aktivierung, nicht lizenziert, Produktschlüssel'],
    ['add-in', 'Add-in', 'Add-in', 'add-in, addin, plugin, plug-in, extension, ribbon, button missing, Erweiterung, Zusatzmodul, Schaltfläche fehlt, Menüband'],
  ]),
  ...branch('printing', 'Printing', 'Drucken', 'workplace', 'print, printing, printer, drucken, Drucker, Ausdruck', [
    ['cannot-print', 'Cannot print', 'Drucken geht nicht', 'cannot print, does not print, print job, print queue, offline, paper jam, blank pages, druckt nicht, Druckauftrag, Warteschlange, Papierstau, leere Seiten, offline'],
    ['driver', 'Printer driver', 'Druckertreiber', 'driver, printer missing, add printer, duplex missing, wrong tray, Treiber, Drucker hinzufügen, Drucker fehlt, Duplex, falsches Fach'],
    ['toner-paper', 'Toner and paper', 'Toner und Papier', 'toner, ink, cartridge, paper, streaks, faded, waste container, Toner, Patrone, Papier, Streifen, blass, Resttonerbehälter'],
    ['follow-me', 'Follow-me printing', 'Follow-me-Druck', 'follow-me, badge printing, release print, pull printing, card reader at printer, Kartenleser am Drucker, Druckfreigabe, Follow-me'],
    ['scan-to-mail', 'Scan to mail', 'Scannen an E-Mail', 'scan to mail, scan to email, scan does not arrive, pdf scan, address book on printer, Scan kommt nicht an, Scan an E-Mail, Scan an Mail, einscannen'],
  ]),
  ...branch('facilities', 'Facilities IT', 'Gebäude-IT', 'workplace', 'building, facility, office space, Gebäude, Büro, Standort', [
    ['badge-door', 'Badge and door', 'Ausweis und Tür', 'badge, door, access card, gate, turnstile, key card, does not open, Ausweis, Türkarte, Tür, Schranke, Drehkreuz, öffnet nicht', 'identity-access'],
    ['camera', 'Camera', 'Kamera', 'camera, cctv, surveillance, video recording, gate camera, Überwachungskamera, Videoüberwachung, Torkamera', 'network'],
    ['display', 'Display and signage', 'Anzeigen und Infobildschirme', 'signage, info screen, dock display, lobby screen, dashboard screen, Infobildschirm, Anzeigetafel, Torbildschirm, Empfangsbildschirm'],
    ['cabling', 'Cabling', 'Verkabelung', 'cabling, patch, socket, floor box, network outlet, cable duct, Verkabelung, Netzwerkdose, Bodentank, Patchfeld, Anschlussdose', 'network'],
    ['power', 'Power', 'Stromversorgung', 'power outage, ups, socket dead, fuse, no power, emergency power, Stromausfall, Steckdose, Sicherung, USV, kein Strom'],
  ]),
  ...branch('feedback', 'Service and feedback', 'Service und Rückmeldung', 'service-desk', 'question, help, feedback, Frage, Hilfe, Rückmeldung', [
    ['how-to', 'How-to question', 'Frage zur Bedienung', 'how do i, how can i, where do i find, question, training, wie kann ich, wie geht, wo finde ich, Anleitung, Schulung'],
    ['complaint', 'Complaint', 'Beschwerde', 'complaint, unhappy, waiting too long, nobody answers, disappointed, Beschwerde, unzufrieden, warte seit, keine Antwort, enttäuscht'],
    ['suggestion', 'Suggestion', 'Vorschlag', 'suggestion, idea, improve, it would be nice, wish, Vorschlag, Idee, verbessern, Wunsch, wäre schön'],
    ['other', 'Other', 'Sonstiges', 'other, something else, not sure, Sonstiges, etwas anderes, weiß nicht'],
  ]),
];

import { branch, type DemoCategory } from './category-row';

/** What runs behind the wall socket (domain.md 9.2). */
export const SYSTEM_CATEGORIES: readonly DemoCategory[] = [
  ...branch('network', 'Network', 'Netzwerk', 'network', 'network, connection, no network, Netzwerk, Netz, Verbindung', [
    ['wired', 'Wired network', 'Kabelgebundenes Netz', 'lan, ethernet, network cable, wall socket, switch, port, wired, LAN, Netzwerkkabel, Switch, kabelgebunden'],
    ['wireless', 'Wireless network', 'WLAN', 'wifi, wi-fi, wlan, wireless, access point, signal, guest wifi, roaming, WLAN, Funknetz, Empfang, Gäste-WLAN, Accesspoint'],
    ['vpn', 'VPN', 'VPN', 'vpn, remote access, tunnel, home office connection, drops, disconnects, vpn client, VPN, Homeoffice, Fernzugriff, Einwahl, bricht ab, trennt sich'],
    ['internet', 'Internet', 'Internet', 'internet, slow internet, line down, bandwidth, proxy, website unreachable, Internet langsam, Leitung, Internetausfall, Proxy, Bandbreite'],
    ['dns', 'DNS and name resolution', 'DNS und Namensauflösung', 'dns, name resolution, server name not found, host not found, wrong ip, nslookup, Namensauflösung, Servername, Host nicht gefunden'],
    ['firewall', 'Firewall', 'Firewall', 'firewall, port, blocked connection, rule, whitelist, allow list, traffic blocked, Firewall, Port, Freischaltung, blockiert, Verbindung abgelehnt'],
    ['remote-site', 'Remote site', 'Außenstandort', 'site down, whole site, warehouse offline, branch, router, depot, Standort offline, ganzes Lager, Außenstelle, Router, Depot'],
  ]),
  ...branch('server', 'Server and cloud', 'Server und Cloud', 'server-cloud', 'server, cloud, azure, hosting, Server, Cloud, Rechenzentrum', [
    ['down', 'Server down', 'Server ausgefallen', 'server down, not reachable, crashed, host offline, service stopped, Server ausgefallen, nicht erreichbar, abgestürzt, Dienst gestoppt'],
    ['performance', 'Performance', 'Leistung', 'slow server, high cpu, memory, timeout, everything slow, response time, langsam, Auslastung, Zeitüberschreitung, Ladezeit, Server träge'],
    ['storage', 'Storage', 'Speicherplatz', 'file server, drive full, network drive, disk space, share, quota, Netzlaufwerk, Laufwerk voll, Speicherplatz, Dateiserver, Freigabe'],
    ['backup-restore', 'Backup and restore', 'Sicherung und Wiederherstellung', 'restore, backup, deleted file, deleted folder, recover, overwritten, wiederherstellen, Sicherung, gelöscht, überschrieben, Backup'],
    ['database', 'Database', 'Datenbank', 'database, sql, query, deadlock, connection string, table, Datenbank, SQL, Abfrage'],
    ['virtual-machine', 'Virtual machine', 'Virtuelle Maschine', 'virtual machine, vm, snapshot, terminal server, remote desktop, virtuelle Maschine, VM, Terminalserver, Remotedesktop'],
    ['certificate', 'Certificate expired', 'Zertifikat abgelaufen', 'certificate, expired certificate, not secure, https warning, tls, ssl, Zertifikat, abgelaufenes Zertifikat, nicht sicher, HTTPS-Warnung'],
  ]),
  ...branch('business', 'Business systems', 'Geschäftssysteme', 'business-applications', 'business system, erp, crm, Geschäftssystem, Fachsystem', [
    ['erp', 'ERP', 'ERP', 'erp, sap, dynamics, order, shipment, goods receipt, booking, purchase order, stock, transaction, Auftrag, Lieferung, Wareneingang, Buchung, Bestellung, Bestand, SAP'],
    ['crm', 'CRM', 'CRM', 'crm, customer record, opportunity, lead, salesforce, contact, pipeline, Kundendaten, Verkaufschance, Kontakt, Kundenstamm'],
    ['hr', 'HR', 'Personal', 'hr system, leave request, vacation, absence, time sheet, payslip, time tracking, Urlaubsantrag, Urlaub, Zeiterfassung, Gehaltsabrechnung, Personalsystem'],
    ['finance', 'Finance', 'Finanzen', 'invoice, finance, payment run, accounting, cost center, expense, travel expenses, Rechnung, Zahlungslauf, Buchhaltung, Kostenstelle, Reisekosten, Spesen'],
    ['documents', 'Document management', 'Dokumentenmanagement', 'document management, archive, dms, scan archive, retention, delivery note archive, Dokumentenarchiv, DMS, Ablage, Lieferschein, Aufbewahrung'],
    ['reporting', 'Reporting', 'Berichte', 'report, power bi, dashboard, figures wrong, export to excel, kpi, refresh failed, Bericht, Auswertung, Kennzahlen, Zahlen falsch, Dashboard'],
  ]),
];

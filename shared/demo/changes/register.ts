/** What Nordwind runs: services that people know, and what stands behind them. Owners, groups and parents by key. */
export interface DemoService {
  readonly key: string;
  readonly name: string;
  readonly nameDe: string;
  readonly tier: 'tier1' | 'tier2' | 'tier3';
  readonly ownerKey: string;
  readonly groupKey: string;
  readonly users: number;
  readonly isRegulated?: boolean;
}

export interface DemoItem {
  readonly key: string;
  readonly name: string;
  readonly class: 'server' | 'cluster' | 'database' | 'application' | 'network' | 'storage' | 'cloud' | 'endpoint';
  readonly environment: 'production' | 'test';
  readonly criticality: 'low' | 'medium' | 'high' | 'missionCritical';
  readonly region: string;
  readonly groupKey: string;
  readonly serviceKeys?: readonly string[];
  readonly parentKeys?: readonly string[];
  readonly isSecurityRelevant?: boolean;
}

const service = (key: string, name: string, nameDe: string, tier: DemoService['tier'], ownerKey: string, groupKey: string, users: number, more: Partial<DemoService> = {}): DemoService => ({
  key, name, nameDe, tier, ownerKey, groupKey, users, ...more,
});

export const SERVICES: readonly DemoService[] = [
  service('erp', 'ERP', 'Warenwirtschaft', 'tier1', 'sabine.koch', 'business-applications', 420, { isRegulated: true }),
  service('warehouse', 'Warehouse management', 'Lagerverwaltung', 'tier1', 'jeroen.smit', 'business-applications', 310),
  service('dispatch', 'Dispatch and tracking', 'Disposition und Sendungsverfolgung', 'tier1', 'petra.lange', 'business-applications', 260),
  service('payroll', 'Payroll', 'Gehaltsabrechnung', 'tier2', 'sabine.koch', 'business-applications', 900, { isRegulated: true }),
  service('crm', 'Customer portal and CRM', 'Kundenportal und CRM', 'tier2', 'david.okafor', 'business-applications', 180),
  service('mail', 'E-mail and calendar', 'E-Mail und Kalender', 'tier1', 'tim.albers', 'collaboration', 900),
  service('teams', 'Teams and files', 'Teams und Dateien', 'tier2', 'tim.albers', 'collaboration', 900),
  service('network', 'Networks and internet', 'Netze und Internet', 'tier1', 'stefan.vogel', 'network', 900),
  service('identity', 'Sign-in and accounts', 'Anmeldung und Konten', 'tier1', 'nadia.haddad', 'identity-access', 900),
  service('intranet', 'Intranet', 'Intranet', 'tier3', 'paula.winter', 'collaboration', 900),
  service('workplace', 'Workplace computers', 'Arbeitsplatzrechner', 'tier2', 'martin.scholz', 'workplace', 850),
];

const HAMBURG = 'Hamburg';
const ROTTERDAM = 'Rotterdam';
const CLOUD = 'West Europe';

const item = (key: string, name: string, itemClass: DemoItem['class'], criticality: DemoItem['criticality'], groupKey: string, more: Partial<DemoItem> = {}): DemoItem => ({
  key, name, class: itemClass, environment: 'production', criticality, region: HAMBURG, groupKey, ...more,
});

/** Parents come before what runs on them. */
export const ITEMS: readonly DemoItem[] = [
  item('esx', 'Virtualization cluster HH-1', 'cluster', 'missionCritical', 'server-cloud'),
  item('esx-rtm', 'Virtualization cluster RTM-1', 'cluster', 'high', 'server-cloud', { region: ROTTERDAM }),
  item('san', 'Storage HH-SAN-2', 'storage', 'missionCritical', 'server-cloud'),
  item('backup', 'Backup server HH-BKP-1', 'server', 'high', 'server-cloud', { parentKeys: ['esx'] }),
  item('core', 'Core switch HH-CORE-1', 'network', 'missionCritical', 'network', { serviceKeys: ['network'] }),
  item('core-rtm', 'Core switch RTM-CORE-1', 'network', 'high', 'network', { region: ROTTERDAM, serviceKeys: ['network'] }),
  item('firewall', 'Perimeter firewall HH-FW-1', 'network', 'missionCritical', 'network', { serviceKeys: ['network'], parentKeys: ['core'], isSecurityRelevant: true }),
  item('firewall-rtm', 'Perimeter firewall RTM-FW-1', 'network', 'high', 'network', { region: ROTTERDAM, serviceKeys: ['network'], parentKeys: ['core-rtm'], isSecurityRelevant: true }),
  item('vpn', 'VPN gateway', 'network', 'high', 'network', { serviceKeys: ['network'], parentKeys: ['firewall'], isSecurityRelevant: true }),
  item('wifi', 'Wi-Fi controller', 'network', 'medium', 'network', { serviceKeys: ['network'], parentKeys: ['core'] }),
  item('line-rtm', 'Internet line Rotterdam', 'network', 'high', 'network', { region: ROTTERDAM, serviceKeys: ['network'] }),
  item('erp-db', 'ERP database ERPDB-1', 'database', 'missionCritical', 'server-cloud', { serviceKeys: ['erp'], parentKeys: ['esx', 'san'] }),
  item('erp-app', 'ERP application', 'application', 'missionCritical', 'business-applications', { serviceKeys: ['erp'], parentKeys: ['erp-db'] }),
  item('erp-test', 'ERP test system', 'application', 'low', 'business-applications', { environment: 'test', serviceKeys: ['erp'] }),
  item('wms-db', 'Warehouse database WMSDB-1', 'database', 'missionCritical', 'server-cloud', { region: ROTTERDAM, serviceKeys: ['warehouse'], parentKeys: ['esx-rtm'] }),
  item('wms-app', 'Warehouse application', 'application', 'missionCritical', 'business-applications', { region: ROTTERDAM, serviceKeys: ['warehouse'], parentKeys: ['wms-db'] }),
  item('scanners', 'Handheld scanners Rotterdam', 'endpoint', 'high', 'workplace', { region: ROTTERDAM, serviceKeys: ['warehouse'] }),
  item('dispatch-app', 'Dispatch application', 'application', 'high', 'business-applications', { serviceKeys: ['dispatch'], parentKeys: ['erp-db'] }),
  item('tracking', 'Tracking API', 'cloud', 'high', 'server-cloud', { region: CLOUD, serviceKeys: ['dispatch'] }),
  item('payroll-app', 'Payroll application', 'application', 'high', 'business-applications', { serviceKeys: ['payroll'], parentKeys: ['erp-db'] }),
  item('crm-app', 'CRM tenant', 'cloud', 'medium', 'business-applications', { region: CLOUD, serviceKeys: ['crm'] }),
  item('portal', 'Customer portal', 'cloud', 'high', 'server-cloud', { region: CLOUD, serviceKeys: ['crm'] }),
  item('mail-gateway', 'Mail gateway', 'server', 'high', 'collaboration', { serviceKeys: ['mail'], parentKeys: ['esx', 'firewall'], isSecurityRelevant: true }),
  item('exchange', 'Exchange Online tenant', 'cloud', 'high', 'collaboration', { region: CLOUD, serviceKeys: ['mail'] }),
  item('files', 'File server HH-FS-1', 'server', 'medium', 'server-cloud', { serviceKeys: ['teams'], parentKeys: ['esx', 'san'] }),
  item('print', 'Print server HH-PRN-1', 'server', 'low', 'workplace', { serviceKeys: ['workplace'], parentKeys: ['esx'] }),
  item('domain', 'Domain controllers', 'server', 'missionCritical', 'identity-access', { serviceKeys: ['identity'], parentKeys: ['esx'], isSecurityRelevant: true }),
  item('entra', 'Entra ID tenant', 'cloud', 'missionCritical', 'identity-access', { region: CLOUD, serviceKeys: ['identity'], isSecurityRelevant: true }),
  item('intranet-web', 'Intranet web server', 'server', 'low', 'collaboration', { serviceKeys: ['intranet'], parentKeys: ['esx'] }),
  item('rollout', 'Software distribution', 'application', 'medium', 'workplace', { serviceKeys: ['workplace'], parentKeys: ['esx'] }),
  item('laptops', 'Laptops, pilot ring', 'endpoint', 'low', 'workplace', { serviceKeys: ['workplace'] }),
  item('laptops-all', 'Laptops, everybody', 'endpoint', 'high', 'workplace', { serviceKeys: ['workplace'] }),
];

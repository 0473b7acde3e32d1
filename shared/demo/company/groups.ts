export interface DemoGroup {
  readonly key: string;
  readonly name: string;
  readonly purpose: string;
  readonly leadKeys: readonly string[];
  /** Leads are members too. */
  readonly memberKeys: readonly string[];
}

export const GROUPS: readonly DemoGroup[] = [
  {
    key: 'service-desk',
    name: 'Service Desk',
    purpose: 'First contact for everybody: passwords, how-to questions, and whatever has no other home.',
    leadKeys: ['carol.jansen'],
    memberKeys: ['carol.jansen', 'bob.fischer', 'jonas.weber', 'priya.nair', 'sofia.krause', 'daan.visser'],
  },
  {
    key: 'workplace',
    name: 'Workplace',
    purpose: 'Laptops, phones, printers, meeting rooms and the software on them.',
    leadKeys: ['martin.scholz'],
    memberKeys: ['martin.scholz', 'aylin.demir', 'tom.whitaker', 'pieter.bakker'],
  },
  {
    key: 'network',
    name: 'Network',
    purpose: 'Wired and wireless networks, VPN, internet lines and firewalls at all sites.',
    leadKeys: ['stefan.vogel'],
    memberKeys: ['stefan.vogel', 'ruben.dejong', 'kasia.nowak'],
  },
  {
    key: 'server-cloud',
    name: 'Server & Cloud',
    purpose: 'Servers, cloud resources, databases, storage, backup and restore.',
    leadKeys: ['anna.petrova'],
    memberKeys: ['anna.petrova', 'felix.baumann', 'sanjay.rao'],
  },
  {
    key: 'business-applications',
    name: 'Business Applications',
    purpose: 'ERP, CRM, HR and finance systems, and the reports that come out of them.',
    leadKeys: ['ulrike.maurer'],
    memberKeys: ['ulrike.maurer', 'marco.conti', 'hannah.lewis', 'florian.beck'],
  },
  {
    key: 'identity-access',
    name: 'Identity & Access',
    purpose: 'Accounts, permissions, group memberships and single sign-on.',
    leadKeys: ['nadia.haddad'],
    memberKeys: ['nadia.haddad', 'lukas.engel', 'jonas.weber'],
  },
  {
    key: 'security',
    name: 'Security',
    purpose: 'Phishing, malware, lost devices, data leaks and suspicious sign-ins. Its tickets are restricted where needed.',
    leadKeys: ['ingrid.solberg'],
    memberKeys: ['ingrid.solberg', 'omar.farouk', 'julia.roth'],
  },
  {
    key: 'collaboration',
    name: 'Collaboration',
    purpose: 'Teams, SharePoint, OneDrive, e-mail, calendars and telephony.',
    leadKeys: ['tim.albers'],
    memberKeys: ['tim.albers', 'grace.mensah', 'sofia.krause'],
  },
];

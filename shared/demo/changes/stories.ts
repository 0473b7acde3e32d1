import type { DemoChange } from './change-script';
import type { Moments } from './moments';

const EASY = [0, 0, 0, 0, 0, 0] as const;
const FAIR = [1, 1, 1, 1, 1, 1] as const;
const HARD = [2, 2, 2, 2, 2, 2] as const;

const WED = 3;
const SAT = 6;
const SUN = 7;

/** What was changed in the last weeks. */
const finished = ({ daysTo }: Moments): readonly DemoChange[] => [
  {
    key: 'os-patching-last', by: 'felix.baumann', type: 'standard', templateKey: 'os-patching', title: 'Updates of the month: file and print servers', items: ['files', 'print'], groupKey: 'server-cloud',
    implementer: 'felix.baumann', window: [daysTo(WED, -14), '20:30', '22:30'], proposed: daysTo(WED, -14) - 6, finish: { outcome: 'successful' },
  },
  {
    key: 'certificate-intranet', by: 'grace.mensah', type: 'standard', templateKey: 'tls-certificate', title: 'New certificate for the intranet', items: ['intranet-web'], groupKey: 'server-cloud',
    implementer: 'felix.baumann', window: [daysTo(WED, -21), '20:00', '21:00'], proposed: daysTo(WED, -21) - 5, finish: { outcome: 'successful' },
  },
  {
    key: 'dns-tracking', by: 'ruben.dejong', type: 'standard', templateKey: 'dns-record', title: 'DNS name for the new tracking address', items: ['tracking'], groupKey: 'network',
    implementer: 'ruben.dejong', window: [daysTo(2, -10), '15:00', '15:30'], proposed: daysTo(2, -10) - 4, finish: { outcome: 'successful' },
  },
  {
    key: 'intranet-cms', by: 'grace.mensah', type: 'normal', title: 'New version of the intranet content system', reason: 'The old version is no longer supported by its maker.', items: ['intranet-web'], groupKey: 'collaboration',
    implementer: 'grace.mensah', plan: ['Export the content. Install the new version. Import.', 'Start page, search and three department pages by two editors.', 'Return to the snapshot of the server.'], impact: 'Intranet is not available for half an hour.',
    reach: 'few', outageMinutes: 30, isBackoutTested: true, answers: EASY, window: [daysTo(WED, -7), '20:00', '22:00'], proposed: daysTo(WED, -7) - 8,
    votes: [{ by: 'tim.albers', comment: 'Plan is complete.' }, { by: 'carol.jansen' }], finish: { outcome: 'successful', outageMinutes: 22 }, review: { by: 'carol.jansen', objectivesMet: 'yes' },
  },
  {
    key: 'wifi-firmware', by: 'kasia.nowak', type: 'normal', title: 'Firmware of the Wi-Fi controller', reason: 'Phones lose their connection when they roam; the new firmware mends that.', items: ['wifi'], groupKey: 'network',
    implementer: 'kasia.nowak', plan: ['Save the configuration. Install the firmware. Restart.', 'Roam through both floors with a phone and a scanner.', 'Install the former firmware and the saved configuration.'], impact: 'No Wi-Fi in Hamburg for 20 minutes.',
    reach: 'many', outageMinutes: 20, isBackoutTested: false, answers: FAIR, window: [daysTo(SAT, -9), '21:30', '23:30'], proposed: daysTo(SAT, -9) - 9,
    votes: [{ by: 'ruben.dejong' }, { by: 'stefan.vogel', comment: 'Saturday night is fine.' }, { by: 'anna.petrova' }], finish: { outcome: 'withIssues', outageMinutes: 55, notes: 'Two access points had to be restarted by hand.' },
    review: { by: 'anna.petrova', objectivesMet: 'partly', lessons: 'Plan an hour, and somebody on site.' },
  },
  {
    key: 'crm-rounding', by: 'hannah.lewis', type: 'normal', title: 'CRM: correction of rounding in quotes', reason: 'Quotes in Danish kroner differ by one øre.', items: ['crm-app'], groupKey: 'business-applications',
    implementer: 'hannah.lewis', plan: ['Activate the corrected price rule.', 'Quote 4711 and two more, compared with the calculation of accounting.', 'Activate the former price rule.'], impact: 'Nobody should notice.',
    reach: 'many', isBackoutTested: false, answers: EASY, window: [daysTo(2, -12), '21:00', '22:00'], proposed: daysTo(2, -12) - 8,
    votes: [{ by: 'ulrike.maurer' }, { by: 'david.okafor', comment: 'Urgently needed before the end of the month.' }, { by: 'carol.jansen' }],
    finish: { outcome: 'successful' }, review: { by: 'carol.jansen', objectivesMet: 'yes' },
  },
  {
    key: 'vpn-emergency', by: 'ruben.dejong', type: 'emergency', emergencyReason: 'security', title: 'VPN gateway: close the hole from the advisory', reason: 'The maker warns of attacks that are going on.', items: ['vpn'], groupKey: 'network',
    implementer: 'ruben.dejong', plan: ['Install the fixed version on the passive node, switch over, then on the other.', 'Sign in from outside, ten test users.', 'Switch back to the node that was not touched.'], impact: 'Everybody outside is signed out once.',
    reach: 'many', outageMinutes: 5, isBackoutTested: false, answers: FAIR, window: [-17, '18:00', '19:30'], proposed: -17, acceptedBy: ['carol.jansen', 'Attacks do not wait for Saturday.'], votes: [{ by: 'anna.petrova', comment: 'Do it tonight.' }, { by: 'omar.farouk' }],
    finish: { outcome: 'successful', outageMinutes: 4 }, review: { by: 'carol.jansen', objectivesMet: 'yes', lessons: 'Subscribe to the advisories of the maker.' },
  },
  {
    key: 'print-driver', by: 'tom.whitaker', type: 'normal', title: 'One driver for all printers', reason: 'Eleven drivers cause tickets every week.', items: ['print'], groupKey: 'workplace',
    implementer: 'tom.whitaker', plan: ['Install the driver on the server, change the queues one after the other.', 'Print, scan and staple at every site.', 'Assign the old drivers again by script.'], impact: 'Printing stops for a moment at each site.',
    reach: 'many', isBackoutTested: false, answers: FAIR, window: [daysTo(WED, -6), '20:00', '23:00'], proposed: daysTo(WED, -6) - 7,
    votes: [{ by: 'aylin.demir' }, { by: 'martin.scholz' }, { by: 'anna.petrova' }], finish: { outcome: 'backedOut', isBackoutUsed: true, notes: 'Label printers in the warehouse printed blank pages.' },
    review: { by: 'carol.jansen', objectivesMet: 'no', rootCause: 'The driver does not know the label printers.', lessons: 'Test with every kind of printer before the window.' },
  },
];

/** What is on its way: something for everybody who opens the page on the first day. */
const ahead = ({ daysTo }: Moments): readonly DemoChange[] => [
  {
    key: 'os-patching-next', by: 'felix.baumann', type: 'standard', templateKey: 'os-patching', title: 'Updates of the month: print and intranet servers', items: ['print', 'intranet-web'], groupKey: 'server-cloud',
    implementer: 'felix.baumann', window: [daysTo(WED, 2), '20:30', '22:30'], proposed: -2,
  },
  {
    key: 'ring-two', by: 'aylin.demir', type: 'standard', templateKey: 'workplace-ring', title: 'Browser update for the second ring', items: ['laptops'], groupKey: 'workplace',
    implementer: 'aylin.demir', window: [daysTo(2, 1), '09:00', '16:00'], proposed: -3,
  },
  {
    key: 'backup-agent', by: 'sanjay.rao', type: 'normal', title: 'New agent on the backup server', reason: 'The old agent cannot back up the new database version.', items: ['backup'], groupKey: 'server-cloud',
    implementer: 'sanjay.rao', plan: ['Install the agent. Run one backup by hand.', 'Restore one file and one database to the test system.', 'Install the old agent; its catalog is kept.'], impact: 'Nobody should notice.',
    reach: 'few', isBackoutTested: true, answers: EASY, window: [daysTo(SUN, 3), '05:00', '08:00'], proposed: -6, votes: [{ by: 'anna.petrova' }, { by: 'carol.jansen' }], services: ['teams'],
  },
  {
    key: 'core-firmware', by: 'ruben.dejong', type: 'normal', title: 'Firmware of the core switch in Hamburg', reason: 'The maker ends support for the present version in spring.', items: ['core'], groupKey: 'network',
    implementer: 'ruben.dejong', plan: ['Update the standby module, switch over, update the other one. Two people on site.', 'All uplinks up, phones ring, warehouse scanners connect.', 'Switch back to the module that was not updated.'],
    impact: 'Hamburg is offline for up to ten minutes.', reach: 'all', outageMinutes: 10, isBackoutTested: false, answers: HARD, window: [daysTo(SAT, 6), '22:00', '02:00', true], proposed: -5,
    votes: [{ by: 'kasia.nowak', comment: 'Went through it with the maker.' }, { by: 'stefan.vogel' }, { by: 'marieke.devries', comment: 'Please tell the night shift.' }],
  },
  {
    key: 'crm-release', by: 'hannah.lewis', type: 'normal', title: 'CRM: quarterly release', reason: 'New quote form for the sales team.', items: ['crm-app'], groupKey: 'business-applications',
    implementer: 'hannah.lewis', plan: ['Activate the release in the tenant.', 'Create a quote, an order and a complaint as three test users.', 'Deactivate the release within an hour.'], impact: 'Sales works with a new form from Monday on.',
    reach: 'many', isBackoutTested: false, isVendorInvolved: true, answers: FAIR, window: [daysTo(SUN, 3), '08:00', '10:00'], proposed: -2, votes: [{ by: 'florian.beck', comment: 'Tested it in the sandbox.' }],
  },
  {
    key: 'portal-version', by: 'sanjay.rao', type: 'normal', title: 'Customer portal: faster shipment search', reason: 'Customers wait six seconds for their list.', items: ['portal'], groupKey: 'server-cloud',
    implementer: 'sanjay.rao', plan: ['Add the index while the portal runs. Deploy the new version slot, swap.', 'Search for ten shipments; response time in monitoring.', 'Swap the slots back.'], impact: 'Nobody should notice.',
    reach: 'many', isBackoutTested: true, answers: EASY, window: [daysTo(4, 3), '19:00', '20:00'], proposed: -1,
  },
  {
    key: 'erp-tax', by: 'marco.conti', type: 'normal', title: 'ERP: tax rates of the new year', reason: 'New rates apply from January on.', items: ['erp-app'], services: ['erp'], groupKey: 'business-applications',
    implementer: 'marco.conti', plan: ['Import the transport. Run the report that lists all rates.', 'Accounting checks ten invoices with each rate.', 'Import the transport that restores the old rates.'], impact: 'Nobody should notice.',
    reach: 'many', isBackoutTested: true, answers: FAIR, window: [daysTo(2, 5), '21:00', '22:30'], proposed: -4, votes: [{ by: 'florian.beck' }, { by: 'sabine.koch' }],
  },
  {
    key: 'scanner-profile', by: 'pieter.bakker', type: 'normal', title: 'New Wi-Fi profile on the scanners in Rotterdam', reason: 'The old encryption is switched off by the network team.', items: ['scanners'], groupKey: 'workplace',
    implementer: 'pieter.bakker', plan: ['Send the profile to ten scanners, after an hour to all.', 'Every scanner reports in; book one pallet in each hall.', 'Send the old profile, which is kept on the device.'], impact: 'A scanner restarts once.',
    reach: 'many', isBackoutTested: true, answers: EASY, window: [10, '18:00', '20:00'], proposed: -4, votes: [{ by: 'martin.scholz' }, { by: 'jeroen.smit', comment: 'Only if it must be that week.' }, { by: 'anna.petrova' }],
  },
  {
    key: 'kiosk', by: 'bob.fischer', type: 'normal', title: 'Kiosk for forgotten passwords in the lobby', reason: 'A third of the calls in the morning are about passwords.', items: ['rollout'], groupKey: 'service-desk',
    implementer: 'bob.fischer', window: [12, '17:00', '18:00'], proposed: -1, isSubmitted: false,
  },
  {
    key: 'file-restart', by: 'anna.petrova', type: 'standard', templateKey: 'service-restart', title: 'Restart of the software distribution', items: ['rollout'], groupKey: 'server-cloud',
    implementer: 'sanjay.rao', window: [daysTo(WED, 2), '23:00', '23:30'], proposed: -1,
  },
];

export const changesAround = (moments: Moments): readonly DemoChange[] => [...finished(moments), ...ahead(moments)];

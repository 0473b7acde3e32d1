export interface DemoTemplate {
  readonly key: string;
  readonly name: string;
  readonly nameDe: string;
  readonly purpose: string;
  readonly classes: readonly string[];
  readonly groupKey: string;
  readonly ownerKey: string;
  readonly maxMinutes: number;
  readonly plan: readonly [implementation: string, test: string, backout: string];
  readonly tasks: readonly string[];
  readonly evidence: string;
  readonly isOutage?: boolean;
  /** How far it is on the first day. */
  readonly state: 'draft' | 'proposed' | 'approved';
}

const template = (key: string, name: string, nameDe: string, more: Omit<DemoTemplate, 'key' | 'name' | 'nameDe'>): DemoTemplate => ({ key, name, nameDe, ...more });

/** The twelve standard changes of domain.md 9.4. */
export const TEMPLATES: readonly DemoTemplate[] = [
  template('os-patching', 'Monthly patching of servers', 'Monatliche Server-Updates', {
    purpose: 'Install the operating system updates of the month on a group of servers, one after the other.', classes: ['server'], groupKey: 'server-cloud', ownerKey: 'anna.petrova', maxMinutes: 240, isOutage: true,
    plan: ['Take a snapshot. Install the approved updates. Restart. Go on with the next server only when the first one answers.', 'Services answer, event log without errors, monitoring green for ten minutes.', 'Return to the snapshot; the update stays blocked until the cause is known.'],
    tasks: ['Snapshot', 'Install and restart', 'Check monitoring'], evidence: 'Report of the update tool.', state: 'approved',
  }),
  template('workplace-ring', 'Promote a workplace update to the next ring', 'Arbeitsplatz-Update in den nächsten Ring geben', {
    purpose: 'An update that has run for a week without complaints goes to the next group of computers.', classes: ['endpoint'], groupKey: 'workplace', ownerKey: 'martin.scholz', maxMinutes: 480,
    plan: ['Raise the ring in the software distribution.', 'Ten computers of the ring report success, no new tickets of that kind.', 'Stop the rollout and offer the former version.'],
    tasks: ['Look at complaints of the former ring', 'Raise the ring'], evidence: 'Numbers of the software distribution.', state: 'approved',
  }),
  template('endpoint-agent', 'Update the endpoint protection agent', 'Endgeräteschutz aktualisieren', {
    purpose: 'A new version of the protection agent on laptops and servers.', classes: ['endpoint', 'server'], groupKey: 'security', ownerKey: 'ingrid.solberg', maxMinutes: 480,
    plan: ['Release the version for the ring.', 'Agents report in, test file is found.', 'Pin the former version.'], tasks: ['Release', 'Check that agents report in'], evidence: 'Console export.', state: 'approved',
  }),
  template('tls-certificate', 'Renew a TLS certificate', 'TLS-Zertifikat erneuern', {
    purpose: 'Replace a certificate that is about to expire by one of the same authority for the same names.', classes: ['server', 'application', 'cloud', 'network'], groupKey: 'server-cloud', ownerKey: 'felix.baumann', maxMinutes: 60,
    plan: ['Request the certificate. Install it beside the old one. Switch over.', 'The new date is shown by a browser and by the monitoring.', 'Switch back to the old certificate, which is still valid.'],
    tasks: ['Request', 'Install and switch', 'Remove the old one'], evidence: 'Screenshot of the new expiry date.', state: 'approved',
  }),
  template('dns-record', 'Add or change a DNS record', 'DNS-Eintrag anlegen oder ändern', {
    purpose: 'One record in a zone that we run.', classes: ['network', 'server', 'cloud', 'application'], groupKey: 'network', ownerKey: 'stefan.vogel', maxMinutes: 60,
    plan: ['Lower the time to live the day before. Change the record.', 'Resolves from two networks.', 'Restore the former record.'], tasks: ['Lower time to live', 'Change record'], evidence: 'Output of the lookup.', state: 'approved',
  }),
  template('firewall-rule', 'Add a firewall rule from the approved patterns', 'Firewall-Regel nach freigegebenem Muster', {
    purpose: 'Open one connection that fits an approved pattern: named source, named target, no “any”.', classes: ['network'], groupKey: 'network', ownerKey: 'stefan.vogel', maxMinutes: 60,
    plan: ['Add the rule with the number of the change in its comment.', 'The connection works, nothing else is open.', 'Disable the rule.'], tasks: ['Add rule', 'Test connection'], evidence: 'Export of the rule.', state: 'proposed',
  }),
  template('vm-resources', 'Extend a virtual disk or memory within limits', 'Platte oder Speicher einer virtuellen Maschine erweitern', {
    purpose: 'Up to twice the size, while the cluster has a third to spare.', classes: ['server', 'database'], groupKey: 'server-cloud', ownerKey: 'anna.petrova', maxMinutes: 60,
    plan: ['Check free capacity. Extend. Grow the file system.', 'New size is seen by the system and by monitoring.', 'Disks cannot shrink: restore the snapshot.'], tasks: ['Snapshot', 'Extend'], evidence: 'Monitoring graph.', state: 'approved',
  }),
  template('service-restart', 'Restart a service or server in its maintenance window', 'Dienst oder Server im Wartungsfenster neu starten', {
    purpose: 'A planned restart that nobody notices outside of the window.', classes: ['server', 'application'], groupKey: 'server-cloud', ownerKey: 'felix.baumann', maxMinutes: 60, isOutage: true,
    plan: ['Announce. Restart.', 'Service answers, monitoring green.', 'Start the standby node.'], tasks: ['Announce', 'Restart'], evidence: 'Monitoring event.', state: 'approved',
  }),
  template('minor-version', 'Deploy an approved minor version', 'Freigegebene Unterversion einspielen', {
    purpose: 'A version that was tested and released in the test system for at least two days.', classes: ['application', 'cloud'], groupKey: 'business-applications', ownerKey: 'ulrike.maurer', maxMinutes: 120,
    plan: ['Deploy to one node. Wait a quarter of an hour. Deploy to the others.', 'Smoke tests of the release notes.', 'Deploy the former version; no change of the database.'], tasks: ['First node', 'All nodes', 'Smoke tests'], evidence: 'Log of the deployment.', state: 'approved',
  }),
  template('switch-port', 'Add a switch port or VLAN assignment', 'Switch-Port oder VLAN zuweisen', {
    purpose: 'One port, one VLAN, at one site.', classes: ['network'], groupKey: 'network', ownerKey: 'ruben.dejong', maxMinutes: 60,
    plan: ['Assign the VLAN. Save the configuration.', 'Device gets an address and reaches its server.', 'Restore the saved configuration.'], tasks: ['Assign', 'Save configuration'], evidence: 'Port status.', state: 'approved',
  }),
  template('mailbox-quota', 'Create or resize a mailbox or database within quota', 'Postfach oder Datenbank im Rahmen des Kontingents anlegen', {
    purpose: 'Within what the service has been given.', classes: ['cloud', 'database', 'server'], groupKey: 'collaboration', ownerKey: 'tim.albers', maxMinutes: 60,
    plan: ['Create or resize by script.', 'Owner can sign in.', 'Set the former size.'], tasks: ['Run script'], evidence: 'Output of the script.', state: 'approved',
  }),
  template('restore-test', 'Restore a test database from backup', 'Testdatenbank aus der Sicherung wiederherstellen', {
    purpose: 'Fresh data for a test system, with personal data removed.', classes: ['application', 'database'], groupKey: 'server-cloud', ownerKey: 'sanjay.rao', maxMinutes: 240,
    plan: ['Stop the test system. Restore. Run the script that removes personal data. Start.', 'Test users can sign in, no real names are shown.', 'Restore the former copy.'], tasks: ['Restore', 'Remove personal data'], evidence: 'Log of the script.', state: 'draft',
  }),
];

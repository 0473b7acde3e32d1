import type { RegisterStep } from './plan';
import { toCategory, toGroup, toPerson } from './reference';

type Add = (practice: string, key: string, input: RegisterStep['input']) => RegisterStep;

const note = (text: string): object => ({ action: 'tickets.addNote', input: { text } });
const onEvent = (...events: readonly string[]): object => ({ kind: 'event', events });

/** Rules, macros, texts and tickets that come round, as a helpdesk of this size has them after some months. */
export function automationRegisters(add: Add): readonly RegisterStep[] {
  const owner = toPerson('eva.lindqvist');
  const rule = (key: string, order: number, input: RegisterStep['input']): RegisterStep => add('automationRules', `rule:${key}`, { subject: 'tickets', ownerId: owner, isEnabled: true, ...input, order });
  return [
    rule('acknowledge', 10, {
      name: 'Say that it has arrived',
      reason: 'Whoever reports something by chat or mail knows at once that it is not lost.',
      when: onEvent('reported'), conditions: [[{ field: 'kind', is: ['incident'] }, { field: 'priority', is: ['P1', 'P2'] }]],
      actions: [{ action: 'tickets.reply', input: { text: 'Hello {{requester.firstName}}, we have your report {{ticket.id}} and are looking at it first.' } }],
    }),
    rule('phishing', 20, {
      name: 'Suspected phishing to Security',
      reason: 'Minutes count, and whoever clicked may not know where it belongs.',
      when: onEvent('reported', 'edited'), conditions: [[{ field: 'words', is: ['phishing', 'suspicious mail', 'strange link', 'verdächtige mail'] }, { field: 'groupId', isNot: [toGroup('security')] }]],
      actions: [{ action: 'tickets.assign', input: { groupId: toGroup('security'), reason: 'Suspected phishing' } }, note('Do not forward the mail. Ask for it as an attachment.')], isLast: true,
    }),
    rule('vip', 30, {
      name: 'Tell the lead about VIP tickets',
      when: onEvent('reported'), conditions: [[{ field: 'isVip', is: ['yes'] }]],
      actions: [{ action: 'tickets.watch', input: { personId: owner } }],
    }),
    rule('remind', 40, {
      name: 'Remind whoever we asked',
      reason: 'Most questions are answered after one reminder.',
      when: { kind: 'duration', value: 5, unit: 'days', since: 'activity' }, conditions: [[{ field: 'state', is: ['onHold'] }, { field: 'holdReason', is: ['requester'] }]],
      actions: [{ action: 'tickets.reply', input: { text: 'Hello {{requester.firstName}}, we still need your answer to go on with {{ticket.id}}. In three days we take it as solved.' } }],
    }),
    rule('give-up', 50, {
      name: 'Resolve what nobody answers',
      reason: 'Three days after the reminder. It can be reopened.',
      when: { kind: 'duration', value: 8, unit: 'days', since: 'activity' }, conditions: [[{ field: 'state', is: ['onHold'] }, { field: 'holdReason', is: ['requester'] }]],
      actions: [{ action: 'tickets.resolve', input: { code: 'resolvedByRequester', notes: 'We had no answer to our question. Please reopen it if it still happens.' } }],
    }),
    rule('bad-rating', 60, {
      name: 'Look at bad ratings',
      when: onEvent('rated'), conditions: [[{ field: 'stars', atMost: 2 }]], actions: [note('Rated {{ticket.id}} badly: the lead calls {{requester.name}}.')], isEnabled: false,
    }),
    add('macros', 'macro:ask-screenshot', {
      name: 'Take it and ask for a screenshot', nameDe: 'Übernehmen und um ein Bildschirmfoto bitten', description: 'Waits for the requester for three days.',
      actions: [
        { action: 'tickets.take', input: {} },
        { action: 'tickets.putOnHold', input: { reason: 'requester', comment: 'Hello {{requester.firstName}}, please send us a screenshot of the message you see.', followUpAt: 'P3D' } },
      ],
    }),
    add('macros', 'macro:restarted', {
      name: 'Solved by a restart', nameDe: 'Durch Neustart gelöst',
      actions: [{ action: 'tickets.resolve', input: { code: 'fixed', notes: 'Restarting the device solved it.' } }],
    }),
    add('cannedResponses', 'response:vpn', {
      name: 'VPN: first steps', groupId: toGroup('network'),
      text: 'Hello {{requester.firstName}},\nplease disconnect, restart the VPN client and connect again. Does {{ticket.id}} still happen then?\n{{agent.firstName}}',
      textDe: 'Hallo {{requester.firstName}},\nbitte trenne die Verbindung, starte den VPN-Client neu und verbinde dich wieder. Tritt {{ticket.id}} dann noch auf?\n{{agent.firstName}}',
    }),
    add('cannedResponses', 'response:thanks', {
      name: 'Thank you, we are at it',
      text: 'Hello {{requester.firstName}}, thank you. We are working on it and come back to you here.', textDe: 'Hallo {{requester.firstName}}, danke. Wir arbeiten daran und melden uns hier.',
    }),
    add('recurringTickets', 'recurring:backup', {
      name: 'Test the backups', zone: 'Europe/Berlin', isEnabled: true, occurrences: [{ kind: 'monthly', nth: 1, day: 'mon', from: '08:00', to: '09:00' }],
      title: 'Monthly test of the backups', description: 'Restore one file share and one database into the test environment, and note how long it took.',
      requesterId: owner, groupId: toGroup('server-cloud'), categoryId: toCategory('backup-restore'), reach: 'me', work: 'fine',
    }),
  ];
}

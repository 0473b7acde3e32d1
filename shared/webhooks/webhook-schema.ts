import { entry, number, paragraph, text, yesNo } from '../kernel';

/** Where somebody outside of Bellhop is told that something has happened. */
export const webhookSchema = {
  name: text({ label: 'field.webhook.name', required: true, max: 100 }),
  /** May hold a token that lets everybody in who knows it: shown to administrators alone, and in no log. */
  address: text({ label: 'field.webhook.address', help: 'help.webhook.address', required: true, max: 500, pattern: 'url' }),
  description: paragraph({ label: 'field.webhook.description', max: 500 }),
  isEnabled: yesNo({ label: 'field.webhook.isEnabled' }),
  /** Which of its signing keys is used: counted up when one has become known. Absent: the first. */
  keyVersion: number({ label: 'field.webhook.keyVersion', help: 'help.webhook.keyVersion', atLeast: 1, atMost: 999, isWhole: true }),
  /** Signed with the key before as well, until the receiver knows the present one. */
  keepsFormerKey: yesNo({ label: 'field.webhook.keepsFormerKey', help: 'help.webhook.keepsFormerKey' }),
};

/** What calling one asks for, on every record. */
export const callWebhookSchema = {
  webhookId: entry({ label: 'field.webhook.called', of: 'webhooks', required: true }),
  /** What the receiver is told has happened: `laptop.ordered`. Absent: that it was called. */
  event: text({ label: 'field.webhook.event', help: 'help.webhook.event', max: 60 }),
};

/** Answers that one call sends along at most. */
export const MAX_SENT_ANSWERS = 40;

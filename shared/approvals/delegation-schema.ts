import { dateTime, person, text } from '../kernel';

/** "While I am away from … to …, … decides for me" (domain.md 3.9: named beforehand, with dates). */
export const delegationSchema = {
  /** Absent: whoever adds it. Only administrators name somebody else. */
  fromId: person({ label: 'field.delegation.from' }),
  toId: person({ label: 'field.delegation.to', required: true }),
  startsAt: dateTime({ label: 'field.delegation.startsAt', required: true }),
  endsAt: dateTime({ label: 'field.delegation.endsAt', required: true }),
  reason: text({ label: 'field.reason', max: 300 }),
};

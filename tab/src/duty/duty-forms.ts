import { declineSchema, handOverSchema, noteItemSchema, withdrawSchema } from '../../../shared/handovers/handover-schema';
import { declineSwapSchema, proposeSwapSchema, setSwapSchema } from '../../../shared/routing/shift-schema';
import type { ActedOn, PracticeForms } from '../actions/types';
import type { Session } from '../lib/session';
import type { FieldHints } from '../parts/schema-form/types';

/** A shift as its forms need it. */
export interface SwapOn extends ActedOn {
  readonly groupId?: string;
}

/** Forms of handovers; which item one is about is fixed by the button. */
export const handoverForms: PracticeForms = {
  schemas: { 'handovers.handOver': handOverSchema, 'handovers.decline': declineSchema, 'handovers.noteItem': noteItemSchema, 'handovers.withdraw': withdrawSchema },
  needsRecord: new Set(),
  initialValues: () => ({}),
  hints: (_action, _record, values) => ({ itemId: values['itemId'] === undefined ? { isHidden: true } : { isFixed: true } }),
};

/** Only people of the group can take a shift of it. */
function swapHints(shift: SwapOn | undefined, values: Readonly<Record<string, unknown>>, { config }: Session): Readonly<Record<string, FieldHints>> {
  const members = config.groups.find(({ id }) => id === shift?.groupId)?.members ?? [];
  const others = members.filter(({ id }) => id !== values['outId']);
  return { from: { asMoment: true }, to: { asMoment: true }, outId: { people: members }, inId: { people: others }, swapId: { isFixed: true } };
}

export const shiftForms: PracticeForms = {
  schemas: { 'shifts.proposeSwap': proposeSwapSchema, 'shifts.setSwap': setSwapSchema, 'shifts.declineSwap': declineSwapSchema },
  needsRecord: new Set(),
  initialValues: () => ({}),
  hints: (action, record, values, session) => swapHints(record, action === 'shifts.proposeSwap' ? { ...values, outId: session.me.id } : values, session),
};

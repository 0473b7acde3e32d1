import type { ChangeRow, ChangeView } from '../../../shared/changes/change-views';
import { changeFields } from '../../../shared/changes/change-schema';
import type { SeatView } from '../../../shared/approvals/approval-views';
import type { ActedOn, PracticeForms } from '../actions/types';
import type { Session } from '../lib/session';
import type { FieldHints, Values } from '../parts/schema-form/types';
import { CHANGE_SCHEMAS } from './change-schemas';

type AnyChange = ChangeRow | ChangeView;
type Hints = Readonly<Record<string, FieldHints>>;

const MINUTE_MS = 60_000;
const FIXED: FieldHints = { isFixed: true };

const isView = (change: ActedOn | undefined): change is ChangeView => change !== undefined && 'mySeats' in change;

/** The reader's seats, where the whole record is known. */
const seatsOf = (change: ActedOn | undefined): readonly SeatView[] => (isView(change) ? change.mySeats : []);

/** The content of a change as a form takes it. */
export const contentOf = (change: object): Values => Object.fromEntries(Object.keys(changeFields).map((name) => [name, (change as Values)[name]]));

const thisMinute = (): string => new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS).toISOString();

function initialValues(action: string, change: AnyChange): Values {
  switch (action) {
    case 'changes.edit':
      return contentOf(change);
    case 'changes.reschedule':
      return { plannedStart: change.plannedStart, plannedEnd: change.plannedEnd };
    case 'changes.approve':
    case 'changes.reject':
    case 'changes.returnForInfo': {
      const [seat] = seatsOf(change);
      return { step: seat?.step, token: seat?.token };
    }
    case 'changes.finish':
      return { actualEnd: thisMinute() };
    case 'changes.cancel':
      return { reason: 'withdrawn' };
    case 'changes.addTask':
      return { kind: 'implementation', groupId: change.groupId };
    case 'changes.closeTask':
      return { state: 'done' };
    case 'changes.link':
      return { relation: 'relatedTo' };
    default:
      return {};
  }
}

/** Names of what a change points at already, so that pickers can show them. */
export function namesOf(change: ActedOn | undefined): Readonly<Record<string, string>> {
  if (!isView(change)) return {};
  const named = [...change.services, ...change.items].map(({ id, name }) => [id, name] as const);
  return Object.fromEntries([...named, ...(change.implementerId && change.implementerName ? [[change.implementerId, change.implementerName] as const] : [])]);
}

/** How the content of a change is best asked, wherever it is written. */
export function contentHints(values: Values, { config }: Session, change?: ActedOn): Hints {
  const members = config.groups.find((group) => group.id === values.groupId)?.members;
  const names = namesOf(change);
  const locked = isView(change) ? change.lockedFields : [];
  const hints: Record<string, FieldHints> = {
    title: { isRequired: true },
    serviceIds: { names },
    itemIds: { names },
    implementerId: { names, ...(members && { people: members }) },
    plannedStart: { asMoment: true },
    plannedEnd: { asMoment: true },
    isBackoutTested: { asRadios: true },
    isOutage: { asRadios: true },
    isVendorInvolved: { asRadios: true },
  };
  return { ...hints, ...Object.fromEntries(locked.map((name) => [name, { ...hints[name], isLocked: true }])) };
}

function hints(action: string, change: ActedOn | undefined, values: Values, session: Session): Hints {
  switch (action) {
    case 'changes.edit':
      return contentHints(values, session, change);
    case 'changes.reschedule':
      return { plannedStart: { asMoment: true }, plannedEnd: { asMoment: true } };
    case 'changes.approve': {
      const needsConfirmation = seatsOf(change).some((seat) => seat.step === values.step && seat.needsConfirmation);
      return { step: FIXED, token: FIXED, comment: { isRequired: needsConfirmation }, isConfirmed: { isHidden: !needsConfirmation, isRequired: true } };
    }
    case 'changes.reject':
    case 'changes.returnForInfo':
      return { step: FIXED, token: FIXED };
    case 'changes.callWebhook':
      return { webhookId: { accepts: ({ isEnabled }) => isEnabled === true } };
    case 'changes.acceptCollisions':
      return { keys: FIXED };
    case 'changes.changeTask':
    case 'changes.closeTask':
      return { taskId: FIXED, assigneeId: { names: isView(change) ? taskNames(change) : {} }, note: { isRequired: values.state === 'skipped' } };
    case 'changes.finish':
      return { isBackoutUsed: { asRadios: true }, outageMinutes: { isHidden: !(change as AnyChange | undefined)?.isOutage } };
    case 'changes.completeReview':
      return { isStandardCandidate: { asRadios: true } };
    default:
      return {};
  }
}

const taskNames = ({ tasks }: ChangeView): Readonly<Record<string, string>> =>
  Object.fromEntries(tasks.flatMap(({ assigneeId, assigneeName }) => (assigneeId && assigneeName ? [[assigneeId, assigneeName]] : [])));

const instant = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : Number.NaN);

/** Moving the start moves the end with it; another group needs another person. */
export function afterContentChange(before: Values, after: Values): Values {
  const length = instant(before.plannedEnd) - instant(before.plannedStart);
  const start = instant(after.plannedStart);
  const isMoved = after.plannedStart !== before.plannedStart && after.plannedEnd === before.plannedEnd && length > 0 && !Number.isNaN(start);
  return {
    ...after,
    ...(isMoved && { plannedEnd: new Date(start + length).toISOString() }),
    ...('groupId' in after && before.groupId !== after.groupId && { implementerId: undefined }),
  };
}

/** Forms of the actions on changes. */
export const changeForms: PracticeForms = {
  schemas: CHANGE_SCHEMAS,
  // A press needs the token of the reader's own seat, which no list holds.
  needsRecord: new Set(['changes.edit', 'changes.approve', 'changes.reject', 'changes.returnForInfo']),
  initialValues: (action, change) => (change ? initialValues(action, change as AnyChange) : {}),
  hints,
  afterChange: (action, before, after) => (action === 'changes.edit' || action === 'changes.reschedule' ? afterContentChange(before, after) : after),
};

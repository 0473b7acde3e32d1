import type { Directory } from '../../catalog';
import { isPlanned, workOf, type ChangeSummary } from '../../changes';
import { isRefused, refuse, type FieldProblem } from '../../kernel';
import type { Freeze } from '../../scheduling';
import { approvalOf } from '../freeze-exception-approval';
import { mayPlan } from '../freeze-exception-permissions';
import { requestExceptionSchema } from '../freeze-exception-schema';
import type { ExceptionSummary } from '../freeze-exception-views';
import type { ExceptionAction } from './define';

const invalid = (field: string, code: string) => refuse('kernel.invalidInput', undefined, [{ field, code } satisfies FieldProblem]);

interface Window {
  readonly from: string;
  readonly to: string;
}

function touches(freeze: Freeze, change: ChangeSummary, config: Directory, now: string): boolean {
  const work = workOf(change, config);
  return work !== undefined && config.schedule().collisionsOf(work, now).some(({ severity, otherId }) => severity === 'block' && otherId === freeze.id);
}

/** One that asks for the same already, or gives it. */
function sameAsked(changeId: string, freezeId: string, { from, to }: Window, config: Directory): string | undefined {
  const open = [...config.summaries('freezeExceptions')] as ExceptionSummary[];
  return open.find((other) => other.changeId === changeId && other.freezeId === freezeId && other.from === from && other.to === to && (other.state === 'requested' || other.state === 'approved'))?.id;
}

/** Asks that a change may lie in a freeze, in the window it has now. Whoever plans the change may ask; that is decided here. */
export const request: ExceptionAction<typeof requestExceptionSchema> = {
  name: 'freezeExceptions.request',
  schema: requestExceptionSchema,
  repeat: 'check',
  creates: () => 'FEX',
  fence: 'calendar',
  can: () => true,
  decide: (_exception, { changeId, freezeId, reason, expiresAt: wished }, context) => {
    const { actor, config, now, others } = context;
    const change = others.get(changeId) as ChangeSummary | undefined;
    if (change?.practice !== 'changes') return invalid('changeId', 'notFound');
    const freeze = config.freeze(freezeId);
    if (!freeze || freeze.retired) return invalid('freezeId', 'notFound');
    if (!mayPlan(actor, change)) return refuse('freezeExceptions.notYours');
    if (!isPlanned(change.state)) return refuse('freezeExceptions.changeOver');
    const { plannedStart: from, plannedEnd: to } = change;
    if (!from || !to) return refuse('freezeExceptions.windowRequired');
    if (to <= now) return refuse('freezeExceptions.windowPast');
    const known = sameAsked(changeId, freezeId, { from, to }, config);
    if (known) return refuse('freezeExceptions.alreadyAsked', { id: known });
    if (!touches(freeze, change, config, now)) return refuse('freezeExceptions.notTouched', { freeze: freeze.name });
    if (wished !== undefined && wished <= now) return invalid('expiresAt', 'notInFuture');
    if (wished !== undefined && wished <= from) return refuse('freezeExceptions.expiresTooEarly');
    const approval = approvalOf(change, freeze, context);
    if (isRefused(approval)) return approval;
    // Beyond the window it is of no use to anybody.
    const expiresAt = wished !== undefined && wished < to ? wished : to;
    return {
      events: [{
        type: 'ExceptionRequested', otherId: changeId, changeTitle: change.title, freezeId, freezeName: freeze.name, reason,
        requesterId: actor.id, requesterName: actor.name, from, to, expiresAt, approval,
      }],
      links: [{ kind: 'add', relation: 'relatedTo', otherId: changeId }],
    };
  },
};

import type { HoldReason, Priority } from '../tickets/ticket-schema';
import { DEMO_CAST } from './company';
import type { Shape } from './script';

/** Tickets that are not finished: what the queue, the approvals and "my tickets" show on the first day. */
export interface OpenScene {
  readonly count: number;
  readonly kind: 'incident' | 'request';
  readonly shape: Shape;
  /** Open minutes since it was reported, from and to. */
  readonly age: readonly [least: number, most: number];
  readonly holdReason?: HoldReason;
  readonly priorities?: readonly Priority[];
  readonly isRestricted?: boolean;
  readonly requesterKey?: string;
  readonly handlerKey?: string;
}

const incident = (shape: Shape, count: number, age: readonly [number, number], more: Partial<OpenScene> = {}): OpenScene => ({ kind: 'incident', shape, count, age, ...more });
const request = (shape: Shape, count: number, age: readonly [number, number], more: Partial<OpenScene> = {}): OpenScene => ({ kind: 'request', shape, count, age, ...more });

const { employee, agent, lead } = DEMO_CAST;
/** Nobody of these waits so long that a promise is broken. */
const CALM = { priorities: ['P3', 'P4'] } as const;

export const OPEN_SCENES: readonly OpenScene[] = [
  // The employee of the cast finds one ticket of every kind, with the agent of the cast.
  incident('new', 1, [10, 25], { ...CALM, requesterKey: employee }),
  incident('onHold', 1, [500, 800], { holdReason: 'requester', requesterKey: employee, handlerKey: agent }),
  incident('resolved', 1, [400, 900], { requesterKey: employee, handlerKey: agent }),
  request('awaitingApproval', 1, [60, 180], { requesterKey: employee }),
  request('resolved', 1, [500, 900], { requesterKey: employee }),
  request('awaitingApproval', 1, [200, 500], { requesterKey: 'laura.simon' }),
  request('awaitingApproval', 1, [20, 90], { requesterKey: 'james.porter' }),
  incident('assigned', 2, [80, 220], { ...CALM, handlerKey: agent }),
  incident('inProgress', 2, [120, 500], { ...CALM, handlerKey: agent }),
  incident('inProgress', 1, [150, 400], { ...CALM, handlerKey: lead }),

  // Waiting for somebody to take them.
  incident('new', 4, [3, 40], CALM),
  incident('new', 3, [60, 220], CALM),
  incident('new', 1, [500, 620], { priorities: ['P4'] }),
  incident('new', 1, [8, 20], { priorities: ['P2'] }),
  incident('assigned', 3, [120, 500], CALM),

  // Being worked on; some late, some nearly.
  incident('inProgress', 5, [150, 1_400], CALM),
  incident('inProgress', 2, [1_880, 2_500], { priorities: ['P3'] }),
  incident('inProgress', 1, [520, 680], { priorities: ['P2'] }),
  incident('inProgress', 2, [1_690, 1_785], { priorities: ['P3'] }),
  incident('inProgress', 1, [380, 465], { priorities: ['P2'] }),
  incident('reopened', 2, [900, 1_500]),

  incident('onHold', 3, [400, 1_700], { holdReason: 'requester' }),
  incident('onHold', 3, [500, 1_700], { ...CALM, holdReason: 'vendor' }),
  incident('onHold', 2, [400, 1_600], { ...CALM, holdReason: 'change' }),
  incident('onHold', 2, [600, 1_700], { ...CALM, holdReason: 'problem' }),
  incident('onHold', 1, [600, 1_500], { ...CALM, holdReason: 'other' }),

  // Only the security team and the requester see these.
  incident('new', 1, [5, 30], { isRestricted: true }),
  incident('inProgress', 2, [90, 400], { isRestricted: true }),
  incident('onHold', 1, [300, 900], { isRestricted: true, holdReason: 'requester' }),

  // Solved, not accepted yet.
  incident('resolved', 5, [300, 1_200]),

  request('awaitingApproval', 2, [30, 600]),
  request('returned', 1, [200, 500]),
  request('approved', 2, [40, 300]),
  request('inProgress', 3, [200, 1_200]),
  request('onHold', 1, [600, 1_500], { holdReason: 'vendor' }),
  request('resolved', 1, [600, 1_200]),
];

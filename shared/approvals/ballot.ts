import { approversOf, approvalState, awaitedApprovers, decideUntil, nudged, nudgesAhead, type Approval, type Nudge, type Vote } from '../kernel';

/** What the decision of people, or time that passed over it, did to a record with an approval; `state` is where it led. */
export type BallotEvent<State extends string> =
  | { readonly type: 'VoteCast'; readonly step: string; readonly vote: Vote; readonly approval: Approval; readonly state: State }
  | { readonly type: 'VoteWithdrawn'; readonly step: string; readonly vote: Vote; readonly approval: Approval; readonly state: State }
  | { readonly type: 'ApprovalNudged'; readonly nudge: Nudge; readonly step: string; readonly toIds: readonly string[]; readonly approval: Approval; readonly state: State };

/** What a summary tells of an approval: whom it waits for, who may look at it, who may never decide, whose vote stands. */
export interface Deciders {
  readonly awaitedApproverIds: readonly string[];
  readonly approverIds: readonly string[];
  readonly excludedApproverIds: readonly string[];
  readonly votedIds: readonly string[];
}

/** `isOpen`: the record is in a state in which it can be decided about; else nobody is awaited and no vote can be taken back. */
export function decidersOf(approval: Approval | undefined, isOpen: boolean, askedIds: readonly string[] = []): Deciders {
  if (!approval) return { awaitedApproverIds: [], approverIds: askedIds, excludedApproverIds: [], votedIds: [] };
  return {
    awaitedApproverIds: isOpen ? awaitedApprovers(approval) : [],
    approverIds: [...new Set([...askedIds, ...approversOf(approval)])],
    excludedApproverIds: approval.excludedIds,
    votedIds: isOpen ? [...new Set(approval.steps.flatMap(({ votes }) => votes.map(({ byId }) => byId)))] : [],
  };
}

export function decideUntilOf(approval: Approval | undefined, isOpen: boolean): string | undefined {
  return approval && isOpen ? decideUntil(approval) : undefined;
}

/** When somebody has to be reminded next, or an approval expires: the timer of its record. */
export function nextNudgeAt(approval: Approval | undefined): string | undefined {
  return approval && nudgesAhead(approval)[0]?.at;
}

/** Who decides too when somebody does not answer: their manager, unless that person has left. */
export function managerIn(people: { person(id: string | undefined): { readonly managerId?: string; readonly retired: boolean } | undefined }): (personId: string) => string | undefined {
  return (personId) => {
    const managerId = people.person(personId)?.managerId;
    return people.person(managerId)?.retired === false ? managerId : undefined;
  };
}

export interface PassedNudge {
  readonly nudge: Nudge;
  readonly step: string;
  /** Those who are reminded, or may decide too from now on. */
  readonly toIds: readonly string[];
  readonly approval: Approval;
}

/**
 * Everything that is due by `now`, in the order of instants: after an outage several at once. An expiry ends the approval, and
 * nothing is due after it.
 */
export function passNudges(approval: Approval, now: string, managerOf: (personId: string) => string | undefined): readonly PassedNudge[] {
  const passed: PassedNudge[] = [];
  for (let current = approval; approvalState(current) === 'requested'; ) {
    const due = nudgesAhead(current)[0];
    if (!due || due.at > now) break;
    const before = new Set(awaitedApprovers(current));
    const next = nudged(current, due, now, managerOf);
    const ofStep = { ...next, steps: next.steps.filter(({ id }) => id === due.stepId) };
    const awaited = awaitedApprovers(ofStep);
    const toIds = due.nudge === 'remind' ? awaited : due.nudge === 'escalate' ? awaited.filter((id) => !before.has(id)) : [];
    passed.push({ nudge: due.nudge, step: due.stepId, toIds, approval: next });
    current = next;
  }
  return passed;
}

import { approvalState, type Approval, type Recorded } from '../kernel';
import { decidersOf, type BallotEvent } from '../approvals';
import type { ChangeTemplate, TemplateContent, TemplateRenewal, TemplateSample, TemplateSubject } from './change-template';
import { isAsked } from './change-template-lifecycle';
import type { TemplateState } from './change-template-schema';

export type TemplateEvent =
  | { readonly type: 'TemplateAdded'; readonly values: TemplateContent; readonly requesterId: string; readonly requesterName: string }
  | { readonly type: 'TemplateEdited'; readonly changes: Partial<TemplateContent>; readonly clear: readonly string[]; readonly formerState: TemplateState }
  | {
      readonly type: 'TemplateProposed';
      readonly requesterId: string;
      readonly requesterName: string;
      readonly reason: string;
      readonly samples: readonly TemplateSample[];
      readonly expiresAt: string;
      readonly approval: Approval;
    }
  | ({ readonly type: 'TemplateRenewalAsked'; readonly reason: string; readonly approval: Approval } & TemplateRenewal)
  | BallotEvent<TemplateState>
  /** `otherId` is the change that failed, where one did. */
  | { readonly type: 'TemplateSuspended'; readonly reason?: string; readonly otherId?: string }
  | { readonly type: 'TemplateReinstated'; readonly reason: string }
  | { readonly type: 'TemplateExpired' }
  | { readonly type: 'TemplateRetired'; readonly reason: string };

export type RecordedTemplateEvent = Recorded<TemplateEvent>;

function born({ event, recordId, seq, at, by }: RecordedTemplateEvent): ChangeTemplate {
  if (event.type !== 'TemplateAdded') throw new Error(`history of ${recordId} starts with ${event.type}`);
  const { requesterId, requesterName, values } = event;
  return { ...values, id: recordId, version: seq, createdAt: at, updatedAt: at, state: 'draft', requesterId, requesterName, authorIds: [by], askedIds: [], samples: [] };
}

/** A draft again: what was decided about its former content is in the history, and means nothing for the one it will have. */
function draftAgain({ approval, suspension: _suspension, expiresAt: _expires, renewal: _renewal, ...template }: ChangeTemplate, keepsApproval: boolean): ChangeTemplate {
  const askedIds = decidersOf(approval, false, template.askedIds).approverIds;
  return { ...template, state: 'draft', askedIds, ...(keepsApproval && approval && { approval }) };
}

function withoutRenewal({ renewal: _renewal, ...template }: ChangeTemplate): ChangeTemplate {
  return template;
}

/** Renewed, or not: then it is what it was before, until its end. */
function afterRenewal(template: ChangeTemplate & { readonly approval: Approval }, renewal: TemplateRenewal): ChangeTemplate {
  return { ...withoutRenewal(template), ...(approvalState(template.approval) === 'approved' && renewal) };
}

function edited(template: ChangeTemplate, { changes, clear }: Extract<TemplateEvent, { type: 'TemplateEdited' }>, by: string): ChangeTemplate {
  // What was approved has been agreed to: from then on only what is new has authors.
  const authorIds = template.state === 'draft' || template.state === 'proposed' ? [...new Set([...template.authorIds, by])] : [by];
  const next = { ...draftAgain(template, false), ...changes, samples: [], authorIds };
  return Object.fromEntries(Object.entries(next).filter(([field]) => !clear.includes(field))) as unknown as ChangeTemplate;
}

/** The template's fields after an event, without the bookkeeping that every event does. */
function changed(template: ChangeTemplate, { event, at, by }: RecordedTemplateEvent): ChangeTemplate {
  switch (event.type) {
    case 'TemplateEdited':
      return edited(template, event, by);
    case 'TemplateProposed': {
      const { type: _type, reason: _reason, ...proposed } = event;
      return { ...draftAgain(template, false), ...proposed, state: 'proposed' };
    }
    case 'VoteCast':
    case 'VoteWithdrawn':
    case 'ApprovalNudged': {
      const decided = { ...template, approval: event.approval, state: event.state };
      if (template.renewal && event.state === 'approved') return afterRenewal(decided, template.renewal);
      // A refusal stays to be read until somebody writes on it or proposes it anew.
      return event.state === 'draft' ? draftAgain(decided, true) : decided;
    }
    case 'TemplateRenewalAsked': {
      const { type: _type, reason: _reason, approval, ...renewal } = event;
      return { ...template, approval, renewal, state: 'renewing', askedIds: decidersOf(template.approval, false, template.askedIds).approverIds };
    }
    case 'TemplateSuspended':
      return { ...withoutRenewal(template), state: 'suspended', suspension: { at, ...(event.reason && { reason: event.reason }), ...(event.otherId && { changeId: event.otherId }) } };
    case 'TemplateReinstated': {
      const { suspension: _over, ...rest } = template;
      return { ...rest, state: 'approved' };
    }
    case 'TemplateExpired':
      // The decision goes on; until it is there, nobody uses it.
      return template.renewal ? { ...withoutRenewal(template), ...template.renewal, state: 'proposed' } : draftAgain(template, false);
    case 'TemplateRetired':
      return { ...withoutRenewal(template), state: 'retired' };
    case 'TemplateAdded':
      return template;
  }
}

/** The only fold of templates: history in, current state out. */
export function foldTemplate(template: ChangeTemplate | undefined, recorded: RecordedTemplateEvent): ChangeTemplate {
  if (!template) return born(recorded);
  return { ...changed(template, recorded), version: recorded.seq, updatedAt: recorded.at };
}

export function templateSubjectOf(template: ChangeTemplate): TemplateSubject {
  const { id, state, requesterId, ownerId, approval, askedIds } = template;
  return { id, state, requesterId, ...(ownerId && { ownerId }), ...decidersOf(approval, isAsked(state), askedIds) };
}

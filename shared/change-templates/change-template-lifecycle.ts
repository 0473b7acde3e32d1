import type { Lifecycle } from '../kernel';
import { TEMPLATE_STATES, type TemplateState } from './change-template-schema';

/**
 * How somebody stands to a template. `author` wrote or proposed it, or owns it; `approver`: their vote is awaited now, or that of
 * somebody they stand in for; `voter`: their vote stands.
 */
export type TemplateRole = 'author' | 'owner' | 'approver' | 'voter' | 'changeManager' | 'system';

const AUTHORS = ['author', 'changeManager', 'system'] as const;

/**
 * domain.md 3.5. Whoever edits a template makes it a draft again, also while it is voted on: nobody uses what nobody approved.
 * One that has expired becomes a draft by itself, to be proposed anew; `expiresAt` alone decides whether it may be used. It is
 * renewed while it goes on being used: whatever is decided, what was approved before holds until its end.
 */
export const TEMPLATE_LIFECYCLE: Lifecycle<TemplateState, TemplateRole> = {
  states: TEMPLATE_STATES,
  initial: 'draft',
  terminal: ['retired'],
  transitions: [
    { action: 'edit', from: ['draft', 'proposed', 'approved', 'renewing', 'suspended'], to: 'draft', who: AUTHORS },
    { action: 'propose', from: ['draft'], to: 'proposed', who: AUTHORS, requires: ['reason'] },
    { action: 'renew', from: ['approved'], to: 'renewing', who: AUTHORS, requires: ['reason'] },
    { action: 'approve', from: ['proposed', 'renewing'], to: 'approved', who: ['approver'], requires: ['step', 'token'] },
    { action: 'reject', from: ['proposed'], to: 'draft', who: ['approver'], requires: ['step', 'token', 'comment'] },
    { action: 'returnForInfo', from: ['proposed'], to: 'draft', who: ['approver'], requires: ['step', 'token', 'comment'] },
    { action: 'reject', from: ['renewing'], to: 'approved', who: ['approver'], requires: ['step', 'token', 'comment'] },
    { action: 'returnForInfo', from: ['renewing'], to: 'approved', who: ['approver'], requires: ['step', 'token', 'comment'] },
    { action: 'withdrawVote', from: ['proposed', 'renewing'], who: ['voter'], requires: ['step'] },
    { action: 'suspend', from: ['approved', 'renewing'], to: 'suspended', who: ['owner', 'changeManager', 'system'] },
    { action: 'reinstate', from: ['suspended'], to: 'approved', who: ['changeManager'], requires: ['reason'] },
    { action: 'retire', from: ['draft', 'proposed', 'approved', 'renewing', 'suspended'], to: 'retired', who: ['owner', 'changeManager', 'system'], requires: ['reason'] },
  ],
};

/** Somebody decides about it: a proposal, or its renewal. */
export const isAsked = (state: TemplateState): boolean => state === 'proposed' || state === 'renewing';

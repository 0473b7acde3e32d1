export { createApp, type App, type AppOptions } from './create-app';
export type { Performed, PerformRequest, PerformedRecord, PerformRefused } from './perform';
export type { Desk } from './desk';
export type { Audit, AuditEntry } from './audit';
export { canPlan, type Planning } from './planning';
export type { Recompute } from './recompute';
export { BASIS_PRACTICES } from './recompute-basis';
export type { ListRequest, Lists } from './lists';
export type { SearchRequest } from './search';
export { MAX_FILE_BYTES, type Uploads } from './uploads';
export { allActions, findAction, findList, practiceNamed, practiceOf, checkPlanAction, practices, ruledPractices, type AnyAction, type AnyPractice } from './registry';
export { rowKey, type Change, type OutboxEntry, type StoredHead } from './rows';
export { commitEvents, record, type Committed, type EventCommit, type Loaded } from './commit-events';
export { allowedActions, openRecord, summaryOfRecord } from './load';
export { draftTicket, type Draft } from './draft';
export { knownIssues } from './known-issues';
export { joinPerson, type VerifiedIdentity } from './join-person';
export { followCard, hasMovedOn, isNewer, isSucceeded } from './follow-card';
export { createConversations, type Conversation, type Conversations, type PostedCard, type StoredCard } from './conversations';
export {
  createDeliveries, deliveryId, type ClaimedDelivery, type Deliveries, type Delivery, type DeliveryPlan, type DeliveryState, type DeliveryTarget, type DueDelivery, type WebhookTarget, type Notice, type ReaderParam,
} from './deliveries';
export { webhookMessage, type WebhookMessage } from './webhook-message';
export { findByNumber } from './find-by-number';
export { verifyStore, type StoreProblem, type VerifyOptions, type VerifyReport } from './verify';
export { exportStore, type ExportLine } from './export';
export { canReplay, MAX_REPLAY_DAYS, type PrepareReplay, type ReplayRequest, type ReplayRun } from './replay';
export { canDryRun, MAX_DRY_RUN_DAYS } from './automation-dry-run';
export { draftId, type Drafts, type ProposedEntry } from './replay-draft';

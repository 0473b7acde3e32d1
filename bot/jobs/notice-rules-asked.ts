import type { Notice } from '../../shared/app';
import type { BallotEvent } from '../../shared/approvals';
import type { ChangeTemplate, RecordedTemplateEvent } from '../../shared/change-templates';
import type { ExceptionEvent, FreezeException, RecordedExceptionEvent } from '../../shared/freeze-exceptions';
import type { Directory } from '../../shared/catalog';
import { translator } from '../../shared/strings';
import { approvalState, type Approval, type Recorded } from '../../shared/kernel';
import { askChannels, askPeople, remindChannels, stepsAskedAt } from './notice-rules-approvals';
import { cut, toPerson, type Telling, type TellingRules } from './telling';

/** A record that is decided about, as far as its notices name it. */
interface Asked {
  readonly id: string;
  readonly title: string;
  readonly requesterName: string;
  readonly ownerIds: readonly (string | undefined)[];
}

interface Told {
  readonly recorded: Recorded;
  readonly asked: Asked;
  readonly directory: Directory;
}

function notice({ recorded, asked }: Told, what: string, more: Notice['params'] = {}, card?: string): Notice {
  const params = { id: asked.id, name: asked.id, title: cut(asked.title), by: recorded.byName, requester: asked.requesterName, ...more };
  return { what: `decision.${what}`, params, ...(card && { card }) };
}

const toOwners = ({ asked }: Told, what: Notice): readonly Telling[] => [...new Set(asked.ownerIds)].flatMap((personId) => toPerson(personId, what));

function ask(told: Told, approval: Approval): readonly Telling[] {
  const { recorded, directory } = told;
  const asking = { approval, steps: stepsAskedAt(approval, recorded.at), directory, at: recorded.at };
  return [...askPeople(asking, notice(told, 'approval')), ...askChannels(asking, (group) => notice(told, 'board', { group }, 'triage'))];
}

function balloted(told: Told, event: BallotEvent<string>): readonly Telling[] {
  if (event.type === 'VoteWithdrawn') return [];
  if (event.type === 'ApprovalNudged') {
    if (event.nudge === 'expire') return toOwners(told, notice(told, 'expired', {}, 'requester'));
    const asking = { approval: event.approval, steps: event.approval.steps.filter(({ id }) => id === event.step), directory: told.directory, at: told.recorded.at };
    const what = notice(told, event.nudge === 'remind' ? 'reminder' : 'escalated', {}, 'approver');
    return [...event.toIds.flatMap((personId) => toPerson(personId, what)), ...remindChannels(asking, notice(told, 'boardReminder'))];
  }
  const outcome = approvalState(event.approval);
  if (outcome === 'requested') return ask(told, event.approval);
  if (outcome === 'approved') return toOwners(told, notice(told, 'approved', {}, 'requester'));
  const text = cut(event.vote.comment ?? '');
  return toOwners(told, event.vote.decision === 'returned' ? notice(told, 'returned', { text }, 'requester') : notice(told, 'rejected', { text }, 'requester'));
}

/** Voters who do the work by now: the others are asked again, or are too few. */
function voidedTold(told: Told, { approval, state }: Extract<ExceptionEvent, { type: 'VotesVoided' }>): readonly Telling[] {
  if (state === 'approved') return [];
  if (state !== 'requested') return toOwners(told, notice(told, 'tooFew', {}, 'requester'));
  return [...ask(told, approval), ...toOwners(told, notice(told, 'voided'))];
}

function exceptionTold(told: Told, { event }: RecordedExceptionEvent): readonly Telling[] {
  switch (event.type) {
    case 'ExceptionRequested':
      return ask(told, event.approval);
    case 'VotesVoided':
      return voidedTold(told, event);
    case 'ExceptionWithdrawn':
      return toOwners(told, notice(told, 'withdrawn'));
    case 'ExceptionExpired':
      return toOwners(told, notice(told, 'ended'));
    default:
      return balloted(told, event);
  }
}

/** Exceptions from freezes concern who asked and whoever plans and does the change. */
export const exceptionTellings: TellingRules = (entry, record, directory) => {
  const exception = record as FreezeException;
  const change = directory.summary(exception.changeId) as { readonly requesterId?: string; readonly implementerId?: string } | undefined;
  const t = translator(directory.settings().defaultLanguage ?? 'en');
  const asked: Asked = {
    id: exception.id, title: t('freezeException.title', { freeze: exception.freezeName, change: exception.changeId }), requesterName: exception.requesterName,
    ownerIds: [exception.requesterId, change?.requesterId, change?.implementerId],
  };
  return (entry.history as readonly RecordedExceptionEvent[]).flatMap((recorded) => exceptionTold({ recorded, asked, directory }, recorded));
};

function templateTold(told: Told, { event }: RecordedTemplateEvent): readonly Telling[] {
  switch (event.type) {
    case 'TemplateProposed':
    case 'TemplateRenewalAsked':
      return ask(told, event.approval);
    case 'VoteCast':
    case 'VoteWithdrawn':
    case 'ApprovalNudged':
      return balloted(told, event);
    case 'TemplateSuspended':
      return toOwners(told, notice(told, 'suspended', {}, 'requester'));
    case 'TemplateReinstated':
      return toOwners(told, notice(told, 'reinstated'));
    case 'TemplateExpired':
      return toOwners(told, notice(told, 'ended', {}, 'requester'));
    case 'TemplateRetired':
      return toOwners(told, notice(told, 'retired'));
    default:
      return [];
  }
}

/** Templates concern who proposed and who owns them. */
export const templateTellings: TellingRules = (entry, record, directory) => {
  const template = record as ChangeTemplate;
  const asked: Asked = { id: template.id, title: template.name, requesterName: template.requesterName, ownerIds: [template.requesterId, template.ownerId] };
  return (entry.history as readonly RecordedTemplateEvent[]).flatMap((recorded) => templateTold({ recorded, asked, directory }, recorded));
};

import type { Directory } from '../catalog';
import type { Practice } from '../kernel';
import type { ChangeTemplate, TemplateSubject } from './change-template';
import { templateActions } from './change-template-actions';
import { deriveTemplate } from './change-template-derive';
import { foldTemplate, templateSubjectOf, type TemplateEvent } from './change-template-events';
import { isAsked } from './change-template-lifecycle';
import { templateList } from './change-template-lists';
import { canReadTemplate } from './change-template-permissions';
import { presentTemplate, presentTemplateRow } from './change-template-present';
import type { TemplateSummary } from './change-template-views';

const toSubject = (subject: ChangeTemplate | TemplateSummary): TemplateSubject => ('awaitedApproverIds' in subject ? subject : templateSubjectOf(subject));

/** Templates of standard changes (ITIL 4, change enablement). */
export const changeTemplatesPractice: Practice<ChangeTemplate, TemplateSummary, TemplateEvent, Directory> = {
  name: 'changeTemplates',
  prefixes: ['TPL'],
  actions: templateActions,
  fold: foldTemplate,
  subject: toSubject,
  canRead: (actor, subject) => canReadTemplate(actor, toSubject(subject)),
  derive: deriveTemplate,
  view: presentTemplate,
  row: presentTemplateRow,
  lists: [templateList],
  timers: {
    nudge: { action: 'changeTemplates.nudge', input: {} },
    expiry: { action: 'changeTemplates.expire', input: {} },
  },
  // While it is decided about, a vote or a reminder makes nobody's form stale: what a press is about stands in its token.
  isQuiet: (event) => 'approval' in event && 'state' in event && isAsked(event.state),
  announces: true,
  awaits: ({ awaitedApproverIds: awaitedIds, excludedApproverIds: excludedIds, name: title, state, requesterName, decideUntil }) =>
    awaitedIds.length === 0 ? undefined : { awaitedIds, excludedIds, title, state, requesterName, ...(decideUntil && { decideUntil }) },
  searchText: ({ id, name, nameDe, purpose }) => ({ title: `${id} ${name} ${nameDe ?? ''}`, text: purpose ?? '' }),
};

import { emptySchema, reasonSchema } from '../../changes/change-schema';
import { refuse } from '../../kernel';
import { suspendTemplateSchema } from '../change-template-schema';
import { onTemplate, type TemplateAction } from './define';

/** After a failed use, by itself; or by whoever doubts it (domain.md 3.5). Whatever happened since it was looked at: better once too often. */
export const suspend = onTemplate('suspend', suspendTemplateSchema, (_template, { reason, changeId }, { others }) => {
  if (changeId && others.get(changeId)?.practice !== 'changes') return refuse('kernel.invalidInput', undefined, [{ field: 'changeId', code: 'notFound' }]);
  if (!reason && !changeId) return refuse('kernel.invalidInput', undefined, [{ field: 'reason', code: 'required' }]);
  return { events: [{ type: 'TemplateSuspended', ...(reason && { reason }), ...(changeId && { otherId: changeId }) }] };
}, { repeat: 'safe' });

/** It was looked at, and nothing in it has to change: what was approved is of use again. */
export const reinstate = onTemplate('reinstate', reasonSchema, ({ expiresAt }, { reason }, { now }) => {
  if ((expiresAt ?? '') <= now) return refuse('changeTemplates.expired');
  return { events: [{ type: 'TemplateReinstated', reason }] };
});

export const retire = onTemplate('retire', reasonSchema, (_template, { reason }) => ({ events: [{ type: 'TemplateRetired', reason }] }));

/** The timer of an approved template: it has to be proposed anew, with what was learned since. */
export const expire: TemplateAction<typeof emptySchema> = {
  name: 'changeTemplates.expire',
  schema: emptySchema,
  repeat: 'check',
  internal: true,
  can: (_actor, template) => template !== undefined && ['approved', 'renewing', 'suspended'].includes(template.state),
  decide: (template, _input, { now }) => (template && (template.expiresAt ?? '') <= now ? { events: [{ type: 'TemplateExpired' }] } : refuse('kernel.notDue')),
};

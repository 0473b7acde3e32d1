import type { ChangeSummary } from '../../changes/change-views';
import { changesNothing, isRefused, refuse, RECORD_ID, type InputOf, type Refused } from '../../kernel';
import { translator } from '../../strings';
import type { ChangeTemplate, TemplateContent, TemplateSample } from '../change-template';
import { approvalOf } from '../change-template-approval';
import { checkedContent, fieldLabel, missingForProposal } from '../change-template-check';
import { canAddTemplate } from '../change-template-permissions';
import { addTemplateSchema, editTemplateSchema, proposeTemplateSchema, renewTemplateSchema } from '../change-template-schema';
import { onTemplate, type TemplateAction, type TemplateContext } from './define';

const MAX_SAMPLES = 20;
/** Shorter than this nobody has said why nothing shows that it works. */
const MIN_REASON_WITHOUT_SAMPLES = 40;
const DEFAULT_MONTHS = 12;
const MOST_MONTHS = 24;

export const add: TemplateAction<typeof addTemplateSchema> = {
  name: 'changeTemplates.add',
  schema: addTemplateSchema,
  repeat: 'check',
  creates: () => 'TPL',
  can: canAddTemplate,
  decide: (_template, input, { actor, config }) => {
    const checked = checkedContent<TemplateContent>(input, config);
    if ('problems' in checked) return refuse('kernel.invalidInput', undefined, checked.problems);
    return { events: [{ type: 'TemplateAdded', values: checked.content, requesterId: actor.id, requesterName: actor.name }] };
  },
};

/** Makes it a draft again, whatever it was: an approval is worth nothing for a content that nobody saw. */
export const edit = onTemplate('edit', editTemplateSchema, (template, { clear = [], ...changes }, { config }) => {
  const emptied = clear.filter((field) => field in template);
  const checked = checkedContent<Partial<TemplateContent>>(changes, config);
  if ('problems' in checked) return refuse('kernel.invalidInput', undefined, checked.problems);
  if (changesNothing(checked.content, template) && emptied.length === 0) return refuse('kernel.nothingChanged');
  return { events: [{ type: 'TemplateEdited', changes: checked.content, clear: emptied, formerState: template.state }] };
});

const isEvidence = ({ practice, state, outcome }: ChangeSummary): boolean =>
  practice === 'changes' && state === 'closed' && (outcome === 'successful' || outcome === 'withIssues');

/** The changes that are named as evidence: ended well, and readable for whoever names them. */
function samplesFrom(ids: readonly unknown[], { others }: TemplateContext): readonly TemplateSample[] | Refused {
  if (ids.length > MAX_SAMPLES) return refuse('kernel.invalidInput', undefined, [{ field: 'sampleIds', code: 'tooMany', params: { max: MAX_SAMPLES } }]);
  const samples: TemplateSample[] = [];
  for (const id of ids) {
    const change = typeof id === 'string' && RECORD_ID.test(id) ? (others.get(id) as ChangeSummary | undefined) : undefined;
    if (!change) return refuse('kernel.invalidInput', undefined, [{ field: 'sampleIds', code: 'notFound' }]);
    if (!isEvidence(change)) return refuse('changeTemplates.noEvidence', { change: change.id });
    samples.push({ id: change.id, title: change.title, ...(change.outcome && { outcome: change.outcome }) });
  }
  return samples;
}

function addMonths(instant: string, months: number): string {
  const date = new Date(instant);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString();
}

/** What somebody is asked to decide about: who asks, what shows that it works, until when it is to be used, and by whom. */
function asked(template: ChangeTemplate, input: InputOf<typeof proposeTemplateSchema>, context: TemplateContext, usualEnd: string) {
  const { actor, now } = context;
  const named: unknown = input.sampleIds ?? [];
  if (!Array.isArray(named)) return refuse('kernel.invalidInput', undefined, [{ field: 'sampleIds', code: 'notList' }]);
  const samples = samplesFrom([...new Set<unknown>([...(named as unknown[]), ...(input.sampleId ? [input.sampleId] : [])])], context);
  if (isRefused(samples)) return samples;
  if (samples.length === 0 && input.reason.length < MIN_REASON_WITHOUT_SAMPLES) return refuse('changeTemplates.samplesRequired');
  const expiresAt = input.expiresAt ?? usualEnd;
  if (expiresAt <= now) return refuse('kernel.invalidInput', undefined, [{ field: 'expiresAt', code: 'notInFuture' }]);
  if (expiresAt > addMonths(now, MOST_MONTHS)) return refuse('changeTemplates.expiresTooLate', { months: MOST_MONTHS });
  const approval = approvalOf(template, context);
  if (isRefused(approval)) return approval;
  return { requesterId: actor.id, requesterName: actor.name, reason: input.reason, samples, expiresAt, approval };
}

/** Asks for the approval of what is written now, with what shows that it works, and for how long. */
export const propose = onTemplate('propose', proposeTemplateSchema, (template, input, context) => {
  const { actor, now } = context;
  const missing = missingForProposal(template);
  if (missing.length > 0) {
    const t = translator(actor.language);
    return refuse('changeTemplates.incomplete', { missing: missing.map((field) => t(fieldLabel(field))).join(', ') }, missing.map((field) => ({ field, code: 'required' })));
  }
  const proposed = asked(template, input, context, addMonths(now, DEFAULT_MONTHS));
  return isRefused(proposed) ? proposed : { events: [{ type: 'TemplateProposed', ...proposed }] };
});

/** Asks for another period of the same content, before the present one ends: nobody has to do without it meanwhile. */
export const renew = onTemplate('renew', renewTemplateSchema, (template, input, context) => {
  const { expiresAt: end = '' } = template;
  if (end <= context.now) return refuse('changeTemplates.expired');
  const renewal = asked(template, input, context, addMonths(end, DEFAULT_MONTHS));
  if (isRefused(renewal)) return renewal;
  if (renewal.expiresAt <= end) return refuse('kernel.invalidInput', undefined, [{ field: 'expiresAt', code: 'notLater' }]);
  return { events: [{ type: 'TemplateRenewalAsked', ...renewal }] };
});

import { Badge, Field, Input } from '@fluentui/react-components';
import { Box20Regular } from '@fluentui/react-icons/svg/box';
import { addOfferingSchema } from '../../../../shared/catalog/offering-schema';
import type { OfferingAudience, Plan } from '../../../../shared/catalog/plan-schema';
import { planProblems } from '../../../../shared/catalog/plan-check-views';
import type { Schema } from '../../../../shared/kernel';
import { useSession, useText } from '../../lib/session';
import { labelText } from '../../lib/texts';
import type { OwnControlProps } from '../../registers/EntryFields';
import { CostsEditor, CostsWords } from '../catalog/CostsEditor';
import { DryRun } from '../catalog/DryRun';
import { FlowView } from '../catalog/FlowView';
import { FormBuilder } from '../catalog/FormBuilder';
import { OfferingHistory } from '../catalog/OfferingHistory';
import { OfferingLead } from '../catalog/OfferingLead';
import { PlanDesigner } from '../catalog/PlanDesigner';
import { missingFields } from '../catalog/step-inputs';
import type { OfferingEntry } from '../catalog/types';
import { PickSeveral } from '../editors/Pick';
import type { SetupRegister } from '../register';

const listOf = (text: string): readonly string[] => text.split(',').map((entry) => entry.trim()).filter(Boolean);

/** Groups by name, departments and sites as the directory calls them. */
function AudienceControl({ value, problem, onChange }: OwnControlProps) {
  const { t, config } = useSession();
  const audience = (value ?? {}) as OfferingAudience;
  const put = (more: OfferingAudience): void => onChange(Object.fromEntries(Object.entries({ ...audience, ...more }).filter(([, list]) => list.length > 0)));
  return (
    <>
      <PickSeveral label={t('setup.audience.groups')} choices={config.groups.map(({ id, name }) => ({ value: id, text: name }))} values={audience.groupIds ?? []} onChange={(groupIds) => put({ groupIds })} />
      {(['departments', 'sites'] as const).map((name) => (
        <Field key={name} size="small" label={t(`setup.audience.${name}`)} validationMessage={problem ?? null}>
          <Input size="small" defaultValue={(audience[name] ?? []).join(', ')} onBlur={(event) => put({ [name]: listOf(event.target.value) })} />
        </Field>
      ))}
    </>
  );
}

function FormWords({ value }: { readonly value: unknown }) {
  const { t, language } = useSession();
  const fields = Object.entries((value ?? {}) as Schema);
  if (fields.length === 0) return <span>{t('tab.none')}</span>;
  return fields.map(([name, field]) => <span key={name}>{labelText(field.label, language, t)} · {t(`fieldKind.${field.kind}`)}{field.required ? ` · ${t('setup.form.required')}` : ''}{field.visibleIf ? ` · ${t('setup.plan.sometimes')}` : ''}</span>);
}

function PlanWords({ value, entry }: { readonly value: unknown; readonly entry: OfferingEntry }) {
  const { t, config } = useSession();
  const plan = (value ?? []) as Plan;
  if (plan.length === 0) return <span>{t('tab.none')}</span>;
  const around = { form: entry.form ?? {}, groupId: entry.groupId, ownerId: entry.ownerId, isPerson: () => true, actionProblems: missingFields, deciders: (id: string) => config.groups.find((group) => group.id === id)?.members.length, worksOn: (id: string) => config.groups.some((group) => group.id === id) };
  return <FlowView plan={plan} problems={planProblems(plan, around)} />;
}

function AudienceWords({ value }: { readonly value: unknown }) {
  const { t, config } = useSession();
  const { groupIds = [], departments = [], sites = [] } = (value ?? {}) as OfferingAudience;
  const names = [...groupIds.map((id) => config.groups.find((group) => group.id === id)?.name ?? id), ...departments, ...sites];
  return <span>{names.length > 0 ? names.join(', ') : t('setup.audience.all')}</span>;
}

export const OFFERINGS: SetupRegister<OfferingEntry> = {
  practice: 'offerings',
  icon: <Box20Regular />,
  schema: addOfferingSchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'nameDe', 'description', 'descriptionDe', 'categoryId', 'keywords'] },
    { title: 'setup.form.people', fields: ['ownerId', 'groupId', 'serviceId', 'reviewOn'] },
    { title: 'field.offering.audience', hint: 'help.offering.audience', fields: ['audience'] },
    { title: 'setup.offering.promise', fields: ['targetMinutes', 'targetField', 'approvalRule'] },
    { title: 'field.offering.form', fields: ['form'] },
    { title: 'field.offering.costs', hint: 'setup.costs.help', fields: ['costs'] },
    { title: 'field.offering.plan', fields: ['plan'] },
  ],
  controls: { audience: { Control: AudienceControl }, form: { Control: FormBuilder }, costs: { Control: CostsEditor }, plan: { Control: PlanDesigner } },
  initial: () => ({ approvalRule: 'none' }),
  facts: ['nameDe', 'description', 'descriptionDe', 'categoryId', 'ownerId', 'groupId', 'approvalRule', 'targetMinutes', 'targetField', 'reviewOn'],
  words: { audience: AudienceWords, costs: CostsWords, form: FormWords, plan: PlanWords },
  // What is edited is the next edition: the draft where there is one.
  edited: (entry) => ({ ...entry, ...entry.draft }),
  Marks: ({ entry }) => {
    const t = useText();
    return (
      <>
        <Badge appearance="tint" color={entry.state === 'published' ? 'success' : 'informative'}>{t(`offeringState.${entry.state}`)}</Badge>
        {entry.state === 'published' && entry.draft && <Badge appearance="tint" color="warning">{t('setup.offering.hasDraft')}</Badge>}
      </>
    );
  },
  Lead: OfferingLead,
  hasOwnHistory: true,
  More: ({ entry }) => (
    <>
      <DryRun entry={entry} />
      <OfferingHistory entry={entry} />
    </>
  ),
};

import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Dropdown, Field, Input, makeStyles, Option, Textarea } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import {
  AGREEMENT_TYPES, agreementSchema, CALENDAR_SOURCES, METRICS, REOPEN_MODES, RETARGET_MODES, START_MODES, UPDATE_MODES, type AgreementConditions,
} from '../../../../shared/sla/agreement-schema';
import { useSession } from '../../lib/session';
import { FieldControl } from '../../parts/schema-form/FieldControl';
import { ConditionsEditor } from '../../registers/conditions/ConditionsEditor';
import { DayInput } from '../DayInput';
import { ModeChoice } from '../ModeChoice';
import { Sheet } from '../../parts/Sheet';
import type { AgreementValues } from '../types';
import type { EntryForm } from '../../registers/use-entry-form';
import { modesOf } from './agreement-modes';
import { LadderEditor } from './LadderEditor';
import { TargetsEditor, type TargetDrafts } from './TargetsEditor';
import type { KnownCalendars } from './use-words';

const useStyles = makeStyles({
  pair: { display: 'grid', alignItems: 'start', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))', gap: '14px 24px' },
  narrow: { maxWidth: '320px' },
  more: { marginLeft: '-12px' },
  conditions: { display: 'flex', flexDirection: 'column', gap: '20px', padding: '8px 0 4px' },
});

const MORE = ['start', 'resume', 'stop', 'reset', 'cancel'] as const;
/** What a new condition of each kind begins with: what people mean most often. */
const FIRST = {
  applies: { field: 'kind', is: ['incident'] },
  pause: { field: 'state', is: ['onHold'] },
  start: { field: 'assigneeId', isNot: [''] },
  resume: { field: 'state', is: ['inProgress'] },
  stop: { field: 'state', is: ['resolved', 'fulfilled', 'closed'] },
  reset: { field: 'state', is: ['assigned'] },
  cancel: { field: 'state', is: ['cancelled', 'rejected'] },
} as const;

interface Props {
  readonly form: EntryForm;
  readonly known: KnownCalendars;
  /** Names of people that are already chosen. */
  readonly names: Readonly<Record<string, string>>;
}

/** Everything an agreement consists of, from what is promised to what happens when it is in danger. */
export function AgreementForm({ form, known: { words, calendars }, names }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const { draft, problems, set } = form;
  const values: Partial<AgreementValues> = draft;
  const conditions: AgreementConditions = values.conditions ?? {};
  const targets = (draft['targets'] ?? {}) as TargetDrafts;
  const hasDays = Object.values(targets).some((target) => target?.unit === 'days');
  const labelled = (field: string, control: ReactNode, options: { isRequired?: boolean; hint?: string; className?: string } = {}) => (
    <Field
      label={t(field === 'calendarId' ? 'field.agreement.calendar' : `field.agreement.${field.replace(/Id$/, '')}`)}
      required={options.isRequired ?? false}
      hint={options.hint ?? null}
      {...(options.className && { className: options.className })}
      validationMessage={problems[field] ?? null}
      validationState={problems[field] ? 'error' : 'none'}
      data-field={field}
    >
      {control}
    </Field>
  );
  const control = (field: 'ownerId' | 'groupId') => (
    <FieldControl name={field} field={agreementSchema[field]} value={draft[field]} hints={{ names }} isDisabled={false} onChange={(value) => set(field, value)} />
  );
  // Groups and suppliers promise resolutions only.
  const setType = (type: string): void => {
    set('type', type);
    if (type !== 'sla') set('metric', 'resolution');
  };
  const condition = (part: keyof typeof FIRST) => (
    <ConditionsEditor
      key={part}
      label={t(`levels.form.conditions.${part}`)}
      help={t(`levels.form.conditions.${part}.help`)}
      emptyText={t(`levels.form.conditions.${part}.none`)}
      fields={words.fields}
      first={FIRST[part]}
      conditions={conditions[part]}
      problem={problems[`conditions.${part}`]}
      onChange={(changed) => set('conditions', { ...conditions, [part]: changed })}
    />
  );
  const active = calendars.filter((calendar) => !calendar.retired || calendar.id === values.calendarId);
  return (
    <>
      <Sheet title={t('levels.form.promise')}>
        <div className={styles.pair}>
          {labelled('name', <Input value={values.name ?? ''} maxLength={100} onChange={(_event, data) => set('name', data.value)} />, { isRequired: true })}
          {labelled('description', <Textarea value={values.description ?? ''} resize="vertical" rows={2} onChange={(_event, data) => set('description', data.value)} />)}
        </div>
        <div className={styles.pair}>
          <ModeChoice name="type" label={t('field.agreement.type')} modes={modesOf(t, 'agreementType', AGREEMENT_TYPES)} value={values.type} isRequired problem={problems['type']} onChange={setType} />
          <ModeChoice name="metric" label={t('field.agreement.metric')} modes={modesOf(t, 'metric', values.type === 'ola' || values.type === 'contract' ? ['resolution'] : METRICS)} value={values.metric} isRequired problem={problems['metric']} onChange={(value) => set('metric', value)} />
        </div>
        {values.type === 'ola' && labelled('groupId', control('groupId'), { isRequired: true, className: styles.narrow })}
        {values.type === 'contract' && labelled('supplier', <Input value={values.supplier ?? ''} maxLength={100} onChange={(_event, data) => set('supplier', data.value)} />, { hint: t('levels.form.supplier.help'), className: styles.narrow })}
        {values.metric === 'periodicUpdate' && (
          <ModeChoice name="updateMode" label={t('field.agreement.updateMode')} modes={modesOf(t, 'updateMode', UPDATE_MODES)} value={values.updateMode} problem={problems['updateMode']} onChange={(value) => set('updateMode', value)} />
        )}
      </Sheet>
      <Sheet title={t('levels.form.time')}>
        <TargetsEditor targets={targets} problem={problems['targets']} onChange={(changed) => set('targets', changed)} />
        {hasDays &&
          labelled(
            'dayMinutes',
            <Input type="number" min={1} value={values.dayMinutes === undefined ? '' : String(values.dayMinutes)} placeholder="480" onChange={(_event, data) => set('dayMinutes', data.value === '' ? undefined : Number(data.value))} />,
            { hint: t('levels.form.dayMinutes.help'), className: styles.narrow },
          )}
        <div className={styles.pair}>
          <ModeChoice name="calendarSource" label={t('field.agreement.calendarSource')} modes={modesOf(t, 'calendarSource', CALENDAR_SOURCES)} value={values.calendarSource} isRequired problem={problems['calendarSource']} onChange={(value) => set('calendarSource', value)} />
          {labelled(
            'calendarId',
            <Dropdown value={values.calendarId ? words.calendarName(values.calendarId) : ''} selectedOptions={values.calendarId ? [values.calendarId] : []} onOptionSelect={(_event, data) => set('calendarId', data.optionValue)}>
              {active.map((calendar) => (
                <Option key={calendar.id} value={calendar.id}>
                  {calendar.name}
                </Option>
              ))}
            </Dropdown>,
            { isRequired: true, hint: t('levels.form.calendar.help') },
          )}
        </div>
      </Sheet>
      <Sheet title={t('levels.form.when')}>
        {condition('applies')}
        {condition('pause')}
        <Accordion collapsible className={styles.more}>
          <AccordionItem value="more">
            <AccordionHeader>{t('levels.form.moreConditions')}</AccordionHeader>
            <AccordionPanel>
              <div className={styles.conditions}>
                {MORE.map(condition)}
                <ModeChoice name="startMode" label={t('field.agreement.startMode')} modes={modesOf(t, 'startMode', START_MODES)} value={values.startMode ?? 'received'} problem={problems['startMode']} onChange={(value) => set('startMode', value)} />
              </div>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      </Sheet>
      <Sheet title={t('levels.form.changes')}>
        <div className={styles.pair}>
          <ModeChoice name="retarget" label={t('field.agreement.retarget')} modes={modesOf(t, 'retarget', RETARGET_MODES)} value={values.retarget} isRequired problem={problems['retarget']} onChange={(value) => set('retarget', value)} />
          <ModeChoice name="reopen" label={t('field.agreement.reopen')} modes={modesOf(t, 'reopen', REOPEN_MODES)} value={values.reopen} isRequired problem={problems['reopen']} onChange={(value) => set('reopen', value)} />
        </div>
      </Sheet>
      <Sheet title={t('field.agreement.ladder')} hint={t('levels.form.ladder.help')}>
        <LadderEditor ladder={values.ladder ?? []} problem={problems['ladder']} onChange={(ladder) => set('ladder', ladder)} />
      </Sheet>
      <Sheet title={t('levels.form.validity')}>
        <div className={styles.pair}>
          {labelled('ownerId', control('ownerId'))}
          {labelled(
            'order',
            <Input type="number" min={1} value={values.order === undefined ? '' : String(values.order)} onChange={(_event, data) => set('order', data.value === '' ? undefined : Number(data.value))} />,
            { isRequired: true, hint: t('levels.form.order.help') },
          )}
          {labelled('validFrom', <DayInput value={values.validFrom} onChange={(value) => set('validFrom', value)} />, { hint: t('levels.form.valid.help') })}
          {labelled('validTo', <DayInput value={values.validTo} onChange={(value) => set('validTo', value)} />, { hint: t('levels.form.validTo.help') })}
        </div>
      </Sheet>
    </>
  );
}

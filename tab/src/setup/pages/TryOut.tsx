import { Button, Checkbox, Field, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { decidingRows, wantedSteps, type WantedStep } from '../../../../shared/approvals/approval-match-views';
import { EMERGENCY_REASONS, RISK_LEVELS } from '../../../../shared/changes/change-schema';
import { entries } from '../../../../shared/kernel/schema';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { FieldControl } from '../../parts/schema-form/FieldControl';
import { fieldLabel, valueText, type ConditionField } from '../../registers/conditions/condition-field';
import { useRecordsOf } from '../../registers/names';
import { Pick } from '../editors/Pick';
import type { ItemView, PolicyView, ServiceView } from '../kinds/types';
import { usePolicyFields } from '../words/policy-fields';
import { StepsWords } from '../words/StepsWords';
import { fieldsOf } from './try-out-fields';

const SERVICES = entries({ label: 'field.change.services', of: 'services', max: 20 });
const ITEMS = entries({ label: 'field.change.items', of: 'items', max: 50 });
const NO_HINTS = {};
const TYPES = ['normal', 'emergency'] as const;

const useStyles = makeStyles({
  grid: { display: 'grid', alignItems: 'start', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))', gap: '10px 20px' },
  wide: { minWidth: 0 },
  answer: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  because: { margin: 0, paddingLeft: '20px', color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly policies: readonly PolicyView[];
  /** Rows that hold now. */
  onHolding(ids: ReadonlySet<string>): void;
}

const asIds = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

/** Who would have to decide about a change that nobody has proposed yet. */
export function TryOut({ policies, onHolding }: Props) {
  const { t } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('setup.try')}</Button>
      </div>
    );
  }
  return <Trial policies={policies} onHolding={onHolding} onClose={() => setOpen(false)} />;
}

function Trial({ policies, onHolding, onClose }: Props & { onClose(): void }) {
  const styles = useStyles();
  const { t, config, language } = useSession();
  const [type, setType] = useState('normal');
  const [risk, setRisk] = useState('low');
  const [reason, setReason] = useState<string>(EMERGENCY_REASONS[0]);
  const [groupId, setGroup] = useState('');
  const [isOutage, setOutage] = useState(false);
  const [serviceIds, setServices] = useState<readonly string[]>([]);
  const [itemIds, setItems] = useState<readonly string[]>([]);
  const items = useRecordsOf<ItemView>('items', itemIds);
  // Services that an affected item delivers are affected, too.
  const services = useRecordsOf<ServiceView>('services', [...new Set([...serviceIds, ...items.flatMap((item) => item.serviceIds ?? [])])]);
  const fields = fieldsOf({ type, risk, services, items, groupId: groupId || undefined, emergencyReason: reason, isOutage });
  const asked = JSON.stringify(fields);
  const { rows, steps } = useMemo(() => {
    const imagined = JSON.parse(asked) as typeof fields;
    return { rows: decidingRows(policies, 'changes', imagined), steps: wantedSteps(policies, 'changes', imagined) };
  }, [policies, asked]);
  const holding = rows.map(({ id }) => id).join(' ');
  useEffect(() => onHolding(new Set(holding.split(' ').filter(Boolean))), [holding, onHolding]);
  const close = (): void => {
    onHolding(new Set());
    onClose();
  };
  const known = usePolicyFields(...policies.map(({ conditions }) => conditions));
  const choices = (prefix: string, values: readonly string[]) => values.map((value) => ({ value, text: t(`${prefix}.${value}`) }));
  return (
    <Sheet title={t('setup.try')} hint={t('setup.try.help')} end={<Button size="small" onClick={close}>{t('setup.try.close')}</Button>}>
      <div className={styles.grid} data-testid="try-out">
        <Pick label={t('field.change.type')} value={type} choices={choices('changeType', TYPES)} onChange={setType} />
        {type === 'emergency' && <Pick label={t('field.change.emergencyReason')} value={reason} choices={choices('emergencyReason', EMERGENCY_REASONS)} onChange={setReason} />}
        <Pick label={t('setup.field.risk')} value={risk} choices={choices('risk', RISK_LEVELS)} onChange={setRisk} />
        <Pick label={t('setup.field.groupId')} value={groupId} choices={[{ value: '', text: t('setup.try.noGroup') }, ...config.groups.map(({ id, name }) => ({ value: id, text: name }))]} onChange={setGroup} />
        <Field label={t('setup.field.serviceIds')} size="small" className={styles.wide}>
          <FieldControl name="serviceIds" field={SERVICES} value={serviceIds} hints={NO_HINTS} isDisabled={false} onChange={(ids) => setServices(asIds(ids))} />
        </Field>
        <Field label={t('setup.field.itemIds')} size="small" className={styles.wide}>
          <FieldControl name="itemIds" field={ITEMS} value={itemIds} hints={NO_HINTS} isDisabled={false} onChange={(ids) => setItems(asIds(ids))} />
        </Field>
        <Checkbox label={t('setup.field.isOutage')} checked={isOutage} onChange={(_event, data) => setOutage(data.checked === true)} />
      </div>
      <div className={styles.answer} role="status" data-testid="try-answer">
        <h3 className={styles.title}>{t('setup.try.rows', { count: rows.length, names: new Intl.ListFormat(language).format(rows.map(({ name }) => name)) })}</h3>
        {rows.length === 0 ? (
          <MessageBar intent="warning">
            <MessageBarBody>{t('setup.try.nobody')}</MessageBarBody>
          </MessageBar>
        ) : (
          <>
            <StepsWords steps={steps} />
            <Because steps={steps} fields={known} />
          </>
        )}
      </div>
    </Sheet>
  );
}

/** Which of its properties made rows hold. */
function Because({ steps, fields }: { readonly steps: readonly WantedStep[]; readonly fields: readonly ConditionField[] }) {
  const styles = useStyles();
  const { t } = useSession();
  const reasons = new Map(steps.flatMap(({ because }) => because).map((reason) => [JSON.stringify(reason), reason]));
  const isTruth = (name: string): boolean => fields.find((field) => field.name === name)?.isTruth === true;
  if (reasons.size === 0) return null;
  return (
    <ul className={styles.because}>
      {[...reasons].map(([key, { field, value }]) => (
        <li key={key}>{isTruth(field) ? fieldLabel(fields, field) : t('setup.try.because', { field: fieldLabel(fields, field), value: valueText(fields, field, value, t) })}</li>
      ))}
    </ul>
  );
}

import { Button, Checkbox, Field, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { APPROVER_ROLES, type ApproverRole, type ApproverSource } from '../../../../shared/approvals/approval-policy-schema';
import { group, person } from '../../../../shared/kernel/schema';
import { useRecord } from '../../lib/records';
import { useSession } from '../../lib/session';
import { FieldControl } from '../../parts/schema-form/FieldControl';
import { Pick } from './Pick';
import { withKind } from './step-draft';

const KINDS = ['role', 'group', 'person'] as const;
const PERSON = person({ label: 'setup.source.kind.person' });
const GROUP = group({ label: 'setup.source.kind.group' });

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '6px', border: 'none', margin: 0, padding: 0, minWidth: 0 },
  label: { padding: 0, fontSize: tokens.fontSizeBase200 },
  source: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '6px 10px' },
  who: { minWidth: 'min(240px, 100%)', flexGrow: 1, maxWidth: '360px' },
});

interface Props {
  readonly sources: readonly ApproverSource[];
  onChange(sources: readonly ApproverSource[]): void;
}

/** Where the people of a step come from. */
export function SourcesEditor({ sources, onChange }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const put = (index: number, source: ApproverSource): void => onChange(sources.map((old, at) => (at === index ? source : old)));
  return (
    <fieldset className={styles.root}>
      <legend className={styles.label}>{t('setup.source')}</legend>
      {sources.map((source, index) => (
        <div key={index} className={styles.source} role="group" aria-label={t('setup.source.number', { number: index + 1 })}>
          <Pick label={t('setup.source.kind')} value={source.kind} choices={KINDS.map((kind) => ({ value: kind, text: t(`setup.source.kind.${kind}`) }))} onChange={(kind) => put(index, withKind(source, kind as ApproverSource['kind']))} />
          <Who source={source} onChange={(changed) => put(index, changed)} />
          <Checkbox
            label={t('setup.source.isRequired')}
            checked={source.isRequired === true}
            onChange={(_event, data) => {
              const { isRequired: _former, ...rest } = source;
              put(index, data.checked === true ? { ...rest, isRequired: true } : rest);
            }}
          />
          {sources.length > 1 && (
            <Tooltip content={t('setup.source.remove', { number: index + 1 })} relationship="label">
              <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} onClick={() => onChange(sources.filter((_old, at) => at !== index))} />
            </Tooltip>
          )}
        </div>
      ))}
      <div>
        <Button size="small" appearance="subtle" icon={<Add16Regular aria-hidden />} onClick={() => onChange([...sources, { kind: 'role', role: 'changeManagers' }])}>
          {t('setup.source.add')}
        </Button>
      </div>
    </fieldset>
  );
}

function Who({ source, onChange }: { readonly source: ApproverSource; onChange(source: ApproverSource): void }) {
  const styles = useStyles();
  const { t, records } = useSession();
  const { record } = useRecord(records, 'people', source.kind === 'person' ? source.personId || undefined : undefined);
  if (source.kind === 'role') {
    return (
      <Pick className={styles.who} label={t('setup.source.kind.role')} value={source.role} choices={APPROVER_ROLES.map((role) => ({ value: role, text: t(`approverRole.${role}`) }))} onChange={(role) => onChange({ ...source, role: role as ApproverRole })} />
    );
  }
  if (source.kind === 'person') {
    const names = record ? { [record.id]: String(record['name']) } : {};
    return (
      <Field label={t('setup.source.kind.person')} size="small" className={styles.who}>
        <FieldControl name="personId" field={PERSON} value={source.personId} hints={{ names }} isDisabled={false} onChange={(id) => onChange({ ...source, personId: typeof id === 'string' ? id : '' })} />
      </Field>
    );
  }
  return (
    <>
      <Field label={t('setup.source.kind.group')} size="small" className={styles.who}>
        <FieldControl name="groupId" field={GROUP} value={source.groupId} hints={{}} isDisabled={false} onChange={(id) => onChange({ ...source, groupId: typeof id === 'string' ? id : '' })} />
      </Field>
      <Pick
        label={t('setup.source.part')} value={source.part ?? 'members'} choices={(['members', 'leads'] as const).map((part) => ({ value: part, text: t(`setup.source.part.${part}`) }))}
        onChange={(part) => onChange({ ...source, part: part as 'members' | 'leads' })}
      />
    </>
  );
}

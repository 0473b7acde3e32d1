import { Combobox, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { ApprovalDefinition } from '../../../../shared/approvals/approval-policy-schema';
import type { Conditions } from '../../../../shared/kernel';
import type { FreezeScope, Occurrence } from '../../../../shared/scheduling/window-schema';
import { useText } from '../../lib/session';
import { ZonePicker } from '../../parts/ZonePicker';
import type { OwnControlProps } from '../../registers/EntryFields';
import { useRegister } from '../../registers/use-register';
import { OccurrencesEditor } from '../editors/OccurrencesEditor';
import { PolicyConditions } from '../editors/PolicyConditions';
import { ScopeEditor } from '../editors/ScopeEditor';
import { StepsEditor } from '../editors/StepsEditor';
import type { PolicyView } from './types';

/** An IANA zone, found by city. */
export const ZoneControl = ({ value, onChange }: OwnControlProps) => <ZonePicker value={typeof value === 'string' ? value : ''} onChange={onChange} />;

export const OccurrencesControl = ({ value, ...props }: OwnControlProps) => <OccurrencesEditor {...props} value={value as readonly Occurrence[] | undefined} />;

export const ScopeControl = ({ value, ...props }: OwnControlProps) => <ScopeEditor {...props} value={value as FreezeScope | undefined} />;

export const StepsControl = ({ value, ...props }: OwnControlProps) => <StepsEditor {...props} value={value as readonly ApprovalDefinition[] | undefined} />;

export const ConditionsControl = ({ value, ...props }: OwnControlProps) => <PolicyConditions {...props} name="conditions" value={value as Conditions | undefined} />;

export const FilterControl = ({ value, ...props }: OwnControlProps) => <PolicyConditions {...props} name="filter" value={value as Conditions | undefined} />;

/** A table that is there already, or a new one: a slip of the pen would make one nobody meant. */
export function TableControl({ value, draft, onChange }: OwnControlProps) {
  const t = useText();
  const { entries } = useRegister<PolicyView>('approvalPolicies');
  const [query, setQuery] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const tables = [...new Set(entries.filter(({ subject, retired }) => subject === draft['subject'] && !retired).map(({ table }) => table))].sort();
  const typed = query?.trim();
  const found = tables.filter((table) => table.toLowerCase().includes((typed ?? '').toLowerCase()));
  const take = (table: string | undefined): void => {
    setQuery(undefined);
    if (table) onChange(table);
  };
  return (
    <Combobox
      value={query ?? (typeof value === 'string' ? value : '')}
      selectedOptions={typeof value === 'string' && value ? [value] : []}
      open={isOpen}
      onOpenChange={(_event, data) => setOpen(data.open)}
      onChange={(event) => {
        // Pasting opens it too.
        setOpen(true);
        setQuery(event.target.value);
      }}
      onOptionSelect={(_event, data) => take(data.optionValue)}
      onBlur={() => take(typed)}
    >
      {found.map((table) => (
        <Option key={table} value={table}>
          {table}
        </Option>
      ))}
      {typed && !tables.includes(typed) && (
        <Option key={`+${typed}`} value={typed} text={typed}>
          {t('setup.policies.newTable', { name: typed })}
        </Option>
      )}
      {!typed && found.length === 0 && (
        <Option value="" text="" disabled>
          {t('register.condition.type')}
        </Option>
      )}
    </Combobox>
  );
}

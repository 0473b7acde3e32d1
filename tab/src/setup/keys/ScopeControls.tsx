import { Dropdown, Option, OptionGroup } from '@fluentui/react-components';
import { useText } from '../../lib/session';
import type { OwnControlProps } from '../../registers/EntryFields';
import { actionChoices, EVERYTHING, readChoices, useScopes } from './use-scopes';

const asNames = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

/** What a key may read: some practices, or everything. */
export function ReadsControl({ value, onChange }: OwnControlProps) {
  const t = useText();
  const choices = readChoices(useScopes() ?? [], t('setup.integrationKeys.everything'));
  const chosen = asNames(value);
  const take = (names: readonly string[]): void => {
    // Everything takes the place of parts of it, and the other way round.
    const isWhole = names.includes(EVERYTHING) && !chosen.includes(EVERYTHING);
    onChange(isWhole ? [EVERYTHING] : names.filter((name) => name !== EVERYTHING));
  };
  return (
    <Dropdown
      multiselect
      placeholder={t('setup.integrationKeys.chooseRead')}
      value={choices.filter((choice) => chosen.includes(choice.value)).map(({ text }) => text).join(', ')}
      selectedOptions={[...chosen]}
      onOptionSelect={(_event, data) => take(data.selectedOptions)}
    >
      {choices.map((choice) => (
        <Option key={choice.value} value={choice.value}>
          {choice.text}
        </Option>
      ))}
    </Dropdown>
  );
}

/** What a key may do, practice by practice. */
export function ActionsControl({ value, onChange }: OwnControlProps) {
  const t = useText();
  const practices = useScopes() ?? [];
  const chosen = asNames(value);
  const whole = (practice: string): string => t('setup.integrationKeys.whole', { practice });
  const shown = actionChoices(practices, whole).filter((choice) => chosen.includes(choice.value)).map(({ text }) => text);
  return (
    <Dropdown
      multiselect
      placeholder={t('setup.integrationKeys.chooseActions')}
      value={shown.join(', ')}
      selectedOptions={[...chosen]}
      onOptionSelect={(_event, data) => onChange(data.selectedOptions)}
    >
      {practices.filter(({ actions }) => actions.length > 0).map(({ name, label, actions }) => (
        <OptionGroup key={name} label={label}>
          <Option value={`${name}.${EVERYTHING}`} text={whole(label)}>
            {whole(label)}
          </Option>
          {actions.map((action) => (
            <Option key={action.name} value={action.name} text={`${label}: ${action.label}`}>
              {action.label}
            </Option>
          ))}
        </OptionGroup>
      ))}
    </Dropdown>
  );
}

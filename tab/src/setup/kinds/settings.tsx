import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { settingsSchema } from '../../../../shared/catalog/catalog-schema';
import { DEFAULT_CHANGE_SETTINGS, type ChangeSettings } from '../../../../shared/catalog/change-settings-schema';
import { isEqual } from '../../../../shared/kernel/equal';
import { ChangeNumbersEditor } from '../editors/ChangeNumbersEditor';
import type { SetupRegister } from '../register';
import { ChangeNumbersWords } from '../words/ChangeNumbersWords';

/** What is as it comes is not kept, so that it follows when that gets better. */
function ownNumbers(value: Partial<ChangeSettings>): Partial<ChangeSettings> {
  const own = Object.entries(value).filter(([name, part]) => !isEqual(part, DEFAULT_CHANGE_SETTINGS[name as keyof ChangeSettings]));
  return Object.fromEntries(own);
}

/** There is one entry: the organization's own. */
export const SETTINGS: SetupRegister = {
  practice: 'settings',
  icon: <BuildingRegular />,
  schema: settingsSchema,
  isSingle: true,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'companyName', 'defaultLanguage', 'ownerId'] },
    { title: 'setup.settings.tickets', fields: ['fallbackGroupId', 'autoCloseDays'] },
    { title: 'field.settings.changes', fields: ['changes'] },
  ],
  controls: { changes: { Control: ({ value, ...props }) => <ChangeNumbersEditor {...props} value={value as Partial<ChangeSettings> | undefined} /> } },
  initial: () => ({}),
  clean: (field, value) => (field === 'changes' && value ? ownNumbers(value) : value),
  facts: ['companyName', 'defaultLanguage', 'ownerId', 'fallbackGroupId', 'autoCloseDays'],
  words: { changes: ChangeNumbersWords },
};

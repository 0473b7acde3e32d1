import { WeatherSnowflakeRegular } from '@fluentui/react-icons/svg/weather-snowflake';
import { freezeSchema } from '../../../../shared/scheduling/window-schema';
import { cleanScope } from '../editors/ScopeEditor';
import { FreezeExceptions } from '../lists/FreezeExceptions';
import { WindowMark } from '../lists/WindowMark';
import type { SetupRegister } from '../register';
import { OccurrenceWords, ScopeWords } from '../words/Words';
import { OccurrencesControl, ScopeControl, ZoneControl } from './controls';
import type { FreezeView } from './types';

export const FREEZES: SetupRegister<FreezeView> = {
  practice: 'freezes',
  icon: <WeatherSnowflakeRegular />,
  schema: freezeSchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'zone', 'reason'] },
    { title: 'field.freeze.occurrences', hint: 'setup.form.wallClock', fields: ['occurrences'] },
    { title: 'field.freeze.scope', fields: ['scope'] },
    { title: 'setup.form.exempt', hint: 'setup.form.exempt.help', fields: ['exemptTypes', 'exemptTemplateIds'] },
    { title: 'setup.form.exceptions', hint: 'setup.form.exceptions.help', fields: ['approverGroupId', 'approverCount'] },
  ],
  controls: { zone: { Control: ZoneControl, isLabelled: true }, occurrences: { Control: OccurrencesControl }, scope: { Control: ScopeControl } },
  initial: (zone) => ({ zone, exemptTypes: ['emergency'] }),
  clean: (field, value) => (field === 'scope' ? cleanScope(value as FreezeView['scope']) : value),
  facts: ['reason', 'zone', 'exemptTypes', 'exemptTemplateIds', 'approverGroupId', 'approverCount'],
  words: { occurrences: OccurrenceWords, scope: ScopeWords },
  Marks: ({ entry }) => <WindowMark window={entry} isFreeze />,
  More: ({ entry }) => <FreezeExceptions freezeId={entry.id} />,
};

import { PlayCircleRegular } from '@fluentui/react-icons/svg/play-circle';
import { macroSchema } from '../../../../shared/automation/rule-schema';
import type { SetupRegister } from '../../setup/register';
import { MacroActionsControl } from '../controls';
import type { MacroView } from '../types';
import { ActionsWords } from '../words/RuleWords';

export const MACROS: SetupRegister<MacroView> = {
  practice: 'macros',
  icon: <PlayCircleRegular />,
  schema: macroSchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'nameDe', 'description', 'groupId'] },
    { title: 'field.macro.actions', hint: 'rules.macro.help', fields: ['actions'] },
  ],
  controls: { actions: { Control: MacroActionsControl } },
  initial: () => ({}),
  facts: ['description', 'nameDe', 'groupId'],
  words: { actions: ActionsWords },
};

import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock';
import { maintenanceWindowSchema } from '../../../../shared/scheduling/window-schema';
import { WindowMark } from '../lists/WindowMark';
import type { SetupRegister } from '../register';
import { OccurrenceWords } from '../words/Words';
import { OccurrencesControl, ZoneControl } from './controls';
import type { WindowView } from './types';

export const WINDOWS: SetupRegister<WindowView> = {
  practice: 'maintenanceWindows',
  icon: <CalendarClockRegular />,
  schema: maintenanceWindowSchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'zone'] },
    { title: 'field.maintenanceWindow.occurrences', hint: 'setup.form.wallClock', fields: ['occurrences'] },
    { title: 'setup.form.windowFor', hint: 'setup.form.windowFor.help', fields: ['itemIds', 'serviceIds'] },
  ],
  controls: { zone: { Control: ZoneControl, isLabelled: true }, occurrences: { Control: OccurrencesControl } },
  initial: (zone) => ({ zone }),
  facts: ['itemIds', 'serviceIds', 'zone'],
  words: { occurrences: OccurrenceWords },
  Marks: ({ entry }) => <WindowMark window={entry} />,
};

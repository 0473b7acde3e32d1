import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { boardSchema } from '../../../../shared/meetings/meeting-schema';
import type { SetupRegister } from '../register';
import { ConditionsWords } from '../words/ConditionsWords';
import { OccurrenceWords } from '../words/Words';
import { FilterControl, OccurrencesControl, ZoneControl } from './controls';
import type { BoardView } from './types';

export const BOARDS: SetupRegister<BoardView> = {
  practice: 'boards',
  icon: <PeopleTeamRegular />,
  schema: boardSchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'groupId', 'chairIds', 'minutesPerItem'] },
    { title: 'field.board.occurrences', hint: 'setup.form.wallClock', fields: ['zone', 'occurrences'] },
    { fields: ['filter'] },
  ],
  controls: { zone: { Control: ZoneControl, isLabelled: true }, occurrences: { Control: OccurrencesControl }, filter: { Control: FilterControl } },
  initial: (zone) => ({ zone, minutesPerItem: 10 }),
  facts: ['groupId', 'chairIds', 'minutesPerItem', 'zone'],
  words: { occurrences: OccurrenceWords, filter: ConditionsWords },
};

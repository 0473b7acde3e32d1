import { Badge } from '@fluentui/react-components';
import { ArrowRepeatAllRegular } from '@fluentui/react-icons/svg/arrow-repeat-all';
import { recurringTicketSchema } from '../../../../shared/automation/rule-schema';
import { OccurrencesControl, ZoneControl } from '../../setup/kinds/controls';
import type { SetupRegister } from '../../setup/register';
import { OccurrenceWords } from '../../setup/words/Words';
import { useText } from '../../lib/session';
import { RunsOfRule } from '../pages/Runs';
import type { RecurringView } from '../types';

export const RECURRING: SetupRegister<RecurringView> = {
  practice: 'recurringTickets',
  icon: <ArrowRepeatAllRegular />,
  schema: recurringTicketSchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'zone', 'isEnabled'] },
    { title: 'field.recurringTicket.occurrences', hint: 'rules.recurring.help', fields: ['occurrences'] },
    { title: 'rules.recurring.ticket', fields: ['title', 'description', 'requesterId', 'categoryId', 'groupId', 'reach', 'work'] },
  ],
  controls: { zone: { Control: ZoneControl, isLabelled: true }, occurrences: { Control: OccurrencesControl } },
  initial: (zone) => ({ zone, isEnabled: true, occurrences: [{ kind: 'weekly', days: ['mon'], from: '08:00', to: '09:00' }] }),
  facts: ['title', 'description', 'requesterId', 'categoryId', 'groupId', 'reach', 'work', 'zone'],
  words: { occurrences: OccurrenceWords },
  Marks: ({ entry }) => {
    const t = useText();
    return (
      <Badge appearance="tint" color={entry.isEnabled ? 'success' : 'subtle'}>
        {t(entry.isEnabled ? 'rules.on' : 'rules.off')}
      </Badge>
    );
  },
  More: ({ entry }) => <RunsOfRule ruleId={entry.id} />,
};

import { Button } from '@fluentui/react-components';
import { CalendarLtr48Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { useState } from 'react';
import { calendarSchema } from '../../../../shared/sla/calendar-schema';
import { useSession } from '../../lib/session';
import { EntryHead } from '../../parts/Sheet';
import { EntryPage, type EditorProps } from '../../registers/EntryPage';
import { SaveBar } from '../../registers/SaveBar';
import { useEntryForm } from '../../registers/use-entry-form';
import { useRegister } from '../../registers/use-register';
import { CALENDARS } from '../access';
import type { CalendarView } from '../types';
import { WhatIf } from '../what-if/WhatIf';
import { CalendarForm } from './CalendarForm';
import { CalendarSummary } from './CalendarSummary';
import { YearPanel } from './year/YearPanel';

const DAY = [['09:00', '17:00']];

/** One calendar: its hours, its year, its history, and how it is changed. */
export default function CalendarPage({ id }: { readonly id: string }) {
  const { t } = useSession();
  return (
    <EntryPage<CalendarView>
      place={CALENDARS}
      id={id}
      icon={<CalendarLtr48Regular />}
      newTitle={t('levels.calendar.new')}
      missingTitle={t('levels.calendar.missing')}
      titleOf={({ name }) => name}
      summary={(calendar, back, onEdit) => <CalendarSummary calendar={calendar} back={back} onEdit={onEdit} />}
      editor={(props) => <CalendarEditor {...props} />}
    />
  );
}

function CalendarEditor({ entry: calendar, title, back, onSaved, onCancel }: EditorProps<CalendarView>) {
  const { t, zone } = useSession();
  const { entries } = useRegister<CalendarView>('calendars');
  const [isAsking, setAsking] = useState(false);
  const form = useEntryForm({
    practice: 'calendars', schema: calendarSchema, record: calendar,
    initial: calendar ?? { zone, weekly: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY } },
  });

  async function save(): Promise<void> {
    const saved = await form.save();
    if (saved) onSaved(saved);
  }

  return (
    <>
      <EntryHead back={back} title={title} />
      <CalendarForm form={form} id={calendar?.id} calendars={entries} />
      <YearPanel source={{ draft: { ...(calendar && { id: calendar.id }), ...form.values } }} />
      {isAsking && calendar && <WhatIf draft={{ calendar: form.proposal }} isChanged={form.isChanged} onClose={() => setAsking(false)} />}
      <SaveBar place={CALENDARS} form={form} isNew={!calendar} canSave={calendar?.can.includes('calendars.change') ?? true} onSave={() => void save()} onCancel={onCancel}>
        {calendar && (
          <Button onClick={() => setAsking(true)} disabledFocusable={isAsking}>
            {t('levels.whatIf.ask')}
          </Button>
        )}
      </SaveBar>
    </>
  );
}

import { Button } from '@fluentui/react-components';
import { CalendarLtr48Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { useEffect, useState } from 'react';
import { calendarSchema } from '../../../../shared/sla/calendar-schema';
import { errorText } from '../../lib/error-text';
import { useRecord } from '../../lib/records';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { notify } from '../../parts/notices';
import { Placeholder } from '../../parts/Placeholder';
import { EntryHead } from '../parts';
import { SaveBar } from '../SaveBar';
import type { CalendarView } from '../types';
import { useEntryForm } from '../use-entry-form';
import { useRegister } from '../use-register';
import { WhatIf } from '../what-if/WhatIf';
import { CalendarForm } from './CalendarForm';
import { CalendarSummary } from './CalendarSummary';
import { YearPanel } from './year/YearPanel';

const DAY = [['09:00', '17:00']];

/** One calendar: its hours, its year, its history, and how it is changed. */
export default function CalendarPage({ id }: { readonly id: string }) {
  const { records, t } = useSession();
  const isNew = id === 'new';
  const { record, error } = useRecord<CalendarView>(records, 'calendars', isNew ? undefined : id);
  const [isEditing, setEditing] = useState(isNew);
  const title = isNew ? t('levels.calendar.new') : record?.name;
  useEffect(() => {
    if (title) document.title = `${title} · Bellhop`;
  }, [title]);

  const back = { href: href('levels', 'calendars'), label: t('levels.tab.calendars') };
  if (!isNew && !record) {
    if (!error) return <Placeholder label={t('tab.loading')} widths={[40, 90, 80, 85, 60]} />;
    return (
      <EmptyState icon={<CalendarLtr48Regular />} title={t('levels.calendar.missing')} text={error.status === 404 ? t('levels.missing.text') : errorText(error, t)}>
        <Button as="a" href={back.href}>
          {back.label}
        </Button>
      </EmptyState>
    );
  }
  if (!isEditing && record) return <CalendarSummary calendar={record} back={back} onEdit={() => setEditing(true)} />;
  return <CalendarEditor calendar={record} title={title ?? ''} back={back} onDone={() => setEditing(false)} />;
}

interface EditorProps {
  readonly calendar: CalendarView | undefined;
  readonly title: string;
  readonly back: { readonly href: string; readonly label: string };
  onDone(): void;
}

function CalendarEditor({ calendar, title, back, onDone }: EditorProps) {
  const { t, zone } = useSession();
  const { entries } = useRegister<CalendarView>('calendars');
  const [isAsking, setAsking] = useState(false);
  const form = useEntryForm({
    practice: 'calendars', schema: calendarSchema, record: calendar,
    initial: calendar ?? { zone, weekly: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY } },
  });

  async function save(): Promise<void> {
    const saved = await form.save();
    if (!saved) return;
    notify({ title: t('levels.done.saved', { name: String(saved['name']) }) });
    onDone();
    if (!calendar) navigate(href('levels/calendars', saved.id), true);
  }

  return (
    <>
      <EntryHead back={back} title={title} />
      <CalendarForm form={form} id={calendar?.id} calendars={entries} />
      <YearPanel source={{ draft: { ...(calendar && { id: calendar.id }), ...form.values } }} />
      {isAsking && calendar && <WhatIf draft={{ calendar: form.proposal }} isChanged={form.isChanged} onClose={() => setAsking(false)} />}
      <SaveBar form={form} isNew={!calendar} canSave={calendar?.can.includes('calendars.change') ?? true} onSave={() => void save()} onCancel={() => (calendar ? onDone() : navigate(back.href))}>
        {calendar && (
          <Button onClick={() => setAsking(true)} disabledFocusable={isAsking}>
            {t('levels.whatIf.ask')}
          </Button>
        )}
      </SaveBar>
    </>
  );
}

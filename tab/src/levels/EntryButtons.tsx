import { Button } from '@fluentui/react-components';
import { Edit20Regular } from '@fluentui/react-icons/svg/edit';
import { useSession } from '../lib/session';
import { triesLevels } from './access';
import { ReadOnlyNote } from './ReadOnlyNote';
import type { AgreementView, CalendarView } from './types';
import { useEntryActions } from './use-entry-actions';

interface Props {
  readonly practice: 'agreements' | 'calendars';
  readonly entry: AgreementView | CalendarView;
  onEdit(): void;
}

/** What the reader may do with an agreement or a calendar, or why nothing. */
export function EntryButtons({ practice, entry, onEdit }: Props) {
  const { t, me } = useSession();
  const act = useEntryActions(practice);
  const may = (verb: string): boolean => entry.can.includes(`${practice}.${verb}`);
  const isReadOnly = !may('change') && !may('restore');
  return (
    <>
      {isReadOnly && <ReadOnlyNote />}
      {may('retire') && <Button onClick={() => void act('retire', entry, entry.name)}>{t('levels.retire')}</Button>}
      {may('restore') && <Button onClick={() => void act('restore', entry, entry.name)}>{t('levels.restore')}</Button>}
      {isReadOnly && triesLevels(me) && <Button onClick={onEdit}>{t('levels.tryOut')}</Button>}
      {may('change') && (
        <Button appearance="primary" icon={<Edit20Regular aria-hidden />} onClick={onEdit}>
          {t('levels.edit')}
        </Button>
      )}
    </>
  );
}

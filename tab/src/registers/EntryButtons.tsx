import { Button } from '@fluentui/react-components';
import { Edit20Regular } from '@fluentui/react-icons/svg/edit';
import type { ReactNode } from 'react';
import { useText } from '../lib/session';
import { ReadOnlyNote } from './ReadOnlyNote';
import type { EntryView, RegisterPlace } from './types';
import { useEntryActions } from './use-entry-actions';

interface Props {
  readonly place: RegisterPlace;
  readonly entry: EntryView;
  readonly name: string;
  /** Text key, where taking it out of use has a word of its own; false where that makes no sense. */
  readonly retire?: string | false | undefined;
  /** What somebody may do who may not change it. */
  readonly readOnly?: ReactNode;
  onEdit(): void;
}

/** What the reader may do with an entry, or why nothing. */
export function EntryButtons({ place: { page, practice }, entry, name, retire = 'register.retire', readOnly, onEdit }: Props) {
  const t = useText();
  const act = useEntryActions(practice);
  const may = (verb: string): boolean => entry.can.includes(`${practice}.${verb}`);
  const isReadOnly = !may('change') && !may('restore');
  return (
    <>
      {isReadOnly && <ReadOnlyNote page={page} />}
      {retire && may('retire') && <Button onClick={() => void act('retire', entry, name)}>{t(retire)}</Button>}
      {may('restore') && <Button onClick={() => void act('restore', entry, name)}>{t('register.restore')}</Button>}
      {isReadOnly && readOnly}
      {may('change') && (
        <Button appearance="primary" icon={<Edit20Regular aria-hidden />} onClick={onEdit}>
          {t('register.edit')}
        </Button>
      )}
    </>
  );
}

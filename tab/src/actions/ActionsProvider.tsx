import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { RecordView } from '../../../shared/kernel';
import { asApiError, type PerformedView } from '../lib/api';
import { errorText } from '../lib/error-text';
import { rememberFocus } from '../lib/focus';
import { latePart } from '../lib/late-part';
import { SessionContext, useSession, type Session } from '../lib/session';
import type { Translate } from '../lib/texts';
import { isRowList } from '../lists/row-list';
import { notify } from '../parts/notices';
import { Opening } from '../parts/Opening';
import type { Values } from '../parts/schema-form/types';
import { DIRECT_ACTIONS } from './direct-actions';
import type { ActedOn } from './types';
import { undoOf } from './undo';

const ActionDialog = latePart(() => import('./ActionDialog'));
/** Fetches what forms need, so that they open at once. */
export const preloadForms = (): Promise<unknown> => ActionDialog.preload();

export interface Asked {
  /** Absent where the action makes a new record. */
  readonly record?: ActedOn | undefined;
  readonly action: string;
  readonly initial?: Values;
  /** Only these fields are asked for, of all that the action knows. */
  readonly fields?: readonly string[];
  onDone?(record: RecordView): void;
}

type Perform = <R extends RecordView = RecordView>(record: ActedOn | undefined, action: string, input?: Values) => Promise<PerformedView<R> | undefined>;

export interface Actions {
  /** Sends an action and shows what came of it; undefined when there was no answer, which has been said. */
  readonly perform: Perform;
  /** Does it at once, or opens the form that the action needs. */
  start(asked: Asked): void;
}

/** The form that is open, in the words of the page that asked for it. */
interface Open {
  readonly asked: Asked;
  readonly session: Session;
  readonly giveFocusBack: () => void;
}

const OpenContext = createContext<((open: Open) => void) | undefined>(undefined);

/** Everything on the screen that shows the record takes over its new version at once. */
function takeOver({ records, kept }: Session, record: RecordView): void {
  records.put(record);
  for (const value of kept.values()) {
    if (isRowList(value)) value.take(record);
  }
}

/** "INC0000001 is yours now"; practices without words of their own say which action is done. */
function doneText(action: string, record: RecordView, t: Translate): string {
  const key = `tab.done.${action.replace('tickets.', '')}`;
  const { id, assigneeName, groupName } = record;
  const text = t(key, { id, person: String(assigneeName ?? groupName ?? '') });
  return text === key ? t('tab.doneOther', { action: t(`action.${action}`), id }) : text;
}

/** What a page can do with records; notices and forms speak with the words that the page has. */
export function useActions(): Actions {
  const open = useContext(OpenContext);
  if (!open) throw new Error('no actions');
  const session = useSession();

  const perform = useCallback<Perform>(
    async <R extends RecordView>(before: ActedOn | undefined, action: string, input: Values = {}) => {
      const { api, t } = session;
      try {
        const done = await api.perform<R>(action, { ...(before && { id: before.id, version: before.version }), ...input });
        if (done.refused) {
          if (done.current) takeOver(session, done.current);
          return done;
        }
        const { record } = done;
        takeOver(session, record);
        const undo = before && undoOf(action, before, record, input, t);
        notify({ title: doneText(action, record, t), action: undo && { label: t('tab.undo'), run: () => void perform(record, undo.action, undo.input) } });
        return done;
      } catch (error) {
        const failed = asApiError(error);
        notify({ title: t('tab.notDone', { action: t(`action.${action}`) }), body: errorText(failed, t), intent: 'error' });
        return undefined;
      }
    },
    [session],
  );

  const start = useCallback<Actions['start']>(
    (asked) => {
      const { t } = session;
      if (!DIRECT_ACTIONS.includes(asked.action)) return open({ asked, session, giveFocusBack: rememberFocus() });
      void perform(asked.record, asked.action, asked.initial).then((done) => {
        if (done?.refused) notify({ title: t('tab.notDone', { action: t(`action.${asked.action}`) }), body: done.refused.text, intent: 'warning' });
        else if (done) asked.onDone?.(done.record);
      });
    },
    [perform, session, open],
  );

  return useMemo(() => ({ perform, start }), [perform, start]);
}

export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Open>();
  const close = (): void => {
    setShown(undefined);
    // When the form is gone, so that nothing in it takes the focus back.
    setTimeout(() => shown?.giveFocusBack());
  };
  return (
    <OpenContext value={setShown}>
      {children}
      {shown && (
        <SessionContext value={shown.session}>
          <ActionDialog key={`${shown.asked.record?.id} ${shown.asked.action}`} while={<Opening onClose={close} />} asked={shown.asked} onClose={close} />
        </SessionContext>
      )}
    </OpenContext>
  );
}

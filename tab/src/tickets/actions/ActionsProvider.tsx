import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { ApiError, type PerformedView } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { rememberFocus } from '../../lib/focus';
import { latePart } from '../../lib/late-part';
import { useSession } from '../../lib/session';
import type { Values } from '../../parts/schema-form/types';
import { notify } from '../../parts/notices';
import { Opening } from '../../parts/Opening';
import type { QueueList } from '../queue/queue-list';
import { DIRECT_ACTIONS } from './direct-actions';
import type { AnyTicket } from './form-hints';
import { undoOf } from './undo';

const ActionDialog = latePart(() => import('./ActionDialog'));
/** Fetches what forms need, so that they open at once. */
export const preloadForms = (): Promise<unknown> => ActionDialog.preload();

export interface Asked {
  readonly ticket: AnyTicket;
  readonly action: string;
  readonly initial?: Values;
  onDone?(record: TicketView): void;
}

export interface Actions {
  /** Sends an action and shows what came of it; undefined when there was no answer, which has been said. */
  perform(ticket: AnyTicket, action: string, input?: Values): Promise<PerformedView<TicketView> | undefined>;
  /** Does it at once, or opens the form that the action needs. */
  start(asked: Asked): void;
}

const ActionsContext = createContext<Actions | undefined>(undefined);

export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('no actions');
  return actions;
}

/** Everything on the screen that shows the record takes over its new version at once. */
function useTakeOver(): (record: TicketView) => void {
  const { records, kept } = useSession();
  return useCallback(
    (record) => {
      records.put(record);
      for (const [key, value] of kept) {
        if (!key.startsWith('queue ')) continue;
        const { timeline: _timeline, description: _description, ...row } = record;
        (value as QueueList).patch(row);
      }
    },
    [records, kept],
  );
}

export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  const { api, t } = useSession();
  const takeOver = useTakeOver();
  const [asked, setAsked] = useState<Asked & { readonly giveFocusBack: () => void }>();

  const perform = useCallback<Actions['perform']>(
    async (ticket, action, input = {}) => {
      try {
        const done = await api.perform<TicketView>(action, { id: ticket.id, version: ticket.version, ...input });
        if (done.refused) {
          if (done.current) takeOver(done.current);
          return done;
        }
        const { record } = done;
        takeOver(record);
        const undo = undoOf(action, ticket, record, input, t);
        notify({
          title: t(`tab.done.${action.replace('tickets.', '')}`, { id: record.id, person: record.assigneeName ?? record.groupName ?? '' }),
          action: undo && { label: t('tab.undo'), run: () => void perform(record, undo.action, undo.input) },
        });
        return done;
      } catch (error) {
        const failed = error instanceof ApiError ? error : new ApiError('bug', '', 0);
        notify({ title: t('tab.notDone', { action: t(`action.${action}`) }), body: errorText(failed, t), intent: 'error' });
        return undefined;
      }
    },
    [api, t, takeOver],
  );

  const start = useCallback<Actions['start']>(
    (next) => {
      if (!DIRECT_ACTIONS.includes(next.action)) return setAsked({ ...next, giveFocusBack: rememberFocus() });
      void perform(next.ticket, next.action, next.initial).then((done) => {
        if (done?.refused) notify({ title: t('tab.notDone', { action: t(`action.${next.action}`) }), body: done.refused.text, intent: 'warning' });
        else if (done) next.onDone?.(done.record);
      });
    },
    [perform, t],
  );

  const close = (): void => {
    setAsked(undefined);
    // When the form is gone, so that nothing in it takes the focus back.
    setTimeout(() => asked?.giveFocusBack());
  };

  const actions = useMemo(() => ({ perform, start }), [perform, start]);
  return (
    <ActionsContext.Provider value={actions}>
      {children}
      {asked && <ActionDialog key={`${asked.ticket.id} ${asked.action}`} while={<Opening onClose={close} />} asked={asked} onClose={close} />}
    </ActionsContext.Provider>
  );
}

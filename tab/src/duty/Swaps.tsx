import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { RecordView } from '../../../shared/kernel';
import type { Swap, SwapProposal } from '../../../shared/routing/shift-schema';
import { useActions } from '../actions/ActionsProvider';
import { useSession } from '../lib/session';
import { useRun } from '../planning/meetings/use-run';
import { usePlanningWords } from '../planning/words';

/** A shift as lists bring it. */
export interface ShiftRow extends RecordView {
  readonly name: string;
  readonly groupId: string;
  readonly swaps?: readonly Swap[];
  readonly swapProposals?: readonly SwapProposal[];
}

const useStyles = makeStyles({
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  who: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly groupName: string;
  readonly shifts: readonly ShiftRow[];
}

/** Who takes whose place: what is asked for, and what holds. */
export function Swaps({ groupName, shifts }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const { now } = usePlanningWords();
  const asked = shifts.flatMap((shift) => (shift.swapProposals ?? []).filter(({ to }) => to > now).map((proposal) => ({ shift, proposal })));
  const held = shifts.flatMap((shift) => (shift.swaps ?? []).filter(({ to }) => to > now).map((swap) => ({ shift, swap })));
  if (asked.length + held.length === 0) return null;
  return (
    <div data-testid="swaps">
      <h3 className={styles.heading}>{t('field.shift.swaps')}</h3>
      <ul className={styles.list} aria-label={t('duty.swaps', { group: groupName })}>
        {asked.map(({ shift, proposal }) => (
          <Asked key={`${shift.id} ${proposal.id}`} shift={shift} proposal={proposal} />
        ))}
        {held.map(({ shift, swap }) => (
          <Held key={`${shift.id} ${swap.from} ${swap.outId}`} shift={shift} swap={swap} />
        ))}
      </ul>
    </div>
  );
}

function Words({ shift, swap: { from, to, inId, outId } }: { readonly shift: ShiftRow; readonly swap: Swap }) {
  const styles = useStyles();
  const { t, config } = useSession();
  const words = usePlanningWords();
  const members = config.groups.find(({ id }) => id === shift.groupId)?.members ?? [];
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? id;
  return (
    <>
      <span className={styles.who}>{t('card.swap.line', { in: nameOf(inId), out: nameOf(outId) })}</span>
      <span>{words.range(from, to)}</span>
      <span className={styles.quiet}>{shift.name}</span>
    </>
  );
}

function Asked({ shift, proposal }: { readonly shift: ShiftRow; readonly proposal: SwapProposal }) {
  const styles = useStyles();
  const { t, me } = useSession();
  const { run, isBusy } = useRun();
  const { start } = useActions();
  const { id: swapId } = proposal;
  return (
    <li className={styles.line} data-swap={swapId}>
      <Words shift={shift} swap={proposal} />
      <span className={styles.quiet}>{t('duty.swap.asked')}</span>
      {proposal.inId === me.id && shift.can.includes('shifts.confirmSwap') && (
        <>
          <Button size="small" appearance="primary" disabled={isBusy} onClick={() => void run('shifts.confirmSwap', shift, { swapId })}>
            {t('action.shifts.confirmSwap')}
          </Button>
          <Button size="small" disabled={isBusy} onClick={() => start({ record: { ...shift, title: shift.name }, action: 'shifts.declineSwap', initial: { swapId } })}>
            {t('action.shifts.declineSwap')}
          </Button>
        </>
      )}
      {proposal.outId === me.id && shift.can.includes('shifts.withdrawSwap') && (
        <Button size="small" disabled={isBusy} onClick={() => void run('shifts.withdrawSwap', shift, { swapId })}>
          {t('action.shifts.withdrawSwap')}
        </Button>
      )}
    </li>
  );
}

function Held({ shift, swap }: { readonly shift: ShiftRow; readonly swap: Swap }) {
  const styles = useStyles();
  const { t } = useSession();
  const { run, isBusy } = useRun();
  const words = usePlanningWords();
  return (
    <li className={styles.line}>
      <Words shift={shift} swap={swap} />
      {shift.can.includes('shifts.removeSwap') && (
        <Button size="small" appearance="subtle" disabled={isBusy} aria-label={t('duty.swapOf', { action: t('action.shifts.removeSwap'), people: shift.name, at: words.short(swap.from) })} onClick={() => void run('shifts.removeSwap', shift, { from: swap.from, outId: swap.outId })}>
          {t('action.shifts.removeSwap')}
        </Button>
      )}
    </li>
  );
}

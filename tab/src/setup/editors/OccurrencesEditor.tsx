import { Button, makeStyles, Text } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import type { Occurrence } from '../../../../shared/scheduling/window-schema';
import { useSession } from '../../lib/session';
import { EditorProblem } from './EditorProblem';
import { NextTimes } from './NextTimes';
import { OccurrenceRow } from './OccurrenceRow';
import type { EditorProps } from './types';

const useStyles = makeStyles({ root: { display: 'flex', flexDirection: 'column', gap: '10px', minWidth: 0 } });

/** What people add first: a weekly window at night. */
const FIRST: Occurrence = { kind: 'weekly', days: ['sat'], from: '22:00', to: '02:00' };

/** When a window is, as wall clocks of its zone show it, and what follows from that. */
export function OccurrencesEditor({ value = [], draft, problem, onChange }: EditorProps<readonly Occurrence[]>) {
  const styles = useStyles();
  const { t, zone } = useSession();
  const put = (index: number, occurrence: Occurrence): void => onChange(value.map((old, at) => (at === index ? occurrence : old)));
  return (
    <div className={styles.root}>
      {value.length === 0 && <Text>{t('setup.when.none')}</Text>}
      {value.map((occurrence, index) => (
        <OccurrenceRow
          key={index}
          number={index + 1}
          occurrence={occurrence}
          onChange={(changed) => put(index, changed)}
          onRemove={() => onChange(value.filter((_old, at) => at !== index))}
        />
      ))}
      <div>
        <Button size="small" icon={<Add16Regular aria-hidden />} onClick={() => onChange([...value, FIRST])}>
          {t('setup.when.add')}
        </Button>
      </div>
      <EditorProblem text={problem} />
      {value.length > 0 && <NextTimes occurrences={value} zone={typeof draft['zone'] === 'string' && draft['zone'] ? draft['zone'] : zone} />}
    </div>
  );
}

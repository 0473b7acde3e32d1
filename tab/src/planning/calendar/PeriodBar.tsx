import { Button, Input, makeStyles, Tab, TabList, tokens, Tooltip } from '@fluentui/react-components';
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useSession } from '../../lib/session';
import { isDate } from './days';
import { VIEWS, type ViewName } from './periods';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px', minWidth: 0 },
  steps: { display: 'flex', alignItems: 'center', gap: '2px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  jump: { width: '150px' },
  push: { marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
});

interface Props {
  readonly view: ViewName;
  readonly date: string;
  readonly title: string;
  readonly today: string;
  onDate(date: string): void;
  onStep(direction: 1 | -1): void;
  onView(view: ViewName): void;
  readonly children?: React.ReactNode;
}

/** Which time is shown, and the ways to another. */
export function PeriodBar({ view, date, title, today, onDate, onStep, onView, children }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  return (
    <div className={styles.bar}>
      <h1 className={styles.title} aria-live="polite" data-testid="period">
        {title}
      </h1>
      <div className={styles.steps} role="group" aria-label={t('planning.period')}>
        <Tooltip content={t(`planning.previous.${view}`)} relationship="label">
          <Button appearance="subtle" icon={<ChevronLeft20Regular />} onClick={() => onStep(-1)} />
        </Tooltip>
        <Button onClick={() => onDate(today)}>{t('planning.today')}</Button>
        <Tooltip content={t(`planning.next.${view}`)} relationship="label">
          <Button appearance="subtle" icon={<ChevronRight20Regular />} onClick={() => onStep(1)} />
        </Tooltip>
      </div>
      <Input type="date" className={styles.jump} aria-label={t('planning.jump')} value={date} onChange={(_event, { value }) => isDate(value) && onDate(value)} />
      <div className={styles.push}>
        <TabList size="small" selectedValue={view} aria-label={t('planning.views')} onTabSelect={(_event, { value }) => onView(value as ViewName)}>
          {VIEWS.map((name) => (
            <Tab key={name} value={name} id={`calendar-${name}`} aria-controls="calendar-panel">
              {t(`planning.view.${name}`)}
            </Tab>
          ))}
        </TabList>
        {children}
      </div>
    </div>
  );
}

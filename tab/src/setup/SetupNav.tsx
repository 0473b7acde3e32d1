import { makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { href, navigate } from '../lib/router';
import { useSession } from '../lib/session';
import { useMedia } from '../lib/use-width';
import { seesRuns } from '../automation/access';
import { seesAudit, seesUndelivered, seesClassifier } from './access';
import { GROUPS, type Section } from './sections';

const useStyles = makeStyles({
  rail: { width: '228px', flexShrink: 0, padding: '4px 8px 24px 16px', overflowY: 'auto', display: 'flex', flexDirection: 'column', gap: '14px' },
  heading: { margin: '0 0 2px', padding: '0 10px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '1px' },
  link: {
    display: 'block', padding: '5px 10px', borderRadius: tokens.borderRadiusMedium, color: tokens.colorNeutralForeground2, textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground5 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground1, boxShadow: tokens.shadow2,
    outline: `1px solid ${tokens.colorTransparentStrokeInteractive}`, outlineOffset: '-1px',
  },
  folded: { padding: '4px 8px 0' },
});

/** Room for names of sections beside their pages. */
const WIDE = '(min-width: 840px)';

/** Everything that change managers keep, grouped by the question it answers. */
export function SetupNav({ section }: { readonly section: Section }) {
  const styles = useStyles();
  const { t, me } = useSession();
  const isWide = useMedia(WIDE);
  const groups = GROUPS.map(({ name, sections }) => ({ name, sections: sections.filter((entry) => (entry !== 'audit' || seesAudit(me)) && (entry !== 'undelivered' || seesUndelivered(me)) && (entry !== 'ruleRuns' || seesRuns(me)) && (entry !== 'classifier' || seesClassifier(me))) }));
  if (!isWide) {
    return (
      <div className={styles.folded}>
        <Select aria-label={t('setup.nav')} value={section} onChange={(_event, data) => navigate(href('setup', data.value))}>
          {groups.map(({ name, sections }) => (
            <optgroup key={name} label={t(`setup.group.${name}`)}>
              {sections.map((entry) => (
                <option key={entry} value={entry}>
                  {t(`setup.tab.${entry}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </div>
    );
  }
  return (
    <nav className={styles.rail} aria-label={t('setup.nav')}>
      {groups.map(({ name, sections }) => (
        <div key={name} role="group" aria-labelledby={`setup-${name}`}>
          <h2 id={`setup-${name}`} className={styles.heading}>
            {t(`setup.group.${name}`)}
          </h2>
          <ul className={styles.list}>
            {sections.map((entry) => (
              <li key={entry}>
                <a href={href('setup', entry)} aria-current={entry === section ? 'page' : undefined} className={mergeClasses(styles.link, entry === section && styles.current)}>
                  {t(`setup.tab.${entry}`)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { href } from '../lib/router';
import { useText } from '../lib/session';

const PAGES = ['changes', 'calendar', 'meetings'] as const;

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: '4px 14px', fontSize: tokens.fontSizeBase200 },
  here: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

/** The pages that belong together. */
export function SectionLinks({ page }: { readonly page: (typeof PAGES)[number] }) {
  const styles = useStyles();
  const t = useText();
  return (
    <nav className={styles.root} aria-label={t('planning.pages')}>
      {PAGES.map((name) =>
        name === page ? (
          <span key={name} aria-current="page" className={styles.here}>
            {t(`tab.page.${name}`)}
          </span>
        ) : (
          <Link key={name} href={href(name)}>
            {t(`tab.page.${name}`)}
          </Link>
        ),
      )}
    </nav>
  );
}

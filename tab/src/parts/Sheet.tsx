import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles({
  panel: {
    display: 'flex', flexDirection: 'column', gap: '14px', padding: '18px 20px 20px', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`, minWidth: 0,
    '@media (max-width: 639px)': { padding: '14px 12px 16px' },
  },
  head: { display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', gap: '4px 12px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  end: { marginLeft: 'auto' },
  crumbs: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '6px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  pageHead: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 12px', minWidth: 0 },
  pageTitle: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginLeft: 'auto' },
});

interface SheetProps {
  readonly title?: string;
  readonly hint?: string | undefined;
  readonly end?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A white sheet with a heading. */
export function Sheet({ title, hint, end, className, children }: SheetProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={mergeClasses(styles.panel, className)} {...(title && { 'aria-labelledby': id })}>
      {title && (
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {hint && <p className={styles.hint}>{hint}</p>}
          {end && <div className={styles.end}>{end}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

interface HeadProps {
  /** Where it belongs, with the way back; absent where there is only one. */
  readonly back?: { readonly href: string; readonly label: string } | undefined;
  readonly title: string;
  readonly marks?: ReactNode;
  readonly children?: ReactNode;
}

/** Way back, name and actions of one entry. */
export function EntryHead({ back, title, marks, children }: HeadProps) {
  const styles = useStyles();
  return (
    <div>
      {back && (
        <nav className={styles.crumbs} aria-label={back.label}>
          <Link href={back.href}>{back.label}</Link>
          <ChevronRight16Regular aria-hidden />
        </nav>
      )}
      <div className={styles.pageHead}>
        <h1 className={styles.pageTitle}>{title}</h1>
        {marks}
        {children && <div className={styles.actions}>{children}</div>}
      </div>
    </div>
  );
}

import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  section: { padding: '14px 16px', borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, ':last-child': { borderBottom: 'none' } },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: '24px', marginBottom: '8px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
  facts: { display: 'grid', gridTemplateColumns: 'minmax(84px, 38%) 1fr', columnGap: '12px', rowGap: '8px', margin: 0, alignItems: 'start' },
  label: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  value: { margin: 0, minWidth: 0, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  help: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface SectionProps {
  readonly title: string;
  readonly action?: { readonly label: string; readonly icon: React.JSX.Element; run(): void } | undefined;
  readonly children: ReactNode;
}

/** One part of the panel beside the conversation. */
export function Section({ title, action, children }: SectionProps) {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {action && (
          <Tooltip content={action.label} relationship="label" withArrow>
            <Button size="small" appearance="subtle" icon={action.icon} onClick={() => action.run()} />
          </Tooltip>
        )}
      </div>
      {children}
    </section>
  );
}

export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={useStyles().facts}>{children}</dl>;
}

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly help?: string | undefined;
}

/** A name and its value; nothing at all while there is no value. */
export function Fact({ label, children, help }: FactProps) {
  const styles = useStyles();
  if (children === undefined || children === null || children === false || children === '') return null;
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        {children}
        {help && <span className={styles.help}>{help}</span>}
      </dd>
    </>
  );
}

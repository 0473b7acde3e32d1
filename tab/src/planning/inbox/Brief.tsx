import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { StepView } from '../../../../shared/approvals/approval-views';
import { useText } from '../../lib/session';
import { Facts } from './Facts';
import { Steps } from './Steps';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px', fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground3 },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  link: { font: 'inherit', overflowWrap: 'anywhere' },
  section: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 },
});

interface Props {
  readonly id: string;
  /** Beside the number: what it is, how it stands. */
  readonly marks: ReactNode;
  readonly title: string;
  /** The page of the record, if it has one. */
  readonly href?: string;
  readonly decision: ReactNode;
  readonly facts: Parameters<typeof Facts>[0]['facts'];
  readonly steps: readonly StepView[];
  /** What else is needed to decide, as sections. */
  readonly children?: ReactNode;
}

/** Everything that is needed to decide: what it is, the decision itself, its facts, and who else is asked. */
export function Brief({ id, marks, title, href, decision, facts, steps, children }: Props) {
  const styles = useStyles();
  const t = useText();
  return (
    <div className={styles.root}>
      <div className={styles.section}>
        <div className={styles.line}>
          <span className={styles.quiet}>{id}</span>
          {marks}
        </div>
        <h2 className={styles.title}>{href ? <Link href={href} className={styles.link}>{title}</Link> : title}</h2>
      </div>
      {decision}
      <Facts facts={facts} />
      {children}
      <Section heading={t('planning.inbox.steps')}>
        <Steps steps={steps} />
      </Section>
    </div>
  );
}

/** A heading and what belongs to it. */
export function Section({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{heading}</h3>
      {children}
    </section>
  );
}

/** What somebody wrote, with its line breaks; nothing where nobody wrote anything. */
export function WrittenSection({ heading, text }: { readonly heading: string; readonly text: unknown }) {
  const styles = useStyles();
  if (typeof text !== 'string' || !text) return null;
  return (
    <Section heading={heading}>
      <p className={styles.text}>{text}</p>
    </Section>
  );
}

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Megaphone20Regular } from '@fluentui/react-icons/svg/megaphone';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex', gap: '10px', padding: '12px 14px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorNeutralForeground1,
  },
  icon: { display: 'inline-flex', flexShrink: 0, color: tokens.colorStatusWarningForeground1 },
  body: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '6px', minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  facts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface Props {
  /** What it is, for screen readers. */
  readonly label: string;
  /** By which tests and styles find it. */
  readonly name: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly facts?: string;
  readonly said?: string | undefined;
  readonly button: string;
  readonly trouble?: string | undefined;
  onPress(): void;
}

/** Something that hits many, with the one press that says "me too". */
export function WarningBox({ label, name, title, children, facts, said, button, trouble, onPress }: Props) {
  const styles = useStyles();
  return (
    <section className={styles.root} aria-label={label} data-known={name}>
      <span className={styles.icon} aria-hidden="true">
        <Megaphone20Regular />
      </span>
      <div className={styles.body}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.text}>{children}</p>
        {facts && <span className={styles.facts}>{facts}</span>}
        {said && <span>{said}</span>}
        <Button size="small" onClick={onPress}>
          {button}
        </Button>
        {trouble && <span role="alert">{trouble}</span>}
      </div>
    </section>
  );
}

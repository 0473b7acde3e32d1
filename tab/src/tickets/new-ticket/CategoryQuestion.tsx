import { Button, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { useEffect, useId } from 'react';
import type { CategoryChoice } from '../../lib/api-types';
import { useSession } from '../../lib/session';
import { announce } from '../../parts/announce';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px 14px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  help: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  answers: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  answer: { maxWidth: '100%', minWidth: 0 },
});

interface Props {
  readonly likeliest: readonly CategoryChoice[];
  /** What is chosen, here or in the field. */
  readonly value: string | undefined;
  readonly isDisabled: boolean;
  onChange(categoryId: string): void;
  /** None of these: the field has all of them. */
  onOther(): void;
}

/** "Which of these is it?": where the words do not make it clear, one press says it. */
export function CategoryQuestion({ likeliest, value, isDisabled, onChange, onOther }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const id = useId();
  useEffect(() => announce(t('ask.category')), [t]);
  return (
    <section className={styles.root} role="group" aria-labelledby={id} data-testid="category-question">
      <h3 id={id} className={styles.title}>{t('ask.category')}</h3>
      <p className={styles.help}>{t('ask.category.help')}</p>
      <div className={styles.answers}>
        {likeliest.map(({ categoryId, category }) => (
          <ToggleButton key={categoryId} className={styles.answer} checked={categoryId === value} disabled={isDisabled} onClick={() => onChange(categoryId)}>
            {category}
          </ToggleButton>
        ))}
        <Button appearance="subtle" disabled={isDisabled} onClick={onOther}>{t('ask.category.other')}</Button>
      </div>
    </section>
  );
}

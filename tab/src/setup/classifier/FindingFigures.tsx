import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FindingFigures as Found } from '../../../../shared/app/learning-views';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { useFigureStyles } from './figure-styles';
import { Figures } from './Figures';

const useStyles = makeStyles({
  heading: { margin: '4px 0 0', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  table: { width: '100%', maxWidth: '640px', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: { textAlign: 'right', padding: '6px 8px', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200 },
  cell: { textAlign: 'right', padding: '8px', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
});

/** How often it decided, asked and erred, and where most. */
export function FindingFigures({ figures }: { readonly figures: Found }) {
  const texts = useFigureStyles();
  const { t, language } = useSession();
  const { tickets, decided, asked, words, changed } = figures;
  if (tickets === 0) {
    return (
      <Sheet title={t('setup.classifier.figures')}>
        <p className={texts.text}>
          <strong>{t('setup.classifier.figures.none')}.</strong> {t('setup.classifier.figures.none.text')}
        </p>
      </Sheet>
    );
  }
  const share = (part: number, whole: number): string => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(part / whole);
  return (
    <Sheet title={t('setup.classifier.figures')} hint={t('setup.classifier.figures.of', { tickets })}>
      <Figures
        figures={[
          { label: t('setup.classifier.decided'), value: share(decided, tickets) },
          { label: t('setup.classifier.asked'), value: share(asked, tickets) },
          { label: t('setup.classifier.words'), value: share(words, tickets) },
          ...(decided > 0 ? [{ label: t('setup.classifier.changed'), value: share(changed, decided) }] : []),
        ]}
      />
      {decided > 0 && <Errors figures={figures} />}
    </Sheet>
  );
}

function Errors({ figures: { perCategory } }: { readonly figures: Found }) {
  const styles = useStyles();
  const texts = useFigureStyles();
  const { t, config } = useSession();
  if (perCategory.length === 0) return <p className={texts.text}>{t('setup.classifier.errs.none')}</p>;
  const pathOf = (id: string): string => config.categories.find((category) => category.id === id)?.path ?? id;
  return (
    <>
      <h3 className={styles.heading}>{t('setup.classifier.errs')}</h3>
      <table className={styles.table} data-testid="errs">
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.name)}>{t('setup.classifier.errs.category')}</th>
            <th scope="col" className={styles.head}>{t('setup.classifier.errs.changed')}</th>
            <th scope="col" className={styles.head}>{t('setup.classifier.errs.decided')}</th>
          </tr>
        </thead>
        <tbody>
          {perCategory.map(({ categoryId, decided, changed }) => (
            <tr key={categoryId}>
              <th scope="row" className={mergeClasses(styles.cell, styles.name)}>{pathOf(categoryId)}</th>
              <td className={styles.cell}>{changed}</td>
              <td className={styles.cell}>{decided}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

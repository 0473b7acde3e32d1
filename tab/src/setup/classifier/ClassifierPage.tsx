import { Button, Link, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { BrainCircuitRegular } from '@fluentui/react-icons/svg/brain-circuit';
import type { ClassifierView } from '../../../../shared/app/learning-views';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import { Sheet } from '../../parts/Sheet';
import { administers } from '../access';
import { FindingFigures } from './FindingFigures';
import { LearnedModel } from './LearnedModel';
import { useClassifier, type Classifier } from './use-classifier';

const MODES = ['decide', 'propose', 'off'] as const;

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '78ch' },
});

/** What finds the category of a ticket from its text: what it does, how well, and what it learned. */
export default function ClassifierPage() {
  const { t } = useSession();
  const classifier = useClassifier();
  const { view, isFailed, reload } = classifier;
  if (isFailed && !view) {
    return (
      <EmptyState icon={<BrainCircuitRegular />} title={t('register.failed')}>
        <Button onClick={reload}>{t('tab.retry')}</Button>
      </EmptyState>
    );
  }
  if (!view) return <Placeholder label={t('tab.loading')} widths={[60, 90, 80]} />;
  return (
    <>
      <Now view={view} onMode={classifier.setMode} />
      <LearnedModel view={view} onLearn={classifier.learn} />
      <FindingFigures figures={view.figures} />
    </>
  );
}

function nowKey({ mode, own, shipped }: ClassifierView): string {
  if (mode === 'off') return 'off';
  if (own) return shipped.categories > 0 ? 'both' : 'own';
  return shipped.categories > 0 ? 'shipped' : 'words';
}

function Now({ view, onMode }: { readonly view: ClassifierView; readonly onMode: Classifier['setMode'] }) {
  const styles = useStyles();
  const { t, me } = useSession();
  const { mode, shipped } = view;
  const isLoading = mode !== 'off' && shipped.categories > 0 && !shipped.isLoaded;
  return (
    <Sheet title={t('setup.classifier.now')}>
      <p className={styles.text} data-testid="classifier-now">
        {t(`setup.classifier.now.${nowKey(view)}`, { count: shipped.categories })} {isLoading && t('setup.classifier.loading')}
      </p>
      {administers(me) ? (
        <RadioGroup aria-label={t('setup.classifier.mode')} value={mode} onChange={(_event, data) => void onMode(data.value as ClassifierView['mode'])}>
          {MODES.map((value) => (
            <Radio key={value} value={value} label={t(`setup.classifier.mode.${value}`)} />
          ))}
        </RadioGroup>
      ) : (
        <p className={styles.text}>{t(`setup.classifier.mode.${mode}`)}</p>
      )}
      <span>
        <Link href={href('setup', 'categories')}>{t('setup.classifier.topics')}</Link>
      </span>
    </Sheet>
  );
}

import { Button, ProgressBar } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ClassifierView } from '../../../../shared/app/learning-views';
import { useDates } from '../../lib/now';
import { useSession } from '../../lib/session';
import { announce } from '../../parts/announce';
import { Sheet } from '../../parts/Sheet';
import { administers } from '../access';
import { useFigureStyles } from './figure-styles';
import { Figures } from './Figures';
import type { Classifier } from './use-classifier';

/** What was learned from own tickets, when, and how good it is; administrators may learn anew. */
export function LearnedModel({ view, onLearn }: { readonly view: ClassifierView; readonly onLearn: Classifier['learn'] }) {
  const styles = useFigureStyles();
  const { t, me, language } = useSession();
  const dates = useDates();
  const [isAsking, setAsking] = useState(false);
  const { own, progress, last } = view;
  const isIdle = progress.state === 'idle';
  const lastText = last && t(`setup.classifier.last.${last.what}`, { at: dates.short(last.at), tickets: last.tickets });
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && isIdle && lastText) announce(lastText);
    wasBusy.current = !isIdle;
  }, [isIdle, lastText]);

  const percent = (share: number): string => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
  const learn = (): void => {
    setAsking(true);
    void onLearn().finally(() => setAsking(false));
  };
  const button = administers(me) && <Button disabledFocusable={!isIdle || isAsking} onClick={learn}>{t('setup.classifier.learn')}</Button>;

  return (
    <Sheet title={t('setup.classifier.own')} end={button}>
      {own ? (
        <>
          <p className={styles.text}>{t('setup.classifier.own.facts', { version: own.version, at: dates.short(own.at), tickets: own.tickets, categories: own.categories })}</p>
          <Figures
            figures={[
              { label: t('setup.classifier.accuracy'), value: percent(own.accuracy) },
              { label: t('setup.classifier.coverage'), value: percent(own.coverage) },
              ...(own.threshold === undefined ? [] : [{ label: t('setup.classifier.threshold'), value: percent(own.threshold) }]),
            ]}
          />
          {own.threshold === undefined && <p className={styles.text}>{t('setup.classifier.threshold.none')}</p>}
        </>
      ) : (
        <p className={styles.text}>
          <strong>{t('setup.classifier.own.none')}.</strong> {t('setup.classifier.own.none.text')}
        </p>
      )}
      {!isIdle && <Progress progress={progress} />}
      {isIdle && lastText && <p className={styles.text} data-testid="learned-last">{lastText}</p>}
    </Sheet>
  );
}

function Progress({ progress: { state, share } }: Pick<ClassifierView, 'progress'>) {
  const styles = useFigureStyles();
  const { t } = useSession();
  const text = state === 'waiting' ? t('setup.classifier.waiting') : t('setup.classifier.running', { percent: Math.floor(share * 100) });
  return (
    <div className={styles.progress} data-testid="learning">
      <p className={styles.text}>{text}</p>
      <ProgressBar {...(state === 'running' && { value: share })} aria-label={text} />
    </div>
  );
}

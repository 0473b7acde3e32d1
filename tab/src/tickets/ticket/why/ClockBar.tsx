import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Stretch } from '../../../../../shared/sla/explain-views';
import { useText } from '../../../lib/session';
import { LOOKS, lookOf, useMarkStyles, type Look } from './stretch-look';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  track: { position: 'relative', height: '34px' },
  bar: { position: 'absolute', top: '16px', left: 0, right: 0, height: '18px', display: 'block', width: '100%', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3, overflow: 'visible' },
  piece: { position: 'absolute', top: 0, bottom: 0, borderRadius: '2px', height: 'auto', width: 'auto' },
  closed: { top: '7px', bottom: '7px', height: 'auto', marginTop: 0 },
  line: { position: 'absolute', top: '-4px', bottom: '-4px', width: '2px', marginLeft: '-1px', backgroundColor: tokens.colorNeutralForeground1, forcedColorAdjust: 'none' },
  label: {
    position: 'absolute', top: 0, transform: 'translateX(-50%)', fontSize: '11px', lineHeight: '12px', color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap',
  },
  atStart: { transform: 'none' },
  atEnd: { transform: 'translateX(-100%)' },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: '14px', rowGap: '4px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  entry: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  swatch: { marginTop: 0 },
});

/** More pieces than this would be thinner than a pixel. */
const MAX_PIECES = 400;
const EDGE_PERCENT = 6;

function flat(stretches: readonly Stretch[]): readonly Stretch[] {
  const all = stretches.flatMap((stretch) => stretch.parts ?? [stretch]);
  return all.length <= MAX_PIECES ? all : stretches;
}

/** The whole story at a glance, by the wall clock. The list below says the same in words, so this is for the eye only. */
export function ClockBar({ stretches, now }: { readonly stretches: readonly Stretch[]; readonly now: string }) {
  const styles = useStyles();
  const marks = useMarkStyles();
  const t = useText();
  const pieces = flat(stretches);
  const start = Date.parse(pieces[0]?.from ?? now);
  const end = Date.parse(pieces.at(-1)?.to ?? now);
  const percent = (at: string): number => ((Date.parse(at) - start) / Math.max(end - start, 1)) * 100;
  const due = pieces.concat(stretches).find(({ endsAtDue }) => endsAtDue)?.to;
  const looks = LOOKS.filter((look) => pieces.some((piece) => lookOf(piece) === look));
  const isNowInside = Date.parse(now) > start && Date.parse(now) < end;
  return (
    <div className={styles.root} aria-hidden="true" data-testid="why-bar">
      <div className={styles.track}>
        <div className={styles.bar}>
          {pieces.map((piece) => {
            const look = lookOf(piece);
            const left = percent(piece.from);
            return (
              <span
                key={piece.from} title={`${piece.when} · ${piece.what}`} style={{ left: `${left}%`, width: `${percent(piece.to) - left}%` }}
                className={mergeClasses(marks[look], styles.piece, look === 'closed' && styles.closed)}
              />
            );
          })}
          {isNowInside && <Mark at={percent(now)} />}
          {due !== undefined && <Mark at={percent(due)} />}
        </div>
        {isNowInside && (due === undefined || Math.abs(percent(due) - percent(now)) > EDGE_PERCENT * 2) && <Label at={percent(now)} text={t('tab.why.now')} />}
        {due !== undefined && <Label at={percent(due)} text={t('tab.why.due')} />}
      </div>
      <div className={styles.legend}>
        {looks.map((look: Look) => (
          <span key={look} className={styles.entry}>
            <span className={mergeClasses(marks.mark, marks[look], styles.swatch)} />
            {t(`tab.why.legend.${look}`)}
          </span>
        ))}
      </div>
    </div>
  );
}

function Mark({ at }: { readonly at: number }) {
  return <span className={useStyles().line} style={{ left: `${at}%` }} />;
}

function Label({ at, text }: { readonly at: number; readonly text: string }) {
  const styles = useStyles();
  const edge = at < EDGE_PERCENT ? styles.atStart : at > 100 - EDGE_PERCENT ? styles.atEnd : undefined;
  return (
    <span className={mergeClasses(styles.label, edge)} style={{ left: `${at}%` }}>
      {text}
    </span>
  );
}

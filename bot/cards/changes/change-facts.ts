import { container, facts, ourText, plainRuns, plainText, type Element, type Fact } from '../parts/elements';
import { cutText, excerpt, oneLine } from '../parts/plain-text';
import { decideUntil } from '../approvals/step-lines';
import { outageWords, timeWords, windowWords, type ChangeCardInput } from './change-words';

const MOST_NAMES = 6;
const MOST_REASONS = 6;
const MOST_COLLISIONS = 4;
const MOST_DIFFERENCES = 6;
const MAX_DIFFERENCE = 160;

/** The first few names; the tab has the rest. */
export function namesInShort(names: readonly string[], { reader: { t } }: Pick<ChangeCardInput, 'reader'>): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => cutText(oneLine(name), 60)).join(', ');
  return names.length > MOST_NAMES ? t('card.approval.andOthers', { names: shown, count: names.length - MOST_NAMES }) : shown;
}

/** When, what, by whom, and what people will notice. */
export function changeFacts(input: ChangeCardInput): readonly Element[] {
  const { view, reader: { t } } = input;
  const until = decideUntil(input);
  const entries: (Fact | undefined)[] = [
    until ? { label: t('card.change.decideUntil'), value: timeWords(until, input), color: until < input.context.now ? 'attention' : 'default' } : undefined,
    { label: t('card.change.window'), value: windowWords(input) },
    { label: t('field.change.services'), value: namesInShort(view.services.map(({ name }) => name), input) },
    { label: t('field.change.items'), value: namesInShort(view.items.map(({ name }) => name), input) },
    { label: t('card.change.outageLabel'), value: outageWords(input) },
    { label: t('field.change.impact'), value: view.impact ? excerpt(view.impact, 280, 4).text : '' },
    view.reach ? { label: t('card.change.reach'), value: t(`changeReach.${view.reach}`) } : undefined,
    { label: t('card.fact.requester'), value: view.requesterName },
    { label: t('field.change.implementer'), value: [view.implementerName, view.groupName].filter(Boolean).join(' · ') },
    view.templateName ? { label: t('field.change.template'), value: view.templateName } : undefined,
    view.emergencyReason ? { label: t('field.change.emergencyReason'), value: t(`emergencyReason.${view.emergencyReason}`) } : undefined,
  ];
  return facts(entries, '130px');
}

/** Why it is as risky as it is: every rule that counted, with its points. */
export function riskLines({ view, reader: { t } }: ChangeCardInput): Element | undefined {
  const { risk } = view;
  const { byRules, byQuestionnaire } = risk;
  if (risk.lines.length === 0 && !byQuestionnaire) return undefined;
  const lines = [...risk.lines].sort((left, right) => right.points - left.points);
  const more = lines.length - MOST_REASONS;
  // The higher of both counts: where the questions say more, the points alone would not explain it.
  const methods = byQuestionnaire ? [plainText(t('card.change.riskBy', { rules: t(`risk.${byRules}`), questions: t(`risk.${byQuestionnaire}`) }), { size: 'small', isSubtle: true, spacing: 'none' })] : [];
  return container(
    [
      plainText(t('card.change.risk', { risk: t(`risk.${risk.level}`), score: risk.score }), { weight: 'bolder' }),
      ...methods,
      ...lines.slice(0, MOST_REASONS).map(({ text, points }) => plainText(t('card.change.riskLine', { reason: cutText(oneLine(text), 150), points }), { size: 'small', spacing: 'none' })),
      ...(more > 0 ? [plainText(t('card.change.more', { count: more }), { size: 'small', isSubtle: true, spacing: 'none' })] : []),
    ],
    { spacing: 'medium' },
  );
}

/** What it runs into, and what of that somebody has accepted. */
export function collisionLines({ view, reader: { t } }: ChangeCardInput): Element | undefined {
  const { collisions } = view;
  if (collisions.length === 0) return undefined;
  const isOpen = collisions.some(({ acceptedBy }) => !acceptedBy);
  const line = (text: string, acceptedBy: string | undefined): string => {
    const words = cutText(oneLine(text), 220);
    return acceptedBy ? t('card.change.accepted', { collision: words, person: cutText(acceptedBy, 60) }) : words;
  };
  const more = collisions.length - MOST_COLLISIONS;
  return container(
    [
      plainText(t('card.change.collisions', { count: collisions.length }), { weight: 'bolder' }),
      ...collisions.slice(0, MOST_COLLISIONS).map(({ text, acceptedBy }) => plainText(line(text, acceptedBy), { size: 'small', spacing: 'none' })),
      ...(more > 0 ? [plainText(t('card.change.more', { count: more }), { size: 'small', isSubtle: true, spacing: 'none' })] : []),
    ],
    { ...(isOpen && { style: 'warning' as const }), spacing: 'medium' },
  );
}

/** What was different after the last edit that voided decisions: before and after, and whose decision it took away. */
export function editLines(input: ChangeCardInput): Element | undefined {
  const { view, reader: { t } } = input;
  const edit = view.edits.at(-1);
  if (!edit) return undefined;
  const short = (text: string): string => excerpt(text, MAX_DIFFERENCE, 3).text;
  const more = edit.differences.length - MOST_DIFFERENCES;
  return container(
    [
      plainText(t('card.change.edited', { person: cutText(edit.byName, 80), at: timeWords(edit.at, input) }), { weight: 'bolder' }),
      ...edit.differences.slice(0, MOST_DIFFERENCES).map(({ label, before, after }) =>
        plainRuns([[`${cutText(label, 80)}: `, { size: 'small', weight: 'bolder' }], [short(before), { size: 'small', isSubtle: true }], ['  →  ', { size: 'small' }], [short(after), { size: 'small' }]], 'small'),
      ),
      ...(more > 0 ? [plainText(t('card.change.more', { count: more }), { size: 'small', isSubtle: true, spacing: 'none' })] : []),
      ...(edit.voided.length > 0 ? [plainText(t('card.change.voided', { people: namesInShort(edit.voided, input) }), { size: 'small', spacing: 'small' })] : []),
    ],
    { style: 'warning', spacing: 'medium' },
  );
}

const PLANS = [
  ['reason', 400, 5], ['implementationPlan', 700, 8], ['testPlan', 350, 5], ['backoutPlan', 500, 6],
] as const;

/** As much of the plans as a card takes; the tab has them whole. */
export function planExcerpts({ view, reader: { t } }: ChangeCardInput): readonly Element[] {
  const shown = PLANS.flatMap(([field, chars, lines]) => (view[field] ? [{ field, ...excerpt(view[field], chars, lines) }] : []));
  return [
    ...shown.flatMap(({ field, text }) => [ourText(t(`field.change.${field}`), { weight: 'bolder', spacing: 'medium' }), plainText(text, { spacing: 'none' })]),
    ...(shown.some(({ isCut }) => isCut) ? [ourText(t('card.timeline.more'), { size: 'small', isSubtle: true })] : []),
  ];
}

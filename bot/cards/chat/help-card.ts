import { canPlan } from '../../../shared/app';
import { canPropose } from '../../../shared/changes';
import { hasRole, isAgent } from '../../../shared/kernel';
import { execute, openUrl } from '../parts/actions';
import { createCard } from '../parts/card';
import { column, columns, ourText, plainText, type Element } from '../parts/elements';
import type { Reader } from '../parts/ticket-words';
import type { CardContext, CardJson } from '../types';

function examples(title: string, entries: readonly (readonly [say: string, does: string])[]): readonly Element[] {
  return [
    ourText(title, { weight: 'bolder', spacing: 'medium' }),
    ...entries.map(([say, does]) =>
      columns([column([plainText(say, { color: 'accent' })], { width: 5 }), column([plainText(does, { isSubtle: true })], { width: 6 })], { spacing: 'small' }),
    ),
  ];
}

const EVERYBODY = ['report', 'mine', 'number', 'search', 'known'];
const PROPOSERS = ['propose', 'slots', 'changes'];
const DECIDERS = ['week', 'decide', 'delegate'];
const AGENTS = ['queue', 'take', 'reply', 'note', 'assign', 'resolve'];

/** What Bellhop can do for this reader, as sentences to say. `greeting` goes on top. */
export function helpCard(reader: Reader, context: CardContext, greeting?: string): CardJson {
  const { t, actor } = reader;
  const rows = (names: readonly string[]) => names.map((name) => [t(`card.help.say.${name}`), t(`card.help.does.${name}`)] as const);
  const works = actor !== undefined && isAgent(actor);
  const plans = actor !== undefined && canPlan(actor);
  const decides = actor !== undefined && (plans || hasRole(actor, 'approver', 'manager'));
  const proposes = actor !== undefined && canPropose(actor);
  return createCard({
    fallbackText: greeting ?? t('card.help.title'),
    body: [
      ...(greeting ? [plainText(greeting, { size: 'medium', weight: 'bolder' })] : [ourText(t('card.help.title'), { size: 'medium', weight: 'bolder', style: 'heading' })]),
      ourText(t('card.help.intro')),
      ...examples(t('card.help.forYou'), [...rows(EVERYBODY), ...(decides ? rows(['approvals']) : [])]),
      ...(works ? examples(t('card.help.forAgents'), rows(AGENTS)) : []),
      ...(plans ? examples(t('card.help.forChanges'), rows([...(proposes ? PROPOSERS : []), ...DECIDERS])) : []),
      ourText(t('card.help.files'), { isSubtle: true, spacing: 'medium' }),
    ],
    actions: [
      execute(t('card.button.myTickets'), 'card.showMine', {}),
      decides ? execute(t('card.button.approvals'), 'card.showApprovals', {}) : undefined,
      works ? execute(t('card.button.queue'), 'card.showQueue', {}) : undefined,
      openUrl(t('card.button.openTab'), context.link(works ? 'queue' : 'my')),
    ],
    moreText: t('card.timeline.more'),
  });
}

// If this fails, exceptions, templates and meetings come as cards that Teams does not draw, or that let through what people wrote.
import { AUDIENCES, practiceCards, type CardContext, type CardJson } from '../../../bot/cards';
import { CARD_VERBS } from '../../../bot/cards/parts/actions';
import { createDesk } from '../../../shared/app/desk';
import type { StepView } from '../../../shared/approvals';
import type { TemplateView } from '../../../shared/change-templates';
import type { ExceptionView } from '../../../shared/freeze-exceptions';
import type { RecordView } from '../../../shared/kernel';
import type { MeetingView } from '../../../shared/meetings';
import { actionTitles, buttonsOf, cardProblems, cardText } from '../../_support/card-check';
import { actor, NOW } from '../../_support/given';

const { directory } = createDesk();
const context = (more: Partial<CardContext> = {}): CardContext => ({ directory, now: NOW, link: (target) => `https://bellhop.example/tab/#/${target}`, ...more });
const reader = (language: 'en' | 'de') => actor('PER0000003', { language });

const step = (text: string): StepView => ({
  id: 'board', label: text, stage: 1, state: 'requested', quorum: text, because: text, reasons: [], isBoard: true, groupIds: ['GRP0000001'], dueAt: NOW,
  awaited: [{ id: 'PER0000001', name: text, isRequired: false }], votes: [{ personId: 'PER0000002', name: text, byName: text, decision: 'rejected', at: NOW, comment: text }],
});

const asked = (text: string, practice: string, count: number) => ({
  practice, version: 3, updatedAt: NOW, requesterId: 'PER0000001', requesterName: text, waitsFor: text, decideUntil: NOW, awaitedApproverIds: ['PER0000003'],
  can: ['approve', 'reject', 'returnForInfo', 'withdrawVote', 'withdraw', 'suspend', 'reinstate'].map((verb) => `${practice}.${verb}`),
  steps: Array.from({ length: count }, () => step(text)), mySeats: [{ step: 'board', label: text, token: 'token', needsConfirmation: false }], myVotes: ['board'], timeline: [],
});

const exception = (text: string, count: number): ExceptionView => ({
  ...asked(text, 'freezeExceptions', count), practice: 'freezeExceptions', id: 'FEX0000001', title: text, state: 'requested', changeId: 'CHG0000001', changeTitle: text, freezeId: 'FRZ0000001', freezeName: text, reason: text, from: NOW, to: NOW, expiresAt: NOW,
});
const template = (text: string, count: number): TemplateView => ({
  ...asked(text, 'changeTemplates', count), practice: 'changeTemplates', id: 'TPL0000001', name: text, purpose: text, state: 'proposed', lockedFields: [], values: { implementationPlan: text, backoutPlan: text }, maxMinutes: 60, tasks: text, evidence: text,
  ownerName: text, isUsable: false, expiresAt: NOW, suspendedBecause: text, samples: Array.from({ length: count }, () => ({ id: 'CHG0000001', title: text })),
});
const meeting = (text: string, count: number): MeetingView => ({
  practice: 'meetings', version: 3, updatedAt: NOW, id: 'MTG0000001', title: text, state: 'closed', boardId: 'BRD0000001', boardName: text, groupId: 'GRP0000001', startsAt: NOW, chairIds: ['PER0000001'], memberIds: [], presentIds: [], changeIds: [], itemCount: count,
  can: ['meetings.start', 'meetings.refreshAgenda', 'meetings.cancel'], minutesPerItem: 10, note: text, minutes: text, timeline: [],
  items: Array.from({ length: count }, () => ({ changeId: 'CHG0000001', title: text, risk: 'high', decision: 'approved' as const, note: text, seconds: 60 })),
  members: Array.from({ length: count }, () => ({ id: 'PER0000001', name: text, isPresent: true, isChair: false })),
});

const KINDS: readonly [string, (text: string, count: number) => RecordView][] = [['freezeExceptions', exception], ['changeTemplates', template], ['meetings', meeting]];

/** Every layout of a record, for its reader in both languages and for everybody. */
function cardsOf(practice: string, view: RecordView): readonly CardJson[] {
  const cards = practiceCards(practice);
  if (!cards) throw new Error(`no cards for ${practice}`);
  return AUDIENCES.flatMap((audience) => [
    cards.render(view, audience, reader('en'), context(), { tone: 'good', text: 'Done' }), cards.render(view, audience, reader('de'), context()), cards.render(view, audience, undefined, context({ viewerIds: ['29:a'] })),
  ]);
}

test.each(KINDS)('%s: drawn by Teams, with no button that is not theirs', (practice, viewOf) => {
  const view = viewOf('Quarter end', 2);
  for (const card of cardsOf(practice, view)) {
    expect(cardProblems(card)).toEqual([]);
    const offered = buttonsOf(card).map(({ verb, data }) => (verb === 'card.showForm' ? String((data.card as RecordView).action) : verb));
    expect(offered.filter((verb) => ![...view.can, ...CARD_VERBS].includes(verb))).toEqual([]);
  }
});

test.each(KINDS)('%s: a shared card offers nothing that decides, and outside of its channel tells nothing', (practice, viewOf) => {
  const cards = practiceCards(practice);
  for (const audience of AUDIENCES) {
    const card = cards?.render(viewOf('SECRET', 2), audience, undefined, context({ viewerIds: [] })) as CardJson;
    expect(buttonsOf(card).map(({ verb }) => verb)).toEqual(['card.refresh']);
    expect(JSON.stringify(card)).not.toContain('"token"');
    expect(cardText(card).includes('SECRET')).toBe(audience === 'triage');
  }
});

test.each(KINDS)('%s: what people write stays text, however long', (practice, viewOf) => {
  const texts = ['[x](https://evil.example) **b** <at>Bob</at>', '{{DATE(2020-01-01T00:00:00Z, SHORT)}}', 'a\u0000b\u202Ecod.exe', 'ä'.repeat(20_000), '\u{1f4a5}'.repeat(9_000), '"\\'.repeat(9_000), 'word\n'.repeat(4_000)];
  for (const text of texts) {
    for (const card of cardsOf(practice, viewOf(text, 60))) {
      expect({ text: text.slice(0, 10), problems: cardProblems(card) }).toMatchObject({ problems: [] });
      expect(JSON.stringify(card)).not.toMatch(/\\u0000|\u202e|\{\{DATE\(2020/i);
      expect(actionTitles(card).some((title) => title === 'Open in tab' || title === 'Im Tab öffnen')).toBe(true);
      const blocks = JSON.stringify(card).match(/\{"type":"TextBlock"[^}]*\}/g) ?? [];
      expect(blocks.filter((block) => block.includes('evil.example') || block.includes('<at>'))).toEqual([]);
    }
  }
});

import { templateOf, type ChangeSummary, type ScoreRow, type ScoresView } from '../changes';
import { scoresSchema } from '../changes/planning-schema';
import { coerceStrings, parseInput, refuse, type Actor, type Clock, type Refused } from '../kernel';
import { translator } from '../strings';
import { rowsUnder, type Storage } from '../storage/port';
import type { Desk } from './desk';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 180;

/** ServiceNow's default multipliers (domain.md 3.5). */
const OUTCOME_POINTS: Readonly<Record<string, number>> = { successful: 3, withIssues: -2, backedOut: -5, notBackedOut: -5, notImplemented: 0 };
const INCIDENT_POINTS: Readonly<Record<string, number>> = { P1: -10, P2: -5, P3: -2 };

const pointsOf = ({ outcome, incidentPriorities }: ChangeSummary): number =>
  (OUTCOME_POINTS[outcome ?? ''] ?? 0) + incidentPriorities.reduce((sum, priority) => sum + (INCIDENT_POINTS[priority] ?? 0), 0);

/** How changes went, by team, type or template: read from the list of ended changes, back to the beginning of the period only. */
export function createChangeScores(storage: Storage, partition: string, desk: Desk, clock: Clock) {
  async function* endedSince(since: string): AsyncGenerator<ChangeSummary> {
    for await (const { data } of rowsUnder(storage, partition, 'x:changes.ended:')) {
      const change = data as ChangeSummary;
      if ((change.closedAt ?? '') < since) return;
      if (change.state === 'closed') yield change;
    }
  }

  function keyOf(change: ChangeSummary, by: ScoresView['by']): string | undefined {
    if (by === 'group') return change.groupId ?? '';
    return by === 'type' ? change.type : change.templateId;
  }

  function nameOf(key: string, by: ScoresView['by'], { language }: Actor): string {
    const t = translator(language);
    if (by === 'type') return t(`changeType.${key}`);
    if (by === 'group') return desk.directory.group(key)?.name ?? t('changeScore.noGroup');
    const template = templateOf(desk.directory, key);
    return (language === 'de' ? template?.nameDe : undefined) ?? template?.name ?? key;
  }

  return async function scores(query: Readonly<Record<string, unknown>>, actor: Actor): Promise<ScoresView | Refused> {
    const parsed = parseInput(scoresSchema, coerceStrings(scoresSchema, query));
    if ('problems' in parsed) return refuse('kernel.invalidInput', undefined, parsed.problems);
    const { by, days = DEFAULT_DAYS } = parsed.value;
    const rows = new Map<string, ScoreRow>();
    const since = new Date(clock.now().getTime() - days * DAY_MS).toISOString();
    for await (const change of endedSince(since)) {
      const key = keyOf(change, by);
      if (key === undefined) continue;
      const row = rows.get(key) ?? { key, name: nameOf(key, by, actor), changes: 0, successful: 0, withIssues: 0, failed: 0, incidents: 0, unauthorized: 0, score: 0 };
      const { outcome } = change;
      rows.set(key, {
        ...row,
        changes: row.changes + 1,
        successful: row.successful + Number(outcome === 'successful'),
        withIssues: row.withIssues + Number(outcome === 'withIssues'),
        failed: row.failed + Number(outcome === 'backedOut' || outcome === 'notBackedOut'),
        incidents: row.incidents + change.incidentCount,
        unauthorized: row.unauthorized + Number(change.isUnauthorized),
        score: row.score + pointsOf(change),
      });
    }
    return { by, rows: [...rows.values()].sort((left, right) => right.score - left.score || (left.name < right.name ? -1 : 1)) };
  };
}

export type ChangeScores = ReturnType<typeof createChangeScores>;

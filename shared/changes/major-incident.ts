import type { Directory } from '../catalog';
import { refuse, type FieldProblem, type Link, type Refused, type Summary } from '../kernel';
import type { Change } from './change';

/** What a change needs to know of the incident it ends; tickets are a practice of their own. */
interface IncidentFacts {
  readonly practice: string;
  readonly kind: string;
  readonly state: string;
  readonly priority: string;
}

const OVER = new Set(['resolved', 'closed', 'cancelled']);

const isMajor = ({ practice, kind, priority }: IncidentFacts): boolean => practice === 'tickets' && kind === 'incident' && priority === 'P1';

interface Named {
  /** Names a major incident as the reason why it cannot wait. */
  readonly emergencyReason?: string | undefined;
  readonly incidentId?: string | undefined;
}

/**
 * What is wrong with the incident that is named for a change: an emergency that ends a major incident names one of priority 1
 * (domain.md 3.4, New -> Authorise). `isDone`: the work is done, and so may be the incident.
 */
export function incidentProblem({ emergencyReason, incidentId }: Named, others: ReadonlyMap<string, Summary>, isDone = false): FieldProblem | undefined {
  const field = 'incidentId';
  const isNeeded = emergencyReason === 'majorIncident';
  if (!incidentId) return isNeeded ? { field, code: 'required' } : undefined;
  const incident = others.get(incidentId) as (Summary & IncidentFacts) | undefined;
  if (incident?.practice !== 'tickets') return { field, code: 'notFound' };
  if (!isNeeded) return undefined;
  if (!isMajor(incident)) return { field, code: 'notMajorIncident' };
  return OVER.has(incident.state) && !isDone ? { field, code: 'incidentOver' } : undefined;
}

/** It says that it ends a major incident, and none that is open is linked to it any more. */
export function noMajorIncident({ emergencyReason, isRetroactive }: Pick<Change, 'emergencyReason' | 'isRetroactive'>, links: readonly Link[], config: Directory): Refused | undefined {
  if (emergencyReason !== 'majorIncident' || isRetroactive) return undefined;
  const linked = links.map(({ otherId }) => config.summary(otherId) as (Summary & IncidentFacts) | undefined);
  return linked.some((other) => other && isMajor(other) && !OVER.has(other.state)) ? undefined : refuse('changes.noMajorIncident');
}

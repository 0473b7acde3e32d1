import { createHash } from 'node:crypto';
import type { Actor, Clock } from '../kernel';
import { rowsUnder, type Storage } from '../storage/port';
import { rowKey } from './rows';

/** Somebody tried to decide what was not theirs to decide, or not any more. */
export interface AuditEntry {
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  readonly channel: string;
  readonly action: string;
  readonly recordId: string;
  /** Why it was refused. */
  readonly code: string;
}

/** So many attempts of one person are written down in a minute: nobody fills the store by pressing a button. */
const MOST_IN_A_MINUTE = 30;
const MINUTE_MS = 60_000;
/** Slips that nobody has to know of: something was left out. */
const SLIPS = new Set(['kernel.invalidInput', 'kernel.versionRequired', 'approvals.reasonRequired', 'changes.confirmationRequired']);

export function createAudit(storage: Storage, partition: string, clock: Clock) {
  const recent = new Map<string, { minute: number; count: number }>();

  function isTooMany(personId: string): boolean {
    const minute = Math.floor(clock.now().getTime() / MINUTE_MS);
    const known = recent.get(personId);
    const count = known?.minute === minute ? known.count + 1 : 1;
    recent.set(personId, { minute, count });
    return count > MOST_IN_A_MINUTE;
  }

  return {
    /** Writes a refusal down before it is answered. */
    async note(actor: Actor, action: string, recordId: string, code: string): Promise<void> {
      if (SLIPS.has(code) || isTooMany(actor.id)) return;
      const at = clock.now().toISOString();
      const entry: AuditEntry = { at, by: actor.id, byName: actor.name, channel: actor.channel, action, recordId, code };
      const name = createHash('sha256').update(JSON.stringify([entry, process.hrtime.bigint().toString(), process.pid])).digest('hex').slice(0, 12);
      await storage.commit({ partition, guarded: [{ kind: 'create', row: rowKey.audit(at, name), data: entry }] });
    },

    /** The newest attempts first, on one record or on all. */
    async list(limit: number, recordId?: string): Promise<readonly AuditEntry[]> {
      const found: AuditEntry[] = [];
      for await (const { data } of rowsUnder(storage, partition, rowKey.auditAll)) {
        const entry = data as AuditEntry;
        if (recordId === undefined || entry.recordId === recordId) found.push(entry);
        if (found.length === limit) break;
      }
      return found;
    },
  };
}

export type Audit = ReturnType<typeof createAudit>;

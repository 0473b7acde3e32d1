import type { InboxRow } from '../changes';
import { refuse, systemClock, type Actor, type Clock, type Page, type RecordView, type Refused } from '../kernel';
import type { BlobStore, Storage } from '../storage/port';
import { createAnchors, type Anchors } from './anchors';
import { createAudit, type Audit } from './audit';
import { createCalendarFeeds, type CalendarFeeds } from './calendar-feeds';
import { createChangeScores, type ChangeScores } from './change-scores';
import { createAttainmentReader, type AttainmentReader } from './attainment';
import { createCollisionWatch, type CollisionWatch } from './collision-watch';
import { createDesk, type Desk } from './desk';
import { explainTicket, type Explain } from './explain';
import { createFeed, loadDesk } from './feed';
import { inboxOf } from './inbox';
import { createInstances, type Instances } from './instances';
import { createKeyUses, type KeyUses } from './key-uses';
import { createLearning, type Learning } from './learning';
import { createLists, type ListRequest } from './lists';
import { openRecord, viewRecord } from './load';
import { createNumbers, type Numbers } from './numbers';
import { createAutomation, type Automation } from './automation';
import { createDryRun, type DryRun } from './automation-dry-run';
import { createResponses, type ResponsesFor } from './canned-responses';
import { createPerform, type Performed, type PerformObserver, type PerformRequest } from './perform';
import { createRecompute, type Recompute } from './recompute';
import { createPlanning, type Planning } from './planning';
import { createPlanDryRun, type PlanDryRun } from './plan-dry-run';
import { createPrepareReplay, type PrepareReplay } from './replay';
import { refuseUnfinishedRestore } from './restore-marker';
import { createSearch, type Search } from './search';
import { createSimilar, type Similar } from './similar';
import { createUploads, type Uploads } from './uploads';

export interface AppOptions {
  readonly storage: Storage;
  readonly blobs: BlobStore;
  /** Partition key: one tenant, one partition. */
  readonly tenant: string;
  readonly clock?: Clock;
  /** For those who measure. */
  readonly onPerform?: PerformObserver | undefined;
}

/** The domain library as both fronts use it. */
export interface App {
  readonly storage: Storage;
  readonly partition: string;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly search: Search;
  /** Open tickets by what they are about. */
  readonly similar: Similar;
  readonly uploads: Uploads;
  readonly numbers: Numbers;
  readonly audit: Audit;
  /** What history was, day by day. */
  readonly anchors: Anchors;
  readonly collisionWatch: CollisionWatch;
  readonly planning: Planning;
  readonly changeScores: ChangeScores;
  readonly calendarFeeds: CalendarFeeds;
  /** When programs used integration keys last. */
  readonly keyUses: KeyUses;
  readonly recompute: Recompute;
  /** Servers at work on the same store. */
  readonly instances: Instances;
  /** Finding categories, learned from the organization's own tickets. */
  readonly learning: Learning;
  readonly attainment: AttainmentReader;
  /** What would have been under other agreements and calendars. */
  readonly replay: PrepareReplay;
  /** Rules at work. */
  readonly automation: Automation;
  /** Texts that an agent may insert into an answer on a ticket. */
  readonly responsesFor: ResponsesFor;
  /** What a rule would have done. */
  readonly dryRun: DryRun;
  /** What would have been under another plan of a catalog item. */
  readonly planDryRun: PlanDryRun;
  perform(request: PerformRequest): Promise<Performed>;
  /** One record with its history, or `kernel.notFound` when it is not there or not for this reader. */
  open(id: string, actor: Actor): Promise<{ readonly record: RecordView } | Refused>;
  /** Why a ticket is due then, minute by minute; the same refusal as `open`. */
  readonly explain: Explain;
  list(request: ListRequest): Promise<Page<object> | Refused>;
  /** Everything that waits for this person's decision. */
  inbox(actor: Actor): readonly InboxRow[];
  counts(list: string, filters: readonly Readonly<Record<string, unknown>>[], actor: Actor): readonly number[];
  /** Takes over what other instances committed; returns how many changes were news. */
  followFeed(): Promise<number>;
  /** Removes what is older and stands in an anchor; returns how many. */
  trimFeed(keepMs: number): Promise<number>;
}

/** Loads the desk view and returns the application, ready to serve. */
export async function createApp(options: AppOptions): Promise<App> {
  const { storage, blobs, tenant: partition, clock = systemClock, onPerform } = options;
  await refuseUnfinishedRestore(storage, partition);
  const desk = createDesk();
  const feed = createFeed(storage, partition, desk, clock);
  await loadDesk(storage, partition, desk);
  await feed.runOnce();
  const search = createSearch(desk);
  await search.load();
  const similar = createSimilar(desk);
  const uploads = createUploads(storage, blobs, partition, clock);
  const numbers = createNumbers(storage, partition);
  const lists = createLists(storage, partition, desk, clock);
  const attainment = createAttainmentReader(storage, partition, desk, clock);
  const recompute = createRecompute({ storage, partition, desk, clock, followFeed: feed.runOnce });
  const replay = createPrepareReplay({ storage, partition, desk, clock });
  const audit = createAudit(storage, partition, clock);
  const anchors = createAnchors(storage, blobs, partition, clock);
  const perform = createPerform({ storage, partition, desk, numbers, uploads, audit, clock, onPerform });

  const automation = createAutomation({ storage, partition, desk, clock, perform });
  const dryRun = createDryRun({ storage, partition, desk, clock });

  return {
    automation, dryRun,
    responsesFor: createResponses({ storage, partition, desk }),
    storage, partition, clock, desk, search, similar, uploads, numbers, audit, anchors, recompute, attainment, replay, perform,
    async open(id, actor) {
      const opened = await openRecord(storage, partition, id);
      if (!opened || !opened.practice.canRead(actor, opened.head.record)) return refuse('kernel.notFound');
      return { record: await viewRecord({ storage, partition, desk, actor, now: clock.now().toISOString() }, opened) };
    },
    explain: (id, actor) => explainTicket({ storage, partition, desk, actor, now: clock.now().toISOString() }, id),
    learning: createLearning({ storage, blobs, partition, desk, clock }),
    collisionWatch: createCollisionWatch(desk, clock, perform),
    planning: createPlanning(desk, clock),
    planDryRun: createPlanDryRun(storage, partition, desk, clock),
    changeScores: createChangeScores(storage, partition, desk, clock),
    calendarFeeds: createCalendarFeeds(storage, partition),
    keyUses: createKeyUses(storage, partition, clock),
    instances: createInstances(storage, partition, clock),
    inbox: (actor) => inboxOf(desk, actor),
    list: lists.page,
    counts: lists.counts,
    followFeed: feed.runOnce,
    async trimFeed(keepMs) {
      const anchored = (await anchors.latest())?.until;
      return anchored === undefined ? 0 : feed.trim(keepMs, anchored);
    },
  };
}

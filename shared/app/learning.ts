import { randomUUID } from 'node:crypto';
import { classify, findTrainingProblem, fingerprintOf, labelsOf, ModelFileError, type ClassifierModel, type HeldOutGuess, type LabelledTicket, type Training } from '../classifier';
import type { Clock } from '../kernel';
import type { BlobStore, Storage } from '../storage/port';
import { breathe } from './breathe';
import type { Desk } from './desk';
import { collectExamples, findingFigures, type Example } from './learning-examples';
import { createLearningRow, progressOf, type LearningRow, type StoredModel } from './learning-row';
import type { ClassifierView, LearningOutcome } from './learning-views';

/** A trained model, packed as it is kept. */
export interface Trained {
  readonly packed: Uint8Array;
  readonly threshold: number | undefined;
  readonly training: Training;
  readonly heldOut: readonly HeldOutGuess[];
}

/** What needs a thread or a format that this room does not know. */
export interface ModelTools {
  train(examples: readonly LabelledTicket[], more: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal }): Promise<Trained>;
  unpack(packed: Uint8Array): Promise<ClassifierModel>;
}

export interface Learning {
  /** Takes over a model that another instance made, and learns a new one when that is due. Returns how many were learned. */
  runOnce(tools: ModelTools): Promise<number>;
  /** Wants a new model now, whatever has come in since. */
  ask(): Promise<void>;
  onAsked(listener: () => void): () => void;
  view(): Promise<Omit<ClassifierView, 'settings'>>;
  /** This instance stops: another one may begin again at once. */
  release(): Promise<void>;
}

export interface LearningDeps {
  readonly storage: Storage;
  readonly blobs: BlobStore;
  readonly partition: string;
  readonly desk: Desk;
  readonly clock: Clock;
}

/** A start has better things to do. */
const AFTER_START_MS = 10 * 60_000;
const DAY_MS = 86_400_000;
const SAVE_MS = 5_000;
/** For the first model, and what has to be new for the next one: so many tickets and this share, or so many corrections. */
const ENOUGH = 200;
const ENOUGH_SHARE = 0.2;
const ENOUGH_CORRECTIONS = 50;
/** With fewer new tickets it is chance who is right more often about them. */
const ENOUGH_TO_COMPARE = 20;

const newSince = (examples: readonly Example[], former: Pick<StoredModel, 'learnedUntil'> | undefined): readonly Example[] => (former ? examples.filter(({ knownAt }) => knownAt > former.learnedUntil) : examples);

/** Is there enough that the model in use does not know? */
export function isWorthLearning(examples: readonly Example[], former: Pick<StoredModel, 'learnedUntil' | 'tickets'> | undefined): boolean {
  const fresh = newSince(examples, former);
  if (fresh.filter(({ isCorrection }) => isCorrection).length >= ENOUGH_CORRECTIONS) return true;
  return fresh.length >= Math.max(ENOUGH, (former?.tickets ?? 0) * ENOUGH_SHARE);
}

/** Two shares of so many differ by more than chance makes them differ in 19 of 20 cases. */
function isClearlyBelow(share: number, of: number, than: number, ofThose: number): boolean {
  const both = (share * of + than * ofThose) / (of + ofThose);
  return than - share > 2 * Math.sqrt(both * (1 - both) * (1 / of + 1 / ofThose));
}

/**
 * Is a new model at least as good as the one in use? Compared on tickets that neither has learned from: new since then, and each
 * held back once while the new one was made. With few of those, it must not be clearly below what the other was measured at, too.
 */
export async function isNotWorse(trained: Trained, examples: readonly Example[], former: StoredModel, formerModel: ClassifierModel): Promise<boolean> {
  const fresh = trained.heldOut.filter(({ at }) => (examples[at]?.knownAt ?? '') > former.learnedUntil);
  const { heldOut } = trained.training;
  if (fresh.length < ENOUGH_TO_COMPARE && isClearlyBelow(heldOut.accuracy, heldOut.tickets, former.accuracy, former.tickets)) return false;
  let formerRight = 0;
  for (const [index, { at }] of fresh.entries()) {
    const { text, label } = examples[at] as Example;
    if (classify(formerModel, text).label === label) formerRight += 1;
    if (index % 20 === 19) await breathe();
  }
  return fresh.filter(({ isRight }) => isRight).length >= formerRight;
}

/**
 * Learns categories from the organization's own tickets, in the background. Any number of instances may do so: one holds the
 * lease, the model lies with the files, a small row names it, and every instance looks at that row once a minute.
 */
export function createLearning({ storage, blobs, partition, desk, clock }: LearningDeps): Learning {
  const row = createLearningRow(storage, partition, clock, randomUUID());
  const startedAt = clock.now().getTime();
  const listeners = new Set<() => void>();
  let loadedKey: string | undefined;
  let stopping: AbortController | undefined;

  /** The model that the row names, in memory; undefined when there is none that this version can read. */
  async function follow(model: StoredModel | undefined, tools: ModelTools): Promise<ClassifierModel | undefined> {
    if (model && model.key !== loadedKey) {
      const packed = await blobs.get(model.key);
      // Replaced at this moment: the row names another one at the next look.
      if (!packed) return undefined;
      const own = await tools.unpack(packed).catch((error: unknown) => {
        if (error instanceof ModelFileError) return undefined;
        throw error;
      });
      loadedKey = model.key;
      if (own) desk.useModels({ own });
    }
    return desk.directory.categoryModels().own;
  }

  function isDue(known: LearningRow): boolean {
    if (row.isTakenByOther(known)) return false;
    if (known.askedAt || known.run) return true;
    if (desk.directory.settings().classifier === 'off') return false;
    const now = clock.now().getTime();
    return now >= startedAt + AFTER_START_MS && now >= Date.parse(known.lookedAt ?? '1970-01-01') + DAY_MS;
  }

  function outcome(what: LearningOutcome['what'], tickets: number): LearningOutcome {
    return { at: row.now(), what, tickets };
  }

  /** Keeps the lease while it goes on, and stops the work when it is lost. */
  function leaseKeeper(stop: AbortController) {
    let savedAt = clock.now().getTime();
    let saving: Promise<unknown> = Promise.resolve();
    return {
      save(share: number): void {
        if (clock.now().getTime() - savedAt < SAVE_MS) return;
        savedAt = clock.now().getTime();
        saving = saving.then(() => row.goOn(share)).then((kept) => kept ?? stop.abort(), () => undefined);
      },
      settled: () => saving,
    };
  }

  async function keep(trained: Trained, examples: readonly Example[], former: StoredModel | undefined): Promise<void> {
    const fingerprint = fingerprintOf(examples);
    const { accuracy, coverage } = trained.training.heldOut;
    const version = (former?.version ?? 0) + 1;
    // Never a key that was used before: after an update the same tickets make another model, and instances look at keys only.
    const key = `models/own-${version}-${fingerprint}`;
    const model: StoredModel = {
      key, fingerprint, version, at: row.now(), tickets: examples.length, categories: labelsOf(examples).length, accuracy, coverage,
      learnedUntil: examples.reduce((last, { knownAt }) => (knownAt > last ? knownAt : last), ''), ...(trained.threshold !== undefined && { threshold: trained.threshold }),
    };
    await blobs.put(key, Buffer.from(trained.packed));
    const kept = await row.finish(outcome('learned', examples.length), model);
    if (kept && former && former.key !== key) await blobs.delete(former.key);
  }

  async function learn(known: LearningRow, formerModel: ClassifierModel | undefined, tools: ModelTools, stop: AbortController): Promise<number> {
    const lease = leaseKeeper(stop);
    const former = formerModel && known.model;
    const examples = await collectExamples(storage, partition, desk, async () => {
      lease.save(0);
      await lease.settled();
      return !stop.signal.aborted;
    });
    if (!examples) return 0;
    const end = async (what: LearningOutcome['what']): Promise<number> => {
      await row.finish(outcome(what, examples.length));
      return 0;
    };
    if (findTrainingProblem(examples) || (!known.askedAt && !isWorthLearning(examples, former))) return end('notEnough');
    if (former?.fingerprint === fingerprintOf(examples)) return end('nothingNew');
    const trained = await tools.train(examples.map(({ text, label }) => ({ text, label })), { onProgress: lease.save, signal: stop.signal });
    await lease.settled();
    if (stop.signal.aborted) return 0;
    if (former && !(await isNotWorse(trained, examples, former, formerModel))) return end('worse');
    await keep(trained, examples, known.model);
    await follow((await row.read()).model, tools);
    return 1;
  }

  return {
    async runOnce(tools) {
      const known = await row.read();
      const formerModel = await follow(known.model, tools);
      const claimed = isDue(known) ? await row.claim(isDue) : undefined;
      if (!claimed) return 0;
      const stop = new AbortController();
      stopping = stop;
      try {
        return await learn(claimed, formerModel, tools, stop);
      } catch (error) {
        if (stop.signal.aborted) return 0;
        // Tomorrow again: what fails once may fail every minute.
        await row.finish(outcome('failed', 0));
        throw error;
      } finally {
        stopping = undefined;
      }
    },
    async ask() {
      await row.change((known) => ({ ...known, askedAt: known.askedAt ?? row.now() }));
      for (const listener of listeners) listener();
    },
    onAsked(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async view() {
      const [known, figures] = await Promise.all([row.read(), findingFigures(storage, partition, desk)]);
      const { model, last } = known;
      const { directory } = desk;
      return {
        mode: directory.settings().classifier ?? 'decide',
        shipped: { isLoaded: directory.categoryModels().shipped !== undefined, categories: [...directory.categories()].filter(({ topic, retired }) => topic && !retired).length },
        progress: progressOf(known, row.now()),
        figures,
        ...(model && { own: learnedModel(model) }),
        ...(last && { last }),
      };
    },
    async release() {
      if (!stopping) return;
      stopping.abort();
      await row.release();
    },
  };
}

/** Without what only the instances need. */
function learnedModel({ key: _key, fingerprint: _fingerprint, learnedUntil: _until, ...model }: StoredModel): NonNullable<ClassifierView['own']> {
  return model;
}

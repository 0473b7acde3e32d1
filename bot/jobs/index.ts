import { BASIS_PRACTICES, createConversations, createDeliveries, type App } from '../../shared/app';
import type { Config } from '../config/config';
import type { Bot } from '../teams';
import type { Log } from '../teams/deps';
import { linksFor } from '../teams/links';
import type { PresenceSource } from '../presence';
import { noMeter, observeDeliveries, type Meter } from '../telemetry';
import { createWebhookSender, type WebhookSender } from '../webhooks';
import { anchorJob } from './anchor';
import { assignWaitingJob } from './assigning';
import { CLASSIFIER_PRACTICES, classifierJob, classifierTools, type ClassifierTools } from './classifier';
import { collisionWatchJob } from './collision-watch';
import { feedFollowerJob } from './feed-follower';
import { feedTrimJob } from './feed-trim';
import { handoverWatchJob } from './handover-watch';
import type { JobDeps } from './job';
import { keyWatchJob } from './key-watch';
import { startLoop } from './job-loop';
import { outboxRelayJob } from './outbox-relay';
import { presenceWatchJob } from './presence-watch';
import { recomputeJob } from './recompute';
import { ruleTimesJob, runLogTrimJob } from './rule-times';
import { sayHereJob } from './say-here';
import { substituteWatchJob } from './substitute-watch';
import { timersJob } from './timers';
import { undeliveredTrimJob } from './undelivered-trim';
import { uploadSweepJob } from './upload-sweep';
import { webhookRelayJob, webhookTrimJob } from './webhook-relay';

export interface JobsOptions {
  readonly app: App;
  readonly bot: Pick<Bot, 'sender' | 'settled'>;
  readonly config: Config;
  readonly log: Log;
  /** How long a delivery stays with an instance that has died. Longer than sending takes at worst. */
  readonly leaseMs?: number;
  /** For tests, which have no minutes to train. */
  readonly classifier?: ClassifierTools;
  /** For tests that resolve names themselves, or do not wait for long. */
  readonly webhooks?: WebhookSender;
  /** Who is out of office; absent: nobody knows. */
  readonly presence?: PresenceSource | undefined;
  /** Absent: nothing is counted. */
  readonly meter?: Meter;
}

export interface Jobs {
  /** Does all that is due now, and what comes of it, until nothing is left. */
  drain(): Promise<void>;
  /** Ends what has begun, and begins nothing more. What was not begun is free for other instances at once. */
  stop(): Promise<void>;
}

const LEASE_MS = 30_000;

/** Starts everything that happens without anybody asking. Any number of instances may do so on the same storage. */
export function startJobs({ app, bot, config, log, leaseMs = LEASE_MS, classifier = classifierTools, webhooks = createWebhookSender(config), presence, meter = noMeter }: JobsOptions): Jobs {
  let isStopping = false;
  const deps: JobDeps = {
    app, bot, log, leaseMs, webhooks,
    link: linksFor(config),
    conversations: createConversations(app.storage, app.partition),
    deliveries: observeDeliveries(createDeliveries(app.storage, app.partition, app.clock), meter),
    isStopping: () => isStopping,
  };
  const relay = outboxRelayJob(deps);
  const webhookRelay = webhookRelayJob(deps);
  const timers = timersJob(deps);
  const recompute = recomputeJob(deps);
  const relayLoop = startLoop(relay, log);
  const webhookLoop = startLoop(webhookRelay, log);
  const recomputeLoop = startLoop(recompute, log);
  const timersLoop = startLoop(timers, log);
  const classifierLoop = startLoop(classifierJob(deps, classifier), log);
  const watch = collisionWatchJob(deps);
  const substitutes = substituteWatchJob(deps);
  const assignWaiting = assignWaitingJob(deps);
  const ruleTimes = ruleTimesJob(deps);
  const handovers = handoverWatchJob(deps);
  const keys = keyWatchJob(deps);
  const presenceWatch = presence ? [presenceWatchJob(deps, presence, assignWaiting.lookAgain)] : [];
  const others = [sayHereJob(deps), ...presenceWatch, watch, substitutes, assignWaiting, ruleTimes, handovers, keys, runLogTrimJob(deps), webhookTrimJob(deps), feedFollowerJob(deps), anchorJob(deps), feedTrimJob(deps), undeliveredTrimJob(deps), uploadSweepJob(deps)].map((job) => startLoop(job, log));
  // What was committed here is told at once; what others committed, or left behind, at the next look.
  const forget = app.desk.onChange(({ practice, revision }) => {
    // Nobody is told of clocks that were computed anew, and they come in thousands.
    if (revision === undefined) relayLoop.wake();
    if (BASIS_PRACTICES.has(practice)) recomputeLoop.wake();
    if (CLASSIFIER_PRACTICES.has(practice)) classifierLoop.wake();
  });
  const forgetAsked = app.learning.onAsked(() => classifierLoop.wake());

  return {
    async drain() {
      let done: number;
      do {
        await bot.settled();
        await timersLoop.idle();
        await relayLoop.idle();
        done = 0;
        for (const job of [...presenceWatch, recompute, watch, substitutes, timers, ruleTimes, assignWaiting, handovers, keys, relay]) done += await job.runOnce();
        await relayLoop.idle();
        await webhookLoop.idle();
        // Last: what has to be told may just have become known.
        done += await webhookRelay.runOnce();
      } while (done > 0);
    },
    async stop() {
      isStopping = true;
      forget();
      forgetAsked();
      // Minutes of training are not waited for: another instance begins again.
      await app.learning.release();
      await Promise.all([relayLoop, webhookLoop, recomputeLoop, timersLoop, classifierLoop, ...others].map((loop) => loop.stop()));
      // Nothing happens by itself any more; whoever asks for something gets all of it.
      isStopping = false;
      await app.recompute.release();
      await app.instances.leave();
      await bot.settled();
    },
  };
}

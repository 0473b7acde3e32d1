import type { App, ModelTools } from '../../shared/app';
import type { ClassifierModel } from '../../shared/classifier';
import { readModel, SHIPPED_MODEL, unpackModel } from '../classifier/model-store';
import { trainInWorker } from '../classifier/train-in-worker';
import type { Job, JobDeps } from './job';

export interface ClassifierTools extends ModelTools {
  readShipped(): Promise<ClassifierModel>;
}

/** After a change of these the shipped model may be needed. */
export const CLASSIFIER_PRACTICES: ReadonlySet<string> = new Set(['categories', 'settings']);
/** Until then an instance may use a model that another one has replaced. */
const LOOK_MS = 60_000;

export const classifierTools: ClassifierTools = { train: trainInWorker(), unpack: unpackModel, readShipped: () => readModel(SHIPPED_MODEL) };

/** It takes 70 MB: who has no category that stands for one of its topics does not need it. */
function needsShipped({ desk: { directory } }: Pick<App, 'desk'>): boolean {
  const isMapped = [...directory.categories()].some(({ topic, retired }) => topic && !retired);
  return isMapped && directory.settings().classifier !== 'off' && !directory.categoryModels().shipped;
}

/** Brings the models that find categories into memory, and learns the organization's own. Until then words have to do. */
export function classifierJob({ app, log }: Pick<JobDeps, 'app' | 'log'>, tools: ClassifierTools): Job {
  return {
    name: 'classifier',
    everyMs: LOOK_MS,
    async runOnce() {
      if (needsShipped(app)) {
        const shipped = await tools.readShipped();
        app.desk.useModels({ shipped });
        log.info({ tickets: shipped.training.tickets }, 'the shipped classifier is loaded');
      }
      const learned = await app.learning.runOnce(tools);
      if (learned > 0) log.info('a new classifier was learned from own tickets');
      return learned;
    },
  };
}

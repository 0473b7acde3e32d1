import { join } from 'node:path';
import { unpackModel } from '../../bot/classifier/model-store';
import { trainInWorker } from '../../bot/classifier/train-in-worker';
import type { ModelTools } from '../../shared/app';
import { TRAINING_SETTINGS, type TrainingSettings } from '../../shared/classifier';
import { systemActor } from '../../shared/kernel';
import { madeTickets } from '../unit/classifier/made-tickets';
import type { TestApp } from './test-app';

const HOOK = join(__dirname, '../contract/register-typescript.cjs');

/** Enough for made tickets, in a second. */
export const TINY: TrainingSettings = {
  ...TRAINING_SETTINGS, phraseModels: 1, phrases: { ...TRAINING_SETTINGS.phrases, detectors: 8, rounds: 3 }, reader: { ...TRAINING_SETTINGS.reader, width: 8, depth: 8, leastRead: 0 },
};

/** The real thread, on the sources. */
export const toolsWith = (settings: TrainingSettings): ModelTools => ({ train: trainInWorker({ settings, execArgv: ['-r', HOOK] }), unpack: unpackModel });

/** What made tickets are about, as categories whose own words occur in none of them. */
export type Areas = Readonly<Record<'Hardware' | 'Access' | 'Purchase' | 'Printing', string>>;

export async function addAreas({ app, groups }: TestApp): Promise<Areas> {
  const add = async (name: string): Promise<string> => {
    const added = await app.perform({ action: 'categories.add', input: { name, groupId: groups.serviceDesk.id }, actor: systemActor('seed') });
    if ('refused' in added) throw new Error(JSON.stringify(added.refused));
    return added.record.id;
  };
  return { Hardware: await add('Area one'), Access: await add('Area two'), Purchase: await add('Area three'), Printing: await add('Area four') };
}

/** Made tickets come in with a wrong category, and an agent says of each what it is about. Returns their numbers. */
export async function handled(test: TestApp, areas: Areas, count: number, seed: number): Promise<readonly string[]> {
  const { groups: { serviceDesk }, categories: { security } } = test;
  return Promise.all(madeTickets(count, seed).map(async ({ text, label }) => {
    const ticket = await test.report({ title: text, description: '', categoryId: security, groupId: serviceDesk.id });
    await test.perform('fay', 'tickets.classify', ticket, { categoryId: areas[label as keyof Areas] });
    return ticket.id;
  }));
}

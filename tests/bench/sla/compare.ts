import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { evaluateVector, meetsExpected, readVectors } from '../../../shared/sla';
import { ROOT } from '../server';
import type { Table } from '../table';
import { cannotSay } from './judge';
import { LIBRARIES } from './libraries';
import type { Speed } from './speed';

const FILE = path.join(ROOT, 'tests/unit/sla/sla-vectors.json');
/** A sum that takes a library longer than this never comes to an end. */
const PATIENCE_MS = 15_000;

/** Asks a library in a process of its own; undefined when it does not come to an end. */
function ask<T>(question: object): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(__dirname, 'library-process.js'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    let answer: T | undefined;
    child.once('message', (message) => {
      answer = message as T;
      child.disconnect();
      child.kill();
    });
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve(answer);
    });
    child.send(question);
  });
}

const share = (part: number, whole: number): string => `${part} of ${whole}`;

/** Vectors that each library gets right, and how it compares on the sums that all of them can do. */
export async function compareLibraries(): Promise<readonly Table[]> {
  const file = JSON.parse(readFileSync(FILE, 'utf8')) as object;
  const read = readVectors(file);
  if ('problem' in read) throw new Error(`${FILE}: ${read.problem.code}`);
  const vectors = read.vectors.map((entry) => {
    if (!('vector' in entry)) throw new Error(`${entry.id} cannot be read`);
    return entry;
  });
  const plain = vectors.filter(({ vector, calendars }) => cannotSay(vector, calendars) === undefined);
  const ours = vectors.filter(({ vector, calendars }) => meetsExpected(vector.expected, evaluateVector(vector, calendars)));
  const right: string[][] = [];
  const speeds = new Map<string, Speed | undefined>();
  for (const library of Object.keys(LIBRARIES)) {
    const wrong: string[] = [];
    const endless: string[] = [];
    for (const { id } of plain) {
      if (library === 'Bellhop') continue;
      const isRight = await ask<boolean>({ library, id, file });
      if (isRight === undefined) endless.push(id);
      else if (!isRight) wrong.push(id);
    }
    const good = library === 'Bellhop' ? plain.filter((entry) => ours.includes(entry)).length : plain.length - wrong.length - endless.length;
    right.push([library, share(good, plain.length), share(library === 'Bellhop' ? ours.length : good, vectors.length), wrong.join(', ') || '–', endless.join(', ') || '–']);
    speeds.set(library, await ask<Speed>({ library, file }));
  }
  return [correctness(right, vectors), speed(speeds)];
}

function correctness(rows: readonly (readonly string[])[], vectors: readonly { readonly vector: Parameters<typeof cannotSay>[0]; readonly calendars: Parameters<typeof cannotSay>[1] }[]): Table {
  const reasons = vectors.flatMap(({ vector, calendars }) => cannotSay(vector, calendars) ?? []);
  const counted = [...new Set(reasons)].map((reason) => `${reasons.filter((entry) => entry === reason).length} need ${reason}`).join(', ');
  return {
    title: 'Correctness beside published business-time libraries', command: 'npm run bench -- sla',
    columns: ['library', 'right of those it can express', 'right of all vectors', 'wrong', 'does not end'], rows,
    note:
      'The vectors are tests/unit/sla/sla-vectors.json. The libraries know one calendar with weekly windows and holidays, "add N business minutes" and "business minutes between"; when a clock starts and stops was decided for them. ' +
      `Beyond them: ${counted}. Both count in the zone of the process, which was set to that of the calendar; Day.js has a plugin for zones as well.`,
  };
}

function speed(speeds: ReadonlyMap<string, Speed | undefined>): Table {
  const ours = speeds.get('Bellhop');
  const same = (values: readonly number[], own: readonly number[] = []): string => share(values.filter((value, index) => value === own[index]).length, own.length);
  const number = (value: number): string => Math.round(value).toLocaleString('en');
  const rows = [...speeds].map(([library, found]) =>
    found
      ? [library, number(found.addsPerSecond), same(found.added, ours?.added), number(found.betweensPerSecond), same(found.between, ours?.between)]
      : [library, 'does not end', '–', 'does not end', '–'],
  );
  return {
    title: 'Speed beside published business-time libraries', command: 'npm run bench -- sla',
    columns: ['library', 'add N minutes, per second', 'same result as Bellhop', 'minutes between, per second', 'same result as Bellhop'], rows,
    note: 'Office hours in London with eight holidays; instants of 2026, up to 40 business hours to add, up to two weeks between. Bellhop compiles a calendar year once; that is included in the first of its sums.',
  };
}

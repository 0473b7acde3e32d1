// If this fails, a known hole in a package that ships goes unnoticed, or an acceptance goes on after the day it was given until.
import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

interface Finding {
  readonly id: string;
  readonly package: string;
  readonly severity: string;
  readonly title: string;
  readonly forDevelopment: boolean;
}

interface Advisories {
  readonly advisories: readonly { readonly id: string; readonly package: string; readonly reason: string; readonly until: string }[];
  readonly risks: readonly { readonly id: string; readonly packages: readonly string[]; readonly decision: string; readonly reason: string; readonly until: string }[];
}

interface Comparison {
  readonly fresh: readonly Finding[];
  readonly accepted: readonly (Finding & { readonly reason: string })[];
  readonly risks: Advisories['risks'];
  readonly gone: readonly { readonly id: string }[];
  readonly overdue: readonly { readonly id: string }[];
}

const { findingsOf, compare, isRefused, problemsOf } = jest.requireActual<{
  findingsOf(answer: unknown, isShipped: (folder: string) => boolean): readonly Finding[];
  compare(given: { findings?: readonly Finding[]; accepted: Advisories; names: readonly string[]; today: string }): Comparison;
  isRefused(comparison: Comparison): boolean;
  problemsOf(accepted: unknown): readonly string[];
}>('../../../env/supply/advisories.mjs');

const ROOT = path.resolve(__dirname, '../../..');
const HOLE = 'GHSA-2222-3333-4444';
const OTHER_HOLE = 'GHSA-5555-6666-7777';
const advisory = (id: string, name: string, severity: string) => ({ source: 1, name, dependency: name, title: `A hole in ${name}`, url: `https://github.com/advisories/${id}`, severity, range: '<2.0.0' });

/** As npm answers: the package with the hole, one above it that only names it, and one that only builds. */
const ANSWER = {
  auditReportVersion: 2,
  vulnerabilities: {
    sendit: { name: 'sendit', nodes: ['node_modules/sendit'], via: [advisory(HOLE, 'sendit', 'high'), advisory(OTHER_HOLE, 'sendit', 'low')] },
    connector: { name: 'connector', nodes: ['node_modules/connector'], via: ['sendit'] },
    bundler: { name: 'bundler', nodes: ['node_modules/bundler'], via: [advisory(HOLE, 'bundler', 'critical')] },
  },
};
const findings = findingsOf(ANSWER, (folder) => folder !== 'node_modules/bundler');
const acceptance = { id: HOLE, package: 'sendit', reason: 'Its parser of files is never reached.', until: '2026-12-31' };
const risk = { id: 'sdk-archived', packages: ['connector'], decision: 'docs/decisions/0005-bot-framework.md', reason: 'A requirement of the project.', until: '2027-05-31' };
const NOTHING: Advisories = { advisories: [], risks: [] };

function judge(accepted: Advisories, today = '2026-11-30', found: readonly Finding[] | undefined = findings): Comparison & { readonly isRefused: boolean } {
  const comparison = compare({ findings: found, accepted, names: ['sendit', 'connector'], today });
  return { ...comparison, isRefused: isRefused(comparison) };
}

test('an advisory counts once for each package, and one for a tool is left aside', () => {
  expect(findings.map(({ id, package: name, severity, forDevelopment }) => [id, name, severity, forDevelopment])).toEqual([
    [HOLE, 'sendit', 'high', false],
    [OTHER_HOLE, 'sendit', 'low', false],
    [HOLE, 'bundler', 'critical', true],
  ]);
});

test('the words of an advisory cannot steer the terminal', () => {
  const hostile = { ...advisory(HOLE, 'sendit', 'high'), title: 'Fine\u001b[2J\r\nreally' };
  expect(findingsOf({ vulnerabilities: { sendit: { nodes: ['a'], via: [hostile] } } }, () => true)[0]?.title).toBe('Fine [2J really');
});

test('what nobody has accepted is new, and stops from moderate on', () => {
  expect(judge(NOTHING)).toMatchObject({ fresh: [{ id: HOLE, package: 'sendit' }, { id: OTHER_HOLE }], accepted: [], isRefused: true });
  const only = (severity: string): readonly Finding[] => findings.slice(0, 1).map((finding) => ({ ...finding, severity }));
  const stopping = ['info', 'low', 'moderate', 'high', 'critical', 'unheard of'].filter((severity) => judge(NOTHING, '2026-11-30', only(severity)).isRefused);
  expect(stopping).toEqual(['moderate', 'high', 'critical', 'unheard of']);
});

test('what is accepted is told with its reason and stops nothing', () => {
  expect(judge({ advisories: [acceptance], risks: [] })).toMatchObject({ fresh: [{ id: OTHER_HOLE }], accepted: [{ id: HOLE, reason: acceptance.reason }], gone: [], isRefused: false });
});

test('an acceptance is for one package: the same hole in another one is new', () => {
  const elsewhere = { ...acceptance, package: 'sendit-next' };
  expect(judge({ advisories: [elsewhere], risks: [] })).toMatchObject({ fresh: [{ id: HOLE }, { id: OTHER_HOLE }], gone: [elsewhere], isRefused: true });
});

test('an acceptance whose advisory is gone is told, and stops nothing', () => {
  expect(judge({ advisories: [acceptance], risks: [] }, '2026-11-30', [])).toMatchObject({ gone: [acceptance], isRefused: false });
});

test('an acceptance counts on its last day and stops everything on the next', () => {
  expect(judge({ advisories: [acceptance], risks: [] }, '2026-12-31')).toMatchObject({ overdue: [], isRefused: false });
  expect(judge({ advisories: [acceptance], risks: [] }, '2027-01-01')).toMatchObject({ overdue: [acceptance], isRefused: true });
});

test('a risk is open as long as one of its packages ships', () => {
  expect(judge({ advisories: [], risks: [risk] }, '2026-11-30', [])).toMatchObject({ risks: [risk], gone: [], isRefused: false });
  const removed = { ...risk, packages: ['connector-before'] };
  expect(judge({ advisories: [], risks: [removed] }, '2026-11-30', [])).toMatchObject({ risks: [], gone: [removed] });
});

test('without an answer nothing is called gone, and days pass all the same', () => {
  const comparison = compare({ accepted: { advisories: [acceptance], risks: [risk] }, names: ['connector'], today: '2027-06-01' });
  expect(comparison).toMatchObject({ fresh: [], accepted: [], gone: [], risks: [risk], overdue: [acceptance, risk] });
});

test.each([
  ['no list', { advisories: [] }, 'risks is not a list'],
  ['an id that is none', { advisories: [{ ...acceptance, id: 'CVE-2026-1' }], risks: [] }, 'id is missing, unknown or not well formed'],
  ['no reason', { advisories: [{ ...acceptance, reason: ' ' }], risks: [] }, 'reason is missing'],
  ['a day that does not exist', { advisories: [{ ...acceptance, until: '2026-02-30' }], risks: [] }, 'until is missing'],
  ['no end', { advisories: [{ ...acceptance, until: undefined }], risks: [] }, 'until is missing'],
  ['a word that nobody reads', { advisories: [{ ...acceptance, forever: true }], risks: [] }, 'forever is missing, unknown'],
  ['the same twice', { advisories: [acceptance, acceptance], risks: [] }, 'stands there twice'],
  ['a risk without packages', { advisories: [], risks: [{ ...risk, packages: [] }] }, 'packages is missing'],
])('a list of acceptances with %s is refused', (_name, accepted, sentence) => {
  expect(problemsOf({ advisories: [acceptance], risks: [risk] })).toEqual([]);
  expect(problemsOf(accepted).join()).toContain(sentence);
});

describe('the command', () => {
  let registry: Server | undefined;
  afterEach(() => registry?.close());

  /** A registry of our own that knows these advisories, or that has no audit at all. */
  async function open(known: Record<string, readonly unknown[]> | undefined): Promise<{ address: string; asked: string[] }> {
    const asked: string[] = [];
    registry = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        // One after the other: restify, where it is loaded in this process, takes the chain from every response.
        if (request.method !== 'POST' || !known) {
          response.writeHead(request.method === 'POST' ? 405 : 404);
          response.end();
          return;
        }
        const body = Buffer.concat(chunks);
        asked.push(...Object.keys(JSON.parse((request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString()) as object));
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(known));
      });
    });
    await new Promise<void>((resolve) => registry?.listen(0, '127.0.0.1', resolve));
    return { address: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`, asked };
  }

  function audit(address: string, ...args: string[]): Promise<{ code: number | null; out: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['env/supply.mjs', 'audit', ...args], { cwd: ROOT, env: { ...process.env, npm_config_registry: address, NPM_CONFIG_REGISTRY: address } });
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.on('error', reject).on('close', (code) => resolve({ code, out }));
    });
  }

  const known = (name: string, severity: string) => ({ [name]: [{ id: 1, url: `https://github.com/advisories/${HOLE}`, title: `A hole in ${name}`, severity, vulnerable_versions: '*' }] });

  test('fails on a hole in the server and on one in the tab, and has asked about both', async () => {
    const { address, asked } = await open({ ...known('restify', 'high'), ...known('react-dom', 'moderate') });
    const { code, out } = await audit(address);
    expect(out).toMatch(/^Looked at the \d{3} packages that ship.*\n2 new, 0 accepted/);
    expect(out).toContain(`${HOLE}  restify`);
    expect(out).toContain(`${HOLE}  react-dom`);
    expect(asked).toEqual(expect.arrayContaining(['restify', 'react-dom', 'botframework-connector']));
    expect(code).toBe(1);
  });

  test('does not fail on holes in tools, and names the open risks', async () => {
    const { address } = await open(known('jest', 'critical'));
    const { code, out } = await audit(address);
    expect(out).toContain('0 new, 0 accepted. Left aside: 1 ');
    expect(out).toContain('bot-framework-archived');
    expect(code).toBe(0);
  });

  test('says so where the registry offers no audit, and fails only when asked to', async () => {
    const { address } = await open(undefined);
    const { code, out } = await audit(address);
    expect(out).toContain('No advisories could be read: the package registry in use answers no audit (405');
    expect(out).not.toContain('0 new');
    expect(code).toBe(0);
    expect((await audit(address, '--require')).code).toBe(1);
  });
});

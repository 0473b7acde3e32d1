import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from './folders.mjs';
import { Stop } from './say.mjs';

const require = createRequire(import.meta.url);
const OTHERS = 5;
const TENANT = '00000000-0000-0000-0000-000000000001';

/** The demo people, as the compiled domain library knows them. */
function demoPeople() {
  return require(inRoot('dist/shared/demo/company/index.js'));
}

/** Finds a demo person by what they show (`agent`), by key (`bob.fischer`) or by first name (`bob`). */
export function demoPerson(wanted) {
  const { DEMO_CAST, PEOPLE } = demoPeople();
  const key = DEMO_CAST[wanted] ?? wanted;
  const found = PEOPLE.find((person) => person.key === key) ?? PEOPLE.find((person) => person.key.split('.')[0] === key.toLowerCase());
  if (found) return found;
  const names = Object.keys(DEMO_CAST).join(', ');
  throw new Stop(`There is nobody called “${wanted}” in the demo company. Try one of: ${names}; or a first name, for example bob.`);
}

function user(person) {
  const [givenName, ...rest] = person.name.split(' ');
  return {
    id: `29:${person.key}`,
    name: person.name,
    userPrincipleName: person.mail,
    aadObjectId: person.aadObjectId,
    givenName,
    surname: rest.join(' '),
    email: person.mail,
  };
}

/**
 * What the Agents Playground shows. Its schema wants exactly five other users, one group chat, one team and at most one
 * channel besides General. Ids are fixed, so that a conversation goes on after a restart.
 */
function configFor(person) {
  const { DEMO_CAST, PEOPLE } = demoPeople();
  const cast = Object.values(DEMO_CAST).map((key) => PEOPLE.find((entry) => entry.key === key));
  const others = [...new Set([...cast, ...PEOPLE])].filter((entry) => entry !== person).slice(0, OTHERS);
  return {
    version: '0.1.1',
    tenantId: TENANT,
    bot: { id: '28:bellhop', name: 'Bellhop' },
    currentUser: user(person),
    users: others.map(user),
    personalChat: { id: `a:${person.key}` },
    groupChat: { id: '19:office-move@thread.v2', name: 'Office move' },
    team: {
      id: '19:it-general@thread.tacv2',
      name: 'IT',
      aadGroupId: '00000000-0000-0000-0000-000000000031',
      channels: [{ id: '19:service-desk@thread.tacv2', name: 'Service Desk' }],
    },
  };
}

/** Writes the settings for one demo person and says how to start the playground with them. JSON is valid YAML. */
export function preparePlayground({ folder, person, port, botUrl }) {
  mkdirSync(folder, { recursive: true });
  const config = path.join(folder, 'agents-playground.yml');
  const log = path.join(folder, 'agents-playground.log');
  writeFileSync(config, `${JSON.stringify(configFor(person), null, 2)}\n`);
  writeFileSync(log, '');
  return {
    args: [inRoot('node_modules/@microsoft/m365agentsplayground/cli.js'), '-e', botUrl, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: log,
    },
    /** It ends without a word when something is wrong; the reason is the end of its log. */
    reason: () => readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n'),
  };
}

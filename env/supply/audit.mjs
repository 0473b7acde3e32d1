import { readFileSync } from 'node:fs';
import { inRoot } from '../launcher/folders.mjs';
import { readNpm } from '../launcher/npm.mjs';
import { say, Stop } from '../launcher/say.mjs';
import { compare, findingsOf, isRefused, problemsOf } from './advisories.mjs';
import { shippedPackages } from './shipped.mjs';

const ACCEPTED = 'env/supply/accepted-advisories.json';
// All of them, whatever this machine leaves out otherwise: what the tab is built from are development packages to npm. One retry only,
// because a registry that cannot be reached would be waited for a minute and more.
const ASK = ['audit', '--json', '--include=dev', '--include=optional', '--include=peer', '--fetch-retries=1'];

function readAccepted() {
  const accepted = JSON.parse(readFileSync(inRoot(ACCEPTED), 'utf8'));
  const problems = problemsOf(accepted);
  if (problems.length > 0) throw new Stop(`${ACCEPTED} cannot be relied on:\n- ${problems.join('\n- ')}`);
  return accepted;
}

/** The answer of the registry in use, or why there is none. What is wrong on this side (no lock file) ends the command. */
async function askRegistry() {
  const { out, err } = await readNpm(ASK);
  let answer;
  try {
    answer = JSON.parse(out);
  } catch {
    throw new Stop(`npm audit gave no answer that can be read.\n${err}`);
  }
  if (answer.vulnerabilities) return { answer };
  if (answer.error?.code) throw new Stop(`npm audit could not run: ${answer.error.summary} (${answer.error.code})`);
  return { refusal: answer.message ?? 'no reason given' };
}

function tell(heading, entries, lines) {
  if (entries.length === 0) return;
  say(`\n${heading}`);
  for (const entry of entries) for (const line of lines(entry)) say(`  ${line}`);
}

const subjectOf = ({ package: name, packages }) => name ?? packages.join(', ');

function tellAll({ fresh, accepted, risks, gone, overdue }) {
  tell('New:', fresh, ({ id, package: name, severity, title, range, url }) => [`${id}  ${name} ${range}  (${severity})`, `  ${title}`, `  ${url}`]);
  tell('Accepted:', accepted, ({ id, package: name, severity, title, reason, until }) => [`${id}  ${name}  (${severity}, until ${until})`, `  ${title}`, `  ${reason}`]);
  tell('Accepted risks that no advisory names:', risks, ({ id, packages, reason, decision, until }) => [
    `${id}  (until ${until}, ${decision})`,
    `  ${packages.join(', ')}`,
    `  ${reason}`,
  ]);
  tell(`Accepted, but not there any more; take it out of ${ACCEPTED}:`, gone, (entry) => [`${entry.id}  ${subjectOf(entry)}`]);
  tell(`Accepted until a day that is past; look at it again, then give a new day and reason in ${ACCEPTED}, or replace the package:`, overdue, (entry) => [
    `${entry.id}  ${subjectOf(entry)}  (until ${entry.until})`,
  ]);
}

/**
 * Asks the registry in use what is known against the packages that ship, and compares it with what was accepted. Resolves to the exit
 * code; a registry that has no audit is an error only with `isRequired`.
 */
export async function audit({ isRequired }) {
  const accepted = readAccepted();
  const shipped = shippedPackages();
  const folders = new Set(shipped.map(({ folder }) => folder));
  const { answer, refusal } = await askRegistry();
  const findings = answer && findingsOf(answer, (folder) => folders.has(folder));
  const result = compare({ findings, accepted, names: shipped.map(({ name }) => name), today: new Date().toISOString().slice(0, 10) });

  if (findings) {
    const ofServer = shipped.filter(({ part }) => part === 'server').length;
    const aside = findings.filter(({ forDevelopment }) => forDevelopment).length;
    say(`Looked at the ${shipped.length} packages that ship: ${ofServer} on the server, ${shipped.length - ofServer} more in the tab.`);
    say(`${result.fresh.length} new, ${result.accepted.length} accepted. Left aside: ${aside} about packages that only build and test (npm audit shows them).`);
  } else {
    say(`No advisories could be read: the package registry in use answers no audit (${refusal}).`);
    say('Nothing is known about these packages from this run. Run it again with a registry that offers audits.');
  }
  tellAll(result);
  return isRefused(result) || (isRequired && !findings) ? 1 : 0;
}

import { say } from '../launcher/say.mjs';
import { ALLOWED, REVIEWED } from './reviewed-licenses.mjs';
import { idOf, shippedPackages } from './shipped.mjs';

/**
 * Whether an SPDX expression can be met with these licenses: by one side of an OR, by both of an AND. `AND` binds closer, and a license
 * `WITH` an exception is a license of its own. What is no expression is not met.
 */
export function isMet(expression, allowed = ALLOWED) {
  const tokens = (expression ?? '').replace(/\s+WITH\s+/g, '-WITH-').match(/[()]|[^\s()]+/g) ?? [];
  let index = 0;

  function single() {
    const token = tokens[index++];
    if (token !== '(') return allowed.includes(token);
    const inner = either();
    return tokens[index++] === ')' && inner;
  }
  function all() {
    let met = single();
    while (tokens[index] === 'AND') {
      index += 1;
      met = single() && met;
    }
    return met;
  }
  function either() {
    let met = all();
    while (tokens[index] === 'OR') {
      index += 1;
      met = all() || met;
    }
    return met;
  }

  return either() && index === tokens.length;
}

/** The review of a package, as long as package.json still says what it said then. */
export function reviewOf(entry) {
  return REVIEWED.find((review) => review.package === idOf(entry) && review.declared === entry.license);
}

/** Each package that ships once, with its license as `license` and whether it may ship as `isAllowed`. */
export function licensed(packages = shippedPackages()) {
  const byId = new Map(packages.map((entry) => [idOf(entry), entry]));
  return [...byId.values()].map((entry) => {
    const review = reviewOf(entry);
    return { ...entry, license: review?.license ?? entry.license ?? 'none named', isAllowed: review !== undefined || isMet(entry.license), reason: review?.reason };
  });
}

/** Prints the packages that ship by license; answers with the exit code. */
export function licenses() {
  const entries = licensed();
  for (const license of [...new Set(entries.map((entry) => entry.license))].sort()) {
    const members = entries.filter((entry) => entry.license === license);
    say(`${license} (${members.length})`);
    for (const { part, reason, ...entry } of members) say(`  ${idOf(entry)}${part === 'tab' ? '  tab' : ''}${reason ? `  reviewed: ${reason}` : ''}`);
  }
  const refused = entries.filter(({ isAllowed }) => !isAllowed);
  if (refused.length === 0) return 0;
  say('\nNot on the list of licenses that may ship. Replace the package, or read its license and add it to env/supply/reviewed-licenses.mjs:');
  for (const entry of refused) say(`  ${idOf(entry)}: ${entry.license}`);
  return 1;
}

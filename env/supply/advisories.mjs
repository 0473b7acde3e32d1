const HARMLESS = ['info', 'low'];

/** Advisories come from outside: nothing in them may steer the terminal that shows them. */
const plain = (text) => String(text).replace(/\p{Cc}+/gu, ' ');

/**
 * The advisories in an answer of `npm audit --json`, each once for each package it is about. `isShipped` tells of a folder in
 * node_modules whether it reaches people; an advisory that meets none of those is `forDevelopment`.
 */
export function findingsOf(answer, isShipped) {
  const findings = new Map();
  for (const { nodes, via } of Object.values(answer.vulnerabilities)) {
    for (const advisory of via) {
      // Only a name: touched through that package, which has its own entry.
      if (typeof advisory === 'string') continue;
      const { url, name, severity, title, range } = advisory;
      const id = plain(url).split('/').pop();
      const forDevelopment = !nodes.some(isShipped);
      findings.set(`${id} ${name}`, { id, package: plain(name), severity: plain(severity), title: plain(title), range: plain(range), url: plain(url), forDevelopment });
    }
  }
  return [...findings.values()];
}

/**
 * What was found against what was accepted. Without `findings` (nobody could be asked) no advisory is called gone, and dates count all
 * the same. `names` are the packages that ship, `today` is a day as in `2026-11-30`; an acceptance still counts on its last day.
 */
export function compare({ findings, accepted: { advisories, risks }, names, today }) {
  const acceptanceOf = (finding) => advisories.find((entry) => entry.id === finding.id && entry.package === finding.package);
  const shipped = (findings ?? []).filter(({ forDevelopment }) => !forDevelopment);
  const met = new Set(shipped.map(acceptanceOf));
  return {
    fresh: shipped.filter((finding) => !acceptanceOf(finding)),
    accepted: shipped.filter(acceptanceOf).map((finding) => ({ ...finding, ...acceptanceOf(finding) })),
    risks: risks.filter((entry) => entry.packages.some((name) => names.includes(name))),
    gone: [
      ...(findings ? advisories.filter((entry) => !met.has(entry)) : []),
      ...risks.filter((entry) => !entry.packages.some((name) => names.includes(name))),
    ],
    overdue: [...advisories, ...risks].filter(({ until }) => until < today),
  };
}

/** Whether somebody has to act before this ships. A word for a severity that nobody knows counts as serious. */
export function isRefused({ fresh, overdue }) {
  return overdue.length > 0 || fresh.some(({ severity }) => !HARMLESS.includes(severity));
}

const isText = (value) => typeof value === 'string' && value.trim() !== '';
const isDay = (value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);

const FORM = {
  advisories: {
    id: (value) => /^GHSA(-[23456789cfghjmpqrvwx]{4}){3}$/.test(value),
    package: isText,
    reason: isText,
    until: isDay,
  },
  risks: {
    id: (value) => /^[a-z]+(-[a-z]+)*$/.test(value),
    packages: (value) => Array.isArray(value) && value.length > 0 && value.every(isText),
    decision: (value) => /^docs\/decisions\/[\w-]+\.md$/.test(value),
    reason: isText,
    until: isDay,
  },
};

/** What is wrong with the file of acceptances, one sentence each. An entry that can be misread must not silence anything. */
export function problemsOf(accepted) {
  return Object.entries(FORM).flatMap(([list, form]) => {
    if (!Array.isArray(accepted[list])) return [`${list} is not a list`];
    const keys = accepted[list].map((entry) => `${entry.id} ${entry.package ?? ''}`.trim());
    const doubled = keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${list}: ${key} stands there twice`);
    const wrong = accepted[list].flatMap((entry, index) => {
      const names = new Set([...Object.keys(form), ...Object.keys(entry)]);
      return [...names].filter((name) => !form[name]?.(entry[name])).map((name) => `${list}, entry ${index + 1}: ${name} is missing, unknown or not well formed`);
    });
    return [...doubled, ...wrong];
  });
}

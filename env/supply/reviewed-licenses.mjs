/** Licenses that ask for nothing but their notice. */
export const ALLOWED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'PSF-2.0', 'Unlicense'];

/**
 * Packages that somebody has looked at: their package.json says nothing, says something else than the license itself, or the license asks
 * for more than a notice. Each holds for one version. `declared` is what package.json says, `license` what holds, and the file `proof`
 * of the package has the words `says`.
 */
export const REVIEWED = [
  {
    package: 'cldrjs@0.5.5',
    declared: undefined,
    license: 'MIT',
    proof: 'LICENSE-MIT',
    says: 'Permission is hereby granted, free of charge',
    reason: 'package.json has the old field "licenses", which npm does not read.',
  },
  {
    package: 'date-holidays@3.37.0',
    declared: '(ISC AND CC-BY-3.0)',
    license: 'ISC AND CC-BY-SA-3.0',
    proof: 'LICENSE',
    says: 'CC BY-SA 3.0',
    reason: 'The code is ISC, the holidays are CC BY-SA: they are used as they come, and the names of their sources stay in the package.',
  },
  {
    package: 'escape-regexp-component@1.0.2',
    declared: undefined,
    license: 'MIT',
    proof: 'Readme.md',
    says: '## License\n\n  MIT',
    reason: 'Only its readme names the license.',
  },
  {
    package: 'ical.js@2.2.1',
    declared: 'MPL-2.0',
    license: 'MPL-2.0',
    proof: 'LICENSE',
    says: 'Mozilla Public License Version 2.0',
    reason: 'Asks that changes to its own files are published: it is used unchanged, on the server, with its sources in the package.',
  },
];

// npm run -s supply -- audit | licenses | sbom: what Bellhop ships besides its own code, see docs/supply-chain.md.
import { parseArgs } from 'node:util';
import { checkNode } from './launcher/node-version.mjs';
import { runCommand, say, Stop } from './launcher/say.mjs';
import { audit } from './supply/audit.mjs';
import { licenses } from './supply/licenses.mjs';
import { sbom } from './supply/sbom.mjs';

const USAGE = `npm run -s supply -- <command>

  audit [--require]   what is known against the packages that ship, and what of it is accepted
                      --require: fail when the package registry in use offers no audit
  licenses            the packages that ship, by license; fails on a license that is not on the list
  sbom [--out FILE]   a bill of materials, CycloneDX as JSON
  help                show this`;

function read(args) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { require: { type: 'boolean', default: false }, out: { type: 'string' } } });
  } catch (error) {
    throw new Stop(`${error.message}\n\n${USAGE}`);
  }
}

runCommand(async () => {
  checkNode();
  const { values, positionals } = read(process.argv.slice(2));
  switch (positionals.join(' ')) {
    case 'audit':
      process.exitCode = await audit({ isRequired: values.require });
      break;
    case 'licenses':
      process.exitCode = licenses();
      break;
    case 'sbom':
      await sbom(values);
      break;
    case 'help':
      say(USAGE);
      break;
    default:
      throw new Stop(USAGE);
  }
});

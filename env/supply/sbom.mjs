import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readNpm } from '../launcher/npm.mjs';
import { say, Stop } from '../launcher/say.mjs';
import { reviewOf } from './licenses.mjs';
import { idOf, shippedPackages } from './shipped.mjs';

// From the lock file alone: neither a registry nor installed packages are needed.
const ASK = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only', '--include=dev', '--include=optional', '--include=peer'];

/** A day that is given makes the file the same every time (the convention is SOURCE_DATE_EPOCH, in seconds). */
function timestamp() {
  const seconds = process.env.SOURCE_DATE_EPOCH;
  if (seconds && !/^\d{1,11}$/.test(seconds)) throw new Stop(`SOURCE_DATE_EPOCH=${seconds}: it is a whole number of seconds since 1970.`);
  return (seconds ? new Date(Number(seconds) * 1000) : new Date()).toISOString();
}

/** The serial number of CycloneDX has to be a UUID; one that is made of the content changes exactly when the content does. */
function serialNumberOf(bill) {
  const digest = createHash('sha256').update(JSON.stringify(bill)).digest('hex');
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`, digest.slice(20, 32)];
  return `urn:uuid:${parts.join('-')}`;
}

/** npm's bill of everything, cut down to what ships, with the licenses that somebody has read. */
function cut(bill, shipped) {
  const byRef = new Map(shipped.map((entry) => [idOf(entry), entry]));
  const isKept = (ref) => byRef.has(ref);
  const components = bill.components.filter((component) => isKept(component['bom-ref'])).map((component) => {
    const entry = byRef.get(component['bom-ref']);
    const review = reviewOf(entry);
    // To npm the tab's packages are for development; they run in every browser.
    const ofTab = entry.part === 'tab' && { scope: 'required', properties: component.properties.filter(({ name }) => name !== 'cdx:npm:package:development') };
    return { ...component, ...ofTab, ...(review && { licenses: [{ expression: review.license }] }) };
  });
  const root = bill.metadata.component['bom-ref'];
  const dependencies = bill.dependencies
    .filter(({ ref }) => ref === root || isKept(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(isKept) }));
  return { ...bill, metadata: { ...bill.metadata, timestamp: timestamp() }, components, dependencies };
}

/** Writes the bill of materials (CycloneDX, JSON) of what ships, to a file or to the terminal. */
export async function sbom({ out: file }) {
  const { code, out, err } = await readNpm(ASK);
  if (code !== 0) throw new Stop(`npm could not write the bill of materials.\n${err}`);
  const { serialNumber: _, ...bill } = cut(JSON.parse(out), shippedPackages());
  const text = JSON.stringify({ ...bill, serialNumber: serialNumberOf(bill) }, undefined, 2);
  if (!file) return say(text);
  writeFileSync(path.resolve(process.env.INIT_CWD ?? '.', file), `${text}\n`);
  say(`${file}: ${bill.components.length} packages.`);
}

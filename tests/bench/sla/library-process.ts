import { readVectors } from '../../../shared/sla';
import { judge } from './judge';
import { LIBRARIES } from './libraries';
import { measureSpeed } from './speed';

/**
 * One library in a process of its own: two of them set the zone of the whole process, and one does not always come to an end.
 * Told `{library, vector}` it answers with what the library makes of a vector; told `{library, speed}`, with its speed.
 */
process.on('message', ({ library, id, file }: { readonly library: string; readonly id?: string; readonly file: unknown }) => {
  const read = readVectors(file);
  const make = LIBRARIES[library];
  if (!make || 'problem' in read) throw new Error(`no ${library}`);
  const entry = read.vectors.find((vector) => vector.id === id);
  const answer = entry && 'vector' in entry ? judge(entry.vector, entry.calendars, make) : measureSpeed(make);
  process.send?.(answer);
});

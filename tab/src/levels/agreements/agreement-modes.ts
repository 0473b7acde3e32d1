import type { Translate } from '../../lib/texts';
import type { Mode } from '../ModeChoice';

/** The ways of one mode with their consequences: `retarget.carry` and `help.retarget.carry`. */
export function modesOf(t: Translate, prefix: 'agreementType' | 'metric' | 'updateMode' | 'retarget' | 'reopen' | 'calendarSource' | 'startMode', values: readonly string[]): readonly Mode[] {
  return values.map((value) => ({ value, text: t(`${prefix}.${value}`), help: t(`help.${prefix}.${value}`) }));
}

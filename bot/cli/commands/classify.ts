import { evaluateOnFile } from '../classify/evaluate';
import { trainOnFile } from '../classify/train';
import { CliError } from '../cli-error';
import { textOf, type Command } from '../command';

/** `bellhop classify`: makes and measures classifiers; it never touches the store. */
export const classifyCommand: Command = {
  name: 'classify',
  maxPositionals: 2,
  options: {
    out: { type: 'string', help: 'cli.help.classify.out', value: 'MODEL' },
    model: { type: 'string', help: 'cli.help.classify.model', value: 'MODEL' },
  },
  async run(given, terminal) {
    const [what, file] = given.positionals;
    const [out, model] = [textOf(given, 'out'), textOf(given, 'model')];
    if ((what !== 'train' && what !== 'evaluate') || file === undefined) throw new CliError('cli.classify.usage', {}, 2);
    const foreign = what === 'train' ? model !== undefined && 'model' : out !== undefined && 'out';
    if (foreign) throw new CliError('cli.unknownOption', { option: `--${foreign}`, command: 'classify' }, 2);
    return what === 'train' ? trainOnFile(file, out, terminal) : evaluateOnFile(file, model, terminal);
  },
};

import { Stop } from './say.mjs';

export const USAGE = `npm start -- [options]

  --no-playground   do not start Microsoft's Agents Playground (the local chat)
  --no-open         do not open a browser
  --as WHO          chat as employee, agent, lead, manager or administrator, or a first name (default: employee)
  --empty           start without the demo company
  --seed N          seed of the demo company's history (a number; the same seed gives the same company)
  --help            show this

Environment: PORT (3978), PLAYGROUND_PORT (56150), DATA_DIR (.data), BELLHOP_STORAGE (embedded, or an Azure Tables
connection string or account URL).`;

/** Reads the options of `npm start`. `forServer` goes on to the server as it is. */
export function readOptions(args) {
  const options = { isPlaygroundWanted: true, isOpenWanted: true, isHelpWanted: false, as: 'employee', forServer: [] };
  for (let index = 0; index < args.length; index += 1) {
    const [name, inline] = args[index].split(/=(.*)/s);
    const value = () => {
      const found = inline ?? args[++index];
      if (found === undefined || found.startsWith('--')) throw new Stop(`${name} needs a value.\n\n${USAGE}`);
      return found;
    };
    switch (name) {
      case '--no-playground':
        options.isPlaygroundWanted = false;
        break;
      case '--no-open':
        options.isOpenWanted = false;
        break;
      case '--as':
        options.as = value();
        break;
      case '--empty':
        options.forServer.push('--empty');
        break;
      case '--seed': {
        const seed = value();
        if (!/^\d+$/.test(seed)) throw new Stop(`--seed ${seed}: a seed is a whole number, for example --seed 7.`);
        options.forServer.push('--seed', seed);
        break;
      }
      case '--help':
      case '-h':
        options.isHelpWanted = true;
        break;
      default:
        throw new Stop(`There is no option ${args[index]}.\n\n${USAGE}`);
    }
  }
  return options;
}

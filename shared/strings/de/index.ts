import type { en } from '../en';
import { fields } from './fields';
import { tickets } from './tickets';
import { refusals } from './refusals';
import { chat } from './chat';
import { tab } from './tab';
import { notices } from './notices';
import { api } from './api';
import { cli } from './cli';
import { registers } from './registers';
import { serviceLevels } from './service-levels';
import { clocks } from './clocks';
import { explain } from './explain';
import { levelPages } from './level-pages';
import { levelCli } from './level-cli';

/** Every key of the English texts, or the build fails. */
export const de: Record<keyof typeof en, string> = { ...fields, ...tickets, ...refusals, ...chat, ...tab, ...notices, ...api, ...cli, ...registers, ...serviceLevels, ...clocks, ...explain, ...levelPages, ...levelCli };

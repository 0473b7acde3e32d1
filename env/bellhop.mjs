import { runBuilt } from './launcher/run-built.mjs';

runBuilt({ project: 'bot', main: 'dist/bot/cli/main.js' });

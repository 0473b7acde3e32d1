import { runBuilt } from './launcher/run-built.mjs';

runBuilt({ project: 'tests', main: 'dist/tests/bench/main.js', needsTab: true });

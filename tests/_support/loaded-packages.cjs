// Loaded into a server process before everything else (node --require): when it ends it says which packages it had loaded.
const process = require('node:process');

process.on('exit', () => {
  const names = Object.keys(require.cache).map((file) => /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/](?!.*node_modules)/.exec(file)?.[1]?.replace('\\', '/'));
  process.stderr.write(`loaded: ${[...new Set(names.filter(Boolean))].join(' ')}\n`);
});

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Built into dist/tab and served at /tab/ by the bot's own process; `vite tab` proxies the API of a running one. */
export default defineConfig({
  base: '/tab/',
  plugins: [react()],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    // What the licenses of the packages in it ask for: their notices, beside the files.
    license: { fileName: 'licenses.txt' },
    rolldownOptions: {
      // The domain library declares; importing it does nothing. So a page loads only the part it uses.
      treeshake: { moduleSideEffects: [{ test: /[\\/]shared[\\/]/, sideEffects: false }] },
      output: {
        codeSplitting: {
          // One long-lived chunk for what changes only with a dependency: a release does not make agents load it again.
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 },
            // What the first screen needs comes in one piece, not in fifty.
            { name: 'start', tags: ['$initial'], priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': { target: `http://127.0.0.1:${process.env.PORT ?? 3978}` } } },
});

import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the screens: relative paths, so that the same files work over http://127.0.0.1 and app://. */
export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: false,
  // The components bring their words in thirty languages; ours are two.
  plugins: [react(), optimizeLocales.vite({ locales: ['nl-NL', 'en-US'] })],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    sourcemap: true,
    // The policy allows fonts of our own origin only, so nothing may become a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Read from this machine's disk, never over a network.
    chunkSizeWarningLimit: 2_000,
  },
});

/**
 * Bundles the installed loopback host into dist/loopback, as vite.electron.config.ts does for Electron: one program, and
 * beside it what it reads. Run `vite build --app --config vite.loopback.config.ts`; the renderer is built by itself.
 */
import { defineConfig } from 'vite';
import { beside, program } from './vite.electron.config.ts';

export default defineConfig({
  plugins: [beside],
  environments: {
    programs: program(
      { dankbel: 'electron/start/installed-program.ts' },
      // One file: an upgrade underneath a program that runs takes nothing away that it has yet to load.
      { module: true, emptyOutDir: true, outDir: 'dist/loopback', inOneFile: true },
    ),
  },
  builder: {
    buildApp: async (builder) => {
      const { programs } = builder.environments;
      if (programs !== undefined) await builder.build(programs);
    },
  },
});

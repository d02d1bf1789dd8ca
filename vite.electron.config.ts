/**
 * Bundles the three programs of the Electron host into dist/electron: `main.js`, `backend.js` (the utility process)
 * and `preload.cjs`. Run `vite build --app --config vite.electron.config.ts`; the renderer is built by itself.
 *
 * Everything is bundled but Electron itself and the native SQLite library, so that a package holds one dependency.
 */
import { readFileSync } from 'node:fs';
import { defineConfig, type BuildEnvironmentOptions, type EnvironmentOptions, type Plugin } from 'vite';
import { allFontFiles } from './electron/paper/font-files.ts';

const EXTERNAL = ['electron', 'better-sqlite3'];

/** A sandboxed preload is run as a plain script: CommonJS, in one file. Everything else is a module. */
function program(
  input: Record<string, string>,
  format: { readonly module: boolean; readonly emptyOutDir: boolean },
): EnvironmentOptions {
  const build: BuildEnvironmentOptions = {
    outDir: 'dist/electron',
    emptyOutDir: format.emptyOutDir,
    target: 'node24',
    minify: false,
    ssr: true,
    rolldownOptions: {
      input,
      platform: 'node',
      external: [...EXTERNAL, /^node:/],
      output: {
        format: format.module ? 'es' : 'cjs',
        entryFileNames: format.module ? '[name].js' : '[name].cjs',
        chunkFileNames: 'shared-[hash].js',
      },
    },
  };
  return { consumer: 'server', resolve: { noExternal: true, external: EXTERNAL }, build };
}

/** What is printed carries its fonts: they lie beside the backend, since a package has no node_modules of ours. */
const paperFonts: Plugin = {
  name: 'dankbel-paper-fonts',
  applyToEnvironment: ({ name }) => name === 'programs',
  generateBundle() {
    for (const { name, path } of allFontFiles()) {
      this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(path) });
    }
  },
};

export default defineConfig({
  plugins: [paperFonts],
  environments: {
    programs: program(
      { main: 'electron/shell/main.ts', backend: 'electron/shell/backend-entry.ts' },
      { module: true, emptyOutDir: true },
    ),
    preload: program({ preload: 'electron/shell/preload.ts' }, { module: false, emptyOutDir: false }),
  },
  builder: {
    buildApp: async (builder) => {
      const { programs, preload } = builder.environments;
      if (programs !== undefined) await builder.build(programs);
      if (preload !== undefined) await builder.build(preload);
    },
  },
});

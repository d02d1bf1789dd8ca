/**
 * Bundles the programs of the Electron host into dist/electron: `main.js`, `backend.js` and `spelling.js` (utility
 * processes), and `preload.cjs`. Run `vite build --app --config vite.electron.config.ts`; the renderer is built by itself.
 *
 * Everything is bundled but Electron itself and the native SQLite library, so that a package holds one dependency.
 */
import { readFileSync } from 'node:fs';
import { defineConfig, type BuildEnvironmentOptions, type EnvironmentOptions, type Plugin } from 'vite';
import { allDictionaryFiles } from './electron/desktop/dictionary-files.ts';
import { allFontFiles } from './electron/paper/font-files.ts';
import { licencesOfOthers } from './packages/licences.ts';

const EXTERNAL = ['electron', 'better-sqlite3'];

/** A program that is bundled whole. A sandboxed preload is run as a plain script: CommonJS, in one file. Everything else is a module. */
export function program(
  input: Record<string, string>,
  format: {
    readonly module: boolean;
    readonly emptyOutDir: boolean;
    readonly outDir?: string;
    readonly inOneFile?: boolean;
  },
): EnvironmentOptions {
  const build: BuildEnvironmentOptions = {
    outDir: format.outDir ?? 'dist/electron',
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
        ...(format.inOneFile === true ? { codeSplitting: false } : {}),
      },
    },
  };
  return { consumer: 'server', resolve: { noExternal: true, external: EXTERNAL }, build };
}

/**
 * What lies beside the programs, since a package has no node_modules of ours: the fonts of what is printed, and the
 * licences of everything that was bundled, which ask to be passed on.
 */
export const beside: Plugin = {
  name: 'dankbel-beside-the-programs',
  applyToEnvironment: ({ name }) => name === 'programs',
  generateBundle() {
    for (const { name, path } of allFontFiles()) {
      this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(path) });
    }
    this.emitFile({ type: 'asset', fileName: 'LICENCES-OF-OTHERS.txt', source: licencesOfOthers(import.meta.dirname) });
  },
};

/** A browser checks spelling itself: the word lists are for Electron alone. */
const wordLists: Plugin = {
  name: 'dankbel-word-lists',
  applyToEnvironment: ({ name }) => name === 'programs',
  generateBundle() {
    for (const { name, path } of allDictionaryFiles()) {
      this.emitFile({ type: 'asset', fileName: `dictionaries/${name}`, source: readFileSync(path) });
    }
  },
};

export default defineConfig({
  plugins: [beside, wordLists],
  environments: {
    programs: program(
      {
        main: 'electron/shell/main.ts',
        backend: 'electron/shell/backend-entry.ts',
        spelling: 'electron/shell/spelling-entry.ts',
      },
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

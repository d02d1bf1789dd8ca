/** Our programs as a package has them: built into JavaScript, so that nothing of TypeScript stays in memory. */
import { rmSync } from 'node:fs';
import { build } from 'vite';

/** Below the project, so that the SQLite library is found. */
const FOLDER = `dist/bench-${process.pid}`;

/** Where a program lies while {@link withBuiltPrograms} works. */
export function builtProgram(name: string): string {
  return `${FOLDER}/${name}.js`;
}

/** Builds programs, and takes them away again after the work. @param sources by the name of the program */
export async function withBuiltPrograms<Result>(
  sources: Readonly<Record<string, string>>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    await build({
      configFile: false,
      logLevel: 'warn',
      ssr: { noExternal: true, external: ['better-sqlite3'] },
      build: {
        ssr: true,
        target: 'node24',
        minify: false,
        outDir: FOLDER,
        rolldownOptions: { input: { ...sources } },
      },
    });
    return await work();
  } finally {
    rmSync(FOLDER, { recursive: true, force: true });
  }
}

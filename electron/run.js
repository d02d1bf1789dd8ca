/**
 * Starts a program of Dankbel, `node electron/run.js FILE.ts ARGUMENTS`, on a Node that can run it. Plain JavaScript
 * that any Node understands, so that an old one is met by a sentence: it could neither read TypeScript nor survive
 * the SQLite library.
 */
import module from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const NEEDED_NODE_API = 10;

if (Number(process.versions.napi) >= NEEDED_NODE_API) {
  // Half of the time of a short command went into reading the same TypeScript again. Beside the libraries, where nobody
  // else can put anything; where that cannot be written, Node does without.
  module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
  const [program, ...rest] = process.argv.slice(2);
  process.argv = [process.argv[0], resolve(program), ...rest];
  const { main } = await import(pathToFileURL(process.argv[1]).href);
  process.exitCode = await main(rest);
} else {
  process.stderr.write(
    `Dankbel needs Node 22.18 or newer, and this is Node ${process.versions.node}. ` +
      'Start it through npm (npm start, npm test, npm run dankbel), which brings its own Node on Linux and Windows; ' +
      'elsewhere install Node 24 first.\n',
  );
  process.exitCode = 1;
}

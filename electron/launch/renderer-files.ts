/**
 * The built renderer as a closed list: read once, kept in memory, found by its exact address. A request can name a
 * file of the list or nothing at all; no path is ever made from what a request says.
 */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export interface RendererFile {
  readonly body: Buffer;
  readonly contentType: string;
  readonly cacheControl: string;
}

/** By address: `/`, `/index.html`, `/assets/index-B2x9QmTf.js`. */
export type RendererFiles = ReadonlyMap<string, RendererFile>;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Built for a developer's own tools, not for the page. */
const LEFT_OUT = new Set(['.map']);

/** A name that changes with its content, as Vite writes it: `index-B2x9QmTf.js`. */
const HASHED_NAME = /^\/assets\/.+-[\w-]{8}\.[a-z0-9]+$/;

export class RendererFilesError extends Error {
  override readonly name = 'RendererFilesError';
}

/** @throws RendererFilesError when the renderer was not built, or holds a kind of file that we do not know how to serve. */
export async function readRendererFiles(directory: string): Promise<RendererFiles> {
  const served = (await listFiles(directory)).filter(({ path }) => !LEFT_OUT.has(extname(path)));
  // All at once: at the start the backend is busy, and one after the other would each wait for its turn.
  const entries = await Promise.all(
    served.map(async ({ path, address }): Promise<[string, RendererFile]> => {
      const contentType = CONTENT_TYPES[extname(path)];
      if (contentType === undefined)
        throw new RendererFilesError(`The built renderer holds ${address}, of a kind that is not served.`);
      return [address, { body: await readFile(path), contentType, cacheControl: cacheControlOf(address) }];
    }),
  );
  const files = new Map(entries);
  const page = files.get('/index.html');
  if (page === undefined) throw new RendererFilesError('The renderer has not been built: its index.html is missing.');
  return files.set('/', page);
}

/** Plain files only: a link could lead out of the directory. Level by level, since inside an asar Node cannot recurse. */
async function listFiles(directory: string, address = ''): Promise<{ path: string; address: string }[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const found = { path: join(directory, entry.name), address: `${address}/${encodeURIComponent(entry.name)}` };
      if (entry.isDirectory()) return listFiles(found.path, found.address);
      return entry.isFile() ? [found] : [];
    }),
  );
  return lists.flat();
}

function cacheControlOf(address: string): string {
  return HASHED_NAME.test(address) ? 'public, max-age=31536000, immutable' : 'no-store';
}

/** A place with new versions, on loopback: a feed as electron-builder writes it, and the package that it names. */
import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { stringify } from 'yaml';
import { whenDone } from '../../support/when-done.ts';

export interface UpdateServer {
  readonly url: string;
  /** What lies there, by name. A function answers by itself. */
  readonly files: Map<string, Buffer | string | ((response: ServerResponse) => void)>;
  /** The names that were asked for, without what keeps caches away. */
  readonly asked: string[];
}

export async function startUpdateServer(): Promise<UpdateServer> {
  const files: UpdateServer['files'] = new Map();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '', 'http://127.0.0.1').pathname.slice(1));
    asked.push(name);
    const file = files.get(name);
    if (file === undefined) return void response.writeHead(404).end();
    if (typeof file === 'function') return file(response);
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(file);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  whenDone(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => void server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, files, asked };
}

export interface Promised {
  readonly version: string;
  readonly stagingPercentage?: number;
  readonly files: readonly { readonly url: string; readonly sha512?: string; readonly size?: number }[];
}

export function sha512(bytes: Buffer | string): string {
  return createHash('sha512').update(bytes).digest('base64');
}

/** As electron-builder writes it for an AppImage: `latest-linux.yml`, `beta-linux.yml`. */
export function feedOf(promised: Promised): string {
  const [first] = promised.files;
  return stringify({
    ...promised,
    path: first?.url,
    sha512: first?.sha512,
    releaseDate: '2026-11-22T13:00:00.000Z',
  });
}

/** Puts a version there. @returns the package's bytes */
export function publish(
  { files }: UpdateServer,
  version: string,
  {
    channel = 'latest',
    change = {},
    bytes = Buffer.from(`#!/bin/sh\necho ${version} > "$DANKBEL_RAN"\n`),
  }: { readonly channel?: string; readonly change?: Partial<Promised>; readonly bytes?: Buffer } = {},
): Buffer {
  const url = `Dankbel-${version}.AppImage`;
  const promised = { version, files: [{ url, sha512: sha512(bytes), size: bytes.length }], ...change };
  const suffix = process.arch === 'x64' ? '' : `-${process.arch}`;
  files.set(`${channel}-linux${suffix}.yml`, feedOf(promised));
  files.set(url, bytes);
  return bytes;
}

/** Web servers on loopback for tests: one that answers as it is told, one that stands before a practice CRM. */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { whenDone } from './when-done.ts';

/** @returns its address; it ends with the test */
export async function serve(answer: (...exchange: Parameters<RequestListener>) => unknown): Promise<string> {
  const server = createServer((...exchange) => {
    void answer(...exchange);
  }).listen(0, '127.0.0.1');
  whenDone(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Passes everything on to a CRM, without what only a practice CRM says of itself: it looks like a real one. */
export async function serveAsReal(url: string): Promise<string> {
  return serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answer = await fetch(url + request.url, {
      method: request.method ?? 'GET',
      headers: {
        'X-Civi-Auth': String(request.headers['x-civi-auth']),
        'Content-Type': request.headers['content-type'] ?? '',
      },
      ...(request.method === 'POST' ? { body: Buffer.concat(chunks) } : {}),
    });
    const type = answer.headers.get('content-type') ?? '';
    response.writeHead(answer.status, { 'Content-Type': type }).end(await answer.text());
  });
}

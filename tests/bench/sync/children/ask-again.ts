/** Asks a CRM what was recorded, one after the other over one connection, and throws the answers away. */
import { Agent, request } from 'node:http';
import { z } from 'zod';
import { printAnswer, readInput } from '../../harness/child.ts';
import { readExchanges, type Exchange } from '../recording.ts';

const { url, apiKey, exchanges, leaveOut } = readInput(
  z.object({ url: z.string(), apiKey: z.string(), exchanges: z.string(), leaveOut: z.int() }),
);
const recorded = readExchanges(exchanges);
const asked = recorded.slice(0, recorded.length - leaveOut);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let bytes = 0;

function ask({ path, method, body }: Exchange): Promise<void> {
  const headers = {
    'X-Civi-Auth': `Bearer ${apiKey}`,
    'X-Requested-With': 'XMLHttpRequest',
    ...(body === null
      ? {}
      : {
          'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
          'Content-Length': Buffer.byteLength(body),
        }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { agent, method, headers }, (response) => {
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', resolve);
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

const began = performance.now();
for (const exchange of asked) await ask(exchange);
const milliseconds = performance.now() - began;
agent.destroy();
printAnswer({ milliseconds, requests: asked.length, bytes });

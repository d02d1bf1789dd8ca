/** Writes answers. Every one of them, also the refusal of something that is no request at all, carries the security headers. */
import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { SECURITY_HEADERS } from '../launch/security-headers.ts';
import type { RendererFile } from '../launch/renderer-files.ts';
import type { Refusal } from './request-guard.ts';

const JSON_HEADERS = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' } as const;

export function sendFile(response: ServerResponse, file: RendererFile): void {
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': file.contentType,
    'Content-Length': file.body.length,
    'Cache-Control': file.cacheControl,
  });
  // Node leaves the body out of the answer to a HEAD by itself.
  response.end(file.body);
}

export function sendJson(response: ServerResponse, status: 200 | 500, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { ...SECURITY_HEADERS, ...JSON_HEADERS, 'Content-Length': body.length });
  response.end(body);
}

export function sendSession(response: ServerResponse, cookie: string): void {
  response.writeHead(204, { ...SECURITY_HEADERS, 'Cache-Control': 'no-store', 'Set-Cookie': cookie });
  response.end();
}

export function openEventStream(response: ServerResponse): void {
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
  });
}

/** Ends the connection too: what is still on it belongs to a request that was refused. */
export function refuse(response: ServerResponse, { status, refused, allow }: Refusal): void {
  const body = Buffer.from(JSON.stringify({ refused }));
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    ...JSON_HEADERS,
    'Content-Length': body.length,
    Connection: 'close',
    ...(allow === undefined ? {} : { Allow: allow }),
  });
  response.end(body);
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** For what Node could not read as HTTP, or what took too long to arrive. */
export function refuseUnreadable(socket: Duplex, code: string | undefined): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const headers = { ...SECURITY_HEADERS, 'Content-Length': '0', Connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const status = UNREADABLE[code ?? ''] ?? '400 Bad Request';
  socket.end([`HTTP/1.1 ${status}`, ...lines, '', ''].join('\r\n'), () => socket.destroy());
}

/** A browser as far as a sign-in needs one: it goes where it is sent. */
import { createServer } from 'node:http';

export async function browse(address: string): Promise<{ readonly status: number; readonly location: string | null }> {
  const response = await fetch(address, { redirect: 'manual' });
  await response.arrayBuffer();
  return { status: response.status, location: response.headers.get('location') };
}

/** The door of a sign-in stands open on this address of the computer alone. */
export const here = (location: string | null): string => (location ?? '').replace('localhost', '127.0.0.1');

/** Somebody opens the address, does what the stand-in is told that people do, and comes back. */
export async function signInAt(address: string): Promise<number> {
  return (await browse(here((await browse(address)).location))).status;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

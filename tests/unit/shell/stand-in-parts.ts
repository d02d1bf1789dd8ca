/** What a stand-in for Electron is made of: a folder, a log, emitters that record, ports, a process, a frame, a backend. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import type { BackendEvent } from '../../../contract/event.ts';
import type { Backend, PromisedCall } from '../../../electron/backend/backend.ts';
import type { HostLog, LogFields } from '../../../electron/launch/host-log.ts';
import type { Port } from '../../../electron/desktop/port.ts';

export type Handler = (...args: readonly unknown[]) => unknown;

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-shell-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface RecordingLog extends HostLog {
  readonly lines: { level: string; fields: LogFields; message: string }[];
}

export function recordingLog(): RecordingLog {
  const lines: RecordingLog['lines'] = [];
  const write = (level: string) => (fields: LogFields, message: string) => void lines.push({ level, fields, message });
  return { lines, info: write('info'), warn: write('warn'), error: write('error') };
}

/** An emitter that also keeps what was set by a `set…Handler`. */
export class Recorder extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  /** Makes methods that remember the handler they were given. */
  remembering(...names: readonly string[]): Record<string, (handler: Handler) => void> {
    return Object.fromEntries(names.map((name) => [name, (handler: Handler) => void this.handlers.set(name, handler)]));
  }
  handler(name: string): Handler {
    const handler = this.handlers.get(name);
    if (handler === undefined) throw new Error(`nothing was given to ${name}`);
    return handler;
  }
}

/** An event as Electron hands it out, which can be prevented. */
export function preventable(more: object = {}): { readonly wasPrevented: boolean; preventDefault(): void } {
  let wasPrevented = false;
  return {
    ...more,
    get wasPrevented() {
      return wasPrevented;
    },
    preventDefault() {
      wasPrevented = true;
    },
  };
}

/** Electron's kind of port over a port of Node: messages come wrapped. */
export function mainPort(port: MessagePort): Port {
  onTestFinished(() => port.close());
  const on = (event: string, listener: (message?: unknown) => void): void => {
    port.on(event, (data: unknown) => listener(event === 'message' ? { data, ports: [] } : undefined));
  };
  return {
    on: on as unknown as Port['on'],
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  };
}

export interface StandInChild extends EventEmitter {
  readonly posted: { message: { kind: string } & Record<string, unknown>; ports: readonly unknown[] }[];
  readonly wasKilled: () => boolean;
}

/** A utility process that does what `run` makes of its messages. */
export function standInChild(
  run?: (parentPort: EventEmitter & { postMessage(data: unknown): void }) => void,
): StandInChild {
  const posted: StandInChild['posted'] = [];
  let killed = false;
  const child = new EventEmitter();
  const parentPort = Object.assign(new EventEmitter(), {
    postMessage: (data: unknown) => {
      queueMicrotask(() => child.emit('message', structuredClone(data)));
    },
  });
  run?.(parentPort);
  return Object.assign(child, {
    posted,
    wasKilled: () => killed,
    postMessage: (data: { kind: string }, ports: readonly unknown[] = []) => {
      const message = structuredClone(data);
      posted.push({ message: structuredClone(message), ports });
      queueMicrotask(() => parentPort.emit('message', { data: message, ports }));
    },
    kill: () => {
      killed = true;
      return true;
    },
  });
}

export interface StandInFrame {
  readonly processId: number;
  readonly frameToken: string;
  readonly parent: object | null;
  readonly origin: string;
  readonly url: string;
  readonly received: { channel: string; ports: readonly MessagePort[] }[];
  isDestroyed(): boolean;
  postMessage(channel: string, message: unknown, ports: readonly { raw: MessagePort }[]): void;
}

export function standInFrame(change: Partial<StandInFrame> = {}): StandInFrame {
  const received: StandInFrame['received'] = [];
  return {
    processId: 1,
    frameToken: 'main',
    parent: null,
    origin: 'app://dankbel',
    url: 'app://dankbel/',
    isDestroyed: () => false,
    received,
    postMessage: (channel, _message, ports) => void received.push({ channel, ports: ports.map(({ raw }) => raw) }),
    ...change,
  };
}

/** A class like Electron's: port1 stays in the main process, port2 travels to the page. */
export const StandInMessageChannel = class {
  readonly port1: Port;
  readonly port2: { raw: MessagePort };
  constructor() {
    const { port1, port2 } = new MessageChannel();
    onTestFinished(() => port2.close());
    this.port1 = mainPort(port1);
    this.port2 = { raw: port2 };
  }
};

export function standInBackend(): Backend & {
  readonly asked: unknown[];
  emit(event: BackendEvent): void;
  wasClosed(): boolean;
  locks(): number;
  wakes(): number;
  promise(promised: readonly PromisedCall[]): void;
} {
  const asked: unknown[] = [];
  const listeners = new Set<(event: BackendEvent) => void>();
  let closed = false;
  let locks = 0;
  let wakes = 0;
  let promised: readonly PromisedCall[] = [];
  return {
    asked,
    wasClosed: () => closed,
    emit: (event) => listeners.forEach((listener) => listener(event)),
    ask: async (procedure, input) => {
      asked.push({ procedure, input });
      return { ok: true, value: input };
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    locks: () => locks,
    lock: async () => void (locks += 1),
    wakes: () => wakes,
    wake: async () => void (wakes += 1),
    promise: (next) => void (promised = next),
    promised: async () => promised,
    close: async () => {
      closed = true;
    },
  };
}

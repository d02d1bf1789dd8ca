/** Server-sent events: tells every open window which answers are no longer fresh. */
import type { ServerResponse } from 'node:http';
import type { Backend } from '../backend/backend.ts';
import type { LoopbackLimits } from './limits.ts';
import { openEventStream } from './respond.ts';

export interface EventStreams {
  /** Keeps the answer open for events; false when there are too many already. */
  open(response: ServerResponse): boolean;
  close(): void;
}

export function createEventStreams(backend: Pick<Backend, 'listen'>, limits: LoopbackLimits): EventStreams {
  const streams = new Set<ServerResponse>();
  const stopListening = backend.listen((event) => send(`data: ${JSON.stringify(event)}\n\n`));
  // A line that says nothing, so that both sides notice when the other is gone.
  const heartbeat = setInterval(() => send(':\n\n'), limits.heartbeatMilliseconds);
  heartbeat.unref();

  function send(text: string): void {
    for (const stream of streams) {
      // A window that no longer reads would be served from our memory for ever.
      if (stream.writableLength > limits.unreadEventBytes) stream.destroy();
      else stream.write(text);
    }
  }

  return {
    open(response) {
      if (streams.size >= limits.eventStreams) return false;
      streams.add(response);
      response.once('close', () => streams.delete(response));
      openEventStream(response);
      response.write('retry: 1000\n\n');
      return true;
    },
    close() {
      clearInterval(heartbeat);
      stopListening();
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}

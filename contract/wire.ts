/**
 * How a question travels between a screen and the backend, whichever host carries it.
 *
 * Loopback host: `POST /api/session` with `{"token"}` (answers 204 and a session cookie), then
 * `POST /api/call` with a `Request` (answers 200 and an `Answer`), and `GET /api/events`: server-sent events, the
 * data of each a `BackendEvent`.
 * Electron host: a MessagePort; the screen posts a `PortRequest`, the backend posts `PortMessage`s.
 */
import { z } from 'zod';
import { backendEventSchema } from './event.ts';
import { answerSchema } from './failure.ts';

export const requestSchema = z.object({
  procedure: z.string().max(64),
  input: z.unknown(),
  /** Of a window in which somebody practises: answered by the practice evening, never by the profile itself. */
  practice: z.literal(true).optional(),
});
export type Request = z.infer<typeof requestSchema>;

export const portRequestSchema = requestSchema.extend({ id: z.int() });
export type PortRequest = z.infer<typeof portRequestSchema>;

export const portMessageSchema = z.union([
  z.object({ id: z.int(), answer: answerSchema }),
  z.object({ event: backendEventSchema }),
]);
export type PortMessage = z.infer<typeof portMessageSchema>;

export const API_PATHS = { session: '/api/session', call: '/api/call', events: '/api/events' } as const;

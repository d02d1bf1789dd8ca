/** How much one client may ask of the loopback host. A browser window of ours stays far below each of these. */
export interface LoopbackLimits {
  /** The largest question; a note of 20,000 characters is well under it. */
  readonly bodyBytes: number;
  /** A body of the session exchange holds one token. It is read before anyone has shown who they are. */
  readonly sessionBodyBytes: number;
  readonly headerBytes: number;
  readonly headerCount: number;
  readonly connections: number;
  readonly eventStreams: number;
  /** What may wait for a listener that does not read before it is cut off. */
  readonly unreadEventBytes: number;
  readonly sessions: number;
  /** Time to send all headers, and all of a request, before the connection is closed. */
  readonly headersMilliseconds: number;
  readonly requestMilliseconds: number;
  readonly keepAliveMilliseconds: number;
  /** How often Node looks for requests that took too long. */
  readonly checkMilliseconds: number;
  readonly heartbeatMilliseconds: number;
  /** How long a token may wait for the browser to start. */
  readonly tokenMilliseconds: number;
}

export const DEFAULT_LIMITS: LoopbackLimits = {
  bodyBytes: 1024 * 1024,
  sessionBodyBytes: 1024,
  headerBytes: 8 * 1024,
  headerCount: 64,
  connections: 64,
  eventStreams: 16,
  unreadEventBytes: 64 * 1024,
  sessions: 8,
  headersMilliseconds: 5_000,
  requestMilliseconds: 10_000,
  keepAliveMilliseconds: 5_000,
  checkMilliseconds: 1_000,
  heartbeatMilliseconds: 15_000,
  tokenMilliseconds: 120_000,
};

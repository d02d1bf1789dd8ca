/** What of Electron's ports and processes is used here, so that they can be handed in. */
export interface Port {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** A process of ours beside the main one. */
export interface Child {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
  postMessage(message: unknown, ports?: ClosablePort[]): void;
  kill(): boolean;
}

export type ClosablePort = Pick<Port, 'close'>;

export interface Forks {
  fork(
    path: string,
    parameters: string[],
    options: { readonly serviceName: string; readonly stdio: 'inherit' | 'ignore' },
  ): Child;
}

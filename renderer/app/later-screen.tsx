/** A screen that a caller does not need at the start: it is fetched when nothing else is to be done, or else when it is opened. */
import { Suspense, use } from 'react';
import { Bones } from '../parts/bones.tsx';
import type * as laterScreens from './later-screens.ts';

type Later = typeof laterScreens;

let loaded: Later | null = null;
let loading: Promise<Later> | null = null;

function load(): Promise<Later> {
  loading ??= import('./later-screens.ts').then(
    (screens) => (loaded = screens),
    (error: unknown) => {
      // Asked for again when it is opened again.
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** Once the first screen is there, so that any other comes with its address and no key is for the one that was left. */
export function fetchLaterScreens(): void {
  requestIdleCallback(() => void load().catch(() => undefined), { timeout: 2_000 });
}

interface Props {
  readonly name: keyof Later;
}

export function LaterScreen({ name }: Props) {
  return (
    <Suspense fallback={<Bones className="bones-frame" />}>
      <Screen name={name} />
    </Suspense>
  );
}

function Screen({ name }: Props) {
  const { [name]: Shown } = loaded ?? use(load());
  return <Shown />;
}

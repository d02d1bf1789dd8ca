/** What the walks of `npm run screenshots` share. */
import { expect } from '@playwright/test';

/** The pictures may be made on a busy machine. */
export const patientExpect = expect.configure({ timeout: 30_000 });

/** Keeps what is on the screen now under this name. */
export type Shoot = (screen: string) => Promise<void>;

/** Runs at the beginning of every file of tests. */
import { afterEach, vi } from 'vitest';
import { cleanUp } from './when-done.ts';

vi.resetConfig();
vi.unstubAllEnvs();
afterEach(cleanUp);

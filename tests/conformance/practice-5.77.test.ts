import { fileURLToPath } from 'node:url';
import { describeReplay } from './replay.ts';

const CAPTURED = fileURLToPath(new URL('../fixtures/civicrm/captured/', import.meta.url));

describeReplay('5.77, empty', { version: '5.77', times: 2 });
describeReplay('5.77, with invented donors', {
  version: '5.77',
  fill: { kind: 'invented', donors: 60, seed: 11, date: '2026-11-21' },
});
describeReplay('5.77, with the captured charity', {
  version: '5.77',
  fill: { kind: 'captured', directory: CAPTURED },
});

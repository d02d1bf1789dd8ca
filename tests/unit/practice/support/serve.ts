/** A practice CRM in a process of its own, so that a test can kill it: `serve.ts DIRECTORY`. */
import { startPracticeCrm } from '../../../../sync/practice/server.ts';

const [, , dataDir = ''] = process.argv;
const crm = await startPracticeCrm({
  dataDir,
  fill: { kind: 'invented', donors: 10, seed: 1, date: '2026-11-21' },
});
process.stdout.write(`${JSON.stringify({ url: crm.url, apiKey: crm.apiKey })}\n`);

/** Where the process with the word lists begins: apart from the backend, which may never wait for a second. */
import nspell from 'nspell';
import { createLog } from '../backend/log.ts';
import { readDictionary } from '../desktop/dictionary-files.ts';
import { createSpelling } from '../desktop/spelling.ts';
import { serveSpelling } from '../desktop/spelling-server.ts';

const load = () => createSpelling([nspell(readDictionary('nl')), nspell(readDictionary('en'))]);
serveSpelling({ port: process.parentPort, load, log: createLog() });

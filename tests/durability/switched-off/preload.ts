/** `node --import …/preload.ts PROGRAM`: Node reads the program's files as they would be with a protection switched off. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { changeText, isChanged } from './change-text.ts';

registerHooks({
  load: (url, context, nextLoad) => {
    if (!url.startsWith('file:')) return nextLoad(url, context);
    const path = fileURLToPath(url);
    if (!isChanged(path)) return nextLoad(url, context);
    return {
      format: 'module-typescript',
      shortCircuit: true,
      source: changeText(path, readFileSync(path, 'utf8')),
    };
  },
});

/** Begins the installed program: what /usr/bin/dankbel runs, as one bundle. */
import { main } from './installed.ts';

process.exitCode = await main(process.argv.slice(2));

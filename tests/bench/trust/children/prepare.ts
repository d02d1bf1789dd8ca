/** Invents a charity, encrypted or not: whichever program this is. */
import { z } from 'zod';
import { charityProfile } from '../../charity/charity-profile.ts';
import { printAnswer, readInput } from '../../harness/child.ts';

const { donors } = readInput(z.object({ donors: z.int() }));
printAnswer({ folder: await charityProfile(donors, () => undefined) });

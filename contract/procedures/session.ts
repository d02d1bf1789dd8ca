/** Who is working here, for which charity, in which language, and whether the lines are open. */
import { z } from 'zod';
import { ROLES } from '../../domain/role.ts';
import { PARTS_OF_DAY } from '../../domain/calling-hours/part-of-day.ts';
import { command, query } from '../procedure.ts';
import { daySchema, done, instantSchema, languageSchema, laneSchema, nothing, sentenceSchema } from '../values.ts';

export const THEMES = ['system', 'light', 'dark'] as const;

const lines = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), opens: z.string(), closes: z.string() }),
  z.object({
    state: z.literal('closed'),
    /** "Op zondag bellen we niet", and when the lines open again. */
    title: sentenceSchema,
    next: sentenceSchema.nullable(),
  }),
]);

const MOST_KEYS = 200;
const keysSchema = z
  .record(z.string().max(40), z.string().max(20))
  .refine((keys) => Object.keys(keys).length <= MOST_KEYS);

export const sessionSchema = z.object({
  person: z.object({ id: z.int(), name: z.string(), firstName: z.string(), roles: z.array(z.enum(ROLES)) }),
  lanes: z.array(laneSchema),
  charityName: z.string(),
  /** Invented donors: nobody is really called, and the lines are always open. */
  isPractice: z.boolean(),
  /** Started with as little as possible, after crashes or because somebody asked: nothing is fetched or sent. */
  isSafe: z.boolean(),
  source: z.enum(['civicrm', 'files', 'none']),
  language: languageSchema,
  theme: z.enum(THEMES),
  /** Keys that this person chose, by the name of the command. What they are is the screens' affair. */
  keys: keysSchema,
  today: daySchema,
  now: instantSchema,
  partOfDay: z.enum(PARTS_OF_DAY),
  lines,
});

export const sessionProcedures = {
  'session.get': query(ROLES, nothing, sessionSchema),
  /** These two also before somebody has signed in: whoever cannot read the screen cannot sign in either. */
  'session.setLanguage': { ...command(ROLES, z.object({ language: languageSchema }), done), isOpen: true },
  'session.setTheme': { ...command(ROLES, z.object({ theme: z.enum(THEMES) }), done), isOpen: true },
  'session.setKeys': command(ROLES, z.object({ keys: keysSchema }), done),
} as const;

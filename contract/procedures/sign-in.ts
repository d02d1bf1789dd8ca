/** Who may come in, and coming in. These are asked when nobody is signed in: they hold no donor and no secret. */
import { z } from 'zod';
import { ROLES } from '../../domain/role.ts';
import { command, query } from '../procedure.ts';
import { done, languageSchema, nothing, sentenceSchema } from '../values.ts';

const pin = z.string().max(64);
const passphrase = z.string().max(200);

export const signInStateSchema = z.object({
  /**
   * `sealed`: the data is closed, and the passphrase comes before the name; nobody is known then. `wiped`: the
   * workstation was revoked, and nothing is here any more.
   */
  state: z.enum(['wiped', 'sealed', 'signed-out', 'signed-in']),
  /** What happened, in sentences; null unless it was wiped. */
  wiped: z
    .object({
      sentences: z.array(sentenceSchema),
      /** False until the program was started once more: a host may still hold the key of before. */
      mayStartAnew: z.boolean(),
    })
    .nullable(),
  /** Everybody who works here, by name. */
  people: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      hasPin: z.boolean(),
      isCoordinator: z.boolean(),
      /** Seconds in which no PIN is tried, after too many misses; 0 for none. */
      wait: z.int(),
    }),
  ),
  /** There is a recovery code on paper. */
  hasRecovery: z.boolean(),
  isPractice: z.boolean(),
  language: languageSchema,
  theme: z.enum(['system', 'light', 'dark']),
});

export const signInProcedures = {
  'session.people': { ...query(ROLES, nothing, signInStateSchema), isOpen: true },
  /** Answers `refused` with how long to wait, or that the PIN is another. Somebody without a PIN needs none. */
  'session.signIn': { ...command(ROLES, z.object({ personId: z.int(), pin: pin.nullable() }), done), isOpen: true },
  /** A coordinator who forgot the PIN chooses a new one with the recovery code, which is worth one use: a new one comes. */
  'session.recover': {
    ...command(ROLES, z.object({ personId: z.int(), code: z.string().max(64), pin }), z.object({ code: z.string() })),
    isOpen: true,
  },
  /** Opens the data of a workstation with a passphrase; answers `refused` for another one. */
  'session.unseal': { ...command(ROLES, z.object({ passphrase }), done), isOpen: true },
  /** The passphrase is forgotten: the code from the paper opens the data, and a new passphrase is set. */
  'session.unsealWithCode': {
    ...command(ROLES, z.object({ code: z.string().max(64), passphrase }), done),
    isOpen: true,
  },
  /** After a wipe: an empty workstation in its place. Else it does nothing. */
  'session.startAnew': { ...command(ROLES, nothing, done), isOpen: true },
  /** Nobody is signed in any more; what is shown goes from the screen. */
  'session.lock': command(ROLES, nothing, done),
  /** Somebody is there: keys, pointer. In a call nothing is locked for the first hour. */
  'session.touch': command(ROLES, z.object({ isInCall: z.boolean() }), done),
  /** `old` is null for somebody who had none. With a coordinator's first PIN comes the recovery code, once. */
  'session.changePin': command(
    ROLES,
    z.object({ old: pin.nullable(), pin }),
    z.object({ code: z.string().nullable() }),
  ),
} as const;

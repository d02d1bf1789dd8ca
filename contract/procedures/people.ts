/** The people of this workstation, and what they may. For the coordinator. */
import { z } from 'zod';
import { ROLES } from '../../domain/role.ts';
import { command, query } from '../procedure.ts';
import { done, nothing, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

const personSchema = z.object({
  id: z.int(),
  name: z.string(),
  crmId: z.int().nullable(),
  roles: z.array(z.enum(ROLES)),
  isActive: z.boolean(),
  hasPin: z.boolean(),
  /** Whoever asks. */
  isSelf: z.boolean(),
  /** The only coordinator who is here: cannot leave, and stays one. */
  isLastCoordinator: z.boolean(),
});
export type PersonView = z.infer<typeof personSchema>;

/** Names and roles are bounded here and judged by `domain/people`. */
const change = z.object({
  name: z.string().max(200),
  crmId: z.int().positive().nullable(),
  roles: z.array(z.enum(ROLES)).max(ROLES.length),
});

const saved = z.discriminatedUnion('isSaved', [
  z.object({ isSaved: z.literal(true), id: z.int() }),
  z.object({
    isSaved: z.literal(false),
    refusals: z.array(z.object({ field: z.enum(['name', 'roles', 'crmId']), sentence: sentenceSchema })),
  }),
]);

export const peopleProcedures = {
  'people.list': query(
    COORDINATOR,
    nothing,
    z.object({
      people: z.array(personSchema),
      /** Users of the CRM who call elsewhere and are nobody here yet. */
      colleagues: z.array(z.object({ crmId: z.int(), name: z.string() })),
      hasRecovery: z.boolean(),
      /** The data opens with a passphrase only. */
      hasPassphrase: z.boolean(),
      /** Minutes without a key or pointer after which whoever has a PIN is signed out; null for never. */
      lockMinutes: z.int().nullable(),
    }),
  ),
  'people.add': command(COORDINATOR, change, saved),
  'people.change': command(COORDINATOR, change.extend({ id: z.int() }), saved),
  /** Access ends at once, calls that were open are given free; what was done keeps the name. */
  'people.leave': command(COORDINATOR, z.object({ id: z.int() }), done),
  'people.comeBack': command(COORDINATOR, z.object({ id: z.int() }), done),
  /** With the first PIN of a coordinator comes the recovery code, once; else null. */
  'people.setPin': command(
    COORDINATOR,
    z.object({ id: z.int(), pin: z.string().max(64) }),
    z.object({ code: z.string().nullable() }),
  ),
  'people.removePin': command(COORDINATOR, z.object({ id: z.int() }), done),
  /** The one before it is worth nothing any more. */
  'people.newCode': command(COORDINATOR, nothing, z.object({ code: z.string() })),
  /** The data opens with this passphrase from now on, and with nothing else but the recovery code that comes with it. */
  'people.setPassphrase': command(
    COORDINATOR,
    z.object({ passphrase: z.string().max(200) }),
    z.object({ code: z.string() }),
  ),
  'people.setLock': command(COORDINATOR, z.object({ minutes: z.int().min(1).max(240).nullable() }), done),
};

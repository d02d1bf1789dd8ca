/** The telephone: through which system is called, whose device rings, and how a call goes. */
import { z } from 'zod';
import { LINE_STATES } from '../../domain/telephone/line-state.ts';
import { command, query } from '../procedure.ts';
import { done, nothing, sentenceSchema } from '../values.ts';

const CALLERS = ['caller', 'director', 'coordinator'] as const;
const COORDINATOR = ['coordinator'] as const;

const address = z.string().max(1_000);

const question = z.object({
  method: z.enum(['GET', 'POST']),
  url: address,
  headers: z
    .array(z.object({ name: z.string().max(64), value: z.string().max(1_000) }))
    .max(10)
    .readonly(),
  body: z.string().max(4_000),
});

/** domain/telephone/systems.ts; what cannot be right in it is said by domain/telephone/check-system.ts. */
export const systemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link') }),
  z.object({
    kind: z.literal('click-to-dial'),
    dial: question,
    tokenUrl: address.nullable(),
    clientId: z.string().max(200),
    lineField: z.string().max(64),
    state: question.nullable(),
    stateField: z.string().max(64),
  }),
  z.object({
    kind: z.literal('asterisk'),
    url: address,
    user: z.string().max(200),
    endpoint: z.string().max(200),
    context: z.string().max(80),
    callerId: z.string().max(80),
  }),
]);

export const telephoneProcedures = {
  'telephone.get': query(
    COORDINATOR,
    nothing,
    z.object({
      system: systemSchema,
      /** The secret itself never comes back. */
      hasSecret: z.boolean(),
    }),
  ),
  /** `secret` null: the one that is kept, which only goes where it went before. */
  'telephone.save': command(
    COORDINATOR,
    z.object({ system: systemSchema, secret: z.string().max(1_000).nullable() }),
    done,
  ),
  /** Of whoever asks. */
  'telephone.mine': query(
    CALLERS,
    nothing,
    z.object({
      /** Calls go through a telephone system, which rings one's own device first. */
      needsDevice: z.boolean(),
      device: z.string(),
    }),
  ),
  'telephone.setDevice': command(CALLERS, z.object({ device: z.string().trim().max(64) }), done),
  /** How the call goes that was dialled for this donor. */
  'telephone.state': query(
    CALLERS,
    z.object({ callItemId: z.int() }),
    z.object({ state: z.enum(LINE_STATES).nullable(), words: sentenceSchema.nullable() }),
  ),
};

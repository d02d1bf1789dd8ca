/** Whose details are to be looked into. A large charity is looked through a part at a time, so that nobody waits. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { VERIFY_KINDS } from '../../../contract/procedures/verify.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { headingName } from '../../../domain/person-name.ts';
import { kindsOfDoubt, type DoubtKind, type DoubtOfKind } from '../../../domain/tasks/verify.ts';
import { findVerifiableAfter, readVerifiable, type Verifiable } from '../../../db/queries/tasks.ts';
import { countVerifiedToday } from '../../../db/queries/verify.ts';
import { readCallList } from '../calls/current-list.ts';
import type { AskContext } from '../context.ts';

type Kind = (typeof VERIFY_KINDS)[number];
type Queue = OutputOf<'verify.queue'>;

const AT_A_TIME = 500;
const MOST_LOOKED_AT = 6_000;
const MOST_SHOWN = 100;

export const KIND_NAMES: Readonly<Record<Kind, Sentence>> = {
  phone: { nl: 'Telefoon', en: 'Phone' },
  email: { nl: 'E-mail', en: 'E-mail' },
  address: { nl: 'Adres', en: 'Address' },
  name: { nl: 'Naam', en: 'Name' },
  age: { nl: 'Lang niet nagekeken', en: 'Long not verified' },
};

export async function readQueue(context: AskContext, { kind }: ParsedInputOf<'verify.queue'>): Promise<Queue> {
  const { store, person, today } = context;
  const found = new Map<Kind, Queue['donors'][number][]>(VERIFY_KINDS.map((each) => [each, []]));
  const inCall = new Set((await readCallList(context)).items.map(({ donorId }) => donorId));
  let after = 0;
  let lookedAt = 0;
  let hasMore = false;
  for (;;) {
    const ids = await findVerifiableAfter(store.reader, after, AT_A_TIME);
    const asked = ids.filter((id) => !inCall.has(id));
    for (const each of await readVerifiable(store.reader, asked)) {
      // Colleagues and others who never gave are in the CRM too.
      const isDonor = each.giving.gifts.length > 0 || each.giving.mandates.length > 0;
      const [first] = isDonor ? openDoubts(context, each) : [];
      if (first !== undefined) found.get(first.kind)?.push(viewQueued(each, first));
    }
    lookedAt += ids.length;
    after = ids.at(-1) ?? after;
    hasMore = ids.length === AT_A_TIME && lookedAt >= MOST_LOOKED_AT;
    if (ids.length < AT_A_TIME || hasMore) break;
    await nextTurn();
  }
  const shown = VERIFY_KINDS.filter((each) => kind === null || each === kind).flatMap((each) => found.get(each) ?? []);
  return {
    kinds: VERIFY_KINDS.map((each) => ({ kind: each, name: KIND_NAMES[each], count: found.get(each)?.length ?? 0 })),
    donors: shown.slice(0, MOST_SHOWN),
    hasMore: hasMore || shown.length > MOST_SHOWN,
    doneToday: await countVerifiedToday(store.reader, person.id, today),
  };
}

type OpenDoubt = DoubtOfKind & { readonly kind: Kind };

/** The doubts that are a verifier's, the surest mistakes first. A conflict is decided under Aandacht. */
export function openDoubts({ today, programmes }: AskContext, { verify, giving }: Verifiable): readonly OpenDoubt[] {
  if (!programmes.verify.isOn) return [];
  return kindsOfDoubt({ today, settings: programmes, verify, giving }).flatMap((doubt) =>
    isOfVerifier(doubt.kind) ? [{ kind: doubt.kind, sentence: withoutHistory(doubt) }] : [],
  );
}

function isOfVerifier(kind: DoubtKind): kind is Kind {
  return kind !== 'conflict';
}

/** "A donor since" tells of a first gift, which is none of a verifier's business. */
function withoutHistory({ kind, sentence: words }: DoubtOfKind): Sentence {
  return kind === 'age' && words.nl.includes(';') ? { nl: 'Nog nooit nagekeken.', en: 'Never verified.' } : words;
}

function viewQueued({ donor }: Verifiable, { kind, sentence: doubt }: OpenDoubt): Queue['donors'][number] {
  return {
    donorId: donor.donorId,
    kind,
    name: sentence((language) => headingName(donor.details.name, language)),
    doubt,
  };
}

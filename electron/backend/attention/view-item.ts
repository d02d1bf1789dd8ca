/** An operation that is not in the CRM, as the attention screen shows it. */
import type { AttentionItem } from '../../../contract/procedures/attention-item.ts';
import { valueLines } from '../../../domain/corrected-value.ts';
import type { Correction } from '../../../domain/correction.ts';
import { DETAIL_LABELS } from '../../../domain/doubt.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import type { ContactFlag, MomentWhat } from '../../../domain/operation.ts';
import { OUTCOMES } from '../../../domain/outcome.ts';
import { headingName } from '../../../domain/person-name.ts';
import { PROGRAMMES } from '../../../domain/programmes/index.ts';
import { waitsTooLong, waysOut } from '../../../domain/ways-out.ts';
import { carriedCorrection } from '../../../db/queries/carried-correction.ts';
import { findOpenConflict } from '../../../db/queries/conflicts.ts';
import type { Donor } from '../../../db/queries/donor-details.ts';
import { findOperation, type Operation } from '../../../db/queries/operations.ts';
import { findPerson } from '../../../db/queries/people.ts';
import type { Reader } from '../../../db/store.ts';
import { writeCorrection } from '../calls/write-corrected.ts';
import type { AskContext } from '../context.ts';

export interface Seen {
  readonly operation: Operation;
  readonly donor: Donor | undefined;
  /** As it was before the oldest correction of this detail that is not in the CRM; undefined: as the operation says. */
  readonly was: Correction['base'] | undefined;
  /** An earlier operation of the same donor waits, and this one goes after it. */
  readonly isHeldBack: boolean;
}

export async function viewItem(context: AskContext, seen: Seen): Promise<AttentionItem> {
  const { store, person } = context;
  const { operation, donor } = seen;
  const { id, kind, state } = operation;
  const correction = await carriedCorrection(store.reader, operation);
  const isOwn = operation.personId === person.id;
  return {
    operationId: id,
    kind,
    state,
    needsPerson: needsPerson(operation, context.now()),
    donorName: sentence((language) => (donor === undefined ? '' : headingName(donor.details.name, language))),
    what: await describe(store.reader, operation),
    recordedAt: operation.body.at,
    recordedBy: (await findPerson(store.reader, operation.personId))?.name ?? '',
    call: await readCall(store.reader, operation),
    checkedBy: operation.body.kind === 'correction' ? operation.body.checkedBy : null,
    why: whyOf(context, seen),
    crmWords: operation.crmWords,
    nextTryAt: operation.nextTryAt,
    waysOut: [...waysOut({ kind, state, isOwn, roles: person.roles })],
    conflict: correction === null ? null : await viewConflict(store.reader, seen, correction),
    typed: correction === null ? null : typedOf(correction),
  };
}

/** In conflict, refused, or waiting for longer than it should. */
export function needsPerson({ state, recordedAt }: Operation, now: string): boolean {
  return state === 'conflict' || state === 'rejected' || (state === 'waiting' && waitsTooLong(recordedAt, now));
}

async function viewConflict(
  reader: Reader,
  { operation, was }: Seen,
  { field, base, value }: Correction,
): Promise<AttentionItem['conflict']> {
  const conflict = operation.state === 'conflict' ? await findOpenConflict(reader, operation.id) : null;
  if (conflict === null) return null;
  const before = was === undefined ? base : was;
  return {
    conflictId: conflict.id,
    was: before === null ? null : [...valueLines(before, field)],
    mine: [...valueLines(value, field)],
    theirs: conflict.theirs === null ? null : [...valueLines(conflict.theirs, field)],
    theirsAt: conflict.theirsAt,
    foundAt: conflict.foundAt,
  };
}

function typedOf(correction: Correction): AttentionItem['typed'] {
  const { field, value } = correction;
  return {
    field,
    label: DETAIL_LABELS[field],
    input: { field, value } as NonNullable<AttentionItem['typed']>['input'],
  };
}

/** The call that a person remembers: what was talked about, and on which day. */
async function readCall(reader: Reader, { id, body }: Operation): Promise<AttentionItem['call']> {
  const recorded = body.kind === 'undo' ? body.operationId : id;
  const row = await reader
    .selectFrom('call_item')
    .select(['programme', 'list_day'])
    .where((where) =>
      where.or([
        where('id', 'in', where.selectFrom('correction').select('call_item_id').where('id', '=', recorded)),
        where('id', 'in', where.selectFrom('attempt').select('call_item_id').where('id', '=', recorded)),
        where('id', 'in', where.selectFrom('objection').select('call_item_id').where('id', '=', recorded)),
      ]),
    )
    .executeTakeFirst();
  return row === undefined ? null : { programme: PROGRAMMES[row.programme].name, day: row.list_day };
}

const NOT_TRIED: Sentence = {
  nl: 'Staat hier veilig en gaat met de volgende ronde mee.',
  en: 'Is safe here and goes along with the next round.',
};
const HELD_BACK: Sentence = {
  nl: 'Wacht tot een eerdere bewerking van deze donateur is verstuurd.',
  en: 'Waits until an earlier change of this donor has been sent.',
};
/** What can be done about a donor who is gone stands with the reason, or nobody would know that there is a way. */
const BACK_FROM_THE_BIN: Sentence = {
  nl: 'Haal deze donateur in het CRM uit de prullenbak en verstuur dit opnieuw, of trek het in als dat zo hoort.',
  en: 'Take this donor out of the bin in the CRM and send this again, or withdraw it if that is as it should be.',
};

function whyOf({ sync }: AskContext, { operation, donor, isHeldBack }: Seen): Sentence {
  if (operation.state !== 'waiting') {
    const why = operation.why ?? NOT_TRIED;
    const isGone = operation.state === 'rejected' && donor?.isRemoved === true;
    return isGone ? sentence((language) => `${why[language]} ${BACK_FROM_THE_BIN[language]}`) : why;
  }
  return operation.why ?? (isHeldBack ? HELD_BACK : (sync.state().problem ?? NOT_TRIED));
}

const MOMENT_NAMES: Readonly<Record<MomentWhat, Sentence>> = {
  answer: { nl: 'Antwoord aan de donateur', en: 'Answer to the donor' },
  'thanks-email': { nl: 'Dankmail verstuurd', en: 'Thank-you e-mail sent' },
  card: { nl: 'Kaart verstuurd', en: 'Card sent' },
  letter: { nl: 'Brief verstuurd', en: 'Letter sent' },
  note: { nl: 'Notitie voor het CRM', en: 'Note for the CRM' },
};

const FLAG_NAMES: Readonly<Record<ContactFlag, { readonly set: Sentence; readonly cleared: Sentence }>> = {
  is_deceased: {
    set: { nl: 'Overleden', en: 'Has died' },
    cleared: { nl: 'Niet overleden', en: 'Has not died' },
  },
  do_not_email: {
    set: { nl: 'Wil geen e-mail', en: 'Wants no e-mail' },
    cleared: { nl: 'Wil wel e-mail', en: 'Wants e-mail' },
  },
};

async function describe(reader: Reader, { body }: Operation): Promise<Sentence> {
  switch (body.kind) {
    case 'call':
      return sentence(
        (language) => `${language === 'nl' ? 'Gesprek' : 'Call'}: ${OUTCOMES[body.outcome].name[language]}`,
      );
    case 'objection':
      return { nl: 'Verzet: niet meer bellen', en: 'Objection: do not call again' };
    case 'correction':
      return writeCorrection(body.correction);
    case 'moment':
      return MOMENT_NAMES[body.what];
    case 'flag':
      return FLAG_NAMES[body.flag][body.value ? 'set' : 'cleared'];
    case 'undo': {
      const undone = await findOperation(reader, body.operationId);
      if (undone === null || undone.body.kind === 'undo') return { nl: 'Terugdraaien', en: 'Undo' };
      const what = await describe(reader, undone);
      return { nl: `Terugdraaien van: ${what.nl}`, en: `Undo of: ${what.en}` };
    }
  }
}

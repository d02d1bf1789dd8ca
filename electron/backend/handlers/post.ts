/** Cards and letters of today: looked at, sent, taken back. */
import { wallClock } from '../../../domain/calendar/day.ts';
import { troubleOfText } from '../../../domain/charity/check-charity.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { fillParagraphs } from '../../../domain/paper/fill-text.ts';
import { letterValues } from '../../../domain/paper/letter-values.ts';
import { headingName } from '../../../domain/person-name.ts';
import { readDonors, type Donor } from '../../../db/queries/donor-details.ts';
import { recordOperation } from '../../../db/queries/operations.ts';
import { addSentPost, readSentPost, undoSentPost } from '../../../db/queries/sent-post.ts';
import { writeAudit } from '../attention/end.ts';
import { undoOperation } from '../calls/record.ts';
import type { Handler } from '../dispatcher.ts';
import { readDuePost } from '../post/due-post.ts';
import { envelopeOf } from '../post/envelope.ts';
import { letterSource } from '../post/letter-facts.ts';

const nameOf = ({ details }: Donor): Sentence => sentence((language) => headingName(details.name, language));

export const getPost: Handler<'post.list'> = async (context) => {
  const { store, today } = context;
  const { due, held } = await readDuePost(store.reader, context);
  const source = await letterSource(context);
  const sent = await readSentPost(store.reader, today);
  const donors = await readDonors(
    store.reader,
    sent.map(({ donorId }) => donorId),
  );
  const cardTrouble = troubleOf(source.charity.cards);
  return {
    day: today,
    due: due.map(({ donorId, donor, facts, kind, match }) => ({
      donorId,
      name: nameOf(donor),
      kind,
      envelope: [...envelopeOf(donor)],
      reason: match.reason,
      dueDay: match.due,
      language: donor.language,
      cardTexts:
        kind === 'card' && cardTrouble === null
          ? [...fillParagraphs(source.charity.cards[donor.language], letterValues(source.factsOf(donor, facts)))]
          : [],
    })),
    held: held.map(({ donorId, donor, kind, suppressions }) => ({
      donorId,
      name: nameOf(donor),
      kind,
      why: suppressions[0]?.id ?? 'removed',
    })),
    sent: sent.flatMap(({ operationId, donorId, kind, at, personName, isUndone }) => {
      const donor = donors.get(donorId);
      if (donor === undefined) return [];
      return [{ operationId, donorId, name: nameOf(donor), kind, time: wallClock(at).time, by: personName, isUndone }];
    }),
    letterTrouble: troubleOf(source.charity.letter),
  };
};

/** A text that was saved by another version may hold what this one does not know: refused when it is printed too. */
function troubleOf({ nl, en }: Sentence): Sentence | null {
  return troubleOfText(nl) ?? troubleOfText(en);
}

/** "Thank" in both, so that who reads the CRM sees what it was for. */
const SUBJECTS = { card: 'Bedankkaart', letter: 'Bedankbrief' } as const;

export const sendPost: Handler<'post.send'> = async (context, { donorIds }) => {
  const { store, person, today, now, newId, sync } = context;
  const wanted = new Set(donorIds);
  const operationIds = await store.write(async (writer) => {
    const { due } = await readDuePost(writer.transaction, context);
    const ids: string[] = [];
    for (const { donorId, kind } of due.filter((item) => wanted.has(item.donorId))) {
      const id = newId();
      const at = now();
      const body = { kind: 'moment', at, what: kind, channel: 'post', subject: SUBJECTS[kind], text: '' } as const;
      await recordOperation(writer, { id, donorId, personId: person.id, body, recordedAt: at });
      await addSentPost(writer, { operationId: id, donorId, personId: person.id, kind, day: today, at });
      ids.push(id);
    }
    if (ids.length > 0)
      await writeAudit(context, writer, 'post-sent', String(ids.length), { detail: { operationIds: ids } });
    return ids;
  });
  sync.changed();
  return { operationIds, leftOut: wanted.size - operationIds.length };
};

export const undoPost: Handler<'post.undo'> = async (context, { operationIds }) => {
  const { store, now, sync } = context;
  const undone = await store.write(async (writer) => {
    const standing = await undoSentPost(writer, operationIds, now());
    for (const id of standing) await undoOperation(context, writer, id);
    if (standing.length > 0)
      await writeAudit(context, writer, 'post-undone', String(standing.length), { detail: { standing } });
    return standing.length;
  });
  sync.changed();
  return { undone };
};

/** Whether everything is saved, sent, and what needs a person. */
import { sentence, type Sentence } from '../../../domain/language.ts';
import { OUTCOMES } from '../../../domain/outcome.ts';
import { headingName } from '../../../domain/person-name.ts';
import {
  changeOperation,
  countOperations,
  findOperation,
  readOperations,
  type Operation,
} from '../../../db/queries/operations.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { findPerson } from '../../../db/queries/people.ts';
import { readLastSync } from '../../../sync/engine.ts';
import { writeCorrection } from '../calls/write-corrected.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { notFound, Refusal } from '../refusal.ts';

export const getStatus: Handler<'sync.status'> = async ({ store, sync }) => {
  const { waiting, conflict, rejected, applied } = await countOperations(store.reader);
  return {
    ...sync.state(),
    waiting,
    attention: conflict + rejected,
    applied,
    lastSuccessAt: await readLastSync(store),
  };
};

export const run: Handler<'sync.run'> = async ({ sync }) => {
  const report = await sync.run(true);
  if (report === null || report.failure === null) return {};
  throw new Refusal(report.failure.kind === 'refused' ? 'crm-refused' : 'crm-unreachable', report.failure.sentence);
};

export const getOperations: Handler<'sync.operations'> = async (context) => {
  const { store } = context;
  const attention = await readOperations(store.reader, ['conflict', 'rejected']);
  const waiting = await readOperations(store.reader, ['waiting']);
  const operations = [...attention, ...waiting];
  const donors = await readDonors(store.reader, [...new Set(operations.map(({ donorId }) => donorId))]);
  return {
    operations: await Promise.all(
      operations.map(async (operation) => {
        const donor = donors.get(operation.donorId);
        return {
          operationId: operation.id,
          state: operation.state,
          donorName: sentence((language) => (donor === undefined ? '' : headingName(donor.details.name, language))),
          what: await describe(context, operation),
          recordedAt: operation.recordedAt,
          recordedBy: (await findPerson(store.reader, operation.personId))?.name ?? '',
          why: operation.why ?? NOT_TRIED,
          crmWords: operation.crmWords,
          nextTryAt: operation.nextTryAt,
        };
      }),
    ),
  };
};

export const retry: Handler<'sync.retry'> = async (context, { operationId }) => {
  const { store, sync } = context;
  await requireUnfinished(context, operationId);
  await store.write((writer) => changeOperation(writer, operationId, { state: 'waiting', nextTryAt: null }));
  sync.changed();
  return {};
};

export const withdraw: Handler<'sync.withdraw'> = async (context, { operationId }) => {
  const { store, person, now } = context;
  await requireUnfinished(context, operationId);
  await store.write(async (writer) => {
    await changeOperation(writer, operationId, { state: 'withdrawn', answeredAt: now() });
    await writer.transaction
      .insertInto('audit')
      .values({ at: now(), person_id: person.id, action: 'withdraw', subject: operationId })
      .execute();
  });
  return {};
};

const NOT_TRIED: Sentence = {
  nl: 'Staat hier veilig en gaat met de volgende ronde mee.',
  en: 'Is safe here and goes along with the next round.',
};

async function requireUnfinished({ store }: AskContext, operationId: string): Promise<Operation> {
  const operation = await findOperation(store.reader, operationId);
  if (operation === null) throw notFound();
  if (operation.state === 'applied' || operation.state === 'withdrawn') {
    throw new Refusal('out-of-date', { nl: 'Dit is al afgehandeld.', en: 'This is settled already.' });
  }
  return operation;
}

async function describe({ store }: AskContext, { body }: Operation): Promise<Sentence> {
  switch (body.kind) {
    case 'call':
      return sentence(
        (language) => `${language === 'nl' ? 'Gesprek' : 'Call'}: ${OUTCOMES[body.outcome].name[language]}`,
      );
    case 'objection':
      return { nl: 'Verzet: niet meer bellen', en: 'Objection: do not call again' };
    case 'correction':
      return writeCorrection(body.correction);
    case 'undo': {
      const undone = await findOperation(store.reader, body.operationId);
      if (undone === null || undone.body.kind === 'undo') return { nl: 'Terugdraaien', en: 'Undo' };
      const what = await describe({ store } as AskContext, undone);
      return { nl: `Terugdraaien van: ${what.nl}`, en: `Undo of: ${what.en}` };
    }
  }
}

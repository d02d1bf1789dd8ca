/** Corrections with who said it and how it was checked; and consent and objection, both events (rules-nl.md L3, L7, L8). */
import type { DonorPage } from '../../../contract/procedures/donor-page.ts';
import { wallClock, type CalendarDay, type Instant } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { writeValue } from '../../../domain/corrected-value.ts';
import { correctionSchema } from '../../../domain/correction.ts';
import { DETAIL_LABELS } from '../../../domain/doubt.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { readCorrectionsWith } from '../../../db/queries/donor-page.ts';
import { readEvidence } from '../../../db/queries/evidence.ts';
import type { Reader } from '../../../db/store.ts';
import { writeCorrected } from '../calls/write-corrected.ts';

export async function viewCorrections(
  reader: Reader,
  donorId: number,
  today: CalendarDay,
): Promise<DonorPage['corrections']> {
  return (await readCorrectionsWith(reader, donorId)).map((row) => {
    const correction = correctionSchema.parse(JSON.parse(row.body));
    return {
      id: row.id,
      label: DETAIL_LABELS[correction.field],
      was: writeCorrected(correction),
      now: writeValue(correction.value, correction.field),
      by: row.name,
      atText: at(row.at, today),
      checkedBy: row.checked_by,
      state: row.state,
      isTakenBack: row.undone_at !== null,
    };
  });
}

export async function viewEvents(
  reader: Reader,
  donorId: number,
  today: CalendarDay,
): Promise<Pick<DonorPage['rights'], 'objections' | 'consents'>> {
  const { objections, consents } = await readEvidence(reader, donorId);
  return {
    objections: objections.toReversed().map(({ at: madeAt, undone_at: undoneAt, name }) => ({
      atText: at(madeAt, today),
      by: name,
      undoneText: undoneAt === null ? null : at(undoneAt, today),
    })),
    consents: consents.toReversed().map(({ day, words, source, name }) => ({
      dayText: sentence((language) => writeDay(day, language, { today })),
      words,
      source,
      by: name,
    })),
  };
}

function at(instant: Instant, today: CalendarDay): Sentence {
  const { day, time } = wallClock(instant);
  return sentence((language) => `${writeDay(day, language, { today })} ${time}`);
}

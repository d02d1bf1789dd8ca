/** Writes a page into the mirror. */
import { saveDonors, saveHeldDonors } from '../../db/mirror/save-donors.ts';
import { saveGifts, saveMandates } from '../../db/mirror/save-giving.ts';
import { saveMoments } from '../../db/mirror/save-moments.ts';
import { saveStubs } from '../../db/mirror/save-stubs.ts';
import type { Writer } from '../../db/store.ts';
import type { PulledRecords, PullScope } from '../connector.ts';

/** @returns how many were new or changed */
export async function savePage(writer: Writer, pulled: PulledRecords, scope: PullScope): Promise<number> {
  switch (pulled.entity) {
    case 'donors':
      return scope === 'whole' ? saveDonors(writer, pulled.records) : saveHeldDonors(writer, pulled.records);
    case 'stubs':
      return saveStubs(writer, pulled.records);
    case 'mandates':
      return saveMandates(writer, pulled.records);
    case 'gifts':
      return saveGifts(writer, pulled.records);
    case 'moments':
      return saveMoments(writer, pulled.records);
  }
}

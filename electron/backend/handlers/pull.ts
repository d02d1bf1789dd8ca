/** How far the first pull is, whose details are held here, and what the sync noticed. */
import { sentence } from '../../../domain/language.ts';
import { headingName } from '../../../domain/person-name.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { dismissNotice, readNotices } from '../../../db/queries/notices.ts';
import { countSlice, sliceDays } from '../../../db/queries/slice.ts';
import { noteProgress, readFirstPull } from '../../../sync/pull/progress.ts';
import type { Handler } from '../dispatcher.ts';
import { readSliceSettings } from '../slice-settings.ts';

export const getProgress: Handler<'sync.progress'> = async ({ store, sync }) => {
  const first = await readFirstPull(store.reader);
  const isUnconnected = sync.state().state === 'unconnected';
  return {
    isPaused: first.isPaused,
    listsReady: first.listsReady,
    donorsDone: first.donorsDone,
    donorsTotal: first.donorsTotal,
    rowsDone: first.rowsDone,
    rowsTotal: first.rowsTotal,
    pages: first.pages,
    secondsLeft: first.secondsLeft,
    state: first.isFinished ? 'done' : isUnconnected || first.rowsTotal === null ? 'before' : 'first',
  };
};

export const getSlice: Handler<'sync.slice'> = async ({ store: { reader }, today }) => {
  const window = { today, ...(await readSliceSettings(reader)) };
  return { until: sliceDays(window)?.to ?? null, ...(await countSlice(reader)) };
};

export const setPaused: Handler<'sync.setPaused'> = async ({ store, sync }, { isPaused }) => {
  await store.write((writer) => noteProgress(writer, { isPaused }));
  if (!isPaused) sync.changed();
  return {};
};

export const getNotices: Handler<'sync.notices'> = async ({ store }) => {
  const notices = await readNotices(store.reader);
  const donors = await readDonors(
    store.reader,
    notices.flatMap(({ donorId }) => (donorId === null ? [] : [donorId])),
  );
  return {
    notices: notices.map(({ id, at, kind, donorId, sentence: text }) => {
      const donor = donorId === null ? undefined : donors.get(donorId);
      const donorName = donor === undefined ? null : sentence((language) => headingName(donor.details.name, language));
      return { noticeId: id, at, kind, donorName, sentence: text };
    }),
  };
};

export const dismiss: Handler<'sync.dismissNotice'> = async ({ store, now }, { noticeId }) => {
  await store.write((writer) => dismissNotice(writer, noticeId, now()));
  return {};
};

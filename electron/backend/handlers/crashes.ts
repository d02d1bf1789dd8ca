/** What was written down of crashes, and whether it is sent. */
import { writeInstant } from '../../../domain/audit/chain-sentence.ts';
import { sentence, type Language, type Sentence } from '../../../domain/language.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import { readCrashReports, removeCrashReports, type CrashReport } from '../../launch/crash-report.ts';
import { CRASHES, NO_CRASHES, sendCrashes } from '../crashes/send-crashes.ts';
import type { Handler } from '../dispatcher.ts';

const PARTS: Readonly<Record<CrashReport['part'], Sentence>> = {
  program: { nl: 'het programma zelf', en: 'the program itself' },
  backend: { nl: 'het deel dat bewaart en verstuurt', en: 'the part that keeps and sends' },
  page: { nl: 'het scherm', en: 'the screen' },
  graphics: { nl: 'het tekenen van het scherm', en: 'drawing the screen' },
  helper: { nl: 'een hulpdeel', en: 'a helping part' },
};

export const listCrashes: Handler<'crashes.list'> = async ({ store, paths, policy }) => {
  const { isSending, sentUntil } = (await readSetting(store.reader, CRASHES)) ?? NO_CRASHES;
  const reports = readCrashReports(paths.folder).map(({ report }) => report);
  return {
    crashes: reports.map((report) => ({ at: report.at, words: wordsOf(report), isSent: report.at <= sentUntil })),
    text: reports.map((report) => JSON.stringify(report, null, 2)).join('\n\n'),
    address: policy.crashReports ?? null,
    isSending,
  };
};

export const setSending: Handler<'crashes.setSending'> = async (context, { isOn }) => {
  await context.store.write(async (writer) => {
    const now = (await readSetting(writer.transaction, CRASHES)) ?? NO_CRASHES;
    await writeSetting(writer, CRASHES, { ...now, isSending: isOn });
  });
  // What does not arrive now is tried at the next start.
  const sent = await sendCrashes(context);
  if (sent > 0) context.announce(['crashes']);
  return {};
};

export const removeCrashes: Handler<'crashes.remove'> = async ({ paths }) => {
  removeCrashReports(paths.folder);
  return {};
};

function wordsOf({ at, part, reason, code }: CrashReport): Sentence {
  const what = `${reason}${code === null ? '' : ` ${code}`}`;
  return sentence((language: Language) => `${writeInstant(at, language)}: ${PARTS[part][language]} (${what})`);
}

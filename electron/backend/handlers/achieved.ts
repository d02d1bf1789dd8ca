/** What the calls achieved, for a coordinator; and the page of it for the board. */
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { boardPage } from '../../../domain/paper/board-page.ts';
import { readCharityName } from '../charity/read-own-charity.ts';
import type { Handler } from '../dispatcher.ts';
import { noteExport } from '../exports.ts';
import { pdfOf } from '../paper/pdf-of.ts';
import { viewAchieved } from '../results/achieved.ts';

export const getAchieved: Handler<'achieved.get'> = (context) => viewAchieved(context);

export const printBoardPage: Handler<'achieved.paper'> = async (context, { language }) => {
  const achieved = await viewAchieved(context);
  const charity = await readCharityName(context.store.reader);
  await noteExport(context, 'board-page', []);
  const title = language === 'nl' ? 'Wat de telefoontjes opleverden' : 'What the calls achieved';
  return pdfOf(
    context,
    language === 'nl' ? 'bestuur' : 'board',
    (measure) => ({
      title,
      language,
      pages: [
        boardPage(
          {
            language,
            title,
            charity,
            day: writeDay(context.today, language, { today: '0001-01-01' }),
            reading: achieved.readingText[language],
            finding: achieved.finding[language],
            figures: achieved.figures?.[language] ?? null,
            all: achieved.all,
            programmes: achieved.programmes,
            notes: achieved.notes.map((note) => note[language]),
            sure: achieved.sure.map(({ label, text }) => ({ label: label[language], text: text[language] })),
          },
          measure,
        ),
      ],
    }),
    new Map(),
  );
};

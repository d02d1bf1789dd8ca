/** The settings of the programmes. Only a coordinator may ask; the dispatcher sees to that. */
import { previewChange, type PreviewLine } from '../../../domain/call-list/preview.ts';
import type { Sentence } from '../../../domain/language.ts';
import { fullName } from '../../../domain/person-name.ts';
import { changeSettings, describeChanges, type SettingsChange } from '../../../domain/programmes/change-settings.ts';
import { DEFAULT_SETTINGS, type ProgrammeSettings } from '../../../domain/programmes/settings.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { countCandidatesOutside, findCandidates } from '../../../db/queries/candidates.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import { addVersion, readVersions } from '../../../db/queries/programme-versions.ts';
import type { Writer } from '../../../db/store.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { fullListContext } from '../calls/current-list.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { Refusal } from '../refusal.ts';
import { viewHistory, viewSections } from '../views/settings-view.ts';

export const getProgrammes: Handler<'settings.programmes'> = async ({ store, programmes, programmeVersion }) => ({
  version: programmeVersion,
  sections: viewSections(programmes),
  history: await viewHistory(store.reader),
});

export const previewProgrammes: Handler<'settings.previewProgrammes'> = async (context, { change }) => {
  const { store, today, programmes: before, programmeVersion } = context;
  const changed = changeSettings(before, change);
  if (!changed.ok) return { isPossible: false, refusals: [...changed.refusals] };
  const after = changed.settings;
  const candidates = new Set([
    ...(await findCandidates(store.reader, today, before)),
    ...(await findCandidates(store.reader, today, after)),
  ]);
  const donors = await readFacts(store.reader, [...candidates]);
  const preview = previewChange(donors, await fullListContext(context), { before, after });
  return {
    isPossible: true,
    version: programmeVersion,
    changes: [...describeChanges(before, after)],
    lanes: [...preview.lanes],
    comes: await named(context, preview.comes),
    goes: await named(context, preview.goes),
    notHere: await countCandidatesOutside(store.reader, today, { before, after }),
  };
};

type NamedLine = Extract<OutputOf<'settings.previewProgrammes'>, { isPossible: true }>['comes'][number];

async function named({ store }: AskContext, lines: readonly PreviewLine[]): Promise<NamedLine[]> {
  const donors = await readDonors(
    store.reader,
    lines.map(({ donorId }) => donorId),
  );
  return lines.flatMap((line) => {
    const donor = donors.get(line.donorId);
    return donor === undefined ? [] : [{ ...line, name: fullName(donor.details.name) }];
  });
}

export const saveProgrammes: Handler<'settings.saveProgrammes'> = async (context, { change, version }) =>
  save(context, version, null, (before) => apply(before, change));

export const undoProgrammes: Handler<'settings.undoProgrammes'> = async (context, { version }) =>
  save(context, version, version, (_, earlier) => earlier);

function apply(before: ProgrammeSettings, change: SettingsChange): ProgrammeSettings {
  const changed = changeSettings(before, change);
  if (changed.ok) return changed.settings;
  const join = (language: keyof Sentence): string =>
    changed.refusals.map(({ sentence }) => sentence[language]).join(' ');
  throw new Refusal('refused', { nl: join('nl'), en: join('en') });
}

/** One new version, with who changed what, in one transaction. What is saved unchanged makes no version. */
async function save(
  { store, person, now, sync }: AskContext,
  version: number | null,
  undoes: number | null,
  next: (before: ProgrammeSettings, earlier: ProgrammeSettings) => ProgrammeSettings,
): Promise<{ version: number }> {
  const saved = await store.write(async (writer: Writer) => {
    const [current, earlier] = await readVersions(writer.transaction);
    if ((current?.number ?? null) !== version) throw somebodySaved();
    const before = current?.settings ?? DEFAULT_SETTINGS;
    const settings = next(before, earlier?.settings ?? DEFAULT_SETTINGS);
    const changes = describeChanges(before, settings);
    if (changes.length === 0) throw nothingChanged();
    const at = now();
    const number = await addVersion(writer, { at, personId: person.id, settings, undoes });
    const action = undoes === null ? 'programmes-saved' : 'programmes-undone';
    await noteAudit(writer, { at, personId: person.id, action, subject: String(number), detail: { changes } });
    return { version: number };
  });
  // Who may be called from now on is fetched, and who no longer may be is let go.
  sync.changed();
  return saved;
}

function somebodySaved(): Refusal {
  return new Refusal('out-of-date', {
    nl: 'Iemand anders heeft deze instellingen net veranderd. Kijk opnieuw en bewaar dan.',
    en: 'Somebody else just changed these settings. Look again, and save then.',
  });
}

function nothingChanged(): Refusal {
  return new Refusal('refused', {
    nl: 'Er is niets veranderd; er is niets te bewaren.',
    en: 'Nothing was changed; there is nothing to save.',
  });
}

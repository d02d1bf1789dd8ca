import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../contract/client.ts';
import { REGISTER_PIECE_BYTES } from '../../../contract/procedures/postcodes.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { connectedWorkstation, openWorkstation, practiceCrm, type Workstation } from '../../support/workstation.ts';

const HEADER = 'postcode;huisnummer;straat;plaats\n';
const ROWS = Array.from({ length: 24_000 }, (_, index) => `8031XD;${(index % 9_000) + 1};Wilgenhof;Zwolle\n`).join('');

/** A workstation at which a coordinator works. */
async function open(): Promise<Workstation> {
  const workstation = await openWorkstation();
  await workstation.backend.store.write((writer) =>
    setCurrentPerson(writer, { crmId: null, name: 'Ineke', roles: ['coordinator', 'caller'] }),
  );
  return workstation;
}

interface Piece {
  readonly upload: string;
  readonly index: number;
  readonly base64: string;
  readonly isLast: boolean;
}

function piecesOf(text: string, size = REGISTER_PIECE_BYTES): readonly Piece[] {
  const bytes = Buffer.from(text);
  const upload = randomUUID();
  const count = Math.max(1, Math.ceil(bytes.length / size));
  return Array.from({ length: count }, (_, index) => ({
    upload,
    index,
    base64: bytes.subarray(index * size, (index + 1) * size).toString('base64'),
    isLast: index === count - 1,
  }));
}

/** Sends a file as the screen does, and waits until it was read. */
async function load(workstation: Workstation, text: string, size?: number) {
  const { promise: isOver, resolve } = Promise.withResolvers<void>();
  const stop = workstation.listen(({ changed }) => {
    if (!changed.includes('postcodes')) return;
    void workstation.ask('postcodes.state', {}).then((state) => {
      if (state.reading === null && (state.loaded ?? state.refusal) !== null) resolve();
      return null;
    });
  });
  for (const piece of piecesOf(text, size)) await workstation.ask('postcodes.addPiece', piece);
  await isOver;
  stop();
  return workstation.ask('postcodes.state', {});
}

const sentenceOf = async (asked: Promise<unknown>): Promise<string> => {
  const error = await asked.catch((problem: unknown) => problem);
  if (!(error instanceof FailureError)) throw new Error('nothing was refused');
  return error.failure.sentence.en;
};

describe('a register of postcodes, loaded in the screen', () => {
  it('is taken in pieces, read in pages, and used in a call', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('dankbel-postcodes-'));
    const state = await load(workstation, `\uFEFF${HEADER}${ROWS}9401AB;7;Nieuw plein;Assen\n;;;\n`, 100_001);
    expect(state).toEqual({ postcodes: 2, reading: null, loaded: { rows: 24_001, leftOut: 1 }, refusal: null });
    expect(await workstation.ask('call.findStreets', { postcode: '8031XD', houseNumber: 41 })).toEqual({
      streets: [{ street: 'Wilgenhof', town: 'Zwolle', hasNumber: true }],
    });
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith('dankbel-postcodes-'));
    expect(after).toEqual(before);
  });

  it('is refused at its first piece when it is none, and takes nothing away', async () => {
    const workstation = await open();
    await load(workstation, `${HEADER}8031XD;41;Wilgenhof;Zwolle\n`);
    for (const text of [`naam,bedrag\n${'Jan,3\n'.repeat(100_000)}`, '', '\u0000\u0001\u0002']) {
      const [first] = piecesOf(text);
      expect(await sentenceOf(workstation.ask('postcodes.addPiece', first!))).toContain('postcode, street and town');
      expect(await workstation.ask('postcodes.state', {})).toMatchObject({
        postcodes: 1,
        refusal: { nl: expect.stringContaining('Dit bestand heeft geen kolommen') as string },
      });
    }
    expect(await load(workstation, `${HEADER}9401AB;7;Nieuw plein;Assen\n`)).toMatchObject({
      postcodes: 1,
      refusal: null,
      loaded: { rows: 1 },
    });
  });

  it('is refused in words when it breaks off in the middle of a value', async () => {
    const workstation = await open();
    expect(await load(workstation, `${HEADER}"8031XD;41;Wilgenhof;Zwolle\n`)).toMatchObject({
      loaded: null,
      refusal: { en: expect.stringContaining('cannot be read') as string },
    });
  });

  it('is begun again when a piece is missing, and by another window', async () => {
    const workstation = await open();
    const text = `${HEADER}${ROWS}`;
    const [first, , third] = piecesOf(text, 100_000);
    await workstation.ask('postcodes.addPiece', first!);
    expect(await sentenceOf(workstation.ask('postcodes.addPiece', third!))).toContain('did not arrive as a whole');
    const other = piecesOf(text, 100_000);
    await workstation.ask('postcodes.addPiece', other[0]!);
    expect(await sentenceOf(workstation.ask('postcodes.addPiece', piecesOf(text, 100_000)[1]!))).toContain('whole');
    expect((await load(workstation, text, 100_000)).loaded).toEqual({ rows: 24_000, leftOut: 0 });
  });

  it('lets everything else go on while it is read, also closing', async () => {
    const workstation = await open();
    for (const piece of piecesOf(`${HEADER}${ROWS}`)) await workstation.ask('postcodes.addPiece', piece);
    expect((await workstation.ask('postcodes.state', {})).reading).not.toBeNull();
    await workstation.ask('session.setTheme', { theme: 'dark' });
    const [again] = piecesOf(HEADER);
    expect(await sentenceOf(workstation.ask('postcodes.addPiece', again!))).toContain('being read already');
    await workstation.close();
    const later = await openWorkstation({ folder: workstation.folder });
    expect(await later.ask('postcodes.state', {})).toMatchObject({ reading: null, loaded: null });
  });
});

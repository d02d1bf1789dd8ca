/** What is agreed with somebody outside, and what comes in from outside: a number that changes here breaks it there. */
import { describe, expect, it } from 'vitest';
import { donorOfLink } from '../../../domain/donor-link.ts';
import { FILE_PIECE_BYTES, MOST_FILE_PIECES } from '../../../domain/file-pieces.ts';
import { hasUnseen, newsOf } from '../../../domain/news/news.ts';
import type { Release } from '../../../domain/news/releases.ts';
import { LONGEST_EMAIL, doubtAboutEmail } from '../../../domain/doubt.ts';
import { postcodeNotations, writePostcode } from '../../../domain/postal-address.ts';
import { donorExportSchema, exportColumns, exportKey } from '../../../domain/privacy/donor-export.ts';
import { CALLBACK_ADDRESSES } from '../../../domain/salesforce/callback.ts';
import { isOver, LINE_STATES } from '../../../domain/telephone/line-state.ts';

it('Salesforce answers at the addresses that administrators have filled in', () => {
  expect(CALLBACK_ADDRESSES).toEqual([
    'http://localhost:17172/dankbel',
    'http://localhost:27172/dankbel',
    'http://localhost:37172/dankbel',
  ]);
});

describe('a link of the CRM', () => {
  it('opens the donor of a number as the CRM counts', () => {
    expect(donorOfLink('dankbel://donor/4711')).toBe(4711);
    expect(donorOfLink('dankbel://donor/2147483647')).toBe(2_147_483_647);
  });

  it.each([
    'dankbel://donor/2147483648',
    'dankbel://donor/9999999999',
    'dankbel://donor/0',
    'dankbel://donor/4711/',
    'dankbel://donor/4711?x',
    'dankbel://erase/4711',
    'https://donor/4711',
    '',
  ])('opens nothing of "%s"', (address) => {
    expect(donorOfLink(address)).toBeNull();
  });
});

it('a file of 200 MB goes through, in pieces of half a megabyte', () => {
  expect([FILE_PIECE_BYTES, MOST_FILE_PIECES]).toEqual([524_288, 400]);
});

describe('news', () => {
  const release = (version: string): Release => ({ version }) as Release;
  const releases = ['0.2.0', '0.10.0', '0.9.0', '0.3.0-beta.1'].map(release);
  const versions = (version: string): readonly string[] => newsOf(releases, version).map((each) => each.version);

  it('is of this version and before, the newest first', () => {
    expect(versions('0.9.0')).toEqual(['0.9.0', '0.3.0-beta.1', '0.2.0']);
    expect(versions('0.1.0')).toEqual([]);
  });

  it('is unseen when anything came since, and never what this program does not have', () => {
    expect(hasUnseen(releases, '0.9.0', '0.2.0')).toBe(true);
    expect(hasUnseen(releases, '0.9.0', '0.9.0')).toBe(false);
    expect(hasUnseen(releases, '0.9.0', '0.10.0')).toBe(false);
  });
});

it('a call of a telephone system is over when it ended or failed', () => {
  expect(LINE_STATES.filter(isOver)).toEqual(['ended', 'failed']);
});

it('a postcode is written as people write it, and one of elsewhere as it came', () => {
  expect(['8031xd', ' 8031  XD ', 'BT1 5GS', ''].map(writePostcode)).toEqual(['8031 XD', '8031 XD', 'BT1 5GS', '']);
});

it('a postcode is looked for in both notations in which databases have it', () => {
  expect(postcodeNotations('8031xd')).toEqual(['8031XD', '8031 XD']);
  expect(postcodeNotations('BT1 5GS')).toEqual(['BT1 5GS']);
});

it('an e-mail address is as long as mail allows, 320, and no longer', () => {
  const long = (length: number): string => `${'a'.repeat(length - '@voorbeeld.nl'.length)}@voorbeeld.nl`;
  expect(LONGEST_EMAIL).toBe(320);
  expect(doubtAboutEmail(long(320))).toBeNull();
  expect(doubtAboutEmail(long(321))).not.toBeNull();
});

it('what a donor is handed is version 1 of its shape, which whoever reads it goes by', () => {
  expect(donorExportSchema.shape.version.safeParse(1).success).toBe(true);
  expect(donorExportSchema.shape.version.safeParse(2).success).toBe(false);
});

describe('a column of what a donor is handed', () => {
  it('is named as a program names it, with cents where it is cents, and whoever recorded it', () => {
    expect(exportKey('received_total', 'cents')).toBe('receivedTotalCents');
    expect(exportKey('received_on', 'day')).toBe('receivedOn');
    expect(exportKey('recorded_by', 'person')).toBe('by');
    expect(exportColumns('gift').map(([name]) => name)).toContain('amount');
  });
});

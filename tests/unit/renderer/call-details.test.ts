import { describe, expect, it } from 'vitest';
import { markWords, newWords } from '../../../renderer/parts/detail/changed-words.ts';
import { correctionOf, doubtAbout, fieldsOf } from '../../../renderer/parts/detail/correction-fields.ts';
import { doubtedDomain, withDomain } from '../../../domain/verify/email-domain.ts';

describe('the new words of a correction', () => {
  it('are those that were not there before', () => {
    expect([...newWords('Wilgenhof 14, 8031 XD Zwolle', 'Wilgenhof 41, 8031 XD Zwolle')]).toEqual(['41']);
  });

  it('are all of them when nothing was known', () => {
    expect([...newWords('', 'a@b.nl')]).toEqual(['a@b.nl']);
  });

  it('are marked on the envelope too, where the town has capitals', () => {
    const fresh = newWords('Wilgenhof 14, 8031 XD Zwolle', 'Wilgenhof 41, 8031 XD Kampen');
    const marked = markWords('8031 XD  KAMPEN', fresh);
    expect(marked.filter(({ isNew }) => isNew).map(({ text }) => text)).toEqual(['KAMPEN']);
    expect(marked.map(({ text }) => text).join('')).toBe('8031 XD  KAMPEN');
  });
});

describe('doubt about an e-mail address', () => {
  it.each([
    ['h.vdknaap@gmial.com', 'gmail.com'],
    ['jan@hotmial.com', 'hotmail.com'],
    ['jan@gmail.co', 'gmail.com'],
    ['jan@ziggo.n', 'ziggo.nl'],
    ['jan@GMAIL.CON', 'gmail.com'],
  ])('asks about %s', (email, meant) => {
    expect(doubtedDomain(email)).toBe(meant);
  });

  it.each(['jan@gmail.com', 'jan@voorbeeld.nl', 'jan', '', 'jan@', 'info@home.be', 'a@live.com'])(
    'asks nothing about "%s"',
    (email) => {
      expect(doubtedDomain(email)).toBeNull();
    },
  );

  it('replaces the domain and nothing else', () => {
    expect(withDomain('h.vdknaap@gmial.com', 'gmail.com')).toBe('h.vdknaap@gmail.com');
  });
});

describe('the fields of a correction', () => {
  it('become the value that is sent, without the spaces around it', () => {
    const address = { street: ' Wilgenhof 41 ', postcode: '8031 XD', town: 'Zwolle ', country: 'NL' };
    expect(correctionOf('address', address)).toEqual({
      field: 'address',
      value: { street: 'Wilgenhof 41', postcode: '8031 XD', town: 'Zwolle', country: 'NL' },
    });
    expect(correctionOf('phone', { phone: ' 06 00 ' })).toEqual({ field: 'phone', value: '06 00' });
  });

  it('come back as they were typed', () => {
    const name = { firstName: 'Hanneke', prefix: 'van der', surname: 'Knaap' };
    expect(fieldsOf(correctionOf('name', name))).toEqual(name);
    expect(fieldsOf(correctionOf('email', { email: 'a@b.nl' }))).toEqual({ email: 'a@b.nl' });
  });

  it('are doubted only where there is something to doubt', () => {
    expect(doubtAbout('email', { email: 'jan@gmial.com ' })).toBe('gmail.com');
    expect(doubtAbout('name', { surname: 'gmial.com' })).toBeNull();
  });
});

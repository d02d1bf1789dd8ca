/** What may be chosen as a picture, before anything of it is read. */
import { expect, it } from 'vitest';
import { encodePicture } from '../../../renderer/data/encode-picture.ts';

it('refuses forty megabytes and other kinds of files in words, without reading them', async () => {
  const large = new File([new Uint8Array(40_000_000)], 'foto.jpg', { type: 'image/jpeg' });
  expect(await encodePicture(large, 'photo')).toEqual({
    ok: false,
    sentence: {
      nl: 'Deze foto is 40,0 MB. Kies er een van hoogstens 20,0 MB.',
      en: 'This picture is 40.0 MB. Choose one of 20.0 MB at most.',
    },
  });
  for (const type of ['image/svg+xml', 'image/gif', 'application/pdf', 'text/html', '']) {
    const refused = await encodePicture(new File(['<svg/>'], 'x.png', { type }), 'drawing');
    expect(refused).toMatchObject({ ok: false, sentence: { nl: expect.stringMatching(/^Dit is geen foto/) } });
  }
});

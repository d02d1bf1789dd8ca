/** All pictures of one size on one page, small, with their names: a row per screen, a column per language and light. */

const NAME = /^(.+)-(nl|en)-(light|dark)-(\d+x\d+)\.png$/;

/** In the order of the columns. */
const LOOKS = ['nl-light', 'nl-dark', 'en-light', 'en-dark'] as const;

interface Picture {
  readonly file: string;
  readonly screen: string;
  readonly look: string;
  readonly size: string;
}

/** Those of these files that are pictures of a screen. */
export function readPictures(files: readonly string[]): readonly Picture[] {
  return files.flatMap((file) => {
    const [, screen, language, theme, size] = NAME.exec(file) ?? [];
    return screen === undefined || size === undefined ? [] : [{ file, screen, look: `${language}-${theme}`, size }];
  });
}

/** @returns a page that lies beside the pictures; they are not copied into it */
export function contactSheet(files: readonly string[], size: string): string {
  const pictures = readPictures(files).filter((picture) => picture.size === size);
  const screens = [...new Set(pictures.map(({ screen }) => screen))].sort();
  const cell = (screen: string, look: string): string => {
    const file = pictures.find((picture) => picture.screen === screen && picture.look === look)?.file;
    if (file === undefined) return '<td></td>';
    return `<td><a href="${file}"><img src="${file}" alt="" /></a><small>${file}</small></td>`;
  };
  const rows = screens.map(
    (screen) => `<tr><th scope="row">${screen}</th>${LOOKS.map((look) => cell(screen, look)).join('')}</tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<title>Dankbel, every screen at ${size}</title>
<style>
  body { margin: 16px; font: 12px/1.4 sans-serif; background: #e8e6e1; color: #222; }
  table { border-collapse: collapse; }
  th { padding: 8px 12px 8px 0; text-align: left; vertical-align: top; }
  td { padding: 0 8px 12px 0; vertical-align: top; }
  img { display: block; width: 320px; height: auto; border: 1px solid #b8b4aa; }
</style>
<h1>Every screen at ${size}</h1>
<table>
<tr><td></td>${LOOKS.map((look) => `<th scope="col">${look}</th>`).join('')}</tr>
${rows.join('\n')}
</table>
</html>
`;
}

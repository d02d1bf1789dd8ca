/** Label sheets: they fit on A4, every address is on its own label, and nothing runs over its edge. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LABEL_FORMAT_IDS,
  LABEL_FORMATS,
  labelFormatName,
  labelPages,
  labelsPerSheet,
} from '../../../domain/paper/label-sheets.ts';
import { lineHeight, type Measure } from '../../../domain/paper/page.ts';

const measure: Measure = (text, { size }) => text.length * size * 0.17;

describe.each(LABEL_FORMAT_IDS)('labels of %s', (id) => {
  const { columns, rows, width, height, stepX, stepY, left, top } = LABEL_FORMATS[id];

  it('fill A4 exactly: as much on the left as on the right, as much on top as below', () => {
    expect(left * 2 + (columns - 1) * stepX + width).toBeCloseTo(210, 1);
    expect(top * 2 + (rows - 1) * stepY + height).toBeCloseTo(297, 1);
    expect(stepX).toBeGreaterThanOrEqual(width);
    expect(stepY).toBeGreaterThanOrEqual(height);
  });

  it('stand each within one label, in order, after those that are used', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replaceAll(/[\n\r]/gu, ' '));
    fc.assert(
      fc.property(
        fc.array(fc.array(line, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: labelsPerSheet(id) - 1 }),
        (addresses, used) => {
          const pages = labelPages(addresses, id, { used, language: 'nl', measure });
          expect(pages).toHaveLength(Math.ceil((addresses.length + used) / labelsPerSheet(id)));
          const labels = pages.flatMap(({ blocks }, sheet) => blocks.map((block) => ({ block, sheet })));
          expect(labels).toHaveLength(addresses.length);
          labels.forEach(({ block, sheet }, index) => {
            const place = index + used;
            expect(sheet).toBe(Math.floor(place / labelsPerSheet(id)));
            const onSheet = place % labelsPerSheet(id);
            const x = left + (onSheet % columns) * stepX;
            const y = top + Math.floor(onSheet / columns) * stepY;
            for (const part of block.parts) {
              if (part.kind !== 'text') throw new Error('only text');
              expect(part.x).toBeGreaterThanOrEqual(x);
              expect(part.x + measure(part.text, part)).toBeLessThanOrEqual(x + width + measure(' …', part));
              expect(part.y - lineHeight(part.size) * 0.72).toBeGreaterThanOrEqual(y - 0.01);
              expect(part.y).toBeLessThanOrEqual(y + height);
            }
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});

it('are named as they are sold', () => {
  expect(labelFormatName('3x7')).toEqual({ nl: '21 op een vel, 63,5 × 38,1 mm', en: '21 a sheet, 63.5 × 38.1 mm' });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  minutesOf,
  placeDots,
  placeNow,
  placePromises,
  positionOf,
  spanOf,
} from '../../../renderer/screens/today/evening-line.ts';

const EVENING = { from: minutesOf('18:30'), to: minutesOf('20:30') };

describe('the span of the line', () => {
  const hours = { opens: '10:00', closes: '20:30' };

  it('begins at the half hour of the first call', () => {
    expect(spanOf({ ...hours, now: '19:12', called: ['18:33', '19:08'] })).toEqual(EVENING);
  });

  it('begins at the half hour of now before the first call', () => {
    expect(spanOf({ ...hours, now: '19:12', called: [] }).from).toBe(minutesOf('19:00'));
  });

  it('never begins before opening time', () => {
    expect(spanOf({ ...hours, now: '09:40', called: [] }).from).toBe(minutesOf('10:00'));
  });

  it('is an hour at least, also when the day is nearly over', () => {
    expect(spanOf({ ...hours, now: '20:29', called: [] })).toEqual({
      from: minutesOf('19:30'),
      to: minutesOf('20:30'),
    });
    expect(spanOf({ ...hours, now: '21:10', called: [] }).from).toBe(minutesOf('19:30'));
  });
});

describe('positions', () => {
  it('are a share of the line, and stay on it', () => {
    expect(positionOf('19:30', EVENING)).toBe(50);
    expect(positionOf('18:00', EVENING)).toBe(0);
    expect(positionOf('23:00', EVENING)).toBe(100);
  });

  it('turn the label of now inwards at both ends', () => {
    expect(placeNow('19:12', EVENING).alignment).toBe('middle');
    expect(placeNow('20:25', EVENING).alignment).toBe('end');
    expect(placeNow('18:31', EVENING).alignment).toBe('start');
  });
});

describe('dots', () => {
  it('stand where their call was, when there is room', () => {
    expect(placeDots(['18:30', '19:30'], EVENING, '20:00', 2)).toEqual([0, 50]);
  });

  it('move apart, and never past now', () => {
    const dots = placeDots(['19:11', '19:11', '19:12'], EVENING, '19:12', 2);
    expect(dots).toEqual([31, 33, 35]);
  });

  it('keep their order and their distance, and stay on the line', () => {
    const time = fc
      .integer({ min: EVENING.from, max: EVENING.to })
      .map(
        (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
      );
    fc.assert(
      fc.property(fc.array(time, { maxLength: 25 }), time, (times, now) => {
        const sorted = times.filter((called) => called <= now).toSorted();
        const dots = placeDots(sorted, EVENING, now, 1.5);
        const limit = positionOf(now, EVENING);
        const steps = dots.slice(1).map((dot, index) => dot - dots[index]!);
        const smallest = (sorted.length - 1) * 1.5 <= limit ? 1.5 : 0;
        expect(dots.every((dot) => dot >= 0 && dot <= limit)).toBe(true);
        expect(steps.every((step) => step > smallest - 1e-9)).toBe(true);
      }),
    );
  });
});

describe('promises', () => {
  it('say their time and name when there is room', () => {
    const labels = placePromises(['19:30', '20:10'], EVENING, '19:12');
    expect(labels.map(({ says }) => says)).toEqual(['time-and-name', 'time-and-name']);
    expect(labels[0]!.place).toBe(50);
  });

  it('say less when they come close together', () => {
    const says = placePromises(['19:30', '19:40', '19:43'], EVENING, '19:12').map((label) => label.says);
    expect(says).toEqual(['time', 'nothing', 'nothing']);
  });

  it('stand clear of now and of the end of the line', () => {
    const [soon, late] = placePromises(['19:15', '20:28'], EVENING, '19:12');
    expect(soon!.alignment).toBe('start');
    expect(late!.alignment).toBe('end');
  });
});

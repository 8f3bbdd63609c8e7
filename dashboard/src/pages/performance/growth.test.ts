import { describe, expect, test } from 'vitest';
import { begun, flat, held, rebased, together, type Curve } from './growth';

const HOUR = 3600;

function curve(key: string, points: readonly (readonly [number, number | undefined])[], more?: Partial<Curve>): Curve {
  return { key, name: key, points: points.map(([time, growth]) => ({ time: time * HOUR, growth })), ...more };
}

const values = (points: readonly { time: number; value: number | undefined }[]) =>
  points.map(({ time, value }) => [time / HOUR, value === undefined ? undefined : Math.round(value * 1e6) / 1e6]);

describe('growth from the first common moment', () => {
  test('is in percent of what each was then, whatever it was before', () => {
    const read = together(
      [
        curve('model', [
          [1, 1],
          [2, 1.25],
          [3, 1.5],
        ]),
        curve('account', [
          [2, 4],
          [3, 3],
        ]),
      ],
      HOUR,
    );
    expect(read.start).toBe(2 * HOUR);
    expect(read.end).toBe(3 * HOUR);
    expect(read.apart).toEqual([]);
    expect(read.curves.map((each) => values(each.growth))).toEqual([
      [
        [2, 0],
        [3, 20],
      ],
      [
        [2, 0],
        [3, -25],
      ],
    ]);
  });

  test('takes what was known last where there is no point at that moment', () => {
    const read = together(
      [
        curve('portfolio', [
          [1, 1],
          [4, 1.1],
        ]),
        curve('model', [
          [2, 1],
          [3, 1],
          [4, 2],
        ]),
      ],
      HOUR,
    );
    expect(values(read.curves[0]?.growth ?? [])).toEqual([
      [2, 0],
      [4, 10],
    ]);
  });

  test('meets at the ends of hours, and nothing is put after the last moment', () => {
    const read = together(
      [
        curve('model', [
          [1, 1],
          [2, 1.1],
          [2.5, 1.2],
        ]),
        curve('account', [
          [0.99, 1],
          [1.2, 1.5],
          [1.999, 1.1],
          [2.4, 1.3],
        ]),
      ],
      HOUR,
    );
    expect(read.start).toBe(HOUR);
    expect(values(read.curves[1]?.growth ?? [])).toEqual([
      [1, 0],
      [2, 10],
      [2.5, 30],
    ]);
  });

  test('goes on where nothing changed, and begins with what was known before the period', () => {
    const read = together(
      [
        curve('model', [
          [10, 1],
          [12, 1.1],
        ]),
        curve(
          'account',
          [
            [1, 1],
            [2, 1.5],
          ],
          { steady: true, from: 9 * HOUR },
        ),
      ],
      HOUR,
    );
    expect(read.start).toBe(10 * HOUR);
    expect(values(read.curves[1]?.growth ?? [])).toEqual([
      [10, 0],
      [12, 0],
    ]);
  });

  test('what has no time in common with most begins by itself', () => {
    const models = ['A', 'B'].map((name) =>
      curve(name, [
        [1, 1],
        [2, 1.1],
      ]),
    );
    const read = together([...models, curve('new', [[3, 1]], { steady: true })], HOUR);
    expect(read.start).toBe(HOUR);
    expect(read.apart).toEqual(['new']);
    expect(values(read.curves[2]?.growth ?? [])).toEqual([[3, 0]]);

    const old = curve('import', [
      [1, 1],
      [2, 0.9],
    ]);
    const now = ['x', 'y'].map((name) =>
      curve(name, [
        [8, 1],
        [9, 1],
      ]),
    );
    const other = together([old, ...now], HOUR);
    expect(other.start).toBe(8 * HOUR);
    expect(other.apart).toEqual(['import']);
    expect(values(other.curves[0]?.growth ?? [])).toEqual([
      [1, 0],
      [2, -10],
    ]);
  });

  test('tells who has none, and draws nothing of nobody', () => {
    expect(together([curve('empty', []), curve('gap', [[1, undefined]])], HOUR)).toMatchObject({
      start: undefined,
      end: undefined,
      curves: [],
      empty: ['empty', 'gap'],
    });
    expect(together([], HOUR).curves).toEqual([]);
  });
});

test('under water is how far below the highest since', () => {
  const points = [1, 1.25, 1, 1.5, 1.5].map((growth, time) => ({ time, growth }));
  expect(rebased(points, 0).under.map((point) => point.value)).toEqual([0, 0, -20, 0, 0]);
  expect(Object.is(rebased(points, 0).under[1]?.value, -0)).toBe(false);
});

test('a gap stays a gap, and what was nothing cannot grow', () => {
  expect(
    rebased(
      [
        { time: 0, growth: 1 },
        { time: 1, growth: undefined },
        { time: 2, growth: 2 },
      ],
      0,
    ).growth.map((point) => point.value),
  ).toEqual([0, undefined, 100]);
  expect(rebased([{ time: 0, growth: 0 }], 0).growth).toEqual([]);
});

test('baselines: nothing stays nothing, and holding begins with the price of that moment', () => {
  expect(flat(1, 2).map((point) => point.value)).toEqual([0, 0]);
  const prices = [
    { time: 1, price: 4 },
    { time: 2, price: 5 },
    { time: 3, price: 6 },
  ];
  expect(held(prices, 1.5, 2).growth).toEqual([
    { time: 1.5, value: 0 },
    { time: 2, value: 25 },
  ]);
  expect(held(prices, 0, 2).growth[0]).toEqual({ time: 1, value: 0 });
  expect(held([], 0, 2).growth).toEqual([]);
});

test('what was won or lost until the end of the first day is of the curve', () => {
  const points = [{ time: 30 * HOUR, growth: 0.99 }];
  expect(begun(points, 1, 24 * HOUR)).toEqual([{ time: 24 * HOUR, growth: 1 }, ...points]);
  expect(begun([{ time: 48 * HOUR, growth: 1 }], 1, 24 * HOUR)[0]?.time).toBe(24 * HOUR);
  expect(begun(points, undefined, 24 * HOUR)).toBe(points);
  expect(begun([], 1, 24 * HOUR)).toEqual([]);
});

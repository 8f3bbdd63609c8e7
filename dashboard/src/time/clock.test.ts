import { describe, expect, it } from 'vitest';
import { ServerClock } from './clock';
import { date, dateTime } from './zones';

describe('ServerClock', () => {
  it('is right where the clock of the browser is ten minutes late', () => {
    let local = 1_000_000;
    const clock = new ServerClock(() => local);
    local += 40;
    clock.observe(1_600_020, 1_000_000);

    expect(clock.now()).toBe(1_600_040);
    local += 5_000;
    expect(clock.now()).toBe(1_605_040);
  });

  it('prefers the sample that travelled for a shorter time', () => {
    let local = 0;
    const clock = new ServerClock(() => local);
    local = 10;
    clock.observe(1_005, 0);
    local = 2_010;
    clock.observe(2_500, 10);

    expect(clock.now()).toBe(3_010);
  });

  it('takes a coarse sample that differs by far: the machine slept, or its clock was set', () => {
    let local = 0;
    const clock = new ServerClock(() => local);
    clock.observe(0, 0);
    local = 1_000;
    clock.observe(3_600_000, 1_000, 1_000);

    expect(clock.now()).toBe(3_600_500);
  });
});

describe('zones', () => {
  it('writes UTC whatever the zone of the browser is', () => {
    expect(dateTime('2026-03-29T01:30:00Z', 'utc')).toBe('2026-03-29 01:30:00');
    expect(date('2026-12-31T23:59:59.9Z', 'utc')).toBe('2026-12-31');
    expect(dateTime('not a time', 'utc')).toBeUndefined();
    expect(dateTime(undefined, 'local')).toBeUndefined();
  });
});

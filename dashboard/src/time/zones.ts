import type { Display } from '@/settings/display';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: Display['zone'], options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  const known = formats.get(key);
  if (known) {
    return known;
  }
  // Swedish writes ISO dates.
  const made = new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: zone === 'utc' ? 'UTC' : undefined });
  formats.set(key, made);
  return made;
}

export type Instant = string | number | Date;

/** 2026-03-02 10:05:00, in UTC or where the browser is; undefined for what is no time. */
export function dateTime(at: Instant | null | undefined, zone: Display['zone'], seconds = true): string | undefined {
  return written(at, zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
  });
}

export function date(at: Instant | null | undefined, zone: Display['zone']): string | undefined {
  return written(at, zone, { year: 'numeric', month: '2-digit', day: '2-digit' });
}

export function time(at: Instant | null | undefined, zone: Display['zone']): string | undefined {
  return written(at, zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

function written(at: Instant | null | undefined, zone: Display['zone'], options: Intl.DateTimeFormatOptions) {
  if (at === null || at === undefined) {
    return undefined;
  }
  const instant = new Date(at);
  return Number.isNaN(instant.getTime()) ? undefined : format(zone, options).format(instant);
}

/** What is written behind a time. */
export function zoneName(zone: Display['zone']): string {
  return zone === 'utc' ? 'UTC' : 'local';
}

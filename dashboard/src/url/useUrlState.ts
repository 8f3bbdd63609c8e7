import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** How a value is written in the address; undefined means it is not one, and the usual one holds. */
export interface UrlValue<T> {
  read: (text: string) => T | undefined;
  write: (value: T) => string;
}

export const text: UrlValue<string> = { read: (value) => value, write: (value) => value };

export const whole: UrlValue<number> = {
  read: (value) => (/^-?\d{1,15}$/.test(value) ? Number(value) : undefined),
  write: String,
};

export const flag: UrlValue<boolean> = {
  read: (value) => (value === '1' ? true : value === '0' ? false : undefined),
  write: (value) => (value ? '1' : '0'),
};

/** A day, such as 2026-03-31; the empty text is none. */
export const day: UrlValue<string> = {
  read: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value) ? value : undefined),
  write: (value) => value,
};

function isDay(value: string): boolean {
  const at = new Date(value);
  // What goes beyond the end of a month would be a day of the next.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** One of a few words. */
export function oneOf<T extends string>(...words: readonly T[]): UrlValue<T> {
  return { read: (value) => words.find((word) => word === value), write: (value) => value };
}

/** Several words, with commas between them. */
export const words: UrlValue<readonly string[]> = {
  read: (value) => {
    try {
      return value === '' ? [] : value.split(',').map(decodeURIComponent);
    } catch {
      return undefined;
    }
  },
  // Whoever writes the address encodes the rest.
  write: (value) => value.map((word) => word.replace(/[%,]/g, encodeURIComponent)).join(','),
};

/** The parameters with one of them changed; what is usual is left out, so that addresses stay short. */
export function changed<T>(
  params: URLSearchParams,
  name: string,
  kind: UrlValue<T>,
  usual: T,
  value: T,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const written = kind.write(value);
  if (written === kind.write(usual)) {
    next.delete(name);
  } else {
    next.set(name, written);
  }
  return next;
}

export function current<T>(params: URLSearchParams, name: string, kind: UrlValue<T>, usual: T): T {
  const written = params.get(name);
  return written === null ? usual : (kind.read(written) ?? usual);
}

/**
 * State that lives in the address: filters, periods, symbols, selections. A link to it shows the same, and so does the
 * button that goes back.
 */
export function useUrlState<T>(name: string, kind: UrlValue<T>, usual: T): [T, (value: T) => void] {
  const [params, setParams] = useSearchParams();
  const written = params.get(name);
  const value = useMemo(() => (written === null ? usual : (kind.read(written) ?? usual)), [written, kind, usual]);
  const set = useCallback(
    (next: T) => setParams((before) => changed(before, name, kind, usual, next), { replace: true }),
    [setParams, name, kind, usual],
  );
  return [value, set];
}

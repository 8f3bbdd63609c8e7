import { useSyncExternalStore } from 'react';

/** How this browser shows the dashboard. It is kept in the browser and nowhere else. */
export interface Display {
  theme: 'system' | 'light' | 'dark';
  zone: 'utc' | 'local';
  gains: 'green' | 'red';
  /** Account of the bar and of pages that name none. */
  account: string | undefined;
}

const KEY = 'trade-suite.display';
const USUAL: Display = { theme: 'system', zone: 'utc', gains: 'green', account: undefined };

const listeners = new Set<() => void>();
let current = read();

function read(): Display {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Display>;
    return {
      theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : USUAL.theme,
      zone: stored.zone === 'local' ? 'local' : USUAL.zone,
      gains: stored.gains === 'red' ? 'red' : USUAL.gains,
      account: typeof stored.account === 'string' ? stored.account : undefined,
    };
  } catch {
    return USUAL;
  }
}

export function display(): Display {
  return current;
}

export function changeDisplay(change: Partial<Display>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing shows it as wished until the tab is closed.
  }
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDisplay(): Display {
  return useSyncExternalStore(subscribe, display);
}

const DARK = '(prefers-color-scheme: dark)';

export function isDark(theme: Display['theme']): boolean {
  return theme === 'dark' || (theme === 'system' && (globalThis.matchMedia?.(DARK).matches ?? false));
}

/** Puts theme and colours on the page, now and whenever they change. */
export function followDisplay(): void {
  const apply = () => {
    document.documentElement.dataset.theme = isDark(current.theme) ? 'dark' : 'light';
    document.documentElement.dataset.gains = current.gains;
  };
  apply();
  listeners.add(apply);
  globalThis.matchMedia?.(DARK).addEventListener('change', () => {
    apply();
    listeners.forEach((listener) => listener());
  });
}

import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

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
/** Paper is light and has whole tables, whatever is on the screen. */
let printing = false;

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
  tellAll();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDisplay(): Display {
  return useSyncExternalStore(subscribe, display);
}

const DARK = '(prefers-color-scheme: dark)';

function isDark(): boolean {
  return current.theme === 'dark' || (current.theme === 'system' && (globalThis.matchMedia?.(DARK).matches ?? false));
}

/** Whether the screen is dark, by choice or by the system. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}

/** Whether the page is on its way to paper. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing);
}

/** Puts theme and colours on the page, now and whenever they change. */
export function followDisplay(): void {
  const apply = () => {
    document.documentElement.dataset.theme = isDark() && !printing ? 'dark' : 'light';
    document.documentElement.dataset.gains = current.gains;
  };
  apply();
  listeners.add(apply);
  globalThis.matchMedia?.(DARK).addEventListener('change', tellAll);
  // The browser takes the page as it stands when these return.
  const print = (now: boolean) => {
    if (printing !== now) {
      printing = now;
      flushSync(tellAll);
    }
  };
  globalThis.addEventListener('beforeprint', () => print(true));
  globalThis.addEventListener('afterprint', () => print(false));
  globalThis.matchMedia?.('print').addEventListener('change', ({ matches }) => print(matches));
}

function tellAll(): void {
  listeners.forEach((listener) => listener());
}

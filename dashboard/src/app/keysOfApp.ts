import { useEffect, useRef } from 'react';

/** A key, or two one after the other, and what they do. */
export interface KeyBinding {
  keys: string;
  does: string;
  act: () => void;
}

const PAIR_MILLIS = 1_500;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Listens for keys, but not while somebody types. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const current = useRef(bindings);
  useEffect(() => {
    current.current = bindings;
  }, [bindings]);
  useEffect(() => {
    let first: { key: string; at: number } | undefined;
    const listen = (event: KeyboardEvent) => {
      const withControl = event.ctrlKey || event.metaKey;
      if (event.altKey || (!withControl && isTyping(event.target))) {
        return;
      }
      const key = withControl ? `Ctrl-${event.key.toUpperCase()}` : event.key;
      const pair = first && event.timeStamp - first.at < PAIR_MILLIS ? `${first.key} ${key}` : key;
      first = { key, at: event.timeStamp };
      const binding =
        current.current.find((each) => each.keys === pair) ?? current.current.find((each) => each.keys === key);
      if (binding) {
        event.preventDefault();
        first = undefined;
        binding.act();
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

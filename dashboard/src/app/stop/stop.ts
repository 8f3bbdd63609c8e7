import type { components } from '@/api/generated/orchestrator';

export type Level = components['schemas']['TradingStopPreview']['level'] & string;
export type Preview = components['schemas']['TradingStopPreview'];
export type Stop = components['schemas']['TradingStopInfo'];
export type StoppedItem = components['schemas']['StoppedItem'];

export const LEVELS = ['entries', 'halt', 'flatten'] as const;

/** What has to be typed, so that no slip stops anything. */
export const WORD = 'STOP';

/** What a level does, in the order it is done. */
export const MEANING: Record<(typeof LEVELS)[number], string> = {
  entries:
    'No new entries: orders that would open or enlarge a position are cancelled, and none is taken from then on.',
  halt: 'Halt: no new entries, and then no order is taken any more. What protects positions stays.',
  flatten:
    'Flatten: no new entries, every order is cancelled, every position is closed at the market, and then no order is taken any more.',
};

function counted(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** The consequences in figures. */
export function consequences(preview: Preview): string {
  const orders = counted(preview.orders?.length ?? 0, 'order');
  const positions = counted(preview.positions?.length ?? 0, 'position');
  return preview.level === 'flatten'
    ? `${orders} will be cancelled, ${positions} will be closed.`
    : `${orders} will be cancelled; positions stay as they are.`;
}

/** Where a stop is, in a sentence. */
export function progress(stop: Stop): string {
  const items = [...(stop.orders ?? []), ...(stop.positions ?? [])];
  const done = items.filter((item) => item.done).length;
  const of = items.length === 0 ? '' : ` ${String(done)} of ${String(items.length)} done.`;
  switch (stop.state) {
    case 'done':
      return `It is done.${of}`;
    case 'superseded':
      return `A stricter stop has taken its place: ${stop.superseded_by ?? 'it is not told which'}.`;
    case 'failed':
      return `It has failed.${of}`;
    default:
      return `It is under way.${of}${stop.waiting_for?.message ? ` It waits: ${stop.waiting_for.message}` : ''}`;
  }
}

/** Why it cannot be sent yet; undefined when it can. */
export function lacking(typed: string, reason: string): string | undefined {
  if (reason.trim() === '') {
    return 'Give a reason first';
  }
  return typed.trim() === WORD ? undefined : `Type ${WORD} first`;
}

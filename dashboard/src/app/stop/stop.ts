import type { components } from '@/api/generated/orchestrator';

export type Level = components['schemas']['TradingStopPreview']['level'] & string;
export type Preview = components['schemas']['TradingStopPreview'];
export type Stop = components['schemas']['TradingStopInfo'];
export type StoppedItem = components['schemas']['StoppedItem'];
export type StoppedShares = components['schemas']['StoppedShares'];
export type HaltGivingWay = components['schemas']['HaltGivingWay'];

export const LEVELS = ['entries', 'halt', 'flatten'] as const;

/** What has to be typed, so that no slip stops anything. */
export const WORD = 'STOP';

/** What a level does, in the order it is done. */
export const MEANING: Record<(typeof LEVELS)[number], string> = {
  entries:
    'No new entries: orders that would open or enlarge a position are cancelled, and none is taken from then on. Portfolios sell and settle, but open nothing.',
  halt: 'Halt: no new entries, and then no order is taken any more, those of portfolios neither. What protects positions stays.',
  flatten:
    'Flatten: no new entries, every order is cancelled, every position is closed at the market, portfolios are paused and sell what they hold, and then no order is taken any more. What is halted already gives way until it is closed, and is halted again.',
};

function counted(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** The consequences in figures. */
export function consequences(preview: Preview): string {
  const orders = counted(preview.orders?.length ?? 0, 'order');
  const positions = counted(preview.positions?.length ?? 0, 'position');
  return preview.level === 'flatten'
    ? `${orders} will be cancelled, ${positions} will be closed. ${ofPortfolios(preview)}`.trim()
    : `${orders} will be cancelled; positions stay as they are. ${ofPortfolios(preview)}`.trim();
}

/** What it means for the portfolios in its scope; empty without any. */
function ofPortfolios(preview: Preview): string {
  if (preview.portfolios_reason) {
    return `What portfolios hold is not known: ${preview.portfolios_reason.message ?? 'the books do not answer'}`;
  }
  const portfolios = preview.portfolios ?? [];
  if (portfolios.length === 0) {
    return '';
  }
  const kept = `${counted(portfolios.length, 'portfolio')} will open nothing new.`;
  const held = sum(portfolios.map((portfolio) => portfolio.positions));
  if (preview.level !== 'flatten' || held === 0) {
    return kept;
  }
  const unmarked = sum(portfolios.map((portfolio) => portfolio.unmarked_positions));
  const holding = portfolios.filter((portfolio) => (portfolio.positions ?? 0) > 0).length;
  return `${kept} ${counted(holding, 'portfolio')} will be paused and ${counted(held, 'position')} sold at the newest bid${
    unmarked === 0 ? '' : `; for ${String(unmarked)} of them nobody bids`
  }.`;
}

function sum(counts: (number | undefined)[]): number {
  return counts.reduce<number>((total, count) => total + (count ?? 0), 0);
}

/** Where a stop is, in a sentence. */
export function progress(stop: Stop): string {
  const items = [...(stop.orders ?? []), ...(stop.positions ?? []), ...(stop.shares ?? [])];
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

import type { components } from '@/api/generated/risk';
import { words } from '@/format/words';

type Schemas = components['schemas'];
export type RiskEvent = Schemas['RiskEvent'];
export type TradingState = Schemas['TradingStateInfo'];
export type Limits = Schemas['RiskLimits'];
export type State = NonNullable<TradingState['state']>;

export const STATES: readonly State[] = ['ACTIVE', 'REDUCE_ONLY', 'HALTED'];

/** The limits as they are set, with their names and units. */
export const LIMITS: readonly { field: keyof Limits; name: string; unit: string }[] = [
  { field: 'daily_loss_percent', name: 'Daily loss', unit: '% of equity at day start' },
  { field: 'drawdown_percent', name: 'Drawdown', unit: '% below the highest equity' },
  { field: 'position_size_percent', name: 'Loss at the stop', unit: '% of equity' },
  { field: 'margin_percent', name: 'Margin', unit: '% of equity' },
  { field: 'correlation', name: 'Correlation', unit: 'at most 1' },
  { field: 'currency_exposure_percent', name: 'Exposure of one currency', unit: '% of equity' },
];

/** What happened, in a sentence. */
export function sentence(event: RiskEvent): string {
  switch (event.type) {
    case 'BREACH':
      return `${words(event.breach?.check)} at ${event.breach?.measured ?? '–'}, the limit is ${event.breach?.limit ?? '–'}`;
    case 'STATE_CHANGE':
      return `${words(event.state?.scope)} ${event.state?.id ?? ''}: ${words(event.state?.from)} to ${words(event.state?.to)}`.replace(
        ' :',
        ':',
      );
    case 'LIMIT_CHANGE':
      return `limits: ${LIMITS.filter(({ field }) => event.limits?.from?.[field] !== event.limits?.to?.[field])
        .map(
          ({ field, name }) =>
            `${name.toLowerCase()} ${event.limits?.from?.[field] ?? '–'} to ${event.limits?.to?.[field] ?? '–'}`,
        )
        .join(', ')}`;
    case 'HIGH_WATER_MARK_CHANGE':
      return `highest equity: ${event.high_water_mark?.from ?? '–'} to ${event.high_water_mark?.to ?? '–'}`;
    default:
      return words(event.type);
  }
}

/** The limits as they were typed; a fault where one of them is none. */
export function typedLimits(typed: Readonly<Record<keyof Limits, string>>): Limits | { fault: string } {
  const limits = {} as Limits;
  for (const { field, name } of LIMITS) {
    const value = Number(typed[field].trim().replace(',', '.'));
    if (typed[field].trim() === '' || !Number.isFinite(value) || value <= 0) {
      return { fault: `${name} takes a number above 0` };
    }
    limits[field] = value;
  }
  return limits;
}

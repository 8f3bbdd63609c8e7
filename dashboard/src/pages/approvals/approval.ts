import type { components } from '@/api/generated/orchestrator';

export type Approval = components['schemas']['Approval'];

/** Those that wait, or all there ever were. */
export const VIEWS = ['waiting', 'history'] as const;
export type View = (typeof VIEWS)[number];

const STATES: Record<NonNullable<Approval['state']>, string> = {
  PENDING: 'waits',
  APPROVED: 'approved, being carried out',
  EXECUTED: 'carried out',
  NOT_EXECUTED: 'approved, not carried out',
  REJECTED: 'rejected',
  EXPIRED: 'expired',
};

/** The state in words; one that this version does not know as it is sent. */
export function stateInWords(state: string | undefined): string | undefined {
  return state === undefined
    ? undefined
    : ((STATES as Record<string, string>)[state] ?? state.toLowerCase().replaceAll('_', ' '));
}

/** Seconds until it expires; negative when it has; undefined when nobody said. */
export function secondsLeft(approval: Approval, now: number): number | undefined {
  const at = approval.expires_at === undefined ? Number.NaN : Date.parse(approval.expires_at);
  return Number.isNaN(at) ? undefined : at / 1000 - now;
}

/** Why it cannot be decided now; undefined when it can. */
export function undecidable(approval: Approval, now: number): string | undefined {
  if (approval.state !== 'PENDING') {
    return `It is decided: ${stateInWords(approval.state) ?? 'the state is not known'}`;
  }
  const left = secondsLeft(approval, now);
  return left !== undefined && left <= 0 ? 'It has expired' : undefined;
}

/** What is asked for, flat: each name with its value, lists by their position. */
export function flat(payload: unknown, prefix = ''): [string, string][] {
  if (payload === null || payload === undefined) {
    return [];
  }
  if (typeof payload === 'object') {
    return Object.entries(payload).flatMap(([name, value]) => flat(value, prefix === '' ? name : `${prefix}.${name}`));
  }
  return [[prefix, String(payload as string | number | boolean)]];
}

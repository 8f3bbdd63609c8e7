import { describe, expect, it } from 'vitest';
import { every } from './every';
import { Failure } from './failure';

const state = (error: Error | null) => ({ state: { error } }) as Parameters<ReturnType<typeof every>>[0];
const offline = new Failure('offline', 'ledger-service', 503, 'SERVICE_OFFLINE', 'nobody answers');
const refused = new Failure('refused', 'ledger-service', 400, 'VALIDATION_FAILED', 'no such account');

describe('every', () => {
  it('is as often as was asked for', () => {
    expect(every(60_000)(state(null))).toBe(60_000);
    expect(every(60_000)(state(refused))).toBe(60_000);
  });

  it('is sooner while nobody answers, and never less often', () => {
    expect(every(60_000)(state(offline))).toBe(3_000);
    expect(every(1_000)(state(offline))).toBe(1_000);
  });
});

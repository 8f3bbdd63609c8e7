import { describe, expect, it } from 'vitest';
import { diagnosticsOf, sentenceOf, stateOf } from './system';

const READY = { name: 'risk', state: 'READY' as const, version: '1.0', requests: 3, failures: 0, p95_millis: 4.5 };
const AWAY = { name: 'brain', state: 'OFFLINE' as const, reason: 'Nothing answers at its address' };

describe('the state of services', () => {
  it('is one sentence', () => {
    expect(sentenceOf([READY])).toBe('All 1 services are ready.');
    expect(sentenceOf([READY, AWAY])).toBe('1 of 2 services: brain is offline.');
  });

  it('shows a state of a newer version as it is', () => {
    expect(stateOf({ name: 'x', state: 'DRAINING' as never })).toBe('DRAINING');
    expect(stateOf({})).toBe('not known');
  });

  it('goes into the diagnostics without what is not known', () => {
    const text = diagnosticsOf({ at: '2026-06-01T10:00:00Z', services: [READY, AWAY] }, 'Chromium', 'build 7');
    expect(text).toContain('risk, ready, version 1.0, 3 requests, 0 failed, p95 4.5 ms');
    expect(text).toContain('brain, offline, Nothing answers at its address, 0 requests, 0 failed');
    expect(text).toContain('mode not known');
    expect(text).not.toContain('undefined');
  });
});

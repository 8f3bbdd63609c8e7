import { describe, expect, it } from 'vitest';
import { asFailure, failureOf, unanswered } from './failure';

const answer = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers });

describe('a failure', () => {
  it('has what a problem says, with its fields, code and trace id', () => {
    const failure = failureOf('risk-service', answer(400), {
      title: 'Request is not valid',
      detail: 'limit must be above 0',
      code: 'VALIDATION_FAILED',
      errors: [{ field: 'limit', code: 'TOO_SMALL', message: 'must be above 0' }],
      trace_id: '4bf9',
      something_new: true,
    });
    expect(failure).toMatchObject({ kind: 'refused', code: 'VALIDATION_FAILED', traceId: '4bf9' });
    expect(failure.report()).toBe(
      'VALIDATION_FAILED (400) from risk-service: limit must be above 0\n' +
        '  limit: must be above 0 (TOO_SMALL)\ntrace_id 4bf9',
    );
  });

  it('is told by its status, whatever the body is', () => {
    const kinds = [401, 403, 429, 502, 503, 504, 500, 409].map(
      (status) => failureOf('x', answer(status), '<html>').kind,
    );
    expect(kinds).toEqual(['signed-out', 'forbidden', 'busy', 'offline', 'offline', 'offline', 'refused', 'refused']);
    expect(failureOf('x', answer(429, { 'Retry-After': '7' }), {}).retryAfterSeconds).toBe(7);
  });

  it('names who did not answer: a service that was too slow, or the gateway', () => {
    expect(unanswered('ledger-service', new DOMException('late', 'TimeoutError')).service).toBe('ledger-service');
    expect(unanswered('ledger-service', new TypeError('Failed to fetch')).service).toBe('gateway-service');
  });

  it('is whatever was thrown', () => {
    expect(asFailure(new TypeError('x is undefined')).message).toBe('x is undefined');
  });
});

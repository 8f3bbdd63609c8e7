import { describe, expect, it } from 'vitest';
import { betterAddress } from './config';
import { missing, troubleInWords, troubleOf, type Session } from './session';

describe('the address of the app', () => {
  it('is the one of the issuer where both are this machine', () => {
    const issuer = 'http://localhost:9000';
    expect(betterAddress(new URL('http://127.0.0.1:8000/app/risk?account=a'), issuer)).toBe(
      'http://localhost:8000/app/risk?account=a',
    );
    expect(betterAddress(new URL('http://localhost:8000/app'), issuer)).toBeUndefined();
    expect(betterAddress(new URL('https://trade.example.com/app'), issuer)).toBeUndefined();
    expect(betterAddress(new URL('http://127.0.0.1:8000/'), 'https://login.example.com')).toBeUndefined();
  });
});

describe('what cannot be done', () => {
  const session: Session = {
    phase: 'signed-in',
    name: 'operator',
    subject: 'operator',
    scopes: ['openid', 'trade:read'],
    expiresAt: 1,
    trouble: undefined,
    detail: undefined,
  };

  it('is told with the scope it takes', () => {
    expect(missing(session, 'trade:read')).toBeUndefined();
    expect(missing(session, 'risk:admin')).toContain('risk:admin');
    expect(missing({ ...session, phase: 'signed-out' }, 'trade:read')).toBe('Sign in to do this.');
  });

  it('is told in four different ways', () => {
    const told = (['issuer-away', 'wrong-user', 'expired'] as const).map((trouble) =>
      troubleInWords({ ...session, trouble }, 'http://localhost:9000'),
    );
    expect(new Set([...told, missing(session, 'approve')]).size).toBe(4);
    expect(told[0]).toContain('http://localhost:9000');
  });

  it('is nobody refused while the issuer has not said so', () => {
    expect(troubleOf('Failed to fetch', undefined, true)).toBe('issuer-away');
    expect(troubleOf('Frame window timed out', undefined, false)).toBe('issuer-away');
    expect(troubleOf('access_denied', 'access_denied', false)).toBe('wrong-user');
    expect(troubleOf('Popup closed by user', undefined, false)).toBe('expired');
    expect(troubleOf('No matching state found in storage', undefined, false)).toBe('expired');
    expect(troubleOf('login_required', 'login_required', false)).toBe('expired');
  });
});

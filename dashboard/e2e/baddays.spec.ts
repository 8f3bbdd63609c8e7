import type { BrowserContext, Page, Route } from '@playwright/test';
import { expect, signIn, test, visit } from './suite';

/** The browser's clock is wrong by this much. */
const WRONG_MILLIS = 600_000;
const HTML = `<img src=x onerror="document.title='hurt'">`;
const MODELS = ['RL_PPO', 'ML_XGB', 'ML_LGBM', 'LLM_CLAUDE', 'ENSEMBLE'];
const TRADES = 100_000;
const HOUR_MILLIS = 3_600_000;
const RENEWED = '/app/renew';

type Answer = (route: Route) => Promise<void>;

const json =
  (body: unknown): Answer =>
  (route) =>
    route.fulfill({ json: body });

const problem =
  (status: number, code: string, detail: string, headers: Record<string, string> = {}): Answer =>
  (route) =>
    route.fulfill({
      status,
      headers,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code, detail, trace_id: 'trace-of-a-bad-day' }),
    });

/** Answers what was recorded; whatever was not is not in this version. Returns the table, to change it on the way. */
async function recorded(page: Page, answers: Record<string, Answer>): Promise<Record<string, Answer>> {
  const table = { ...answers };
  await page.routeWebSocket(/\/ws\//, () => undefined);
  await page.route(
    ({ pathname }) => pathname.startsWith('/api/'),
    (route) =>
      (table[new URL(route.request().url()).pathname] ?? problem(404, 'NOT_FOUND', 'It is not in this version'))(route),
  );
  return table;
}

const part = (of: object) => Buffer.from(JSON.stringify(of)).toString('base64url');

/** Somebody is signed in already, at an issuer that renews without asking. */
async function signedInAt(page: Page, context: BrowserContext, origin: string): Promise<void> {
  const config = {
    issuer: origin,
    client_id: 'dashboard',
    open_reads: true,
    server_time: new Date().toISOString(),
  };
  const seconds = Math.floor(Date.now() / 1000);
  const profile = profileAt(origin, 'operator');
  const user = {
    access_token: 'first',
    token_type: 'Bearer',
    scope: 'openid trade:read trade:execute risk:admin',
    profile,
    expires_at: seconds + 86_400,
  };
  await page.addInitScript(
    ([key, value]) => {
      if (window.top === window) {
        sessionStorage.setItem(key ?? '', value ?? '');
      }
    },
    [`oidc.user:${origin}:dashboard`, JSON.stringify(user)],
  );
  await page.route('**/app/config.json', json(config));
  await page.route(
    '**/.well-known/openid-configuration',
    json({
      issuer: origin,
      authorization_endpoint: `${origin}/oauth2/authorize`,
      token_endpoint: `${origin}/oauth2/token`,
    }),
  );
  await context.route('**/oauth2/authorize?*', (route) => {
    const state = new URL(route.request().url()).searchParams.get('state') ?? '';
    return route.fulfill({ status: 302, headers: { location: `${RENEWED}?code=once&state=${state}` } });
  });
  await page.route('**/oauth2/token', token(origin, 'operator', user.scope));
}

function profileAt(origin: string, subject: string) {
  const seconds = Math.floor(Date.now() / 1000);
  return { iss: origin, sub: subject, aud: 'dashboard', iat: seconds, exp: seconds + 86_400 };
}

/** What the issuer answers when somebody has signed in. */
function token(origin: string, subject: string, scope: string): Answer {
  return json({
    access_token: 'second',
    token_type: 'Bearer',
    scope,
    expires_in: 86_400,
    id_token: `${part({ alg: 'RS256' })}.${part(profileAt(origin, subject))}.x`,
  });
}

/** All but what the browser itself tells of an answer that was meant to be bad. */
function unmeant(faults: readonly string[]): string[] {
  return faults.filter((fault) => !/status of (400|401|403|404|409|429|503)/.test(fault));
}

test('a wrong clock, long prices, HTML in names, words of a later version, and a service that goes and comes back', async ({
  page,
  context,
  baseURL,
  faults,
}) => {
  const now = Date.now();
  await page.clock.install({ time: now + WRONG_MILLIS });
  await signedInAt(page, context, baseURL ?? '');
  const latest = (at: number) =>
    json({
      symbol: 'EURUSD',
      timeframe: 'M5',
      label: 'PAPER',
      timestamp: new Date(at).toISOString(),
      market_status: 'half_open',
      not_known_here: { deep: [1] },
      signals: MODELS.map((code, index) => ({
        strategy_code: code,
        strategy_name: index === 0 ? HTML : code,
        strategy_type: 'QUANTUM',
        signal: 'FLAT',
        side: index === 1 ? 'sideways' : 'hold',
        confidence: 0,
        reasoning: 'Abstained: there are too few bars.',
        timestamp: new Date(at).toISOString(),
      })),
    });
  const table = await recorded(page, {
    '/api/v1/accounts': json([]),
    '/api/models': json({ models: [] }),
    '/api/models/stream-tickets': json({ ticket: 'once' }),
    '/api/models/signals/latest': latest(now - 5_000),
    '/api/models/signals': json({ signals: [] }),
  });
  await page.goto('/app/signals');

  const matrix = page.getByRole('region', { name: 'Signals by model and symbol' });
  await expect(matrix.getByText(HTML)).toBeVisible();
  await expect(matrix.getByText('HOLD')).toHaveCount(4);
  await expect(matrix.getByText('sideways')).toBeVisible();
  await expect(matrix.locator('time').first()).toHaveText(/^\d+ s$/);
  await expect(page.getByText(/too few|No model has said anything yet/).first()).toBeVisible();

  const panel = page.getByRole('region', { name: 'What the models say' });
  table['/api/models/signals/latest'] = latest(now - 1_000_000);
  await page.clock.fastForward(61_000);
  await expect(panel.getByText(/^Stale/)).toBeVisible();
  table['/api/models/signals/latest'] = problem(503, 'SERVICE_UNAVAILABLE', 'It does not answer');
  await page.clock.fastForward(61_000);
  await expect(panel.getByText('signals-api-service is offline', { exact: false })).toBeVisible();
  await expect(matrix.getByText(HTML)).toBeVisible();
  table['/api/models/signals/latest'] = latest(now + 120_000);
  await page.clock.fastForward(6_000);
  await expect(panel.getByText('is offline', { exact: false })).toHaveCount(0);
  await expect(panel.getByText(/^Stale/)).toHaveCount(0);

  expect(await page.title()).not.toBe('hurt');
  expect(unmeant(faults)).toEqual([]);
});

test('a hundred thousand trades with twelve digits are a table that scrolls', async ({
  page,
  context,
  baseURL,
  faults,
}) => {
  await signedInAt(page, context, baseURL ?? '');
  const trade = {
    strategy_code: HTML,
    side: 'SIDEWAYS',
    result: 'odd',
    entry_price: 1.123456789012,
    exit_reason: 'WHIM',
  };
  await recorded(page, {
    '/api/v1/accounts': json([]),
    '/api/models': json({ models: [] }),
    '/api/models/trades': json({
      symbol: 'EURUSD',
      total: TRADES,
      trades: Array.from({ length: TRADES }, (_, index) => ({ ...trade, position_id: index + 1 })),
    }),
  });
  await page.goto('/app/trades?of=models');

  const table = page.getByRole('table').first();
  await expect(table.getByText('1.123456789012').first()).toBeVisible();
  await expect(table.getByText(HTML).first()).toBeVisible();
  expect(await table.getByRole('row').count()).toBeLessThan(200);
  expect(await page.title()).not.toBe('hurt');
  expect(unmeant(faults)).toEqual([]);
});

test('a refused token loses nothing typed, and an act that is refused says why and stays one act', async ({
  page,
  context,
  baseURL,
  faults,
}) => {
  await signedInAt(page, context, baseURL ?? '');
  const analyze: Answer[] = [
    problem(401, 'UNAUTHORIZED', 'The token has ended'),
    json({ decision: 'PROCEED', side: 'BUY', symbol: 'EURUSD', can_execute: true, lot_size: 0.123456789012 }),
  ];
  const execute: Answer[] = [
    problem(403, 'FORBIDDEN', 'It takes the scope trade:execute'),
    problem(429, 'TOO_MANY_REQUESTS', 'Slower', { 'Retry-After': '7' }),
    problem(409, 'IDEMPOTENCY_CONFLICT', 'The first one is still under way'),
  ];
  const sent: (string | undefined)[] = [];
  const next =
    (answers: Answer[]): Answer =>
    (route) =>
      (answers.shift() ?? problem(409, 'CONFLICT', 'Nothing was recorded'))(route);
  await recorded(page, {
    '/api/v1/accounts': json([]),
    '/api/v1/orchestrator/analyze': next(analyze),
    '/api/v1/orchestrator/execute': (route) => {
      sent.push(route.request().headers()['idempotency-key']);
      return next(execute)(route);
    },
  });
  await page.goto('/app/decide');
  await page.getByLabel('Price', { exact: true }).fill('1.123456789012');
  await page.getByLabel('Target price').fill('1.2');
  const renewed = page.waitForResponse((response) => response.url().endsWith('/oauth2/token'));
  await page.getByRole('button', { name: 'Analyze' }).click();
  await renewed;
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByLabel('Price', { exact: true })).toHaveValue('1.123456789012');
  await expect(page.getByLabel('Target price')).toHaveValue('1.2');

  await page.getByRole('button', { name: 'Analyze' }).click();
  await expect(page.getByText('0.123456789012')).toBeVisible();
  await page.getByRole('button', { name: 'Execute' }).click();
  const dialog = page.getByRole('dialog');
  for (const said of [
    'It takes the scope trade:execute',
    'it takes more in 7 s. Slower',
    'The first one is still under way',
  ]) {
    await dialog.getByRole('button', { name: 'Execute it' }).click();
    await expect(dialog.getByText(said, { exact: false })).toBeVisible();
  }
  await expect(dialog.getByText('trace-of-a-bad-day')).toBeVisible();
  execute.push(problem(401, 'UNAUTHORIZED', 'The token has ended'));
  await page.route('**/oauth2/token', (route) => route.fulfill({ status: 400, json: { error: 'invalid_grant' } }));
  await dialog.getByRole('button', { name: 'Execute it' }).click();
  const again = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(again).toBeVisible();
  await expect(page.getByLabel('Price', { exact: true })).toHaveValue('1.123456789012');
  await expect(page.getByText('0.123456789012').first()).toBeAttached();
  await again.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByLabel('Price', { exact: true })).toHaveCount(0);
  expect(sent).toHaveLength(4);
  expect(new Set(sent).size).toBe(1);
  expect(unmeant(faults)).toEqual([]);
});

test('four troubles of a sign-in are four messages, and nothing of one person is left for the next', async ({
  page,
  context,
  baseURL,
  faults,
}) => {
  const origin = baseURL ?? '';
  await signedInAt(page, context, origin);
  const FIRST = 'Money of the first';
  const table = await recorded(page, {
    '/api/v1/accounts': (route) =>
      route.request().headers().authorization === 'Bearer first'
        ? json([{ id: 'first', name: FIRST }])(route)
        : problem(503, 'SERVICE_UNAVAILABLE', 'It does not answer')(route),
    '/api/v1/orchestrator/analyze': problem(401, 'UNAUTHORIZED', 'The token has ended'),
  });
  await page.goto('/app/decide?account=first');
  await expect(page.getByRole('banner').getByText(FIRST)).toBeAttached();
  await page.getByLabel('Price', { exact: true }).fill('1.123456789012');

  // Expired: the token is refused, and the issuer does not renew it.
  await page.route('**/oauth2/token', (route) => route.fulfill({ status: 400, json: { error: 'invalid_grant' } }));
  await page.getByRole('button', { name: 'Analyze' }).click();
  const again = page.getByRole('dialog', { name: 'Sign in again' });
  const signIn = again.getByRole('button', { name: 'Sign in', exact: true });
  const told: string[] = [];
  const tell = async (words: string) => {
    await expect(again.getByText(words)).toBeVisible();
    told.push(words);
  };
  await tell('Your sign-in has ended');

  // Wrong user: the issuer refuses.
  const answer = (with_: string) => (route: Route) => {
    const state = new URL(route.request().url()).searchParams.get('state') ?? '';
    return route.fulfill({ status: 302, headers: { location: `${RENEWED}?${with_}&state=${state}` } });
  };
  await context.route('**/oauth2/authorize?*', answer('error=access_denied'));
  await signIn.click();
  await tell('The issuer does not let this user in');

  // Wrong address: nobody answers.
  await context.route('**/oauth2/authorize?*', answer('code=once'));
  await page.route('**/oauth2/token', (route) => route.abort());
  await signIn.click();
  await tell('does not answer. Look whether the suite runs');
  await expect(page.getByLabel('Price', { exact: true })).toHaveValue('1.123456789012');

  // Another one signs in, who may not do as much.
  table['/api/v1/orchestrator/analyze'] = json({ decision: 'HOLD', symbol: 'EURUSD' });
  await page.route('**/oauth2/token', token(origin, 'another', 'openid trade:read'));
  await signIn.click();
  await expect(again).toHaveCount(0);
  await expect(page.getByRole('banner').getByRole('button', { name: /another, sign out/ })).toBeVisible();
  await expect(page.getByLabel('Price', { exact: true })).toHaveValue('');
  await expect(page).toHaveURL(/\/app\/decide$/);
  await expect(page.getByText(FIRST)).toHaveCount(0);
  // Missing scope: on the act itself.
  const stop = page.getByRole('banner').getByText('Stop');
  await expect(stop).toHaveAttribute('aria-description', /it takes the scope risk:admin/);
  expect(new Set([...told, await stop.getAttribute('aria-description')]).size).toBe(4);
  expect(unmeant(faults).filter((fault) => !/ERR_FAILED/.test(fault))).toEqual([]);
});

test('a machine that slept for an hour shows what is new at once', async ({ page, faults }) => {
  await page.clock.install();
  await signIn(page);
  await visit(page, 'overview');
  await expect(page.locator('[data-feed="live"]')).toBeVisible();
  const read = page.waitForResponse((response) => response.url().includes('/api/v1/accounts/main') && response.ok());

  await page.clock.fastForward(HOUR_MILLIS);

  await read;
  await expect(page.locator('[data-feed="live"]')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('banner').getByRole('button', { name: /operator, sign out/ })).toBeVisible();
  // The token has ended in its sleep, and is renewed without anybody noticing.
  expect(unmeant(faults)).toEqual([]);
});

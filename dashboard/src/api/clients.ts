import createClient, { type Client } from 'openapi-fetch';
import { serverClock } from '@/time/clock';
import { brokenOff, cancelled, Failure, failureOf, GATEWAY, unanswered } from './failure';
import type { paths as BrainPaths } from './generated/brain';
import type { paths as GatewayPaths } from './generated/gateway';
import type { paths as LedgerPaths } from './generated/ledger';
import type { paths as OrchestratorPaths } from './generated/orchestrator';
import type { paths as PortfolioPaths } from './generated/portfolio';
import type { paths as RiskPaths } from './generated/risk';
import type { paths as SignalsPaths } from './generated/signals-api';
import type { paths as SizingPaths } from './generated/sizing';
import type { paths as StrategyPaths } from './generated/strategy';
import { silence } from './silence';

/** Gives the token of whoever is signed in, and hears when one was refused. */
export interface TokenSource {
  token: () => string | undefined;
  refused: (token: string) => void;
}

let tokens: TokenSource = { token: () => undefined, refused: () => undefined };

export function takeTokensFrom(source: TokenSource): void {
  tokens = source;
}

/** How long an answer is waited for; a service that takes longer is told to be offline. */
const PATIENCE_MILLIS = 30_000;

/** Sends a request with the token, learns the time of the server, and throws a Failure for what is no success. */
export async function send(service: string, request: Request): Promise<Response> {
  const token = tokens.token();
  if (token) {
    request.headers.set('Authorization', `Bearer ${token}`);
  }
  const sentAt = Date.now();
  let response: Response;
  try {
    response = await fetch(request, {
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MILLIS)]),
    });
  } catch (thrown) {
    if (request.signal.aborted) {
      throw thrown;
    }
    const failure = unanswered(service, thrown);
    silence.began(failure.service);
    throw failure;
  }
  silence.ended(GATEWAY);
  const date = response.headers.get('Date');
  if (date) {
    serverClock.observe(Date.parse(date), sentAt, 1000);
  }
  if (!response.ok) {
    if (response.status === 401 && token) {
      tokens.refused(token);
    }
    const failure = failureOf(service, response, await body(response));
    if (failure.kind === 'offline') {
      silence.began(service);
    } else {
      silence.ended(service);
    }
    throw failure;
  }
  silence.ended(service);
  return response;
}

/** A file takes as long as the gateway waits for it to be stored. */
const UPLOAD_MILLIS = 600_000;

/** A file on its way to a service. */
export interface Upload {
  path: string;
  type: string;
  body: Blob | string;
  signal: AbortSignal;
  /** Hears how much of it has been sent, 0 to 1. */
  onSent: (fraction: number) => void;
}

/** Sends a file with the token. It is a request of the older kind, because the newer tells nothing of its progress. */
export function upload(service: string, { path, type, body: file, signal, onSent }: Upload): Promise<Response> {
  const token = tokens.token();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.timeout = UPLOAD_MILLIS;
    request.setRequestHeader('Content-Type', type);
    request.setRequestHeader('Accept', 'application/json');
    if (token) {
      request.setRequestHeader('Authorization', `Bearer ${token}`);
    }
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
    request.onload = () => {
      const response = new Response(request.response as string, {
        status: request.status,
        headers: { 'Retry-After': request.getResponseHeader('Retry-After') ?? '' },
      });
      if (response.ok) {
        resolve(response);
        return;
      }
      if (response.status === 401 && token) {
        tokens.refused(token);
      }
      void body(response).then((said) => reject(failureOf(service, response, said)));
    };
    const broken = () => reject(brokenOff(service));
    request.onerror = broken;
    request.ontimeout = broken;
    request.onabort = () => reject(cancelled());
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

async function body(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function clientOf<Paths extends object>(service: string, baseUrl = ''): Client<Paths> {
  return createClient<Paths>({
    baseUrl: `${globalThis.location?.origin ?? 'http://localhost'}${baseUrl}`,
    fetch: (request) => send(service, request),
  });
}

/** The services, each with the paths of its description; a name that is not there does not compile. */
export const brain = clientOf<BrainPaths>('brain-service');
export const gateway = clientOf<GatewayPaths>(GATEWAY);
export const ledger = clientOf<LedgerPaths>('ledger-service');
export const orchestrator = clientOf<OrchestratorPaths>('orchestrator-service');
export const portfolio = clientOf<PortfolioPaths>('portfolio-service');
export const risk = clientOf<RiskPaths>('risk-service');
export const models = clientOf<SignalsPaths>('signals-api-service');
export const sizing = clientOf<SizingPaths>('sizing-service');

/** The controller of a strategy; the gateway turns /strategies/{type}/info into its /strategy/info. */
export function strategyController(type: string): Client<StrategyPaths> {
  return createClient<StrategyPaths>({
    baseUrl: globalThis.location?.origin ?? 'http://localhost',
    fetch: async (request) => {
      const url = new URL(request.url);
      url.pathname = url.pathname.replace(/^\/strategy\//, `/strategies/${encodeURIComponent(type)}/`);
      return send(`strategy-${type}-service`, new Request(url, await parts(request)));
    },
  });
}

/**
 * The data of a call; a call without any throws its Failure. An endpoint that answers CSV as well answers it to those
 * who ask for it, which is not done here.
 */
export async function data<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<Exclude<T, string>> {
  const answer = await call;
  if (answer.data === undefined || typeof answer.data === 'string') {
    throw new Failure('refused', 'the dashboard', answer.response.status, 'EMPTY_ANSWER', 'The answer had no content');
  }
  return answer.data as Exclude<T, string>;
}

/** Of a call whose answer has no content: that it was done. */
export async function done(call: Promise<{ response: Response }>): Promise<void> {
  await call;
}

/** A key for a request that must not happen twice, made when somebody confirms it. */
export function idempotencyKey(): string {
  return crypto.randomUUID();
}

/** What a request is made of. Its body is read first: a browser sends a stream over HTTP/2 alone. */
async function parts(request: Request): Promise<RequestInit> {
  const { method, headers, signal } = request;
  return { method, headers, signal, ...(method === 'GET' ? {} : { body: await request.text() }) };
}

import { serverClock } from '@/time/clock';

/** What the gateway tells everybody: where to sign in, and what needs no sign-in. */
export interface AppConfig {
  issuer: string;
  client_id: string;
  /** Whether the models and the feed can be read without a token at this address. */
  open_reads: boolean;
  /** Where the metrics are drawn, where they are. */
  grafana?: string;
  server_time: string;
}

export async function loadConfig(): Promise<AppConfig> {
  const sentAt = Date.now();
  const response = await fetch('/app/config.json', { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
  if (!response.ok) {
    throw new Error(`The gateway answered ${response.status} when it was asked where to sign in`);
  }
  const config = (await response.json()) as AppConfig;
  serverClock.observe(Date.parse(config.server_time), sentAt);
  return config;
}

/**
 * The address the app should be at, or undefined when it is there.
 *
 * Signing in is renewed in a frame of the issuer, and its cookie reaches a frame only within one site: 127.0.0.1 and
 * localhost are two.
 */
export function betterAddress(here: URL, issuer: string): string | undefined {
  const issuerHost = new URL(issuer).hostname;
  const isThisMachine = (host: string) => host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
  if (here.hostname === issuerHost || !isThisMachine(here.hostname) || issuerHost !== 'localhost') {
    return undefined;
  }
  const moved = new URL(here);
  moved.hostname = issuerHost;
  return moved.href;
}

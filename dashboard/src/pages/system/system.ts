import type { components } from '@/api/generated/gateway';

export type SystemStatus = components['schemas']['SystemStatusInfo'];
export type ServiceStatus = components['schemas']['Service'];

/** How a service is, in words. */
export function stateOf(service: ServiceStatus): string {
  switch (service.state) {
    case 'READY':
      return 'ready';
    case 'NOT_READY':
      return 'not ready';
    case 'SILENT':
      return 'silent';
    case 'OFFLINE':
      return 'offline';
    default:
      return service.state ?? 'not known';
  }
}

/** One sentence about all of them. */
export function sentenceOf(services: readonly ServiceStatus[]): string {
  const ill = services.filter((service) => service.state !== 'READY');
  return ill.length === 0
    ? `All ${String(services.length)} services are ready.`
    : `${String(ill.length)} of ${String(services.length)} services: ${ill
        .map((service) => `${service.name ?? 'one'} is ${stateOf(service)}`)
        .join(', ')}.`;
}

/**
 * What to send along with a question: how every service is, and what this browser is. No token, no name of a user and
 * no address but that of this page is in it.
 */
export function diagnosticsOf(status: SystemStatus, browser: string, version: string): string {
  const lines = (status.services ?? []).map((service) =>
    [
      service.name,
      stateOf(service),
      service.reason,
      service.version && `version ${service.version}`,
      service.uptime_seconds !== undefined && `up ${String(service.uptime_seconds)} s`,
      `${String(service.requests ?? 0)} requests, ${String(service.failures ?? 0)} failed`,
      service.p95_millis !== undefined && `p95 ${String(service.p95_millis)} ms`,
      service.unsent_events !== undefined && `${String(service.unsent_events)} unsent`,
      service.consumer_lag !== undefined && `lag ${String(service.consumer_lag)}`,
      service.feed_clients !== undefined && `${String(service.feed_clients)} feed clients`,
    ]
      .filter((part) => typeof part === 'string' && part !== '')
      .join(', '),
  );
  return [
    `At ${status.at ?? 'an unknown time'}, mode ${status.mode ?? 'not known'}`,
    ...lines,
    `Dashboard ${version}`,
    browser,
  ].join('\n');
}

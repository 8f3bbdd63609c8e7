/** A faulty field of a problem. */
export interface FieldFault {
  field: string;
  code: string;
  message: string;
}

/** What an answer says that is a problem of RFC 9457. */
export interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  errors?: FieldFault[];
  trace_id?: string;
}

/** Why a call gave no data. */
export type FailureKind =
  /** Nobody answered, or the gateway could not reach the service. */
  | 'offline'
  /** No token, or one that has ended. */
  | 'signed-out'
  /** The token does not allow it. */
  | 'forbidden'
  /** Too many requests. */
  | 'busy'
  /** The service refused, or failed. */
  | 'refused';

/** A call that gave no data: what happened, in words, with the code and the trace id that the logs have. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly kind: FailureKind,
    readonly service: string,
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: readonly FieldFault[] = [],
    readonly traceId?: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }

  /** What one would hand to whoever mends it. */
  report(): string {
    return [
      `${this.code} (${this.status || 'no answer'}) from ${this.service}: ${this.message}`,
      ...this.errors.map((error) => `  ${error.field}: ${error.message} (${error.code})`),
      this.traceId ? `trace_id ${this.traceId}` : undefined,
    ]
      .filter((line) => line !== undefined)
      .join('\n');
  }
}

/** Of an answer that is no success. The body may be anything, also the page of a proxy. */
export function failureOf(service: string, response: Response, body: unknown): Failure {
  const problem: ProblemBody = typeof body === 'object' && body !== null ? body : {};
  const status = response.status;
  const code = typeof problem.code === 'string' ? problem.code : `HTTP_${status}`;
  const retryAfter = Number(response.headers.get('Retry-After'));
  return new Failure(
    kindOf(status),
    service,
    status,
    code,
    sentence(status, problem),
    Array.isArray(problem.errors) ? problem.errors : [],
    typeof problem.trace_id === 'string' ? problem.trace_id : undefined,
    Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : undefined,
  );
}

function kindOf(status: number): FailureKind {
  switch (status) {
    case 401:
      return 'signed-out';
    case 403:
      return 'forbidden';
    case 429:
      return 'busy';
    case 502:
    case 503:
    case 504:
      return 'offline';
    default:
      return 'refused';
  }
}

function sentence(status: number, problem: ProblemBody): string {
  const said = problem.detail ?? problem.title;
  return typeof said === 'string' && said !== '' ? said : `The answer was status ${status} and said nothing more`;
}

/** The service that every request passes. */
export const GATEWAY = 'gateway-service';

/** Of a call nobody answered: the service was too slow, or nobody was at the door. */
export function unanswered(service: string, thrown: unknown): Failure {
  return thrown instanceof DOMException && thrown.name === 'TimeoutError'
    ? new Failure('offline', service, 0, 'NO_ANSWER', 'It does not answer in time')
    : new Failure('offline', GATEWAY, 0, 'NO_ANSWER', 'The gateway does not answer');
}

const TWICE = 'Importing it again stores nothing twice.';

/** Of a file whose way to a service broke off. */
export function brokenOff(service: string): Failure {
  return new Failure(
    'offline',
    service,
    0,
    'BROKEN_OFF',
    `The connection broke off, or the file has changed since it was chosen. Unless all of it had arrived, nothing is stored. ${TWICE}`,
  );
}

/** Of a file that somebody has stopped on its way. */
export function cancelled(): Failure {
  return new Failure(
    'refused',
    'the dashboard',
    0,
    'CANCELLED',
    `It was cancelled. Unless all of it had arrived, nothing is stored. ${TWICE}`,
  );
}

/** Whatever was thrown, as a failure. */
export function asFailure(thrown: unknown): Failure {
  return thrown instanceof Failure
    ? thrown
    : new Failure(
        'refused',
        'the dashboard',
        0,
        'DASHBOARD_ERROR',
        thrown instanceof Error ? thrown.message : String(thrown),
      );
}

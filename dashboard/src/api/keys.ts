/**
 * The keys of the query cache, in one place: who reads and who applies a message must name the same thing.
 *
 * A key begins with its service; what follows narrows it. `undefined` stands for what the service takes by itself.
 */
export const keys = {
  models: {
    all: ['models'] as const,
    list: (symbol?: string) => ['models', 'list', symbol] as const,
    jobs: ['models', 'jobs'] as const,
    latest: (symbol?: string) => ['models', 'latest', symbol] as const,
    positions: (symbol?: string) => ['models', 'positions', symbol] as const,
    curves: (symbol: string | undefined, hours: number, resolution: string) =>
      ['models', 'curves', symbol, hours, resolution] as const,
    /** The newest price of each symbol as the feed told it. */
    prices: ['models', 'prices'] as const,
    /** The newest equity by series as the feed told it. */
    equity: ['models', 'equity'] as const,
  },
  ledger: {
    all: ['ledger'] as const,
    accounts: ['ledger', 'accounts'] as const,
    account: (id: string) => ['ledger', 'accounts', id] as const,
    positions: (id: string) => ['ledger', 'accounts', id, 'positions'] as const,
  },
  risk: {
    all: ['risk'] as const,
    account: (id: string) => ['risk', 'accounts', id] as const,
    headroom: (id: string) => ['risk', 'accounts', id, 'headroom'] as const,
    tradingState: ['risk', 'trading-state'] as const,
  },
  orchestrator: {
    all: ['orchestrator'] as const,
    decisions: ['orchestrator', 'decisions'] as const,
  },
  portfolio: { all: ['portfolio'] as const },
  approvals: { all: ['approvals'] as const },
  activity: {
    all: ['activity'] as const,
    list: (filter: object, limit: number) => ['activity', filter, limit] as const,
  },
  notifications: {
    all: ['notifications'] as const,
    list: (state: string) => ['notifications', 'list', state] as const,
    unread: ['notifications', 'unread'] as const,
  },
  brain: { all: ['brain'] as const },
  gateway: {
    all: ['gateway'] as const,
    status: ['gateway', 'status'] as const,
    me: ['gateway', 'me'] as const,
  },
};

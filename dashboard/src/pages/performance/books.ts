import type { components as Ledger } from '@/api/generated/ledger';
import type { components as Signals } from '@/api/generated/signals-api';

/** What a curve, a row and details can be of. */
export type BookKind = 'model' | 'account' | 'portfolio';

export interface Book {
  /** As it is in the address, such as account:paper-1. */
  key: string;
  kind: BookKind;
  /** As its service knows it. */
  id: string;
  name: string;
}

export type BooksByKind = Readonly<Record<BookKind, readonly Book[]>>;

export function keyOf(kind: BookKind, id: string): string {
  return `${kind}:${id}`;
}

function book(kind: BookKind, id: string, name: string | undefined): Book {
  return { key: keyOf(kind, id), kind, id, name: name ?? id };
}

/** All that whoever looks may choose of. Names that two of them share get their id. */
export function booksOf(
  models: readonly Signals['schemas']['StrategyPerformance'][],
  accounts: readonly Ledger['schemas']['Account'][],
  portfolios: readonly Ledger['schemas']['Portfolio'][],
): BooksByKind {
  const found = {
    model: models.flatMap((each) =>
      each.strategy_code === undefined ? [] : [book('model', each.strategy_code, each.strategy_name)],
    ),
    account: accounts.flatMap((each) => (each.id === undefined ? [] : [book('account', each.id, each.name)])),
    portfolio: portfolios.flatMap((each) =>
      each.portfolio_id === undefined ? [] : [book('portfolio', String(each.portfolio_id), each.name)],
    ),
  };
  const count = new Map<string, number>();
  Object.values(found)
    .flat()
    .forEach(({ name }) => count.set(name, (count.get(name) ?? 0) + 1));
  const told = (each: Book) =>
    (count.get(each.name) ?? 0) > 1 && each.name !== each.id ? { ...each, name: `${each.name} (${each.id})` } : each;
  return {
    model: found.model.map(told),
    account: found.account.map(told),
    portfolio: found.portfolio.map(told),
  };
}

/**
 * What is shown of what the address names: none named are all models. Who is not among those that can be chosen of is
 * unknown: there is none of that name, or it is somebody else's.
 */
export function chosenOf(named: readonly string[], books: BooksByKind): { chosen: Book[]; unknown: string[] } {
  if (named.length === 0) {
    return { chosen: [...books.model], unknown: [] };
  }
  const all = new Map([...books.model, ...books.account, ...books.portfolio].map((each) => [each.key, each]));
  const wanted = [...new Set(named)];
  return {
    chosen: wanted.flatMap((key) => all.get(key) ?? []),
    unknown: wanted.filter((key) => !all.has(key)),
  };
}

/** What is named once one of them is taken in or left out. */
export function toggled(chosen: readonly Book[], key: string): string[] {
  const keys = chosen.map((each) => each.key);
  return keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key];
}

import { Button } from '@/ui/Button';
import { toggled, type Book, type BookKind, type BooksByKind } from './books';

const TITLES: readonly [BookKind, string][] = [
  ['model', 'Models'],
  ['account', 'Accounts'],
  ['portfolio', 'Portfolios'],
];

/** Chooses any models, accounts and portfolios; none of them are all models. */
export function BookChoice({
  books,
  chosen,
  unknown,
  missing,
  onChoose,
}: {
  books: BooksByKind;
  chosen: readonly Book[];
  /** What the address names and nobody has. */
  unknown: readonly string[];
  /** Why there are none of a kind. */
  missing: Readonly<Record<BookKind, string>>;
  onChoose: (keys: readonly string[]) => void;
}) {
  const isChosen = new Set(chosen.map((each) => each.key));
  return (
    <section aria-label="Compared" className="no-print flex flex-col gap-2 rounded-lg border border-line bg-panel p-3">
      {TITLES.map(([kind, title]) => (
        <fieldset key={kind} className="flex max-h-32 flex-wrap items-center gap-x-4 gap-y-1 overflow-y-auto text-sm">
          <legend className="float-start me-3 w-20 text-xs text-quiet">{title}</legend>
          {books[kind].length === 0 ? <span className="text-xs text-quiet">{missing[kind]}</span> : null}
          {books[kind].map(({ key, name }) => (
            <label key={key} className="flex items-center gap-1">
              <input
                type="checkbox"
                checked={isChosen.has(key)}
                onChange={() => onChoose(toggled(chosen, key))}
                className="accent-accent"
              />
              {name}
            </label>
          ))}
        </fieldset>
      ))}
      {unknown.length === 0 ? null : (
        <p role="status" className="flex flex-wrap items-center gap-2 text-sm text-warn">
          Not there, or not yours to read: {unknown.join(', ')}.
          <Button onClick={() => onChoose(chosen.map((each) => each.key))}>Leave out</Button>
        </p>
      )}
    </section>
  );
}

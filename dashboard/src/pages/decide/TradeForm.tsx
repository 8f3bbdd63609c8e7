import { useQuery } from '@tanstack/react-query';
import { useId, type FormEvent, type ReactNode } from 'react';
import { brain, data, sizing } from '@/api/clients';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { words } from '@/format/words';
import { SIDES, STRATEGIES, VIEWS, asCurl, fault, requestOf, type Typed } from './decide';

const FIELD = 'rounded-md border border-line bg-ground p-1 text-ink';

/** The form for analyze; the price is the newest one unless another is typed. */
export function TradeForm({
  typed,
  account,
  busy,
  onType,
  onAnalyze,
}: {
  typed: Typed;
  account: string | undefined;
  busy: boolean;
  onType: (typed: Typed) => void;
  onAnalyze: () => void;
}) {
  const id = useId();
  const instruments = useQuery({
    queryKey: ['sizing', 'instruments'],
    queryFn: ({ signal }) => data(sizing.GET('/api/v1/instruments', { signal })),
    staleTime: 3_600_000,
  });
  const newest = useQuery({
    queryKey: [...keys.brain.all, 'price', typed.symbol],
    queryFn: ({ signal }) =>
      data(brain.GET('/api/v1/prices/latest', { params: { query: { symbols: [typed.symbol] } }, signal })),
    enabled: typed.symbol.trim() !== '',
    refetchInterval: 5_000,
    retry: false,
  });
  const price = newest.data?.prices?.[0]?.price;
  const set = (field: keyof Typed) => (value: string) => onType({ ...typed, [field]: value });
  const missing = useMissing('trade:read') ?? fault(typed) ?? (busy ? 'It is being decided' : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing === undefined) {
      onAnalyze();
    }
  };
  return (
    <section aria-label="Trade" className="flex flex-col gap-3 rounded-lg border border-line bg-panel p-3">
      <h2 className="text-sm font-semibold">Trade{account === undefined ? '' : ` of ${account}`}</h2>
      <form onSubmit={submit} className="grid grid-cols-2 gap-2 text-sm">
        <Field id={`${id}symbol`} name="Symbol">
          <input
            id={`${id}symbol`}
            list={`${id}symbols`}
            value={typed.symbol}
            onChange={(event) => set('symbol')(event.target.value)}
            className={FIELD}
          />
          <datalist id={`${id}symbols`}>
            {(instruments.data ?? []).map((instrument) => (
              <option key={instrument.symbol} value={instrument.symbol} />
            ))}
          </datalist>
        </Field>
        <Field id={`${id}price`} name="Price">
          <span className="flex gap-1">
            <input
              id={`${id}price`}
              inputMode="decimal"
              value={typed.price}
              placeholder="1.0835"
              onChange={(event) => set('price')(event.target.value)}
              className={`figure min-w-0 flex-1 ${FIELD}`}
            />
            <Button
              disabledReason={price === undefined ? `No price of ${typed.symbol} is known` : undefined}
              onClick={() => set('price')(String(price))}
            >
              Newest
            </Button>
          </span>
        </Field>
        <div className="col-span-2 flex items-center gap-2">
          Side wanted <Choice name="Side wanted" value={typed.side} options={SIDES} onChoose={set('side')} />
        </div>
        <div className="col-span-2 flex items-center gap-2">
          Decided on <Choice name="Decided on" value={typed.view} options={VIEWS} onChoose={set('view')} />
        </div>
        <Field id={`${id}strategy`} name="Sizing">
          <select
            id={`${id}strategy`}
            value={typed.strategy}
            onChange={(event) => set('strategy')(event.target.value)}
            className={FIELD}
          >
            {STRATEGIES.map((strategy) => (
              <option key={strategy} value={strategy}>
                {words(strategy)}
              </option>
            ))}
          </select>
        </Field>
        {typed.strategy === 'fixed_lot' ? (
          <Figured id={`${id}lots`} name="Volume (lots)" value={typed.lots} onType={set('lots')} />
        ) : (
          <Figured
            id={`${id}risk`}
            name="Risk (% of equity)"
            value={typed.risk}
            onType={set('risk')}
            range={[0.25, 5]}
          />
        )}
        <Figured
          id={`${id}stop`}
          name="Stop distance (pips)"
          value={typed.stopPips}
          onType={set('stopPips')}
          range={[5, 200]}
        />
        <Figured id={`${id}target`} name="Target price" value={typed.target} onType={set('target')} />
        <div className="col-span-2 flex flex-wrap gap-2">
          <Button type="submit" look="main" disabledReason={missing}>
            Analyze
          </Button>
          <Button
            disabledReason={fault(typed)}
            onClick={() =>
              void navigator.clipboard.writeText(asCurl(globalThis.location.origin, requestOf(typed, account)))
            }
          >
            Copy as curl
          </Button>
        </div>
      </form>
      <p className="text-xs text-quiet">Analyzing sends nothing: it says what would be done, and why.</p>
    </section>
  );
}

function Field({ id, name, children }: { id: string; name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id}>{name}</label>
      {children}
    </div>
  );
}

function Figured({
  id,
  name,
  value,
  onType,
  range,
}: {
  id: string;
  name: string;
  value: string;
  onType: (value: string) => void;
  range?: readonly [number, number];
}) {
  return (
    <Field id={id} name={name}>
      <input
        id={id}
        inputMode="decimal"
        value={value}
        onChange={(event) => onType(event.target.value)}
        className={`figure ${FIELD}`}
      />
      {range ? (
        <input
          type="range"
          aria-label={`${name}, by a slider`}
          min={range[0]}
          max={range[1]}
          step={range[0]}
          value={Number(value) || range[0]}
          onChange={(event) => onType(event.target.value)}
        />
      ) : null}
    </Field>
  );
}

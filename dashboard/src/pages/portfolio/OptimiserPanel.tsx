import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { data, portfolio } from '@/api/clients';
import { asFailure } from '@/api/failure';
import type { components } from '@/api/generated/portfolio';
import { useMissing } from '@/auth/session';
import { Button } from '@/ui/Button';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { Term } from '@/ui/Term';
import { oneOf, useUrlState } from '@/url/useUrlState';
import { TargetDialog } from './TargetDialog';
import { Weights } from './Weights';
import type { AssetChoice } from './useAssets';
import { words } from '@/format/words';
import { LABELS, METHODS, USUAL, WINDOWS, fault, requestOf, takesConstraints } from './portfolio';

type Answer = components['schemas']['OptimizeAnswer'];

const METHOD = oneOf(...METHODS);

/** Asks the optimiser for weights, and shows them with what they promise, what binds, and why. */
export function OptimiserPanel({ account, assets }: { account: string; assets: AssetChoice }) {
  const [method, setMethod] = useUrlState('method', METHOD, 'max_sharpe');
  const [typed, setTyped] = useState(USUAL);
  const choices = { ...typed, method };
  const optimum = useMutation({
    mutationFn: () => data(portfolio.POST('/api/v1/portfolio/optimize', { body: requestOf(choices, assets.assets) })),
  });
  const lacking =
    useMissing('trade:read') ??
    (assets.assets.codes.length < 2 ? 'It takes at least two strategies' : undefined) ??
    fault(choices) ??
    (optimum.isPending ? 'It is being computed' : undefined);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (lacking === undefined) {
      optimum.mutate();
    }
  };
  return (
    <section aria-label="Optimum" className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-panel p-3">
      <h2 className="text-sm font-semibold">Optimum</h2>
      <form onSubmit={ask} className="grid grid-cols-2 gap-2 text-sm sm:grid-cols-3">
        <Selection name="Method" value={method} options={METHODS} onChoose={setMethod} />
        <Selection name="Days" value={assets.window} options={WINDOWS} onChoose={assets.chooseWindow} />
        <Selection name="Label" value={assets.assets.label} options={LABELS} onChoose={assets.chooseLabel} />
        {method === 'efficient_return' ? (
          <Typed
            name="Target return (% a year)"
            value={typed.targetReturn}
            onType={(targetReturn) => setTyped({ ...typed, targetReturn })}
          />
        ) : null}
        {method === 'efficient_risk' ? (
          <Typed
            name="Target volatility (% a year)"
            value={typed.targetVolatility}
            onType={(targetVolatility) => setTyped({ ...typed, targetVolatility })}
          />
        ) : null}
        {takesConstraints(method) ? (
          <>
            <Typed
              name="At most each (%)"
              value={typed.weightMax}
              onType={(weightMax) => setTyped({ ...typed, weightMax })}
            />
            <Typed
              name="At least so many"
              value={typed.minHoldings}
              onType={(minHoldings) => setTyped({ ...typed, minHoldings })}
            />
            <label className="flex items-center gap-2">
              <input
                type="checkbox"
                checked={typed.defaults}
                onChange={(event) => setTyped({ ...typed, defaults: event.target.checked })}
              />
              Default constraints
            </label>
          </>
        ) : null}
        <Strategies assets={assets} />
        <div className="col-span-full">
          <Button type="submit" look="main" disabledReason={lacking}>
            Compute
          </Button>
        </div>
      </form>
      {optimum.error ? <FailureNote failure={asFailure(optimum.error)} /> : null}
      {optimum.data ? <Optimum account={account} answer={optimum.data} /> : null}
    </section>
  );
}

function Strategies({ assets }: { assets: AssetChoice }) {
  const chosen = new Set(assets.assets.codes);
  const toggle = (code: string) => {
    const next = assets.all.filter((each) => (each === code ? !chosen.has(each) : chosen.has(each)));
    assets.choose(next.length === assets.all.length ? [] : next);
  };
  return (
    <details className="col-span-full">
      <summary className="cursor-pointer text-quiet">
        {chosen.size} of {assets.all.length} strategies
      </summary>
      <ul className="mt-1 flex max-h-40 flex-wrap gap-x-4 gap-y-1 overflow-auto">
        {assets.all.map((code) => (
          <li key={code}>
            <label className="flex items-center gap-1">
              <input type="checkbox" checked={chosen.has(code)} onChange={() => toggle(code)} />
              {code}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Optimum({ account, answer }: { account: string; answer: Answer }) {
  const [making, setMaking] = useState(false);
  const missing = useMissing('portfolio:write');
  const promised = answer.performance;
  const why = (figure: string) => promised?.unavailable?.[figure] ?? 'The method does not tell it';
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-3">
      {answer.method_used !== answer.method_asked ? (
        <p className="text-warn">{answer.method_sentence ?? words(answer.method_reason)}</p>
      ) : null}
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Term name="Return">
          <Figure value={promised?.expected_return} kind="fraction" reason={why('expected_return')} />
        </Term>
        <Term name="Volatility">
          <Figure value={promised?.volatility} kind="fraction" reason={why('volatility')} />
        </Term>
        <Term name="Sharpe ratio">
          <Figure value={promised?.sharpe} kind="ratio" reason={why('sharpe')} />
        </Term>
        <Term name="Value at risk, 95 %, one day">
          <Figure
            value={answer.value_at_risk?.value}
            kind="fraction"
            reason={answer.value_at_risk?.reason ?? why('cvar')}
          />
        </Term>
        <Term name="Observations">
          <Figure value={answer.data?.observations} kind="count" />
        </Term>
      </dl>
      <Weights weights={answer.weights} />
      <Sentences title="What binds" lines={answer.binding_constraints?.map((limit) => limit.sentence ?? '')} />
      <Sentences title="Warnings" lines={answer.warnings} />
      <div>
        <Button disabledReason={missing} onClick={() => setMaking(true)}>
          Make it the target
        </Button>
      </div>
      {making ? (
        <TargetDialog
          account={account}
          wanted={{
            weights: answer.weights ?? {},
            ...(answer.request_id === undefined ? {} : { requestId: answer.request_id }),
          }}
          onClose={() => setMaking(false)}
        />
      ) : null}
    </div>
  );
}

function Sentences({ title, lines }: { title: string; lines: readonly string[] | undefined }) {
  return lines?.length ? (
    <section>
      <h3 className="text-xs font-semibold text-quiet">{title}</h3>
      <ul className="list-disc ps-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  ) : null;
}

function Selection<T extends string>({
  name,
  value,
  options,
  onChoose,
}: {
  name: string;
  value: T;
  options: readonly T[];
  onChoose: (value: T) => void;
}) {
  const field = useId();
  return (
    <label htmlFor={field} className="flex flex-col gap-1">
      {name}
      <select
        id={field}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option === event.target.value);
          if (chosen !== undefined) {
            onChoose(chosen);
          }
        }}
        className="rounded-md border border-line bg-ground p-1 text-ink"
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {option === option.toUpperCase() ? option : words(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Typed({ name, value, onType }: { name: string; value: string; onType: (value: string) => void }) {
  const field = useId();
  return (
    <label htmlFor={field} className="flex flex-col gap-1">
      {name}
      <input
        id={field}
        inputMode="decimal"
        value={value}
        onChange={(event) => onType(event.target.value)}
        className="figure rounded-md border border-line bg-ground p-1 text-ink"
      />
    </label>
  );
}

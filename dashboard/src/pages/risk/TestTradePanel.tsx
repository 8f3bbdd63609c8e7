import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { data, risk } from '@/api/clients';
import { asFailure } from '@/api/failure';
import type { components } from '@/api/generated/risk';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { Passed } from '@/ui/Passed';
import { words } from '@/format/words';

type Check = components['schemas']['RiskCheckResult'];

const SIDES = ['BUY', 'SELL'] as const;
const FIELDS = [
  { name: 'symbol', title: 'Symbol', example: 'EURUSD' },
  { name: 'lots', title: 'Volume (lots)', example: '0.1' },
  { name: 'entry', title: 'Entry price', example: '1.0835' },
  { name: 'stop', title: 'Stop price', example: '1.0785' },
] as const;

/** Holds a trade to the limits without making it: nothing is reserved and nothing is sent. */
export function TestTradePanel({ account }: { account: string }) {
  const id = useId();
  const [side, setSide] = useState<(typeof SIDES)[number]>('BUY');
  const [typed, setTyped] = useState<Record<(typeof FIELDS)[number]['name'], string>>({
    symbol: 'EURUSD',
    lots: '',
    entry: '',
    stop: '',
  });
  const check = useMutation({
    mutationFn: () =>
      data(
        risk.POST('/api/v1/risk/check', {
          body: {
            account_id: account,
            symbol: typed.symbol.trim(),
            side,
            lots: Number(typed.lots),
            entry_price: Number(typed.entry),
            ...(typed.stop.trim() === '' ? {} : { stop_loss_price: Number(typed.stop) }),
          },
        }),
      ),
  });
  const lacking =
    typed.symbol.trim() === ''
      ? 'It takes a symbol'
      : [typed.lots, typed.entry].some((text) => text.trim() === '' || !(Number(text) > 0))
        ? 'It takes a volume and an entry price above 0'
        : check.isPending
          ? 'It is being checked'
          : undefined;
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (lacking === undefined) {
      check.mutate();
    }
  };
  return (
    <section
      aria-label="Test a trade"
      className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-panel p-3"
    >
      <h2 className="text-sm font-semibold">Test a trade against the limits</h2>
      <form onSubmit={ask} className="grid grid-cols-2 items-end gap-2 text-sm">
        {FIELDS.map(({ name, title, example }) => (
          <label key={name} htmlFor={`${id}${name}`} className="flex flex-col gap-1">
            {title}
            <input
              id={`${id}${name}`}
              value={typed[name]}
              placeholder={example}
              inputMode={name === 'symbol' ? 'text' : 'decimal'}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
              className="figure rounded-md border border-line bg-ground p-1 text-ink"
            />
          </label>
        ))}
        <Choice name="Side" value={side} options={SIDES} onChoose={setSide} />
        <div className="text-end">
          <Button type="submit" look="main" disabledReason={lacking}>
            Check
          </Button>
        </div>
      </form>
      {check.error ? <FailureNote failure={asFailure(check.error)} /> : null}
      {check.data ? (
        <>
          <p className={check.data.allowed ? 'text-good' : 'text-bad'}>
            {check.data.allowed ? 'It would be allowed.' : 'It would be denied.'}
          </p>
          <ul className="flex flex-col gap-1 text-sm">
            {(check.data.checks ?? []).map((each) => (
              <CheckLine key={each.check} check={each} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function CheckLine({ check }: { check: Check }) {
  return (
    <li>
      <Passed passed={check.passed} /> <span className="font-medium">{words(check.check)}</span>:{' '}
      <Figure value={check.measured} kind="ratio" reason={check.message ?? 'It could not be measured'} /> of{' '}
      <Figure value={check.limit} kind="ratio" reason="It has no figure" />{' '}
      <span className="text-quiet">
        {check.unit} {check.message}
      </span>
    </li>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useMemo } from 'react';
import { data, portfolio } from '@/api/clients';
import { asFailure } from '@/api/failure';
import { keys } from '@/api/keys';
import { useMissing, useSession } from '@/auth/session';
import { formatted } from '@/format/units';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { SignInPanel } from '@/ui/SignInPanel';
import { Term } from '@/ui/Term';
import {
  LABELS,
  WINDOWS,
  clustered,
  labelOf,
  shade,
  whyAbsent,
  written,
  type LabelChoice,
  type Report,
  type Window,
} from './correlation';

/** The matrix as a map of colours and figures, what it comes to, and the pairs that are too much alike. */
export function HeatMapPanel({
  window,
  label,
  onWindow,
  onLabel,
  onPair,
}: {
  window: Window;
  label: LabelChoice;
  onWindow: (window: Window) => void;
  onLabel: (label: LabelChoice) => void;
  onPair: (a: string, b: string) => void;
}) {
  const { phase } = useSession();
  const cache = useQueryClient();
  const write = useMissing('portfolio:write');
  const asked = labelOf(label);
  const report = useQuery({
    queryKey: [...keys.portfolio.all, 'correlation', window, label],
    queryFn: ({ signal }) =>
      data(
        portfolio.GET('/api/v1/correlation', {
          params: { query: { window, ...(asked === undefined ? {} : { label: asked }) } },
          signal,
        }),
      ),
    enabled: phase === 'signed-in',
    placeholderData: (before) => before,
  });
  const refresh = useMutation({
    mutationFn: () => data(portfolio.POST('/api/v1/correlation/refresh')),
    onSuccess: () => cache.invalidateQueries({ queryKey: [...keys.portfolio.all, 'correlation'] }),
  });
  if (phase !== 'signed-in') {
    return <SignInPanel title="Correlations" />;
  }
  return (
    <>
      <Panel
        title="Correlations"
        query={report}
        at={(read) => read.as_of}
        label={(read) => read.labels?.join(' and ')}
        staleAfterSeconds={20 * 60}
        tools={
          <>
            <Choice name="Window in days" value={window} options={WINDOWS} onChoose={onWindow} />
            <Choice name="Label" value={label} options={LABELS} onChoose={onLabel} />
            <Button
              disabledReason={write ?? (refresh.isPending ? 'They are being computed' : undefined)}
              onClick={() => refresh.mutate()}
            >
              <RotateCw size={14} aria-hidden /> Refresh
            </Button>
          </>
        }
        empty={(read) =>
          (read.codes?.length ?? 0) > 1
            ? undefined
            : {
                text: 'Fewer than two strategies have returns of this window and label. Lifecycle lists the strategies.',
              }
        }
      >
        {(read) => (
          <>
            <Summary report={read} />
            <HeatMap report={read} onPair={onPair} />
            <Breaches report={read} onPair={onPair} />
          </>
        )}
      </Panel>
      {refresh.error ? <FailureNote failure={asFailure(refresh.error)} /> : null}
    </>
  );
}

function Summary({ report }: { report: Report }) {
  const why = (figure: string) =>
    report.absent_figures?.find((each) => each.figure === figure)?.reason?.message ?? 'It is not known';
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
      <Term name="Average">
        <Figure value={report.average} kind="ratio" reason={why('average')} />
      </Term>
      <Term name="Diversification ratio">
        <Figure value={report.diversification_ratio} kind="ratio" reason={why('diversification_ratio')} />
      </Term>
      <Term name="Effective bets">
        <Figure value={report.effective_bets} kind="ratio" reason={why('effective_bets')} />
      </Term>
      <Term name="Observations">
        <Figure value={report.observations} kind="count" />
        {report.partial ? <span className="text-quiet"> with the day so far</span> : null}
      </Term>
      <Term name="Next refresh">
        <span className="text-quiet">every 15 minutes while a market is open</span>
      </Term>
    </dl>
  );
}

function HeatMap({ report, onPair }: { report: Report; onPair: (a: string, b: string) => void }) {
  const order = useMemo(() => clustered(report), [report]);
  const codes = report.codes ?? [];
  return (
    <div
      role="region"
      aria-label="Correlation of each two strategies"
      tabIndex={0}
      className="max-h-[60vh] overflow-auto"
    >
      <table className="border-separate border-spacing-px text-xs">
        <thead>
          <tr>
            <td />
            {order.map((column) => (
              <th
                key={column}
                scope="col"
                className="max-w-20 truncate px-1 font-normal text-quiet"
                title={codes[column]}
              >
                {codes[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((row) => (
            <tr key={row}>
              <th scope="row" className="sticky start-0 bg-panel pe-2 text-end font-normal text-quiet">
                {codes[row]}
              </th>
              {order.map((column) => (
                <Cell
                  key={column}
                  report={report}
                  a={codes[row] ?? ''}
                  b={codes[column] ?? ''}
                  value={report.matrix?.[row]?.[column]}
                  onPair={onPair}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({
  report,
  a,
  b,
  value,
  onPair,
}: {
  report: Report;
  a: string;
  b: string;
  value: number | null | undefined;
  onPair: (a: string, b: string) => void;
}) {
  const tone = shade(value);
  const text = written(value);
  if (a === b) {
    return <td className="figure bg-raised px-1 text-center text-quiet">{text ?? '–'}</td>;
  }
  return (
    <td className="p-0">
      <button
        type="button"
        aria-label={`${a} and ${b}: ${text ?? whyAbsent(report, a, b)}`}
        title={text === undefined ? whyAbsent(report, a, b) : `${a} and ${b}`}
        onClick={() => onPair(a, b)}
        className="figure relative block w-full min-w-12 px-1 py-0.5 text-center hover:outline hover:outline-accent"
      >
        {tone ? (
          <span
            aria-hidden
            className={`absolute inset-0 ${tone.look === 'up' ? 'bg-up' : 'bg-down'}`}
            style={{ opacity: tone.strength * 0.35 }}
          />
        ) : null}
        <span className="relative">{text ?? '–'}</span>
      </button>
    </td>
  );
}

function Breaches({ report, onPair }: { report: Report; onPair: (a: string, b: string) => void }) {
  const breaches = report.breaches ?? [];
  return (
    <section>
      <h3 className="text-xs font-semibold text-quiet">Too much alike</h3>
      {breaches.length === 0 ? (
        <p className="text-quiet">No pair is above its limit.</p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {breaches.map((pair) => (
            <li key={`${pair.a} ${pair.b}`}>
              <Button onClick={() => onPair(pair.a ?? '', pair.b ?? '')}>
                {pair.a} and {pair.b}: {written(pair.correlation) ?? '–'} (limit {formatted(pair.limit, 'ratio') ?? '–'}
                )
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

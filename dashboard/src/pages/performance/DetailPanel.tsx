import { useMutation, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { data, models } from '@/api/clients';
import { asFailure } from '@/api/failure';
import type { components } from '@/api/generated/ledger';
import { keys } from '@/api/keys';
import { download } from '@/api/plain';
import { serverClock } from '@/time/clock';
import { Button } from '@/ui/Button';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import type { Book } from './books';
import { DetailView } from './DetailView';
import { staleAfter, whyMissing } from './performance';
import { ofModels, performanceOf, type Asked } from './useBooks';

type Trips = components['schemas']['TripFigures'];

interface Shown {
  book: Book;
  asked: Asked;
  onClose: () => void;
}

/** One model, account or portfolio in detail. */
export function DetailPanel(shown: Shown) {
  return shown.book.kind === 'model' ? <ModelDetails {...shown} /> : <BooksDetails {...shown} />;
}

function Close({ onClose }: { onClose: () => void }) {
  return (
    <Button look="quiet" onClick={onClose} aria-label="Close the details">
      <X size={14} aria-hidden />
    </Button>
  );
}

function ModelDetails({ book, asked, onClose }: Shown) {
  const { period, run, symbol } = asked;
  const details = useQuery({
    queryKey: [...keys.models.all, 'details', book.id, period, run, symbol],
    queryFn: ({ signal }) =>
      data(
        models.GET('/api/models/performance/details', {
          params: { query: { strategy: book.id, period, ...ofModels(asked) } },
          signal,
        }),
      ),
  });
  return (
    <Panel
      title={`${book.name} in detail`}
      query={details}
      at={(read) => (run > 0 ? undefined : read.end_date)}
      label={(read) => read.label}
      proxy={(read) => read.proxy}
      staleAfterSeconds={staleAfter(run, details.data?.end_date, serverClock.now())}
      tools={<Close onClose={onClose} />}
      empty={(read) =>
        read.summary ? undefined : { text: read.reason?.message ?? 'It has no equity in this period.' }
      }
    >
      {(read) => (
        <>
          {read.verdict ? <p>{read.verdict}</p> : null}
          <DetailView name={book.name} details={read} />
          <Report strategy={book.id} asked={asked} />
        </>
      )}
    </Panel>
  );
}

function Report({ strategy, asked }: { strategy: string; asked: Asked }) {
  const query = new URLSearchParams({ strategy, period: asked.period });
  Object.entries(ofModels(asked)).forEach(([name, value]) => query.set(name, String(value)));
  const report = useMutation({
    mutationFn: () =>
      download(
        'signals-api-service',
        `/api/models/report.html?${query}`,
        `${strategy}-${asked.period}.html`,
        'text/html',
      ),
  });
  return (
    <>
      <div>
        <Button disabledReason={report.isPending ? 'It is being written' : undefined} onClick={() => report.mutate()}>
          The report as one file
        </Button>
      </div>
      {report.error ? <FailureNote failure={asFailure(report.error)} /> : null}
    </>
  );
}

function BooksDetails({ book, asked, onClose }: Shown) {
  const performance = useQuery(performanceOf(book, asked.period));
  return (
    <Panel
      title={`${book.name} in detail`}
      query={performance}
      at={(read) => read.end_date}
      label={(read) => read.label}
      staleAfterSeconds={2 * 3600}
      tools={<Close onClose={onClose} />}
      empty={(read) => (read.summary ? undefined : { text: read.reason?.message ?? 'It has too short a past.' })}
    >
      {(read) => (
        <>
          <p className="text-sm">
            Net profit{' '}
            <Figure
              value={read.net_profit}
              kind="money"
              gain
              {...(read.currency === undefined ? {} : { unit: read.currency })}
            />
            , paid in and out <Figure value={read.net_cash_flow} kind="money" gain reason="Nothing was" />
          </p>
          {read.trades ? <Trades trips={read.trades} /> : null}
          <DetailView name={book.name} details={read} />
        </>
      )}
    </Panel>
  );
}

function Trades({ trips }: { trips: Trips }) {
  return (
    <p className="text-sm">
      <Figure value={trips.total_trades} kind="count" /> trades, <Figure value={trips.wins} kind="count" /> won; profit
      factor <Figure value={trips.profit_factor} kind="ratio" reason={whyMissing(trips.unavailable, 'profit_factor')} />
      , fees <Figure value={trips.total_fees} kind="money" />
    </p>
  );
}

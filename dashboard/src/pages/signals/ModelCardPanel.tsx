import { useMutation, useQuery } from '@tanstack/react-query';
import { data, models } from '@/api/clients';
import { asFailure } from '@/api/failure';
import type { components } from '@/api/generated/signals-api';
import { keys } from '@/api/keys';
import { download } from '@/api/plain';
import { useMissing } from '@/auth/session';
import { words } from '@/format/words';
import { Button } from '@/ui/Button';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { Reason } from '@/ui/Reason';
import { Term } from '@/ui/Term';
import { When } from '@/ui/When';

type Model = components['schemas']['ModelEntry'];
type Card = components['schemas']['ListedCard'];

/** What is known of a model: which version answers, what it was trained on, and whether it has an edge. */
export function ModelCardPanel({ strategy, symbol, run }: { strategy: string; symbol: string; run: number }) {
  const query = { ...(symbol === '' ? {} : { symbol }), ...(run > 0 ? { run } : {}) };
  const list = useQuery({
    queryKey: [...keys.models.list(symbol), run],
    queryFn: ({ signal }) => data(models.GET('/api/models', { params: { query }, signal })),
    staleTime: 60_000,
  });
  const of = (read: NonNullable<typeof list.data>) => read.models?.find((each) => each.strategy_code === strategy);
  return (
    <Panel
      title={`Card of ${strategy}`}
      query={list}
      label={(read) => read.label}
      proxy={(read) => of(read)?.proxy}
      staleAfterSeconds={Infinity}
      empty={(read) =>
        of(read) ? undefined : { text: read.reason?.message ?? `No model ${strategy} is known for this symbol.` }
      }
    >
      {(read) => <ModelCard model={of(read) ?? {}} />}
    </Panel>
  );
}

function ModelCard({ model }: { model: Model }) {
  const { card } = model;
  const none = model.proxy
    ? 'A rule stands in for the trained model; a rule has no card'
    : 'It is not trained, so it has no card';
  return (
    <>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Term name="Model">
          {model.strategy_name ?? model.strategy_code} ({model.strategy_type})
        </Term>
        <Term name="Version">{model.model_version ?? <Reason why="It has not said anything yet">–</Reason>}</Term>
        <Term name="Trained">
          <When at={card?.trained_at} reason={none} />
        </Term>
        <Term name="In use since">
          <When at={card?.in_use_since} reason={none} />
        </Term>
        <Term name="Bars">
          <Figure value={card?.data_bars} kind="count" reason={none} />
        </Term>
        <Term name="From">
          <When at={card?.data_from} day reason={none} />
        </Term>
        <Term name="To">
          <When at={card?.data_to} day reason={none} />
        </Term>
        <Term name="Edge">{card?.edge === undefined ? <Reason why={none}>–</Reason> : card.edge ? 'yes' : 'no'}</Term>
      </dl>
      {model.problem?.message ? <p className="text-sm text-warn">{model.problem.message}</p> : null}
      {card?.verdict ? <p className="text-sm">{card.verdict}</p> : null}
      {card?.figures ? (
        <dl className="mt-1 flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {Object.entries(card.figures).map(([name, value]) => (
            <Term key={name} name={words(name)}>
              <Figure value={value} kind="ratio" decimals={4} />
            </Term>
          ))}
        </dl>
      ) : null}
      {card?.version ? <ReportButton card={card} version={card.version} /> : null}
    </>
  );
}

function ReportButton({ card, version }: { card: Card; version: string }) {
  const read = useMissing('trade:read');
  const report = useMutation({
    mutationFn: () =>
      download(
        'brain-service',
        `/api/v1/brain/models/versions/${encodeURIComponent(version)}/report`,
        `model-${version}.html`,
        'text/html',
      ),
  });
  return (
    <>
      <div className="mt-2">
        <Button
          disabledReason={
            read ?? (card.report ? (report.isPending ? 'It is being read' : undefined) : 'It has no report')
          }
          onClick={() => report.mutate()}
        >
          Report of version {version}
        </Button>
      </div>
      {report.error ? <FailureNote failure={asFailure(report.error)} /> : null}
    </>
  );
}

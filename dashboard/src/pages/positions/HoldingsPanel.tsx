import { useState } from 'react';
import { asFailure } from '@/api/failure';
import { useMissing } from '@/auth/session';
import { Age } from '@/ui/Age';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Label } from '@/ui/Label';
import { Panel } from '@/ui/Panel';
import { oneOf, text, useUrlState } from '@/url/useUrlState';
import { CloseDialog } from './CloseDialog';
import { onTheWay, type Holding } from './holding';
import { useHoldings } from './useHoldings';

const WHOSE = ['all', 'account', 'portfolio', 'model'] as const;
const KIND = oneOf(...WHOSE);

/** Positions of the account, the portfolios and the models in one table. */
export function HoldingsPanel({ account }: { account: string | undefined }) {
  const [whose, setWhose] = useUrlState('of', KIND, 'all');
  const [symbol, setSymbol] = useUrlState('symbol', text, '');
  const [closing, setClosing] = useState<Holding | undefined>(undefined);
  const { holdings, model, unread } = useHoldings(account);
  const shown = holdings.filter(
    (each) => (whose === 'all' || each.owner === whose) && (symbol === '' || each.symbol === symbol),
  );
  return (
    <>
      <Panel
        title="Positions"
        query={model}
        tools={
          <>
            {symbol === '' ? null : <Button onClick={() => setSymbol('')}>{symbol} only: show all</Button>}
            <Choice name="Of" value={whose} options={WHOSE} onChoose={setWhose} />
          </>
        }
        empty={() => (shown.length > 0 ? undefined : { text: 'Nothing is open.' })}
      >
        {() => (
          <DataTable
            name="Positions"
            rows={shown}
            columns={COLUMNS}
            rowKey={(row) => row.key}
            onRow={(row) => (row.owner === 'account' ? setClosing(row) : undefined)}
          />
        )}
      </Panel>
      {unread.map((part) => (
        <p key={part.name} className="text-sm text-warn">
          Positions of {part.name} are missing: {asFailure(part.error).service} says {asFailure(part.error).message}
        </p>
      ))}
      <CloseNote />
      {closing === undefined ? null : <CloseDialog holding={closing} onClose={() => setClosing(undefined)} />}
    </>
  );
}

function CloseNote() {
  const missing = useMissing('trade:execute');
  return (
    <p className="text-xs text-quiet">
      {missing === undefined ? 'Choose a position of the account to close it.' : `Closing is not possible: ${missing}.`}
    </p>
  );
}

const COLUMNS: readonly Column<Holding>[] = [
  {
    id: 'of',
    header: 'Of',
    value: (row) => `${row.owner} ${row.of}`,
    cell: (row) => (
      <>
        {row.of} <span className="text-xs text-quiet">{row.owner}</span> <Label of={row.label} />
      </>
    ),
  },
  { id: 'symbol', header: 'Symbol', value: (row) => row.symbol },
  { id: 'side', header: 'Side', value: (row) => row.side },
  {
    id: 'volume',
    header: 'Volume',
    numeric: true,
    value: (row) => row.volume,
    cell: (row) => <Figure value={row.volume} kind="lots" unit={row.unit} />,
  },
  {
    id: 'entry',
    header: 'Entry',
    numeric: true,
    wide: true,
    value: (row) => row.entry,
    cell: (row) => <Figure value={row.entry} kind="price" />,
  },
  {
    id: 'mark',
    header: 'Mark',
    numeric: true,
    value: (row) => row.mark,
    cell: (row) => <Figure value={row.mark} kind="price" reason="No price has come yet" />,
  },
  {
    id: 'way',
    header: 'Stop to target',
    wide: true,
    value: (row) => onTheWay(row),
    cell: (row) => <Way holding={row} />,
  },
  {
    id: 'pnl',
    header: 'P&L',
    numeric: true,
    value: (row) => row.pnl,
    cell: (row) => <Figure value={row.pnl} kind="money" gain reason="No price has come yet" />,
  },
  {
    id: 'age',
    header: 'Age of the mark',
    numeric: true,
    wide: true,
    value: (row) => row.markedAt,
    cell: (row) => <Age at={row.markedAt} reason="It is not told" />,
  },
];

function Way({ holding }: { holding: Holding }) {
  const at = onTheWay(holding);
  return (
    <span className="flex items-center gap-1 text-xs">
      <Figure value={holding.stop} kind="price" reason="No stop is set" />
      {at === undefined ? null : (
        <span aria-hidden className="relative h-1.5 w-16 rounded bg-raised">
          <span className="absolute top-0 h-full w-1 rounded bg-accent" style={{ left: `${at * 100}%` }} />
        </span>
      )}
      <Figure value={holding.target} kind="price" reason="No target is set" />
    </span>
  );
}

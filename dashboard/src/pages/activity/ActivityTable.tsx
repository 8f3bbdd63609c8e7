import { Link } from 'react-router';
import { words } from '@/format/words';
import { DataTable, type Column } from '@/ui/DataTable';
import { When } from '@/ui/When';
import { placeOf, type Activity } from './activity';

const COLUMNS: readonly Column<Activity>[] = [
  { id: 'at', header: 'When', value: (row) => row.at, cell: (row) => <When at={row.at} /> },
  { id: 'kind', header: 'Kind', value: (row) => row.kind, cell: (row) => <>{words(row.kind)}</> },
  { id: 'what', header: 'What', value: (row) => row.summary, cell: (row) => <What of={row} /> },
  { id: 'account', header: 'Account', wide: true, value: (row) => row.account_id },
  { id: 'symbol', header: 'Symbol', wide: true, value: (row) => row.symbol },
  { id: 'strategy', header: 'Strategy', wide: true, value: (row) => row.strategy },
];

const WITH_TRACE: readonly Column<Activity>[] = [
  ...COLUMNS,
  { id: 'trace', header: 'Trace id', wide: true, value: (row) => row.trace_id, cell: (row) => <Trace of={row} /> },
];

/** Lines of activity, each with a link to what it is about. */
export function ActivityTable({ name, rows, brief }: { name: string; rows: readonly Activity[]; brief?: boolean }) {
  return (
    <DataTable
      name={name}
      rows={rows}
      columns={brief ? COLUMNS.slice(0, 3) : WITH_TRACE}
      rowKey={(row) => String(row.activity_id)}
      {...(brief ? { plain: true } : {})}
    />
  );
}

function What({ of }: { of: Activity }) {
  const place = placeOf(of);
  return place === undefined ? (
    <>{of.summary}</>
  ) : (
    <Link className="underline" to={place}>
      {of.summary}
    </Link>
  );
}

/** All that one request caused. */
function Trace({ of }: { of: Activity }) {
  return of.trace_id === undefined ? (
    <>–</>
  ) : (
    <Link className="underline" to={`/activity?trace=${of.trace_id}`} aria-label={`All of trace ${of.trace_id}`}>
      {of.trace_id.slice(0, 8)}
    </Link>
  );
}

import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type Row,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Download } from 'lucide-react';
import { memo, useMemo, useRef, type ReactNode } from 'react';
import { plain, type Decimal } from '@/format/decimal';
import { usePrinting } from '@/settings/display';
import { Button } from './Button';
import { csv, saveCsv } from './csv';
import { Figure } from './Figure';

/** A column: what it sorts by, and how it is shown when that is not the value itself. */
export interface Column<T> {
  id: string;
  header: string;
  /** Behind the header: USD, lots, UTC. */
  unit?: string;
  /** What it sorts by and what is in the CSV; undefined where there is none. */
  value: (row: T) => Decimal | boolean | null | undefined;
  cell?: (row: T) => ReactNode;
  /** Numbers are on the right. */
  numeric?: boolean;
  /** Not on narrow screens. */
  wide?: boolean;
}

export interface DataTableProps<T> {
  /** What it is a table of; screen readers say it, and the file of the CSV is named by it. */
  name: string;
  rows: readonly T[];
  /** Stable: made once, outside of the component or with useMemo. */
  columns: readonly Column<T>[];
  rowKey: (row: T) => string;
  onRow?: (row: T) => void;
  /** Without the button that saves it. */
  plain?: boolean;
}

/** Above so many rows only those that are seen are drawn. */
const ALL_DRAWN = 200;
/** Paper has all rows up to so many. */
const MOST_PRINTED = 2_000;
const ROW_PIXELS = 32;

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

type Features = typeof features;

/** A table that sorts, scrolls whatever its length is, and can be saved as CSV just as it is shown. */
export function DataTable<T extends object>({ name, rows, columns, rowKey, onRow, plain: bare }: DataTableProps<T>) {
  const defs = useMemo(() => columns.map((column) => definition(column)), [columns]);
  const table = useTable<Features, T>({
    features,
    columns: defs,
    data: rows as T[],
    getRowId: rowKey,
    enableSortingRemoval: true,
  });
  const sorted = table.getRowModel().rows;
  const scroller = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const isVirtual = !printing && sorted.length > ALL_DRAWN;
  const virtual = useVirtualizer({
    count: sorted.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 12,
  });
  const seen = virtual.getVirtualItems();
  const before = isVirtual ? (seen[0]?.start ?? 0) : 0;
  const after = isVirtual ? virtual.getTotalSize() - (seen.at(-1)?.end ?? 0) : 0;
  const drawn = isVirtual
    ? seen.map((item) => sorted[item.index]).filter((row) => row !== undefined)
    : printing
      ? sorted.slice(0, MOST_PRINTED)
      : sorted;
  const unprinted = printing ? sorted.length - drawn.length : 0;
  const wide = (id: string) => (columns.find((column) => column.id === id)?.wide ? 'max-sm:hidden' : '');
  const numeric = (id: string) => columns.find((column) => column.id === id)?.numeric;

  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div
        ref={scroller}
        className={`min-w-0 overflow-auto ${isVirtual ? 'max-h-[70vh]' : ''}`}
        tabIndex={0}
        role="region"
        aria-label={name}
      >
        <table className="w-full border-collapse text-sm" aria-rowcount={sorted.length + 1}>
          <caption className="sr-only">{name}</caption>
          <thead className="sticky top-0 z-10 bg-panel">
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id} className="border-b border-line">
                {group.headers.map((header) => {
                  const order = header.column.getIsSorted();
                  const column = columns.find((each) => each.id === header.column.id);
                  return (
                    <th
                      key={header.id}
                      scope="col"
                      aria-sort={order === 'asc' ? 'ascending' : order === 'desc' ? 'descending' : undefined}
                      className={`px-2 py-1 font-medium whitespace-nowrap text-quiet ${column?.numeric ? 'text-end' : 'text-start'} ${wide(header.column.id)}`}
                    >
                      <button type="button" onClick={header.column.getToggleSortingHandler()}>
                        {column?.header}
                        {column?.unit ? <span className="font-normal"> ({column.unit})</span> : null}
                        <span aria-hidden>{order === 'asc' ? ' ▲' : order === 'desc' ? ' ▼' : ''}</span>
                      </button>
                    </th>
                  );
                })}
              </tr>
            ))}
          </thead>
          <tbody>
            {before > 0 ? <Gap pixels={before} columns={columns.length} /> : null}
            {drawn.map((row) => (
              <DrawnRow
                key={row.id}
                row={row as Row<Features, T>}
                original={row.original}
                columns={columns}
                onRow={onRow}
                wide={wide}
                numeric={numeric}
              />
            ))}
            {after > 0 ? <Gap pixels={after} columns={columns.length} /> : null}
          </tbody>
        </table>
      </div>
      {unprinted > 0 ? (
        <p className="text-quiet">
          The first <Figure value={drawn.length} kind="count" /> rows; <Figure value={unprinted} kind="count" /> more
          are in the CSV.
        </p>
      ) : null}
      {bare ? null : (
        <div className="no-print flex items-center justify-end gap-3 text-xs text-quiet">
          <span>
            {sorted.length} {sorted.length === 1 ? 'row' : 'rows'}
          </span>
          <Button
            look="quiet"
            onClick={() =>
              saveCsv(
                fileName(name),
                asCsv(
                  columns,
                  sorted.map((row) => row.original),
                ),
              )
            }
          >
            <Download size={14} aria-hidden /> CSV
          </Button>
        </div>
      )}
    </div>
  );
}

function definition<T extends object>(column: Column<T>): ColumnDef<Features, T> {
  return {
    id: column.id,
    accessorFn: (row: T) => column.value(row) ?? undefined,
    sortUndefined: 'last',
    sortFn: (a: Row<Features, T>, b: Row<Features, T>) => compare(column.value(a.original), column.value(b.original)),
  } as ColumnDef<Features, T>;
}

type Value = Decimal | boolean | null | undefined;

/** Numbers by size, words by the alphabet; what is missing comes last in either direction. */
export function compare(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') {
    return a.localeCompare(b, 'en', { numeric: true });
  }
  const [x, y] = [Number(a ?? 0), Number(b ?? 0)];
  return x < y ? -1 : x > y ? 1 : 0;
}

interface DrawnRowProps<T extends object> {
  row: Row<Features, T>;
  original: T;
  columns: readonly Column<T>[];
  onRow: ((row: T) => void) | undefined;
  wide: (id: string) => string;
  numeric: (id: string) => boolean | undefined;
}

function PlainRow<T extends object>({ original, columns, onRow, wide, numeric }: DrawnRowProps<T>) {
  return (
    <tr
      className={`h-8 border-b border-line/60 ${onRow ? 'cursor-pointer hover:bg-raised' : ''}`}
      onClick={onRow ? () => onRow(original) : undefined}
      onKeyDown={
        onRow
          ? (event) => {
              if (event.key === 'Enter' && event.target === event.currentTarget) {
                onRow(original);
              }
            }
          : undefined
      }
      tabIndex={onRow ? 0 : undefined}
    >
      {columns.map((column) => (
        <td key={column.id} className={`px-2 py-1 ${numeric(column.id) ? 'figure text-end' : ''} ${wide(column.id)}`}>
          {column.cell ? column.cell(original) : shown(column.value(original))}
        </td>
      ))}
    </tr>
  );
}

/** Cell by cell: a row that is the same object as before is not drawn again. */
const DrawnRow = memo(
  PlainRow,
  (before, after) =>
    before.original === after.original && before.columns === after.columns && before.onRow === after.onRow,
) as typeof PlainRow;

function shown(value: Value): ReactNode {
  return value === null || value === undefined ? '–' : typeof value === 'number' ? plain(value) : String(value);
}

function Gap({ pixels, columns }: { pixels: number; columns: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height: pixels }} />
    </tr>
  );
}

/** What the CSV of a table says: the headers with their units, every digit of every value. */
export function asCsv<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  return csv(
    columns.map((column) => (column.unit ? `${column.header} (${column.unit})` : column.header)),
    rows.map((row) =>
      columns.map((column) => {
        const value = column.value(row);
        return value == null ? undefined : typeof value === 'number' ? plain(value) : String(value);
      }),
    ),
  );
}

function fileName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type DragEvent } from 'react';
import { upload } from '@/api/clients';
import { asFailure } from '@/api/failure';
import type { components } from '@/api/generated/brain';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { DataTable, type Column } from '@/ui/DataTable';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { Term } from '@/ui/Term';
import { bodyOf, importOf, TIMEFRAMES, type TypedImport } from './importing';

type Report = components['schemas']['ImportReport'];
type Refused = components['schemas']['RefusedRow'];

const FIELD = 'rounded-md border border-line bg-ground p-1 text-ink';

const REFUSED: readonly Column<Refused>[] = [
  { id: 'line', header: 'Line', numeric: true, value: (row) => row.line },
  { id: 'code', header: 'Code', value: (row) => row.code },
  { id: 'message', header: 'What is wrong', value: (row) => row.message },
];

/** Imports a file of candles that is dropped or chosen, and tells what became of its rows. */
export function ImportPanel() {
  const cache = useQueryClient();
  const write = useMissing('trade:execute');
  const id = useId();
  const [file, setFile] = useState<File>();
  const [over, setOver] = useState(false);
  const [typed, setTyped] = useState<TypedImport>({
    timeframe: 'M5',
    symbol: '',
    zone: '',
    columns: '',
    noHeader: false,
    replace: false,
  });
  const request = file === undefined ? { fault: 'Choose a file first' } : importOf(file.name, typed);
  const [sent, setSent] = useState(0);
  const stop = useRef<AbortController>(undefined);
  const sending = useMutation({
    mutationFn: async (): Promise<Report> => {
      if (file === undefined || 'fault' in request) {
        return {};
      }
      const body = request.type === 'application/json' ? bodyOf(await file.text(), typed.timeframe) : file;
      const abort = new AbortController();
      stop.current = abort;
      setSent(0);
      const response = await upload('brain-service', { ...request, body, signal: abort.signal, onSent: setSent });
      return (await response.json()) as Report;
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.brain.all }),
  });
  const choose = (chosen: File | undefined) => {
    if (!sending.isPending) {
      setFile(chosen);
      sending.reset();
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files[0]);
  };
  const disabled =
    write ?? ('fault' in request ? request.fault : undefined) ?? (sending.isPending ? 'It is being read' : undefined);
  return (
    <section
      aria-labelledby={`${id}title`}
      className="no-print flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-panel p-3"
    >
      <h2 id={`${id}title`} className="text-sm font-semibold">
        Import candles
      </h2>
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`flex flex-col gap-1 rounded-md border border-dashed p-3 text-sm ${over ? 'border-accent bg-raised' : 'border-line'}`}
      >
        <label htmlFor={`${id}file`}>Drop a file here, or choose one: CSV, plain or gzip, or JSON</label>
        <input
          id={`${id}file`}
          type="file"
          accept=".csv,.txt,.gz,.json"
          disabled={sending.isPending}
          onChange={(event) => choose(event.target.files?.[0])}
        />
        {file === undefined ? null : (
          <p className="text-quiet">
            {file.name}, <Figure value={file.size} kind="count" unit="bytes" />
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-end gap-3 text-sm">
        <Choice
          name="Length of a candle"
          value={typed.timeframe}
          options={TIMEFRAMES}
          onChoose={(timeframe) => setTyped({ ...typed, timeframe })}
        />
        <label htmlFor={`${id}symbol`} className="flex flex-col gap-1">
          Symbol, where no column names it
          <input
            id={`${id}symbol`}
            value={typed.symbol}
            onChange={(event) => setTyped({ ...typed, symbol: event.target.value })}
            className={FIELD}
          />
        </label>
        <label htmlFor={`${id}zone`} className="flex flex-col gap-1">
          Zone of its times, else UTC
          <input
            id={`${id}zone`}
            value={typed.zone}
            onChange={(event) => setTyped({ ...typed, zone: event.target.value })}
            className={FIELD}
          />
        </label>
        <label htmlFor={`${id}columns`} className="flex flex-col gap-1">
          Columns, where the file does not name them
          <input
            id={`${id}columns`}
            value={typed.columns}
            placeholder="1=time,2=open,3=high,4=low,5=close"
            onChange={(event) => setTyped({ ...typed, columns: event.target.value })}
            className={FIELD}
          />
        </label>
        <label htmlFor={`${id}header`} className="flex items-center gap-1">
          <input
            id={`${id}header`}
            type="checkbox"
            checked={typed.noHeader}
            onChange={(event) => setTyped({ ...typed, noHeader: event.target.checked })}
          />
          Its first line is a candle already
        </label>
        <label htmlFor={`${id}replace`} className="flex items-center gap-1">
          <input
            id={`${id}replace`}
            type="checkbox"
            checked={typed.replace}
            onChange={(event) => setTyped({ ...typed, replace: event.target.checked })}
          />
          Replace what is stored with other prices
        </label>
        <Button look="main" disabledReason={disabled} onClick={() => sending.mutate()}>
          Import it
        </Button>
        {sending.isPending ? <Button onClick={() => stop.current?.abort()}>Cancel</Button> : null}
      </div>
      {sending.isPending ? (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <progress aria-label="Sent" value={sent} className="accent-accent" />
          <span role="status">{sent < 1 ? 'It is being sent.' : 'All of it is sent. It is being stored.'}</span>
        </div>
      ) : null}
      {sending.error ? <FailureNote failure={asFailure(sending.error)} /> : null}
      {sending.data ? <ReportView report={sending.data} /> : null}
    </section>
  );
}

function ReportView({ report }: { report: Report }) {
  return (
    <div role="status" className="flex flex-col gap-2">
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Term name="Read">
          <Figure value={report.rows_read} kind="count" />
        </Term>
        <Term name="Stored">
          <Figure value={report.stored} kind="count" />
        </Term>
        <Term name="Replaced">
          <Figure value={report.replaced} kind="count" />
        </Term>
        <Term name="There already">
          <Figure value={report.duplicate} kind="count" />
        </Term>
        <Term name="Refused">
          <Figure value={report.refused} kind="count" />
        </Term>
      </dl>
      {(report.warnings ?? []).map((warning) => (
        <p key={warning} className="text-sm text-warn">
          {warning}
        </p>
      ))}
      {report.refusals?.length ? (
        <DataTable
          name="Refused lines"
          rows={report.refusals}
          columns={REFUSED}
          rowKey={(row) => `${row.line} ${row.code}`}
        />
      ) : null}
    </div>
  );
}

import { save } from '@/api/plain';

/** A table as CSV of RFC 4180, with a header. */
export function csv(header: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string {
  return [header, ...rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n';
}

function field(value: string | undefined): string {
  const text = value ?? '';
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Has the browser save it. */
export function saveCsv(name: string, text: string): void {
  save(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}

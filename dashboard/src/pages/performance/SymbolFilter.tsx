import { useId } from 'react';

/** Which of the symbols the models have accounts on. */
export function SymbolFilter({
  value,
  symbols,
  onChange,
}: {
  value: string;
  symbols: readonly string[];
  onChange: (symbol: string) => void;
}) {
  const field = useId();
  return (
    <label htmlFor={field} className="no-print flex items-center gap-1">
      Symbol
      <select
        id={field}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="rounded-md border border-line bg-ground px-1 py-0.5 text-ink"
      >
        {(symbols.includes(value) ? symbols : [value, ...symbols]).map((symbol) => (
          <option key={symbol}>{symbol}</option>
        ))}
      </select>
    </label>
  );
}

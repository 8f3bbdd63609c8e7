import { useId } from 'react';

/** One field to filter by; what is typed is in the address. */
export function Filter({ name, value, onChange }: { name: string; value: string; onChange: (value: string) => void }) {
  const field = useId();
  return (
    <label htmlFor={field} className="no-print flex items-center gap-1">
      {name}
      <input
        id={field}
        value={value}
        onChange={(event) => onChange(event.target.value.trim())}
        className="w-28 rounded-md border border-line bg-ground px-1 py-0.5 text-ink"
      />
    </label>
  );
}

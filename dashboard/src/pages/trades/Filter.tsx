import { useId, type HTMLInputTypeAttribute } from 'react';

/** One field to filter by; what is typed is in the address. */
export function Filter({
  name,
  value,
  type = 'text',
  onChange,
}: {
  name: string;
  value: string;
  type?: HTMLInputTypeAttribute;
  onChange: (value: string) => void;
}) {
  const field = useId();
  return (
    <label htmlFor={field} className="no-print flex items-center gap-1">
      {name}
      <input
        id={field}
        type={type}
        {...(type === 'number' ? { min: 0, step: 1 } : {})}
        value={value}
        onChange={(event) => onChange(event.target.value.trim())}
        className={`${type === 'date' ? 'w-32' : 'w-28'} rounded-md border border-line bg-ground px-1 py-0.5 text-ink`}
      />
    </label>
  );
}

/** One of a few, all of them in view. */
export function Choice<T extends string>({
  name,
  value,
  options,
  onChoose,
}: {
  name: string;
  value: T;
  options: readonly T[];
  onChoose: (value: T) => void;
}) {
  return (
    <span
      role="group"
      aria-label={name}
      className="no-print inline-flex max-w-full flex-wrap overflow-hidden rounded-md border border-line"
    >
      {options.map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          onClick={() => onChoose(option)}
          className={`px-2 py-0.5 text-xs ${option === value ? 'bg-accent font-semibold text-on-accent' : 'bg-panel text-ink hover:bg-raised'}`}
        >
          {option}
        </button>
      ))}
    </span>
  );
}

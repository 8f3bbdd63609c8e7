import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { data, models } from '@/api/clients';
import { keys } from '@/api/keys';

/** Chooses one of the models, or none of them. */
export function ModelFilter({
  value,
  run = 0,
  onChange,
}: {
  value: string;
  /** Whose models; 0 is what runs now. */
  run?: number;
  onChange: (strategy: string) => void;
}) {
  const field = useId();
  const list = useModels(run);
  const codes = list.data?.models?.flatMap((each) => each.strategy_code ?? []) ?? [];
  return (
    <label htmlFor={field} className="no-print flex items-center gap-1">
      Model
      <select
        id={field}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="rounded-md border border-line bg-ground px-1 py-0.5 text-ink"
      >
        <option value="">all</option>
        {(value === '' || codes.includes(value) ? codes : [value, ...codes]).map((code) => (
          <option key={code}>{code}</option>
        ))}
      </select>
    </label>
  );
}

/** The models with what is known of each. */
export function useModels(run = 0) {
  return useQuery({
    queryKey: [...keys.models.list(), run],
    queryFn: ({ signal }) =>
      data(models.GET('/api/models', { ...(run === 0 ? {} : { params: { query: { run } } }), signal })),
    staleTime: 60_000,
  });
}

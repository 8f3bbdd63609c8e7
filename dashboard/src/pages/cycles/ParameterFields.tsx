import { useId } from 'react';
import { faultOf, type Parameter, type Typed } from './parameters';
import type { FieldFault } from '@/api/failure';

/** A field for every parameter of a strategy, with its unit, its range, and what was found wrong with it. */
export function ParameterFields({
  parameters,
  typed,
  errors,
  onType,
}: {
  parameters: readonly Parameter[];
  typed: Typed;
  errors: readonly Partial<FieldFault>[];
  onType: (name: string, value: string) => void;
}) {
  return (
    <fieldset className="grid gap-2 text-sm sm:grid-cols-2">
      <legend className="mb-1 font-semibold">Parameters</legend>
      {parameters.map((parameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          value={typed[parameter.name ?? ''] ?? ''}
          fault={faultOf(errors, parameter.name ?? '')}
          onChange={(value) => onType(parameter.name ?? '', value)}
        />
      ))}
    </fieldset>
  );
}

function ParameterField({
  parameter,
  value,
  fault,
  onChange,
}: {
  parameter: Parameter;
  value: string;
  fault: string | undefined;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const { name, kind, unit, range, meaning } = parameter;
  const field = {
    id,
    value,
    'aria-invalid': fault !== undefined,
    'aria-describedby': `${id}more`,
    className: `rounded-md border bg-ground p-1 text-ink ${fault === undefined ? 'border-line' : 'border-bad'}`,
  };
  return (
    <div className="flex flex-col gap-0.5">
      <label htmlFor={id}>
        {name}
        {unit ? <span className="text-quiet"> ({unit})</span> : null}
      </label>
      {kind === 'BOOLEAN' ? (
        <select {...field} onChange={(event) => onChange(event.target.value)}>
          <option value="">default</option>
          <option>true</option>
          <option>false</option>
        </select>
      ) : (
        <input {...field} inputMode="decimal" onChange={(event) => onChange(event.target.value)} />
      )}
      <span id={`${id}more`} className="text-xs">
        {fault === undefined ? null : <span className="block text-bad">{fault}</span>}
        <span className="text-quiet">
          {meaning} {range ? `Takes ${range}.` : ''}
        </span>
      </span>
    </div>
  );
}

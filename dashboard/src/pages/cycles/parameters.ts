import type { FieldFault } from '@/api/failure';
import type { components } from '@/api/generated/strategy';
import { words } from '@/format/words';

export type Parameter = components['schemas']['Parameter'];
export type Config = Readonly<Record<string, unknown>>;

/** What stands in the fields of a form, by the name of the parameter. */
export type Typed = Readonly<Record<string, string>>;

/** The fields as they begin: what is configured, else the default. */
export function typedOf(parameters: readonly Parameter[], config: Config): Typed {
  return Object.fromEntries(
    parameters.map(({ name = '', default_value }) => [name, written(config[name] ?? default_value)]),
  );
}

function written(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/**
 * The configuration that was typed. An empty field is left to the default; what is no number stays as it was typed, so
 * that the controller says what is wrong with it. What the parameters do not name stays too.
 */
export function configOf(parameters: readonly Parameter[], typed: Typed, before: Config): Record<string, unknown> {
  const names = new Set(parameters.map(({ name }) => name));
  const others = Object.entries(before).filter(([name]) => !names.has(name));
  const own = parameters.flatMap(({ name = '', kind }): [string, unknown][] => {
    const value = (typed[name] ?? '').trim();
    return value === '' ? [] : [[name, read(value, kind)]];
  });
  return Object.fromEntries([...others, ...own]);
}

/** What somebody has typed over what stood in the fields; undefined in a field means as it stood. */
export function changesOf(typed: Typed, stood: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name, value]) => value.trim() !== (stood[name] ?? '')));
}

/**
 * What was typed here and has meanwhile been set to something else by somebody, or in another window, with what it is
 * now. What both have set to the same is none.
 */
export function clashesOf(typed: Typed, stood: Typed, now: Typed): FieldFault[] {
  return Object.entries(changesOf(typed, stood))
    .filter(([name, value]) => (now[name] ?? '') !== (stood[name] ?? '') && (now[name] ?? '') !== value.trim())
    .map(([name]) => ({
      field: name,
      code: 'CHANGED_MEANWHILE',
      message: `It was set to ${now[name] || 'the default'} meanwhile. Save again to set it to what stands here`,
    }));
}

/** An amount that was typed, or what is wrong with it. */
export function amountOf(typed: string): { amount: number } | { fault: string } {
  const text = typed.trim();
  if (!/^\d+(\.\d*)?$|^\.\d+$/.test(text)) {
    return { fault: 'It takes an amount in digits, with a point before cents: 10000.50' };
  }
  return Number(text) > 0 ? { amount: Number(text) } : { fault: 'It takes an amount above 0' };
}

function read(value: string, kind: Parameter['kind']): unknown {
  if (kind === 'BOOLEAN') {
    return value === 'true' ? true : value === 'false' ? false : value;
  }
  return /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(value) ? Number(value) : value;
}

/** What was found wrong with a field; a service may name it with the object it is in, such as strategy_config. */
export function faultOf(errors: readonly Partial<FieldFault>[], name: string): string | undefined {
  const found = errors.find(({ field }) => field === name || field?.endsWith(`.${name}`));
  return found === undefined ? undefined : (found.message ?? found.code ?? 'It is not valid');
}

/** What was found wrong that belongs to none of the fields. */
export function otherFaults(errors: readonly Partial<FieldFault>[], names: readonly string[]): string[] {
  return errors
    .filter((error) => names.every((name) => faultOf([error], name) === undefined))
    .map(({ field, message, code }) => `${field ?? 'somewhere'}: ${message ?? code ?? 'not valid'}`);
}

/** Why a cycle is not run again under its own id; undefined where it is. */
export function notRepeated(status: string | undefined, running: boolean): string | undefined {
  return running ? 'It runs' : status === 'FAILED' ? undefined : `It has not failed: it is ${words(status)}`;
}

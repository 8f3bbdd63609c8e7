import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { data, ledger, strategyController } from '@/api/clients';
import { asFailure, Failure, type FieldFault } from '@/api/failure';
import type { components } from '@/api/generated/ledger';
import { keys } from '@/api/keys';
import { Button } from '@/ui/Button';
import { FailureNote } from '@/ui/FailureNote';
import { ReasonDialog } from '@/ui/ReasonDialog';
import {
  amountOf,
  changesOf,
  clashesOf,
  configOf,
  faultOf,
  otherFaults,
  typedOf,
  type Parameter,
  type Typed,
} from './parameters';
import { ParameterFields } from './ParameterFields';
import { useStrategy, useStrategyTypes } from './useStrategy';

type Portfolio = components['schemas']['Portfolio'];

/** The three that every portfolio has, beside its parameters. */
const OWN = ['name', 'initial_balance', 'schedule'];

/** Creates a portfolio, or changes one: its name, schedule and parameters, which its controller validates first. */
export function PortfolioDialog({ portfolio, onClose }: { portfolio?: Portfolio; onClose: () => void }) {
  const cache = useQueryClient();
  const types = useStrategyTypes();
  // What stood there when it opened; what comes meanwhile does not change what somebody types.
  const [stood, setStood] = useState(portfolio);
  const [typed, setTyped] = useState<Typed>({});
  const [chosen, setChosen] = useState(portfolio?.strategy_type ?? '');
  const [errors, setErrors] = useState<readonly Partial<FieldFault>[]>([]);
  const type = chosen === '' ? (types[0] ?? '') : chosen;
  const strategy = useStrategy(type);
  const parameters = strategy.data?.parameters;
  const before = fieldsOf(stood, parameters ?? []);
  const fields: Typed = { ...before, ...typed };
  const config =
    parameters === undefined ? undefined : configOf(parameters, fields, stood?.strategy_config ?? NO_CONFIG);

  const onType = (name: string, value: string) => {
    setChosen(type);
    setTyped({ ...typed, [name]: value });
    setErrors(errors.filter((error) => faultOf([error], name) === undefined));
    validate.reset();
  };
  const check = (wanted: Record<string, unknown>) =>
    data(strategyController(type).POST('/strategy/validate-config', { body: wanted }));
  const validate = useMutation({
    mutationFn: async () => {
      setErrors([]);
      const found = await check(config ?? {});
      setErrors(found.errors ?? []);
      return found;
    },
  });
  const requireValid = async (wanted: Record<string, unknown>) => {
    const { valid, errors: found = [] } = await check(wanted);
    if (valid === false) {
      throw refused(type, found);
    }
  };
  const create = async (key: string) => {
    if (config !== undefined) {
      await requireValid(config);
    }
    const amount = amountOf(fields.initial_balance ?? '');
    const schedule = (fields.schedule ?? '').trim();
    await data(
      ledger.POST('/portfolios/create', {
        params: { header: { 'Idempotency-Key': key } },
        body: {
          name: (fields.name ?? '').trim(),
          strategy_type: type,
          initial_balance: 'amount' in amount ? amount.amount : 0,
          ...(schedule === '' ? {} : { schedule }),
          ...(config === undefined ? {} : { strategy_config: config }),
        },
      }),
    );
  };
  const change = async (id: number) => {
    const path = { id };
    const now = await data(ledger.GET('/portfolios/{id}', { params: { path } }));
    const found = fieldsOf(now, parameters ?? []);
    const wanted = changesOf(typed, before);
    setStood(now);
    setTyped(wanted);
    const clashes = clashesOf(typed, before, found);
    if (clashes.length > 0) {
      throw new Failure(
        'refused',
        'the dashboard',
        0,
        'CHANGED_MEANWHILE',
        'Somebody has changed this meanwhile, or it was changed in another window. Nothing was saved.',
        clashes,
      );
    }
    // What nobody typed here is not sent, so that it stays as it is by now.
    const names = (parameters ?? []).flatMap(({ name }) => name ?? []);
    const isConfigured = names.some((name) => name in wanted) || now.config_checked === false;
    const next =
      parameters === undefined || !isConfigured
        ? undefined
        : configOf(parameters, { ...found, ...wanted }, now.strategy_config ?? NO_CONFIG);
    if (next !== undefined) {
      await requireValid(next);
    }
    const [name, schedule] = [wanted.name?.trim(), wanted.schedule?.trim()];
    await data(
      ledger.PATCH('/portfolios/{id}', {
        params: { path },
        body: {
          ...(name ? { name } : {}),
          ...(schedule ? { schedule } : {}),
          ...(next === undefined ? {} : { strategy_config: next }),
        },
      }),
    );
  };
  const save = async (key: string) => {
    setErrors([]);
    validate.reset();
    try {
      await (portfolio === undefined ? create(key) : change(portfolio.portfolio_id ?? 0));
    } catch (thrown) {
      setErrors(faultsOf(asFailure(thrown)));
      throw thrown;
    }
    await Promise.all([
      cache.invalidateQueries({ queryKey: keys.ledger.all }),
      cache.invalidateQueries({ queryKey: keys.orchestrator.all }),
    ]);
  };
  const amount = amountOf(fields.initial_balance ?? '');
  const noAmount = portfolio === undefined && 'fault' in amount ? amount.fault : undefined;
  const lacking =
    (fields.name ?? '').trim() === ''
      ? 'It takes a name'
      : type === ''
        ? 'It takes a strategy'
        : (noAmount ?? (strategy.isLoading ? 'The parameters are being read' : undefined));
  return (
    <ReasonDialog
      title={portfolio === undefined ? 'Create a portfolio' : `Settings of ${portfolio.name ?? portfolio.portfolio_id}`}
      description={
        portfolio === undefined
          ? 'A portfolio is run by the controller of its strategy, by its schedule.'
          : 'The next cycle runs by what is saved here.'
      }
      act={portfolio === undefined ? 'Create it' : 'Save'}
      withoutReason
      disabledReason={lacking}
      onClose={onClose}
      onAct={(_, key) => save(key)}
    >
      <div className="grid gap-2 text-sm sm:grid-cols-2">
        <Field
          label="Name"
          value={fields.name ?? ''}
          fault={faultOf(errors, 'name')}
          onChange={(value) => onType('name', value)}
        />
        {portfolio === undefined ? (
          <>
            <StrategyField
              types={types}
              value={type}
              onChange={(next) => {
                const { name, initial_balance, schedule } = fields;
                setChosen(next);
                setTyped({ name: name ?? '', initial_balance: initial_balance ?? '', schedule: schedule ?? '' });
                setErrors([]);
                validate.reset();
              }}
            />
            <Field
              label="Money it begins with (USD)"
              value={fields.initial_balance ?? ''}
              fault={faultOf(errors, 'initial_balance') ?? noAmount}
              onChange={(value) => onType('initial_balance', value)}
            />
          </>
        ) : null}
        <Field
          label="Schedule"
          hint="An interval such as PT15M, or a cron expression of six fields. Nothing: as it was, or the usual one."
          value={fields.schedule ?? ''}
          fault={faultOf(errors, 'schedule')}
          onChange={(value) => onType('schedule', value)}
        />
      </div>
      {parameters === undefined ? (
        <p className="text-sm text-quiet">
          {strategy.error
            ? `The controller of ${type} does not answer, so its parameters cannot be shown. ${
                portfolio === undefined ? 'The portfolio gets the defaults.' : 'They stay as they are.'
              }`
            : 'The parameters are being read.'}
        </p>
      ) : (
        <>
          <ParameterFields parameters={parameters} typed={fields} errors={errors} onType={onType} />
          <div className="flex flex-wrap items-center gap-2 text-sm">
            <Button
              disabledReason={validate.isPending ? 'It is being validated' : undefined}
              onClick={() => validate.mutate()}
            >
              Validate
            </Button>
            <span role="status">
              {validate.data === undefined ? null : validate.data.valid ? (
                <span className="text-good">The controller takes these parameters.</span>
              ) : (
                <span className="text-bad">The controller does not take them; see the fields.</span>
              )}
            </span>
          </div>
          {validate.error ? <FailureNote failure={asFailure(validate.error)} /> : null}
        </>
      )}
      {otherFaults(errors, [...OWN, ...(parameters ?? []).flatMap(({ name }) => name ?? [])]).map((fault) => (
        <p key={fault} className="text-sm text-bad">
          {fault}
        </p>
      ))}
    </ReasonDialog>
  );
}

const NO_CONFIG = {};

/** The faults of a save, each with its field; that a name is taken is told without one. */
function faultsOf({ status, code, message, errors }: Failure): readonly FieldFault[] {
  return status === 409 && errors.length === 0 && message.includes('has the name')
    ? [{ field: 'name', code, message }]
    : errors;
}

/** The fields as they begin: of a portfolio, or of one that is not there yet. */
function fieldsOf(portfolio: Portfolio | undefined, parameters: readonly Parameter[]): Typed {
  return {
    ...typedOf(parameters, portfolio?.strategy_config ?? NO_CONFIG),
    name: portfolio?.name ?? '',
    schedule: portfolio?.schedule ?? '',
    ...(portfolio === undefined ? { initial_balance: '10000' } : {}),
  };
}

function refused(type: string, errors: readonly Partial<FieldFault>[]) {
  return new Failure(
    'refused',
    `strategy-${type}-service`,
    200,
    'VALIDATION_FAILED',
    'The controller does not take these parameters. Nothing was saved.',
    errors.map(({ field = '', code = '', message = '' }) => ({
      field,
      code,
      message,
    })),
  );
}

function StrategyField({
  types,
  value,
  onChange,
}: {
  types: readonly string[];
  value: string;
  onChange: (type: string) => void;
}) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex flex-col gap-0.5">
      Strategy
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="rounded-md border border-line bg-ground p-1 text-ink"
      >
        {types.map((type) => (
          <option key={type}>{type}</option>
        ))}
      </select>
    </label>
  );
}

function Field({
  label,
  value,
  hint,
  fault,
  onChange,
}: {
  label: string;
  value: string;
  hint?: string;
  fault: string | undefined;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-0.5">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        maxLength={200}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}more`}
        onChange={(event) => onChange(event.target.value)}
        className={`rounded-md border bg-ground p-1 text-ink ${fault === undefined ? 'border-line' : 'border-bad'}`}
      />
      <span id={`${id}more`} className="text-xs">
        {fault === undefined ? null : <span className="block text-bad">{fault}</span>}
        {hint ? <span className="text-quiet">{hint}</span> : null}
      </span>
    </div>
  );
}

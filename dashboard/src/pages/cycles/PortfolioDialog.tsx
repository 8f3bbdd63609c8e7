import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { data, ledger, strategyController } from '@/api/clients';
import { asFailure, Failure, type FieldFault } from '@/api/failure';
import type { components } from '@/api/generated/ledger';
import { keys } from '@/api/keys';
import { Button } from '@/ui/Button';
import { FailureNote } from '@/ui/FailureNote';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { configOf, faultOf, otherFaults, typedOf, type Typed } from './parameters';
import { ParameterFields } from './ParameterFields';
import { useStrategy, useStrategyTypes } from './useStrategy';

type Portfolio = components['schemas']['Portfolio'];

/** Creates a portfolio, or changes one: its name, schedule and parameters, which its controller validates first. */
export function PortfolioDialog({ portfolio, onClose }: { portfolio?: Portfolio; onClose: () => void }) {
  const cache = useQueryClient();
  const types = useStrategyTypes();
  const [name, setName] = useState(portfolio?.name ?? '');
  const [chosen, setChosen] = useState(portfolio?.strategy_type ?? '');
  const [balance, setBalance] = useState('10000');
  const [schedule, setSchedule] = useState(portfolio?.schedule ?? '');
  const [changed, setChanged] = useState<Typed>();
  const [errors, setErrors] = useState<readonly Partial<FieldFault>[]>([]);
  const type = chosen === '' ? (types[0] ?? '') : chosen;
  const strategy = useStrategy(type);
  const parameters = strategy.data?.parameters;
  const before = portfolio?.strategy_config ?? {};
  const typed = changed ?? typedOf(parameters ?? [], before);
  const config = parameters === undefined ? undefined : configOf(parameters, typed, before);
  const own = ['name', 'initial_balance', 'schedule', ...(parameters ?? []).flatMap((each) => each.name ?? [])];

  const validate = useMutation({
    mutationFn: async () => {
      setErrors([]);
      const found = await data(strategyController(type).POST('/strategy/validate-config', { body: config ?? {} }));
      setErrors(found.errors ?? []);
      return found;
    },
  });
  const save = async (key: string) => {
    setErrors([]);
    try {
      if (config !== undefined) {
        const { valid, errors: found = [] } = await validate.mutateAsync();
        if (valid === false) {
          throw refused(type, found);
        }
      }
      await (portfolio === undefined
        ? data(
            ledger.POST('/portfolios/create', {
              params: { header: { 'Idempotency-Key': key } },
              body: {
                name: name.trim(),
                strategy_type: type,
                initial_balance: Number(balance),
                ...(schedule.trim() === '' ? {} : { schedule: schedule.trim() }),
                ...(config === undefined ? {} : { strategy_config: config }),
              },
            }),
          )
        : data(
            ledger.PATCH('/portfolios/{id}', {
              params: { path: { id: portfolio.portfolio_id ?? 0 } },
              body: {
                name: name.trim(),
                ...(schedule.trim() === '' ? {} : { schedule: schedule.trim() }),
                ...(config === undefined ? {} : { strategy_config: config }),
              },
            }),
          ));
    } catch (thrown) {
      setErrors(asFailure(thrown).errors);
      throw thrown;
    }
    await Promise.all([
      cache.invalidateQueries({ queryKey: keys.ledger.all }),
      cache.invalidateQueries({ queryKey: keys.orchestrator.all }),
    ]);
  };
  const lacking =
    name.trim() === ''
      ? 'It takes a name'
      : type === ''
        ? 'It takes a strategy'
        : portfolio === undefined && !(Number(balance) > 0)
          ? 'It takes an amount above 0'
          : strategy.isLoading
            ? 'The parameters are being read'
            : undefined;
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
        <Field label="Name" value={name} fault={faultOf(errors, 'name')} onChange={setName} />
        {portfolio === undefined ? (
          <>
            <StrategyField
              types={types}
              value={type}
              onChange={(next) => {
                setChosen(next);
                setChanged(undefined);
                setErrors([]);
              }}
            />
            <Field
              label="Money it begins with (USD)"
              value={balance}
              fault={faultOf(errors, 'initial_balance')}
              onChange={setBalance}
            />
          </>
        ) : null}
        <Field
          label="Schedule"
          hint="An interval such as PT15M, or a cron expression of six fields. Nothing: as it was, or the usual one."
          value={schedule}
          fault={faultOf(errors, 'schedule')}
          onChange={setSchedule}
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
          <ParameterFields
            parameters={parameters}
            typed={typed}
            errors={errors}
            onType={(next) => {
              setChanged(next);
              validate.reset();
            }}
          />
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
      {otherFaults(errors, own).map((fault) => (
        <p key={fault} className="text-sm text-bad">
          {fault}
        </p>
      ))}
    </ReasonDialog>
  );
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

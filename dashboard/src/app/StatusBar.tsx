import { useQuery } from '@tanstack/react-query';
import { Command, Keyboard, Moon, Sun, SunMoon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { every } from '@/api/every';
import { data, ledger, models, risk } from '@/api/clients';
import { asFailure } from '@/api/failure';
import { keys } from '@/api/keys';
import { signIn, signOut, useSession } from '@/auth/session';
import { changeDisplay, useDisplay } from '@/settings/display';
import { Button } from '@/ui/Button';
import { Figure } from '@/ui/Figure';
import { Label } from '@/ui/Label';
import { Reason } from '@/ui/Reason';
import { ConnectionState } from './ConnectionState';
import { StopSwitch } from './stop/StopSwitch';
import { Unread } from './Unread';
import { useAccount, useAccounts } from './useAccount';
import { useHeadroom } from './useHeadroom';
import { useMe } from './useMe';

/** What is always in view: whose money, what kind, whether trading is on, what it is worth, and how fresh all that is. */
export function StatusBar({ onPalette, onKeys }: { onPalette: () => void; onKeys: () => void }) {
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-panel px-3 py-2 text-sm">
      <Mode />
      <AccountChoice />
      <AccountFigures />
      <Left />
      <TradingState />
      <StopSwitch />
      <MarketStatus />
      <ConnectionState />
      <div className="no-print ms-auto flex flex-wrap items-center gap-1">
        <Unread />
        <ZoneChoice />
        <ThemeChoice />
        <Button look="quiet" onClick={onPalette} aria-label="Commands, Ctrl and K">
          <Command size={14} aria-hidden />
          <span className="text-xs max-sm:hidden">Ctrl-K</span>
        </Button>
        <Button look="quiet" onClick={onKeys} aria-label="Keys, question mark">
          <Keyboard size={14} aria-hidden />
        </Button>
        <Who />
      </div>
    </header>
  );
}

function Item({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="flex items-baseline gap-1.5">
      <span className="text-xs text-quiet">{name}</span>
      <span className="font-medium">{children}</span>
    </span>
  );
}

/** Whether orders here cost money. */
function Mode() {
  const { phase } = useSession();
  const { data: me, error } = useMe();
  const why =
    phase === 'signed-in'
      ? error
        ? asFailure(error).message
        : 'The orchestrator does not tell'
      : 'Sign in to see it.';
  return (
    <Item name="Mode">
      {me?.mode ? (
        <span className={me.mode === 'LIVE' ? 'text-warn' : ''}>{me.mode}</span>
      ) : (
        <Reason why={why}>–</Reason>
      )}
    </Item>
  );
}

function AccountChoice() {
  const [id, choose] = useAccount();
  const accounts = useAccounts().data ?? [];
  const field = useId();
  const own = accounts.find((account) => account.id === id);
  if (id === undefined) {
    return (
      <Item name="Account">
        <Reason why="Sign in to see accounts.">–</Reason>
      </Item>
    );
  }
  return (
    <span className="flex items-center gap-1.5">
      <label htmlFor={field} className="text-xs text-quiet">
        Account
      </label>
      <select
        id={field}
        value={id}
        onChange={(event) => choose(event.target.value)}
        className="rounded border border-line bg-panel px-1 py-0.5"
      >
        {accounts.map((account) => (
          <option key={account.id} value={account.id}>
            {account.name ?? account.id}
          </option>
        ))}
      </select>
      <Label of={own?.label} />
    </span>
  );
}

/** Equity, and what the day has brought: the day begins where risk says, and cash that came or went is none of it. */
function AccountFigures() {
  const [id] = useAccount();
  const account = useQuery({
    queryKey: keys.ledger.account(id ?? ''),
    queryFn: ({ signal }) => data(ledger.GET('/api/v1/accounts/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== undefined,
    refetchInterval: every(10_000),
  }).data;
  const day = useQuery({
    queryKey: keys.risk.account(id ?? ''),
    queryFn: ({ signal }) =>
      data(risk.GET('/api/v1/risk/accounts/{account}', { params: { path: { account: id ?? '' } }, signal })),
    enabled: id !== undefined,
    refetchInterval: every(10_000),
  }).data;
  const start = day?.day_start_equity;
  const now = account?.equity ?? day?.equity;
  const why = id === undefined ? 'Sign in to see accounts.' : 'Not read yet';
  const gained = now !== undefined && start !== undefined ? Number((now - start).toFixed(2)) : undefined;
  return (
    <>
      <Item name="Equity">
        <Figure value={now} kind="money" unit={account?.currency} reason={why} />
      </Item>
      <Item name="Day">
        <Figure
          value={gained}
          kind="money"
          gain
          reason={day && start === undefined ? 'Risk has not seen the equity at the start of the day' : why}
        />
      </Item>
    </>
  );
}

/** Whether the account may trade, by the strictest of its own state and those that hold for everybody. */
function TradingState() {
  const [id] = useAccount();
  const { data: headroom, error } = useHeadroom(id);
  const why = error ? asFailure(error).message : id === undefined ? 'Sign in to see it.' : 'risk-service has not said';
  const state = headroom?.trading_state;
  if (state === undefined) {
    return (
      <Item name="Trading">
        <Reason why={why}>–</Reason>
      </Item>
    );
  }
  const look = state === 'ACTIVE' ? 'text-good' : state === 'HALTED' ? 'text-bad' : 'text-warn';
  const causes = (headroom?.restrictions ?? []).map(
    (each) =>
      `${each.scope} ${each.id ?? ''}: ${each.state}, ${each.cause ?? 'no cause'} (${each.changed_by ?? 'unknown'})`,
  );
  const word = <span className={look}>{state}</span>;
  return <Item name="Trading">{causes.length > 0 ? <Reason why={causes.join('; ')}>{word}</Reason> : word}</Item>;
}

/** What is left until the account may lose no more. */
function Left() {
  const [id] = useAccount();
  const limits = useHeadroom(id).data?.limits;
  return (['daily_loss', 'drawdown'] as const).map((name) => {
    const limit = limits?.find((each) => each.name === name);
    return (
      <Item key={name} name={`Left to ${name.replace('_', ' ')}`}>
        <Figure
          value={limit?.headroom}
          kind="percent"
          reason={limit?.message ?? (id === undefined ? 'Sign in to see it.' : 'Not read yet')}
        />
      </Item>
    );
  });
}

function MarketStatus() {
  const { phase } = useSession();
  const latest = useQuery({
    queryKey: keys.models.latest(undefined),
    queryFn: ({ signal }) => data(models.GET('/api/models/signals/latest', { signal })),
    enabled: phase !== 'starting',
    refetchInterval: every(30_000),
  }).data;
  return latest?.market_status ? (
    <Item name={latest.symbol ?? 'Market'}>{latest.market_status.replace('_', ' ')}</Item>
  ) : null;
}

function ZoneChoice() {
  const { zone } = useDisplay();
  return (
    <Button
      look="quiet"
      onClick={() => changeDisplay({ zone: zone === 'utc' ? 'local' : 'utc' })}
      aria-label={`Times are ${zone === 'utc' ? 'UTC' : 'local'}, change`}
    >
      {zone === 'utc' ? 'UTC' : 'Local'}
    </Button>
  );
}

const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const;
const THEME_ICON = { system: SunMoon, light: Sun, dark: Moon };

function ThemeChoice() {
  const { theme } = useDisplay();
  const Icon = THEME_ICON[theme];
  return (
    <Button
      look="quiet"
      onClick={() => changeDisplay({ theme: NEXT_THEME[theme] })}
      aria-label={`Theme is ${theme}, change`}
    >
      <Icon size={14} aria-hidden />
    </Button>
  );
}

function Who() {
  const session = useSession();
  return session.phase === 'signed-in' ? (
    <Button look="quiet" onClick={() => void signOut()} title={session.scopes.join(' ')}>
      {session.name}, sign out
    </Button>
  ) : (
    <Button look="main" onClick={() => void signIn()}>
      Sign in
    </Button>
  );
}

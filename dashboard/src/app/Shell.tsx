import { useEffect, useMemo, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { signIn, signOut, useMissing, useSession } from '@/auth/session';
import { changeDisplay, useDisplay } from '@/settings/display';
import { Dialog } from '@/ui/Dialog';
import { useKeys, type KeyBinding } from './keysOfApp';
import { Navigation } from './Navigation';
import { PAGES } from './pages';
import { Palette, type PaletteCommand } from './Palette';
import { SignInAgain } from './SignInAgain';
import { StatusBar } from './StatusBar';
import { StopDialog } from './stop/StopDialog';
import { useStopDialog } from './stop/useStopDialog';

type Opened = 'palette' | 'keys' | undefined;

/** The frame of every page: bar, navigation, and what opens over a page. */
export function Shell() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { theme, zone, gains } = useDisplay();
  const session = useSession();
  const [opened, setOpened] = useState<Opened>(undefined);
  const noStop = useMissing('risk:admin');
  const [, openStop] = useStopDialog();
  const page = PAGES.find((each) => pathname === `/${each.path}`);

  useEffect(() => {
    document.title = page ? `${page.title}, trade suite` : 'Trade suite';
  }, [page]);

  const bindings = useMemo<KeyBinding[]>(
    () => [
      { keys: 'Ctrl-K', does: 'Commands', act: () => setOpened('palette') },
      { keys: '?', does: 'These keys', act: () => setOpened('keys') },
      ...PAGES.map((each) => ({ keys: `g ${each.key}`, does: each.title, act: () => void navigate(`/${each.path}`) })),
    ],
    [navigate],
  );
  useKeys(bindings);

  const commands = useMemo<PaletteCommand[]>(
    () => [
      ...PAGES.map((each) => ({ name: each.title, act: () => void navigate(`/${each.path}`) })),
      { name: 'Stop trading', disabledReason: noStop, act: () => openStop(true) },
      ...(['system', 'light', 'dark'] as const)
        .filter((each) => each !== theme)
        .map((each) => ({ name: `Theme: ${each}`, act: () => changeDisplay({ theme: each }) })),
      {
        name: zone === 'utc' ? 'Times: local' : 'Times: UTC',
        act: () => changeDisplay({ zone: zone === 'utc' ? 'local' : 'utc' }),
      },
      {
        name: gains === 'green' ? 'Colours: gains in red' : 'Colours: gains in green',
        act: () => changeDisplay({ gains: gains === 'green' ? 'red' : 'green' }),
      },
      session.phase === 'signed-in'
        ? { name: 'Sign out', act: () => void signOut() }
        : { name: 'Sign in', act: () => void signIn() },
    ],
    [navigate, noStop, openStop, theme, zone, gains, session.phase],
  );

  return (
    <div className="flex min-h-screen flex-col">
      <a href="#main" className="sr-only focus:not-sr-only focus:p-2">
        To the content
      </a>
      <StatusBar onPalette={() => setOpened('palette')} onKeys={() => setOpened('keys')} />
      <div className="flex min-w-0 flex-1 max-md:flex-col">
        <Navigation />
        <div className="flex min-w-0 flex-1 flex-col">
          <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col gap-3 p-3">
            <h1 className="sr-only">{page?.title ?? 'Trade suite'}</h1>
            {/* What somebody typed and opened is not there for the next one. */}
            <Outlet key={session.subject} />
          </main>
          <footer className="p-3 text-xs text-quiet">
            Charts by Lightweight Charts™, Copyright (c) 2025 TradingView, Inc.{' '}
            <a className="underline" href="https://www.tradingview.com/" rel="noreferrer" target="_blank">
              TradingView
            </a>
          </footer>
        </div>
      </div>
      <StopDialog key={session.subject} />
      <Palette open={opened === 'palette'} onClose={() => setOpened(undefined)} commands={commands} />
      <Dialog open={opened === 'keys'} onClose={() => setOpened(undefined)} title="Keys">
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {bindings.map((binding) => (
            <div key={binding.keys} className="contents">
              <dt>
                <kbd className="rounded border border-line bg-raised px-1.5">{binding.keys}</kbd>
              </dt>
              <dd>{binding.does}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
      <SignInAgain />
    </div>
  );
}

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { every } from '@/api/every';
import { asFailure } from '@/api/failure';
import type { AppConfig } from '@/auth/config';
import { isSignedIn, onWhoChanged } from '@/auth/session';
import { connectFeed } from '@/live/connection';
import { ConfigContext } from './context';
import { NotFound } from './NotFound';
import { PageFault } from './PageFault';
import { PAGES } from './pages';
import { Shell } from './Shell';
import { Skeleton } from '@/ui/Panel';

/** Data is read anew when a message says so; this is for what no message tells. */
const FRESH_MILLIS = 10_000;

function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MILLIS,
        refetchInterval: every(60_000),
        // What cannot get better by asking again is not asked again.
        retry: (failures, thrown) => asFailure(thrown).kind === 'offline' && failures < 1,
        retryDelay: 1_000,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** While the first page is loaded. */
function Waiting() {
  return <Skeleton rows={6} />;
}

export function App({ config }: { config: AppConfig }) {
  const cache = useMemo(() => queryClient(), []);
  const router = useMemo(
    () =>
      createBrowserRouter(
        [
          {
            element: <Shell />,
            errorElement: <PageFault />,
            HydrateFallback: Waiting,
            children: [
              { index: true, element: <Navigate to="/overview" replace /> },
              ...PAGES.map((page) => ({ path: page.path, lazy: page.load, errorElement: <PageFault /> })),
              { path: '*', element: <NotFound /> },
            ],
          },
        ],
        { basename: '/app' },
      ),
    [],
  );
  useEffect(() => {
    const connection = config.open_reads || isSignedIn() ? connectFeed(cache, isSignedIn) : undefined;
    let current = connection;
    const unsubscribe = onWhoChanged((change) => {
      if (isSignedIn() || config.open_reads) {
        current ??= connectFeed(cache, isSignedIn);
        current.restart();
      } else {
        current?.stop();
        current = undefined;
      }
      // Nobody sees what was read for somebody else; the same one keeps the page with what was typed on it.
      void (change === 'same' ? cache.invalidateQueries() : cache.resetQueries());
      if (change === 'another') {
        // What the address has chosen was the other one's.
        void router.navigate(router.state.location.pathname.replace(/^\/app(?=\/)/, ''), { replace: true });
      }
    });
    return () => {
      unsubscribe();
      current?.stop();
    };
  }, [cache, config, router]);
  return (
    <ConfigContext value={config}>
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigContext>
  );
}

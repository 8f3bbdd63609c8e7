import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { data, ledger } from '@/api/clients';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';
import { changeDisplay, useDisplay } from '@/settings/display';

/** Those whoever is signed in may see. */
export function useAccounts() {
  const { phase } = useSession();
  return useQuery({
    queryKey: keys.ledger.accounts,
    queryFn: ({ signal }) => data(ledger.GET('/api/v1/accounts', { signal })),
    enabled: phase === 'signed-in',
  });
}

/**
 * The account of the bar and of pages that show one: that of the address, else the one chosen last, else the first.
 * Undefined while nobody is signed in or there is none.
 */
export function useAccount(): [string | undefined, (id: string) => void] {
  const [params, setParams] = useSearchParams();
  const { account: chosen } = useDisplay();
  const accounts = useAccounts().data;
  const ids = accounts?.map((account) => account.id).filter((id) => id !== undefined);
  const wanted = params.get('account') ?? chosen;
  const id = ids === undefined ? undefined : (ids.find((each) => each === wanted) ?? params.get('account') ?? ids[0]);
  const choose = useCallback(
    (next: string) => {
      changeDisplay({ account: next });
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (after.has('account')) {
            after.set('account', next);
          }
          return after;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return [id, choose];
}

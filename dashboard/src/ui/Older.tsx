import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from './Button';

type Pages = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;

/** Reads the next page of a list that goes on; nothing where it has ended. */
export function Older({ of, children = 'Older ones' }: { of: Pages; children?: string }) {
  return of.hasNextPage ? (
    <Button
      disabledReason={of.isFetchingNextPage ? 'They are being read' : undefined}
      onClick={() => void of.fetchNextPage()}
    >
      {children}
    </Button>
  ) : null;
}

import { useState } from 'react';
import { readOlder, type Pages } from '@/api/older';
import { Button } from './Button';

/** Reads the next page of a list that goes on; nothing where it has ended. */
export function Older({ of, children = 'Older ones' }: { of: Pages; children?: string }) {
  const [isReading, setReading] = useState(false);
  const read = () => {
    setReading(true);
    void readOlder(of).finally(() => setReading(false));
  };
  return of.hasNextPage ? (
    <Button disabledReason={isReading ? 'They are being read' : undefined} onClick={read}>
      {children}
    </Button>
  ) : null;
}

import type { ReactNode } from 'react';

/** A name and what it is, one of several in a row; stands in a dl. */
export function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-2">
      <dt className="text-quiet">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

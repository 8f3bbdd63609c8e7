import type { ReactNode } from 'react';

/** Something that is missing or cannot be done, with the reason on hover and focus. */
export function Reason({ why, children }: { why: string; children: ReactNode }) {
  return (
    <span className="reason" role="note" tabIndex={0} data-reason={why} aria-label={why}>
      {children}
    </span>
  );
}

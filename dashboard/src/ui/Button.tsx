import type { ButtonHTMLAttributes, ReactNode } from 'react';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** Why it cannot be pressed now; it stays in place and says so. */
  disabledReason?: string | undefined;
  look?: 'plain' | 'main' | 'danger' | 'quiet';
  children: ReactNode;
}

const LOOKS = {
  plain: 'border-line bg-panel text-ink hover:bg-raised',
  main: 'border-accent bg-accent text-on-accent hover:opacity-90',
  danger: 'border-bad bg-panel text-bad hover:bg-raised',
  quiet: 'border-transparent bg-transparent text-ink hover:bg-raised',
};

/** A button that is disabled says why, and can still be reached by keyboard so that everybody hears it. */
export function Button({ disabledReason, look = 'plain', className = '', onClick, children, ...rest }: ButtonProps) {
  const disabled = disabledReason !== undefined;
  const button = (
    <button
      type="button"
      {...rest}
      aria-disabled={disabled || undefined}
      aria-description={disabledReason}
      onClick={disabled ? (event) => event.preventDefault() : onClick}
      className={`inline-flex items-center gap-1.5 rounded-md border px-2.5 py-1 text-sm font-medium ${LOOKS[disabled ? 'plain' : look]} ${
        disabled ? 'cursor-not-allowed border-dashed !text-quiet' : ''
      } ${className}`}
    >
      {children}
    </button>
  );
  return disabled ? (
    <span className="reason inline-flex" data-reason={disabledReason}>
      {button}
    </span>
  ) : (
    button
  );
}

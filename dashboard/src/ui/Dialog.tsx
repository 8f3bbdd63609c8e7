import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: string;
  children: ReactNode;
  /** Buttons at its end. */
  actions?: ReactNode;
}

/** A dialog: the page behind it waits, Escape closes it, and the focus goes back to where it was. */
export function Dialog({ open, onClose, title, description, children, actions }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/50" />
        <Base.Popup className="fixed inset-x-3 top-[10vh] z-50 mx-auto flex max-h-[80vh] max-w-xl flex-col gap-3 overflow-auto rounded-lg border border-line bg-panel p-4 text-ink shadow-xl">
          <div className="flex items-start justify-between gap-4">
            <Base.Title className="text-base font-semibold">{title}</Base.Title>
            <Base.Close aria-label="Close" className="rounded p-1 text-quiet hover:bg-raised">
              <X size={16} aria-hidden />
            </Base.Close>
          </div>
          {description ? <Base.Description className="text-quiet">{description}</Base.Description> : null}
          {children}
          {actions ? <div className="flex flex-wrap justify-end gap-2">{actions}</div> : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

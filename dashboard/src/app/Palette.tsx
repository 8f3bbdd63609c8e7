import { useId, useState } from 'react';
import { Dialog } from '@/ui/Dialog';

export interface PaletteCommand {
  name: string;
  /** Why it cannot be done now. */
  disabledReason?: string | undefined;
  act: () => void;
}

/** Everything one can go to or do, found by a few letters. */
export function Palette({
  open,
  onClose,
  commands,
}: {
  open: boolean;
  onClose: () => void;
  commands: readonly PaletteCommand[];
}) {
  return (
    <Dialog open={open} onClose={onClose} title="Commands">
      <PaletteList commands={commands} onClose={onClose} />
    </Dialog>
  );
}

function PaletteList({ commands, onClose }: { commands: readonly PaletteCommand[]; onClose: () => void }) {
  const [wanted, setWanted] = useState('');
  const [place, setPlace] = useState(0);
  const list = useId();
  const found = commands.filter((command) => matches(command.name, wanted));
  const chosen = Math.min(place, found.length - 1);
  const run = (command: PaletteCommand | undefined) => {
    if (command && command.disabledReason === undefined) {
      onClose();
      command.act();
    }
  };
  return (
    <>
      <input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found[chosen] ? `${list}-${chosen}` : undefined}
        aria-label="Find a page or a command"
        placeholder="Find a page or a command"
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value);
          setPlace(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            const step = event.key === 'ArrowDown' ? 1 : -1;
            setPlace((chosen + step + found.length) % Math.max(1, found.length));
          } else if (event.key === 'Enter') {
            run(found[chosen]);
          }
        }}
        className="rounded-md border border-line bg-ground px-2 py-1.5"
      />
      <ul id={list} role="listbox" aria-label="Commands" className="max-h-80 overflow-auto">
        {found.map((command, index) => (
          <li
            key={command.name}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            aria-disabled={command.disabledReason !== undefined || undefined}
            onClick={() => run(command)}
            className={`rounded px-2 py-1 ${index === chosen ? 'bg-raised' : ''} ${
              command.disabledReason ? 'text-quiet' : 'cursor-pointer'
            }`}
          >
            {command.name}
            {command.disabledReason ? <span className="block text-xs">{command.disabledReason}</span> : null}
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="text-quiet">Nothing is called like that.</p> : null}
    </>
  );
}

/** Whether the letters are in the name, in their order. */
export function matches(name: string, letters: string): boolean {
  let at = 0;
  const low = name.toLowerCase();
  for (const letter of letters.toLowerCase().replaceAll(' ', '')) {
    at = low.indexOf(letter, at) + 1;
    if (at === 0) {
      return false;
    }
  }
  return true;
}

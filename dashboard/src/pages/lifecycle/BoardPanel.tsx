import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { data, portfolio } from '@/api/clients';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';
import { Older } from '@/ui/Older';
import { Panel } from '@/ui/Panel';
import { SignInPanel } from '@/ui/SignInPanel';
import { words } from '@/format/words';
import { byState, type State, type Strategy } from './lifecycle';
import type { Move } from './MoveDialog';

const PAGE = 200;
const DRAGGED = 'application/x-strategy-code';

/** All strategies in columns, from Discovery to Retired; a card is dragged to the column it shall go to. */
export function BoardPanel({
  selected,
  onSelect,
  onMove,
}: {
  selected: string;
  onSelect: (code: string) => void;
  onMove: (move: Move) => void;
}) {
  const { phase } = useSession();
  const strategies = useInfiniteQuery({
    queryKey: [...keys.portfolio.all, 'strategies'],
    queryFn: ({ signal, pageParam }) =>
      data(
        portfolio.GET('/api/v1/strategies', {
          params: { query: { limit: PAGE, ...(pageParam === '' ? {} : { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    enabled: phase === 'signed-in',
  });
  if (phase !== 'signed-in') {
    return <SignInPanel title="Strategies" />;
  }
  return (
    <Panel
      title="Strategies"
      query={strategies}
      empty={(read) =>
        read.pages.some((page) => page.strategies?.length)
          ? undefined
          : { text: 'No strategy is registered. POST /api/v1/strategies registers one.' }
      }
    >
      {(read) => (
        <>
          <div
            role="region"
            aria-label="Strategies by state"
            tabIndex={0}
            className="grid auto-cols-[minmax(11rem,1fr)] grid-flow-col gap-3 overflow-x-auto"
          >
            {[...byState(read.pages.flatMap((page) => page.strategies ?? []))].map(([state, cards]) => (
              <BoardColumn
                key={state}
                state={state}
                cards={cards}
                selected={selected}
                onSelect={onSelect}
                onDropped={(code) => onMove({ code, to: state })}
              />
            ))}
          </div>
          <Older of={strategies}>More strategies</Older>
        </>
      )}
    </Panel>
  );
}

function BoardColumn({
  state,
  cards,
  selected,
  onSelect,
  onDropped,
}: {
  state: State;
  cards: readonly Strategy[];
  selected: string;
  onSelect: (code: string) => void;
  onDropped: (code: string) => void;
}) {
  const [over, setOver] = useState(false);
  return (
    <section
      aria-label={`${words(state)}, ${cards.length}`}
      className={`flex flex-col gap-2 rounded-md border p-2 ${over ? 'border-accent bg-raised' : 'border-line bg-ground'}`}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAGGED)) {
          event.preventDefault();
          setOver(true);
        }
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const code = event.dataTransfer.getData(DRAGGED);
        if (code !== '' && !cards.some((card) => card.code === code)) {
          onDropped(code);
        }
      }}
    >
      <h3 className="flex justify-between text-xs font-semibold text-quiet capitalize">
        {words(state)} <span className="figure">{cards.length}</span>
      </h3>
      {cards.map((card) => (
        <button
          key={card.code}
          type="button"
          draggable={state !== 'RETIRED'}
          aria-pressed={card.code === selected}
          onDragStart={(event) => event.dataTransfer.setData(DRAGGED, card.code ?? '')}
          onClick={() => onSelect(card.code === selected ? '' : (card.code ?? ''))}
          className={`flex flex-col items-start rounded-md border bg-panel p-2 text-start ${
            card.code === selected ? 'border-accent' : 'border-line hover:border-accent'
          }`}
        >
          <span className="font-medium break-all">{card.code}</span>
          <span className="text-xs text-quiet">{card.name}</span>
          <span className="text-xs break-all text-quiet">{card.source}</span>
          {card.fetch?.failure ? (
            <span className="text-xs text-warn">{card.fetch.failure.message ?? card.fetch.failure.code}</span>
          ) : null}
        </button>
      ))}
    </section>
  );
}

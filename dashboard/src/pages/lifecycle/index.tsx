import { useState } from 'react';
import { text, useUrlState } from '@/url/useUrlState';
import { AuditPanel } from './AuditPanel';
import { BoardPanel } from './BoardPanel';
import { FollowingPanel } from './FollowingPanel';
import { GatesPanel } from './GatesPanel';
import { MoveDialog, type Move } from './MoveDialog';

/** How far each strategy has come on its way to capital, what stops it, and the steps that may be taken. */
export default function LifecyclePage() {
  const [selected, select] = useUrlState('strategy', text, '');
  const [move, setMove] = useState<Move | undefined>(undefined);
  return (
    <>
      <BoardPanel selected={selected} onSelect={select} onMove={setMove} />
      {selected === '' ? null : (
        <div className="grid items-start gap-3 xl:grid-cols-2">
          <GatesPanel code={selected} onMove={(to) => setMove({ code: selected, to })} />
          <FollowingPanel code={selected} />
          <AuditPanel code={selected} />
        </div>
      )}
      {move === undefined ? null : <MoveDialog move={move} onClose={() => setMove(undefined)} />}
    </>
  );
}

import { Button } from '@/ui/Button';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { useMissing } from '@/auth/session';
import { words } from '@/format/words';
import { kindOf, lacking, type Evidence, type State, type Transition } from './lifecycle';
import { useLifecycle } from './useLifecycle';

/** What has to be shown for each step that may follow, as measured against what is required. */
export function GatesPanel({ code, onMove }: { code: string; onMove: (to: State) => void }) {
  const lifecycle = useLifecycle(code);
  return (
    <Panel
      title={`Gates of ${code}`}
      query={lifecycle}
      empty={(read) =>
        read.transitions?.length ? undefined : { text: `It is ${words(read.state)}; no step follows.` }
      }
    >
      {(read) => (
        <>
          <p>
            {words(read.state)} since <When at={read.since} />
            {read.restriction ? (
              <span className="text-warn">
                {' '}
                · orders {words(read.restriction.state)}
                {read.restriction.note ? `: ${read.restriction.note}` : ''}
              </span>
            ) : null}
          </p>
          {(read.transitions ?? []).map((step) => (
            <Step key={step.to} step={step} onMove={onMove} />
          ))}
        </>
      )}
    </Panel>
  );
}

function Step({ step, onMove }: { step: Transition; onMove: (to: State) => void }) {
  const write = useMissing('portfolio:write');
  const approve = useMissing('approve');
  const reason = write ?? (step.approval ? approve : undefined) ?? lacking(step);
  return (
    <section className="flex flex-col gap-1 border-t border-line pt-2">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-medium capitalize">{words(step.to)}</h3>
        <Button
          look={step.to === 'SUSPENDED' || step.to === 'RETIRED' ? 'danger' : 'plain'}
          disabledReason={reason}
          onClick={() => step.to && onMove(step.to)}
        >
          Move to {words(step.to)}
        </Button>
      </div>
      <Gates evidence={step.evidence} />
    </section>
  );
}

/** Gates as measured against required. */
export function Gates({ evidence }: { evidence: readonly Evidence[] | undefined }) {
  return evidence?.length ? (
    <table className="w-full text-sm">
      <thead className="text-xs text-quiet">
        <tr>
          <th className="text-start font-normal">Gate</th>
          <th className="text-end font-normal">Measured</th>
          <th className="ps-3 text-end font-normal">Required</th>
          <th className="ps-3 text-start font-normal">Result</th>
        </tr>
      </thead>
      <tbody>
        {evidence.map((gate) => (
          <tr key={gate.gate} className="border-t border-line align-top">
            <td className="capitalize">{words(gate.gate)}</td>
            <td className="text-end">
              <Figure
                value={gate.measured}
                kind={kindOf(gate.gate)}
                reason={gate.reason?.message ?? 'It could not be measured'}
              />
            </td>
            <td className="text-end">
              <Figure value={gate.required} kind={kindOf(gate.gate)} reason="It asks for no figure" />
            </td>
            <td className={`ps-3 ${gate.passed ? 'text-good' : 'text-bad'}`}>
              {gate.passed ? 'passed' : 'not passed'}
              {gate.reason?.message ? <span className="block text-xs text-quiet">{gate.reason.message}</span> : null}
              {gate.chance !== undefined ? (
                <span className="block text-xs text-quiet">
                  by chance alone: <Figure value={gate.chance} kind="fraction" />
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ) : (
    <p className="text-xs text-quiet">Nothing has to be shown for it.</p>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAccount } from '@/app/useAccount';
import { data, orchestrator } from '@/api/clients';
import { asFailure } from '@/api/failure';
import { useSession } from '@/auth/session';
import { FailureNote } from '@/ui/FailureNote';
import { SignInPanel } from '@/ui/SignInPanel';
import { text, useUrlState } from '@/url/useUrlState';
import { DecisionsPanel } from './DecisionsPanel';
import { DecisionView } from './DecisionView';
import { PastDecision } from './PastDecision';
import { TradeForm } from './TradeForm';
import { EXAMPLE, fault, requestOf } from './decide';

/** Asks for a decision and shows every step of it; executes it only behind a confirmation. */
export default function DecidePage() {
  const { phase } = useSession();
  const [account] = useAccount();
  const [symbol, setSymbol] = useUrlState('symbol', text, EXAMPLE.symbol);
  const [typed, setTyped] = useState({ ...EXAMPLE, symbol });
  const analysis = useMutation({
    mutationFn: () => data(orchestrator.POST('/api/v1/orchestrator/analyze', { body: requestOf(typed, account) })),
  });
  if (phase !== 'signed-in') {
    return <SignInPanel title="Decide" />;
  }
  return (
    <div className="grid items-start gap-3 xl:grid-cols-[minmax(20rem,1fr)_2fr]">
      <TradeForm
        typed={typed}
        account={account}
        busy={analysis.isPending}
        onType={(next) => {
          setTyped(next);
          setSymbol(next.symbol);
        }}
        onAnalyze={() => {
          if (fault(typed) === undefined) {
            analysis.mutate();
          }
        }}
      />
      <div className="flex min-w-0 flex-col gap-3">
        {analysis.error ? <FailureNote failure={asFailure(analysis.error)} /> : null}
        {analysis.data ? <DecisionView decision={analysis.data} request={requestOf(typed, account)} /> : null}
        <PastDecision />
        <DecisionsPanel account={account} />
      </div>
    </div>
  );
}

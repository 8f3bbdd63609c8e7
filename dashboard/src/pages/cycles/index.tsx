import { Unfilled } from '../Unfilled';

export default function CyclesPage() {
  return (
    <Unfilled
      about="Strategy controllers, portfolios and their cycles"
      endpoints={['/orchestrator/status', '/orchestrator/cycles', '/portfolios/list']}
    />
  );
}

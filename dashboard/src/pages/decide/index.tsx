import { Unfilled } from '../Unfilled';

export default function DecidePage() {
  return (
    <Unfilled
      about="A decision on a trade, step by step"
      endpoints={['/api/v1/orchestrator/analyze', '/api/v1/orchestrator/execute']}
    />
  );
}

import { Unfilled } from '../Unfilled';

export default function ActivityPage() {
  return (
    <Unfilled about="Everything that happened" endpoints={['/api/v1/orchestrator/orders', '/orchestrator/cycles']} />
  );
}

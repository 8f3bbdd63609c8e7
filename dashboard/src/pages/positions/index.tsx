import { Unfilled } from '../Unfilled';

export default function PositionsPage() {
  return (
    <Unfilled
      about="What is held and ordered"
      endpoints={['/api/v1/accounts/{id}/positions', '/api/models/positions/current', '/api/v1/orchestrator/orders']}
    />
  );
}

import { Unfilled } from '../Unfilled';

export default function RiskPage() {
  return (
    <Unfilled
      about="How close each limit is"
      endpoints={['/api/v1/risk/limits/{account}', '/api/v1/risk/reservations', '/api/v1/risk/trading-state']}
    />
  );
}

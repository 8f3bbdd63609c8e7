import { Unfilled } from '../Unfilled';

export default function PortfolioPage() {
  return (
    <Unfilled
      about="Weights, risk and rebalancing"
      endpoints={['/api/v1/portfolio', '/api/v1/portfolio/risk/live', '/api/v1/rebalances']}
    />
  );
}

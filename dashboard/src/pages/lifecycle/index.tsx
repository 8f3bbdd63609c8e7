import { Unfilled } from '../Unfilled';

export default function LifecyclePage() {
  return (
    <Unfilled
      about="Strategies from discovery to retirement"
      endpoints={['/api/v1/strategies', '/api/v1/strategies/{code}/lifecycle']}
    />
  );
}

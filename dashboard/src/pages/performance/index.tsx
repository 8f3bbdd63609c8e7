import { Unfilled } from '../Unfilled';

export default function PerformancePage() {
  return (
    <Unfilled
      about="What was earned, and against what"
      endpoints={['/api/models/performance/comparison', '/api/models/performance/details', '/api/models/equity-curves']}
    />
  );
}

import { Unfilled } from '../Unfilled';

export default function SignalsPage() {
  return (
    <Unfilled
      about="What the models say and why"
      endpoints={['/api/models', '/api/models/signals', '/api/models/calibration', '/api/models/trades']}
    />
  );
}

import { Unfilled } from '../Unfilled';

export default function DataPage() {
  return (
    <Unfilled
      about="Feeds, stored series, imports and jobs"
      endpoints={['/api/v1/brain/feeds', '/api/v1/candles', '/api/models/jobs']}
    />
  );
}

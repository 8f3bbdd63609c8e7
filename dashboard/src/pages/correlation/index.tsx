import { Unfilled } from '../Unfilled';

export default function CorrelationPage() {
  return (
    <Unfilled about="How strategies move together" endpoints={['/api/v1/correlation', '/api/v1/correlation/pair']} />
  );
}

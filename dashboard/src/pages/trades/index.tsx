import { Unfilled } from '../Unfilled';

export default function TradesPage() {
  return <Unfilled about="Closed trades" endpoints={['/api/v1/accounts/{id}/trades', '/api/models/trades']} />;
}

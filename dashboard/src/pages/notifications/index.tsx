import { Unfilled } from '../Unfilled';

export default function NotificationsPage() {
  return <Unfilled about="What wants attention" endpoints={['/api/v1/webhooks/tradingview']} />;
}

import { Unfilled } from '../Unfilled';

export default function ApprovalsPage() {
  return <Unfilled about="What waits for a person" endpoints={['/api/v1/approvals']} />;
}

import { oneOf, text, useUrlState } from '@/url/useUrlState';
import { ApprovalDetail } from './ApprovalDetail';
import { ApprovalsPanel } from './ApprovalsPanel';
import { VIEWS } from './approval';

const VIEW = oneOf(...VIEWS);

/** What waits for a person: the queue with what was asked, checked and changed since, and what was decided before. */
export default function ApprovalsPage() {
  const [view, setView] = useUrlState('view', VIEW, 'waiting');
  const [selected, select] = useUrlState('approval', text, '');
  return (
    <div className="grid items-start gap-3 xl:grid-cols-2">
      <ApprovalsPanel view={view} onView={setView} onSelect={select} />
      {selected === '' ? null : <ApprovalDetail id={selected} onClose={() => select('')} />}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { Link } from 'react-router';
import { data, models } from '@/api/clients';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';

/** How many notifications are unread; it leads to them. */
export function Unread() {
  const { phase } = useSession();
  const unread = useQuery({
    queryKey: keys.notifications.unread,
    queryFn: ({ signal }) =>
      data(models.GET('/api/v1/notifications', { params: { query: { state: 'unread', limit: 1 } }, signal })),
    enabled: phase === 'signed-in',
  }).data?.unread;
  return (
    <Link
      to="/notifications"
      className="inline-flex items-center gap-1.5 rounded-md px-2.5 py-1 text-sm font-medium hover:bg-raised"
      aria-label={unread === undefined ? 'Notifications' : `Notifications, ${String(unread)} unread`}
    >
      <Bell size={14} aria-hidden />
      <span className="figure">{unread ?? '–'}</span>
    </Link>
  );
}

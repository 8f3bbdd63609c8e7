import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { asFailure } from '@/api/failure';
import { getPlain } from '@/api/plain';
import { useSession } from '@/auth/session';
import { Panel } from '@/ui/Panel';
import { SignInPanel } from '@/ui/SignInPanel';

/** In the place of a panel whose endpoint this version of a service may not have; it asks, and says what it found. */
export function MissingPanel({
  title,
  path,
  service,
  link,
}: {
  title: string;
  path: string;
  service: string;
  link: { to: string; text: string };
}) {
  const { phase } = useSession();
  const answer = useQuery({
    queryKey: ['asked', path],
    queryFn: async ({ signal }) => {
      try {
        await getPlain<unknown>(service, path, signal);
        return true;
      } catch (thrown) {
        if (asFailure(thrown).status === 404) {
          return false;
        }
        throw thrown;
      }
    },
    enabled: phase === 'signed-in',
  });
  if (phase !== 'signed-in') {
    return <SignInPanel title={title} />;
  }
  return (
    <Panel
      title={title}
      query={answer}
      empty={(isThere) => ({
        text: isThere ? 'It has a page of its own.' : `${service} has no GET ${path} in this version.`,
        action: isThere ? (
          <Link className="text-accent underline" to={link.to}>
            {link.text}
          </Link>
        ) : undefined,
      })}
    >
      {() => null}
    </Panel>
  );
}

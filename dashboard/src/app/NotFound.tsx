import { Link } from 'react-router';

export function NotFound() {
  return (
    <main className="p-6">
      <h1 className="text-lg font-semibold">There is no such page</h1>
      <p>
        <Link className="text-accent underline" to="/overview">
          To the overview
        </Link>
      </p>
    </main>
  );
}

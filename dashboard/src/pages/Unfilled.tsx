/** A page that shows nothing in this version, and which endpoints answer what it is about. */
export function Unfilled({ about, endpoints }: { about: string; endpoints: readonly string[] }) {
  return (
    <section className="flex flex-col gap-2 rounded-lg border border-line bg-panel p-4">
      <h2 className="font-semibold">{about}</h2>
      <p className="text-quiet">This version of the dashboard does not show it. These endpoints answer it:</p>
      <ul className="list-disc ps-5">
        {endpoints.map((endpoint) => (
          <li key={endpoint}>
            <code>{endpoint}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

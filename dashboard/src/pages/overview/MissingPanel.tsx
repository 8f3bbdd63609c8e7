/** In the place of a panel whose endpoint this version of a service does not have. */
export function MissingPanel({ title, path, service }: { title: string; path: string; service: string }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2 rounded-lg border border-line bg-panel p-3">
      <h2 className="text-sm font-semibold">{title}</h2>
      <p className="text-quiet">
        {service} has no <code>GET {path}</code> in this version.
      </p>
    </section>
  );
}

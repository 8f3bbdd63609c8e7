import { changeDisplay, useDisplay } from '@/settings/display';
import { Choice } from '@/ui/Choice';

const THEMES = ['system', 'light', 'dark'] as const;
const ZONES = ['utc', 'local'] as const;
const GAINS = ['green', 'red'] as const;

/** How this browser shows the dashboard. */
export function DisplayPanel() {
  const { theme, zone, gains } = useDisplay();
  return (
    <section aria-label="Display" className="flex flex-col gap-2 rounded-lg border border-line bg-panel p-3 text-sm">
      <h2 className="font-semibold">Display</h2>
      <p className="text-quiet">Kept in this browser alone.</p>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        <dt>Theme</dt>
        <dd>
          <Choice name="Theme" value={theme} options={THEMES} onChoose={(next) => changeDisplay({ theme: next })} />
        </dd>
        <dt>Times</dt>
        <dd>
          <Choice name="Times" value={zone} options={ZONES} onChoose={(next) => changeDisplay({ zone: next })} />
        </dd>
        <dt>Gains are</dt>
        <dd>
          <Choice name="Gains are" value={gains} options={GAINS} onChoose={(next) => changeDisplay({ gains: next })} />
        </dd>
      </dl>
    </section>
  );
}

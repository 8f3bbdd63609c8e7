import { NavLink } from 'react-router';
import { PAGES } from './pages';

export function Navigation() {
  return (
    <nav aria-label="Pages" className="border-line bg-panel max-md:border-b md:w-56 md:shrink-0 md:border-e">
      <ul className="flex gap-1 p-2 max-md:overflow-x-auto md:sticky md:top-0 md:flex-col">
        {PAGES.map(({ path, title, icon: Icon }) => (
          <li key={path}>
            <NavLink
              to={`/${path}`}
              className={({ isActive }) =>
                `flex items-center gap-2 rounded-md px-2 py-1.5 text-sm whitespace-nowrap ${
                  isActive ? 'bg-raised font-semibold text-accent' : 'text-ink hover:bg-raised'
                }`
              }
            >
              <Icon size={16} aria-hidden className="shrink-0" />
              {title}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

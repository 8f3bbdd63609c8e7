import {
  Activity,
  Bell,
  BookOpen,
  Briefcase,
  ChartLine,
  ClipboardCheck,
  Database,
  Gauge,
  GitBranch,
  Grid3x3,
  LayoutDashboard,
  ListOrdered,
  Radio,
  Scale,
  Server,
  ShieldAlert,
  type LucideIcon,
} from 'lucide-react';
import type { ComponentType } from 'react';

/** A page: where it is, what it is called, and what loads it when it is visited. */
export interface Page {
  path: string;
  title: string;
  icon: LucideIcon;
  /** After g, it opens the page. */
  key: string;
  load: () => Promise<{ Component: ComponentType }>;
}

/** Each page is a folder of src/pages whose index.tsx has it as default. */
const page = (module: Promise<{ default: ComponentType }>) => module.then(({ default: Component }) => ({ Component }));

/** Every page, in the order of the navigation. */
export const PAGES: readonly Page[] = [
  {
    path: 'overview',
    title: 'Overview',
    icon: LayoutDashboard,
    key: 'o',
    load: () => page(import('@/pages/overview')),
  },
  { path: 'signals', title: 'Signals', icon: Radio, key: 's', load: () => page(import('@/pages/signals')) },
  { path: 'decide', title: 'Decide', icon: Scale, key: 'd', load: () => page(import('@/pages/decide')) },
  {
    path: 'positions',
    title: 'Positions and orders',
    icon: Briefcase,
    key: 'p',
    load: () => page(import('@/pages/positions')),
  },
  { path: 'trades', title: 'Trades', icon: ListOrdered, key: 't', load: () => page(import('@/pages/trades')) },
  {
    path: 'performance',
    title: 'Performance',
    icon: ChartLine,
    key: 'e',
    load: () => page(import('@/pages/performance')),
  },
  { path: 'risk', title: 'Risk', icon: ShieldAlert, key: 'r', load: () => page(import('@/pages/risk')) },
  {
    path: 'cycles',
    title: 'Strategies and cycles',
    icon: BookOpen,
    key: 'c',
    load: () => page(import('@/pages/cycles')),
  },
  { path: 'data', title: 'Data and jobs', icon: Database, key: 'j', load: () => page(import('@/pages/data')) },
  { path: 'activity', title: 'Activity', icon: Activity, key: 'a', load: () => page(import('@/pages/activity')) },
  { path: 'system', title: 'System', icon: Server, key: 'y', load: () => page(import('@/pages/system')) },
  {
    path: 'notifications',
    title: 'Notifications, settings',
    icon: Bell,
    key: 'n',
    load: () => page(import('@/pages/notifications')),
  },
  { path: 'portfolio', title: 'Portfolio', icon: Gauge, key: 'f', load: () => page(import('@/pages/portfolio')) },
  {
    path: 'correlation',
    title: 'Correlation',
    icon: Grid3x3,
    key: 'x',
    load: () => page(import('@/pages/correlation')),
  },
  { path: 'lifecycle', title: 'Lifecycle', icon: GitBranch, key: 'l', load: () => page(import('@/pages/lifecycle')) },
  {
    path: 'approvals',
    title: 'Approvals',
    icon: ClipboardCheck,
    key: 'v',
    load: () => page(import('@/pages/approvals')),
  },
];

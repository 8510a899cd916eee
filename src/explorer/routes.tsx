/** Which address shows which view; a view is loaded when it is first needed. To add one: a file in views/ and a row here. */
import type { ComponentType } from 'preact';
import { lazy, Route, Router, useRoute } from 'preact-iso';
import NotFound from './views/not-found.js';

/** A view of one thing; it is made anew for each. */
export interface ThingViewProps {
  /** id of the thing, as the address gives it */
  id: string;
}

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

/** Views at an address of their own; their state stands in the parameters. */
const pages: Readonly<Record<string, Load<object>>> = {
  '/': () => import('./views/home.js'),
  '/search': () => import('./views/search.js'),
  '/cube': () => import('./views/cube.js'),
  '/paths': () => import('./views/paths.js'),
  '/coverage': () => import('./views/coverage.js'),
  '/claims': () => import('./views/claims.js'),
  '/due': () => import('./views/due.js'),
  '/completeness': () => import('./views/completeness.js'),
  '/playground': () => import('./views/playground.js'),
};

/** Views of a thing, by what its id begins with. */
const things: Readonly<Record<string, Load<ThingViewProps>>> = {
  'action-line': () => import('./views/action-line.js'),
  sdg: () => import('./views/sdg.js'),
  'sdg-target': () => import('./views/sdg-target.js'),
  region: () => import('./views/region.js'),
  entity: () => import('./views/entity.js'),
  resolution: () => import('./views/resolution.js'),
  report: () => import('./views/report.js'),
  'outcome-document': () => import('./views/outcome-document.js'),
  'other-document': () => import('./views/other-document.js'),
  session: () => import('./views/session.js'),
  event: () => import('./views/event.js'),
  contribution: () => import('./views/contribution.js'),
  ask: () => import('./views/ask.js'),
};

/** The view of a thing at its id; it begins anew when the id changes. */
function forThing(load: Load<ThingViewProps>, prefix = '') {
  const View = lazy(load);
  return function ThingRoute() {
    // Not the location: while the next view loads, this one still shows its own.
    const { params } = useRoute();
    const id = [prefix, params.id].filter(Boolean).join('/');
    return <View key={id} id={id} />;
  };
}

const routes = [
  ...Object.entries(pages).map(([path, load]) => ({ path, component: lazy(load) })),
  ...Object.entries(things).map(([prefix, load]) => ({ path: `/${prefix}/:id+`, component: forThing(load, prefix) })),
  { path: '/lineage/:id*', component: forThing(() => import('./views/lineage.js')) },
];

interface RoutesProps {
  /** told when a view begins to load, and when it is there */
  onLoading: (isLoading: boolean) => void;
}

export function Routes({ onLoading }: RoutesProps) {
  return (
    <Router onLoadStart={() => onLoading(true)} onLoadEnd={() => onLoading(false)}>
      {routes.map(({ path, component }) => (
        <Route key={path} path={path} component={component} />
      ))}
      <Route key="none" default component={NotFound} />
    </Router>
  );
}

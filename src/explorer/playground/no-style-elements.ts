/**
 * Stands in for the package react-style-singleton in the build: GraphiQL's dialogs and menus would use it to put a style element into the page,
 * which the policy of the page refuses. All it did was to hold the page still behind an open dialog.
 */
export const styleSingleton = () => () => null;

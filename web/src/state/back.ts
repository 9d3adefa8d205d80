import { store, type View } from './store.ts';

interface Place {
  current: number | undefined;
  view: View;
}

const placeNow = (): Place => ({ current: store.state.current, view: store.state.view });

/**
 * Lets the browser's back button go through what was looked at: start, articles, and from an article's text to where
 * the reader came from. Without it, back would leave the page, and with it all that is open.
 */
export function startBack(): void {
  let shown = placeNow();
  history.replaceState(shown, '');
  store.listen(() => {
    const place = placeNow();
    const isStep = place.current !== shown.current || (place.view !== shown.view && place.view === 'article');
    if (isStep) history.pushState(place, '');
    else if (place.view !== shown.view) history.replaceState(place, '');
    shown = place;
  });
  addEventListener('popstate', ({ state }: PopStateEvent) => {
    if (!isPlace(state)) return;
    const isOpen = store.state.articles.some(({ id }) => id === state.current);
    shown = { ...state, current: isOpen ? state.current : undefined };
    store.set({ ...shown, dialog: undefined, notice: '' });
  });
}

const isPlace = (state: unknown): state is Place => typeof state === 'object' && state !== null && 'view' in state;

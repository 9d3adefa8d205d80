import './state/warm.ts';
import './views/article_view.ts';
import './views/ask_box.ts';
import './views/cards_view.ts';
import './views/dialogs.ts';
import './views/graph_view.ts';
import './views/page_shell.ts';
import './views/reader_view.ts';
import './views/start_view.ts';
import './views/summary_view.ts';
import './views/table_view.ts';
import './views/timeline_view.ts';
import './views/words_view.ts';
import './style/index.css';
import { t } from './i18n/index.ts';
import { fromFragment } from './intake/link.ts';
import { startBack } from './state/back.ts';
import { startLighting } from './state/lighting.ts';
import { startOffline, takeShared } from './state/offline.ts';
import { open } from './state/queue.ts';
import { restoreSettings } from './state/settings.ts';
import { store } from './state/store.ts';

restoreSettings();
startLighting(document.body);
startBack();
void readAddress();
addEventListener('hashchange', () => void readAddress());
void startOffline(() => store.state.articles.some(({ progress }) => progress !== undefined));

async function readAddress(): Promise<void> {
  const { hash } = location;
  if (hash === '#shared') await takeShared();
  else if (hash.startsWith('#a=') || hash.startsWith('#t=')) {
    const carried = await fromFragment(hash);
    if (carried) open(carried.text, carried.view);
    else store.set({ notice: t('linkBroken') });
  } else return;
  // The article does not stay in the address bar, nor in what a reload would open again.
  history.replaceState(history.state, '', location.pathname + location.search);
}

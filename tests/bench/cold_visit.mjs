// One cold visit of the built page: from navigation to the first analysis on the screen, with what happens when.

/** Runs in the page before its own scripts: pastes `text` as soon as there is a field, and notes when things happen. */
function watch(text) {
  const at = {};
  globalThis.visit = at;
  const note = (name) => (at[name] ??= performance.now());
  const Native = Worker;
  globalThis.Worker = class extends Native {
    constructor(...settings) {
      note('worker asked for');
      super(...settings);
      this.addEventListener('message', ({ data }) => note({ ready: 'model open', analyzed: 'analyzed' }[data.kind] ?? data.kind));
    }
    postMessage(...message) {
      if (message[0].kind === 'analyze') note('text sent');
      super.postMessage(...message);
    }
  };
  const field = () => document.querySelector('#article-text');
  const paste = () => {
    note('pasted');
    field().value = text;
    field().dispatchEvent(new InputEvent('input', { bubbles: true }));
    field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
  };
  let isPasted = text === '';
  new MutationObserver(() => {
    if (!isPasted && field()) {
      isPasted = true;
      setTimeout(paste);
    }
    if (at.drawn !== undefined || !document.querySelector('.card') || !document.querySelector('.block')) return;
    note('drawn');
    // A task after the next frame's callbacks runs when that frame has been painted.
    requestAnimationFrame(() =>
      setTimeout(() => {
        note('shown');
        console.debug('shown');
      }),
    );
  }).observe(document, { childList: true, subtree: true });
}

/** When a page's or a worker's own requests had their last byte, by kind of file, on the page's clock. */
const fetched = (pageStart) =>
  performance.getEntriesByType('resource').map(({ name, startTime, responseEnd }) => ({
    kind: /\.(\w+)$/.exec(new URL(name).pathname)?.[1] ?? 'other',
    name,
    start: startTime + performance.timeOrigin - pageStart,
    end: responseEnd + performance.timeOrigin - pageStart,
  }));

/** Processor time that all of the browser's processes have used, in ms. */
const processorTime = async (session) =>
  1000 * (await session.send('SystemInfo.getProcessInfo')).processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);

/** Waits until the browser does nothing: opening a window takes it longer than its first sight, and is no part of a visit. */
async function settle(session) {
  for (let used = await processorTime(session), i = 0; i < 20; i++) {
    await new Promise((done) => setTimeout(done, 250));
    const before = used;
    used = await processorTime(session);
    if (used - before < 25) return used;
  }
  return processorTime(session);
}

/**
 * Visits `address` in a new context, so that nothing is cached. Returns milliseconds since navigation by name, in
 * order; `cpu` is what all of the browser's processes used until then. The article is pasted, or comes in the fragment.
 */
export async function coldVisit(browser, address, text, fragment = '') {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await browser.newBrowserCDPSession();
  await page.addInitScript(watch, fragment === '' ? text : '');
  const before = await settle(session);
  // Asking the page again and again would take its time.
  const shown = page.waitForEvent('console', (message) => message.text() === 'shown');
  await page.goto(address + fragment, { waitUntil: 'commit' });
  await shown;
  const cpu = (await processorTime(session)) - before;
  const visit = await page.evaluate(() => globalThis.visit);
  const [navigation, pageStart] = await page.evaluate(() => {
    const { responseEnd, domInteractive } = performance.getEntriesByType('navigation')[0];
    return [{ 'html fetched': responseEnd, 'html parsed': domInteractive }, performance.timeOrigin];
  });
  const requests = await page.evaluate(fetched, pageStart);
  for (const worker of page.workers()) {
    visit['worker up'] = (await worker.evaluate(() => performance.timeOrigin)) - pageStart;
    requests.push(...(await worker.evaluate(fetched, pageStart)));
  }
  for (const kind of ['css', 'js', 'wasm', 'model']) {
    const own = requests.filter((request) => request.kind === kind);
    if (own.length > 0) visit[`${kind} asked for`] = Math.min(...own.map(({ start }) => start));
    if (own.length > 0) visit[`${kind} fetched`] = Math.max(...own.map(({ end }) => end));
  }
  await session.detach();
  await context.close();
  const times = Object.entries({ ...navigation, ...visit }).sort(([, a], [, b]) => a - b);
  return { ...Object.fromEntries(times), cpu };
}

import type { Event } from 'ailamgi/types';
import { html, nothing, type TemplateResult } from 'lit';
import { t, type Key } from '../i18n/index.ts';
import type { ArticleIndex } from '../model/article_index.ts';
import { momentOf } from '../model/dates.ts';
import { wordsOf, type EventWords } from '../model/sentence_of_event.ts';
import { flagsOf, follow } from './event_line.ts';
import { View } from './view.ts';

const COLUMNS: [keyof EventWords, Key][] = [
  ['who', 'who'],
  ['did', 'action'],
  ['what', 'what'],
  ['when', 'when'],
  ['where', 'where'],
  ['source', 'source'],
];
const KINDS = ['fact', 'negated', 'plan', 'maybe'] as const;
const PAGE = 60;

interface Row {
  event: Event;
  words: EventWords;
}

/** Every event; sorts by column, filters by words and kind. */
class TableView extends View {
  static override properties = { sort: { state: true }, down: { state: true }, needle: { state: true }, kind: { state: true }, shown: { state: true } };
  declare sort: keyof EventWords | undefined;
  declare down: boolean;
  declare needle: string;
  declare kind: string;
  declare shown: number;
  #of: ArticleIndex | undefined;
  #rows: Row[] = [];

  constructor() {
    super();
    this.sort = undefined;
    this.down = false;
    this.needle = '';
    this.kind = '';
    this.shown = PAGE;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { index } = this;
    if (!index) return nothing;
    if (this.#of !== index) {
      this.#of = index;
      this.#rows = index.analysis.events.map((event) => ({ event, words: wordsOf(index, event) }));
    }
    const rows = this.#visible();
    return html`<form class="filters" @submit=${(event: SubmitEvent) => event.preventDefault()}>
        <input
          type="search"
          aria-label=${t('filter')}
          placeholder=${t('filterPlaceholder')}
          .value=${this.needle}
          @input=${(event: InputEvent) => (this.needle = (event.target as HTMLInputElement).value)}
        />
        <select
          aria-label=${t('kind')}
          @change=${(event: InputEvent) => (this.kind = (event.target as HTMLSelectElement).value)}
        >
          <option value="">${t('allKinds')}</option>
          ${KINDS.map((kind) => html`<option value=${kind} ?selected=${this.kind === kind}>${t(kind)}</option>`)}
        </select>
        <select
          class="sort"
          aria-label=${t('sortBy')}
          @change=${(event: InputEvent) => {
            this.sort = ((event.target as HTMLSelectElement).value || undefined) as keyof EventWords | undefined;
            this.down = false;
          }}
        >
          <option value="">${t('inTextOrder')}</option>
          ${COLUMNS.map(([column, label]) => html`<option value=${column} ?selected=${this.sort === column}>${t('sortBy')}: ${t(label)}</option>`)}
        </select>
        <output>${t('rows', { count: rows.length })}</output>
      </form>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('tableLabel')}>
        <table role="table">
          <thead>
            <tr>
              ${COLUMNS.map(
                ([column, label]) =>
                  html`<th scope="col" aria-sort=${this.sort === column ? (this.down ? 'descending' : 'ascending') : 'none'}>
                    <button @click=${() => this.#sortBy(column)}>
                      ${t(label)}<span aria-hidden="true">${this.sort === column ? (this.down ? ' ↓' : ' ↑') : ''}</span>
                    </button>
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody lang="vi">
            ${rows.slice(0, this.shown).map(
              ({ event, words }) =>
                html`<tr role="row" data-event=${event.id} class=${event.negated ? 'is-negated' : ''}>
                  ${COLUMNS.map(
                    ([column, label]) =>
                      html`<td role="cell" class=${words[column] === '' ? `${column} none` : column} data-label=${t(label)}>
                        ${column === 'did'
                          ? html`${flagsOf(event)}<button class="link" @click=${() => follow(event)}>${words.did}</button>`
                          : words[column]}
                      </td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${rows.length > this.shown
        ? html`<button class="more" @click=${() => (this.shown += PAGE)}>
            ${t('more', { count: rows.length - this.shown })}
          </button>`
        : nothing}`;
  }

  #visible(): Row[] {
    const needle = this.needle.trim().normalize('NFC').toLocaleLowerCase('vi');
    const rows = this.#rows.filter(
      ({ event, words }) =>
        (this.kind === '' || (this.kind === 'negated' ? event.negated : event.mode === this.kind && !event.negated)) &&
        (needle === '' || Object.values(words).join(' ').normalize('NFC').toLocaleLowerCase('vi').includes(needle)),
    );
    const { sort } = this;
    if (!sort) return rows;
    const order = new Intl.Collator('vi');
    const sign = this.down ? -1 : 1;
    const compare = (x: string, y: string): number => (sort === 'when' ? (x < y ? -1 : x > y ? 1 : 0) : order.compare(x, y));
    const keyOf = ({ event, words }: Row): string =>
      sort === 'when' ? (momentOf(event.when?.value ?? null)?.order ?? '') : words[sort];
    // What has nothing in the column comes last, whichever way it is sorted.
    return rows.sort((a, b) => {
      const [x, y] = [keyOf(a), keyOf(b)];
      return x === '' || y === '' ? Number(x === '') - Number(y === '') : sign * compare(x, y);
    });
  }

  #sortBy(column: keyof EventWords): void {
    this.down = this.sort === column && !this.down;
    this.sort = column;
  }
}
customElements.define('table-view', TableView);

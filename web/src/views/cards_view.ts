import type { EntityId, Event, QuoteId } from 'ailamgi/types';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import type { ActorDigest, ArticleIndex } from '../model/article_index.ts';
import { roleText } from '../model/role_text.ts';
import { light } from '../state/light.ts';
import { reveal } from '../state/store.ts';
import { eventLine } from './event_line.ts';
import { glyph } from './glyph.ts';
import { View } from './view.ts';

const FEW = 12;
const FEW_DEEDS = 8;
const FEW_QUOTES = 4;
const MOST_LINES = 500;
const FEW_RECEIVED = 30;

/** A card for everybody who did, said or underwent something. */
class CardsView extends View {
  static override properties = { shown: { state: true }, unfolded: { state: true } };
  declare shown: number;
  declare unfolded: ReadonlySet<EntityId | null>;
  #of: ArticleIndex | undefined;

  constructor() {
    super();
    this.shown = FEW;
    this.unfolded = new Set();
  }

  protected override willUpdate(): void {
    if (this.index === this.#of) return;
    this.#of = this.index;
    this.shown = FEW;
    this.unfolded = new Set();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { index } = this;
    if (!index) return nothing;
    const actors = index.actors();
    const ownerless = index.ownerless();
    return html`${actors.length + ownerless.length === 0 ? html`<p class="empty">${t('noActors')}</p>` : nothing}
      <div class="cards">
        ${actors.slice(0, this.shown).map((actor) => this.#card(index, actor))}
        ${actors.length > this.shown
          ? html`<button class="more" @click=${() => (this.shown += FEW)}>
              ${t('more', { count: actors.length - this.shown })}
            </button>`
          : nothing}
        ${ownerless.length > 0
          ? html`<div class="card ownerless">
              <h2>${t('otherDeeds')}</h2>
              ${this.#deeds(index, ownerless, null)} ${this.#more(ownerless.length - FEW_DEEDS, null)}
            </div>`
          : nothing}
      </div>`;
  }

  #card(index: ArticleIndex, { entity, did, said, underwent, received }: ActorDigest): TemplateResult {
    const first = entity.mentions[0];
    const deeds = [...did, ...underwent];
    const aliases = entity.aliases.filter((alias) => alias !== entity.name);
    return html`<div role="group" class="card ${entity.type}" id="actor-${entity.id}" aria-labelledby="name-${entity.id}">
      <header>
        <h2 id="name-${entity.id}" lang="vi">
          <button
            class="actor"
            data-entity=${entity.id}
            @click=${() => {
              light.pin({ kind: 'entity', id: entity.id });
              if (first) reveal(first);
            }}
          >
            ${glyph(entity.type)}${entity.name}
          </button>
        </h2>
        <span class="kind">${t(entity.type)} · ${t('mentions', { count: entity.mentions.length })}</span>
      </header>
      ${entity.roles.length > 0
        ? html`<p class="roles" lang="vi">${entity.roles.map((role) => roleText(index, role)).join(' · ')}</p>`
        : nothing}
      ${aliases.length > 0
        ? html`<p class="aliases">${t('aliases')} <span lang="vi">${aliases.slice(0, 6).join(', ')}</span></p>`
        : nothing}
      ${deeds.length > 0 ? this.#deeds(index, deeds, entity.id) : nothing}
      ${said.length > 0
        ? html`<ul class="quotes" lang="vi" aria-label=${t('said')}>
            ${said.slice(0, this.#most(FEW_QUOTES, entity.id)).map((id) => this.#quote(index, id))}
          </ul>`
        : nothing}
      ${this.#more(Math.max(0, deeds.length - FEW_DEEDS) + Math.max(0, said.length - FEW_QUOTES), entity.id)}
      ${received.length > 0
        ? html`<details>
            <summary>${t('received', { count: received.length })}</summary>
            <ul class="deeds" lang="vi">
              ${received.slice(0, FEW_RECEIVED).map((event) => eventLine(index, event))}
            </ul>
          </details>`
        : nothing}
    </div>`;
  }

  #deeds(index: ArticleIndex, events: Event[], owner: EntityId | null): TemplateResult {
    return html`<ul class="deeds" lang="vi" aria-label=${t('did')}>
      ${events.slice(0, this.#most(FEW_DEEDS, owner)).map((event) => eventLine(index, event, { owner }))}
    </ul>`;
  }

  #most(few: number, owner: EntityId | null): number {
    return this.unfolded.has(owner) ? MOST_LINES : few;
  }

  #more(hidden: number, owner: EntityId | null): TemplateResult | typeof nothing {
    if (hidden <= 0 || this.unfolded.has(owner)) return nothing;
    return html`<button class="more" @click=${() => (this.unfolded = new Set([...this.unfolded, owner]))}>
      ${t('more', { count: hidden })}
    </button>`;
  }

  #quote(index: ArticleIndex, id: QuoteId): TemplateResult | typeof nothing {
    const quote = index.quote(id);
    if (!quote) return nothing;
    const words = index.slice(quote);
    const saying = index.sayingOf(id);
    return html`<li>
      <button
        class="said"
        data-quote=${id}
        @click=${() => {
          light.pin({ kind: 'quote', id });
          reveal(quote);
        }}
      >
        ${saying ? html`<span class="did">${index.slice(saying.did)}</span>` : nothing}
        “${words.length > 280 ? `${words.slice(0, 280)}…` : words}”
      </button>
    </li>`;
  }
}
customElements.define('cards-view', CardsView);

import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import { light } from '../state/light.ts';
import { reveal } from '../state/store.ts';
import { View } from './view.ts';

/** What matters most, in a few lines that lead to their places in the article. */
class SummaryView extends View {
  protected override render(): TemplateResult | typeof nothing {
    const { index } = this;
    if (!index || index.analysis.summary.length === 0) return nothing;
    return html`<section class="summary">
      <h2>${t('summary')}</h2>
      <ol lang="vi">
        ${index.analysis.summary.map((line) => {
          const event = index.event(line.event);
          return html`<li>
            <button
              class="deed"
              data-event=${line.event}
              @click=${() => {
                light.pin({ kind: 'event', id: line.event });
                if (event) reveal(event.did);
              }}
            >
              ${line.text}
            </button>
          </li>`;
        })}
      </ol>
    </section>`;
  }
}
customElements.define('summary-view', SummaryView);

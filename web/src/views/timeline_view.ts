import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import { timelineOf } from '../model/timeline.ts';
import { eventLine } from './event_line.ts';
import { View } from './view.ts';

const MOST = 300;

/** The dated events, earliest first. */
class TimelineView extends View {
  protected override render(): TemplateResult | typeof nothing {
    const { index } = this;
    if (!index) return nothing;
    const { stops, dated, undated } = timelineOf(index);
    if (dated === 0) return html`<p class="empty">${t('noDates')}</p>`;
    return html`<p class="note">${t('timelineNote', { dated, undated })}</p>
      <ol class="timeline">
        ${stops.slice(0, MOST).map(
          (stop) => html`<li class=${stop.events.every((event) => event.mode !== 'fact') ? 'open' : ''}>
            <h2 lang="vi">${stop.label}</h2>
            <ul class="deeds" lang="vi">
              ${stop.events.map((event) => eventLine(index, event, { withTime: false }))}
            </ul>
          </li>`,
        )}
      </ol>`;
  }
}
customElements.define('timeline-view', TimelineView);

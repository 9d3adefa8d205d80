import { html, nothing, svg, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import type { ArticleIndex } from '../model/article_index.ts';
import { curveOf, graphOf, labelsOf, nameOf, type Edge, type Graph, type Label, type Node } from '../model/graph.ts';
import { shapeOf } from '../model/shape.ts';
import { light } from '../state/light.ts';
import { View } from './view.ts';
import { eventLine } from './event_line.ts';

const MOST_LINES = 60;
const NARROW = matchMedia('(width < 600px)');

/** Who acted on whom. */
class GraphView extends View {
  #of: ArticleIndex | undefined;
  #graph: Graph | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    NARROW.addEventListener('change', this.#layOut);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    NARROW.removeEventListener('change', this.#layOut);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { index } = this;
    if (!index) return nothing;
    // A phone's picture has fewer units across, so that names keep a size that can be read.
    if (this.#of !== index) [this.#of, this.#graph] = [index, graphOf(index, NARROW.matches ? 380 : 720)];
    const { nodes, edges, width, height } = this.#graph!;
    if (nodes.length === 0) return html`<p class="empty">${t('noRelations')}</p>`;
    const events = [...new Set(edges.flatMap((edge) => edge.relation.events))].slice(0, MOST_LINES);
    return html`<p class="note">${t('graphNote')}</p>
      <svg class="graph" viewBox="0 0 ${width} ${height}" role="group" aria-label=${t('graphLabel')}>
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="8" markerHeight="8" orient="auto" markerUnits="userSpaceOnUse">
            <path d="M0 0 L8 4 L0 8 z" />
          </marker>
        </defs>
        ${edges.map((edge) => this.#edge(edge))}
        ${labelsOf(index, this.#graph!).map((label) => this.#label(label))}
        ${nodes.map((node) => this.#node(node))}
      </svg>
      <h2>${t('graphList')}</h2>
      <ul class="deeds" lang="vi">
        ${events.flatMap((id) => index.event(id) ?? []).map((event) => eventLine(index, event))}
      </ul>`;
  }

  #edge(edge: Edge): TemplateResult {
    return svg`<path class="edge" d=${curveOf(edge)} stroke-width=${Math.min(6, 0.5 + edge.relation.count)}
      marker-end="url(#arrow)" data-event=${edge.relation.events[0] ?? -1}></path>`;
  }

  #label({ edge, text, x, y }: Label): TemplateResult {
    return svg`<text class="deed-name" x=${x.toFixed(1)} y=${y.toFixed(1)} text-anchor="middle" lang="vi"
      data-event=${edge.relation.events[0] ?? -1}>${text}</text>`;
  }

  #node(node: Node): TemplateResult {
    const { entity, x, y, radius } = node;
    const pin = (): void => light.pin({ kind: 'entity', id: entity.id });
    return svg`<g class="node ${entity.type}" data-entity=${entity.id} tabindex="0" role="button"
      aria-label=${`${entity.name}, ${t(entity.type)}`} transform="translate(${x.toFixed(1)} ${y.toFixed(1)})"
      @click=${pin} @keydown=${(event: KeyboardEvent) => (event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), pin())}>
      <path d=${shapeOf(entity.type, radius)}></path>
      <text y=${(radius + 16).toFixed(1)} text-anchor="middle" lang="vi">${nameOf(node)}</text>
    </g>`;
  }

  readonly #layOut = (): void => {
    this.#of = undefined;
    this.requestUpdate();
  };
}
customElements.define('graph-view', GraphView);

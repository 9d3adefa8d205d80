import { html, nothing, svg, type TemplateResult } from 'lit';
import { t } from '../i18n/index.ts';
import type { ArticleIndex } from '../model/article_index.ts';
import { curveOf, graphOf, shapeOf, type Graph } from '../model/graph.ts';
import { light } from '../state/light.ts';
import { View } from './view.ts';
import { eventLine } from './event_line.ts';

/** Who acted on whom. */
class GraphView extends View {
  #of: ArticleIndex | undefined;
  #graph: Graph | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { index } = this;
    if (!index) return nothing;
    if (this.#of !== index) [this.#of, this.#graph] = [index, graphOf(index)];
    const graph = this.#graph!;
    if (graph.nodes.length === 0) return html`<p class="empty">${t('nothingHere')}</p>`;
    return html`<p class="note">${t('graphNote')}</p>
      <svg class="graph" viewBox="0 0 ${graph.width} ${graph.height}" role="group" aria-label=${t('graphLabel')}>
        <defs>
          <marker id="arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="8" markerHeight="8" orient="auto" markerUnits="userSpaceOnUse">
            <path d="M0 0 L8 4 L0 8 z" />
          </marker>
        </defs>
        ${graph.edges.map(
          (edge) => svg`<path class="edge" d=${curveOf(edge)} stroke-width=${Math.min(6, 1 + edge.relation.count)}
            marker-end="url(#arrow)" data-event=${edge.relation.events[0] ?? -1}></path>`,
        )}
        ${graph.nodes.map(
          (node) => svg`<g class="node ${node.entity.type}" data-entity=${node.entity.id} tabindex="0" role="button"
            aria-label=${`${node.entity.name}, ${t(node.entity.type)}`} transform="translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})"
            @click=${() => light.pin({ kind: 'entity', id: node.entity.id })}
            @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && light.pin({ kind: 'entity', id: node.entity.id })}>
            <path d=${shapeOf(node)}></path>
            <text y=${(node.radius + 16).toFixed(1)} text-anchor="middle">${node.entity.name}</text>
          </g>`,
        )}
      </svg>
      <h2>${t('graphList')}</h2>
      <ul class="deeds" lang="vi">
        ${graph.edges
          .flatMap((edge) => edge.relation.events)
          .slice(0, 60)
          .flatMap((id) => index.event(id) ?? [])
          .map((event) => eventLine(index, event, true))}
      </ul>`;
  }
}
customElements.define('graph-view', GraphView);

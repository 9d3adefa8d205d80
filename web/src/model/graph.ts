import type { Entity, Relation } from 'ailamgi/types';
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { ArticleIndex } from './article_index.ts';

export interface Node {
  entity: Entity;
  radius: number;
  x: number;
  y: number;
}

export interface Edge {
  relation: Relation;
  from: Node;
  to: Node;
}

export interface Graph {
  nodes: Node[];
  edges: Edge[];
  width: number;
  height: number;
}

const MOST_NODES = 24;

/** Lays out who acted on whom; the same article always looks the same. */
export function graphOf(index: ArticleIndex): Graph {
  const width = 720;
  const relations = index.relations();
  const involved = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const entities = [...involved]
    .flatMap((id) => index.entity(id) ?? [])
    .sort((a, b) => b.salience - a.salience)
    .slice(0, MOST_NODES);
  const height = Math.max(360, Math.min(720, 220 + entities.length * 36));
  const nodes = entities.map((entity, i) => ({
    entity,
    radius: Math.round(10 + 16 * Math.sqrt(Math.min(1, entity.salience))),
    x: width / 2 + 160 * Math.cos(i * 2.4),
    y: height / 2 + 120 * Math.sin(i * 2.4),
  }));
  const byId = new Map(nodes.map((node) => [node.entity.id, node]));
  const edges = relations.flatMap((relation) => {
    const from = byId.get(relation.from);
    const to = byId.get(relation.to);
    return from && to ? [{ relation, from, to }] : [];
  });
  const simulation = forceSimulation(nodes)
    .force('link', forceLink(edges.map(({ from, to }) => ({ source: from, target: to }))).distance(210).strength(0.35))
    .force('charge', forceManyBody().strength(-1100))
    .force('center', forceCenter(width / 2, height / 2))
    .force('x', forceX(width / 2).strength(0.04))
    .force('y', forceY(height / 2).strength(0.09))
    .force('collide', forceCollide(70))
    .stop();
  simulation.tick(200);
  for (const node of nodes) {
    node.x = Math.max(90, Math.min(width - 90, node.x));
    node.y = Math.max(36, Math.min(height - 44, node.y));
  }
  return { nodes, edges, width, height };
}

/** People are round, organizations square, all else stands on a corner: types are not told by colour alone. */
export function shapeOf({ entity, radius: r }: Node): string {
  if (entity.type === 'PER') return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  if (entity.type === 'ORG') return `M${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}z`;
  return `M0 ${-r}L${r} 0L0 ${r}L${-r} 0z`;
}

/** The curve of an edge, from rim to rim; two opposite edges bend apart. */
export function curveOf({ from, to }: Edge): string {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const bend = Math.min(40, length / 5);
  const point = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const start = point(from.x + ux * (from.radius + 3), from.y + uy * (from.radius + 3));
  const middle = point((from.x + to.x) / 2 - uy * bend, (from.y + to.y) / 2 + ux * bend);
  const end = point(to.x - ux * (to.radius + 9), to.y - uy * (to.radius + 9));
  return `M${start} Q${middle} ${end}`;
}

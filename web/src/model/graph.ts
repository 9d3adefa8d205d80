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

/** Lays out who acted on whom in a picture of this width; the same article always looks the same. */
export function graphOf(index: ArticleIndex, width = 720): Graph {
  const relations = index.relations();
  const involved = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const entities = [...involved]
    .flatMap((id) => index.entity(id) ?? [])
    .sort((a, b) => b.salience - a.salience)
    .slice(0, MOST_NODES);
  const tight = width < 500;
  const height = Math.max(300, Math.min(tight ? 900 : 720, (tight ? 150 : 200) + entities.length * (tight ? 46 : 32)));
  const nodes = entities.map((entity, i) => ({
    entity,
    radius: Math.round(10 + (tight ? 9 : 14) * Math.sqrt(Math.min(1, entity.salience))),
    x: width / 2 + width * 0.22 * Math.cos(i * 2.4),
    y: height / 2 + height * 0.28 * Math.sin(i * 2.4),
  }));
  const byId = new Map(nodes.map((node) => [node.entity.id, node]));
  const edges = relations.flatMap((relation) => {
    const from = byId.get(relation.from);
    const to = byId.get(relation.to);
    return from && to ? [{ relation, from, to }] : [];
  });
  const [top, bottom] = [34, 44];
  const simulation = forceSimulation(nodes)
    .force('link', forceLink(edges.map(({ from, to }) => ({ source: from, target: to }))).distance(tight ? 130 : 200).strength(0.35))
    .force('charge', forceManyBody().strength(tight ? -500 : -1000))
    .force('center', forceCenter(width / 2, (top + height - bottom) / 2))
    .force('x', forceX(width / 2).strength(tight ? 0.08 : 0.04))
    .force('y', forceY(height / 2).strength(tight ? 0.05 : 0.09))
    .force('collide', forceCollide(tight ? 46 : 66))
    .stop();
  for (let tick = 0; tick < 220; tick++) {
    simulation.tick();
    // Inside the loop, so that nodes at the rim are still pushed apart along it.
    keepNamesApart(nodes);
    for (const node of nodes) {
      const side = Math.min(width / 2, Math.max(node.radius, nameOf(node).length * LETTER) + 8);
      node.x = Math.max(side, Math.min(width - side, node.x));
      node.y = Math.max(top, Math.min(height - bottom, node.y));
    }
  }
  return cropped({ nodes, edges, width, height });
}

/** No more height than the drawing takes. */
function cropped(graph: Graph): Graph {
  if (graph.nodes.length === 0) return graph;
  const boxes = graph.nodes.map(boxOf);
  const up = Math.min(...boxes.map(({ top }) => top)) - 18;
  for (const node of graph.nodes) node.y -= up;
  return { ...graph, height: Math.max(...boxes.map(({ bottom }) => bottom)) - up + 18 };
}

/** Names longer than this are cut in the drawing; the list below it has them whole. */
const LONGEST_NAME = 26;
const LETTER = 4.6;

export const nameOf = ({ entity }: Node): string =>
  entity.name.length > LONGEST_NAME ? `${entity.name.slice(0, LONGEST_NAME - 1)}…` : entity.name;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The room that a node and the name below it take. */
function boxOf(node: Node): Box {
  const half = Math.max(node.radius, nameOf(node).length * LETTER);
  return { left: node.x - half, right: node.x + half, top: node.y - node.radius, bottom: node.y + node.radius + 20 };
}

/** Pushes two nodes apart, along the shorter way, while one covers the other's name. */
function keepNamesApart(nodes: Node[]): void {
  nodes.forEach((a, i) => {
    for (const b of nodes.slice(i + 1)) {
      const [p, q] = [boxOf(a), boxOf(b)];
      const x = Math.min(p.right, q.right) - Math.max(p.left, q.left) + 8;
      const y = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) + 8;
      if (x <= 0 || y <= 0) continue;
      if (x < y) {
        const push = (Math.sign(b.x - a.x) || 1) * (x / 2);
        a.x -= push;
        b.x += push;
      } else {
        const push = (Math.sign(b.y - a.y) || 1) * (y / 2);
        a.y -= push;
        b.y += push;
      }
    }
  });
}

interface Point {
  x: number;
  y: number;
}

/** A curve from rim to rim; two opposite edges bend apart. */
function bowOf({ from, to }: Edge): [Point, Point, Point] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const bend = Math.min(40, length / 5);
  return [
    { x: from.x + ux * (from.radius + 3), y: from.y + uy * (from.radius + 3) },
    { x: (from.x + to.x) / 2 - uy * bend, y: (from.y + to.y) / 2 + ux * bend },
    { x: to.x - ux * (to.radius + 9), y: to.y - uy * (to.radius + 9) },
  ];
}

export function curveOf(edge: Edge): string {
  const [start, middle, end] = bowOf(edge).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return `M${start} Q${middle} ${end}`;
}

export interface Label extends Point {
  edge: Edge;
  text: string;
}

/** The verb of each edge, on its curve where it covers no name; an edge without such a place goes without. */
export function labelsOf(index: ArticleIndex, { nodes, edges }: Graph): Label[] {
  const taken = nodes.map(boxOf);
  return edges.flatMap((edge) => {
    const text = verbOf(index, edge);
    for (const along of [0.5, 0.4, 0.6, 0.3, 0.7]) {
      const { x, y } = pointOn(bowOf(edge), along);
      const half = text.length * 3.4;
      const box = { left: x - half, right: x + half, top: y - 8, bottom: y + 8 };
      if (taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return [{ edge, text, x, y: y + 4 }];
    }
    return [];
  });
}

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const pointOn = ([a, b, c]: [Point, Point, Point], t: number): Point => ({
  x: (1 - t) ** 2 * a.x + 2 * (1 - t) * t * b.x + t ** 2 * c.x,
  y: (1 - t) ** 2 * a.y + 2 * (1 - t) * t * b.y + t ** 2 * c.y,
});

/** The first verb of an edge, and how many more there are. */
function verbOf(index: ArticleIndex, { relation }: Edge): string {
  const first = index.event(relation.events[0] ?? -1);
  if (!first) return '';
  const verb = index.slice(first.did).replace(/\s+/g, ' ');
  const short = verb.length > 22 ? `${verb.slice(0, 21)}…` : verb;
  return relation.count > 1 ? `${short} +${relation.count - 1}` : short;
}

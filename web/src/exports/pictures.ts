import type { ArticleIndex } from '../model/article_index.ts';
import { curveOf, graphOf, labelsOf, nameOf } from '../model/graph.ts';
import { shapeOf } from '../model/shape.ts';
import { lineOf } from '../model/sentence_of_event.ts';
import { timelineOf } from '../model/timeline.ts';
import { t } from '../i18n/index.ts';

const INK = '#16181d';
const COLOURS: Record<string, string> = { PER: '#1f4fd1', ORG: '#006b57', LOC: '#8a5200', MISC: '#555b66' };
const FONT = "'Be Vietnam Pro', system-ui, sans-serif";
const LINE = 24;

/** The graph as a picture of its own: plain shapes and text, nothing that runs. */
export function graphSvg(index: ArticleIndex): string {
  const graph = graphOf(index);
  const { nodes, edges, width, height } = graph;
  const parts = [
    `<defs><marker id="a" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="8" markerHeight="8" orient="auto" markerUnits="userSpaceOnUse"><path d="M0 0L8 4L0 8z" fill="#7a808c"/></marker></defs>`,
    ...edges.map(
      (edge) =>
        `<path d="${curveOf(edge)}" fill="none" stroke="#7a808c" stroke-width="${Math.min(6, 0.5 + edge.relation.count)}" marker-end="url(#a)"/>`,
    ),
    ...labelsOf(index, graph).map(
      ({ text, x, y }) =>
        `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="middle" font-size="13" fill="#c8201f" paint-order="stroke" stroke="#fff" stroke-width="5">${escape(text)}</text>`,
    ),
    ...nodes.map((node) => {
      const { entity, x, y, radius } = node;
      const colour = COLOURS[entity.type] ?? INK;
      return `<path transform="translate(${x.toFixed(1)} ${y.toFixed(1)})" d="${shapeOf(entity.type, radius)}" fill="${colour}"/><text x="${x.toFixed(1)}" y="${(y + radius + 16).toFixed(1)}" text-anchor="middle" font-size="14" font-weight="600" fill="${INK}" paint-order="stroke" stroke="#fff" stroke-width="4">${escape(nameOf(node))}</text>`;
    }),
  ];
  return picture(width, height, parts);
}

/** The timeline as a picture: a line with a stop for every date. */
export function timelineSvg(index: ArticleIndex): string {
  const parts: string[] = [];
  let y = 40;
  for (const stop of timelineOf(index).stops) {
    parts.push(
      `<circle cx="40" cy="${y - 5}" r="7" fill="#c8201f"/><text x="64" y="${y}" font-size="16" font-weight="700" fill="#c8201f">${escape(stop.label)}</text>`,
    );
    y += LINE;
    for (const event of stop.events) {
      for (const line of wrapped(lineOf(index, event, t('negated')), 74)) {
        parts.push(`<text x="64" y="${y}" font-size="15" fill="${INK}">${escape(line)}</text>`);
        y += LINE;
      }
    }
    y += LINE;
  }
  return picture(720, y, [`<path d="M40 20V${y - LINE}" stroke="#d5d8de" stroke-width="2"/>`, ...parts]);
}

/** Draws an SVG at twice its size for sharp print. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * 2;
    canvas.height = Math.min(16_000, image.naturalHeight * 2);
    const pen = canvas.getContext('2d')!;
    pen.scale(2, 2);
    pen.drawImage(image, 0, 0);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

const picture = (width: number, height: number, parts: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>`;

function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= most) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

// XML has no place for control characters or lone surrogates, escaped or not.
const escape = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

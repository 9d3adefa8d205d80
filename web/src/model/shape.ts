/** People are round, organizations square, places stand on a corner, the rest are triangles: types are not told by colour alone. */
export function shapeOf(type: string, r: number): string {
  if (type === 'PER') return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  if (type === 'ORG') return `M${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}z`;
  if (type === 'LOC') return `M0 ${-r}L${r} 0L0 ${r}L${-r} 0z`;
  return `M0 ${-r}L${r} ${r * 0.8}H${-r}z`;
}

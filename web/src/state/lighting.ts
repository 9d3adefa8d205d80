import { light, targetAt, type Lit } from './light.ts';

const ATTRIBUTES = [
  ['entity', 'entities'],
  ['event', 'events'],
  ['quote', 'quotes'],
] as const;

/**
 * Lets the light follow pointer and keyboard over the whole page, and shows it: every element that stands for a lit
 * thing by `data-entity`, `data-event` or `data-quote` gets the class "lit".
 */
export function startLighting(root: HTMLElement): void {
  root.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'touch') light.point(targetAt(event.target));
  });
  root.addEventListener('pointerleave', () => light.point(undefined));
  root.addEventListener('focusin', (event) => {
    if (event.target instanceof Element && event.target.matches(':focus-visible')) light.point(targetAt(event.target));
  });
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && light.pinned) light.pin(undefined);
  });
  light.listen((lit) => show(root, lit));
}

function show(root: HTMLElement, lit: Lit | undefined): void {
  for (const element of root.querySelectorAll('.lit')) element.classList.remove('lit');
  root.classList.toggle('has-light', lit !== undefined);
  if (!lit) return;
  for (const [attribute, name] of ATTRIBUTES) {
    if (lit[name].size === 0) continue;
    for (const element of root.querySelectorAll<HTMLElement | SVGElement>(`[data-${attribute}]`)) {
      if (lit[name].has(Number(element.dataset[attribute]))) element.classList.add('lit');
    }
  }
}

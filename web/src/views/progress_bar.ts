import type { Progress } from 'ailamgi/custom';
import { html, nothing, type TemplateResult } from 'lit';

/** Where the reading of an article ends and the taking over of its result begins, on the bar that shows both. */
const READ = 0.85;

/** How much of an article's way is behind it, 0..1; undefined while that cannot be told. */
export function shareOf({ stage, done }: Progress): number | undefined {
  if (done === undefined) return undefined;
  return stage === 'receiving' ? READ + (1 - READ) * done : READ * done;
}

/** A bar that shows the share; screen readers are given it as a value by the element itself. */
export const progressBar = (name: string, progress: Progress | undefined): TemplateResult =>
  html`<progress max="1" aria-label=${name} value=${(progress && shareOf(progress)) ?? nothing}></progress>`;

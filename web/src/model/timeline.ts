import type { Event } from 'ailamgi/types';
import type { ArticleIndex } from './article_index.ts';
import { momentOf } from './dates.ts';

export interface TimelineStop {
  order: string;
  label: string;
  events: Event[];
}

export interface Timeline {
  stops: TimelineStop[];
  dated: number;
  undated: number;
}

/** Events by date, earliest first; those that name no calendar date are only counted. */
export function timelineOf(index: ArticleIndex): Timeline {
  const stops = new Map<string, TimelineStop>();
  let dated = 0;
  for (const event of index.analysis.events) {
    const moment = momentOf(event.when?.value ?? null);
    if (!moment) continue;
    dated++;
    const key = `${moment.order} ${moment.label}`;
    const stop = stops.get(key) ?? { ...moment, events: [] };
    stop.events.push(event);
    stops.set(key, stop);
  }
  const ordered = [...stops.values()].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  return { stops: ordered, dated, undated: index.analysis.events.length - dated };
}

import type { EntityId, Event } from 'ailamgi/types';
import { t } from '../i18n/index.ts';
import type { ArticleIndex } from '../model/article_index.ts';
import { roleText } from '../model/role_text.ts';
import { circumstancesOf, clauseOf } from '../model/sentence_of_event.ts';

/** The article's summary, and what everybody did and said. */
export function markdownOf(index: ArticleIndex): string {
  const lines = [`# ${escape(index.title)}`, ''];
  if (index.analysis.summary.length > 0) {
    lines.push(`## ${t('summary')}`, '', ...index.analysis.summary.map(({ text }) => `- ${escape(text)}`), '');
  }
  lines.push(`## ${t('viewCards')}`, '');
  for (const { entity, did, said, underwent } of index.actors()) {
    lines.push(`### ${escape(entity.name)}`, '');
    if (entity.roles.length > 0) lines.push(`*${entity.roles.map((role) => escape(roleText(index, role))).join(' · ')}*`, '');
    for (const event of [...did, ...underwent]) lines.push(`- ${deed(index, event, entity.id)}`);
    for (const id of said) {
      const quote = index.quote(id);
      const saying = index.sayingOf(id);
      if (quote) lines.push(`- ${saying ? `**${escape(index.slice(saying.did))}** ` : ''}“${escape(index.slice(quote))}”`);
    }
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function deed(index: ArticleIndex, event: Event, owner: EntityId): string {
  const { when, where } = circumstancesOf(index, event);
  const source = index.nameOf(event.source);
  const flags = [
    event.negated ? t('negated') : '',
    event.mode === 'fact' ? '' : t(event.mode),
    source === '' ? '' : t('accordingTo', { name: escape(source) }),
  ].filter((flag) => flag !== '');
  const around = [when, where].filter((part) => part !== '').map(escape).join(', ');
  return [
    ...clauseOf(index, event, owner).map(({ part, text }) => (part === 'did' ? `**${escape(text)}**` : escape(text))),
    around === '' ? '' : `(${around})`,
    flags.length > 0 ? `— *${flags.join(', ')}*` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const escape = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, '\\$&');

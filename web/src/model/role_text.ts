import type { Role } from 'ailamgi/types';
import { t } from '../i18n/index.ts';
import type { ArticleIndex } from './article_index.ts';

/** A title as it is read: with its organization, and whether it is over. */
export function roleText(index: ArticleIndex, role: Role): string {
  const organization = index.entity(role.organization)?.name;
  const title = organization ? `${role.title}, ${organization}` : role.title;
  return role.former ? `${title} (${t('former')})` : title;
}

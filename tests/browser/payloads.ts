const CALLS = ['alert(1)', 'alert`1`', 'window.alert(1)', 'self["alert"](1)', '(0,alert)(1)', 'top.alert(1)', 'setTimeout(alert)'];
const HANDLERS = [
  ['img src=x', 'onerror'], ['svg', 'onload'], ['body', 'onload'], ['input autofocus', 'onfocus'], ['details open', 'ontoggle'],
  ['video src=x', 'onerror'], ['audio src=x', 'onerror'], ['marquee', 'onstart'], ['iframe src=about:blank', 'onload'],
  ['select autofocus', 'onfocus'], ['textarea autofocus', 'onfocus'], ['object data=x', 'onerror'], ['style', 'onload'],
  ['button popovertarget=x', 'onclick'], ['math', 'onmouseover'], ['div tabindex=0', 'onfocus'],
] as const;

/** Where nobody may ask for anything. */
export const ELSEWHERE = 'https://elsewhere.invalid';

const FETCHERS = [
  '<img src=U>', '<img srcset="U 2x">', '<picture><source srcset=U><img></picture>', '<link rel=stylesheet href=U>',
  '<link rel=preload as=image href=U>', '<link rel=prefetch href=U>', '<link rel=icon href=U>', '<style>@import "U";</style>',
  '<style>*{background:url(U)}</style>', '<p style="background:url(U)">x</p>', '<video poster=U></video>', '<audio src=U></audio>',
  '<iframe src=U></iframe>', '<object data=U></object>', '<embed src=U>', '<script src=U></script>', '<base href=U/>',
  '<meta http-equiv=refresh content="0;url=U">', '<svg><image href=U /></svg>', '<svg><use href="U#a"/></svg>',
  '<form action=U><input autofocus></form>', '<body background=U>', '<input type=image src=U>', '<track src=U>',
  '<a ping=U href=#>x</a>', '![x](U)', '<portal src=U>', '<frameset><frame src=U></frameset>',
];

/** Attempts to make pasted text run or ask for something, in more than six hundred shapes. */
export function payloads(): string[] {
  const all: string[] = [];
  for (const call of CALLS) {
    for (const [tag, handler] of HANDLERS) {
      all.push(`<${tag} ${handler}=${call}>`, `"><${tag} ${handler}="${call}">`, `<${tag.toUpperCase()}/${handler}='${call}'//`);
      all.push(`<noscript><p title="</noscript><${tag} ${handler}=${call}>">`);
    }
    for (const scheme of ['javascript:', 'java\tscript:', 'JaVaScRiPt:', '&#106;avascript:', 'data:text/html,<script>'])
      all.push(`<a href="${scheme}${call}">x</a>`, `<iframe src="${scheme}${call}"></iframe>`, `[x](${scheme}${call})`);
    all.push(
      `<script>${call}</script>`, `<svg><script>${call}</script></svg>`, `<template><script>${call}</script></template>`,
      `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`, `\${${call}}`, `{{constructor.constructor('${call}')()}}`,
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${call}&gt;">`, `</textarea><script>${call}</script>`,
    );
  }
  for (const fetcher of FETCHERS) all.push(fetcher.replaceAll('U', `${ELSEWHERE}/${all.length}`));
  return all;
}

/** Cells that a spreadsheet would run, did they stand at the beginning. */
export const FORMULAS = ['=', '+', '-', '@', '\t=', '＝', '＋', '－', '＠', ' ='].map((sign) => `${sign}HYPERLINK("${ELSEWHERE}")`);

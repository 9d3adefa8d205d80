/**
 * The bookmark's code: takes the selected words, else the article of the page being read, and opens them here. The text
 * travels in the fragment, so that no server sees it.
 */
export function bookmarklet(page: string): string {
  const code = `(()=>{const s=String(getSelection()),e=document.querySelector('article,[itemprop=articleBody],main')||document.body;open(${JSON.stringify(page)}+'#t='+encodeURIComponent(s||document.title+'\\n\\n'+e.innerText))})()`;
  return `javascript:${encodeURIComponent(code)}`;
}

/**
 * The page's two Trusted Types policies. Markup is only ever parsed into documents that run nothing, and scripts are
 * only started from addresses that the build wrote or from Blobs made of the build's own code.
 */
interface Policies {
  createPolicy(
    name: string,
    rules: { createHTML?: (html: string) => string; createScriptURL?: (address: string) => string },
  ): { createHTML(html: string): string; createScriptURL(address: string): string };
}

const factory = (globalThis as { trustedTypes?: Policies }).trustedTypes;
const same = (value: string): string => value;

const inert = factory?.createPolicy('ailamgi-inert', { createHTML: same });
const scripts = factory?.createPolicy('ailamgi-scripts', {
  createScriptURL: (address) => {
    const url = new URL(address, location.href);
    if (url.protocol !== 'blob:' && url.origin !== location.origin) throw new TypeError('a script of another origin');
    return address;
  },
});

/** Parses markup that somebody else wrote into a document without a window: no script runs, nothing is fetched. */
export const parseInert = (html: string): Document =>
  new DOMParser().parseFromString(inert ? inert.createHTML(html) : html, 'text/html');

export const scriptAddress = (address: string): string => (scripts ? scripts.createScriptURL(address) : address);

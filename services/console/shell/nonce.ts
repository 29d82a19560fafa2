/** What the API wrote into this page: only styles that carry it are applied (Content-Security-Policy). */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

declare global {
  var __webpack_nonce__: string | undefined;
}
// Libraries that add a style element of their own look for it here.
globalThis.__webpack_nonce__ = nonce;

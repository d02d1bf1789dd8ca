/** What the browser shows when it comes back: a page of words that asks for nothing, in both languages. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** The first sentence is the heading. */
export interface PageWords {
  readonly nl: readonly [heading: string, text: string];
  readonly en: readonly [heading: string, text: string];
}

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-content: center; gap: 1.5rem; padding: 2rem;
  background: #ecefe8; color: #16211b; font: 1.125rem/1.5 'Segoe UI', system-ui, sans-serif; }
h1, h2 { margin: 0; font: 600 2rem/1.2 Georgia, 'Times New Roman', serif; }
h2 { font-size: 1.25rem; }
p { margin: 0.25rem 0 0; max-width: 34em; }
section { color: #435049; }
@media (prefers-color-scheme: dark) {
  body { background: #121a16; color: #e7ebe2; }
  section { color: #b7c2b9; }
}
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Only words of our own go in: nothing that came along with the question. */
export function answerPage(response: ServerResponse, status: number, words: PageWords | null): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  });
  response.end(words === null ? '' : pageOf(words));
}

function pageOf({ nl, en }: PageWords): string {
  return `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><title>Dankbel</title><style>${STYLE}</style></head>
<body>
<main><h1>${nl[0]}</h1><p>${nl[1]}</p></main>
<section lang="en"><h2>${en[0]}</h2><p>${en[1]}</p></section>
</body>
</html>
`;
}

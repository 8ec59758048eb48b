import { defineConfig } from "vite";

const PAGES = ["index.html", "desk.html", "reports.html"];

/** Everything that was built is kept by the service worker: the pages work without a network. */
const offline = {
  name: "offline",
  apply: "build",
  enforce: "post",
  generateBundle(_options, bundle) {
    const files = [...new Set([...Object.keys(bundle), ...PAGES])].map((name) => `./${name}`);
    const source = `// Keeps the files of the pages.
const NAME = ${JSON.stringify(`kaipan-dashboard-${hash([...files, ...PAGES.map((name) => String(bundle[name]?.source))])}`)};
const FILES = ${JSON.stringify([...files, "./icon.svg"])};
self.addEventListener("install", (event) => event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name)))).then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const url = new URL(event.request.url);
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  url.search = "";
  event.respondWith(caches.match(url.href).then((kept) => kept ?? fetch(event.request)));
});
`;
    this.emitFile({ type: "asset", fileName: "sw.js", source });
  },
};

/** File names have hashes of what they hold; the pages have none. */
function hash(texts) {
  let sum = 2166136261;
  for (const character of texts.join()) sum = Math.imul(sum ^ character.codePointAt(0), 16777619) >>> 0;
  return sum.toString(36);
}

export default defineConfig({
  base: "./",
  // The file of the module is beside the code that loads it.
  optimizeDeps: { exclude: ["kaipan"] },
  // The selling year lies beside this example.
  server: { fs: { allow: ["../.."] } },
  assetsInclude: ["**/*.jsonl"],
  worker: { format: "es" },
  build: {
    target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 900,
    rolldownOptions: { input: PAGES },
  },
  plugins: [
    offline,
    {
      // The development server puts styles into the page by itself.
      name: "policy-in-development",
      apply: "serve",
      transformIndexHtml: (html) => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
    },
  ],
});

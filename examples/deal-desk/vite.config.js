import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  // The file of the module is beside the code that loads it.
  optimizeDeps: { exclude: ["kaipan"] },
  // The package lies in this repository.
  server: { fs: { allow: ["../.."] } },
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  plugins: [
    {
      // The development server puts styles into the page by itself.
      name: "policy-in-development",
      apply: "serve",
      transformIndexHtml: (html) =>
        html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
    },
  ],
});

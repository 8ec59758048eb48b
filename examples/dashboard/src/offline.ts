// The service worker keeps the files of the pages, so that they open without a network.
export function keep(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register("./sw.js").catch(() => {
    // A page that is opened from a file, or without a secure origin, does without.
  });
}

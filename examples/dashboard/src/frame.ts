// Waiting until what was put into the page is painted.
/** A page that is not in sight paints nothing: so long is waited then. */
const LONGEST = 250;

/** Resolves after the next frame is painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST);
  });
}

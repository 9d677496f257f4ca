/** A way back that leads into this app and nowhere else; the first screen when it is none. */
export function safeWayBack(path: string | undefined): string {
  if (!path?.startsWith('/') || path.startsWith('//') || path.startsWith('/\\')) return '/';
  return path.startsWith('/sign-in') || path.startsWith('/first-run') ? '/' : path;
}

import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { setClock } from '@/lib/clock';
import { clearNotices } from '@/lib/notices';
import { testMoment } from './some';

// What jsdom lacks of a browser.
Object.assign(window, {
  matchMedia: (media: string) => ({ matches: false, media, addEventListener: () => undefined, removeEventListener: () => undefined }),
  ResizeObserver: class {
    observe(): void {
      // Nothing is laid out here, so nothing ever changes its size.
    }
    unobserve(): void {
      // As above.
    }
    disconnect(): void {
      // As above.
    }
  },
});
Object.assign(document, { fonts: new EventTarget() });
Element.prototype.scrollIntoView = () => undefined;
window.scrollTo = () => undefined;

// Busy machines are slow; what is awaited usually comes within milliseconds.
configure({ asyncUtilTimeout: 10_000 });

let restoreClock: () => void = () => undefined;

beforeEach(() => {
  restoreClock = setClock(() => new Date(testMoment));
});

afterEach(() => {
  cleanup();
  restoreClock();
  clearNotices();
  sessionStorage.clear();
});

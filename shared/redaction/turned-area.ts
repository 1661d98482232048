import type { PageArea } from '../model/redaction';

/** Where a place on a picture stands once that is turned by quarters to the right; shares of its width and height. */
export function turnedArea({ left, top, width, height }: PageArea, quarters: 0 | 1 | 2 | 3): PageArea {
  switch (quarters) {
    case 0: return { left, top, width, height };
    case 1: return { left: 1 - top - height, top: left, width: height, height: width };
    case 2: return { left: 1 - left - width, top: 1 - top - height, width, height };
    case 3: return { left: top, top: 1 - left - width, width: height, height: width };
  }
}

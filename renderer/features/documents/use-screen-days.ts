import { useMemo } from 'react';
import type { Document } from '../../../shared/model/document';
import type { DocumentDetails } from '../../../shared/model/document-details';
import type { DocumentPage, WordBox } from '../../../shared/model/document-page';
import { screenDayOffers, type ScreenDayOffer } from '../../../shared/dates/screen-days';

/** Words for a day on a picture of a screen, and where they stand in it. Empty while nothing has been read off it. `pages`: what a machine read, or she put right. */
export function useScreenDays(document: Document, { picture }: DocumentDetails, pages: readonly DocumentPage[]): { days: readonly ScreenDayOffer[]; boxes: readonly WordBox[] } {
  const { originalName } = document;
  const first = pages.find(({ page }) => page === 1);
  return useMemo(() => {
    if (picture === undefined || first === undefined) return { days: [], boxes: [] };
    // Places belong to what the machine read; what is asked goes by her words, where she put them right.
    const machine = screenDayOffers(picture, originalName, first.machineText ?? first.text, first.boxes);
    const days = first.machineText === null ? machine : screenDayOffers(picture, originalName, first.text, null);
    return { days, boxes: (first.boxes ?? []).filter((box) => days.length > 0 && machine.some(({ start, end }) => start < box.end && box.start < end)) };
  }, [picture, first, originalName]);
}

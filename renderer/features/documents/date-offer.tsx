import type { Document } from '../../../shared/model/document';
import { sayDate } from '../../../shared/dates';
import { offersOf } from '../../../shared/dates/date-offers';
import type { Dated } from '../../../shared/model/dated';
import type { TimeClaim } from '../../../shared/model/file-claims';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

/** Dates that the file gives for when it is from, one press each; none is ever filled in alone. */
export function DateOffers({ document, times, onUse }: { document: Pick<Document, 'originalName'>; times: readonly TimeClaim[]; onUse: (dated: Dated) => void }) {
  const offers = offersOf(times, document.originalName);
  const words = messages.fileClaims.offers;
  const days = new Set(offers.map(({ dated }) => dated.edtf));
  return (
    <>
      {days.size > 1 && <p className="small">{words.differ}</p>}
      {offers.map(({ dated, says, isFromUtc }) => (
        <Notice key={`${says} ${dated.typed}`} actions={<Button onPress={() => onUse(dated)}>{words.use}</Button>}>{words[says](sayDate(dated))}{isFromUtc && ` ${words.fromUtc}`}</Notice>
      ))}
    </>
  );
}

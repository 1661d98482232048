import { messages } from '../../../shared/messages/en-gb';
import type { BagChoice, BagOutlook } from '../../../shared/model/bag';
import { showHidden } from '../../../shared/text/show-hidden';
import { Checkbox, RadioGroup } from '../../ui/choices';
import { Notice } from '../../ui/notice';
import { sayBytes } from '../../ui/say-bytes';

const mostNamed = 5;

export interface FilesOfBagProps {
  readonly outlook: BagOutlook;
  readonly choice: Omit<BagChoice, 'leftOut'>;
  readonly onChoice: (choice: Omit<BagChoice, 'leftOut'>) => void;
  /** Originals are chosen that say where or with what they were made. */
  readonly mustAgree: boolean;
  readonly hasAgreed: boolean;
  readonly isMissing: boolean;
  readonly onAgreed: (is: boolean) => void;
}

/** Copies or originals; and of originals, first what they would tell. */
export function FilesOfBag({ outlook, choice, onChoice, mustAgree, hasAgreed, isMissing, onAgreed }: FilesOfBagProps) {
  const words = messages.handOverBag;
  if (outlook.isRedacted) return <Notice>{words.redacted}</Notice>;
  const { originals, wholeSources, drawnCount, plainCount, positions, deviceCount, extractCount } = outlook;
  const rest = originals.count - drawnCount - plainCount + wholeSources.count;
  return (
    <>
      <RadioGroup
        label={words.files} value={choice.originals ? 'originals' : 'copies'} onChange={(which) => onChoice({ ...choice, originals: which === 'originals', wholeSources: false })}
        options={[{ value: 'copies', label: words.copies.label, hint: words.copies.hint(drawnCount, plainCount, rest) }, { value: 'originals', label: words.originals.label, hint: words.originals.hint(originals.count, sayBytes(originals.sizeBytes)) }]}
      />
      {extractCount > 0 && <p className="small quiet">{words.extracts(extractCount)}</p>}
      {choice.originals && wholeSources.count > 0 && (
        <Checkbox isSelected={choice.wholeSources} onChange={(is) => onChoice({ ...choice, wholeSources: is })} hint={words.sourcesHint}>{words.sources(wholeSources.count, sayBytes(wholeSources.sizeBytes))}</Checkbox>
      )}
      {mustAgree && (
        <Notice tone="needs-you" announce title={positions.length > 0 ? words.positionsTitle(positions.length) : words.devices(deviceCount)}>
          {positions.length > 0 && (
            <>
              <p className="small">{words.positionsWords}</p>
              <ul className="bag-names">{positions.slice(0, mostNamed).map(({ mark, name, documentId }) => <li key={`${mark} ${documentId}`}><strong>{mark}</strong> <bdi>{showHidden(name)}</bdi></li>)}</ul>
              {positions.length > mostNamed && <p className="small">{words.more(positions.length - mostNamed)}</p>}
              {deviceCount > 0 && <p className="small">{words.devices(deviceCount)}</p>}
            </>
          )}
          <div className="field">
            <Checkbox isSelected={hasAgreed} isInvalid={isMissing} onChange={onAgreed}>{words.agree}</Checkbox>
            {isMissing && <p role="alert" className="field-error">{words.agreeNeeded}</p>}
          </div>
        </Notice>
      )}
    </>
  );
}

import { useEffect, useRef } from 'react';
import type { BroughtIn } from '../../../shared/model/import';
import type { BringingInPlace } from '../../../shared/messages/en-gb/bringing-in-places';
import { bringingInMail } from '../../../shared/messages/en-gb/bringing-in-mail';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { Button } from '../../ui/button';
import { focusFirstError } from '../../ui/focus-first-error';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { ProgressLine } from '../../ui/progress-line';
import { sayBytes } from '../../ui/say-bytes';
import { StepHeader } from '../../ui/step-header';
import { AboutChosen } from './about-chosen';
import { ChooseConversations } from './choose-conversations';
import { ChooseLocations, ChooseMail } from './choose-mail';
import { ChooseSource } from './choose-source';
import { DateOrderQuestion } from './date-order-question';
import { FoldedNotices, SourceNotices } from './found-facts';
import { MatchColumns } from './match-columns';
import { NothingFound } from './nothing-found';
import { type Bringing, useBringing } from './use-bringing';
import './bring-in.css';

const words = messages.bringingIn;

/** Takes in what a phone or an app exported: choose it, look at what is in it, answer what is asked, keep it. Nothing is stored before the last step. */
export function BringIn({ place = 'messages', dropped, onKept, onClose }: { /** Where she began. */ place?: BringingInPlace; dropped: { readonly files: readonly File[] } | null; onKept: (kept: BroughtIn) => void; onClose: () => void }) {
  const bringing = useBringing(onKept);
  const { step, source } = bringing;
  const take = useRef(bringing);
  take.current = bringing;
  useEffect(() => { if (dropped !== null && !take.current.isBusy) void take.current.drop(dropped.files); }, [dropped]);
  return (
    <Page wide={step === 'columns'}>
      {step === 'choose' ? (
        <ChooseSource place={place} onFile={() => void bringing.choose(false)} onFolder={() => void bringing.choose(true)} onClose={onClose}><Refused by={bringing} /></ChooseSource>
      ) : step === 'reading' ? (
        <>
          <StepHeader title={words.reading} />
          <p className="quiet"><SourceName of={bringing} /></p>
          {bringing.reading && <ProgressLine label={words.reading} fraction={bringing.reading.fraction} figure={bringing.reading.figure} onCancel={bringing.stop} />}
        </>
      ) : step === 'nothing' && source ? (
        <NothingFound source={source.grant} isFolder={source.isFolder} preview={bringing.preview} onBack={bringing.startOver} />
      ) : (
        <Questions bringing={bringing} onClose={onClose} />
      )}
    </Page>
  );
}

/** The steps in which she answers what only she can say. */
function Questions({ bringing, onClose }: { bringing: Bringing; onClose: () => void }) {
  const { step, preview, table, question, order, chosen, chosenCount, said, complaint, reading } = bringing;
  const place = useRef<HTMLDivElement>(null);
  if (preview === null) return null;
  const bringThere = (isDone: boolean): void => { if (!isDone) focusFirstError(place.current); };
  // Asked where the dates first show; a table's are asked beside its columns.
  const orderQuestion = question !== null && <DateOrderQuestion examples={question.examples} value={order} onChange={(answer) => void bringing.answerOrder(answer)} isComplaining={complaint === 'order'} />;
  const readingAgain = reading && <ProgressLine label={words.reading} fraction={reading.fraction} figure={reading.figure} />;
  const isAlone = preview.conversationCount === 1;
  const isTalk = chosenCount > 0;
  const isWanted = isTalk || bringing.mail !== null || bringing.locations;
  return (
    <div ref={place} className="bring-in-questions">
      <p className="quiet small"><SourceName of={bringing} /></p>
      <Refused by={bringing} />
      {step === 'columns' && table !== null && (
        <MatchColumns columns={table} onMatch={(next) => void bringing.match(next)} reading={preview} isReading={reading !== null} onNext={() => bringThere(bringing.goOn())} onClose={onClose}>{orderQuestion}</MatchColumns>
      )}
      {step === 'which' && (
        <ChooseConversations
          preview={preview} chosen={said.chosen} isAll={bringing.isAll} onChosen={bringing.setChosen} complaint={complaint === 'which' ? words.which.needed : null}
          onNext={() => bringThere(bringing.goOn())} onClose={onClose} after={<FoldedNotices preview={preview} />}
        >
          {table === null && orderQuestion}{readingAgain}
        </ChooseConversations>
      )}
      {step === 'about' && (
        <>
          <StepHeader title={chosenCount <= 1 ? words.about.titleOne : words.about.title} />
          {isAlone && table === null && orderQuestion}{readingAgain}
          {!isTalk ? null : chosenCount > chosen.length ? <p className="measure">{words.about.asFound(chosenCount)}</p> : <AboutChosen conversations={chosen} said={said} onSaid={bringing.setSaid} isOrderOpen={question !== null && order === null} />}
          {preview.mail && <ChooseMail found={preview.mail} choice={bringing.mail} onChoice={bringing.setMail} complaint={complaint === 'people'} />}
          {preview.locations && <ChooseLocations found={preview.locations} isChosen={bringing.locations} onChosen={bringing.setLocations} />}
          {preview.conversationCount <= 1 && <SourceNotices preview={preview} />}
          {bringing.keeping
            ? <ProgressLine label={bringing.keeping.label || words.about.keeping} fraction={bringing.keeping.fraction} figure={bringing.keeping.figure} onCancel={bringing.stopKeeping} />
            : (
              <div className="row">
                <Button tone="primary" isDisabled={bringing.isBusy || !isWanted} onPress={() => void bringing.keep().then(bringThere)}>{!isTalk || preview.mail || preview.locations ? bringingInMail.keep : chosenCount === 1 ? words.about.keepOne : words.about.keep(chosenCount)}</Button>
                {preview.conversationCount > 1 && <Button onPress={bringing.goBackToWhich}>{words.about.back}</Button>}
                <Button tone="quiet" onPress={onClose}>{messages.ui.cancel}</Button>
              </div>
            )}
        </>
      )}
    </div>
  );
}

function SourceName({ of: { source } }: { of: Bringing }) {
  return source && <><bdi>{showHidden(source.grant.name)}</bdi>{!source.isFolder && ` · ${sayBytes(source.grant.sizeBytes)}`}. {words.nothingStored}</>;
}

function Refused({ by: { refusal } }: { by: Bringing }) {
  return refusal !== null && <Notice tone="needs-you" announce>{refusal}</Notice>;
}

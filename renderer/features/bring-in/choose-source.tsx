import { FileUp, FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { bringingInAt, type BringingInPlace, type HowTo } from '../../../shared/messages/en-gb/bringing-in-places';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Section } from '../../ui/page';
import { StepHeader } from '../../ui/step-header';

const words = messages.bringingIn;

/** The first step: a file or a folder, and how to come by one of what the place is for. */
export function ChooseSource({ place, onFile, onFolder, onClose, children }: { place: BringingInPlace; onFile: () => void; onFolder: () => void; onClose: () => void; /** What is to be said first, such as why the last one was not taken. */ children?: ReactNode }) {
  const at = bringingInAt[place];
  return (
    <>
      <div className="stack-tight">
        <StepHeader title={at.title} />
        <p className="measure">{at.how} {words.nothingStored}</p>
      </div>
      {children}
      <div className="row">
        <Button tone="primary" icon={FileUp} onPress={onFile}>{words.chooseFile}</Button>
        <Button icon={FolderOpen} onPress={onFolder}>{words.chooseFolder}</Button>
        <Button tone="quiet" onPress={onClose}>{messages.ui.cancel}</Button>
      </div>
      <Section title={at.howTitle}>
        <div className="bring-in-hows">
          {Object.entries<HowTo>(at.hows).map(([key, how]) => (
            <Folded key={key} title={how.name}>
              <div className="stack-tight measure">
                <p>{how.steps}</p>
                {how.told !== null && <p><strong>{words.tell}: </strong>{how.told} {words.toldFirst}</p>}
              </div>
            </Folded>
          ))}
        </div>
      </Section>
    </>
  );
}

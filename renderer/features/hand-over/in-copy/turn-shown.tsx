import { RotateCcw, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../../../shared/messages/en-gb';
import { asInRecord, type ExhibitInCopy, type ExhibitSaid, turnOf } from '../../../../shared/model/exhibit-said';
import type { BuiltExport } from '../../../../shared/model/export';
import { Button } from '../../../ui/button';
import { type Choice, inCopyOf, withInCopy } from '../choice';
import { fileShownOn, turnedFurther } from './file-shown';

export interface TurnShownProps { readonly built: BuiltExport; readonly page: number; readonly choice: Choice; readonly before: readonly ExhibitSaid[]; readonly onChoice: (choice: Choice) => void }

/** Turns the page that is looked at; nothing on pages that we set, which cannot be turned. The pages here stay as they are until they are made again. */
export function TurnShown({ built, page, choice, before, onChoice }: TurnShownProps) {
  const [told, setTold] = useState({ of: '', words: '' });
  const words = messages.exhibitInCopy.shown;
  const shown = fileShownOn(built, page);
  if (shown === null) return null;
  const { exhibit, ofFile } = shown;
  const name = exhibit.filePages === 1 ? exhibit.mark : words.pageOf(exhibit.mark, ofFile);
  const turn = (by: 1 | 3): void => {
    const inCopy: ExhibitInCopy = inCopyOf(choice, before, exhibit) ?? asInRecord;
    const next = turnedFurther(inCopy, ofFile, by);
    onChoice(withInCopy(choice, before, exhibit, next));
    setTold({ of: name, words: messages.exhibitInCopy.turned[turnOf(next, ofFile)] });
  };
  return (
    <div className="row pages-of-page" role="group" aria-label={words.of(name)}>
      <span className="small quiet pages-of-page-name">{name}</span>
      <Button tone="quiet" icon={RotateCcw} onPress={() => turn(3)}>{words.left}</Button>
      <Button tone="quiet" icon={RotateCw} onPress={() => turn(1)}>{words.right}</Button>
      <span role="status" className="small pages-of-page-name">{told.of === name ? told.words : ''}</span>
    </div>
  );
}

import { MapPin } from 'lucide-react';
import type { BuiltExport } from '../../../shared/model/export';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';

/** From a warning to the sheet of the exhibit that it is about; nothing where the pages have none. */
export function ShowSheet({ built: { exhibits }, mark, name, onGoTo }: { readonly built: Pick<BuiltExport, 'exhibits'>; readonly mark: string; readonly name: string; readonly onGoTo: (page: number) => void }) {
  const words = messages.handOver;
  const page = exhibits.find((exhibit) => exhibit.mark === mark)?.page ?? null;
  return page === null ? null : <Button tone="quiet" icon={MapPin} aria-label={words.showLeftOut(name)} onPress={() => onGoTo(page)}>{words.showInPages}</Button>;
}

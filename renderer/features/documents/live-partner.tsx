import { Link2 } from 'lucide-react';
import type { Document } from '../../../shared/model/document';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';

/** The other half of a Live Photo, and whether that is known or guessed. */
export function LivePartner({ document }: { document: Document }) {
  const { go } = usePlaces();
  const partner = useAsk('pictures.livePartner', document.form === 'image' || document.form === 'video' ? { id: document.id } : null).value?.partner;
  const words = messages.fileClaims.partner;
  if (!partner) return null;
  return (
    <div className="stack-tight">
      <h3>{document.form === 'image' ? words.ofPhoto : words.ofFilm}</h3>
      <p className="small quiet">{partner.isSure ? words.sure : words.guess}</p>
      <div className="row"><Button icon={Link2} onPress={() => go({ name: 'documents', documentId: partner.documentId })}>{words.open(showHidden(partner.name))}</Button></div>
    </div>
  );
}

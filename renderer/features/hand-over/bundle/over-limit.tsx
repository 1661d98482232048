import { messages } from '../../../../shared/messages/en-gb';
import type { BuiltExport } from '../../../../shared/model/export';
import { bundleProfiles } from '../../../../shared/outputs/bundle/profiles';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';

/** Said beside pages that are more than the court takes without its permission; they cannot be saved. The permission is named in the form, and printed. `onName`: leads to where. */
export function OverLimit({ built, onName }: { readonly built: BuiltExport; readonly onName: () => void }) {
  const most = built.bundle?.isOverLimit === true ? bundleProfiles[built.bundle.profile].mostPages : null;
  if (most === null) return null;
  const words = messages.bundle.overLimit;
  return <Notice tone="needs-you" title={words.title(built.pageCount, most)}><div className="stack-tight"><p>{words.words}</p><div className="row"><Button onPress={onName}>{words.name}</Button></div></div></Notice>;
}

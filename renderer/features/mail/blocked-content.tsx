import { ShieldCheck } from 'lucide-react';
import { mail as words } from '../../../shared/messages/en-gb/mail';
import { remoteKinds, trackingReasons } from '../../../shared/messages/en-gb/mail-words';
import { sayNumber } from '../../../shared/messages/plural';
import type { RemoteContent } from '../../../shared/model/mail-facts';
import { showHidden } from '../../../shared/text/show-hidden';
import { Folded } from '../../ui/folded';

/** What the mail would have loaded from elsewhere: counted, named, never loaded. */
export function BlockedContent({ remote }: { remote: RemoteContent }) {
  return (
    <section className="mail-blocked">
      <p><ShieldCheck size="1.125em" strokeWidth={1.75} aria-hidden /> <strong>{words.blocked(remote.count)}.</strong> {remote.trackingCount > 0 && words.tracking(remote.trackingCount)}</p>
      <p className="quiet small measure">{words.blockedWords}</p>
      <Folded title={words.blockedList} summary={sayNumber(remote.count)} level={2}>
        <p className="quiet small">{words.hosts}: <bdi>{remote.hosts.map(({ host, count }) => `${showHidden(host)} (${sayNumber(count)})`).join(', ')}</bdi></p>
        <ul className="mail-remote">
          {remote.items.map(({ url, what, looksLikeTracking, tracker }, index) => (
            <li key={index}>
              {remoteKinds[what]}: <bdi className="mail-raw">{showHidden(url)}</bdi>
              {looksLikeTracking.length > 0 && <span className="mail-tracking">{words.looksLike} {looksLikeTracking.map((reason) => trackingReasons[reason]).join(', ')}{tracker !== '' && ` (${words.by(showHidden(tracker))})`}</span>}
            </li>
          ))}
        </ul>
      </Folded>
    </section>
  );
}

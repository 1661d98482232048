import { bankHolidaysKnown } from '../../../shared/deadlines/bank-holidays';
import { noticesOf } from '../../../shared/deadlines/rules';
import { workOut } from '../../../shared/deadlines/work-out';
import { sayDay } from '../../../shared/layouts/say';
import { messages } from '../../../shared/messages/en-gb';
import type { Deadline } from '../../../shared/model/case/deadline';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/page';
import { todayHere } from '../../ui/dated-value';
import { sayDeadline, whyNoLastDay } from '../../ui-record/say-deadline';

/** What is worked out from the days she wrote: the last day, how it is counted, the rule and where it comes from. Changes while she types. */
export function WorkedOut({ deadline }: { deadline: Deadline }) {
  const texts = messages.deadlines;
  const { rule, lastDay, clocks, isHalf, movedFrom, holidaysUnknown, isOutsideRule, isTurned, isAbout } = workOut(deadline);
  const open = clocks.find((clock) => clock.lastDay === '');
  const facts = [
    ...clocks.filter((clock) => clock.lastDay !== '').map(({ clock, lastDay: end }) => ({ name: texts.howCounted, value: clocks.length > 1 ? `${clock.says}: ${sayDay(end)}` : clock.says })),
    ...(rule?.sources ?? []).map(({ words, isRead }) => ({ name: texts.source, value: isRead ? words : `${words}. ${texts.notConfirmed}` })),
  ];
  return (
    <section className="stack" aria-label={texts.result}>
      <div role="status" className="stack-tight">
        <p className="deadline-result"><span className="quiet">{texts.result}</span>{' '}{lastDay === '' ? whyNoLastDay(deadline) : <strong>{isAbout ? texts.about(sayDay(lastDay)) : sayDay(lastDay)}</strong>}</p>
        {lastDay === '' ? !isOutsideRule && !isTurned && <p className="quiet small">{texts.dayMissing}</p> : <p className="quiet small">{sayDeadline(deadline, todayHere())}</p>}
        {isAbout && <p className="small">{texts.aboutWords}</p>}
        {isHalf && open && <p className="small">{texts.half(open.clock.says)}</p>}
        {movedFrom !== null && <p className="small">{texts.moved(sayDay(movedFrom))}</p>}
        {holidaysUnknown && <p className="small">{texts.holidaysUnknown(sayDay(bankHolidaysKnown.until))}</p>}
        {isTurned && rule?.secondDay && <p className="small">{texts.turned(rule.secondDay.label, rule.fromDay.label)}</p>}
        {isOutsideRule && <p className="small">{texts.outside}</p>}
      </div>
      {rule && <p className="measure">{rule.words}</p>}
      {rule && rule.caution !== '' && <p className="measure small">{rule.caution}</p>}
      {rule && noticesOf(rule).map(({ id, words, source }) => <Notice key={id} tone="plain"><p>{words}</p><p className="small quiet">{source}</p></Notice>)}
      {facts.length > 0 && <Facts facts={facts.map(({ name, value }, i) => ({ name: facts[i - 1]?.name === name ? '' : name, value }))} />}
      <p className="small quiet">{texts.check}</p>
    </section>
  );
}

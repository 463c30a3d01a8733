package vn.congvu.cases.calendar;

/** What a {@link SpecialDay} is. */
public enum DayKind {
    OFF,
    WORK
}

package vn.congvu.cases.calendar;

/**
 * This replica now counts with another calendar than before: a day, or the office hours of an agency, changed.
 *
 * <p>Published on every replica, also at the start. Whoever moves deadlines compares the version with the one they were last
 * computed with, so that a change is neither lost by a crash nor done twice. Listeners are called in the thread of the request that
 * made the change: what takes long is handed on.
 *
 * @param version ascending with every change, see {@link WorkCalendars#version()}
 */
public record CalendarChanged(long version) {}

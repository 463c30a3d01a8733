@NullMarked
package vn.congvu.cases.calendar;

import org.jspecify.annotations.NullMarked;

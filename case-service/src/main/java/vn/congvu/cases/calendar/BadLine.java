package vn.congvu.cases.calendar;

import vn.congvu.contracts.Bilingual;

/** A line of a file that was left out, and why. */
record BadLine(long line, Bilingual reason) {}

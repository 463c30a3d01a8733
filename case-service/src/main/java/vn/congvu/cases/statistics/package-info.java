/** What Home Affairs and the public read. */
@NullMarked
package vn.congvu.cases.statistics;

import org.jspecify.annotations.NullMarked;

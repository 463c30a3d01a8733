/** What all pages share: language, frame, dates, error pages. */
@NullMarked
package vn.congvu.gateway.page;

import org.jspecify.annotations.NullMarked;

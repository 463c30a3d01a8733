/** Where this deployment stands: its time zone and its public addresses. */
@NullMarked
package vn.congvu.notify.site;

import org.jspecify.annotations.NullMarked;

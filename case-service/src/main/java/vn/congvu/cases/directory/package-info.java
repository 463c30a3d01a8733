/** Agencies, offices, communes and fields as they were, are and will be on any day. */
@NullMarked
package vn.congvu.cases.directory;

import org.jspecify.annotations.NullMarked;

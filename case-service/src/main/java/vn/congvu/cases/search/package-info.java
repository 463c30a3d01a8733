/** Finding cases and dossiers by words, and paging through what was found. */
@NullMarked
package vn.congvu.cases.search;

import org.jspecify.annotations.NullMarked;

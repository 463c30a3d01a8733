/** Clocks that run on a case or a dossier, and the sweep that lets each of their moments come exactly once. */
@NullMarked
package vn.congvu.cases.watch;

import org.jspecify.annotations.NullMarked;

/** Dossiers of administrative procedures and the dates the one-stop counter promised. */
@NullMarked
package vn.congvu.cases.dossier;

import org.jspecify.annotations.NullMarked;

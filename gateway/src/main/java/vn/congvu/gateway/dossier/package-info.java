/** Dossiers of the one-stop counters and their new dates. */
@NullMarked
package vn.congvu.gateway.dossier;

import org.jspecify.annotations.NullMarked;

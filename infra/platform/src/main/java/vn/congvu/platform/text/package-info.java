/** Vietnamese text: NFC in, folded for search, never cut inside a character. */
@NullMarked
package vn.congvu.platform.text;

import org.jspecify.annotations.NullMarked;

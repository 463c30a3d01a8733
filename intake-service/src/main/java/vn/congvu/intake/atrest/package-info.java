/** People's words as they lie in the database: sealed, whoever copies it. */
@NullMarked
package vn.congvu.intake.atrest;

import org.jspecify.annotations.NullMarked;

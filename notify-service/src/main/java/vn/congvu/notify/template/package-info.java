/** What messages say: texts in Vietnamese and English that an administrator may change. */
@NullMarked
package vn.congvu.notify.template;

import org.jspecify.annotations.NullMarked;

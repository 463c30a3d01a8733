/** How to reach a person, asked for at the moment of sending and never kept. */
@NullMarked
package vn.congvu.notify.contact;

import org.jspecify.annotations.NullMarked;
